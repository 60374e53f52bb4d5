// keys, values and each (perlfunc): what is 0, 1 and 2, and 3 for keys whose result nobody wants.
#include "interp/tied.h"
#include "interp/vm.h"

namespace perlipc {

void VM::tied_keys_list(Hash* h, unsigned what) {
  if (what == 2) {
    Value key;
    if (!tied::next_key(*this, h, &key)) return;
    push(key);
    return push(tied::place(*this, h, key));
  }
  for (const Value& key : tied::keys(*this, h)) push(what == 0 ? key : tied::place(*this, h, key));
}

void VM::keys_list(Value& c, unsigned what) {
  if ((c.tag & kKindMask) == (kArrayVar & kKindMask)) {
    Array* a = array_of(c);
    if (what == 2) {
      if (a->iterator >= size_of(a)) {
        a->iterator = 0;
        return;
      }
      std::uint32_t n = a->iterator++;
      push(Value::integer(n));
      if (a->bits & Array::Tied) return push(tied::place(*this, a, n));
      if (n >= a->size()) return push(Value());  // FETCHSIZE has untied it
      push((*a)[n].tag == kInternal ? Value() : Value::boxed(box_place((*a)[n])));
      return;
    }
    a->iterator = 0;
    if (a->bits & Array::Tied && what == 1) return push_tied(a, false);
    const auto size = static_cast<std::size_t>(size_of(a));
    for (std::size_t n = 0; n < size; ++n) {
      if (what == 0) push(Value::integer(static_cast<std::int64_t>(n)));
      else {
        Value& e = (*a)[n];
        if (e.tag == kInternal) e.tag = kUndef;
        push(Value::boxed(box_place(e)));
      }
    }
    return;
  }
  Hash* h = hash_of(c);
  if (h->bits & Hash::Tied) [[unlikely]]
    return tied_keys_list(h, what);
  if (what == 2) {
    std::size_t p = h->iterator;
    Hash::Entry* e = h->next(p);
    if (!e) {
      h->iterator = 0;
      return;
    }
    h->iterator = static_cast<std::uint32_t>(p);
    push(Value::share(e->key));
    push(rvalue(e->value));
    return;
  }
  h->iterator = 0;
  std::size_t p = 0;
  while (Hash::Entry* e = h->next(p)) {
    if (what == 0) push(Value::share(e->key));
    else push(Value::boxed(box_place(e->value)));
  }
}
Value VM::keys_scalar(Value& c, unsigned what) {
  if ((c.tag & kKindMask) == (kArrayVar & kKindMask)) {
    Array* a = array_of(c);
    if (what == 2) {
      if (a->iterator >= size_of(a)) {
        a->iterator = 0;
        return {};
      }
      return Value::integer(a->iterator++);
    }
    a->iterator = 0;
    if (what == 3) return {};
    return Value::integer(size_of(a));
  }
  Hash* h = hash_of(c);
  if (h->bits & Hash::Tied) [[unlikely]] {
    if (what == 3) {
      tied::restart(h);
      return {};
    }
    if (what != 2) return Value::integer(static_cast<std::int64_t>(tied::keys(*this, h).size()));
    Value key;
    tied::next_key(*this, h, &key);
    return key;
  }
  if (what == 2) {
    std::size_t p = h->iterator;
    Hash::Entry* e = h->next(p);
    h->iterator = e ? static_cast<std::uint32_t>(p) : 0;
    return e ? Value::share(e->key) : Value();
  }
  h->iterator = 0;
  return Value::integer(static_cast<std::int64_t>(h->size()));
}

}  // namespace perlipc
