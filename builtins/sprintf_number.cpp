// Number formatting for sprintf: exact fixed point, hexadecimal floats, integers in any base.
#include "builtins/sprintf_number.h"
#include "builtins/sprintf.h"
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace perlipc::builtin {
namespace {
constexpr std::uint64_t kPowers[] = {1,      10,      100,      1000,      10000,
                                     100000, 1000000, 10000000, 100000000, 1000000000};

// d * 10^precision as an exact integer rounded half to even; false when it does not fit.
bool scaled(double d, int precision, std::uint64_t* out) {
  std::uint64_t bits = std::bit_cast<std::uint64_t>(d) & ~(std::uint64_t{1} << 63);
  int exponent = static_cast<int>(bits >> 52);
  std::uint64_t mantissa = bits & ((std::uint64_t{1} << 52) - 1);
  if (exponent == 0) exponent = 1;
  else mantissa |= std::uint64_t{1} << 52;
  int shift = 1075 - exponent;  // d = mantissa / 2^shift
  auto product = static_cast<unsigned __int128>(mantissa) * kPowers[precision];
  if (shift <= 0) {
    if (shift < -10) return false;
    product <<= -shift;
  } else if (shift >= 100) {
    product = 0;  // the product has at most 83 bits: far below one half
  } else {
    unsigned __int128 half = static_cast<unsigned __int128>(1) << (shift - 1);
    unsigned __int128 rest = product & ((half << 1) - 1);
    product >>= shift;
    if (rest > half || (rest == half && (product & 1))) ++product;
  }
  if (product > UINT64_MAX) return false;
  *out = static_cast<std::uint64_t>(product);
  return true;
}
}  // namespace

std::size_t format_fixed(double d, int precision, char* out) {
  std::uint64_t n;
  if (precision > 9 || !scaled(d, precision, &n))
    return static_cast<std::size_t>(
        std::to_chars(out, out + 340 + precision, d, std::chars_format::fixed, precision).ptr -
        out);
  char* p = out;
  if (std::signbit(d)) *p++ = '-';
  std::uint64_t power = kPowers[precision];
  p += format_unsigned(n / power, p);
  if (precision > 0) {
    *p++ = '.';
    std::uint64_t fraction = n % power;
    for (int k = precision; k-- > 0; fraction /= 10) p[k] = static_cast<char>('0' + fraction % 10);
    p += precision;
  }
  return static_cast<std::size_t>(p - out);
}

std::size_t unsigned_digits(std::uint64_t n, unsigned base, bool upper, char* out) {
  if (base == 10) return format_unsigned(n, out);
  const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  unsigned bits = base == 16 ? 4 : base == 8 ? 3 : 1;
  std::size_t count = n ? (std::bit_width(n) + bits - 1) / bits : 1;
  for (std::size_t k = count; k-- > 0; n >>= bits) out[k] = digits[n & (base - 1)];
  return count;
}

std::string c_float(double d, const FormatFlags& flags, int width, int precision, char conversion) {
  char format[16];
  char* f = format;
  *f++ = '%';
  if (flags.left) *f++ = '-';
  if (flags.plus) *f++ = '+';
  if (flags.space) *f++ = ' ';
  if (flags.zero) *f++ = '0';
  if (flags.alternate) *f++ = '#';
  *f++ = '*';
  *f++ = '.';
  *f++ = '*';
  *f++ = conversion;
  *f = 0;
  std::string out(400, '\0');
  for (;;) {
    int n = std::snprintf(out.data(), out.size(), format, width, precision, d);
    bool fits = static_cast<std::size_t>(n) < out.size();
    out.resize(static_cast<std::size_t>(n) + !fits);
    if (fits) return out;
  }
}

std::string hex_float(double d, const FormatFlags& flags, int digits, bool upper) {
  std::string out;
  if (std::signbit(d)) out += '-';
  else if (flags.plus) out += '+';
  else if (flags.space) out += ' ';
  std::uint64_t bits = std::bit_cast<std::uint64_t>(d) & ~(std::uint64_t{1} << 63);
  int exponent = static_cast<int>(bits >> 52) - 1023;
  std::uint64_t mantissa = bits & ((std::uint64_t{1} << 52) - 1);
  std::uint64_t lead = 1;
  if (bits == 0) {
    lead = 0;
    exponent = 0;
  } else if (exponent == -1023) {  // subnormal: shown with a leading 1
    int shift = std::countl_zero(mantissa) - 11;
    mantissa = mantissa << shift & ((std::uint64_t{1} << 52) - 1);
    exponent = -1022 - shift;
  }
  mantissa |= lead << 52;
  if (digits >= 0 && digits < 13) {  // round half to even
    unsigned drop = 4 * static_cast<unsigned>(13 - digits);
    std::uint64_t half = std::uint64_t{1} << (drop - 1), rest = mantissa & ((half << 1) - 1);
    mantissa >>= drop;
    if (rest > half || (rest == half && (mantissa & 1))) ++mantissa;
    mantissa <<= drop;
  }
  const char* alphabet = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  out += upper ? "0X" : "0x";
  out += alphabet[mantissa >> 52];
  std::string fraction;
  for (int shift = 48; shift >= 0; shift -= 4) fraction += alphabet[mantissa >> shift & 15];
  if (digits < 0) fraction.erase(fraction.find_last_not_of('0') + 1);
  else fraction.resize(static_cast<std::size_t>(digits), '0');
  if (!fraction.empty() || flags.alternate) out += '.';
  out += fraction;
  out += upper ? 'P' : 'p';
  out += exponent < 0 ? '-' : '+';
  return out + std::to_string(std::abs(exponent));
}

}  // namespace perlipc::builtin
