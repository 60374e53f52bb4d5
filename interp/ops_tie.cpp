// tie, tied and untie (perldoc -f tie).
// What a handler is: interp/vm_ops.h.
#include "interp/tied.h"
#include "interp/vm_ops.h"

namespace perlipc {

namespace {

// The variable of the instruction, as interp/tied.h has it.
Value variable_of(const Value& operand, const Instr* i) {
  if (operand.is_boxed() && operand.box->magic)  // ${\*FH}
    if (Glob* glob = glob_of_proxy(*operand.box)) return Value::glob(glob);
  if (i->c || operand.is_glob() || operand.is_alias()) return operand;
  return Value::adopt_boxed(Scalar::make(operand));
}

const char* constructor(const Value& variable) {
  if (variable.is_glob()) return "TIEHANDLE";
  if (!variable.is_ref()) return "TIESCALAR";
  return variable.o->type == Type::Array ? "TIEARRAY" : "TIEHASH";
}

// The invocant of the constructor: an object, or the name of a class.
Value class_of(VM& vm, const Value& given) {
  if (given.is_ref() && static_cast<Referent*>(given.o)->stash()) return given;
  if (given.is_undef()) return Value::string("main");
  Text name(vm, given);
  return name.size() == 0 ? Value::string("main") : Value::string(name.view(), name.utf8());
}

bool is_object(const Value& v) { return v.is_ref() && static_cast<Referent*>(v.o)->stash(); }

// What untie says, or the class instead of it, about objects that somebody else has.
void before_untie(VM& vm, const Value& object) {
  // The tie has one, `object` another. At the very end nobody's count any more.
  const std::uint32_t others = vm.in_global_destruction_ ? 0 : object.o->refs - 2;
  Stash* const stash = static_cast<Referent*>(object.o)->stash();
  if (stash != nullptr && vm.find_method(stash, "UNTIE") != nullptr) {
    const Value count = Value::integer(others);
    vm.call_method(object, "UNTIE", {&count, 1}, Want::Scalar);
  } else if (others > 0) {
    vm.warn(Warning::Untie,
            "untie attempted while " + std::to_string(others) + " inner references still exist");
  }
}

}  // namespace

const Instr* VM::op_tie(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* const from = stack_base_ + fp[i->b].i;
  Value variable = variable_of(from[0], i);
  const Value of_class = class_of(*this, rvalue(from[1]));
  std::vector<Value> operands;
  for (const Value* v = from + 2; v < sp_; ++v) operands.push_back(rvalue(*v));
  std::vector<Value> made = call_method(of_class, constructor(variable), operands, Want::Scalar);
  Value object = made.empty() ? Value() : rvalue(made.back());
  made.clear();
  if (is_object(object)) tied::bind(*this, variable, object);
  pop_to(from);
  if (i->a != kNone) STORE(i->a, std::move(object));
  return i + 1;
}

const Instr* VM::op_tied(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* const from = stack_base_ + fp[i->b].i;
  Value object = tied::object_of(variable_of(from[0], i));
  pop_to(from);
  if (i->a != kNone) STORE(i->a, std::move(object));
  return i + 1;
}

// True whatever becomes of it.
const Instr* VM::op_untie(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* const from = stack_base_ + fp[i->b].i;
  Value variable = variable_of(from[0], i);
  if (const Value object = tied::object_of(variable); object.is_ref() && !tied::is_busy(variable))
    before_untie(*this, object);
  tied::unbind(*this, variable);
  pop_to(from);
  if (i->a != kNone) STORE(i->a, Value::boolean(true));
  return i + 1;
}

}  // namespace perlipc
