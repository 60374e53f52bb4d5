// Instructions of taint checks: interp/taint.h says how they work together.
// What a handler is: interp/vm_ops.h.
#include "builtins/io_handle.h"
#include "interp/taint.h"
#include "interp/vm_ops.h"

namespace perlipc {

using builtin::BuiltinId;

const Instr* (VM::*const VM::taint_handlers_[])(Frame*, const Instr*) = {
#define OP(name)
#define FN(name, handler)
#define SAME(name, handler)
#define TAINT(name, handler) &VM::handler,
#include "interp/opcodes.def"
#undef OP
#undef FN
#undef SAME
#undef TAINT
};

const Instr* VM::op_taint_clear([[maybe_unused]] Frame* f, const Instr* i) {
  taint_seen_ = false;
  return i + 1;
}
// Around an instruction that copies a variable: its value has the taint.
const Instr* VM::op_taint_hold(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  if (i->b != kNone) (void)rvalue(RK(i->b));  // a key is read
  taint_held_ = taint_seen_;
  return i + 1;
}
const Instr* VM::op_taint_let(Frame* f, const Instr* i) {
  taint_seen_ = taint_held_;
  settle(f->fp[i->a], false);
  return i + 1;
}
const Instr* VM::op_taint_result(Frame* f, const Instr* i) {
  settle(f->fp[i->a], true);
  return i + 1;
}
const Instr* VM::op_taint_copied(Frame* f, const Instr* i) {
  settle(f->fp[i->a], false);
  return i + 1;
}
// a holds what came from outside.
const Instr* VM::op_taint_in(Frame* f, const Instr* i) {
  if (taintable(rvalue(f->fp[i->a]))) taint_place(f->fp[i->a]);
  return i + 1;
}
const Instr* VM::op_taint_global(Frame* f, const Instr* i) {
  Value place;
  place.box = f->proto->globs[i->a]->scalar();
  place.tag = kBorrowed;
  settle(place, false);
  return i + 1;
}
const Instr* VM::op_taint_topic([[maybe_unused]] Frame* f, const Instr* i) {
  settle(*topic_, false);
  return i + 1;
}
const Instr* VM::op_taint_elem(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Value n = rvalue(RK(i->b));
  if (Value* e = array_of(fp[i->a])->find(n.is_undef() ? 0 : index_of(n))) settle(*e, i->c != 0);
  return i + 1;
}
const Instr* VM::op_taint_helem(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value key = rvalue(RK(i->b)), hold;
  if (key.is_undef()) key = Value::string("");
  if (Value* e = hash_of(fp[i->a])->find(key_string(key, &hold).s)) settle(*e, i->c != 0);
  return i + 1;
}
const Instr* VM::op_taint_array(Frame* f, const Instr* i) {
  settle_array(array_of(f->fp[i->a]), 0);
  return i + 1;
}
const Instr* VM::op_taint_hash(Frame* f, const Instr* i) {
  settle_hash(hash_of(f->fp[i->a]));
  return i + 1;
}
// a: a reference to a new array or hash.
const Instr* VM::op_taint_anon(Frame* f, const Instr* i) {
  const Value v = rvalue(f->fp[i->a]);
  if (!v.is_ref()) return i + 1;
  auto* made = static_cast<Referent*>(v.o);
  if (made->type == Type::Array) settle_array(static_cast<Array*>(made), 0);
  if (made->type == Type::Hash) settle_hash(static_cast<Hash*>(made));
  if (made->type == Type::Scalar) {
    Value place = Value::boxed(made);
    settle(place, false);
  }
  return i + 1;
}
const Instr* VM::op_taint_last(Frame* f, const Instr* i) {
  Array* a = array_of(f->fp[i->a]);
  if (!a->empty()) settle_array(a, a->size() - 1);
  return i + 1;
}
// a: what s/// gave, b: its target, which is tainted when a replacement was.
const Instr* VM::op_taint_subst(Frame* f, const Instr* i) {
  const Value given = rvalue(f->fp[i->a]);
  if (given.tag == kInt) {
    settle(f->fp[i->b], true);
    settle(f->fp[i->a], false);
  } else settle(f->fp[i->a], true);
  return i + 1;
}
// The list from mark a on, or the last b items.
const Instr* VM::op_taint_stack(Frame* f, const Instr* i) {
  box_tainted(i->a == kNone ? sp_ - i->b : stack_base_ + f->fp[i->a].i);
  return i + 1;
}
// Operand a of the use b must not be tainted; of printf the format, first in the list of c items.
const Instr* VM::op_taint_check(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  static constexpr std::string_view names[] = {"require", "do", "eval", "printf"};
  if (i->b != kTaintPrintf) {
    (void)rvalue(RK(i->a));
    refuse_tainted(names[i->b]);
    return i + 1;
  }
  Value* format = i->c == kNone ? stack_base_ + fp[i->a].i : sp_ - i->c;
  const bool seen = std::exchange(taint_seen_, false);
  if (format < sp_) {
    settle(*format, false);
    (void)rvalue(*format);
    refuse_tainted(names[i->b]);
  }
  taint_seen_ |= seen;
  return i + 1;
}

// --- in the place of other instructions -----------------------------------------------------------

// A tainted temporary goes on the stack as a value: the list's reader says what becomes of it.
const Instr* VM::op_taint_push_move(Frame* f, const Instr* i) {
  Value& v = f->fp[i->a];
  if (v.is_boxed() && (v.box->bits & Scalar::Tainted)) {
    const bool seen = taint_seen_;
    Value copy = rvalue(v);
    taint_seen_ = seen;
    v = Value();
    push(std::move(copy));
  } else push(std::move(v));
  return i + 1;
}
// Lists take copies without reading, as far as taint goes: a copy has its own.
const Instr* VM::op_taint_push_copy(Frame* f, const Instr* i) {
  const bool seen = taint_seen_;
  push(rvalue(f->fp[i->a]));
  taint_seen_ = seen;
  return i + 1;
}
const Instr* VM::op_taint_push_array(Frame* f, const Instr* i) {
  const bool seen = taint_seen_;
  const Instr* next = op_push_array(f, i);
  taint_seen_ = seen;
  return next;
}
const Instr* VM::op_taint_push_list(Frame* f, const Instr* i) {
  Array* a = array_of(f->fp[i->b]);
  const std::size_t before = a->size();
  const Instr* next = op_push_list(f, i);
  settle_array(a, before);
  return next;
}
const Instr* VM::op_taint_unshift(Frame* f, const Instr* i) {
  Array* a = array_of(f->fp[i->b]);
  const std::size_t before = a->size();
  const Instr* next = op_unshift(f, i);
  for (std::size_t n = 0; n < a->size() - before; ++n) settle((*a)[n], false);
  return next;
}
const Instr* VM::op_taint_splice(Frame* f, const Instr* i) {
  Array* a = array_of(f->fp[i->b]);
  const Instr* next = op_splice(f, i);
  settle_array(a, 0);
  if (i->a != kNone) settle(f->fp[i->a], false);
  return next;
}
const Instr* VM::op_taint_split(Frame* f, const Instr* i) {
  const std::ptrdiff_t from = sp_ - stack_base_;
  const Instr* next = op_split(f, i);
  if (taint_seen_)
    for (Value* v = stack_base_ + from; v < sp_; ++v)
      if (taintable(*v)) v->spare |= kTainted;
  return next;
}

// A match forgets what was read, for what its condition lets run (perlsec "Laundering"); under use re
// 'taint' what it captured is as tainted as its target.
const Instr* VM::op_taint_match(Frame* f, const Instr* i) {
  const Instr* next = op_match(f, i);
  PatternPlan& plan = *f->proto->patterns[extension_of(i).target];
  if (plan.state) plan.state->tainted = plan.keeps_taint && taint_seen_;
  taint_seen_ = false;
  return next;
}
const Instr* VM::op_taint_match_list(Frame* f, const Instr* i) {
  const std::ptrdiff_t from = sp_ - stack_base_;
  const Instr* next = op_match_list(f, i);
  PatternPlan& plan = *f->proto->patterns[i->c];
  const bool keeps = plan.keeps_taint && taint_seen_;
  if (plan.state) plan.state->tainted = keeps;
  for (Value* v = stack_base_ + from; keeps && v < sp_; ++v)
    if (taintable(*v)) v->spare |= kTainted;
  taint_seen_ = false;
  return next;
}

namespace {
bool reads_untainted(Glob* glob) {
  const auto* io = glob && glob->body->io ? builtin::io_of(glob->body->io) : nullptr;
  return io && io->untainted;
}
}  // namespace

const Instr* VM::op_taint_read_line(Frame* f, const Instr* i) {
  const Instr* next = op_read_line(f, i);
  if (reads_untainted(last_read())) return next;
  taint_place(i->c & 4 ? *topic_ : f->fp[i->a]);  // undef at the end as well
  return next;
}
const Instr* VM::op_taint_read_lines(Frame* f, const Instr* i) {
  const std::ptrdiff_t from = sp_ - stack_base_;
  const Instr* next = op_read_lines(f, i);
  if (reads_untainted(last_read())) return next;
  for (Value* v = stack_base_ + from; v < sp_; ++v)
    if (taintable(*v)) v->spare |= kTainted;
  return next;
}

namespace {
// Which item of a list result is tainted whatever the operands were: bit n for item n.
std::uint32_t tainted_items(BuiltinId id) {
  switch (id) {
    case BuiltinId::k_getpwnam:
    case BuiltinId::k_getpwuid:
    case BuiltinId::k_getpwent: return 1u << 1 | 1u << 6 | 1u << 8;
    case BuiltinId::k_readdir:
    case BuiltinId::k_readpipe:
    case BuiltinId::k_readlink:
    case BuiltinId::k_getc:
    case BuiltinId::k_glob:
    case BuiltinId::k_readline: return ~0u;
    default: return 0;
  }
}
bool gives_tainted(BuiltinId id) {
  return tainted_items(id) == ~0u || id == BuiltinId::k_read || id == BuiltinId::k_sysread;
}
// The operand that is filled with what came from outside; -1: none.
int buffer_operand(BuiltinId id) {
  switch (id) {
    case BuiltinId::k_read:
    case BuiltinId::k_sysread:
    case BuiltinId::k_recv:
    case BuiltinId::k_msgrcv:
    case BuiltinId::k_shmread: return 1;
    default: return -1;
  }
}
}  // namespace

const Instr* VM::op_taint_builtin(Frame* f, const Instr* i) {
  const auto id = static_cast<BuiltinId>(i->b);
  const std::uint32_t x = extension_of(i).target;
  std::uint32_t n = i->c;
  Value* args = n == kNone ? stack_base_ + f->fp[x & 0xffff].i : sp_ - n;
  if (n == kNone) n = static_cast<std::uint32_t>(sp_ - args);
  const unsigned ctx = (x >> 16) & 0xff;
  const Want want = ctx == static_cast<unsigned>(Ctx::Return) ? f->want : static_cast<Want>(ctx);
  box_tainted(args);
  check_builtin(id, args, n);
  const int buffer = buffer_operand(id);
  Value filled;
  if (buffer >= 0 && static_cast<std::uint32_t>(buffer) < n) filled = args[buffer];
  const std::ptrdiff_t from = args - stack_base_;
  call_builtin(id, args, n, want, extension_of(i).more, i->a, i);
  if (filled.is_alias()) taint_place(filled);
  if (gives_tainted(id)) taint();
  if (want == Want::List) {
    const std::uint32_t outside = tainted_items(id);
    unsigned number = 0;
    for (Value* v = stack_base_ + from; v < sp_; ++v, ++number) {
      const bool comes_in = number < 32 ? outside >> number & 1 : outside == ~0u;
      const bool made = taint_seen_ && id != BuiltinId::k_reverse;
      if ((comes_in || made) && taintable(*v)) v->spare |= kTainted;
    }
  } else if (i->a != kNone) settle(f->fp[i->a], id != BuiltinId::k_quotemeta);
  return i + 2;
}

}  // namespace perlipc
