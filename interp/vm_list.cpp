// Arrays, hashes, slices and list operations.
#include "builtins/io_hooks.h"
#include "builtins/sort_compare.h"
#include "builtins/string.h"
#include "interp/compiler.h"
#include "interp/tied.h"
#include "interp/value/restricted.h"
#include "interp/vm.h"
#include <cmath>
#include <new>

namespace perlipc {

namespace {
inline bool plain(const Value& v) { return (v.tag & kKindMask) < 11; }
}  // namespace

std::int64_t VM::index_of(const Value& raw) {
  if (raw.tag == kInt) return raw.i;
  Value v = rvalue(raw);
  if (v.tag == kInt) return v.i;
  if (v.is_ref() && !static_cast<Referent*>(v.o)->stash() && warning_enabled(Warning::Misc))
    warn(Warning::Misc, "Use of reference \"" + reference_text(v) + "\" as array index");
  return to_int(*this, v.is_ref() || v.is_undef() || v.is_string() ? to_number(v) : v);
}

const Value& VM::key_string(const Value& raw, Value* hold) {
  const Value* q = &raw;
  if (q->tag == kSlotPtr) q = q->p;
  if (q->is_boxed() && q->box->plain()) q = &q->box->value;
  if (q->tag == kStr && !q->s->utf8()) return *q;
  Value v = rvalue(*q);
  String* s = to_string(v);
  if (s->utf8()) {
    String* n = normal_key(s);
    s->release();
    s = n;
  }
  *hold = Value::adopt(s);
  return *hold;
}

namespace {
// Keeps a container while the code of a subscript is asked for it, an object, a tied variable or what
// makes a warning; until the statement ends when nothing else does then.
class SubscriptHold {
 public:
  SubscriptHold(VM& vm, Referent* container, const Value& subscript) : vm_(vm) {
    if (!plain(subscript) || subscript.is_ref() || subscript.is_undef() || subscript.tag == kStr)
      (held_ = container)->retain();
  }
  ~SubscriptHold() {
    if (!held_) return;
    if (held_->unique()) vm_.keep_for_statement(held_);
    else held_->release();
  }
  SubscriptHold(const SubscriptHold&) = delete;
  SubscriptHold& operator=(const SubscriptHold&) = delete;

 private:
  VM& vm_;
  Referent* held_ = nullptr;
};
}  // namespace

void VM::check_extension(std::int64_t size) {
  constexpr std::int64_t kAddressable = std::int64_t{1} << 59, kReachable = std::int64_t{1} << 40;
  if (size >= kAddressable) die("Out of memory during array extend");
  if (size > kReachable) throw std::bad_alloc();
}

Value& VM::element_place(Array* a, const Value& index) {
  const SubscriptHold hold(*this, a, index);
  std::int64_t n = index_of(index);
  if (n < 0) {
    if (a->bits & Array::Tied) return made_place(tied::place(*this, a, n));
    n += static_cast<std::int64_t>(a->size());
    if (n < 0)
      die("Modification of non-creatable array value attempted, subscript " +
          std::to_string(static_cast<std::int32_t>(n - static_cast<std::int64_t>(a->size()))));
  }
  if (a->bits) [[unlikely]] {
    if (a->bits & Array::Tied) return made_place(tied::place(*this, a, n));
    if ((a->bits & Array::ReadOnly) && static_cast<std::size_t>(n) >= a->size())
      die("Modification of a read-only value attempted");
    if (a->bits & Array::IsIsa) ++method_generation_;
  }
  check_extension(n);
  return a->at_grow(static_cast<std::size_t>(n));
}
Value VM::element_get(Array* a, const Value& index) {
  const SubscriptHold hold(*this, a, index);
  const std::int64_t n = index_of(index);
  Value* v = a->find(n);
  if (!v || v->tag == kInternal) return a->bits & Array::Tied ? tied::get(*this, a, n) : Value();
  return rvalue(*v);
}
Value& VM::hash_place(Hash* h, const Value& key) {
  if (key.tag == kStr && !h->bits) [[likely]]
    return h->fetch(key.s);
  const SubscriptHold container(*this, h, key);
  if (h->bits & Hash::Tied) return made_place(tied::place(*this, h, key));
  Value hold;
  const Value& k = key_string(key, &hold);
  if (h->bits & Hash::Signals) return builtin::signal_element(*this, h, k.s->view());
  if (h->bits & Hash::ReadOnly) {
    Value* v = h->find(k.s);
    if (!v) refuse_env(h);
    if (!v && (h->bits & Hash::HasMagic)) die("Modification of a read-only value attempted");
    if (!v && restricted::take(h, k.s)) return h->fetch(k.s);
    if (!v)
      die("Attempt to access disallowed key '" + std::string(k.s->view()) +
          "' in a restricted hash");
    return *v;
  }
  return h->fetch(k.s);
}
Value VM::hash_get(Hash* h, const Value& key) {
  const SubscriptHold container(*this, h, key);
  Value hold;
  const Value& k = key_string(key, &hold);
  Value* v = h->find(k.s);
  if (v) return rvalue(*v);
  if (h->bits) [[unlikely]] {
    if (h->bits & Hash::Tied) return tied::get(*this, h, key);
    if ((h->bits & Hash::ReadOnly) && !(h->bits & Hash::HasMagic) && h != locked_env_ &&
        !restricted::allows(h, k.s))
      die("Attempt to access disallowed key '" + std::string(k.s->view()) +
          "' in a restricted hash");
  }
  return {};
}
void VM::hash_store(Hash* h, const Value& key, Value v) {
  Value& place = hash_place(h, key);
  if ((h->bits & Hash::IsStash) && v.tag != kGlob) {
    if (place.is_glob()) return glob_assign(reinterpret_cast<Glob*>(place.o), v);
  }
  store(place, std::move(v));
}
void VM::check_array_writable(Array* a) {
  if (!a->bits) return;
  if (a->bits & Array::ReadOnly) die("Modification of a read-only value attempted");
  if (a->bits & Array::IsIsa) ++method_generation_;
}

// --- lists on the stack -------------------------------------------------------------------------

void VM::push_array(Array* a, unsigned mode, unsigned link) {
  if (a->bits & Array::Tied) [[unlikely]]
    return push_tied(a, mode == 0 && link != kReadAtOnce);
  const std::size_t n = a->size();
  if (n >= static_cast<std::size_t>(stack_limit_ - sp_)) throw std::bad_alloc();
  mode = push_mode(mode, link);
  if (mode == 0) return push_elements(a, n);
  // No code runs here, so the place on the stack need not be kept up to date.
  Value* out = sp_;
  if (mode == static_cast<unsigned>(ListMode::Pointer)) {
    for (std::size_t k = 0; k < n; ++k, ++out) {
      Value& v = (*a)[k];
      if (v.is_boxed()) {
        new (out) Value(v);
        continue;
      }
      if (v.tag == kInternal) v.tag = kUndef;
      out->p = &v;
      out->tag = kSlotPtr;
      out->spare = 0;
    }
    sp_ = out;
    return;
  }
  for (std::size_t k = 0; k < n; ++k, ++out) {
    Value& v = (*a)[k];
    if (v.tag == kInternal) {
      if (mode == static_cast<unsigned>(ListMode::Late)) {
        new (out) Value();
        continue;
      }
      v.tag = kUndef;
    }
    new (out) Value(Value::boxed(box_place(v)));
  }
  sp_ = out;
}
// Copies of an array's elements. One with magic may run code, which may change the array.
void VM::push_elements(Array* a, std::size_t n) {
  Value* out = sp_;
  for (std::size_t k = 0; k < n; ++k) {
    const Value& v = (*a)[k];
    if (v.tag == kInternal) {
      new (out++) Value();
    } else if (plain(v)) {
      new (out++) Value(v);
    } else {
      sp_ = out;
      push(rvalue(v));
      out = sp_;
      n = std::min(n, a->size());
    }
  }
  sp_ = out;
}
void VM::push_hash(Hash* h, bool alias) {
  if (h->bits & Hash::Tied) [[unlikely]] {
    for (const Value& key : tied::keys(*this, h)) {
      push(key);
      push(tied::place(*this, h, key));
    }
    return;
  }
  std::size_t p = 0;
  h->iterator = 0;
  while (Hash::Entry* e = h->next(p)) {
    push(Value::share(e->key));
    if (alias) push(Value::boxed(box_place(e->value)));
    else push(rvalue(e->value));
  }
}

namespace {
// perlop "Range Operators": strings count up unless both look like numbers; one that begins with
// 0 keeps its zeros and is text.
bool range_is_numeric(const Value& lo, const Value& hi) {
  auto number = [](const Value& v) { return !v.is_undef() && !v.is_string(); };
  if (number(lo) || number(hi)) return true;
  bool low = lo.is_undef() ? !hi.is_undef()
                           : looks_like_number(lo) && (lo.s->view() == "0" || lo.s->data[0] != '0');
  return low && (hi.is_undef() || looks_like_number(hi));
}
// /^[a-zA-Z]*[0-9]*$/ and not empty: has a magical successor.
bool is_magical_sequence(std::string_view s) {
  std::size_t n = 0;
  while (n < s.size() && (s[n] | 32) >= 'a' && (s[n] | 32) <= 'z') ++n;
  while (n < s.size() && s[n] >= '0' && s[n] <= '9') ++n;
  return !s.empty() && n == s.size();
}
}  // namespace

// As a range takes its ends: large ones wrap around, what is no number is 0.
static std::int64_t wrapped_integer(const Value& v) {
  if (v.tag != kDouble) return v.i;
  if (v.d < 0x1p63) return v.d < -0x1p63 ? INT64_MIN : static_cast<std::int64_t>(v.d);
  if (std::isnan(v.d)) return 0;
  return static_cast<std::int64_t>(v.d < 0x1p64 ? static_cast<std::uint64_t>(v.d) : UINT64_MAX);
}

void VM::push_range(const Value& lo, const Value& hi) {
  if (range_is_numeric(lo, hi)) {
    uninit_operand_ = 0;
    Value l = to_number(lo);
    uninit_operand_ = 1;
    Value h = to_number(hi);
    uninit_operand_ = -1;
    if ((l.tag == kDouble && l.d < -0x1p63) || h.tag == kUInt || (h.tag == kDouble && h.d > 0x1p63))
      die("Range iterator outside integer range");
    const std::int64_t a = wrapped_integer(l), b = wrapped_integer(h);
    if (b >= a) {
      std::uint64_t count = static_cast<std::uint64_t>(b) - static_cast<std::uint64_t>(a);
      if (count >= std::uint64_t{INT64_MAX} / sizeof(Value))
        die("Out of memory during list extend");
      if (count >= static_cast<std::uint64_t>(stack_limit_ - sp_)) throw std::bad_alloc();
    }
    for (std::int64_t n = a; n <= b; ++n) {
      push(Value::integer(n));
      if (n == INT64_MAX) break;
    }
    return;
  }
  uninit_operand_ = 0;
  Value cur = Value::adopt(to_string(lo));
  uninit_operand_ = 1;
  Text end(*this, hi);
  uninit_operand_ = -1;
  std::size_t max = end.get()->char_length();
  while (cur.s->char_length() <= max) {
    push(cur);
    if (equal_strings(cur.s, end.get())) break;
    if (!is_magical_sequence(cur.s->view())) {
      if (cur.s->length) to_number(cur);  // says what is wrong with it
      break;
    }
    cur = builtin::increment_text(cur);
  }
}

void VM::for_range_init(Value* state, const Value& lo, const Value& hi, bool reversed) {
  bool text = !range_is_numeric(lo, hi);
  state[0] = Value();
  state[1] = Value();
  if (!text) {
    uninit_operand_ = 0;
    const Value l = to_number(lo);
    uninit_operand_ = 1;
    const Value h = to_number(hi);
    uninit_operand_ = -1;
    auto bound = [&](const Value& v) -> std::int64_t {
      if (v.tag == kInt) return v.i;
      if (v.tag == kUInt || !(v.d > -9223372036854775808.0 && v.d < 9223372036854775808.0))
        die("Range iterator outside integer range");
      return static_cast<std::int64_t>(v.d);
    };
    state[0].tag = state[1].tag = kInternal;
    state[0].i = bound(l);
    state[1].i = bound(h);
    if (reversed) std::swap(state[0].i, state[1].i);
    if (reversed || state[1].i != INT64_MAX) return;
    // A counter could not go past this end: short ranges are made whole.
    if (state[0].i < INT64_MAX - 1000000) die("Range iterator outside integer range");
    state[0] = Value();
    state[1] = Value();
  }
  Value* from = sp_;
  push_range(lo, hi);
  Array* a = Array::make();
  for (Value* v = from; v < sp_; ++v) a->push(std::move(*v));
  pop_to(from);
  if (reversed)
    for (std::size_t n = 0; n < a->size() / 2; ++n) std::swap((*a)[n], (*a)[a->size() - 1 - n]);
  state[0] = Value::raw_object(a, kArrayVar);
  state[1].tag = kInternal;
  state[1].i = 0;
}

// A read-only view of an element that keeps up with it: an alias, or undefined for what is not there.
Value VM::kept_element(Array* a, const Value& index) {
  const SubscriptHold container(*this, a, index);
  Value* v = a->find(index_of(index));
  if (!v || v->tag == kInternal) return element_get(a, index);
  return Value::boxed(box_place(*v));
}
Value VM::kept_element(Hash* h, const Value& key) {
  const SubscriptHold container(*this, h, key);
  Value hold;
  Value* v = h->find(key_string(key, &hold).s);
  return v ? Value::boxed(box_place(*v)) : hash_get(h, key);
}

void VM::slice_array(Array* a, Value* from, unsigned flags) {
  const Value alive = Value::ref(a);  // while the subscripts' code runs
  std::ptrdiff_t n = sp_ - from;
  if (flags & 1) {
    std::vector<Value> keys(from, sp_);
    pop_to(from);
    for (Value& k : keys) {
      push(k);
      if (flags & 2) push(Value::boxed(box_place(element_place(a, k))));
      else push(flags & 8 ? kept_element(a, k) : element_get(a, k));
    }
    return;
  }
  for (std::ptrdiff_t k = 0; k < n; ++k) {
    Value& item = from[k];
    if (flags & 2) item = Value::boxed(box_place(element_place(a, item)));
    else if (flags & 8) item = kept_element(a, item);
    else if (const Value* e = item.tag == kInt ? a->find(item.i) : nullptr; e && plain(*e))
      item = *e;
    else if (flags & 4 && a->bits & Array::Tied) item = tied::place(*this, a, index_of(item));
    else item = element_get(a, item);
  }
}
void VM::slice_hash(Hash* h, Value* from, unsigned flags) {
  const Value alive = Value::ref(h);
  std::ptrdiff_t n = sp_ - from;
  if (flags & 1) {
    std::vector<Value> keys(from, sp_);
    pop_to(from);
    for (Value& k : keys) {
      push(k);
      if (flags & 2) push(Value::boxed(box_place(hash_place(h, k))));
      else push(flags & 8 ? kept_element(h, k) : hash_get(h, k));
    }
    return;
  }
  for (std::ptrdiff_t k = 0; k < n; ++k) {
    Value& item = from[k];
    if (flags & 2) item = Value::boxed(box_place(hash_place(h, item)));
    else if (flags & 8) item = kept_element(h, item);
    else if (flags & 4 && h->bits & Hash::Tied) item = tied::place(*this, h, item);
    else item = hash_get(h, item);
  }
}
// A subscript counts in 32 bits.
void VM::slice_list(Value* from, Value* indices) {
  std::int64_t count = indices - from;
  if (sp_ - indices == 1 && count > 0) {
    std::int64_t n = static_cast<std::int32_t>(index_of(*indices));
    if (n < 0) n += count;
    Value item = n >= 0 && n < count ? from[n] : Value();
    pop_to(from);
    return push(std::move(item));
  }
  std::vector<Value> out;
  if (count > 0)
    for (Value* i = indices; i < sp_; ++i) {
      std::int64_t n = static_cast<std::int32_t>(index_of(*i));
      if (n < 0) n += count;
      out.push_back(n >= 0 && n < count ? from[n] : Value());
    }
  pop_to(from);
  for (Value& v : out) push(std::move(v));
}
void VM::repeat_list(Value* from, const Value& count_value) {
  std::ptrdiff_t n = sp_ - from;
  std::int64_t count = builtin::repeat_count(*this, count_value);
  if (count <= 0) return pop_to(from);
  if (n > 0 && count > INT64_MAX / static_cast<std::int64_t>(sizeof(void*)) / n)
    die("Out of memory during list extend");
  if (n > 0 && count > (stack_limit_ - sp_) / n) throw std::bad_alloc();
  for (std::ptrdiff_t k = 0; k < n; ++k)
    if (!plain(from[k]) && tied::is_element(from[k])) from[k] = rvalue(from[k]);
  for (std::int64_t c = 1; c < count; ++c)
    for (std::ptrdiff_t k = 0; k < n; ++k) push(from[k]);
}

void VM::array_assign(Array* a, Value* from) {
  check_array_writable(a);
  // The old elements go after the new ones are safe: destructors may look at the array.
  for (Value* v = from; v < sp_; ++v)
    if (!plain(*v)) *v = rvalue(*v);
  if (a->bits & Array::Tied) [[unlikely]] {
    tied::fill(*this, a, {from, sp_});
    return pop_to(from);
  }
  if (a->size() == 0) {
    a->push_moved(from, static_cast<std::size_t>(sp_ - from));
    sp_ = from;
  } else {
    Value* const end = sp_;
    const Value alive = Value::ref(a);
    a->clear();  // may run code, which leaves the stack as it was
    a->push_moved(from, static_cast<std::size_t>(end - from));
    sp_ = from;
    if (a->refs == 1) return;  // a destructor gave its glob another one
  }
  if (a->bits) [[unlikely]]
    array_changed(a);
}

std::size_t VM::hash_assign(Hash* h, Value* from, Value* to) {
  std::vector<Value> items;
  items.reserve(static_cast<std::size_t>(to - from));
  for (Value* v = from; v < to; ++v) items.push_back(rvalue(*v));
  if (items.size() & 1) {
    if (items.size() == 1 && items[0].is_ref() &&
        (items[0].o->type == Type::Hash || items[0].o->type == Type::Array))
      warn(Warning::Misc, "Reference found where even-sized list expected");
    else warn(Warning::Misc, "Odd number of elements in hash assignment");
    items.emplace_back();
  }
  const Value alive = Value::ref(h);  // while destructors run
  clear_hash(h);
  if (h->bits & Hash::Tied) [[unlikely]] {
    for (std::size_t n = 0; n + 1 < items.size(); n += 2)
      tied::store(*this, h, items[n], items[n + 1]);
    return items.size();
  }
  for (std::size_t n = 0; n + 1 < items.size(); n += 2) {
    if (items[n].is_undef()) uninit_operand_ = -2;
    Value& place = hash_place(h, items[n]);
    uninit_operand_ = -1;
    store(place, std::move(items[n + 1]));
  }
  return items.size();
}
void VM::anon_hash_fill(Hash* h, Value* from, Value* to) {
  std::size_t n = static_cast<std::size_t>(to - from);
  if (n & 1) warn(Warning::Misc, "Odd number of elements in anonymous hash");
  Value hold;
  for (Value* v = from; v < to; v += 2) {
    const Value& key = key_string(*v, &hold);
    Value& place = h->fetch(key.s);
    if (v + 1 < to) place = plain(v[1]) ? std::move(v[1]) : rvalue(v[1]);
    else place = Value();
  }
}

Value VM::delete_elem(Array* a, const Value& index) {
  std::int64_t n = index_of(index);
  if (a->bits & Array::Tied) return tied::remove(*this, a, n);
  if (n < 0) n += static_cast<std::int64_t>(a->size());
  Value* v = a->find(n);
  if (n < 0 || !v) return {};
  Value out = v->tag == kInternal ? Value() : rvalue(*v);
  *v = Value();
  v->tag = kInternal;
  std::size_t size = a->size();
  if (static_cast<std::size_t>(n) + 1 == size) {
    while (size && (*a)[size - 1].tag == kInternal) --size;
    a->resize(size);
  }
  return out;
}
void VM::undef_container(Value& v) {
  if ((v.tag & kKindMask) == (kArrayVar & kKindMask)) {
    check_array_writable(array_of(v));
    if (array_of(v)->bits & Array::Tied) {
      resize_array(array_of(v), 0);
      return tied::clear(*this, array_of(v));
    }
    array_of(v)->clear();
    if (array_of(v)->bits & Array::IsIsa) ++method_generation_;
  } else {
    refuse_env(hash_of(v));
    if (hash_of(v)->bits & Hash::ReadOnly) die("Modification of a read-only value attempted");
    clear_hash(hash_of(v));
  }
}

}  // namespace perlipc
