// Program text on disk.
#include "interp/source_file.h"
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perlipc {

namespace {

constexpr std::size_t kPiece = 4096;

bool is_directory(const std::string& path) {
  struct stat info;
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

// What is left of the file behind the descriptor; 0 or an errno.
int read_rest(int fd, std::string* text) {
  struct stat info;
  if (::fstat(fd, &info) != 0) return errno;
  if (S_ISDIR(info.st_mode)) return EISDIR;
  // Room for one byte more than there should be shows the end of a file that has not grown.
  text->resize(info.st_size > 0 ? static_cast<std::size_t>(info.st_size) + 1 : kPiece);
  std::size_t used = 0;
  int error = 0;
  for (;;) {
    if (used == text->size()) text->resize(used + std::max(used, kPiece));
    const ssize_t n = ::read(fd, text->data() + used, text->size() - used);
    if (n == 0) break;
    if (n > 0) {
      used += static_cast<std::size_t>(n);
    } else if (errno != EINTR) {
      error = errno;
      break;
    }
  }
  text->resize(used);
  return error;
}

}  // namespace

bool read_source(const std::string& path, std::string* text) {
  text->clear();
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  int error = 0;
  if (fd == -1) {
    error = errno;
    if (is_directory(path)) error = EISDIR;
  } else {
    error = read_rest(fd, text);
    ::close(fd);
  }
  errno = error;
  return error == 0;
}

}  // namespace perlipc
