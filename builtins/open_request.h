// The arguments of open, taken apart (perlfunc open). Private to builtins/.
#pragma once
#include "builtins/io_handle.h"

namespace perlipc::builtin {

struct OpenRequest {
  enum class Kind : std::uint8_t { File, Dup, Pipe, Memory, Temporary, Standard };
  Kind kind = Kind::File;
  int flags = 0;  // open(2), without O_CLOEXEC
  std::string path;
  bool newline = false;         // a 2-argument string ended in one: it is no part of the path
  bool alias = false;           // &=: share the descriptor
  Value target;                 // Dup: handle, number or name
  bool target_is_name = false;  // taken from a 2-argument string
  bool reading = true;          // Pipe: we read; Standard: STDIN
  bool fork_only = false;       // Pipe to or from "-"
  const char* op = "open";      // in messages
  bool shell_words = false;     // Pipe: one string, to be split or given to the shell
  std::vector<std::string> command;
  Value* memory = nullptr;  // place of the scalar
  Value memory_ref;
  std::string layers;
};

// Null request: refused, $! (or an exception) says why.
std::optional<OpenRequest> parse_two_arguments(Call& call, const std::string& specification);
std::optional<OpenRequest> parse_with_mode(Call& call, std::size_t mode_index);

// Opens and returns the stream's parts in `io`; true, or the child's pid, or false with $!. 0 is
// returned in the child of a forking open.
struct Opened {
  bool ok = false;
  bool child = false;  // in the forked child
  pid_t pid = 0;
};
Opened open_request(IoTable& table, const HandleArg& arg, const OpenRequest& request);
Opened open_pipe(IoTable& table, const HandleArg& arg, const OpenRequest& request);
bool open_memory(IoTable& table, IoHandle* io, const OpenRequest& request);
// A dup of an in-memory file: a copy of the text, a position of its own from there on.
bool dup_memory(IoTable& table, IoHandle* io, const OpenRequest& request, rt::Stream& source);

// Gives the handle its new descriptor, keeping the number of a system handle (fd <= $^F) that was
// open before, and warns when a standard number is used the wrong way round.
bool install_fd(IoTable& table, const HandleArg& arg, rt::UniqueFd fd, rt::StreamOptions options,
                HandleKind kind);

}  // namespace perlipc::builtin
