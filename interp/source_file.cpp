// Program text on disk.
#include "interp/source_file.h"
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace perlipc {

namespace {

constexpr std::size_t kPiece = 4096;

bool is_directory(const std::string& path) {
  struct stat info;
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

// What is left of the file behind the descriptor; 0 or an errno.
int read_rest(int fd, std::string* text, const std::function<void()>& interrupted) {
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
    } else if (interrupted) {
      interrupted();
    }
  }
  text->resize(used);
  return error;
}

// Whether a line that ends the program stands there.
bool is_end_marker(std::string_view line) {
  for (std::string_view word : {"__END__", "__DATA__"})
    if (line.starts_with(word) && (line.size() == word.size() || line[word.size()] <= ' '))
      return true;
  return false;
}

// Lines of a program may end with \r\n: what stands in its strings then ends with \n alone. What
// follows the program is data.
void end_lines_with_newline(std::string* text) {
  if (text->find('\r') == std::string::npos) return;
  const std::string_view from = *text;
  std::string out;
  out.reserve(from.size());
  std::size_t at = 0;
  while (at < from.size() && !is_end_marker(from.substr(at, 10))) {
    const std::size_t end = from.find('\n', at);
    if (end == std::string_view::npos) break;
    const bool both = end > at && from[end - 1] == '\r';
    out.append(from.substr(at, end - at - (both ? 1 : 0))) += '\n';
    at = end + 1;
  }
  *text = out.append(from.substr(at));
}

}  // namespace

bool read_source(const std::string& path, std::string* text,
                 const std::function<void()>& interrupted) {
  text->clear();
  struct File {
    int fd;
    ~File() {
      if (fd != -1) ::close(fd);
    }
  } file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  while (file.fd == -1 && errno == EINTR) {
    if (interrupted) interrupted();
    file.fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  }
  int error = 0;
  if (file.fd != -1) {
    error = read_rest(file.fd, text, interrupted);
    end_lines_with_newline(text);
  } else error = errno;
  if (file.fd == -1 && is_directory(path)) error = EISDIR;
  if (file.fd != -1) ::close(std::exchange(file.fd, -1));
  errno = error;
  return error == 0;
}

}  // namespace perlipc
