// Tells the I/O side what the variables are called that become handles.
#pragma once
#include "interp/vm.h"

namespace perlipc {

// Once per VM.
void install_handle_names(VM& vm);

}  // namespace perlipc
