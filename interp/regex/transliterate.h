// tr/// and y///: compiles the two lists into tables and applies them to byte or UTF-8 strings
// (perlop "Quote-Like Operators").
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace perlipc {

// One character of a tr list, escapes already resolved. `literal` marks one that was written as an
// escape, so that a '-' with it set never makes a range.
struct TransliterationChar {
  uint32_t code = 0;
  bool literal = false;
};

struct TransliterationFlags {
  bool complement = false;   // c
  bool remove = false;       // d
  bool squeeze = false;      // s
  bool return_copy = false;  // r, only remembered for the caller
};

// Immutable once compiled.
class Transliteration {
 public:
  struct Result {
    size_t count = 0;      // what tr returns: characters that matched
    bool changed = false;  // `text` holds a new string; otherwise the subject stands as it is
    bool utf8 = false;     // encoding of `text`
    std::string text;
  };

  // Null and perl's message in `error` (without " at FILE line N.") when a list is malformed.
  static std::unique_ptr<Transliteration> compile(std::span<const TransliterationChar> from,
                                                  std::span<const TransliterationChar> to,
                                                  TransliterationFlags flags, std::string& error);

  const TransliterationFlags& flags() const { return flags_; }
  // True when no subject can ever change: only count() is needed and the target need not be
  // modifiable (perlop: "If the /r flag is used ... if the REPLACEMENTLIST is empty").
  bool is_identity() const { return identity_; }

  size_t count(std::string_view subject, bool utf8) const;
  Result apply(std::string_view subject, bool utf8) const;
  // True when a byte string can be changed in its own buffer with apply_in_place: one byte gives
  // one byte.
  bool is_byte_map() const { return byte_map_; }
  // Changes `length` bytes at `bytes`, returns the count. Only when is_byte_map().
  size_t apply_in_place(char* bytes, size_t length) const;

 private:
  static constexpr uint32_t keep = UINT32_MAX;         // not in the search list
  static constexpr uint32_t removed = UINT32_MAX - 1;  // in the list, deleted by /d

  // Code points first..last map to target, target+1, ... (step 1) or all to target (step 0).
  struct Range {
    uint32_t first;
    uint32_t last;
    uint32_t target;
    uint32_t step;
  };

  Transliteration() = default;
  void insert(Range range);
  void finish();
  void apply_to_bytes(std::string_view subject, Result& result) const;
  uint32_t lookup(uint32_t code) const;
  uint32_t lookup_wide(uint32_t code) const;

  TransliterationFlags flags_;
  bool identity_ = false;
  bool byte_map_ = false;
  bool bytes_only_ = false;          // characters below 256 give none above
  std::array<uint32_t, 256> low_{};  // answers for code points below 256
  std::array<uint8_t, 256> bytes_{};
  std::array<uint8_t, 256> counted_{};
  std::vector<Range> ranges_;  // sorted, disjoint; covers everything in the search list
};

}  // namespace perlipc
