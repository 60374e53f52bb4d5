// Calls that name files; see file.h.
#include "runtime/file.h"

#include <climits>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace perlipc::rt {

namespace {

// Result strings of unknown length: doubles the buffer until the call is satisfied.
template <class Call> Result<std::string> grow_until(Call call) {
  for (std::string text(256, '\0');; text.resize(text.size() * 2)) {
    const ssize_t size = call(text.data(), text.size());
    if (size < 0) return Errno::last();
    if (static_cast<size_t>(size) < text.size()) {
      text.resize(static_cast<size_t>(size));
      return text;
    }
  }
}

struct TimePair {
  timespec times[2];
  bool now;
  const timespec* pointer() const { return now ? nullptr : times; }
};

TimePair to_time_pair(const std::optional<AccessTimes>& times) {
  if (!times) return {{}, true};
  const auto convert = [](const FileTime& time) {
    return timespec{static_cast<time_t>(time.seconds), static_cast<long>(time.nanoseconds)};
  };
  return {{convert(times->accessed), convert(times->modified)}, false};
}

}  // namespace

Result<void> change_mode(const char* path, mode_t mode) { return check(::chmod(path, mode)); }
Result<void> change_mode_fd(int fd, mode_t mode) { return check(::fchmod(fd, mode)); }
Result<void> change_owner(const char* path, uid_t uid, gid_t gid) {
  return check(::chown(path, uid, gid));
}
Result<void> change_owner_fd(int fd, uid_t uid, gid_t gid) { return check(::fchown(fd, uid, gid)); }

Result<void> set_times(const char* path, const std::optional<AccessTimes>& times) {
  return check(::utimensat(AT_FDCWD, path, to_time_pair(times).pointer(), 0));
}
Result<void> set_times_fd(int fd, const std::optional<AccessTimes>& times) {
  return check(::futimens(fd, to_time_pair(times).pointer()));
}

Result<void> rename_path(const char* from, const char* to) { return check(::rename(from, to)); }
Result<void> make_link(const char* existing, const char* link) {
  return check(::link(existing, link));
}
Result<void> make_symlink(const char* target, const char* link) {
  return check(::symlink(target, link));
}
Result<std::string> read_link(const char* path) {
  return grow_until([&](char* data, size_t size) { return ::readlink(path, data, size); });
}

Result<void> remove_file(const char* path) { return check(::unlink(path)); }
Result<void> make_directory(const char* path, mode_t mode) { return check(::mkdir(path, mode)); }
Result<void> remove_directory(const char* path) { return check(::rmdir(path)); }
Result<void> make_fifo(const char* path, mode_t mode) { return check(::mkfifo(path, mode)); }

Result<void> change_directory(const char* path) { return check(::chdir(path)); }
Result<void> change_directory_fd(int fd) { return check(::fchdir(fd)); }
Result<void> change_root(const char* path) { return check(::chroot(path)); }

Result<std::string> current_directory() {
  const std::unique_ptr<char, void (*)(void*)> path(::getcwd(nullptr, 0), std::free);
  if (path == nullptr) return Errno::last();
  return std::string(path.get());
}

mode_t set_umask(mode_t mask) { return ::umask(mask); }

mode_t current_umask() {
  const mode_t mask = ::umask(077);
  ::umask(mask);
  return mask;
}

Result<std::string> real_path(const char* path) {
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(path, nullptr), std::free);
  if (real == nullptr) return Errno::last();
  return std::string(real.get());
}

}  // namespace perlipc::rt
