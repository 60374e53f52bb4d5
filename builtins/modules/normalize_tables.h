// The parts of the Unicode character database that normalization needs (UAX 15).
#pragma once
#include "interp/value/engine.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace perlipc::builtin {

using Characters = std::u32string;

// Of one interpreter; read from the installed perl's tables when it is first used.
class NormalizeTables {
 public:
  explicit NormalizeTables(Engine& engine);

  int combining_class(char32_t c) const { return c < classes_.size() ? classes_[c] : 0; }
  // The whole decomposition; null: the character has none. Not for Hangul.
  const Characters* canonical(char32_t c) const { return find(canonical_, c); }
  const Characters* compatible(char32_t c) const { return find(compatible_, c); }
  // 0: the two do not compose. Excluded composites are given too.
  char32_t composite(char32_t first, char32_t second) const;
  bool is_exclusion(char32_t c) const { return exclusions_.contains(c); }
  bool is_singleton(char32_t c) const { return singletons_.contains(c); }
  bool is_non_starter(char32_t c) const { return non_starters_.contains(c); }
  // Never the result of composing.
  bool is_excluded(char32_t c) const {
    return is_exclusion(c) || is_singleton(c) || is_non_starter(c);
  }
  bool is_second(char32_t c) const;

  static bool is_hangul(char32_t c) { return c >= 0xac00 && c <= 0xd7a3; }
  static Characters hangul(char32_t c);

 private:
  using Map = std::unordered_map<char32_t, Characters>;
  static const Characters* find(const Map& map, char32_t c) {
    const auto found = map.find(c);
    return found == map.end() ? nullptr : &found->second;
  }
  void read_classes(std::string_view text);
  void read_decompositions(std::string_view text);
  void read_exclusions(std::string_view text);
  void expand(const Map& step, Map& whole) const;

  std::vector<std::uint8_t> classes_;
  Map canonical_, compatible_;
  std::unordered_map<std::uint64_t, char32_t> pairs_;
  std::unordered_set<char32_t> exclusions_, singletons_, non_starters_, seconds_;
};

}  // namespace perlipc::builtin
