// close, binmode, fileno and the other small questions to a handle (perlfunc).
#include "builtins/io_handle.h"
#include "builtins/receive_buffer.h"
#include "runtime/file.h"

#include <cerrno>
#include <fcntl.h>
#include <limits>

namespace perlipc::builtin {
namespace {

// perlfunc close: for a pipe, $? is the child's status, and $! is 0 when only that says no.
bool close_child(IoTable& table, const rt::Ref<rt::ChildRecord>& child, int close_error) {
  Engine& engine = table.engine;
  int error = 0;
  const int status = table.wait_for(child->pid(), &error);
  engine.set_child_status(status);
  if (error != 0) {
    engine.set_errno(error);
    return false;
  }
  child->set_status(rt::ExitStatus(status));
  if (close_error != 0) {
    engine.set_errno(close_error);
    return false;
  }
  if (status != 0) engine.set_errno(0);
  return status == 0;
}

bool close_handle(IoTable& table, const HandleArg& arg) {
  IoHandle* io = arg.io;
  const HeldHandle held(io);
  io->lines = 0;
  if (!io->is_open()) {
    table.engine.set_errno(EBADF);
    return false;
  }
  const rt::Ref<rt::ChildRecord> child = io->stream->child();
  const bool flagged = std::exchange(io->error_flag, false);
  // What went wrong before counts for a file, not for a pipe: there the child's status does.
  if (child) io->stream->clear_error();
  int error = table.close_stream(io);
  if (error == 0 && !child && flagged) error = EBADF;
  if (child) return close_child(table, child, error);
  if (error == 0) return true;
  table.engine.set_errno(error);
  return false;
}

}  // namespace

Value bi_close(Call& call) {
  IoTable& table = io_table(call.engine);
  HandleArg arg;
  if (call.count == 0) {
    arg.glob = table.selected;
    arg.handle = arg.glob != nullptr ? arg.glob->body->io : nullptr;
    arg.io = io_of(arg.handle);
  } else {
    arg = handle_arg(call, 0);
  }
  Value result;
  if (tied_call(call, arg, "CLOSE", 1, &result)) return result;
  if (arg.io == nullptr) {
    // A bareword has its IO slot from the moment it is compiled; a name may have none.
    if (arg.handle == nullptr && !arg.name.empty()) report_not_open(call.engine, arg, "close");
    if (arg.glob != nullptr)  // closed from now on
      table.state_of(arg.glob->io())->was_open = true;
    call.engine.set_errno(EBADF);
    return Value::boolean(false);
  }
  return Value::boolean(close_handle(table, arg));
}

Value bi_binmode(Call& call) {
  const HandleArg arg = handle_arg(call, 0);
  Value result;
  if (tied_call(call, arg, "BINMODE", 1, &result)) return result;
  if (!arg.open()) {
    report_not_open(call.engine, arg, "binmode");
    return call.fail(EBADF);
  }
  const std::string layers = call.has(1) ? bytes_arg(call, 1) : ":raw";
  if (flush_handle(call.engine, arg.io).error() == EINTR) return call.fail(EINTR);
  if (!apply_layers(call.engine, arg.io, layers.empty() ? ":raw" : layers, LayersOf::Binmode))
    return {};
  return Value::boolean(true);
}

Value bi_fileno(Call& call) {
  const HandleArg arg = handle_arg(call, 0);
  Value result;
  if (tied_call(call, arg, "FILENO", 1, &result)) return result;
  if (arg.io != nullptr && arg.io->directory && !arg.io->stream)
    return Value::integer(arg.io->directory->fd());
  if (!arg.open()) return Value();  // $! is left alone
  return Value::integer(arg.io->fd());
}

// --- position ------------------------------------------------------------------------------------

namespace {

std::optional<rt::Whence> whence_of(std::int64_t number) {
  switch (number) {
    case 0: return rt::Whence::Start;
    case 1: return rt::Whence::Current;
    case 2: return rt::Whence::End;
    default: return std::nullopt;
  }
}

Value position(std::int64_t offset) {
  return offset == 0 ? Value::string("0 but true") : Value::integer(offset);
}

}  // namespace

Value bi_seek(Call& call) {
  const HandleArg arg = handle_arg(call, 0);
  Value result;
  if (tied_call(call, arg, "SEEK", 1, &result)) return result;
  if (arg.glob != nullptr) call.engine.set_last_read(arg.glob);
  const std::int64_t offset = int_arg(call, 1);
  const auto whence = whence_of(int_arg(call, 2));
  if (!arg.open()) {
    report_not_open(call.engine, arg, "seek");
    call.engine.set_errno(EBADF);
    return Value::boolean(false);
  }
  if (!whence) {
    call.engine.set_errno(EINVAL);
    return Value::boolean(false);
  }
  if (*whence == rt::Whence::End) report_missing_text(*arg.io, 1, "seek", arg.glob);
  rt::Result<void> moved = arg.io->stream->seek(offset, *whence);
  if (moved.error() == EINTR) {
    HeldHandle held(arg.io);
    while (moved.error() == EINTR && held.handlers_ran_in_write(call.engine))
      moved = arg.io->stream->seek(offset, *whence);
  }
  if (!moved) call.engine.set_errno(moved.error());
  return Value::boolean(moved.ok());
}

Value bi_tell(Call& call) {
  HandleArg arg;
  if (call.count == 0) {
    arg.glob = call.engine.last_read();
    arg.handle = arg.glob != nullptr ? arg.glob->body->io : nullptr;
    arg.io = io_of(arg.handle);
  } else {
    arg = handle_arg(call, 0);
    if (arg.glob != nullptr) call.engine.set_last_read(arg.glob);
  }
  Value result;
  if (tied_call(call, arg, "TELL", 1, &result)) return result;
  if (!arg.open()) {
    if (call.count > 0 || arg.glob != nullptr) report_not_open(call.engine, arg, "tell");
    call.engine.set_errno(EBADF);
    return Value::integer(-1);
  }
  const rt::Result<std::int64_t> at = arg.io->stream->tell();
  if (at) return Value::integer(*at);
  // As with perl, what cannot be positioned tells how many bytes have gone by.
  if (at.error() == ESPIPE) return Value::integer(arg.io->moved);
  call.engine.set_errno(at.error());
  return Value::integer(-1);
}

Value bi_sysseek(Call& call) {
  const HandleArg arg = handle_arg(call, 0);
  Value result;
  if (tied_call(call, arg, "SEEK", 1, &result)) return result;
  const std::int64_t offset = int_arg(call, 1);
  const auto whence = whence_of(int_arg(call, 2));
  if (!arg.open()) {
    report_not_open(call.engine, arg, "sysseek");
    return call.fail(EBADF);
  }
  if (!whence) return call.fail(EINVAL);
  const rt::Result<std::int64_t> at = arg.io->stream->sysseek(offset, *whence);
  if (!at) {
    call.engine.set_errno(at.error());
    return {};
  }
  return position(*at);
}

Value bi_truncate(Call& call) {
  call.engine.set_errno(0);
  const Value target = call[0];
  const bool names_handle = target.is_glob() || target.is_ref();
  const std::int64_t size = int_arg(call, 1);
  if (names_handle) {
    const HandleArg arg = handle_arg(call, 0);
    if (!arg.open()) return call.fail(EBADF);
    rt::Result<void> done = flush_handle(call.engine, arg.io);
    if (done.error() == EINTR) return call.fail(EINTR);
    done = arg.io->fd() >= 0 ? rt::truncate_fd(arg.io->fd(), size) : arg.io->stream->truncate(size);
    if (done) return Value::boolean(true);
    return call.fail(done.error());
  }
  const auto path = path_arg(call, 0, nullptr);
  if (!path) return {};
  const rt::Result<void> done = rt::truncate_path(path->c_str(), size);
  if (done) return Value::boolean(true);
  return call.fail(done.error());
}

// --- locks and control ---------------------------------------------------------------------------

Value bi_flock(Call& call) {
  const HandleArg arg = handle_arg(call, 0);
  if (!arg.open()) {
    report_not_open(call.engine, arg, "flock");
    call.engine.set_errno(EBADF);
    return Value::integer(0);
  }
  const int operation = static_cast<int>(int_arg(call, 1));
  if (flush_handle(call.engine, arg.io).error() == EINTR) return call.fail(EINTR);
  const int fd = arg.io->fd();
  const rt::Result<void> locked =
      until_interrupted(call.engine, [&] { return rt::lock_file(fd, operation); });
  if (!locked) call.engine.set_errno(locked.error());
  return Value::integer(locked.ok() ? 1 : 0);
}

namespace {

Value control_result(Call& call, const rt::Result<int>& result) {
  if (!result) return call.fail(result.error());
  return *result == 0 ? Value::string("0 but true") : Value::integer(*result);
}

// perlfunc ioctl: a string argument is a buffer the call fills, a number is passed as it is.
Value control(Call& call, bool is_ioctl) {
  const char* op = is_ioctl ? "ioctl" : "fcntl";
  const HandleArg arg = handle_arg(call, 0);
  if (!arg.open()) {
    report_not_open(call.engine, arg, op);
    return call.fail(EBADF);
  }
  const std::int64_t request = int_arg(call, 1);
  const Value argument = call[2];
  const int fd = arg.io->fd();
  if (!argument.is_string() && !argument.is_undef()) {
    const std::int64_t number = to_int(call.engine, argument);
    const rt::Result<int> result =
        is_ioctl ? rt::ioctl_number(fd, static_cast<unsigned long>(request), number)
                 : rt::fcntl_number(fd, static_cast<int>(request), number);
    if (result && !is_ioctl && request == F_SETFL)
      arg.io->bottom().set_nonblocking((number & O_NONBLOCK) != 0);
    return control_result(call, result);
  }
  refuse_read_only(call, 2);
  std::string buffer(argument.is_undef() ? std::string_view() : argument.s->view());
  const std::size_t given = buffer.size();
  const std::size_t room = std::max<std::size_t>(
      given, is_ioctl ? rt::ioctl_buffer_size(static_cast<unsigned long>(request)) : 256);
  buffer.resize(room + 1);
  const rt::Result<int> result =
      is_ioctl ? rt::ioctl_buffer(fd, static_cast<unsigned long>(request), buffer.data())
               : rt::fcntl_buffer(fd, static_cast<int>(request), buffer.data());
  if (result) {
    buffer.resize(room);
    call.assign(2, Value::string(given >= room ? std::string_view(buffer)
                                               : std::string_view(buffer).substr(0, room)));
  }
  return control_result(call, result);
}

}  // namespace

Value bi_fcntl(Call& call) { return control(call, false); }
Value bi_ioctl(Call& call) { return control(call, true); }

}  // namespace perlipc::builtin
