// Descriptor primitives; see fd.h.
#include "runtime/fd.h"

#include "runtime/interruptible.h"

#include <atomic>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace perlipc::rt {

namespace {
std::atomic<std::uint64_t> generation{0};
}

std::uint64_t descriptor_generation() { return generation.load(std::memory_order_relaxed); }
void note_descriptor_gone() { generation.fetch_add(1, std::memory_order_relaxed); }

UniqueFd::~UniqueFd() {
  if (fd_ < 0) return;
  note_descriptor_gone();
  const int saved = errno;
  ::close(fd_);
  errno = saved;
}

Result<void> UniqueFd::close() {
  if (fd_ < 0) return Errno{EBADF};
  note_descriptor_gone();
  if (::close(release()) == -1 && errno != EINTR) return Errno::last();
  return {};
}

Result<PipeEnds> make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) == -1) return Errno::last();
  return PipeEnds{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

Result<UniqueFd> dup_cloexec(int fd, int lowest) {
  const int copy = ::fcntl(fd, F_DUPFD_CLOEXEC, lowest);
  if (copy == -1) return Errno::last();
  return UniqueFd(copy);
}

Result<void> dup_to(int fd, int target, Inheritable inheritable) {
  const bool cloexec = inheritable == Inheritable::No;
  if (fd == target) return set_cloexec(fd, cloexec);
  note_descriptor_gone();
  int status;
  do {
    status = ::dup3(fd, target, cloexec ? O_CLOEXEC : 0);
  } while (status == -1 && (errno == EBUSY || errno == EINTR));
  if (status == -1) return Errno::last();
  return {};
}

Result<bool> is_cloexec(int fd) {
  const int flags = ::fcntl(fd, F_GETFD);
  if (flags == -1) return Errno::last();
  return (flags & FD_CLOEXEC) != 0;
}

Result<void> set_cloexec(int fd, bool on) {
  const int flags = ::fcntl(fd, F_GETFD);
  if (flags == -1) return Errno::last();
  const int wanted = on ? flags | FD_CLOEXEC : flags & ~FD_CLOEXEC;
  return wanted == flags ? Result<void>() : check(::fcntl(fd, F_SETFD, wanted));
}

Result<void> set_nonblocking(int fd, bool on) {
  const int flags = ::fcntl(fd, F_GETFL);
  if (flags == -1) return Errno::last();
  const int wanted = on ? flags | O_NONBLOCK : flags & ~O_NONBLOCK;
  return wanted == flags ? Result<void>() : check(::fcntl(fd, F_SETFL, wanted));
}

Result<bool> is_nonblocking(int fd) {
  const int flags = ::fcntl(fd, F_GETFL);
  if (flags == -1) return Errno::last();
  return (flags & O_NONBLOCK) != 0;
}

Result<void> make_inheritable_upto(int fd, int max_system_fd) {
  return set_cloexec(fd, fd > max_system_fd);
}

bool is_open(int fd) { return ::fcntl(fd, F_GETFD) != -1; }
bool is_tty(int fd) { return ::isatty(fd) == 1; }

Result<size_t> read_some(int fd, char* data, size_t size) {
  const ssize_t count = ::read(fd, data, size);
  if (count < 0) return Errno::last();
  return static_cast<size_t>(count);
}

Result<size_t> read_unless_signaled(int fd, char* data, size_t size) {
  return static_cast<size_t>(RT_TRY(interruptible_on(fd, POLLIN, SYS_read, fd, data, size)));
}

Result<size_t> write_unless_signaled(int fd, const char* data, size_t size) {
  return static_cast<size_t>(RT_TRY(interruptible_on(fd, POLLOUT, SYS_write, fd, data, size)));
}

Result<size_t> write_some(int fd, const char* data, size_t size) {
  const ssize_t count = ::write(fd, data, size);
  if (count < 0) return Errno::last();
  return static_cast<size_t>(count);
}

}  // namespace perlipc::rt
