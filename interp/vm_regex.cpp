// Patterns and m//: picks the compiled pattern of a site, searches, and keeps the state that $1 and
// friends read (perlop "Regexp Quote-Like Operators").
#include "interp/held_place.h"
#include "interp/messages.h"
#include "interp/vm.h"
#include "interp/vm_properties.h"
#include <exception>
#include <new>

namespace perlipc {

namespace {

// Runs signal handlers in the middle of a long match; what they throw goes on afterwards.
class SignalPoll final : public SafepointPoll {
 public:
  explicit SignalPoll(VM& vm) : vm_(vm) {}
  bool poll() override {
    if (!vm_.signal_pending()) return true;
    try {
      vm_.run_pending_signals();
    } catch (...) {
      thrown_ = std::current_exception();
      return false;
    }
    return true;
  }
  void rethrow() {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  VM& vm_;
  std::exception_ptr thrown_;
};

void use_regex(PatternPlan& plan, Regex* regex) {
  if (plan.regex == regex) return;
  regex->retain();
  Regex* old = plan.regex;
  plan.regex = regex;
  if (old) old->release();
}

}  // namespace

// --- the pattern of a site ----------------------------------------------------------------------

// The regex of a qr object or of something whose class overloads qr; null for anything else.
Regex* VM::regex_of(const Value& v) {
  if (v.tag == kRegex) return static_cast<RegexValue*>(v.o)->regex;
  if (!v.is_ref()) return nullptr;
  auto* r = static_cast<Referent*>(v.o);
  if (Stash* s = r->stash(); s && is_overloaded_stash(s)) {
    if (Code* c = overload_method(s, "(qr")) {
      qr_result_ = call_overload(c, v, Value(), false);
      bool regex =
          qr_result_.tag == kRegex || (qr_result_.is_ref() && qr_result_.o->type == Type::Regex);
      if (!regex) die("Overloaded qr did not return a REGEXP");
      return static_cast<RegexValue*>(qr_result_.o)->regex;
    }
  }
  return r->type == Type::Regex ? static_cast<RegexValue*>(r)->regex : nullptr;
}

Regex* VM::pattern(PatternPlan& plan, const Value* operand) {
  if (plan.constant) {
    if (!plan.regex) plan.regex = compiled_text(plan, plan.text, plan.utf8);
    return plan.regex;
  }
  if (!operand && plan.parts) {
    Value* first = sp_ - plan.parts;
    if (plan.once && plan.regex) {
      pop_to(first);
      return plan.regex;
    }
    if (plan.code && !plan.code->parts.empty()) return pattern_of_parts(plan, first);
    for (Value* p = first; p < sp_;
         ++p) {  // qr objects join as text, whatever their class overloads
      if (p->tag == kStr) continue;
      Value v = rvalue(*p);
      uninit_operand_ = kPatternOperand + static_cast<int>(p - first);
      Regex* r = regex_of(v);
      if (r && r->has_code()) return pattern_of_parts(plan, first);
      if (r) *p = Value::string(r->stringified(), r->pattern_utf8());
      else if (v.is_undef()) *p = Value::adopt(perlipc::to_string(*this, v));
    }
    uninit_operand_ = -1;
    Value text = concat_items(first, plan.parts);
    pop_to(first);
    return text_pattern(plan, text);
  }
  if (plan.once && plan.regex) return plan.regex;
  if (!operand) return text_pattern(plan, Value::string(""));
  if (operand->tag == kStr) return text_pattern(plan, *operand);
  Value v = rvalue(*operand);
  if (Regex* r = regex_of(v)) {
    // A lone qr object keeps its own modifiers, whatever this site has.
    use_regex(plan, r);
    qr_result_ = Value();
    plan.from_object = true;
    return r;
  }
  return text_pattern(plan, v);
}

Regex* VM::text_pattern(PatternPlan& plan, const Value& v) {
  if (v.is_undef()) uninit_operand_ = kPatternOperand;
  Text text(*this, v);
  uninit_operand_ = -1;
  if (plan.regex && !plan.from_object && plan.last_utf8 == text.utf8() &&
      plan.last_text == text.view())
    return plan.regex;
  Regex* r = compiled_text(plan, text.view(), text.utf8());
  Regex* old = plan.regex;
  plan.regex = r;
  if (old) old->release();
  plan.from_object = false;
  plan.last_text.assign(text.view());
  plan.last_utf8 = text.utf8();
  return r;
}

// Counted for the caller.
Regex* VM::compiled_text(PatternPlan& plan, std::string_view text, bool utf8) {
  RegexError error;
  bool fresh = false;
  VmProperties properties(*this);
  Regex* r = pattern_cache_.get(text, utf8, plan.flags, error, &fresh, &properties);
  if (!r && error.needs_code) {
    std::vector<CodeSpan> spans;
    std::vector<Value> closures;
    return compile_with_code(plan, Value::string(text, utf8), spans, closures);
  }
  if (!r) {
    if (error.utf8) die_value(Value::string(error.message + location_suffix(), true));
    die(std::move(error.message));
  }
  RegexHold hold(r);
  if (fresh)
    for (const RegexWarning& w : r->warnings()) warn(regex_warning(w.category), w.message);
  r->retain();
  return r;
}

// The empty pattern stands for the last one that matched (perlop "The empty pattern //").
Regex* VM::effective_pattern(PatternPlan& plan, Regex* re) {
  if (!re->is_empty() || plan.from_object) [[likely]]
    return re;
  MatchState* last = find_match();
  return last ? last->regex : re;
}

// --- match state --------------------------------------------------------------------------------

MatchState* VM::find_match() {
  for (std::uint32_t n = depth_ + 1; n-- > 0;) {
    const Frame& f = frames_[n];
    if (f.proto->match_slot == kNone) continue;
    const Value& v = f.fp[f.proto->match_slot];
    if (v.tag == kOther) return static_cast<MatchState*>(v.o);
  }
  return nullptr;
}

namespace {
struct SpareStates {
  static constexpr std::size_t kMost = 8;
  MatchState* items[kMost];
  std::size_t count = 0;
  ~SpareStates() {
    while (count) destroy(items[--count]);
    count = kMost;  // what is given back later is not kept
  }
  static void destroy(MatchState* m) {
    m->~MatchState();
    heap::deallocate(m, sizeof(MatchState));
  }
};
thread_local SpareStates spare_states;
}  // namespace

MatchState* MatchState::take() {
  if (spare_states.count) [[likely]] {
    MatchState* m = spare_states.items[--spare_states.count];
    m->refs = 1;
    return m;
  }
  return new (heap::allocate(sizeof(MatchState))) MatchState();
}

void MatchState::put_back(MatchState* m) {
  if (PatternPlan* plan = std::exchange(m->home, nullptr)) plan->state = nullptr;
  m->tainted = false;
  m->drop_subject();
  if (Regex* r = std::exchange(m->regex, nullptr)) r->release();
  if (spare_states.count < SpareStates::kMost) spare_states.items[spare_states.count++] = m;
  else SpareStates::destroy(m);
}

// Makes a successful search visible to $1 and friends; the search wrote to offsets_of(plan).
MatchState* VM::record_match(PatternPlan& plan, Regex* re, String* subject) {
  MatchState* m = plan.state;
  Frame& f = frame();
  Value& slot = f.fp[f.proto->match_slot];
  if (!m) {
    m = MatchState::take();
    m->home = &plan;
    plan.state = m;
    std::swap(m->offsets, scratch_offsets_);
    slot = Value::raw_object(m, kOther);
  } else if (slot.tag != kOther || slot.o != m) {
    m->retain();
    slot = Value::raw_object(m, kOther);
  }
  m->set_subject(subject);
  if (m->regex != re) {
    re->retain();
    if (m->regex) m->regex->release();
    m->regex = re;
  }
  return m;
}

// perlvar $REGMARK, $REGERROR: what the verbs of a pattern have to say, in package main.
void VM::publish_marks(const RegexMachine& machine, MatchStatus status) {
  if (!machine.has_run()) return;
  bool matched = status == MatchStatus::Match;
  Value said = machine.mark().empty() ? Value::integer(1) : Value::string(machine.mark());
  glob("main::REGMARK", true)->scalar()->value = matched ? said : Value::boolean(false);
  glob("main::REGERROR", true)->scalar()->value = matched ? Value::boolean(false) : said;
}

bool VM::search(Regex* re, const String* subject, std::size_t start, unsigned options,
                std::size_t g_pos, MatchOffsets& out) {
  SignalPoll poll(*this);
  MatchStatus status =
      re->exec(regex_machine_, subject->view(), subject->utf8(), start, options, g_pos, out, &poll);
  if (re->sets_marks()) [[unlikely]]
    publish_marks(regex_machine_, status);
  if (status == MatchStatus::Match) return true;
  if (status == MatchStatus::NoMatch) [[likely]]
    return false;
  poll.rethrow();
  if (status == MatchStatus::Error) tell_match_failure(*this, regex_machine_.error());
  return false;
}

// perldiag: exceeding the limit is a warning and no match, all else is fatal.
void tell_match_failure(VM& vm, std::string text) {
  if (!text.starts_with("Complex regular")) vm.die(std::move(text));
  vm.warn(Warning::Regexp, std::move(text));
}

// --- m// ----------------------------------------------------------------------------------------

String* VM::match_subject(const Value& target) {
  const Value* v = &target;
  if (v->tag == kSlotPtr) v = v->p;
  if (v->is_boxed() && v->box->plain()) v = &v->box->value;
  if (v->tag == kStr) [[likely]] {
    v->s->retain();
    return v->s;
  }
  return perlipc::to_string(*this, rvalue(target));
}

// Where the search begins: pos() counts for /g and for \G.
SearchStart VM::search_start(const PatternPlan& plan, const Regex* re, const Value& target) {
  SearchStart from;
  if (!plan.global && !re->uses_g_anchor()) return from;
  const Position* p = find_position(target);
  if (!p) return from;
  from.g_pos = p->byte;
  if (plan.global) {
    from.byte = p->byte;
    if (p->empty) from.options = NotEmptyAtStart;
  }
  return from;
}

// m?? matches once between two resets.
bool VM::had_its_match(const PatternPlan& plan) {
  return plan.matched_once == current_package()->matches_generation;
}

bool VM::match(PatternPlan& plan, Regex* re, Value& target, bool negated) {
  if (plan.match_once && had_its_match(plan)) return negated;
  re = effective_pattern(plan, re);
  RegexHold hold(re);
  if (through(target).tag != kStr) hold_place(target, may_run_code(*this, target));
  Text subject(match_subject(target));
  SearchStart from = search_start(plan, re, target);
  if (!search(plan, re, subject.get(), from.byte, from.options, from.g_pos)) {
    if (plan.global && !plan.keep_pos) clear_position(target);
    return negated;
  }
  MatchState* m = record_match(plan, re, subject.get());
  if (plan.global)
    set_position(target, m->offsets.end(0), m->offsets.end(0) == m->offsets.start(0));
  if (plan.match_once) plan.matched_once = current_package()->matches_generation;
  return !negated;
}

// Pushes what one match contributes to a list.
void VM::push_groups(const String* subject, const MatchOffsets& offsets, bool whole) {
  for (std::size_t n = offsets.size() > 1 ? 1 : whole ? 0 : 1; n < offsets.size(); ++n) {
    if (offsets.matched(n)) push(substring(subject, offsets.start(n), offsets.end(n)));
    else push(Value());
    if (n == 0) break;
  }
}

void VM::match_list(PatternPlan& plan, Regex* re, Value& target) {
  if (plan.match_once && had_its_match(plan)) return;
  re = effective_pattern(plan, re);
  RegexHold hold(re);
  if (through(target).tag != kStr) hold_place(target, may_run_code(*this, target));
  Text subject(match_subject(target));
  SearchStart from = search_start(plan, re, target);
  bool found = search(plan, re, subject.get(), from.byte, from.options, from.g_pos);
  if (!found) {
    if (plan.global && !plan.keep_pos) clear_position(target);
    return;
  }
  MatchState* m = record_match(plan, re, subject.get());
  if (plan.match_once) plan.matched_once = current_package()->matches_generation;
  if (!plan.global) {
    if (m->offsets.size() > 1) push_groups(subject.get(), m->offsets, false);
    else push(Value::integer(1));
    return;
  }
  do {
    push_groups(subject.get(), m->offsets, true);
    from.byte = m->offsets.end(0);
    from.options = from.byte == m->offsets.start(0) ? unsigned{NotEmptyAtStart} : 0;
  } while (search(plan, re, subject.get(), from.byte, from.options, from.byte));
  if (plan.keep_pos) set_position(target, from.byte, from.options != 0);
  else clear_position(target);
}

// --- qr// ---------------------------------------------------------------------------------------

Value VM::make_qr(Regex* re) {
  re->retain();
  auto* r = new (heap::allocate(sizeof(RegexValue))) RegexValue(re);
  r->set_stash(stash("Regexp", true));
  return Value::adopt_ref(r);
}

}  // namespace perlipc
