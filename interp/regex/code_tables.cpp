// Builds the Latin-1 tables from our own class definitions and proves the layout on ASCII first.

#include "interp/regex/code_tables.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "interp/regex/char_class.h"

namespace perlipc {
namespace {

// Layout: lower-casing, case flipping, ten 256-bit class maps, a type byte per character.
constexpr size_t lower_offset = 0;
constexpr size_t flip_offset = 256;
constexpr size_t maps_offset = 512;
constexpr size_t types_offset = 832;
constexpr size_t tables_length = 1088;
using Tables = std::array<uint8_t, tables_length>;

constexpr std::string_view map_classes[] = {"space", "xdigit", "digit", "upper", "lower",
                                            "word",  "graph",  "print", "punct", "cntrl"};
struct TypeBit {
  std::string_view name;
  uint8_t bit;
};
constexpr TypeBit type_bits[] = {
    {"space", 1}, {"alpha", 2}, {"lower", 4}, {"digit", 8}, {"word", 16}};

template <typename Visit> void for_each_member(std::string_view name, bool latin1, Visit visit) {
  CharSet set = *posix_class(name, latin1, false, true);
  for (const CharSet::Range& range : set.ranges) {
    for (uint32_t code = range.first; code <= range.last && code < 256; ++code) visit(code);
  }
}

uint8_t partner(uint32_t code, bool latin1) {
  bool upper =
      (code >= 'A' && code <= 'Z') || (latin1 && code >= 0xc0 && code <= 0xde && code != 0xd7);
  bool lower =
      (code >= 'a' && code <= 'z') || (latin1 && code >= 0xe0 && code <= 0xfe && code != 0xf7);
  return static_cast<uint8_t>(upper ? code + 0x20 : lower ? code - 0x20 : code);
}

Tables make_tables(bool latin1) {
  Tables tables{};
  for (uint32_t code = 0; code < 256; ++code) {
    uint8_t other = partner(code, latin1);
    tables[lower_offset + code] = other > code ? other : static_cast<uint8_t>(code);
    tables[flip_offset + code] = other;
  }
  size_t map = maps_offset;
  for (std::string_view name : map_classes) {
    for_each_member(name, latin1, [&](uint32_t code) {
      tables[map + code / 8] |= static_cast<uint8_t>(1u << (code % 8));
    });
    map += 32;
  }
  for (const TypeBit& type : type_bits) {
    for_each_member(type.name, latin1,
                    [&](uint32_t code) { tables[types_offset + code] |= type.bit; });
  }
  return tables;
}

bool layout_is_known() {
  uint32_t length = 0;
  pcre2_config(PCRE2_CONFIG_TABLES_LENGTH, &length);
  if (length != tables_length) return false;
  const uint8_t* reference = pcre2_maketables(nullptr);
  if (reference == nullptr) return false;
  // pcre2_maketables follows the C locale of the process: compare ASCII only.
  Tables own = make_tables(false);
  bool same = true;
  for (size_t code = 0; code < 128 && same; ++code) {
    same = own[lower_offset + code] == reference[lower_offset + code] &&
           own[flip_offset + code] == reference[flip_offset + code] &&
           own[types_offset + code] == reference[types_offset + code];
  }
  for (size_t map = 0; map < 10 && same; ++map) {
    size_t offset = maps_offset + map * 32;
    same = std::memcmp(&own[offset], reference + offset, 16) == 0;
  }
  pcre2_maketables_free(nullptr, reference);
  return same;
}

}  // namespace

const uint8_t* latin1_code_tables() {
  static const bool known = layout_is_known();
  static const Tables tables = make_tables(true);
  return known ? tables.data() : nullptr;
}

}  // namespace perlipc
