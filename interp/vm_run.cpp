// Running code from native code: run levels, calls, and what an exception leaves behind.
#include "interp/vm_ops.h"
#include <new>

namespace perlipc {

struct VM::Repetition {
  NextCall next;
  void* state;
};

void VM::run(std::uint32_t base, bool block) {
  ++level_;
  std::size_t eval_height = evals_.size();
  const std::size_t save_height = saves_.size();
  for (;;) {
    Value error;
    enum { Died, Exited, Looped, NoMemory } how = Died;
    LoopExit loop{};
    int status = 0;
    try {
      check_native_stack();  // inside: the frame goes with the error
      execute(base);
      if (leaving_) [[unlikely]]
        run_pending_signals();
      --level_;
      return;
    } catch (PerlDie& d) { error = std::move(d.value); } catch (PerlExit& e) {
      how = Exited;
      status = e.status;
    } catch (LoopExit& l) {
      how = Looped;
      loop = l;
    } catch (std::bad_alloc&) {
      how = NoMemory;  // no eval stops it (perldiag "Out of memory!")
    } catch (...) {    // a stop, or what a thread of the host is cancelled with
      leave_level(block ? base + 1 : base, block ? save_height : saves_.size(), error);
      while (block && evals_.size() > eval_height) evals_.pop_back();
      --level_;
      throw;
    }
    if (how == Died) {
      if (unwind(std::move(error), base)) continue;
      error = std::move(pending_error_);
    } else if (how == Looped) {
      bool found;
      try {
        bool searched = loop.kind < 'a';
        if (searched) loop.kind = static_cast<char>(loop.kind - 'A' + 'a');
        found = !searched && dynamic_loop(loop.kind, loop.label, base, loop.warns);
      } catch (PerlDie& d) {
        error = std::move(d.value);
        found = false;
        how = Died;
      } catch (PerlExit& e) {
        status = e.status;
        found = false;
        how = Exited;
      }
      if (found) continue;
    }
    if (how == Died && depth_ >= base && frames_[base].kind == FrameEvalString)
      set_eval_error(Value(error));  // destructors see it, as in an eval block
    leave_level(block ? base + 1 : base, block ? save_height : saves_.size(), error);
    while (block && evals_.size() > eval_height) evals_.pop_back();
    --level_;
    if (how == Died) throw PerlDie{std::move(error)};
    if (how == Exited) throw PerlExit{status};
    if (how == NoMemory) throw std::bad_alloc();
    throw loop;
  }
}

// Runs the sub to its end; its results lie above where sp_ was, a native's scalar in *slot.
// Loop control does not reach through it (perldiag "Can't "last" outside a loop block").
void VM::run_sub(Code* code, std::span<const Value> args, Want want, Value* slot) {
  const LoopBarrier barrier(*this, loop_barrier_ == depth_ && barrier_in_eval_);
  hold_elements();
  Value* base = sp_;
  for (const Value& v : args) {
    if (v.tag == kBorrowed) push(Value::boxed(v.box));
    else push(v);
  }
  if (!code->defined() && !(code->bits & Code::Const)) code = resolve_sub_code(code);
  if (!code->proto) {
    call_native(code, base, static_cast<std::uint32_t>(args.size()), want,
                want == Want::Scalar ? 0 : kNone, slot);
    return;
  }
  push_frame(code->proto, code, base, static_cast<std::uint32_t>(args.size()), want, FrameSub);
  frames_[depth_].entry = EntryOnce;
  run(depth_);
}

// The end of a round: whether there is another one, in the same frame, as it was when it was
// entered.
bool VM::goes_on(Value result) {
  Frame* f = &frames_[depth_];
  unwind_frame(*f);
  const std::uint32_t nslots = f->proto->nslots;
  pop_to(f->fp + nslots);
  for (Value* v = f->fp + nslots; v != f->fp;) {
    v -= kSlotGroup;
    if ((v[0].tag | v[1].tag | v[2].tag | v[3].tag) & kHeapBit)
      for (std::uint32_t n = kSlotGroup; n-- > 0;) v[n].set_undef();
    std::memset(static_cast<void*>(v), 0, kSlotGroup * sizeof(Value));
  }
  const Value* c = f->code->captures.data();
  for (std::uint16_t slot : f->proto->cell_slots) borrow_cell(f->fp[slot], *c++);
  f->args = f->result_base;
  f->nargs = 0;
  f->args_array = nullptr;
  f->eval_text.set_undef();
  if (*signal_word_) [[unlikely]]
    run_pending_signals();
  if (!repetition_->next(repetition_->state, result)) {
    pop_frame();
    return false;
  }
  f->pc = f->proto->code.data();
  return true;
}

void VM::call_repeatedly(Code* code, NextCall next, void* state) {
  if (!code->defined() && !(code->bits & Code::Const)) code = resolve_sub_code(code);
  if (!code->proto || code->proto->args_array) {
    for (bool again = true; again;) {
      Value result = call_scalar(code, {});
      again = next(state, result);
    }
    return;
  }
  const LoopBarrier barrier(*this, loop_barrier_ == depth_ && barrier_in_eval_);
  hold_elements();
  const Repetition repetition{next, state};
  push_frame(code->proto, code, sp_, 0, Want::Scalar, FrameSub);
  frames_[depth_].entry = EntryAgain;
  struct Reset {
    VM& vm;
    const Repetition* outer;
    ~Reset() { vm.repetition_ = outer; }
  } reset{*this, std::exchange(repetition_, &repetition)};
  run(depth_);
}

std::vector<Value> VM::call(Code* code, std::span<const Value> args, Want want) {
  if (want == Want::Scalar) {
    std::vector<Value> one;
    one.push_back(call_scalar(code, args));
    return one;
  }
  Value* base = sp_;
  Value slot;
  run_sub(code, args, want, &slot);
  std::vector<Value> out;
  for (Value* v = base; v < sp_; ++v) out.push_back(rvalue(*v));
  pop_to(base);
  return out;
}
std::vector<Value> VM::call_in_eval(Code* code, std::span<const Value> args, Want want) {
  const std::size_t height = evals_.size();
  EvalRecord record{};
  record.frame = depth_;
  record.level = kNoLevel;  // nothing is caught here
  record.sp = sp_;
  record.ctx_for_caller = static_cast<Ctx>(want);
  record.start_pc = frames_[depth_].pc;
  make_careful(frames_[depth_]);
  evals_.push_back(record);
  try {
    const LoopBarrier barrier(*this, false);
    std::vector<Value> out = call(code, args, want);
    evals_.resize(height);
    return out;
  } catch (PerlDie& d) {
    evals_.resize(height);
    die_value(std::move(d.value));
  } catch (...) {
    evals_.resize(height);
    throw;
  }
}
Value VM::call_scalar(Code* code, std::span<const Value> args) {
  Value* base = sp_;
  Value result;
  run_sub(code, args, Want::Scalar, &result);
  if (sp_ > base) result = rvalue(sp_[-1]);
  pop_to(base);
  return result;
}
std::vector<Value> VM::call_method(const Value& invocant, std::string_view method,
                                   std::span<const Value> args, Want want) {
  std::vector<Value> all;
  all.push_back(invocant);
  all.insert(all.end(), args.begin(), args.end());
  SiteCache cache;
  Code* c = resolve_method(all.data(), static_cast<std::uint32_t>(all.size()),
                           Value::string(method), 0, &cache, frames_[depth_]);
  if (!c) return {};
  return call(c, all, want);
}

std::vector<Value> VM::run_proto(FuncProto* proto, Want want, FrameKind kind, Value eval_text,
                                 std::vector<Value>* captures) {
  Value* base = sp_;
  Code* code = Code::make();
  code->proto = proto;
  proto->retain();
  code->home = proto->home;
  if (captures) code->captures = std::move(*captures);
  for (const auto& st : proto->state_vars) code->captures.push_back(fresh_cell(st.sigil));
  Value hold = Value::adopt_ref(code);
  push_frame(proto, code, base, 0, want, kind);
  Frame& f = frames_[depth_];
  f.entry = EntryOnce;
  f.eval_text = std::move(eval_text);
  run(depth_);
  std::vector<Value> out;
  for (Value* v = base; v < sp_; ++v) out.push_back(rvalue(*v));
  pop_to(base);
  return out;
}

}  // namespace perlipc
