// The native subs that every interpreter has, and how they get into the symbol table.
#include "interp/natives.h"
#include "builtins/native_module.h"
#include "interp/compile_unit.h"

namespace perlipc {

Code* define_native(VM& vm, std::string_view name, NativeFunction function, const char* prototype) {
  Glob* glob = vm.glob(name, true);
  Code* code = Code::make();
  code->native = function;
  code->home = glob->stash;
  code->name_glob = glob;
  if (prototype) {
    code->prototype = prototype;
    code->bits |= Code::HasPrototype;
  }
  glob->set_code(code);
  code->release();
  return code;
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

void install_core_natives(VM& vm) {
  builtin::install_core_packages(vm);
  install_universal(vm);
  install_version(vm);
  install_pragmas(vm);
  install_warnings_pragma(vm);
  install_feature_pragmas(vm);
  install_hint_variables(vm);
}

}  // namespace perlipc
