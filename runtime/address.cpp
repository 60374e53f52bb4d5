// Packing and printing socket addresses; see address.h.
#include "runtime/address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstddef>
#include <cstring>
#include <netinet/in.h>
#include <sys/un.h>

namespace perlipc::rt {

namespace {

template <class Sockaddr> AddressBytes to_bytes(const Sockaddr& address) {
  return AddressBytes(reinterpret_cast<const char*>(&address), sizeof address);
}

// The bytes as a sockaddr of exactly this type and family.
template <class Sockaddr> Result<Sockaddr> from_bytes(std::string_view bytes, int family) {
  Sockaddr address;
  if (bytes.size() != sizeof address) return Errno{EINVAL};
  std::memcpy(&address, bytes.data(), sizeof address);
  if (address_family(bytes) != family) return Errno{EAFNOSUPPORT};
  return address;
}

constexpr size_t address_size(int family) { return family == AF_INET ? 4 : 16; }

}  // namespace

std::optional<int> address_family(std::string_view bytes) {
  sa_family_t family;
  if (bytes.size() < offsetof(sockaddr, sa_family) + sizeof family) return std::nullopt;
  std::memcpy(&family, bytes.data() + offsetof(sockaddr, sa_family), sizeof family);
  return family;
}

Result<AddressBytes> pack_inet4(const Inet4Address& address) {
  sockaddr_in raw{};
  if (address.address.size() != sizeof raw.sin_addr) return Errno{EINVAL};
  raw.sin_family = AF_INET;
  raw.sin_port = htons(address.port);
  std::memcpy(&raw.sin_addr, address.address.data(), sizeof raw.sin_addr);
  return to_bytes(raw);
}

Result<AddressBytes> pack_inet6(const Inet6Address& address) {
  sockaddr_in6 raw{};
  if (address.address.size() != sizeof raw.sin6_addr) return Errno{EINVAL};
  raw.sin6_family = AF_INET6;
  raw.sin6_port = htons(address.port);
  raw.sin6_scope_id = address.scope_id;
  raw.sin6_flowinfo = htonl(address.flow_info);
  std::memcpy(&raw.sin6_addr, address.address.data(), sizeof raw.sin6_addr);
  return to_bytes(raw);
}

AddressBytes pack_unix(std::string_view path) {
  sockaddr_un raw{};
  raw.sun_family = AF_UNIX;
  const size_t size = std::min(path.size(), sizeof raw.sun_path);
  std::memcpy(raw.sun_path, path.data(), size);
  // Every byte of an abstract name counts, so its length must be exact (unix(7)).
  const bool is_abstract = size > 1 && path[0] == '\0';
  AddressBytes bytes = to_bytes(raw);
  if (is_abstract) bytes.resize(offsetof(sockaddr_un, sun_path) + size);
  return bytes;
}

Result<Inet4Address> unpack_inet4(std::string_view bytes) {
  const sockaddr_in raw = RT_TRY(from_bytes<sockaddr_in>(bytes, AF_INET));
  return Inet4Address{ntohs(raw.sin_port), to_bytes(raw.sin_addr)};
}

Result<Inet6Address> unpack_inet6(std::string_view bytes) {
  const sockaddr_in6 raw = RT_TRY(from_bytes<sockaddr_in6>(bytes, AF_INET6));
  return Inet6Address{ntohs(raw.sin6_port), to_bytes(raw.sin6_addr), raw.sin6_scope_id,
                      ntohl(raw.sin6_flowinfo)};
}

Result<std::string> unpack_unix(std::string_view bytes) {
  const std::optional<int> family = address_family(bytes);
  if (!family) return Errno{EINVAL};
  if (*family != AF_UNIX) return Errno{EAFNOSUPPORT};
  const std::string_view path = bytes.substr(offsetof(sockaddr_un, sun_path));
  if (path.empty()) return std::string();  // unnamed
  // An abstract name is everything up to the end of the address.
  if (path[0] == '\0') return std::string(path);
  return std::string(path.substr(0, path.find('\0')));
}

Result<std::string> inet_pton_bytes(int family, const char* text) {
  if (family != AF_INET && family != AF_INET6) return Errno{EAFNOSUPPORT};
  std::string bytes(address_size(family), '\0');
  if (::inet_pton(family, text, bytes.data()) != 1) return Errno{EINVAL};
  return bytes;
}

Result<std::string> inet_ntop_text(int family, std::string_view bytes) {
  if (family != AF_INET && family != AF_INET6) return Errno{EAFNOSUPPORT};
  if (bytes.size() != address_size(family)) return Errno{EINVAL};
  char text[INET6_ADDRSTRLEN];
  if (::inet_ntop(family, bytes.data(), text, sizeof text) == nullptr) return Errno::last();
  return std::string(text);
}

std::optional<std::string> inet_aton_bytes(const char* text) {
  in_addr address;
  if (::inet_aton(text, &address) == 0) return std::nullopt;
  return to_bytes(address);
}

Result<std::string> inet_ntoa_text(std::string_view bytes) {
  return inet_ntop_text(AF_INET, bytes);
}

}  // namespace perlipc::rt
