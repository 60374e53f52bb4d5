// What the dispatch loop and the instruction handlers beside it share.
//
// A handler `const Instr* VM::op_name(Frame* f, const Instr* i)` runs instruction i of frame f and
// returns the instruction to go on with. f->pc stands behind i already, so it may die, warn and call
// Perl. It does not leave or enter frames: the few instructions that do are in vm_dispatch.cpp. A
// handler can be an instruction's whole work (FN rows of opcodes.def) or the part of it that the
// loop's few inline steps did not cover; then it starts afresh, nothing has been done yet.
#pragma once
#include "interp/vm.h"
#include "interp/wide_integer.h"

namespace perlipc {

// Holds neither an alias nor a container.
inline bool plain(const Value& v) { return (v.tag & kKindMask) < 11; }
// The place an alias leads to, unless writing it needs care.
inline Value& writable(Value& v) {
  Value* q = &v;
  if (q->tag == kSlotPtr) q = q->p;
  if (q->is_boxed() && q->box->plain()) q = &q->box->value;
  return *q;
}
// A text that has been used as a whole number before.
inline bool known_whole(const Value& v) {
  return v.tag == kStr && (v.s->bits & String::WholeKnown) != 0;
}
// The glob that a reference without overloading refers to, as in ${\*FOO}.
inline Glob* plain_glob_ref(VM& vm, const Value& v) {
  return v.is_ref() && v.o->type == Type::Glob && !vm.overloaded(v) ? reinterpret_cast<Glob*>(v.o)
                                                                    : nullptr;
}
inline const Extension& extension_of(const Instr* i) {
  return reinterpret_cast<const Extension*>(i)[1];
}
inline const Instr* jump_target(const Frame* f, const Instr* i) {
  return f->proto->code.data() + extension_of(i).target;
}

// A captured cell as its sub's frame sees it: the Code keeps it.
inline void borrow_cell(Value& slot, const Value& cell) {
  slot.o = cell.o;
  slot.tag = cell.tag & ~static_cast<std::uint32_t>(kHeapBit);
}
// The activation of one sub that perl warns about (perldiag "Deep recursion").
constexpr int kDeepRecursion = 100;

// From here on %.15g shows whether a result was computed with integers or with doubles.
constexpr double kExactFrom = 1e15;
constexpr std::int64_t kExactFromInteger = 1'000'000'000'000'000;

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

// The glob that a place made by VM::glob_proxy stands for, or null.
Glob* glob_of_proxy(const Scalar& scalar);

// Both hold neither text nor objects. Member by member: what was just written in parts is not
// forwarded to a load of the whole.
inline void copy_number(Value& d, const Value& v) {
  d.i = v.i;
  d.tag = v.tag;
}
// d holds neither text nor objects, v is plain.
inline void copy_plain(Value& d, const Value& v) {
  d.i = v.i;
  d.tag = v.tag;
  d.spare = v.spare;
  if (v.tag & kHeapBit) v.o->retain();
}

// Inside a handler with `Value* const fp = f->fp`: an operand, and storing into a slot.
#define RK(x) ((x)&kConst ? f->proto->consts[(x)&0x7fff] : fp[x])
#define STORE(slot, value) store(fp[slot], value)

}  // namespace perlipc
