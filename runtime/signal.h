// Deferred signals. The C handler only sets bits; whoever owns the table takes them at a safe
// point. Rules are at the top of signal.cpp.
#pragma once

#include "runtime/result.h"

#include <atomic>
#include <csignal>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace perlipc::rt {

// --- names --------------------------------------------------------------------------------------
struct SignalName {
  std::string_view name;  // without "SIG"
  int number;
};
// ZERO HUP INT ... SYS NUM32 NUM33 RTMIN NUM35 ... RTMAX and then the second names IOT CLD POLL.
std::span<const SignalName> signal_names();
inline constexpr int kSignalCount = 65;  // numbers 0..64
// -1 when unknown. Takes the bare name, no "SIG".
int signal_number(std::string_view name);
// "" when there is no such number. First name wins (6 is ABRT).
std::string_view signal_name(int number);

// --- dispositions -------------------------------------------------------------------------------
enum class Disposition : uint8_t { Default, Ignore, Catch };

// A set of signals 1..64 as bits: bit n-1 for signal n.
using SignalBits = uint64_t;
constexpr SignalBits signal_bit(int number) { return SignalBits{1} << (number - 1); }

// A word that the interpreter tests at safe points; the handler ors `bits` into it.
struct SafepointWord {
  std::atomic<uint32_t>* word = nullptr;
  uint32_t bits = 0;
};

// The process-wide signal dispositions and the pending set. At most one exists at a time.
class SignalTable {
 public:
  // EBUSY while another table exists. The word must outlive the table.
  static Result<std::unique_ptr<SignalTable>> acquire(SafepointWord safepoint);
  // Puts back the dispositions found by acquire().
  ~SignalTable();
  SignalTable(const SignalTable&) = delete;
  SignalTable& operator=(const SignalTable&) = delete;

  // sigaction(2) without SA_RESTART: blocking calls come back with EINTR. `extra_mask` is blocked
  // while the C handler runs; `flags` may add SA_RESTART, SA_NOCLDSTOP, SA_NOCLDWAIT.
  Result<void> set_disposition(int signal, Disposition disposition, int flags = 0,
                               SignalBits extra_mask = 0);
  Disposition disposition(int signal) const;
  // Signals that set_disposition asked to keep blocked while a handler runs: whoever runs deferred
  // handlers blocks these and, unless SA_NODEFER was given, the signal itself.
  SignalBits handler_mask(int signal) const;
  int handler_flags(int signal) const;
  // What the process was started with.
  Disposition initial_disposition(int signal) const;
  // Any signal that is caught at the moment.
  SignalBits caught() const { return caught_; }

  // Signals that have arrived since they were taken last; several of one kind count once.
  SignalBits take_pending();
  static SignalBits pending();
  // The 64 bits that are not 0 while something is pending.
  static const void* pending_word();
  // Puts bits back (or injects them): they are pending again and the safepoint word is set.
  static void raise_pending(SignalBits bits);

 private:
  SignalTable() = default;
  friend class SignalHold;

  SignalBits caught_ = 0;
  Disposition current_[kSignalCount] = {};
  SignalBits masks_[kSignalCount] = {};
  int flags_[kSignalCount] = {};
  struct sigaction initial_[kSignalCount] = {};
};

// Blocks every signal until destroyed; `waiting_mask()` is the mask as it was, to be given to
// ppoll, pselect or sigsuspend: between checking SignalTable::pending() and that call nothing is
// lost.
class SignalHold {
 public:
  SignalHold();
  ~SignalHold();
  SignalHold(const SignalHold&) = delete;
  SignalHold& operator=(const SignalHold&) = delete;
  const sigset_t& waiting_mask() const { return before_; }

 private:
  sigset_t before_;
};

// --- mask (POSIX sigprocmask, sigpending, sigsuspend) --------------------------------------------

sigset_t to_sigset(SignalBits bits);
SignalBits from_sigset(const sigset_t& set);
enum class MaskChange { Block, Unblock, Set };
// Returns the previous mask.
Result<SignalBits> change_mask(MaskChange how, SignalBits bits);
Result<SignalBits> current_mask();
Result<SignalBits> blocked_pending();
// Always EINTR, or EFAULT.
Result<void> suspend(SignalBits mask);

}  // namespace perlipc::rt
