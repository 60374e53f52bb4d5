// Lookup in the generated tables of case mappings.
#include "builtins/unicode_case.h"
#include <algorithm>
#include <iterator>
#include <span>

namespace perlipc::builtin {
namespace {
// Every step-th code point of first..last moves by delta.
struct CaseRange {
  std::uint32_t first, last;
  std::int32_t delta;
  std::uint32_t step;
};
struct CaseString {
  std::uint32_t cp;
  std::uint32_t to[3];  // 0: none
};
struct CodeRange {
  std::uint32_t first, last;
};
#include "builtins/unicode_case.inc"

std::uint32_t map_single(std::span<const CaseRange> table, std::uint32_t cp) {
  auto it = std::partition_point(table.begin(), table.end(),
                                 [cp](const CaseRange& r) { return r.last < cp; });
  if (it == table.end() || cp < it->first || (cp - it->first) % it->step != 0) return cp;
  return static_cast<std::uint32_t>(static_cast<std::int32_t>(cp) + it->delta);
}

std::size_t map_with(std::span<const CaseRange> ranges, std::span<const CaseString> strings,
                     std::uint32_t cp, std::uint32_t out[3]) {
  auto it = std::partition_point(strings.begin(), strings.end(),
                                 [cp](const CaseString& s) { return s.cp < cp; });
  if (it != strings.end() && it->cp == cp) {
    std::size_t n = 0;
    for (std::uint32_t c : it->to)
      if (c) out[n++] = c;
    return n;
  }
  out[0] = map_single(ranges, cp);
  return 1;
}
}  // namespace

std::size_t map_case(CaseKind kind, std::uint32_t cp, std::uint32_t out[3]) {
  if (cp < 128) {
    bool lower = kind == CaseKind::Lower || kind == CaseKind::Fold;
    bool changes = lower ? cp - 'A' < 26 : cp - 'a' < 26;
    out[0] = changes ? cp ^ 32 : cp;
    return 1;
  }
  switch (kind) {
    case CaseKind::Lower: return map_with(kLowerRanges, kLowerStrings, cp, out);
    case CaseKind::Upper: return map_with(kUpperRanges, kUpperStrings, cp, out);
    case CaseKind::Title: return map_with(kTitleRanges, kTitleStrings, cp, out);
    default: return map_with(kFoldRanges, kFoldStrings, cp, out);
  }
}

bool quotemeta_quotes(std::uint32_t cp) {
  auto it = std::partition_point(std::begin(kQuoted), std::end(kQuoted),
                                 [cp](const CodeRange& r) { return r.last < cp; });
  return it != std::end(kQuoted) && cp >= it->first;
}

bool is_wide_space(std::uint32_t cp) {
  return cp == 0x85 || cp == 0xa0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200a) ||
         cp == 0x2028 || cp == 0x2029 || cp == 0x202f || cp == 0x205f || cp == 0x3000;
}

}  // namespace perlipc::builtin
