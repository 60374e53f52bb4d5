// Handlers of the dispatch loop (vm_dispatch.cpp, the only file that includes this): arithmetic and
// numeric comparison of operands whose kinds the compiler knows, slots (S) or a slot and an integer
// constant (I). They work on i alone: nothing has to live across them but the frame.
#pragma once
#include "interp/held_place.h"
#include "interp/vm_ops.h"
#include <cmath>

namespace perlipc {

// The operands as doubles, when both are numbers.
inline bool as_doubles(const Value& l, const Value& r, double* x, double* y) {
  if (l.tag == kDouble) *x = l.d;
  else if (l.tag == kInt) *x = static_cast<double>(l.i);
  else return false;
  if (r.tag == kDouble) *y = r.d;
  else if (r.tag == kInt) *y = static_cast<double>(r.i);
  else return false;
  return true;
}

}  // namespace perlipc

// On to the instruction n words further.
#define GO(n)                                                                                      \
  do {                                                                                             \
    i += (n);                                                                                      \
    goto* labels[i->op];                                                                           \
  } while (0)
#define GO_TARGET()                                                                                \
  do {                                                                                             \
    i = code + reinterpret_cast<const Extension*>(i + 1)->target;                                  \
    goto* labels[i->op];                                                                           \
  } while (0)
// An integer constant operand: its top bit is set.
#define KI(x) (k[static_cast<std::ptrdiff_t>(x) - kConst].i)
#define POLL()                                                                                     \
  do {                                                                                             \
    if (*signal_word_) [[unlikely]] {                                                              \
      f->pc = i + 1;                                                                               \
      run_pending_signals();                                                                       \
    }                                                                                              \
  } while (0)

#define QUICK_INT_RESULT(n)                                                                        \
  Value& d = fp[i->a];                                                                             \
  if (d.tag > kDouble) [[unlikely]] {                                                              \
    f->pc = i + 1;                                                                                 \
    store(d, Value::integer(n));                                                                   \
    GO(1);                                                                                         \
  }                                                                                                \
  d.i = (n);                                                                                       \
  d.tag = kInt;                                                                                    \
  GO(1);

#define QUICK_DOUBLES(l, r, dop)                                                                   \
  double x, y;                                                                                     \
  if (!as_doubles(l, r, &x, &y)) goto slow_binary;                                                 \
  x = x dop y;                                                                                     \
  if (std::fabs(x) >= kExactFrom) [[unlikely]]                                                     \
    goto slow_binary;                                                                              \
  Value& d = fp[i->a];                                                                             \
  if (d.tag > kDouble) [[unlikely]] {                                                              \
    f->pc = i + 1;                                                                                 \
    store(d, Value::number(x));                                                                    \
    GO(1);                                                                                         \
  }                                                                                                \
  d.d = x;                                                                                         \
  d.tag = kDouble;                                                                                 \
  GO(1);

// a = b op c
#define QUICK_ARITH(name, builtin_op, dop)                                                         \
  L_##name##S : {                                                                                  \
    const Value* l = fp + i->b;                                                                    \
    const Value* r = fp + i->c;                                                                    \
    if (l->tag != kInt || r->tag != kInt) {                                                        \
      l = &through(*l), r = &through(*r);                                                          \
      if (l->tag != kInt || r->tag != kInt) { QUICK_DOUBLES(*l, *r, dop) }                         \
    }                                                                                              \
    std::int64_t n;                                                                                \
    if (builtin_op(l->i, r->i, &n)) [[unlikely]]                                                   \
      goto slow_binary;                                                                            \
    QUICK_INT_RESULT(n)                                                                            \
  }                                                                                                \
  L_##name##I : {                                                                                  \
    const Value* l = fp + i->b;                                                                    \
    if (l->tag != kInt) {                                                                          \
      l = &through(*l);                                                                            \
      if (l->tag != kInt) { QUICK_DOUBLES(*l, RK(i->c), dop) }                                     \
    }                                                                                              \
    std::int64_t n;                                                                                \
    if (builtin_op(l->i, KI(i->c), &n)) [[unlikely]]                                               \
      goto slow_binary;                                                                            \
    QUICK_INT_RESULT(n)                                                                            \
  }
// a op= c
#define QUICK_ARITH_TO(name, builtin_op, dop)                                                      \
  L_##name##S : {                                                                                  \
    Value* d = fp + i->a;                                                                          \
    const Value* r = fp + i->c;                                                                    \
    if (d->tag != kInt || r->tag != kInt) {                                                        \
      d = &writable(*d), r = &through(*r);                                                         \
      if (d->tag != kInt || r->tag != kInt) {                                                      \
        double x, y;                                                                               \
        if (!as_doubles(*d, *r, &x, &y)) goto slow_binary;                                         \
        x = x dop y;                                                                               \
        if (std::fabs(x) >= kExactFrom) [[unlikely]]                                               \
          goto slow_binary;                                                                        \
        d->d = x;                                                                                  \
        d->tag = kDouble;                                                                          \
        GO(1);                                                                                     \
      }                                                                                            \
    }                                                                                              \
    std::int64_t n;                                                                                \
    if (builtin_op(d->i, r->i, &n)) [[unlikely]]                                                   \
      goto slow_binary;                                                                            \
    d->i = n;                                                                                      \
    GO(1);                                                                                         \
  }                                                                                                \
  L_##name##I : {                                                                                  \
    Value* d = fp + i->a;                                                                          \
    if (d->tag != kInt) {                                                                          \
      d = &writable(*d);                                                                           \
      if (d->tag != kInt) goto slow_binary;                                                        \
    }                                                                                              \
    std::int64_t n;                                                                                \
    if (builtin_op(d->i, KI(i->c), &n)) [[unlikely]]                                               \
      goto slow_binary;                                                                            \
    d->i = n;                                                                                      \
    GO(1);                                                                                         \
  }

// &, | and ^ of integers; with a result that is no IV they work on unsigned numbers.
#define BITWISE(name, op_)                                                                         \
  L_##name : L_##name##To : {                                                                      \
    const Value& l = through(RK(i->b));                                                            \
    const Value& r = through(RK(i->c));                                                            \
    if (l.tag != kInt || r.tag != kInt || (l.i op_ r.i) < 0) goto slow_binary;                     \
    set_int(*this, fp[i->a], l.i op_ r.i);                                                         \
    GO(1);                                                                                         \
  }

// Jumps when (b op c) == sense; a jump that depends on a true comparison may close a loop.
#define QUICK_JUMP_END(sense)                                                                      \
  if (yes == (sense)) {                                                                            \
    if (sense) POLL();                                                                             \
    GO_TARGET();                                                                                   \
  }                                                                                                \
  GO(2);
#define QUICK_JUMP_IF(name, op_, sense, opc)                                                       \
  L_##name##S : {                                                                                  \
    const Value& l = fp[i->b];                                                                     \
    const Value& r = fp[i->c];                                                                     \
    bool yes;                                                                                      \
    if (l.tag == kInt && r.tag == kInt) [[likely]]                                                 \
      yes = l.i op_ r.i;                                                                           \
    else if (l.tag == kDouble && r.tag == kDouble) yes = l.d op_ r.d;                              \
    else if (l.tag == kInt && known_whole(r)) yes = l.i op_ std::int64_t{r.s->chars};              \
    else {                                                                                         \
      f->pc = i + 1;                                                                               \
      yes = slow_compare_true<opc>(*this, f, i);                                                   \
    }                                                                                              \
    QUICK_JUMP_END(sense)                                                                          \
  }                                                                                                \
  L_##name##I : {                                                                                  \
    const Value& l = fp[i->b];                                                                     \
    bool yes;                                                                                      \
    if (l.tag == kInt) [[likely]]                                                                  \
      yes = l.i op_ KI(i->c);                                                                      \
    else if (l.tag == kDouble) yes = l.d op_ static_cast<double>(KI(i->c));                        \
    else if (known_whole(l)) yes = std::int64_t{l.s->chars} op_ KI(i->c);                          \
    else {                                                                                         \
      f->pc = i + 1;                                                                               \
      yes = slow_compare_true<opc>(*this, f, i);                                                   \
    }                                                                                              \
    QUICK_JUMP_END(sense)                                                                          \
  }
#define QUICK_JUMPS(name, op_)                                                                     \
  QUICK_JUMP_IF(If##name, op_, true, Opc::name)                                                    \
  QUICK_JUMP_IF(Unless##name, op_, false, Opc::name)
