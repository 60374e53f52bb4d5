// Case folding to several characters (perlre "/i"): a pattern's character may match a sequence, and
// a sequence in it a character.

#include <algorithm>

#include "interp/regex/pattern_translator.h"

namespace perlipc {
namespace {

// The small letter of one that can stand in a folding.
uint32_t small_letter(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 0x20;
  if (c >= 0x391 && c <= 0x3a9) return c + 0x20;  // Greek
  if (c >= 0x531 && c <= 0x556) return c + 0x30;  // Armenian
  return c;
}

bool same_fold(const FullFold& a, const FullFold& b) {
  return std::equal(std::begin(a.fold), std::end(a.fold), std::begin(b.fold));
}

// The character that folds to those two; 0 for none.
uint32_t ligature(uint32_t first, uint32_t second) {
  for (const FullFold& fold : full_folds()) {
    if (fold.size() == 2 && fold.fold[0] == first && fold.fold[1] == second) return fold.code;
  }
  return 0;
}

}  // namespace

// Whether foldings of several characters are in force.
bool PatternTranslator::folds_fully() {
  note_charset_dependence();
  return unicode_folding() && scope_.charset != RegexFlags::AsciiStrict;
}

std::string PatternTranslator::fold_text(const FullFold& fold) const {
  std::string text;
  for (size_t n = 0; n < fold.size(); ++n) append_code_point(text, fold.fold[n]);
  return text;
}

// Everything that folds as `fold` does and can occur in a subject: "ffi" as it is, as one ligature
// or as a letter and a ligature.
std::string PatternTranslator::folded_alternatives(const FullFold& fold) const {
  std::string out;
  auto add = [&](std::initializer_list<uint32_t> codes) {
    for (uint32_t code : codes) {
      if (code == 0 || code > limit()) return;
    }
    if (!out.empty()) out += '|';
    for (uint32_t code : codes) append_code_point(out, code);
  };
  if (fold.size() == 2) add({fold.fold[0], fold.fold[1]});
  else add({fold.fold[0], fold.fold[1], fold.fold[2]});
  for (const FullFold& other : full_folds()) {
    if (same_fold(other, fold)) add({other.code});
  }
  if (fold.size() == 3) {
    add({ligature(fold.fold[0], fold.fold[1]), fold.fold[2]});
    add({fold.fold[0], ligature(fold.fold[1], fold.fold[2])});
  }
  return out;
}

// A character with such a folding. Does nothing and says false for others, and where the folding is
// not in force.
bool PatternTranslator::emit_full_fold(uint32_t code) {
  const FullFold* fold = full_fold(code);
  if (fold == nullptr || (lookbehind_depth_ > 0 && code != 0xdf && code != 0x1e9e)) return false;
  if (!folds_fully()) return false;
  std::string text = folded_alternatives(*fold);
  if (text.empty()) return false;
  note_code_point(code);
  not_literal();
  result_.caseless = true;
  out_ += "(?:" + text + ")";
  widen(static_cast<uint32_t>(fold->size()));
  return true;
}

// The plain character written at `at`, as it is or as \x..; moves behind it. False for all else.
bool PatternTranslator::plain_character(size_t& at, uint32_t& code) const {
  if (at >= source_.size()) return false;
  char32_t c = source_[at];
  if (c != U'\\') {
    constexpr std::u32string_view special = U"[](){}.*+?^$|# \t\n";
    if (special.find(c) != special.npos) return false;
    code = c;
    ++at;
    return true;
  }
  if (at + 1 >= source_.size() || source_[at + 1] != U'x') return false;
  auto digit = [&](size_t where) {
    char32_t d = where < source_.size() ? source_[where] | 0x20 : U'\0';
    return d >= U'0' && d <= U'9'   ? static_cast<int>(d - U'0')
           : d >= U'a' && d <= U'f' ? static_cast<int>(d - U'a') + 10
                                    : -1;
  };
  bool braces = at + 2 < source_.size() && source_[at + 2] == U'{';
  size_t first = at + (braces ? 3 : 2);
  size_t most = braces ? 6 : 2;
  size_t count = 0;
  code = 0;
  for (; count < most && digit(first + count) >= 0; ++count) {
    code = code * 16 + static_cast<uint32_t>(digit(first + count));
  }
  at = first + count + (braces ? 1 : 0);
  return count > 0 && (!braces || (at <= source_.size() && source_[at - 1] == U'}'));
}

// A sequence that some character folds to, at pos_: reads it, or says false. Only plain characters
// count, and a quantifier must not take the last of them.
bool PatternTranslator::emit_folded_sequence() {
  if (lookbehind_depth_ > 0) return false;
  uint32_t codes[3];
  size_t ends[3];
  size_t known = 0;
  for (size_t at = pos_; known < 3 && plain_character(at, codes[known]); ++known) {
    if (plain_quantifier_follows(at)) break;
    codes[known] = small_letter(codes[known]);
    ends[known] = at;
  }
  if (known < 2) return false;
  const FullFold* longest = nullptr;
  for (const FullFold& fold : full_folds()) {
    if (fold.size() > known || (longest != nullptr && longest->size() >= fold.size())) continue;
    if (bytes() && fold.code > limit()) continue;
    if (std::equal(fold.fold, fold.fold + fold.size(), codes)) longest = &fold;
  }
  if (longest == nullptr || !folds_fully()) return false;
  not_literal();
  result_.caseless = true;
  for (size_t n = 0; n < longest->size(); ++n) note_code_point(codes[n]);
  out_ += "(?:" + folded_alternatives(*longest) + ")";
  widen(static_cast<uint32_t>(longest->size()));
  pos_ = ends[longest->size() - 1];
  return true;
}

}  // namespace perlipc
