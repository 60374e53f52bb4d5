// The sets behind \w, [:alpha:] and friends, and how they become PCRE2 class text.

#include "interp/regex/char_class.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace perlipc {
namespace {

using Range = CharSet::Range;

bool is_ascii_alnum(uint32_t code) {
  return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
         (code >= 'a' && code <= 'z');
}

CharSet from_ranges(std::initializer_list<Range> ranges) {
  CharSet set;
  set.ranges = ranges;
  return set;
}

// Sorted and merged copy, cut to the limit.
std::vector<Range> normalised(std::vector<Range> ranges, uint32_t limit) {
  std::sort(ranges.begin(), ranges.end(),
            [](const Range& a, const Range& b) { return a.first < b.first; });
  std::vector<Range> merged;
  for (Range range : ranges) {
    if (range.first > limit) break;
    range.last = std::min(range.last, limit);
    if (!merged.empty() && range.first <= merged.back().last + 1) {
      merged.back().last = std::max(merged.back().last, range.last);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

// Code points 128-255 of each class as Unicode 14 has them, for byte subjects (no properties
// needed, so that complements stay exact and fast).
struct NamedClass {
  std::string_view name;
  CharSet ascii;
  CharSet latin1;                         // additions in 128..255
  std::vector<std::string_view> unicode;  // PCRE2 properties for the whole of Unicode
  CharSet unicode_extra;                  // code points the properties leave out
};

const CharSet& latin1_letters() {
  static const CharSet set = from_ranges(
      {{0xaa, 0xaa}, {0xb5, 0xb5}, {0xba, 0xba}, {0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0xff}});
  return set;
}

const CharSet& unicode_space() {
  static const CharSet set = from_ranges({{0x85, 0x85},
                                          {0xa0, 0xa0},
                                          {0x1680, 0x1680},
                                          {0x2000, 0x200a},
                                          {0x2028, 0x2029},
                                          {0x202f, 0x202f},
                                          {0x205f, 0x205f},
                                          {0x3000, 0x3000}});
  return set;
}

const std::vector<NamedClass>& named_classes() {
  static const std::vector<NamedClass> classes = {
      {"alpha", from_ranges({{'A', 'Z'}, {'a', 'z'}}), latin1_letters(), {"Alphabetic"}, {}},
      {"digit", from_ranges({{'0', '9'}}), {}, {"Nd"}, {}},
      {"alnum",
       from_ranges({{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}),
       latin1_letters(),
       {"Alphabetic", "Nd"},
       {}},
      {"lower",
       from_ranges({{'a', 'z'}}),
       from_ranges({{0xaa, 0xaa}, {0xb5, 0xb5}, {0xba, 0xba}, {0xdf, 0xf6}, {0xf8, 0xff}}),
       {"Lowercase"},
       {}},
      {"upper",
       from_ranges({{'A', 'Z'}}),
       from_ranges({{0xc0, 0xd6}, {0xd8, 0xde}}),
       {"Uppercase"},
       {}},
      {"cased",
       from_ranges({{'A', 'Z'}, {'a', 'z'}}),
       latin1_letters(),
       {"Lowercase", "Uppercase", "Lt"},
       {}},
      {"punct",
       from_ranges({{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}}),
       from_ranges(
           {{0xa1, 0xa1}, {0xa7, 0xa7}, {0xab, 0xab}, {0xb6, 0xb7}, {0xbb, 0xbb}, {0xbf, 0xbf}}),
       {"P"},
       {}},
      {"space",
       from_ranges({{0x09, 0x0d}, {' ', ' '}}),
       from_ranges({{0x85, 0x85}, {0xa0, 0xa0}}),
       {},
       unicode_space()},
      {"blank",
       from_ranges({{'\t', '\t'}, {' ', ' '}}),
       from_ranges({{0xa0, 0xa0}}),
       {},
       from_ranges({{0xa0, 0xa0},
                    {0x1680, 0x1680},
                    {0x2000, 0x200a},
                    {0x202f, 0x202f},
                    {0x205f, 0x205f},
                    {0x3000, 0x3000}})},
      {"cntrl",
       from_ranges({{0x00, 0x1f}, {0x7f, 0x7f}}),
       from_ranges({{0x80, 0x9f}}),
       {},
       from_ranges({{0x80, 0x9f}})},
      {"graph",
       from_ranges({{'!', '~'}}),
       from_ranges({{0xa1, 0xff}}),
       {"L", "M", "N", "P", "S", "Cf", "Co"},
       {}},
      {"print",
       from_ranges({{' ', '~'}}),
       from_ranges({{0xa0, 0xff}}),
       {"L", "M", "N", "P", "S", "Cf", "Co", "Zs"},
       {}},
      {"word",
       from_ranges({{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}),
       latin1_letters(),
       {"Alphabetic", "M", "Nd", "Pc"},
       from_ranges({{0x200c, 0x200d}})},
      {"xdigit",
       from_ranges({{'0', '9'}, {'A', 'F'}, {'a', 'f'}}),
       {},
       {},
       from_ranges({{0xff10, 0xff19}, {0xff21, 0xff26}, {0xff41, 0xff46}})},
      {"ascii", from_ranges({{0x00, 0x7f}}), {}, {}, {}},
  };
  return classes;
}

}  // namespace

void CharSet::add(const CharSet& other) {
  ranges.insert(ranges.end(), other.ranges.begin(), other.ranges.end());
  properties.insert(properties.end(), other.properties.begin(), other.properties.end());
}

void append_code_point(std::string& out, uint32_t code) {
  if (is_ascii_alnum(code) || code == '_') {
    out += static_cast<char>(code);
  } else if (code > 0x20 && code < 0x7f) {
    out += '\\';
    out += static_cast<char>(code);
  } else {
    char buffer[16];
    int length = std::snprintf(buffer, sizeof buffer, "\\x{%x}", code);
    out.append(buffer, static_cast<size_t>(length));
  }
}

std::string class_text(const CharSet& set, uint32_t limit) {
  std::string out;
  auto surrogate = [](uint32_t code) { return code >= 0xd800 && code <= 0xdfff; };
  for (Range range : normalised(set.ranges, limit)) {
    // PCRE2 refuses to see surrogates written out.
    if (surrogate(range.first)) range.first = 0xe000;
    if (surrogate(range.last)) range.last = 0xd7ff;
    if (range.first > range.last) continue;
    append_code_point(out, range.first);
    if (range.last == range.first) continue;
    if (range.last > range.first + 1) out += '-';
    append_code_point(out, range.last);
  }
  for (const CharSet::Property& property : set.properties) {
    out += property.negated ? "\\P{" : "\\p{";
    out += property.name;
    out += '}';
  }
  return out;
}

std::optional<CharSet> complement(const CharSet& set, uint32_t limit) {
  CharSet result;
  if (!set.properties.empty()) {
    if (set.properties.size() > 1 || !set.ranges.empty()) return std::nullopt;
    result.properties.push_back(set.properties.front());
    result.properties.front().negated = !result.properties.front().negated;
    return result;
  }
  uint32_t next = 0;
  for (const Range& range : normalised(set.ranges, limit)) {
    if (range.first > next) result.add(next, range.first - 1);
    next = range.last + 1;
  }
  if (next <= limit) result.add(next, limit);
  return result;
}

std::optional<CharSet> posix_class(std::string_view name, bool unicode, bool caseless, bool bytes) {
  if (caseless && (name == "upper" || name == "lower")) name = "cased";
  else if (name == "cased") return std::nullopt;
  for (const NamedClass& entry : named_classes()) {
    if (entry.name != name) continue;
    CharSet set = entry.ascii;
    if (!unicode) return set;
    set.add(entry.latin1);
    if (bytes) return set;
    for (std::string_view property : entry.unicode) {
      set.properties.push_back({std::string(property), false});
    }
    set.add(entry.unicode_extra);
    return set;
  }
  return std::nullopt;
}

const CharSet& horizontal_space() {
  static const CharSet set = *posix_class("blank", true, false, false);
  return set;
}

const CharSet& vertical_space() {
  static const CharSet set = from_ranges({{0x0a, 0x0d}, {0x85, 0x85}, {0x2028, 0x2029}});
  return set;
}

}  // namespace perlipc
