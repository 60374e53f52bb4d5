// Signals to other processes, scheduling priority, CPU times, timers.
#include "runtime/process.h"

#include <csignal>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/times.h>
#include <time.h>
#include <unistd.h>

namespace perlipc::rt {

namespace {

timeval to_timeval(std::chrono::microseconds duration) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration);
  return timeval{static_cast<time_t>(seconds.count()),
                 static_cast<suseconds_t>((duration - seconds).count())};
}

std::chrono::microseconds from_timeval(const timeval& time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

TimerValue from_itimerval(const itimerval& value) {
  return {from_timeval(value.it_value), from_timeval(value.it_interval)};
}

}  // namespace

Result<void> send_signal(pid_t pid, int signal) { return check(::kill(pid, signal)); }

// -1 is a valid priority, so errno decides.
Result<int> priority(int which, id_t who) {
  errno = 0;
  const int value = ::getpriority(static_cast<__priority_which_t>(which), who);
  if (value == -1 && errno != 0) return Errno::last();
  return value;
}

Result<void> set_priority(int which, id_t who, int value) {
  return check(::setpriority(static_cast<__priority_which_t>(which), who, value));
}

Result<int> add_nice(int increment) {
  errno = 0;
  const int value = ::nice(increment);
  if (value == -1 && errno != 0) return Errno::last();
  return value;
}

ProcessTimes process_times() {
  const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
  tms times;
  const clock_t elapsed = ::times(&times);
  const auto seconds = [&](clock_t count) { return static_cast<double>(count) / ticks; };
  return {seconds(times.tms_utime), seconds(times.tms_stime), seconds(times.tms_cutime),
          seconds(times.tms_cstime), seconds(elapsed)};
}

unsigned set_alarm(unsigned seconds) { return ::alarm(seconds); }

Result<TimerValue> set_timer(int which, TimerValue timer) {
  const itimerval wanted{to_timeval(timer.interval), to_timeval(timer.value)};
  itimerval before;
  if (::setitimer(static_cast<__itimer_which_t>(which), &wanted, &before) == -1) {
    return Errno::last();
  }
  return from_itimerval(before);
}

Result<TimerValue> timer(int which) {
  itimerval value;
  if (::getitimer(static_cast<__itimer_which_t>(which), &value) == -1) return Errno::last();
  return from_itimerval(value);
}

Result<void> sleep_for(std::chrono::nanoseconds duration) {
  if (duration.count() < 0) return Errno{EINVAL};
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration);
  const timespec wanted{static_cast<time_t>(seconds.count()),
                        static_cast<long>((duration - seconds).count())};
  return check(::nanosleep(&wanted, nullptr));
}

}  // namespace perlipc::rt
