// Clocks and calendar arithmetic.
#pragma once

#include "runtime/result.h"

#include <cstdint>
#include <ctime>
#include <string>

namespace perlipc::rt {

// Whole seconds and seconds with microseconds since the epoch.
int64_t epoch_seconds();
double epoch_time();

struct TimeSpec {
  int64_t seconds = 0;
  int64_t nanoseconds = 0;
};
Result<TimeSpec> clock_time(clockid_t clock);
Result<TimeSpec> clock_resolution(clockid_t clock);

// struct tm with a wide year. Fields as in C: month 0..11, year since 1900.
struct CalendarTime {
  int second = 0, minute = 0, hour = 0;
  int day = 0, month = 0;
  int64_t year = 0;
  int week_day = 0, year_day = 0;
  int daylight_saving = -1;  // > 0 in force, 0 not, < 0 unknown
  long utc_offset = 0;       // seconds east
  std::string zone = {};
};
// EOVERFLOW when the year does not fit.
Result<CalendarTime> utc_calendar(int64_t seconds);
Result<CalendarTime> local_calendar(int64_t seconds);
// mktime: normalises the fields, looks up local time. EOVERFLOW when not representable.
Result<int64_t> seconds_from_local(const CalendarTime& time);
// The same fields, normalised as mktime does (week day, year day and overflows).
Result<CalendarTime> normalized(const CalendarTime& time);
// strftime(3) in the current locale, fields taken as they are.
std::string format_time(const char* format, const CalendarTime& time);
// Rereads TZ (tzset); the two zone names.
void reread_time_zone();
std::string zone_name(bool daylight_saving);

// CPU time of this process in clock ticks and the ticks per second (clock(3)).
int64_t cpu_clock();

}  // namespace perlipc::rt
