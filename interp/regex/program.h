// One PCRE2 compilation of a pattern, for byte subjects or for UTF-8 subjects; private to the regex
// folder.
#pragma once

#include <cstddef>
#include <cstdint>

#include "interp/regex/translate.h"

struct pcre2_real_code_8;

namespace perlipc {

struct RegexProgram {
  RegexProgram() = default;
  ~RegexProgram();
  RegexProgram(const RegexProgram&) = delete;
  RegexProgram& operator=(const RegexProgram&) = delete;

  pcre2_real_code_8* code = nullptr;
  GAnchor g_anchor = GAnchor::None;
  int g_back_characters = 0;
  bool utf = false;
  bool jit = false;
  bool jit_tried = false;
  size_t work = 0;  // bytes matched so far, to decide when machine code pays
};

}  // namespace perlipc
