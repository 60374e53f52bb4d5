// System calls that no signal can slip past: one that arrives after the caller looked for signals
// and before the kernel begins to wait ends the call like one that arrives during the wait. Costs
// nothing but a look at a word. How: at the top of interruptible.cpp.
#pragma once

#include "runtime/result.h"

#include <cstdint>
#include <type_traits>
#include <unistd.h>

namespace perlipc::rt {

#if defined(__x86_64__)
inline constexpr bool kCallsNoticeSignals = true;
#else
// The calls are plain ones; who waits holds signals meanwhile (blocking_waiter.cpp).
inline constexpr bool kCallsNoticeSignals = false;
#endif

// The kernel's answer: -errno on failure, -EINTR also when a caught signal is pending already.
long interruptible_call(long number, long a, long b, long c, long d = 0, long e = 0, long f = 0);

// Of the signal handler, with its third argument: a call of the interrupted code that has not begun
// yet will not begin.
void end_interruptible_call(void* context);

template <class T> long call_word(T value) {
  if constexpr (std::is_pointer_v<T>)
    return static_cast<long>(reinterpret_cast<std::intptr_t>(value));
  else if constexpr (std::is_null_pointer_v<T>) return 0;
  else return static_cast<long>(value);
}

template <class... Arguments> Result<long> interruptible(long number, Arguments... arguments) {
  const long answer = interruptible_call(number, call_word(arguments)...);
  if (answer < 0) return Errno{static_cast<int>(-answer)};
  return answer;
}

// The same for a call that waits for `events` (poll) of a descriptor: what is there already, and a
// descriptor that never waits, win over a pending signal.
bool would_not_wait(int fd, short events);

template <class... Arguments>
Result<long> interruptible_on(int fd, short events, long number, Arguments... arguments) {
  Result<long> answer = interruptible(number, arguments...);
  if (answer.error() == EINTR && would_not_wait(fd, events)) [[unlikely]] {
    const long plain = ::syscall(number, arguments...);
    if (plain == -1) return Errno::last();
    return plain;
  }
  return answer;
}

}  // namespace perlipc::rt
