// The formatting engine of sprintf and printf (perlfunc sprintf).
#pragma once
#include "interp/value/convert.h"

namespace perlipc::builtin {

// Formats args (rvalues or aliases) by the format. operation is "sprintf" or "printf" (for
// warnings). Returns an owned string.
String* format(Engine& engine, std::string_view format, bool utf8, const Value* args,
               std::size_t count, const char* operation = "sprintf");

// %.Nf of a finite number, exactly rounded. Returns the length; out has at least 350 + precision
// bytes.
std::size_t format_fixed(double d, int precision, char* out);

}  // namespace perlipc::builtin
