// Time of POSIX: calendar conversions, formatting, clocks.
#include "builtins/modules/posix_time.h"
#include "builtins/modules/posix.h"
#include "runtime/process.h"

#include <cstdlib>
#include <unistd.h>

namespace perlipc::builtin {

namespace {

// Days from the epoch to the first of the month (proleptic Gregorian calendar).
std::int64_t days_before(std::int64_t year, std::int64_t month) {
  year += month / 12;
  month %= 12;
  if (month < 0) month += 12, --year;
  year += 1900;
  const std::int64_t shifted = month >= 2 ? year : year - 1;  // years start in March
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  const std::int64_t year_of_era = shifted - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month >= 2 ? -2 : 10)) + 2) / 5;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

}  // namespace

void sync_time_zone(Engine& engine) {
  const Engine::TaintPause pause(engine);
  const Value* place = engine.glob("main::ENV", true)->hash()->find("TZ");
  const Value zone = place ? rvalue(*place) : Value();
  const char* known = std::getenv("TZ");
  if (zone.is_undef()) {
    if (known) rt::publish_environment_variable("TZ", nullptr);
  } else {
    const std::string wanted(Text(engine, zone).view());
    if (!known || wanted != known) rt::publish_environment_variable("TZ", &wanted);
  }
  rt::reread_time_zone();
}

rt::CalendarTime carried(const rt::CalendarTime& time) {
  const std::int64_t seconds = (days_before(time.year, time.month) + time.day - 1) * 86400 +
                               static_cast<std::int64_t>(time.hour) * 3600 +
                               static_cast<std::int64_t>(time.minute) * 60;
  // A leap second stays one.
  const bool keep_second = time.second >= 0 && time.second <= 60;
  const rt::Result<rt::CalendarTime> utc =
      rt::utc_calendar(seconds + (keep_second ? 0 : time.second));
  if (!utc) return time;
  rt::CalendarTime result = *utc;
  if (keep_second) result.second = time.second;
  result.daylight_saving = time.daylight_saving;
  return result;
}

namespace {

// sec, min, hour, mday, mon, year [, wday, yday, isdst] from argument `first` on.
rt::CalendarTime calendar_arguments(Call& call, std::size_t first) {
  rt::CalendarTime time;
  const auto field = [&](std::size_t n, std::int64_t missing) {
    return static_cast<int>(call.has(first + n) ? call.integer(first + n) : missing);
  };
  time.second = field(0, 0);
  time.minute = field(1, 0);
  time.hour = field(2, 0);
  time.day = field(3, 0);
  time.month = field(4, 0);
  time.year = field(5, 0);
  time.week_day = field(6, 0);
  time.year_day = field(7, 0);
  time.daylight_saving = field(8, -1);
  return time;
}

Value time_asctime(Call& call) {
  expect(call, 6, 9, "sec, min, hour, mday, mon, year, wday = 0, yday = 0, isdst = -1");
  return text_value(
      rt::format_time("%a %b %e %H:%M:%S %Y\n", carried(calendar_arguments(call, 0))));
}

Value time_ctime(Call& call) {
  expect(call, 1, 1, "time");
  sync_time_zone(call.engine);
  const rt::Result<rt::CalendarTime> local = rt::local_calendar(call.integer(0));
  if (!local) return call.fail(local.error());
  return text_value(rt::format_time("%a %b %e %H:%M:%S %Y\n", *local));
}

Value time_mktime(Call& call) {
  expect(call, 6, 9, "sec, min, hour, mday, mon, year, wday = 0, yday = 0, isdst = -1");
  sync_time_zone(call.engine);
  const rt::Result<std::int64_t> seconds = rt::seconds_from_local(calendar_arguments(call, 0));
  if (!seconds) return {};
  return *seconds == 0 ? text_value("0 but true") : Value::integer(*seconds);
}

Value time_strftime(Call& call) {
  expect(call, 7, 10, "fmt, sec, min, hour, mday, mon, year, wday = -1, yday = -1, isdst = -1");
  sync_time_zone(call.engine);
  const Text format(call.engine, call[0]);
  rt::CalendarTime time = carried(calendar_arguments(call, 1));
  // Zone name and offset are those of that local time.
  if (const rt::Result<rt::CalendarTime> local = rt::normalized(time)) {
    time.zone = local->zone;
    time.utc_offset = local->utc_offset;
    if (time.daylight_saving < 0) time.daylight_saving = local->daylight_saving;
  }
  return Value::string(rt::format_time(std::string(format.view()).c_str(), time), format.utf8());
}

Value time_difftime(Call& call) {
  expect(call, 2, 2, "time1, time2");
  return Value::number(call.number(0) - call.number(1));
}

Value time_clock(Call& call) {
  expect(call, 0, 0, "");
  return Value::integer(rt::cpu_clock());
}

// In clock ticks: elapsed, user, system, and the children's.
Value time_times(Call& call) {
  expect(call, 0, 0, "");
  const rt::ProcessTimes times = rt::process_times();
  const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
  for (const double seconds :
       {times.elapsed, times.user, times.system, times.child_user, times.child_system}) {
    call.push(Value::integer(static_cast<std::int64_t>(seconds * ticks + 0.5)));
  }
  return call.list();
}

Value time_tzname(Call& call) {
  expect(call, 0, 0, "");
  call.push(text_value(rt::zone_name(false)));
  call.push(text_value(rt::zone_name(true)));
  return call.list();
}

Value time_tzset(Call& call) {
  expect(call, 0, 0, "");
  sync_time_zone(call.engine);
  return no_value(call);
}

const NativeRow kRows[] = {
    {"asctime", time_asctime, nullptr}, {"clock", time_clock, nullptr},
    {"ctime", time_ctime, nullptr},     {"difftime", time_difftime, nullptr},
    {"mktime", time_mktime, nullptr},   {"strftime", time_strftime, nullptr},
    {"times", time_times, nullptr},     {"tzname", time_tzname, nullptr},
    {"tzset", time_tzset, nullptr},
};

}  // namespace

std::span<const NativeRow> posix_time_functions() { return kRows; }

}  // namespace perlipc::builtin
