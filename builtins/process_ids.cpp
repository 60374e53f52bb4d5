// Process ids, groups, priorities, times and sleeping (perlfunc).
#include "builtins/io_handle.h"
#include "runtime/clock.h"
#include "runtime/process.h"

#include <cerrno>
#include <unistd.h>

namespace perlipc::builtin {
namespace {

Value id_or_minus_one(Call& call, const rt::Result<pid_t>& result) {
  if (result) return Value::integer(*result);
  call.engine.set_errno(result.error());
  return Value::integer(-1);
}

Value one_or_zero(Call& call, const rt::Result<void>& done) {
  if (!done) call.engine.set_errno(done.error());
  return Value::integer(done.ok() ? 1 : 0);
}

}  // namespace

Value bi_getppid(Call&) { return Value::integer(rt::parent_pid()); }

Value bi_getpgrp(Call& call) {
  const auto pid = static_cast<pid_t>(call.count > 0 ? int_arg(call, 0) : 0);
  return id_or_minus_one(call, rt::process_group(pid));
}

Value bi_setpgrp(Call& call) {
  const auto pid = static_cast<pid_t>(call.count > 0 ? int_arg(call, 0) : 0);
  const auto group = static_cast<pid_t>(call.count > 1 ? int_arg(call, 1) : 0);
  return one_or_zero(call, rt::set_process_group(pid, group));
}

Value bi_getpriority(Call& call) {
  const auto which = static_cast<int>(int_arg(call, 0));
  const rt::Result<int> priority = rt::priority(which, static_cast<id_t>(int_arg(call, 1)));
  if (priority) return Value::integer(*priority);
  call.engine.set_errno(priority.error());
  return Value::integer(-1);
}

Value bi_setpriority(Call& call) {
  const auto which = static_cast<int>(int_arg(call, 0));
  const auto who = static_cast<id_t>(int_arg(call, 1));
  return one_or_zero(call, rt::set_priority(which, who, static_cast<int>(int_arg(call, 2))));
}

Value bi_times(Call& call) {
  const rt::ProcessTimes times = rt::process_times();
  if (call.want != Want::List) return Value::number(times.user);
  for (double seconds : {times.user, times.system, times.child_user, times.child_system}) {
    call.push(Value::number(seconds));
  }
  return call.list();
}

// perlfunc syscall: numbers are passed as they are, strings as pointers to their bytes, which the
// kernel may change.
Value bi_syscall(Call& call) {
  constexpr std::size_t kMost = 7;
  if (call.count == 0) call.engine.die("Too few args to syscall");
  if (call.count > kMost) call.engine.die("Too many args to syscall");
  long words[kMost] = {};
  std::string buffers[kMost];
  for (std::size_t n = 0; n < call.count; ++n) {
    const Value value = call[n];
    if (value.is_string()) {
      buffers[n] = value.s->view();
      words[n] = reinterpret_cast<long>(buffers[n].data());
    } else {
      words[n] = static_cast<long>(value.is_undef() ? 0 : to_int(call.engine, value));
    }
  }
  const long result = ::syscall(call[0].is_string() ? to_int(call.engine, call[0]) : words[0],
                                words[1], words[2], words[3], words[4], words[5], words[6]);
  const int error = errno;
  for (std::size_t n = 1; n < call.count; ++n) {
    const Value value = call[n];
    if (value.is_string() && value.s->view() != buffers[n])
      call.assign(n, Value::string(buffers[n]));
  }
  if (result == -1) call.engine.set_errno(error);
  return Value::integer(result);
}

// perlfunc sleep: whole seconds that have passed, by the clock on the wall.
Value bi_sleep(Call& call) {
  Engine& engine = call.engine;
  IoTable& table = io_table(engine);
  const std::int64_t start = rt::epoch_seconds();
  engine.run_pending_signals();
  rt::Result<void> slept;
  if (call.count == 0) {
    slept = table.waiter().pause();
  } else {
    const std::int64_t seconds = int_arg(call, 0);
    if (seconds < 0) {
      engine.warn(Warning::Misc, "sleep() with negative argument");
      engine.set_errno(EINVAL);
      return Value::integer(0);
    }
    slept = table.waiter().sleep(std::chrono::seconds(seconds));
  }
  if (!slept) engine.set_errno(slept.error());
  return Value::integer(rt::epoch_seconds() - start);
}

}  // namespace perlipc::builtin
