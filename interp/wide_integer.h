// Integers of both kinds, signed and unsigned 64 bits, in one type wide enough for a sum of two.
#pragma once
#include "interp/value/value.h"

namespace perlipc {

// Below this a double holds every integer.
constexpr std::int64_t kExactInteger = std::int64_t{1} << 53;
using Wide = __int128;
inline bool integral(const Value& v) { return v.tag == kInt || v.tag == kUInt; }
inline Wide wide(const Value& v) {
  return v.tag == kUInt ? static_cast<Wide>(v.u) : static_cast<Wide>(v.i);
}
inline double as_double(const Value& v) {
  return v.tag == kDouble ? v.d
         : v.tag == kUInt ? static_cast<double>(v.u)
                          : static_cast<double>(v.i);
}
// Whether a numeric text is written as an integer: no point, no exponent.
inline bool all_digits(const Value& text) {
  return text.s->view().find_first_of(".eE") == std::string_view::npos;
}
// The value of n, when 64 bits hold it.
inline bool fits(Wide n, Value* out) {
  if (n >= INT64_MIN && n <= INT64_MAX) {
    *out = Value::integer(static_cast<std::int64_t>(n));
    return true;
  }
  if (n > 0 && n <= static_cast<Wide>(UINT64_MAX)) {
    *out = Value::unsigned_integer(static_cast<std::uint64_t>(n));
    return true;
  }
  return false;
}

}  // namespace perlipc
