// Processes: spawning, forking, exec, waiting, ids, groups, priorities, timers.
#pragma once

#include "runtime/process_types.h"
#include "runtime/result.h"
#include "runtime/spawn_plan.h"

#include <chrono>
#include <functional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace perlipc::rt {

// --- making processes ----------------------------------------------------------------------------

// Starts the plan in a child that shares our memory until exec, so the cost does not depend on the
// size of the heap. Fails with the errno of exec (or of a redirection); no child is left behind
// then. In the child caught signals are back to default, ignored ones stay ignored, the mask is
// ours. `started` runs in the parent as soon as the program does, while all signals are still held:
// what it then ignores cannot have slipped through. It must not throw.
Result<pid_t> spawn(const SpawnPlan& plan, const std::function<void()>& started = {});

// Called around a real fork; any may be null.
struct ForkHooks {
  void* context = nullptr;
  void (*before)(void* context) = nullptr;
  void (*in_parent)(void* context) = nullptr;
  void (*in_child)(void* context) = nullptr;
};
// fork(2): 0 in the child. The caller flushes its streams first.
Result<pid_t> fork_process(const ForkHooks& hooks = {});

// Replaces the process image; returns only on failure, with the errno.
Errno exec(const std::string& program, const std::vector<std::string>& arguments,
           const Environment& environment);
// Leaves at once: no atexit functions, no flushing.
[[noreturn]] void exit_now(int code);

// The environment this process was started with.
Environment initial_environment();
// glibc itself reads some variables (TZ, locale): keeps its environ in step. Empty value pointer
// removes.
void publish_environment_variable(const std::string& name, const std::string* value);

// --- waiting -------------------------------------------------------------------------------------

// waitpid(2); EINTR is reported. pid 0 in the result: WNOHANG and nothing to report.
Result<ChildChange> wait_child(pid_t pid, int flags);

// --- identity ------------------------------------------------------------------------------------

pid_t current_pid();
pid_t parent_pid();
Result<pid_t> process_group(pid_t pid);
Result<void> set_process_group(pid_t pid, pid_t group);
Result<pid_t> new_session();
Result<pid_t> session_of(pid_t pid);
Result<pid_t> foreground_group(int tty_fd);
Result<void> set_foreground_group(int tty_fd, pid_t group);

struct UserIds {
  uid_t real, effective, saved;
};
struct GroupIds {
  gid_t real, effective, saved;
};
UserIds user_ids();
GroupIds group_ids();
// -1 leaves that one as it is (setresuid).
Result<void> set_user_ids(uid_t real, uid_t effective, uid_t saved);
Result<void> set_group_ids(gid_t real, gid_t effective, gid_t saved);
// As setreuid(2) does it: the saved id becomes the effective one, so that a drop is for good.
Result<void> set_real_user(uid_t uid);
Result<void> set_real_group(gid_t gid);
Result<void> set_uid(uid_t uid);
Result<void> set_gid(gid_t gid);
Result<std::vector<gid_t>> supplementary_groups();
Result<void> set_supplementary_groups(const std::vector<gid_t>& groups);

// --- signals to others, scheduling, timers -------------------------------------------------------

Result<void> send_signal(pid_t pid, int signal);
// pid_t is taken as is: negative means a group (kill(2)).
Result<int> priority(int which, id_t who);
Result<void> set_priority(int which, id_t who, int value);
// nice(2): the new value.
Result<int> add_nice(int increment);

struct ProcessTimes {
  double user, system, child_user, child_system;  // seconds
  double elapsed;                                 // since some fixed point (times(2))
};
ProcessTimes process_times();

// Seconds that were left of the previous alarm.
unsigned set_alarm(unsigned seconds);
struct TimerValue {
  std::chrono::microseconds value{0};
  std::chrono::microseconds interval{0};
};
// ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF; returns the previous setting.
Result<TimerValue> set_timer(int which, TimerValue timer);
Result<TimerValue> timer(int which);
// nanosleep: EINTR when a signal ends it.
Result<void> sleep_for(std::chrono::nanoseconds duration);

Result<std::string> host_name();
struct SystemName {
  std::string system, node, release, version, machine;
};
Result<SystemName> system_name();
// prctl(PR_SET_NAME): what ps shows as the command's name (15 bytes).
Result<void> set_process_name(const std::string& name);
// Hands over main()'s argument strings, which set_process_title() overwrites: nothing may refer to
// them any more when it is called. Once, before any thread starts.
void keep_argument_area(int argc, char** argv);
// What ps and /proc/PID/cmdline show, cut to the room of the original arguments.
void set_process_title(std::string_view title);

}  // namespace perlipc::rt
