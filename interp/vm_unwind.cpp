// Dying, catching, and loop control or goto that leaves frames.
#include "builtins/io.h"
#include "builtins/io_hooks.h"
#include "interp/vm.h"
#include <algorithm>
#include <new>

namespace perlipc {

using builtin::BuiltinId;

void VM::set_eval_error(Value v) {
  Scalar* s = error_glob_->scalar();
  s->value = std::move(v);
  if (taint_mode_ != 0) [[unlikely]] {
    Value place = Value::boxed(s);
    settle(place, true);
  }
}

Value VM::die_hook(Value error) {
  if (in_die_hook_) return error;
  const Value handler = builtin::message_hook(*this, builtin::MessageHook::Die);
  if (handler.is_undef() || (handler.is_string() && handler.s->length == 0)) return error;
  Code* c = handler.is_ref() || handler.is_glob() ? callable(handler, true) : nullptr;
  if (!c && handler.is_string()) {
    std::string name(handler.s->view());
    if (name == "DEFAULT" || name == "IGNORE") return error;
    Glob* g = glob(name.find("::") == std::string::npos ? "main::" + name : name, false);
    c = g ? g->code() : nullptr;
  }
  if (!c && handler.is_ref()) return Value::string("Not a subroutine reference" + location());
  if (!c || !c->defined()) return error;
  in_die_hook_ = true;
  struct Reset {
    bool& flag;
    ~Reset() { flag = false; }
  } reset{in_die_hook_};
  Value arg = error;
  c->retain();
  Value hold = Value::adopt_ref(c);
  call(c, {&arg, 1}, Want::Void);  // a die inside replaces the error
  return error;
}

Value VM::die_object(Value* items, std::uint32_t n) {
  leave_if_due();
  Value error;
  if (n == 1) error = rvalue(items[0]);
  if (error.is_ref() ||
      (error.is_string() && error.s->length && error.s->data[error.s->length - 1] == '\n')) {
    error.spare = 0;  // as it is
  } else {
    String* s = String::make(64);
    for (std::uint32_t k = 0; k < n; ++k) {
      Text t(*this, rvalue(items[k]));
      s = perlipc::append(s, t.get());
    }
    if (s->length == 0) {
      s->release();
      Value old = error_glob_->scalar()->get();
      if (old.is_ref()) {
        Stash* st = static_cast<Referent*>(old.o)->stash();
        Code* c = st ? find_method(st, "PROPAGATE") : nullptr;
        if (c && c->defined()) {
          CallerInfo where = caller_info();
          Value args[3] = {old, Value::string(where.file), Value::integer(where.line)};
          try {
            error = call_scalar(c, args);
          } catch (PerlDie&) { error = append_location(""); }
        } else error = old;
        try {
          return die_hook(std::move(error));
        } catch (PerlDie& d) { return std::move(d.value); }
      }
      Text t(*this, old.is_undef() ? Value::string("") : old);
      std::string text = t.size() ? std::string(t.view()) + "\t...propagated" : std::string("Died");
      error = append_location(text);
    } else if (s->data[s->length - 1] != '\n') {
      bool utf8 = s->utf8();
      std::string text(s->view());
      s->release();
      Value located = append_location(text);
      if (utf8 && located.is_string()) located.s->set_utf8(true);
      error = std::move(located);
    } else error = Value::adopt(s);
  }
  try {
    return die_hook(std::move(error));
  } catch (PerlDie& d) { return std::move(d.value); }
}

void VM::throw_error(Value v) { throw PerlDie{std::move(v)}; }

template <class Step> void VM::undo(Value& error, Step step) {
  const Value* const before = std::exchange(unwinding_, &error);
  for (bool again = true; again;) {
    try {
      step();
      again = false;
    } catch (PerlDie& d) { error = std::move(d.value); } catch (...) {
      leave_later();
    }
  }
  unwinding_ = before;
}

// Drops the frames of a run level that is being left by an exception, and what it has saved.
void VM::leave_level(std::uint32_t base, std::size_t saves, Value& error) {
  undo(error, [&] {
    while (depth_ >= base) {
      frames_[depth_].entry = EntryNone;
      pop_frame();
    }
    if (saves_.size() > saves) restore_to(static_cast<std::uint32_t>(saves));
  });
}

// Runs in the frame of its sub, which is the innermost one when the dynamic scope ends.
void VM::run_deferred(const SaveEntry& e) {
  if (unwinding_ && e.saved) set_eval_error(*unwinding_);
  Frame& f = frames_[depth_];
  const Value* const unwinding = std::exchange(unwinding_, nullptr);
  const Instr* const resume = std::exchange(f.pc, f.proto->code.data() + e.index);
  const Value* const result = block_result_;
  struct Reset {
    VM& vm;
    Frame& frame;
    const Value* unwinding;
    const Instr* resume;
    const Value* result;
    ~Reset() {
      vm.unwinding_ = unwinding;
      vm.block_result_ = result;
      frame.pc = resume;
    }
  } reset{*this, f, unwinding, resume, result};
  run(depth_, true);
}

// Empties the slots from `first` on of code that has been left in its middle: what a loop variable was
// an alias of must not be written to by what uses the slot next.
void VM::clear_left(Frame& f, std::uint32_t first) {
  const auto& cells = f.proto->cell_slots;  // these borrow from the running code, which stays
  for (std::uint32_t n = f.proto->nslots; n-- > first;) {
    Value& v = f.fp[n];
    if (v.tag & kHeapBit) {
      if (n != f.proto->args_slot) v = Value();
    } else if (v.tag == kSlotPtr ||
               (v.tag == kBorrowed && std::find(cells.begin(), cells.end(), n) == cells.end())) {
      v.tag = kUndef;
    }
  }
}

// Hands the error to the innermost eval of this run level. False: none here; the frames from
// base_frame up are left alone and pending_error_ holds the error.
bool VM::unwind(Value error, std::uint32_t base) {
  if (evals_.empty() || evals_.back().level != level_ || evals_.back().frame < base) {
    pending_error_ = std::move(error);
    if (loop_barrier_ != 0) cleanup_warning_ = warning_enabled(Warning::Misc);
    return false;
  }
  EvalRecord r = evals_.back();
  evals_.pop_back();
  // $@ is set first for the destructors on the way, and again last: they and the variables that are
  // restored may have changed it.
  if (!r.is_try) set_eval_error(Value(error));
  undo(error, [&] {
    while (depth_ > r.frame) pop_frame();
    if (saves_.size() > r.save_height) restore_to(r.save_height, r.first_slot);
  });
  Frame& f = frames_[depth_];
  pop_to(r.sp);
  end_temporaries_from(r.temporaries);
  clear_left(f, r.first_slot);
  if (r.is_try) {
    eval_result_ = std::move(error);
    set_eval_error(Value::string(""));
  } else set_eval_error(std::move(error));
  f.pc = f.proto->code.data() + r.handler;
  return true;
}

bool VM::dynamic_loop(char kind, const Value& label, std::uint32_t base, bool warns) {
  std::string want;
  if (!label.is_undef()) {
    Text t(*this, label);
    want = std::string(t.view());
  }
  const char* verb = kind == 'n'   ? "next"
                     : kind == 'l' ? "last"
                     : kind == 'r' ? "redo"
                     : kind == 'w' ? "when"
                     : kind == 'f' ? "default"
                     : kind == 'b' ? "break"
                                   : "continue";
  const bool of_loop = kind == 'n' || kind == 'l' || kind == 'r';
  const auto wanted = [&](const LoopRange& r) {
    if (of_loop) return r.is_loop() && (want.empty() || r.label == want);
    return kind == 'c' ? r.kind == LoopRange::When : r.is_topicalizer();
  };
  const LoopRange* deferred = nullptr;  // the innermost deferred block that would be left
  auto loop_in = [&](const Frame& f) {
    const LoopRange* best = nullptr;
    std::uint32_t pc = static_cast<std::uint32_t>(f.pc - f.proto->code.data());
    for (const LoopRange& r : f.proto->loops)
      if (pc > r.begin && pc <= r.end && wanted(r) && (!best || r.begin > best->begin)) best = &r;
    const LoopRange* around = deferred ? nullptr : f.proto->deferred_at(pc);
    if (around && (!best || around->begin > best->begin)) deferred = around;
    return best;
  };
  auto exiting = [&](const char* what) {
    if (warns) warn(Warning::Exiting, std::string("Exiting ") + what + " via " + verb);
  };
  std::size_t eval = evals_.size();
  std::uint32_t d = depth_;
  for (;; --d) {
    Frame& f = frames_[d];
    const LoopRange* best = loop_in(f);
    if (d == loop_barrier_)
      best = nullptr;  // a sort block runs in the frame of the loops around it
    // Every eval block and sub on the way out is worth a warning (perldiag "Exiting %s via %s").
    while (f.careful && eval > f.eval_depth) {
      const EvalRecord& r = evals_[eval - 1];
      if (best && static_cast<std::uint32_t>(r.start_pc - f.proto->code.data()) < best->begin)
        break;
      --eval;
      if (!r.is_try) exiting("eval");
    }
    if (!best) {
      if (f.kind != FrameMain) exiting(f.kind == FrameSub ? "subroutine" : "eval");
      if (d <= base) break;
      continue;
    }
    if (deferred) die_leaving(verb, *deferred);
    if (kind == 'b' && best->kind == LoopRange::Topical)
      die("Can't \"break\" in a loop topicalizer");
    while (depth_ > d) pop_frame();
    while (f.careful && evals_.size() > f.eval_depth) {
      // Eval blocks that began inside the loop are left too.
      std::uint32_t start =
          static_cast<std::uint32_t>(evals_.back().start_pc - f.proto->code.data());
      if (start < best->begin) break;
      if (saves_.size() > evals_.back().save_height)
        restore_to(evals_.back().save_height, best->first_slot);
      evals_.pop_back();
    }
    // What was saved inside the loop's body goes back, from the outermost block of it on.
    const auto at = static_cast<std::uint32_t>(f.pc - f.proto->code.data());
    const SaveRange* saved = nullptr;
    for (const SaveRange& r : f.proto->save_ranges)
      if (at > r.begin && at <= r.end && r.begin >= best->begin) saved = &r;
    if (saved) {
      const auto height = static_cast<std::uint32_t>(f.fp[saved->slot].i);
      if (saves_.size() > height) restore_to(height, best->first_slot);
    }
    if (!temporaries_.empty())
      end_temporaries(f.proto->code.data() + best->begin, f.proto->code.data() + best->end);
    Value* sp =
        best->sp_slot == kNone ? f.fp + f.proto->nslots : stack_base_ + f.fp[best->sp_slot].i;
    pop_to(sp);
    clear_left(f, best->first_slot);
    if (best->match_copy != kNone) f.fp[f.proto->match_slot] = Value(f.fp[best->match_copy]);
    const bool goes_on = kind == 'n' || (!of_loop && best->kind == LoopRange::Topical);
    f.pc = f.proto->code.data() + (goes_on       ? best->next_pc
                                   : kind == 'r' ? best->redo_pc
                                                 : best->last_pc);
    return true;
  }
  const std::uint32_t barrier = loop_barrier_ < base ? loop_barrier_ : 0;
  for (std::uint32_t outer = base; outer-- > barrier + 1;)  // an outer run level may have the loop
    if (loop_in(frames_[outer])) {
      if (deferred) die_leaving(verb, *deferred);
      return false;
    }
  if (barrier != 0 && barrier_in_eval_) exiting("eval");
  if (!of_loop)
    die(std::string("Can't \"") + verb + "\" outside a " +
        (kind == 'b'   ? "given block"
         : kind == 'c' ? "when block"
                       : "topicalizer"));
  die(want.empty() ? std::string("Can't \"") + verb + "\" outside a loop block"
                   : std::string("Label not found for \"") + verb + " " + want + "\"");
}

void VM::die_leaving(const char* word, const LoopRange& deferred) {
  die(std::string("Can't \"") + word + "\" out of a \"" + deferred.label + "\" block");
}

bool VM::goto_label(std::string_view name, std::uint32_t base) {
  for (std::uint32_t d = depth_;; --d) {
    Frame& f = frames_[d];
    const auto from = static_cast<std::uint32_t>(f.pc - f.proto->code.data());
    if (const LabelTarget* label = f.proto->label_from(name, from)) {
      const LabelTarget& l = *label;
      for (std::uint32_t left = depth_; left >= d; --left) {
        const Frame& g = frames_[left];
        const auto pc = static_cast<std::uint32_t>(g.pc - g.proto->code.data());
        const LoopRange* deferred = g.proto->deferred_at(pc);
        if (deferred && (left > d || l.pc <= deferred->begin || l.pc > deferred->end))
          die_leaving("goto", *deferred);
      }
      while (depth_ > d) pop_frame();
      if (!l.in_list) pop_to(f.fp + f.proto->nslots);
      f.pc = f.proto->code.data() + l.pc;
      return true;
    }
    if (d <= base) return false;
  }
}

}  // namespace perlipc
