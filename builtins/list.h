// List functions the VM calls directly.
#pragma once
#include "interp/value/call.h"
#include "interp/value/convert.h"

namespace perlipc::builtin {

// splice ARRAY, OFFSET, LENGTH, LIST. args holds what follows the array (0 to n values). In list
// context pushes the removed elements to *removed; returns the last one (undef if none) for scalar.
Value splice(Engine& engine, Array* array, const Value* args, std::size_t count, Want want,
             std::vector<Value>* removed);

// split without a regular expression. limit as perl's (0: drop trailing empty fields, negative:
// keep them); fields are pushed to out.
void split_whitespace(const String* text, std::int64_t limit, std::vector<Value>& out);  // ' '
void split_literal(const String* text, std::string_view separator, std::int64_t limit,
                   std::vector<Value>& out);  // not empty; same encoding as text
void split_characters(const String* text, std::int64_t limit, std::vector<Value>& out);  // //

}  // namespace perlipc::builtin
