// open, sysopen and the ways a handle gets its descriptor (perlfunc open, sysopen).
#include "builtins/open_request.h"
#include "builtins/policy.h"
#include "runtime/file.h"

#include <cerrno>
#include <cmath>
#include <fcntl.h>

namespace perlipc::builtin {
namespace {

rt::StreamOptions options_of(int flags) { return rt::stream_options_for(flags); }

// perldiag: a standard descriptor number that now points the other way.
void warn_standard_number(Engine& engine, const HandleArg& arg, int fd, bool reads, bool writes) {
  if (fd == 0 && !reads && writes) {
    engine.warn(Warning::Io, "Filehandle STDIN reopened as" + arg.text() + " only for output");
  } else if ((fd == 1 || fd == 2) && reads && !writes) {
    engine.warn(Warning::Io, std::string("Filehandle STD") + (fd == 1 ? "OUT" : "ERR") +
                                 " reopened as" + arg.text() + " only for input");
  }
}

// As with perl, $! after a successful dup tells what the descriptor is not: a terminal, or
// something with a position. From there on the handle counts its own.
void note_kind(Engine& engine, IoHandle* io) {
  if (rt::is_tty(io->fd())) return;
  const rt::Result<std::int64_t> at = rt::seek_fd(io->fd(), 0, rt::Whence::Current);
  if (at) io->stream->set_position(*at);
  engine.set_errno(at ? ENOTTY : at.error());
}

bool shares_socket(int fd) {
  const rt::Result<rt::FileStat> stat = rt::stat_fd(fd);
  return stat && stat->is_socket();
}

// Closes what the handle was, unless it holds a system descriptor whose number must survive.
void prepare_reopen(IoTable& table, IoHandle* io, const HandleArg& arg) {
  if (!io->stream) return;
  const int fd = io->fd();
  if (!io->borrowed && fd >= 0 && fd <= table.max_system_fd) return;
  table.close_for_reopening(io, arg);
}

bool open_file(IoTable& table, const HandleArg& arg, const OpenRequest& request) {
  Engine& engine = table.engine;
  poll_signals(engine);
  rt::Result<rt::UniqueFd> fd =
      until_interrupted(engine, [&] { return rt::open_file(request.path.c_str(), request.flags); });
  if (!fd) {
    engine.set_errno(fd.error());
    if (fd.error() == ENOENT && request.newline) warn_newline(engine, "\n", "open");
    return false;
  }
  const bool terminal = request.path.starts_with("/dev/") && rt::is_tty(fd->get());
  if (!install_fd(table, arg, std::move(*fd), options_of(request.flags), HandleKind::File))
    return false;
  if ((request.flags & O_APPEND) == 0) arg.io->stream->set_position(0);
  // As with perl, $! tells that a file is no terminal.
  if (!terminal) engine.set_errno(ENOTTY);
  return true;
}

bool open_temporary(IoTable& table, const HandleArg& arg, const OpenRequest& request) {
  rt::Result<rt::UniqueFd> fd = rt::open_temporary();
  if (!fd) {
    table.engine.set_errno(fd.error());
    return false;
  }
  rt::StreamOptions options = options_of(request.flags);
  options.access = rt::Access::ReadWrite;
  if (options.append) (void)rt::fcntl_number(fd->get(), F_SETFL, O_APPEND);
  if (!install_fd(table, arg, std::move(*fd), options, HandleKind::File)) return false;
  table.engine.set_errno(ENOTTY);
  return true;
}

bool open_standard_alias(IoTable& table, const HandleArg& arg, const OpenRequest& request) {
  Glob* glob = table.engine.glob(request.reading ? "main::STDIN" : "main::STDOUT", true);
  const IoHandle* standard = io_of(glob->io());
  rt::Ref<rt::Stream> stream = table.standard_streams[request.reading ? 0 : 1];
  if (!stream || !stream->is_open())
    stream = standard != nullptr ? standard->stream : rt::Ref<rt::Stream>();
  if (!stream) {
    table.engine.set_errno(EBADF);
    return false;
  }
  if (stream == arg.io->stream) return true;
  if (arg.io->stream) table.close_quietly(arg.io);
  table.attach(arg.io, stream, HandleKind::File);
  arg.io->borrowed = true;
  return true;
}

struct DupSource {
  int fd = -1;
  IoHandle* io = nullptr;
};

// Whether an `&` mode has a number.
bool names_descriptor(Engine& engine, const OpenRequest& request) {
  const Value& target = request.target;
  if (target.is_ref() || target.is_glob()) return false;
  if (target.is_double() && target.d != std::trunc(target.d)) return false;
  if (!request.target_is_name) return looks_like_number(target);
  const Text text(engine, target);
  const std::string_view name = text.view();
  return !name.empty() && name[0] >= '0' && name[0] <= '9';
}

// A number in a 2-argument mode has digits only, and none too many.
std::optional<DupSource> descriptor_number(Engine& engine, const OpenRequest& request) {
  if (request.target_is_name) {
    const Text text(engine, request.target);
    const std::string_view digits = text.view();
    if (digits.size() > 9 || (digits.size() > 1 && digits[0] == '0') ||
        digits.find_first_not_of("0123456789") != digits.npos) {
      engine.set_errno(EINVAL);
      return std::nullopt;
    }
  }
  return DupSource{static_cast<int>(to_int(engine, request.target)), nullptr};
}

// The descriptor an `&` mode names; nullopt with $! set.
std::optional<DupSource> dup_source(IoTable& table, const OpenRequest& request) {
  Engine& engine = table.engine;
  const Value& target = request.target;
  if (names_descriptor(engine, request)) return descriptor_number(engine, request);
  const HandleArg arg = handle_of_value(engine, target, nullptr, false);
  if (arg.handle == nullptr && !request.target_is_name) {
    const std::string name = arg.text();
    engine.die("Bad filehandle: " + (name.empty() ? name : name.substr(1)));
  }
  if (!arg.open()) {
    engine.set_errno(arg.io != nullptr && arg.io->was_open ? EBADF : EINVAL);
    return std::nullopt;
  }
  return DupSource{arg.io->fd(), arg.io};
}

void flush_source(IoTable& table, IoHandle* source) {
  rt::Result<void> flushed = source->stream->flush();
  while (flushed.error() == EINTR) {
    table.engine.run_pending_signals();
    flushed = source->stream->flush();
  }
  give_back_read_ahead(*source->stream);
}

// A handle whose far end has no descriptor, such as the host's: both write to, or read from, the same
// place.
bool dup_end(IoTable& table, IoHandle* io, const OpenRequest& request, IoHandle& source) {
  std::unique_ptr<rt::StreamEnd> end =
      source.stream->end() ? source.stream->end()->duplicate() : nullptr;
  if (!end) return false;
  flush_source(table, &source);
  if (io->stream) table.replace_under(io);  // its descriptor stays for children
  const rt::StreamOptions options{.access = options_of(request.flags).access};
  table.attach(io, rt::Stream::over(std::move(end), options, &table.streams), HandleKind::File);
  return true;
}

bool open_dup(IoTable& table, const HandleArg& arg, const OpenRequest& request) {
  Engine& engine = table.engine;
  const auto source = dup_source(table, request);
  if (!source) return false;
  if (source->fd < 0) {
    if (source->io != nullptr && source->io->kind == HandleKind::Memory && !arg.io->stream)
      return dup_memory(table, arg.io, request, *source->io->stream);
    if (source->io != nullptr && dup_end(table, arg.io, request, *source->io)) return true;
    engine.set_errno(EBADF);
    return false;
  }
  if (source->io != nullptr) flush_source(table, source->io);
  rt::StreamOptions options = options_of(request.flags);
  options.is_socket =
      source->io != nullptr ? source->io->kind == HandleKind::Socket : shares_socket(source->fd);
  const HandleKind kind = options.is_socket ? HandleKind::Socket : HandleKind::File;
  if (request.alias) {
    if (!rt::is_open(source->fd)) {
      engine.set_errno(EBADF);
      return false;
    }
    // Each handle on the number counts; the last one closes it.
    if (table.number_in_use(source->fd)) table.share_fd(source->fd);
    if (!install_fd(table, arg, rt::UniqueFd(source->fd), options, kind)) return false;
    // The number may have come from elsewhere.
    (void)rt::make_inheritable_upto(arg.io->fd(), table.max_system_fd);
  } else {
    rt::Result<rt::UniqueFd> copy = rt::dup_cloexec(source->fd);
    if (!copy) {
      engine.set_errno(copy.error());
      return false;
    }
    if (!install_fd(table, arg, std::move(*copy), options, kind)) return false;
  }
  note_kind(engine, arg.io);
  return true;
}

}  // namespace

bool install_fd(IoTable& table, const HandleArg& arg, rt::UniqueFd fd, rt::StreamOptions options,
                HandleKind kind) {
  IoHandle* io = arg.io;
  const bool reopened = static_cast<bool>(io->stream);
  const bool reads = (static_cast<int>(options.access) & 1) != 0;
  const bool writes = (static_cast<int>(options.access) & 2) != 0;
  if (reopened) {
    // A system descriptor keeps its number (perlvar $^F), whatever is behind it.
    const int number = io->fd();
    if (number != fd.get()) {
      if (fd.get() <= 2 && !options.append)
        warn_standard_number(table.engine, arg, fd.get(), reads, writes);
      rt::Result<void> flushed = io->stream->flush();
      while (flushed.error() == EINTR) {
        table.engine.run_pending_signals();
        flushed = io->stream->flush();
      }
      const rt::Result<void> moved = rt::dup_to(fd.get(), number, rt::Inheritable::Yes);
      if (!moved) {
        table.engine.set_errno(moved.error());
        return false;
      }
      table.replace_under(io);
      fd = rt::UniqueFd(number);
    } else {
      table.replace_under(io);
    }
  }
  const int number = fd.get();
  table.attach(io, std::move(fd), options, kind);
  io->checked_at_exit = options.append;  // so perl has it: only the first STDOUT, and appending
  if (number <= 2 && !reopened) warn_standard_number(table.engine, arg, number, reads, writes);
  return true;
}

namespace {

// What the host must allow. A dup by name, or of a handle, gives nothing that is not open already; a
// number may be a descriptor of the host's.
void check_policy(Engine& engine, const OpenRequest& request) {
  const auto need = [&](Capability capability) { require_allowed(engine, capability, request.op); };
  switch (request.kind) {
    case OpenRequest::Kind::Memory:
    case OpenRequest::Kind::Standard: return;
    case OpenRequest::Kind::Pipe:
      need(request.fork_only ? Capability::Fork : Capability::Exec);
      return;
    case OpenRequest::Kind::Temporary: return need(Capability::FsWrite);
    case OpenRequest::Kind::Dup:
      if (!names_descriptor(engine, request)) return;
      break;
    case OpenRequest::Kind::File: break;
  }
  if ((request.flags & O_ACCMODE) != O_WRONLY) need(Capability::FsRead);
  if ((request.flags & (O_ACCMODE | O_CREAT)) != O_RDONLY) need(Capability::FsWrite);
}

}  // namespace

Opened open_request(IoTable& table, const HandleArg& arg, const OpenRequest& request) {
  check_policy(table.engine, request);
  IoHandle* io = table.state_of(arg.handle);
  HandleArg target = arg;
  target.io = io;
  io->was_open = true;
  io->name = arg.glob != nullptr ? Value::share(arg.glob->name) : Value();
  prepare_reopen(table, io, arg);
  Opened result;
  switch (request.kind) {
    case OpenRequest::Kind::File: result.ok = open_file(table, target, request); break;
    case OpenRequest::Kind::Dup: result.ok = open_dup(table, target, request); break;
    case OpenRequest::Kind::Temporary: result.ok = open_temporary(table, target, request); break;
    case OpenRequest::Kind::Standard:
      result.ok = open_standard_alias(table, target, request);
      break;
    case OpenRequest::Kind::Pipe: result = open_pipe(table, target, request); break;
    case OpenRequest::Kind::Memory:
      if (io->stream) {
        // No descriptor can take a system handle's number.
        table.engine.set_errno(EBADF);
        break;
      }
      result.ok = open_memory(table, io, request);
      break;
  }
  if (!result.ok || result.child) return result;
  if (!request.layers.empty()) {
    apply_layers(table.engine, io, request.layers, LayersOf::Open);
  } else if (request.kind != OpenRequest::Kind::Standard) {
    const bool output = request.kind == OpenRequest::Kind::Pipe
                            ? !request.reading
                            : (request.flags & O_ACCMODE) == O_WRONLY;
    const std::string layers = default_layers(table.engine, output);
    if (!layers.empty()) apply_layers(table.engine, io, layers, LayersOf::Open);
  }
  return result;
}

namespace {

void refuse_dirhandle(Call& call, const HandleArg& arg) {
  if (arg.io != nullptr && arg.io->directory) {
    call.engine.die("Cannot open" + arg.text() +
                    " as a filehandle: it is already open as a dirhandle");
  }
}

// open(FH): the file name is in the package variable $FH (perlfunc open).
std::string name_from_scalar(Call& call, const HandleArg& arg) {
  if (arg.glob == nullptr) return {};
  const Value value = arg.glob->scalar()->get();
  if (value.is_undef()) {
    call.engine.warn(Warning::Uninitialized, "Use of uninitialized value $" +
                                                 std::string(arg.glob->name->view()) + " in open");
    return {};
  }
  return bytes_of(call.engine, value);
}

}  // namespace

namespace {

Value open_with_arguments(Call& call, IoTable& table, const HandleArg& arg) {
  const std::optional<OpenRequest> request =
      call.count > 2    ? parse_with_mode(call, 1)
      : call.count == 2 ? parse_two_arguments(call, bytes_arg(call, 1))
                        : parse_two_arguments(call, name_from_scalar(call, arg));
  if (!request) return {};
  const Opened opened = open_request(table, arg, *request);
  if (opened.child) return Value::integer(0);
  if (!opened.ok) return {};
  return Value::integer(opened.pid != 0 ? opened.pid : 1);
}

}  // namespace

Value bi_open(Call& call) {
  Engine& engine = call.engine;
  IoTable& table = io_table(engine);
  const HandleArg arg = new_handle_arg(call, 0, "open");
  if (arg.handle == nullptr) engine.die("Can't use an undefined value as filehandle reference");
  Value result;
  if (tied_call(call, arg, "OPEN", 1, &result)) return result;
  refuse_dirhandle(call, arg);
  IoHandle* io = table.state_of(arg.handle);
  io->was_open = true;
  const int error = engine.get_errno();
  prepare_reopen(table, io, arg);
  engine.set_errno(error);
  try {
    return open_with_arguments(call, table, arg);
  } catch (...) {
    // As with perl, dying leaves the handle closed and a system descriptor open.
    if (io->stream) {
      (void)io->stream->flush();
      table.replace_under(io);
    }
    throw;
  }
}

Value bi_sysopen(Call& call) {
  Engine& engine = call.engine;
  IoTable& table = io_table(engine);
  const HandleArg arg = new_handle_arg(call, 0, "sysopen");
  if (arg.handle == nullptr) engine.die("Can't use an undefined value as filehandle reference");
  refuse_dirhandle(call, arg);
  IoHandle* io = table.state_of(arg.handle);
  io->was_open = true;
  HandleArg target = arg;
  target.io = io;
  const auto path = path_arg(call, 1, "open");
  if (!path) return {};
  const int flags = static_cast<int>(int_arg(call, 2));
  const auto permissions = static_cast<mode_t>(call.has(3) ? int_arg(call, 3) : 0666);
  prepare_reopen(table, io, arg);
  rt::Result<rt::UniqueFd> fd =
      until_interrupted(engine, [&] { return rt::open_file(path->c_str(), flags, permissions); });
  if (!fd) return call.fail(fd.error());
  const bool terminal = path->starts_with("/dev/") && rt::is_tty(fd->get());
  if (!install_fd(table, target, std::move(*fd), options_of(flags), HandleKind::File)) return {};
  if (!terminal) engine.set_errno(ENOTTY);
  return Value::integer(1);
}

bool open_for_argv(Engine& engine, Handle* handle, Glob* glob, std::string_view name, bool safe) {
  IoTable& table = io_table(engine);
  HandleArg arg;
  arg.glob = glob;
  arg.handle = handle;
  arg.io = table.state_of(handle);
  if (safe) {
    OpenRequest request;
    request.op = "<>";
    request.flags = O_RDONLY;
    const auto path = path_of(engine, Value::string(name), "open");
    if (!path) return false;
    request.path = *path;
    return open_request(table, arg, request).ok;
  }
  std::vector<Value> scratch;
  Call call{engine, nullptr, 0, Want::Scalar, 0, nullptr, false, &scratch};
  auto parsed = parse_two_arguments(call, std::string(name));
  if (name.ends_with('|') || name.starts_with('|')) {
    engine.check_environment();
    engine.refuse_tainted("piped open");
  } else if (name.starts_with('>') || name.starts_with('+')) engine.refuse_tainted("open");
  if (!parsed) return false;
  parsed->op = "<>";
  return open_request(table, arg, *parsed).ok;
}

}  // namespace perlipc::builtin
