// PCRE2 character tables by which the bytes 128-255 are Latin-1 letters, for /u on byte strings.
#pragma once

#include <cstdint>

namespace perlipc {

// Tables in PCRE2's binary form, alive for the whole process; null when this PCRE2 lays its tables
// out differently from what we know (checked against pcre2_maketables).
const uint8_t* latin1_code_tables();

}  // namespace perlipc
