// Socket addresses of the Socket module: packing, unpacking, text forms (perldoc Socket).
#include "builtins/modules/socket.h"
#include "runtime/address.h"
#include "runtime/resolve.h"

#include <cstring>
#include <netinet/in.h>

namespace perlipc::builtin {

namespace {

std::string full_name(Call& call) { return "Socket::" + std::string(native_name(call)); }

// Bytes of argument n; characters beyond 255 are refused.
std::string address_bytes(Call& call, std::size_t n) {
  const Text text(call.engine, call[n]);
  if (!text.utf8()) return std::string(text.view());
  String* bytes = downgrade(text.get());
  if (!bytes) call.engine.die("Wide character in " + full_name(call));
  return std::string(Text(bytes).view());
}

[[noreturn]] void die_length(Call& call, const char* preposition, std::size_t length,
                             std::size_t wanted) {
  call.engine.die("Bad arg length " + std::string(preposition) + full_name(call) + ", length is " +
                  std::to_string(length) + ", should be " + std::to_string(wanted));
  __builtin_unreachable();
}

void check_length(Call& call, const std::string& bytes, std::size_t wanted,
                  const char* preposition = "for ") {
  if (bytes.size() != wanted) die_length(call, preposition, bytes.size(), wanted);
}

void check_family(Call& call, const std::string& bytes, int wanted) {
  const int family =
      rt::address_family(bytes).value_or(static_cast<unsigned char>(bytes.empty() ? 0 : bytes[0]));
  if (family == wanted) return;
  call.engine.die("Bad address family for " + full_name(call) + ", got " + std::to_string(family) +
                  ", should be " + std::to_string(wanted));
}

std::uint16_t port_argument(Call& call, std::size_t n) {
  if (!call.defined(n)) return 0;
  const std::int64_t port = call.integer(n);
  if (port > 0xffff) {
    call.engine.warn(Warning::Misc, "Port number above 0xFFFF, will be truncated to " +
                                        std::to_string(port & 0xffff) + " for " + full_name(call));
  }
  return static_cast<std::uint16_t>(port);
}

void require_defined(Call& call, std::size_t n, const char* what) {
  if (!call.defined(n))
    call.engine.die("Undefined " + std::string(what) + " for " + full_name(call));
}

// --- AF_INET ------------------------------------------------------------------------------------

Value pack_in(Call& call) {
  expect(call, 2, 2, "port_sv, ip_address_sv");
  require_defined(call, 1, "address");
  const std::string address = address_bytes(call, 1);
  check_length(call, address, 4);
  return text_value(*rt::pack_inet4({port_argument(call, 0), address}));
}

Value unpack_in(Call& call) {
  expect(call, 1, 1, "sin_sv");
  const std::string bytes = call.text(0);
  check_length(call, bytes, sizeof(sockaddr_in));
  check_family(call, bytes, AF_INET);
  const rt::Inet4Address address = *rt::unpack_inet4(bytes);
  if (call.want != Want::List) return text_value(address.address);
  call.push(Value::integer(address.port));
  call.push(text_value(address.address));
  return call.list();
}

// --- AF_INET6 -----------------------------------------------------------------------------------

Value pack_in6(Call& call) {
  expect(call, 2, 4, "port_sv, sin6_addr, scope_id=0, flowinfo=0");
  require_defined(call, 1, "address");
  const std::string address = address_bytes(call, 1);
  check_length(call, address, 16, "");
  const auto scope = static_cast<std::uint32_t>(call.defined(2) ? call.integer(2) : 0);
  const auto flow = static_cast<std::uint32_t>(call.defined(3) ? call.integer(3) : 0);
  return text_value(*rt::pack_inet6({port_argument(call, 0), address, scope, flow}));
}

Value unpack_in6(Call& call) {
  expect(call, 1, 1, "sin6_sv");
  const std::string bytes = call.text(0);
  check_length(call, bytes, sizeof(sockaddr_in6));
  check_family(call, bytes, AF_INET6);
  const rt::Inet6Address address = *rt::unpack_inet6(bytes);
  if (call.want != Want::List) return text_value(address.address);
  call.push(Value::integer(address.port));
  call.push(text_value(address.address));
  call.push(Value::integer(address.scope_id));
  call.push(Value::integer(address.flow_info));
  return call.list();
}

// --- AF_UNIX ------------------------------------------------------------------------------------

Value pack_un(Call& call) {
  expect(call, 1, 1, "pathname");
  require_defined(call, 0, "path");
  constexpr std::size_t kLongestPath = 108;
  const std::string path = call.text(0);
  if (path.size() > kLongestPath) {
    call.engine.warn_always(
        "Path length (" + std::to_string(path.size()) +
        ") is longer than maximum supported length (108) and will be truncated" +
        call.engine.location());
  }
  return text_value(rt::pack_unix(path));
}

Value unpack_un(Call& call) {
  expect(call, 1, 1, "sun_sv");
  const std::string bytes = call.text(0);
  check_family(call, bytes, AF_UNIX);
  return text_value(*rt::unpack_unix(bytes));
}

// --- the forms that look at their context: packing in scalar, unpacking in list context -------------------------

template <NativeFunction Pack, NativeFunction Unpack, std::size_t Least, std::size_t Most>
Value by_context(Call& call, const char* pack_name, const char* pack_usage, const char* unpack_name,
                 const char* unpack_usage) {
  const bool unpacks = call.want == Want::List && (call.count == 1 || Most < 3);
  if (unpacks ? call.count != 1 : call.count < Least || call.count > Most) {
    call.engine.die(unpacks || (call.want == Want::List && Most < 3) ? unpack_usage : pack_usage);
  }
  // Messages name the function that does the work.
  Code* self = std::exchange(
      call.code,
      call.engine.glob(std::string("Socket::") + (unpacks ? unpack_name : pack_name), true)
          ->code());
  Value result = unpacks ? Unpack(call) : Pack(call);
  call.code = self;
  return result;
}

// The six-argument form gives the four parts of the address one by one.
Value sockaddr_in_form(Call& call) {
  if (call.count == 6 && call.want != Want::List) {
    std::string address;
    for (std::size_t i = 2; i < 6; ++i) address += static_cast<char>(call.integer(i));
    return text_value(*rt::pack_inet4({port_argument(call, 1), address}));
  }
  return by_context<pack_in, unpack_in, 2, 2>(
      call, "pack_sockaddr_in", "usage:   sin_sv = sockaddr_in(port,iaddr))", "unpack_sockaddr_in",
      "usage:   (port,iaddr) = sockaddr_in(sin_sv)");
}

Value sockaddr_in6_form(Call& call) {
  return by_context<pack_in6, unpack_in6, 2, 4>(
      call, "pack_sockaddr_in6",
      "usage:   sin6_sv = sockaddr_in6(port,in6addr,[scope_id,[flowinfo]])", "unpack_sockaddr_in6",
      "usage:   (port,in6addr,scope_id,flowinfo) = sockaddr_in6(sin6_sv)");
}

Value sockaddr_un_form(Call& call) {
  return by_context<pack_un, unpack_un, 1, 1>(
      call, "pack_sockaddr_un", "usage:   sun_sv = sockaddr_un(filename)", "unpack_sockaddr_un",
      "usage:   (filename) = sockaddr_un(sun_sv)");
}

Value family_of(Call& call) {
  expect(call, 1, 1, "sockaddr");
  const std::string bytes = call.text(0);
  const std::optional<int> family = rt::address_family(bytes);
  if (family) return Value::integer(*family);
  call.engine.die("Bad arg length for Socket::sockaddr_family, length is " +
                  std::to_string(bytes.size()) + ", should be at least 2");
  return {};
}

// --- multicast requests -------------------------------------------------------------------------

std::string interface_bytes(Call& call, std::size_t n) {
  if (!call.defined(n)) return std::string(4, '\0');
  std::string bytes = address_bytes(call, n);
  if (bytes.size() != 4) {
    call.engine.die("Bad arg length Socket::pack_ip_mreq, length is " +
                    std::to_string(bytes.size()) + ", should be 4");
  }
  return bytes;
}

Value pack_mreq(Call& call) {
  expect(call, 1, 2, "multiaddr, interface=&PL_sv_undef");
  const std::string group = address_bytes(call, 0);
  check_length(call, group, 4, "");
  return text_value(group + interface_bytes(call, 1));
}

Value unpack_mreq(Call& call) {
  expect(call, 1, 1, "mreq_sv");
  const std::string bytes = call.text(0);
  check_length(call, bytes, sizeof(ip_mreq));
  call.push(text_value(bytes.substr(0, 4)));
  call.push(text_value(bytes.substr(4)));
  return call.list();
}

// struct ip_mreq_source: group, interface, source.
Value pack_mreq_source(Call& call) {
  expect(call, 2, 3, "multiaddr, source, interface=&PL_sv_undef");
  const std::string group = address_bytes(call, 0);
  check_length(call, group, 4, "");
  const std::string source = interface_bytes(call, 1);
  return text_value(group + interface_bytes(call, 2) + source);
}

Value unpack_mreq_source(Call& call) {
  expect(call, 1, 1, "mreq_sv");
  const std::string bytes = call.text(0);
  check_length(call, bytes, sizeof(ip_mreq_source));
  for (const std::size_t at : {0, 8, 4}) call.push(text_value(bytes.substr(at, 4)));
  return call.list();
}

Value pack_mreq6(Call& call) {
  expect(call, 2, 2, "multiaddr, ifindex");
  const std::string group = address_bytes(call, 0);
  check_length(call, group, 16, "");
  const auto index = static_cast<std::uint32_t>(call.integer(1));
  return text_value(group + std::string(reinterpret_cast<const char*>(&index), sizeof index));
}

Value unpack_mreq6(Call& call) {
  expect(call, 1, 1, "mreq_sv");
  const std::string bytes = call.text(0);
  check_length(call, bytes, sizeof(ipv6_mreq));
  std::uint32_t index;
  std::memcpy(&index, bytes.data() + 16, sizeof index);
  call.push(text_value(bytes.substr(0, 16)));
  call.push(Value::integer(index));
  return call.list();
}

const NativeRow kRows[] = {
    {"pack_ip_mreq", pack_mreq, nullptr},
    {"pack_ip_mreq_source", pack_mreq_source, nullptr},
    {"pack_ipv6_mreq", pack_mreq6, nullptr},
    {"pack_sockaddr_in", pack_in, nullptr},
    {"pack_sockaddr_in6", pack_in6, nullptr},
    {"pack_sockaddr_un", pack_un, nullptr},
    {"sockaddr_family", family_of, nullptr},
    {"sockaddr_in", sockaddr_in_form, nullptr},
    {"sockaddr_in6", sockaddr_in6_form, nullptr},
    {"sockaddr_un", sockaddr_un_form, nullptr},
    {"unpack_ip_mreq", unpack_mreq, nullptr},
    {"unpack_ip_mreq_source", unpack_mreq_source, nullptr},
    {"unpack_ipv6_mreq", unpack_mreq6, nullptr},
    {"unpack_sockaddr_in", unpack_in, nullptr},
    {"unpack_sockaddr_in6", unpack_in6, nullptr},
    {"unpack_sockaddr_un", unpack_un, nullptr},
};

}  // namespace

std::span<const NativeRow> socket_address_functions() { return kRows; }

}  // namespace perlipc::builtin
