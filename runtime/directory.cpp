// Listing directories; see directory.h.
#include "runtime/directory.h"

namespace perlipc::rt {

// opendir(3) opens close-on-exec by itself (POSIX fdopendir, opendir: FD_CLOEXEC).
Result<Ref<Directory>> Directory::open(const char* path) {
  DIR* handle = ::opendir(path);
  if (handle == nullptr) return Errno::last();
  return Ref<Directory>::adopt(new Directory(handle));
}

Directory::~Directory() {
  if (handle_ != nullptr) ::closedir(handle_);
}

int Directory::fd() const { return handle_ != nullptr ? ::dirfd(handle_) : -1; }

Result<std::optional<std::string>> Directory::read() {
  if (handle_ == nullptr) return Errno{EBADF};
  errno = 0;
  if (const dirent* entry = ::readdir(handle_)) return std::optional<std::string>(entry->d_name);
  if (errno != 0) return Errno::last();
  return std::optional<std::string>();
}

Result<long> Directory::tell() {
  if (handle_ == nullptr) return Errno{EBADF};
  return check_value(::telldir(handle_));
}

Result<void> Directory::seek(long position) {
  if (handle_ == nullptr) return Errno{EBADF};
  ::seekdir(handle_, position);
  return {};
}

Result<void> Directory::rewind() {
  if (handle_ == nullptr) return Errno{EBADF};
  ::rewinddir(handle_);
  return {};
}

Result<void> Directory::close() {
  if (handle_ == nullptr) return Errno{EBADF};
  return check(::closedir(std::exchange(handle_, nullptr)));
}

}  // namespace perlipc::rt
