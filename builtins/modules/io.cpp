// The native half of the IO modules: methods of IO::Handle, IO::Seekable, IO::File, IO::Poll and IO::Socket
// that Perl code cannot write (perldoc IO::Handle and so on).
#include "builtins/io_handle.h"
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"
#include "runtime/fd.h"
#include "runtime/file.h"
#include "runtime/socket.h"

#include <cstdio>
#include <poll.h>

namespace perlipc::builtin {

namespace {

// The open stream behind argument 0; null when its handle is closed. Dies with "Bad filehandle: NAME"
// when nothing was ever opened.
IoHandle* stream_argument(Call& call) {
  const HandleArg arg = handle_arg(call, 0);
  if (arg.open()) return arg.io;
  if (arg.io != nullptr) return nullptr;
  const std::string name = arg.glob ? std::string(arg.glob->name->view()) : call.text(0);
  call.engine.die("Bad filehandle: " + name);
  return nullptr;
}

// --- IO::Handle ---------------------------------------------------------------------------------

Value handle_blocking(Call& call) {
  expect(call, 1, 2, "handle, blk=-1");
  IoHandle* io = stream_argument(call);
  if (io == nullptr) return call.fail(EBADF);
  const int fd = io->fd();
  const rt::Result<bool> nonblocking = rt::is_nonblocking(fd);
  if (!nonblocking) return call.fail(nonblocking.error());
  if (call.has(1)) {
    const rt::Result<void> changed = rt::set_nonblocking(fd, !call.truth(1));
    if (!changed) return call.fail(changed.error());
    io->bottom().set_nonblocking(!call.truth(1));
  }
  return Value::integer(!*nonblocking);
}

// $| of a handle; the value before.
Value handle_autoflush(Call& call) {
  expect(call, 2, 2, "handle, on");
  IoTable& table = io_table(call.engine);
  const HandleArg arg = handle_arg(call, 0, true);
  if (arg.handle == nullptr) return Value::integer(0);
  IoHandle* io = table.state_of(arg.handle);
  const bool before = io->autoflush;
  set_autoflush(call.engine, io, to_int(call.engine, call[1]) != 0);
  return Value::integer(before ? 1 : 0);
}

Value handle_error(Call& call) {
  expect(call, 1, 1, "handle");
  IoHandle* io = stream_argument(call);
  if (io != nullptr) return Value::integer(io->has_error());
  call.engine.set_errno(EINVAL);
  return Value::integer(-1);
}

Value handle_clearerr(Call& call) {
  expect(call, 1, 1, "handle");
  if (IoHandle* io = stream_argument(call)) io->clear_error();
  else call.engine.set_errno(EBADF);
  return Value::integer(0);
}

Value handle_flush(Call& call) {
  expect(call, 1, 1, "handle");
  IoHandle* io = stream_argument(call);
  if (io == nullptr) return call.fail(EINVAL);
  rt::Result<void> flushed = io->stream->flush();
  while (flushed.error() == EINTR) {
    call.engine.run_pending_signals();
    flushed = io->stream->flush();
  }
  return sys_result(call, flushed);
}

Value handle_sync(Call& call) {
  expect(call, 1, 1, "arg");
  IoHandle* io = stream_argument(call);
  if (io == nullptr) return call.fail(EINVAL);
  const rt::Result<void> flushed = io->stream->flush();
  return sys_result(call, flushed ? rt::sync_fd(io->fd()) : flushed);
}

Value handle_ungetc(Call& call) {
  expect(call, 2, 2, "handle, c");
  IoHandle* io = stream_argument(call);
  if (io == nullptr) {
    call.engine.set_errno(EINVAL);
    return Value::integer(-1);
  }
  const auto code = static_cast<std::uint32_t>(call.integer(1));
  char bytes[8] = {static_cast<char>(code)};
  const std::size_t size = io->stream->utf8() ? utf8_encode(code, bytes) : 1;
  if (!io->stream->utf8() && code > 0xff) call.engine.die("Wide character number in ungetc");
  io->stream->unread(bytes, size);
  return call[1];
}

Value handle_untaint(Call& call) {
  expect(call, 1, 1, "handle");
  if (IoHandle* io = stream_argument(call)) io->untainted = true;
  return Value::integer(0);
}

Value handle_setbuf(Call& call) {
  expect(call, 2, 2, "handle, ...");
  return {};
}

Value handle_setvbuf(Call& call) {
  call.engine.die("IO::Handle::setvbuf not implemented on this architecture");
  return {};
}

// --- IO::Seekable: positions are opaque bytes ---------------------------------------------------

Value seekable_getpos(Call& call) {
  expect(call, 1, 1, "handle");
  IoHandle* io = stream_argument(call);
  if (io == nullptr) return call.fail(EINVAL);
  const rt::Result<std::int64_t> position = io->stream->tell();
  if (!position) return call.fail(position.error());
  return Value::string({reinterpret_cast<const char*>(&*position), sizeof *position});
}

Value seekable_setpos(Call& call) {
  expect(call, 2, 2, "handle, pos");
  IoHandle* io = stream_argument(call);
  if (io == nullptr) return call.fail(EINVAL);
  const std::string bytes = call.defined(1) ? call.text(1) : std::string();
  std::int64_t position;
  if (bytes.size() != sizeof position) return call.fail(EINVAL);
  std::memcpy(&position, bytes.data(), sizeof position);
  return sys_result(call, io->stream->seek(position, rt::Whence::Start));
}

// --- IO::File -----------------------------------------------------------------------------------

Value file_new_tmpfile(Call& call) {
  const std::string package = call.has(0) ? call.text(0) : "IO::File";
  rt::Result<rt::UniqueFd> fd = rt::open_temporary();
  if (!fd) return call.fail(fd.error());
  Glob* glob = make_anonymous_glob(call.engine.stash("IO::File", true), "_GEN_TMP");
  IoTable& table = io_table(call.engine);
  table.attach(table.state_of(glob->io()), std::move(*fd), {.access = rt::Access::ReadWrite},
               HandleKind::File);
  return bless_new(call.engine, glob, package);
}

// --- IO::Poll -----------------------------------------------------------------------------------

// (timeout in ms, fd, mask, fd, mask ...): the masks are replaced by what happened.
Value poll_poll(Call& call) {
  if (call.count < 1) die_usage(call, "timeout, ...");
  std::vector<pollfd> fds;
  for (std::size_t i = 1; i + 1 < call.count; i += 2) {
    fds.push_back({static_cast<int>(call.integer(i)), static_cast<short>(call.integer(i + 1)), 0});
  }
  const double timeout = call.number(0);
  const rt::Deadline deadline =
      timeout < 0
          ? rt::Deadline()
          : rt::Deadline(rt::Clock::now() +
                         std::chrono::microseconds(static_cast<std::int64_t>(timeout * 1e3)));
  const rt::Result<int> ready = io_table(call.engine).waiter().poll(fds, deadline);
  call.engine.run_pending_signals();
  if (!ready) {
    call.engine.set_errno(ready.error());
    return Value::integer(-1);
  }
  for (std::size_t i = 0; i < fds.size(); ++i) {
    call.assign(2 * i + 1, Value::integer(fds[i].fd));
    call.assign(2 * i + 2, Value::integer(fds[i].revents));
  }
  return Value::integer(*ready);
}

// --- IO::Socket ---------------------------------------------------------------------------------

Value socket_sockatmark(Call& call) {
  expect(call, 1, 1, "sock");
  IoHandle* io = stream_argument(call);
  if (io == nullptr) return call.fail(EBADF);
  const rt::Result<bool> at_mark = rt::at_urgent_mark(io->fd());
  if (!at_mark) return call.fail(at_mark.error());
  return *at_mark ? Value::integer(1) : Value::string("0 but true");
}

const NativeRow kFunctions[] = {
    {"IO::File::new_tmpfile", file_new_tmpfile, nullptr, Capability::FsWrite},
    {"IO::Handle::_autoflush", handle_autoflush, nullptr},
    {"IO::Handle::blocking", handle_blocking, "$;$"},
    {"IO::Handle::clearerr", handle_clearerr, nullptr},
    {"IO::Handle::error", handle_error, nullptr},
    {"IO::Handle::flush", handle_flush, nullptr},
    {"IO::Handle::setbuf", handle_setbuf, nullptr},
    {"IO::Handle::setvbuf", handle_setvbuf, nullptr},
    {"IO::Handle::sync", handle_sync, nullptr},
    {"IO::Handle::ungetc", handle_ungetc, nullptr},
    {"IO::Handle::untaint", handle_untaint, nullptr},
    {"IO::Poll::_poll", poll_poll, nullptr},
    {"IO::Seekable::getpos", seekable_getpos, nullptr},
    {"IO::Seekable::setpos", seekable_setpos, nullptr},
    {"IO::Socket::sockatmark", socket_sockatmark, "$"},
};

void boot(Engine& engine) {
  const struct {
    const char* name;
    std::int64_t value;
  } constants[] = {{"IO::Handle::SEEK_CUR", SEEK_CUR},   {"IO::Handle::SEEK_END", SEEK_END},
                   {"IO::Handle::SEEK_SET", SEEK_SET},   {"IO::Handle::_IOFBF", _IOFBF},
                   {"IO::Handle::_IOLBF", _IOLBF},       {"IO::Handle::_IONBF", _IONBF},
                   {"IO::Poll::POLLERR", POLLERR},       {"IO::Poll::POLLHUP", POLLHUP},
                   {"IO::Poll::POLLIN", POLLIN},         {"IO::Poll::POLLNVAL", POLLNVAL},
                   {"IO::Poll::POLLOUT", POLLOUT},       {"IO::Poll::POLLPRI", POLLPRI},
                   {"IO::Poll::POLLRDBAND", POLLRDBAND}, {"IO::Poll::POLLRDNORM", POLLRDNORM},
                   {"IO::Poll::POLLWRBAND", POLLWRBAND}, {"IO::Poll::POLLWRNORM", POLLWRNORM}};
  for (const auto& [name, value] : constants) define_constant(engine, name, Value::integer(value));
}

}  // namespace

const NativeModule& io_module() {
  static const NativeModule module{.package = "IO",
                                   .functions = kFunctions,
                                   .constants = {},
                                   .boot = boot,
                                   .perl_half = "IO.pm",
                                   .version = "1.50"};
  return module;
}

}  // namespace perlipc::builtin
