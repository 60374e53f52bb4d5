// Opening files and work on descriptors; the calls on names are in file_system.cpp.
#include "runtime/file.h"

#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace perlipc::rt {

std::optional<int> flags_for_mode(std::string_view mode) {
  if (mode == "<") return O_RDONLY;
  if (mode == ">") return O_WRONLY | O_CREAT | O_TRUNC;
  if (mode == ">>") return O_WRONLY | O_CREAT | O_APPEND;
  if (mode == "+<") return O_RDWR;
  if (mode == "+>") return O_RDWR | O_CREAT | O_TRUNC;
  if (mode == "+>>") return O_RDWR | O_CREAT | O_APPEND;
  return std::nullopt;
}

StreamOptions stream_options_for(int flags) {
  StreamOptions options;
  const int access = flags & O_ACCMODE;
  options.access = access == O_RDWR     ? Access::ReadWrite
                   : access == O_WRONLY ? Access::Write
                                        : Access::Read;
  options.append = (flags & O_APPEND) != 0;
  return options;
}

Result<UniqueFd> open_file(const char* path, int flags, mode_t permissions) {
  UniqueFd fd(::open(path, flags | O_CLOEXEC, permissions));
  if (!fd) return Errno::last();
  // A pipe has no position; that is no error.
  if ((flags & O_APPEND) != 0) ::lseek(fd.get(), 0, SEEK_END);
  return fd;
}

Result<UniqueFd> open_temporary() {
  const char* directory = ::getenv("TMPDIR");
  if (directory == nullptr || *directory == '\0') directory = "/tmp";
  UniqueFd unnamed(::open(directory, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (unnamed) return unnamed;
  // Not every file system has files without a name.
  std::string name = std::string(directory) + "/perlio_XXXXXX";
  UniqueFd named(::mkostemp(name.data(), O_CLOEXEC));
  if (!named) return Errno::last();
  ::unlink(name.c_str());
  return named;
}

Result<int64_t> seek_fd(int fd, int64_t offset, Whence whence) {
  const int from = whence == Whence::Start     ? SEEK_SET
                   : whence == Whence::Current ? SEEK_CUR
                                               : SEEK_END;
  return check_value<int64_t>(::lseek(fd, offset, from));
}

Result<void> truncate_fd(int fd, int64_t size) { return check(::ftruncate(fd, size)); }
Result<void> truncate_path(const char* path, int64_t size) { return check(::truncate(path, size)); }
Result<void> lock_file(int fd, int operation) { return check(::flock(fd, operation)); }
Result<void> sync_fd(int fd) { return check(::fsync(fd)); }

Result<int> fcntl_number(int fd, int command, long argument) {
  return check_value(::fcntl(fd, command, argument));
}
Result<int> fcntl_buffer(int fd, int command, void* argument) {
  return check_value(::fcntl(fd, command, argument));
}
Result<int> ioctl_number(int fd, unsigned long request, long argument) {
  return check_value(::ioctl(fd, request, argument));
}
Result<int> ioctl_buffer(int fd, unsigned long request, void* argument) {
  return check_value(::ioctl(fd, request, argument));
}

size_t ioctl_buffer_size(unsigned long request) {
  constexpr size_t kUnknownSize = 256;
  return std::max<size_t>(_IOC_SIZE(request), kUnknownSize);
}

Result<std::string> tty_name(int fd) {
  char name[256];
  if (const int error = ::ttyname_r(fd, name, sizeof name)) return Errno{error};
  return std::string(name);
}

}  // namespace perlipc::rt
