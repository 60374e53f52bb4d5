// %SIG, delivery of signals to handlers, kill and alarm (perlvar %SIG, perlipc, perlfunc).
//
// 1. The process's dispositions are taken when a script first changes one.
// 2. Handlers run from dispatch_signals only: at safepoints of the VM and before a blocking call
//    goes on. During a handler its own signal is blocked in the kernel, as perl does it, unless the
//    handler's code cannot tell (Engine::keeps_to_itself).
// 3. $! and $@ survive a handler; $? does not.
#include "builtins/io_handle.h"
#include "builtins/table.h"
#include "runtime/process.h"
#include "runtime/signal_info.h"

#include <bit>
#include <cerrno>
#include <csignal>

namespace perlipc::builtin {

// --- the table's part ----------------------------------------------------------------------------

rt::SignalTable* IoTable::signals_or_null() {
  if (signals_) return signals_.get();
  auto acquired = rt::SignalTable::acquire({&signal_word, 1});
  if (!acquired) return nullptr;
  signals_ = std::move(*acquired);
  blocking_.set_signals(signals_.get());
  return signals_.get();
}

rt::SignalTable& IoTable::signals() {
  if (rt::SignalTable* table = signals_or_null()) return *table;
  engine.die("The signals of this process belong to another interpreter");
  __builtin_unreachable();
}

bool IoTable::acts_on(int signal) const {
  struct sigaction action {};
  return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler != SIG_DFL;
}

void IoTable::unhold(int signal) {
  const rt::SignalBits bit = rt::signal_bit(signal);
  held_ &= ~bit;
  if ((kept_back_ & bit) == 0) return;
  kept_back_ &= ~bit;
  rt::SignalTable::raise_pending(bit);
}

void IoTable::set_action_traits(int signal, ActionTraits traits) {
  const rt::SignalBits bit = rt::signal_bit(signal);
  by_action_ = traits.by_action ? by_action_ | bit : by_action_ & ~bit;
  restarting_ = traits.restarts ? restarting_ | bit : restarting_ & ~bit;
  reentered_ = traits.reenters ? reentered_ | bit : reentered_ & ~bit;
}

void IoTable::end_handlers() {
  if (!signals_) return;
  for (rt::SignalBits bits = signals_->caught() & ~by_action_; bits != 0; bits &= bits - 1)
    (void)signals_->set_disposition(std::countr_zero(bits) + 1, rt::Disposition::Default);
}

void IoTable::forget_pending() {
  if (!signals_) return;
  signal_word.store(0);
  (void)signals_->take_pending();
  kept_back_ = 0;
  left_over_ = 0;
}

namespace {

// Blocks signals while a handler runs, whatever way it is left.
class BlockedDuringHandler {
 public:
  explicit BlockedDuringHandler(rt::SignalBits wanted) : wanted_(wanted) {
    if (wanted_ == 0) return;
    const sigset_t set = rt::to_sigset(wanted_);
    sigset_t before;
    if (::sigprocmask(SIG_BLOCK, &set, &before) != 0) wanted_ = 0;
    for (rt::SignalBits bits = wanted_; bits != 0; bits &= bits - 1) {
      const int signal = std::countr_zero(bits) + 1;
      if (::sigismember(&before, signal) == 1) wanted_ &= ~rt::signal_bit(signal);
    }
  }
  ~BlockedDuringHandler() {
    if (wanted_ == 0) return;
    const sigset_t set = rt::to_sigset(wanted_);
    ::sigprocmask(SIG_UNBLOCK, &set, nullptr);
  }
  BlockedDuringHandler(const BlockedDuringHandler&) = delete;
  BlockedDuringHandler& operator=(const BlockedDuringHandler&) = delete;

 private:
  rt::SignalBits wanted_;  // those that were not blocked before
};

class HeldSignal {
 public:
  HeldSignal(IoTable& table, int signal) : table_(table), signal_(signal) { table_.hold(signal); }
  ~HeldSignal() { table_.unhold(signal_); }
  HeldSignal(const HeldSignal&) = delete;
  HeldSignal& operator=(const HeldSignal&) = delete;

 private:
  IoTable& table_;
  int signal_;
};

// The sub a handler value names; null when there is none. Dies when it cannot name one.
Code* handler_code(Engine& engine, const Value& handler) {
  if (handler.is_glob()) return reinterpret_cast<Glob*>(handler.o)->code();
  if (handler.is_ref()) {
    if (handler.o->type == Type::Glob) return reinterpret_cast<Glob*>(handler.o)->code();
    Code* code = engine.code_of(handler);
    if (code == nullptr) engine.die("Not a subroutine reference");
    return code;
  }
  const std::string name = bytes_of(engine, handler);
  Glob* glob = engine.glob(name, false);
  return glob != nullptr ? glob->code() : nullptr;
}

void warn_missing_handler(Engine& engine, int signal, const Value& handler) {
  std::string name = handler.is_ref() ? std::string("__ANON__") : bytes_of(engine, handler);
  if (name.starts_with("*")) name.erase(0, 1);
  if (name.starts_with("main::")) name.erase(0, 6);
  engine.warn(Warning::Signal, "SIG" + std::string(rt::signal_name(signal)) + " handler \"" + name +
                                   "\" not defined.\n");
}

// The hash that perldoc POSIX (sigaction) describes.
Value info_fields(const siginfo_t& info) {
  Hash* fields = Hash::make();
  const auto set = [&](std::string_view name, Value value) {
    fields->fetch(name) = std::move(value);
  };
  set("signo", Value::integer(info.si_signo));
  set("code", Value::integer(info.si_code));
  set("errno", Value::integer(info.si_errno));
  set("status", Value::integer(info.si_status));
  set("uid", Value::integer(info.si_uid));
  set("pid", Value::integer(info.si_pid));
  set("addr", Value::unsigned_integer(reinterpret_cast<std::uintptr_t>(info.si_addr)));
  set("band", Value::integer(info.si_band));
  const Value ref = Value::ref(fields);
  fields->release();
  return ref;
}

}  // namespace

void IoTable::call_handler(int signal) {
  const Value handler = handlers[static_cast<std::size_t>(signal)];
  if (handler.is_undef()) return;
  const int saved_errno = engine.get_errno();
  const rt::SignalBits own = rt::signal_bit(signal) & ~reentered_;
  const rt::SignalBits wanted = handler_masks[static_cast<std::size_t>(signal)] | own;
  Code* code = nullptr;
  if (wanted == rt::signal_bit(signal) && handler.is_ref() && handler.o->type == Type::Code) {
    code = reinterpret_cast<Code*>(handler.o);
    if (!engine.keeps_to_itself(code)) code = nullptr;
  }
  if (code != nullptr) {
    // Nobody can see the mask meanwhile: keeping the signal back is enough.
    const HeldSignal held(*this, signal);
    return run_handler(code, signal, saved_errno);
  }
  const BlockedDuringHandler blocked(wanted);
  code = handler_code(engine, handler);
  if (code == nullptr || !code->defined()) {
    warn_missing_handler(engine, signal, handler);
    return;
  }
  run_handler(code, signal, saved_errno);
}

void IoTable::run_handler(Code* code, int signal, int saved_errno) {
  Scalar* eval_error = engine.special(Special::EvalError);
  const Value saved_error = eval_error->value;
  const Value name = Value::string(rt::signal_name(signal));
  if (signals_ && signals_->handler_flags(signal) & SA_SIGINFO) [[unlikely]] {
    const siginfo_t info = rt::last_signal_info(signal);
    const Value arguments[] = {name, info_fields(info),
                               Value::string({reinterpret_cast<const char*>(&info), sizeof info})};
    (void)engine.call_in_eval(code, arguments, Want::Scalar);
  } else {
    (void)engine.call_in_eval(code, {&name, 1}, Want::Scalar);
  }
  engine.special(Special::EvalError)->value = saved_error;
  engine.set_errno(saved_errno);
}

// When a handler dies, what had arrived besides waits for the next signal (so perl has it).
void IoTable::deliver(rt::SignalBits bits) {
  while (bits != 0) {
    const int signal = std::countr_zero(bits) + 1;
    bits &= bits - 1;
    try {
      call_handler(signal);
    } catch (...) {
      left_over_ |= bits;
      throw;
    }
  }
}

// Once through what has arrived. A signal that came while its own handler ran is for the next
// safepoint: a handler that keeps sending to itself must not stop the program for ever.
void IoTable::dispatch() {
  if (!signals_) return signal_word.store(0);
  signal_word.store(0);
  if (rt::SignalTable::pending() == 0) return;
  const rt::SignalBits bits = signals_->take_pending() | std::exchange(left_over_, 0);
  kept_back_ |= bits & held_;
  deliver(bits & ~held_);
}

void dispatch_signals(Engine& engine) { io_table(engine).dispatch(); }

bool interrupted(Engine& engine) {
  const bool restart = io_table(engine).restarts_calls(rt::SignalTable::pending());
  if (!restart) engine.set_errno(EINTR);
  engine.run_pending_signals();
  return restart;
}

volatile int* signal_word(Engine& engine) {
  static_assert(sizeof(std::atomic<std::uint32_t>) == sizeof(int));
  return reinterpret_cast<volatile int*>(&io_table(engine).signal_word);
}

void after_fork_in_child(Engine& engine) {
  io_table(engine).pid_given.reset();
  io_table(engine).forget_pending();
  io_table(engine).forget_kept_sets();
}

// --- %SIG ----------------------------------------------------------------------------------------

namespace {

int number_of(std::string_view name) {
  const int number = rt::signal_number(name);
  return number > 0 ? number : -1;
}

// perlvar %SIG: a name without package is in main.
Value qualified_handler(Engine& engine, const Value& handler) {
  if (handler.is_ref() || handler.is_glob() || handler.is_undef()) return handler;
  const std::string name = bytes_of(engine, handler);
  if (name.empty() || name == "IGNORE" || name == "DEFAULT") return Value::string(name);
  if (name.find("::") != name.npos || name.find('\'') != name.npos) return Value::string(name);
  return Value::string("main::" + name);
}

rt::Disposition disposition_for(Engine& engine, const Value& handler) {
  if (handler.is_undef()) return rt::Disposition::Default;
  if (handler.is_ref() || handler.is_glob()) return rt::Disposition::Catch;
  const Text text(engine, handler);
  if (text.view() == "IGNORE") return rt::Disposition::Ignore;
  if (text.view().empty() || text.view() == "DEFAULT") return rt::Disposition::Default;
  return rt::Disposition::Catch;
}

bool inherited_ignore(IoTable& table, int signal) {
  if (const rt::SignalTable* signals = table.signals_if_any())
    return signals->disposition(signal) == rt::Disposition::Ignore;
  struct sigaction action {};
  return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

// An element of %SIG. What is in force is in the table and outlives the element; the scalar keeps what
// was last read or assigned, for the end of `local %SIG`.
class SignalMagic final : public Magic {
 public:
  SignalMagic(IoTable& table, std::string name)
      : table_(table), name_(std::move(name)), number_(number_of(name_)) {
    if (name_ == "__WARN__") hook_ = &table.message_hooks[0];
    if (name_ == "__DIE__") hook_ = &table.message_hooks[1];
  }

  Value get(Scalar& scalar) override {
    if (number_ > 0) scalar.value = signal_handler(table_.engine, number_);
    return scalar.value;
  }

  void set(Scalar& scalar, const Value& value) override {
    if (number_ < 0 && hook_ == nullptr) {
      if (name_.starts_with('_')) table_.engine.die("No such hook: " + name_);
      // local assigns undef first; that is no news.
      if (!value.is_undef()) { table_.engine.warn(Warning::Signal, "No such signal: SIG" + name_); }
      scalar.value = value;
      return;
    }
    const Value qualified = qualified_handler(table_.engine, value);
    // The old handler stays alive until the new one is in force.
    const Value old = std::exchange(scalar.value, qualified);
    if (hook_ != nullptr) *hook_ = qualified;
    else (void)set_signal_action(table_.engine, number_, qualified, 0, 0);
  }

  // Brings what the element says into force again.
  void apply(Scalar& scalar) {
    if (hook_ != nullptr) *hook_ = scalar.value;
    const bool quiet = scalar.value.is_undef() && number_ > 0 && !table_.acts_on(number_);
    if (number_ > 0 && !quiet) (void)set_signal_action(table_.engine, number_, scalar.value, 0, 0);
  }

 private:
  IoTable& table_;
  std::string name_;
  int number_;
  Value* hook_ = nullptr;
};

}  // namespace

bool set_signal_action(Engine& engine, int signal, const Value& handler, int flags,
                       std::uint64_t mask) {
  IoTable& table = io_table(engine);
  const auto index = static_cast<std::size_t>(signal);
  if (!engine.allows(static_cast<unsigned>(Capability::Signals))) [[unlikely]] {
    if (handler.is_undef() && table.handlers[index].is_undef()) return true;  // nothing changes
    engine.deny("changing %SIG");
  }
  const rt::Disposition wanted = disposition_for(engine, handler);
  // The old handler stays alive until the new one is in force.
  const Value old = std::exchange(table.handlers[index], handler);
  table.handler_masks[index] = mask;
  table.set_action_traits(signal, {});
  const rt::Result<void> set = table.signals().set_disposition(signal, wanted, flags, mask);
  if (!set) engine.set_errno(set.error());
  return set.ok();
}

Value signal_handler(Engine& engine, int signal) {
  IoTable& table = io_table(engine);
  const Value& handler = table.handlers[static_cast<std::size_t>(signal)];
  if (handler.is_undef() && inherited_ignore(table, signal)) return Value::string("IGNORE");
  return handler;
}

Value& signal_element(Engine& engine, Hash* hash, std::string_view name) {
  if (Value* place = hash->find(name)) return *place;
  if (is_environment(engine, hash)) return environment_element(engine, hash, name);
  Value& place = hash->fetch(name);
  place =
      Value::adopt_boxed(Scalar::with_magic(new SignalMagic(io_table(engine), std::string(name))));
  return place;
}

void sig_element_deleted(Engine& engine, const Hash* hash, std::string_view name) {
  if (is_environment(engine, hash)) return;
  const int number = number_of(name);
  if (number > 0) (void)set_signal_action(engine, number, Value(), 0, 0);
  if (name == "__WARN__") io_table(engine).message_hooks[0] = Value();
  if (name == "__DIE__") io_table(engine).message_hooks[1] = Value();
}

void signal_hash_restored(Engine& engine, Hash* hash) {
  const int saved_errno = engine.get_errno();
  std::size_t position = 0;
  while (Hash::Entry* entry = hash->next(position)) {
    if (!entry->value.is_boxed()) continue;
    if (auto* magic = dynamic_cast<SignalMagic*>(entry->value.box->magic))
      magic->apply(*entry->value.box);
  }
  engine.set_errno(saved_errno);
}

void end_signal_handlers(Engine& engine) { io_table(engine).end_handlers(); }

const Value& message_hook(Engine& engine, MessageHook which) {
  return io_table(engine).message_hooks[static_cast<std::size_t>(which)];
}

void fill_signal_hash(Engine& engine, Hash* hash) {
  // Stores must come through signal_element.
  hash->bits |= Hash::Signals;
  hash->reserve(rt::kSignalCount + 2);
  for (const rt::SignalName& entry : rt::signal_names()) {
    if (entry.number > 0) signal_element(engine, hash, entry.name);
  }
}

// --- kill, alarm ---------------------------------------------------------------------------------

namespace {

struct Target {
  int signal = 0;
  bool group = false;
};

Target kill_signal(Call& call) {
  const Value value = call[0];
  Target target;
  // No number starts with such a letter ("Inf" and "NaN" are the only ones with letters in front).
  const bool surely_name = value.is_string() && value.s->length > 0 && value.s->data[0] >= 'O' &&
                           value.s->data[0] <= 'Z';
  if (surely_name || (!value.is_undef() && !looks_like_number(value))) {
    const std::string text = bytes_of(call.engine, value);
    std::string_view name = text;
    if (name.starts_with("-")) {
      target.group = true;
      name.remove_prefix(1);
    }
    if (!name.empty() && (std::isalpha(static_cast<unsigned char>(name[0])) != 0)) {
      if (name.starts_with("SIG")) name.remove_prefix(3);
      target.signal = rt::signal_number(name);
      if (target.signal < 0) call.engine.die("Unrecognized signal name \"" + text + "\"");
      return target;
    }
  }
  target.group = false;
  // It is looked at as a name first.
  if (value.is_undef()) call.engine.warn_uninitialized(nullptr);
  target.signal = static_cast<int>(int_arg(call, 0));
  if (target.signal < 0) {
    target.signal = -target.signal;
    target.group = true;
  }
  return target;
}

}  // namespace

Value bi_kill(Call& call) {
  if (call.count == 0) return Value::integer(0);
  const Target target = kill_signal(call);
  std::int64_t reached = 0;
  for (std::size_t n = 1; n < call.count; ++n) {
    const Value value = call[n];
    if (!value.is_int() && (value.is_undef() || !looks_like_number(value)))
      call.engine.die("Can't kill a non-numeric process ID");
    const auto pid = static_cast<pid_t>(to_int(call.engine, value));
    const rt::Result<void> sent = rt::send_signal(target.group ? -pid : pid, target.signal);
    if (sent) ++reached;
    else call.engine.set_errno(sent.error());
  }
  poll_signals(call.engine);
  return Value::integer(reached);
}

Value bi_alarm(Call& call) {
  const std::int64_t seconds = int_arg(call, 0);
  if (seconds < 0) {
    call.engine.warn(Warning::Misc, "alarm() with negative argument");
    return call.fail(EINVAL);
  }
  return Value::integer(rt::set_alarm(static_cast<unsigned>(seconds)));
}

}  // namespace perlipc::builtin
