// Clocks and calendars.
#include "runtime/clock.h"

#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>

namespace perlipc::rt {
namespace {

class LocalZone : public ::testing::Test {
 protected:
  LocalZone() {
    ::setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    reread_time_zone();
  }
  ~LocalZone() override {
    ::unsetenv("TZ");
    reread_time_zone();
  }
};

TEST(Clock, NowIsTheSameByAllClocks) {
  EXPECT_LT(std::abs(epoch_time() - static_cast<double>(epoch_seconds())), 2);
  EXPECT_NEAR(static_cast<double>(clock_time(CLOCK_REALTIME)->seconds), epoch_time(), 2);
  EXPECT_EQ(clock_time(9999).error(), EINVAL);
  EXPECT_GT(clock_resolution(CLOCK_MONOTONIC)->nanoseconds, 0);
}

TEST(Clock, UtcCalendar) {
  const CalendarTime time = utc_calendar(1'000'000'000).value();
  EXPECT_EQ(time.year, 101);
  EXPECT_EQ(time.month, 8);
  EXPECT_EQ(time.day, 9);
  EXPECT_EQ(time.hour, 1);
  EXPECT_EQ(utc_calendar(INT64_MAX).error(), EOVERFLOW);
}

TEST_F(LocalZone, SummerTimeBothWays) {
  const CalendarTime summer = local_calendar(1'000'000'000).value();
  EXPECT_EQ(summer.hour, 3);
  EXPECT_EQ(summer.daylight_saving, 1);
  EXPECT_EQ(summer.zone, "CEST");
  EXPECT_EQ(summer.utc_offset, 7200);
  EXPECT_EQ(seconds_from_local(summer).value(), 1'000'000'000);
  EXPECT_EQ(zone_name(false), "CET");
}

TEST_F(LocalZone, MinusOneIsATime) {
  EXPECT_EQ(seconds_from_local(local_calendar(-1).value()).value(), -1);
  EXPECT_EQ(seconds_from_local({.year = INT64_MAX}).error(), EOVERFLOW);
}

TEST_F(LocalZone, NormalizedFixesOverflows) {
  const CalendarTime fixed = normalized({.hour = 12, .day = 32, .month = 0, .year = 100}).value();
  EXPECT_EQ(fixed.day, 1);
  EXPECT_EQ(fixed.month, 1);
  EXPECT_EQ(fixed.week_day, 2);
}

TEST(Clock, FormatsAnyLength) {
  const CalendarTime time = utc_calendar(0).value();
  EXPECT_EQ(format_time("%Y-%m-%d %H:%M:%S", time), "1970-01-01 00:00:00");
  EXPECT_EQ(format_time("", time), "");
  const std::string text(5000, 'x');
  EXPECT_EQ(format_time(text.c_str(), time), text);
}

}  // namespace
}  // namespace perlipc::rt
