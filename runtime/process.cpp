// Processes: forking, waiting, ids. Spawning is in spawn.cpp, timers and scheduling in
// process_control.cpp.
#include "runtime/process.h"

#include <algorithm>
#include <atomic>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <grp.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

namespace perlipc::rt {

Result<pid_t> fork_process(const ForkHooks& hooks) {
  const auto call = [&](void (*hook)(void*)) {
    if (hook != nullptr) hook(hooks.context);
  };
  call(hooks.before);
  const pid_t pid = ::fork();
  const int error = errno;
  call(pid == 0 ? hooks.in_child : hooks.in_parent);
  if (pid == -1) return Errno{error};
  return pid;
}

void exit_now(int code) { ::_exit(code); }

Environment initial_environment() {
  Environment environment;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    environment.emplace_back(*variable);
  }
  return environment;
}

void publish_environment_variable(const std::string& name, const std::string* value) {
  if (value != nullptr) ::setenv(name.c_str(), value->c_str(), 1);
  else ::unsetenv(name.c_str());
}

Result<ChildChange> wait_child(pid_t pid, int flags) {
  int status = 0;
  const pid_t changed = ::waitpid(pid, &status, flags);
  if (changed == -1) return Errno::last();
  return ChildChange{changed, ExitStatus(status)};
}

// --- identity ------------------------------------------------------------------------------------

namespace {
std::atomic<pid_t> g_known_pid{0};  // 0: ask
}

pid_t current_pid() {
  if (const pid_t known = g_known_pid.load(std::memory_order_relaxed)) return known;
  // Every child of fork asks anew, whoever forks.
  static const bool watched = ::pthread_atfork(nullptr, nullptr, [] { g_known_pid = 0; }) == 0;
  const pid_t pid = ::getpid();
  if (watched) g_known_pid = pid;
  return pid;
}
pid_t parent_pid() { return ::getppid(); }
Result<pid_t> process_group(pid_t pid) { return check_value(::getpgid(pid)); }
Result<void> set_process_group(pid_t pid, pid_t group) { return check(::setpgid(pid, group)); }
Result<pid_t> new_session() { return check_value(::setsid()); }
Result<pid_t> session_of(pid_t pid) { return check_value(::getsid(pid)); }
Result<pid_t> foreground_group(int tty_fd) { return check_value(::tcgetpgrp(tty_fd)); }
Result<void> set_foreground_group(int tty_fd, pid_t group) {
  return check(::tcsetpgrp(tty_fd, group));
}

UserIds user_ids() {
  UserIds ids{};
  ::getresuid(&ids.real, &ids.effective, &ids.saved);
  return ids;
}

GroupIds group_ids() {
  GroupIds ids{};
  ::getresgid(&ids.real, &ids.effective, &ids.saved);
  return ids;
}

Result<void> set_user_ids(uid_t real, uid_t effective, uid_t saved) {
  return check(::setresuid(real, effective, saved));
}
Result<void> set_group_ids(gid_t real, gid_t effective, gid_t saved) {
  return check(::setresgid(real, effective, saved));
}
Result<void> set_real_user(uid_t uid) { return check(::setreuid(uid, static_cast<uid_t>(-1))); }
Result<void> set_real_group(gid_t gid) { return check(::setregid(gid, static_cast<gid_t>(-1))); }
Result<void> set_uid(uid_t uid) { return check(::setuid(uid)); }
Result<void> set_gid(gid_t gid) { return check(::setgid(gid)); }

Result<std::vector<gid_t>> supplementary_groups() {
  const int count = ::getgroups(0, nullptr);
  if (count == -1) return Errno::last();
  std::vector<gid_t> groups(static_cast<size_t>(count));
  const int filled = ::getgroups(count, groups.data());
  if (filled == -1) return Errno::last();
  groups.resize(static_cast<size_t>(filled));
  return groups;
}

Result<void> set_supplementary_groups(const std::vector<gid_t>& groups) {
  return check(::setgroups(groups.size(), groups.data()));
}

// --- names ---------------------------------------------------------------------------------------

Result<std::string> host_name() {
  char name[HOST_NAME_MAX + 1] = {};
  if (::gethostname(name, sizeof name - 1) == -1) return Errno::last();
  return std::string(name);
}

Result<SystemName> system_name() {
  utsname names;
  if (::uname(&names) == -1) return Errno::last();
  return SystemName{names.sysname, names.nodename, names.release, names.version, names.machine};
}

Result<void> set_process_name(const std::string& name) {
  return check(::prctl(PR_SET_NAME, name.c_str(), 0, 0, 0));
}

namespace {
// The arguments lie one behind the other; this is their common memory.
struct ArgumentArea {
  char* begin = nullptr;
  std::size_t size = 0;
};
ArgumentArea argument_area;
}  // namespace

void keep_argument_area(int argc, char** argv) {
  if (argc < 1) return;
  char* end = argv[0];
  for (int n = 0; n < argc && argv[n] == end; ++n) end += std::strlen(argv[n]) + 1;
  argument_area = {argv[0], static_cast<std::size_t>(end - argv[0])};
}

void set_process_title(std::string_view title) {
  if (argument_area.size == 0) return;
  const std::size_t used = std::min(title.size(), argument_area.size - 1);
  std::memcpy(argument_area.begin, title.data(), used);
  std::memset(argument_area.begin + used, 0, argument_area.size - used);
}

}  // namespace perlipc::rt
