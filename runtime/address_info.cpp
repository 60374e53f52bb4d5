// getaddrinfo(3) and getnameinfo(3) as values; see resolve.h.
#include "runtime/resolve.h"

#include <memory>
#include <netdb.h>

namespace perlipc::rt {

AddressLookup address_info(const char* host, const char* service, const AddressHints& hints) {
  addrinfo wanted{};
  wanted.ai_flags = hints.flags;
  wanted.ai_family = hints.family;
  wanted.ai_socktype = hints.socket_type;
  wanted.ai_protocol = hints.protocol;
  addrinfo* first = nullptr;
  AddressLookup lookup;
  lookup.error = ::getaddrinfo(host, service, &wanted, &first);
  if (lookup.error == EAI_SYSTEM) lookup.system_error = errno;
  if (lookup.error != 0) return lookup;
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(first, ::freeaddrinfo);
  for (const addrinfo* info = first; info != nullptr; info = info->ai_next) {
    lookup.entries.push_back(
        {info->ai_family, info->ai_socktype, info->ai_protocol,
         AddressBytes(reinterpret_cast<const char*>(info->ai_addr), info->ai_addrlen),
         info->ai_canonname != nullptr ? info->ai_canonname : ""});
  }
  return lookup;
}

NameLookup name_info(std::string_view address, int flags, NamePart part) {
  char host[NI_MAXHOST] = "";
  char service[NI_MAXSERV] = "";
  const bool want_host = part != NamePart::ServiceOnly;
  const bool want_service = part != NamePart::HostOnly;
  NameLookup lookup;
  lookup.error = ::getnameinfo(reinterpret_cast<const sockaddr*>(address.data()),
                               static_cast<socklen_t>(address.size()), want_host ? host : nullptr,
                               want_host ? sizeof host : 0, want_service ? service : nullptr,
                               want_service ? sizeof service : 0, flags);
  if (lookup.error == EAI_SYSTEM) lookup.system_error = errno;
  if (lookup.error == 0) lookup.host = host, lookup.service = service;
  return lookup;
}

std::string address_error_text(int error) { return ::gai_strerror(error); }

}  // namespace perlipc::rt
