// The native half of Sys::Syslog (perldoc Sys::Syslog): syslog(3) and its numbers.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

#include <syslog.h>

namespace perlipc::builtin {

namespace {

// Names that other systems have stand for the nearest of ours, as the module's page lists them.
const NativeConstant kConstants[] = {
    {"LOG_ALERT", LOG_ALERT},
    {"LOG_AUDIT", LOG_AUTH},
    {"LOG_AUTH", LOG_AUTH},
    {"LOG_AUTHPRIV", LOG_AUTHPRIV},
    {"LOG_CONS", LOG_CONS},
    {"LOG_CONSOLE", LOG_USER},
    {"LOG_CRIT", LOG_CRIT},
    {"LOG_CRON", LOG_CRON},
    {"LOG_DAEMON", LOG_DAEMON},
    {"LOG_DEBUG", LOG_DEBUG},
    {"LOG_EMERG", LOG_EMERG},
    {"LOG_ERR", LOG_ERR},
    {"LOG_FACMASK", LOG_FACMASK},
    {"LOG_FTP", LOG_FTP},
    {"LOG_INFO", LOG_INFO},
    {"LOG_INSTALL", LOG_USER},
    {"LOG_KERN", LOG_KERN},
    {"LOG_LAUNCHD", LOG_DAEMON},
    {"LOG_LFMT", LOG_USER},
    {"LOG_LOCAL0", LOG_LOCAL0},
    {"LOG_LOCAL1", LOG_LOCAL1},
    {"LOG_LOCAL2", LOG_LOCAL2},
    {"LOG_LOCAL3", LOG_LOCAL3},
    {"LOG_LOCAL4", LOG_LOCAL4},
    {"LOG_LOCAL5", LOG_LOCAL5},
    {"LOG_LOCAL6", LOG_LOCAL6},
    {"LOG_LOCAL7", LOG_LOCAL7},
    {"LOG_LPR", LOG_LPR},
    {"LOG_MAIL", LOG_MAIL},
    {"LOG_NDELAY", LOG_NDELAY},
    {"LOG_NETINFO", LOG_DAEMON},
    {"LOG_NEWS", LOG_NEWS},
    {"LOG_NFACILITIES", LOG_NFACILITIES},
    {"LOG_NOTICE", LOG_NOTICE},
    {"LOG_NOWAIT", LOG_NOWAIT},
    {"LOG_NTP", LOG_DAEMON},
    {"LOG_ODELAY", LOG_ODELAY},
    {"LOG_PERROR", LOG_PERROR},
    {"LOG_PID", LOG_PID},
    {"LOG_PRIMASK", LOG_PRIMASK},
    {"LOG_RAS", LOG_AUTH},
    {"LOG_REMOTEAUTH", LOG_AUTH},
    {"LOG_SECURITY", LOG_AUTH},
    {"LOG_SYSLOG", LOG_SYSLOG},
    {"LOG_USER", LOG_USER},
    {"LOG_UUCP", LOG_UUCP},
    {"LOG_WARNING", LOG_WARNING},
};

int number(Call& call, std::size_t n) { return static_cast<int>(call.integer(n)); }

Value log_facility(Call& call) {
  expect(call, 1, 1, "p");
  return Value::integer(LOG_FAC(number(call, 0)));
}
Value log_priority(Call& call) {
  expect(call, 1, 1, "p");
  return Value::integer(LOG_PRI(number(call, 0)));
}
Value log_make_priority(Call& call) {
  expect(call, 2, 2, "fac, pri");
  return Value::integer(LOG_MAKEPRI(number(call, 0), number(call, 1)));
}
Value log_mask(Call& call) {
  expect(call, 1, 1, "pri");
  return Value::integer(LOG_MASK(number(call, 0)));
}
Value log_up_to(Call& call) {
  expect(call, 1, 1, "pri");
  return Value::integer(LOG_UPTO(number(call, 0)));
}

Value log_open(Call& call) {
  expect(call, 3, 3, "ident, option, facility");
  // The C library keeps the pointer; the log is the process's.
  static std::string ident;
  ident = call.text(0);
  ::openlog(ident.c_str(), number(call, 1), number(call, 2));
  return Value::integer(1);
}
Value log_write(Call& call) {
  expect(call, 2, 2, "priority, message");
  ::syslog(number(call, 0), "%s", call.text(1).c_str());
  return Value::integer(1);
}
Value log_set_mask(Call& call) {
  expect(call, 1, 1, "mask");
  return Value::integer(::setlogmask(number(call, 0)));
}
Value log_close(Call& call) {
  expect(call, 0, 0, "");
  ::closelog();
  return Value::integer(1);
}

// Asked for names that are no constants; says so.
Value log_constant(Call& call) {
  expect(call, 1, 1, "sv");
  return text_value(call.text(0) + " is not a valid Sys::Syslog macro");
}

const NativeRow kFunctions[] = {
    {"LOG_FAC", log_facility, nullptr},
    {"LOG_MAKEPRI", log_make_priority, nullptr},
    {"LOG_MASK", log_mask, nullptr},
    {"LOG_PRI", log_priority, nullptr},
    {"LOG_UPTO", log_up_to, nullptr},
    {"closelog_xs", log_close, nullptr, Capability::NetConnect},
    {"constant", log_constant, nullptr},
    {"openlog_xs", log_open, nullptr, Capability::NetConnect},
    {"setlogmask_xs", log_set_mask, nullptr, Capability::NetConnect},
    {"syslog_xs", log_write, nullptr, Capability::NetConnect},
};

void boot(Engine& engine) {
  define_constant(engine, "Sys::Syslog::_PATH_LOG", text_value(_PATH_LOG));
}

}  // namespace

const NativeModule& syslog_module() {
  static const NativeModule module{
      .package = "Sys::Syslog", .functions = kFunctions, .constants = kConstants, .boot = boot};
  return module;
}

}  // namespace perlipc::builtin
