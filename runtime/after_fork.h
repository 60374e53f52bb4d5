// The code that runs between the split and exec. See the rules in after_fork.cpp.
#pragma once

#include "runtime/spawn_plan.h"

#include <csignal>

namespace perlipc::rt {

// Everything the child needs, as plain pointers into memory of the parent, which stands still.
struct ChildStart {
  const char* const* candidates;  // paths to try, null-terminated
  char* const* argv;              // null-terminated
  char** shell_argv;              // argv for /bin/sh when the file is a script without "#!": the
                                  // second element is filled in with the path found
  char* const* envp;
  const FdAction* fd_actions;
  size_t fd_action_count;
  const char* directory;  // null: stay
  pid_t process_group;    // -1: stay
  bool new_session;
  sigset_t mask;       // to be restored before exec
  volatile int error;  // set by the child when it fails
};

// Entry point for clone(2): never returns to a caller that could unwind; the result is the exit
// code.
int run_child_start(void* child_start);

// From now on this process ignores the signal; the programs it starts find the disposition that was
// there before. For one signal of the process.
void ignore_until_exec(int signal);

// Tries every candidate (execvp rules, ENOEXEC handed to /bin/sh); returns the errno.
int exec_candidates_in_place(const ChildStart& start);

}  // namespace perlipc::rt
