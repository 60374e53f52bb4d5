// Everything that begins with '(': captures, (?...), conditionals, recursion, verbs (perlre
// "Extended Patterns", "Special Backtracking Control Verbs").

#include <algorithm>

#include "interp/regex/pattern_translator.h"

namespace perlipc {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_name_start(char32_t c) {
  return c == U'_' || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

struct AlphaAssertion {
  std::string_view name;
  std::string_view opener;
};
constexpr AlphaAssertion alpha_assertions[] = {
    {"pla", "(?="},
    {"positive_lookahead", "(?="},
    {"nla", "(?!"},
    {"negative_lookahead", "(?!"},
    {"plb", "(?<="},
    {"positive_lookbehind", "(?<="},
    {"nlb", "(?<!"},
    {"negative_lookbehind", "(?<!"},
    {"atomic", "(?>"},
    {"sr", ""},
    {"script_run", ""},
    {"asr", ""},
    {"atomic_script_run", ""},
};

}  // namespace

// --- bookkeeping of groups ---

const std::vector<uint32_t>* PatternTranslator::find_name(std::string_view name) const {
  const auto& names = known_.complete ? known_.names : result_.names;
  for (const auto& entry : names) {
    if (entry.first == name) return &entry.second;
  }
  return nullptr;
}

uint32_t PatternTranslator::open_group(const std::string* name) {
  uint32_t number = ++group_counter_;
  if (number > result_.capture_count) {
    result_.capture_count = number;
    result_.close_order.push_back(0);
    result_.inside_lookaround.push_back(false);
  }
  if (lookaround_depth_ > 0) result_.inside_lookaround[number] = true;
  if (name != nullptr) {
    auto entry = std::find_if(result_.names.begin(), result_.names.end(),
                              [&](const auto& e) { return e.first == *name; });
    if (entry == result_.names.end()) {
      result_.names.push_back({*name, {number}});
    } else if (std::find(entry->second.begin(), entry->second.end(), number) ==
               entry->second.end()) {
      entry->second.push_back(number);
    }
  }
  return number;
}

void PatternTranslator::close_group(uint32_t number) {
  result_.close_order[number] = ++close_rank_;
}

std::string PatternTranslator::scan_name(size_t failure_here) {
  size_t start = pos_;
  auto wide = [&](char32_t c) { return utf8_ && c >= 0xaa; };
  if (at_end() || !(is_name_start(peek()) || wide(peek()))) {
    fail_at("Group name must start with a non-digit word character", failure_here);
  }
  while (!at_end() && (is_name_start(peek()) || is_digit(peek()) || wide(peek()))) ++pos_;
  return slice(start, pos_);
}

std::string PatternTranslator::scope_change(const Scope& from, const Scope& to) const {
  std::string on;
  std::string off;
  auto diff = [&](bool before, bool after, char letter) {
    if (before != after) (after ? on : off) += letter;
  };
  diff(from.i, to.i, 'i');
  diff(from.m, to.m, 'm');
  diff(from.s, to.s, 's');
  return off.empty() ? on : on + "-" + off;
}

// --- the group proper ---

// Reads the body and the closing parenthesis; `opener` is written first, the scope restored last.
PatternTranslator::Atom PatternTranslator::finish_group(size_t open, std::string_view opener,
                                                        std::string_view closer) {
  Scope outer = scope_;
  out_ += opener;
  bool has_width = parse_alternation(-1, {});
  if (at_end()) fail_at("Unmatched (", open + 1);
  ++pos_;
  out_ += closer;
  scope_ = outer;
  return has_width ? Atom::Wide : Atom::Group;
}

PatternTranslator::Atom PatternTranslator::parse_capture(size_t open, const std::string* name) {
  uint32_t number = open_group(name);
  Atom atom = finish_group(open, "(");
  close_group(number);
  return atom;
}

PatternTranslator::Atom PatternTranslator::parse_lookaround(size_t open, std::string_view opener,
                                                            std::string_view perl_opener,
                                                            bool behind) {
  if (at_end()) { fail_at("Sequence " + std::string(perl_opener) + "... not terminated", pos_); }
  ++lookaround_depth_;
  if (behind) {
    ++lookbehind_depth_;
    result_.has_lookbehind = true;
  }
  uint32_t captures_before = group_counter_;
  finish_group(open, opener);
  --lookaround_depth_;
  if (behind) {
    --lookbehind_depth_;
    bool captures = group_counter_ > captures_before;
    std::string text = "Variable length ";
    text += opener == "(?<=" ? "positive" : "negative";
    text += " lookbehind with capturing is experimental";
    result_.lookbehinds.push_back({captures, marked(text, source_.size())});
  }
  return Atom::ZeroWidth;
}

PatternTranslator::Atom PatternTranslator::parse_group() {
  size_t open = pos_++;
  if (peek() == U'*') return parse_verb(open);
  if (peek() == U'?') {
    ++pos_;
    return parse_extended_group(open);
  }
  if (scope_.x) {
    size_t p = pos_;
    while (p < source_.size() && (source_[p] == U' ' || (source_[p] >= 9 && source_[p] <= 13))) {
      ++p;
    }
    if (p > pos_ && p < source_.size()) {
      if (source_[p] == U'?') { fail_at("In '(?...)', the '(' and '?' must be adjacent", p + 1); }
      if (source_[p] == U'*') {
        char32_t next = p + 1 < source_.size() ? source_[p + 1] : U'\0';
        fail_at(next >= U'A' && next <= U'Z' ? "In '(*VERB...)', the '(' and '*' must be adjacent"
                                             : "In '(*...)', the '(' and '*' must be adjacent",
                p + 1);
      }
    }
  }
  skip_ignorable();  // perl's marker for an unmatched parenthesis stands behind white space
  if (scope_.n) return finish_group(pos_ - 1, "(?:");
  return parse_capture(pos_ - 1, nullptr);
}

// After "(?".
PatternTranslator::Atom PatternTranslator::parse_extended_group(size_t open) {
  if (at_end()) fail_at("Sequence (? incomplete", pos_);
  char32_t c = peek();
  switch (c) {
    case U':': ++pos_; return finish_group(open, "(?:");
    case U'>': ++pos_; return finish_group(open, "(?>");
    case U'=': ++pos_; return parse_lookaround(open, "(?=", "(?=", false);
    case U'!': ++pos_; return parse_lookaround(open, "(?!", "(?!", false);
    case U'|': {
      ++pos_;
      return parse_branch_reset(open);
    }
    case U'<':
    case U'\'': {
      ++pos_;
      if (c == U'<' && (peek() == U'=' || peek() == U'!') && !at_end()) {
        bool positive = peek() == U'=';
        ++pos_;
        std::string_view opener = positive ? "(?<=" : "(?<!";
        return parse_lookaround(open, opener, opener, true);
      }
      return parse_named_capture(open, c == U'<' ? U'>' : U'\'', c == U'<' ? "(?<" : "(?'");
    }
    case U'P': ++pos_; return parse_python_group(open);
    case U'(': ++pos_; return parse_conditional();
    case U'{': return parse_code(false);
    case U'?':
      if (peek(1) != U'{') break;
      ++pos_;
      return parse_code(true);
    case U'[': return parse_set_group();
    case U'@':
    case U'$': fail_at("Sequence (?" + slice(pos_, pos_ + 1) + "...) not implemented", pos_ + 1);
    case U'R':
    case U'&':
    case U'+': return parse_recursion();
    case U'-':
      if (peek(1) >= U'1' && peek(1) <= U'9') return parse_recursion();
      break;
    default:
      if (is_digit(c)) return parse_recursion();
      break;
  }
  return parse_flags(open);
}

// Every branch numbers its groups from the same start (perlre "(?|pattern)").
PatternTranslator::Atom PatternTranslator::parse_branch_reset(size_t open) {
  Scope outer = scope_;
  reread_ = true;
  out_ += "(?|";
  uint32_t first = group_counter_;
  uint32_t highest = first;
  bool has_width = false;
  int width_at_start = branch_characters_;
  uint32_t widest_at_start = widest_;
  uint32_t widest = widest_;
  if (++depth_ > max_depth) fail_at("Too many nested open parens", pos_);
  brace_wants_count_ = false;
  for (;;) {
    skip_ignorable();
    if (at_end()) fail_at("Unmatched (", open + 1);
    if (peek() == U')') break;
    if (peek() == U'|') {
      ++pos_;
      out_ += '|';
      brace_wants_count_ = false;
      branch_characters_ = width_at_start;
      widest = std::max(widest, widest_);
      widest_ = widest_at_start;
      highest = std::max(highest, group_counter_);
      group_counter_ = first;
      continue;
    }
    if (parse_piece()) has_width = true;
  }
  --depth_;
  widest_ = std::max(widest, widest_);
  ++pos_;
  out_ += ')';
  group_counter_ = std::max(highest, group_counter_);
  scope_ = outer;
  return has_width ? Atom::Wide : Atom::Group;
}

PatternTranslator::Atom PatternTranslator::parse_named_capture(size_t open, char32_t closer,
                                                               std::string_view opener) {
  if (at_end()) fail_at("Sequence " + std::string(opener) + "... not terminated", pos_);
  std::string name = scan_name(pos_ + 1);
  if (peek() != closer || at_end()) {
    std::string shown = opener == "(?P<" ? "(?<" : std::string(opener);
    fail_at("Sequence " + shown + "... not terminated", pos_);
  }
  ++pos_;
  return parse_capture(open, &name);
}

// After "(?P".
PatternTranslator::Atom PatternTranslator::parse_python_group(size_t open) {
  char32_t c = peek();
  if (at_end()) fail_at("Sequence (?P...) not recognized", pos_);
  ++pos_;
  if (c == U'<') return parse_named_capture(open, U'>', "(?P<");
  if (c == U'=') {
    if (at_end()) fail_at("Sequence ?P=... not terminated", pos_);
    std::string name = scan_name(pos_ + 1);
    if (peek() != U')' || at_end()) fail_at("Sequence ?P=... not terminated", pos_);
    size_t here = pos_++;
    return emit_named_reference(name, here);
  }
  if (c == U'>') {
    if (at_end()) fail_at("Sequence (?P>... not terminated", pos_);
    return parse_named_recursion();
  }
  fail_at("Sequence " + slice(open, pos_) + "...) not recognized", pos_);
}

PatternTranslator::Atom PatternTranslator::parse_named_recursion() {
  widen(unbounded_width);
  std::string name = scan_name(pos_ + 1);
  if (peek() != U')' || at_end()) fail_at("Sequence (?&... not terminated", pos_);
  size_t here = pos_++;
  const std::vector<uint32_t>* groups = find_name(name);
  if (groups == nullptr) {
    if (known_.complete) fail_at("Reference to nonexistent named group", here);
    again_ = reread_ = true;
    return Atom::Wide;
  }
  out_ += "(?" + group_text(groups->front()) + ")";
  return Atom::Wide;
}

// At the character after "(?": R, 0, a number, a relative number or &name.
PatternTranslator::Atom PatternTranslator::parse_recursion() {
  widen(unbounded_width);
  char32_t c = peek();
  if (c == U'&') {
    ++pos_;
    if (at_end()) fail_at("Sequence (?&... not terminated", pos_);
    return parse_named_recursion();
  }
  if (c == U'R' || c == U'0') {
    ++pos_;
    if (peek() != U')' || at_end()) fail_plain("Sequence (?R) not terminated");
    ++pos_;
    reread_ = true;
    out_ += options_.group_base == 0 ? "(?R)" : "(?" + group_text(0) + ")";
    return Atom::Wide;
  }
  bool plus = c == U'+';
  bool minus = c == U'-';
  if (plus || minus) ++pos_;
  if (!is_digit(peek())) fail_at("Illegal pattern", std::min(pos_ + 1, source_.size()));
  uint64_t number = 0;
  while (is_digit(peek())) {
    number = std::min<uint64_t>(number * 10 + (peek() - U'0'), INT32_MAX);
    ++pos_;
  }
  if (peek() != U')' || at_end()) fail_at("Expecting close bracket", pos_);
  ++pos_;
  if (plus) number += group_counter_;
  if (minus) {
    if (number > group_counter_) fail_at("Reference to nonexistent group", pos_);
    number = group_counter_ + 1 - number;
  }
  uint32_t total = known_.complete ? known_.group_count : result_.capture_count;
  if (number > total) {
    if (known_.complete) fail_at("Reference to nonexistent group", pos_);
    again_ = reread_ = true;
    return Atom::Wide;
  }
  out_ += "(?" + group_text(number) + ")";
  return Atom::Wide;
}

// --- code ---

// At the opening brace of code; stops behind the closing parenthesis. The block's number.
std::string PatternTranslator::code_block() {
  size_t index = 0;
  while (index < options_.code.size() && options_.code[index].start != pos_) ++index;
  if (index == options_.code.size()) {
    PatternFailure failure{{}};
    failure.error.needs_code = true;
    failure.error.code_at = pos_;
    throw failure;
  }
  pos_ += options_.code[index].length;
  if (at_end() || peek() != U')') {
    fail_at("Sequence (?{...}) not terminated with ')'", std::min(pos_, source_.size()));
  }
  ++pos_;
  return std::to_string(options_.first_code + index);
}

// Callouts stand for code. The second branch of (?{ }) runs when the match backtracks over it.
PatternTranslator::Atom PatternTranslator::parse_code(bool postponed) {
  if (postponed) widen(unbounded_width);
  reread_ = true;
  std::string number = code_block();
  if (postponed) {
    if (lookbehind_depth_ > 0) refuse("(??{...}) in a lookbehind", pos_);
    result_.postpones = true;
    out_ += "(?:(?C{p" + number + "})(?&" + std::string(postponed_group) + "))";
    return Atom::Wide;
  }
  out_ += "(?:(?C{r" + number + "})|(?C{u" + number + "})(*FAIL))";
  return Atom::ZeroWidth;
}

// --- modifiers ---

void PatternTranslator::parse_flag_letter(char32_t letter, size_t open, bool negative, bool caret,
                                          std::string& charset_seen, Scope& scope) {
  std::string name(1, static_cast<char>(letter));
  auto unknown = [&] { fail_at("Sequence " + slice(open, pos_) + "...) not recognized", pos_); };
  switch (letter) {
    case U'i': scope.i = !negative; return;
    case U'm': scope.m = !negative; return;
    case U's': scope.s = !negative; return;
    case U'n': scope.n = !negative; return;
    case U'x':
      scope.xx = !negative && pos_ >= 2 && source_[pos_ - 2] == U'x';
      scope.x = !negative;
      return;
    case U'p':
      if (negative) warn("Useless use of (?-p)", pos_);
      return;
    case U'o':
    case U'g':
    case U'c': {
      std::string flag = letter == U'c' ? "gc" : name;
      warn(negative ? "Useless (?-" + name + ") - don't use /" + flag + " modifier"
                    : "Useless (?" + name + ") - use /" + flag + " modifier",
           pos_);
      return;
    }
    case U'd':
      if (caret) unknown();
      [[fallthrough]];
    case U'a':
    case U'l':
    case U'u': break;
    default: unknown();
  }
  if (negative) {
    fail_at("Regexp modifier \"" + name + "\" may not appear after the \"-\"", pos_);
  }
  if (!charset_seen.empty()) {
    bool second_a = charset_seen == "a" && letter == U'a';
    if (!second_a) {
      if (charset_seen[0] == 'a') {
        fail_at("Regexp modifier \"a\" may appear a maximum of twice", pos_);
      }
      if (charset_seen == name) {
        fail_at("Regexp modifier \"" + name + "\" may not appear twice", pos_);
      }
      fail_at("Regexp modifiers \"" + charset_seen + "\" and \"" + name +
                  "\" are mutually exclusive",
              pos_);
    }
  }
  charset_seen += name;
  switch (letter) {
    case U'd': scope.charset = RegexFlags::Default; break;
    case U'u': scope.charset = RegexFlags::Unicode; break;
    case U'l': scope.charset = RegexFlags::Locale; break;
    default:
      scope.charset = charset_seen == "aa" ? RegexFlags::AsciiStrict : RegexFlags::Ascii;
      break;
  }
}

// (?flags), (?flags:...), (?^flags:...): at the first character after "(?".
PatternTranslator::Atom PatternTranslator::parse_flags(size_t open) {
  Scope scope = scope_;
  bool negative = false;
  bool caret = false;
  std::string charset_seen;
  if (peek() == U'^') {
    ++pos_;
    caret = true;
    scope = Scope{false, false, false, false, false, false, RegexFlags::Default};
  }
  for (;;) {
    if (at_end()) fail_at("Sequence (?... not terminated", pos_);
    char32_t c = source_[pos_++];
    if (c == U')') {
      std::string change = scope_change(scope_, scope);
      if (!change.empty()) out_ += "(?" + change + ")";
      scope_ = scope;
      return Atom::None;
    }
    if (c == U':') {
      std::string change = scope_change(scope_, scope);
      Scope outer = scope_;
      scope_ = scope;
      Atom atom = finish_group(open, "(?" + change + ":");
      scope_ = outer;
      return atom;
    }
    if (c == U'-') {
      if (negative || caret) {
        fail_at("Sequence " + slice(open, pos_) + "...) not recognized", pos_);
      }
      negative = true;
      continue;
    }
    parse_flag_letter(c, open, negative, caret, charset_seen, scope);
  }
}

// --- conditionals ---

// True when any of the groups is set, as the text between "(?" and the yes-branch.
std::string PatternTranslator::condition_for_groups(const std::vector<uint32_t>& groups) const {
  if (groups.size() == 1) return "(" + group_text(groups.front()) + ")";
  std::string test;
  for (uint32_t group : groups) test += "(?(" + group_text(group) + ")|";
  test += "(?!)";
  test.append(groups.size(), ')');
  return "(?=" + test + ")";
}

// After "(?(": everything but lookaround, which parse_conditional has dealt with. Leaves pos_ at
// the condition's closing parenthesis.
std::string PatternTranslator::parse_condition() {
  char32_t c = peek();
  if (c == U'<' || c == U'\'') {
    ++pos_;
    std::string name = scan_name(pos_ + 1);
    if (peek() != (c == U'<' ? U'>' : U'\'') || at_end()) {
      fail_at("Sequence (?(" + std::string(1, static_cast<char>(c)) + "... not terminated", pos_);
    }
    const std::vector<uint32_t>* groups = find_name(name);
    if (groups == nullptr) {
      if (known_.complete) fail_at("Reference to nonexistent named group", pos_);
      again_ = reread_ = true;
      ++pos_;
      return "(?!)";
    }
    ++pos_;
    return condition_for_groups(*groups);
  }
  if (looking_at(U"DEFINE")) {
    pos_ += 6;
    return "(DEFINE)";
  }
  if (c == U'R') {
    ++pos_;
    if (peek() == U'&') {
      ++pos_;
      std::string name = scan_name(pos_ + 1);
      if (at_end()) return {};
      const std::vector<uint32_t>* groups = find_name(name);
      if (groups != nullptr) return "(R" + group_text(groups->front()) + ")";
      if (known_.complete) fail_at("Reference to nonexistent named group", pos_);
      again_ = true;
      return "(R)";
    }
    bool numbered = is_digit(peek());
    uint64_t number = 0;
    for (; is_digit(peek()); ++pos_) {
      number = std::min<uint64_t>(number * 10 + (peek() - U'0'), INT32_MAX);
    }
    std::string text = "(R";
    if (numbered || options_.group_base > 0) text += group_text(number);
    uint32_t total = known_.complete ? known_.group_count : result_.capture_count;
    if (number <= total) return text + ")";
    if (!known_.complete) again_ = true;
    return "(?!)";
  }
  if (c >= U'1' && c <= U'9') {
    uint64_t number = 0;
    while (is_digit(peek())) {
      number = std::min<uint64_t>(number * 10 + (source_[pos_++] - U'0'), INT32_MAX);
    }
    uint32_t total = known_.complete ? known_.group_count : result_.capture_count;
    if (number <= total) return "(" + group_text(number) + ")";
    if (!known_.complete) again_ = true;
    return "(?!)";
  }
  fail_at("Unknown switch condition (?(...))", std::min(pos_ + 1, source_.size()));
}

// After "(?(".
PatternTranslator::Atom PatternTranslator::parse_conditional() {
  uint32_t widest_before = widest_;
  Scope outer = scope_;
  bool define = false;
  out_ += "(?";
  if (peek() == U'?' || peek() == U'*') {
    if (peek() == U'?') {
      char32_t c = peek(1);
      if (c == U'{') {
        pos_ += 1;
        out_ += "(?=(?C{c" + code_block() + "}))";
        return finish_conditional(outer, false);
      }
      bool behind = c == U'<' && (peek(2) == U'=' || peek(2) == U'!');
      if (c != U'=' && c != U'!' && !behind) {
        fail_at("Unknown switch condition (?(...))", std::min(pos_ + 1, source_.size()));
      }
    }
    --pos_;
    parse_group();
  } else {
    std::string condition = parse_condition();
    define = condition == "(DEFINE)";
    out_ += condition;
    if (at_end() || peek() != U')') {
      fail_at("Switch condition not recognized", std::min(pos_ + 1, source_.size()));
    }
    ++pos_;
  }
  widest_ = widest_before;  // the condition has no width
  return finish_conditional(outer, define);
}

// The branches of a conditional.
PatternTranslator::Atom PatternTranslator::finish_conditional(const Scope& outer, bool define) {
  std::string_view too_many = define ? "(?(DEFINE)....) does not allow branches"
                                     : "Switch (?(condition)... contains too many branches";
  bool has_width = parse_alternation(define ? 0 : 1, too_many);
  if (at_end()) fail_at("Switch (?(condition)... not terminated", pos_);
  ++pos_;
  out_ += ')';
  scope_ = outer;
  if (define) return Atom::ZeroWidth;
  return has_width ? Atom::Wide : Atom::Group;
}

// --- verbs ---

PatternTranslator::Atom PatternTranslator::parse_alpha_assertion(size_t open,
                                                                 const std::string& name) {
  for (const AlphaAssertion& entry : alpha_assertions) {
    if (entry.name != name) continue;
    if (peek() != U':') fail_at("'(*" + name + "' requires a terminating ':'", pos_);
    if (entry.opener.empty()) refuse("Script run (*" + name + ":...)", pos_);
    ++pos_;
    int nested = 1;
    for (size_t p = pos_; p < source_.size() && nested > 0; ++p) {
      if (source_[p] == U'\\') ++p;
      else if (source_[p] == U'(') ++nested;
      else if (source_[p] == U')') --nested;
    }
    if (nested > 0) fail_at("Unterminated '(*...' argument", source_.size());
    if (entry.opener == "(?>") return finish_group(open, entry.opener);
    return parse_lookaround(open, entry.opener, entry.opener, entry.opener[2] == '<');
  }
  size_t close = source_.find(U')', pos_);
  if (close == std::u32string::npos) fail_at("Unterminated '(*...' construct", source_.size());
  fail_at("Unknown '(*...)' construct '" + name + "'", close + 1);
}

// At the '*' of "(*".
PatternTranslator::Atom PatternTranslator::parse_verb(size_t open) {
  ++pos_;
  size_t start = pos_;
  while (!at_end() && (is_name_start(peek()) || is_digit(peek()))) ++pos_;
  std::string name = slice(start, pos_);
  if (pos_ > start && source_[start] >= U'a' && source_[start] <= U'z') {
    return parse_alpha_assertion(open, name);
  }
  size_t close = source_.find(U')', pos_);
  bool odd = !at_end() && peek() != U':' && peek() != U')';
  if (close == std::u32string::npos || odd) {
    bool capital = std::any_of(source_.begin() + static_cast<std::ptrdiff_t>(start), source_.end(),
                               [](char32_t c) { return c >= U'A' && c <= U'Z'; });
    if (close == std::u32string::npos) {
      if (peek() == U':') fail_at("Unterminated verb pattern argument", source_.size());
      fail_at(capital ? "Unterminated verb pattern" : "Unterminated '(*...' construct",
              source_.size());
    }
    fail_at("Unknown '(*...)' construct '" + slice(start, close) + "'", close + 1);
  }
  // "(*)": the star has nothing to repeat.
  if (name.empty() && peek() == U')') fail_at("Quantifier follows nothing", start);

  std::string argument = peek() == U':' ? slice(pos_ + 1, close) : std::string();
  bool mark = name == "MARK" || name.empty();
  bool fail = name == "F" || name == "FAIL";
  bool known = mark || fail || name == "PRUNE" || name == "SKIP" || name == "THEN" ||
               name == "COMMIT" || name == "ACCEPT";
  if (!known) fail_at("Unknown verb pattern '" + name + "'", close + 1);
  if (mark && argument.empty()) fail_at("Verb pattern 'MARK' has a mandatory argument", close);
  pos_ = close + 1;
  result_.has_verbs = true;
  result_.names_verbs = result_.names_verbs || !argument.empty();
  // Others end a match early, or keep it from being tried further on.
  if (!fail && !mark) keeps_to_end_ = false;
  out_ += fail ? "(*FAIL" : mark ? "(*MARK" : "(*" + name;
  if (fail && !argument.empty()) out_.insert(out_.size() - 6, "(*MARK:" + argument + ")");
  else if (!argument.empty()) out_ += ":" + argument;
  out_ += ')';
  return Atom::ZeroWidth;
}

}  // namespace perlipc
