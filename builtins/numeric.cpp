// Numeric functions: abs, int, sqrt, trigonometry, exp, log, hex, oct, rand, srand (perlfunc).
#include "builtins/numeric.h"
#include <cmath>
#include <cstdio>
#include <ctime>
#include <sys/random.h>
#include <unistd.h>

namespace perlipc::builtin {
namespace {
Value number_of(Call& call, std::size_t n) { return to_number_slow(call.engine, call.args[n]); }

double double_of(const Value& n) {
  return n.tag == kDouble ? n.d
         : n.tag == kUInt ? static_cast<double>(n.u)
                          : static_cast<double>(n.i);
}

std::string short_form(double d) {
  char text[48];
  std::snprintf(text, sizeof text, "%g", d);
  if (std::isnan(d)) return "NaN";
  if (std::isinf(d)) return d < 0 ? "-Inf" : "Inf";
  return text;
}

struct RandomState {
  explicit RandomState(Engine&) {}
  std::uint64_t x = 0;
  bool seeded = false;
  void seed(std::uint32_t n) {
    x = static_cast<std::uint64_t>(n) << 16 | 0x330e;
    seeded = true;
  }
  double next() {
    x = (x * 0x5deece66d + 0xb) & ((std::uint64_t{1} << 48) - 1);
    return std::ldexp(static_cast<double>(x), -48);
  }
};

std::uint32_t fresh_seed() {
  std::uint32_t seed;
  if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) == sizeof seed) return seed;
  timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return static_cast<std::uint32_t>(now.tv_nsec * 1000003 + now.tv_sec * 33 + getpid());
}
}  // namespace

Value bi_abs(Call& call) {
  Value n = number_of(call, 0);
  if (n.tag == kDouble) return Value::number(std::fabs(n.d));
  if (n.tag == kUInt || n.i >= 0) return n;
  return Value::unsigned_integer(~static_cast<std::uint64_t>(n.i) + 1);
}

Value integer_part(const Value& n) {
  if (n.tag != kDouble) return n;
  double d = std::trunc(n.d);
  if (d > -0x1p63 && d < 0x1p63) return Value::integer(static_cast<std::int64_t>(d));
  if (d >= 0x1p63 && d < 0x1p64) return Value::unsigned_integer(static_cast<std::uint64_t>(d));
  return Value::number(d);
}

Value bi_int(Call& call) { return integer_part(number_of(call, 0)); }

Value bi_sqrt(Call& call) {
  double d = double_of(number_of(call, 0));
  if (d < 0) call.engine.die("Can't take sqrt of " + short_form(d));
  return Value::number(std::sqrt(d));
}
Value bi_log(Call& call) {
  double d = double_of(number_of(call, 0));
  if (d <= 0) call.engine.die("Can't take log of " + short_form(d));
  return Value::number(std::log(d));
}
Value bi_exp(Call& call) { return Value::number(std::exp(double_of(number_of(call, 0)))); }
Value bi_sin(Call& call) { return Value::number(std::sin(double_of(number_of(call, 0)))); }
Value bi_cos(Call& call) { return Value::number(std::cos(double_of(number_of(call, 0)))); }
Value bi_atan2(Call& call) {
  double y = double_of(number_of(call, 0));
  return Value::number(std::atan2(y, double_of(number_of(call, 1))));
}

// ---- hex and oct -----------------------------------------------------------------------------------

namespace {
struct Radix {
  unsigned bits;
  const char* name;
  const char* title;
  const char* limit;
};
constexpr Radix kBinary = {1, "binary", "Binary", "0b11111111111111111111111111111111"};
constexpr Radix kOctal = {3, "octal", "Octal", "037777777777"};
constexpr Radix kHex = {4, "hexadecimal", "Hexadecimal", "0xffffffff"};

int digit_value(char c, const Radix& radix) {
  int n = c >= '0' && c <= '9'                 ? c - '0'
          : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                               : 99;
  return n < 1 << radix.bits ? n : -1;
}

void warn_illegal(Engine& engine, char c, const Radix& radix) {
  if (radix.bits == 3 && c != '8' && c != '9') return;  // octal digits may simply end
  engine.warn(Warning::Digit, std::string("Illegal ") + radix.name + " digit '" + c + "' ignored");
}

Value radix_number(Engine& engine, std::string_view digits, const Radix& radix) {
  std::uint64_t n = 0;
  double big = 0;
  bool overflow = false;
  for (std::size_t k = 0; k < digits.size(); ++k) {
    int digit = digit_value(digits[k], radix);
    if (digit < 0 && digits[k] == '_' && k + 1 < digits.size() &&
        digit_value(digits[k + 1], radix) >= 0)
      continue;
    if (digit < 0) {
      warn_illegal(engine, digits[k], radix);
      break;
    }
    if (!overflow && n >> (64 - radix.bits)) {
      overflow = true;
      big = static_cast<double>(n);
      engine.warn(Warning::Overflow, std::string("Integer overflow in ") + radix.name + " number");
    }
    if (overflow) big = big * (1 << radix.bits) + digit;
    else n = n << radix.bits | static_cast<unsigned>(digit);
  }
  if (overflow || n > 0xffffffff)
    engine.warn(Warning::Portable,
                std::string(radix.title) + " number > " + radix.limit + " non-portable");
  return overflow ? Value::number(big) : Value::unsigned_integer(n);
}

Text byte_text(Engine& engine, const String* s, const char* function) {
  String* bytes = downgrade(s);
  if (!bytes) engine.die(std::string("Wide character in ") + function);
  return Text(bytes);
}

bool take(std::string_view& text, char lower) {
  if (text.empty() || (text[0] | 32) != lower) return false;
  text.remove_prefix(1);
  return true;
}
}  // namespace

Value hex_number(Engine& engine, const String* s) {
  Text bytes = byte_text(engine, s, "hex");
  std::string_view text = bytes.view();
  if (text.size() > 1 && text[0] == '0' && (text[1] | 32) == 'x') text.remove_prefix(2);
  else take(text, 'x');
  return radix_number(engine, text, kHex);
}

Value oct_number(Engine& engine, const String* s) {
  Text bytes = byte_text(engine, s, "oct");
  std::string_view text = bytes.view();
  while (!text.empty() && (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')))
    text.remove_prefix(1);
  if (!text.empty() && text[0] == '0') text.remove_prefix(1);
  if (take(text, 'x')) return radix_number(engine, text, kHex);
  if (take(text, 'b')) return radix_number(engine, text, kBinary);
  take(text, 'o');
  return radix_number(engine, text, kOctal);
}

Value bi_hex(Call& call) {
  Text text(call.string(0));
  return hex_number(call.engine, text.get());
}
Value bi_oct(Call& call) {
  Text text(call.string(0));
  return oct_number(call.engine, text.get());
}

// ---- random numbers --------------------------------------------------------------------------------

double next_random(Engine& engine) {
  auto& state = engine.service<RandomState>();
  if (!state.seeded) state.seed(fresh_seed());
  return state.next();
}

Value bi_rand(Call& call) {
  double limit = call.has(0) ? double_of(number_of(call, 0)) : 1;
  if (limit == 0) limit = 1;
  return Value::number(limit * next_random(call.engine));
}

namespace {
// srand takes the digits of its argument's text; everything else counts as too large.
std::uint64_t seed_of(Call& call) {
  Text text(call.string(0));
  ParsedNumber parsed = parse_number(text.view());
  bool exponent = text.view().find_first_of("eE") != std::string_view::npos;
  if (parsed.whole && !exponent) {
    const Value& v = parsed.value;
    if (v.tag == kUInt) return v.u;
    if (v.tag == kInt) return v.i < 0 ? ~static_cast<std::uint64_t>(v.i) + 1 : v.u;
    double d = std::fabs(v.d);
    if (d < 0x1p64) return static_cast<std::uint64_t>(d);
  }
  call.engine.warn(Warning::Overflow, "Integer overflow in srand");
  return UINT64_MAX;
}
}  // namespace

Value bi_srand(Call& call) {
  std::uint64_t seed = call.has(0) ? seed_of(call) : fresh_seed();
  call.engine.service<RandomState>().seed(static_cast<std::uint32_t>(seed));
  return seed == 0 ? Value::string("0 but true") : Value::unsigned_integer(seed);
}

}  // namespace perlipc::builtin
