// One PCRE2 compilation of a pattern, for byte subjects or for UTF-8 subjects; private to the regex
// folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "interp/regex/translate.h"
#include "interp/regex/wide_program.h"

struct pcre2_real_code_8;

namespace perlipc {

// What is said of a match that PCRE2 has given up with this error.
std::string match_failure(int error);

struct RegexProgram {
  RegexProgram() = default;
  ~RegexProgram();
  RegexProgram(const RegexProgram&) = delete;
  RegexProgram& operator=(const RegexProgram&) = delete;

  pcre2_real_code_8* code = nullptr;
  std::unique_ptr<WideProgram> wide;  // instead of `code`, for the largest patterns
  GAnchor g_anchor = GAnchor::None;
  int g_back_characters = 0;
  int required = -1;  // a byte that every match holds
  int tail = -1;      // every match lies within this many characters before the end, -1: anywhere
  bool utf = false;
  bool jit = false;
  bool jit_tried = false;
  size_t work = 0;  // bytes matched so far, to decide when machine code pays
};

// pcre2_compile with perlipc's settings; null and an error code when it refuses.
pcre2_real_code_8* compile_text(const std::string& text, const RegexFlags& flags, bool utf,
                                bool latin1_tables, uint32_t options, int& error_code);

// Options for patterns with code: every attempt that perl makes has to show.
extern const uint32_t code_options;

}  // namespace perlipc
