// Instructions on lists that stand on the stack.
// What a handler is: interp/vm_ops.h.
#include "interp/compiler.h"
#include "interp/shared_scalars.h"
#include "interp/vm_ops.h"

namespace perlipc {

const Instr* VM::op_move_down(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  // the list at mark a takes the place of what stands on the stack from mark b on
  Value* from = stack_base_ + fp[i->a].i;
  Value* to = stack_base_ + fp[i->b].i;
  if (from != to) {
    std::vector<Value> items(std::make_move_iterator(from), std::make_move_iterator(sp_));
    pop_to(to);
    for (Value& v : items) push(std::move(v));
  }
  return i + 1;
}

// Constants beyond what an operand reaches: b and c are the index.
const Instr* VM::op_push_wide(Frame* f, const Instr* i) {
  new (sp_) Value(f->proto->consts[i->b | static_cast<std::uint32_t>(i->c) << 16]);
  ++sp_;
  return i + 1;
}

const Instr* VM::op_load_wide(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  STORE(i->a, f->proto->consts[i->b | static_cast<std::uint32_t>(i->c) << 16]);
  return i + 1;
}

const Instr* VM::op_push_readonly(Frame* f, const Instr* i) {
  Scalar* s = Scalar::make(f->proto->consts[i->a & 0x7fff]);
  s->bits |= Scalar::ReadOnly;
  push(Value::adopt_boxed(s));
  return i + 1;
}

// A truth value or undef that an operator gave, about to be aliased or referred to.
const Instr* VM::op_share(Frame* f, const Instr* i) {
  Value& v = f->fp[i->a];
  if (Scalar* shared = service<SharedScalars>().scalar_for(v)) v = Value::boxed(shared);
  return i + 1;
}

const Instr* VM::op_push_topic([[maybe_unused]] Frame* f, const Instr* i) {
  // Points at the current topic; boxed so that it survives changes of what it stands in.
  push(Value::boxed(box_place(*topic_)));
  return i + 1;
}

const Instr* VM::op_push_elem(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Array* a = array_of(fp[i->a]);
  if (i->c == 2) push(kept_element(a, RK(i->b)));
  else if (i->c) push(Value::boxed(box_place(element_place(a, RK(i->b)))));
  else push(deferred_element(a, RK(i->b)));
  return i + 1;
}

const Instr* VM::op_push_helem(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Hash* h = hash_of(fp[i->a]);
  if (i->c == 2) push(kept_element(h, RK(i->b)));
  else if (i->c) push(Value::boxed(box_place(hash_place(h, RK(i->b)))));
  else push(deferred_helem(h, RK(i->b)));
  return i + 1;
}

// For a callee that only reads its arguments copies will do.
unsigned VM::push_mode(unsigned mode, unsigned link) {
  if (mode != 1 || link == 0xffff) return mode;
  Code* c = frame().proto->globs[link]->code();
  return c && ((c->proto && c->proto->reads_args_only && !c->proto->args_array) ||
               (c->native && (c->aux & 1)))
             ? 0
             : 1;
}

const Instr* VM::op_push_array(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Array* const a = array_of(fp[i->a]);
  if (i->b != static_cast<unsigned>(ListMode::Returned)) push_array(a, i->b, i->c);
  else if (f->lvalue_call != CallTakesList)
    push_array(a, static_cast<unsigned>(ListMode::Alias), i->c);
  else {
    a->retain();
    push(Value::raw_object(a, kArrayVar));
  }
  return i + 1;
}

// @_ of a sub that has its arguments on the stack; they stay where they are while the sub runs.
const Instr* VM::op_push_args(Frame* f, const Instr* i) {
  if (f->args_array) {
    push_array(f->args_array, i->a, i->b);
    return i + 1;
  }
  if (f->nargs >= static_cast<std::size_t>(stack_limit_ - sp_)) throw std::bad_alloc();
  const bool copies = push_mode(i->a, i->b) == 0;
  for (std::uint32_t n = 0; n < f->nargs; ++n) {
    Value& v = f->args[n];
    if (copies) push(rvalue(v));
    else if (v.is_boxed()) push(Value::boxed(v.box));
    else push(Value::slot_pointer(v.tag == kSlotPtr ? v.p : &v));
  }
  return i + 1;
}

const Instr* VM::op_push_hash(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Hash* const h = hash_of(fp[i->a]);
  if (i->b == static_cast<unsigned>(ListMode::Returned) && f->lvalue_call == CallTakesList) {
    h->retain();
    push(Value::raw_object(h, kHashVar));
  } else push_hash(h, i->b);
  return i + 1;
}

const Instr* VM::op_push_range(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  push_range(rvalue(RK(i->a)), rvalue(RK(i->b)));
  return i + 1;
}

const Instr* VM::op_repeat_list(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  repeat_list(stack_base_ + fp[i->a].i, rvalue(RK(i->b)));
  return i + 1;
}

const Instr* VM::op_slice_array(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  slice_array(array_of(fp[i->a]), stack_base_ + fp[i->b].i, i->c);
  return i + 1;
}

const Instr* VM::op_slice_hash(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  slice_hash(hash_of(fp[i->a]), stack_base_ + fp[i->b].i, i->c);
  return i + 1;
}

const Instr* VM::op_slice_list(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  slice_list(stack_base_ + fp[i->a].i, stack_base_ + fp[i->b].i);
  return i + 1;
}

const Instr* VM::op_reverse_list(Frame* f, const Instr* i) {
  std::reverse(stack_base_ + f->fp[i->a].i, sp_);
  return i + 1;
}

// As they are: nothing is counted.
static void reverse_values(Value* from, Value* to) {
  using Raw = long long __attribute__((vector_size(sizeof(Value))));
  for (; to - from > 1; --to) {
    Raw x, y;
    std::memcpy(&x, static_cast<const void*>(from), sizeof x);
    std::memcpy(&y, static_cast<const void*>(to - 1), sizeof y);
    std::memcpy(static_cast<void*>(from++), &y, sizeof y);
    std::memcpy(static_cast<void*>(to - 1), &x, sizeof x);
  }
}

// @a = reverse @a: the elements themselves change places.
const Instr* VM::op_reverse_array(Frame* f, const Instr* i) {
  Array* const a = array_of(f->fp[i->a]);
  check_array_writable(a);
  if (a->bits & Array::Tied) {
    Value* const from = sp_;
    push_array(a, 0, 0xffff);
    std::reverse(from, sp_);
    array_assign(a, from);
    return i + 1;
  }
  reverse_values(a->begin(), a->end());
  array_changed(a);
  return i + 1;
}

const Instr* VM::op_last_of(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* from = stack_base_ + fp[i->b].i;
  Value v = sp_ > from ? rvalue(sp_[-1]) : Value();
  pop_to(from);
  STORE(i->a, std::move(v));
  return i + 1;
}

const Instr* VM::op_last_alias(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* from = stack_base_ + fp[i->b].i;
  Value v;
  if (sp_ > from) v = sp_[-1].is_alias() ? sp_[-1] : Value::adopt_boxed(Scalar::make(sp_[-1]));
  else v = Value::adopt_boxed(Scalar::make());
  pop_to(from);
  fp[i->a] = std::move(v);
  return i + 1;
}

const Instr* VM::op_ref_to_temp(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value& v = fp[i->b];
  if (v.tag == kGlob) STORE(i->a, Value::ref(v.o));
  else STORE(i->a, Value::adopt_ref(Scalar::make(rvalue(v))));
  return i + 1;
}

const Instr* VM::op_ref_done([[maybe_unused]] Frame* f, const Instr* i) {
  sp_[-1].spare = 77;  // already a reference: MakeRefs leaves it
  return i + 1;
}

const Instr* VM::op_flatten_ref([[maybe_unused]] Frame* f, const Instr* i) {
  Value r = std::move(sp_[-1]);
  --sp_;
  if (r.o->type == Type::Array)
    push_array(static_cast<Array*>(static_cast<Referent*>(r.o)), 1, 0xffff);
  else {
    push(std::move(r));
    sp_[-1].spare = 77;
  }
  return i + 1;
}

// Aliases from the mark on, or the last b of them, become the values they have now.
const Instr* VM::op_settle_items(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  for (Value* v = i->a == kNone ? sp_ - i->b : stack_base_ + fp[i->a].i; v < sp_; ++v)
    if (v->is_alias()) *v = rvalue(*v);
  return i + 1;
}
// An element for a later reading: a is an alias of it, or undefined where there is none.
const Instr* VM::op_keep_elem(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  fp[i->a] = kept_element(array_of(fp[i->b]), RK(i->c));
  return i + 1;
}
const Instr* VM::op_keep_helem(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  fp[i->a] = kept_element(hash_of(fp[i->b]), RK(i->c));
  return i + 1;
}
const Instr* VM::op_keep_place(Frame* f, const Instr* i) {
  Value& alias = f->fp[i->a];
  alias = Value::boxed(box_place(alias));
  return i + 1;
}
const Instr* VM::op_make_refs(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  for (Value* v = stack_base_ + fp[i->a].i; v < sp_; ++v) {
    if (v->is_ref() && v->spare == 77) {
      v->spare = 0;
      continue;
    }
    if (v->tag == kGlob) *v = Value::ref(v->o);
    else if (v->is_alias()) {
      Scalar* s = box_place(*v);
      *v = Value::ref(s->magic ? referenced(s) : s);
    } else *v = Value::adopt_ref(Scalar::make(rvalue(*v)));
  }
  return i + 1;
}

}  // namespace perlipc
