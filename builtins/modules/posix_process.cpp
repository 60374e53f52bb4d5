// Processes of POSIX: ids, groups, terminals' foreground groups, statuses, waiting.
#include "builtins/io_handle.h"
#include "builtins/modules/posix.h"
#include "runtime/process.h"
#include "runtime/users.h"

#include <algorithm>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

namespace perlipc::builtin {

namespace {

int int_argument(Call& call, std::size_t n) { return static_cast<int>(call.integer(n)); }

// --- wait statuses: the argument is $? or ${^CHILD_STATUS_NATIVE} -------------------------------
template <int (*F)(int)> Value status_part(Call& call) {
  expect(call, 1, 1, "status");
  return Value::integer(F(int_argument(call, 0)));
}
int if_exited(int status) { return WIFEXITED(status); }
int exit_status(int status) { return WEXITSTATUS(status); }
int if_signaled(int status) { return WIFSIGNALED(status); }
int term_signal(int status) { return WTERMSIG(status); }
int if_stopped(int status) { return WIFSTOPPED(status); }
int stop_signal(int status) { return WSTOPSIG(status); }

// --- leaving ------------------------------------------------------------------------------------
Value process_exit_now(Call& call) {
  expect(call, 1, 1, "status");
  rt::exit_now(int_argument(call, 0));
}
Value process_abort(Call& call) {
  expect(call, 0, 0, "");
  std::abort();
}

// --- ids ----------------------------------------------------------------------------------------
template <auto F> Value id(Call& call) {
  expect(call, 0, 0, "");
  return Value::integer(static_cast<std::int64_t>(F()));
}
// What $$ says (perldoc POSIX).
Value own_pid(Call& call) {
  expect(call, 0, 0, "");
  const auto& given = io_table(call.engine).pid_given;
  return given ? *given : Value::integer(rt::current_pid());
}

Value process_getgroups(Call& call) {
  expect(call, 0, 0, "");
  // Each group of $) once: the effective one first.
  std::vector<gid_t> groups{rt::group_ids().effective};
  for (const gid_t group : rt::supplementary_groups().value_or({})) {
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
  }
  if (call.want != Want::List) return Value::integer(static_cast<std::int64_t>(groups.size()));
  for (const gid_t group : groups) call.push(Value::integer(group));
  return call.list();
}

Value process_setuid(Call& call) {
  expect(call, 1, 1, "uid");
  return sys_result(call, rt::set_uid(static_cast<uid_t>(call.integer(0))));
}
Value process_setgid(Call& call) {
  expect(call, 1, 1, "gid");
  return sys_result(call, rt::set_gid(static_cast<gid_t>(call.integer(0))));
}
Value process_setpgid(Call& call) {
  expect(call, 2, 2, "pid, pgid");
  return sys_result(call, rt::set_process_group(int_argument(call, 0), int_argument(call, 1)));
}
Value process_setsid(Call& call) {
  expect(call, 0, 0, "");
  const auto session = rt::new_session();
  if (!session) call.engine.set_errno(session.error());
  return Value::integer(session ? *session : -1);
}
Value process_tcgetpgrp(Call& call) {
  expect(call, 1, 1, "fd");
  const rt::Result<pid_t> group = rt::foreground_group(int_argument(call, 0));
  if (!group) call.engine.set_errno(group.error());
  return Value::integer(group.value_or(-1));
}
Value process_tcsetpgrp(Call& call) {
  expect(call, 2, 2, "fd, pgrp_id");
  return sys_result(call, rt::set_foreground_group(int_argument(call, 0), int_argument(call, 1)));
}

// --- the rest -----------------------------------------------------------------------------------
Value process_nice(Call& call) {
  expect(call, 1, 1, "incr");
  const rt::Result<int> value = rt::add_nice(int_argument(call, 0));
  if (!value) return fail_list(call, value.error());
  return *value == 0 ? text_value("0 but true") : Value::integer(*value);
}

Value process_uname(Call& call) {
  expect(call, 0, 0, "");
  const rt::Result<rt::SystemName> name = rt::system_name();
  if (!name) return fail_list(call, name.error());
  for (const std::string* part :
       {&name->system, &name->node, &name->release, &name->version, &name->machine}) {
    call.push(text_value(*part));
  }
  return call.list();
}

Value process_cuserid(Call& call) {
  expect(call, 0, 1, "s = 0");
  const std::optional<rt::UserEntry> user = rt::user_by_id(::geteuid());
  return text_value(user ? user->name : "");
}

// Seconds not slept, because of a signal.
Value process_sleep(Call& call) {
  expect(call, 1, 1, "seconds");
  const std::int64_t seconds = std::max<std::int64_t>(call.integer(0), 0);
  const rt::Clock::time_point start = rt::Clock::now();
  const rt::Result<void> slept =
      io_table(call.engine).waiter().sleep(std::chrono::seconds(seconds));
  call.engine.run_pending_signals();
  if (slept) return Value::integer(0);
  const std::chrono::duration<double> past = rt::Clock::now() - start;
  return Value::integer(
      std::max<std::int64_t>(seconds - static_cast<std::int64_t>(past.count() + 0.5), 0));
}

Value process_pause(Call& call) {
  expect(call, 0, 0, "");
  const rt::Result<void> paused = io_table(call.engine).waiter().pause();
  call.engine.run_pending_signals();
  return call.fail(paused.error());
}

Value process_getenv(Call& call) {
  expect(call, 1, 1, "name");
  const Value* value = call.engine.glob("main::ENV", true)->hash()->find(byte_text(call, 0));
  return value ? rvalue(*value) : Value();
}

const NativeRow kRows[] = {
    {"WEXITSTATUS", status_part<exit_status>, nullptr},
    {"WIFEXITED", status_part<if_exited>, nullptr},
    {"WIFSIGNALED", status_part<if_signaled>, nullptr},
    {"WIFSTOPPED", status_part<if_stopped>, nullptr},
    {"WSTOPSIG", status_part<stop_signal>, nullptr},
    {"WTERMSIG", status_part<term_signal>, nullptr},
    {"_exit", process_exit_now, nullptr, Capability::Kill},
    {"abort", process_abort, nullptr, Capability::Kill},
    {"cuserid", process_cuserid, nullptr},
    {"getegid", id<::getegid>, nullptr},
    {"getenv", process_getenv, nullptr},
    {"geteuid", id<::geteuid>, nullptr},
    {"getgid", id<::getgid>, nullptr},
    {"getgroups", process_getgroups, nullptr},
    {"getpid", own_pid, nullptr},
    {"getppid", id<::getppid>, nullptr},
    {"getuid", id<::getuid>, nullptr},
    {"nice", process_nice, nullptr, Capability::Signals},
    {"pause", process_pause, nullptr, Capability::Signals},
    {"setgid", process_setgid, nullptr, Capability::LoadNative},
    {"setpgid", process_setpgid, nullptr, Capability::Signals},
    {"setsid", process_setsid, nullptr, Capability::Signals},
    {"setuid", process_setuid, nullptr, Capability::LoadNative},
    {"sleep", process_sleep, nullptr},
    {"tcgetpgrp", process_tcgetpgrp, nullptr},
    {"tcsetpgrp", process_tcsetpgrp, nullptr, Capability::Signals},
    {"uname", process_uname, nullptr},
};

}  // namespace

std::span<const NativeRow> posix_process_functions() { return kRows; }

}  // namespace perlipc::builtin
