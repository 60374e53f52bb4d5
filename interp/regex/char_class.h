// Sets of characters as PCRE2 class text: perl's \w \d \s, POSIX classes and \p{} properties.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perlipc {

// A set of code points: explicit ranges plus PCRE2 property names. Kept apart so that a set
// without properties can be complemented exactly.
struct CharSet {
  struct Range {
    uint32_t first;
    uint32_t last;
  };
  struct Property {
    std::string name;  // between the braces of \p{}
    bool negated = false;
  };

  std::vector<Range> ranges;
  std::vector<Property> properties;
  bool folds = false;  // takes part in the folding of /i

  bool empty() const { return ranges.empty() && properties.empty(); }
  void add(uint32_t first, uint32_t last) { ranges.push_back({first, last}); }
  void add(const CharSet& other);
};

// Text for one code point that is safe inside and outside [...].
void append_code_point(std::string& out, uint32_t code);
// The inside of [...] for a set; ranges are cut to [0, limit].
std::string class_text(const CharSet& set, uint32_t limit);
// The complement within [0, limit], when it can be written as a set.
std::optional<CharSet> complement(const CharSet& set, uint32_t limit);

// The named class ("alpha", "word", ...) under ASCII or Unicode rules; null for an unknown name.
// `caseless`: upper and lower mean any cased letter. `bytes`: only code points below 256 matter.
std::optional<CharSet> posix_class(std::string_view name, bool unicode, bool caseless, bool bytes);

// White space classes that perl defines by list.
const CharSet& horizontal_space();
const CharSet& vertical_space();

// Answer for the name inside \p{...}.
struct PropertyLookup {
  enum class Verdict : uint8_t { Found, Unknown, Unsupported };
  Verdict verdict = Verdict::Unknown;
  CharSet set;
  bool negated = false;  // the name itself asks for the complement (Alpha=No)
};
PropertyLookup unicode_property(std::string_view name, bool caseless);
// perlunicode "User-Defined Character Properties": a sub whose name begins with In or Is.
bool may_be_user_defined(std::string_view name);

}  // namespace perlipc
