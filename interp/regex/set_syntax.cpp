// (?[ ]): sets of characters computed from others (perlrecharclass "Extended Bracketed Character
// Classes"). & binds tighter than + | - ^, which are equal and go from left to right.

#include <utility>

#include "interp/regex/pattern_translator.h"

namespace perlipc {
namespace {

bool is_sum_operator(char32_t c) { return c == U'+' || c == U'|' || c == U'-' || c == U'^'; }

CodeRanges combined(char32_t how, const CodeRanges& left, const CodeRanges& right) {
  switch (how) {
    case U'&': return intersection_of(left, right);
    case U'-': return intersection_of(left, complement_of(right));
    case U'^':
      return intersection_of(union_of(left, right), complement_of(intersection_of(left, right)));
    default: return union_of(left, right);
  }
}

// Either case of ASCII letters, for /i; other letters fold when the set is matched.
void add_other_case(CodeRanges& ranges) {
  CodeRanges more;
  for (const auto& [first, last] : ranges) {
    for (uint32_t c = std::max<uint32_t>(first, 'A'); c <= std::min<uint32_t>(last, 'z'); ++c) {
      if ((c >= 'A' && c <= 'Z') || c >= 'a') more.emplace_back(c ^ 0x20, c ^ 0x20);
    }
  }
  ranges = union_of(std::move(ranges), more);
}

}  // namespace

CodeRanges PatternTranslator::ranges_of(const CharSet& set, bool negated) const {
  CodeRanges ranges;
  for (const CharSet::Range& range : set.ranges) ranges.emplace_back(range.first, range.last);
  for (const CharSet::Property& property : set.properties) {
    CodeRanges members;
    property_members(property.name, members);
    normalise(members);
    ranges = union_of(ranges, property.negated ? complement_of(members) : members);
  }
  normalise(ranges);
  return negated ? complement_of(ranges) : ranges;
}

void PatternTranslator::skip_set_space() {
  bool x = std::exchange(scope_.x, true);
  skip_ignorable();
  scope_.x = x;
  if (at_end()) fail_at("Syntax error in (?[...])", source_.size());
}

// A class in brackets, or one of the escapes that may stand for itself.
CodeRanges PatternTranslator::set_class() {
  ClassMember member;
  bool posix = peek() == U'[' && parse_posix_member(member);
  if (!posix && peek() == U'[') {
    ++pos_;
    BracketContents contents;
    bool xx = std::exchange(scope_.xx, true);
    read_bracket(pos_ - 1, contents);
    scope_.xx = xx;
    CodeRanges ranges =
        union_of(ranges_of(contents.characters, false), ranges_of(contents.sets, false));
    for (const CharSet& set : contents.complements) {
      ranges = union_of(std::move(ranges), ranges_of(set, true));
    }
    if (scope_.i) add_other_case(ranges);
    return contents.negated ? complement_of(ranges) : ranges;
  }
  if (!posix) {
    ++pos_;
    multi_.clear();
    member = parse_class_escape();
    if (!multi_.empty()) fail_at("\\N{} here is restricted to one character", pos_ - 1);
  }
  if (!member.is_set) {
    CodeRanges one{{member.code, member.code}};
    if (scope_.i) add_other_case(one);
    return one;
  }
  return ranges_of(member.set, member.negated);
}

// A set in parentheses, pos_ behind the first of them.
CodeRanges PatternTranslator::set_parenthesis() {
  bool interpolated = peek() == U'?';  // an object of qr/(?[ ])/: "(?^:(?[ ... ]))"
  if (interpolated) {
    size_t inner = source_.find(U":(?[", pos_);
    size_t other = source_.find_first_not_of(U"?^abcdefghijklmnopqrstuvwxyz-", pos_);
    if (inner == std::u32string::npos || inner != other) fail_at("Unexpected character", pos_ + 1);
    pos_ = inner + 4;
  }
  CodeRanges result = set_sum(!interpolated);
  if (interpolated) {
    end_set();
    if (at_end() || peek() != U')') fail_at("Syntax error in (?[...])", source_.size());
  }
  ++pos_;
  return result;
}

CodeRanges PatternTranslator::set_operand(bool nested) {
  skip_set_space();
  char32_t c = peek();
  switch (c) {
    case U'!': ++pos_; return complement_of(set_operand(nested));
    case U'(': ++pos_; return set_parenthesis();
    case U'[':
    case U'\\': return set_class();
    case U']': fail_at("Incomplete expression within '(?[ ])'", pos_);
    case U')':
      if (!nested) fail_at("Unexpected ')'", pos_ + 1);
      fail_at("Incomplete expression within '(?[ ])'", pos_ + 1);
    default: break;
  }
  if (is_sum_operator(c) || c == U'&') {
    fail_at("Unexpected binary operator '" + slice(pos_, pos_ + 1) + "' with no preceding operand",
            pos_ + 1);
  }
  fail_at("Unexpected character", pos_ + 1);
}

CodeRanges PatternTranslator::set_product(bool nested) {
  CodeRanges result = set_operand(nested);
  for (skip_set_space(); peek() == U'&'; skip_set_space()) {
    ++pos_;
    result = combined(U'&', result, set_operand(nested));
  }
  return result;
}

// Stops at the parenthesis or bracket that ends it.
CodeRanges PatternTranslator::set_sum(bool nested) {
  if (++depth_ > max_depth) fail_at("Too many nested open parens", pos_);
  CodeRanges result = set_product(nested);
  while (is_sum_operator(peek())) {
    char32_t how = source_[pos_++];
    result = combined(how, result, set_product(nested));
  }
  --depth_;
  char32_t c = peek();
  if (c == (nested ? U')' : U']')) return result;
  if (c == U')') fail_at("Unexpected ')'", pos_ + 1);
  if (c == U']') fail_at("Unmatched (", pos_);
  if (c == U'(') fail_at("Unexpected '(' with no preceding operator", pos_ + 1);
  while (peek() == U'!') {
    ++pos_;
    skip_set_space();
  }
  if (peek() != U'[' && peek() != U'\\') fail_at("Unexpected character", pos_ + 1);
  set_class();
  fail_at("Operand with no preceding operator", pos_ - 1);
}

void PatternTranslator::end_set() {
  ++pos_;
  if (at_end() || peek() != U')') {
    fail_at("Unexpected ']' with no following ')' in (?[...", pos_);
  }
  ++pos_;
}

// At the '[' of "(?[".
PatternTranslator::Atom PatternTranslator::parse_set_group() {
  ++pos_;
  require_unicode();
  RegexFlags::Charset charset = scope_.charset;
  if (charset == RegexFlags::Default) scope_.charset = RegexFlags::Unicode;
  CodeRanges ranges = set_sum(false);
  end_set();
  CharSet set;
  set.folds = scope_.i;
  for (const auto& [first, last] : ranges) set.add(first, last);
  if (scope_.i && bytes()) result_.latin1_tables = true;
  Atom atom = emit_set(set, false);
  scope_.charset = charset;
  return atom;
}

}  // namespace perlipc
