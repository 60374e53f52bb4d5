// Numeric functions other builtins share.
#pragma once
#include "interp/value/call.h"
#include "interp/value/convert.h"

namespace perlipc::builtin {

// The next number of rand in [0, 1): the 48-bit linear congruential generator of drand48 (POSIX),
// seeded on first use unless srand came first. State belongs to the interpreter.
double next_random(Engine& engine);
// hex and oct of a text, with perl's warnings (perlfunc).
Value hex_number(Engine& engine, const String* s);
Value oct_number(Engine& engine, const String* s);
// int(): Int or UInt where it fits.
Value integer_part(const Value& number);

}  // namespace perlipc::builtin
