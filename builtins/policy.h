// The host's policy for what is neither a row of the table nor of a module: assignments to special
// variables, one of several things that a function does.
#pragma once
#include "builtins/table.h"
#include "interp/value/engine.h"

namespace perlipc::builtin {

// Dies "Permission denied: WHAT is not allowed here" unless the host allows the capability.
inline void require_allowed(Engine& engine, Capability needed, std::string_view what) {
  if (!engine.allows(static_cast<unsigned>(needed))) [[unlikely]]
    engine.deny(what);
}

}  // namespace perlipc::builtin
