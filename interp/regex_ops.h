// Regex operations of the VM: pattern plans made by the compiler, match state kept per frame.
#pragma once
#include "interp/regex/regex.h"
#include "interp/regex/transliterate.h"
#include "interp/value/value.h"
#include <string>

namespace perlipc {

namespace MatchPart {
constexpr unsigned Before = 0x7f01, After = 0x7f02, LastParen = 0x7f03, LastClosed = 0x7f04;
}

// One m//, s///, qr// or split site.
struct PatternPlan {
  RegexFlags flags;
  bool constant = false, utf8 = false;
  bool global = false, keep_pos = false, once = false, copy = false;
  bool match_once = false, matched_once = false;   // m?? until reset
  bool awk = false, awk_if_space = false, space_pattern = false;
  unsigned parts = 0;               // pieces of an interpolated pattern on the stack
  std::string text;                 // constant pattern
  Regex* regex = nullptr;           // constant, or the last one used at this site (owned)
  std::string last_text;            // pattern text of `regex` for run-time patterns
  bool last_utf8 = false;
  ~PatternPlan() { if (regex) regex->release(); }
  // split /^/ means split /^/m (perlfunc split).
  void multi_line() {
    if (regex) regex->release();
    flags.m = true;
    RegexError error;
    regex = Regex::compile(text, utf8, flags, error);
  }
};

// A qr// object's body: what a blessed "Regexp" scalar holds.
struct RegexValue : Referent {
  Regex* regex;  // owned
  explicit RegexValue(Regex* r) : Referent(Type::Regex), regex(r) {}
};

// What $1, $& and friends read. Held by a frame's match slot.
struct MatchState : HeapObject {
  MatchState() : HeapObject(Type::MatchState) {}
  String* subject = nullptr;   // owned
  Regex* regex = nullptr;      // owned
  MatchOffsets offsets;
};

}  // namespace perlipc
