// Places that outlive their container while the operands of an assignment run the program's code.
#pragma once
#include "builtins/io_hooks.h"
#include "interp/vm_ops.h"

namespace perlipc {

// Reading it, or computing with it, may run the program's code: an object, a tied variable, or what
// makes a warning when $SIG{__WARN__} is set.
inline bool may_run_code(VM& vm, const Value& v) {
  const Value& t = through(v);
  if (t.is_ref() || t.is_boxed()) return true;
  const bool number = t.tag != kUndef && t.tag <= kDouble;
  const bool may_warn = !number && !known_whole(t);
  return may_warn && !builtin::message_hook(vm, builtin::MessageHook::Warn).is_undef();
}

// The alias of a place that is changed after the operands have been read, and may be read again then:
// it keeps the place alive when their code (`code`) may clear the array or hash around it.
inline void hold_place(Value& alias, bool code) {
  if (code && (alias.tag == kSlotPtr || alias.tag == kBorrowed))
    alias = Value::boxed(box_place(alias));
}

}  // namespace perlipc
