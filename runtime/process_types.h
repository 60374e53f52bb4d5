// Value types of process control that other headers need: the status of a finished or stopped
// child.
#pragma once

#include <sys/types.h>
#include <sys/wait.h>

namespace perlipc::rt {

// The word wait(2) stores, as a value (POSIX wait: "Status Information").
class ExitStatus {
 public:
  ExitStatus() = default;
  explicit ExitStatus(int raw) : raw_(raw) {}

  int raw() const { return raw_; }
  bool exited() const { return WIFEXITED(raw_); }
  int exit_code() const { return WEXITSTATUS(raw_); }
  bool signaled() const { return WIFSIGNALED(raw_); }
  int signal() const { return WTERMSIG(raw_); }
  bool core_dumped() const { return signaled() && WCOREDUMP(raw_); }
  bool stopped() const { return WIFSTOPPED(raw_); }
  int stop_signal() const { return WSTOPSIG(raw_); }
  bool continued() const { return WIFCONTINUED(raw_); }

  friend bool operator==(ExitStatus, ExitStatus) = default;

 private:
  int raw_ = 0;
};

// pid 0: WNOHANG was given and no child has changed state.
struct ChildChange {
  pid_t pid = 0;
  ExitStatus status;
};

}  // namespace perlipc::rt
