// vec: a string as an array of 1, 2, 4, 8, 16, 32 or 64 bit unsigned integers (perlfunc vec).
#pragma once
#include "interp/value/convert.h"

namespace perlipc::builtin {

// Dies with perl's texts on a bad width and on characters above 255; 0 beyond the end.
std::uint64_t vec_get(Engine& engine, const String* s, std::int64_t offset, std::int64_t bits);
// Assignment: extends the string in place as needed.
void vec_set(Engine& engine, Value& place, std::int64_t offset, std::int64_t bits,
             const Value& value);
// vec(...) as a thing to take a reference to, alias or pass (owned).
Scalar* vec_lvalue(Engine& engine, Value& place, std::int64_t offset, std::int64_t bits);

}  // namespace perlipc::builtin
