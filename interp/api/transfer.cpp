// Values on their way into an interpreter. What belongs to another one is copied: the two may be used
// by different threads, and their objects by their own code only.
#include "interp/api/interpreter_impl.h"
#include <unordered_map>

namespace perlipc::detail {

namespace {

class Copier {
 public:
  Value copy_all(const Value& raw) {
    const Value result = copy(raw);
    while (!unfilled_.empty()) {
      const Pair next = unfilled_.back();
      unfilled_.pop_back();
      fill(*next.from, *next.to);
    }
    return result;
  }

 private:
  // What is in it comes later: data may be nested deeper than the stack.
  struct Pair {
    Referent *from, *to;
  };

  Value copy(const Value& raw) {
    const Value v = rvalue(raw);
    if (!(v.tag & kHeapBit)) return v;
    if (v.tag == kStr) return Value::string(v.s->view(), v.s->utf8());
    if (!v.is_ref()) refuse("a glob");
    auto* const object = static_cast<Referent*>(v.o);
    if (object->stash()) refuse("an object");
    if (Value& known = made_[object]; !known.is_undef()) return known;
    Referent* const empty = empty_like(*object);
    unfilled_.push_back({object, empty});
    return made_[object] = Value::adopt_ref(empty);
  }

  [[noreturn]] static void refuse(const char* what) {
    throw Error(Error::Kind::Type, std::string(what) + " belongs to another interpreter");
  }

  static Referent* empty_like(const Referent& from) {
    switch (from.type) {
      case Type::Array: return Array::make();
      case Type::Hash: return Hash::make();
      case Type::Scalar:
        if (from.bits & Scalar::HasMagic) refuse("a tied variable");
        return Scalar::make();
      default: refuse(from.type == Type::Code ? "a sub" : "a reference");
    }
  }

  void fill(Referent& from, Referent& to) {
    switch (from.type) {
      case Type::Array: return fill_array(static_cast<Array&>(from), static_cast<Array&>(to));
      case Type::Hash: return fill_hash(static_cast<Hash&>(from), static_cast<Hash&>(to));
      default: static_cast<Scalar&>(to).value = copy(static_cast<const Scalar&>(from).value);
    }
  }

  void fill_array(const Array& from, Array& to) {
    to.reserve(from.size());
    for (const Value& item : from) to.push(item.tag == kInternal ? Value() : copy(item));
  }

  void fill_hash(Hash& from, Hash& to) {
    to.reserve(from.size());
    std::size_t position = 0;
    while (const Hash::Entry* entry = from.next(position))
      to.fetch(entry->key->view(), entry->key->utf8()) = copy(entry->value);
  }

  std::unordered_map<const Referent*, Value> made_;  // holds the copies, too
  std::vector<Pair> unfilled_;
};

}  // namespace

Value Impl::value_for(std::shared_ptr<Impl>& owner, const Var& v) {
  if (!v.held_) return {};
  if (v.held_->owner && !owner) owner = v.held_->owner;
  return owner ? owner->take(v) : v.held_->value;
}

Value Impl::take(const Var& v) {
  if (!v.held_) return {};
  const std::shared_ptr<Impl>& owner = v.held_->owner;
  if (!owner || owner.get() == this) return v.held_->value;
  return Copier().copy_all(v.held_->value);
}
std::vector<Value> Impl::take_all(std::span<const Var> args) {
  std::vector<Value> out;
  out.reserve(args.size());
  for (const Var& v : args) out.push_back(take(v));
  return out;
}

Var Impl::hold(const Value& v) {
  Value plain = rvalue(v);
  if (plain.is_undef()) return {};
  return wrap(std::make_shared<Held>(Held{shared_from_this(), std::move(plain)}));
}
std::vector<std::pair<std::string, Var>> Impl::tied_items(Hash* hash) {
  return guarded(Error::Kind::Die, [&] {
    std::vector<std::pair<std::string, Var>> out;
    const std::ptrdiff_t base = vm.sp_ - vm.stack_base_;
    vm.push_hash(hash, false);
    for (const Value* v = vm.stack_base_ + base; v + 1 < vm.sp_; v += 2)
      out.emplace_back(message_of(rvalue(v[0])), hold(v[1]));
    vm.pop_to(vm.stack_base_ + base);
    return out;
  });
}
std::vector<Var> Impl::hold_all(const std::vector<Value>& values) {
  std::vector<Var> out;
  out.reserve(values.size());
  for (const Value& v : values) out.push_back(hold(v));
  return out;
}

}  // namespace perlipc::detail
