// Deferred signals.
//
// 1. The C handler does two atomic operations and turns back a call that has not begun
//    (interruptible.h); one with SA_SIGINFO first copies its block. It may run on any thread of a
//    host.
// 2. The pending set and the safepoint word are process-wide because POSIX dispositions are; the
//    SignalTable that exists owns them, there is never a second one.
// 3. Handlers are installed without SA_RESTART: a blocked system call returns EINTR, and whoever
// made
//    it lets the script's handlers run before it decides to go on.
// 4. Nothing may be lost between a check of pending() and a wait: wait with an interruptible call,
//    or hold all signals (SignalHold), check, then wait with ppoll, pselect or sigsuspend and the
//    mask as it was.
#include "runtime/signal.h"

#include "runtime/interruptible.h"
#include "runtime/signal_info.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <unordered_map>

namespace perlipc::rt {

namespace {

std::atomic<SignalBits> g_pending{0};
std::atomic<std::atomic<uint32_t>*> g_safepoint{nullptr};
std::atomic<uint32_t> g_safepoint_bits{0};
std::atomic<bool> g_owned{false};
static_assert(std::atomic<SignalBits>::is_always_lock_free);

void mark_pending(SignalBits bits) {
  g_pending.fetch_or(bits, std::memory_order_release);
  if (std::atomic<uint32_t>* word = g_safepoint.load(std::memory_order_acquire)) {
    word->fetch_or(g_safepoint_bits.load(std::memory_order_relaxed), std::memory_order_release);
  }
}

extern "C" void note_signal(int signal, siginfo_t*, void* context) {
  mark_pending(signal_bit(signal));
  end_interruptible_call(context);
}

// With SA_RESTART: the interrupted call goes on.
extern "C" void note_signal_and_go_on(int signal) { mark_pending(signal_bit(signal)); }

// The last block of each signal; read with all signals held.
siginfo_t g_info[kSignalCount];

extern "C" void note_signal_info(int signal, siginfo_t* info, void* context) {
  g_info[signal] = *info;
  note_signal(signal, info, context);
}
extern "C" void note_signal_info_and_go_on(int signal, siginfo_t* info, void*) {
  g_info[signal] = *info;
  mark_pending(signal_bit(signal));
}

void install_handler(struct sigaction& action, int flags) {
  const bool with_info = (flags & SA_SIGINFO) != 0;
  if ((flags & SA_RESTART) == 0) {
    action.sa_flags |= SA_SIGINFO;
    action.sa_sigaction = with_info ? note_signal_info : note_signal;
  } else if (with_info) {
    action.sa_sigaction = note_signal_info_and_go_on;
  } else {
    action.sa_handler = note_signal_and_go_on;
  }
}

constexpr const char* kClassicNames[] = {
    "ZERO", "HUP",  "INT",  "QUIT", "ILL",    "TRAP",   "ABRT",  "BUS",  "FPE",  "KILL", "USR1",
    "SEGV", "USR2", "PIPE", "ALRM", "TERM",   "STKFLT", "CHLD",  "CONT", "STOP", "TSTP", "TTIN",
    "TTOU", "URG",  "XCPU", "XFSZ", "VTALRM", "PROF",   "WINCH", "IO",   "PWR",  "SYS"};
static_assert(SIGHUP == 1 && SIGBUS == 7 && SIGCHLD == 17 && SIGSYS == 31,
              "the table follows Linux numbering");

// Numbers 32 and 33 belong to the C library; perl names those between RTMIN and RTMAX by number.
std::vector<SignalName> make_names(const std::vector<std::string>& numbered) {
  std::vector<SignalName> names;
  for (size_t i = 0; i < std::size(kClassicNames); ++i) {
    names.push_back({kClassicNames[i], static_cast<int>(i)});
  }
  for (int number = static_cast<int>(names.size()); number < kSignalCount; ++number) {
    if (number == SIGRTMIN) names.push_back({"RTMIN", number});
    else if (number == SIGRTMAX) names.push_back({"RTMAX", number});
    else names.push_back({numbered[static_cast<size_t>(number)], number});
  }
  for (const SignalName& second :
       {SignalName{"IOT", SIGIOT}, SignalName{"CLD", SIGCHLD}, SignalName{"POLL", SIGPOLL}}) {
    names.push_back(second);
  }
  return names;
}

Disposition disposition_of(const struct sigaction& action) {
  return action.sa_handler == SIG_IGN   ? Disposition::Ignore
         : action.sa_handler == SIG_DFL ? Disposition::Default
                                        : Disposition::Catch;
}

}  // namespace

// --- names ---------------------------------------------------------------------------------------

std::span<const SignalName> signal_names() {
  static const std::vector<std::string> numbered = [] {
    std::vector<std::string> names;
    for (int number = 0; number < kSignalCount; ++number) {
      names.push_back("NUM" + std::to_string(number));
    }
    return names;
  }();
  static const std::vector<SignalName> names = make_names(numbered);
  return names;
}

int signal_number(std::string_view name) {
  static const std::unordered_map<std::string_view, int> numbers = [] {
    std::unordered_map<std::string_view, int> map;
    for (const SignalName& entry : signal_names()) map.emplace(entry.name, entry.number);
    return map;
  }();
  const auto found = numbers.find(name);
  return found == numbers.end() ? -1 : found->second;
}

std::string_view signal_name(int number) {
  if (number < 0 || number >= kSignalCount) return {};
  return signal_names()[static_cast<size_t>(number)].name;
}

siginfo_t last_signal_info(int signal) {
  if (signal < 1 || signal >= kSignalCount) return {};
  sigset_t all, before;
  ::sigfillset(&all);
  ::sigprocmask(SIG_SETMASK, &all, &before);
  const siginfo_t info = g_info[signal];
  ::sigprocmask(SIG_SETMASK, &before, nullptr);
  return info;
}

// --- table ---------------------------------------------------------------------------------------

Result<std::unique_ptr<SignalTable>> SignalTable::acquire(SafepointWord safepoint) {
  if (g_owned.exchange(true)) return Errno{EBUSY};
  std::unique_ptr<SignalTable> table(new SignalTable);
  for (int signal = 1; signal < kSignalCount; ++signal) {
    // The C library refuses its own two signals; those stay as they are.
    if (::sigaction(signal, nullptr, &table->initial_[signal]) == -1) {
      table->initial_[signal].sa_handler = SIG_DFL;
    }
    table->current_[signal] = disposition_of(table->initial_[signal]);
  }
  g_pending.store(0);
  g_safepoint_bits.store(safepoint.bits);
  g_safepoint.store(safepoint.word);
  return table;
}

SignalTable::~SignalTable() {
  for (int signal = 1; signal < kSignalCount; ++signal) {
    if (current_[signal] != disposition_of(initial_[signal])) {
      ::sigaction(signal, &initial_[signal], nullptr);
    }
  }
  g_safepoint.store(nullptr);
  g_pending.store(0);
  g_owned.store(false);
}

Result<void> SignalTable::set_disposition(int signal, Disposition disposition, int flags,
                                          SignalBits extra_mask) {
  if (signal < 1 || signal >= kSignalCount) return Errno{EINVAL};
  const bool caught = (caught_ & signal_bit(signal)) != 0;
  if (caught && disposition == Disposition::Catch && flags == 0 && flags_[signal] == 0 &&
      extra_mask == masks_[signal])
    return {};  // the kernel has it so already
  struct sigaction action {};
  action.sa_flags = flags;
  if (disposition == Disposition::Catch) install_handler(action, flags);
  else action.sa_handler = disposition == Disposition::Ignore ? SIG_IGN : SIG_DFL;
  action.sa_mask = to_sigset(extra_mask);
  if (::sigaction(signal, &action, nullptr) == -1) return Errno::last();
  current_[signal] = disposition;
  masks_[signal] = extra_mask;
  flags_[signal] = flags;
  if (disposition == Disposition::Catch) caught_ |= signal_bit(signal);
  else caught_ &= ~signal_bit(signal);
  return {};
}

Disposition SignalTable::disposition(int signal) const {
  return signal >= 1 && signal < kSignalCount ? current_[signal] : Disposition::Default;
}

SignalBits SignalTable::handler_mask(int signal) const {
  return signal >= 1 && signal < kSignalCount ? masks_[signal] : 0;
}

int SignalTable::handler_flags(int signal) const {
  return signal >= 1 && signal < kSignalCount ? flags_[signal] : 0;
}

Disposition SignalTable::initial_disposition(int signal) const {
  return signal >= 1 && signal < kSignalCount ? disposition_of(initial_[signal])
                                              : Disposition::Default;
}

SignalBits SignalTable::take_pending() { return g_pending.exchange(0, std::memory_order_acquire); }
SignalBits SignalTable::pending() { return g_pending.load(std::memory_order_acquire); }
const void* SignalTable::pending_word() { return &g_pending; }
void SignalTable::raise_pending(SignalBits bits) { mark_pending(bits); }

// --- mask ----------------------------------------------------------------------------------------

SignalHold::SignalHold() {
  sigset_t all;
  ::sigfillset(&all);
  ::sigprocmask(SIG_SETMASK, &all, &before_);
}

SignalHold::~SignalHold() {
  const int saved = errno;
  ::sigprocmask(SIG_SETMASK, &before_, nullptr);
  errno = saved;
}

sigset_t to_sigset(SignalBits bits) {
  sigset_t set;
  ::sigemptyset(&set);
  for (; bits != 0; bits &= bits - 1) ::sigaddset(&set, std::countr_zero(bits) + 1);
  return set;
}

SignalBits from_sigset(const sigset_t& set) {
  SignalBits bits = 0;
  for (int signal = 1; signal < kSignalCount; ++signal) {
    if (::sigismember(&set, signal) == 1) bits |= signal_bit(signal);
  }
  return bits;
}

Result<SignalBits> change_mask(MaskChange how, SignalBits bits) {
  const sigset_t set = to_sigset(bits);
  sigset_t before;
  const int command = how == MaskChange::Block     ? SIG_BLOCK
                      : how == MaskChange::Unblock ? SIG_UNBLOCK
                                                   : SIG_SETMASK;
  if (::sigprocmask(command, &set, &before) == -1) return Errno::last();
  return from_sigset(before);
}

Result<SignalBits> current_mask() { return change_mask(MaskChange::Block, 0); }

Result<SignalBits> blocked_pending() {
  sigset_t set;
  if (::sigpending(&set) == -1) return Errno::last();
  return from_sigset(set);
}

Result<void> suspend(SignalBits mask) {
  const sigset_t set = to_sigset(mask);
  return check(::sigsuspend(&set));
}

}  // namespace perlipc::rt
