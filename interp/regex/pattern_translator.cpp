// Structure of a pattern: branches, atoms, quantifiers, literals; errors in the words perl uses.

#include "interp/regex/pattern_translator.h"

#include <algorithm>

#include "interp/regex/word_alternation.h"

namespace perlipc {
namespace {

constexpr uint32_t max_repeat = 65534;  // perl 5.36 REG_INFTY - 1, as its message says

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// perlre "/x and /xx": Pattern_White_Space.
bool is_pattern_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0d) || c == U' ' || c == 0x85 || c == 0x200e || c == 0x200f ||
         c == 0x2028 || c == 0x2029;
}

// Code points above 255 whose simple case folding pairs them with one below 256.
struct FoldPair {
  uint32_t wide;
  uint32_t narrow;
};
constexpr FoldPair narrow_folds[] = {{0x17f, 's'},   {0x178, 0xff}, {0x39c, 0xb5}, {0x3bc, 0xb5},
                                     {0x1e9e, 0xdf}, {0x212a, 'k'}, {0x212b, 0xe5}};

}  // namespace

PatternTranslator::PatternTranslator(const std::u32string& source, bool utf8,
                                     const RegexFlags& flags, SubjectEncoding encoding,
                                     const PatternFacts& facts, const TranslateOptions& options,
                                     TranslatedPattern& result)
    : source_(source), utf8_(utf8), encoding_(encoding), known_(facts), options_(options),
      result_(result),
      out_(result.text), scope_{flags.i,  flags.m, flags.s,      flags.x || flags.xx,
                                flags.xx, flags.n, flags.charset} {
  result_.literal.valid = true;
  result_.latin1_tables = facts.latin1_tables;
  result_.close_order.assign(1, 0);
  result_.inside_lookaround.assign(1, false);
  result_.shows_unicode = facts.shows_unicode;
  if (utf8_ || facts.unicode) result_.requires_unicode = true;
}

bool PatternTranslator::run() {
  parse_alternation(-1, {});
  if (!at_end()) fail_at("Unmatched )", pos_ + 1);
  if (keeps_to_end_ && at_subject_end_ && widest_ < INT32_MAX) {
    result_.tail_characters = static_cast<int>(widest_);
  }
  if (result_.requires_unicode && !known_.unicode && !utf8_) again_ = true;
  if (result_.latin1_tables && !known_.latin1_tables) again_ = true;
  if (reread_ && result_.requires_unicode) result_.shows_unicode = true;
  if (scope_.i) result_.literal.valid = false;
  if (unexpected_quantifier_) {
    result_.warnings.push_back(
        {RegexWarning::Regexp, "Quantifier unexpected on zero-length expression in regex m/" +
                                   slice(0, source_.size()) + "/"});
  }
  return !again_;
}

PatternFacts PatternTranslator::facts() const {
  PatternFacts facts;
  facts.complete = true;
  facts.unicode = result_.requires_unicode;
  facts.latin1_tables = result_.latin1_tables;
  facts.shows_unicode = result_.shows_unicode;
  facts.floating_g = result_.g_anchor == GAnchor::Floating;
  facts.group_count = result_.capture_count;
  facts.names = result_.names;
  return facts;
}

// --- errors ---

std::string PatternTranslator::slice(size_t from, size_t to) const {
  to = std::min(to, source_.size());
  from = std::min(from, to);
  return encode_pattern(std::u32string_view(source_).substr(from, to - from), utf8_);
}

std::string PatternTranslator::marked(std::string_view text, size_t here) const {
  std::string message(text);
  message += " in regex; marked by <-- HERE in m/";
  message += slice(0, here);
  message += " <-- HERE ";
  message += slice(here, source_.size());
  message += '/';
  return message;
}

void PatternTranslator::fail_at(std::string_view text, size_t here) const {
  throw PatternFailure{{marked(text, here), false}};
}

void PatternTranslator::fail_plain(std::string_view text) const {
  // perl cuts the pattern in messages without a marker at 127 characters.
  constexpr size_t longest = 127;
  std::string message(text);
  message += " in regex m/";
  if (source_.size() > longest) {
    message += slice(0, longest - 10) + "...";
  } else {
    message += slice(0, source_.size());
  }
  message += '/';
  throw PatternFailure{{message, false}};
}

void PatternTranslator::refuse(std::string_view construct, size_t here) const {
  std::string text(construct);
  text += " is not supported by perlipc";
  throw PatternFailure{{marked(text, here), true}};
}

void PatternTranslator::warn(std::string_view text, size_t here, RegexWarning::Category category) {
  result_.warnings.push_back({category, marked(text, here)});
}

// --- what is skipped ---

void PatternTranslator::skip_comment_group() {
  size_t close = source_.find(U')', pos_);
  if (close == std::u32string::npos) fail_plain("Sequence (?#... not terminated");
  pos_ = close + 1;
}

void PatternTranslator::skip_ignorable() {
  while (!at_end()) {
    if (looking_at(U"(?#")) {
      skip_comment_group();
    } else if (scope_.x && is_pattern_space(peek())) {
      ++pos_;
    } else if (scope_.x && peek() == U'#') {
      size_t newline = source_.find(U'\n', pos_);
      if (newline == std::u32string::npos) {
        pos_ = source_.size();
        result_.open_comment = true;
      } else {
        pos_ = newline + 1;
      }
    } else {
      return;
    }
  }
}

// --- structure ---

// Reads branches up to a ')' or the end; tells whether anything in them can have width. `max_bars`
// limits the '|' of conditionals, -1 for none.
bool PatternTranslator::parse_alternation(int max_bars, std::string_view too_many) {
  if (++depth_ > max_depth) fail_at("Too many nested open parens", pos_);
  bool has_width = false;
  int bars = 0;
  brace_wants_count_ = false;
  int width_at_start = branch_characters_;
  uint32_t widest_at_start = widest_;
  uint32_t widest = widest_;
  BranchList branches(out_.size());
  bool caseless = scope_.i;
  for (;;) {
    skip_ignorable();
    if (at_end() || peek() == U')') break;
    if (peek() == U'|') {
      ++pos_;
      branches.end(out_.size());
      if (max_bars >= 0 && ++bars > max_bars) fail_at(too_many, pos_);
      out_ += '|';
      not_literal();
      brace_wants_count_ = false;
      branch_characters_ = width_at_start;
      widest = std::max(widest, widest_);
      widest_ = widest_at_start;
      if (depth_ == 1) {
        keeps_to_end_ = keeps_to_end_ && at_subject_end_;
        at_subject_end_ = false;
      }
      if (result_.g_anchor == GAnchor::Leading && depth_ == 1) {
        result_.g_anchor = GAnchor::Floating;
        again_ = true;
      }
      continue;
    }
    branches.piece(out_.size());
    if (parse_piece()) has_width = true;
    if (!plain_piece_) branches.not_a_word();
    if (scope_.i != caseless) branches.leave_alone();
  }
  branches.end(out_.size());
  if (lookbehind_depth_ == 0) branches.share_beginnings(out_, caseless);
  --depth_;
  widest_ = std::max(widest, widest_);
  return has_width;
}

void PatternTranslator::widen(uint32_t characters) {
  bool fits = widest_ < unbounded_width - characters;
  widest_ = fits && characters != unbounded_width ? widest_ + characters : unbounded_width;
}

// What was matched since `before` may be repeated.
void PatternTranslator::widen_repeated(uint32_t before, const Quantifier& quantifier) {
  if (widest_ == before || widest_ == unbounded_width) return;
  uint64_t each = widest_ - before;
  widest_ = before;
  if (quantifier.unbounded) return widen(unbounded_width);
  widen(static_cast<uint32_t>(std::min<uint64_t>(each * quantifier.maximum, unbounded_width)));
}

// Whether the piece at pos_, which begins with c, is $ or \z.
bool PatternTranslator::matches_at_end_only(char32_t c) const {
  if (c == U'$') return !scope_.m;
  return c == U'\\' && (peek(1) == U'z' || peek(1) == U'Z');
}

// One atom with its quantifiers; tells whether it can have width.
bool PatternTranslator::parse_piece() {
  size_t out_start = out_.size();
  size_t source_start = pos_;
  bool brace_is_odd = brace_wants_count_;
  if (peek() == U'{' && brace_is_odd) {
    // perl goes by the two characters in front, whatever they belong to.
    char32_t before = pos_ >= 2 ? source_[pos_ - 1] | 0x20 : U'\0';
    if (before >= U'a' && before <= U'z' && source_[pos_ - 2] == U'\\') {
      fail_at("Unescaped left brace in regex is illegal here", pos_ + 1);
    }
    warn("Unescaped left brace in regex is passed through", pos_ + 1);
  }
  int width_before = branch_characters_;
  uint32_t captures_before = result_.capture_count;
  uint32_t widest_before = widest_;
  plain_piece_ = false;
  if (depth_ == 1) at_subject_end_ = matches_at_end_only(peek());
  Atom atom = parse_atom();
  if (atom == Atom::Literal || atom == Atom::Single) widen(1);
  if (atom == Atom::ZeroWidth || atom == Atom::None) widest_ = widest_before;
  brace_wants_count_ = atom != Atom::None && source_[source_start] != U'^';
  size_t atom_end = pos_;
  skip_ignorable();
  Quantifier quantifier;
  bool quantified = !at_end() && scan_quantifier(pos_, quantifier);
  if (!quantified) {
    bool single = atom == Atom::Literal || atom == Atom::Single;
    bool zero = atom == Atom::ZeroWidth || atom == Atom::None;
    plain_piece_ = atom == Atom::Literal;
    branch_characters_ = single && width_before >= 0 ? width_before + 1 : zero ? width_before : -1;
    return atom == Atom::Literal || atom == Atom::Single || atom == Atom::Wide;
  }
  if (atom == Atom::None) {
    pos_ = atom_end;
    skip_ignorable();
    fail_at("Quantifier follows nothing", pos_ + 1);
  }
  not_literal();
  brace_wants_count_ = false;
  branch_characters_ = -1;
  if (depth_ == 1) at_subject_end_ = false;
  widen_repeated(widest_before, quantifier);
  parse_quantifier(atom, out_start, source_start, captures_before);
  return atom != Atom::ZeroWidth && atom != Atom::Group;
}

// Recognises *, +, ?, {n}, {n,}, {n,m}, {,m}; blanks are free inside the braces (perl 5.34).
bool PatternTranslator::scan_quantifier(size_t at, Quantifier& quantifier) const {
  char32_t c = source_[at];
  quantifier.length = 1;
  if (c == U'*' || c == U'+') {
    quantifier.minimum = c == U'+' ? 1 : 0;
    quantifier.unbounded = true;
    return true;
  }
  if (c == U'?') {
    quantifier.minimum = 0;
    quantifier.maximum = 1;
    return true;
  }
  if (c != U'{') return false;
  size_t p = at + 1;
  auto blanks = [&] {
    while (p < source_.size() && (source_[p] == U' ' || source_[p] == U'\t')) ++p;
  };
  auto number = [&](uint32_t& value) {
    size_t start = p;
    uint64_t n = 0;
    while (p < source_.size() && is_digit(source_[p])) {
      n = std::min<uint64_t>(n * 10 + (source_[p] - U'0'), UINT32_MAX);
      ++p;
    }
    value = static_cast<uint32_t>(n);
    return p > start;
  };
  blanks();
  bool has_minimum = number(quantifier.minimum);
  blanks();
  bool has_comma = p < source_.size() && source_[p] == U',';
  bool has_maximum = false;
  if (has_comma) {
    ++p;
    blanks();
    has_maximum = number(quantifier.maximum);
    blanks();
  }
  if (p >= source_.size() || source_[p] != U'}' || (!has_minimum && !has_maximum)) return false;
  quantifier.length = p + 1 - at;
  if (!has_comma) quantifier.maximum = quantifier.minimum;
  quantifier.unbounded = has_comma && !has_maximum;
  return true;
}

// Counts above the limit and leading zeros, with the marker behind the number at fault.
void PatternTranslator::check_limits(const Quantifier& quantifier, size_t at) const {
  for (size_t p = at; p < at + quantifier.length;) {
    if (!is_digit(source_[p])) {
      ++p;
      continue;
    }
    size_t start = p;
    uint64_t n = 0;
    while (is_digit(source_[p])) {
      n = std::min<uint64_t>(n * 10 + (source_[p] - U'0'), UINT32_MAX);
      ++p;
    }
    if (source_[start] == U'0' && p - start > 1) fail_at("Invalid quantifier in {,}", p);
    if (n > max_repeat) {
      fail_at("Quantifier in {,} bigger than " + std::to_string(max_repeat), p);
    }
  }
}

void PatternTranslator::parse_quantifier(Atom atom, size_t out_start, size_t source_start,
                                         uint32_t atom_captures) {
  Quantifier quantifier;
  scan_quantifier(pos_, quantifier);
  check_limits(quantifier, pos_);
  std::string text;
  if (quantifier.length == 1) {
    text = static_cast<char>(peek());
  } else {
    text = "{" + std::to_string(quantifier.minimum);
    if (quantifier.unbounded) text += ",";
    else if (quantifier.maximum != quantifier.minimum) {
      text += "," + std::to_string(quantifier.maximum);
    }
    text += "}";
  }
  pos_ += quantifier.length;
  bool impossible = !quantifier.unbounded && quantifier.maximum < quantifier.minimum;
  if (impossible) {
    warn("Quantifier {n,m} with n > m can't match", pos_);
    out_.insert(out_start, "(?:(?!)");
    out_ += ')';
  }
  bool empty = atom == Atom::ZeroWidth || atom == Atom::Group;
  if (empty && atom_captures == result_.capture_count && !impossible) {
    bool lazy = !at_end() && peek() == U'?';
    bool fixed = !quantifier.unbounded && quantifier.minimum == quantifier.maximum;
    bool repeated = quantifier.unbounded && quantifier.minimum > 0 && (lazy || !at_end());
    if (fixed || repeated) unexpected_quantifier_ = true;
  }
  if (empty && quantifier.unbounded && !impossible) {
    std::string piece = slice(source_start, pos_);
    if (piece.substr(0, 2) == "\\K") {
      fail_at(piece + " is forbidden - matches null string many times", pos_);
    }
    warn(piece + " matches null string many times", pos_);
  }
  if (!impossible) {
    if (atom == Atom::ZeroWidth) {
      out_.insert(out_start, "(?:");
      out_ += ')';
    }
    out_ += text;
    skip_ignorable();
    if (!at_end() && (peek() == U'?' || peek() == U'+')) {
      out_ += static_cast<char>(peek());
      ++pos_;
      skip_ignorable();
    }
  } else {
    skip_ignorable();
  }
  Quantifier second;
  if (!at_end() && scan_quantifier(pos_, second)) {
    fail_at(impossible ? "Quantifier follows nothing" : "Nested quantifiers", pos_ + 1);
  }
}

PatternTranslator::Atom PatternTranslator::parse_atom() {
  char32_t c = peek();
  if (scope_.i && emit_folded_sequence()) return Atom::Wide;
  switch (c) {
    case U'(': not_literal(); return parse_group();
    case U'[': not_literal(); return parse_bracket_class();
    case U'\\': return parse_escape();
    case U'*':
    case U'+':
    case U'?': fail_at("Quantifier follows nothing", pos_ + 1);
    case U'^':
      ++pos_;
      if (!scope_.m && out_.empty()) result_.literal.at_start = true;
      else not_literal();
      out_ += '^';
      return Atom::ZeroWidth;
    case U'$':
      ++pos_;
      if (!scope_.m && at_end()) result_.literal.end = LiteralShape::End::EndOrNewline;
      else not_literal();
      out_ += '$';
      return Atom::ZeroWidth;
    case U'.':
      ++pos_;
      not_literal();
      out_ += '.';
      return Atom::Single;
    default: break;
  }
  if (scope_.i && emit_full_fold(c)) {
    ++pos_;
    return Atom::Wide;
  }
  ++pos_;
  note_code_point(c);
  emit_literal(c);
  return Atom::Literal;
}

// --- literals and rules ---

bool PatternTranslator::unicode_rules() const {
  switch (scope_.charset) {
    case RegexFlags::Ascii:
    case RegexFlags::AsciiStrict: return false;
    case RegexFlags::Unicode: return true;
    case RegexFlags::Default: return !bytes() || result_.requires_unicode || known_.unicode;
    case RegexFlags::Locale: return !bytes();
  }
  return false;
}

bool PatternTranslator::unicode_folding() const {
  return unicode_rules() || scope_.charset == RegexFlags::Ascii ||
         scope_.charset == RegexFlags::AsciiStrict;
}

void PatternTranslator::note_code_point(uint32_t code) {
  if (code > 0xff && !utf8_) {
    result_.requires_unicode = true;
    result_.requires_utf8 = true;
  }
}

void PatternTranslator::note_charset_dependence() {
  if (scope_.charset == RegexFlags::Default) charset_dependent_ = true;
}

// \p{}, \N{U+} or a wide character turns /d into /u for the whole pattern. perl shows that in the
// stringified pattern only when it has to reconsider something it has read already.
void PatternTranslator::require_unicode() {
  if (scope_.charset != RegexFlags::Default) return;
  if (!result_.requires_unicode && charset_dependent_) result_.shows_unicode = true;
  result_.requires_unicode = true;
}

void PatternTranslator::emit_literal(uint32_t code) {
  if (result_.literal.valid) {
    if (result_.literal.end != LiteralShape::End::Open || scope_.i) not_literal();
    else result_.literal.text += static_cast<char32_t>(code);
  }
  bool fold = scope_.i && unicode_folding();
  if (scope_.i) result_.caseless = true;
  if (scope_.i && code > 0x7f) note_charset_dependence();
  if (bytes() && code > 0xff) {
    for (const FoldPair& pair : narrow_folds) {
      bool kelvin_like = pair.narrow < 0x80 && scope_.charset == RegexFlags::AsciiStrict;
      if (fold && pair.wide == code && !kelvin_like) {
        append_code_point(out_, pair.narrow);
        return;
      }
    }
    out_ += "(?!)";
    return;
  }
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    // PCRE2 knows no such characters; subjects with them are skipped over by the matcher.
    out_ += "(?!)";
    return;
  }
  if (fold && bytes() && code > 0x7f) result_.latin1_tables = true;
  if (scope_.i && bytes() && code > 0x7f && !fold && result_.latin1_tables) {
    out_ += "(?-i:";
    append_code_point(out_, code);
    out_ += ')';
    return;
  }
  if (scope_.i && !bytes() && scope_.charset == RegexFlags::AsciiStrict) {
    uint32_t lower = code | 0x20u;
    if (lower == 'k' || lower == 's') {
      out_ += lower == 'k' ? "(?-i:[Kk])" : "(?-i:[Ss])";
      return;
    }
    if (code == 0x212a || code == 0x17f) {
      out_ += "(?-i:";
      append_code_point(out_, code);
      out_ += ')';
      return;
    }
  }
  append_code_point(out_, code);
}

bool PatternTranslator::plain_quantifier_follows(size_t at) const {
  Quantifier quantifier;
  return at < source_.size() && scan_quantifier(at, quantifier);
}

void PatternTranslator::add_latin1_folds(CharSet& set) const {
  if (!bytes() || !scope_.i || !unicode_folding()) return;
  std::vector<CharSet::Range> original = set.ranges;
  for (const FoldPair& pair : narrow_folds) {
    bool kelvin_like = pair.narrow < 0x80 && scope_.charset == RegexFlags::AsciiStrict;
    if (kelvin_like) continue;
    for (const CharSet::Range& range : original) {
      if (pair.wide >= range.first && pair.wide <= range.last) set.add(pair.narrow, pair.narrow);
    }
  }
}

}  // namespace perlipc
