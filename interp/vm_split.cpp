// split (perldoc -f split). Fields go straight to the VM's stack; separators that are plain text or
// white space never reach the regex engine.
#include "builtins/list.h"
#include "interp/vm.h"
#include <array>

namespace perlipc {

namespace {

using Kind = SplitShape::Kind;

bool is_meta(char c) {
  return std::string_view("\\^$.|?*+()[]{}").find(c) != std::string_view::npos;
}

// The text a pattern stands for when it has no operators; false when it has.
bool literal_text(std::string_view p, std::string* out) {
  if (p.size() == 3 && p[0] == '[' && p[2] == ']' && p[1] != '^' &&
      p[1] != '\\') {  // [,] is a comma
    out->assign(1, p[1]);
    return !(p[1] & 0x80);
  }
  for (std::size_t n = 0; n < p.size(); ++n) {
    char c = p[n];
    if (c & 0x80) return false;
    if (c == '\\') {
      if (++n == p.size()) return false;
      c = p[n];
      if (c == 't') c = '\t';
      else if (c == 'n') c = '\n';
      else if (c == 'r') c = '\r';
      else if ((c & 0x80) || std::isalnum(static_cast<unsigned char>(c)) || c == '_') return false;
    } else if (is_meta(c)) {
      return false;
    }
    out->push_back(c);
  }
  return true;
}

// White space in a byte string: \s with and without Unicode rules (perlrecharclass).
bool is_space(char c, bool unicode) {
  auto u = static_cast<unsigned char>(c);
  return u == ' ' || (u >= '\t' && u <= '\r') || (unicode && (u == 0x85 || u == 0xa0));
}

// Strings that many fields are: shared, never freed.
struct CommonStrings {
  std::array<String*, 256> bytes;
  String* empty;
  String* empty_utf8;
  CommonStrings()
      : empty(String::intern_immortal("")), empty_utf8(String::intern_immortal("", true)) {
    for (int n = 0; n < 256; ++n) {
      char c = static_cast<char>(n);
      bytes[static_cast<std::size_t>(n)] = String::intern_immortal({&c, 1});
    }
  }
};
const CommonStrings& common_strings() {
  static const CommonStrings* strings = new CommonStrings;
  return *strings;
}

// One split in progress: cuts fields out of the subject and pushes them.
class Fields {
 public:
  Fields(VM& vm, String* subject, std::int64_t limit)
      : vm_(vm), common_(common_strings()), base_(vm.sp_), subject_(subject), data_(subject->data),
        size_(subject->length), utf8_(subject->utf8()), limit_(limit < 0 ? -1 : limit),
        left_(limit_) {}

  // Another separator may be looked for.
  bool more() { return at_ < size_ && --left_ != 0; }
  std::size_t at() const { return at_; }
  void cut(std::size_t start, std::size_t end) {
    new (vm_.sp_) Value(field(at_, start));
    ++vm_.sp_;
    at_ = end;
  }
  // The rest, and perl's rule about empty fields at the end.
  void finish() {
    if (at_ == 0) return vm_.push(Value::share(subject_));
    if (at_ < size_ || (vm_.sp_ > base_ && limit_)) return vm_.push(field(at_, size_));
    if (limit_) return;
    while (vm_.sp_ > base_ && is_empty(vm_.sp_[-1])) vm_.pop_to(vm_.sp_ - 1);
  }
  Value field(std::size_t from, std::size_t to) const {
    std::size_t n = to - from;
    if (n == 0) return Value::share(utf8_ ? common_.empty_utf8 : common_.empty);
    if (n == 1 && !utf8_)
      return Value::share(common_.bytes[static_cast<unsigned char>(data_[from])]);
    return Value::string({data_ + from, n}, utf8_);
  }

 private:
  static bool is_empty(const Value& v) {
    return v.is_undef() || (v.is_string() && v.s->length == 0);
  }
  VM& vm_;
  const CommonStrings& common_;
  Value* base_;
  String* subject_;
  const char* data_;
  std::size_t size_;
  bool utf8_;
  std::int64_t limit_, left_;
  std::size_t at_ = 0;
};

void split_text(Fields& fields, std::string_view subject, std::string_view separator) {
  while (fields.more()) {
    std::size_t at = fields.at();
    const char* from = subject.data() + at;
    const void* hit = separator.size() == 1
                          ? std::memchr(from, separator[0], subject.size() - at)
                          : memmem(from, subject.size() - at, separator.data(), separator.size());
    if (!hit) break;
    auto start = static_cast<std::size_t>(static_cast<const char*>(hit) - subject.data());
    fields.cut(start, start + separator.size());
  }
}

void split_spaces(Fields& fields, std::string_view subject, bool unicode) {
  while (fields.more()) {
    std::size_t start = fields.at();
    while (start < subject.size() && !is_space(subject[start], unicode)) ++start;
    if (start == subject.size()) break;
    std::size_t end = start + 1;
    while (end < subject.size() && is_space(subject[end], unicode)) ++end;
    fields.cut(start, end);
  }
}

void split_characters(Fields& fields, std::string_view subject, bool utf8) {
  while (fields.more()) {
    std::size_t end = fields.at() + 1;
    while (utf8 && end < subject.size() &&
           (static_cast<unsigned char>(subject[end]) & 0xc0) == 0x80)
      ++end;
    fields.cut(end, end);
  }
}

}  // namespace

// How the pattern of this site can be searched for, found out once per pattern.
const SplitShape& VM::split_shape(PatternPlan& plan, Regex* re) {
  SplitShape& shape = plan.split;
  if (shape.of == re) return shape;
  re->retain();
  if (shape.of) shape.of->release();
  if (shape.lines) shape.lines->release();
  shape.of = re;
  shape.lines = nullptr;
  shape.kind = Kind::General;
  shape.text.clear();
  const RegexFlags& flags = re->flags();
  if (re->is_line_start()) {
    if (!flags.m) {
      RegexFlags multi_line = flags;
      multi_line.m = true;
      RegexError error;
      shape.lines = Regex::compile(re->pattern(), re->pattern_utf8(), multi_line, error);
    }
  } else if (re->is_empty()) {
    shape.kind = Kind::Characters;
  } else if (re->pattern() == "\\s+" && flags.charset != RegexFlags::Locale) {
    shape.kind = Kind::Spaces;
  } else if (!flags.i && !flags.x && !flags.xx && literal_text(re->pattern(), &shape.text)) {
    shape.kind = Kind::Literal;
  }
  return shape;
}

void VM::split(PatternPlan& plan, Regex* re, const Value& subject, std::int64_t limit) {
  RegexHold hold(re);
  Text text(*this, subject);
  String* s = text.get();
  if (s->length == 0) return;
  if (plan.awk || (plan.awk_if_space && !plan.from_object && re->is_single_space())) {
    builtin::split_whitespace(s, limit, split_fields_);
    for (Value& v : split_fields_) push(std::move(v));
    split_fields_.clear();
    return;
  }
  const SplitShape& shape = split_shape(plan, re);
  Fields fields(*this, s, limit);
  if (shape.kind == Kind::Literal) {
    split_text(fields, s->view(), shape.text);
  } else if (shape.kind == Kind::Characters) {
    split_characters(fields, s->view(), s->utf8());
  } else if (shape.kind == Kind::Spaces && !s->utf8()) {
    split_spaces(fields, s->view(), re->flags().charset == RegexFlags::Unicode);
  } else {
    if (shape.lines) re = shape.lines;
    RegexHold hold_lines(re);
    MatchOffsets& o = scratch_offsets_;
    while (fields.more() &&
           (re->has_code() ? search_with_code(nullptr, re, s, fields.at(), NotEmptyAtStart, 0)
                           : search(re, s, fields.at(), NotEmptyAtStart, 0, o))) {
      fields.cut(o.start(0), o.end(0));
      for (std::size_t n = 1; n < o.size(); ++n)
        push(o.matched(n) ? fields.field(o.start(n), o.end(n)) : Value());
    }
  }
  fields.finish();
}

}  // namespace perlipc
