// Instructions that set up loops, sort, map and eval blocks.
// What a handler is: interp/vm_ops.h.
#include "interp/sort_plan.h"
#include "interp/vm_ops.h"

namespace perlipc {

namespace {
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
}  // namespace

const Instr* VM::op_for_range_init(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  for_range_init(fp + i->a, rvalue(RK(i->b)), rvalue(RK(i->c)), extension_of(i).target);
  return i + 2;
}

const Instr* VM::op_for_range_next_cell(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  if (*signal_word_) [[unlikely]]
    run_pending_signals();
  Value& cur = fp[i->b];
  Value v;
  if (cur.tag == kInternal) {
    std::int64_t n = cur.i, end = fp[i->b + 1].i;
    if (i->c ? n < end : n > end) return i + 2;
    cur.i = i->c ? n - 1 : n + 1;
    v = Value::integer(n);
  } else {
    Array* a = array_of(cur);
    std::int64_t n = fp[i->b + 1].i++;
    if (n >= static_cast<std::int64_t>(a->size())) return i + 2;
    v = (*a)[static_cast<std::size_t>(n)];
  }
  fp[i->a] = Value::adopt_boxed(Scalar::make(std::move(v)));
  return jump_target(f, i);
}

const Instr* VM::op_for_global_set(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Scalar* s = Scalar::make(rvalue(fp[i->a]));
  set_glob_scalar(f->proto->globs[i->b], s);
  s->release();
  return i + 1;
}

const Instr* VM::op_for_array_init(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value a = Value::raw_object(fp[i->b].o, kArrayVar);
  a.o->retain();
  Array* arr = array_of(a);
  fp[i->a] = std::move(a);
  Value& idx = fp[i->a + 1];
  idx = Value();
  idx.tag = kInternal;
  idx.i = i->c ? size_of(arr) : -1;
  return i + 1;
}

const Instr* VM::op_for_list_init(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value& idx = fp[i->a + 1];
  idx = Value();
  idx.tag = kInternal;
  idx.i = fp[i->a].i;
  Value& end = fp[i->a + 2];
  end = Value();
  end.tag = kInternal;
  end.i = sp_ - stack_base_;
  return i + 1;
}

const Instr* VM::op_for_list_next_n(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  if (*signal_word_) [[unlikely]]
    run_pending_signals();
  std::int64_t& n = fp[i->b + 1].i;
  if (n >= fp[i->b + 2].i) return i + 2;
  for (unsigned v = 0; v < i->c; ++v) {
    if (n < fp[i->b + 2].i) {
      Value& e = stack_base_[n++];
      if (e.is_boxed()) {
        e.o->retain();
        fp[i->a + v] = Value::raw_object(e.o, kBoxed);
      } else make_place(fp[i->a + v], &e);
    } else {  // the last round's share of a list that is too short, read-only
      Scalar* missing = Scalar::make();
      missing->bits |= Scalar::ReadOnly;
      fp[i->a + v] = Value::adopt_boxed(missing);
    }
  }
  return jump_target(f, i);
}

const Instr* VM::op_map_init(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value& idx = fp[i->b];
  idx = Value();
  idx.tag = kInternal;
  idx.i = fp[i->a].i;
  Value& end = fp[i->c];
  end = Value();
  end.tag = kInternal;
  end.i = sp_ - stack_base_;
  return i + 1;
}

const Instr* VM::op_map_done(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* from = stack_base_ + fp[i->a].i;
  Value* results = stack_base_ + fp[i->b].i;
  std::ptrdiff_t n = sp_ - results;
  if (i->c & 1) {
    for (Value* v = from; v < results; ++v) v->~Value();
  } else {
    for (Value* v = results; v > from;) (--v)->~Value();
  }
  std::memmove(static_cast<void*>(from), static_cast<void*>(results),
               static_cast<std::size_t>(n) * sizeof(Value));
  sp_ = from + n;
  // Aliases of plain list items were pointers into what is gone now: they were copied by value.
  // Those of elements are of use for as long as nothing moves these.
  if (i->c & 6) {
    for (Value* v = from; v < sp_; ++v) {
      if (v->tag != kSlotPtr || (v->p >= stack_base_ && v->p < stack_limit_)) continue;
      if (i->c & 2) *v = Value::boxed(box_place(*v));
      else if (plain(*v->p)) *v = Value(*v->p);
      else *v = v->p->is_boxed() ? Value(*v->p) : rvalue(*v);
    }
  }
  return i + 1;
}

const Instr* VM::op_sort(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* from = stack_base_ + fp[i->a & 0x7fff].i;
  SortedAliases aliases(*this, from, i->a & kConst);
  sort_items(from, i->b | (i->a & kConst ? 8 : 0));
  aliases.put_back(from);
  return i + 1;
}

const Instr* VM::op_sort_block(Frame* f, const Instr* i) {
  const Instr* body = i + 3;
  Value* const fp = f->fp;
  f->pc = body;
  std::uint32_t target = extension_of(i).target;
  std::uint32_t links = extension_of(i).more;
  Glob* ga = f->proto->globs[links & 0xffff];
  Glob* gb = f->proto->globs[links >> 16];
  Value* from = stack_base_ + fp[i->a & 0x7fff].i;
  SortedAliases aliases(*this, from, i->a & kConst);
  const SortPlan* plan = f->proto->sort_plans[extension_of(i + 1).target].get();
  const auto count = static_cast<std::size_t>(sp_ - from);
  for (Value* v = from; v < sp_; ++v)
    if (!plain(*v)) *v = rvalue(*v);
  if (!plan || !plan->sort(*this, from, count, fp)) sort_block(from, *f, i->b, i->c, ga, gb, body);
  aliases.put_back(from);
  return f->proto->code.data() + target;
}

const Instr* VM::op_sort_sub(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  std::uint32_t links = extension_of(i).more;
  Value v = rvalue(fp[i->b]);
  Code* c = nullptr;
  if (v.is_string()) {
    Glob* g = glob_for_symbol(v.s->view(), '&');
    c = g ? g->code() : nullptr;
  } else c = callable(v, false);
  if (!c || !c->defined()) {
    const Glob* named = c ? c->name_glob : nullptr;
    if (v.is_string()) named = glob_for_symbol(v.s->view(), '&');
    if (named) die("Undefined sort subroutine \"" + named->full_name() + "\" called");
    die("Undefined subroutine in sort");
  }
  Value* from = stack_base_ + fp[i->a & 0x7fff].i;
  SortedAliases aliases(*this, from, i->a & kConst);
  sort_sub(from, c, f->proto->globs[links & 0xffff], f->proto->globs[links >> 16]);
  aliases.put_back(from);
  return i + 2;
}

const Instr* VM::op_warn_exiting([[maybe_unused]] Frame* f, const Instr* i) {
  const char* left = i->b ? "Exiting pseudo-block via " : "Exiting eval via ";
  warn(Warning::Exiting, std::string(left) + (i->a == 'n'   ? "next"
                                              : i->a == 'l' ? "last"
                                                            : "redo"));
  return i + 1;
}

// a: the slots from here on belong to variables that are declared after what was just made local.
const Instr* VM::op_save_floor(Frame* f, const Instr* i) {
  if (f->careful && saves_.size() > f->save_height) saves_.back().floor = i->a;
  return i + 1;
}

const Instr* VM::op_eval_enter(Frame* f, const Instr* i) {
  const Instr* pc = i + 1;
  make_careful(*f);
  EvalRecord r{};
  r.frame = depth_;
  r.level = level_;
  r.handler = extension_of(i).target;
  r.save_height = static_cast<std::uint32_t>(saves_.size());
  r.sp = sp_;
  r.temporaries = static_cast<std::uint32_t>(temporaries_.size());
  r.first_slot = i->a;
  r.is_try = i->b;
  r.ctx_for_caller = static_cast<Ctx>(i->c);
  r.start_pc = pc;
  evals_.push_back(r);
  Scalar* s = error_glob_->scalar();
  if (!(s->value.tag == kStr && s->value.s->length == 0)) { set_eval_error(Value::string("")); }
  ++pc;
  return pc;
}

const Instr* VM::op_eval_leave([[maybe_unused]] Frame* f, const Instr* i) {
  // A signal that has come meanwhile may still die into this eval.
  if (*signal_word_) [[unlikely]]
    run_pending_signals();
  bool is_try = evals_.back().is_try;
  if (saves_.size() > evals_.back().save_height) { restore_to(evals_.back().save_height); }
  evals_.pop_back();
  if (!is_try && i->a) {
    Scalar* s = error_glob_->scalar();
    if (!(s->value.tag == kStr && s->value.s->length == 0)) { set_eval_error(Value::string("")); }
  }
  return i + 1;
}

const Instr* VM::op_defer(Frame* f, const Instr* i) {
  SaveEntry& e = save(SaveEntry::Deferred, f);
  e.index = i + 2 - f->proto->code.data();
  e.saved = i->a ? f : nullptr;
  return jump_target(f, i);
}

const Instr* VM::op_catch_value(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  STORE(i->a, std::move(eval_result_));
  return i + 1;
}

}  // namespace perlipc
