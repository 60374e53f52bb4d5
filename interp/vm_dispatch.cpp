// The dispatch loop. Rules:
//  1. `fp`, `k` and `pc` mirror the running frame; RELOAD() after anything that may switch frames.
//  2. SAVE_PC() before anything that may die, warn, call Perl or ask where it is.
//  3. Plain writes go through STORE (they respect aliases); C++ assignment to a slot replaces even
//     an alias and is for temporaries and alias slots only.
//  4. The stack above sp_ is raw memory: push() constructs, pop_to() destroys.
//  5. A native may throw PerlDie; execute()'s caller unwinds. die in bytecode does not throw.
#include "builtins/io.h"
#include "builtins/io_hooks.h"
#include "builtins/list.h"
#include "builtins/sprintf.h"
#include "builtins/string.h"
#include "interp/vm.h"
#include <cmath>

namespace perlipc {

using builtin::BuiltinId;

#define RK(x) ((x) & kConst ? k[(x) & 0x7fff] : fp[x])
#define SAVE_PC() (f->pc = pc)
#define STORE(slot, value) store(fp[slot], value)
#define EXT() (reinterpret_cast<const Extension*>(pc)->target)
#define EXT_MORE() (reinterpret_cast<const Extension*>(pc)->more)
#define JUMP_EXT() (pc = code + EXT())
#define RELOAD()            \
  do {                      \
    f = &frames_[depth_];   \
    fp = f->fp;             \
    pc = f->pc;             \
    code = f->proto->code.data(); \
    k = f->proto->consts.data();  \
  } while (0)

namespace {
inline bool plain(const Value& v) { return (v.tag & kKindMask) < 11; }
inline const Value& through(const Value& v) {  // reads through aliases without magic
  const Value* q = &v;
  if (q->tag == kSlotPtr) q = q->p;
  if (q->is_boxed() && q->box->plain()) q = &q->box->value;
  return *q;
}
// From here on %.15g shows whether a result was computed with integers or with doubles.
constexpr double kExactFrom = 1e15;
// The aliases behind the items of a sort: items carry their number through it in `spare`.
class SortedAliases {
 public:
  SortedAliases(VM& vm, Value* from, bool wanted) : vm_(vm) {
    if (!wanted || vm.sp_ - from > 0xFFFFFF) return;
    items_.assign(from, vm.sp_);
    std::uint32_t n = 0;
    for (Value* v = from; v < vm.sp_; ++v) {
      *v = rvalue(*v);
      v->spare |= ++n << 8;
    }
  }
  void put_back(Value* from) {
    if (items_.empty()) return;
    for (Value* v = from; v < vm_.sp_; ++v) *v = items_[(v->spare >> 8) - 1];
  }

 private:
  VM& vm_;
  std::vector<Value> items_;
};
inline void set_int(VM& vm, Value& d, std::int64_t n) {
  if (d.tag <= kDouble) {
    d.i = n;
    d.tag = kInt;
  } else vm.store(d, Value::integer(n));
}
inline void set_double(VM& vm, Value& d, double n) {
  if (d.tag <= kDouble) {
    d.d = n;
    d.tag = kDouble;
  } else vm.store(d, Value::number(n));
}
inline void set_bool(VM& vm, Value& d, bool b) {
  if (d.tag <= kDouble) {
    d.i = b;
    d.tag = kBool;
  } else vm.store(d, Value::boolean(b));
}
}  // namespace

#define ARITH(name, builtin_op, dop)                                                     \
  L_##name : {                                                                           \
    const Value& l = through(RK(i->b));                                                  \
    const Value& r = through(RK(i->c));                                                  \
    if (l.tag == kInt && r.tag == kInt) {                                                \
      std::int64_t n;                                                                    \
      if (!builtin_op(l.i, r.i, &n)) [[likely]] {                                        \
        set_int(*this, fp[i->a], n);                                                     \
        NEXT_FAST();                                                                          \
      }                                                                                  \
    } else if (l.tag == kDouble && (r.tag == kDouble || r.tag == kInt)) {                \
      double d = l.d dop(r.tag == kDouble ? r.d : static_cast<double>(r.i));             \
      if (!(std::fabs(d) >= kExactFrom)) [[likely]] {                                    \
        set_double(*this, fp[i->a], d);                                                  \
        NEXT_FAST();                                                                          \
      }                                                                                  \
    } else if (l.tag == kInt && r.tag == kDouble) {                                      \
      double d = static_cast<double>(l.i) dop r.d;                                       \
      if (!(std::fabs(d) >= kExactFrom)) [[likely]] {                                    \
        set_double(*this, fp[i->a], d);                                                  \
        NEXT_FAST();                                                                          \
      }                                                                                  \
    }                                                                                    \
    SAVE_PC();                                                                           \
    store(fp[i->a], arith(static_cast<Opc>(i->op), RK(i->b), RK(i->c), false));          \
    NEXT_FAST();                                                                              \
  }
#define COMPARE(name, op_)                                                               \
  L_##name : {                                                                           \
    const Value& l = through(RK(i->b));                                                  \
    const Value& r = through(RK(i->c));                                                  \
    if (l.tag == kInt && r.tag == kInt) {                                                \
      set_bool(*this, fp[i->a], l.i op_ r.i);                                            \
      NEXT_FAST();                                                                            \
    }                                                                                    \
    if (l.tag == kDouble && r.tag == kDouble) {                                          \
      set_bool(*this, fp[i->a], l.d op_ r.d);                                            \
      NEXT_FAST();                                                                            \
    }                                                                                    \
    SAVE_PC();                                                                           \
    store(fp[i->a], compare(static_cast<Opc>(i->op), RK(i->b), RK(i->c)));               \
    NEXT_FAST();                                                                              \
  }
#define COMPARE_JUMP(name, op_, generic)                                                 \
  L_##name : {                                                                           \
    const Value& l = through(RK(i->b));                                                  \
    const Value& r = through(RK(i->c));                                                  \
    bool yes;                                                                            \
    if (l.tag == kInt && r.tag == kInt) yes = l.i op_ r.i;                               \
    else if (l.tag == kDouble && r.tag == kDouble) yes = l.d op_ r.d;                    \
    else {                                                                               \
      SAVE_PC();                                                                         \
      yes = compare_true(Opc::generic, RK(i->b), RK(i->c));                              \
    }                                                                                    \
    if (yes == static_cast<bool>(i->a)) JUMP_EXT();                                      \
    else ++pc;                                                                           \
    NEXT_FAST();                                                                              \
  }

void VM::execute(std::uint32_t base_frame, std::uint32_t level) {
  (void)level;
  static const void* const labels[] = {
#define OP(name) &&L_##name,
#include "interp/opcodes.def"
#undef OP
  };
  Frame* f;
  Value* fp;
  const Value* k;
  const Instr* pc;
  const Instr* code;
  const Instr* i;
  RELOAD();
// An ordinary goto: unlike the computed one it runs the destructors of a handler's locals. The
// compiler copies the short dispatch sequence to the end of every handler.
#define NEXT() goto dispatch
// The computed goto itself, for handlers without locals that need a destructor.
#define NEXT_FAST()   \
  do {                \
    i = pc++;         \
    goto* labels[i->op]; \
  } while (0)
dispatch:
  i = pc++;
  goto* labels[i->op];

  L_Nop : NEXT_FAST();
  L_Safepoint : {
    if (*signal_word_) [[unlikely]] {
      SAVE_PC();
      run_pending_signals();
    }
    NEXT_FAST();
  }
  L_Jump : JUMP_EXT();
  NEXT_FAST();
  L_JumpTrue : {
    const Value& v = RK(i->a);
    bool t;
    if (v.tag == kBool || v.tag == kInt) t = v.i != 0;
    else {
      SAVE_PC();
      t = plain(v) && !v.is_ref() ? perlipc::to_bool(*this, v) : to_bool(rvalue(v));
    }
    if (t) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }
  L_JumpFalse : {
    const Value& v = RK(i->a);
    bool t;
    if (v.tag == kBool || v.tag == kInt) t = v.i != 0;
    else {
      SAVE_PC();
      t = plain(v) && !v.is_ref() ? perlipc::to_bool(*this, v) : to_bool(rvalue(v));
    }
    if (!t) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }
  L_JumpDefined : {
    const Value& v = RK(i->a);
    bool d = plain(v) ? v.tag != kUndef : !rvalue(v).is_undef();
    if (d) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }
  L_JumpUndef : {
    const Value& v = RK(i->a);
    bool d = plain(v) ? v.tag != kUndef : !rvalue(v).is_undef();
    if (!d) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }
  L_JumpArray : {
    bool t = !array_of(fp[i->a])->empty();
    if (t == static_cast<bool>(i->b)) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }
  L_JumpHash : {
    bool t = hash_of(fp[i->a])->size() != 0;
    if (t == static_cast<bool>(i->b)) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }
  L_JumpWantList : {
    if (f->want == Want::List) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }
  COMPARE_JUMP(JumpNumEq, ==, NumEq)
  COMPARE_JUMP(JumpNumNe, !=, NumNe)
  COMPARE_JUMP(JumpNumLt, <, NumLt)
  COMPARE_JUMP(JumpNumGt, >, NumGt)
  COMPARE_JUMP(JumpNumLe, <=, NumLe)
  COMPARE_JUMP(JumpNumGe, >=, NumGe)
  L_JumpStrEq : L_JumpStrNe : {
    const Value& l = through(RK(i->b));
    const Value& r = through(RK(i->c));
    bool eq;
    if (l.tag == kStr && r.tag == kStr) eq = l.s == r.s || equal_strings(l.s, r.s);
    else {
      SAVE_PC();
      eq = compare_true(Opc::StrEq, RK(i->b), RK(i->c));
    }
    if (static_cast<Opc>(i->op) == Opc::JumpStrNe) eq = !eq;
    if (eq == static_cast<bool>(i->a)) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }

  // --- moves
  L_Copy : {
    const Value& v = RK(i->b);
    Value& d = fp[i->a];
    if (plain(v) && plain(d)) d = v;
    else {
      SAVE_PC();
      store(d, rvalue(v));
    }
    NEXT_FAST();
  }
  L_Move : {
    Value& v = fp[i->b];
    if (plain(v)) store(fp[i->a], std::move(v));
    else {
      SAVE_PC();
      store(fp[i->a], rvalue(v));
    }
    NEXT_FAST();
  }
  L_CopyRaw : {
    fp[i->a] = fp[i->b];
    NEXT_FAST();
  }
  L_LoadUndef : {
    STORE(i->a, Value());
    NEXT_FAST();
  }
  L_Clear : {
    Value* v = fp + i->a;
    for (unsigned n = i->b; n--; ++v) {
      if (v->tag & kHeapBit) {
        SAVE_PC();
        *v = Value();
      } else v->tag = kUndef;
    }
    NEXT_FAST();
  }
  L_ClearRaw : {
    Value* v = fp + i->a;
    for (unsigned n = i->b; n--; ++v) {
      if (v->tag & kHeapBit) {
        SAVE_PC();
        *v = Value();
      } else v->tag = kUndef;
    }
    NEXT_FAST();
  }
  L_NewBox : fp[i->a] = Value::adopt_boxed(Scalar::make());
  NEXT_FAST();
  L_NewArray : fp[i->a] = Value::raw_object(Array::make(), kArrayVar);
  NEXT_FAST();
  L_NewHash : fp[i->a] = Value::raw_object(Hash::make(), kHashVar);
  NEXT_FAST();
  L_AdoptCell : {
    // The first run takes the cell that code compiled earlier captured; later ones a new one.
    bool found = false;
    for (auto& c : f->proto->early_cells) {
      if (c.slot != i->a || c.used) continue;
      c.used = true;
      found = true;
      c.cell->retain();
      fp[i->a] = Value::raw_object(c.cell, c.sigil == '@' ? kArrayVar : c.sigil == '%' ? kHashVar : kBoxed);
    }
    if (!found) {
      if (i->b == '@') fp[i->a] = Value::raw_object(Array::make(), kArrayVar);
      else if (i->b == '%') fp[i->a] = Value::raw_object(Hash::make(), kHashVar);
      else fp[i->a] = Value::adopt_boxed(Scalar::make());
    }
    NEXT_FAST();
  }
  L_StateInit : {
    HeapObject* o = fp[i->a].o;
    if (o->aux) JUMP_EXT();
    else {
      o->aux = 1;
      ++pc;
    }
    NEXT_FAST();
  }
  L_SlotPlace : make_place(fp[i->a], &fp[i->b]);
  NEXT_FAST();
  L_ReadonlyPlace : {
    Scalar* s = Scalar::make(rvalue(fp[i->b]));
    s->bits |= Scalar::ReadOnly;
    fp[i->a] = Value::adopt_boxed(s);
    NEXT_FAST();
  }

  // --- arithmetic
  ARITH(Add, __builtin_add_overflow, +)
  ARITH(Sub, __builtin_sub_overflow, -)
  ARITH(Mul, __builtin_mul_overflow, *)
  ARITH(AddTo, __builtin_add_overflow, +)
  ARITH(SubTo, __builtin_sub_overflow, -)
  ARITH(MulTo, __builtin_mul_overflow, *)
  L_Div : L_DivTo : {
    const Value& l = through(RK(i->b));
    const Value& r = through(RK(i->c));
    if (l.tag == kDouble && r.tag == kDouble && r.d != 0) {
      set_double(*this, fp[i->a], l.d / r.d);
      NEXT_FAST();
    }
    SAVE_PC();
    store(fp[i->a], arith(static_cast<Opc>(i->op), RK(i->b), RK(i->c), false));
    NEXT_FAST();
  }
  L_Mod : L_ModTo : {
    const Value& l = through(RK(i->b));
    const Value& r = through(RK(i->c));
    if (l.tag == kInt && r.tag == kInt && l.i >= 0 && r.i > 0) {
      std::int64_t n = (l.i | r.i) >> 32 ? l.i % r.i
                                         : static_cast<std::int64_t>(static_cast<std::uint32_t>(l.i) % static_cast<std::uint32_t>(r.i));
      set_int(*this, fp[i->a], n);
      NEXT_FAST();
    }
    SAVE_PC();
    store(fp[i->a], arith(static_cast<Opc>(i->op), RK(i->b), RK(i->c), false));
    NEXT_FAST();
  }
  L_BitAnd : L_BitAndTo : {
    const Value& l = through(RK(i->b));
    const Value& r = through(RK(i->c));
    if (l.tag == kInt && r.tag == kInt && (l.i & r.i) >= 0) {
      set_int(*this, fp[i->a], l.i & r.i);
      NEXT_FAST();
    }
    SAVE_PC();
    store(fp[i->a], arith(static_cast<Opc>(i->op), RK(i->b), RK(i->c), false));
    NEXT_FAST();
  }
  L_BitXor : L_BitXorTo : {
    const Value& l = through(RK(i->b));
    const Value& r = through(RK(i->c));
    if (l.tag == kInt && r.tag == kInt && (l.i ^ r.i) >= 0) {
      set_int(*this, fp[i->a], l.i ^ r.i);
      NEXT_FAST();
    }
    SAVE_PC();
    store(fp[i->a], arith(static_cast<Opc>(i->op), RK(i->b), RK(i->c), false));
    NEXT_FAST();
  }
  L_Pow : L_PowTo : L_ShiftLeft : L_ShiftRight : L_ShiftLeftTo : L_ShiftRightTo : L_BitOr : L_BitOrTo : L_StrBitAnd
      : L_StrBitOr : L_StrBitXor : {
    SAVE_PC();
    store(fp[i->a], arith(static_cast<Opc>(i->op), RK(i->b), RK(i->c), false));
    NEXT_FAST();
  }
  L_Repeat : L_RepeatTo : {
    SAVE_PC();
    store(fp[i->a], repeat(RK(i->b), RK(i->c)));
    NEXT_FAST();
  }
  COMPARE(NumEq, ==)
  COMPARE(NumNe, !=)
  COMPARE(NumLt, <)
  COMPARE(NumGt, >)
  COMPARE(NumLe, <=)
  COMPARE(NumGe, >=)
  L_NumCmp : {
    const Value& l = through(RK(i->b));
    const Value& r = through(RK(i->c));
    if (l.tag == kInt && r.tag == kInt) {
      set_int(*this, fp[i->a], l.i < r.i ? -1 : l.i > r.i);
      NEXT_FAST();
    }
    SAVE_PC();
    store(fp[i->a], compare(Opc::NumCmp, RK(i->b), RK(i->c)));
    NEXT_FAST();
  }
  L_StrEq : L_StrNe : {
    const Value& l = through(RK(i->b));
    const Value& r = through(RK(i->c));
    if (l.tag == kStr && r.tag == kStr) {
      bool eq = equal_strings(l.s, r.s);
      set_bool(*this, fp[i->a], eq == (static_cast<Opc>(i->op) == Opc::StrEq));
      NEXT_FAST();
    }
    SAVE_PC();
    store(fp[i->a], compare(static_cast<Opc>(i->op), RK(i->b), RK(i->c)));
    NEXT_FAST();
  }
  L_StrLt : L_StrGt : L_StrLe : L_StrGe : L_StrCmp : {
    const Value& l = through(RK(i->b));
    const Value& r = through(RK(i->c));
    if (static_cast<Opc>(i->op) == Opc::StrCmp && l.tag == kStr && r.tag == kStr) {
      int c = compare_strings(l.s, r.s);
      set_int(*this, fp[i->a], c < 0 ? -1 : c > 0);
      NEXT_FAST();
    }
    SAVE_PC();
    store(fp[i->a], compare(static_cast<Opc>(i->op), RK(i->b), RK(i->c)));
    NEXT_FAST();
  }
  L_Isa : {
    SAVE_PC();
    Value l = rvalue(RK(i->b)), r = rvalue(RK(i->c));
    bool yes = false;
    if (l.is_ref() && static_cast<Referent*>(l.o)->stash()) {
      String* s = to_string(r);
      yes = stash_isa(static_cast<Referent*>(l.o)->stash(), s->view());
      s->release();
    }
    STORE(i->a, Value::boolean(yes));
    NEXT();
  }
  L_IntegerOp : {
    SAVE_PC();
    store(fp[i->a], integer_op(static_cast<Opc>(EXT()), rvalue(RK(i->b)), rvalue(RK(i->c))));
    ++pc;
    NEXT_FAST();
  }
  L_Neg : {
    const Value& v = through(RK(i->b));
    if (v.tag == kInt && v.i != INT64_MIN && v.i != 0) set_int(*this, fp[i->a], -v.i);
    else if (v.tag == kDouble) set_double(*this, fp[i->a], -v.d);
    else {
      SAVE_PC();
      store(fp[i->a], negate(rvalue(v)));
    }
    NEXT_FAST();
  }
  L_Not : {
    SAVE_PC();
    Value v = rvalue(RK(i->b));
    Value out;
    if (v.is_ref() && overload_unary("(!", v, &out)) STORE(i->a, std::move(out));
    else STORE(i->a, Value::boolean(!to_bool(v)));
    NEXT();
  }
  L_BitNot : {
    SAVE_PC();
    store(fp[i->a], bit_not(rvalue(RK(i->b)), i->c));
    NEXT_FAST();
  }
  L_LogXor : {
    SAVE_PC();
    bool a = to_bool(rvalue(RK(i->b))), b = to_bool(rvalue(RK(i->c)));
    STORE(i->a, Value::boolean(a != b));
    NEXT_FAST();
  }
  L_Inc : {
    Value& d = const_cast<Value&>(through(fp[i->a]));
    if (d.tag == kInt && d.i != INT64_MAX) [[likely]] {
      ++d.i;
      NEXT_FAST();
    }
    SAVE_PC();
    increment(fp[i->a], true);
    NEXT_FAST();
  }
  L_Dec : {
    Value& d = const_cast<Value&>(through(fp[i->a]));
    if (d.tag == kInt && d.i != INT64_MIN) [[likely]] {
      --d.i;
      NEXT_FAST();
    }
    SAVE_PC();
    increment(fp[i->a], false);
    NEXT_FAST();
  }
  L_PostInc : L_PostDec : {
    SAVE_PC();
    Value old = rvalue(fp[i->b]);
    bool up = static_cast<Opc>(i->op) == Opc::PostInc;
    increment(fp[i->b], up);
    if (old.is_undef() && up) old = Value::integer(0);
    STORE(i->a, std::move(old));
    NEXT();
  }
  L_Concat : {
    SAVE_PC();
    if (i->a == i->b && !(i->b & kConst)) {
      const Value& l = fp[i->b];
      if (l.tag == kStr && i->c != i->b) {
        append_to(fp[i->a], RK(i->c));
        NEXT_FAST();
      }
    }
    store(fp[i->a], concat(RK(i->b), RK(i->c)));
    NEXT_FAST();
  }
  L_ConcatN : {
    SAVE_PC();
    Value v = concat_items(sp_ - i->b, i->b);
    pop_to(sp_ - i->b);
    STORE(i->a, std::move(v));
    NEXT();
  }
  L_Append : {
    SAVE_PC();
    append_to(fp[i->a], RK(i->b));
    NEXT_FAST();
  }
  L_AppendN : {
    SAVE_PC();
    append_items(fp[i->a], sp_ - i->b, i->b);
    pop_to(sp_ - i->b);
    NEXT_FAST();
  }
  L_Stringify : {
    const Value& v = RK(i->b);
    if (v.tag == kStr && !v.spare) STORE(i->a, v);
    else {
      SAVE_PC();
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
    NEXT();
  }
  L_JoinList : {
    SAVE_PC();
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
    NEXT();
  }
  L_CaseModify : {
    SAVE_PC();
    Value v = rvalue(RK(i->b));
    bool u = (i->c >> 8) & 1 || unicode_strings();
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
    NEXT();
  }
  L_Length : {
    const Value& v = through(RK(i->b));
    if (v.tag == kStr) {
      set_int(*this, fp[i->a], static_cast<std::int64_t>(v.s->utf8() && !(i->c & 2) ? v.s->char_length() : v.s->length));
      NEXT();
    }
    SAVE_PC();
    Value r = rvalue(v);
    if (r.is_undef()) STORE(i->a, Value());
    else {
      String* s = to_string(r);
      STORE(i->a, Value::integer(static_cast<std::int64_t>(i->c & 2 ? s->length : s->char_length())));
      s->release();
    }
    NEXT();
  }
  L_Ord : {
    SAVE_PC();
    String* s = to_string(rvalue(RK(i->b)));
    std::int64_t n = (i->c & 2) && s->length ? static_cast<unsigned char>(s->data[0]) : builtin::ordinal(s);
    s->release();
    STORE(i->a, Value::integer(n));
    NEXT_FAST();
  }
  L_Chr : {
    SAVE_PC();
    STORE(i->a, builtin::character(*this, rvalue(RK(i->b)), i->c & 2));
    NEXT_FAST();
  }
  L_IntOf : {
    const Value& v = through(RK(i->b));
    if (v.tag == kInt) {
      set_int(*this, fp[i->a], v.i);
      NEXT();
    }
    SAVE_PC();
    Value r = rvalue(v);
    Value out;
    if (r.is_ref() && overload_unary("(int", r, &out)) {
      STORE(i->a, std::move(out));
      NEXT();
    }
    r = to_number(r);
    if (r.tag == kDouble) {
      double t = std::trunc(r.d);
      if (t >= -9223372036854775808.0 && t < 9223372036854775808.0) STORE(i->a, Value::integer(static_cast<std::int64_t>(t)));
      else if (t >= 0 && t < 18446744073709551616.0) STORE(i->a, Value::unsigned_integer(static_cast<std::uint64_t>(t)));
      else STORE(i->a, Value::number(t));
    } else STORE(i->a, std::move(r));
    NEXT();
  }
  L_Substr : {
    SAVE_PC();
    const Value& sv = through(RK(i->b));
    std::uint16_t lo = reinterpret_cast<const Instr*>(pc)->op;
    const Value& ov = through(RK(i->c));
    std::int64_t off = ov.tag == kInt ? ov.i : to_int(*this, rvalue(ov));
    std::int64_t len = builtin::kToTheEnd;
    if (lo != kNone) {
      const Value lv = rvalue(RK(lo));
      if (!lv.is_undef()) len = to_int(*this, lv);
      else {
        warn_uninitialized(nullptr);
        len = 0;
      }
    }
    ++pc;
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
    NEXT();
  }
  L_SubstrReplace : {
    SAVE_PC();
    const Instr* e = pc;
    std::int64_t off = to_int(*this, rvalue(RK(i->c)));
    Value lv = rvalue(RK(e->op));
    std::int64_t len = lv.is_undef() ? 0 : to_int(*this, lv);
    Value rep = rvalue(RK(e->a));
    ++pc;
    STORE(i->a, builtin::substr_set(*this, fp[i->b], off, len, rep, true));
    NEXT();
  }
  L_Chomp : {
    SAVE_PC();
    STORE(i->a, Value::integer(builtin::chomp(*this, fp[i->b])));
    NEXT_FAST();
  }
  L_Chop : {
    SAVE_PC();
    STORE(i->a, builtin::chop(*this, fp[i->b]));
    NEXT_FAST();
  }
  L_ChompList : {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->b].i;
    std::int64_t n = 0;
    Value last;
    for (Value* v = from; v < sp_; ++v) {
      if (i->c) n += builtin::chomp(*this, *v);
      else last = builtin::chop(*this, *v);
    }
    pop_to(from);
    STORE(i->a, i->c ? Value::integer(n) : std::move(last));
    NEXT();
  }
  L_Pos : {
    STORE(i->a, get_pos(fp[i->b]));
    NEXT_FAST();
  }
  L_LvaluePlace : {
    SAVE_PC();
    const Instr* e = pc++;
    Value& target = fp[i->b];
    fp[i->a] = lvalue_proxy(target, i->c, e->op == kNone ? Value() : rvalue(RK(e->op)),
                            e->a == kNone ? Value() : rvalue(RK(e->a)), e->b == kNone ? Value() : rvalue(RK(e->b)),
                            e->a != kNone);
    NEXT_FAST();
  }
  L_RefType : {
    SAVE_PC();
    const Value& v = through(RK(i->b));
    if (plain(v) && !v.is_ref()) STORE(i->a, Value::string(""));
    else STORE(i->a, reference_type_of(rvalue(v)));
    NEXT_FAST();
  }
  L_Defined : {
    const Value& v = RK(i->b);
    bool d = plain(v) ? v.tag != kUndef : !rvalue(v).is_undef();
    STORE(i->a, Value::boolean(d));
    NEXT_FAST();
  }

  // --- globals
  L_GvGet : {
    Scalar* s = f->proto->globs[i->b]->body->scalar;
    if (!s) STORE(i->a, Value());
    else if (s->plain()) STORE(i->a, s->value);
    else {
      SAVE_PC();
      STORE(i->a, s->get());
    }
    NEXT_FAST();
  }
  L_GvSet : {
    Scalar* s = f->proto->globs[i->a]->scalar();
    const Value& v = RK(i->b);
    if (s->plain() && plain(v)) s->value = v;
    else {
      SAVE_PC();
      Value place;
      place.box = s;
      place.tag = kBorrowed;
      store_slow(place, rvalue(v));
    }
    NEXT();
  }
  L_GvPlace : {
    Value v;
    v.box = f->proto->globs[i->b]->scalar();
    v.tag = kBorrowed;
    fp[i->a] = std::move(v);
    NEXT();
  }
  L_GvRef : STORE(i->a, Value::ref(f->proto->globs[i->b]->scalar()));
  NEXT_FAST();
  L_TopicGet : {
    const Value& v = *topic_;
    if (plain(v)) STORE(i->a, v);
    else {
      SAVE_PC();
      STORE(i->a, rvalue(v));
    }
    NEXT_FAST();
  }
  L_TopicSet : {
    SAVE_PC();
    Value v = rvalue(RK(i->a));
    store(*topic_, std::move(v));
    NEXT();
  }
  L_TopicPlace : make_place(fp[i->a], topic_);
  NEXT_FAST();
  L_TopicRef : STORE(i->a, Value::ref(box_place(*topic_)));
  NEXT_FAST();
  L_TopicEnter : {
    save({SaveEntry::Topic, nullptr, topic_, {}, {}, 0});
    fp[i->a] = Value();
    topic_ = &fp[i->a];
    NEXT_FAST();
  }
  L_TopicSave : save({SaveEntry::Topic, nullptr, topic_, {}, {}, 0});
  NEXT_FAST();
  L_GlobArray : {
    Value v;
    Array* a = f->proto->globs[i->b]->array();
    if (a->bits) [[unlikely]] refresh(a);
    v.o = a;
    v.tag = kArrayBorrowed;
    fp[i->a] = std::move(v);
    NEXT();
  }
  L_GlobHash : {
    Value v;
    Hash* h = f->proto->globs[i->b]->hash();
    if (h->bits) [[unlikely]] refresh(h);
    v.o = h;
    v.tag = kHashBorrowed;
    fp[i->a] = std::move(v);
    NEXT();
  }
  L_LoadGlob : fp[i->a] = Value::glob(f->proto->globs[i->b]);
  NEXT_FAST();
  L_LoadStash : {
    String* s = k[i->b & 0x7fff].s;
    std::string_view name = s->view();
    name.remove_suffix(2);
    if (name.substr(0, 6) == "main::" && name.size() > 6) name.remove_prefix(6);
    Stash* st = stash(name.empty() ? "main" : name, true);
    Value v;
    v.o = st;
    v.tag = kHashBorrowed;
    fp[i->a] = std::move(v);
    NEXT();
  }
  L_GlobOf : {
    SAVE_PC();
    Glob* g = glob_from(rvalue(RK(i->b)), i->c & 1);
    STORE(i->a, g ? Value::glob(g) : Value());
    NEXT_FAST();
  }
  L_GlobPlace : {
    SAVE_PC();
    fp[i->a] = glob_proxy(fp[i->b]);
    NEXT_FAST();
  }
  L_GlobAssign : {
    SAVE_PC();
    Value g = rvalue(fp[i->a]);
    Value v = rvalue(RK(i->b));
    if (g.is_glob()) glob_assign(static_cast<Glob*>(static_cast<Referent*>(g.o)), v);
    NEXT();
  }
  L_UndefGlob : {
    SAVE_PC();
    Value g = rvalue(fp[i->a]);
    if (g.is_glob()) {
      GlobBody* b = GlobBody::make();
      reinterpret_cast<Glob*>(g.o)->set_body(b);
      b->release();
      ++method_generation_;
    }
    NEXT();
  }

  L_GlobSlot : {
    SAVE_PC();
    Value g = rvalue(fp[i->b]);
    Text key(*this, rvalue(RK(i->c)));
    STORE(i->a, g.is_glob() ? glob_slot(reinterpret_cast<Glob*>(g.o), key.view()) : Value());
    NEXT();
  }

  // --- arrays and hashes
  L_ArraySize : STORE(i->a, Value::integer(static_cast<std::int64_t>(array_of(fp[i->b])->size())));
  NEXT_FAST();
  L_ArrayLast : STORE(i->a, Value::integer(static_cast<std::int64_t>(array_of(fp[i->b])->size()) - 1));
  NEXT_FAST();
  L_ArrayLastSet : {
    SAVE_PC();
    std::int64_t n = to_int(*this, rvalue(RK(i->b)));
    array_of(fp[i->a])->resize(static_cast<std::size_t>(n < -1 ? 0 : n + 1));
    NEXT_FAST();
  }
  L_ArrayLenPlace : fp[i->a] = array_length_proxy(array_of(fp[i->b]));
  NEXT_FAST();
  L_HashScalar : STORE(i->a, Value::integer(static_cast<std::int64_t>(hash_of(fp[i->b])->size())));
  NEXT_FAST();
  L_Elem : {
    Array* a = array_of(fp[i->b]);
    const Value& n = through(RK(i->c));
    if (n.tag == kInt) {
      Value* e = a->find(n.i);
      if (e && plain(*e)) {
        Value& d = fp[i->a];
        if (plain(d)) d = *e;
        else STORE(i->a, *e);
        NEXT_FAST();
      }
    }
    SAVE_PC();
    STORE(i->a, element_get(a, RK(i->c)));
    NEXT_FAST();
  }
  L_ElemSet : {
    Array* a = array_of(fp[i->a]);
    const Value& n = through(RK(i->b));
    const Value& v = RK(i->c);
    if (n.tag == kInt && static_cast<std::uint64_t>(n.i) < a->size() && !a->bits && plain(v)) {
      Value& e = (*a)[static_cast<std::size_t>(n.i)];
      if (plain(e) || e.tag == kInternal) {
        e = v;
        NEXT();
      }
    }
    SAVE_PC();
    Value copy = rvalue(v);
    store(element_place(a, RK(i->b)), std::move(copy));
    NEXT();
  }
  L_ElemPlace : {
    SAVE_PC();
    make_place(fp[i->a], &element_place(array_of(fp[i->b]), RK(i->c)));
    NEXT_FAST();
  }
  L_RefElem : {
    const Value& r = through(fp[i->b & 0x7fff]);
    const Value& n = through(RK(i->c));
    if (!(i->b & kConst) && r.tag == kRef && r.o->type == Type::Array && n.tag == kInt && !static_cast<Referent*>(r.o)->meta) {
      Value* e = static_cast<Array*>(static_cast<Referent*>(r.o))->find(n.i);
      if (e && plain(*e)) {
        ++pc;
        STORE(i->a, *e);
        NEXT();
      }
    }
    SAVE_PC();
    Value hold;
    Array* a;
    if (i->b & kConst) {
      hold = RK(i->b);
      a = deref_array_strict(hold, EXT() | 4);
    } else a = deref_array_strict(fp[i->b], EXT() | 2);
    ++pc;
    STORE(i->a, element_get(a, RK(i->c)));
    NEXT();
  }
  L_RefElemPlace : {
    SAVE_PC();
    Array* a = deref_array_strict(fp[i->b], EXT() | 2);
    ++pc;
    make_place(fp[i->a], &element_place(a, RK(i->c)));
    NEXT_FAST();
  }
  L_Helem : {
    Hash* h = hash_of(fp[i->b]);
    const Value& key = through(RK(i->c));
    if (key.tag == kStr && !key.s->utf8()) {
      Value* e = h->find(key.s);
      if (e && plain(*e)) {
        Value& d = fp[i->a];
        if (plain(d)) d = *e;
        else STORE(i->a, *e);
        NEXT_FAST();
      }
    }
    SAVE_PC();
    STORE(i->a, hash_get(h, RK(i->c)));
    NEXT_FAST();
  }
  L_HelemSet : {
    SAVE_PC();
    const Value& v = RK(i->c);
    Hash* h = hash_of(fp[i->a]);
    const Value& key = through(RK(i->b));
    if (key.tag == kStr && !key.s->utf8() && !h->bits && plain(v)) {
      Value& e = h->fetch(key.s);
      if (plain(e)) e = v;
      else store_slow(e, v);
    } else hash_store(h, RK(i->b), rvalue(v));
    NEXT_FAST();
  }
  L_HelemPlace : {
    SAVE_PC();
    make_place(fp[i->a], &hash_place(hash_of(fp[i->b]), RK(i->c)));
    NEXT_FAST();
  }
  L_RefHelem : {
    const Value& r = through(fp[i->b & 0x7fff]);
    const Value& key = through(RK(i->c));
    if (!(i->b & kConst) && r.tag == kRef && r.o->type == Type::Hash && key.tag == kStr && !key.s->utf8()) {
      Stash* st = static_cast<Referent*>(r.o)->stash();
      if (!st || st->overloaded == 0) {
        Value* e = static_cast<Hash*>(static_cast<Referent*>(r.o))->find(key.s);
        if (e && plain(*e)) {
          ++pc;
          STORE(i->a, *e);
          NEXT();
        }
      }
    }
    SAVE_PC();
    Value hold;
    Hash* h;
    if (i->b & kConst) {
      hold = RK(i->b);
      h = deref_hash_strict(hold, EXT() | 4);
    } else h = deref_hash_strict(fp[i->b], EXT() | 2);
    ++pc;
    STORE(i->a, hash_get(h, RK(i->c)));
    NEXT();
  }
  L_RefHelemPlace : {
    SAVE_PC();
    Hash* h = deref_hash_strict(fp[i->b], EXT() | 2);
    ++pc;
    make_place(fp[i->a], &hash_place(h, RK(i->c)));
    NEXT_FAST();
  }
  L_DerefArray : {
    SAVE_PC();
    Value hold;
    Value* ref = &fp[i->b & 0x7fff];
    if (i->b & kConst) {
      hold = RK(i->b);
      ref = &hold;
    }
    Array* a = deref_array_strict(*ref, i->c);
    a->retain();
    fp[i->a] = Value::raw_object(a, kArrayVar);
    NEXT();
  }
  L_DerefHash : {
    SAVE_PC();
    Value hold;
    Value* ref = &fp[i->b & 0x7fff];
    if (i->b & kConst) {
      hold = RK(i->b);
      ref = &hold;
    }
    Hash* h = deref_hash_strict(*ref, i->c);
    h->retain();
    fp[i->a] = Value::raw_object(h, kHashVar);
    NEXT();
  }
  L_DerefGet : {
    SAVE_PC();
    Value r = rvalue(RK(i->b));
    Scalar* s = deref_scalar_strict(r, i->c, false, false);
    STORE(i->a, s ? s->get() : Value());
    NEXT();
  }
  L_DerefPlace : {
    SAVE_PC();
    Value hold;
    Value* ref = &fp[i->b & 0x7fff];
    if (i->b & kConst) {
      hold = RK(i->b);
      ref = &hold;
    }
    Scalar* s = deref_scalar_strict(*ref, i->c, true, true);
    fp[i->a] = Value::boxed(s);
    NEXT();
  }
  L_PushOne : {
    Array* a = array_of(fp[i->b]);
    SAVE_PC();
    check_array_writable(a);
    a->push(rvalue(RK(i->c)));
    if (i->a != kNone) STORE(i->a, Value::integer(static_cast<std::int64_t>(a->size())));
    NEXT_FAST();
  }
  L_PushList : {
    SAVE_PC();
    Array* a = array_of(fp[i->b]);
    check_array_writable(a);
    Value* from = stack_base_ + fp[i->c].i;
    a->reserve(a->size() + static_cast<std::size_t>(sp_ - from));
    for (Value* v = from; v < sp_; ++v) a->push(plain(*v) ? std::move(*v) : rvalue(*v));
    pop_to(from);
    if (i->a != kNone) STORE(i->a, Value::integer(static_cast<std::int64_t>(a->size())));
    NEXT_FAST();
  }
  L_Unshift : {
    SAVE_PC();
    Array* a = array_of(fp[i->b]);
    check_array_writable(a);
    Value* from = stack_base_ + fp[i->c].i;
    for (Value* v = from; v < sp_; ++v)
      if (!plain(*v)) *v = rvalue(*v);
    a->unshift(from, static_cast<std::size_t>(sp_ - from));
    pop_to(from);
    if (i->a != kNone) STORE(i->a, Value::integer(static_cast<std::int64_t>(a->size())));
    NEXT_FAST();
  }
  L_Pop : {
    SAVE_PC();
    Array* a = array_of(fp[i->b]);
    check_array_writable(a);
    STORE(i->a, a->pop());
    NEXT_FAST();
  }
  L_Shift : {
    SAVE_PC();
    Array* a = array_of(fp[i->b]);
    check_array_writable(a);
    STORE(i->a, a->shift());
    NEXT_FAST();
  }
  L_Splice : {
    SAVE_PC();
    Want want = static_cast<Want>(EXT() == static_cast<unsigned>(Ctx::List) ? Want::List : Want::Scalar);
    ++pc;
    Value* from = stack_base_ + fp[i->c].i;
    std::vector<Value> removed;
    check_array_writable(array_of(fp[i->b]));
    Value v = builtin::splice(*this, array_of(fp[i->b]), from, static_cast<std::size_t>(sp_ - from), want, &removed);
    pop_to(from);
    if (want == Want::List)
      for (Value& r : removed) push(rvalue(r));
    else STORE(i->a, std::move(v));
    NEXT();
  }
  L_KeysList : {
    SAVE_PC();
    keys_list(fp[i->b], i->c);
    NEXT_FAST();
  }
  L_KeysScalar : {
    SAVE_PC();
    STORE(i->a, keys_scalar(fp[i->b], i->c));
    NEXT_FAST();
  }
  L_DeleteElem : {
    SAVE_PC();
    STORE(i->a, delete_elem(array_of(fp[i->b]), RK(i->c)));
    NEXT_FAST();
  }
  L_DeleteHelem : {
    SAVE_PC();
    STORE(i->a, delete_hash(hash_of(fp[i->b]), RK(i->c)));
    NEXT_FAST();
  }
  L_ExistsElem : {
    SAVE_PC();
    std::int64_t n = index_of(RK(i->c));
    STORE(i->a, Value::boolean(array_of(fp[i->b])->exists(n)));
    NEXT_FAST();
  }
  L_ExistsHelem : {
    SAVE_PC();
    Value hold;
    const Value& key = key_string(RK(i->c), &hold);
    STORE(i->a, Value::boolean(hash_of(fp[i->b])->find(key.s) != nullptr));
    NEXT();
  }
  L_DeleteArraySlice : L_DeleteHashSlice : {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->b].i;
    std::vector<Value> out;
    bool hash = static_cast<Opc>(i->op) == Opc::DeleteHashSlice;
    for (Value* v = from; v < sp_; ++v) {
      if (i->c) out.push_back(*v);
      out.push_back(hash ? delete_hash(hash_of(fp[i->a]), *v) : delete_elem(array_of(fp[i->a]), *v));
    }
    pop_to(from);
    for (Value& v : out) push(std::move(v));
    NEXT();
  }
  L_UndefContainer : {
    SAVE_PC();
    undef_container(fp[i->a]);
    NEXT_FAST();
  }
  L_MatchArray : {
    Array* a = match_array(i->b);
    a->retain();
    fp[i->a] = Value::raw_object(a, kArrayVar);
    NEXT_FAST();
  }
  L_MatchHash : {
    Hash* h = match_hash(i->b);
    h->retain();
    fp[i->a] = Value::raw_object(h, kHashVar);
    NEXT_FAST();
  }

  // --- lists
  L_Mark : {
    Value& m = fp[i->a];
    m = Value();
    m.i = sp_ - stack_base_;
    m.tag = kInternal;
    NEXT_FAST();
  }
  L_MoveDown : {  // the list at mark a takes the place of what stands on the stack from mark b on
    SAVE_PC();
    Value* from = stack_base_ + fp[i->a].i;
    Value* to = stack_base_ + fp[i->b].i;
    if (from != to) {
      std::vector<Value> items(std::make_move_iterator(from), std::make_move_iterator(sp_));
      pop_to(to);
      for (Value& v : items) push(std::move(v));
    }
    NEXT();
  }
  L_PopTo : {
    SAVE_PC();
    pop_to(stack_base_ + fp[i->a].i);
    NEXT_FAST();
  }
  L_PushConst : {
    new (sp_) Value(k[i->a & 0x7fff]);
    ++sp_;
    NEXT_FAST();
  }
  L_PushReadonly : {
    Scalar* s = Scalar::make(k[i->a & 0x7fff]);
    s->bits |= Scalar::ReadOnly;
    push(Value::adopt_boxed(s));
    NEXT_FAST();
  }
  L_PushCopy : {
    const Value& v = fp[i->a];
    if (plain(v)) new (sp_) Value(v);
    else {
      SAVE_PC();
      Value r = rvalue(v);
      new (sp_) Value(std::move(r));
    }
    ++sp_;
    NEXT();
  }
  L_PushMove : {
    new (sp_) Value(std::move(fp[i->a]));
    ++sp_;
    NEXT_FAST();
  }
  L_PushSlot : {
    Value& v = fp[i->a];
    if (plain(v)) {
      new (sp_) Value();
      sp_->p = &v;
      sp_->tag = kSlotPtr;
      ++sp_;
    } else push_place(&v);
    NEXT_FAST();
  }
  L_PushGv : push(Value::boxed(f->proto->globs[i->a]->scalar()));
  NEXT_FAST();
  L_PushTopic : {
    // Points at the current topic; boxed so that it survives changes of what it stands in.
    push(Value::boxed(box_place(*topic_)));
    NEXT_FAST();
  }
  L_PushElem : {
    SAVE_PC();
    Array* a = array_of(fp[i->a]);
    if (i->c) push(Value::boxed(box_place(element_place(a, RK(i->b)))));
    else push(deferred_element(a, RK(i->b)));
    NEXT_FAST();
  }
  L_PushHelem : {
    SAVE_PC();
    Hash* h = hash_of(fp[i->a]);
    if (i->c) push(Value::boxed(box_place(hash_place(h, RK(i->b)))));
    else push(deferred_helem(h, RK(i->b)));
    NEXT_FAST();
  }
  L_PushArray : {
    SAVE_PC();
    push_array(array_of(fp[i->a]), i->b, i->c);
    NEXT_FAST();
  }
  L_PushHash : {
    SAVE_PC();
    push_hash(hash_of(fp[i->a]), i->b);
    NEXT_FAST();
  }
  L_PushRange : {
    SAVE_PC();
    push_range(rvalue(RK(i->a)), rvalue(RK(i->b)));
    NEXT_FAST();
  }
  L_RepeatList : {
    SAVE_PC();
    repeat_list(stack_base_ + fp[i->a].i, rvalue(RK(i->b)));
    NEXT_FAST();
  }
  L_SliceArray : {
    SAVE_PC();
    slice_array(array_of(fp[i->a]), stack_base_ + fp[i->b].i, i->c);
    NEXT_FAST();
  }
  L_SliceHash : {
    SAVE_PC();
    slice_hash(hash_of(fp[i->a]), stack_base_ + fp[i->b].i, i->c);
    NEXT_FAST();
  }
  L_SliceList : {
    SAVE_PC();
    slice_list(stack_base_ + fp[i->a].i, stack_base_ + fp[i->b].i);
    NEXT_FAST();
  }
  L_LastOf : {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->b].i;
    Value v = sp_ > from ? rvalue(sp_[-1]) : Value();
    pop_to(from);
    STORE(i->a, std::move(v));
    NEXT();
  }
  L_LastAlias : {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->b].i;
    Value v;
    if (sp_ > from) v = sp_[-1].is_alias() ? sp_[-1] : Value::adopt_boxed(Scalar::make(sp_[-1]));
    else v = Value::adopt_boxed(Scalar::make());
    pop_to(from);
    fp[i->a] = std::move(v);
    NEXT();
  }
  L_ListCount : {
    STORE(i->a, Value::integer(sp_ - (stack_base_ + fp[i->b].i)));
    NEXT_FAST();
  }
  L_ArrayAssign : {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->b].i;
    std::int64_t n = sp_ - from;
    array_assign(array_of(fp[i->a]), from);
    if (i->c != kNone && i->c != 0) STORE(i->c, Value::integer(n));
    NEXT_FAST();
  }
  L_HashAssign : {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->b].i;
    std::int64_t n = sp_ - from;
    hash_assign(hash_of(fp[i->a]), from, sp_);
    pop_to(from);
    if (i->c != kNone && i->c != 0) STORE(i->c, Value::integer(n));
    NEXT_FAST();
  }
  L_Take : {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->b].i;
    std::int64_t n = fp[i->c].i++;
    if (from + n < sp_) STORE(i->a, rvalue(from[n]));
    else STORE(i->a, Value());
    NEXT_FAST();
  }
  L_TakeSkip : ++fp[i->c].i;
  NEXT_FAST();
  L_TakeArray : {
    SAVE_PC();
    Array* a = array_of(fp[i->a]);
    check_array_writable(a);
    Value* from = stack_base_ + fp[i->b].i + fp[i->c].i;
    a->clear();
    for (; from < sp_; ++from, ++fp[i->c].i) a->push(rvalue(*from));
    NEXT_FAST();
  }
  L_TakeHash : {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->b].i + fp[i->c].i;
    if (from > sp_) from = sp_;
    hash_assign(hash_of(fp[i->a]), from, sp_);
    fp[i->c].i += sp_ - from;
    NEXT_FAST();
  }
  L_TakeArraySlice : L_TakeHashSlice : {
    SAVE_PC();
    bool hash = static_cast<Opc>(i->op) == Opc::TakeHashSlice;
    Value* keys = stack_base_ + fp[pc->op].i;
    Value* keys_end = sp_;
    ++pc;
    Value* from = stack_base_ + fp[i->b].i;
    for (Value* key = keys; key < keys_end; ++key) {
      std::int64_t n = fp[i->c].i++;
      Value v = from + n < keys ? rvalue(from[n]) : Value();
      if (hash) hash_store(hash_of(fp[i->a]), *key, std::move(v));
      else store(element_place(array_of(fp[i->a]), *key), std::move(v));
    }
    pop_to(keys);
    NEXT();
  }

  // --- references
  L_RefTo : {
    Value& v = fp[i->b];
    switch (v.tag & kKindMask) {
      case kArrayVar & kKindMask: case kHashVar & kKindMask: STORE(i->a, Value::ref(v.o)); break;
      default:
        if (v.tag == kGlob && !i->c) STORE(i->a, Value::ref(v.o));
        else {
          Scalar* s = box_place(v);
          if (s->magic) [[unlikely]] {
            SAVE_PC();
            s = referenced(s);
          }
          STORE(i->a, Value::ref(s));
        }
    }
    NEXT_FAST();
  }
  L_RefToTemp : {
    Value& v = fp[i->b];
    if (v.tag == kGlob) STORE(i->a, Value::ref(v.o));
    else STORE(i->a, Value::adopt_ref(Scalar::make(rvalue(v))));
    NEXT_FAST();
  }
  L_RefDone : {
    sp_[-1].spare = 77;  // already a reference: MakeRefs leaves it
    NEXT_FAST();
  }
  L_FlattenRef : {
    Value r = std::move(sp_[-1]);
    --sp_;
    if (r.o->type == Type::Array) push_array(static_cast<Array*>(static_cast<Referent*>(r.o)), 1, 0xffff);
    else {
      push(std::move(r));
      sp_[-1].spare = 77;
    }
    NEXT();
  }
  L_MakeRefs : {
    SAVE_PC();
    for (Value* v = stack_base_ + fp[i->a].i; v < sp_; ++v) {
      if (v->is_ref() && v->spare == 77) {
        v->spare = 0;
        continue;
      }
      if (v->tag == kGlob) *v = Value::ref(v->o);
      else if (v->is_alias()) {
        Scalar* s = box_place(*v);
        *v = Value::ref(s->magic ? referenced(s) : s);
      }
      else *v = Value::adopt_ref(Scalar::make(rvalue(*v)));
    }
    NEXT_FAST();
  }
  L_NewArrayRef : {
    Value* from = stack_base_ + fp[i->b].i;
    Array* a = Array::make();
    a->reserve(static_cast<std::size_t>(sp_ - from));
    for (Value* v = from; v < sp_; ++v) a->push(plain(*v) ? std::move(*v) : rvalue(*v));
    pop_to(from);
    STORE(i->a, Value::adopt_ref(a));
    NEXT_FAST();
  }
  L_NewHashRef : {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->b].i;
    Value h = Value::adopt_ref(Hash::make());
    anon_hash_fill(static_cast<Hash*>(static_cast<Referent*>(h.o)), from, sp_);
    pop_to(from);
    STORE(i->a, std::move(h));
    NEXT();
  }
  L_MakeClosure : {
    SAVE_PC();
    FuncProto* made = f->proto->functions[i->b];
    if (made->has_prototype && made->prototype.empty() && made->captures.size() == 1 &&
        made->captures[0].sigil == '$' && made->home->name == "constant") {
      // `use constant`: nothing can change the captured value any more.
      Code* c = make_code(made, f);
      c->constant = rvalue(c->captures[0]);
      c->bits |= Code::Const;
      STORE(i->a, Value::adopt_ref(c));
      NEXT_FAST();
    }
    if (i->c & kConst) {
      Value& kept = f->proto->consts[i->c & 0x7fff];
      if (kept.is_undef()) kept = Value::adopt_ref(make_code(f->proto->functions[i->b], f));
      STORE(i->a, kept);
      NEXT_FAST();
    }
    Code* c = make_code(f->proto->functions[i->b], f);
    STORE(i->a, Value::adopt_ref(c));
    NEXT_FAST();
  }
  L_CodeOfGlob : {
    // c: 0 reference (autovivifies a stub), 1 code to run, 2 sort sub
    SAVE_PC();
    Glob* g = f->proto->globs[i->b];
    Code* c = g->code();
    if (!c) {
      if (i->c == 2 || i->c == 1) {
        c = i->c == 1 ? resolve_sub(g) : nullptr;
        if (!c && i->c == 2) {
          STORE(i->a, Value::string(g->full_name()));
          NEXT_FAST();
        }
      }
      if (!c) {
        c = Code::make();
        c->bits |= Code::Declared;
        c->name_glob = g;
        c->home = g->stash;
        g->set_code(c);
        c->release();
      }
    }
    STORE(i->a, Value::ref(c));
    NEXT_FAST();
  }
  L_CodeRefOf : {
    SAVE_PC();
    Value v = rvalue(RK(i->b));
    Code* c;
    if (v.is_ref() || v.is_glob() || v.is_undef()) {
      c = callable(v, i->c & 1);
      if (!c && !v.is_glob()) die_not_callable(v, i->c & 1);
    } else {  // \&$name is allowed under strict refs and declares the sub (strict)
      Text name(*this, v);
      std::string_view n = name.view();
      if (!n.empty() && n[0] == '&') n.remove_prefix(1);
      Glob* g = glob_for_symbol(n, '&');
      c = g->code();
      if (!c) {
        c = Code::make();
        c->bits |= Code::Declared;
        c->name_glob = g;
        c->home = g->stash;
        g->set_code(c);
        c->release();
      }
    }
    STORE(i->a, c ? Value::ref(c) : Value());
    NEXT();
  }
  L_SubDefined : L_SubExists : {
    SAVE_PC();
    Code* c;
    if (i->c) {
      Value v = rvalue(RK(i->b));
      c = nullptr;
      if (v.is_ref() && v.o->type == Type::Code) c = static_cast<Code*>(static_cast<Referent*>(v.o));
      else if (v.is_string()) {
        Glob* g = glob(v.s->view().find("::") == std::string_view::npos
                           ? current_package()->name + "::" + std::string(v.s->view())
                           : std::string(v.s->view()), false);
        c = g ? g->code() : nullptr;
      } else if (v.is_ref()) c = code_of(v);
    } else c = f->proto->globs[i->b]->code();
    bool yes = c && (static_cast<Opc>(i->op) == Opc::SubExists || c->defined() || (c->bits & Code::Const));
    STORE(i->a, Value::boolean(yes));
    NEXT();
  }
  L_UndefSub : {
    SAVE_PC();
    Code* c = i->b ? callable(rvalue(fp[i->a]), false) : f->proto->globs[i->a]->code();
    if (c) {
      if (c->proto) Code::release_proto(c->proto);
      c->proto = nullptr;
      c->native = nullptr;
      c->bits &= ~Code::Const;
      ++method_generation_;
    }
    NEXT_FAST();
  }
  L_SubSelf : {
    if (f->code && f->kind == FrameSub) STORE(i->a, Value::ref(f->code));
    else STORE(i->a, Value());
    NEXT_FAST();
  }

  // --- calls
  L_CallSub : {
    SAVE_PC();
    Glob* g = f->proto->globs[i->b];
    Code* c = g->code();
    std::uint32_t x = EXT();
    Value* args;
    std::uint32_t n = i->c;
    if (!c || !c->defined()) c = resolve_sub(g);
    if ((x >> 25 & 1) && c->proto && !c->proto->lvalue)
      die("Can't modify non-lvalue subroutine call of &" + g->full_name());
    f->pc = ++pc;
    Want want;
    unsigned ctx = (x >> 16) & 0xff;
    want = ctx == static_cast<unsigned>(Ctx::Return) ? f->want : static_cast<Want>(ctx);
    if (n == kNone - 1) {
      call_shared(c, want, i->a, (x >> 24) & 1);
      RELOAD();
      NEXT_FAST();
    }
    if (n == kNone) {
      args = stack_base_ + fp[x & 0xffff].i;
      n = static_cast<std::uint32_t>(sp_ - args);
    } else args = sp_ - n;
    if (enter(c, args, n, want, i->a, (x >> 24) & 1)) RELOAD();
    NEXT_FAST();
  }
  L_CallDynamic : {
    SAVE_PC();
    std::uint32_t x = EXT();
    std::uint32_t more = EXT_MORE();
    Value v = rvalue(RK(i->b));
    Code* c = callable(v, more & 2);
    if (!c) die_not_callable(v, more & 2);
    if (!c->defined() && c->name_glob) c = resolve_sub_code(c);
    f->pc = ++pc;
    std::uint32_t n = i->c;
    unsigned ctx = (x >> 16) & 0xff;
    Want want = ctx == static_cast<unsigned>(Ctx::Return) ? f->want : static_cast<Want>(ctx);
    if (n == kNone - 1) {
      call_shared(c, want, i->a, (x >> 24) & 1);
      RELOAD();
      NEXT();
    }
    Value* args;
    if (n == kNone) {
      args = stack_base_ + fp[x & 0xffff].i;
      n = static_cast<std::uint32_t>(sp_ - args);
    } else args = sp_ - n;
    if (enter(c, args, n, want, i->a, (x >> 24) & 1)) RELOAD();
    NEXT();
  }
  L_CallMethod : {
    SAVE_PC();
    std::uint32_t x = EXT();
    std::uint32_t more = EXT_MORE();
    std::uint32_t n = i->c;
    Value* args;
    if (n == kNone) {
      args = stack_base_ + fp[x & 0xffff].i;
      n = static_cast<std::uint32_t>(sp_ - args);
    } else args = sp_ - n;
    Code* c = resolve_method(args, n, RK(i->b), more & 0xff, &f->proto->caches[more >> 8], *f);
    f->pc = ++pc;
    unsigned ctx = (x >> 16) & 0xff;
    Want want = ctx == static_cast<unsigned>(Ctx::Return) ? f->want : static_cast<Want>(ctx);
    if (!c) {  // import/unimport without a definition: nothing to do
      pop_to(args);
      if (want == Want::Scalar && i->a != kNone) store(fp[i->a], Value());
      NEXT_FAST();
    }
    if (enter(c, args, n, want, i->a, (x >> 24) & 1)) RELOAD();
    NEXT_FAST();
  }
  L_Builtin : {
    SAVE_PC();
    auto id = static_cast<BuiltinId>(i->b);
    std::uint32_t x = EXT();
    std::uint32_t n = i->c;
    Value* args;
    if (n == kNone) {
      args = stack_base_ + fp[x & 0xffff].i;
      n = static_cast<std::uint32_t>(sp_ - args);
    } else args = sp_ - n;
    unsigned ctx = (x >> 16) & 0xff;
    Want want = ctx == static_cast<unsigned>(Ctx::Return) ? f->want : static_cast<Want>(ctx);
    if (id == BuiltinId::k_die) {
      Value error = die_object(args, n);
      pop_to(args);
      if (!unwind(std::move(error), base_frame)) throw PerlDie{std::move(pending_error_)};
      RELOAD();
      NEXT();
    }
    call_builtin(id, args, n, want, EXT_MORE(), i->a, i);
    f = &frames_[depth_];
    fp = f->fp;
    ++pc;
    NEXT();
  }
  L_ReturnScalar : {
    const Value& v = RK(i->a);
    Value result;
    if (!plain(v)) {
      SAVE_PC();
      result = rvalue(v);
    } else result = v;
    bool entry = f->entry;
    Want want = f->want;
    std::uint16_t dst = f->dst;
    Value* base = f->result_base;
    SAVE_PC();
    pop_frame();
    if (entry) {
      if (want != Want::Void) push(std::move(result));
      return;
    }
    RELOAD();
    if (want == Want::Scalar) {
      if (dst != kNone) STORE(dst, std::move(result));
    } else if (want == Want::List) {
      (void)base;
      push(std::move(result));
    }
    NEXT();
  }
  L_ReturnEmpty : {
    bool entry = f->entry;
    Want want = f->want;
    std::uint16_t dst = f->dst;
    SAVE_PC();
    pop_frame();
    if (entry) {
      if (want == Want::Scalar) push(Value());
      return;
    }
    RELOAD();
    if (want == Want::Scalar && dst != kNone) STORE(dst, Value());
    NEXT_FAST();
  }
  L_ReturnList : L_ReturnLvalue : {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->a].i;
    bool entry = f->entry;
    Want want = f->want;
    bool aliases = static_cast<Opc>(i->op) == Opc::ReturnLvalue && f->lvalue_call;
    std::uint16_t dst = f->dst;
    native_results_.clear();
    std::vector<Value> items;
    items.swap(native_results_);
    if (want == Want::List) {
      for (Value* v = from; v < sp_; ++v)
        items.push_back(aliases ? (v->tag == kSlotPtr ? Value::boxed(box_place(*v)) : *v)
                                : plain(*v) ? std::move(*v) : rvalue(*v));
    } else if (want == Want::Scalar) items.push_back(sp_ > from ? rvalue(sp_[-1]) : Value());
    pop_frame();
    if (want != Want::Scalar || entry)
      for (Value& v : items) push(std::move(v));
    if (entry) {
      items.clear();
      items.swap(native_results_);
      return;
    }
    RELOAD();
    if (want == Want::Scalar && dst != kNone) STORE(dst, std::move(items[0]));
    items.clear();
    items.swap(native_results_);
    NEXT();
  }
  L_ReturnCalled : {
    // Tail position: hands on what the call above delivered in this sub's own context.
    SAVE_PC();
    bool entry = f->entry;
    Want want = f->want;
    std::uint16_t dst = f->dst;
    if (want == Want::List) {
      Value* from = stack_base_ + fp[i->b].i;
      std::vector<Value> items;
      for (Value* v = from; v < sp_; ++v) items.push_back(std::move(*v));
      pop_frame();
      for (Value& v : items) push(std::move(v));
      if (entry) return;
      RELOAD();
      NEXT();
    }
    Value result = want == Want::Scalar ? rvalue(fp[i->a]) : Value();
    pop_frame();
    if (entry) {
      if (want == Want::Scalar) push(std::move(result));
      return;
    }
    RELOAD();
    if (want == Want::Scalar && dst != kNone) STORE(dst, std::move(result));
    NEXT();
  }
  L_ArgGet : {
    if (f->args_array) {
      Value* v = f->args_array->find(i->b);
      SAVE_PC();
      STORE(i->a, v && v->tag != kInternal ? rvalue(*v) : Value());
    } else if (i->b < f->nargs) {
      const Value& v = f->args[i->b];
      const Value& t = through(v);
      if (plain(t)) STORE(i->a, t);
      else {
        SAVE_PC();
        STORE(i->a, rvalue(v));
      }
    } else STORE(i->a, Value());
    NEXT_FAST();
  }
  L_ArgShift : {
    if (f->args_array) STORE(i->a, f->args_array->shift());
    else if (f->nargs) {
      Value& v = f->args[0];
      const Value& t = through(v);
      if (plain(v)) STORE(i->a, std::move(v));
      else if (plain(t)) STORE(i->a, t);
      else {
        SAVE_PC();
        STORE(i->a, rvalue(v));
      }
      ++f->args;
      --f->nargs;
    } else STORE(i->a, Value());
    NEXT_FAST();
  }
  L_ArgPop : {
    if (f->args_array) STORE(i->a, f->args_array->pop());
    else if (f->nargs) {
      SAVE_PC();
      --f->nargs;
      STORE(i->a, rvalue(f->args[f->nargs]));
    } else STORE(i->a, Value());
    NEXT_FAST();
  }
  L_ArgCount : STORE(i->a, Value::integer(f->args_array ? static_cast<std::int64_t>(f->args_array->size()) : f->nargs));
  NEXT_FAST();
  L_ArgsRest : {
    SAVE_PC();
    Array* a = array_of(fp[i->a]);
    a->clear();
    if (f->args_array) {
      for (std::size_t n = i->b; n < f->args_array->size(); ++n) {
        Value& v = (*f->args_array)[n];
        a->push(v.tag == kInternal ? Value() : rvalue(v));
      }
    } else
      for (std::uint32_t n = i->b; n < f->nargs; ++n) a->push(rvalue(f->args[n]));
    NEXT_FAST();
  }
  L_ArgsRestHash : {
    SAVE_PC();
    if (f->args_array) {
      Value* from = sp_;
      for (std::size_t n = i->b; n < f->args_array->size(); ++n) push(rvalue((*f->args_array)[n]));
      hash_assign(hash_of(fp[i->a]), from, sp_);
      pop_to(from);
    } else {
      std::uint32_t n = i->b < f->nargs ? i->b : f->nargs;
      hash_assign(hash_of(fp[i->a]), f->args + n, f->args + f->nargs);
    }
    NEXT_FAST();
  }
  L_CheckArity : {
    SAVE_PC();
    check_arity(*f);
    NEXT_FAST();
  }
  L_Wantarray : {
    if (f->kind == FrameMain || f->want == Want::Void) STORE(i->a, Value());
    else STORE(i->a, Value::boolean(f->want == Want::List));
    NEXT_FAST();
  }
  L_GotoSub : {
    SAVE_PC();
    Value v = rvalue(fp[i->a]);
    Code* c = callable(v, false);
    if (!c) die(v.is_undef() ? "Goto undefined subroutine" : "Not a CODE reference");
    if (!c->defined()) c = resolve_sub_code(c, true);
    bool entry_native = goto_sub_enter(c);
    if (entry_native) return;
    RELOAD();
    NEXT();
  }
  L_GotoLabel : {
    SAVE_PC();
    std::uint32_t target = EXT();
    if (target != UINT32_MAX) {
      pc = code + target;
      NEXT_FAST();
    }
    if (!goto_label(k[i->a & 0x7fff].s->view(), base_frame)) die("Can't find label " + std::string(k[i->a & 0x7fff].s->view()));
    RELOAD();
    NEXT_FAST();
  }
  L_GotoValue : {
    SAVE_PC();
    Value v = rvalue(RK(i->a));
    if (v.is_ref() && v.o->type == Type::Code) {
      if (goto_sub_enter(static_cast<Code*>(static_cast<Referent*>(v.o)))) return;
      RELOAD();
      NEXT();
    }
    Text label(*this, v);
    if (label.size() == 0) die("goto must have label");
    if (!goto_label(label.view(), base_frame)) die("Can't find label " + std::string(label.view()));
    RELOAD();
    NEXT();
  }

  // --- loops
  L_ForRangeInit : {
    SAVE_PC();
    for_range_init(fp + i->a, rvalue(RK(i->b)), rvalue(RK(i->c)), EXT());
    ++pc;
    NEXT_FAST();
  }
  L_ForRangeNext : {
    Value& cur = fp[i->b];
    if (cur.tag == kInternal) [[likely]] {
      std::int64_t n = cur.i;
      std::int64_t end = fp[i->b + 1].i;
      if (i->c ? n < end : n > end) {
        JUMP_EXT();
        NEXT_FAST();
      }
      ++pc;
      cur.i = i->c ? n - 1 : n + 1;
      fp[i->a].set_int(n);
      NEXT_FAST();
    }
    Array* a = array_of(cur);
    std::int64_t n = fp[i->b + 1].i++;
    if (n >= static_cast<std::int64_t>(a->size())) JUMP_EXT();
    else {
      ++pc;
      fp[i->a] = (*a)[static_cast<std::size_t>(n)];
    }
    NEXT_FAST();
  }
  L_ForRangeNextCell : {
    Value& cur = fp[i->b];
    Value v;
    if (cur.tag == kInternal) {
      std::int64_t n = cur.i, end = fp[i->b + 1].i;
      if (i->c ? n < end : n > end) {
        JUMP_EXT();
        NEXT();
      }
      cur.i = i->c ? n - 1 : n + 1;
      v = Value::integer(n);
    } else {
      Array* a = array_of(cur);
      std::int64_t n = fp[i->b + 1].i++;
      if (n >= static_cast<std::int64_t>(a->size())) {
        JUMP_EXT();
        NEXT();
      }
      v = (*a)[static_cast<std::size_t>(n)];
    }
    ++pc;
    fp[i->a] = Value::adopt_boxed(Scalar::make(std::move(v)));
    NEXT();
  }
  L_ForGlobalSet : {
    Scalar* s = Scalar::make(rvalue(fp[i->a]));
    set_glob_scalar(f->proto->globs[i->b], s);
    s->release();
    NEXT_FAST();
  }
  L_ForArrayInit : {
    Value a = Value::raw_object(fp[i->b].o, kArrayVar);
    a.o->retain();
    Array* arr = array_of(a);
    fp[i->a] = std::move(a);
    Value& idx = fp[i->a + 1];
    idx = Value();
    idx.tag = kInternal;
    idx.i = i->c ? static_cast<std::int64_t>(arr->size()) : -1;
    NEXT();
  }
#define ARRAY_STEP(reverse)                                                      \
  Array* a = array_of(fp[i->b]);                                                 \
  std::int64_t& n = fp[i->b + 1].i;                                              \
  n += (reverse) ? -1 : 1;                                                       \
  if (n < 0 || n >= static_cast<std::int64_t>(a->size())) {                      \
    JUMP_EXT();                                                                  \
    NEXT();                                                                      \
  }                                                                              \
  ++pc;                                                                          \
  Value& e = (*a)[static_cast<std::size_t>(n)];                                  \
  if (e.tag == kInternal) e.tag = kUndef;
  L_ForArrayNext : {
    ARRAY_STEP(i->c & 4)
    unsigned mode = i->c & 3;
    if (mode == 2 && plain(e)) fp[i->a] = e;
    else if (mode == 1 || mode == 2) make_place(fp[i->a], &e);
    else fp[i->a] = Value::boxed(box_place(e));
    NEXT();
  }
  L_ForArrayNextTopic : {
    ARRAY_STEP(i->c)
    if (i->a) topic_ = e.tag == kSlotPtr ? e.p : &e;
    else {
      Value& keep = fp[i->b + 2];
      keep = Value::boxed(box_place(e));
      topic_ = &keep;
    }
    NEXT();
  }
  L_ForArrayNextGlobal : {
    ARRAY_STEP(i->c)
    set_glob_scalar(f->proto->globs[i->a], box_place(e));
    NEXT();
  }
  L_ForListInit : {
    Value& idx = fp[i->a + 1];
    idx = Value();
    idx.tag = kInternal;
    idx.i = fp[i->a].i;
    Value& end = fp[i->a + 2];
    end = Value();
    end.tag = kInternal;
    end.i = sp_ - stack_base_;
    NEXT();
  }
#define LIST_STEP()                             \
  std::int64_t& n = fp[i->b + 1].i;             \
  if (n >= fp[i->b + 2].i) {                    \
    JUMP_EXT();                                 \
    NEXT();                                     \
  }                                             \
  ++pc;                                         \
  Value& e = stack_base_[n++];
  L_ForListNext : {
    LIST_STEP()
    if (e.is_boxed()) {
      e.o->retain();
      fp[i->a] = Value::raw_object(e.o, kBoxed);
    } else make_place(fp[i->a], &e);
    NEXT();
  }
  L_ForListNextN : {
    std::int64_t& n = fp[i->b + 1].i;
    if (n >= fp[i->b + 2].i) {
      JUMP_EXT();
      NEXT_FAST();
    }
    ++pc;
    for (unsigned v = 0; v < i->c; ++v) {
      if (n < fp[i->b + 2].i) {
        Value& e = stack_base_[n++];
        if (e.is_boxed()) {
          e.o->retain();
          fp[i->a + v] = Value::raw_object(e.o, kBoxed);
        } else make_place(fp[i->a + v], &e);
      } else fp[i->a + v] = Value();
    }
    NEXT_FAST();
  }
  L_ForListNextTopic : {
    LIST_STEP()
    topic_ = e.tag == kSlotPtr ? e.p : &e;
    NEXT();
  }
  L_ForListNextGlobal : {
    LIST_STEP()
    set_glob_scalar(f->proto->globs[i->a], box_place(e));
    NEXT();
  }
  L_MapInit : {
    Value& idx = fp[i->b];
    idx = Value();
    idx.tag = kInternal;
    idx.i = fp[i->a].i;
    Value& end = fp[i->c];
    end = Value();
    end.tag = kInternal;
    end.i = sp_ - stack_base_;
    NEXT_FAST();
  }
  L_MapNext : {
    std::int64_t n = fp[i->a].i;
    if (n >= fp[i->b].i) {
      JUMP_EXT();
      NEXT_FAST();
    }
    ++pc;
    fp[i->a].i = n + 1;
    Value& e = stack_base_[n];
    topic_ = e.tag == kSlotPtr ? e.p : &e;
    NEXT_FAST();
  }
  L_GrepKeep : {
    Value& e = stack_base_[fp[i->a].i - 1];
    new (sp_) Value(e);
    ++sp_;
    NEXT_FAST();
  }
  L_MapDone : {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->a].i;
    Value* results = stack_base_ + fp[i->b].i;
    std::ptrdiff_t n = sp_ - results;
    for (Value* v = from; v < results; ++v) v->~Value();
    std::memmove(static_cast<void*>(from), static_cast<void*>(results), static_cast<std::size_t>(n) * sizeof(Value));
    sp_ = from + n;
    // Aliases of plain list items were pointers into what is gone now: they were copied by value.
    NEXT_FAST();
  }
  L_Sort : {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->a & 0x7fff].i;
    SortedAliases aliases(*this, from, i->a & kConst);
    sort_items(from, i->b | (i->a & kConst ? 8 : 0));
    aliases.put_back(from);
    NEXT_FAST();
  }
  L_SortBlock : {
    f->pc = pc + 1;
    std::uint32_t target = EXT();
    std::uint32_t links = EXT_MORE();
    Glob* ga = f->proto->globs[links & 0xffff];
    Glob* gb = f->proto->globs[links >> 16];
    Value* from = stack_base_ + fp[i->a & 0x7fff].i;
    SortedAliases aliases(*this, from, i->a & kConst);
    sort_block(from, *f, i->b, i->c, ga, gb, pc + 1);
    aliases.put_back(from);
    pc = code + target;
    NEXT_FAST();
  }
  L_SortSub : {
    SAVE_PC();
    std::uint32_t links = EXT_MORE();
    Value v = rvalue(fp[i->b]);
    Code* c = nullptr;
    if (v.is_string()) {
      Glob* g = glob_for_symbol(v.s->view(), '&');
      c = g ? g->code() : nullptr;
    } else c = callable(v, false);
    if (!c || !c->defined()) {
      if (v.is_string()) die("Undefined sort subroutine \"" + std::string(v.s->view()) + "\" called");
      die("Undefined subroutine in sort");
    }
    Value* from = stack_base_ + fp[i->a & 0x7fff].i;
    SortedAliases aliases(*this, from, i->a & kConst);
    sort_sub(from, c, f->proto->globs[links & 0xffff], f->proto->globs[links >> 16]);
    aliases.put_back(from);
    ++pc;
    NEXT();
  }
  L_EndBlock : {
    block_result_ = &fp[i->a];
    return;
  }
  L_DynamicLoop : {
    SAVE_PC();
    Value label = i->b == kNone ? Value() : rvalue(RK(i->b));
    if (!dynamic_loop(static_cast<char>(i->a), label, base_frame)) {
      throw LoopExit{static_cast<char>(i->a - 'a' + 'A'), label};  // a capital: searched up to here
    }
    RELOAD();
    NEXT();
  }
  L_WarnExiting : {
    SAVE_PC();
    warn(Warning::Exiting, std::string(i->b ? "Exiting pseudo-block via " : "Exiting eval via ") + (i->a == 'n' ? "next" : i->a == 'l' ? "last" : "redo"));
    NEXT_FAST();
  }
  L_FlipFlop : {
    // b: state cell; c: 1 at the end ("E0" appended). Counts up and gives the number.
    SAVE_PC();
    Scalar* s = fp[i->b].box;
    if (i->c) {
      STORE(i->a, Value::string(std::to_string(s->value.i) + "E0"));
      s->value = Value();
    } else {
      s->value = Value::integer(s->value.tag == kInt ? s->value.i + 1 : 1);
      STORE(i->a, s->value);
    }
    NEXT_FAST();
  }
  L_SaveMark : {
    Value& m = fp[i->a];
    m = Value();
    m.tag = kInternal;
    m.i = static_cast<std::int64_t>(saves_.size());
    NEXT_FAST();
  }
  L_SaveRestore : {
    if (saves_.size() > static_cast<std::size_t>(fp[i->a].i)) {
      SAVE_PC();
      restore_to(static_cast<std::uint32_t>(fp[i->a].i));
    }
    NEXT_FAST();
  }
  L_SaveGlobScalar : {
    Glob* g = f->proto->globs[i->b];
    save_glob_scalar(g);
    NEXT_FAST();
  }
  L_SaveSlot : {
    save({SaveEntry::Slot, &fp[i->a], nullptr, fp[i->a], {}, 0});
    NEXT_FAST();
  }
  L_LocalScalar : SAVE_PC();
  local_scalar(f->proto->globs[i->a]);
  NEXT_FAST();
  L_LocalArray : SAVE_PC();
  local_array(f->proto->globs[i->a]);
  NEXT_FAST();
  L_LocalHash : SAVE_PC();
  local_hash(f->proto->globs[i->a]);
  NEXT_FAST();
  L_LocalTopic : SAVE_PC();
  local_topic();
  NEXT_FAST();
  L_LocalElem : SAVE_PC();
  local_elem(array_of(fp[i->a]), RK(i->b), i->c);
  NEXT_FAST();
  L_LocalHelem : SAVE_PC();
  local_helem(hash_of(fp[i->a]), RK(i->b), i->c);
  NEXT_FAST();
  L_LocalArraySlice : L_LocalHashSlice : {
    SAVE_PC();
    for (Value* v = stack_base_ + fp[i->b].i; v < sp_; ++v) {
      if (static_cast<Opc>(i->op) == Opc::LocalHashSlice) local_helem(hash_of(fp[i->a]), *v, i->c);
      else local_elem(array_of(fp[i->a]), *v, i->c);
    }
    if (!i->c) pop_to(stack_base_ + fp[i->b].i);
    NEXT_FAST();
  }
  L_LocalGlob : {
    SAVE_PC();
    Value g = rvalue(fp[i->a]);
    if (g.is_glob()) local_glob(reinterpret_cast<Glob*>(g.o));
    NEXT();
  }
  L_LocalDeref : {
    SAVE_PC();
    local_deref(rvalue(RK(i->a)), static_cast<char>(i->b), i->c);
    NEXT_FAST();
  }
  L_LocalArgs : {
    SAVE_PC();
    save({SaveEntry::ArgsArray, f, nullptr, fp[i->a], {}, static_cast<std::int64_t>(i->a)});
    fp[i->a] = Value::raw_object(Array::make(), kArrayVar);
    f->args_array = array_of(fp[i->a]);
    NEXT_FAST();
  }
  L_EvalEnter : {
    EvalRecord r{};
    r.frame = depth_;
    r.level = level_;
    r.handler = EXT();
    r.save_height = static_cast<std::uint32_t>(saves_.size());
    r.sp = sp_;
    r.first_slot = i->a;
    r.is_try = i->b;
    r.ctx_for_caller = static_cast<Ctx>(i->c);
    r.start_pc = pc;
    evals_.push_back(r);
    Scalar* s = error_glob_->scalar();
    if (!(s->value.tag == kStr && s->value.s->length == 0)) {
      SAVE_PC();
      set_eval_error(Value::string(""));
    }
    ++pc;
    NEXT();
  }
  L_EvalLeave : {
    bool is_try = evals_.back().is_try;
    if (saves_.size() > evals_.back().save_height) {
      SAVE_PC();
      restore_to(evals_.back().save_height);
    }
    evals_.pop_back();
    if (!is_try && i->a) {
      Scalar* s = error_glob_->scalar();
      if (!(s->value.tag == kStr && s->value.s->length == 0)) {
        SAVE_PC();
        set_eval_error(Value::string(""));
      }
    }
    NEXT_FAST();
  }
  L_CatchValue : {
    STORE(i->a, std::move(eval_result_));
    NEXT_FAST();
  }

  // --- I/O, code loading, regex
  L_Print : {
    SAVE_PC();
    std::uint32_t x = EXT();
    ++pc;
    Value* args;
    std::uint32_t n = i->c;
    if (n == kNone) {
      args = stack_base_ + fp[x & 0xffff].i;
      n = static_cast<std::uint32_t>(sp_ - args);
    } else args = sp_ - n;
    bool ok = print_op(i->b == kNone ? nullptr : &RK(i->b), args, n, x >> 16);
    pop_to(args);
    if (i->a != kNone) STORE(i->a, ok ? Value::integer(1) : Value());
    NEXT_FAST();
  }
  L_ReadLine : {
    SAVE_PC();
    if (i->c & 1) {
      Value v;
      require_allowed(builtin::Capability::FsRead, "<>");
      builtin::read_argv_line(*this, v, i->c & 2);
      STORE(i->a, std::move(v));
    } else {
      // A plain handle, the usual case.
      if (const Value& handle = through(RK(i->b));
          plain(fp[i->a]) && ((handle.tag == kRef && handle.o->type == Type::Glob &&
                               !static_cast<Referent*>(handle.o)->stash()) ||
                              handle.tag == kGlob)) [[likely]] {
        auto* g = reinterpret_cast<Glob*>(handle.o);
        g->retain();
        if (i->c & 4) fp[i->a].set_bool(builtin::read_line(*this, g, *topic_));
        else builtin::read_line(*this, g, fp[i->a]);
        g->release();
        NEXT_FAST();
      }
      Value source = rvalue(RK(i->b)), next;
      bool overload = overloaded(source) && overload_method(static_cast<Referent*>(source.o)->stash(), "(<>") &&
                      overload_unary("(<>", source, &next);
      if (Glob* g = overload ? nullptr : readable_glob(RK(i->b))) {
        g->retain();
        builtin::read_line(*this, g, next);
        g->release();
      }
      if (i->c & 4) {
        fp[i->a].set_bool(!next.is_undef());
        store(*topic_, std::move(next));
      } else STORE(i->a, std::move(next));
    }
    NEXT();
  }
  L_ReadLines : {
    SAVE_PC();
    std::vector<Value> lines;
    if (i->c & 1) {
      builtin::read_argv_lines(*this, lines, i->c & 2);
    } else if (Value source = rvalue(RK(i->b)); overloaded(source)) {
      Code* c = overload_method(static_cast<Referent*>(source.o)->stash(), "(<>");
      if (c) {
        Value args[3] = {source, Value(), Value::string("")};
        lines = call(c, args, Want::List);
      } else if (Glob* g = readable_glob(source)) {
        builtin::read_lines(*this, g, lines);
      }
    } else if (Glob* g = readable_glob(RK(i->b))) builtin::read_lines(*this, g, lines);
    for (Value& v : lines) push(std::move(v));
    NEXT();
  }
  L_FileTest : {
    SAVE_PC();
    unsigned flags = i->c >> 8;
    STORE(i->a, file_test_op(static_cast<char>(i->c & 0xff), rvalue(RK(i->b)), flags));
    NEXT_FAST();
  }
  L_EofArgv : {
    SAVE_PC();
    std::vector<Value> scratch;
    Call c{*this, sp_, 0, Want::Scalar, 0, nullptr, false, &scratch};
    STORE(i->a, builtin::eof_of_argv(c));
    NEXT();
  }
  L_StringEval : {
    SAVE_PC();
    std::uint32_t ctx = EXT();
    bool bytes = EXT_MORE();
    f->pc = ++pc;
    Want want = ctx == static_cast<unsigned>(Ctx::Return) ? f->want : static_cast<Want>(ctx);
    string_eval(f->proto->eval_sites[i->c], rvalue(RK(i->b)), want, i->a, bytes);
    RELOAD();
    NEXT_FAST();
  }
  L_DoFile : {
    SAVE_PC();
    Text name(*this, rvalue(RK(i->b)));
    Want want = static_cast<Want>(i->c);
    std::vector<Value> results;
    do_file(std::string(name.view()), want, &results);
    if (want == Want::List)
      for (Value& v : results) push(std::move(v));
    else if (i->a != kNone) STORE(i->a, results.empty() ? Value() : std::move(results.back()));
    NEXT();
  }
  L_Require : {
    SAVE_PC();
    Value v = rvalue(RK(i->b));
    Value out;
    if (i->c == 2 || (i->c == 0 && (v.tag == kInt || v.tag == kDouble))) out = require_version(v);
    else {
      if (v.is_undef()) die("Missing or undefined argument to require");
      Text name(*this, v);
      out = require_value(std::string(name.view()), i->c == 1);
    }
    STORE(i->a, std::move(out));
    NEXT();
  }
  L_Exit : {
    SAVE_PC();
    std::int64_t status = to_int(*this, rvalue(RK(i->a)));
    throw PerlExit{static_cast<int>(status)};
  }
  L_DieText : {
    SAVE_PC();
    die(std::string(k[i->a & 0x7fff].s->view()));
  }
  L_Capture : {
    STORE(i->a, capture(i->b));
    NEXT_FAST();
  }
  L_Match : {
    SAVE_PC();
    PatternPlan& plan = *f->proto->patterns[EXT()];
    bool negated = EXT_MORE();
    ++pc;
    Regex* re = plan.constant && plan.regex ? plan.regex : pattern(plan, i->c == kNone ? nullptr : &RK(i->c));
    Value hold;
    Value* target = &fp[i->b & 0x7fff];
    if (i->b & kConst) {
      hold = RK(i->b);
      target = &hold;
    }
    bool yes = match(plan, re, *target, negated);
    set_bool(*this, fp[i->a], yes);
    NEXT();
  }
  L_MatchList : {
    SAVE_PC();
    PatternPlan& plan = *f->proto->patterns[i->c];
    Regex* re = pattern(plan, i->b == kNone ? nullptr : &RK(i->b));
    Value hold;
    Value* target = &fp[i->a & 0x7fff];
    if (i->a & kConst) {
      hold = RK(i->a);
      target = &hold;
    }
    match_list(plan, re, *target);
    NEXT();
  }
  L_MakeRegex : {
    SAVE_PC();
    PatternPlan& plan = *f->proto->patterns[i->c];
    Regex* re = pattern(plan, i->b == kNone ? nullptr : &RK(i->b));
    STORE(i->a, make_qr(re));
    NEXT_FAST();
  }
  L_SubstConst : {
    SAVE_PC();
    PatternPlan& plan = *f->proto->patterns[EXT()];
    std::uint32_t rep = EXT_MORE();
    ++pc;
    Regex* re = pattern(plan, i->c == kNone ? nullptr : &RK(i->c));
    STORE(i->a, subst_const(plan, re, fp[i->b], k[rep & 0x7fff]));
    NEXT_FAST();
  }
  L_SubstBegin : {
    SAVE_PC();
    PatternPlan& plan = *f->proto->patterns[EXT()];
    ++pc;
    Regex* re = pattern(plan, i->c == kNone ? nullptr : &RK(i->c));
    fp[i->a] = subst_begin(plan, re, fp[i->b]);
    NEXT_FAST();
  }
  L_SubstNext : {
    SAVE_PC();
    if (subst_next(fp[i->a])) ++pc;
    else JUMP_EXT();
    NEXT_FAST();
  }
  L_SubstAdd : {
    SAVE_PC();
    subst_add(fp[i->a], rvalue(fp[i->b]));
    NEXT_FAST();
  }
  L_SubstEnd : {
    SAVE_PC();
    Value it = std::move(fp[i->b]);
    fp[i->b] = Value();
    STORE(i->a, subst_end(it, fp[i->c]));
    NEXT();
  }
  L_Trans : {
    SAVE_PC();
    Value hold;
    if (i->b & kConst) hold = RK(i->b);
    Value& target = i->b & kConst ? hold : fp[i->b];
    STORE(i->a, transliterate(*f->proto->translations[i->c], target));
    NEXT();
  }
  L_Split : {
    SAVE_PC();
    PatternPlan& plan = *f->proto->patterns[i->c];
    const Value& lim = RK(static_cast<std::uint16_t>(EXT()));
    std::int64_t limit = lim.tag == kInt ? lim.i : to_int(*this, rvalue(lim));
    ++pc;
    Regex* re = plan.awk ? nullptr : pattern(plan, i->b == kNone ? nullptr : &RK(i->b));
    split(plan, re, rvalue(RK(i->a)), limit);
    NEXT_FAST();
  }
}

}  // namespace perlipc
