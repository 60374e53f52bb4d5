// Socket addresses as the raw bytes of struct sockaddr_*, and text forms of internet addresses.
#pragma once

#include "runtime/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <sys/socket.h>

namespace perlipc::rt {

// The bytes the kernel takes and gives: length is part of the value.
using AddressBytes = std::string;

// Address family of packed bytes; empty when they are too short to hold one.
std::optional<int> address_family(std::string_view bytes);

struct Inet4Address {
  uint16_t port = 0;
  std::string address;  // 4 bytes, network order
};
struct Inet6Address {
  uint16_t port = 0;
  std::string address;  // 16 bytes
  uint32_t scope_id = 0;
  uint32_t flow_info = 0;
};

// The address must have 4 (16) bytes, else EINVAL.
Result<AddressBytes> pack_inet4(const Inet4Address& address);
Result<AddressBytes> pack_inet6(const Inet6Address& address);
// Paths longer than sun_path are cut; an abstract name starts with NUL and is kept whole.
AddressBytes pack_unix(std::string_view path);
// EINVAL on a wrong length, EAFNOSUPPORT on another family.
Result<Inet4Address> unpack_inet4(std::string_view bytes);
Result<Inet6Address> unpack_inet6(std::string_view bytes);
Result<std::string> unpack_unix(std::string_view bytes);

// Only for AF_INET and AF_INET6; EAFNOSUPPORT otherwise, EINVAL when the text or length is wrong.
Result<std::string> inet_pton_bytes(int family, const char* text);
Result<std::string> inet_ntop_text(int family, std::string_view bytes);
// inet_aton(3) without the name lookup: "127.1", hex and octal parts allowed.
std::optional<std::string> inet_aton_bytes(const char* text);
// "1.2.3.4"; EINVAL unless 4 bytes.
Result<std::string> inet_ntoa_text(std::string_view bytes);

}  // namespace perlipc::rt
