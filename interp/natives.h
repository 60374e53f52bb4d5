// Native subs and tables that belong to the interpreter itself: UNIVERSAL, pragmas, core functions
// that look at frames.
#pragma once
#include "interp/vm.h"

namespace perlipc {

// Heap objects of interp/ held by kOther values (iterators of s///).
struct ForeignObject : HeapObject {
  ForeignObject() : HeapObject(Type::Other) {}
  virtual ~ForeignObject() = default;
  void dispose() { delete this; }
};

// UNIVERSAL::isa/can/DOES/VERSION, utf8/Internals basics, pragma imports. Once per VM.
void install_core_natives(VM& vm);
// strict, warnings, feature ...: marks them loaded; `use` finds their import natives.
bool is_native_pragma(std::string_view module);

}  // namespace perlipc
