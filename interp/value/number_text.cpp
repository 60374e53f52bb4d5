// Numbers to text and back by perl's rules (perlnumber, perldata "Scalar value constructors").
#include "interp/value/convert.h"
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace perlipc {
namespace {
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return static_cast<unsigned char>(c - '0') < 10; }

std::size_t copy_word(const char* word, char* out) {
  std::size_t n = std::strlen(word);
  std::memcpy(out, word, n);
  return n;
}

// Lays out `count` significant digits (no trailing zeros) with decimal exponent e as %g does.
std::size_t lay_out(const char* digits, int count, int e, int precision, char* out) {
  char* p = out;
  if (e < -4 || e >= precision) {
    *p++ = digits[0];
    if (count > 1) {
      *p++ = '.';
      std::memcpy(p, digits + 1, static_cast<std::size_t>(count - 1));
      p += count - 1;
    }
    *p++ = 'e';
    *p++ = e < 0 ? '-' : '+';
    int a = e < 0 ? -e : e;
    if (a >= 100) *p++ = static_cast<char>('0' + a / 100);
    *p++ = static_cast<char>('0' + a / 10 % 10);
    *p++ = static_cast<char>('0' + a % 10);
  } else if (e < 0) {
    *p++ = '0';
    *p++ = '.';
    for (int n = -1; n > e; --n) *p++ = '0';
    std::memcpy(p, digits, static_cast<std::size_t>(count));
    p += count;
  } else {
    for (int n = 0; n < count || n <= e; ++n) {
      if (n == e + 1) *p++ = '.';
      *p++ = n < count ? digits[n] : '0';
    }
  }
  return static_cast<std::size_t>(p - out);
}

// Rounds the shortest digits to fewer. False when the rest is an exact 5: only the full expansion
// can decide that case. (Any other rounding boundary between the number and its shortest form
// would itself be a shorter or nearer form.)
bool round_digits(char* digits, int& count, int& e, int precision) {
  int rest = count - precision;
  if (digits[precision] == '5') {
    int k = 1;
    while (k < rest && digits[precision + k] == '0') ++k;
    if (k == rest) return false;
  }
  bool up = digits[precision] >= '5';
  count = precision;
  if (up) {
    while (count > 0 && digits[count - 1] == '9') --count;
    if (count <= 0) {
      digits[0] = '1';
      count = 1;
      ++e;
      return true;
    }
    ++digits[count - 1];
  }
  while (count > 1 && digits[count - 1] == '0') --count;
  return true;
}
}  // namespace

namespace {
constexpr char kPairs[] =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445"
    "46474849505152535455565758596061626364656667686970717273747576777879808182838485868788899091"
    "9293949596979899";

char* put_pair(unsigned n, char* p) {  // n < 100, two digits
  std::memcpy(p, kPairs + n * 2, 2);
  return p + 2;
}
char* put_head(unsigned n, char* p) {  // n < 100, no zero in front
  if (n >= 10) return put_pair(n, p);
  *p = static_cast<char>('0' + n);
  return p + 1;
}
}  // namespace

char* write_digits(std::uint64_t n, char* p) {
  while (n >= 100) {
    p -= 2;
    std::memcpy(p, kPairs + n % 100 * 2, 2);
    n /= 100;
  }
  if (n >= 10) std::memcpy(p -= 2, kPairs + n * 2, 2);
  else *--p = static_cast<char>('0' + n);
  return p;
}

std::size_t format_unsigned(std::uint64_t n, char* out) {
  if (n < 100000000) {  // most numbers, front to back
    const auto small = static_cast<unsigned>(n);
    char* p = out;
    if (small < 10000) {
      if (small >= 100) p = put_pair(small % 100, put_head(small / 100, p));
      else p = put_head(small, p);
    } else {
      const unsigned front = small / 10000, back = small % 10000;
      p = front >= 100 ? put_pair(front % 100, put_head(front / 100, p)) : put_head(front, p);
      p = put_pair(back % 100, put_pair(back / 100, p));
    }
    return static_cast<std::size_t>(p - out);
  }
  const std::size_t length = n > INT64_MAX ? (n < 10000000000000000000u ? 19 : 20)
                                           : integer_width(static_cast<std::int64_t>(n));
  write_digits(n, out + length);
  return length;
}

std::size_t format_integer(std::int64_t n, char* out) {
  if (n >= 0) return format_unsigned(static_cast<std::uint64_t>(n), out);
  *out = '-';
  return 1 + format_unsigned(0 - static_cast<std::uint64_t>(n), out + 1);
}

std::size_t format_double(double d, char* out) {
  if (std::fabs(d) < 1e15) {
    auto n = static_cast<std::int64_t>(d);
    if (static_cast<double>(n) == d) return format_integer(n, out);  // -0 is "0" too
  } else if (!std::isfinite(d)) {
    return copy_word(std::isnan(d) ? "NaN" : d > 0 ? "Inf" : "-Inf", out);
  }
  return format_general(d, 15, out);
}

std::size_t format_general(double d, int precision, char* out) {
  char text[32];
  auto end = std::to_chars(text, text + sizeof text, d, std::chars_format::scientific).ptr;
  char* p = text;
  char* q = out;
  if (*p == '-') *q++ = *p++;
  char digits[20];
  int count = 0;
  digits[count++] = *p++;
  if (*p == '.')
    for (++p; *p != 'e'; ++p) digits[count++] = *p;
  int e = 0;
  bool negative = p[1] == '-';
  for (p += 2; p < end; ++p) e = e * 10 + (*p - '0');
  if (negative) e = -e;
  // Below the normal range the shortest form may have fewer digits than were asked for.
  bool subnormal = d != 0 && std::fabs(d) < 2.3e-308;
  if (subnormal || (count > precision && !round_digits(digits, count, e, precision)))
    return static_cast<std::size_t>(std::snprintf(out, 40, "%.*g", precision, d));
  return static_cast<std::size_t>(q - out) + lay_out(digits, count, e, precision, q);
}

// ---- parsing -------------------------------------------------------------------------------------

namespace {
// Case-insensitive; word is lower case.
bool begins_with(const char* p, const char* end, const char* word) {
  for (; *word; ++word, ++p)
    if (p == end || (*p | 0x20) != *word) return false;
  return true;
}

const char* skip_space(const char* p, const char* end) {
  while (p < end && is_space(*p)) ++p;
  return p;
}

// inf, infinity, nan, nanq, nan(...), and the 1#INF family. Null when there is none.
const char* parse_special(const char* p, const char* end, double* value, bool* whole) {
  *whole = true;
  if (p < end && *p == '1') {
    ++p;
    if (p < end && *p == '.') ++p;
    if (p == end || *p != '#') return nullptr;
    ++p;
  }
  if (begins_with(p, end, "inf")) {
    *value = HUGE_VAL;
    if (begins_with(p, end, "infinity")) return p + 8;
    p += 3;
    const char* rest = p;
    for (const char* more = "inity"; *more && rest < end && (*rest | 0x20) == *more; ++more) ++rest;
    if (rest != p) *whole = false;
    return rest;
  }
  if (begins_with(p, end, "ind") && p[-1] == '#') {
    *value = NAN;
    return p + 3;
  }
  if (!begins_with(p, end, "nan")) return nullptr;
  *value = NAN;
  p += 3;
  if (p < end && (*p | 0x20) == 'q') ++p;
  else if (p < end && (*p | 0x20) == 's') ++p;
  if (p < end && *p == '(') {
    const char* close = p;
    while (close < end && *close != ')') ++close;
    if (close < end) return close + 1;
  }
  return p;
}

Value whole_number(double d) {
  if (d >= -0x1p63 && d < 0x1p63) {
    auto n = static_cast<std::int64_t>(d);
    if (static_cast<double>(n) == d && (n != 0 || !std::signbit(d))) return Value::integer(n);
  } else if (d >= 0x1p63 && d < 0x1p64) {
    return Value::unsigned_integer(static_cast<std::uint64_t>(d));
  }
  return Value::number(d);
}

// digits[.digits][e[sign]digits] without sign; from_chars rounds correctly.
// A large number is an integer when it has an exponent, a double when it has only a point.
Value parse_decimal(const char* p, const char* end, bool negative, bool exponent) {
  double d = 0;
  auto r = std::from_chars(p, end, d);
  if (r.ec == std::errc::result_out_of_range) {
    // Too large or too small: strtod tells which. The text is a plain decimal number by now.
    std::string copy(p, end);
    d = std::strtod(copy.c_str(), nullptr);
  }
  if (negative) d = -d;
  return exponent || std::fabs(d) < 1e15 ? whole_number(d) : Value::number(d);
}

Value signed_integer(std::uint64_t n, bool negative, const char* p, const char* end) {
  if (!negative) return Value::unsigned_integer(n);
  if (n == 0) return Value::number(-0.0);
  if (n <= std::uint64_t{1} << 63) return Value::integer(static_cast<std::int64_t>(~n + 1));
  return Value::number(-std::strtod(std::string(p, end).c_str(), nullptr));
}
}  // namespace

ParsedNumber parse_number(std::string_view text) {
  const char* p = text.data();
  const char* end = p + text.size();
  p = skip_space(p, end);
  bool negative = false;
  if (p < end && (*p == '-' || *p == '+')) negative = *p++ == '-';
  const char* start = p;
  std::uint64_t n = 0;
  while (p < end && is_digit(*p) && p - start < 19) n = n * 10 + static_cast<unsigned>(*p++ - '0');
  bool integral = true;
  if (p < end && is_digit(*p)) {  // 20 digits or more
    std::uint64_t digit = static_cast<unsigned>(*p - '0');
    if (n > (UINT64_MAX - digit) / 10) integral = false;
    else n = n * 10 + digit;
    ++p;
    while (p < end && is_digit(*p)) {
      if (n != 0 && integral) {
        digit = static_cast<unsigned>(*p - '0');
        if (n > (UINT64_MAX - digit) / 10) integral = false;
        else n = n * 10 + digit;
      } else if (integral) {
        n = static_cast<unsigned>(*p - '0');
      }
      ++p;
    }
  }
  bool digits = p != start;
  const char* int_end = p;
  if (p < end && *p == '.') {
    const char* fraction = ++p;
    while (p < end && is_digit(*p)) ++p;
    if (p != fraction) {
      digits = true;
      integral = false;
    } else if (!digits) {
      p = start;
    } else {
      integral = false;
    }
  }
  if (!digits || (p < end && *p == '#')) {
    double d;
    bool whole;
    const char* after = parse_special(start, end, &d, &whole);
    if (after) {
      if (negative) d = -d;
      return {Value::number(d), whole && skip_space(after, end) == end};
    }
    if (!digits) return {Value::integer(0), text == "0 but true"};
  }
  const char* number_end = p;
  bool exponent = false;
  if (p < end && (*p | 0x20) == 'e') {
    const char* q = p + 1;
    if (q < end && (*q == '-' || *q == '+')) ++q;
    if (q < end && is_digit(*q)) {
      while (q < end && is_digit(*q)) ++q;
      p = number_end = q;
      integral = false;
      exponent = true;
    }
  }
  Value value = integral ? signed_integer(n, negative, start, int_end)
                         : parse_decimal(start, number_end, negative, exponent);
  p = skip_space(p, end);
  return {std::move(value), p == end || text == "0 but true"};
}

bool looks_like_number(const Value& given) {
  const Value v = rvalue(given);
  switch (v.tag) {
    case kBool:
    case kInt:
    case kUInt:
    case kDouble:
    case kDual: return true;
    case kStr: return parse_number(v.s->view()).whole;
    default: return false;
  }
}

}  // namespace perlipc
