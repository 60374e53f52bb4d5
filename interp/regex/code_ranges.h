// Sets of code points as sorted ranges without overlaps, and the algebra on them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace perlipc {

using CodeRanges = std::vector<std::pair<uint32_t, uint32_t>>;  // first, last
inline constexpr uint32_t last_code_point = 0x10ffff;

// Sorts and joins what may overlap.
inline void normalise(CodeRanges& ranges) {
  std::sort(ranges.begin(), ranges.end());
  CodeRanges merged;
  for (const auto& [first, last] : ranges) {
    if (!merged.empty() && first <= merged.back().second + 1)
      merged.back().second = std::max(merged.back().second, last);
    else merged.emplace_back(first, last);
  }
  ranges = std::move(merged);
}

inline CodeRanges complement_of(CodeRanges ranges) {
  normalise(ranges);
  CodeRanges out;
  uint32_t next = 0;
  for (const auto& [first, last] : ranges) {
    if (first > next) out.emplace_back(next, first - 1);
    next = last + 1;
  }
  if (next <= last_code_point) out.emplace_back(next, last_code_point);
  return out;
}

inline CodeRanges union_of(CodeRanges a, const CodeRanges& b) {
  a.insert(a.end(), b.begin(), b.end());
  normalise(a);
  return a;
}

inline CodeRanges intersection_of(const CodeRanges& a, const CodeRanges& b) {
  return complement_of(union_of(complement_of(a), complement_of(b)));
}

}  // namespace perlipc
