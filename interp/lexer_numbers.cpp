// Numeric literals and v-strings (perldata "Scalar value constructors", perlnumber).
#include "interp/lexer.h"
#include "interp/regex/code_points.h"
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

namespace perlipc {
namespace {

int digit_value(char c) {
  if (chars::digit(c)) return c - '0';
  if (!chars::is(c, chars::Hex)) return 99;
  return (c | 0x20) - 'a' + 10;
}

}  // namespace

Node* Lexer::number() {
  mark();
  if (*p_ == '0' && p_ + 1 < end_) {
    char c = p_[1] | 0x20;
    if (c == 'x') return p_ += 2, radix_number(4, false);
    if (c == 'b') return p_ += 2, radix_number(1, false);
    if (c == 'o') return p_ += 2, radix_number(3, false);
    if (chars::digit(p_[1]) || p_[1] == '_') return p_ += 1, radix_number(3, true);
  }
  return decimal_number();
}

void Lexer::warn_misplaced() { warn_here(Warning::Syntax, "Misplaced _ in number"); }

// perldiag "Integer overflow in %s number" and "... number > %s non-portable".
void Lexer::warn_wide(int bits, bool plain_octal, bool overflow) {
  const char* kind = bits == 4 ? "hexadecimal" : bits == 3 ? "octal" : "binary";
  if (overflow)
    warn_here(Warning::Overflow, std::string("Integer overflow in ") + kind + " number");
  warn_here(Warning::Portable,
            bits == 4     ? "Hexadecimal number > 0xffffffff non-portable"
            : bits == 1   ? "Binary number > 0b11111111111111111111111111111111 non-portable"
            : plain_octal ? "Octal number > 037777777777 non-portable"
                          : "Octal number > 0o37777777777 non-portable");
}

// 0x1.8p3 (perldata), p_ behind the whole part: the exponent is what makes it one. Null: it is none.
// What does not fit into the mantissa is dropped.
Node* Lexer::radix_float(const char* start, int bits, double whole, bool overflow) {
  const int base = 1 << bits;
  const char* s = p_;
  if (*s == '.')
    for (++s; digit_value(*s) < base || *s == '_';) ++s;
  if ((*s | 0x20) != 'p' || s >= end_ || (p_ == start && s <= p_ + 1)) return nullptr;
  const char* e = s + 1;
  const bool minus = *e == '-';
  if (*e == '-' || *e == '+') ++e;
  if (!chars::digit(*e)) return nullptr;
  constexpr int kMantissa = std::numeric_limits<double>::digits;
  int used = whole > 0 ? std::ilogb(whole) + 1 : 0, fraction = 0;
  if (overflow) warn_here(Warning::Overflow, "Integer overflow in hexadecimal number");
  bool dropped = used > kMantissa;
  for (const char* d = p_; d < s; ++d) {
    if (*d == '.' || *d == '_') continue;
    const int take = std::clamp(kMantissa - used, 0, bits);
    whole = std::ldexp(whole, take) + (digit_value(*d) >> (bits - take));
    dropped = dropped || take < bits;
    used += bits, fraction += take;
  }
  if (dropped) warn_here(Warning::Overflow, "Hexadecimal float: mantissa overflow");
  int exponent = 0;
  for (; chars::digit(*e) || *e == '_'; ++e)
    if (*e != '_' && exponent < 100000) exponent = exponent * 10 + (*e - '0');
  if (minus) exponent = -exponent;
  if (exponent >= std::numeric_limits<double>::max_exponent)
    warn_here(Warning::Overflow, "Hexadecimal float: exponent overflow");
  if (exponent < std::numeric_limits<double>::min_exponent - 1)
    warn_here(Warning::Overflow, "Hexadecimal float: exponent underflow");
  p_ = e;
  Node* n = node(NodeKind::Num);
  n->nv = whole * std::pow(2.0, exponent - fraction);
  return n;
}

Node* Lexer::radix_number(int bits, bool plain_octal) {
  std::uint64_t value = 0;
  double wide = 0;
  bool overflow = false, any = plain_octal;
  int base = 1 << bits;
  const char* start = p_;
  bool digit_before = plain_octal && *p_ != '_';
  for (;; ++p_) {
    if (*p_ == '_') {
      if (!digit_before) warn_misplaced();
      digit_before = false;
      continue;
    }
    int d = digit_value(*p_);
    if (d >= base) {
      if (!chars::digit(*p_)) break;
      error_in_token((bits == 3 ? "Illegal octal digit '" : "Illegal binary digit '") +
                     std::string(1, *p_) + "'");
      any = true;
      continue;
    }
    if (!overflow && (value >> (64 - bits)) != 0) {
      overflow = true;
      wide = static_cast<double>(value);
    }
    digit_before = any = true;
    if (overflow) wide = wide * base + d;
    else value = (value << bits) | static_cast<unsigned>(d);
  }
  if (p_ > start && p_[-1] == '_' && p_ - start > 1) warn_misplaced();
  if (Node* n = radix_float(start, bits, static_cast<double>(value), overflow)) return n;
  if (!any && !plain_octal) {
    const char* kind = bits == 4 ? "hexadecimal" : bits == 3 ? "octal" : "binary";
    const char* here = std::exchange(p_, start - 2);
    TokenTrail trail = trail_here();
    p_ = here;
    queue_error("No digits found for " + std::string(kind) + " literal" +
                near_message(trail, std::min(here + 1, end_), Read::Part));
  }
  if (overflow || value > 0xFFFFFFFF) warn_wide(bits, plain_octal, overflow);
  if (overflow) {
    Node* n = node(NodeKind::Num);
    n->nv = wide;
    return n;
  }
  Node* n = node(value > INT64_MAX ? NodeKind::UInt : NodeKind::Int);
  n->iv = static_cast<std::int64_t>(value);
  return n;
}

Node* Lexer::decimal_number() {
  const char* start = p_;
  std::uint64_t value = 0;
  bool exact = true, underscore = false;
  auto digits = [&](bool whole) {
    const char* from = p_;
    for (; chars::digit(*p_) || *p_ == '_'; ++p_) {
      if (*p_ == '_') {
        underscore = true;
        if (p_ == from || p_[-1] == '_') warn_misplaced();
        continue;
      }
      if (!whole) continue;
      unsigned d = static_cast<unsigned>(*p_ - '0');
      if (value > (UINT64_MAX - d) / 10) exact = false;
      else value = value * 10 + d;
    }
    if (p_ > from && p_[-1] == '_') warn_misplaced();
  };
  digits(true);
  bool real = false;
  if (*p_ == '.' && p_[1] != '.' && p_ < end_) {
    // 1.2.3 is a v-string without the v.
    const char* s = p_ + 1;
    if (start < p_ && chars::digit(*s)) {
      while (chars::digit(*s)) ++s;
      if (*s == '.' && chars::digit(s[1])) return p_ = start, v_string();
    }
    real = true;
    ++p_;
    digits(false);
  }
  if ((*p_ | 0x20) == 'e' && p_ < end_) {
    const char* e = p_ + 1;
    if (*e == '+' || *e == '-') ++e;
    if (chars::digit(*e) || (*e == '_' && chars::digit(e[1]))) {
      real = true;
      p_ = e;
      digits(false);
    }
  }
  if (!real && exact) {
    Node* n = node(value > INT64_MAX ? NodeKind::UInt : NodeKind::Int);
    n->iv = static_cast<std::int64_t>(value);
    return n;
  }
  std::string text(start, p_);
  if (underscore) std::erase(text, '_');
  Node* n = node(NodeKind::Num);
  n->nv = std::strtod(text.c_str(), nullptr);
  return n;
}

// v65.66, or v65 alone when it is not the key of a =>.
bool Lexer::v_string_here() const {
  if (*p_ != 'v' || !chars::digit(p_[1])) return false;
  const char* s = p_ + 1;
  while (chars::digit(*s) || *s == '_') ++s;
  if (*s == '.' && chars::digit(s[1])) return true;
  if (chars::word(*s)) return false;
  while (s < end_ && chars::space(*s)) ++s;
  return !(s + 1 < end_ && s[0] == '=' && s[1] == '>');
}

Node* Lexer::v_string() {
  mark();
  const char* start = p_;
  std::string out, bytes;
  bool wide = false;
  if (*p_ == 'v') ++p_;
  for (;;) {
    std::uint64_t value = 0;
    for (; chars::digit(*p_) || *p_ == '_'; ++p_)
      if (*p_ != '_') value = value * 10 + static_cast<unsigned>(*p_ - '0');
    append_utf8(out, static_cast<std::uint32_t>(value));
    bytes += static_cast<char>(value);
    if (value > 0xFF) wide = true;
    if (*p_ != '.' || !chars::digit(p_[1])) break;
    ++p_;
  }
  Node* n = string(arena_.copy(wide ? out : bytes), VString | (wide ? Utf8 : 0U));
  // The literal as written: what version objects and sprintf "%vd" comparisons start from.
  auto* literal = arena_.make<std::string_view>();
  *literal = arena_.copy({start, static_cast<std::size_t>(p_ - start)});
  n->more_text = literal;
  return n;
}

}  // namespace perlipc
