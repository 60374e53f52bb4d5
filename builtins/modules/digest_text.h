// What the digest modules have in common: their arguments and the forms of a digest.
#pragma once
#include "interp/value/call.h"

#include <string>

namespace perlipc::builtin {

enum class DigestForm : std::uint8_t { Binary, Hex, Base64 };  // base 64 without padding
std::string digest_text(std::string_view digest, DigestForm form);
// Argument n as bytes; dies with "Wide character in subroutine entry" when it has others.
std::string digest_bytes(Call& call, std::size_t n);

}  // namespace perlipc::builtin
