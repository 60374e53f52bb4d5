// A child process described as pure data, complete before the process is split.
#pragma once

#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace perlipc::rt {

// "NAME=value" strings, in order; the last of equal names does not replace the first.
using Environment = std::vector<std::string>;

// Steps are taken in order, as if by dup2(source, target) (target survives exec) or close(target).
struct FdAction {
  enum class Kind { Dup, Close } kind;
  int source;
  int target;
};

struct SpawnPlan {
  // What to run; searched along PATH of `environment` when it has no slash.
  std::string program = {};
  // argv[0] and the rest; may differ from `program`.
  std::vector<std::string> arguments = {};
  Environment environment = {};
  std::vector<FdAction> fd_actions = {};
  // setpgid(0, group) in the child when >= 0; 0 makes a group of its own.
  pid_t process_group = -1;
  // setsid() first.
  bool new_session = false;
  // chdir() before exec when not empty.
  std::string directory = {};

  void dup(int source, int target) { fd_actions.push_back({FdAction::Kind::Dup, source, target}); }
  void close(int target) { fd_actions.push_back({FdAction::Kind::Close, -1, target}); }
};

// The paths that exec tries in order for `program` (POSIX exec: PATH; glibc's default path when the
// environment has none). One entry when it contains a slash; none when it is empty.
std::vector<std::string> exec_candidates(const std::string& program,
                                         const Environment& environment);

}  // namespace perlipc::rt
