// Names and addresses of the Socket module: inet_* conversions, getaddrinfo, getnameinfo.
#include "builtins/modules/socket.h"
#include "runtime/address.h"
#include "runtime/resolve.h"

#include <cstring>
#include <netdb.h>

namespace perlipc::builtin {

namespace {

std::string full_name(Call& call) { return "Socket::" + std::string(native_name(call)); }

std::string byte_argument(Call& call, std::size_t n) {
  const Text text(call.engine, call[n]);
  if (!text.utf8()) return std::string(text.view());
  String* bytes = downgrade(text.get());
  if (!bytes) call.engine.die("Wide character in " + full_name(call));
  return std::string(Text(bytes).view());
}

// Dotted quads at once, other names through the resolver.
Value name_aton(Call& call) {
  expect(call, 1, 1, "host");
  const std::string host = call.text(0);
  if (host.empty()) return {};
  if (const std::optional<std::string> address = rt::inet_aton_bytes(host.c_str()))
    return text_value(*address);
  const rt::AddressLookup found = rt::address_info(host.c_str(), nullptr, {.family = AF_INET});
  if (found.error != 0 || found.entries.empty()) return {};
  return text_value(rt::unpack_inet4(found.entries[0].address)->address);
}

Value name_ntoa(Call& call) {
  expect(call, 1, 1, "ip_address_sv");
  const std::string address = byte_argument(call, 0);
  if (address.size() != 4) {
    call.engine.die("Bad arg length for Socket::inet_ntoa, length is " +
                    std::to_string(address.size()) + ", should be 4");
  }
  return text_value(*rt::inet_ntoa_text(address));
}

void check_family(Call& call, std::int64_t family) {
  if (family == AF_INET || family == AF_INET6) return;
  call.engine.die("Bad address family for " + full_name(call) + ", got " + std::to_string(family) +
                  ", should be either AF_INET or AF_INET6");
}

Value name_pton(Call& call) {
  expect(call, 2, 2, "af, host");
  const std::int64_t family = call.integer(0);
  check_family(call, family);
  const rt::Result<std::string> bytes =
      rt::inet_pton_bytes(static_cast<int>(family), call.text(1).c_str());
  return bytes ? text_value(*bytes) : Value();
}

Value name_ntop(Call& call) {
  expect(call, 2, 2, "af, ip_address_sv");
  const std::int64_t family = call.integer(0);
  const std::string address = byte_argument(call, 1);
  check_family(call, family);
  const std::size_t wanted = family == AF_INET ? 4 : 16;
  if (address.size() != wanted) {
    call.engine.die("Bad address length for Socket::inet_ntop on " +
                    std::string(family == AF_INET ? "AF_INET" : "AF_INET6") + "; got " +
                    std::to_string(address.size()) + ", should be " + std::to_string(wanted));
  }
  return text_value(*rt::inet_ntop_text(static_cast<int>(family), address));
}

// The first result: the code as a number, its text as a string; 0 and "" on success.
Value error_value(int error, int system_error) {
  std::string text;
  if (error == EAI_SYSTEM) text = std::strerror(system_error);
  else if (error != 0) text = rt::address_error_text(error);
  return DualValue::make(Value::integer(error), text_value(text));
}

// Pushed results as a list; in scalar context the last one, as perl's XS functions give it.
Value finish(Call& call) {
  if (call.want == Want::List) return call.list();
  Value last = call.results->empty() ? Value() : call.results->back();
  call.results->clear();
  return last;
}

int hint(Engine& engine, Hash* hints, const char* name) {
  const Value* place = hints ? hints->find(name) : nullptr;
  return place && !rvalue(*place).is_undef() ? static_cast<int>(to_int(engine, rvalue(*place))) : 0;
}

Value name_getaddrinfo(Call& call) {
  expect(call, 0, 3, "host, service, hints");
  Hash* hash = nullptr;
  if (call.defined(2)) {
    const Value hints = call[2];
    if (!hints.is_ref() || hints.o->type != Type::Hash)
      call.engine.die("hints is not a HASH reference");
    hash = static_cast<Hash*>(hints.o);
  }
  const rt::AddressHints hints{.flags = hint(call.engine, hash, "flags"),
                               .family = hint(call.engine, hash, "family"),
                               .socket_type = hint(call.engine, hash, "socktype"),
                               .protocol = hint(call.engine, hash, "protocol")};
  // Empty strings count as not given.
  const std::string host = call.defined(0) ? byte_argument(call, 0) : std::string();
  const std::string service = call.defined(1) ? byte_argument(call, 1) : std::string();
  const rt::AddressLookup found = rt::address_info(
      host.empty() ? nullptr : host.c_str(), service.empty() ? nullptr : service.c_str(), hints);
  call.push(error_value(found.error, found.system_error));
  for (const rt::AddressInfo& info : found.entries) {
    Hash* entry = Hash::make();
    entry->fetch("family") = Value::integer(info.family);
    entry->fetch("socktype") = Value::integer(info.socket_type);
    entry->fetch("protocol") = Value::integer(info.protocol);
    entry->fetch("addr") = text_value(info.address);
    entry->fetch("canonname") =
        info.canonical_name.empty() ? Value() : text_value(info.canonical_name);
    call.push(Value::adopt_ref(entry));
  }
  return finish(call);
}

Value name_getnameinfo(Call& call) {
  expect(call, 1, 3, "addr, flags=0, xflags=0");
  constexpr std::int64_t kNoHost = 1, kNoService = 2;
  const std::string address = byte_argument(call, 0);
  const auto flags = static_cast<int>(call.defined(1) ? call.integer(1) : 0);
  const std::int64_t unwanted = call.defined(2) ? call.integer(2) : 0;
  const bool want_host = (unwanted & kNoHost) == 0, want_service = (unwanted & kNoService) == 0;
  const rt::NamePart part = want_host && want_service ? rt::NamePart::Both
                            : want_host               ? rt::NamePart::HostOnly
                                                      : rt::NamePart::ServiceOnly;
  const rt::NameLookup found = rt::name_info(address, flags, part);
  call.push(error_value(found.error, found.system_error));
  if (found.error == 0) {
    call.push(want_host ? text_value(found.host) : Value());
    call.push(want_service ? text_value(found.service) : Value());
  }
  return finish(call);
}

const NativeRow kRows[] = {
    {"getaddrinfo", name_getaddrinfo, nullptr, Capability::NetConnect},
    {"getnameinfo", name_getnameinfo, nullptr, Capability::NetConnect},
    {"inet_aton", name_aton, nullptr, Capability::NetConnect},
    {"inet_ntoa", name_ntoa, nullptr},
    {"inet_ntop", name_ntop, nullptr},
    {"inet_pton", name_pton, nullptr},
};

}  // namespace

std::span<const NativeRow> socket_name_functions() { return kRows; }

}  // namespace perlipc::builtin
