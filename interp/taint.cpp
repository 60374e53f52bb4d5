// Where tainted values come to rest.
#include "interp/taint.h"
#include "interp/vm_ops.h"

namespace perlipc {

Value TaintMagic::get(Scalar& scalar) {
  Value v = scalar.bits & Scalar::Weak ? Value::ref(scalar.value.o) : scalar.value;
  if (!on_) return v;
  v.spare |= kTainted;
  engine_.taint();
  return v;
}

void TaintMagic::set(Scalar& scalar, const Value& value) {
  given_tainted_ = (value.spare & kTainted) != 0 && taintable(value);
  on_ = given_tainted_ || (engine_.taint_seen() && taintable(value));
  Value v = value;
  v.spare &= ~kTainted;
  scalar.value = std::move(v);
}

namespace {
void mark(VM& vm, Scalar* s) {
  if (s->bits & Scalar::Tainted) static_cast<TaintMagic*>(s->magic)->stay();
  if (s->bits & Scalar::HasMagic) return;
  s->magic = new TaintMagic(vm);
  s->bits |= Scalar::HasMagic | Scalar::Tainted;
}
}  // namespace

// After a value was written to the place: as the result of an operator, or as a copy.
void VM::settle(Value& place, bool result) {
  Value* p = &place;
  if (p->tag == kSlotPtr) p = p->p;
  Value* v = p;
  if (p->is_boxed()) {
    Scalar* s = p->box;
    if (s->bits & Scalar::Tainted) {
      auto* magic = static_cast<TaintMagic*>(s->magic);
      if (!result) magic->copied();
      else if (taint_seen_ && taintable(s->value)) magic->stay();
      return;
    }
    if (s->bits & Scalar::HasMagic) return;
    v = &s->value;
  }
  const bool carries = (v->spare & kTainted) != 0;
  if (taintable(*v) ? !carries && !(result && taint_seen_) : !carries || !v->is_undef()) return;
  v->spare &= ~kTainted;
  mark(*this, box_place(*p));
}

void VM::taint_place(Value& place) {
  if (taint_mode_ == 0) return;
  Value* p = &place;
  if (p->tag == kSlotPtr) p = p->p;
  const Value& v = p->is_boxed() ? p->box->value : *p;
  if (taintable(v) || v.is_undef()) mark(*this, box_place(*p));
}

void VM::settle_array(Array* a, std::size_t from) {
  for (std::size_t n = from; n < a->size(); ++n) settle((*a)[n], false);
}
void VM::settle_hash(Hash* h) {
  std::size_t position = 0;
  while (Hash::Entry* entry = h->next(position)) settle(entry->value, false);
}

// Items of a list on the stack that are going to be read in place.
void VM::box_tainted(Value* from) {
  for (Value* v = from; v < sp_; ++v)
    if (plain(*v)) settle(*v, false);
}

void VM::start_taint_checks(int mode, bool unsafe) {
  taint_mode_ = unsafe ? -1 : mode;
  taint_unsafe_ = unsafe && mode > 0;
  Scalar* state = glob("main::\x14"
                       "AINT",
                       true)
                      ->scalar();
  state->value = Value::integer(taint_mode_);
  Array* argv = glob("main::ARGV", true)->array();
  for (Value& v : *argv) taint_place(v);
  Hash* environment = glob("main::ENV", true)->hash();
  std::size_t position = 0;
  while (Hash::Entry* entry = environment->next(position)) taint_place(entry->value);
  mark(*this, glob("main::\x18", true)->scalar());
}

}  // namespace perlipc
