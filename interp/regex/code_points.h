// Perl's extended UTF-8 (code points to 0x7fffffff), one character at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace perlipc {

constexpr uint32_t largest_code_point = 0x7fffffff;

// Length of a sequence by its first byte; 1 for bytes that start none.
inline size_t code_point_length(uint8_t lead) {
  if (lead < 0xc0 || lead >= 0xfe) return 1;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  if (lead < 0xf8) return 4;
  return lead < 0xfc ? 5 : 6;
}

// Reads the character at `pos` and moves past it; a malformed byte stands for itself.
inline uint32_t next_code_point(std::string_view text, size_t& pos) {
  uint8_t lead = static_cast<uint8_t>(text[pos]);
  size_t length = code_point_length(lead);
  if (length == 1 || pos + length > text.size()) {
    ++pos;
    return lead;
  }
  uint32_t code = lead & ((1u << (7 - length)) - 1);
  for (size_t n = 1; n < length; ++n) {
    code = (code << 6) | (static_cast<uint8_t>(text[pos + n]) & 0x3fu);
  }
  pos += length;
  return code;
}

inline void append_utf8(std::string& out, uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
    return;
  }
  size_t length = code < 0x800       ? 2
                  : code < 0x10000   ? 3
                  : code < 0x200000  ? 4
                  : code < 0x4000000 ? 5
                                     : 6;
  uint32_t lead = 0xffu & ~((1u << (8 - length)) - 1);
  out += static_cast<char>(lead | (code >> (6 * (length - 1))));
  for (size_t n = length - 1; n-- > 0;) {
    out += static_cast<char>(0x80u | ((code >> (6 * n)) & 0x3fu));
  }
}

}  // namespace perlipc
