// The parts IPC::SysV is made of; ipc_sysv.cpp puts them together.
#pragma once
#include "builtins/modules/native.h"

namespace perlipc::builtin {

std::span<const NativeRow> sysv_status_functions();

}  // namespace perlipc::builtin
