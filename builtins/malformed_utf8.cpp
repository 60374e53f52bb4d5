// The texts of perl's complaints about malformed UTF-8.
#include "builtins/malformed_utf8.h"
#include "interp/value/convert.h"
#include <algorithm>

namespace perlipc::builtin {
namespace {
std::string hex_bytes(const char* p, std::size_t n, const char* prefix) {
  std::string out;
  for (std::size_t k = 0; k < n; ++k) {
    auto c = static_cast<unsigned char>(p[k]);
    out += prefix;
    out += "0123456789abcdef"[c >> 4];
    out += "0123456789abcdef"[c & 15];
  }
  return out;
}
}  // namespace

std::size_t describe_malformed_utf8(const char* p, std::size_t available,
                                    std::vector<std::string>& messages) {
  auto lead = static_cast<unsigned char>(*p);
  auto add = [&](std::size_t shown, const std::string& why) {
    messages.push_back("Malformed UTF-8 character: " + hex_bytes(p, shown, "\\x") + " (" + why +
                       ")");
  };
  if (lead < 0xc0) {
    add(1,
        "unexpected continuation byte " + hex_bytes(p, 1, "0x") + ", with no preceding start byte");
    return 1;
  }
  std::size_t need = lead >= 0xfc ? 6 : lead >= 0xf8 ? 5 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  std::size_t have = std::min(available, need), good = 1;
  while (good < have && (static_cast<unsigned char>(p[good]) & 0xc0) == 0x80) ++good;
  std::string needs = std::to_string(need);
  if (available < need)
    add(have, "too short; " + std::to_string(have) + " byte" + (have == 1 ? "" : "s") +
                  " available, need " + needs);
  if (good < have)
    add(good + 1, "unexpected non-continuation byte " + hex_bytes(p + good, 1, "0x") + ", " +
                      (good == 1 ? "immediately" : std::to_string(good) + " bytes") +
                      " after start byte " + hex_bytes(p, 1, "0x") + "; need " + needs +
                      " bytes, got " + std::to_string(good));
  return good;
}

std::size_t first_malformed(std::string_view bytes) {
  // The least character that needs so many bytes.
  static constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};
  const char* const end = bytes.data() + bytes.size();
  for (const char* p = bytes.data(); p < end;) {
    std::size_t length = 1;
    const std::uint32_t character = utf8_decode(p, end, &length);
    const bool ascii = static_cast<unsigned char>(*p) < 0x80;
    if (!ascii && (length < 2 || length >= std::size(kLeast) || character < kLeast[length]))
      return static_cast<std::size_t>(p - bytes.data());
    p += length;
  }
  return bytes.npos;
}

}  // namespace perlipc::builtin
