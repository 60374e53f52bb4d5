// Mathematics of POSIX: the functions C has had from the start (perldoc POSIX).
#include "builtins/modules/posix.h"

#include <cfenv>
#include <cmath>

namespace perlipc::builtin {

namespace {

using Unary = double (*)(double);
using Binary = double (*)(double, double);

// Whole results are integers to Perl as long as they fit, so that they print and compare as such.
Value number(double result) {
  if (result == std::floor(result) && std::abs(result) < 9e15 && !std::signbit(result)) {
    return Value::integer(static_cast<std::int64_t>(result));
  }
  return Value::number(result);
}

template <Unary F> Value unary(Call& call) {
  expect(call, 1, 1, "x");
  return Value::number(F(call.number(0)));
}

template <Binary F> Value binary(Call& call) {
  expect(call, 2, 2, "x, y");
  return Value::number(F(call.number(0), call.number(1)));
}

Value math_ceil(Call& call) {
  expect(call, 1, 1, "x");
  return number(std::ceil(call.number(0)));
}
Value math_floor(Call& call) {
  expect(call, 1, 1, "x");
  return number(std::floor(call.number(0)));
}

Value math_pow(Call& call) {
  expect(call, 2, 2, "x, exponent");
  return number(std::pow(call.number(0), call.number(1)));
}

Value math_ldexp(Call& call) {
  expect(call, 2, 2, "x, exp");
  return number(std::ldexp(call.number(0), static_cast<int>(call.integer(1))));
}

Value math_frexp(Call& call) {
  expect(call, 1, 1, "x");
  int exponent = 0;
  const double fraction = std::frexp(call.number(0), &exponent);
  call.push(Value::number(fraction));
  call.push(Value::integer(exponent));
  return call.list();
}

Value math_modf(Call& call) {
  expect(call, 1, 1, "x");
  double whole = 0;
  const double fraction = std::modf(call.number(0), &whole);
  call.push(Value::number(fraction));
  call.push(Value::number(whole));
  return call.list();
}

Value math_fegetround(Call& call) {
  expect(call, 0, 0, "");
  return Value::integer(std::fegetround());
}

Value math_fesetround(Call& call) {
  expect(call, 1, 1, "x");
  return Value::integer(std::fesetround(static_cast<int>(call.integer(0))));
}

const NativeRow kRows[] = {
    {"acos", unary<std::acos>, nullptr},
    {"asin", unary<std::asin>, nullptr},
    {"atan", unary<std::atan>, nullptr},
    {"ceil", math_ceil, nullptr},
    {"cosh", unary<std::cosh>, nullptr},
    {"fegetround", math_fegetround, ""},
    {"fesetround", math_fesetround, nullptr},
    {"floor", math_floor, nullptr},
    {"fmod", binary<std::fmod>, nullptr},
    {"frexp", math_frexp, nullptr},
    {"ldexp", math_ldexp, nullptr},
    {"log10", unary<std::log10>, nullptr},
    {"modf", math_modf, nullptr},
    {"pow", math_pow, nullptr},
    {"sinh", unary<std::sinh>, nullptr},
    {"tan", unary<std::tan>, nullptr},
    {"tanh", unary<std::tanh>, nullptr},
};

}  // namespace

std::span<const NativeRow> posix_math_functions() { return kRows; }

}  // namespace perlipc::builtin
