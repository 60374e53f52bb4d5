// What stands behind perlipc::Interpreter: one VM with its policy, its host and the host's
// functions. Private to interp/api/.
#pragma once
#include "builtins/io.h"
#include "interp/api/perlipc.hpp"
#include "interp/vm.h"
#include "runtime/native_stack.h"
#include "runtime/watchdog.h"
#include <deque>
#include <unistd.h>

namespace perlipc::detail {

struct Held {
  std::shared_ptr<Impl> owner;  // null: made by the host
  Value value;                  // an rvalue; goes before its owner
};

struct ErrorData {
  Error::Kind kind;
  std::string message;
  Var value;
  int exit_status;
  std::exception_ptr cause;
  const Impl* owner;  // whose error this is; null: the host's. Only to be compared
};

// A program to be run as the command runs it.
struct Program {
  std::string_view text;
  std::string name;
  std::string prefix;                // code in front of the first line, on line 0
  bool check_only = false;           // -c
  std::function<void()> compiled{};  // called when it has compiled, before anything runs
};

struct Impl : std::enable_shared_from_this<Impl> {
  Impl(Policy policy, Host host);
  ~Impl();  // an Interrupt may outlive it

  Policy policy;
  Host host;
  VM vm;
  bool inherits_environment = false;  // %ENV is the process's, whatever host.env says
  bool ended = false;                 // END blocks and destructors have run
  bool abandoned = false;             // its Interpreter has gone while it runs
  pid_t owner;                        // a forked child of the script must not return to the host
  struct Bound {
    Impl* impl;
    HostFunction function;
  };
  std::deque<Bound> functions;
  std::shared_ptr<rt::Watchdog> watchdog;  // null until there are limits of time or an Interrupt
  int running = 0;                         // calls of the host inside each other
  rt::StackRange stack;                    // what the running calls may use
  std::optional<PerlStop> stopped;         // what ended a whole program
  std::optional<Error> uncaught;  // what a function of the host threw and a program died of
  std::optional<PerlStop> stream_failure;  // a callback of a stream threw in the running call

  void start();  // variables and streams; needs shared ownership
  int run_program(const Program& program);
  void load(std::string_view source, const std::string& name);
  // Ends the interpreter: END blocks, destructors, flush. Returns the final status.
  int finish(int status);

  static Var wrap(std::shared_ptr<const Held> held) {
    Var v;
    v.held_ = std::move(held);
    return v;
  }
  Var hold(const Value& v);
  Value take(const Var& v);  // a copy of what belongs to another interpreter
  // What an array or hash made by the host takes in: the first item that has an owner decides whose
  // it is.
  static Value value_for(std::shared_ptr<Impl>& owner, const Var& v);
  std::vector<Value> take_all(std::span<const Var> args);
  std::vector<Var> hold_all(const std::vector<Value>& values);
  std::vector<std::pair<std::string, Var>> tied_items(Hash* hash);

  // Stands around everything that runs Perl: time counts, and *this stays.
  class Running {
   public:
    explicit Running(Impl& impl);
    ~Running();
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

   private:
    void find_stack();

    std::shared_ptr<Impl> impl_;
    rt::StackRange outer_stack_;
    NativeStack outer_guard_;
  };
  // The watchdog's; made when missing.
  void watch();

  // Runs f on behalf of the host: Perl's errors become Error (with this kind when nothing more is
  // known).
  template <class F> auto guarded(Error::Kind kind, F&& f);
  void check_alive() const;
  Error make_error(Error::Kind kind, const Value& value);
  Error own_error(Error::Kind kind, std::string message, int exit_status = 255, Var value = {},
                  std::exception_ptr cause = {}) const;
  Error stop_error(const PerlStop& stop) const;
  // To be called where what a callback of a stream threw is caught.
  void stream_failed() noexcept;
  std::optional<Error> take_stream_failure();
  // What a function of the host threw, on its way into Perl.
  [[noreturn]] void throw_into_perl(const Error& error, const std::string& function);
  std::string message_of(const Value& value);
  int die_status() const;           // perldoc -f die: errno, else $? >> 8, else 255
  bool report(const Value& error);  // false: what printed the message has left with child_status_
  // False, $! told, when STDERR did not take it.
  bool write_error(std::string_view text);
  // In a forked child: runs what is left of the script's life and leaves the process.
  void leave_child(int status);
};

// A host with the process's streams, without its environment and library folders.
Host process_streams();
// The library folders of the installed perl.
std::vector<std::string> system_folders();
// Plugs STDIN, STDOUT and STDERR into the host (host_streams.cpp).
void connect_streams(Impl& impl);
Value call_host_function(Call& call);
// Asks the host's loader, in front of @INC (perlfunc require, hooks).
Value ask_loader(Call& call);
// What an exception says.
std::string what_of(const std::exception_ptr& exception);

template <class F> auto Impl::guarded(Error::Kind kind, F&& f) {
  check_alive();
  const Running running_now(*this);
  std::optional<Error> error;
  using Out = decltype(f());
  std::conditional_t<std::is_void_v<Out>, char, std::optional<Out>> out{};
  try {
    // Of signals and requests to stop that came meanwhile.
    if (vm.signal_pending()) vm.run_pending_signals();
    if constexpr (std::is_void_v<Out>) f();
    else out.emplace(f());
  } catch (PerlDie& d) {
    if (::getpid() != owner) report(d.value);
    error = make_error(kind, d.value);
  } catch (PerlExit& e) {
    error = own_error(Error::Kind::Exit, "exit " + std::to_string(e.status), e.status & 0xff);
  } catch (LoopExit&) {
    error = own_error(Error::Kind::Die, "Can't leave a loop outside of the called code");
  } catch (PerlStop& stop) { error = stop_error(stop); } catch (std::bad_alloc&) {
    error = own_error(Error::Kind::Limit, "Out of memory!", 1);
  }
  leave_child(error ? error->exit_status() : 0);
  if (!ended) builtin::flush_all(vm);
  if (std::optional<Error> failure = take_stream_failure(); failure && !error)
    error = std::move(failure);
  if (error) throw std::move(*error);
  if constexpr (!std::is_void_v<Out>) return std::move(*out);
}

}  // namespace perlipc::detail
