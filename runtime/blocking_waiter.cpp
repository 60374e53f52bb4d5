// Waiting in a process of its own. Where system calls notice signals (interruptible.h) nothing can be
// missed. Elsewhere plain calls are made when no signal is caught; otherwise signals are held, the
// pending set is checked, and the wait runs with the old mask.
#include "runtime/interruptible.h"
#include "runtime/process.h"
#include "runtime/signal.h"
#include "runtime/waiter.h"

#include <csignal>
#include <sys/syscall.h>
#include <time.h>

namespace perlipc::rt {

namespace {

using std::chrono::nanoseconds;

timespec to_timespec(nanoseconds duration) {
  if (duration.count() < 0) duration = nanoseconds(0);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration);
  return timespec{static_cast<time_t>(seconds.count()),
                  static_cast<long>((duration - seconds).count())};
}

Result<int> poll_until(std::span<pollfd> fds, Deadline deadline, const sigset_t* mask) {
  timespec left{};
  if (deadline) left = to_timespec(*deadline - Clock::now());
  constexpr long kMaskSize = 8;  // the kernel's, which knows 64 signals
  return static_cast<int>(RT_TRY(interruptible(SYS_ppoll, fds.data(), fds.size(),
                                               deadline ? &left : nullptr, mask, kMaskSize)));
}

bool is_ready_now(int fd, short events) {
  pollfd one{fd, events, 0};
  return ::poll(&one, 1, 0) != 0;
}

extern "C" void wake_only(int) {}

// Makes sure that the end of a child interrupts a wait. An uncaught SIGCHLD would not; a handler
// that does nothing changes neither the status nor the fate of the child. An ignored one is left
// alone, for the kernel reaps then, and so is a caught one that the script keeps blocked.
class ChildWakeup {
 public:
  explicit ChildWakeup(const sigset_t& waiting_mask) : mask_(waiting_mask) {
    ::sigaction(SIGCHLD, nullptr, &before_);
    if (before_.sa_handler == SIG_DFL) {
      struct sigaction action {};
      action.sa_handler = wake_only;
      installed_ = ::sigaction(SIGCHLD, &action, nullptr) == 0;
      ::sigdelset(&mask_, SIGCHLD);
    }
    wakes_ = before_.sa_handler != SIG_IGN && ::sigismember(&mask_, SIGCHLD) == 0;
  }
  ~ChildWakeup() {
    if (installed_) ::sigaction(SIGCHLD, &before_, nullptr);
  }
  ChildWakeup(const ChildWakeup&) = delete;
  ChildWakeup& operator=(const ChildWakeup&) = delete;
  bool wakes() const { return wakes_; }
  const sigset_t& waiting_mask() const { return mask_; }

 private:
  sigset_t mask_;
  struct sigaction before_ {};
  bool installed_ = false;
  bool wakes_ = false;
};

}  // namespace

Result<void> Waiter::before_read(int fd) {
  if (const Result<bool> nonblocking = is_nonblocking(fd); !nonblocking || *nonblocking) return {};
  return readable(fd);
}

Result<void> Waiter::before_write(int fd) {
  if (const Result<bool> nonblocking = is_nonblocking(fd); !nonblocking || *nonblocking) return {};
  return writable(fd);
}

// What is pending already ends a wait; what comes later ends the call.
bool BlockingWaiter::signal_is_first(int fd, short events) const {
  return kCallsNoticeSignals && signals_ != nullptr && SignalTable::pending() != 0 &&
         !would_not_wait(fd, events);
}

bool BlockingWaiter::signals_matter() const {
  return !kCallsNoticeSignals && signals_ != nullptr && signals_->caught() != 0;
}

// One poll that does not wait answers for data that is there already, the usual case.
Result<void> BlockingWaiter::before_read(int fd) {
  if (signal_is_first(fd, POLLIN)) return Errno{EINTR};
  if (!signals_matter() || is_ready_now(fd, POLLIN)) return {};
  return Waiter::before_read(fd);
}
Result<void> BlockingWaiter::before_write(int fd) {
  if (signal_is_first(fd, POLLOUT)) return Errno{EINTR};
  if (!signals_matter() || is_ready_now(fd, POLLOUT)) return {};
  return Waiter::before_write(fd);
}

Result<void> BlockingWaiter::readable(int fd, Deadline deadline) {
  return ready(fd, POLLIN, deadline);
}
Result<void> BlockingWaiter::writable(int fd, Deadline deadline) {
  return ready(fd, POLLOUT, deadline);
}

Result<void> BlockingWaiter::ready(int fd, short events, Deadline deadline) {
  pollfd one{fd, events, 0};
  const int count = RT_TRY(poll({&one, 1}, deadline));
  if (count == 0) return Errno{ETIMEDOUT};
  return {};
}

Result<int> BlockingWaiter::poll(std::span<pollfd> fds, Deadline deadline) {
  if (!signals_matter()) return poll_until(fds, deadline, nullptr);
  const SignalHold hold;
  if (SignalTable::pending() != 0) return Errno{EINTR};
  return poll_until(fds, deadline, &hold.waiting_mask());
}

Result<SelectOutcome> BlockingWaiter::select(SelectSets& sets,
                                             std::optional<Clock::duration> timeout) {
  if (kept_ && SignalTable::pending() == 0) {
    const bool may_wait = !timeout || timeout->count() > 0;
    if (const std::optional<int> ready = kept_->ready_now(sets, may_wait))
      return SelectOutcome{*ready, timeout.value_or(Clock::duration(0))};
  }
  if (!signals_matter()) return select_bits(sets, timeout);
  const SignalHold hold;
  if (SignalTable::pending() != 0) return Errno{EINTR};
  return select_bits(sets, timeout, &hold.waiting_mask());
}

Result<void> BlockingWaiter::sleep(Clock::duration duration) {
  const Clock::time_point now = Clock::now();
  const bool endless = duration > Clock::time_point::max() - now;
  const Result<int> slept = poll({}, endless ? Deadline() : Deadline(now + duration));
  if (!slept) return slept.failure();
  return {};
}

Result<void> BlockingWaiter::pause() {
  const SignalHold hold;
  if (SignalTable::pending() != 0) return Errno{EINTR};
  return check(::sigsuspend(&hold.waiting_mask()));
}

Result<ChildChange> BlockingWaiter::child(pid_t pid, int flags) {
  if ((flags & WNOHANG) != 0) return wait_child(pid, flags);
  if (signals_matter()) return child_deferring(pid, flags);
  int status = 0;
  const Result<long> changed = interruptible(SYS_wait4, pid, &status, flags, nullptr);
  if (changed) return ChildChange{static_cast<pid_t>(*changed), ExitStatus(status)};
  if (changed.error() == EINTR)
    if (const Result<ChildChange> there = wait_child(pid, flags | WNOHANG);
        there && there->pid != 0)
      return there;
  return changed.failure();
}

Result<ChildChange> BlockingWaiter::child_deferring(pid_t pid, int flags) {
  // Where no signal tells about the child we look again from time to time.
  constexpr auto kChildPoll = std::chrono::milliseconds(10);
  const SignalHold hold;
  const ChildWakeup wakeup(hold.waiting_mask());
  for (;;) {
    const ChildChange change = RT_TRY(wait_child(pid, flags | WNOHANG));
    if (change.pid != 0) return change;
    if (SignalTable::pending() != 0) return Errno{EINTR};
    Deadline deadline;
    if (!wakeup.wakes()) deadline = Clock::now() + kChildPoll;
    const Result<int> woken = poll_until({}, deadline, &wakeup.waiting_mask());
    if (!woken && woken.error() != EINTR) return woken.failure();
  }
}

}  // namespace perlipc::rt
