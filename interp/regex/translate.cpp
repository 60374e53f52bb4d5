// Drives the translator's passes and converts pattern text to code points and back.

#include "interp/regex/translate.h"

#include "interp/regex/code_points.h"
#include "interp/regex/pattern_translator.h"

namespace perlipc {
std::u32string decode_pattern(std::string_view pattern, bool utf8) {
  std::u32string out;
  out.reserve(pattern.size());
  for (size_t p = 0; p < pattern.size();) {
    uint32_t code = utf8 ? next_code_point(pattern, p) : static_cast<uint8_t>(pattern[p++]);
    out += static_cast<char32_t>(code);
  }
  return out;
}

std::string encode_pattern(std::u32string_view text, bool utf8) {
  std::string out;
  out.reserve(text.size());
  for (char32_t code : text) {
    if (utf8) append_utf8(out, code);
    else out += static_cast<char>(code);
  }
  return out;
}

bool translate_pattern(const std::u32string& pattern, bool utf8, const RegexFlags& flags,
                       SubjectEncoding encoding, TranslatedPattern& result, RegexError& error,
                       const TranslateOptions& options) {
  PatternFacts facts;
  facts.latin1_tables = options.latin1_tables;
  try {
    for (;;) {
      result = TranslatedPattern{};
      PatternTranslator pass(pattern, utf8, flags, encoding, facts, options, result);
      bool done = pass.run();
      PatternFacts next = pass.facts();
      if (done) return true;
      facts = std::move(next);
    }
  } catch (PatternFailure& failure) {
    error = std::move(failure.error);
    error.utf8 = utf8;
    return false;
  }
}

}  // namespace perlipc
