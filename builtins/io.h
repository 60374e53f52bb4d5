// Perl handles on rt::Stream: the entry points the VM calls directly. The rest goes through
// builtins/table.def.
#pragma once
#include "interp/value/call.h"

namespace perlipc::builtin {

// STDIN STDOUT STDERR on fds 0-2. Call once per interpreter that owns the process's streams.
void open_standard_handles(Engine& engine);
// print/say: items are rvalues or aliases; adds $, $\ (and "\n" for say). False + $! on failure.
// Closed or unopened handles warn as perl does. False for a tied handle, too: what its method returned
// is waiting to be taken.
bool print(Engine& engine, Handle* handle, Glob* glob, const Value* items, std::size_t count,
           bool say);
// Calls PRINT or PRINTF of what a handle is tied to; false, the result waits.
bool print_tied(Engine& engine, const Value& object, const char* method,
                std::span<const Value> items, bool say);
// What a print returns that returned false; undef when no tied handle was involved.
Value take_tied_result(Engine& engine);
// The same when it comes to storing plain bytes and numbers in a buffer with room for them: no layer,
// no separators, nothing that runs code. False: nothing has happened.
bool print_at_once(Handle* handle, const Value* items, std::size_t count, bool say);
// Where print, or say, to this handle may store bytes at once, followed by printed() with how many;
// empty when it takes more than that.
std::span<char> print_room(Handle* handle, bool say);
void printed(Handle* handle, std::size_t size);
// One record by $/ into place (assigned, utf8 flag per layer); false at end of file or error
// (place becomes undef). Updates $. and the last-read handle. Runs signal handlers on EINTR and
// goes on reading, as perl does.
bool read_line(Engine& engine, Glob* glob, Value& place);
// The same when a whole line waits in the buffer of a handle without layers: no system call, no Perl
// code before the line is there. False: nothing has happened.
bool read_waiting_line(Glob* glob, Value& place);
void read_lines(Engine& engine, Glob* glob, std::vector<Value>& out);
// <> and <<>>: ARGV magic.
bool read_argv_line(Engine& engine, Value& place, bool safe);
void read_argv_lines(Engine& engine, std::vector<Value>& out, bool safe);
// -X: letter and operand (name, handle, or glob `_`); result as perl: 1, "", undef or a number.
Value file_test(Engine& engine, char letter, const Value& operand, bool operand_is_underscore);
// -r -w -x -R -W -X of a name under `use filetest 'access'`: access(2) is asked; 1 or undef.
Value file_access(Engine& engine, char letter, const Value& operand);
// Flushes every output stream (before fork, exec, system, qx, pipe open; and at exit).
void flush_all(Engine& engine);
// At the end: what was printed to STDOUT, pipes and sockets is out before anything goes.
void flush_before_destruction(Engine& engine);
// The currently selected output handle's glob.
Glob* selected_handle(Engine& engine);
// Closes everything that must be closed with visible effects at interpreter end (flush, pclose).
void close_all_at_exit(Engine& engine);
// Gives a fresh handle over script text for the DATA handle: owns a copy of the bytes.
void open_data_handle(Engine& engine, Glob* glob, std::string_view text, bool utf8);
// The same on the file itself, which shares its position with children, when its text from `offset` on
// is `text`; false when it is not there any more.
bool open_data_file(Engine& engine, Glob* glob, const std::string& path, std::string_view text,
                    std::size_t offset, bool utf8);
// Destructor hook: closing of a handle whose last reference goes (implicit close: flush, wait for
// the child of a pipe open without touching $?... as perl does).

// Special variables with behaviour ($! $? $. $| $0 $$ $< $> $( $) $^F $^T $; %ENV %SIG ...):
// makes the magic scalars. Called once when an interpreter is created. A %ENV that exists by then
// stays; otherwise it is the process's environment.
void install_special_variables(Engine& engine);
// Signals: delivers pending ones by calling %SIG handlers. Called by the VM at safepoints when the
// safepoint word is set. May throw PerlDie.
void dispatch_signals(Engine& engine);
// After a call that EINTR ended: the same, with $! telling a handler that dies, and who catches it.
// True: all that arrived belongs to actions that restart system calls (POSIX::sigaction, SA_RESTART).
bool interrupted(Engine& engine);
// Address of the word the C signal handler sets; the VM tests it at safepoints.
volatile int* signal_word(Engine& engine);
// After fork in the child: resets what must not be shared ($$ cache, pending signals ...).
void after_fork_in_child(Engine& engine);

}  // namespace perlipc::builtin
