// Clocks and calendar arithmetic; see clock.h.
#include "runtime/clock.h"

#include <climits>
#include <sys/time.h>

namespace perlipc::rt {

namespace {

// tm_zone keeps pointing into the C library's own storage, so the text is copied.
CalendarTime from_tm(const tm& raw) {
  return {raw.tm_sec,
          raw.tm_min,
          raw.tm_hour,
          raw.tm_mday,
          raw.tm_mon,
          raw.tm_year,
          raw.tm_wday,
          raw.tm_yday,
          raw.tm_isdst,
          raw.tm_gmtoff,
          raw.tm_zone != nullptr ? raw.tm_zone : ""};
}

Result<tm> to_tm(const CalendarTime& time) {
  if (time.year < INT_MIN || time.year > INT_MAX) return Errno{EOVERFLOW};
  tm raw{};
  raw.tm_sec = time.second;
  raw.tm_min = time.minute;
  raw.tm_hour = time.hour;
  raw.tm_mday = time.day;
  raw.tm_mon = time.month;
  raw.tm_year = static_cast<int>(time.year);
  raw.tm_wday = time.week_day;
  raw.tm_yday = time.year_day;
  raw.tm_isdst = time.daylight_saving;
  raw.tm_gmtoff = time.utc_offset;
  raw.tm_zone = time.zone.empty() ? nullptr : time.zone.c_str();
  return raw;
}

// -1 is also one second before the epoch; mktime(3) tells them apart by setting tm_wday.
Result<int64_t> normalize(tm& raw) {
  raw.tm_wday = -1;
  const time_t seconds = ::mktime(&raw);
  if (seconds == -1 && raw.tm_wday == -1) return Errno{EOVERFLOW};
  return static_cast<int64_t>(seconds);
}

Result<TimeSpec> to_time_spec(int status, const timespec& time) {
  if (status == -1) return Errno::last();
  return TimeSpec{time.tv_sec, time.tv_nsec};
}

}  // namespace

int64_t epoch_seconds() { return ::time(nullptr); }

double epoch_time() {
  timeval now;
  ::gettimeofday(&now, nullptr);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_usec) / 1e6;
}

Result<TimeSpec> clock_time(clockid_t clock) {
  timespec time{};
  const int status = ::clock_gettime(clock, &time);
  return to_time_spec(status, time);
}

Result<TimeSpec> clock_resolution(clockid_t clock) {
  timespec time{};
  const int status = ::clock_getres(clock, &time);
  return to_time_spec(status, time);
}

Result<CalendarTime> utc_calendar(int64_t seconds) {
  const time_t time = seconds;
  tm raw{};
  if (::gmtime_r(&time, &raw) == nullptr) return Errno::last();
  return from_tm(raw);
}

Result<CalendarTime> local_calendar(int64_t seconds) {
  const time_t time = seconds;
  tm raw{};
  if (::localtime_r(&time, &raw) == nullptr) return Errno::last();
  return from_tm(raw);
}

Result<int64_t> seconds_from_local(const CalendarTime& time) {
  tm raw = RT_TRY(to_tm(time));
  return normalize(raw);
}

Result<CalendarTime> normalized(const CalendarTime& time) {
  tm raw = RT_TRY(to_tm(time));
  RT_TRY(normalize(raw));
  return from_tm(raw);
}

std::string format_time(const char* format, const CalendarTime& time) {
  const Result<tm> raw = to_tm(time);
  if (!raw) return {};
  // strftime says 0 both for "does not fit" and for an empty result; a trailing byte settles it.
  const std::string marked = std::string(format) + '.';
  for (std::string text(128, '\0');; text.resize(text.size() * 2)) {
    const size_t size = ::strftime(text.data(), text.size(), marked.c_str(), &*raw);
    if (size > 0) {
      text.resize(size - 1);
      return text;
    }
  }
}

void reread_time_zone() { ::tzset(); }

std::string zone_name(bool daylight_saving) { return ::tzname[daylight_saving ? 1 : 0]; }

int64_t cpu_clock() { return ::clock(); }

}  // namespace perlipc::rt
