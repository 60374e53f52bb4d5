// The standard handles of an interpreter, plugged into what the host gave: callbacks, descriptors
// or nothing.
#include "builtins/io_handle.h"
#include "interp/api/interpreter_impl.h"
#include <cerrno>
#include <cxxabi.h>
#include <fcntl.h>

namespace perlipc::detail {

namespace {

// What the host gave as one end of a stream, shared by all duplicates of the handle. What a callback
// throws is an I/O error for the handle, and ends what the host has called.
struct Callbacks {
  std::function<std::size_t(std::span<char>)> read;
  std::function<void(std::string_view)> write;
  bool busy = false;  // write is on the way: what it prints itself waits
};

class CallbackEnd final : public rt::StreamEnd {
 public:
  CallbackEnd(Impl& impl, std::shared_ptr<Callbacks> callbacks)
      : impl_(impl), callbacks_(std::move(callbacks)) {}
  rt::Result<std::size_t> read(char* data, std::size_t size) override {
    if (!callbacks_->read) return rt::Errno{EBADF};
    // Interrupted: what reads looks at once for what is to stop it.
    return guarded(EINTR,
                   [&] { return std::min(size, callbacks_->read(std::span<char>(data, size))); });
  }
  rt::Result<std::size_t> write(const char* data, std::size_t size) override {
    const std::shared_ptr<Callbacks> callbacks = callbacks_;  // the script may close the handle
    if (!callbacks->write) return rt::Errno{EBADF};
    struct Busy {
      bool& flag;
      const bool before = std::exchange(flag, true);
      ~Busy() { flag = before; }
    } busy{callbacks->busy};
    return guarded(EIO, [&] {
      const std::string text(data, size);  // the stream's buffer may move meanwhile
      callbacks->write(text);
      return size;
    });
  }
  bool accepts_writes() const override { return !callbacks_->busy; }
  std::unique_ptr<rt::StreamEnd> duplicate() const override {
    return std::make_unique<CallbackEnd>(impl_, callbacks_);
  }

 private:
  template <class F> rt::Result<std::size_t> guarded(int failure, F&& call) {
    try {
      return call();
    } catch (abi::__forced_unwind&) {
      throw;  // the thread is being cancelled
    } catch (...) {
      impl_.stream_failed();
      return rt::Errno{failure};
    }
  }
  Impl& impl_;  // owns the streams
  std::shared_ptr<Callbacks> callbacks_;
};

std::unique_ptr<CallbackEnd> callback_end(Impl& impl, const Input& in) {
  return std::make_unique<CallbackEnd>(impl, std::make_shared<Callbacks>(Callbacks{in.read, {}}));
}
std::unique_ptr<CallbackEnd> callback_end(Impl& impl, const Output& out) {
  return std::make_unique<CallbackEnd>(impl, std::make_shared<Callbacks>(Callbacks{{}, out.write}));
}

template <class End>
void connect(Impl& impl, const char* name, int number, const End& end, bool callback,
             rt::Access access) {
  if (!callback && end.fd == number) return;
  builtin::IoTable& table = builtin::io_table(impl.vm);
  Glob* const glob = table.engine.glob(name, true);
  builtin::IoHandle* io = table.state_of(glob->io());
  table.host_handles[static_cast<std::size_t>(number)] = glob;
  table.replace_under(io);
  io->stream = {};
  const rt::StreamOptions options{.access = access};
  if (callback) {
    table.attach(io, rt::Stream::over(callback_end(impl, end), options, &table.streams),
                 builtin::HandleKind::File);
  } else if (end.fd >= 0) {
    const int copy = ::fcntl(end.fd, F_DUPFD_CLOEXEC, 3);
    if (copy >= 0) table.attach(io, rt::UniqueFd(copy), options, builtin::HandleKind::File);
  }
}

}  // namespace

void connect_streams(Impl& impl) {
  builtin::open_standard_handles(impl.vm);
  const Host& host = impl.host;
  connect(impl, "main::STDIN", 0, host.in, static_cast<bool>(host.in.read), rt::Access::Read);
  connect(impl, "main::STDOUT", 1, host.out, static_cast<bool>(host.out.write), rt::Access::Write);
  connect(impl, "main::STDERR", 2, host.err, static_cast<bool>(host.err.write), rt::Access::Write);
}

}  // namespace perlipc::detail
