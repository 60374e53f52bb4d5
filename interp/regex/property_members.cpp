// Lists the members of a property by asking PCRE2 about every character.

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <string>

#include "interp/regex/char_class.h"
#include "interp/regex/code_points.h"
#include "interp/regex/regex.h"

namespace perlipc {
namespace {

constexpr uint32_t last_code = 0x10ffff;
constexpr uint32_t first_surrogate = 0xd800;
constexpr uint32_t last_surrogate = 0xdfff;

std::string all_characters() {
  std::string all;
  all.reserve(size_t{4} * last_code);
  for (uint32_t code = 0; code <= last_code; ++code) {
    if (code < first_surrogate || code > last_surrogate) append_utf8(all, code);
  }
  return all;
}

}  // namespace

bool property_members(std::string_view name, PropertySource::Ranges& ranges) {
  PropertyLookup lookup = unicode_property(name, false);
  if (lookup.verdict != PropertyLookup::Verdict::Found) return false;
  std::string pattern = (lookup.negated ? "[^" : "[") + class_text(lookup.set, last_code) + "]++";
  int error = 0;
  PCRE2_SIZE error_offset = 0;
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                                   PCRE2_UTF | PCRE2_NO_UTF_CHECK, &error, &error_offset, nullptr);
  if (code == nullptr) return false;
  pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
  static const std::string subject = all_characters();
  size_t at = 0;
  while (pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(), at,
                     PCRE2_NO_UTF_CHECK, data, nullptr) > 0) {
    const PCRE2_SIZE* span = pcre2_get_ovector_pointer(data);
    size_t first = span[0];
    size_t last = span[1] - 1;
    while (last > first && (static_cast<uint8_t>(subject[last]) & 0xc0) == 0x80) --last;
    at = span[1];
    uint32_t from = next_code_point(subject, first);
    ranges.emplace_back(from, next_code_point(subject, last));
  }
  pcre2_match_data_free(data);
  pcre2_code_free(code);
  return true;
}

}  // namespace perlipc
