// Sockets with their raw addresses and options. All calls report EINTR and EAGAIN to the caller;
// all new sockets are close-on-exec.
#pragma once

#include "runtime/address.h"
#include "runtime/fd.h"
#include "runtime/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace perlipc::rt {

Result<UniqueFd> open_socket(int domain, int type, int protocol);
Result<std::pair<UniqueFd, UniqueFd>> open_socket_pair(int domain, int type, int protocol);
Result<void> bind_socket(int fd, std::string_view address);
Result<void> listen_socket(int fd, int backlog);
// EINTR: the connection goes on by itself; wait for writable and ask for SO_ERROR (POSIX connect).
Result<void> connect_socket(int fd, std::string_view address);
// SO_ERROR as a result: the outcome of a connect that was interrupted or non-blocking.
Result<void> pending_socket_error(int fd);

struct Accepted {
  UniqueFd fd;
  AddressBytes peer;
};
Result<Accepted> accept_socket(int fd);
// SHUT_RD, SHUT_WR, SHUT_RDWR.
Result<void> shutdown_socket(int fd, int how);

Result<size_t> send_bytes(int fd, const char* data, size_t size, int flags);
Result<size_t> send_bytes_to(int fd, const char* data, size_t size, int flags,
                             std::string_view address);
struct Received {
  size_t size = 0;
  // Whom it came from, in memory of its own; empty when the protocol tells none.
  std::string_view from() const { return {reinterpret_cast<const char*>(&address), length}; }
  sockaddr_storage address;
  socklen_t length = 0;
};
Result<Received> receive_bytes(int fd, char* data, size_t size, int flags);

Result<std::string> socket_option(int fd, int level, int name);
Result<void> set_socket_option(int fd, int level, int name, std::string_view value);
Result<void> set_socket_option(int fd, int level, int name, int value);
Result<AddressBytes> socket_name(int fd);
Result<AddressBytes> peer_name(int fd);
// SIOCATMARK.
Result<bool> at_urgent_mark(int fd);

}  // namespace perlipc::rt
