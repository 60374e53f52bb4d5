// Makes a running interpreter stop at its next safepoint: because any thread asked for it, or because
// the time it may take is over. Calls that wait end with EINTR on the way.
#pragma once

#include "runtime/signal.h"

#include <array>
#include <chrono>
#include <ctime>
#include <mutex>
#include <optional>

namespace perlipc::rt {

class Watchdog {
 public:
  struct Limits {
    std::optional<std::chrono::nanoseconds> wall, cpu;  // cpu: of the thread that runs
    bool none() const { return !wall && !cpu; }
  };
  enum class Verdict : uint8_t { GoOn, Requested, TimeIsOver };

  // Sets `bits` in the word when there is something to ask take() for. The first one in a process
  // installs a handler for SIGURG, which otherwise is ignored by default.
  explicit Watchdog(SafepointWord safepoint);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  // By any thread. With nothing running it is the next run that is asked to stop.
  void request() noexcept;
  // The word goes away; requests are ignored from now on.
  void detach() noexcept;

  // By the thread that runs the interpreter, in pairs; limits count from start().
  void start(const Limits& limits);
  void finish();
  // At a safepoint, between start() and finish(). A request is answered once. When the time is over,
  // what still has to run has kGrace before it is over again.
  Verdict take();
  // By the same thread, anywhere: whether take() would say so, or has said so since start().
  bool is_stopping();

  static constexpr std::chrono::milliseconds kGrace{100};

 private:
  struct Clock {
    clockid_t id;
    timer_t timer{};
    bool has_timer = false;
    bool is_limited = false;
    int64_t deadline = 0;  // nanoseconds of the clock
  };
  void watch_this_thread();
  bool has_timer(Clock& clock);
  void arm(Clock& clock, int64_t first);
  void rearm();
  void delete_timers();

  std::mutex mutex_;  // what follows, but for outer_
  SafepointWord safepoint_;
  bool requested_ = false;
  bool running_ = false;
  bool taken_ = false;
  pid_t thread_ = 0;  // of the timers
  std::array<Clock, 2> clocks_{{{CLOCK_MONOTONIC}, {CLOCK_THREAD_CPUTIME_ID}}};
  Watchdog* outer_ =
      nullptr;  // the one of the interpreter that called the host that called this one
  friend void notify_watchdogs() noexcept;
  friend bool stop_is_noted() noexcept;
};

// Whether something asks the interpreters that run on this thread to stop: what goes on without
// waiting, like a read from a device that has no end, is to look here.
bool stop_is_noted() noexcept;

}  // namespace perlipc::rt
