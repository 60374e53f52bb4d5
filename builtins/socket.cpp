// Sockets (perlfunc socket ... shutdown; perlipc).
#include "runtime/socket.h"
#include "builtins/io_handle.h"
#include "builtins/receive_buffer.h"

#include <cerrno>
#include <sys/socket.h>

namespace perlipc::builtin {
namespace {

constexpr rt::StreamOptions kSocketOptions{
    .access = rt::Access::ReadWrite, .append = false, .is_socket = true};

// The open socket of operand n; null after the warning, $! is EBADF.
IoHandle* socket_arg(Call& call, std::size_t n, const char* op) {
  if (call[n].is_undef()) {
    call.engine.check_symbol_ref(Value());
    call.engine.warn_uninitialized(&call.args[n], "ref-to-glob cast");
    if (op != std::string_view("accept") && op != std::string_view("recv"))
      call.engine.die("Bad symbol for filehandle");
    report_not_open(call.engine, {}, op, "socket");
    call.engine.set_errno(EBADF);
    return nullptr;
  }
  return open_handle_arg(call, n, op, "socket");
}

Value done(Call& call, const rt::Result<void>& result) {
  if (result) return Value::boolean(true);
  return call.fail(result.error());
}

// A handle about to become a socket, and made when missing.
HandleArg new_socket_arg(Call& call, std::size_t n, const char* op) {
  const HandleArg arg = new_handle_arg(call, n, op);
  if (arg.handle == nullptr) call.engine.die("Bad symbol for filehandle");
  return arg;
}

void make_fresh(IoTable& table, HandleArg& arg) {
  arg.io = table.state_of(arg.handle);
  table.close_quietly(arg.io);
}

// The same, closed when open.
HandleArg fresh_socket_arg(Call& call, std::size_t n, const char* op) {
  HandleArg arg = new_socket_arg(call, n, op);
  make_fresh(io_table(call.engine), arg);
  return arg;
}

void adopt_socket(IoTable& table, const HandleArg& arg, rt::UniqueFd fd) {
  arg.io->was_open = true;
  table.attach(arg.io, std::move(fd), kSocketOptions, HandleKind::Socket);
  // As with perl, $! tells that a socket has no position.
  table.engine.set_errno(ESPIPE);
}

}  // namespace

Value bi_socket(Call& call) {
  const HandleArg arg = fresh_socket_arg(call, 0, "socket");
  rt::Result<rt::UniqueFd> fd =
      rt::open_socket(static_cast<int>(int_arg(call, 1)), static_cast<int>(int_arg(call, 2)),
                      static_cast<int>(int_arg(call, 3)));
  if (!fd) return call.fail(fd.error());
  adopt_socket(io_table(call.engine), arg, std::move(*fd));
  return Value::boolean(true);
}

Value bi_socketpair(Call& call) {
  const HandleArg first = fresh_socket_arg(call, 0, "socketpair");
  const HandleArg second = fresh_socket_arg(call, 1, "socketpair");
  auto pair =
      rt::open_socket_pair(static_cast<int>(int_arg(call, 2)), static_cast<int>(int_arg(call, 3)),
                           static_cast<int>(int_arg(call, 4)));
  if (!pair) return call.fail(pair.error());
  IoTable& table = io_table(call.engine);
  adopt_socket(table, first, std::move(pair->first));
  adopt_socket(table, second, std::move(pair->second));
  return Value::boolean(true);
}

Value bi_bind(Call& call) {
  IoHandle* io = socket_arg(call, 0, "bind");
  if (io == nullptr) return {};
  return done(call, rt::bind_socket(io->fd(), bytes_arg(call, 1)));
}

Value bi_connect(Call& call) {
  IoHandle* io = socket_arg(call, 0, "connect");
  if (io == nullptr) return {};
  poll_signals(call.engine);
  const int fd = io->fd();
  const std::string peer = bytes_arg(call, 1);
  return done(call, until_interrupted(call.engine, [&] { return rt::connect_socket(fd, peer); }));
}

Value bi_listen(Call& call) {
  IoHandle* io = socket_arg(call, 0, "listen");
  if (io == nullptr) return {};
  return done(call, rt::listen_socket(io->fd(), static_cast<int>(int_arg(call, 1))));
}

Value bi_accept(Call& call) {
  Engine& engine = call.engine;
  IoTable& table = io_table(engine);
  // A failing accept leaves a handle, too, and does not close the one there is.
  HandleArg arg = new_socket_arg(call, 0, "accept");
  const Value keep = Value::ref(arg.handle);  // a signal handler may drop the variable's
  IoHandle* listener = socket_arg(call, 1, "accept");
  if (listener == nullptr) return {};
  const int listening = listener->fd();
  poll_signals(engine);
  rt::Result<rt::Accepted> accepted = until_interrupted(engine, [&] {
    const rt::Result<void> ready = table.waiter().before_read(listening);
    return ready ? rt::accept_socket(listening) : rt::Result<rt::Accepted>(ready.failure());
  });
  if (!accepted) return call.fail(accepted.error());
  make_fresh(table, arg);
  adopt_socket(table, arg, std::move(accepted->fd));
  return Value::string(accepted->peer);
}

Value bi_shutdown(Call& call) {
  IoHandle* io = socket_arg(call, 0, "shutdown");
  if (io == nullptr) return {};
  const rt::Result<void> shut = rt::shutdown_socket(io->fd(), static_cast<int>(int_arg(call, 1)));
  if (!shut) call.engine.set_errno(shut.error());
  return Value::integer(shut.ok() ? 1 : 0);
}

// --- messages ------------------------------------------------------------------------------------

namespace {

// The message's bytes; dies on characters that are none.
Text message_bytes(Call& call, std::size_t n) {
  const Value value = call[n];
  if (value.is_undef()) {
    call.engine.warn_uninitialized(&call.args[n]);
    return Text(String::make(""));
  }
  Text text(call.engine, value);
  if (!text.utf8()) return text;
  String* narrow = downgrade(text.get());
  if (narrow == nullptr) call.engine.die("Wide character in send");
  return Text(narrow);
}

}  // namespace

Value bi_send(Call& call) {
  const HandleArg arg = handle_arg(call, 0);
  call.engine.set_errno(0);
  if (!arg.open()) {
    report_not_open(call.engine, arg, "send", "socket");
    return call.fail(EBADF);
  }
  if (!arg.io->stream->writable()) {
    report_wrong_way(call.engine, arg, true);
    return call.fail(EBADF);
  }
  if (arg.io->stream->utf8()) call.engine.die("send() isn't allowed on :utf8 handles");
  const Text message = message_bytes(call, 1);
  const std::string_view bytes = message.view();
  const int flags = static_cast<int>(int_arg(call, 2));
  const int fd = arg.io->fd();
  poll_signals(call.engine);
  std::optional<std::string> to;
  if (call.defined(3)) to = bytes_arg(call, 3);
  const rt::Result<std::size_t> sent =
      until_interrupted(call.engine, [&]() -> rt::Result<std::size_t> {
        RT_TRY(io_table(call.engine).waiter().before_write(fd));
        return to ? rt::send_bytes_to(fd, bytes.data(), bytes.size(), flags, *to)
                  : rt::send_bytes(fd, bytes.data(), bytes.size(), flags);
      });
  if (sent) return Value::integer(static_cast<std::int64_t>(*sent));
  return call.fail(sent.error());
}

Value bi_recv(Call& call) {
  Engine& engine = call.engine;
  engine.set_errno(0);
  IoHandle* io = socket_arg(call, 0, "recv");
  if (io == nullptr) return {};
  if (io->stream->utf8()) engine.die("recv() isn't allowed on :utf8 handles");
  const std::int64_t length = int_arg(call, 2);
  if (length < 0) engine.die("Negative length");
  const int flags = static_cast<int>(int_arg(call, 3));
  const int fd = io->fd();
  refuse_read_only(call, 1);
  if (!call.defined(1)) call.assign(1, Value::string(""));  // what a failure leaves
  poll_signals(engine);
  // No more room than a message has.
  constexpr std::int64_t kMost = 16 << 20;
  const auto size =
      static_cast<std::size_t>((flags & MSG_WAITALL) != 0 ? length : std::min(length, kMost));
  const rt::Result<rt::Received> got = until_interrupted(engine, [&]() -> rt::Result<rt::Received> {
    ReceiveBuffer buffer(call, 1, size);
    if ((flags & MSG_DONTWAIT) == 0) RT_TRY(io_table(engine).waiter().before_read(fd));
    rt::Result<rt::Received> received = rt::receive_bytes(fd, buffer.data(), size, flags);
    if (received) buffer.keep(std::min(received->size, size));
    return received;
  });
  if (!got) return call.fail(got.error());
  return Value::string(got->from());
}

// --- options and names ---------------------------------------------------------------------------

Value bi_getsockopt(Call& call) {
  IoHandle* io = socket_arg(call, 0, "getsockopt");
  if (io == nullptr) return {};
  const auto value = rt::socket_option(io->fd(), static_cast<int>(int_arg(call, 1)),
                                       static_cast<int>(int_arg(call, 2)));
  if (!value) return call.fail(value.error());
  return Value::string(*value);
}

Value bi_setsockopt(Call& call) {
  IoHandle* io = socket_arg(call, 0, "setsockopt");
  if (io == nullptr) return {};
  const int name = static_cast<int>(int_arg(call, 2));  // perl reads them from the last one on
  const int level = static_cast<int>(int_arg(call, 1));
  const Value value = call[3];
  // perlfunc setsockopt: a string is packed data, a number an integer option, undef is 0.
  if (value.is_string())
    return done(call, rt::set_socket_option(io->fd(), level, name, value.s->view()));
  return done(call,
              rt::set_socket_option(io->fd(), level, name, static_cast<int>(int_arg(call, 3))));
}

namespace {

Value name_result(Call& call, const rt::Result<rt::AddressBytes>& name) {
  if (!name) return call.fail(name.error());
  return Value::string(*name);
}

}  // namespace

Value bi_getsockname(Call& call) {
  IoHandle* io = socket_arg(call, 0, "getsockname");
  return io != nullptr ? name_result(call, rt::socket_name(io->fd())) : Value();
}

Value bi_getpeername(Call& call) {
  IoHandle* io = socket_arg(call, 0, "getpeername");
  return io != nullptr ? name_result(call, rt::peer_name(io->fd())) : Value();
}

}  // namespace perlipc::builtin
