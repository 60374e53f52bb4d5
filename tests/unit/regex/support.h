// Helpers of the regex tests: compile-or-explain, and matches as readable text.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "interp/regex/regex.h"

namespace perlipc::test {

struct Releaser {
  void operator()(Regex* regex) const { regex->release(); }
};
using RegexPointer = std::unique_ptr<Regex, Releaser>;

// Modifier letters as after m//; "aa" and "xx" as in perl.
inline RegexFlags flags_of(std::string_view letters) {
  RegexFlags flags;
  for (char letter : letters) {
    switch (letter) {
      case 'i': flags.i = true; break;
      case 'm': flags.m = true; break;
      case 's': flags.s = true; break;
      case 'n': flags.n = true; break;
      case 'p': flags.p = true; break;
      case 'x':
        flags.xx = flags.x;
        flags.x = true;
        break;
      case 'u': flags.charset = RegexFlags::Unicode; break;
      case 'l': flags.charset = RegexFlags::Locale; break;
      case 'a':
        flags.charset =
            flags.charset == RegexFlags::Ascii ? RegexFlags::AsciiStrict : RegexFlags::Ascii;
        break;
      default: break;
    }
  }
  return flags;
}

inline RegexPointer compile(std::string_view pattern, std::string_view flags = "",
                            bool utf8 = false) {
  RegexError error;
  return RegexPointer(Regex::compile(pattern, utf8, flags_of(flags), error));
}

inline std::string compile_error(std::string_view pattern, std::string_view flags = "") {
  RegexError error;
  RegexPointer regex(Regex::compile(pattern, false, flags_of(flags), error));
  return regex ? std::string("compiled") : error.message;
}

// "[start,end start,end ...]" for the match and its groups ("-" when unset), "no" for no match.
inline std::string show(const MatchOffsets& offsets) {
  std::string out = "[";
  for (size_t group = 0; group < offsets.size(); ++group) {
    if (group > 0) out += ' ';
    if (!offsets.matched(group)) {
      out += '-';
      continue;
    }
    out += std::to_string(offsets.start(group)) + "," + std::to_string(offsets.end(group));
  }
  return out + "]";
}

// The matches of m//g, run three times so that the interpreter and the machine code both answer.
inline std::string all_matches(std::string_view pattern, std::string_view subject,
                               std::string_view flags = "", bool subject_utf8 = false,
                               bool pattern_utf8 = false) {
  RegexError error;
  RegexPointer regex(Regex::compile(pattern, pattern_utf8, flags_of(flags), error));
  if (!regex) return error.message;
  RegexMachine machine;
  MatchOffsets offsets;
  std::string first;
  for (int round = 0; round < 3; ++round) {
    std::string out;
    size_t start = 0;
    unsigned options = 0;
    for (int n = 0; n < 20; ++n) {
      MatchStatus status =
          regex->exec(machine, subject, subject_utf8, start, options, start, offsets, nullptr);
      if (status != MatchStatus::Match) {
        if (status == MatchStatus::Error) out += machine.error();
        break;
      }
      out += show(offsets);
      start = offsets.end(0);
      options = offsets.end(0) == offsets.start(0) ? NotEmptyAtStart : 0u;
    }
    if (out.empty()) out = "no";
    if (round > 0 && out != first) return "unstable: " + first + " then " + out;
    first = out;
  }
  return first;
}

inline bool matches(std::string_view pattern, std::string_view subject, std::string_view flags = "",
                    bool subject_utf8 = false, bool pattern_utf8 = false) {
  return all_matches(pattern, subject, flags, subject_utf8, pattern_utf8).front() == '[';
}

}  // namespace perlipc::test
