// Socket calls with types; see socket.h.
#include "runtime/socket.h"

#include "runtime/interruptible.h"

#include <algorithm>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

namespace perlipc::rt {

namespace {

const sockaddr* as_sockaddr(std::string_view bytes) {
  return reinterpret_cast<const sockaddr*>(bytes.data());
}
socklen_t length_of(std::string_view bytes) { return static_cast<socklen_t>(bytes.size()); }

// Calls that fill in an address: `call(sockaddr*, socklen_t*)` returns -1 on failure.
struct AddressBuffer {
  sockaddr_storage storage;
  socklen_t length = sizeof storage;
  sockaddr* raw() { return reinterpret_cast<sockaddr*>(&storage); }
  AddressBytes bytes() const {
    const size_t size = length < sizeof storage ? length : sizeof storage;
    return AddressBytes(reinterpret_cast<const char*>(&storage), size);
  }
};

}  // namespace

Result<UniqueFd> open_socket(int domain, int type, int protocol) {
  UniqueFd fd(::socket(domain, type | SOCK_CLOEXEC, protocol));
  if (!fd) return Errno::last();
  return fd;
}

Result<std::pair<UniqueFd, UniqueFd>> open_socket_pair(int domain, int type, int protocol) {
  int ends[2];
  if (::socketpair(domain, type | SOCK_CLOEXEC, protocol, ends) == -1) return Errno::last();
  return std::pair(UniqueFd(ends[0]), UniqueFd(ends[1]));
}

Result<void> bind_socket(int fd, std::string_view address) {
  return check(::bind(fd, as_sockaddr(address), length_of(address)));
}
Result<void> listen_socket(int fd, int backlog) { return check(::listen(fd, backlog)); }
Result<void> connect_socket(int fd, std::string_view address) {
  return check(::connect(fd, as_sockaddr(address), length_of(address)));
}

Result<void> pending_socket_error(int fd) {
  int error = 0;
  socklen_t length = sizeof error;
  if (::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &length) == -1) return Errno::last();
  if (error != 0) return Errno{error};
  return {};
}

Result<Accepted> accept_socket(int fd) {
  AddressBuffer peer;
  const long number =
      RT_TRY(interruptible_on(fd, POLLIN, SYS_accept4, fd, peer.raw(), &peer.length, SOCK_CLOEXEC));
  return Accepted{UniqueFd(static_cast<int>(number)), peer.bytes()};
}

Result<void> shutdown_socket(int fd, int how) { return check(::shutdown(fd, how)); }

Result<size_t> send_bytes(int fd, const char* data, size_t size, int flags) {
  return send_bytes_to(fd, data, size, flags, {});
}
Result<size_t> send_bytes_to(int fd, const char* data, size_t size, int flags,
                             std::string_view address) {
  return static_cast<size_t>(RT_TRY(interruptible_on(fd, POLLOUT, SYS_sendto, fd, data, size, flags,
                                                     as_sockaddr(address), length_of(address))));
}

Result<Received> receive_bytes(int fd, char* data, size_t size, int flags) {
  Received received;
  received.length = sizeof received.address;
  received.size = static_cast<size_t>(
      RT_TRY(interruptible_on(fd, POLLIN, SYS_recvfrom, fd, data, size, flags,
                              reinterpret_cast<sockaddr*>(&received.address), &received.length)));
  received.length = std::min<socklen_t>(received.length, sizeof received.address);
  return received;
}

Result<std::string> socket_option(int fd, int level, int name) {
  constexpr size_t kLargestOption = 1024;
  std::string value(kLargestOption, '\0');
  socklen_t length = kLargestOption;
  if (::getsockopt(fd, level, name, value.data(), &length) == -1) return Errno::last();
  value.resize(length);
  return value;
}

Result<void> set_socket_option(int fd, int level, int name, std::string_view value) {
  return check(::setsockopt(fd, level, name, value.data(), length_of(value)));
}
Result<void> set_socket_option(int fd, int level, int name, int value) {
  return check(::setsockopt(fd, level, name, &value, sizeof value));
}

Result<AddressBytes> socket_name(int fd) {
  AddressBuffer name;
  RT_TRY(check(::getsockname(fd, name.raw(), &name.length)));
  return name.bytes();
}
Result<AddressBytes> peer_name(int fd) {
  AddressBuffer name;
  RT_TRY(check(::getpeername(fd, name.raw(), &name.length)));
  return name.bytes();
}

Result<bool> at_urgent_mark(int fd) {
  int at_mark = 0;
  if (::ioctl(fd, SIOCATMARK, &at_mark) == -1) return Errno::last();
  return at_mark != 0;
}

}  // namespace perlipc::rt
