// All native modules by name, and their installation into an interpreter.
#include "builtins/modules/registry.h"
#include "builtins/modules/native.h"

#include <algorithm>
#include <set>

namespace perlipc::builtin {

namespace {

struct Entry {
  std::string_view package;
  const NativeModule& (*module)();
};
// Sorted by package.
constexpr Entry kModules[] = {
#define M(package, function) {package, function},
    PERLIPC_NATIVE_MODULES(M)
#undef M
};
static_assert(std::is_sorted(std::begin(kModules), std::end(kModules),
                             [](const Entry& a, const Entry& b) { return a.package < b.package; }));

// What has been installed in one interpreter.
struct InstalledModules {
  explicit InstalledModules(Engine&) {}
  std::set<const NativeModule*> modules;
};

void set_export_lists(Engine& engine, const NativeModule& module) {
  const std::string prefix = std::string(module.package) + "::";
  push_words(engine, prefix + "EXPORT", module.exports);
  if (std::string_view(module.optional_exports) != "*") {
    push_words(engine, prefix + "EXPORT_OK", module.optional_exports);
  } else {
    Array* names = engine.glob(prefix + "EXPORT_OK", true)->array();
    for (const NativeRow& row : module.functions) names->push(Value::string(row.name));
    for (const NativeConstant& constant : module.constants)
      names->push(Value::string(constant.name));
  }
  if (module.tags.empty()) return;
  Hash* tags = engine.glob(prefix + "EXPORT_TAGS", true)->hash();
  for (const ExportTag& tag : module.tags) {
    Array* names = Array::make();
    for (std::string_view name : split_words(tag.names)) names->push(Value::string(name));
    tags->fetch(tag.name) = Value::adopt_ref(names);
  }
}

}  // namespace

const NativeModule* find_native_module(std::string_view package) {
  const Entry* found = std::lower_bound(
      std::begin(kModules), std::end(kModules), package,
      [](const Entry& entry, std::string_view name) { return entry.package < name; });
  return found != std::end(kModules) && found->package == package ? &found->module() : nullptr;
}

const NativeModule* find_loadable_module(std::string_view package) {
#define M(name, function)                                                                          \
  if (package == name) return &function();
  PERLIPC_XS_HALVES(M)
#undef M
  return find_native_module(package);
}

std::span<const NativeModule* const> native_modules() {
  static const std::vector<const NativeModule*> all = [] {
    std::vector<const NativeModule*> modules;
    for (const Entry& entry : kModules) modules.push_back(&entry.module());
    return modules;
  }();
  return all;
}

namespace {

// In the place of a function that the policy does not allow.
Value denied(Call& call) {
  call.engine.deny(native_full_name(call));
  return {};
}

}  // namespace

void install_native_module(Engine& engine, const NativeModule& module) {
  if (!engine.service<InstalledModules>().modules.insert(&module).second) return;
  const std::string prefix = std::string(module.package) + "::";
  engine.stash(module.package, true)->vivified = true;
  bool has_import = false;
  for (const NativeRow& row : module.functions) {
    // A name with a package of its own belongs there: the natives of IO are methods of IO::Handle.
    const bool qualified = std::string_view(row.name).find("::") != std::string_view::npos;
    const bool allowed = engine.allows(static_cast<unsigned>(row.needs));
    define_native(engine, qualified ? row.name : prefix + row.name, allowed ? row.function : denied,
                  row.prototype);
    has_import = has_import || std::string_view(row.name) == "import";
  }
  for (const NativeConstant& constant : module.constants) {
    Code* code = define_constant(engine, prefix + constant.name, Value::integer(constant.value));
    if (!module.named_constants) code->bits |= Code::NamedByUse;
  }
  if (module.version) set_scalar(engine, prefix + "VERSION", Value::string(module.version));
  if (*module.exports || *module.optional_exports) {
    set_export_lists(engine, module);
    if (!has_import) define_native(engine, prefix + "import", native_import);
  }
  if (module.boot) module.boot(engine);
  ++engine.method_generation();
}

void install_core_package(Engine& engine, std::string_view package) {
  install_native_module(engine, *find_native_module(package));
}

}  // namespace perlipc::builtin
