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

// Installs a native sub under a qualified name; returns it (counted by its glob).
Code* define_native(VM& vm, std::string_view name, NativeFunction function,
                    const char* prototype = nullptr);
void set_scalar(VM& vm, std::string_view name, Value value);
// A scalar of the symbol table whose reading and writing is done by `magic` (taken over).
void set_magic(VM& vm, std::string_view name, Magic* magic);

void install_universal(VM& vm);                         // universal.cpp
void install_version(VM& vm);                           // version_object.cpp
void install_core_subs(VM& vm);                         // core_subs.cpp
void install_version_variables(VM& vm);                 // $] and $^V; the same
void install_pragma(VM& vm, std::string_view package);  // pragmas.cpp
void install_warnings_pragma(VM& vm);                   // pragma_warnings.cpp
void install_feature_pragmas(VM& vm);                   // pragma_feature.cpp
void install_hint_variables(VM& vm);                    // hint_variables.cpp

// What the innermost unit being compiled is read with; null when nothing is being compiled.
const Hints* compiling_hints(VM& vm);
Hints* compiling_hints_for_update(VM& vm);

// $^H of a statement, as caller gives it.
Value hints_as_number(const Hints* hints);

// Dies as croak does in perl's own pragmas, which load Carp for it.
[[noreturn]] void croak(VM& vm, const std::string& text);

// Sets an element of %^H for the text being compiled; an empty value removes it.
void set_user_hint(VM& vm, const std::string& key, const std::string& value);

// While code runs at compile time %^H holds the lexical hints of the text being compiled: enter
// before it runs, leave (in reverse order) when it has run or died.
void enter_hint_hash(VM& vm);
void leave_hint_hash(VM& vm);

// UNIVERSAL::isa/can/DOES/VERSION; utf8, Internals, the pragmas ... wait for their first mention. Once
// per VM.
void install_core_natives(VM& vm);
// Makes the natives of a package that waits; false when it does not.
bool install_pending_package(VM& vm, std::string_view package);
// All that wait and that perl lists in %main:: from the start.
void install_listed_packages(VM& vm);
// strict, warnings, feature ...: marks them loaded; `use` finds their import natives.
bool is_native_pragma(std::string_view module);

}  // namespace perlipc
