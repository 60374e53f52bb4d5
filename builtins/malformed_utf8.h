// What perl says about malformed UTF-8 (perldiag, category utf8).
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace perlipc::builtin {

// p begins a sequence that utf8_decode does not accept. Appends the messages, without " in FUNCTION",
// and returns how many bytes belong to the broken sequence.
std::size_t describe_malformed_utf8(const char* p, std::size_t available,
                                    std::vector<std::string>& messages);

// Where the first sequence begins that is no character as perl has them, which surrogates and those behind
// U+10FFFF are; npos when all are.
std::size_t first_malformed(std::string_view bytes);

}  // namespace perlipc::builtin
