// The error numbers of this system by name, for Errno and the hash %!.
#pragma once
#include "builtins/native_module.h"

namespace perlipc::builtin {

// Sorted by name.
std::span<const NativeConstant> errno_names();

}  // namespace perlipc::builtin
