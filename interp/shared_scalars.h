// The read-only scalars of which there is one each: true, false and undef as operators give them.
#pragma once
#include "interp/value/engine.h"
#include "interp/value/value.h"

namespace perlipc {

class SharedScalars {
 public:
  explicit SharedScalars(Engine&) {
    for (Scalar* s : {yes_, no_, undef_}) s->bits |= Scalar::ReadOnly;
  }
  ~SharedScalars() {
    for (Scalar* s : {yes_, no_, undef_}) s->release();
  }
  SharedScalars(const SharedScalars&) = delete;
  SharedScalars& operator=(const SharedScalars&) = delete;

  Scalar* undef() const { return undef_; }
  // The one that stands for the value; null: the value is not one of them. Borrowed.
  Scalar* scalar_for(const Value& v) const {
    if (v.tag == kUndef) return undef_;
    if (v.tag == kBool) return v.i ? yes_ : no_;
    return v.tag == kStr && v.s->length == 0 ? no_ : nullptr;
  }

 private:
  Scalar* yes_ = Scalar::make(Value::boolean(true));
  Scalar* no_ = Scalar::make(Value::boolean(false));
  Scalar* undef_ = Scalar::make();
};

}  // namespace perlipc
