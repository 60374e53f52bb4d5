// Backslash sequences outside and inside bracketed classes (perlrebackslash, perlrecharclass).

#include <algorithm>

#include "interp/regex/pattern_translator.h"

namespace perlipc {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_blank(char32_t c) { return c == U' ' || c == U'\t'; }

int digit_value(char32_t c, int base) {
  int value = is_digit(c)              ? static_cast<int>(c - U'0')
              : c >= U'a' && c <= U'f' ? static_cast<int>(c - U'a') + 10
              : c >= U'A' && c <= U'F' ? static_cast<int>(c - U'A') + 10
                                       : 99;
  return value < base ? value : -1;
}

bool is_ascii_word(char32_t c) {
  return is_digit(c) || c == U'_' || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

// Larger values match nothing that can occur in a subject.
constexpr uint64_t largest_code = 0x7fffffff;

}  // namespace

// --- sets ---

PatternTranslator::Atom PatternTranslator::emit_set(const CharSet& set, bool negated) {
  std::string text = class_text(set, limit());
  if (text.empty()) {
    out_ += negated ? "(?s:.)" : "(?!)";
    return Atom::Single;
  }
  bool exact = scope_.i && !set.folds;
  if (exact) out_ += "(?-i:";
  out_ += negated ? "[^" : "[";
  out_ += text;
  out_ += ']';
  if (exact) out_ += ')';
  return Atom::Single;
}

// Whether PCRE2's own \w, \s, \b and [:alpha:] answer by the rules in force here.
bool PatternTranslator::tables_fit() {
  note_charset_dependence();
  bool unicode = unicode_rules();
  if (bytes() && unicode) result_.latin1_tables = true;
  return bytes() ? result_.latin1_tables == unicode : !unicode;
}

PatternTranslator::Atom PatternTranslator::emit_posix(std::string_view name, bool negated) {
  bool dependent_before = charset_dependent_;
  bool fit = tables_fit();
  if (name == "digit") charset_dependent_ = dependent_before;  // no digits in 128-255
  if (fit) {
    char letter = name == "word" ? 'w' : name == "digit" ? 'd' : 's';
    // Not \W and the like: PCRE2 10.42's machine code misses multi-byte characters with them when
    // the subject may be malformed.
    out_ += negated ? "[^\\" : "\\";
    out_ += letter;
    if (negated) out_ += ']';
    return Atom::Single;
  }
  return emit_set(*posix_class(name, unicode_rules(), false, bytes()), negated);
}

PatternTranslator::Atom PatternTranslator::parse_boundary(bool negated) {
  if (peek() == U'{') {
    std::string letter = negated ? "\\B{}" : "\\b{}";
    size_t close = source_.find(U'}', pos_);
    if (close == std::u32string::npos) fail_at("Missing right brace on " + letter, pos_ + 1);
    size_t first = pos_ + 1;
    size_t last = close;
    while (first < last && is_blank(source_[first])) ++first;
    while (last > first && is_blank(source_[last - 1])) --last;
    std::string type = slice(first, last);
    if (type.empty()) fail_at("Empty " + letter, close + 1);
    if (type != "gcb" && type != "g" && type != "lb" && type != "sb" && type != "wb") {
      fail_at("'" + type + "' is an unknown bound type", last);
    }
    refuse(letter.substr(0, 3) + type + "}", close + 1);
  }
  if (tables_fit()) {
    out_ += negated ? "\\B" : "\\b";
    return Atom::ZeroWidth;
  }
  CharSet word = *posix_class("word", unicode_rules(), false, bytes());
  std::string text = "[" + class_text(word, limit()) + "]";
  if (scope_.i) text = "(?-i:" + text + ")";
  out_ += "(?(*plb:" + text + ")" + (negated ? "(?=" : "(?!") + text + ")|" +
          (negated ? "(?!" : "(?=") + text + "))";
  return Atom::ZeroWidth;
}

// --- references ---

PatternTranslator::Atom PatternTranslator::emit_back_reference(uint64_t number, size_t here) {
  widen(unbounded_width);
  uint32_t total = known_.complete ? known_.group_count : result_.capture_count;
  if (number > total) {
    if (known_.complete) fail_at("Reference to nonexistent group", here);
    again_ = reread_ = true;
    return Atom::Wide;
  }
  if (lookbehind_depth_ > 0) result_.lookbehind_too_long = true;
  if (scope_.i) note_charset_dependence();
  if (scope_.i && bytes() && unicode_folding()) result_.latin1_tables = true;
  out_ += "\\g{" + group_text(number) + "}";
  return Atom::Wide;
}

// The leftmost group of that name that is set (perlre "\k<NAME>").
PatternTranslator::Atom PatternTranslator::emit_named_reference(const std::string& name,
                                                                size_t here) {
  widen(unbounded_width);
  const std::vector<uint32_t>* groups = find_name(name);
  if (groups == nullptr) {
    if (known_.complete) fail_at("Reference to nonexistent named group", here);
    again_ = reread_ = true;
    return Atom::Wide;
  }
  // A name met again later makes more candidates: only a complete list will do.
  if (!known_.complete) again_ = true;
  if (groups->size() == 1) return emit_back_reference(groups->front(), here);
  std::string tail;
  for (uint32_t group : *groups) {
    std::string number = group_text(group);
    out_ += "(?(" + number + ")\\g{" + number + "}|";
    tail += ')';
  }
  out_ += "(?!)" + tail;
  return Atom::Wide;
}

PatternTranslator::Atom PatternTranslator::parse_g_reference() {
  bool braced = peek() == U'{';
  size_t after_g = pos_;
  if (braced) {
    ++pos_;
    while (is_blank(peek())) ++pos_;
    if (at_end()) fail_at("Sequence \\g{... not terminated", pos_);
  }
  bool relative = peek() == U'-' && (is_digit(peek(1)) || !braced);
  if (relative) ++pos_;
  if (!is_digit(peek())) {
    if (!braced) fail_at("Unterminated \\g... pattern", relative ? pos_ : after_g);
    std::string name = scan_name(pos_ + 1);
    size_t here = pos_;
    while (is_blank(peek())) ++pos_;
    if (peek() != U'}' || at_end()) fail_at("Sequence \\g{... not terminated", pos_);
    ++pos_;
    return emit_named_reference(name, here);
  }
  size_t number_start = pos_;
  uint64_t number = 0;
  bool overflow = false;
  while (is_digit(peek())) {
    number = number * 10 + (source_[pos_++] - U'0');
    if (number > INT32_MAX) {
      overflow = true;
      number = INT32_MAX;
    }
  }
  if (braced) {
    while (is_blank(peek())) ++pos_;
    if (peek() != U'}' || at_end()) fail_at("Unterminated \\g{...} pattern", pos_);
    ++pos_;
  }
  if (number == 0) fail_at("Reference to invalid group 0", number_start);
  if (overflow) fail_at("Reference to nonexistent group", number_start);
  if (relative) {
    if (number > group_counter_) {
      fail_at("Reference to nonexistent or unclosed group", number_start);
    }
    number = group_counter_ + 1 - number;
  }
  return emit_back_reference(number, pos_);
}

PatternTranslator::Atom PatternTranslator::parse_k_reference() {
  char32_t opener = peek();
  if (at_end() || (opener != U'<' && opener != U'\'' && opener != U'{')) {
    fail_at("Sequence \\k... not terminated", pos_);
  }
  std::string unterminated =
      "Sequence \\k" + std::string(1, static_cast<char>(opener)) + "... not terminated";
  char32_t closer = opener == U'<' ? U'>' : opener == U'{' ? U'}' : U'\'';
  ++pos_;
  while (opener == U'{' && is_blank(peek())) ++pos_;
  if (at_end()) fail_at(unterminated, pos_);
  std::string name = scan_name(pos_ + 1);
  size_t here = pos_;
  while (opener == U'{' && is_blank(peek())) ++pos_;
  if (at_end() || peek() != closer) fail_at(unterminated, pos_);
  ++pos_;
  return emit_named_reference(name, here);
}

// \1 to \9 are always references, larger numbers only when that many groups have opened; the
// rest is octal (perlre "Capture groups").
PatternTranslator::Atom PatternTranslator::parse_backslash_digit() {
  size_t start = pos_;
  uint64_t number = 0;
  while (is_digit(peek())) {
    number = std::min<uint64_t>(number * 10 + (source_[pos_++] - U'0'), INT32_MAX);
  }
  bool octal_possible = digit_value(source_[start], 8) >= 0;
  if (source_[start] != U'0' && (number <= 9 || number <= group_counter_ || !octal_possible)) {
    not_literal();
    return emit_back_reference(number, pos_);
  }
  pos_ = start;
  uint32_t code = parse_octal_digits(3);
  note_code_point(code);
  emit_literal(code);
  return Atom::Literal;
}

// --- characters by number ---

uint32_t PatternTranslator::parse_octal_digits(size_t max_digits) {
  uint32_t code = 0;
  size_t start = pos_;
  while (pos_ - start < max_digits && digit_value(peek(), 8) >= 0 && !at_end()) {
    code = code * 8 + static_cast<uint32_t>(digit_value(source_[pos_++], 8));
  }
  if (pos_ - start < max_digits && is_digit(peek())) {
    std::string digits = slice(start, pos_);
    std::string bad = slice(pos_, pos_ + 1);
    std::string padded = std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
    warn("Non-octal character '" + bad + "' terminates \\0 early.  Resolved as \"\\" + padded +
             bad + "\"",
         pos_ + 1);
  }
  return code;
}

// \x{...} and \o{...}, pos_ at the opening brace.
uint32_t PatternTranslator::parse_braced_number(char32_t letter, int base) {
  std::string construct = std::string("\\") + static_cast<char>(letter) + "{}";
  ++pos_;
  size_t close = source_.find(U'}', pos_);
  size_t p = pos_;
  while (p < source_.size() && is_blank(source_[p])) ++p;
  uint64_t value = 0;
  bool overflow = false;
  size_t digits_start = p;
  std::string digits;
  for (; p < source_.size(); ++p) {
    int digit = digit_value(source_[p], base);
    if (digit < 0) {
      bool separator =
          source_[p] == U'_' && p + 1 < source_.size() && digit_value(source_[p + 1], base) >= 0;
      if (!separator) break;
      continue;
    }
    overflow = overflow || value > (UINT64_MAX >> 1) / static_cast<uint64_t>(base);
    value = value * static_cast<uint64_t>(base) + static_cast<uint64_t>(digit);
    digits += static_cast<char>(source_[p]);
  }
  if (close == std::u32string::npos) fail_at("Missing right brace on " + construct, p);
  size_t rest = p;
  while (rest < close && is_blank(source_[rest])) ++rest;
  if (base == 8 && digits_start == close) fail_at("Empty \\o{}", close + 1);
  if (overflow) {
    fail_at("Use of code point 0x" + digits +
                " is not allowed; the permissible max is 0x7FFFFFFFFFFFFFFF",
            close + 1);
  }
  if (rest < close) {
    size_t width = base == 8 ? 3 : 2;
    std::string padded =
        std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
    std::string bad = slice(p, p + 1);
    std::string kind = base == 8 ? "Non-octal" : "Non-hex";
    std::string prefix = std::string("\\") + static_cast<char>(letter);
    warn(kind + " character '" + bad + "' terminates " + prefix + " early.  Resolved as \"" +
             prefix + "{" + padded + "}\"",
         close + 1);
  }
  pos_ = close + 1;
  return static_cast<uint32_t>(std::min<uint64_t>(value, largest_code));
}

uint32_t PatternTranslator::parse_hex_escape() {
  if (peek() == U'{') return parse_braced_number(U'x', 16);
  uint32_t code = 0;
  size_t start = pos_;
  while (pos_ - start < 2 && !at_end() && digit_value(peek(), 16) >= 0) {
    code = code * 16 + static_cast<uint32_t>(digit_value(source_[pos_++], 16));
  }
  if (pos_ - start < 2 && !at_end() && is_ascii_word(peek()) && peek() != U'_') {
    std::string digits = slice(start, pos_);
    std::string bad = slice(pos_, pos_ + 1);
    warn("Non-hex character '" + bad + "' terminates \\x early.  Resolved as \"\\x" +
             std::string(2 - digits.size(), '0') + digits + bad + "\"",
         pos_);
  }
  return code;
}

uint32_t PatternTranslator::parse_control_escape() {
  if (at_end() || peek() < 0x20 || peek() > 0x7e) {
    fail_at("Character following \"\\c\" must be printable ASCII", at_end() ? pos_ : pos_ + 1);
  }
  uint32_t c = source_[pos_++];
  if (c == '{') fail_at("Use \";\" instead of \"\\c{\"", pos_);
  uint32_t upper = c >= 'a' && c <= 'z' ? c - 0x20 : c;
  uint32_t code = upper ^ 0x40u;
  if (code >= 0x20 && code < 0x7f) {
    std::string plain(1, static_cast<char>(code));
    if (!is_ascii_word(code)) plain.insert(0, "\\");
    warn("\"\\c" + std::string(1, static_cast<char>(c)) +
             "\" is more clearly written simply as \"" + plain + "\"",
         pos_);
  }
  return code;
}

// \N{U+...}, pos_ at the opening brace. Other names were resolved before the pattern came here.
std::vector<uint32_t> PatternTranslator::parse_unicode_name() {
  size_t open = pos_;
  size_t close = source_.find(U'}', pos_);
  if (close == std::u32string::npos) fail_at("Missing right brace on \\N{}", open + 1);
  size_t first = open + 1;
  size_t last = close;
  while (first < last && is_blank(source_[first])) ++first;
  while (last > first && is_blank(source_[last - 1])) --last;
  if (last - first < 2 || source_[first] != U'U' || source_[first + 1] != U'+') {
    fail_at("Unknown charname '" + slice(first, last) + "'", last);
  }
  std::vector<uint32_t> codes;
  size_t p = first + 2;
  for (;;) {
    uint64_t value = 0;
    size_t start = p;
    for (; p < last && (digit_value(source_[p], 16) >= 0 || (source_[p] == U'_' && p > start));
         ++p) {
      if (source_[p] == U'_') continue;
      value = std::min<uint64_t>(value * 16 + static_cast<uint64_t>(digit_value(source_[p], 16)),
                                 largest_code);
    }
    if (p == start) fail_at("Invalid hexadecimal number in \\N{U+...}", p + 1);
    codes.push_back(static_cast<uint32_t>(value));
    if (p >= last) break;
    if (source_[p] != U'.') fail_at("Invalid hexadecimal number in \\N{U+...}", p + 1);
    ++p;
  }
  pos_ = close + 1;
  require_unicode();
  return codes;
}

// Escapes that stand for one character, pos_ behind the letter; nothing for all other letters.
std::optional<uint32_t> PatternTranslator::parse_character_escape(bool in_class) {
  char32_t letter = source_[pos_ - 1];
  switch (letter) {
    case U'a': return 0x07;
    case U'e': return 0x1b;
    case U'f': return 0x0c;
    case U'n': return 0x0a;
    case U'r': return 0x0d;
    case U't': return 0x09;
    case U'c': return parse_control_escape();
    case U'o':
      if (peek() != U'{') fail_at("Missing braces on \\o{}", pos_);
      return parse_braced_number(U'o', 8);
    case U'x': return parse_hex_escape();
    case U'b':
      if (in_class) return 0x08;
      return std::nullopt;
    default: return std::nullopt;
  }
}

// \p or \P, pos_ behind the letter.
CharSet PatternTranslator::parse_property(bool& negated) {
  std::string letter = slice(pos_ - 1, pos_);
  negated = letter == "P";
  if (at_end()) fail_at("Empty \\" + letter, pos_);
  size_t first = pos_;
  size_t last = pos_ + 1;
  if (peek() == U'{') {
    size_t close = source_.find(U'}', pos_);
    if (close == std::u32string::npos) {
      fail_at("Missing right brace on \\" + letter + "{}", pos_ + 1);
    }
    first = pos_ + 1;
    last = close;
    while (first < last && is_blank(source_[first])) ++first;
    if (first < last && source_[first] == U'^') {
      negated = !negated;
      ++first;
      while (first < last && is_blank(source_[first])) ++first;
    }
    if (first == last) fail_at("Empty \\" + letter + "{}", close);
    while (last > first && is_blank(source_[last - 1])) --last;
    pos_ = close + 1;
  } else {
    ++pos_;
    if (!is_ascii_word(source_[first])) {
      fail_at("Character following \\" + letter +
                  " must be '{' or a single-character Unicode property name",
              pos_);
    }
  }
  std::string name = slice(first, last);
  require_unicode();
  PropertyLookup lookup = unicode_property(name, scope_.i);
  if (lookup.verdict != PropertyLookup::Verdict::Found) return foreign_property(name, lookup);
  if (lookup.negated) negated = !negated;
  return lookup.set;
}

// A name PCRE2 does not know.
CharSet PatternTranslator::foreign_property(const std::string& name, const PropertyLookup& lookup) {
  std::string key = (scope_.i ? "i" : "-") + name;
  PropertyTable* table = options_.properties;
  auto known = table == nullptr ? PropertyTable::iterator() : table->find(key);
  if (table != nullptr && known == table->end() && options_.source != nullptr) {
    PropertySource::Ranges ranges;
    std::string text;
    auto answer = PropertySource::Answer::Unknown;
    bool user = may_be_user_defined(name);
    if (user) answer = options_.source->user_defined(name, scope_.i, ranges, text);
    if (answer == PropertySource::Answer::Failed) {
      fail_at(text + " in expansion of " + name, pos_);
    }
    if (answer == PropertySource::Answer::Unknown) {
      if (options_.source->standard(name, ranges)) {
        answer = PropertySource::Answer::Found;
      } else if (user) {
        PatternFailure failure{{"Unknown user-defined property name \\p{" + text + "}"}};
        failure.error.unknown_property = true;
        throw failure;
      }
    }
    if (answer == PropertySource::Answer::Found) known = table->emplace(key, ranges).first;
  }
  if (table == nullptr || known == table->end()) {
    if (lookup.verdict == PropertyLookup::Verdict::Unsupported) {
      refuse("Unicode property \"" + name + "\"", pos_);
    }
    fail_at("Can't find Unicode property definition \"" + name + "\"", pos_);
  }
  CharSet set;
  set.folds = scope_.i;
  for (const auto& [first, last] : known->second) set.add(first, last);
  return set;
}

// \N: not a newline, or \N{U+...}.
PatternTranslator::Atom PatternTranslator::parse_big_n() {
  Quantifier quantifier;
  if (peek() != U'{' || scan_quantifier(pos_, quantifier)) {
    not_literal();
    out_ += "\\N";
    return Atom::Single;
  }
  std::vector<uint32_t> codes = parse_unicode_name();
  for (uint32_t code : codes) note_code_point(code);
  if (codes.size() == 1) {
    emit_literal(codes.front());
    return Atom::Literal;
  }
  not_literal();
  out_ += "(?:";
  for (uint32_t code : codes) emit_literal(code);
  out_ += ')';
  widen(static_cast<uint32_t>(codes.size()));
  return Atom::Wide;
}

PatternTranslator::Atom PatternTranslator::emit_g_anchor() {
  not_literal();
  bool leading = out_.empty() && !known_.floating_g;
  if (leading) {
    result_.g_anchor = GAnchor::Leading;
    out_ += "\\G";
  } else {
    int back = branch_characters_;
    bool first = result_.g_anchor == GAnchor::None;
    if (!first && result_.g_back_characters != back) back = -1;
    result_.g_anchor = GAnchor::Floating;
    result_.g_back_characters = back;
    out_ += "(?C1)";
  }
  return Atom::ZeroWidth;
}

PatternTranslator::Atom PatternTranslator::parse_escape() {
  size_t backslash = pos_++;
  if (at_end()) fail_plain("Trailing \\");
  char32_t c = source_[pos_++];
  if (is_digit(c)) {
    --pos_;
    return parse_backslash_digit();
  }
  if (std::optional<uint32_t> code = parse_character_escape(false)) {
    note_code_point(*code);
    if (scope_.i && emit_full_fold(*code)) return Atom::Wide;
    emit_literal(*code);
    return Atom::Literal;
  }
  bool word = is_ascii_word(c) && c != U'_';
  if (!word) {
    note_code_point(c);
    emit_literal(c);
    return Atom::Literal;
  }
  switch (c) {
    case U'A':
      if (out_.empty()) result_.literal.at_start = true;
      else not_literal();
      out_ += "\\A";
      return Atom::ZeroWidth;
    case U'z':
    case U'Z':
      if (at_end()) {
        result_.literal.end =
            c == U'z' ? LiteralShape::End::EndOfString : LiteralShape::End::EndOrNewline;
      } else {
        not_literal();
      }
      out_ += c == U'z' ? "\\z" : "\\Z";
      return Atom::ZeroWidth;
    case U'N': return parse_big_n();
    default: break;
  }
  bool was_valid = result_.literal.valid;
  not_literal();
  switch (c) {
    case U'w':
    case U'W': return emit_posix("word", c == U'W');
    case U'd':
    case U'D': return emit_posix("digit", c == U'D');
    case U's':
    case U'S': return emit_posix("space", c == U'S');
    case U'h':
    case U'H':
      if (!bytes()) return emit_set(horizontal_space(), c == U'H');
      out_ += c == U'h' ? "\\h" : "\\H";
      return Atom::Single;
    case U'v':
    case U'V': out_ += c == U'v' ? "\\v" : "\\V"; return Atom::Single;
    case U'R':
      out_ += "\\R";
      widen(2);
      return Atom::Wide;
    case U'X':
      out_ += "\\X";
      widen(unbounded_width);
      return Atom::Wide;
    case U'b':
    case U'B': return parse_boundary(c == U'B');
    case U'G': return emit_g_anchor();
    case U'K':
      if (lookaround_depth_ > 0) { fail_at("\\K not permitted in lookahead/lookbehind", pos_); }
      out_ += "\\K";
      return Atom::ZeroWidth;
    case U'g': return parse_g_reference();
    case U'k': return parse_k_reference();
    case U'p':
    case U'P': {
      bool negated = false;
      CharSet set = parse_property(negated);
      return emit_set(set, negated);
    }
    case U'C': fail_at("\\C no longer supported", backslash + 1);
    default: break;
  }
  result_.literal.valid = was_valid;
  warn("Unrecognized escape \\" + slice(pos_ - 1, pos_) + " passed through", pos_);
  emit_literal(c);
  return Atom::Literal;
}

}  // namespace perlipc
