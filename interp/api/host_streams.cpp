// The standard handles of an interpreter, plugged into what the host gave: callbacks, descriptors
// or nothing.
#include "builtins/io_handle.h"
#include "interp/api/interpreter_impl.h"
#include <cerrno>
#include <fcntl.h>

namespace perlipc::detail {

namespace {

// The host's callbacks as the far end of a stream. What they throw becomes an I/O error of the
// script.
class CallbackEnd final : public rt::StreamEnd {
 public:
  explicit CallbackEnd(const Input& in) : read_(in.read) {}
  explicit CallbackEnd(const Output& out) : write_(out.write) {}
  rt::Result<std::size_t> read(char* data, std::size_t size) override {
    if (!read_) return rt::Errno{EBADF};
    try {
      return std::min(size, read_(std::span<char>(data, size)));
    } catch (const std::exception&) { return rt::Errno{EIO}; }
  }
  rt::Result<std::size_t> write(const char* data, std::size_t size) override {
    if (!write_) return rt::Errno{EBADF};
    try {
      write_(std::string_view(data, size));
      return size;
    } catch (const std::exception&) { return rt::Errno{EIO}; }
  }

 private:
  std::function<std::size_t(std::span<char>)> read_;
  std::function<void(std::string_view)> write_;
};

template <class End>
void connect(builtin::IoTable& table, const char* name, int number, const End& end, bool callback,
             rt::Access access) {
  if (!callback && end.fd == number) return;
  builtin::IoHandle* io = table.state_of(table.engine.glob(name, true)->io());
  table.replace_under(io);
  io->stream = {};
  const rt::StreamOptions options{.access = access};
  if (callback) {
    table.attach(io, rt::Stream::over(std::make_unique<CallbackEnd>(end), options, &table.streams),
                 builtin::HandleKind::File);
  } else if (end.fd >= 0) {
    const int copy = ::fcntl(end.fd, F_DUPFD_CLOEXEC, 3);
    if (copy >= 0) table.attach(io, rt::UniqueFd(copy), options, builtin::HandleKind::File);
  }
}

}  // namespace

void connect_streams(VM& vm, const Host& host) {
  builtin::open_standard_handles(vm);
  builtin::IoTable& table = builtin::io_table(vm);
  connect(table, "main::STDIN", 0, host.in, static_cast<bool>(host.in.read), rt::Access::Read);
  connect(table, "main::STDOUT", 1, host.out, static_cast<bool>(host.out.write), rt::Access::Write);
  connect(table, "main::STDERR", 2, host.err, static_cast<bool>(host.err.write), rt::Access::Write);
}

}  // namespace perlipc::detail
