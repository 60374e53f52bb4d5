// The native half of File::DosGlob: what tells one glob operator of a program from another.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

namespace perlipc::builtin {

namespace {

// The file and line stand for the place of the call; glob keeps its position by it.
Value glob_call_site(Call& call) {
  const CallerInfo at = call.engine.caller_info();
  return text_value(std::string(at.file) + ":" + std::to_string(at.line));
}

const NativeRow kFunctions[] = {{"_callsite", glob_call_site, nullptr}};

}  // namespace

const NativeModule& dos_glob_module() {
  static const NativeModule module{
      .package = "File::DosGlob", .functions = kFunctions, .constants = {}};
  return module;
}

}  // namespace perlipc::builtin
