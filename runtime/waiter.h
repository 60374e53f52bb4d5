// The choke point of everything that blocks. BlockingWaiter serves a process of its own; a host's
// event loop provides another. A signal that arrived just before the wait ends it just like one
// that arrives during it: the caller gets EINTR, runs handlers and decides whether to come again.
#pragma once

#include "runtime/fd.h"
#include "runtime/process_types.h"
#include "runtime/ready_set.h"
#include "runtime/result.h"
#include "runtime/select.h"

#include <chrono>
#include <optional>
#include <poll.h>
#include <span>

namespace perlipc::rt {

class SignalTable;

using Clock = std::chrono::steady_clock;
using Deadline = std::optional<Clock::time_point>;  // empty: for ever

class Waiter {
 public:
  virtual ~Waiter() = default;

  // ETIMEDOUT when the deadline passes first, EINTR for a signal. Success means that the system
  // call will not block now (errors and hang-ups count as ready). Regular files are always ready.
  virtual Result<void> readable(int fd, Deadline deadline = {}) = 0;
  virtual Result<void> writable(int fd, Deadline deadline = {}) = 0;
  // Called before a system call that may block on `fd`: returns when it will not, at once when the
  // descriptor is non-blocking or when no signal could be missed, with EINTR for a signal.
  virtual Result<void> before_read(int fd);
  virtual Result<void> before_write(int fd);
  // Number of ready entries, 0 at the deadline.
  virtual Result<int> poll(std::span<pollfd> fds, Deadline deadline) = 0;
  // select(2) on bit vectors; see select.h.
  virtual Result<SelectOutcome> select(SelectSets& sets,
                                       std::optional<Clock::duration> timeout) = 0;
  // EINTR ends the sleep early.
  virtual Result<void> sleep(Clock::duration duration) = 0;
  // Until a signal has been delivered; always EINTR.
  virtual Result<void> pause() = 0;
  // waitpid(2) with its flags (WNOHANG, WUNTRACED, WCONTINUED). A child that is there wins over a
  // signal.
  virtual Result<ChildChange> child(pid_t pid, int flags) = 0;
};

class BlockingWaiter final : public Waiter {
 public:
  // Without a signal table nothing is deferred, and plain system calls are enough. `signals` must
  // outlive the waiter.
  explicit BlockingWaiter(SignalTable* signals = nullptr) : signals_(signals) {}
  void set_signals(SignalTable* signals) { signals_ = signals; }
  // Lets the kernel keep sets that select is asked about again and again; see ready_set.h for who
  // may say so.
  void keep_sets() { kept_ = std::make_unique<ReadySet>(); }
  // To be called in the child after a fork.
  void forget_sets() {
    if (kept_) kept_->forget();
  }

  Result<void> readable(int fd, Deadline deadline = {}) override;
  Result<void> writable(int fd, Deadline deadline = {}) override;
  Result<void> before_read(int fd) override;
  Result<void> before_write(int fd) override;
  Result<int> poll(std::span<pollfd> fds, Deadline deadline) override;
  Result<SelectOutcome> select(SelectSets& sets, std::optional<Clock::duration> timeout) override;
  Result<void> sleep(Clock::duration duration) override;
  Result<void> pause() override;
  Result<ChildChange> child(pid_t pid, int flags) override;

 private:
  bool signals_matter() const;
  bool signal_is_first(int fd, short events) const;
  Result<void> ready(int fd, short events, Deadline deadline);
  Result<ChildChange> child_deferring(pid_t pid, int flags);

  SignalTable* signals_;
  std::unique_ptr<ReadySet> kept_;
};

}  // namespace perlipc::rt
