// Patterns whose compiled form outgrows the 64 KiB that PCRE2's 8-bit library has room for: the
// 32-bit library has no such limit, at the price of a copy of the subject in 32-bit characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "interp/regex/regex.h"

struct pcre2_real_code_32;
struct pcre2_real_match_data_32;
struct pcre2_real_match_context_32;

namespace perlipc {

class WideProgram {
 public:
  // `text` and `options` are what the 8-bit library has refused.
  WideProgram(const std::string& text, uint32_t options, bool utf, const uint8_t* tables);
  ~WideProgram();
  WideProgram(const WideProgram&) = delete;
  WideProgram& operator=(const WideProgram&) = delete;

  // PCRE2's error when the program is not valid.
  bool valid() const { return code_ != nullptr; }
  int error() const { return error_; }

  // As pcre2_match: a count or PCRE2's error. Offsets are in bytes of the subject. False: `poll`
  // has abandoned the match.
  bool match(std::string_view subject, size_t start, uint32_t options, SafepointPoll* poll,
             int& result, MatchOffsets::Span* spans, size_t groups);

 private:
  void read_subject(std::string_view subject);
  size_t to_character(size_t byte) const;

  bool utf_;
  int error_ = 0;
  pcre2_real_code_32* code_ = nullptr;
  pcre2_real_match_data_32* data_ = nullptr;
  pcre2_real_match_context_32* context_ = nullptr;
  std::string subject_;  // what was converted last
  std::vector<uint32_t> characters_;
  std::vector<size_t> byte_of_;  // where each character begins; empty: all have one byte
};

}  // namespace perlipc
