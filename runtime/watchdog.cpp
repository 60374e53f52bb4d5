// 1. A timer of the kernel sends SIGURG to the thread that runs the interpreter, and goes on sending
//    it until the stop is taken: one signal could come between a look at the word and a call that
//    waits, which would then sleep on.
// 2. The handler runs on that very thread. It walks the thread's own list, sets the words and turns
//    back a call that has not begun (interruptible.h); nothing else.
// 3. Timers are not inherited by a forked child: no limit of time holds there.
#include "runtime/watchdog.h"

#include "runtime/interruptible.h"

#include <algorithm>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

namespace perlipc::rt {

namespace {

// The innermost one that runs on this thread. Read by the handler, which interrupts this thread only.
thread_local Watchdog* volatile t_running = nullptr;

struct sigaction g_previous;

constexpr int kTriesToLock = 10'000;

}  // namespace

void notify_watchdogs() noexcept {
  for (const Watchdog* dog = t_running; dog != nullptr; dog = dog->outer_)
    dog->safepoint_.word->fetch_or(dog->safepoint_.bits, std::memory_order_release);
}

bool stop_is_noted() noexcept {
  for (const Watchdog* dog = t_running; dog != nullptr; dog = dog->outer_)
    if (dog->safepoint_.word != nullptr &&
        (dog->safepoint_.word->load(std::memory_order_relaxed) & dog->safepoint_.bits) != 0)
      return true;
  return false;
}

namespace {

extern "C" void note_watchdog(int signal, siginfo_t* info, void* context) {
  const int saved = errno;
  notify_watchdogs();
  end_interruptible_call(context);
  if ((g_previous.sa_flags & SA_SIGINFO) != 0) g_previous.sa_sigaction(signal, info, context);
  else if (g_previous.sa_handler != SIG_DFL && g_previous.sa_handler != SIG_IGN)
    g_previous.sa_handler(signal);
  errno = saved;
}

void install_handler() {
  static const bool done = [] {
    struct sigaction action {};
    action.sa_flags = SA_SIGINFO;
    action.sa_sigaction = note_watchdog;
    return ::sigaction(SIGURG, &action, &g_previous) == 0;
  }();
  (void)done;
}

int64_t now_on(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

timespec to_timespec(int64_t nanoseconds) {
  return {.tv_sec = nanoseconds / 1'000'000'000, .tv_nsec = nanoseconds % 1'000'000'000};
}

}  // namespace

Watchdog::Watchdog(SafepointWord safepoint) : safepoint_(safepoint) { install_handler(); }
Watchdog::~Watchdog() { delete_timers(); }

void Watchdog::request() noexcept {
  const std::lock_guard lock(mutex_);
  if (safepoint_.word == nullptr) return;
  requested_ = true;
  safepoint_.word->fetch_or(safepoint_.bits, std::memory_order_release);
  if (running_ && has_timer(clocks_[0])) arm(clocks_[0], 1);
}

void Watchdog::detach() noexcept {
  const std::lock_guard lock(mutex_);
  safepoint_ = {};
}

void Watchdog::start(const Limits& limits) {
  const std::lock_guard lock(mutex_);
  watch_this_thread();
  const std::optional<std::chrono::nanoseconds> given[] = {limits.wall, limits.cpu};
  for (std::size_t n = 0; n < clocks_.size(); ++n) {
    clocks_[n].is_limited = given[n].has_value();
    if (given[n]) clocks_[n].deadline = now_on(clocks_[n].id) + given[n]->count();
  }
  running_ = true;
  taken_ = false;
  outer_ = t_running;
  t_running = this;
  rearm();
  if (requested_) safepoint_.word->fetch_or(safepoint_.bits, std::memory_order_release);
}

void Watchdog::finish() {
  t_running = outer_;
  const std::lock_guard lock(mutex_);
  running_ = false;
  for (Clock& clock : clocks_) clock.is_limited = false;
  const bool kept = std::exchange(requested_, false);
  rearm();
  requested_ = kept;
}

Watchdog::Verdict Watchdog::take() {
  // request() may hold it still when the signal that it asked for is here: without waiting the call
  // that was interrupted would end as if nothing had been asked. In a forked child the holder may
  // not exist.
  std::unique_lock lock(mutex_, std::defer_lock);
  for (int tries = 0; !lock.try_lock(); ++tries) {
    if (tries == kTriesToLock) return Verdict::GoOn;
    std::this_thread::yield();
  }
  Verdict verdict = Verdict::GoOn;
  for (Clock& clock : clocks_) {
    if (!clock.is_limited) continue;
    const int64_t now = now_on(clock.id);
    if (now < clock.deadline) continue;
    clock.deadline = now + std::chrono::nanoseconds(kGrace).count();
    verdict = Verdict::TimeIsOver;
  }
  if (std::exchange(requested_, false)) verdict = Verdict::Requested;
  if (verdict != Verdict::GoOn) {
    taken_ = true;
    rearm();
  }
  return verdict;
}

bool Watchdog::is_stopping() {
  const std::lock_guard lock(mutex_);
  if (!running_) return false;
  return taken_ || requested_ ||
         std::any_of(clocks_.begin(), clocks_.end(), [](const Clock& clock) {
           return clock.is_limited && now_on(clock.id) >= clock.deadline;
         });
}

// Timers tell one thread, the one that runs.
void Watchdog::watch_this_thread() {
  thread_local const pid_t this_thread = static_cast<pid_t>(::syscall(SYS_gettid));
  if (thread_ == this_thread) return;
  delete_timers();
  thread_ = this_thread;
}

bool Watchdog::has_timer(Clock& clock) {
  if (clock.has_timer) return true;
  sigevent event{};
  event.sigev_notify = SIGEV_THREAD_ID;
  event.sigev_signo = SIGURG;
  event._sigev_un._tid = thread_;
  clock.has_timer = ::timer_create(clock.id, &event, &clock.timer) == 0;
  return clock.has_timer;
}

// The signal comes after `first` nanoseconds, and then again and again; never for 0.
void Watchdog::arm(Clock& clock, int64_t first) {
  constexpr int64_t kAgain = 2'000'000;
  const itimerspec when{.it_interval = to_timespec(first != 0 ? kAgain : 0),
                        .it_value = to_timespec(first)};
  ::timer_settime(clock.timer, 0, &when, nullptr);
}

void Watchdog::rearm() {
  for (Clock& clock : clocks_) {
    if (clock.is_limited && has_timer(clock))
      arm(clock, std::max<int64_t>(1, clock.deadline - now_on(clock.id)));
    else if (clock.has_timer) arm(clock, 0);
  }
  if (running_ && requested_ && has_timer(clocks_[0])) arm(clocks_[0], 1);
}

void Watchdog::delete_timers() {
  for (Clock& clock : clocks_)
    if (std::exchange(clock.has_timer, false)) ::timer_delete(clock.timer);
}

}  // namespace perlipc::rt
