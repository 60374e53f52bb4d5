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
#include "builtins/numeric.h"
#include "builtins/sprintf.h"
#include "builtins/string.h"
#include "interp/dispatch_arith.h"

namespace perlipc {

using builtin::BuiltinId;

namespace {
// What the loop's few steps for plain integers and doubles do not cover.
[[gnu::noinline]] void slow_arith(VM& vm, Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Opc op = general_op(static_cast<Opc>(i->op));
  hold_place(fp[i->a], may_run_code(vm, RK(i->b)) || may_run_code(vm, RK(i->c)));
  vm.store(fp[i->a], vm.arith(op, RK(i->b), RK(i->c), false));
}
// A number whose comparison as a double is exact; texts that are small whole numbers count.
bool easy_number(VM& vm, const Value& raw, double* out) {
  const Value& v = through(raw);
  if (v.tag == kDouble) *out = v.d;
  else if (v.tag == kInt) {
    *out = static_cast<double>(v.i);
    return v.i < kExactInteger && v.i > -kExactInteger;
  } else {
    std::int64_t n;
    if (v.tag != kStr || !v.s->whole(&n)) return false;
    if (!(v.spare & kReadAsNumber)) vm.note_number_read(raw, v);
    *out = static_cast<double>(n);
  }
  return true;
}
template <Opc op> [[gnu::noinline]] bool slow_compare_true(VM& vm, Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  double x, y;
  if (easy_number(vm, RK(i->b), &x) && easy_number(vm, RK(i->c), &y)) {
    if constexpr (op == Opc::NumEq) return x == y;
    if constexpr (op == Opc::NumNe) return x != y;
    if constexpr (op == Opc::NumLt) return x < y;
    if constexpr (op == Opc::NumGt) return x > y;
    if constexpr (op == Opc::NumLe) return x <= y;
    if constexpr (op == Opc::NumGe) return x >= y;
  }
  return vm.compare_true(op, RK(i->b), RK(i->c));
}
// An element that is not a plain number at hand.
[[gnu::noinline]] void slow_element(VM& vm, Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Array* const a = vm.array_of(fp[i->b]);
  vm.store(fp[i->a], vm.element_get(a, RK(i->c)));
}
// What ElemUpdate and HelemUpdate do to an element that is not a number yet, or with an operand
// that is not one. The place is looked up under the element's own node, the step under the other.
[[gnu::noinline]] void slow_update(VM& vm, Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Extension& e = extension_of(i);
  const Opc op = static_cast<Opc>(e.target);
  Value& place = fp[e.more];
  f->pc = i + 1;
  if (static_cast<Opc>(i->op) == Opc::ElemUpdate)
    vm.make_place(place, &vm.element_place(vm.array_of(fp[i->a]), RK(i->b)));
  else vm.make_place(place, &vm.hash_place(vm.hash_of(fp[i->a]), RK(i->b)));
  f->pc = i + 2;
  const bool steps = op == Opc::Inc || op == Opc::Dec;
  hold_place(place, may_run_code(vm, place) || (!steps && may_run_code(vm, RK(i->c))));
  if (steps) vm.increment(place, op == Opc::Inc);
  else vm.store(place, vm.arith(op, place, RK(i->c), false));
}
// Makes an alias of a plain place at once; false: nothing done.
// A destructor that runs finds the place in the program.
inline void clear_slot(Frame* f, const Instr* i, Value* v) {
  if (v->tag & kHeapBit) {
    f->pc = i + 1;
    v->set_undef();
  } else v->tag = kUndef;
}

inline bool point_at(Value& alias, Value& place) {
  if (!plain(place) || (alias.tag & kHeapBit)) return false;
  alias.p = &place;
  alias.tag = kSlotPtr;
  return true;
}
inline bool point_at_element(Value& alias, Array* a, std::int64_t n) {
  if (static_cast<std::uint64_t>(n) >= a->size() || a->bits) return false;
  Value& place = (*a)[static_cast<std::size_t>(n)];
  if (place.tag == kInternal) place.tag = kUndef;
  return point_at(alias, place);
}
// The hash that a reference without overloading refers to.
inline Hash* plain_hash(const VM& vm, const Value& r) {
  if (r.tag != kRef || r.o->type != Type::Hash) return nullptr;
  auto* object = static_cast<Referent*>(r.o);
  const Stash* stash = object->stash();
  if (stash && (stash->overloaded != 0 || stash->generation != vm.method_generation_))
    return nullptr;
  return static_cast<Hash*>(object);
}
// Adds to, subtracts from or multiplies a number in place; false: nothing done.
inline bool update_number(Value& d, Opc op, const Value& r) {
  if (op == Opc::Inc || op == Opc::Dec) {
    std::int64_t n;
    if (d.tag != kInt || __builtin_add_overflow(d.i, op == Opc::Inc ? 1 : -1, &n)) return false;
    d.i = n;
    return true;
  }
  if (d.tag == kInt && r.tag == kInt) {
    std::int64_t n;
    if (op == Opc::AddTo   ? __builtin_add_overflow(d.i, r.i, &n)
        : op == Opc::SubTo ? __builtin_sub_overflow(d.i, r.i, &n)
                           : __builtin_mul_overflow(d.i, r.i, &n))
      return false;
    d.i = n;
    return true;
  }
  double x, y;
  if (!as_doubles(d, r, &x, &y)) return false;
  if (op == Opc::AddTo) x += y;
  else if (op == Opc::SubTo) x -= y;
  else if (op == Opc::MulTo) x *= y;
  else return false;
  if (std::fabs(x) >= kExactFrom) return false;
  d.d = x;
  d.tag = kDouble;
  return true;
}
[[gnu::noinline]] void slow_compare(VM& vm, Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  vm.store(fp[i->a], vm.compare(static_cast<Opc>(i->op), RK(i->b), RK(i->c)));
}
}  // namespace

#undef RK  // the loop keeps the constants at hand
#define RK(x) ((x)&kConst ? k[(x)&0x7fff] : fp[x])
#define SAVE_PC() (f->pc = pc)
#define EXT() (reinterpret_cast<const Extension*>(pc)->target)
#define EXT_MORE() (reinterpret_cast<const Extension*>(pc)->more)
#define JUMP_EXT() (pc = code + EXT())
#define RELOAD()                                                                                   \
  do {                                                                                             \
    f = &frames_[depth_];                                                                          \
    fp = f->fp;                                                                                    \
    pc = f->pc;                                                                                    \
    code = f->proto->code.data();                                                                  \
    k = f->proto->consts.data();                                                                   \
  } while (0)

#define ARITH(name, builtin_op, dop)                                                               \
  L_##name : ENTER() {                                                                             \
    const Value& l = through(RK(i->b));                                                            \
    const Value& r = through(RK(i->c));                                                            \
    if (l.tag == kInt && r.tag == kInt) {                                                          \
      std::int64_t n;                                                                              \
      if (!builtin_op(l.i, r.i, &n)) [[likely]] {                                                  \
        set_int(*this, fp[i->a], n);                                                               \
        NEXT_FAST();                                                                               \
      }                                                                                            \
    } else if (l.tag == kDouble && (r.tag == kDouble || r.tag == kInt)) {                          \
      double d = l.d dop(r.tag == kDouble ? r.d : static_cast<double>(r.i));                       \
      if (!(std::fabs(d) >= kExactFrom)) [[likely]] {                                              \
        set_double(*this, fp[i->a], d);                                                            \
        NEXT_FAST();                                                                               \
      }                                                                                            \
    } else if (l.tag == kInt && r.tag == kDouble) {                                                \
      double d = static_cast<double>(l.i) dop r.d;                                                 \
      if (!(std::fabs(d) >= kExactFrom)) [[likely]] {                                              \
        set_double(*this, fp[i->a], d);                                                            \
        NEXT_FAST();                                                                               \
      }                                                                                            \
    }                                                                                              \
    SAVE_PC();                                                                                     \
    slow_arith(*this, f, i);                                                                       \
    NEXT_FAST();                                                                                   \
  }
#define COMPARE(name, op_)                                                                         \
  L_##name : ENTER() {                                                                             \
    const Value& l = through(RK(i->b));                                                            \
    const Value& r = through(RK(i->c));                                                            \
    if (l.tag == kInt && r.tag == kInt) {                                                          \
      set_bool(*this, fp[i->a], l.i op_ r.i);                                                      \
      NEXT_FAST();                                                                                 \
    }                                                                                              \
    if (l.tag == kDouble && r.tag == kDouble) {                                                    \
      set_bool(*this, fp[i->a], l.d op_ r.d);                                                      \
      NEXT_FAST();                                                                                 \
    }                                                                                              \
    SAVE_PC();                                                                                     \
    slow_compare(*this, f, i);                                                                     \
    NEXT_FAST();                                                                                   \
  }
#define COMPARE_JUMP(name, op_, generic)                                                           \
  L_##name : ENTER() {                                                                             \
    const Value& l = through(RK(i->b));                                                            \
    const Value& r = through(RK(i->c));                                                            \
    bool yes;                                                                                      \
    if (l.tag == kInt && r.tag == kInt) yes = l.i op_ r.i;                                         \
    else if (l.tag == kDouble && r.tag == kDouble) yes = l.d op_ r.d;                              \
    else {                                                                                         \
      SAVE_PC();                                                                                   \
      yes = compare_true(Opc::generic, RK(i->b), RK(i->c));                                        \
    }                                                                                              \
    if (yes == static_cast<bool>(i->a)) JUMP_EXT();                                                \
    else ++pc;                                                                                     \
    NEXT_FAST();                                                                                   \
  }

void VM::execute(std::uint32_t base_frame) {
  static const void* const labels[] = {
#define OP(name) &&L_##name,
#define FN(name, handler) &&L_##name,
#define SAME(name, handler) &&L_##name,
#define TAINT(name, handler) &&L_Taint,
#include "interp/opcodes.def"
#undef OP
#undef FN
#undef SAME
#undef TAINT
  };
  Frame* f;
  Value* fp;
  const Value* k;
  const Instr* pc;
  const Instr* code;
  const Instr* i;
  // What enter_sub calls and leave_sub hands on.
  Code* callee;
  Value* args;
  std::uint32_t nargs;
  std::uint64_t head;  // of the frame: Frame::plain_head()
  Value::Bits result;
  RELOAD();
// Every handler begins by deriving pc from i: so i alone lives from one instruction to the next and
// stays in a register.
#define ENTER() pc = i + 1;
// An ordinary goto: unlike the computed one it runs the destructors of a handler's locals. The
// compiler copies the short dispatch sequence to the end of every handler.
#define NEXT() goto dispatch
// The computed goto itself, for handlers without locals that need a destructor.
#define NEXT_FAST()                                                                                \
  do {                                                                                             \
    i = pc;                                                                                        \
    goto* labels[i->op];                                                                           \
  } while (0)
dispatch:
  NEXT_FAST();

// Instructions whose whole work is a function (interp/vm_ops.h).
#define OP(name)
#define FN(name, handler)                                                                          \
  L_##name : ENTER() SAVE_PC();                                                                    \
  pc = handler(f, i);                                                                              \
  NEXT_FAST();
#define SAME(name, handler) FN(name, handler)
#define TAINT(name, handler)
#include "interp/opcodes.def"
#undef OP
#undef FN
#undef SAME
#undef TAINT

L_Taint:
  ENTER() SAVE_PC();
  pc = (this->*taint_handlers_[i->op - static_cast<unsigned>(Opc::TaintClear)])(f, i);
  NEXT_FAST();
L_Nop:
  ENTER() NEXT_FAST();
L_Safepoint:
  ENTER() {
    if (*signal_word_) [[unlikely]] {
      SAVE_PC();
      run_pending_signals();
    }
    NEXT_FAST();
  }
L_Jump:
  ENTER() JUMP_EXT();
  NEXT_FAST();
L_JumpTrue:
  ENTER() {
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
L_JumpFalse:
  ENTER() {
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
L_JumpDefined:
  ENTER() {
    const Value& v = RK(i->a);
    bool d;
    if (plain(v)) d = v.tag != kUndef;
    else {
      SAVE_PC();
      d = !rvalue(v).is_undef();
    }
    if (d) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }
L_JumpUndef:
  ENTER() {
    const Value& v = RK(i->a);
    bool d;
    if (plain(v)) d = v.tag != kUndef;
    else {
      SAVE_PC();
      d = !rvalue(v).is_undef();
    }
    if (!d) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }
L_JumpArray:
  ENTER() {
    SAVE_PC();
    bool t = size_of(array_of(fp[i->a])) != 0;
    if (t == static_cast<bool>(i->b)) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }
L_JumpHash:
  ENTER() {
    Hash* const h = hash_of(fp[i->a]);
    bool t;
    if (h->bits & Hash::Tied) [[unlikely]] {
      SAVE_PC();
      t = to_bool(hash_in_scalar(h));
    } else t = h->size() != 0;
    if (t == static_cast<bool>(i->b)) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }
L_JumpWant:
  ENTER() {
    if (static_cast<unsigned>(f->want) == i->a) JUMP_EXT();
    else ++pc;
    NEXT_FAST();
  }
  QUICK_JUMPS(NumEq, ==)
  QUICK_JUMPS(NumNe, !=)
  QUICK_JUMPS(NumLt, <)
  QUICK_JUMPS(NumGt, >)
  QUICK_JUMPS(NumLe, <=)
  QUICK_JUMPS(NumGe, >=)
  COMPARE_JUMP(JumpNumEq, ==, NumEq)
  COMPARE_JUMP(JumpNumNe, !=, NumNe)
  COMPARE_JUMP(JumpNumLt, <, NumLt)
  COMPARE_JUMP(JumpNumGt, >, NumGt)
  COMPARE_JUMP(JumpNumLe, <=, NumLe)
  COMPARE_JUMP(JumpNumGe, >=, NumGe)
L_JumpStrEq:
L_JumpStrNe:
  ENTER() {
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
L_Copy:
  ENTER() {
    const Value& v = RK(i->b);
    Value& d = fp[i->a];
    if (d.tag <= kDouble && plain(v)) {
      copy_plain(d, v);
      GO(1);
    }
    if (plain(v) && plain(d)) d = v;
    else {
      SAVE_PC();
      store(d, rvalue(v));
    }
    NEXT_FAST();
  }
L_Move:
  ENTER() {
    Value& v = fp[i->b];
    if (plain(v)) store(fp[i->a], std::move(v));
    else {
      SAVE_PC();
      store(fp[i->a], rvalue(v));
    }
    NEXT_FAST();
  }
L_CopyRaw:
  ENTER() {
    fp[i->a] = fp[i->b];
    NEXT_FAST();
  }
L_LoadUndef:
  ENTER() {
    SAVE_PC();
    STORE(i->a, Value());
    NEXT_FAST();
  }
L_Clear : {
  Value* const first = fp + i->a;
  Value* v = first + i->b;
  do {
    --v;
    clear_slot(f, i, v);
  } while (v != first);
  GO(1);
}
L_ClearOne : {
  Value* v = fp + i->a;
  clear_slot(f, i, v);
  GO(1);
}
// Clears b slots from a on, or the slot a, or none, and destroys what waits for the end of the
// statement, which began c instructions ago; c is 0 where a loop comes round: it destroys what its
// condition left.
L_EndStatement : {
  Value* v = fp + i->a + i->b;
  for (unsigned n = i->b; n--;) {
    --v;
    clear_slot(f, i, v);
  }
  if (!temporaries_.empty()) [[unlikely]]
    end_waiting(f, i);
  GO(1);
}
L_EndStatementOne : {
  Value* v = fp + i->a;
  clear_slot(f, i, v);
  if (!temporaries_.empty()) [[unlikely]]
    end_waiting(f, i);
  GO(1);
}
L_EndCalls : {
  if (!temporaries_.empty()) [[unlikely]]
    end_waiting(f, i);
  GO(1);
}
L_ClearRaw:
  ENTER() {
    Value* v = fp + i->a + i->b;
    for (unsigned n = i->b; n--;) {
      --v;
      if (v->tag & kHeapBit) {
        SAVE_PC();
        *v = Value();
      } else v->tag = kUndef;
    }
    NEXT_FAST();
  }
// A variable's text whose buffer the next instruction fills again; anything else as ClearRaw.
L_ClearReused : {
  Value* v = fp + i->a;
  if (v->tag == kStr && v->s->refs == 1) GO(1);
  f->pc = i + 1;
  *v = Value();
  GO(1);
}
L_NewBox:
  ENTER() fp[i->a] = Value::adopt_boxed(Scalar::make());
  NEXT_FAST();
L_NewArray:
  ENTER() fp[i->a] = Value::raw_object(Array::make(), kArrayVar);
  NEXT_FAST();
L_NewHash:
  ENTER() fp[i->a] = Value::raw_object(Hash::make(), kHashVar);
  NEXT_FAST();
L_StateInit:
  ENTER() {
    HeapObject* o = fp[i->a].o;
    if (o->aux) JUMP_EXT();
    else {
      o->aux = 1;
      ++pc;
    }
    NEXT_FAST();
  }
L_SlotPlace:
  ENTER() make_place(fp[i->a], &fp[i->b]);
  NEXT_FAST();

slow_binary:
  f->pc = i + 1;
  slow_arith(*this, f, i);
  GO(1);

  // --- arithmetic
  QUICK_ARITH(Add, __builtin_add_overflow, +)
  QUICK_ARITH(Sub, __builtin_sub_overflow, -)
  QUICK_ARITH(Mul, __builtin_mul_overflow, *)
  QUICK_ARITH_TO(AddTo, __builtin_add_overflow, +)
  QUICK_ARITH_TO(SubTo, __builtin_sub_overflow, -)
  QUICK_ARITH_TO(MulTo, __builtin_mul_overflow, *)
L_ModI : {
  const Value& l = through(fp[i->b]);
  const auto divisor = static_cast<std::uint32_t>(KI(i->c));  // the compiler saw that it fits
  if (l.tag != kInt || l.i < 0) goto slow_binary;
  std::uint64_t n = static_cast<std::uint64_t>(l.i);
  n = n >> 32 ? n % divisor : static_cast<std::uint32_t>(n) % divisor;
  set_int(*this, fp[i->a], static_cast<std::int64_t>(n));
  GO(1);
}
L_BitAndI : {
  const Value& l = through(fp[i->b]);
  if (l.tag != kInt) goto slow_binary;
  set_int(*this, fp[i->a], l.i & KI(i->c));
  GO(1);
}
  ARITH(Add, __builtin_add_overflow, +)
  ARITH(Sub, __builtin_sub_overflow, -)
  ARITH(Mul, __builtin_mul_overflow, *)
  ARITH(AddTo, __builtin_add_overflow, +)
  ARITH(SubTo, __builtin_sub_overflow, -)
  ARITH(MulTo, __builtin_mul_overflow, *)
L_Div:
L_DivTo : {
  const Value& l = through(RK(i->b));
  const Value& r = through(RK(i->c));
  if (l.tag == kInt && r.tag == kInt && r.i > 0) {
    const std::int64_t n = l.i / r.i;
    if (n * r.i == l.i) {
      if (n >= kExactFromInteger || n <= -kExactFromInteger) goto slow_binary;
      QUICK_INT_RESULT(n)
    }
  }
  if (l.tag == kInt && (l.i > kExactInteger || l.i < -kExactInteger)) goto slow_binary;
  double x, y;
  if (!as_doubles(l, r, &x, &y) || y == 0) goto slow_binary;
  x /= y;
  set_double(*this, fp[i->a], x);
  GO(1);
}
L_Mod:
L_ModTo:
  ENTER() {
    const Value& l = through(RK(i->b));
    const Value& r = through(RK(i->c));
    if (l.tag == kInt && r.tag == kInt && l.i >= 0 && r.i > 0) {
      std::int64_t n = (l.i | r.i) >> 32
                           ? l.i % r.i
                           : static_cast<std::int64_t>(static_cast<std::uint32_t>(l.i) %
                                                       static_cast<std::uint32_t>(r.i));
      set_int(*this, fp[i->a], n);
      NEXT_FAST();
    }
    SAVE_PC();
    slow_arith(*this, f, i);
    NEXT_FAST();
  }
  BITWISE(BitAnd, &)
  BITWISE(BitOr, |)
  BITWISE(BitXor, ^)
  // A result that is no IV is the slow path's.
L_ShiftLeft:
L_ShiftLeftTo : {
  const Value& l = through(RK(i->b));
  const Value& r = through(RK(i->c));
  if (l.tag != kInt || r.tag != kInt || (l.i | r.i) < 0 || r.i > 63) goto slow_binary;
  const auto n = static_cast<std::int64_t>(static_cast<std::uint64_t>(l.i) << r.i);
  if (n < 0) goto slow_binary;
  set_int(*this, fp[i->a], n);
  GO(1);
}
L_ShiftRight:
L_ShiftRightTo : {
  const Value& l = through(RK(i->b));
  const Value& r = through(RK(i->c));
  if (l.tag != kInt || r.tag != kInt || (l.i | r.i) < 0 || r.i > 63) goto slow_binary;
  set_int(*this, fp[i->a], l.i >> r.i);
  GO(1);
}
  COMPARE(NumEq, ==)
  COMPARE(NumNe, !=)
  COMPARE(NumLt, <)
  COMPARE(NumGt, >)
  COMPARE(NumLe, <=)
  COMPARE(NumGe, >=)
L_NumCmp:
  ENTER() {
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
L_StrEq:
L_StrNe:
  ENTER() {
    const Value& l = through(RK(i->b));
    const Value& r = through(RK(i->c));
    if (l.tag == kStr && r.tag == kStr) {
      bool eq = equal_strings(l.s, r.s);
      set_bool(*this, fp[i->a], eq == (static_cast<Opc>(i->op) == Opc::StrEq));
      NEXT_FAST();
    }
    SAVE_PC();
    slow_compare(*this, f, i);
    NEXT_FAST();
  }
L_Neg:
  ENTER() {
    const Value& v = through(RK(i->b));
    if (v.tag == kInt && v.i != INT64_MIN && v.i != 0) set_int(*this, fp[i->a], -v.i);
    else if (v.tag == kDouble) set_double(*this, fp[i->a], -v.d);
    else {
      SAVE_PC();
      store(fp[i->a], negate(rvalue(v)));
    }
    NEXT_FAST();
  }
L_Inc:
  if (Value& d = fp[i->a]; d.tag == kInt) [[likely]] {
    std::int64_t n;
    if (!__builtin_add_overflow(d.i, 1, &n)) [[likely]] {
      d.i = n;
      GO(1);
    }
  }
  ENTER() {
    Value& d = writable(fp[i->a]);
    if (d.tag == kInt && d.i != INT64_MAX) {
      ++d.i;
      NEXT_FAST();
    }
    SAVE_PC();
    increment(fp[i->a], true);
    NEXT_FAST();
  }
L_Dec:
  ENTER() {
    Value& d = writable(fp[i->a]);
    if (d.tag == kInt && d.i != INT64_MIN) [[likely]] {
      --d.i;
      NEXT_FAST();
    }
    SAVE_PC();
    increment(fp[i->a], false);
    NEXT_FAST();
  }
L_PostInc:
L_PostDec:
  ENTER() {
    SAVE_PC();
    Value old = rvalue(fp[i->b]);
    bool up = static_cast<Opc>(i->op) == Opc::PostInc;
    increment(fp[i->b], Value(old), up);  // a count of its own: overloads look at that
    if (old.is_undef() && up) old = Value::integer(0);
    STORE(i->a, std::move(old));
    NEXT();
  }
L_Length:  // kNone: of $_
  ENTER() {
    const Value& v = through(i->b == kNone ? *topic_ : RK(i->b));
    if (v.tag == kStr) {
      set_int(
          *this, fp[i->a],
          static_cast<std::int64_t>(v.s->utf8() && !(i->c & 2) ? v.s->char_length() : v.s->length));
      NEXT();
    }
    SAVE_PC();
    Value r = rvalue(v);
    if (r.is_undef()) STORE(i->a, Value());
    else {
      String* s = to_string(r);
      STORE(i->a,
            Value::integer(static_cast<std::int64_t>(i->c & 2 ? s->length : s->char_length())));
      s->release();
    }
    NEXT();
  }
L_IntOf:
  ENTER() {
    const Value& v = through(RK(i->b));
    if (v.tag == kInt) {
      set_int(*this, fp[i->a], v.i);
      NEXT();
    }
    if (v.tag == kDouble && std::fabs(v.d) < kExactFrom) {
      set_int(*this, fp[i->a], static_cast<std::int64_t>(v.d));
      NEXT();
    }
    SAVE_PC();
    Value r = rvalue(v);
    Value out;
    if (r.is_ref() && overload_unary("(int", r, &out)) {
      STORE(i->a, std::move(out));
      NEXT();
    }
    STORE(i->a, builtin::integer_part(to_number(r)));
    NEXT();
  }
L_Defined:
  ENTER() {
    const Value& v = RK(i->b);
    bool d;
    if (plain(v)) d = v.tag != kUndef;
    else {
      SAVE_PC();
      d = !rvalue(v).is_undef();
    }
    STORE(i->a, Value::boolean(d));
    NEXT_FAST();
  }

// --- globals
L_GvGet:
  ENTER() {
    Scalar* s = f->proto->globs[i->b]->body->scalar;
    if (s && s->plain() && plain(fp[i->a])) [[likely]] {
      fp[i->a] = s->value;
      NEXT_FAST();
    }
    if (!s) STORE(i->a, Value());
    else if (s->plain()) STORE(i->a, s->value);
    else {
      SAVE_PC();
      STORE(i->a, s->get());
    }
    NEXT_FAST();
  }
L_GvSet:
  ENTER() {
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
L_GvPlace:
  ENTER() {
    Value v;
    v.box = f->proto->globs[i->b]->scalar();
    v.tag = kBorrowed;
    fp[i->a] = std::move(v);
    NEXT();
  }
L_TopicGet:
  ENTER() {
    const Value& v = through(*topic_);
    if (Value& d = fp[i->a]; d.tag <= kDouble && plain(v)) {
      copy_plain(d, v);
      GO(1);
    }
    if (plain(v)) STORE(i->a, v);
    else {
      SAVE_PC();
      STORE(i->a, rvalue(v));
    }
    NEXT_FAST();
  }
L_TopicSet:
  ENTER() {
    SAVE_PC();
    Value v = rvalue(RK(i->a));
    store(*topic_, std::move(v));
    NEXT();
  }
L_GlobArray:
  ENTER() {
    Array* a = f->proto->globs[i->b]->array();
    if (a->bits) [[unlikely]]
      refresh(a);
    Value& d = fp[i->a];
    d.set_undef();
    d.o = a;
    d.tag = kArrayBorrowed;
    NEXT_FAST();
  }
L_GlobHash:
  ENTER() {
    Hash* h = f->proto->globs[i->b]->hash();
    Value& d = fp[i->a];
    d.set_undef();
    d.o = h;
    d.tag = kHashBorrowed;
    NEXT_FAST();
  }

// --- arrays and hashes
L_ArraySize:
  ENTER() SAVE_PC();
  set_int(*this, fp[i->a], size_of(array_of(fp[i->b])));
  NEXT_FAST();
L_ArrayLast:
  ENTER() SAVE_PC();
  set_int(*this, fp[i->a], size_of(array_of(fp[i->b])) - 1);
  NEXT_FAST();
L_HashScalar:
  ENTER() {
    Hash* const h = hash_of(fp[i->b]);
    SAVE_PC();
    if (h->bits & Hash::Tied) [[unlikely]]
      STORE(i->a, hash_in_scalar(h));
    else set_int(*this, fp[i->a], static_cast<std::int64_t>(h->size()));
    NEXT_FAST();
  }
L_Elem:
  ENTER() {
    Array* a = array_of(fp[i->b]);
    const Value& n = through(RK(i->c));
    if (n.tag == kInt) {
      Value* e = a->find(n.i);
      if (e && plain(*e)) {
        Value& d = fp[i->a];
        if (e->tag <= kDouble && d.tag <= kDouble) {
          copy_number(d, *e);
          GO(1);
        }
        if (plain(d)) d = *e;
        else STORE(i->a, *e);
        NEXT_FAST();
      }
    }
    SAVE_PC();
    STORE(i->a, element_get(a, RK(i->c)));
    NEXT_FAST();
  }
L_ElemS : {
  Array* a = array_of(fp[i->b]);
  const Value* n = fp + i->c;
  if (n->tag != kInt) {
    n = &through(*n);
    if (n->tag != kInt) goto slow_elem;
  }
  const Value* e = a->find(n->i);
  if (!e || !plain(*e)) goto slow_elem;
  Value& d = fp[i->a];
  if (d.tag <= kDouble) [[likely]] {
    copy_plain(d, *e);
    GO(1);
  }
  f->pc = i + 1;
  store(d, *e);
  GO(1);
}
slow_elem:
  f->pc = i + 1;
  slow_element(*this, f, i);
  GO(1);
L_ElemUpdate : {
  const Value& n = through(RK(i->b));
  if (n.tag == kInt) {
    Value* e = array_of(fp[i->a])->find(n.i);
    if (e && update_number(*e, static_cast<Opc>(extension_of(i).target), through(RK(i->c)))) GO(2);
  }
  slow_update(*this, f, i);
  GO(2);
}
L_HelemUpdate : {
  const Value& key = through(RK(i->b));
  if (key.tag == kStr && !key.s->utf8()) {
    Value* e = hash_of(fp[i->a])->find(key.s);
    const Opc op = static_cast<Opc>(extension_of(i).target);
    if (op == Opc::Inc && e && e->tag == kInt && e->i < INT64_MAX) {  // $count{$word}++
      ++e->i;
      GO(2);
    }
    if (e && update_number(*e, op, through(RK(i->c)))) GO(2);
  }
  slow_update(*this, f, i);
  GO(2);
}
L_ElemSet:
  ENTER() {
    Array* a = array_of(fp[i->a]);
    const Value& n = through(RK(i->b));
    const Value& v = RK(i->c);
    if (n.tag == kInt && static_cast<std::uint64_t>(n.i) <= a->size() && !a->bits && plain(v)) {
      if (static_cast<std::size_t>(n.i) == a->size()) {
        a->push(v);
        NEXT();
      }
      Value& e = (*a)[static_cast<std::size_t>(n.i)];
      if (v.tag <= kDouble && e.tag <= kDouble) {
        copy_number(e, v);
        GO(1);
      }
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
L_ElemPlace:
  ENTER() {
    Array* a = array_of(fp[i->b]);
    const Value& n = through(RK(i->c));
    if (n.tag == kInt && point_at_element(fp[i->a], a, n.i)) GO(1);
    SAVE_PC();
    make_place(fp[i->a], &element_place(array_of(fp[i->b]), RK(i->c)));
    NEXT_FAST();
  }
L_RefElem:
  ENTER() {
    const Value& r = through(fp[i->b & 0x7fff]);
    const Value& n = through(RK(i->c));
    if (!(i->b & kConst) && r.tag == kRef && r.o->type == Type::Array && n.tag == kInt &&
        !static_cast<Referent*>(r.o)->meta) {
      Value* e = static_cast<Array*>(static_cast<Referent*>(r.o))->find(n.i);
      if (e && plain(*e)) {
        if (Value& d = fp[i->a]; d.tag <= kDouble) {
          copy_plain(d, *e);
          GO(2);
        }
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
    } else a = deref_array_strict(fp[i->b], EXT());
    ++pc;
    STORE(i->a, element_get(a, RK(i->c)));
    NEXT();
  }
L_RefElemPlace:
  ENTER() {
    const Value& r = through(fp[i->b]);
    const Value& n = through(RK(i->c));
    if (r.tag == kRef && n.tag == kInt && r.o->type == Type::Array &&
        !static_cast<Referent*>(r.o)->meta &&
        point_at_element(fp[i->a], static_cast<Array*>(static_cast<Referent*>(r.o)), n.i))
      GO(2);
    SAVE_PC();
    Array* a = deref_array_strict(fp[i->b], EXT() | 2);
    ++pc;
    make_place(fp[i->a], &element_place(a, RK(i->c)));
    NEXT_FAST();
  }
L_Helem:
  ENTER() {
    Hash* h = hash_of(fp[i->b]);
    const Value& key = through(RK(i->c));
    if (key.tag == kStr && !key.s->utf8()) {
      Value* e = h->find(key.s);
      if (e && plain(*e)) {
        if (Value& d = fp[i->a]; d.tag <= kDouble) {
          copy_plain(d, *e);
          GO(1);
        }
        SAVE_PC();
        STORE(i->a, *e);
        NEXT_FAST();
      }
    }
    SAVE_PC();
    STORE(i->a, hash_get(h, RK(i->c)));
    NEXT_FAST();
  }
L_HelemSet:
  ENTER() {
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
L_HelemPlace:
  ENTER() {
    Hash* h = hash_of(fp[i->b]);
    const Value& key = through(RK(i->c));
    if (key.tag == kStr && !h->bits && point_at(fp[i->a], h->fetch(key.s))) GO(1);
    SAVE_PC();
    make_place(fp[i->a], &hash_place(hash_of(fp[i->b]), RK(i->c)));
    NEXT_FAST();
  }
L_RefHelem:
  ENTER() {
    const Value& r = through(fp[i->b & 0x7fff]);
    const Value& key = through(RK(i->c));
    if (!(i->b & kConst) && r.tag == kRef && r.o->type == Type::Hash && key.tag == kStr &&
        !key.s->utf8()) {
      Stash* st = static_cast<Referent*>(r.o)->stash();
      if (!st || st->overloaded == 0) {
        Value* e = static_cast<Hash*>(static_cast<Referent*>(r.o))->find(key.s);
        if (e && plain(*e)) {
          if (Value& d = fp[i->a]; d.tag <= kDouble) {
            copy_plain(d, *e);
            GO(2);
          }
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
    } else h = deref_hash_strict(fp[i->b], EXT());
    ++pc;
    STORE(i->a, hash_get(h, RK(i->c)));
    NEXT();
  }
L_RefHelemPlace:
  ENTER() {
    const Value& r = through(fp[i->b]);
    const Value& key = through(RK(i->c));
    if (Hash* h = plain_hash(*this, r);
        h && key.tag == kStr && !h->bits && point_at(fp[i->a], h->fetch(key.s)))
      GO(2);
    SAVE_PC();
    Hash* h = deref_hash_strict(fp[i->b], EXT() | 2);
    ++pc;
    make_place(fp[i->a], &hash_place(h, RK(i->c)));
    NEXT_FAST();
  }
L_DerefArray:
  ENTER() {
    if (const Value& r = through(fp[i->b & 0x7fff]);
        !(i->b & kConst) && r.tag == kRef && r.o->type == Type::Array &&
        !static_cast<Referent*>(r.o)->meta && !(fp[i->a].tag & kHeapBit)) {
      Value& d = fp[i->a];
      r.o->retain();
      d.o = r.o;
      d.tag = kArrayVar;
      GO(1);
    }
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
L_DerefHash:
  ENTER() {
    if (const Value& r = through(fp[i->b & 0x7fff]); !(i->b & kConst)) {
      Value& d = fp[i->a];
      if (Hash* h = plain_hash(*this, r); h && !(d.tag & kHeapBit)) {
        h->retain();
        d.o = h;
        d.tag = kHashVar;
        GO(1);
      }
    }
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
L_DerefGet:
  ENTER() {
    SAVE_PC();
    Value r = rvalue(RK(i->b));
    if (Glob* g = plain_glob_ref(*this, r)) [[unlikely]] {  // ${\*FOO} is *FOO
      STORE(i->a, Value::glob(g));
      NEXT();
    }
    Scalar* s = deref_scalar_strict(r, i->c, false, false);
    STORE(i->a, s ? s->get() : Value());
    NEXT();
  }
L_DerefPlace:
  ENTER() {
    SAVE_PC();
    Value hold;
    Value* ref = &fp[i->b & 0x7fff];
    if (i->b & kConst) {
      hold = RK(i->b);
      ref = &hold;
    }
    if (Glob* g = plain_glob_ref(*this, rvalue(*ref))) [[unlikely]] {
      Value glob = Value::glob(g);
      fp[i->a] = glob_proxy(glob);
      NEXT();
    }
    const bool create = !(i->c & kDerefReads);
    Scalar* s = deref_scalar_strict(*ref, i->c & 7, create, true);
    fp[i->a] = s ? Value::boxed(s) : Value();
    NEXT();
  }
L_PushOne:
  ENTER() {
    Array* a = array_of(fp[i->b]);
    SAVE_PC();
    if (a->bits) [[unlikely]] {
      new (sp_) Value(rvalue(RK(i->c)));
      ++sp_;
      push_values(a, sp_ - 1);
    } else a->push(rvalue(RK(i->c)));
    if (i->a != kNone) STORE(i->a, Value::integer(size_of(a)));
    NEXT_FAST();
  }
L_Pop:
  ENTER() {
    SAVE_PC();
    Array* a = array_of(fp[i->b]);
    if (a->bits) [[unlikely]]
      STORE(i->a, taken_from(a, true));
    else STORE(i->a, a->pop());
    NEXT_FAST();
  }
L_Shift:
  ENTER() {
    SAVE_PC();
    Array* a = array_of(fp[i->b]);
    if (a->bits) [[unlikely]]
      STORE(i->a, taken_from(a, false));
    else STORE(i->a, a->shift());
    NEXT_FAST();
  }

// --- lists
L_Mark:
  ENTER() {
    Value& m = fp[i->a];
    m = Value();
    m.i = sp_ - stack_base_;
    m.tag = kInternal;
    NEXT_FAST();
  }
L_PopTo:
  ENTER() {
    SAVE_PC();
    pop_to(stack_base_ + fp[i->a].i);
    NEXT_FAST();
  }
L_PushConst:
  ENTER() {
    new (sp_) Value(k[i->a & 0x7fff]);
    ++sp_;
    NEXT_FAST();
  }
L_PushCopy:
  ENTER() {
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
L_PushMove:
  ENTER() {
    new (sp_) Value(std::move(fp[i->a]));
    ++sp_;
    NEXT_FAST();
  }
L_PushSlot:
  ENTER() {
    Value& v = fp[i->a];
    if (plain(v)) {
      new (sp_) Value();
      sp_->p = &v;
      sp_->tag = kSlotPtr;
      ++sp_;
    } else push_place(&v);
    NEXT_FAST();
  }
L_ListCount:
  ENTER() {
    STORE(i->a, Value::integer(sp_ - (stack_base_ + fp[i->b].i)));
    NEXT_FAST();
  }
L_Take:
  ENTER() {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->b].i;
    std::int64_t n = fp[i->c].i++;
    if (from + n < sp_) STORE(i->a, rvalue(from[n]));
    else STORE(i->a, Value());
    NEXT_FAST();
  }
L_TakeSkip:
  ENTER()++ fp[i->c].i;
  NEXT_FAST();

// --- references
L_RefTo:
  ENTER() {
    Value& v = fp[i->b];
    switch (v.tag & kKindMask) {
      case kArrayVar& kKindMask:
      case kHashVar& kKindMask: STORE(i->a, Value::ref(v.o)); break;
      default:
        if (v.tag == kGlob && !i->c) STORE(i->a, Value::ref(v.o));
        else {
          Scalar* s = box_place(v);
          if (s->magic) [[unlikely]] {
            SAVE_PC();
            s = referenced(s);
            if (s->magic)
              if (Glob* g = glob_of_proxy(*s)) {  // \${\*FOO}
                STORE(i->a, Value::ref(g));
                NEXT();
              }
          }
          STORE(i->a, Value::ref(s));
        }
    }
    NEXT_FAST();
  }

// --- calls
// The operands of a call: c counts the arguments on the stack, or a mark says where they begin.
#define CALL_OPERANDS(x)                                                                           \
  nargs = i->c;                                                                                    \
  if (nargs == kNone) {                                                                            \
    args = stack_base_ + fp[(x)&0xffff].i;                                                         \
    nargs = static_cast<std::uint32_t>(sp_ - args);                                                \
  } else args = sp_ - nargs;                                                                       \
  {                                                                                                \
    unsigned ctx = ((x) >> 16) & 0xff;                                                             \
    if (ctx == static_cast<unsigned>(Ctx::Return)) ctx = static_cast<unsigned>(f->want);           \
    head = Frame::plain_head(ctx, (x) >> 24 & 1, i->a);                                            \
  }
// The same for what does not go through enter_sub.
#define CALL_WANT() static_cast<Want>(head & 0xff)
#define CALL_LVALUE() static_cast<std::uint8_t>(head >> 8)
L_CallSub:
  ENTER() {
    Glob* g = f->proto->globs[i->b];
    callee = g->code();
    std::uint32_t x = EXT();
    f->pc = ++pc;
    if (!callee || !callee->defined()) [[unlikely]]
      callee = resolve_sub(g);
    CALL_OPERANDS(x)
    if (x >= kCallAssigned) [[unlikely]]
      head = lvalue_head(callee, x, head);
    if (nargs == kNone - 1) [[unlikely]]
      goto enter_shared;
    goto enter_sub;
  }
L_CallDynamic:
  ENTER() {
    SAVE_PC();
    std::uint32_t x = EXT();
    std::uint32_t more = EXT_MORE();
    const Value& v = through(RK(i->b));
    f->pc = ++pc;
    CALL_OPERANDS(x)
    if (v.tag == kRef && v.o->type == Type::Code && !static_cast<Referent*>(v.o)->meta &&
        static_cast<Code*>(static_cast<Referent*>(v.o))->proto && nargs != kNone - 1 &&
        x < kCallAssigned) [[likely]] {
      callee = static_cast<Code*>(static_cast<Referent*>(v.o));
      goto enter_sub;
    }
    f->pc = pc - 1;
    Value hold = rvalue(RK(i->b));
    callee = callable(hold, more & 2);
    if (!callee) die_not_callable(hold, more & 2);
    if (!callee->defined()) [[unlikely]]
      callee = resolve_sub_code(callee, false);
    f->pc = pc;
    if (x >= kCallAssigned) head = lvalue_head(callee, x, head);
    if (nargs == kNone - 1) {
      call_shared(callee, CALL_WANT(), i->a, CALL_LVALUE());
      RELOAD();
    } else if (enter(callee, args, nargs, CALL_WANT(), i->a, CALL_LVALUE())) {
      RELOAD();
    }
    NEXT();
  }
L_CallMethod:
  ENTER() {
    std::uint32_t x = EXT();
    std::uint32_t more = EXT_MORE();
    SAVE_PC();
    SiteCache* cache = &f->proto->caches[more >> 8];
    CALL_OPERANDS(x)
    ++pc;
    // The invocant of last time's class: resolve_method() would begin with this, too.
    if (nargs && cache->generation == method_generation_ && !(more & (1 | kLvalueMethod)))
        [[likely]] {
      const Value& who = through(args[0]);
      if ((who.tag == kRef &&
           static_cast<Referent*>(who.o)->meta == reinterpret_cast<std::uintptr_t>(cache->key)) ||
          (who.tag == kStr && who.s == cache->key)) {
        callee = static_cast<Code*>(cache->target);
        f->pc = pc;
        goto enter_sub;
      }
    }
    callee = resolve_method(args, nargs, RK(i->b), more & 0xff, cache, *f);
    f->pc = pc;
    if (!callee) {  // import/unimport without a definition: nothing to do
      pop_to(args);
      if (CALL_WANT() == Want::Scalar && i->a != kNone) store(fp[i->a], Value());
      NEXT_FAST();
    }
    if (x >= kCallAssigned) [[unlikely]]
      head = lvalue_head(callee, x, head);
    goto enter_sub;
  }
enter_shared:
  call_shared(callee, CALL_WANT(), i->a, CALL_LVALUE());
  RELOAD();
  NEXT_FAST();
// What push_frame() does, for a sub that has its arguments on the stack.
enter_sub : {
  FuncProto* const p = callee->proto;
  if (!p || p->args_array || callee->depth == kDeepRecursion - 1 || sp_ >= stack_limit_ ||
      depth_ >= frame_limit_) [[unlikely]] {
    if (enter(callee, args, nargs, CALL_WANT(), i->a, CALL_LVALUE())) RELOAD();
    NEXT_FAST();
  }
  ++f;
  ++depth_;
  fp = sp_;
  code = p->code.data();
  k = p->consts.data();
  pc = code;
  f->proto = p;
  f->code = callee;
  f->pc = pc;
  f->fp = fp;
  f->args = args;
  f->nargs = nargs;
  f->args_array = nullptr;
  f->set_head(head);
  f->result_base = args;
  Value* const end = fp + p->nslots;
  for (Value* v = fp; v != end; v += kSlotGroup)
    std::memset(static_cast<void*>(v), 0, kSlotGroup * sizeof(Value));
  sp_ = end;
  p->retain();
  callee->retain();
  ++callee->depth;
  if (!p->cell_slots.empty()) {
    const Value* c = callee->captures.data();
    for (std::uint16_t slot : p->cell_slots) borrow_cell(fp[slot], *c++);
  }
  if (*signal_word_) [[unlikely]]
    run_pending_signals();
  NEXT_FAST();
}
// Ends the frame as pop_frame() does and hands `result` on, which counts for itself.
leave_sub : {
  SAVE_PC();
  if (f->careful) [[unlikely]] {
    if (!f->entry && f->owns_args && f->eval_text.tag == kUndef && temporaries_.empty()) {
      unwind_frame(*f);
      goto leave_frame;
    }
    if (leave_carefully(Value::from_bits(result))) return;
    RELOAD();
    NEXT_FAST();
  }
}
leave_frame : {
  FuncProto* const p = f->proto;
  Value* const end = fp + p->nslots;
  if (sp_ != end) [[unlikely]]
    pop_to(end);  // temporaries of unfinished lists
  release_slots(fp, end);
  sp_ = fp;
  const Want want = f->want;
  const std::uint16_t dst = f->dst;
  callee = f->code;
  Value* const base = f->result_base;
  --depth_;
  --f;
  drop_temporaries(base);
  --callee->depth;
  callee->release();
  p->release();
  fp = f->fp;
  pc = f->pc;
  code = f->proto->code.data();
  k = f->proto->consts.data();
  if (want == Want::Scalar) {
    if (dst != kNone) [[likely]] {
      Value& d = fp[dst];
      if (d.tag <= kDouble) [[likely]]
        d.set_bits(result);
      else store(d, Value::from_bits(result));
      NEXT_FAST();
    }
  } else if (want == Want::List) {
    sp_->set_bits(result);
    ++sp_;
    NEXT_FAST();
  }
  if (result.tag & kHeapBit) drop_temporary(result.o);
  NEXT_FAST();
}
L_Builtin:
  ENTER() {
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
L_ReturnScalar:
  ENTER() {
    if (i->a & kConst) {
      const Value& v = k[i->a & 0x7fff];
      if (plain(v)) [[likely]]
        result = Value(v).take_bits();
      else result = rvalue(v).take_bits();
      goto leave_sub;
    }
    Value& v = fp[i->a];
    if (plain(v)) [[likely]] {
      result = v.take_bits();  // the slot ends with the frame
      goto leave_sub;
    }
    SAVE_PC();
    result = rvalue(v).take_bits();
    goto leave_sub;
  }
L_ReturnEmpty:
  ENTER() {
    if (f->want == Want::List) {
      SAVE_PC();
      if (leave_with_list(sp_)) return;
      RELOAD();
      NEXT_FAST();
    }
    result = Value().take_bits();
    goto leave_sub;
  }
L_ReturnList:
L_ReturnLvalue:
  ENTER() {
    SAVE_PC();
    Value* from = stack_base_ + fp[i->a].i;
    if (f->want == Want::List) {
      const bool aliases =
          static_cast<Opc>(i->op) == Opc::ReturnLvalue && f->lvalue_call != CallReads;
      for (Value* v = from; v < sp_; ++v) {
        if (plain(*v)) continue;
        if (!aliases) *v = rvalue(*v);
        else if (v->tag == kSlotPtr) *v = Value::boxed(box_place(*v));
      }
      if (leave_with_list(from)) return;
      RELOAD();
      NEXT_FAST();
    }
    if (f->want == Want::Scalar && f->lvalue_call != CallReads &&
        static_cast<Opc>(i->op) == Opc::ReturnLvalue) [[unlikely]] {
      result = lvalue_result(sp_ > from ? sp_ - 1 : nullptr, i->b).take_bits();
    } else if (f->want == Want::Scalar && sp_ > from) {
      result = (plain(sp_[-1]) ? std::move(sp_[-1]) : rvalue(sp_[-1])).take_bits();
    } else result = Value().take_bits();
    goto leave_sub;
  }
L_ReturnCalled:
  ENTER() {
    // Tail position: hands on what the call above delivered in this sub's own context.
    SAVE_PC();
    if (f->want == Want::List) {
      if (leave_with_list(stack_base_ + fp[i->b].i)) return;
      RELOAD();
      NEXT_FAST();
    }
    if (f->want == Want::Scalar) {
      Value& v = fp[i->a];
      const bool as_it_is = plain(v) || f->lvalue_call != CallReads;
      result = (as_it_is ? std::move(v) : rvalue(v)).take_bits();
    } else result = Value().take_bits();
    goto leave_sub;
  }
L_ArgGet:
  ENTER() {
    if (f->args_array) [[unlikely]] {
      Value* v = f->args_array->find(i->b);
      SAVE_PC();
      STORE(i->a, v && v->tag != kInternal ? rvalue(*v) : Value());
    } else if (i->b < f->nargs) {
      const Value& t = through(f->args[i->b]);
      Value& d = fp[i->a];
      if (plain(t) && plain(d)) d = t;
      else {
        SAVE_PC();
        STORE(i->a, rvalue(t));
      }
    } else STORE(i->a, Value());
    NEXT_FAST();
  }
L_ArgShift:
  ENTER() {
    if (f->args_array) [[unlikely]]
      STORE(i->a, f->args_array->shift());
    else if (f->nargs) {
      // Copied, not moved: caller shows it in @DB::args until the sub returns.
      const Value& t = through(f->args[0]);
      Value& d = fp[i->a];
      if (plain(t) && plain(d)) d = t;
      else {
        SAVE_PC();
        STORE(i->a, rvalue(t));
      }
      ++f->args;
      --f->nargs;
    } else STORE(i->a, Value());
    NEXT_FAST();
  }
L_ArgCount:
  ENTER()
  STORE(i->a, Value::integer(f->args_array ? static_cast<std::int64_t>(f->args_array->size())
                                           : f->nargs));
  NEXT_FAST();
L_Wantarray:
  ENTER() {
    if (f->kind == FrameMain || f->want == Want::Void) STORE(i->a, Value());
    else STORE(i->a, Value::boolean(f->want == Want::List));
    NEXT_FAST();
  }
L_GotoSub:
  ENTER() {
    SAVE_PC();
    if (*signal_word_) [[unlikely]]
      run_pending_signals();
    Value v = rvalue(fp[i->a]);
    Code* c = callable(v, false);
    if (!c) die(v.is_undef() ? "Goto undefined subroutine" : "Not a CODE reference");
    if (!c->defined()) c = resolve_sub_code(c, true);
    bool entry_native = goto_sub_enter(c);
    if (entry_native) return;
    RELOAD();
    NEXT();
  }
L_GotoLabel:
  ENTER() {
    SAVE_PC();
    std::uint32_t target = EXT();
    if (!temporaries_.empty()) end_temporaries(code, code + f->proto->code.size());
    if (target != UINT32_MAX) {
      if (EXT_MORE() != kNone) restore_to(static_cast<std::uint32_t>(fp[EXT_MORE()].i));
      pc = code + target;
      NEXT_FAST();
    }
    if (!goto_label(k[i->a & 0x7fff].s->view(), base_frame))
      die("Can't find label " + std::string(k[i->a & 0x7fff].s->view()));
    RELOAD();
    NEXT_FAST();
  }
L_GotoValue:
  ENTER() {
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
// These stand at the loop's end and jump to the body when there is another item.
L_ForRangeNext : {
  POLL();
  Value& cur = fp[i->b];
  if (cur.tag == kInternal) [[likely]] {
    std::int64_t n = cur.i;
    std::int64_t end = fp[i->b + 1].i;
    if (i->c ? n < end : n > end) GO(2);
    cur.i = i->c ? n - 1 : n + 1;
    Value& v = fp[i->a];
    if (v.tag <= kDouble) [[likely]] {
      v.i = n;
      v.tag = kInt;
      GO_TARGET();
    }
    f->pc = i + 1;
    v.set_int(n);
    GO_TARGET();
  }
  Array* a = array_of(cur);
  std::int64_t n = fp[i->b + 1].i++;
  if (n >= static_cast<std::int64_t>(a->size())) GO(2);
  f->pc = i + 1;
  fp[i->a] = (*a)[static_cast<std::size_t>(n)];
  GO_TARGET();
}
// The steps of a tied array are behind the end that others have.
#define ARRAY_STEP(reverse)                                                                        \
  POLL();                                                                                          \
  Array* a = array_of(fp[i->b]);                                                                   \
  std::int64_t& n = fp[i->b + 1].i;                                                                \
  n += (reverse) ? -1 : 1;                                                                         \
  if (n < 0 || n >= static_cast<std::int64_t>(a->size())) [[unlikely]] {                           \
    if (a->bits & Array::Tied) [[unlikely]]                                                        \
      goto tied_step;                                                                              \
    ++pc;                                                                                          \
    NEXT();                                                                                        \
  }                                                                                                \
  JUMP_EXT();                                                                                      \
  Value& e = (*a)[static_cast<std::size_t>(n)];                                                    \
  if (e.tag == kInternal) e.tag = kUndef;
tied_step:
  f->pc = i + 1;
  pc = tied_step(f, i);
  NEXT_FAST();
L_ForArrayNext:
  ENTER() {
    ARRAY_STEP(i->c & 4)
    unsigned mode = i->c & 3;
    if (mode == 2 && plain(e)) fp[i->a] = e;
    else if (mode == 1 || mode == 2) make_place(fp[i->a], &e);
    else fp[i->a] = Value::boxed(box_place(e));
    NEXT();
  }
L_ForArrayNextTopic:
  ENTER() {
    ARRAY_STEP(i->c)
    if (i->a) topic_ = e.tag == kSlotPtr ? e.p : &e;
    else {
      Value& keep = fp[i->b + 2];
      keep = Value::boxed(box_place(e));
      topic_ = &keep;
    }
    NEXT();
  }
L_ForArrayNextGlobal:
  ENTER() {
    ARRAY_STEP(i->c)
    set_glob_scalar(f->proto->globs[i->a], box_place(e));
    NEXT();
  }
#define LIST_STEP()                                                                                \
  POLL();                                                                                          \
  std::int64_t& n = fp[i->b + 1].i;                                                                \
  if (n >= fp[i->b + 2].i) {                                                                       \
    ++pc;                                                                                          \
    NEXT();                                                                                        \
  }                                                                                                \
  JUMP_EXT();                                                                                      \
  Value& e = stack_base_[n++];
L_ForListNext:
  ENTER() {
    LIST_STEP()
    if (e.is_boxed()) {
      e.o->retain();
      fp[i->a] = Value::raw_object(e.o, kBoxed);
    } else make_place(fp[i->a], &e);
    NEXT();
  }
L_ForListNextTopic:
  ENTER() {
    LIST_STEP()
    topic_ = e.tag == kSlotPtr ? e.p : &e;
    NEXT();
  }
L_ForListNextGlobal:
  ENTER() {
    LIST_STEP()
    set_glob_scalar(f->proto->globs[i->a], box_place(e));
    NEXT();
  }
L_MapNext:
  ENTER() {
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
L_GrepKeep:
  ENTER() {
    Value& e = stack_base_[fp[i->a].i - 1];
    new (sp_) Value(e);
    ++sp_;
    NEXT_FAST();
  }
L_EndBlock:
  ENTER() {
    block_result_ = &fp[i->a];
    return;
  }
L_DynamicLoop:
  ENTER() {
    SAVE_PC();
    Value label = i->b == kNone ? Value() : rvalue(RK(i->b));
    const bool warns =
        (i->a == 'n' || i->a == 'l' || i->a == 'r') && warning_enabled(Warning::Exiting);
    if (!dynamic_loop(static_cast<char>(i->a), label, base_frame, warns)) {
      // a capital: searched up to here
      throw LoopExit{static_cast<char>(i->a - 'a' + 'A'), label, warns};
    }
    RELOAD();
    NEXT();
  }
L_SaveMark:
  ENTER() {
    Value& m = fp[i->a];
    m = Value();
    m.tag = kInternal;
    m.i = static_cast<std::int64_t>(saves_.size());
    NEXT_FAST();
  }
L_SaveRestore:
  ENTER() {
    if (saves_.size() > static_cast<std::size_t>(fp[i->a].i)) {
      SAVE_PC();
      restore_to(static_cast<std::uint32_t>(fp[i->a].i));
    }
    NEXT_FAST();
  }

// --- I/O, code loading, regex
L_StringEval:
  ENTER() {
    SAVE_PC();
    std::uint32_t ctx = EXT();
    bool bytes = EXT_MORE();
    f->pc = ++pc;
    Want want = ctx == static_cast<unsigned>(Ctx::Return) ? f->want : static_cast<Want>(ctx);
    string_eval(f->proto->eval_sites[i->c], rvalue(RK(i->b)), want, i->a, bytes);
    RELOAD();
    NEXT_FAST();
  }
}

}  // namespace perlipc
