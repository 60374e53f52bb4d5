// Characters that fold to several under /i, as the ligature U+FB01 does to "fi".
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace perlipc {

struct FullFold {
  uint32_t code;
  uint32_t fold[3];  // zero behind the last one

  size_t size() const { return fold[2] != 0 ? 3 : 2; }
};

// All of them, by code point.
std::span<const FullFold> full_folds();
// Null for characters that fold to one.
const FullFold* full_fold(uint32_t code);

}  // namespace perlipc
