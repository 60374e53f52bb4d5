// tie, tied and untie (perldoc perltie).
// What a handler is: interp/vm_ops.h.
#include "interp/vm_ops.h"

namespace perlipc {

const Instr* VM::op_tie([[maybe_unused]] Frame* f, [[maybe_unused]] const Instr* i) {
  die("tie is not supported by perlipc");
}

// No variable is tied.
const Instr* VM::op_tied(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  pop_to(stack_base_ + fp[i->b].i);
  STORE(i->a, Value());
  return i + 1;
}

// True, as perl answers for a variable that is not tied.
const Instr* VM::op_untie(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  pop_to(stack_base_ + fp[i->b].i);
  STORE(i->a, Value::boolean(true));
  return i + 1;
}

}  // namespace perlipc
