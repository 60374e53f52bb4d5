// The netdb databases as values; see resolve.h. getaddrinfo is in address_info.cpp.
#include "runtime/resolve.h"

#include <arpa/inet.h>
#include <netdb.h>

namespace perlipc::rt {

namespace {

std::vector<std::string> to_list(char* const* texts) {
  std::vector<std::string> list;
  for (; texts != nullptr && *texts != nullptr; ++texts) list.emplace_back(*texts);
  return list;
}

std::string text_or_empty(const char* text) { return text != nullptr ? text : ""; }

HostEntry to_entry(const hostent& raw) {
  HostEntry entry{
      text_or_empty(raw.h_name), to_list(raw.h_aliases), raw.h_addrtype, raw.h_length, {}};
  for (char** address = raw.h_addr_list; address != nullptr && *address != nullptr; ++address) {
    entry.addresses.emplace_back(*address, static_cast<size_t>(raw.h_length));
  }
  return entry;
}

ServiceEntry to_entry(const servent& raw) {
  return {text_or_empty(raw.s_name), to_list(raw.s_aliases),
          ntohs(static_cast<uint16_t>(raw.s_port)), text_or_empty(raw.s_proto)};
}

ProtocolEntry to_entry(const protoent& raw) {
  return {text_or_empty(raw.p_name), to_list(raw.p_aliases), raw.p_proto};
}

NetworkEntry to_entry(const netent& raw) {
  const uint32_t network = htonl(raw.n_net);
  return {text_or_empty(raw.n_name), to_list(raw.n_aliases), raw.n_addrtype,
          std::string(reinterpret_cast<const char*>(&network), sizeof network)};
}

template <class Raw> auto to_optional(const Raw* raw) {
  using Entry = decltype(to_entry(*raw));
  return raw != nullptr ? std::optional<Entry>(to_entry(*raw)) : std::nullopt;
}

HostLookup to_lookup(const hostent* raw) {
  if (raw == nullptr) return {std::nullopt, h_errno};
  return {to_entry(*raw), 0};
}

}  // namespace

HostLookup host_by_name(const char* name) { return to_lookup(::gethostbyname(name)); }
HostLookup host_by_address(std::string_view address, int family) {
  return to_lookup(::gethostbyaddr(address.data(), static_cast<socklen_t>(address.size()), family));
}

std::optional<ServiceEntry> service_by_name(const char* name, const char* protocol) {
  return to_optional(::getservbyname(name, protocol));
}
std::optional<ServiceEntry> service_by_port(uint16_t port, const char* protocol) {
  return to_optional(::getservbyport(htons(port), protocol));
}
std::optional<ProtocolEntry> protocol_by_name(const char* name) {
  return to_optional(::getprotobyname(name));
}
std::optional<ProtocolEntry> protocol_by_number(int number) {
  return to_optional(::getprotobynumber(number));
}
std::optional<NetworkEntry> network_by_name(const char* name) {
  return to_optional(::getnetbyname(name));
}
std::optional<NetworkEntry> network_by_address(std::string_view address, int family) {
  uint32_t network = 0;
  for (const char byte : address.substr(0, sizeof network)) {
    network = network << 8 | static_cast<unsigned char>(byte);
  }
  return to_optional(::getnetbyaddr(network, family));
}

void rewind_hosts(bool stay_open) { ::sethostent(stay_open); }
std::optional<HostEntry> next_host() { return to_optional(::gethostent()); }
void end_hosts() { ::endhostent(); }
void rewind_services(bool stay_open) { ::setservent(stay_open); }
std::optional<ServiceEntry> next_service() { return to_optional(::getservent()); }
void end_services() { ::endservent(); }
void rewind_protocols(bool stay_open) { ::setprotoent(stay_open); }
std::optional<ProtocolEntry> next_protocol() { return to_optional(::getprotoent()); }
void end_protocols() { ::endprotoent(); }
void rewind_networks(bool stay_open) { ::setnetent(stay_open); }
std::optional<NetworkEntry> next_network() { return to_optional(::getnetent()); }
void end_networks() { ::endnetent(); }

}  // namespace perlipc::rt
