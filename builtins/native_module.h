// Native halves of Perl modules: functions, constants and export lists as data. The interpreter
// installs them when the module is required; `import` is one shared native function.
#pragma once
#include "builtins/table.h"
#include "interp/value/call.h"
#include <span>

namespace perlipc::builtin {

struct NativeRow {
  const char* name;  // without package
  NativeFunction function;
  const char* prototype;  // nullptr: none
  // What the host's policy must allow, as in table.def; else the function only says that it may not.
  Capability needs = Capability::None;
};
struct NativeConstant {  // an inlinable constant sub with prototype ""
  const char* name;
  std::int64_t value;
};
struct ExportTag {
  const char* name;   // "sys_wait_h" (without colon)
  const char* names;  // space-separated
};
struct NativeModule {
  const char* package;  // "List::Util"
  std::span<const NativeRow> functions;
  std::span<const NativeConstant> constants;
  const char* exports = "";           // default exports, space-separated (sigils for variables)
  const char* optional_exports = "";  // "*": every function and constant
  std::span<const ExportTag> tags = {};
  bool header_tags = false;         // a word that ends in "_h" is a tag without its colon (POSIX)
  void (*boot)(Engine&) = nullptr;  // sets variables such as $VERSION, @ISA
  const char* perl_half = nullptr;  // embedded module compiled after the native part, or null
  const char* version = nullptr;
  bool named_constants = false;  // messages give the module's name for a constant, wherever it is
};

// By package name; null when there is none. Collected in builtins/modules/registry.cpp.
const NativeModule* find_native_module(std::string_view package);
std::span<const NativeModule* const> native_modules();
// Defines the functions and constants in the package (idempotent) and runs boot.
void install_native_module(Engine& engine, const NativeModule& module);
// One of the packages that exist without `use`: utf8, Internals, PerlIO, builtin, mro, re. (`import` of
// builtin and re is part of their description.)
void install_core_package(Engine& engine, std::string_view package);
// `Package->import(LIST)` for modules described by NativeModule; exports into the caller.
Value native_import(Call& call);

}  // namespace perlipc::builtin
