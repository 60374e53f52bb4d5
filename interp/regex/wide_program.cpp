// The 32-bit side of matching; see wide_program.h.

#include "interp/regex/wide_program.h"

#define PCRE2_CODE_UNIT_WIDTH 32
#include <pcre2.h>

#include <algorithm>
#include <cstring>

#include "interp/regex/code_points.h"

namespace perlipc {

WideProgram::WideProgram(const std::string& text, uint32_t options, bool utf, const uint8_t* tables)
    : utf_(utf) {
  std::vector<uint32_t> pattern;
  for (size_t p = 0; p < text.size();) pattern.push_back(next_code_point(text, p));
  pcre2_compile_context* context = pcre2_compile_context_create(nullptr);
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);
  pcre2_set_bsr(context, PCRE2_BSR_UNICODE);
  pcre2_set_parens_nest_limit(context, 1000);
  if (tables != nullptr) pcre2_set_character_tables(context, tables);
  PCRE2_SIZE offset = 0;
  code_ = pcre2_compile(pattern.data(), pattern.size(), options, &error_, &offset, context);
  pcre2_compile_context_free(context);
  if (code_ == nullptr) return;
  pcre2_jit_compile(code_, PCRE2_JIT_COMPLETE);
  data_ = pcre2_match_data_create_from_pattern(code_, nullptr);
  context_ = pcre2_match_context_create(nullptr);
}

WideProgram::~WideProgram() {
  pcre2_match_data_free(data_);
  pcre2_match_context_free(context_);
  pcre2_code_free(code_);
}

void WideProgram::read_subject(std::string_view subject) {
  if (subject == subject_ && characters_.capacity() > 0) return;
  subject_ = subject;
  characters_.clear();
  byte_of_.clear();
  characters_.reserve(subject.size() + 1);
  for (size_t p = 0; p < subject.size();) {
    if (utf_) byte_of_.push_back(p);
    characters_.push_back(utf_ ? next_code_point(subject, p) : static_cast<uint8_t>(subject[p++]));
  }
  if (utf_) byte_of_.push_back(subject.size());
}

size_t WideProgram::to_character(size_t byte) const {
  if (byte_of_.empty()) return byte;
  auto found = std::lower_bound(byte_of_.begin(), byte_of_.end(), byte);
  return static_cast<size_t>(found - byte_of_.begin());
}

bool WideProgram::match(std::string_view subject, size_t start, uint32_t options,
                        SafepointPoll* poll, int& result, MatchOffsets::Span* spans,
                        size_t groups) {
  constexpr uint32_t first_limit = 2'000'000;
  constexpr uint32_t last_limit = UINT32_MAX / 2;
  read_subject(subject);
  for (uint32_t limit = first_limit;; limit *= 2) {
    pcre2_set_match_limit(context_, limit);
    result = pcre2_match(code_, characters_.data(), characters_.size(), to_character(start),
                         options, data_, context_);
    bool no_room = result == PCRE2_ERROR_JIT_STACKLIMIT;
    if (no_room) options |= PCRE2_NO_JIT;
    else if (result != PCRE2_ERROR_MATCHLIMIT || limit > last_limit) break;
    if (poll != nullptr && !poll->poll()) return false;
  }
  if (result < 0) return true;
  const PCRE2_SIZE* found = pcre2_get_ovector_pointer(data_);
  auto to_byte = [&](size_t at) {
    return at == PCRE2_UNSET || byte_of_.empty() ? at : byte_of_[at];
  };
  for (size_t n = 0; n < groups; ++n) {
    spans[n] = {to_byte(found[2 * n]), to_byte(found[2 * n + 1])};
  }
  return true;
}

}  // namespace perlipc
