// Instructions on symbols, subs as values and dynamic scope.
// What a handler is: interp/vm_ops.h.
#include "interp/vm_ops.h"

namespace perlipc {

const Instr* VM::op_adopt_cell(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  // The first run takes the cell that code compiled earlier captured; later ones a new one.
  auto& early = f->proto->early_cells[i->b | static_cast<std::uint32_t>(i->c) << 16];
  const char sigil = early.sigil;
  if (!std::exchange(early.used, true)) {
    early.cell->retain();
    fp[i->a] = Value::raw_object(early.cell, sigil == '@'   ? kArrayVar
                                             : sigil == '%' ? kHashVar
                                                            : kBoxed);
  } else if (sigil == '@') {
    fp[i->a] = Value::raw_object(Array::make(), kArrayVar);
  } else if (sigil == '%') {
    fp[i->a] = Value::raw_object(Hash::make(), kHashVar);
  } else {
    fp[i->a] = Value::adopt_boxed(Scalar::make());
  }
  return i + 1;
}

const Instr* VM::op_readonly_place(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Scalar* s = Scalar::make(rvalue(fp[i->b]));
  s->bits |= Scalar::ReadOnly;
  fp[i->a] = Value::adopt_boxed(s);
  return i + 1;
}

const Instr* VM::op_gv_ref(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  STORE(i->a, Value::ref(f->proto->globs[i->b]->scalar()));
  return i + 1;
}

const Instr* VM::op_topic_place(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  make_place(fp[i->a], topic_);
  return i + 1;
}

const Instr* VM::op_topic_ref(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  STORE(i->a, Value::ref(box_place(*topic_)));
  return i + 1;
}

const Instr* VM::op_topic_enter(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  save(SaveEntry::Topic, nullptr, topic_);
  fp[i->a] = Value();
  topic_ = &fp[i->a];
  return i + 1;
}

// The topic is the alias on the stack, which the slot keeps.
const Instr* VM::op_given_enter(Frame* f, const Instr* i) {
  Value& holder = f->fp[i->a];
  save(SaveEntry::Topic, nullptr, topic_);
  holder = std::move(sp_[-1]);
  pop_to(sp_ - 1);
  topic_ = holder.tag == kSlotPtr ? holder.p : &holder;
  return i + 1;
}

const Instr* VM::op_topic_save([[maybe_unused]] Frame* f, const Instr* i) {
  save(SaveEntry::Topic, nullptr, topic_);
  return i + 1;
}

const Instr* VM::op_load_glob(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Glob* g = f->proto->globs[i->b];
  if (!i->c || !(g->bits & Glob::Localized)) {
    fp[i->a] = Value::glob(g);
    return i + 1;
  }
  // perlsub "Temporary Values via local()": what `local *FH` made outlives the scope in the value.
  Glob* copy = Glob::make(g->stash, g->name);
  copy->set_body(g->body);
  fp[i->a] = Value::glob(copy);
  copy->release();
  return i + 1;
}

const Instr* VM::op_load_stash(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  String* s = f->proto->consts[i->b & 0x7fff].s;
  std::string_view name = s->view();
  name.remove_suffix(2);
  if (name.substr(0, 6) == "main::" && name.size() > 6) name.remove_prefix(6);
  Stash* st = stash(name.empty() ? "main" : name, true);
  Value v;
  v.o = st;
  v.tag = kHashBorrowed;
  fp[i->a] = std::move(v);
  return i + 1;
}

const Instr* VM::op_glob_of(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Glob* g = glob_from(rvalue(RK(i->b)), i->c & 1);
  STORE(i->a, g ? Value::glob(g) : Value());
  return i + 1;
}

const Instr* VM::op_glob_place(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  fp[i->a] = glob_proxy(fp[i->b]);
  return i + 1;
}

const Instr* VM::op_glob_assign(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value g = rvalue(fp[i->a]);
  Value v = rvalue(RK(i->b));
  if (g.is_glob()) glob_assign(static_cast<Glob*>(static_cast<Referent*>(g.o)), v);
  return i + 1;
}

const Instr* VM::op_undef_glob(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value g = rvalue(fp[i->a]);
  if (g.is_glob()) {
    GlobBody* b = GlobBody::make();
    if (reinterpret_cast<Glob*>(g.o) == topic_glob_) replace_underscore(b);
    keep_in_use(reinterpret_cast<Glob*>(g.o)->body);
    reinterpret_cast<Glob*>(g.o)->set_body(b);
    b->release();
    ++method_generation_;
  }
  return i + 1;
}

const Instr* VM::op_glob_slot(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value g = rvalue(fp[i->b]);
  Text key(*this, rvalue(RK(i->c)));
  STORE(i->a, g.is_glob() ? glob_slot(reinterpret_cast<Glob*>(g.o), key.view()) : Value());
  return i + 1;
}

const Instr* VM::op_push_gv(Frame* f, const Instr* i) {
  push(Value::boxed(f->proto->globs[i->a]->scalar()));
  return i + 1;
}

// A constant if the function around it and the closure are all that has the variable.
Value VM::constant_closure(FuncProto* made, Frame* f) {
  Code* c = make_code(made, f);
  const Value closure = Value::adopt_ref(c);
  const Value& cell = c->captures[0];
  if (cell.box->refs > 2) return closure;
  if (made->constant == FuncProto::Constant::Refused)
    die("Constants from lexical variables potentially modified elsewhere are no longer permitted");
  c->constant = rvalue(cell);
  c->bits |= Code::Const;
  return closure;
}

const Instr* VM::op_make_closure(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  FuncProto* made = f->proto->functions[i->b];
  if (made->constant != FuncProto::Constant::No) [[unlikely]] {
    STORE(i->a, constant_closure(made, f));
    return i + 1;
  }
  if (i->c & kConst) {
    Value& kept = f->proto->consts[i->c & 0x7fff];
    if (kept.is_undef()) kept = Value::adopt_ref(make_code(f->proto->functions[i->b], f));
    STORE(i->a, kept);
    return i + 1;
  }
  Code* c = make_code(f->proto->functions[i->b], f);
  STORE(i->a, Value::adopt_ref(c));
  return i + 1;
}

// The statement that declares a format is passed: the format keeps the variables of now, for when the
// code around it runs no more.
const Instr* VM::op_bind_format(Frame* f, const Instr* i) {
  GlobBody* body = f->proto->globs[i->b]->body;
  Code* old = std::exchange(body->format, make_code(f->proto->functions[i->a], f));
  if (old) old->release();
  return i + 1;
}

Value VM::format_code(Glob& glob) {
  Code* known = glob.body->format;
  for (std::uint32_t d = depth_; d > 0; --d)
    if (frames_[d].proto == known->proto->around)
      return Value::adopt_ref(make_code(known->proto, &frames_[d]));
  return Value::ref(known);
}

const Instr* VM::op_code_of_glob(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  // c: 0 reference (autovivifies a stub), 1 code to run, 2 sort sub
  Glob* g = f->proto->globs[i->b];
  Code* c = g->code();
  if (!c) {
    if (i->c == 2 || i->c == 1) {
      c = i->c == 1 ? resolve_sub(g) : nullptr;
      if (!c && i->c == 2) {
        STORE(i->a, Value::string(g->full_name()));
        return i + 1;
      }
    }
    if (!c) c = g->declare_code();
  }
  STORE(i->a, Value::ref(c));
  return i + 1;
}

const Instr* VM::op_code_ref_of(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
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
    if (!c) c = g->declare_code();
  }
  STORE(i->a, c ? Value::ref(c) : Value());
  return i + 1;
}

const Instr* VM::op_sub_defined(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Code* c;
  if (i->c) {
    Value v = rvalue(RK(i->b));
    c = nullptr;
    if (v.is_ref() && v.o->type == Type::Code) c = static_cast<Code*>(static_cast<Referent*>(v.o));
    else if (v.is_string()) {
      Glob* g = glob(v.s->view().find("::") == std::string_view::npos
                         ? current_package()->name + "::" + std::string(v.s->view())
                         : std::string(v.s->view()),
                     false);
      c = g ? g->code() : nullptr;
    } else if (v.is_ref()) c = code_of(v);
  } else c = f->proto->globs[i->b]->code();
  bool yes =
      c && (static_cast<Opc>(i->op) == Opc::SubExists || c->defined() || (c->bits & Code::Const));
  STORE(i->a, Value::boolean(yes));
  return i + 1;
}

const Instr* VM::op_undef_sub(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Code* c = i->b ? callable(rvalue(fp[i->a]), false) : f->proto->globs[i->a]->code();
  if (c) {
    if (c->depth > 0) die("Can't undef active subroutine");
    if (c->bits & Code::Const) {
      const bool used = !i->b && c->home && c->home->name == "constant";  // use constant NAME
      const Glob* named = used ? f->proto->globs[i->a] : c->name_glob;
      const std::string name(named ? named->name->view() : "(anonymous)");
      warn(Warning::Misc, "Constant subroutine " + name + " undefined");
    }
    if (c->proto) Code::release_proto(c->proto);
    c->proto = nullptr;
    c->native = nullptr;
    c->bits &= ~Code::Const;
    c->bits |= Code::Declared;
    ++method_generation_;
  }
  return i + 1;
}

const Instr* VM::op_sub_self(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  if (f->code && f->kind == FrameSub) STORE(i->a, Value::ref(f->code));
  else STORE(i->a, Value());
  return i + 1;
}

const Instr* VM::op_check_arity(Frame* f, const Instr* i) {
  check_arity(*f);
  return i + 1;
}

const Instr* VM::op_save_glob_scalar(Frame* f, const Instr* i) {
  Glob* g = f->proto->globs[i->b];
  save_glob_scalar(g);
  return i + 1;
}

const Instr* VM::op_save_slot(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  save(SaveEntry::Slot, &fp[i->a]).value = fp[i->a];
  return i + 1;
}

const Instr* VM::op_local_scalar(Frame* f, const Instr* i) {
  local_scalar(f->proto->globs[i->a]);
  if (i->c) saves_.back().floor = i->c;
  return i + 1;
}

const Instr* VM::op_local_array(Frame* f, const Instr* i) {
  local_array(f->proto->globs[i->a]);
  if (i->c) saves_.back().floor = i->c;
  return i + 1;
}

const Instr* VM::op_local_hash(Frame* f, const Instr* i) {
  local_hash(f->proto->globs[i->a]);
  if (i->c) saves_.back().floor = i->c;
  return i + 1;
}

const Instr* VM::op_local_topic([[maybe_unused]] Frame* f, const Instr* i) {
  local_topic();
  if (i->c) saves_.back().floor = i->c;
  return i + 1;
}

const Instr* VM::op_local_elem(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  local_elem(array_of(fp[i->a]), RK(i->b), static_cast<LocalKind>(i->c));
  return i + 1;
}

const Instr* VM::op_local_helem(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  local_helem(hash_of(fp[i->a]), RK(i->b), static_cast<LocalKind>(i->c));
  return i + 1;
}

const Instr* VM::op_local_array_slice(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  for (Value* v = stack_base_ + fp[i->b].i; v < sp_; ++v) {
    const auto kind = static_cast<LocalKind>(i->c);
    if (static_cast<Opc>(i->op) == Opc::LocalHashSlice) local_helem(hash_of(fp[i->a]), *v, kind);
    else local_elem(array_of(fp[i->a]), *v, kind);
  }
  if (!i->c) pop_to(stack_base_ + fp[i->b].i);
  return i + 1;
}

const Instr* VM::op_local_glob(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value g = rvalue(fp[i->a]);
  if (!g.is_glob()) return i + 1;
  Glob* const glob = reinterpret_cast<Glob*>(g.o);
  const Value given = i->c ? rvalue(RK(i->b)) : Value();
  if (given.is_ref()) local_glob_slot(glob, *static_cast<Referent*>(given.o));
  else local_glob(glob);
  return i + 1;
}

const Instr* VM::op_local_deref(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  local_deref(rvalue(RK(i->a)), static_cast<char>(i->b), i->c);
  return i + 1;
}

const Instr* VM::op_local_args(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  SaveEntry& e = save(SaveEntry::ArgsArray, f);
  e.value = fp[i->a];
  e.index = i->a;
  fp[i->a] = Value::raw_object(Array::make(), kArrayVar);
  f->args_array = array_of(fp[i->a]);
  return i + 1;
}

}  // namespace perlipc
