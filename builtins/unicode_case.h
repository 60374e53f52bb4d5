// Case mapping of single code points (full mappings, up to three characters).
#pragma once
#include <cstddef>
#include <cstdint>

namespace perlipc::builtin {

enum class CaseKind : std::uint8_t { Lower, Upper, Title, Fold };

// Writes the mapped characters to out and returns how many (1 to 3).
std::size_t map_case(CaseKind kind, std::uint32_t cp, std::uint32_t out[3]);
// Whether quotemeta puts a backslash before this character (128 and above) in a utf8 string.
bool quotemeta_quotes(std::uint32_t cp);
// White space outside ASCII as \s sees it in a utf8 string.
bool is_wide_space(std::uint32_t cp);

}  // namespace perlipc::builtin
