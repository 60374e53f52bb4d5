// What arrays and hashes do differently when they are tied; the methods are called in tied.cpp.
#include "interp/tied.h"
#include "interp/vm_ops.h"

#include <new>

namespace perlipc {

std::int64_t VM::special_size(Array* a) {
  if (a->bits & Array::Tied) return tied::size(*this, a);
  return static_cast<std::int64_t>(a->size());
}
void VM::resize_array(Array* a, std::int64_t size) {
  if (a->bits & Array::Tied) tied::resize(*this, a, size);
  else {
    check_extension(size);
    a->resize(static_cast<std::size_t>(size));
  }
}
Value VM::hash_in_scalar(Hash* h) {
  if (h->bits & Hash::Tied) return tied::as_scalar(*this, h);
  return Value::integer(static_cast<std::int64_t>(h->size()));
}
void VM::push_values(Array* a, Value* from) {
  check_array_writable(a);
  if (a->bits & Array::Tied) {
    for (Value* v = from; v < sp_; ++v)
      if (!plain(*v)) *v = rvalue(*v);
    tied::call(*this, a, "PUSH", {from, sp_});
  } else {
    a->reserve(a->size() + static_cast<std::size_t>(sp_ - from));
    for (Value* v = from; v < sp_; ++v) a->push(plain(*v) ? std::move(*v) : rvalue(*v));
    if (a->bits) [[unlikely]]
      array_changed(a);
  }
  pop_to(from);
}
Value VM::taken_from(Array* a, bool from_end) {
  check_array_writable(a);
  if (a->bits & Array::Tied) return tied::call(*this, a, from_end ? "POP" : "SHIFT");
  return from_end ? a->pop() : a->shift();
}
// The loop's index has been moved already; FETCHSIZE is asked before every step forwards.
const Instr* VM::tied_step(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Array* const a = array_of(fp[i->b]);
  const std::int64_t n = fp[i->b + 1].i;
  const bool lexical = static_cast<Opc>(i->op) == Opc::ForArrayNext;
  const bool reverse = lexical ? i->c & 4 : i->c;
  if (n < 0 || (!reverse && n >= tied::size(*this, a))) return i + 2;
  Value place = tied::place(*this, a, n);
  if (lexical) {
    fp[i->a] = std::move(place);
  } else if (static_cast<Opc>(i->op) == Opc::ForArrayNextTopic) {
    fp[i->b + 2] = std::move(place);
    topic_ = &fp[i->b + 2];
  } else {
    set_glob_scalar(f->proto->globs[i->a], place.box);
  }
  return jump_target(f, i);
}
// FETCHSIZE comes first; without `copies` an element is fetched when somebody reads it.
void VM::push_tied(Array* a, bool copies) {
  const std::int64_t n = tied::size(*this, a);
  if (n >= stack_limit_ - sp_) throw std::bad_alloc();
  for (std::int64_t k = 0; k < n; ++k)
    push(copies ? tied::get(*this, a, k) : tied::place(*this, a, k));
}

}  // namespace perlipc
