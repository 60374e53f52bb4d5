// The stack that C++ runs on: how far it reaches, and a larger one for a process that needs it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace perlipc::rt {

struct StackRange {
  uintptr_t low = 0, high = 0;  // addresses; both 0: not known
  bool contains(uintptr_t address) const { return address >= low && address < high; }
};

// Of the code that calls: the thread's own stack, the one run_on_stack() made, or the mapping that a
// fiber of the caller's has its stack in. Asks the system once for each stack in a row.
StackRange stack_here();

// Calls `body` on a stack of `bytes` bytes whose pages cost nothing until they are used; on a smaller
// one where the address space is limited, on the caller's where there is none. `body` must not
// throw. Not to be called inside `body`.
void run_on_stack(size_t bytes, const std::function<void()>& body);

}  // namespace perlipc::rt
