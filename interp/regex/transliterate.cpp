// Builds tr's tables as sorted disjoint ranges and runs them over bytes or UTF-8.

#include "interp/regex/transliterate.h"

#include <algorithm>
#include <cstdio>

#include "interp/regex/code_points.h"

namespace perlipc {
namespace {

struct Span {
  uint32_t first;
  uint32_t last;
};

std::string shown(uint32_t code, bool wide) {
  char buffer[24];
  if (wide) {
    std::snprintf(buffer, sizeof buffer, "\\x{%04X}", code);
    return buffer;
  }
  return std::string(1, static_cast<char>(code));
}

// perlop: a '-' between two characters makes a range unless it was escaped.
bool expand(std::span<const TransliterationChar> list, std::vector<Span>& spans,
            std::string& error) {
  auto dash = [&](size_t n) { return n < list.size() && list[n].code == '-' && !list[n].literal; };
  for (size_t n = 0; n < list.size();) {
    if (!dash(n + 1) || n + 2 >= list.size()) {
      const uint32_t code = list[n].code;
      if (!spans.empty() && spans.back().last + 1 == code) spans.back().last = code;
      else spans.push_back({code, code});
      ++n;
      continue;
    }
    uint32_t first = list[n].code;
    uint32_t last = list[n + 2].code;
    if (last < first) {
      auto printable = [](uint32_t code) { return code >= 0x20 && code <= 0x7e; };
      bool wide = !printable(first) || !printable(last);
      error = "Invalid range \"" + shown(first, wide) + "-" + shown(last, wide) +
              "\" in transliteration operator";
      return false;
    }
    spans.push_back({first, last});
    n += 3;
    if (dash(n) && n + 1 < list.size()) {
      error = "Ambiguous range in transliteration operator";
      return false;
    }
  }
  return true;
}

std::vector<Span> inverted(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.first < b.first; });
  std::vector<Span> out;
  uint32_t next = 0;
  for (const Span& span : spans) {
    if (span.first > next) out.push_back({next, span.first - 1});
    next = std::max(next, span.last + 1);
  }
  if (next <= largest_code_point) out.push_back({next, largest_code_point});
  return out;
}

}  // namespace

std::unique_ptr<Transliteration> Transliteration::compile(std::span<const TransliterationChar> from,
                                                          std::span<const TransliterationChar> to,
                                                          TransliterationFlags flags,
                                                          std::string& error) {
  std::vector<Span> sources;
  std::vector<Span> targets;
  if (!expand(from, sources, error) || !expand(to, targets, error)) return nullptr;
  if (flags.complement) sources = inverted(std::move(sources));
  std::unique_ptr<Transliteration> result(new Transliteration);
  result->flags_ = flags;
  bool to_self = targets.empty() && !flags.remove;
  size_t target_index = 0;
  uint32_t used = 0;  // characters taken from the current target span
  for (const Span& source : sources) {
    uint64_t at = source.first;
    while (at <= source.last) {
      uint64_t left = source.last - at + 1;
      uint64_t take = left;
      uint32_t target = removed;
      uint32_t step = 0;
      if (to_self) {
        target = static_cast<uint32_t>(at);
        step = 1;
      } else if (target_index < targets.size()) {
        const Span& span = targets[target_index];
        target = span.first + used;
        step = 1;
        take = std::min<uint64_t>(left, span.last - target + 1);
        used += static_cast<uint32_t>(take);
        if (target + take - 1 == span.last) {
          ++target_index;
          used = 0;
        }
      } else if (!flags.remove) {
        target = targets.back().last;
      }
      result->insert(
          {static_cast<uint32_t>(at), static_cast<uint32_t>(at + take - 1), target, step});
      at += take;
    }
  }
  result->finish();
  return result;
}

// Adds what no earlier range covers: the first mention of a character wins.
void Transliteration::insert(Range range) {
  uint64_t at = range.first;
  std::vector<Range> pieces;
  auto add_piece = [&](uint64_t first, uint64_t last) {
    uint32_t shift = static_cast<uint32_t>(first - range.first) * range.step;
    pieces.push_back({static_cast<uint32_t>(first), static_cast<uint32_t>(last),
                      range.target == removed ? removed : range.target + shift, range.step});
  };
  for (const Range& other : ranges_) {
    if (other.last < at || other.first > range.last) continue;
    if (other.first > at) add_piece(at, other.first - 1);
    at = uint64_t{other.last} + 1;
  }
  if (at <= range.last) add_piece(at, range.last);
  ranges_.insert(ranges_.end(), pieces.begin(), pieces.end());
  std::sort(ranges_.begin(), ranges_.end(),
            [](const Range& a, const Range& b) { return a.first < b.first; });
}

void Transliteration::finish() {
  identity_ = !flags_.squeeze;
  for (const Range& range : ranges_) {
    bool itself = range.target == range.first && (range.step == 1 || range.first == range.last);
    identity_ = identity_ && itself;
  }
  byte_map_ = !flags_.squeeze;
  bytes_only_ = true;
  for (uint32_t code = 0; code < 256; ++code) {
    uint32_t target = lookup_wide(code);
    low_[code] = target;
    counted_[code] = target != keep;
    bytes_[code] = static_cast<uint8_t>(target == keep ? code : target);
    if (target != keep && target > 0xff) byte_map_ = false;
    if (target < removed && target > 0xff) bytes_only_ = false;
  }
}

uint32_t Transliteration::lookup_wide(uint32_t code) const {
  auto range = std::upper_bound(ranges_.begin(), ranges_.end(), code,
                                [](uint32_t c, const Range& r) { return c < r.first; });
  if (range == ranges_.begin()) return keep;
  --range;
  if (code > range->last) return keep;
  if (range->target == removed) return removed;
  return range->target + (code - range->first) * range->step;
}

uint32_t Transliteration::lookup(uint32_t code) const {
  return code < 256 ? low_[code] : lookup_wide(code);
}

size_t Transliteration::count(std::string_view subject, bool utf8) const {
  size_t total = 0;
  if (!utf8) {
    for (char c : subject) total += counted_[static_cast<uint8_t>(c)];
    return total;
  }
  for (size_t pos = 0; pos < subject.size();) {
    uint8_t byte = static_cast<uint8_t>(subject[pos]);
    if (byte < 0x80) {
      total += counted_[byte];
      ++pos;
    } else {
      total += lookup(next_code_point(subject, pos)) != keep;
    }
  }
  return total;
}

size_t Transliteration::apply_in_place(char* bytes, size_t length) const {
  size_t total = 0;
  for (size_t n = 0; n < length; ++n) {
    uint8_t byte = static_cast<uint8_t>(bytes[n]);
    total += counted_[byte];
    bytes[n] = static_cast<char>(bytes_[byte]);
  }
  return total;
}

// Bytes that give a byte or none each.
void Transliteration::apply_to_bytes(std::string_view subject, Result& result) const {
  result.text.resize(subject.size());
  char* out = result.text.data();
  uint32_t last = keep;
  for (const char c : subject) {
    const uint32_t target = low_[static_cast<uint8_t>(c)];
    if (target == keep) {
      last = keep;
      *out++ = c;
      continue;
    }
    ++result.count;
    if (target == removed || (flags_.squeeze && target == last)) continue;
    last = target;
    *out++ = static_cast<char>(target);
  }
  result.text.resize(static_cast<size_t>(out - result.text.data()));
  result.changed = result.count > 0;
}

Transliteration::Result Transliteration::apply(std::string_view subject, bool utf8) const {
  Result result;
  if (identity_) {
    result.count = count(subject, utf8);
    return result;
  }
  result.utf8 = utf8;
  if (!utf8 && byte_map_) {
    result.text.assign(subject);
    result.count = apply_in_place(result.text.data(), result.text.size());
    result.changed = result.count > 0;
    return result;
  }
  if (!utf8 && bytes_only_) {
    apply_to_bytes(subject, result);
    return result;
  }
  result.text.reserve(subject.size());
  uint32_t last = keep;  // last character written by the table, for squeezing
  for (size_t pos = 0; pos < subject.size();) {
    size_t start = pos;
    uint32_t code = utf8 ? next_code_point(subject, pos) : static_cast<uint8_t>(subject[pos++]);
    uint32_t target = lookup(code);
    if (target == keep) {
      last = keep;
      if (result.utf8 && !utf8) append_utf8(result.text, code);
      else result.text.append(subject, start, pos - start);
      continue;
    }
    ++result.count;
    if (target == removed) continue;
    if (flags_.squeeze && target == last) continue;
    last = target;
    if (target > 0xff && !result.utf8) {
      // The string outgrows bytes: what is there becomes UTF-8 first.
      std::string upgraded;
      upgraded.reserve(subject.size() * 2);
      for (char c : result.text) append_utf8(upgraded, static_cast<uint8_t>(c));
      result.text = std::move(upgraded);
      result.utf8 = true;
    }
    if (result.utf8) append_utf8(result.text, target);
    else result.text += static_cast<char>(target);
  }
  result.changed = result.count > 0;
  return result;
}

}  // namespace perlipc
