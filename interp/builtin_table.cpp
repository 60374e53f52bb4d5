// From builtin ids to their functions: the second half of builtins/table.def. A function that no
// library defines is null here, and the VM refuses the builtin by name.
#include "interp/vm.h"

namespace perlipc {
namespace builtin {

// A reference that must be resolved would make one missing function break every link.
#define BUILTIN(name, implementation, parse, operands, flags, capability, summary) \
  __attribute__((weak)) Value implementation(Call& call);
// Rows whose implementation is `inline_op` all declare this one name; nobody defines it.
#include "builtins/table.def"
#undef BUILTIN

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
