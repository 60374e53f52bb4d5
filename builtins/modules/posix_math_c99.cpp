// Mathematics of POSIX that came with C99: rounding, classification, special functions, NaN payloads.
#include "builtins/modules/posix.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace perlipc::builtin {

namespace {

using Unary = double (*)(double);
using Binary = double (*)(double, double);
using Test = int (*)(double);
using Comparison = int (*)(double, double);

template <Unary F> Value unary(Call& call) {
  expect(call, 1, 1, "x");
  return Value::number(F(call.number(0)));
}
template <Binary F> Value binary(Call& call) {
  expect(call, 2, 2, "x, y");
  return Value::number(F(call.number(0), call.number(1)));
}
template <Test F> Value test(Call& call) {
  expect(call, 1, 1, "x");
  return Value::integer(F(call.number(0)));
}
template <Comparison F> Value compare(Call& call) {
  expect(call, 2, 2, "x, y");
  return Value::integer(F(call.number(0), call.number(1)));
}

int is_finite(double x) { return std::isfinite(x); }
int is_infinite(double x) { return std::isinf(x); }
int is_nan(double x) { return std::isnan(x); }
int is_normal(double x) { return std::isnormal(x); }
int sign_bit(double x) { return std::signbit(x); }
int classify(double x) { return std::fpclassify(x); }
int binary_exponent(double x) { return std::ilogb(x); }
int greater(double x, double y) { return std::isgreater(x, y); }
int greater_equal(double x, double y) { return std::isgreaterequal(x, y); }
int less(double x, double y) { return std::isless(x, y); }
int less_equal(double x, double y) { return std::islessequal(x, y); }
int less_greater(double x, double y) { return std::islessgreater(x, y); }
int unordered(double x, double y) { return std::isunordered(x, y); }
double nexttoward_double(double x, double y) { return std::nexttoward(x, y); }

// What does not fit becomes the smallest integer, as the machine's conversion gives it.
Value whole(double rounded) {
  if (!(rounded >= -0x1p63 && rounded < 0x1p63)) return Value::integer(INT64_MIN);
  return Value::integer(static_cast<std::int64_t>(rounded));
}

Value math_lround(Call& call) {
  expect(call, 1, 1, "x");
  return whole(std::round(call.number(0)));
}
Value math_lrint(Call& call) {
  expect(call, 1, 1, "x");
  return whole(std::rint(call.number(0)));
}

Value math_fma(Call& call) {
  expect(call, 3, 3, "x, y, z");
  return Value::number(std::fma(call.number(0), call.number(1), call.number(2)));
}

Value math_remquo(Call& call) {
  expect(call, 2, 2, "x, y");
  int quotient = 0;
  const double remainder = std::remquo(call.number(0), call.number(1), &quotient);
  call.push(Value::number(remainder));
  call.push(Value::integer(quotient));
  return call.list();
}

Value math_scalbn(Call& call) {
  expect(call, 2, 2, "x, y");
  return Value::number(std::scalbn(call.number(0), static_cast<int>(call.integer(1))));
}

Value math_jn(Call& call) {
  expect(call, 2, 2, "x, y");
  return Value::number(::jn(static_cast<int>(call.integer(0)), call.number(1)));
}
Value math_yn(Call& call) {
  expect(call, 2, 2, "x, y");
  return Value::number(::yn(static_cast<int>(call.integer(0)), call.number(1)));
}

// --- NaN payloads: the 51 bits below the quiet bit ----------------------------------------------
constexpr std::uint64_t kExponent = 0x7ff0000000000000;
constexpr std::uint64_t kQuiet = 0x0008000000000000;
constexpr std::uint64_t kPayload = kQuiet - 1;

std::uint64_t bits_of(double x) {
  std::uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}
double from_bits(std::uint64_t bits) {
  double x;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}
double nan_with(double payload, bool quiet) {
  const auto bits = static_cast<std::uint64_t>(std::abs(std::trunc(payload))) & kPayload;
  return from_bits(kExponent | (quiet ? kQuiet : 0) | bits);
}

Value math_nan(Call& call) {
  expect(call, 0, 1, "payload = 0");
  if (!call.has(0)) return Value::number(std::numeric_limits<double>::quiet_NaN());
  return Value::number(nan_with(call.number(0), true));
}
Value math_getpayload(Call& call) {
  expect(call, 1, 1, "nv");
  return Value::number(static_cast<double>(bits_of(call.number(0)) & kPayload));
}
Value math_setpayload(Call& call) {
  expect(call, 2, 2, "nv, payload");
  call.assign(0, Value::number(nan_with(call.number(1), true)));
  return {};
}
Value math_setpayloadsig(Call& call) {
  expect(call, 2, 2, "nv, payload");
  call.assign(0, Value::number(nan_with(call.number(1), false)));
  return {};
}
Value math_issignaling(Call& call) {
  expect(call, 1, 1, "nv");
  const double x = call.number(0);
  return Value::integer(std::isnan(x) && (bits_of(x) & kQuiet) == 0);
}

const NativeRow kRows[] = {
    {"acosh", unary<std::acosh>, nullptr},
    {"asinh", unary<std::asinh>, nullptr},
    {"atanh", unary<std::atanh>, nullptr},
    {"cbrt", unary<std::cbrt>, nullptr},
    {"copysign", binary<std::copysign>, nullptr},
    {"erf", unary<std::erf>, nullptr},
    {"erfc", unary<std::erfc>, nullptr},
    {"exp2", unary<std::exp2>, nullptr},
    {"expm1", unary<std::expm1>, nullptr},
    {"fdim", binary<std::fdim>, nullptr},
    {"fma", math_fma, nullptr},
    {"fmax", binary<std::fmax>, nullptr},
    {"fmin", binary<std::fmin>, nullptr},
    {"fpclassify", test<classify>, nullptr},
    {"getpayload", math_getpayload, nullptr},
    {"hypot", binary<std::hypot>, nullptr},
    {"ilogb", test<binary_exponent>, nullptr},
    {"isfinite", test<is_finite>, nullptr},
    {"isgreater", compare<greater>, nullptr},
    {"isgreaterequal", compare<greater_equal>, nullptr},
    {"isinf", test<is_infinite>, nullptr},
    {"isless", compare<less>, nullptr},
    {"islessequal", compare<less_equal>, nullptr},
    {"islessgreater", compare<less_greater>, nullptr},
    {"isnan", test<is_nan>, nullptr},
    {"isnormal", test<is_normal>, nullptr},
    {"issignaling", math_issignaling, nullptr},
    {"isunordered", compare<unordered>, nullptr},
    {"j0", unary<::j0>, nullptr},
    {"j1", unary<::j1>, nullptr},
    {"jn", math_jn, nullptr},
    {"lgamma", unary<std::lgamma>, nullptr},
    {"log1p", unary<std::log1p>, nullptr},
    {"log2", unary<std::log2>, nullptr},
    {"logb", unary<std::logb>, nullptr},
    {"lrint", math_lrint, nullptr},
    {"lround", math_lround, nullptr},
    {"nan", math_nan, nullptr},
    {"nearbyint", unary<std::nearbyint>, nullptr},
    {"nextafter", binary<std::nextafter>, nullptr},
    {"nexttoward", binary<nexttoward_double>, nullptr},
    {"remainder", binary<std::remainder>, nullptr},
    {"remquo", math_remquo, nullptr},
    {"rint", unary<std::rint>, nullptr},
    {"round", unary<std::round>, nullptr},
    {"scalbn", math_scalbn, nullptr},
    {"setpayload", math_setpayload, nullptr},
    {"setpayloadsig", math_setpayloadsig, nullptr},
    {"signbit", test<sign_bit>, nullptr},
    {"tgamma", unary<std::tgamma>, nullptr},
    {"trunc", unary<std::trunc>, nullptr},
    {"y0", unary<::y0>, nullptr},
    {"y1", unary<::y1>, nullptr},
    {"yn", math_yn, nullptr},
};

}  // namespace

std::span<const NativeRow> posix_math_c99_functions() { return kRows; }

}  // namespace perlipc::builtin
