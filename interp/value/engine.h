// Engine: everything a builtin may ask of the interpreter. Implemented by the VM (interp/vm.h).
// No other channel exists from builtins/ back into Perl.
#pragma once
#include "interp/value/glob.h"
#include "interp/value/native_stack.h"
#include "interp/value/warnings.h"
#include <array>
#include <exception>
#include <functional>
#include <optional>
#include <span>

namespace perlipc {

enum class Want : std::uint8_t { Void, Scalar, List };

// Thrown to leave C++ frames when Perl dies inside; the VM catches it at the native boundary.
// The exception object is the Perl value of $@.
struct PerlDie {
  Value value;
};
// Thrown by exit(): leaves everything up to the top level, running no eval handlers.
struct PerlExit {
  int status;
};
// Thrown at a safepoint to end what the host started: no eval stops it.
struct PerlStop {
  bool interrupted;            // by the host; else a limit is reached
  std::string message;         // with the place
  std::exception_ptr cause{};  // neither of these: what the host threw
};

struct CallerInfo {
  std::string_view package;
  std::string_view file;
  std::uint32_t line;
};

// One name for places that builtins need fast; see Engine::special().
enum class Special : std::uint8_t {
  Topic /* $_ */,
  OutputRecordSeparator /* $\ */,
  OutputFieldSeparator /* $, */,
  InputRecordSeparator /* $/ */,
  ListSeparator /* $" */,
  SubscriptSeparator /* $; */,
  EvalError /* $@ */,
  ArgvScalar /* $ARGV */,
  SortA,
  SortB,
  Count
};

// What a source filter makes of a text, and how: each piece that it gave ends there in the result, and what it
// had read until then ends there in the text it was given.
struct FilteredText {
  struct Piece {
    std::size_t end, source_end;
  };
  std::string text;
  std::vector<Piece> pieces;
};
using SourceFilter = std::function<FilteredText(std::string_view)>;

class Engine {
 public:
  virtual ~Engine() = default;
  // --- errors ------------------------------------------------------------------------------
  // Dies with text + " at FILE line N.\n" (adds ", <FH> line N" like perl). Never returns.
  [[noreturn]] virtual void die(std::string text) = 0;
  [[noreturn]] virtual void die_value(Value value) = 0;  // as given
  // perlfunc exit: sets $? and throws PerlExit.
  [[noreturn]] void exit(int status) {
    set_child_status(status);
    throw PerlExit{status};
  }
  virtual bool warning_enabled(Warning category) = 0;  // at the running statement
  // Emits text + location if the category is enabled (fatal categories die).
  virtual void warn(Warning category, std::string text) = 0;
  // Unconditional warning through $SIG{__WARN__}; text is complete when it ends in newline.
  virtual void warn_always(std::string text) = 0;
  virtual std::string location() = 0;  // " at FILE line N.\n" with handle suffix
  // "Use of uninitialized value$name in $op": the VM knows the operand names.
  // `operation` when it is not the running one.
  virtual void warn_uninitialized(const Value* place, const char* operation = nullptr) = 0;
  // The running operation as warnings name it ("addition (+)"), or null: used for
  // "Argument "x" isn't numeric in addition (+)".
  virtual const char* operation_name() { return nullptr; }
  // "isn't numeric" was said of a text: the variable it was read from remembers that.
  virtual void not_numeric_told(const String* text) { (void)text; }
  // Whether `use feature 'unicode_strings'` is on at the running statement.
  virtual bool unicode_strings() { return false; }
  // $!
  virtual void set_errno(int e) = 0;
  virtual int get_errno() = 0;
  // $? as a 16-bit wait status (or -1); sets ${^CHILD_STATUS_NATIVE} too.
  virtual void set_child_status(int status) = 0;
  virtual int get_child_status() = 0;
  // --- calling Perl ---------------------------------------------------------------------------
  // Calls code with args (aliases kept); results are returned (empty for Void). Throws PerlDie.
  virtual std::vector<Value> call(Code* code, std::span<const Value> args, Want want) = 0;
  // The same as if inside an eval that dies again with its error: $^S, caller and $SIG{__DIE__}
  // see it. Signal handlers run like that.
  virtual std::vector<Value> call_in_eval(Code* code, std::span<const Value> args, Want want) = 0;
  virtual Value call_scalar(Code* code, std::span<const Value> args) = 0;
  // Calls code without arguments, in scalar context, again and again, as long as next(result) of
  // each call is true. Cheaper than so many calls. Throws PerlDie.
  using NextCall = bool (*)(void* state, Value& result);
  virtual void call_repeatedly(Code* code, NextCall next, void* state) = 0;
  template <class Next> void call_repeatedly(Code* code, Next next) {
    call_repeatedly(
        code, [](void* state, Value& result) { return (*static_cast<Next*>(state))(result); },
        &next);
  }
  virtual std::vector<Value> call_method(const Value& invocant, std::string_view method,
                                         std::span<const Value> args, Want want) = 0;
  virtual Code* find_method(Stash* stash,
                            std::string_view name) = 0;  // null when none (with AUTOLOAD off)
  virtual Code* code_of(const Value& callable) = 0;      // CODE ref, &{} overload, or null
  virtual bool stash_isa(Stash* stash, std::string_view package) = 0;
  virtual const std::vector<Stash*>& linear_isa(Stash* stash) = 0;
  virtual void require_file(std::string_view file) = 0;  // "Foo/Bar.pm"; dies on failure
  // Source filters (perldoc perlfilter): what is being compiled goes on, from its next line, with what the
  // filter makes of the rest. False: nothing is being compiled.
  virtual bool add_source_filter(SourceFilter) { return false; }
  // Takes the last filter away: behind the pieces begun, the text is as it was.
  virtual void end_source_filter() {}
  // --- recursion ---------------------------------------------------------------------------------
  // Native code that recurses, however deep the program makes it, calls this first: dies when the
  // stack that C++ runs on is nearly used up.
  void check_native_stack() {
    if (native_stack_.is_low()) [[unlikely]]
      native_stack_is_low();
  }
  NativeStack& native_stack() { return native_stack_; }
  // --- policy ------------------------------------------------------------------------------------
  // Whether the host allows a capability (the number of a builtin::Capability), and the refusal:
  // dies with "Permission denied: WHAT is not allowed here".
  virtual bool allows(unsigned) const { return true; }
  virtual void deny(std::string_view what) { die(std::string(what)); }
  // --- symbol table ------------------------------------------------------------------------------
  virtual Stash* stash(std::string_view package, bool create) = 0;
  virtual Glob* glob(std::string_view qualified_name, bool create) = 0;  // "main::x"; "x" = main
  // Fills the empty hash of a glob that is marked lazy_hash (%SIG, %!).
  virtual void fill_hash(Glob&) {}
  // What %+ (all: %-) has for a name in the last match, undef for an unknown one; and the names it has.
  virtual Value named_capture(bool /*all*/, const String* /*name*/) { return {}; }
  virtual std::vector<Value> named_captures(bool /*all*/) { return {}; }
  // Stores the same characters in another encoding: pos() stays.
  virtual void recode(Value& place, const Value& text) { assign(place, text); }
  // The sub that writes a record by the format of a glob that has one, bound to the variables of
  // the innermost running activation of the code around the format: a code reference.
  virtual Value format_code(Glob&) { return {}; }
  virtual Stash* current_package() = 0;  // of the running statement
  virtual void reset_matches() {}        // m?? of that package may match again
  virtual CallerInfo caller_info() = 0;  // running statement
  virtual Scalar* special(Special name) = 0;
  // The scalar behind a name with behaviour of its own ($1, $2 ...), owned by the caller; null for
  // any other name. Asked when the scalar is needed for the first time.
  virtual Scalar* special_scalar(Glob*) { return nullptr; }
  // Makes $_ stand for another place (as foreach does) and returns the place it stood for, which
  // the caller gives back afterwards. Null: not possible, nothing has changed.
  virtual Value* set_topic(Value*) { return nullptr; }
  virtual std::uint64_t& method_generation() = 0;
  // --- overloading and text ---------------------------------------------------------------------
  // String of a value: overloads, references "HASH(0x..)", numbers; warns on undef.
  virtual String* to_string(const Value& v) = 0;  // owned count; v is an rvalue
  virtual Value to_number(const Value& v) = 0;    // Int, UInt or Double; overloads, warnings
  virtual bool to_bool(const Value& v) = 0;
  // Assignment through magic: place is any Value place or alias.
  virtual void assign(Value& place, const Value& value) = 0;
  // --- dereference (strict refs, autovivification, overloads) -----------------------------------
  virtual Array* deref_array(Value& place, bool create) = 0;  // null when undef and !create
  virtual Hash* deref_hash(Value& place, bool create) = 0;
  // A handle named by a value: glob, glob ref, IO ref, or string name (strict refs permitting).
  virtual Handle* handle_of(const Value& v, bool create) = 0;
  virtual Glob* glob_of(const Value& v, bool create) = 0;
  // For a value that is to name a symbol and is no glob: dies as `strict refs` has it ("Can't use
  // string (...) as a symbol ref", "Can't use an undefined value"), returns when that is off.
  virtual void check_symbol_ref(const Value&) {}
  // --- destruction ----------------------------------------------------------------------------------
  virtual void destroy(Referent* object) = 0;  // runs DESTROY; the object is alive during it
  // --- signals ---------------------------------------------------------------------------------------
  virtual void run_pending_signals() = 0;  // handlers run now; may throw PerlDie
  virtual bool signal_pending() const = 0;
  // Whether running the sub can neither wait, nor call anything, nor ask the system for something.
  virtual bool keeps_to_itself(const Code*) { return false; }
  // --- taint checks (perlsec), interp/taint.cpp ------------------------------------------------
  // ${^TAINT}: 0 off, 1 with -T, -1 with -t.
  int taint_mode() const { return taint_mode_; }
  // Whether anything tainted was read since the running statement began.
  bool taint_seen() const { return taint_seen_; }
  // Something from outside has come in: the running operation's result is tainted.
  void taint() { taint_seen_ = taint_mode_ != 0; }
  // Looking at tainted values on the interpreter's own behalf.
  class TaintPause {
   public:
    explicit TaintPause(Engine& engine) : engine_(engine), seen_(engine.taint_seen_) {}
    ~TaintPause() { engine_.taint_seen_ = seen_; }
    TaintPause(const TaintPause&) = delete;

   private:
    Engine& engine_;
    bool seen_;
  };
  // The place (or alias) holds what came from outside. Does nothing without taint checks.
  virtual void taint_place(Value&) {}
  // Dies ("Insecure dependency in WHAT ...") when anything tainted was read in the statement.
  virtual void refuse_tainted(std::string_view) {}
  // Dies ("Insecure $ENV{PATH} ...") when a program must not be started with this %ENV.
  virtual void check_environment() {}
  // --- services of other parts, kept by name (I/O table, regex cache ...) -----------------------
  // One object per C++ type, made on first use, owned by the interpreter.
  // A T with a constant kServiceSlot is found without a look-up.
  template <class T> T& service() {
    if constexpr (requires { T::kServiceSlot; }) {
      if (void* known = service_slots_[T::kServiceSlot]) [[likely]]
        return *static_cast<T*>(known);
    }
    return find_or_make_service<T>();
  }
  template <class T> T& find_or_make_service() {
    static const char key = 0;
    void* existing = find_service(&key);
    if (existing) return *static_cast<T*>(existing);
    auto made = std::make_shared<T>(*this);
    add_service(&key, made);
    if constexpr (requires { T::kServiceSlot; }) service_slots_[T::kServiceSlot] = made.get();
    return *made;
  }
  virtual void* find_service(const void* key) = 0;
  virtual void add_service(const void* key, std::shared_ptr<void> service) = 0;
  // Last read handle, for "<FH> line N" and $. : not owned, cleared when the glob goes.
  virtual void set_last_read(Glob* glob) = 0;
  virtual Glob* last_read() = 0;
  virtual const std::string& script_name() = 0;  // $0 at start
  // The file-test/stat cache `_` and other small per-interpreter state live in services.

 protected:
  [[noreturn]] virtual void native_stack_is_low() = 0;
  void forget_service_slots() { service_slots_.fill(nullptr); }
  int taint_mode_ = 0;
  bool taint_seen_ = false;
  NativeStack native_stack_;

 private:
  std::array<void*, 4> service_slots_{};
};

}  // namespace perlipc
