// Instructions for operators that are rare or work on whole values.
// What a handler is: interp/vm_ops.h.
#include "interp/vm_ops.h"
#include <cmath>

namespace perlipc {

const Instr* VM::op_pow(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  store(fp[i->a], arith(static_cast<Opc>(i->op), RK(i->b), RK(i->c), false));
  return i + 1;
}

// sqrt, sin and the like: plain numbers at once, the rest as any builtin.
const Instr* VM::op_math_of(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Value& v = through(RK(i->b));
  const auto id = static_cast<builtin::BuiltinId>(i->c);
  if (v.tag == kInt || v.tag == kDouble) {
    const double d = v.tag == kInt ? static_cast<double>(v.i) : v.d;
    bool done = true;
    double out = 0;
    switch (id) {
      case builtin::BuiltinId::k_sqrt:
        done = d >= 0;
        out = std::sqrt(done ? d : 0);
        break;
      case builtin::BuiltinId::k_sin: out = std::sin(d); break;
      case builtin::BuiltinId::k_cos: out = std::cos(d); break;
      case builtin::BuiltinId::k_exp: out = std::exp(d); break;
      default: done = false;
    }
    if (done) {
      set_double(*this, fp[i->a], out);
      return i + 1;
    }
    if (id == builtin::BuiltinId::k_abs && v.tag == kDouble) {
      set_double(*this, fp[i->a], std::fabs(d));
      return i + 1;
    }
    if (id == builtin::BuiltinId::k_abs && v.i != INT64_MIN) {
      set_int(*this, fp[i->a], v.i < 0 ? -v.i : v.i);
      return i + 1;
    }
  }
  push(rvalue(v));
  call_builtin(id, sp_ - 1, 1, Want::Scalar, 0, i->a, i);
  return i + 1;
}

const Instr* VM::op_str_lt(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Value& l = through(RK(i->b));
  const Value& r = through(RK(i->c));
  if (static_cast<Opc>(i->op) == Opc::StrCmp && l.tag == kStr && r.tag == kStr) {
    int c = compare_strings(l.s, r.s);
    set_int(*this, fp[i->a], c < 0 ? -1 : c > 0);
    return i + 1;
  }
  store(fp[i->a], compare(static_cast<Opc>(i->op), RK(i->b), RK(i->c)));
  return i + 1;
}

const Instr* VM::op_isa(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value l = rvalue(RK(i->b)), r = rvalue(RK(i->c));
  bool yes = false;
  if (l.is_ref() && static_cast<Referent*>(l.o)->stash()) {
    String* s = to_string(r);
    yes = stash_isa(static_cast<Referent*>(l.o)->stash(), s->view());
    s->release();
  }
  STORE(i->a, Value::boolean(yes));
  return i + 1;
}

const Instr* VM::op_integer_op(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Extension& e = extension_of(i);
  const auto op = static_cast<Opc>(e.target);
  const Value& l = through(RK(i->b));
  const Value& r = through(RK(i->c));
  if (l.tag == kInt && r.tag == kInt && op != Opc::Neg)
    store(fp[i->a], integer_result(op, l.i, r.i));
  else store(fp[i->a], integer_op(op, rvalue(l), rvalue(r), e.more != 0));
  return i + 2;
}

const Instr* VM::op_not(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value v = rvalue(RK(i->b));
  Value out;
  if (v.is_ref() && overload_unary("(!", v, &out)) STORE(i->a, std::move(out));
  else STORE(i->a, Value::boolean(!to_bool(v)));
  return i + 1;
}

const Instr* VM::op_bit_not(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  store(fp[i->a], bit_not(rvalue(RK(i->b)), i->c));
  return i + 1;
}

const Instr* VM::op_log_xor(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  bool a = to_bool(rvalue(RK(i->b))), b = to_bool(rvalue(RK(i->c)));
  STORE(i->a, Value::boolean(a != b));
  return i + 1;
}

const Instr* VM::op_ref_type(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Value& v = through(RK(i->b));
  if (plain(v) && !v.is_ref()) STORE(i->a, Value::boolean(false));
  else STORE(i->a, reference_type_of(rvalue(v)));
  return i + 1;
}

// Whether $. (b) is the constant of a flip-flop's side; the extension tells which side.
const Instr* VM::op_is_line(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Value wanted = to_number(RK(i->c));
  const Value line = to_number(rvalue(RK(i->b)));
  STORE(i->a, compare(Opc::NumEq, line, wanted));
  return i + 2;
}

const Instr* VM::op_flip_flop(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  // b: state cell; c: 1 at the end ("E0" appended). Counts up and gives the number.
  Scalar* s = fp[i->b].box;
  if (i->c) {
    STORE(i->a, Value::string(std::to_string(s->value.i) + "E0"));
    s->value = Value();
  } else {
    s->value = Value::integer(s->value.tag == kInt ? s->value.i + 1 : 1);
    STORE(i->a, s->value);
  }
  return i + 1;
}

}  // namespace perlipc
