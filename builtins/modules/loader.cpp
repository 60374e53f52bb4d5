// XSLoader and DynaLoader: loading the native half of a module means installing ours.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

namespace perlipc::builtin {

namespace {

std::string include_path(Engine& engine) {
  std::string text;
  for (const Value& folder : *engine.glob("main::INC", true)->array()) {
    const Text path(engine, rvalue(folder));
    text += (text.empty() ? "" : " ") + std::string(path.view());
  }
  return text;
}

Value load(Call& call) {
  const std::string package =
      call.has(0) ? call.text(0) : std::string(call.engine.caller_info().package);
  const NativeModule* module = find_loadable_module(package);
  if (!module) {
    call.engine.die("Can't locate loadable object for module " + package +
                    " in @INC (@INC contains: " + include_path(call.engine) + ")");
  }
  install_native_module(call.engine, *module);
  return Value::boolean(true);
}

const NativeRow kXsFunctions[] = {{"bootstrap_inherit", load, nullptr}, {"load", load, nullptr}};
const NativeRow kDynaFunctions[] = {{"bootstrap", load, nullptr},
                                    {"bootstrap_inherit", load, nullptr}};

}  // namespace

const NativeModule& xsloader_module() {
  static const NativeModule module{
      .package = "XSLoader", .functions = kXsFunctions, .constants = {}, .version = "0.31"};
  return module;
}

const NativeModule& dynaloader_module() {
  static const NativeModule module{
      .package = "DynaLoader", .functions = kDynaFunctions, .constants = {}, .version = "1.52"};
  return module;
}

}  // namespace perlipc::builtin
