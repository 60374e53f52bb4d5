// Time::HiRes (perldoc Time::HiRes): times, sleeps and timers with fractions of seconds.
#include "builtins/io_handle.h"
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"
#include "runtime/clock.h"
#include "runtime/file.h"
#include "runtime/process.h"

#include <cmath>
#include <ctime>
#include <sys/time.h>

namespace perlipc::builtin {

#define BUILTIN(name, implementation, parse, operands, flags, capability, summary)                 \
  Value implementation(Call& call);
#include "builtins/table.def"
#undef BUILTIN

namespace {

using std::chrono::nanoseconds;

constexpr const char* kExports =
    "usleep sleep ualarm alarm gettimeofday time tv_interval getitimer setitimer nanosleep "
    "clock_gettime clock_getres clock clock_nanosleep CLOCKS_PER_SEC CLOCK_BOOTTIME CLOCK_HIGHRES "
    "CLOCK_MONOTONIC CLOCK_MONOTONIC_COARSE CLOCK_MONOTONIC_FAST CLOCK_MONOTONIC_PRECISE "
    "CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_PROF CLOCK_REALTIME CLOCK_REALTIME_COARSE "
    "CLOCK_REALTIME_FAST CLOCK_REALTIME_PRECISE CLOCK_REALTIME_RAW CLOCK_SECOND CLOCK_SOFTTIME "
    "CLOCK_THREAD_CPUTIME_ID CLOCK_TIMEOFDAY CLOCK_UPTIME CLOCK_UPTIME_COARSE CLOCK_UPTIME_FAST "
    "CLOCK_UPTIME_PRECISE CLOCK_UPTIME_RAW CLOCK_VIRTUAL ITIMER_PROF ITIMER_REAL ITIMER_REALPROF "
    "ITIMER_VIRTUAL TIMER_ABSTIME d_usleep d_ualarm d_gettimeofday d_getitimer d_setitimer "
    "d_nanosleep d_clock_gettime d_clock_getres d_clock d_clock_nanosleep d_hires_stat d_futimens "
    "d_utimensat d_hires_utime stat lstat utime";

// The unspellable ones, which scripts only test for.
constexpr const char* kMissing =
    "CLOCK_HIGHRES CLOCK_MONOTONIC_FAST CLOCK_MONOTONIC_PRECISE CLOCK_PROF CLOCK_REALTIME_FAST "
    "CLOCK_REALTIME_PRECISE CLOCK_REALTIME_RAW CLOCK_SECOND CLOCK_SOFTTIME CLOCK_TIMEOFDAY "
    "CLOCK_UPTIME "
    "CLOCK_UPTIME_COARSE CLOCK_UPTIME_FAST CLOCK_UPTIME_PRECISE CLOCK_UPTIME_RAW CLOCK_VIRTUAL "
    "ITIMER_REALPROF";

const NativeConstant kConstants[] = {
    {"CLOCKS_PER_SEC", CLOCKS_PER_SEC},
    {"CLOCK_BOOTTIME", CLOCK_BOOTTIME},
    {"CLOCK_MONOTONIC", CLOCK_MONOTONIC},
    {"CLOCK_MONOTONIC_COARSE", CLOCK_MONOTONIC_COARSE},
    {"CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW},
    {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID},
    {"CLOCK_REALTIME", CLOCK_REALTIME},
    {"CLOCK_REALTIME_COARSE", CLOCK_REALTIME_COARSE},
    {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID},
    {"ITIMER_PROF", ITIMER_PROF},
    {"ITIMER_REAL", ITIMER_REAL},
    {"ITIMER_VIRTUAL", ITIMER_VIRTUAL},
    {"TIMER_ABSTIME", TIMER_ABSTIME},
    {"d_clock", 1},
    {"d_clock_getres", 1},
    {"d_clock_gettime", 1},
    {"d_clock_nanosleep", 1},
    {"d_futimens", 1},
    {"d_getitimer", 1},
    {"d_gettimeofday", 1},
    {"d_hires_stat", 1},
    {"d_hires_utime", 1},
    {"d_nanosleep", 1},
    {"d_setitimer", 1},
    {"d_ualarm", 1},
    {"d_usleep", 1},
    {"d_utimensat", 1},
};

// --- clocks -------------------------------------------------------------------------------------

Value hires_time(Call& call) {
  expect(call, 0, 0, "");
  return Value::number(rt::epoch_time());
}

Value hires_gettimeofday(Call& call) {
  expect(call, 0, 0, "");
  if (call.want != Want::List) return Value::number(rt::epoch_time());
  const rt::TimeSpec now = *rt::clock_time(CLOCK_REALTIME);
  call.push(Value::integer(now.seconds));
  call.push(Value::integer(now.nanoseconds / 1000));
  return call.list();
}

double seconds_of(const rt::TimeSpec& time) {
  return static_cast<double>(time.seconds) + static_cast<double>(time.nanoseconds) * 1e-9;
}

template <rt::Result<rt::TimeSpec> (*Ask)(clockid_t)> Value hires_clock_query(Call& call) {
  expect(call, 0, 1, "clock_id = CLOCK_REALTIME");
  const rt::Result<rt::TimeSpec> time =
      Ask(call.has(0) ? static_cast<clockid_t>(call.integer(0)) : CLOCK_REALTIME);
  if (!time) call.engine.set_errno(time.error());
  return Value::number(time ? seconds_of(*time) : -1);
}

Value hires_clock(Call& call) {
  expect(call, 0, 0, "");
  return Value::number(static_cast<double>(rt::cpu_clock()) / CLOCKS_PER_SEC);
}

// --- sleeping -----------------------------------------------------------------------------------

[[noreturn]] void die_negative(Call& call, const std::string& arguments) {
  call.engine.die(native_full_name(call) + "(" + arguments + "): negative time not invented yet");
  __builtin_unreachable();
}

std::string plain(double number) {
  char text[48];
  return std::string(text, format_double(number, text));
}

struct Slept {
  double seconds;  // how long, to the microsecond
  bool interrupted;
};

// Sleeps through the waiter and runs signal handlers.
Slept sleep_measured(Call& call, double seconds) {
  const rt::Clock::time_point start = rt::Clock::now();
  constexpr double kLongest = 9e9;
  const auto duration = nanoseconds(static_cast<std::int64_t>(std::min(seconds, kLongest) * 1e9));
  const rt::Result<void> slept = io_table(call.engine).waiter().sleep(duration);
  const std::chrono::duration<double> past = rt::Clock::now() - start;
  call.engine.run_pending_signals();
  if (!slept) call.engine.set_errno(slept.error());
  return {std::round(past.count() * 1e6) * 1e-6, !slept};
}

Value hires_sleep(Call& call) {
  if (call.count == 0) {
    (void)io_table(call.engine).waiter().pause();
    call.engine.run_pending_signals();
    return Value::number(0);
  }
  const double seconds = call.number(0);
  if (seconds < 0) die_negative(call, plain(seconds));
  return Value::number(sleep_measured(call, seconds).seconds);
}

Value hires_usleep(Call& call) {
  expect(call, 1, 1, "useconds");
  const double count = call.number(0);
  if (count < 0) die_negative(call, plain(count));
  return Value::number(std::round(sleep_measured(call, count / 1e6).seconds * 1e6));
}

// The whole time unless a signal ended it.
Value hires_nanosleep(Call& call) {
  expect(call, 1, 1, "nsec");
  const double count = call.number(0);
  if (count < 0) die_negative(call, plain(count));
  const Slept slept = sleep_measured(call, count / 1e9);
  return Value::number(slept.interrupted ? std::round(slept.seconds * 1e9) : count);
}

Value hires_clock_nanosleep(Call& call) {
  expect(call, 2, 3, "clock_id, nsec, flags = 0");
  const double wanted = call.number(1);
  if (wanted < 0) die_negative(call, "..., " + plain(wanted));
  const bool absolute = call.has(2) && (call.integer(2) & TIMER_ABSTIME) != 0;
  double seconds = wanted * 1e-9;
  if (absolute) {
    const rt::Result<rt::TimeSpec> now = rt::clock_time(static_cast<clockid_t>(call.integer(0)));
    if (!now) return call.fail(now.error());
    seconds = std::max(0.0, seconds - seconds_of(*now));
  }
  const Slept slept = sleep_measured(call, seconds);
  return Value::number(slept.interrupted && !absolute ? std::round(slept.seconds * 1e9) : wanted);
}

// --- timers -------------------------------------------------------------------------------------

std::chrono::microseconds microseconds_of(double seconds) {
  return std::chrono::microseconds(static_cast<std::int64_t>(seconds * 1e6 + 0.5));
}
double seconds_of(std::chrono::microseconds duration) {
  return std::chrono::duration<double>(duration).count();
}

Value hires_alarm(Call& call) {
  expect(call, 1, 2, "seconds, interval=0");
  const double seconds = call.number(0), interval = call.has(1) ? call.number(1) : 0;
  if (seconds < 0 || interval < 0) die_negative(call, plain(seconds) + ", " + plain(interval));
  const rt::Result<rt::TimerValue> before =
      rt::set_timer(ITIMER_REAL, {microseconds_of(seconds), microseconds_of(interval)});
  return before ? Value::number(seconds_of(before->value)) : call.fail(before.error());
}

Value hires_ualarm(Call& call) {
  expect(call, 1, 2, "useconds, uinterval=0");
  const std::int64_t useconds = call.integer(0), interval = call.has(1) ? call.integer(1) : 0;
  if (useconds < 0 || interval < 0) {
    die_negative(call, std::to_string(useconds) + ", " + std::to_string(interval));
  }
  const rt::Result<rt::TimerValue> before = rt::set_timer(
      ITIMER_REAL, {std::chrono::microseconds(useconds), std::chrono::microseconds(interval)});
  return before ? Value::integer(before->value.count()) : call.fail(before.error());
}

// Value and interval in list context, the value alone in scalar context.
Value timer_result(Call& call, const rt::Result<rt::TimerValue>& timer) {
  if (!timer) return fail_list(call, timer.error());
  if (call.want != Want::List) return Value::number(seconds_of(timer->value));
  call.push(Value::number(seconds_of(timer->value)));
  call.push(Value::number(seconds_of(timer->interval)));
  return call.list();
}

Value hires_setitimer(Call& call) {
  expect(call, 2, 3, "which, seconds, interval = 0");
  const double seconds = call.number(1), interval = call.has(2) ? call.number(2) : 0;
  if (seconds < 0 || interval < 0) {
    die_negative(call,
                 std::to_string(call.integer(0)) + ", " + plain(seconds) + ", " + plain(interval));
  }
  return timer_result(call, rt::set_timer(static_cast<int>(call.integer(0)),
                                          {microseconds_of(seconds), microseconds_of(interval)}));
}

Value hires_getitimer(Call& call) {
  expect(call, 1, 1, "which");
  return timer_result(call, rt::timer(static_cast<int>(call.integer(0))));
}

// Seconds between two [seconds, microseconds] pairs; the second one is now when it is missing.
Value hires_tv_interval(Call& call) {
  const auto part = [&](std::size_t n, std::size_t index) {
    Value place = call[n];
    Array* pair = call.engine.deref_array(place, false);
    return pair && index < pair->size() ? to_double(call.engine, rvalue((*pair)[index])) : 0.0;
  };
  double seconds, useconds;
  if (call.defined(1)) {
    seconds = part(1, 0), useconds = part(1, 1);
  } else {
    const rt::TimeSpec now = *rt::clock_time(CLOCK_REALTIME);
    seconds = static_cast<double>(now.seconds),
    useconds = static_cast<double>(now.nanoseconds / 1000);
  }
  return Value::number(seconds - part(0, 0) + (useconds - part(0, 1)) / 1e6);
}

// --- files --------------------------------------------------------------------------------------

// perl's stat, with the fractions of the three times put in place.
template <NativeFunction Builtin, bool Link> Value hires_stat(Call& call) {
  Value topic = call.engine.special(Special::Topic)->get();
  Value* const operand = call.has(0) ? &call.args[0] : &topic;
  Call inner{.engine = call.engine,
             .args = operand,
             .count = 1,
             .want = call.want,
             .results = call.results};
  const std::size_t first = call.results->size();
  Value result = Builtin(inner);
  call.is_list = inner.is_list;
  if (!inner.is_list || call.results->size() != first + 13) return result;
  const StatCache& cache = io_table(call.engine).stat_cache;
  if (!cache.ok) return result;
  const rt::FileTime times[] = {cache.stat.accessed, cache.stat.modified, cache.stat.changed};
  for (std::size_t i = 0; i < 3; ++i) {
    if (times[i].nanoseconds != 0)
      (*call.results)[first + 8 + i] = Value::number(times[i].as_double());
  }
  return result;
}

rt::FileTime file_time(double seconds) {
  const double whole = std::floor(seconds);
  return {static_cast<std::int64_t>(whole), static_cast<std::int64_t>((seconds - whole) * 1e9)};
}

Value hires_utime(Call& call) {
  if (call.count < 2) die_usage(call, "accessed, modified, ...");
  std::optional<rt::AccessTimes> times;
  if (call.defined(0) || call.defined(1)) {
    const double accessed = call.defined(0) ? call.number(0) : 0,
                 modified = call.defined(1) ? call.number(1) : 0;
    if (accessed < 0 || modified < 0) die_negative(call, plain(accessed) + ", " + plain(modified));
    times = rt::AccessTimes{file_time(accessed), file_time(modified)};
  }
  std::int64_t changed = 0;
  for (std::size_t i = 2; i < call.count; ++i) {
    const Value file = call[i];
    const bool is_handle = file.is_glob() || file.is_ref();
    const int fd = is_handle ? handle_fd(call.engine.handle_of(file, false)) : -1;
    const rt::Result<void> done =
        is_handle ? rt::set_times_fd(fd, times) : rt::set_times(call.text(i).c_str(), times);
    if (done) ++changed;
    else call.engine.set_errno(done.error());
  }
  return Value::integer(changed);
}

const NativeRow kFunctions[] = {
    {"alarm", hires_alarm, "$;$", Capability::Signals},
    {"clock", hires_clock, ""},
    {"clock_getres", hires_clock_query<rt::clock_resolution>, ";$"},
    {"clock_gettime", hires_clock_query<rt::clock_time>, ";$"},
    {"clock_nanosleep", hires_clock_nanosleep, "$$;$"},
    {"getitimer", hires_getitimer, "$"},
    {"gettimeofday", hires_gettimeofday, ""},
    {"lstat", hires_stat<bi_lstat, true>, ";$", Capability::FsRead},
    {"nanosleep", hires_nanosleep, "$"},
    {"setitimer", hires_setitimer, "$$;$", Capability::Signals},
    {"sleep", hires_sleep, ";@"},
    {"stat", hires_stat<bi_stat, false>, ";$", Capability::FsRead},
    {"time", hires_time, ""},
    {"tv_interval", hires_tv_interval, nullptr},
    {"ualarm", hires_ualarm, "$;$", Capability::Signals},
    {"usleep", hires_usleep, "$"},
    {"utime", hires_utime, "$$@", Capability::FsWrite},
};

void boot(Engine& engine) {
  for (std::string_view name : split_words(kMissing)) {
    define_native(engine, "Time::HiRes::" + std::string(name), missing_macro, "");
  }
}

}  // namespace

const NativeModule& hires_module() {
  static const NativeModule module{.package = "Time::HiRes",
                                   .functions = kFunctions,
                                   .constants = kConstants,
                                   .optional_exports = kExports,
                                   .boot = boot,
                                   .version = "1.9770",
                                   .named_constants = true};
  return module;
}

}  // namespace perlipc::builtin
