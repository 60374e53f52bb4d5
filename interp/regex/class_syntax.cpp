// Bracketed character classes (perlrecharclass "Bracketed Character Classes"). What PCRE2 cannot
// hold in one class becomes an alternation of single-character pieces.

#include <algorithm>

#include "interp/regex/pattern_translator.h"

namespace perlipc {
namespace {

bool is_lower_or_caret(char32_t c) { return (c >= U'a' && c <= U'z') || c == U'^'; }

bool contains(const CharSet& set, uint32_t code) {
  return std::any_of(set.ranges.begin(), set.ranges.end(), [&](const CharSet::Range& range) {
    return code >= range.first && code <= range.last;
  });
}

bool has_high_bytes(const CharSet& set) {
  return std::any_of(set.ranges.begin(), set.ranges.end(), [](const CharSet::Range& range) {
    return range.last > 0x7f && range.first <= 0xff;
  });
}

}  // namespace

void PatternTranslator::note_class_member(uint32_t code) {
  if (scope_.i && code > 0x7f && code <= 0xff) note_charset_dependence();
  if (code > 0xff) require_unicode();
}

// [:name:], [.x.] or [=x=] at pos_.
bool PatternTranslator::parse_posix_member(ClassMember& member) {
  char32_t kind = peek(1);
  if (peek() != U'[' || (kind != U':' && kind != U'.' && kind != U'=')) return false;
  size_t p = pos_ + 2;
  while (p < source_.size() &&
         (is_lower_or_caret(source_[p]) || (kind != U':' && source_[p] != kind))) {
    ++p;
  }
  bool closed = p + 1 < source_.size() && source_[p] == kind && source_[p + 1] == U']';
  if (!closed || p == pos_ + 2) return false;
  size_t start = pos_;
  std::string name = slice(pos_ + 2, p);
  pos_ = p + 2;
  if (kind != U':') {
    std::string c(1, static_cast<char>(kind));
    fail_at("POSIX syntax [" + c + " " + c + "] is reserved for future extensions", pos_);
  }
  member.is_set = true;
  member.negated = name[0] == '^';
  if (member.negated) name.erase(0, 1);
  if (name != "digit" && name != "ascii" && name != "xdigit") note_charset_dependence();
  bool unicode = unicode_rules();
  if (bytes() && unicode) result_.latin1_tables = true;
  auto set = posix_class(name, unicode, scope_.i, bytes());
  if (!set) fail_at("POSIX class " + slice(start, pos_) + " unknown", pos_);
  member.set = std::move(*set);
  return true;
}

// Behind a backslash inside a class.
PatternTranslator::ClassMember PatternTranslator::parse_class_escape() {
  ClassMember member;
  if (at_end()) fail_at("Unmatched [", pos_);
  char32_t c = source_[pos_++];
  if (std::optional<uint32_t> code = parse_character_escape(true)) {
    note_class_member(*code);
    member.code = *code;
    return member;
  }
  auto set_of = [&](std::string_view name, bool negated) {
    if (name != "digit") note_charset_dependence();
    bool unicode = unicode_rules();
    if (bytes() && unicode) result_.latin1_tables = true;
    member.is_set = true;
    member.negated = negated;
    member.set = *posix_class(name, unicode, false, bytes());
  };
  switch (c) {
    case U'w':
    case U'W': set_of("word", c == U'W'); return member;
    case U'd':
    case U'D': set_of("digit", c == U'D'); return member;
    case U's':
    case U'S': set_of("space", c == U'S'); return member;
    case U'h':
    case U'H':
    case U'v':
    case U'V':
      member.is_set = true;
      member.negated = c == U'H' || c == U'V';
      member.set = c == U'h' || c == U'H' ? horizontal_space() : vertical_space();
      return member;
    case U'p':
    case U'P':
      member.is_set = true;
      member.set = parse_property(member.negated);
      return member;
    case U'N': {
      if (peek() != U'{') {
        fail_at("\\N in a character class must be a named character: \\N{...}", pos_);
      }
      std::vector<uint32_t> codes = parse_unicode_name();
      member.code = codes.front();
      if (codes.size() > 1) {
        std::string text;
        for (uint32_t code : codes) append_code_point(text, code);
        multi_.push_back(text);
        member.is_set = true;  // contributes nothing but the sequence
      }
      return member;
    }
    default: break;
  }
  if (c >= U'0' && c <= U'7') {
    --pos_;
    member.code = parse_octal_digits(3);
    note_class_member(member.code);
    return member;
  }
  bool word = (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
  if (word) {
    warn("Unrecognized escape \\" + slice(pos_ - 1, pos_) + " in character class passed through",
         pos_);
  }
  note_class_member(c);
  member.code = c;
  return member;
}

PatternTranslator::ClassMember PatternTranslator::parse_class_member() {
  ClassMember member;
  size_t start = pos_;
  if (!parse_posix_member(member)) {
    char32_t c = source_[pos_++];
    if (c == U'\\') {
      member = parse_class_escape();
    } else {
      note_class_member(c);
      member.code = c;
    }
  }
  member.start = start;
  return member;
}

void PatternTranslator::warn_posix_outside(size_t open) {
  char32_t kind = open + 1 < source_.size() ? source_[open + 1] : U'\0';
  if (kind != U':' && kind != U'.' && kind != U'=') return;
  size_t p = open + 2;
  while (p < source_.size() && is_lower_or_caret(source_[p])) ++p;
  if (p + 1 >= source_.size() || source_[p] != kind || source_[p + 1] != U']') return;
  std::string name = slice(open + 2, p);
  if (!name.empty() && name[0] == '^') name.erase(0, 1);
  std::string c(1, static_cast<char>(kind));
  if (kind == U':') {
    if (!posix_class(name, false, false, true)) return;
    warn("POSIX syntax [: :] belongs inside character classes", p + 2);
  } else {
    warn("POSIX syntax [" + c + " " + c +
             "] belongs inside character classes (but this one isn't implemented)",
         p + 2);
  }
}

PatternTranslator::Atom PatternTranslator::parse_bracket_class() {
  size_t open = pos_++;
  warn_posix_outside(open);
  BracketContents contents;
  read_bracket(open, contents);
  emit_bracket(contents.characters, contents.sets, contents.complements, contents.negated);
  if (multi_.empty()) return Atom::Single;
  widen(unbounded_width);
  return Atom::Wide;
}

// Behind the opening bracket; stops behind the closing one.
void PatternTranslator::read_bracket(size_t open, BracketContents& contents) {
  auto& [characters, sets, complements, negated] = contents;
  negated = peek() == U'^';
  if (negated) ++pos_;
  multi_.clear();
  auto add = [&](const ClassMember& member) {
    if (!member.is_set) {
      characters.add(member.code, member.code);
    } else if (!member.negated) {
      sets.add(member.set);
    } else if (auto inverse = complement(member.set, 0x10ffff)) {
      sets.add(*inverse);
    } else {
      complements.push_back(member.set);
    }
  };
  auto skip_blanks = [&] {
    while (scope_.xx && (peek() == U' ' || peek() == U'\t') && !at_end()) ++pos_;
  };
  skip_blanks();
  for (bool first = true;; first = false) {
    skip_blanks();
    if (at_end()) fail_at("Unmatched [", open + 1);
    if (peek() == U']' && !first) break;
    ClassMember low = parse_class_member();
    skip_blanks();
    size_t dash = pos_;
    bool range = peek() == U'-' && !at_end();
    if (range) {
      ++pos_;
      skip_blanks();
      if (at_end()) fail_at("Unmatched [", open + 1);
      if (peek() == U']') {
        pos_ = dash;
        range = false;
      }
    }
    if (!range) {
      add(low);
      continue;
    }
    if (low.is_set) {
      // perl reports the set with the dash and starts over behind it.
      pos_ = dash + 1;
      warn("False [] range \"" + slice(low.start, pos_) + "\"", pos_);
      add(low);
      characters.add('-', '-');
      continue;
    }
    ClassMember high = parse_class_member();
    if (high.is_set) {
      warn("False [] range \"" + slice(low.start, pos_) + "\"", pos_);
      add(low);
      characters.add('-', '-');
      add(high);
      continue;
    }
    if (high.code < low.code) {
      fail_at("Invalid [] range \"" + slice(low.start, pos_) + "\"", pos_);
    }
    characters.add(low.code, high.code);
  }
  ++pos_;
}

// Characters of a class under /iaa in a UTF-8 subject: "k" and "s" must not meet U+212A and U+17F.
std::string PatternTranslator::strict_ascii_piece(const CharSet& characters) const {
  CharSet exact;
  bool k = contains(characters, 'k') || contains(characters, 'K');
  bool s = contains(characters, 's') || contains(characters, 'S');
  for (uint32_t code : {uint32_t{'k'}, uint32_t{'K'}}) {
    if (k) exact.add(code, code);
  }
  for (uint32_t code : {uint32_t{'s'}, uint32_t{'S'}}) {
    if (s) exact.add(code, code);
  }
  for (uint32_t code : {0x212au, 0x17fu}) {
    if (contains(characters, code)) exact.add(code, code);
  }
  return exact.empty() ? std::string() : class_text(exact, limit());
}

void PatternTranslator::emit_bracket(CharSet characters, const CharSet& sets,
                                     const std::vector<CharSet>& complements, bool negated) {
  std::vector<std::string> pieces;
  bool fold = scope_.i && unicode_folding();
  if (fold && !negated && lookbehind_depth_ == 0 && scope_.charset != RegexFlags::AsciiStrict) {
    for (const FullFold& full : full_folds()) {
      bool fits = std::all_of(std::begin(full.fold), std::end(full.fold),
                              [&](uint32_t code) { return code <= limit(); });
      if (!fits || !contains(characters, full.code)) continue;
      std::string text = fold_text(full);
      if (std::find(multi_.begin(), multi_.end(), text) == multi_.end()) multi_.push_back(text);
    }
  }
  bool one = !negated && sets.empty() && complements.empty() && multi_.empty() &&
             std::all_of(characters.ranges.begin(), characters.ranges.end(),
                         [&](const CharSet::Range& range) {
                           return range.first == range.last &&
                                  range.first == characters.ranges.front().first;
                         });
  // perl makes such a class the literal it amounts to.
  if (one && !characters.empty()) note_code_point(characters.ranges.front().first);
  add_latin1_folds(characters);
  for (const std::string& sequence : multi_) pieces.push_back(sequence);
  CharSet main = characters;
  if (scope_.i && bytes() && has_high_bytes(characters)) {
    if (fold) {
      result_.latin1_tables = true;
    } else if (result_.latin1_tables) {
      // Under /d these bytes have no case, though the tables in use know one.
      pieces.push_back("(?-i:[" + class_text(characters, limit()) + "])");
      CharSet ascii;
      for (const CharSet::Range& range : characters.ranges) {
        if (range.first <= 0x7f) ascii.add(range.first, std::min(range.last, 0x7fu));
      }
      main = ascii;
    }
  }
  std::string strict;
  if (fold && !bytes() && scope_.charset == RegexFlags::AsciiStrict) {
    strict = strict_ascii_piece(characters);
  }
  if (scope_.i && !bytes() && !unicode_rules() && !sets.empty()) {
    // ASCII sets must not gain what folds to their letters.
    pieces.push_back("(?-i:[" + class_text(sets, limit()) + "])");
  } else {
    main.add(sets);
  }
  std::string text = class_text(main, limit());
  if (!strict.empty()) {
    pieces.push_back("(?-i:[" + strict + "])");
    pieces.push_back("(?![KkSs\\x{17f}\\x{212a}])[" + text + "]");
    text.clear();
  }
  for (const CharSet& set : complements) {
    pieces.push_back("[^" + class_text(set, limit()) + "]");
  }
  if (pieces.empty()) {
    if (text.empty()) out_ += negated ? "(?s:.)" : "(?!)";
    else out_ += (negated ? "[^" : "[") + text + "]";
    return;
  }
  if (!text.empty()) pieces.push_back("[" + text + "]");
  out_ += negated ? "(?:(?!" : "(?:";
  for (size_t n = 0; n < pieces.size(); ++n) {
    if (n > 0) out_ += '|';
    out_ += pieces[n];
  }
  out_ += negated ? ")(?s:.))" : ")";
}

}  // namespace perlipc
