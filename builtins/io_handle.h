// The state behind a Perl handle and the per-interpreter table of handles. Private to builtins/.
#pragma once
#include "builtins/io.h"
#include "builtins/io_hooks.h"
#include "interp/value/convert.h"
#include "runtime/directory.h"
#include "runtime/signal.h"
#include "runtime/stat.h"
#include "runtime/stream.h"
#include "runtime/waiter.h"

#include <array>
#include <atomic>
#include <map>
#include <optional>

namespace perlipc::builtin {

class IoTable;
class InplaceEdit;

enum class HandleKind : std::uint8_t { File, Pipe, Socket, Memory };

class IoHandle final : public HandleState {
 public:
  explicit IoHandle(IoTable* table);
  // Implicit close: flushes, waits for the child of a pipe, leaves $? and $! alone.
  ~IoHandle() override;

  Handle* owner = nullptr;     // the handle this is the state of
  std::uint32_t holders = 0;   // HeldHandles
  IoTable* table;              // null once the interpreter is gone
  rt::Ref<rt::Stream> stream;  // null when closed
  rt::Ref<rt::Directory> directory;
  std::int64_t lines = 0;  // $.
  HandleKind kind = HandleKind::File;
  bool fresh = true;            // no record was read since it was opened
  Value name;                   // of the glob it was opened through ("$fh"), or undef
  bool was_open = false;        // "closed" rather than "unopened" in messages
  bool autoflush = false;       // $|
  bool unbuffered = false;      // STDERR, until it is closed
  bool checked_at_exit = true;  // STDOUT: what cannot be written at the end is told
  bool borrowed = false;        // the stream is STDIN's or STDOUT's (open FH, "-")
  rt::Ref<rt::Stream> inner;    // under :encoding(X): the bytes, while `stream` carries UTF-8
  std::string encoding_name;    // of :encoding(...), as get_layers tells it
  std::int64_t moved = 0;  // bytes read (or written, on a handle that only writes): tell of a pipe
  bool write_interrupted = false;  // a handler runs while writing waits: closing does not write
  bool untainted = false;          // what is read from it is trusted (DATA, IO::Handle's untaint)
  struct Layer {
    std::string name;
    bool utf8 = false;
  };
  std::vector<Layer> layers;  // as PerlIO::get_layers tells them; empty: as when it was opened
  bool error_flag = false;    // used in the wrong direction: print stops after one item
  Value tied;
  std::int64_t format_lines_left = 0, format_page = 0, format_page_length = 60;
  std::string format_name, format_top_name;

  std::string text() const;  // " NAME" or "", for messages
  bool is_open() const { return static_cast<bool>(stream); }
  bool has_error() const { return error_flag || (stream && stream->has_error()); }
  void clear_error() {
    error_flag = false;
    if (stream) stream->clear_error();
    if (inner) inner->clear_error();
  }
  // What is next to the descriptor.
  rt::Stream& bottom() const { return inner ? *inner : *stream; }
  int fd() const { return inner ? inner->fd() : stream ? stream->fd() : -1; }

 private:
  friend class IoTable;
  IoHandle* next_ = nullptr;
  IoHandle* previous_ = nullptr;
};

// What an 'F' operand named.
struct HandleArg {
  Glob* glob = nullptr;
  Handle* handle = nullptr;  // null: no such handle
  IoHandle* io = nullptr;    // null: never opened
  std::string name;          // for messages when there is no glob
  std::string text() const;  // " NAME" or ""
  bool open() const { return io != nullptr && io->is_open(); }
};

// The result of the last stat, lstat or file test (`_`).
struct StatCache {
  rt::FileStat stat;
  bool ok = false;
  bool was_lstat = false;
  bool valid = false;
  std::string name;  // empty when a handle was asked
};

struct ArgvState {
  bool started = false;
  bool safe = false;
  std::int64_t lines = 0;
};

// Moves a file's position back to what the script has read.
void give_back_read_ahead(rt::Stream& stream);

class IoTable {
 public:
  static constexpr std::size_t kServiceSlot = 0;
  explicit IoTable(Engine& engine);
  ~IoTable();
  IoTable(const IoTable&) = delete;

  Engine& engine;
  // Globs that stay: the scalar of each is looked up when it is needed, for local exchanges it.
  Glob* argv_glob;         // *main::ARGV
  Glob* input_separator;   // $/
  Glob* field_separator;   // $,
  Glob* record_separator;  // $\ (perlvar)
  rt::StreamTable streams;
  int max_system_fd = 2;  // $^F
  // STDIN, STDOUT and STDERR of a host that gave other descriptors than 0, 1 and 2; else null. What
  // they are when a program is started are its 0, 1 and 2.
  std::array<Glob*, 3> host_handles{};
  // What "-" and ">-" open, whatever STDIN and STDOUT are by now; not open any more: what those are.
  std::array<rt::Ref<rt::Stream>, 2> standard_streams;
  // The descriptor for a program's number n, or -1: what it inherits anyway.
  int standard_fd(int n) const;
  StatCache stat_cache;
  ArgvState argv;
  bool memory_layer_loaded = false;  // PerlIO::scalar is in %INC
  Value tied_result;                 // of PRINT or PRINTF, see take_tied_result
  std::optional<Value> pid_given;    // what was assigned to $$, in this process
  bool stdout_failed = false;        // at the end: its last bytes could not be written
  bool is_ending = false;            // global destruction: handles have no names any more
  std::shared_ptr<InplaceEdit> inplace;
  std::map<const void*, std::pair<std::vector<Value>, std::size_t>> globs;

  rt::Waiter& waiter() { return *waiter_; }
  void set_waiter(rt::Waiter* waiter) { waiter_ = waiter ? waiter : &blocking_; }

  // The handle's state, made when missing.
  IoHandle* state_of(Handle* handle);
  // Takes over the descriptor, which is close-on-exec, and makes it inheritable up to $^F; sets the
  // waiter.
  void attach(IoHandle* io, rt::UniqueFd fd, rt::StreamOptions options, HandleKind kind);
  void attach(IoHandle* io, rt::Ref<rt::Stream> stream, HandleKind kind);
  // Writes out everything and gives read-ahead back: before processes are made.
  void flush();
  // Another handle owns the same descriptor number from now on (open with &=).
  void share_fd(int fd) { ++shared_fds_[fd]; }
  // Whether an open handle has this descriptor.
  bool number_in_use(int fd) const;
  // Drops the handle's stream without closing its descriptor, which has a new meaning by now.
  void replace_under(IoHandle* io);
  // Flushes and closes; runs handlers on EINTR. errno or 0. The child is not waited for.
  int close_stream(IoHandle* io);
  // close() without results: also waits for a pipe's child. $?, $! stay.
  void close_quietly(IoHandle* io);
  void finish_handles();  // at the end: flushes files, tells about lost bytes
  void flush_channels();  // pipes and sockets, whatever comes of it
  // Whether handles other than `out` have nothing to write, to tell or to wait for.
  bool handles_end_unseen(const IoHandle* out);
  // close_quietly for a handle that goes, with perl's warning when bytes were lost.
  void close_implicitly(IoHandle* io);
  // The same for one that is opened again: what is told then stands in no category.
  void close_for_reopening(IoHandle* io, const HandleArg& reopened);
  // A text for STDERR, tied or not.
  void complain(const std::string& text);
  // Waits for a child, running signal handlers; -1 and errno on failure.
  int wait_for(pid_t pid, int* error);
  // For what waits for a child in another way: a stop by the host abandons it.
  void run_handlers_beside(pid_t pid);
  // 0 or errno, for a handle that goes by itself: handlers do not run. When the host stops the script
  // neither waits on: the child is told to end (SIGTERM), and collected whenever it has.
  int outlast(pid_t pid);
  std::function<bool()> is_stopping;  // whether the host stops the script; empty: it never does

  Glob* selected = nullptr;  // owned count
  void select(Glob* glob);

  // --- signals ----------------------------------------------------------------------------------
  // Takes the process's dispositions on first use; dies when another interpreter has them.
  rt::SignalTable& signals();
  rt::SignalTable* signals_if_any() { return signals_.get(); }
  std::atomic<std::uint32_t> signal_word{0};
  std::array<Value, rt::kSignalCount> handlers;  // what %SIG says
  std::array<rt::SignalBits, rt::kSignalCount>
      handler_masks{};                 // blocked besides, during a handler
  std::array<Value, 2> message_hooks;  // by MessageHook
  // The same; null when another interpreter has them.
  rt::SignalTable* signals_or_null();
  // Whether the signal is caught or ignored.
  bool acts_on(int signal) const;
  // What POSIX::sigaction asks for beyond mask and flags: system calls that the signal ends go on,
  // and the signal is not blocked while its handler runs. end_handlers() leaves its actions alone.
  void end_handlers();
  struct ActionTraits {
    bool by_action = false;
    bool restarts = false, reenters = false;
  };
  void set_action_traits(int signal, ActionTraits traits);
  bool restarts(int signal) const { return (restarting_ & rt::signal_bit(signal)) != 0; }
  // Whether a system call that these signals have ended is to be made again.
  bool restarts_calls(rt::SignalBits arrived) const {
    return arrived != 0 && (arrived & ~restarting_) == 0;
  }
  // Handlers of this signal wait until unhold.
  void hold(int signal) { held_ |= rt::signal_bit(signal); }
  void unhold(int signal);
  // Runs the handlers of what has arrived.
  void dispatch();
  void forget_pending();
  // Nobody else closes descriptors of the process: sets for select may be kept (rt::ReadySet).
  void own_descriptors() { blocking_.keep_sets(); }
  void forget_kept_sets() { blocking_.forget_sets(); }

 private:
  friend class IoHandle;
  void add(IoHandle* io);
  void remove(IoHandle* io);

  void abandon(pid_t pid);

  void call_handler(int signal);
  void run_handler(Code* code, int signal, int saved_errno);
  void deliver(rt::SignalBits bits);
  std::unique_ptr<rt::SignalTable> signals_;
  rt::SignalBits held_ = 0;
  rt::SignalBits kept_back_ = 0;  // arrived while held
  rt::SignalBits left_over_ = 0;  // arrived together with one whose handler died
  rt::SignalBits by_action_ = 0, restarting_ = 0, reentered_ = 0;
  rt::BlockingWaiter blocking_;
  rt::Waiter* waiter_ = &blocking_;
  IoHandle* first_ = nullptr;
  std::map<int, int> shared_fds_;
  std::vector<pid_t> abandoned_;
};

inline IoTable& io_table(Engine& engine) { return engine.service<IoTable>(); }
// Before a call that may block: the handlers of what has arrived.
inline void poll_signals(Engine& engine) {
  if (io_table(engine).signal_word.load(std::memory_order_relaxed) != 0) [[unlikely]]
    engine.run_pending_signals();
}
// Before a read: the script may have changed the scalar behind an in-memory handle.
inline void see_changes(IoHandle& io) {
  if (io.kind == HandleKind::Memory && io.stream) io.stream->see_changes();
}
inline IoHandle* io_of(const Handle* handle) {
  return handle ? static_cast<IoHandle*>(handle->state.get()) : nullptr;
}

// For an in-memory handle whose variable is undefined: "uninitialized", as often as perl looks at it.
void report_missing_text(const IoHandle& io, int times, const char* op, const Glob* glob = nullptr);

// Makes a system call that signals end with EINTR: their handlers have run by then. Goes on where their
// actions say so.
template <class Attempt> auto until_interrupted(Engine& engine, Attempt attempt) {
  for (;;) {
    auto result = attempt();
    if (result || result.error() != EINTR || !interrupted(engine)) return result;
  }
}

// Keeps a handle's state while a call waits: handlers of signals may drop, close or reopen it.
class HeldHandle {
 public:
  explicit HeldHandle(IoHandle* io) : io_(io), owner_(io->owner), stream_(io->stream) {
    owner_->retain();
    ++io_->holders;
  }
  ~HeldHandle() {
    --io_->holders;
    owner_->release();
  }
  HeldHandle(const HeldHandle&) = delete;
  HeldHandle& operator=(const HeldHandle&) = delete;

  // Nobody but those who hold it like this has the handle any more.
  bool dropped() const { return owner_->refs == io_->holders; }
  // After EINTR. False: the call is over, for the script does not have this stream any more.
  bool handlers_ran(Engine& engine) {
    interrupted(engine);
    return !dropped() && io_->stream.get() == stream_.get();
  }
  // The same for a call that writes. What closes the handle meanwhile does not write the rest.
  bool handlers_ran_in_write(Engine& engine);

 private:
  IoHandle* io_;
  Handle* owner_;
  rt::Ref<rt::Stream> stream_;
};

// Writes out what is pending, with handlers on the way. EINTR: one of them has closed the handle or
// let it go; it is not to be used any more then.
rt::Result<void> flush_handle(Engine& engine, IoHandle* io);

// $| of a handle; switching it on writes out what is pending (perlvar $|).
void set_autoflush(Engine& engine, IoHandle* io, bool on);

// --- operands (io_operand.cpp) -------------------------------------------------------------------

// Operand n as a handle. `create` makes the glob and its IO slot for a name.
HandleArg handle_arg(Call& call, std::size_t n, bool create = false);
HandleArg handle_of_value(Engine& engine, const Value& value, const Value* place, bool create);
// For functions that open: an undefined place gets a reference to a new anonymous glob.
HandleArg new_handle_arg(Call& call, std::size_t n, const char* op);
// Name of the variable written as operand n, as messages give it ("$fh", "$h{...}"); "__ANONIO__"
// when it has none.
std::string handle_variable_name(Engine& engine, std::size_t n);
// The glob's stream; warns and sets EBADF when it is not open. Null then.
IoHandle* open_handle_arg(Call& call, std::size_t n, const char* op,
                          const char* what = "filehandle");
// Bytes of a file name; empty and a syscalls warning + ENOENT when it holds a NUL.
std::optional<std::string> path_arg(Call& call, std::size_t n, const char* op);
std::optional<std::string> path_of(Engine& engine, const Value& value, const char* op);
std::string bytes_of(Engine& engine, const Value& value);
// Operand n as an integer or text; an undefined one is reported and counts as 0 or "".
std::int64_t int_arg(Call& call, std::size_t n);
std::string bytes_arg(Call& call, std::size_t n);
// Calls METHOD on the object a handle is tied to, with operands from `first` on; false when it is
// not tied.
bool tied_call(Call& call, const HandleArg& arg, const char* method, std::size_t first,
               Value* result);

// --- messages (io_report.cpp) --------------------------------------------------------------------

// "OP() on closed|unopened WHAT NAME" and, for directories, the hint.
void report_not_open(Engine& engine, const HandleArg& arg, const char* op,
                     const char* what = "filehandle");
// A warning that is given unless its category was switched off (perldiag, class S).
void warn_default_on(Engine& engine, Warning category, std::string text);
// "Filehandle NAME opened only for input|output".
void report_wrong_way(Engine& engine, const HandleArg& arg, bool only_input);
void warn_newline(Engine& engine, std::string_view path, const char* op);

// --- layers (io_layers.cpp) ----------------------------------------------------------------------

// Checks a layer string; false + warning + $! as perl does.
bool check_layers(Engine& engine, std::string_view layers);
// Applies to an open handle the list of open or `use open`, or else that of binmode.
enum class LayersOf : std::uint8_t { Open, Binmode };
bool apply_layers(Engine& engine, IoHandle* io, std::string_view layers, LayersOf of);
// Layers that `use open` gives to handles opened without any at the running statement: what
// ${^OPEN} holds, input and output separated by a NUL. Empty when there are none.
std::string default_layers(Engine& engine, bool output);
std::vector<std::string> layers_of(const IoHandle* io);

// --- text ----------------------------------------------------------------------------------------

// Bytes of an item as the handle wants them are written; false: failed, $! set.
bool write_text(IoHandle* io, const String* text, const char* op);
bool write_bytes(IoHandle* io, std::string_view bytes);
bool finish_print(IoHandle* io);

// Reads up to `count` characters (bytes on a handle without :utf8) onto the end of *text; returns
// how many, -1 with $! on failure. Runs handlers on EINTR and goes on.
std::int64_t read_characters(IoHandle* io, std::size_t count, String** text);
// The text with room for so many more bytes. Grows by a share of its size: a text can be collected in
// many reads. Must be unique; returns the string to use from now on.
inline String* with_room(String* text, std::size_t more) {
  const std::size_t end = text->length + more;
  return text->length == 0 ? String::reserve(text, end) : String::grow(text, end);
}
// After reading: $! is 0 when the end of a file was met just now.
void note_end(IoHandle* io, bool ended_before);
// One record into the place; false at the end, the place is then left undefined or as it was.
bool read_record_into(IoTable& table, IoHandle* io, Value& place);
// Moves ARGV to its next file; false when there is none.
bool next_argv_file(IoTable& table, bool safe);

// Opens `name` for reading with 2-argument rules or, when safe, literally. For ARGV.
bool open_for_argv(Engine& engine, Handle* handle, Glob* glob, std::string_view name, bool safe);

}  // namespace perlipc::builtin
