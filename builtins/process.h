// Running programs: what system, exec, qx and pipe opens share. Private to builtins/.
#pragma once
#include "builtins/io_handle.h"
#include "runtime/process.h"

namespace perlipc::builtin {

// A command as perl runs it: directly, or by /bin/sh -c.
struct Command {
  std::string program;                 // as named in messages
  std::vector<std::string> arguments;  // argv; empty: there is nothing to run
  bool errors_to_output = false;       // 2>&1
};

// perlfunc exec: a single string with shell metacharacters goes to the shell, otherwise it is split
// into words.
Command command_of_string(std::string_view text);
Command command_of_list(std::vector<std::string> words);

// output: the descriptor that becomes the child's standard output; -1: ours.
rt::SpawnPlan plan_for(Engine& engine, const Command& command, int output = -1);
// "Can't exec "x": reason".
void warn_exec(Engine& engine, const Command& command, int error);
// The same from a child whose standard output is `output`, where perl gives the warning for pipe
// opens and qx: a script's __WARN__ handler runs there too.
void report_exec_in_child(Engine& engine, const Command& command, int error, int output);
// Forks after flushing; 0 in the child, -1 and $! on failure.
pid_t fork_now(Engine& engine);

}  // namespace perlipc::builtin
