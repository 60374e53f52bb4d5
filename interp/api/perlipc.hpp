// The public C++ interface of perlipc: Perl interpreters as ordinary objects. Needs the standard
// library only. Any number may live in a process; one thread at a time may use each, and only one at
// a time can have handlers in %SIG. For example:
//
// clang-format off
//   perlipc::Interpreter perl;
//   perl.load("sub total { my $t = 0; $t += $_ for @_; $t }");
//   int six = perl.call<int>("total", 1, 2, 3);
// clang-format on
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perlipc {

// What a script may do besides computing and using the streams it was given: the capabilities named
// in the table of builtins and the functions of native modules (POSIX, Socket, Time::HiRes ...).
// Signals: handlers in %SIG, masks, timers, sessions; EnvWrite: %ENV; EvalString: eval of a string;
// LoadNative: syscall, and what belongs to the whole process: its user and group ids, its title ($0)
// and its locale. Fork: also pipe and socketpair; FsWrite: also fcntl and ioctl.
enum class Cap : std::uint32_t {
  None = 0,
  FsRead = 1,
  FsWrite = 2,
  Exec = 4,
  Fork = 8,
  NetConnect = 16,
  NetListen = 32,
  SysVIpc = 64,
  Kill = 128,
  Signals = 256,
  EnvWrite = 512,
  EvalString = 1024,
  LoadNative = 2048
};
constexpr Cap operator|(Cap a, Cap b) {
  return static_cast<Cap>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
constexpr Cap operator&(Cap a, Cap b) {
  return static_cast<Cap>(static_cast<std::uint32_t>(a) & static_cast<std::uint32_t>(b));
}

// What an interpreter may do. A refused function dies with "Permission denied: fork is not allowed
// here at FILE line N."; the host sees that as Error::Kind::Denied (of run(): as that message and a
// status, as for any die). builtins/table.def has the capability of each function. That the host loads, evaluates
// and calls is not checked, what is run then is. A policy confines mistakes, it is no sandbox for
// hostile code: memory is not limited, and modules are found in any folder of @INC.
//
// A limit ends what the host has called with Error::Kind::Limit; no eval of the script stops that.
// Destructors on the way have a little time of their own. Limits of time hold for each call of the
// host, those that come back to Perl from a function of the host included, and for the interpreter's
// end, where nothing is told. A single function at work on very large data (sort, sprintf, pack,
// x, reverse ...) goes on until it is done. A child that the script waits for then, also because the handle of its pipe goes, is sent SIGTERM and not waited for. They do not hold in
// a process that the script forks, and need SIGURG to be left alone.
struct Policy {
  Cap caps{};  // default: nothing
  std::optional<std::chrono::nanoseconds> wall_time{};
  std::optional<std::chrono::nanoseconds> cpu_time{};  // of the thread that calls
  std::optional<std::size_t> call_depth{};  // subs, files and evals of text inside another

  static Policy pure() { return {}; }
  static Policy trusted();  // all but fork and what catches signals
  static Policy process();  // everything; what the perlipc command uses
};

// Ends of the standard handles. With `write`/`read` the bytes go to and come from the host: what
// those throw ends what the host has called, as an Error of kind Host that no eval of the script stops,
// at the next safepoint. Else
// `fd` is used, duplicated when it is not the handle's own number (0, 1, 2). Neither: the handle is
// closed. Descriptors 0 to 2 stay open when the interpreter ends. Programs the script starts get its
// descriptors as theirs; where it has none, for it uses a callback, they inherit the process's.
struct Output {
  std::function<void(std::string_view)> write{};
  int fd = -1;
};
struct Input {
  // Fills the span and returns how many bytes; 0 is the end of the input.
  std::function<std::size_t(std::span<char>)> read{};
  int fd = -1;
};

// Gives the source of a module by its path ("Foo/Bar.pm"), or nothing. Asked before any folder of
// @INC. What it throws is a die of the require, as with bound functions.
using Loader = std::function<std::optional<std::string>(std::string_view path)>;

// What an interpreter is plugged into. The default is plugged into nothing.
struct Host {
  Input in{};
  Output out{}, err{};
  Loader loader{};
  std::vector<std::string> args{};           // @ARGV
  std::map<std::string, std::string> env{};  // %ENV
  std::vector<std::string> include{};        // @INC: folders for modules that are not built in
  std::string name = "perlipc";              // $0
  // How much of the calling stack Perl may use in a call of the host, at least 64 KiB. 0: all that
  // the thread has, or the mapping in which a fiber has its stack; a stack of a fiber that stands next
  // to others in one mapping needs the number.
  std::size_t stack_bytes = 0;

  // The process's own streams and environment, and the library folders of the installed perl.
  static Host process();
};

class Interpreter;
class Var;
namespace rt {
class Watchdog;
}
namespace detail {
struct Impl;
struct Held;
struct ErrorData;
}  // namespace detail

// A Perl value: a scalar, or a reference to an array, hash, sub or object. Cheap to copy. It keeps
// its interpreter's memory alive, and must not be used at the same time as that interpreter
// elsewhere. Another interpreter gets a copy of it: text, numbers, and arrays and hashes of them; a
// sub or an object is an Error of kind Type. One that the host has made belongs to the interpreter
// it is given to.
class Var {
 public:
  enum class Kind { Undefined, Number, String, Array, Hash, Code, Other };

  Var() = default;  // undef
  static Var boolean(bool b);
  static Var integer(std::int64_t n);
  static Var unsigned_integer(std::uint64_t n);
  static Var number(double d);
  static Var bytes(std::string_view text);       // one character for each byte
  static Var characters(std::string_view utf8);  // UTF-8 text as characters
  static Var array(std::span<const Var> items);  // a new [...]
  static Var hash(std::span<const std::pair<std::string, Var>> items);  // a new {...}

  Kind kind() const;
  bool defined() const { return kind() != Kind::Undefined; }
  explicit operator bool() const;  // Perl's truth
  // Perl's conversions. They throw Error when an overloaded operator dies.
  std::int64_t to_integer() const;
  std::uint64_t to_unsigned() const;
  double to_number() const;
  std::string to_string() const;  // character strings come as UTF-8
  // Whether the text is a number without anything behind it.
  bool looks_like_number() const;
  std::string package() const;  // of an object; empty for everything else

  // Arrays and hashes; 0, undef and nothing for everything else.
  std::size_t size() const;
  Var operator[](std::size_t index) const;
  Var operator[](std::string_view key) const;
  std::vector<std::pair<std::string, Var>> items() const;

  // Conversions by type (convert.h); as() throws Error when the value does not fit.
  template <class T> T as() const;
  template <class T> std::optional<T> get() const noexcept;

 private:
  friend class Interpreter;
  friend struct detail::Impl;
  friend struct detail::Held;
  std::shared_ptr<const detail::Held> held_;  // null: undef
};

// What die, exit, a refusal or a failing host function becomes on the host's side.
class Error : public std::exception {
 public:
  enum class Kind {
    Syntax,      // the program text does not compile (Die when it was eval's)
    Die,         // die, and run-time errors
    Exit,        // the script called exit
    Denied,      // the policy does not allow it
    Host,        // a function, stream or loader of the host threw; see cause()
    Type,        // a value does not convert to the type asked for
    Limit,       // a limit of the policy is reached, or there is no memory or stack left
    Interrupted  // Interrupt::stop
  };
  Error(Kind kind, std::string message);
  Error(Kind kind, std::string message, Var value, int exit_status, std::exception_ptr cause);
  const char* what() const noexcept override;  // "Died at job.pl line 3.", without a newline
  Kind kind() const noexcept;
  const Var& value() const noexcept;          // $@: text or object
  int exit_status() const noexcept;           // what the perl command would exit with
  std::exception_ptr cause() const noexcept;  // what the host function threw, or null

 private:
  friend struct detail::Impl;
  std::shared_ptr<const detail::ErrorData> data_;
};

// Stops an interpreter from any thread, though not from the handler of a signal: what the host has
// called ends with Error::Kind::Interrupted at its next safepoint (statement, call, turn of a loop), a
// call that waits included; no eval of the script stops that. A stop that finds nothing running ends
// the next call. May be copied, and may outlive the interpreter.
class Interrupt {
 public:
  void stop() const noexcept;

 private:
  friend class Interpreter;
  std::shared_ptr<rt::Watchdog> watchdog_;
};

// How a whole program ended.
struct [[nodiscard]] ExitStatus {
  int code = 0;  // 0 to 255
  bool ok() const { return code == 0; }
};

// A value or the Error that came instead.
template <class T> class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}
  explicit operator bool() const { return !error_; }
  T& value() {
    if (error_) throw *error_;
    return *value_;
  }
  T& operator*() { return value(); }
  const Error& error() const { return error_.value(); }

 private:
  std::optional<T> value_;
  std::optional<Error> error_;
};
template <> class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}
  explicit operator bool() const { return !error_; }
  void value() const {
    if (error_) throw *error_;
  }
  const Error& error() const { return error_.value(); }

 private:
  std::optional<Error> error_;
};

// A function of the host as the interpreter sees it: all arguments in, a list out.
using HostFunction = std::function<std::vector<Var>(std::span<const Var>)>;

// One that has been moved from may be assigned to and destroyed; anything else throws Error. One that
// goes while it runs, in a function of the host, ends when that call does.
class Interpreter {
 public:
  explicit Interpreter(Policy policy = Policy::pure(), Host host = {});
  Interpreter(Interpreter&&) noexcept;
  Interpreter& operator=(Interpreter&&) noexcept;
  // Runs END blocks and destructors, unless a program has been run, and flushes the streams.
  ~Interpreter();

  // Compiles and runs code in package main, so that its subs can be called. Throws Error; an exit
  // in the code is an Error of kind Exit. END blocks wait for the interpreter's end.
  void load(std::string_view source, std::string_view name = "-e");
  void load_file(const std::string& path);
  void require_module(std::string_view module);  // "Foo::Bar"
  // The value of code, like Perl's eval: eval<int>("6 * 7").
  template <class R = Var> R eval(std::string_view source);

  // Runs a whole program as the command does: messages go to STDERR, END blocks run, and the result
  // is the exit status: 255 after a die or a denial, unless $! or $? say another. A limit of time or
  // depth, a stop, and what the host threw come as Error; no memory is status 1. The interpreter is
  // at its end then: calling it again throws Error, and so does run() while it runs.
  ExitStatus run(std::string_view source, std::string_view name = "-e");
  ExitStatus run_file(const std::string& path);

  // Calls a sub by name ("total", "Pkg::sub"). R decides the context: void, a list for std::vector,
  // std::tuple and std::pair, else a scalar. Throws Error, try_call returns it.
  template <class R = Var, class... A> R call(std::string_view sub, A&&... args);
  template <class R = Var, class... A> Result<R> try_call(std::string_view sub, A&&... args);
  // The same for a sub held in a value, and for methods of an object or package.
  template <class R = Var, class... A> R call(const Var& code, A&&... args);
  template <class R = Var, class... A>
  R call_method(const Var& object, std::string_view method, A&&... args);
  bool has_sub(std::string_view name) const;
  // By the thread that uses the interpreter, before the others need it.
  Interrupt interrupt();

  // Package variables: "$main::x", "@list", "%table"; without a package, main's. Arrays and hashes
  // come as references to the variable itself; set() replaces their contents by a copy of what it
  // is given, as an assignment of the script's would: ties, %SIG and the policy see it. Elements are
  // reached through their array or hash.
  template <class T = Var> T get(std::string_view name) const;
  template <class T> void set(std::string_view name, const T& value);

  // Values convert by type (convert.h): bool, integers, floating point, std::string (bytes),
  // std::u8string (characters), std::optional, std::vector, std::map, Var and what specialises
  // Convert.
  //
  // Defines a Perl sub ("Pkg::sub") that calls the function. Its arguments are converted by its
  // signature, std::string_view too: too few are an Error of kind Type; std::span<const Var> takes them all. It may return void, a value, or a
  // std::vector, which is a list. What it throws becomes a die at the caller's line, except that an
  // Error of this interpreter's goes on as it is, and an Error of kind Exit exits.
  template <class F> void bind(std::string_view name, F&& function);
  void bind_list(std::string_view name, HostFunction function);

 private:
  enum class Context { Void, Scalar, List };
  template <class R> static constexpr Context context();
  template <class R> static R convert_results(std::vector<Var> results);
  std::vector<Var> call_named(std::string_view sub, std::span<const Var> args, Context context);
  std::vector<Var> call_code(const Var& code, std::span<const Var> args, Context context);
  std::vector<Var> call_object(const Var& object, std::string_view method,
                               std::span<const Var> args, Context context);
  std::vector<Var> eval_text(std::string_view source, Context context);
  detail::Impl& live() const;  // throws when this has been moved from
  Var get_var(std::string_view name) const;
  void set_var(std::string_view name, const Var& value);

  void end() noexcept;

  std::shared_ptr<detail::Impl> impl_;
};

// Runs a perl command line ("perlipc -ne '...' file", perlrun) on the process's own streams,
// environment and signals, and returns the exit status. argv[0] is the command's name. For a
// process that does nothing afterwards: what the program has in memory is left to the process's
// end.
int run_command(int argc, char** argv);

}  // namespace perlipc

#include "interp/api/convert.h"
