// Instructions on whole arrays and hashes.
// What a handler is: interp/vm_ops.h.
#include "builtins/list.h"
#include "interp/tied.h"
#include "interp/vm_ops.h"

namespace perlipc {

const Instr* VM::op_array_last_set(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  std::int64_t n = to_int(*this, rvalue(RK(i->b)));
  resize_array(array_of(fp[i->a]), n < -1 ? 0 : n + 1);
  return i + 1;
}

const Instr* VM::op_array_len_place(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  fp[i->a] = array_length_proxy(array_of(fp[i->b]));
  return i + 1;
}

const Instr* VM::op_push_list(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Array* const a = array_of(fp[i->b]);
  Value* const from = stack_base_ + fp[i->c].i;
  if (a->bits) [[unlikely]]
    push_values(a, from);
  else {
    for (Value* v = from; v < sp_; ++v)  // some may be elements of the array, which moves
      if (!plain(*v)) *v = rvalue(*v);
    a->push_moved(from, static_cast<std::size_t>(sp_ - from));
    sp_ = from;
  }
  if (i->a != kNone) STORE(i->a, Value::integer(size_of(a)));
  return i + 1;
}

const Instr* VM::op_unshift(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Array* a = array_of(fp[i->b]);
  check_array_writable(a);
  Value* from = stack_base_ + fp[i->c].i;
  for (Value* v = from; v < sp_; ++v)
    if (!plain(*v)) *v = rvalue(*v);
  if (a->bits & Array::Tied) tied::call(*this, a, "UNSHIFT", {from, sp_});
  else a->unshift(from, static_cast<std::size_t>(sp_ - from));
  pop_to(from);
  if (a->bits) [[unlikely]]
    array_changed(a);
  if (i->a != kNone) STORE(i->a, Value::integer(size_of(a)));
  return i + 1;
}

const Instr* VM::op_splice(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Want want = static_cast<Want>(
      extension_of(i).target == static_cast<unsigned>(Ctx::List) ? Want::List : Want::Scalar);
  Value* from = stack_base_ + fp[i->c].i;
  std::vector<Value> removed;
  Array* const a = array_of(fp[i->b]);
  check_array_writable(a);
  Value v;
  if (a->bits & Array::Tied) {
    for (Value* operand = from; operand < sp_; ++operand)
      if (!plain(*operand)) *operand = rvalue(*operand);
    removed = tied::splice(*this, a, {from, sp_}, want == Want::List);
    if (want != Want::List && !removed.empty()) v = rvalue(removed.back());
  } else {
    v = builtin::splice(*this, a, from, static_cast<std::size_t>(sp_ - from), want, &removed);
  }
  pop_to(from);
  if (want == Want::List)
    for (Value& r : removed) push(rvalue(r));
  else STORE(i->a, std::move(v));
  return i + 2;
}

const Instr* VM::op_keys_list(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  keys_list(fp[i->b], i->c);
  return i + 1;
}

const Instr* VM::op_keys_scalar(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  STORE(i->a, keys_scalar(fp[i->b], i->c));
  return i + 1;
}

const Instr* VM::op_delete_elem(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  STORE(i->a, delete_elem(array_of(fp[i->b]), RK(i->c)));
  return i + 1;
}

const Instr* VM::op_delete_helem(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  STORE(i->a, delete_hash(hash_of(fp[i->b]), RK(i->c)));
  return i + 1;
}

const Instr* VM::op_exists_elem(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  std::int64_t n = index_of(RK(i->c));
  Array* const a = array_of(fp[i->b]);
  STORE(i->a, Value::boolean(a->exists(n) || (a->bits & Array::Tied && tied::exists(*this, a, n))));
  return i + 1;
}

const Instr* VM::op_exists_helem(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value hold;
  const Value& key = key_string(RK(i->c), &hold);
  Hash* const h = hash_of(fp[i->b]);
  bool found = h->find(key.s) != nullptr;
  if (!found && h->bits & Hash::Tied) [[unlikely]]
    found = tied::exists(*this, h, RK(i->c));
  STORE(i->a, Value::boolean(found));
  return i + 1;
}

const Instr* VM::op_delete_array_slice(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* from = stack_base_ + fp[i->b].i;
  std::vector<Value> out;
  bool hash = static_cast<Opc>(i->op) == Opc::DeleteHashSlice;
  for (Value* v = from; v < sp_; ++v) {
    if (i->c) out.push_back(*v);
    out.push_back(hash ? delete_hash(hash_of(fp[i->a]), *v) : delete_elem(array_of(fp[i->a]), *v));
  }
  pop_to(from);
  for (Value& v : out) push(std::move(v));
  return i + 1;
}

const Instr* VM::op_undef_container(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  undef_container(fp[i->a]);
  return i + 1;
}

const Instr* VM::op_match_array(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Array* a = match_array(i->b);
  a->retain();
  fp[i->a] = Value::raw_object(a, kArrayVar);
  return i + 1;
}

// $+{name} and, with b, $-{name}.
const Instr* VM::op_named_capture(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Text name(*this, rvalue(RK(i->c)));
  STORE(i->a, named_capture(i->b != 0, name.get()));
  return i + 1;
}

const Instr* VM::op_array_assign(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* from = stack_base_ + fp[i->b].i;
  std::int64_t n = sp_ - from;
  array_assign(array_of(fp[i->a]), from);
  if (i->c != kNone && i->c != 0) STORE(i->c, Value::integer(n));
  return i + 1;
}

const Instr* VM::op_hash_assign(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* from = stack_base_ + fp[i->b].i;
  std::int64_t n = sp_ - from;
  hash_assign(hash_of(fp[i->a]), from, sp_);
  pop_to(from);
  if (i->c != kNone && i->c != 0) STORE(i->c, Value::integer(n));
  return i + 1;
}

const Instr* VM::op_take_array(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Array* a = array_of(fp[i->a]);
  check_array_writable(a);
  Value* from = stack_base_ + fp[i->b].i + fp[i->c].i;
  if (a->bits & Array::Tied) {
    std::vector<Value> items;
    for (; from < sp_; ++from, ++fp[i->c].i) items.push_back(rvalue(*from));
    tied::fill(*this, a, items);
    return i + 1;
  }
  a->clear();
  for (; from < sp_; ++from, ++fp[i->c].i) a->push(rvalue(*from));
  return i + 1;
}

const Instr* VM::op_take_hash(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* from = stack_base_ + fp[i->b].i + fp[i->c].i;
  if (from > sp_) from = sp_;
  hash_assign(hash_of(fp[i->a]), from, sp_);
  fp[i->c].i += sp_ - from;
  return i + 1;
}

const Instr* VM::op_take_array_slice(Frame* f, const Instr* i) {
  const Instr* pc = i + 1;
  Value* const fp = f->fp;
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
  return pc;
}

const Instr* VM::op_new_array_ref(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* from = stack_base_ + fp[i->b].i;
  Array* a = Array::make();
  a->reserve(static_cast<std::size_t>(sp_ - from));
  for (Value* v = from; v < sp_; ++v) a->push(plain(*v) ? std::move(*v) : rvalue(*v));
  pop_to(from);
  STORE(i->a, Value::adopt_ref(a));
  return i + 1;
}

const Instr* VM::op_new_hash_ref(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* from = stack_base_ + fp[i->b].i;
  Value h = Value::adopt_ref(Hash::make());
  anon_hash_fill(static_cast<Hash*>(static_cast<Referent*>(h.o)), from, sp_);
  pop_to(from);
  STORE(i->a, std::move(h));
  return i + 1;
}

// bless REF, CLASS with a site cache of the class, by its name's string when that one never goes.
const Instr* VM::op_bless(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Value& object = through(RK(i->b));
  const Value& name = through(RK(i->c));
  SiteCache& cache = f->proto->caches[extension_of(i).target];
  const bool permanent = name.tag == kStr && static_cast<std::int32_t>(name.s->refs) < 0;
  if (permanent && name.s == cache.key && object.tag == kRef && !object.o->bits) [[likely]] {
    bless(static_cast<Referent*>(object.o), static_cast<Stash*>(cache.target));
    STORE(i->a, object);
    return i + 2;
  }
  const void* key = permanent ? name.s : nullptr;
  Value* args = sp_;
  push(rvalue(object));
  push(rvalue(name));
  Value blessed = rvalue(args[0]);
  call_builtin(builtin::BuiltinId::k_bless, args, 2, Want::Scalar, 0, i->a, i);
  if (key && blessed.is_ref()) {
    cache.key = key;
    cache.target = static_cast<Referent*>(blessed.o)->stash();
  }
  return i + 2;
}

const Instr* VM::op_arg_pop(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  if (f->args_array) STORE(i->a, f->args_array->pop());
  else if (f->nargs) {
    --f->nargs;
    STORE(i->a, rvalue(f->args[f->nargs]));
  } else STORE(i->a, Value());
  return i + 1;
}

const Instr* VM::op_arg_place(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  if (!f->args_array && i->b < f->nargs) {
    make_place(fp[i->a], &f->args[i->b]);
    return i + 1;
  }
  if (i->c != 0) {  // for reading
    fp[i->a] = f->args_array ? kept_element(f->args_array, Value::integer(i->b)) : Value();
    return i + 1;
  }
  materialise_args(*f);
  make_place(fp[i->a], &element_place(f->args_array, Value::integer(i->b)));
  return i + 1;
}

// What shift or pop takes away, as the element itself: `\shift` and `f(shift)` refer to what it was an
// alias of. a: the place, or pushed when there is none; b: the array, or the arguments; c: pop.
const Instr* VM::op_taken_place(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Array* const array = i->b == kNone ? f->args_array : array_of(fp[i->b]);
  Value taken;
  if (array) {
    Value last;
    if (Value* end = array->find(i->c ? -1 : 0); end && end->is_boxed()) last = *end;
    taken = taken_from(array, i->c);
    if (last.is_boxed()) taken = std::move(last);
  } else if (f->nargs) {
    --f->nargs;
    Value& v = f->args[i->c ? f->nargs : 0];
    if (!i->c) ++f->args;
    taken = v.is_alias() ? v : Value::slot_pointer(&v);
  }
  if (i->a == kNone) {
    push(std::move(taken));
  } else {
    if (!taken.is_alias()) (void)box_place(taken);
    fp[i->a] = std::move(taken);
  }
  return i + 1;
}

const Instr* VM::op_args_rest(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Array* a = array_of(fp[i->a]);
  a->clear();
  if (f->args_array) {
    for (std::size_t n = i->b; n < f->args_array->size(); ++n) {
      Value& v = (*f->args_array)[n];
      a->push(v.tag == kInternal ? Value() : rvalue(v));
    }
  } else
    for (std::uint32_t n = i->b; n < f->nargs; ++n) a->push(rvalue(f->args[n]));
  return i + 1;
}

namespace {
// The usual pairs of a key that is text and a value without magic. False: nothing done.
bool fill_new_hash(Hash* h, const Value* from, const Value* to) {
  if ((to - from) & 1 || h->size()) return false;
  for (const Value* v = from; v < to; v += 2) {
    const Value& key = through(v[0]);
    if (key.tag != kStr || key.s->utf8() || !plain(through(v[1]))) return false;
  }
  h->reserve(static_cast<std::size_t>(to - from) / 2);
  for (const Value* v = from; v < to; v += 2) h->fetch(through(v[0]).s) = through(v[1]);
  return true;
}
}  // namespace

const Instr* VM::op_args_rest_hash(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  if (f->args_array) {
    Value* from = sp_;
    for (std::size_t n = i->b; n < f->args_array->size(); ++n) push(rvalue((*f->args_array)[n]));
    hash_assign(hash_of(fp[i->a]), from, sp_);
    pop_to(from);
  } else {
    std::uint32_t n = i->b < f->nargs ? i->b : f->nargs;
    if (fill_new_hash(hash_of(fp[i->a]), f->args + n, f->args + f->nargs)) return i + 1;
    hash_assign(hash_of(fp[i->a]), f->args + n, f->args + f->nargs);
  }
  return i + 1;
}

}  // namespace perlipc
