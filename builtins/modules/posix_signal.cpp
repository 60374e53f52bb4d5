// Signals of POSIX: sets, actions, masks. Handlers run deferred, as all of Perl's do here; the mask of an
// action is kept with the disposition for whoever runs the handler.
#include "builtins/io_handle.h"
#include "builtins/modules/posix.h"
#include "runtime/process.h"
#include "runtime/signal.h"

#include <csignal>

namespace perlipc::builtin {

namespace {

constexpr const char* kSetClass = "POSIX::SigSet";
constexpr const char* kActionClass = "POSIX::SigAction";

// --- POSIX::SigSet: a blessed integer, bit n-1 for signal n -------------------------------------

rt::SignalBits bits_of(const Scalar* set) { return static_cast<rt::SignalBits>(set->value.i); }
void set_bits(Scalar* set, rt::SignalBits bits) {
  set->value = Value::integer(static_cast<std::int64_t>(bits));
}

// Signal number n of the arguments; 0 and a message or EINVAL when there is none.
int signal_argument(Call& call, std::size_t n, const char* op) {
  const std::int64_t signal = call.integer(n);
  if (signal < 0)
    call.engine.die(std::string(op) + ": Negative signals are not allowed " +
                    std::to_string(signal));
  return signal >= 1 && signal < rt::kSignalCount ? static_cast<int>(signal) : 0;
}

Value new_set(Engine& engine, std::string_view package, rt::SignalBits bits) {
  Scalar* set = Scalar::make();
  set_bits(set, bits);
  return bless_new(engine, set, package);
}

Value set_new(Call& call) {
  const std::string package = call.has(0) ? call.text(0) : kSetClass;
  rt::SignalBits bits = 0;
  for (std::size_t i = 1; i < call.count; ++i) {
    const int signal = call.integer(i) < 0 ? 0 : signal_argument(call, i, "");
    if (signal == 0) {
      call.engine.set_errno(EINVAL);
      call.engine.die("POSIX::Sigset->new: failed to add signal " +
                      std::to_string(call.integer(i)));
    }
    bits |= rt::signal_bit(signal);
  }
  return new_set(call.engine, package, bits);
}

template <bool Add> Value set_change(Call& call) {
  expect(call, 2, 2, "sigset, sig");
  Scalar* set = object_scalar(call, 0, Add ? "addset: sigset" : "delset: sigset", kSetClass);
  const int signal = signal_argument(call, 1, Add ? "addset" : "delset");
  if (signal == 0) return call.fail(EINVAL);
  set_bits(set,
           Add ? bits_of(set) | rt::signal_bit(signal) : bits_of(set) & ~rt::signal_bit(signal));
  return text_value("0 but true");
}

template <bool Fill> Value set_all(Call& call) {
  expect(call, 1, 1, "sigset");
  set_bits(object_scalar(call, 0, Fill ? "fillset: sigset" : "emptyset: sigset", kSetClass),
           Fill ? ~rt::SignalBits{0} : 0);
  return text_value("0 but true");
}

Value set_ismember(Call& call) {
  expect(call, 2, 2, "sigset, sig");
  const Scalar* set = object_scalar(call, 0, "sigset", kSetClass);
  const int signal = signal_argument(call, 1, "POSIX::SigSet::ismember");
  if (signal == 0) return Value::integer(-1);
  return Value::integer((bits_of(set) & rt::signal_bit(signal)) != 0);
}

// An optional argument that must be a set when defined.
Scalar* set_argument(Call& call, std::size_t n, const char* what) {
  return call.defined(n) ? object_scalar(call, n, what, kSetClass) : nullptr;
}

// --- POSIX::SigAction: a blessed hash -----------------------------------------------------------

Value action_new(Call& call) {
  Hash* action = Hash::make();
  action->fetch("HANDLER") = call[1];
  action->fetch("MASK") = call[2];
  action->fetch("FLAGS") = call.defined(3) ? call[3] : Value::integer(0);
  action->fetch("SAFE") = Value::integer(0);
  return bless_new(call.engine, action, call.text(0));
}

Hash* action_hash(Call& call, std::size_t n) {
  const Value value = call[n];
  return value.is_ref() && value.o->type == Type::Hash ? static_cast<Hash*>(value.o) : nullptr;
}

// Reads a field, or changes it when a value is given.
Value action_field(Call& call, const char* field) {
  Hash* action = action_hash(call, 0);
  if (!action) call.engine.die("Not a HASH reference");
  Value& place = action->fetch(field);
  if (call.has(1)) place_of(place) = call[1];
  return rvalue(place);
}
Value action_handler(Call& call) { return action_field(call, "HANDLER"); }
Value action_mask(Call& call) { return action_field(call, "MASK"); }
Value action_flags(Call& call) { return action_field(call, "FLAGS"); }
Value action_safe(Call& call) { return action_field(call, "SAFE"); }

Hash* checked_action(Call& call, std::size_t n, const char* what) {
  if (!is_object(call.engine, call[n], kActionClass) || !action_hash(call, n)) {
    call.engine.die(std::string(what) + " is not of type " + kActionClass);
  }
  return action_hash(call, n);
}

Value field_of(Hash* action, const char* field) {
  const Value* place = action->find(field);
  return place ? rvalue(*place) : Value();
}

// Describes the present action in `action`.
void store_old_action(Call& call, Hash* action, int signal, const struct sigaction& before) {
  IoTable& table = io_table(call.engine);
  const Value handler = table.handlers[static_cast<std::size_t>(signal)];
  const bool none = handler.is_undef() || (handler.is_string() && handler.s->length == 0);
  place_of(action->fetch("HANDLER")) = none ? text_value("DEFAULT") : handler;
  place_of(action->fetch("MASK")) =
      new_set(call.engine, kSetClass, rt::from_sigset(before.sa_mask));
  const rt::SignalTable* signals = table.signals_if_any();
  const bool ours = signals != nullptr && (signals->caught() & rt::signal_bit(signal)) != 0;
  // Our C handlers take their third argument, whatever the script asked for.
  const bool silent = ours && (signals->handler_flags(signal) & SA_SIGINFO) == 0;
  int flags = silent ? before.sa_flags & ~SA_SIGINFO : before.sa_flags;
  if (table.restarts(signal)) flags |= SA_RESTART;
  place_of(action->fetch("FLAGS")) = Value::integer(static_cast<unsigned>(flags));
  place_of(action->fetch("SAFE")) = Value::integer(0);
}

// The handler goes through $SIG{NAME}; then mask and flags are set on top of it. An action that is
// not `safe` runs its handler with the mask in force, a safe one is deferred past it (perldoc
// POSIX).
rt::Result<void> take_action(Call& call, Hash* action, int signal) {
  if (signal == SIGKILL || signal == SIGSTOP) return rt::Errno{EINVAL};
  const std::string name(rt::signal_name(signal));
  const Value handler = field_of(action, "HANDLER");
  Hash* hash = call.engine.glob("main::SIG", true)->hash();
  call.engine.assign(signal_element(call.engine, hash, name), handler);
  IoTable& table = io_table(call.engine);
  rt::SignalTable& signals = table.signals();
  const Value mask = field_of(action, "MASK");
  const rt::SignalBits bits =
      is_object(call.engine, mask, kSetClass) ? bits_of(static_cast<Scalar*>(mask.o)) : 0;
  const auto flags = static_cast<int>(to_int(call.engine, field_of(action, "FLAGS")));
  const bool safe = to_bool(call.engine, field_of(action, "SAFE"));
  table.handler_masks[static_cast<std::size_t>(signal)] = safe ? 0 : bits;
  if (!safe) {
    table.set_action_traits(signal, {.by_action = true,
                                     .restarts = (flags & SA_RESTART) != 0,
                                     .reenters = (flags & SA_NODEFER) != 0});
    // The handler runs before the call goes on: for that the call has to come back.
    return signals.set_disposition(signal, signals.disposition(signal), flags & ~SA_RESTART, bits);
  }
  table.set_action_traits(signal, {.by_action = true});
  // A deferred handler gets no information block.
  return signals.set_disposition(signal, signals.disposition(signal), flags & ~SA_SIGINFO, bits);
}

Value signal_sigaction(Call& call) {
  expect(call, 2, 3, "sig, optaction, oldaction = 0");
  const std::int64_t number = call.integer(0);
  if (number < 0) call.engine.die("Negative signals are not allowed");
  Hash* action = call.defined(1) ? checked_action(call, 1, "action") : nullptr;
  Hash* old_action = call.defined(2) ? checked_action(call, 2, "oldaction") : nullptr;
  if (number == 0) return call.fail(EINVAL);
  if (number >= rt::kSignalCount) {
    warn_default_on(call.engine, Warning::Signal, "No such signal: " + std::to_string(number));
    return Value();
  }
  const auto signal = static_cast<int>(number);
  struct sigaction before {};
  if (::sigaction(signal, nullptr, &before) == -1) return call.fail(errno);
  // `old` may be the same object as `new`.
  const Value keep = action ? Value::ref(action) : Value();
  Hash* wanted = action;
  if (action && action == old_action) {
    wanted = Hash::make();
    for (const char* field : {"HANDLER", "MASK", "FLAGS", "SAFE"})
      wanted->fetch(field) = field_of(action, field);
  }
  if (old_action) store_old_action(call, old_action, signal, before);
  const rt::Result<void> taken = wanted ? take_action(call, wanted, signal) : rt::Result<void>();
  if (wanted != action) wanted->release();
  return sys_result(call, taken);
}

// --- masks --------------------------------------------------------------------------------------

Value signal_sigprocmask(Call& call) {
  expect(call, 2, 3, "how, sigset, oldsigset = 0");
  const Scalar* set = set_argument(call, 1, "sigset");
  Scalar* old_set = set_argument(call, 2, "oldsigset");
  const std::int64_t how = call.integer(0);
  const rt::Result<rt::SignalBits> before =
      !set                 ? rt::current_mask()
      : how == SIG_BLOCK   ? rt::change_mask(rt::MaskChange::Block, bits_of(set))
      : how == SIG_UNBLOCK ? rt::change_mask(rt::MaskChange::Unblock, bits_of(set))
      : how == SIG_SETMASK ? rt::change_mask(rt::MaskChange::Set, bits_of(set))
                           : rt::Result<rt::SignalBits>(rt::Errno{EINVAL});
  if (!before) return call.fail(before.error());
  if (old_set) set_bits(old_set, *before);
  // What was pending is delivered before sigprocmask returns (POSIX.1-2017 sigprocmask).
  call.engine.run_pending_signals();
  return text_value("0 but true");
}

Value signal_sigpending(Call& call) {
  expect(call, 1, 1, "sigset");
  Scalar* set = object_scalar(call, 0, "sigset", kSetClass);
  const rt::Result<rt::SignalBits> pending = rt::blocked_pending();
  if (!pending) return call.fail(pending.error());
  set_bits(set, *pending);
  return text_value("0 but true");
}

Value signal_sigsuspend(Call& call) {
  expect(call, 1, 1, "signal_mask");
  const Scalar* set = object_scalar(call, 0, "signal_mask", kSetClass);
  rt::Result<void> result = rt::Errno{EINTR};
  {
    const rt::SignalHold hold;
    if (rt::SignalTable::pending() == 0) result = rt::suspend(bits_of(set));
  }
  call.engine.run_pending_signals();
  return call.fail(result.error());
}

Value signal_raise(Call& call) {
  expect(call, 1, 1, "sig");
  const rt::Result<void> sent =
      rt::send_signal(rt::current_pid(), static_cast<int>(call.integer(0)));
  if (!sent) call.engine.set_errno(sent.error());
  call.engine.run_pending_signals();
  return Value::integer(sent ? 1 : 0);
}

const NativeRow kRows[] = {
    {"POSIX::SigAction::flags", action_flags, nullptr},
    {"POSIX::SigAction::handler", action_handler, nullptr},
    {"POSIX::SigAction::mask", action_mask, nullptr},
    {"POSIX::SigAction::new", action_new, nullptr},
    {"POSIX::SigAction::safe", action_safe, nullptr},
    {"POSIX::SigSet::addset", set_change<true>, nullptr},
    {"POSIX::SigSet::delset", set_change<false>, nullptr},
    {"POSIX::SigSet::emptyset", set_all<false>, nullptr},
    {"POSIX::SigSet::fillset", set_all<true>, nullptr},
    {"POSIX::SigSet::ismember", set_ismember, nullptr},
    {"POSIX::SigSet::new", set_new, nullptr},
    {"raise", signal_raise, nullptr, Capability::Kill},
    {"sigaction", signal_sigaction, nullptr, Capability::Signals},
    {"sigpending", signal_sigpending, nullptr},
    {"sigprocmask", signal_sigprocmask, nullptr, Capability::Signals},
    {"sigsuspend", signal_sigsuspend, nullptr, Capability::Signals},
};

}  // namespace

std::span<const NativeRow> posix_signal_functions() { return kRows; }

}  // namespace perlipc::builtin
