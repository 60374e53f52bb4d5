// The encodings of one byte a character that Encode names: tables made from iconv(3)'s, corrected where
// Encode's are known to differ.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace perlipc::builtin {

struct ByteTable {
  static constexpr std::uint32_t kNone = 0xffffffff;
  std::array<std::uint32_t, 256> characters;                   // kNone: not a character
  std::vector<std::pair<std::uint32_t, unsigned char>> bytes;  // sorted by character
};

// By Encode's name, in its spelling; null when there is none. Lives as long as the process.
const ByteTable* byte_table(std::string_view name);

}  // namespace perlipc::builtin
