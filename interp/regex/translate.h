// Turns Perl pattern text into PCRE2 pattern text, once per subject encoding, and finds out on the
// way everything the matcher needs to know. All of perl's syntax errors come from here.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interp/regex/regex.h"

namespace perlipc {

// What the subject's bytes are when the translated pattern runs.
enum class SubjectEncoding : uint8_t { Bytes, Utf8 };

// How \G has to be run.
enum class GAnchor : uint8_t {
  None,
  Leading,   // first thing in the pattern: PCRE2's own \G
  Floating,  // elsewhere: a callout compares positions
};

// A pattern that is nothing but literal characters, maybe anchored.
struct LiteralShape {
  enum class End : uint8_t { Open, EndOfString, EndOrNewline };

  bool valid = false;
  bool at_start = false;  // ^ or \A in front
  End end = End::Open;    // \z or $ behind
  std::u32string text;
};

// A lookbehind as it closes.
struct LookbehindNote {
  bool captures = false;
  std::string warning;  // to be given when it captures and varies in length
};

struct TranslatedPattern {
  std::string text;  // for pcre2_compile, ASCII but for verb names
  uint32_t capture_count = 0;
  bool latin1_tables = false;     // byte mode: characters 128-255 follow Unicode rules somewhere
  bool requires_unicode = false;  // \p, \N{}, code points > 255: /d means /u throughout
  bool requires_utf8 = false;     // a code point above 255 is written: the pattern is UTF-8
  bool shows_unicode = false;     // stringifies as (?^u:...) though no modifier says so
  bool open_comment = false;      // ends inside an /x comment
  bool caseless = false;          // some letter folds
  bool has_lookbehind = false;
  bool has_verbs = false;
  bool names_verbs = false;          // (*PRUNE:name) and its like
  bool lookbehind_too_long = false;  // one refers to text of unknown length
  GAnchor g_anchor = GAnchor::None;
  int g_back_characters = 0;  // characters in front of a floating \G, -1 when not known
  int tail_characters = -1;   // every match lies within so many characters before the end; -1: any
  LiteralShape literal;
  std::vector<Regex::NamedGroup> names;
  std::vector<uint32_t> close_order;    // by group number; 0: never closed
  std::vector<bool> inside_lookaround;  // by group number
  std::vector<RegexWarning> warnings;
  std::vector<LookbehindNote> lookbehinds;
  bool postpones = false;  // has a (??{ }): calls the group named by postponed_group
};

// The group that a program with (??{ }) defines: it chooses among the patterns known so far.
inline constexpr std::string_view postponed_group = "postponed";

// What differs when a pattern is translated as a part of a larger program.
struct TranslateOptions {
  std::span<const CodeSpan> code;  // the code blocks
  size_t first_code = 0;           // number of the first one in the program
  uint32_t group_base = 0;         // the pattern is the body of this group
  bool latin1_tables = false;      // the program has them
  PropertySource* source = nullptr;
  PropertyTable* properties = nullptr;  // what it has answered
};

// Code points of pattern text; perl's extended UTF-8 is accepted, malformed bytes stand for
// themselves.
std::u32string decode_pattern(std::string_view pattern, bool utf8);
// The reverse, for messages and stringification.
std::string encode_pattern(std::u32string_view text, bool utf8);

// False and `error` filled when perl would refuse the pattern or perlipc does.
bool translate_pattern(const std::u32string& pattern, bool utf8, const RegexFlags& flags,
                       SubjectEncoding encoding, TranslatedPattern& result, RegexError& error,
                       const TranslateOptions& options = {});

// Rewrites the lookbehinds of translated text whose alternatives differ in length into alternatives
// of fixed length, the only kind PCRE2 takes; the longest is tried first. Returns the verdict on
// the lengths; `varies` tells for each lookbehind, in closing order, whether it is such a one.
enum class LookbehindExpansion : uint8_t { Done, TooLong, Unsupported };
LookbehindExpansion expand_lookbehinds(std::string& text, std::vector<bool>& varies);

}  // namespace perlipc
