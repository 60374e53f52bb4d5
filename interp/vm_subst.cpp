// s/// and tr///: building the new text and putting it into its place (perlop "Regexp Quote-Like
// Operators").
#include "interp/held_place.h"
#include "interp/natives.h"
#include "interp/vm.h"

namespace perlipc {

namespace {

// The text that grows during a substitution. Owns it until taken.
class OutText {
 public:
  OutText() = default;
  OutText(std::size_t capacity, bool utf8) { start(capacity, utf8); }
  OutText(const OutText&) = delete;
  ~OutText() {
    if (s_) s_->release();
  }
  void start(std::size_t capacity, bool utf8) {
    s_ = String::make(capacity);
    s_->set_utf8(utf8);
  }
  void add(std::string_view bytes, bool utf8) {
    if (s_->utf8() == utf8 && s_->length + bytes.size() <= s_->capacity()) [[likely]] {
      std::memcpy(s_->data + s_->length, bytes.data(), bytes.size());
      s_->length += bytes.size();
      s_->data[s_->length] = 0;
    } else {
      s_ = append(s_, bytes, utf8);
    }
  }
  Value take() {
    String* s = s_;
    s_ = nullptr;
    return Value::adopt(s);
  }

 private:
  String* s_ = nullptr;
};

// Room beyond the subject's length before the output has to grow.
constexpr std::size_t kSpareRoom = 32;

void check_writable(VM& vm, const Value& target) {
  const Value* v = &target;
  if (v->tag == kSlotPtr) v = v->p;
  if (v->is_boxed() && (v->box->bits & Scalar::ReadOnly))
    vm.die("Modification of a read-only value attempted");
}

// perl reads an undefined target a second time once it is to be changed: that warns again.
void warn_undefined_again(VM& vm, const Value& target) {
  const Value* place = &target;
  if (place->tag == kSlotPtr) place = place->p;
  if (place->is_boxed() && place->box->special()) return;  // reading it may run code
  Value v = rvalue(target);
  if (v.is_undef()) perlipc::to_string(vm, v)->release();
}

// The byte string a place holds, when nobody else holds it and no magic watches; else null.
String* own_bytes(Value& target) {
  Value* v = &target;
  if (v->tag == kSlotPtr) v = v->p;
  if (v->is_boxed()) {
    if (!v->box->plain()) return nullptr;
    v = &v->box->value;
  }
  bool own = v->tag == kStr && v->s->unique() && !v->s->utf8() && v->spare == 0;
  return own ? v->s : nullptr;
}

// The text of a place, which has just been matched, when nobody but the match holds it: the caller
// has a count of it too.
String* matched_bytes(Value& target, String* subject) {
  Value* v = &target;
  if (v->tag == kSlotPtr) v = v->p;
  if (v->is_boxed()) {
    if (!v->box->plain()) return nullptr;
    v = &v->box->value;
  }
  const bool own =
      v->tag == kStr && v->s == subject && v->spare == 0 && subject->own_but_windows(2);
  return own && !subject->unique() ? subject : nullptr;
}

// A running s/// whose replacement is code.
struct Substitution final : ForeignObject {
  Text subject;
  RegexHold regex;
  OutText out;
  std::size_t copied = 0;  // the subject up to here is in `out`, or was replaced
  std::size_t g_pos = 0;
  unsigned options = 0;
  std::int64_t count = 0;
  bool global, copy;
  PatternPlan* plan;
  Substitution(PatternPlan& site, Regex* re, String* s)
      : subject(s), regex(re), global(site.global), copy(site.copy), plan(&site) {}
};

Substitution& running(Value& iterator) { return *static_cast<Substitution*>(iterator.o); }

}  // namespace

// --- s/// with constant text --------------------------------------------------------------------

Value VM::subst_const(PatternPlan& plan, Regex* re, Value& target, const Value& replacement) {
  if (!plan.copy) check_writable(*this, target);
  hold_place(target, may_run_code(*this, target));
  re = effective_pattern(plan, re);
  RegexHold hold(re);
  Text text(match_subject(target));
  String* s = text.get();
  std::string_view view = s->view();
  bool utf8 = s->utf8();
  std::size_t g_pos = 0;
  if (re->uses_g_anchor())
    if (const Position* p = find_position(target)) g_pos = p->byte;
  if (!search(plan, re, s, 0, 0, g_pos)) return plan.copy ? rvalue(target) : Value::boolean(false);
  MatchState* m = record_match(plan, re, s);
  warn_undefined_again(*this, target);
  const String* with = replacement.s;
  std::size_t start = m->offsets.start(0), end = m->offsets.end(0);
  if (start == 0 && with->length == 0 && !plan.global && !plan.copy) {
    if (String* own = matched_bytes(target, s)) {
      own->drop_front(end);
      return Value::integer(1);
    }
  }
  std::int64_t count = 1;
  OutText out(plan.global ? view.size() + kSpareRoom : view.size() - (end - start) + with->length,
              utf8);
  out.add(view.substr(0, start), utf8);
  out.add(with->view(), with->utf8());
  if (plan.global) {
    std::size_t copied = end;
    while (search(plan, re, s, end, start == end ? unsigned{NotEmptyAtStart} : 0, end)) {
      if (m->offsets.start(0) < copied) break;  // \G that does not come first
      start = m->offsets.start(0);
      end = m->offsets.end(0);
      out.add(view.substr(copied, start - copied), utf8);
      out.add(with->view(), with->utf8());
      copied = end;
      ++count;
    }
  }
  out.add(view.substr(end), utf8);
  if (plan.copy) return out.take();
  store(target, out.take());
  return Value::integer(count);
}

// --- s/// with code -----------------------------------------------------------------------------

Value VM::subst_begin(PatternPlan& plan, Regex* re, Value& target) {
  if (!plan.copy) check_writable(*this, target);
  hold_place(target, true);
  re = effective_pattern(plan, re);
  RegexHold hold(re);
  auto* it = new Substitution(plan, re, match_subject(target));
  Value iterator = Value::raw_object(it, kOther);
  if (re->uses_g_anchor())
    if (const Position* p = find_position(target)) it->g_pos = p->byte;
  return iterator;
}

bool VM::subst_next(Value& iterator) {
  Substitution& it = running(iterator);
  if (it.count && !it.global) return false;
  String* s = it.subject.get();
  if (!search(*it.plan, it.regex.get(), s, it.copied, it.options, it.g_pos)) return false;
  MatchState* m = record_match(*it.plan, it.regex.get(), s);
  std::size_t start = m->offsets.start(0), end = m->offsets.end(0);
  if (start < it.copied) return false;  // \G that does not come first
  if (!it.count++) it.out.start(s->length + kSpareRoom, s->utf8());
  it.out.add(s->view().substr(it.copied, start - it.copied), s->utf8());
  it.copied = it.g_pos = end;
  it.options = start == end ? unsigned{NotEmptyAtStart} : 0;
  return true;
}

void VM::subst_add(Value& iterator, const Value& v) {
  Substitution& it = running(iterator);
  if (v.tag == kStr) [[likely]]
    return it.out.add(v.s->view(), v.s->utf8());
  Text text(*this, v);
  it.out.add(text.view(), text.utf8());
}

Value VM::subst_end(Value& iterator, Value& target) {
  Substitution& it = running(iterator);
  if (!it.count) return it.copy ? rvalue(target) : Value::boolean(false);
  warn_undefined_again(*this, target);
  it.out.add(it.subject.view().substr(it.copied), it.subject.utf8());
  if (it.copy) return it.out.take();
  store(target, it.out.take());
  return Value::integer(it.count);
}

// --- tr/// --------------------------------------------------------------------------------------

Value VM::transliterate(const Transliteration& t, Value& target) {
  hold_place(target, may_run_code(*this, target));
  bool copy = t.flags().return_copy;
  if (t.is_identity()) {
    Text text(match_subject(target));
    if (copy) return Value::share(text.get());
    return Value::integer(static_cast<std::int64_t>(t.count(text.view(), text.utf8())));
  }
  if (!copy) {
    check_writable(*this, target);
    String* s = own_bytes(target);
    if (s && t.is_byte_map()) {
      std::size_t n = t.apply_in_place(s->data, s->length);
      s->touched();
      return Value::integer(static_cast<std::int64_t>(n));
    }
  }
  Text text(match_subject(target));
  Value changed;
  std::size_t count;
  if (t.is_byte_map() && !text.utf8()) {
    changed = Value::string(text.view());
    count = t.apply_in_place(changed.s->data, changed.s->length);
    if (copy) return changed;
  } else {
    Transliteration::Result r = t.apply(text.view(), text.utf8());
    changed = r.changed ? Value::string(r.text, r.utf8) : Value::share(text.get());
    if (copy) return changed;
    count = r.count;
  }
  if (count) store(target, std::move(changed));
  return Value::integer(static_cast<std::int64_t>(count));
}

}  // namespace perlipc
