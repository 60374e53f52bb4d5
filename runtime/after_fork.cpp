// The only code that runs between the split of a process and exec.
//
// 1. The child shares the parent's memory (clone CLONE_VM), the parent stands still until exec or
//    _exit: what is written here is written in the parent. Only the error field is meant to be.
// 2. Nothing here allocates, locks, throws, or touches stdio; only async-signal-safe calls.
// 3. All signals are blocked on entry. Handlers are reset before the mask is restored, so that no
//    handler of the parent ever runs in the child.
// 4. Descriptors are not closed here: close-on-exec decides what the new program gets.
#include "runtime/after_fork.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace perlipc::rt {

namespace {

void reset_caught_signals() {
  struct sigaction action;
  for (int signal = 1; signal < 65; ++signal) {
    if (::sigaction(signal, nullptr, &action) == -1) continue;
    if (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN) continue;
    action.sa_handler = SIG_DFL;
    action.sa_flags = 0;
    ::sigaction(signal, &action, nullptr);
  }
}

int take_fd_action(const FdAction& action) {
  if (action.kind == FdAction::Kind::Close) {
    return ::close(action.target) == -1 && errno != EBADF ? errno : 0;
  }
  if (action.source == action.target) {
    const int flags = ::fcntl(action.target, F_GETFD);
    if (flags == -1) return errno;
    return ::fcntl(action.target, F_SETFD, flags & ~FD_CLOEXEC) == -1 ? errno : 0;
  }
  int status;
  do {
    status = ::dup2(action.source, action.target);
  } while (status == -1 && (errno == EINTR || errno == EBUSY));
  return status == -1 ? errno : 0;
}

int prepare_child(const ChildStart& start) {
  reset_caught_signals();
  if (start.new_session && ::setsid() == -1) return errno;
  if (start.process_group >= 0 && ::setpgid(0, start.process_group) == -1) return errno;
  for (size_t i = 0; i < start.fd_action_count; ++i) {
    if (const int error = take_fd_action(start.fd_actions[i])) return error;
  }
  if (start.directory != nullptr && ::chdir(start.directory) == -1) return errno;
  ::sigprocmask(SIG_SETMASK, &start.mask, nullptr);
  return 0;
}

// These say that another directory of PATH may still have the program.
bool may_try_next(int error) {
  return error == ENOENT || error == ENOTDIR || error == EACCES || error == ESTALE ||
         error == ENODEV || error == ETIMEDOUT;
}

// What ignore_until_exec found; 0: it was never called.
int hidden_signal = 0;
struct sigaction before_hiding;

// The disposition a new program is to find, until exec or the end of the C++ scope.
class OriginalDisposition {
 public:
  OriginalDisposition() {
    if (hidden_signal != 0) ::sigaction(hidden_signal, &before_hiding, &own_);
  }
  ~OriginalDisposition() {
    if (hidden_signal != 0) ::sigaction(hidden_signal, &own_, nullptr);
  }
  OriginalDisposition(const OriginalDisposition&) = delete;
  OriginalDisposition& operator=(const OriginalDisposition&) = delete;

 private:
  struct sigaction own_ {};
};

}  // namespace

void ignore_until_exec(int signal) {
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  if (::sigaction(signal, &ignore, &before_hiding) == 0) hidden_signal = signal;
}

int exec_candidates_in_place(const ChildStart& start) {
  const OriginalDisposition disposition;
  bool denied = false;
  int error = ENOENT;
  for (const char* const* path = start.candidates; *path != nullptr; ++path) {
    ::execve(*path, start.argv, start.envp);
    error = errno;
    if (error == ENOEXEC) {
      // A script without "#!" (POSIX exec: execvp runs it with the shell).
      start.shell_argv[1] = const_cast<char*>(*path);
      ::execve("/bin/sh", start.shell_argv, start.envp);
      error = errno;
    }
    if (!may_try_next(error)) return error;
    denied = denied || error == EACCES;
  }
  return denied ? EACCES : error;
}

int run_child_start(void* child_start) {
  ChildStart& start = *static_cast<ChildStart*>(child_start);
  int error = prepare_child(start);
  if (error == 0) error = exec_candidates_in_place(start);
  start.error = error;
  ::_exit(255);
}

}  // namespace perlipc::rt
