// Calendar helpers of POSIX that Time::Piece uses as well.
#pragma once
#include "interp/value/engine.h"
#include "runtime/clock.h"

namespace perlipc::builtin {

// The C library looks for TZ in its own environment; scripts change %ENV.
void sync_time_zone(Engine& engine);

// The fields carried over into their ranges, with the right week day and year day, without regard to
// time zones: what strftime and asctime need to know (perldoc POSIX, strftime).
rt::CalendarTime carried(const rt::CalendarTime& time);

}  // namespace perlipc::builtin
