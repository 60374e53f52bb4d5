// File descriptors with an owner. Every descriptor made here is born close-on-exec; the caller
// opens the ones that children may inherit with make_inheritable_upto.
#pragma once

#include "runtime/result.h"

#include <cstddef>
#include <cstdint>
#include <sys/types.h>
#include <utility>

namespace perlipc::rt {

// Changes whenever a descriptor of the process is closed or replaced.
std::uint64_t descriptor_generation();
// For a close or dup2 that is not made through this header.
void note_descriptor_gone();

// Owns one descriptor and closes it; -1 is "none". Move only.
class UniqueFd {
 public:
  UniqueFd() = default;
  explicit UniqueFd(int fd) : fd_(fd) {}
  UniqueFd(UniqueFd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  UniqueFd& operator=(UniqueFd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  UniqueFd(const UniqueFd&) = delete;
  UniqueFd& operator=(const UniqueFd&) = delete;
  ~UniqueFd();

  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  [[nodiscard]] int release() { return std::exchange(fd_, -1); }
  // Closes now and reports the error of close(2). EINTR counts as closed, as Linux does it.
  Result<void> close();

 private:
  int fd_ = -1;
};

struct PipeEnds {
  UniqueFd read;
  UniqueFd write;
};

enum class Inheritable { No, Yes };

// pipe2(2) with O_CLOEXEC.
Result<PipeEnds> make_pipe();
// fcntl F_DUPFD_CLOEXEC: the lowest free number that is at least `lowest`.
Result<UniqueFd> dup_cloexec(int fd, int lowest = 0);
// dup3/dup2: makes `target` a copy of `fd`, closing what it was. fd == target only sets the flag.
Result<void> dup_to(int fd, int target, Inheritable inheritable);

Result<bool> is_cloexec(int fd);
Result<void> set_cloexec(int fd, bool on);
Result<void> set_nonblocking(int fd, bool on);
Result<bool> is_nonblocking(int fd);

// Descriptors up to `max_system_fd` survive exec, the others do not (perlvar $^F).
Result<void> make_inheritable_upto(int fd, int max_system_fd);

bool is_open(int fd);
bool is_tty(int fd);

// One read(2)/write(2), EINTR reported to the caller.
Result<size_t> read_some(int fd, char* data, size_t size);
Result<size_t> write_some(int fd, const char* data, size_t size);
// The same behind Waiter::before_read and before_write: EINTR also for a caught signal that came
// since (interruptible.h).
Result<size_t> read_unless_signaled(int fd, char* data, size_t size);
Result<size_t> write_unless_signaled(int fd, const char* data, size_t size);

}  // namespace perlipc::rt
