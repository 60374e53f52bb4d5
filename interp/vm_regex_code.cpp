// Patterns with code (perlre "(?{ code })", "(??{ code })"): closures of the site are bound to the
// compiled pattern, and called while a match runs.
#include "interp/messages.h"
#include "interp/vm_properties.h"
#include <algorithm>
#include <exception>

namespace perlipc {

namespace {

const std::vector<Value>& closures_of(const Regex& regex) {
  static const std::vector<Value> none;
  const auto* closures = static_cast<const CodeClosures*>(regex.binding().get());
  return closures ? closures->items : none;
}

Regex* bound(const Regex* regex, std::vector<Value> closures) {
  auto binding = std::make_shared<CodeClosures>();
  binding->items = std::move(closures);
  return regex->bound_to(std::move(binding));
}

// The end of the block that begins at a brace: code made at run time is not parsed before that.
std::size_t code_end(std::string_view text, std::size_t from) {
  int depth = 0;
  for (std::size_t n = from; n < text.size(); ++n) {
    if (text[n] == '\\') ++n;
    else if (text[n] == '{') ++depth;
    else if (text[n] == '}' && --depth == 0) return n + 1;
  }
  return text.size();
}

// One match that runs code: what the blocks see, and what they change for its duration.
class CodeRun final : public CodeRunner {
 public:
  CodeRun(VM& vm, const String* subject) : vm_(vm), subject_(const_cast<String*>(subject)) {
    save_height_ = static_cast<std::uint32_t>(vm.saves_.size());
  }
  CodeRun(const CodeRun&) = delete;
  ~CodeRun() {
    if (topic_set_) vm_.set_topic(outer_topic_);
    if (state_) state_->release();
    for (Regex* regex : held_) regex->release();
  }

  bool run(const Regex& owner, std::size_t block, std::size_t position, const MatchOffsets& groups,
           bool* truth) override {
    return guarded([&] {
      Undo undo{&owner, block, position, static_cast<std::uint32_t>(vm_.saves_.size()), Value()};
      Value result = call(owner, block, position, groups);
      if (truth) {
        *truth = perlipc::to_bool(vm_, result);
        return;
      }
      Value& last = result_place();
      undo.result = last;
      last = std::move(result);
      undo_.push_back(std::move(undo));
    });
  }

  Regex* pattern(const Regex& owner, std::size_t block, std::size_t position,
                 const MatchOffsets& groups) override {
    Regex* regex = nullptr;
    guarded([&] {
      Value result = call(owner, block, position, groups);
      regex = vm_.regex_of(result);
      if (!regex) {
        PatternPlan plan;
        plan.flags = owner.flags();
        if (result.is_undef()) {
          vm_.warn(Warning::Uninitialized, "Use of uninitialized value");
          result = Value::string("");
        }
        Text text(vm_, result);
        regex = vm_.compiled_text(plan, text.view(), text.utf8());
        held_.push_back(regex);
        return;
      }
      regex->retain();
      held_.push_back(regex);
    });
    return regex;
  }

  void undo(const Regex& owner, std::size_t block, std::size_t position) override {
    guarded([&] {
      auto same = [&](const Undo& u) {
        return u.owner == &owner && u.block == block && u.position == position;
      };
      auto found = std::find_if(undo_.rbegin(), undo_.rend(), same);
      while (found != undo_.rend()) {
        bool last = same(undo_.back());
        if (vm_.saves_.size() > undo_.back().save_height) vm_.restore_to(undo_.back().save_height);
        result_place() = std::move(undo_.back().result);
        undo_.pop_back();
        if (last) return;
      }
    });
  }

  // After the match: what blocks have made local ends; $^R stays when the match has succeeded.
  void finish(bool matched) {
    if (!matched && !undo_.empty()) result_place() = std::move(undo_.front().result);
    if (vm_.saves_.size() > save_height_) vm_.restore_to(save_height_);
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  struct Undo {
    const Regex* owner;
    std::size_t block, position;
    std::uint32_t save_height;
    Value result;  // $^R before
  };

  // PCRE2 is C: nothing may be thrown through it.
  template <typename Work> bool guarded(Work work) {
    try {
      work();
      return true;
    } catch (LoopExit& loop) {
      try {
        vm_.die(std::string("Can't \"") +
                (loop.kind == 'n' || loop.kind == 'N'   ? "next"
                 : loop.kind == 'l' || loop.kind == 'L' ? "last"
                                                        : "redo") +
                "\" outside a loop block");
      } catch (...) { thrown_ = std::current_exception(); }
    } catch (...) { thrown_ = std::current_exception(); }
    return false;
  }

  Value& result_place() { return vm_.glob("main::\x12", true)->scalar()->value; }

  Value call(const Regex& owner, std::size_t block, std::size_t position,
             const MatchOffsets& groups) {
    const std::vector<Value>& closures = closures_of(owner);
    if (block >= closures.size()) vm_.die("panic: a pattern's code block has no code");
    if (!topic_set_) {
      topic_set_ = true;
      topic_ = Value::share(subject_);
      box_place(topic_);
      outer_topic_ = vm_.set_topic(&topic_);
    }
    vm_.set_position(topic_, position, false);
    if (!state_) state_ = MatchState::take();
    fill_state(owner, groups);
    Value code = closures[block];
    return vm_.run_code_block(vm_.code_of(code), state_);
  }

  void fill_state(const Regex& owner, const MatchOffsets& groups) {
    auto* regex = const_cast<Regex*>(&owner);
    if (state_->regex != regex) {
      regex->retain();
      if (state_->regex) state_->regex->release();
      state_->regex = regex;
    }
    if (!state_->has_subject()) state_->set_subject(subject_);
    state_->offsets = groups;
  }

  VM& vm_;
  String* subject_;
  std::uint32_t save_height_;
  MatchState* state_ = nullptr;
  bool topic_set_ = false;
  Value topic_;
  Value* outer_topic_ = nullptr;
  std::vector<Undo> undo_;
  std::vector<Regex*> held_;
  std::exception_ptr thrown_;
};

}  // namespace

// --- putting the pattern together ---------------------------------------------------------------

// Pieces of a pattern of which some are code, written here or part of a qr object. Pops them.
Regex* VM::pattern_of_parts(PatternPlan& plan, Value* first) {
  if (!plan.code) plan.code = std::make_unique<CodePlan>();
  CodePlan& code = *plan.code;
  std::vector<CodeSpan> spans;
  std::vector<Value> closures;
  std::size_t at = 0;  // in characters
  auto written = code.parts.begin();
  for (Value* p = first; p < sp_; ++p) {
    auto index = static_cast<unsigned>(p - first);
    if (written != code.parts.end() && written->index == index) {
      closures.push_back(rvalue(*p));
      *p = written->text;
      ++written;
      spans.push_back({at, p->s->char_length()});
    } else if (p->tag != kStr) {
      Value v = rvalue(*p);
      uninit_operand_ = kPatternOperand + static_cast<int>(index);
      Regex* r = regex_of(v);
      if (r) {
        std::size_t prefix = r->stringified().find(':') + 1;
        for (const CodeSpan& s : r->code()) spans.push_back({at + prefix + s.start, s.length});
        const std::vector<Value>& own = closures_of(*r);
        closures.insert(closures.end(), own.begin(), own.end());
        *p = Value::string(r->stringified(), r->pattern_utf8());
      } else {
        *p = Value::adopt(perlipc::to_string(*this, v));
      }
    }
    at += p->s->char_length();
  }
  uninit_operand_ = -1;
  Value text = concat_items(first, static_cast<std::uint32_t>(sp_ - first));
  pop_to(first);
  bool known = code.regex && spans == code.regex->code() && code.text.s->view() == text.s->view() &&
               code.text.s->utf8() == text.s->utf8();
  Regex* now = known ? bound(code.regex, std::move(closures))
                     : compile_with_code(plan, text, spans, closures);
  if (!known && now->code().size() == spans.size()) {
    if (code.regex) code.regex->release();
    now->retain();
    code.regex = now;
    code.text = text;
  }
  Regex* old = plan.regex;
  plan.regex = now;
  if (old) old->release();
  plan.from_object = true;  // its text says less than all
  return now;
}

// Counted for the caller, bound to its closures. Code that `spans` does not have is made now.
Regex* VM::compile_with_code(PatternPlan& plan, const Value& pattern, std::vector<CodeSpan>& spans,
                             std::vector<Value>& closures) {
  Text text(*this, pattern);
  bool utf8 = text.utf8();
  for (;;) {
    RegexError error;
    VmProperties properties(*this);
    Regex* r = Regex::compile(text.view(), utf8, plan.flags, error, {spans, &properties});
    if (r) {
      Regex* result = bound(r, std::move(closures));
      r->release();
      RegexHold hold(result);
      for (const RegexWarning& w : result->warnings()) warn(regex_warning(w.category), w.message);
      result->retain();
      return result;
    }
    if (!error.needs_code) {
      if (error.utf8) die_value(Value::string(error.message + location_suffix(), true));
      die(std::move(error.message));
    }
    if (!plan.code || plan.code->eval_site < 0)
      die_value(Value::string("Eval-group not allowed at runtime, use re 'eval' in regex m/" +
                                  std::string(text.view()) + "/" + location_suffix(),
                              utf8));
    std::size_t from = utf8 ? utf8_offset(text.view(), error.code_at) : error.code_at;
    std::string_view code = text.view().substr(from, code_end(text.view(), from) - from);
    CodeSpan span{error.code_at, utf8 ? utf8_length(code) : code.size()};
    std::size_t index = 0;
    while (index < spans.size() && spans[index].start < span.start) ++index;
    Value closure = evaluate_code(plan, std::string(code), utf8);
    auto offset = static_cast<std::ptrdiff_t>(index);
    spans.insert(spans.begin() + offset, span);
    closures.insert(closures.begin() + offset, std::move(closure));
  }
}

// A block that came with run-time text, as a closure over what is visible at the site.
Value VM::evaluate_code(PatternPlan& plan, const std::string& code, bool utf8) {
  Value before = rvalue(Value::boxed(error_glob_->scalar()));
  Frame& f = frame();
  string_eval(f.proto->eval_sites[static_cast<std::size_t>(plan.code->eval_site)],
              Value::string("sub " + code, utf8), Want::Scalar, plan.code->eval_slot, false);
  Value error = rvalue(Value::boxed(error_glob_->scalar()));
  if (perlipc::to_bool(*this, error)) die_value(std::move(error));
  set_eval_error(std::move(before));
  return std::move(f.fp[plan.code->eval_slot]);
}

// --- matching -----------------------------------------------------------------------------------

// Calls a block with the caller's @_ and the match so far. What it makes local outlives it.
Value VM::run_code_block(Code* code, MatchState* state) {
  hold_elements();
  Value* base = sp_;
  Frame& caller = frame();
  push_frame(code->proto, code, sp_, 0, Want::Scalar, FrameSub);
  Frame& f = frame();
  f.entry = EntryOnce;
  f.save_height = ~std::uint32_t{0};
  state->retain();
  f.fp[f.proto->match_slot] = Value::raw_object(state, kOther);
  if (f.proto->args_slot != kNone || f.proto->mentions_args || !f.proto->reads_args_only) {
    if (!caller.args_array && caller.kind == FrameSub) materialise_args(caller);
    share_args(f, caller.args_array ? caller.args_array : main_stash_->glob("_", true)->array());
  }
  run(depth_);
  Value result = sp_ > base ? rvalue(sp_[-1]) : Value();
  pop_to(base);
  return result;
}

bool VM::search_with_code(PatternPlan* plan, Regex* re, const String* subject, std::size_t start,
                          unsigned options, std::size_t g_pos) {
  RegexHold hold(re);
  if (code_depth_ == code_machines_.size())
    code_machines_.push_back(std::make_unique<RegexMachine>());
  RegexMachine& machine = *code_machines_[code_depth_];
  struct Depth {
    std::size_t& n;
    explicit Depth(std::size_t& d) : n(d) { ++n; }
    ~Depth() { --n; }
  } depth(code_depth_);
  MatchOffsets offsets;
  CodeRun run(*this, subject);
  MatchStatus status = re->exec_with_code(machine, subject->view(), subject->utf8(), start, options,
                                          g_pos, offsets, run);
  run.finish(status == MatchStatus::Match);
  if (re->sets_marks()) publish_marks(machine, status);
  if (status == MatchStatus::Error) tell_match_failure(*this, machine.error());
  if (status != MatchStatus::Match) return false;
  (plan ? offsets_of(*plan) : scratch_offsets_) = std::move(offsets);
  return true;
}

}  // namespace perlipc
