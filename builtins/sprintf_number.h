// Pieces of sprintf that turn one number into text.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

namespace perlipc::builtin {

struct FormatFlags {
  bool left = false, plus = false, space = false, zero = false, alternate = false;
};

// %a and %A without padding: digits < 0 means as many as needed. Sign included.
std::string hex_float(double d, const FormatFlags& flags, int digits, bool upper);
// %e %f %g %E %G through the C library. precision < 0: default.
std::string c_float(double d, const FormatFlags& flags, int width, int precision, char conversion);
// Digits of n in base 2, 8, 10 or 16, without prefix. Returns the length; out has 64 bytes.
std::size_t unsigned_digits(std::uint64_t n, unsigned base, bool upper, char* out);

}  // namespace perlipc::builtin
