// Forms of a digest.
#include "builtins/modules/digest_text.h"
#include "interp/value/convert.h"

namespace perlipc::builtin {

namespace {

std::string to_hex(std::string_view digest) {
  std::string text;
  for (const char c : digest) {
    constexpr const char* kDigits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    text += {kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return text;
}

// Base 64 without padding.
std::string to_base64(std::string_view digest) {
  constexpr const char* kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  std::uint32_t bits = 0;
  int have = 0;
  for (const char c : digest) {
    bits = bits << 8 | static_cast<unsigned char>(c);
    for (have += 8; have >= 6; have -= 6) text += kAlphabet[bits >> (have - 6) & 63];
  }
  if (have > 0) text += kAlphabet[bits << (6 - have) & 63];
  return text;
}

}  // namespace

std::string digest_text(std::string_view digest, DigestForm form) {
  switch (form) {
    case DigestForm::Hex: return to_hex(digest);
    case DigestForm::Base64: return to_base64(digest);
    default: return std::string(digest);
  }
}

std::string digest_bytes(Call& call, std::size_t n) {
  const Text text(call.engine, call[n]);
  if (!text.utf8()) return std::string(text.view());
  String* bytes = downgrade(text.get());
  if (!bytes) call.engine.die("Wide character in subroutine entry");
  return std::string(Text(bytes).view());
}

}  // namespace perlipc::builtin
