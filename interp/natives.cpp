// The native subs that every interpreter has, and how they get into the symbol table.
#include "interp/natives.h"
#include "builtins/modules/native.h"
#include "builtins/native_module.h"
#include "interp/compile_unit.h"

namespace perlipc {

Code* define_native(VM& vm, std::string_view name, NativeFunction function, const char* prototype) {
  return builtin::define_native(vm, name, function, prototype, nullptr);
}

void set_scalar(VM& vm, std::string_view name, Value value) {
  vm.glob(name, true)->scalar()->value = std::move(value);
}

void set_magic(VM& vm, std::string_view name, Magic* magic) {
  GlobBody* body = vm.glob(name, true)->body;
  Scalar* old = body->scalar;
  body->scalar = Scalar::with_magic(magic);
  if (old) old->release();
}

void croak(VM& vm, const std::string& text) {
  vm.require_file("Carp.pm");
  vm.die(text);
}

const Hints* compiling_hints(VM& vm) { return vm.unit_ ? vm.unit_->parser()->hints() : nullptr; }

Hints* compiling_hints_for_update(VM& vm) {
  return vm.unit_ ? &vm.unit_->parser()->hints_for_update() : nullptr;
}

namespace {

void install_core(VM& vm, std::string_view package) {
  builtin::install_core_package(vm, package);
  install_pragma(vm, package);  // the pragma's part of re and utf8
}
void install_warnings(VM& vm, std::string_view) { install_warnings_pragma(vm); }
void install_features(VM& vm, std::string_view) { install_feature_pragmas(vm); }
void install_subs(VM& vm, std::string_view) { install_core_subs(vm); }
void install_versions(VM& vm, std::string_view) { install_version(vm); }

// A package of natives that comes into being when it is first mentioned. `listed`: perl has it from the
// start, so %main:: shows it.
struct PendingPackage {
  std::string_view name;
  void (*install)(VM&, std::string_view);
  bool listed;
};
constexpr PendingPackage kPending[] = {
    {"CORE", install_subs, true},
    {"Internals", install_core, true},
    {"PerlIO", install_core, true},
    {"Tie::Hash::NamedCapture", install_core, false},
    {"builtin", install_core, true},
    {"bytes", install_pragma, false},
    {"experimental", install_features, false},
    {"feature", install_features, false},
    {"filetest", install_pragma, false},
    {"integer", install_pragma, false},
    {"less", install_pragma, false},
    {"locale", install_pragma, false},
    {"mro", install_core, true},
    {"open", install_pragma, false},
    {"overloading", install_pragma, false},
    {"re", install_core, true},
    {"sort", install_pragma, false},
    {"strict", install_pragma, false},
    {"utf8", install_core, true},
    {"version", install_versions, true},
    {"warnings", install_warnings, false},
    {"warnings::register", install_warnings, false},
};
static_assert(std::size(kPending) <= 32);

}  // namespace

void install_core_natives(VM& vm) {
  vm.pending_packages_ = static_cast<std::uint32_t>((std::uint64_t{1} << std::size(kPending)) - 1);
  install_universal(vm);
  install_version_variables(vm);
  install_hint_variables(vm);
}

bool install_pending_package(VM& vm, std::string_view package) {
  for (std::size_t n = 0; n < std::size(kPending); ++n) {
    const std::uint32_t bit = std::uint32_t{1} << n;
    if (!(vm.pending_packages_ & bit) || kPending[n].name != package) continue;
    vm.pending_packages_ &= ~bit;
    kPending[n].install(vm, package);
    return true;
  }
  return false;
}

void install_listed_packages(VM& vm) {
  for (const PendingPackage& package : kPending)
    if (package.listed) (void)install_pending_package(vm, package.name);
}

}  // namespace perlipc
