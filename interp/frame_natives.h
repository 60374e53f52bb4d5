// What the core functions that look at the running frames share.
#pragma once
#include "interp/vm.h"

namespace perlipc {

struct CorePrototype {
  std::string_view name;
  const char* prototype;  // null: the function's syntax has none
};
std::span<const CorePrototype> core_prototypes();  // sorted by name
// Null when there is no such core function.
const CorePrototype* find_core_prototype(std::string_view name);

// One entry of the call chain, innermost first.
struct CallLevel {
  enum Kind { Sub, EvalBlock, EvalString, File, Begin };
  Kind kind;
  Frame* frame = nullptr;           // the frame entered; of an eval block the one it stands in
  const LineEntry* site = nullptr;  // the statement that entered it
  Want want = Want::Void;
  std::string text;  // File: its name; EvalString being compiled: the text
};
// Entry `wanted` of the chain, as caller(wanted) counts; none behind the end.
std::optional<CallLevel> call_level(VM& vm, std::int64_t wanted);

}  // namespace perlipc
