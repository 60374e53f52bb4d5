// Names of hosts, services, protocols and networks as values (netdb.h). The enumerations go through
// the C library's process-wide iterators: one listing at a time.
#pragma once

#include "runtime/address.h"

#include <optional>
#include <string>
#include <vector>

namespace perlipc::rt {

struct HostEntry {
  std::string name;
  std::vector<std::string> aliases;
  int family = 0;
  int address_length = 0;
  std::vector<std::string> addresses;  // raw bytes
};
struct HostLookup {
  std::optional<HostEntry> entry;
  int host_error = 0;  // h_errno when there is no entry
};
HostLookup host_by_name(const char* name);
HostLookup host_by_address(std::string_view address, int family);

struct ServiceEntry {
  std::string name;
  std::vector<std::string> aliases;
  uint16_t port = 0;
  std::string protocol;
};
std::optional<ServiceEntry> service_by_name(const char* name, const char* protocol);
std::optional<ServiceEntry> service_by_port(uint16_t port, const char* protocol);

struct ProtocolEntry {
  std::string name;
  std::vector<std::string> aliases;
  int number = 0;
};
std::optional<ProtocolEntry> protocol_by_name(const char* name);
std::optional<ProtocolEntry> protocol_by_number(int number);

struct NetworkEntry {
  std::string name;
  std::vector<std::string> aliases;
  int family = 0;
  std::string address;  // 4 bytes, network order
};
std::optional<NetworkEntry> network_by_name(const char* name);
std::optional<NetworkEntry> network_by_address(std::string_view address, int family);

// set...ent / get...ent / end...ent
void rewind_hosts(bool stay_open);
std::optional<HostEntry> next_host();
void end_hosts();
void rewind_services(bool stay_open);
std::optional<ServiceEntry> next_service();
void end_services();
void rewind_protocols(bool stay_open);
std::optional<ProtocolEntry> next_protocol();
void end_protocols();
void rewind_networks(bool stay_open);
std::optional<NetworkEntry> next_network();
void end_networks();

// --- getaddrinfo, getnameinfo --------------------------------------------------------------------

struct AddressHints {
  int flags = 0;
  int family = 0;
  int socket_type = 0;
  int protocol = 0;
};
struct AddressInfo {
  int family = 0;
  int socket_type = 0;
  int protocol = 0;
  AddressBytes address;
  std::string canonical_name;  // only in the first one, when asked for
};
// `error` is an EAI_ code, 0 on success; with EAI_SYSTEM `system_error` is the errno.
struct AddressLookup {
  int error = 0;
  int system_error = 0;
  std::vector<AddressInfo> entries;
};
// Null means not given.
AddressLookup address_info(const char* host, const char* service, const AddressHints& hints);

struct NameLookup {
  int error = 0;
  int system_error = 0;
  std::string host;
  std::string service;
};
enum class NamePart { Both, HostOnly, ServiceOnly };
NameLookup name_info(std::string_view address, int flags, NamePart part = NamePart::Both);
std::string address_error_text(int error);

}  // namespace perlipc::rt
