// Starting programs: the plan is laid out completely as pointers first, then the process is split
// by clone(CLONE_VM | CLONE_VFORK), so neither heap size nor page tables matter.
#include "runtime/after_fork.h"
#include "runtime/process.h"

#include <alloca.h>
#include <csignal>
#include <memory>
#include <sched.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace perlipc::rt {

namespace {

constexpr size_t kChildStackSize = 32 * 1024;

std::string_view path_of(const Environment& environment) {
  for (const std::string& variable : environment) {
    if (variable.starts_with("PATH=")) return std::string_view(variable).substr(5);
  }
  return "/bin:/usr/bin";
}

// argv, envp and candidates in the shape execve wants. Owns the arrays, not the strings.
class ExecArrays {
 public:
  ExecArrays(const std::string& program, const std::vector<std::string>& arguments,
             const Environment& environment)
      : candidates_(exec_candidates(program, environment)) {
    for (const std::string& path : candidates_) paths_.push_back(path.c_str());
    paths_.push_back(nullptr);
    fill(argv_, arguments);
    fill(envp_, environment);
    shell_argv_ = {const_cast<char*>("sh"), nullptr};
    // The shell gets the script's path and the arguments after argv[0].
    for (size_t i = 1; i < argv_.size(); ++i) shell_argv_.push_back(argv_[i]);
    if (argv_.size() <= 1) shell_argv_.push_back(nullptr);
  }

  void put_into(ChildStart& start) {
    start.candidates = paths_.data();
    start.argv = argv_.data();
    start.shell_argv = shell_argv_.data();
    start.envp = envp_.data();
  }
  bool is_empty() const { return candidates_.empty(); }

 private:
  static void fill(std::vector<char*>& pointers, const std::vector<std::string>& strings) {
    pointers.reserve(strings.size() + 1);
    for (const std::string& string : strings) pointers.push_back(const_cast<char*>(string.c_str()));
    pointers.push_back(nullptr);
  }

  std::vector<std::string> candidates_;
  std::vector<const char*> paths_;
  std::vector<char*> argv_, envp_, shell_argv_;
};

// The child runs on a part of our own stack that nothing else uses while we stand still.
[[gnu::noinline]] pid_t split_and_run(ChildStart& start) {
  char* const stack = static_cast<char*>(alloca(kChildStackSize));
  return ::clone(run_child_start, stack + kChildStackSize, CLONE_VM | CLONE_VFORK | SIGCHLD,
                 &start);
}

}  // namespace

std::vector<std::string> exec_candidates(const std::string& program,
                                         const Environment& environment) {
  if (program.empty()) return {};
  if (program.find('/') != program.npos) return {program};
  std::vector<std::string> candidates;
  std::string_view rest = path_of(environment);
  for (;;) {
    const size_t colon = rest.find(':');
    const std::string_view directory = rest.substr(0, colon);
    // An empty element is the current directory (POSIX "Other Environment Variables", PATH).
    candidates.push_back(directory.empty() ? program : std::string(directory) + '/' + program);
    if (colon == rest.npos) return candidates;
    rest.remove_prefix(colon + 1);
  }
}

// PATH is not cached: a miss costs one failing execve (about 1 us) per directory, a stale cache
// would run the wrong program.
Result<pid_t> spawn(const SpawnPlan& plan, const std::function<void()>& started) {
  ExecArrays arrays(plan.program, plan.arguments, plan.environment);
  if (arrays.is_empty()) return Errno{ENOENT};
  ChildStart start{};
  arrays.put_into(start);
  start.fd_actions = plan.fd_actions.data();
  start.fd_action_count = plan.fd_actions.size();
  start.directory = plan.directory.empty() ? nullptr : plan.directory.c_str();
  start.process_group = plan.process_group;
  start.new_session = plan.new_session;

  sigset_t all;
  ::sigfillset(&all);
  ::sigprocmask(SIG_SETMASK, &all, &start.mask);
  const pid_t pid = split_and_run(start);
  const int clone_error = errno;
  if (pid != -1 && start.error == 0 && started) started();
  ::sigprocmask(SIG_SETMASK, &start.mask, nullptr);
  if (pid == -1) return Errno{clone_error};
  if (start.error != 0) {
    int status;
    while (::waitpid(pid, &status, 0) == -1 && errno == EINTR) {}
    return Errno{start.error};
  }
  return pid;
}

Errno exec(const std::string& program, const std::vector<std::string>& arguments,
           const Environment& environment) {
  ExecArrays arrays(program, arguments, environment);
  if (arrays.is_empty()) return Errno{ENOENT};
  ChildStart start{};
  arrays.put_into(start);
  return Errno{exec_candidates_in_place(start)};
}

}  // namespace perlipc::rt
