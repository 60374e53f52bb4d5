// String functions the VM calls directly (its inline operations): substr, case, chop, chomp, chr,
// ord, repetition, index. The rest goes through builtins/table.def.
#pragma once
#include "interp/value/convert.h"

namespace perlipc::builtin {

// ---- substr (perlfunc substr): offsets and lengths are in characters ---------------------------
constexpr std::int64_t kToTheEnd = INT64_MAX;  // as length: none given
// An offset or length of substr; an integer that is too large for one lies behind every end.
std::int64_t substr_number(Engine& engine, const Value& given);
// A part of a string in bytes. False in `inside`: wholly outside.
struct ByteRange {
  std::size_t start = 0, length = 0;
  bool inside = false;
};
ByteRange substr_range(const String* s, std::int64_t offset, std::int64_t length);
// The part; undef and the warning "substr outside of string" when it lies outside.
Value substr_get(Engine& engine, const String* s, std::int64_t offset, std::int64_t length);
// Four arguments, or assignment to substr: replaces the part of place (assigned through magic when
// it has any). Dies when the part is outside. Returns the old part when want_old.
Value substr_set(Engine& engine, Value& place, std::int64_t offset, std::int64_t length,
                 const Value& replacement, bool want_old);
// substr(...) as a thing to take a reference to, alias or pass: a scalar with magic (owned).
// substr(place, offset, length) = with, where that changes an ordinary string in place; false: nothing
// done.
bool substr_store(Value& place, std::int64_t offset, std::int64_t length, const String* with);
Scalar* substr_lvalue(Engine& engine, Value& place, std::int64_t offset, std::int64_t length);

// ---- case; `unicode` is `use feature 'unicode_strings'` ------------------------------------------
Value lower_case(Engine& engine, const Value& v, bool unicode);
Value upper_case(Engine& engine, const Value& v, bool unicode);
Value lower_first(Engine& engine, const Value& v, bool unicode);
Value upper_first(Engine& engine, const Value& v, bool unicode);
Value fold_case(Engine& engine, const Value& v, bool unicode);
String* quote_meta(const String* s, bool unicode);  // owned

// ---- characters --------------------------------------------------------------------------------
Value character(Engine& engine, const Value& code_point, bool use_bytes);  // chr
std::uint32_t ordinal(const String* s);                                    // ord; 0 when empty
// Changes the place (through magic when it has any). chop returns the removed character, chomp
// the number of characters removed by $/.
Value chop(Engine& engine, Value& place);
std::int64_t chomp(Engine& engine, Value& place);

// ---- searching: result in characters, -1 when missing -------------------------------------------
std::int64_t index_of(const String* text, const String* part, std::int64_t from);
std::int64_t rindex_of(const String* text, const String* part, std::int64_t from, bool has_from);

// ---- building ------------------------------------------------------------------------------------
// x operator; a count below 1 gives "". Dies with "Out of memory in perl:repeat:..." when absurd.
String* repeat(Engine& engine, const String* s, std::int64_t count);
// The x count of a value: warns on negative and non-finite ones.
std::int64_t repeat_count(Engine& engine, const Value& v);
// join SEPARATOR, LIST over rvalues or aliases (undef warns).
String* join(Engine& engine, const String* separator, const Value* items, std::size_t count);
// The characters backwards.
String* reversed(const String* s);
// Whether ++ takes a string for text: it matches /^[a-zA-Z]*[0-9]*$/ and is not empty.
bool increments_as_text(const Value& v);
// The successor of such a string (perlop "Auto-increment"): "az" -> "ba".
Value increment_text(const Value& v);

}  // namespace perlipc::builtin
