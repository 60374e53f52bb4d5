// From builtin ids to their functions: the second half of builtins/table.def.
#include "interp/vm.h"

namespace perlipc {
namespace builtin {

#define BUILTIN(name, implementation, parse, operands, flags, capability, summary) \
  Value implementation(Call& call);
#include "builtins/table.def"
#undef BUILTIN

// Rows that the compiler turns into instructions (or refuses by name) are never called.
Value inline_op(Call& call) { call.engine.die("an inline function was called through the table"); }

}  // namespace builtin

NativeFunction builtin_function(builtin::BuiltinId id) {
  static constexpr NativeFunction functions[] = {
#define BUILTIN(name, implementation, parse, operands, flags, capability, summary) \
  builtin::implementation,
#include "builtins/table.def"
#undef BUILTIN
  };
  return functions[static_cast<std::size_t>(id)];
}

}  // namespace perlipc
