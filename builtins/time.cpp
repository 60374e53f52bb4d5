// time, localtime, gmtime (perlfunc).
#include "interp/value/call.h"
#include "interp/value/convert.h"
#include "runtime/clock.h"
#include "runtime/process.h"
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace perlipc::builtin {
namespace {
// Beyond these the year does not fit into a tm.
constexpr double kLatest = 67768036191676799.0;
constexpr double kEarliest = -67768100567755200.0;

std::string seconds_text(double d) {
  if (std::isnan(d)) return "NaN";
  if (std::isinf(d)) return d < 0 ? "-Inf" : "Inf";
  char text[400];
  std::snprintf(text, sizeof text, "%.0f", d);
  return text;
}

// The C library looks for TZ in the process's environment; scripts change %ENV.
void follow_time_zone(Engine& engine) {
  const Engine::TaintPause pause(engine);
  const Value* place = engine.glob("main::ENV", true)->hash()->find("TZ");
  Value zone = place ? rvalue(*place) : Value();
  const char* known = std::getenv("TZ");
  if (!zone.is_undef()) {
    std::string wanted(Text(engine, zone).view());
    if (!known || wanted != known) rt::publish_environment_variable("TZ", &wanted);
  } else if (known) {
    rt::publish_environment_variable("TZ", nullptr);
  }
  rt::reread_time_zone();
}

bool break_down(Call& call, bool local, std::tm& out) {
  std::time_t seconds;
  if (!call.has(0)) {
    seconds = std::time(nullptr);
  } else {
    double d = std::floor(call.number(0));
    bool large = !(d < kLatest), small = d < kEarliest;
    if (large || small) {
      std::string name = std::string(local ? "localtime(" : "gmtime(") + seconds_text(d) + ")";
      call.engine.warn(Warning::Overflow, name + (large ? " too large" : " too small"));
      call.engine.warn(Warning::Overflow, name + " failed");
      return false;
    }
    seconds = static_cast<std::time_t>(d);
  }
  if (local) follow_time_zone(call.engine);
  return local ? localtime_r(&seconds, &out) != nullptr : gmtime_r(&seconds, &out) != nullptr;
}

Value broken_down(Call& call, bool local) {
  std::tm t;
  bool good = break_down(call, local, t);
  if (call.want != Want::List) {
    if (!good) return {};
    static constexpr char kDays[] = "SunMonTueWedThuFriSat";
    static constexpr char kMonths[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    char text[64];
    int n = std::snprintf(text, sizeof text, "%.3s %.3s %2d %02d:%02d:%02d %ld",
                          kDays + 3 * t.tm_wday, kMonths + 3 * t.tm_mon, t.tm_mday, t.tm_hour,
                          t.tm_min, t.tm_sec, 1900L + t.tm_year);
    return Value::string({text, static_cast<std::size_t>(n)});
  }
  if (good)
    for (int n : {t.tm_sec, t.tm_min, t.tm_hour, t.tm_mday, t.tm_mon, t.tm_year, t.tm_wday,
                  t.tm_yday, t.tm_isdst})
      call.push(Value::integer(n));
  return call.list();
}
}  // namespace

Value bi_localtime(Call& call) { return broken_down(call, true); }
Value bi_gmtime(Call& call) { return broken_down(call, false); }
Value bi_time(Call&) { return Value::integer(std::time(nullptr)); }

}  // namespace perlipc::builtin
