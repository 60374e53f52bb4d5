// From builtin ids to their functions: the second half of builtins/table.def.
#include "interp/vm.h"

namespace perlipc {
namespace builtin {
namespace {

// Stands in the table for functions the compiler emits code for.
Value inline_op(Call&) { return {}; }

}  // namespace

#define inline_op inline_op_of_table
#define BUILTIN(name, implementation, parse, operands, flags, capability, summary)                 \
  Value implementation(Call& call);
#include "builtins/table.def"
#undef BUILTIN
#undef inline_op

namespace {

#define BUILTIN(name, implementation, parse, operands, flags, capability, summary) implementation,
constexpr NativeFunction kFunctions[] = {
#include "builtins/table.def"
};
#undef BUILTIN

}  // namespace
}  // namespace builtin

NativeFunction builtin_function(builtin::BuiltinId id) {
  NativeFunction function = builtin::kFunctions[static_cast<std::size_t>(id)];
  return function == builtin::inline_op ? nullptr : function;
}

}  // namespace perlipc
