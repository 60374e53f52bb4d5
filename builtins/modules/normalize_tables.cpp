// Reading the tables of normalization.
#include "builtins/modules/normalize_tables.h"
#include "interp/value/convert.h"

#include <charconv>

namespace perlipc::builtin {

namespace {

constexpr char32_t kL = 0x1100, kV = 0x1161, kT = 0x11a7, kS = 0xac00;
constexpr char32_t kVCount = 21, kTCount = 28, kLCount = 19;

std::string table(Engine& engine, std::string_view name) {
  engine.require_file("PerlIPC/Unicore.pm");
  const Value argument = Value::string(name);
  const Value text =
      engine.call_scalar(engine.glob("PerlIPC::Unicore::table", true)->code(), {&argument, 1});
  return std::string(Text(engine, text).view());
}

std::string_view take(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}
char32_t number(std::string_view text, int base) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, base);
  return value;
}

// Lines of "START\tEND\tVALUE"; without an end it is one character.
template <class F> void for_ranges(std::string_view text, F&& take_range) {
  while (!text.empty()) {
    std::string_view line = take(text, '\n');
    const std::string_view first = take(line, '\t'), last = take(line, '\t');
    if (first.empty() || line.empty()) continue;
    const char32_t from = number(first, 16);
    take_range(from, last.empty() ? from : number(last, 16), line);
  }
}

std::uint64_t pair_key(char32_t first, char32_t second) {
  return static_cast<std::uint64_t>(first) << 32 | second;
}

}  // namespace

NormalizeTables::NormalizeTables(Engine& engine) {
  read_classes(table(engine, "CombiningClass.pl"));
  read_exclusions(table(engine, "lib/CE/Y.pl"));
  read_decompositions(table(engine, "Decomposition.pl"));
}

void NormalizeTables::read_classes(std::string_view text) {
  for_ranges(text, [this](char32_t from, char32_t to, std::string_view value) {
    if (to >= classes_.size()) classes_.resize(to + 1);
    for (char32_t c = from; c <= to; ++c)
      classes_[c] = static_cast<std::uint8_t>(number(value, 10));
  });
}

// "V" and a count, then where ranges begin and where they have ended.
void NormalizeTables::read_exclusions(std::string_view text) {
  std::vector<char32_t> bounds;
  while (!text.empty()) {
    const std::string_view line = take(text, '\n');
    if (!line.empty() && line[0] >= '0' && line[0] <= '9') bounds.push_back(number(line, 10));
  }
  for (std::size_t i = 0; i + 1 < bounds.size(); i += 2) {
    for (char32_t c = bounds[i]; c < bounds[i + 1]; ++c) exclusions_.insert(c);
  }
}

void NormalizeTables::read_decompositions(std::string_view text) {
  Map canonical, compatible;
  for_ranges(text, [&](char32_t from, char32_t to, std::string_view value) {
    const bool tagged = value.starts_with('<');
    if (tagged) (void)take(value, ' ');
    Characters parts;
    while (!value.empty()) parts += number(take(value, ' '), 16);
    for (char32_t c = from; c <= to; ++c) {
      if (is_hangul(c)) continue;
      compatible.emplace(c, parts);
      if (!tagged) canonical.emplace(c, parts);
    }
  });
  for (const auto& [c, parts] : canonical) {
    if (parts.size() == 1) {
      singletons_.insert(c);
      continue;
    }
    pairs_.emplace(pair_key(parts[0], parts[1]), c);
    if (combining_class(c) != 0 || combining_class(parts[0]) != 0) non_starters_.insert(c);
    else if (!is_exclusion(c)) seconds_.insert(parts[1]);
  }
  expand(canonical, canonical_);
  expand(compatible, compatible_);
}

// Decomposes what a decomposition consists of, as long as that has one.
void NormalizeTables::expand(const Map& step, Map& whole) const {
  for (const auto& [c, parts] : step) {
    Characters now = parts;
    for (bool changed = true; changed;) {
      changed = false;
      Characters next;
      for (const char32_t part : now) {
        const Characters* inner = find(step, part);
        changed = changed || inner;
        if (inner) next += *inner;
        else next += part;
      }
      now = std::move(next);
    }
    whole.emplace(c, std::move(now));
  }
}

char32_t NormalizeTables::composite(char32_t first, char32_t second) const {
  if (first >= kL && first < kL + kLCount && second >= kV && second < kV + kVCount)
    return kS + ((first - kL) * kVCount + (second - kV)) * kTCount;
  if (is_hangul(first) && (first - kS) % kTCount == 0 && second > kT && second < kT + kTCount)
    return first + (second - kT);
  const auto found = pairs_.find(pair_key(first, second));
  return found == pairs_.end() ? 0 : found->second;
}

bool NormalizeTables::is_second(char32_t c) const {
  return (c >= kV && c < kV + kVCount) || (c > kT && c < kT + kTCount) || seconds_.contains(c);
}

Characters NormalizeTables::hangul(char32_t c) {
  const char32_t index = c - kS;
  Characters parts{kL + index / (kVCount * kTCount), kV + index % (kVCount * kTCount) / kTCount};
  if (index % kTCount != 0) parts += kT + index % kTCount;
  return parts;
}

}  // namespace perlipc::builtin
