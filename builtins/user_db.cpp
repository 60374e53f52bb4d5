// Users, groups, hosts, services, protocols and networks (perlfunc getpw*, getgr*, gethost* ...).
#include "builtins/io_handle.h"
#include "runtime/resolve.h"
#include "runtime/users.h"

#include <cerrno>
#include <sys/socket.h>

namespace perlipc::builtin {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

Value text(std::string_view bytes) { return Value::string(bytes); }
Value number(std::int64_t n) { return Value::integer(n); }
Value missing(Call& call) { return call.want == Want::List ? call.list() : Value(); }

// --- users and groups ----------------------------------------------------------------------------

enum class Key : std::uint8_t { Name, Id };

// In scalar context the other thing: the id of a name, the name of an id or of the next entry.
Value user_result(Call& call, const std::optional<rt::UserEntry>& entry, Key key) {
  if (!entry) return missing(call);
  if (call.want != Want::List) return key == Key::Name ? number(entry->uid) : text(entry->name);
  const auto shadow = rt::shadow_password(entry->name.c_str());
  call.push(text(entry->name));
  call.push(text(shadow ? *shadow : entry->password));
  call.push(number(entry->uid));
  call.push(number(entry->gid));
  call.push(text(""));
  call.push(text(""));
  call.push(text(entry->gecos));
  call.push(text(entry->directory));
  call.push(text(entry->shell));
  return call.list();
}

Value group_result(Call& call, const std::optional<rt::GroupEntry>& entry, Key key) {
  if (!entry) return missing(call);
  if (call.want != Want::List) return key == Key::Name ? number(entry->gid) : text(entry->name);
  call.push(text(entry->name));
  call.push(text(entry->password));
  call.push(number(entry->gid));
  call.push(text(joined(entry->members)));
  return call.list();
}

}  // namespace

Value bi_getpwnam(Call& call) {
  call.engine.set_errno(0);
  return user_result(call, rt::user_by_name(bytes_arg(call, 0).c_str()), Key::Name);
}
Value bi_getpwuid(Call& call) {
  call.engine.set_errno(0);
  return user_result(call, rt::user_by_id(static_cast<uid_t>(int_arg(call, 0))), Key::Id);
}
Value bi_getpwent(Call& call) { return user_result(call, rt::next_user(), Key::Id); }
Value bi_setpwent(Call&) {
  rt::rewind_users();
  return Value::boolean(true);
}
Value bi_endpwent(Call&) {
  rt::end_users();
  return Value::boolean(true);
}

Value bi_getgrnam(Call& call) {
  call.engine.set_errno(0);
  return group_result(call, rt::group_by_name(bytes_arg(call, 0).c_str()), Key::Name);
}
Value bi_getgrgid(Call& call) {
  call.engine.set_errno(0);
  return group_result(call, rt::group_by_id(static_cast<gid_t>(int_arg(call, 0))), Key::Id);
}
Value bi_getgrent(Call& call) { return group_result(call, rt::next_group(), Key::Id); }
Value bi_setgrent(Call&) {
  rt::rewind_groups();
  return Value::boolean(true);
}
Value bi_endgrent(Call&) {
  rt::end_groups();
  return Value::boolean(true);
}

Value bi_getlogin(Call& call) {
  call.engine.set_errno(0);
  const auto name = rt::login_name();
  return name ? text(*name) : call.fail(ENXIO);
}

// --- hosts ---------------------------------------------------------------------------------------

namespace {

enum class HostWants : std::uint8_t { Address, Name };

Value host_result(Call& call, const std::optional<rt::HostEntry>& entry, HostWants wants) {
  if (!entry) return missing(call);
  if (call.want != Want::List) {
    if (wants == HostWants::Name) return text(entry->name);
    return entry->addresses.empty() ? Value() : text(entry->addresses[0]);
  }
  call.push(text(entry->name));
  call.push(text(joined(entry->aliases)));
  call.push(number(entry->family));
  call.push(number(entry->address_length));
  for (const std::string& address : entry->addresses) call.push(text(address));
  return call.list();
}

// perlfunc: a failed lookup leaves the resolver's error in $?.
Value lookup_result(Call& call, const rt::HostLookup& lookup, HostWants wants) {
  if (!lookup.entry) call.engine.set_child_status(lookup.host_error);
  return host_result(call, lookup.entry, wants);
}

}  // namespace

Value bi_gethostbyname(Call& call) {
  call.engine.set_errno(0);
  return lookup_result(call, rt::host_by_name(bytes_arg(call, 0).c_str()), HostWants::Address);
}

Value bi_gethostbyaddr(Call& call) {
  call.engine.set_errno(0);
  const std::string address = bytes_arg(call, 0);
  const int family = static_cast<int>(int_arg(call, 1));
  const std::size_t size = family == AF_INET ? 4 : family == AF_INET6 ? 16 : 0;
  if (address.size() != size) {
    call.engine.set_errno(EAFNOSUPPORT);
    return missing(call);
  }
  return lookup_result(call, rt::host_by_address(address, family), HostWants::Name);
}

Value bi_gethostent(Call& call) { return host_result(call, rt::next_host(), HostWants::Name); }
Value bi_sethostent(Call& call) {
  rt::rewind_hosts(int_arg(call, 0) != 0);
  return Value::boolean(true);
}
Value bi_endhostent(Call&) {
  rt::end_hosts();
  return Value::boolean(true);
}

// --- services ------------------------------------------------------------------------------------

namespace {

Value service_result(Call& call, const std::optional<rt::ServiceEntry>& entry, bool wants_port) {
  if (!entry) return missing(call);
  if (call.want != Want::List) return wants_port ? number(entry->port) : text(entry->name);
  call.push(text(entry->name));
  call.push(text(joined(entry->aliases)));
  call.push(number(entry->port));
  call.push(text(entry->protocol));
  return call.list();
}

const char* protocol_or_null(const std::string& protocol) {
  return protocol.empty() ? nullptr : protocol.c_str();
}

}  // namespace

Value bi_getservbyname(Call& call) {
  call.engine.set_errno(0);
  const std::string name = bytes_arg(call, 0), protocol = bytes_arg(call, 1);
  return service_result(call, rt::service_by_name(name.c_str(), protocol_or_null(protocol)), true);
}

Value bi_getservbyport(Call& call) {
  call.engine.set_errno(0);
  const auto port = static_cast<std::uint16_t>(int_arg(call, 0));
  const std::string protocol = bytes_arg(call, 1);
  return service_result(call, rt::service_by_port(port, protocol_or_null(protocol)), false);
}

Value bi_getservent(Call& call) { return service_result(call, rt::next_service(), false); }
Value bi_setservent(Call& call) {
  rt::rewind_services(int_arg(call, 0) != 0);
  return Value::boolean(true);
}
Value bi_endservent(Call&) {
  rt::end_services();
  return Value::boolean(true);
}

// --- protocols -----------------------------------------------------------------------------------

namespace {

Value protocol_result(Call& call, const std::optional<rt::ProtocolEntry>& entry,
                      bool wants_number) {
  if (!entry) return missing(call);
  if (call.want != Want::List) return wants_number ? number(entry->number) : text(entry->name);
  call.push(text(entry->name));
  call.push(text(joined(entry->aliases)));
  call.push(number(entry->number));
  return call.list();
}

}  // namespace

Value bi_getprotobyname(Call& call) {
  call.engine.set_errno(0);
  return protocol_result(call, rt::protocol_by_name(bytes_arg(call, 0).c_str()), true);
}
Value bi_getprotobynumber(Call& call) {
  call.engine.set_errno(0);
  return protocol_result(call, rt::protocol_by_number(static_cast<int>(int_arg(call, 0))), false);
}
Value bi_getprotoent(Call& call) { return protocol_result(call, rt::next_protocol(), false); }
Value bi_setprotoent(Call& call) {
  rt::rewind_protocols(int_arg(call, 0) != 0);
  return Value::boolean(true);
}
Value bi_endprotoent(Call&) {
  rt::end_protocols();
  return Value::boolean(true);
}

// --- networks ------------------------------------------------------------------------------------

namespace {

// Networks are told as a number in host order.
std::int64_t network_number(const std::string& bytes) {
  std::int64_t value = 0;
  for (char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

Value network_result(Call& call, const std::optional<rt::NetworkEntry>& entry, bool wants_number) {
  if (!entry) return missing(call);
  const std::int64_t address = network_number(entry->address);
  if (call.want != Want::List) return wants_number ? number(address) : text(entry->name);
  call.push(text(entry->name));
  call.push(text(joined(entry->aliases)));
  call.push(number(entry->family));
  call.push(number(address));
  return call.list();
}

}  // namespace

Value bi_getnetbyname(Call& call) {
  call.engine.set_errno(0);
  return network_result(call, rt::network_by_name(bytes_arg(call, 0).c_str()), true);
}

Value bi_getnetbyaddr(Call& call) {
  call.engine.set_errno(0);
  const auto address = static_cast<std::uint32_t>(int_arg(call, 0));
  const char bytes[] = {static_cast<char>(address >> 24), static_cast<char>(address >> 16),
                        static_cast<char>(address >> 8), static_cast<char>(address)};
  return network_result(
      call, rt::network_by_address({bytes, 4}, static_cast<int>(int_arg(call, 1))), false);
}

Value bi_getnetent(Call& call) { return network_result(call, rt::next_network(), false); }
Value bi_setnetent(Call& call) {
  rt::rewind_networks(int_arg(call, 0) != 0);
  return Value::boolean(true);
}
Value bi_endnetent(Call&) {
  rt::end_networks();
  return Value::boolean(true);
}

}  // namespace perlipc::builtin
