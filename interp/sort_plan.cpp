// Sorting by the keys of a SortPlan.
#include "interp/sort_plan.h"
#include "interp/vm_ops.h"
#include <algorithm>
#include <cmath>
#include <memory>

namespace perlipc {
namespace {

using Step = SortPlan::Step;

// A key ready for comparison.
struct Cell {
  union {
    std::int64_t i;
    double d;
    std::uint64_t prefix;  // the first bytes of text, comparable as a number
  };
  const String* text;
};
enum class CellKind : std::uint8_t { Integer, Double, Text, MixedText };

constexpr std::int64_t kExactInDouble = std::int64_t{1} << 53;

// What refers to a container of that type, without overloading or magic.
template <class Container> Container* referred(VM& vm, const Value& v, Type type) {
  if (v.tag != kRef || v.o->type != type || v.o->bits) return nullptr;
  Stash* blessed = static_cast<Referent*>(v.o)->stash();
  if (blessed && vm.is_overloaded_stash(blessed)) return nullptr;
  return static_cast<Container*>(static_cast<Referent*>(v.o));
}

bool is_ascii(const String* s) {
  return std::all_of(s->data, s->data + s->length,
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

Value in_case(const String* s, bool upper) {
  String* made = String::make(s->view());
  for (char* c = made->data; c < made->data + made->length; ++c)
    if (upper ? *c >= 'a' && *c <= 'z' : *c >= 'A' && *c <= 'Z') *c ^= 0x20;
  return Value::adopt(made);
}

class KeyReader {
 public:
  KeyReader(VM& vm, Value* slots) : vm_(vm), slots_(slots) {}

  // Where the path leads from the item; null: not to a plain value.
  const Value* follow(const Value& item, const std::vector<Step>& path) {
    const Value* v = &item;
    for (const Step& step : path) {
      v = next(through(*v), step);
      if (!v) return nullptr;
    }
    v = &through(*v);
    return plain(*v) ? v : nullptr;
  }
  bool number(const Value& v, Cell& cell, bool& integer) {
    Value parsed;
    const Value* n = &v;
    if (v.tag == kStr) {
      ParsedNumber p = parse_number(v.s->view());
      if (!p.whole) return false;
      parsed = std::move(p.value);
      n = &parsed;
    }
    integer = n->tag == kInt || n->tag == kBool;
    if (integer) cell.i = n->i;
    else if (n->tag == kDouble && !std::isnan(n->d)) cell.d = n->d;
    else return false;
    return true;
  }
  bool text(const Value& v, Cell& cell) {
    const String* s;
    if (v.tag == kStr) s = v.s;
    else if (v.tag != kUndef && v.tag <= kDouble) s = keep(Value::adopt(vm_.to_string(v)))->s;
    else return false;
    unsigned char bytes[8] = {};
    std::memcpy(bytes, s->data, std::min<std::size_t>(8, s->length));
    std::memcpy(&cell.prefix, bytes, 8);
    cell.prefix = __builtin_bswap64(cell.prefix);
    cell.text = s;
    return true;
  }

 private:
  const Value* next(const Value& v, const Step& step) {
    switch (step.kind) {
      case Step::HashKey: {
        auto* h = referred<Hash>(vm_, v, Type::Hash);
        return h ? h->find(step.text.s) : nullptr;
      }
      case Step::ArrayIndex: {
        auto* a = referred<Array>(vm_, v, Type::Array);
        return a ? a->find(step.index) : nullptr;
      }
      case Step::ScalarRef: {
        auto* s = referred<Scalar>(vm_, v, Type::Scalar);
        return s ? &s->value : nullptr;
      }
      case Step::Lookup: {
        const Value& table = slots_[step.index];
        if ((table.tag & kKindMask) != (kHashVar & kKindMask)) return nullptr;
        return look_up(reinterpret_cast<Hash*>(table.o), v);
      }
      case Step::LookupRef: {
        auto* h = referred<Hash>(vm_, through(slots_[step.index]), Type::Hash);
        return h ? look_up(h, v) : nullptr;
      }
      case Step::Lower:
      case Step::Upper:
        if (v.tag != kStr || !is_ascii(v.s)) return nullptr;
        return keep(in_case(v.s, step.kind == Step::Upper));
      case Step::Length:
        if (v.tag != kStr) return nullptr;
        return keep(Value::integer(static_cast<std::int64_t>(v.s->char_length())));
    }
    return nullptr;
  }
  const Value* look_up(Hash* h, const Value& key) {
    if (h->bits) return nullptr;
    if (key.tag == kStr) return key.s->utf8() ? nullptr : h->find(key.s);
    if (key.tag != kInt) return nullptr;
    char digits[40];
    return h->find(std::string_view(digits, format_integer(key.i, digits)));
  }
  const Value* keep(Value v) {
    kept_.push_back(std::make_unique<Value>(std::move(v)));
    return kept_.back().get();
  }
  VM& vm_;
  Value* slots_;
  std::vector<std::unique_ptr<Value>> kept_;  // what had to be made
};

class PlanSorter {
 public:
  PlanSorter(VM& vm, const SortPlan& plan, Value* items, std::size_t count, Value* slots)
      : plan_(plan), items_(items), count_(count), width_(plan.keys.size()), reader_(vm, slots) {}

  bool read() {
    cells_.resize(count_ * width_);
    for (std::size_t k = 0; k < width_; ++k)
      if (!(plan_.keys[k].number ? read_numbers(k) : read_texts(k))) return false;
    return true;
  }
  void sort() {
    std::vector<const Cell*> order(count_);
    for (std::size_t n = 0; n < count_; ++n) order[n] = &cells_[n * width_];
    auto before = [this](const Cell* x, const Cell* y) { return compare(x, y) < 0; };
    if (std::is_sorted(order.begin(), order.end(), before)) return;
    std::stable_sort(order.begin(), order.end(), before);
    std::vector<Value> sorted;
    sorted.reserve(count_);
    for (const Cell* c : order)
      sorted.push_back(std::move(items_[static_cast<std::size_t>(c - cells_.data()) / width_]));
    std::move(sorted.begin(), sorted.end(), items_);
  }

 private:
  Cell& cell(std::size_t n, std::size_t k) { return cells_[n * width_ + k]; }
  bool read_numbers(std::size_t k) {
    std::vector<bool> integer(count_);
    bool all = true;
    for (std::size_t n = 0; n < count_; ++n) {
      const Value* v = reader_.follow(items_[n], plan_.keys[k].path);
      bool whole = false;
      if (!v || !reader_.number(*v, cell(n, k), whole)) return false;
      integer[n] = whole;
      all = all && whole;
    }
    kinds_.push_back(all ? CellKind::Integer : CellKind::Double);
    if (all) return true;
    for (std::size_t n = 0; n < count_; ++n) {
      if (!integer[n]) continue;
      Cell& c = cell(n, k);
      if (c.i > kExactInDouble || c.i < -kExactInDouble) return false;
      c.d = static_cast<double>(c.i);
    }
    return true;
  }
  bool read_texts(std::size_t k) {
    bool utf8 = false, bytes = false;
    for (std::size_t n = 0; n < count_; ++n) {
      const Value* v = reader_.follow(items_[n], plan_.keys[k].path);
      if (!v || !reader_.text(*v, cell(n, k))) return false;
      (cell(n, k).text->utf8() ? utf8 : bytes) = true;
    }
    kinds_.push_back(utf8 && bytes ? CellKind::MixedText : CellKind::Text);
    return true;
  }
  int compare(const Cell* x, const Cell* y) const {
    for (std::size_t k = 0; k < width_; ++k) {
      const Cell &l = x[k], &r = y[k];
      int order = 0;
      switch (kinds_[k]) {
        case CellKind::Integer: order = (l.i > r.i) - (l.i < r.i); break;
        case CellKind::Double: order = (l.d > r.d) - (l.d < r.d); break;
        case CellKind::Text:
          order = l.prefix != r.prefix ? (l.prefix < r.prefix ? -1 : 1)
                                       : compare_strings(l.text, r.text);
          break;
        case CellKind::MixedText: order = compare_strings(l.text, r.text); break;
      }
      if (order) return plan_.keys[k].descending ? -order : order;
    }
    return 0;
  }
  const SortPlan& plan_;
  Value* items_;
  std::size_t count_, width_;
  KeyReader reader_;
  std::vector<Cell> cells_;
  std::vector<CellKind> kinds_;
};

}  // namespace

bool SortPlan::sort(VM& vm, Value* items, std::size_t count, Value* slots) const {
  PlanSorter sorter(vm, *this, items, count, slots);
  if (!sorter.read()) return false;
  sorter.sort();
  return true;
}

}  // namespace perlipc
