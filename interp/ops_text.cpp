// Instructions on text: joining, case, substr, chomp.
// What a handler is: interp/vm_ops.h.
#include "builtins/string.h"
#include "interp/held_place.h"

namespace perlipc {

const Instr* VM::op_repeat(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const bool assign = static_cast<Opc>(i->op) == Opc::RepeatTo;
  if (assign) hold_place(fp[i->a], may_run_code(*this, RK(i->b)) || may_run_code(*this, RK(i->c)));
  store(fp[i->a], repeat(RK(i->b), RK(i->c), assign));
  return i + 1;
}

const Instr* VM::op_concat(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  if (i->a == i->b && !(i->b & kConst)) {
    const Value& l = fp[i->b];
    if (l.tag == kStr && i->c != i->b) {
      append_to(fp[i->a], RK(i->c));
      return i + 1;
    }
  }
  const std::uint16_t operands[] = {i->b, i->c};
  concat_operands(f, fp[i->a], operands, 2);
  return i + 1;
}

const Instr* VM::op_concat_list(Frame* f, const Instr* i) {
  concat_operands(f, f->fp[i->a], &extension_of(i).instr.op, i->b);
  return i + 1 + (i->b + 3) / 4;
}

const Instr* VM::op_append_list(Frame* f, const Instr* i) {
  append_operands(f, f->fp[i->a], &extension_of(i).instr.op, i->b);
  return i + 1 + (i->b + 3) / 4;
}

const Instr* VM::op_concat_n(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value v = concat_items(sp_ - i->b, i->b);
  pop_to(sp_ - i->b);
  STORE(i->a, std::move(v));
  return i + 1;
}

const Instr* VM::op_append(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  append_to(fp[i->a], RK(i->b));
  return i + 1;
}

const Instr* VM::op_stringify(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Value& v = RK(i->b);
  if (v.tag == kStr && !v.spare) STORE(i->a, v);
  else {
    Value r = rvalue(v);
    Value out;
    if (r.is_ref() && overloaded(r)) {
      bool done = false;
      out = overload_convert(r, "(\"\"", &done);
      if (!done) out = Value::adopt(to_string(r));
      else if (!out.is_string() && !out.is_ref()) out = Value::adopt(to_string(out));
    } else out = Value::adopt(to_string(r));
    STORE(i->a, std::move(out));
  }
  return i + 1;
}

const Instr* VM::op_join_list(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* from = stack_base_ + fp[i->b].i;
  Value sep = rvalue(*from);
  String* s = sep.is_undef() ? String::make("") : to_string(sep);
  std::uint32_t n = static_cast<std::uint32_t>(sp_ - from - 1);
  Value out;
  try {
    out = Value::adopt(builtin::join(*this, s, from + 1, n));
  } catch (...) {
    s->release();
    throw;
  }
  s->release();
  pop_to(from);
  STORE(i->a, std::move(out));
  return i + 1;
}

const Instr* VM::op_case_modify(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value v = rvalue(RK(i->b));
  bool u = (i->c >> 8) & 1;
  switch (i->c & 0xff) {
    case 'L': v = builtin::lower_case(*this, v, u); break;
    case 'U': v = builtin::upper_case(*this, v, u); break;
    case 'l': v = builtin::lower_first(*this, v, u); break;
    case 'u': v = builtin::upper_first(*this, v, u); break;
    case 'F': v = builtin::fold_case(*this, v, u); break;
    default: {
      String* s = to_string(v);
      v = Value::adopt(builtin::quote_meta(s, u));
      s->release();
    }
  }
  STORE(i->a, std::move(v));
  return i + 1;
}

const Instr* VM::op_ord(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  if (const Value& v = through(RK(i->b)); v.tag == kStr && !v.s->utf8()) {
    const auto first = static_cast<unsigned char>(v.s->data[0]);  // a NUL ends every text
    set_int(*this, fp[i->a], v.s->length ? first : 0);
    return i + 1;
  }
  String* s = to_string(rvalue(RK(i->b)));
  std::int64_t n =
      (i->c & 2) && s->length ? static_cast<unsigned char>(s->data[0]) : builtin::ordinal(s);
  s->release();
  STORE(i->a, Value::integer(n));
  return i + 1;
}

const Instr* VM::op_chr(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  STORE(i->a, builtin::character(*this, rvalue(RK(i->b)), i->c & 2));
  return i + 1;
}

const Instr* VM::op_substr(Frame* f, const Instr* i) {
  const Instr* pc = i + 1;
  Value* const fp = f->fp;
  std::uint16_t lo = reinterpret_cast<const Instr*>(pc)->op;
  const Value& ov = through(RK(i->c));
  std::int64_t off = ov.tag == kInt ? ov.i : builtin::substr_number(*this, rvalue(ov));
  std::int64_t len = builtin::kToTheEnd;
  if (lo != kNone) {
    const Value lv = rvalue(RK(lo));
    if (!lv.is_undef()) len = builtin::substr_number(*this, lv);
    else {
      warn_uninitialized(nullptr);
      len = 0;
    }
  }
  ++pc;
  const Value& sv = through(RK(i->b));  // the numbers' code has run
  if (sv.tag == kStr) STORE(i->a, builtin::substr_get(*this, sv.s, off, len));
  else {
    String* s = to_string(rvalue(sv));
    Value out;
    try {
      out = builtin::substr_get(*this, s, off, len);
    } catch (...) {
      s->release();
      throw;
    }
    s->release();
    STORE(i->a, std::move(out));
  }
  return pc;
}

const Instr* VM::op_substr_replace(Frame* f, const Instr* i) {
  const Instr* pc = i + 1;
  Value* const fp = f->fp;
  const Instr* e = pc;
  hold_place(fp[i->b], may_run_code(*this, RK(i->c)) || may_run_code(*this, RK(e->op)) ||
                           may_run_code(*this, RK(e->a)));
  std::int64_t off = builtin::substr_number(*this, rvalue(RK(i->c)));
  Value lv = rvalue(RK(e->op));
  std::int64_t len = lv.is_undef() ? 0 : builtin::substr_number(*this, lv);
  Value rep = rvalue(RK(e->a));
  ++pc;
  STORE(i->a, builtin::substr_set(*this, fp[i->b], off, len, rep, true));
  return pc;
}

const Instr* VM::op_chomp(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  STORE(i->a, Value::integer(builtin::chomp(*this, fp[i->b])));
  return i + 1;
}

const Instr* VM::op_chop(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  hold_place(fp[i->b], may_run_code(*this, fp[i->b]));
  STORE(i->a, builtin::chop(*this, fp[i->b]));
  return i + 1;
}

const Instr* VM::op_chomp_list(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* from = stack_base_ + fp[i->b].i;
  std::int64_t n = 0;
  Value last;
  for (Value* v = from; v < sp_; ++v) {
    if (i->c) n += builtin::chomp(*this, *v);
    else last = builtin::chop(*this, *v);
  }
  pop_to(from);
  STORE(i->a, i->c ? Value::integer(n) : std::move(last));
  return i + 1;
}

const Instr* VM::op_pos(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  STORE(i->a, get_pos(fp[i->b]));
  return i + 1;
}

const Instr* VM::op_lvalue_place(Frame* f, const Instr* i) {
  const Instr* pc = i + 1;
  Value* const fp = f->fp;
  const Instr* e = pc++;
  Value& target = fp[i->b];
  fp[i->a] = lvalue_proxy(target, i->c, e->op == kNone ? Value() : rvalue(RK(e->op)),
                          e->a == kNone ? Value() : rvalue(RK(e->a)),
                          e->b == kNone ? Value() : rvalue(RK(e->b)), e->a != kNone);
  return pc;
}

// The same for substr and the assignment to it: an ordinary string that nobody shares is changed at
// once, anything else through the place.
const Instr* VM::op_substr_store(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Instr* e = i + 1;
  const Value& offset = through(RK(e->op));
  const Value& with = through(RK(e->c));
  Value& target = fp[i->b];
  if (offset.tag == kInt && with.tag == kStr) {
    const Value* length = e->a == kNone ? nullptr : &through(RK(e->a));
    if ((!length || length->tag == kInt) &&
        builtin::substr_store(target, offset.i, length ? length->i : builtin::kToTheEnd, with.s))
      return i + 2;
  }
  const Value value = rvalue(RK(e->c));
  op_lvalue_place(f, i);
  f->pc = i + 2;
  store(fp[i->a], value);
  return i + 2;
}

}  // namespace perlipc
