// What the VM asks of the I/O side beyond io.h: operations whose syntax is special, and the
// elements of %SIG.
#pragma once
#include "interp/value/call.h"

#include <functional>
#include <string>
#include <vector>

namespace perlipc::builtin {

// printf: `text` is the formatted string; neither $, nor $\ apply. `op` names the function in
// messages ("printf").
bool print_text(Engine& engine, Handle* handle, Glob* glob, const Value& text, const char* op);
// The same for a message of the interpreter: nothing of it stays in the handle's buffer.
bool print_message(Engine& engine, Handle* handle, Glob* glob, const Value& text);

// `system { PROGRAM } LIST` and `exec { PROGRAM } LIST`: call.args is the list. Null program: the
// first argument (perlfunc system, exec).
Value system_program(Call& call, const Value* program);
Value exec_program(Call& call, const Value* program);

// glob and <*.c>. In scalar context the file names come one per call for each `site` (any address
// that stands for the operator); call.args[0] is the pattern.
Value glob_at(Call& call, const void* site);

// `eof` without parentheses: the last read handle. `eof()`: the end of the last file of ARGV. The
// table's bi_eof is eof(FH), and `eof` when it gets no argument.
Value eof_of_argv(Call& call);

// The number behind $. and "<FH> line N": of the last read handle, 0 when there is none.
std::int64_t input_line_number(Engine& engine);

// Fills the hash of a glob that install_special_variables marked lazy_hash.
void fill_special_hash(Engine& engine, Glob& glob);
// The place of $SIG{name}, made with its magic when missing: to be used instead of Hash::fetch
// wherever an element of a hash with Hash::Signals may be created.
Value& signal_element(Engine& engine, Hash* hash, std::string_view name);
// After delete $SIG{name}: default action. Handlers outlive their elements otherwise (%SIG = ()).
void sig_element_deleted(Engine& engine, const Hash* hash, std::string_view name);
// %ENV, whose elements are made the same way: they hold what the system can have, plain bytes.
bool is_environment(Engine& engine, const Hash* hash);
Value& environment_element(Engine& engine, Hash* hash, std::string_view name);
// After the end of `local %SIG`: what the elements of the old hash say is in force again.
void signal_hash_restored(Engine& engine, Hash* hash);
// When the program has run, before END blocks: what %SIG catches is left to the system's default from
// now on (perl does it so), though %SIG still tells the handlers.
void end_signal_handlers(Engine& engine);
// What $SIG{__WARN__} and $SIG{__DIE__} were set to.
enum class MessageHook : std::uint8_t { Warn, Die };
const Value& message_hook(Engine& engine, MessageHook which);

// Set by the VM (engine.service<HandleNames>().name_of = ...): the variable that an operand of the
// running function (open, socket, opendir ...) was written as: "$fh", "$h{...}"; empty when it is
// not a named variable.
struct HandleNames {
  explicit HandleNames(Engine&) {}
  std::function<std::string(std::size_t operand)> name_of;
  // The layers `use open` gives to files opened at the running statement, for reading or for writing.
  std::function<std::string(bool output)> open_layers;
};

// What POSIX::sigaction needs: sets a handler (as assigned to %SIG) with sigaction flags and a mask
// of signals (bit n-1) that are blocked while it runs; false with $! on failure. The
// signal itself is blocked as well.
bool set_signal_action(Engine& engine, int signal, const Value& handler, int flags,
                       std::uint64_t mask);
Value signal_handler(Engine& engine, int signal);

// Whether this handle has an open stream, and a tied object. tie *FH stores it here.
bool handle_is_open(const Handle* handle);
Value tied_handle(const Handle* handle);
void set_tied_handle(Engine& engine, Handle* handle, Value object);

// After close_all_at_exit: whether STDOUT's last bytes were lost. The exit status is then 1 if it
// would have been 0.
bool stdout_failed_at_exit(Engine& engine);

// Whether close_all_at_exit is all that handles need at the end of the process: nothing is pending
// but STDOUT's bytes, nothing has failed, no pipe waits for its child, no file is edited in place.
bool only_stdout_is_pending(Engine& engine);

// What perl does to the process's signals when it starts: an ignored SIGCHLD is back to default,
// SIGFPE is ignored. For the command only; a host's dispositions are its own.
void take_process_signals(Engine& engine);
// No code but this interpreter's opens and closes descriptors of the process. For the command only.
void take_process_descriptors(Engine& engine);

// PerlIO::get_layers: names from the bottom up.
std::vector<std::string> handle_layers(const Handle* handle);
// Descriptor of an open handle or -1.
int handle_fd(const Handle* handle);

// %ENV as "NAME=value" strings, for programs started by modules.
std::vector<std::string> child_environment(Engine& engine);

// main()'s arguments, for assignments to $0: nothing may refer to them afterwards.
void keep_argument_area(int argc, char** argv);

}  // namespace perlipc::builtin
