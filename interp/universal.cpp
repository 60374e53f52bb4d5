// Package UNIVERSAL: the methods every object and class has (perldoc UNIVERSAL).
#include "builtins/native_module.h"
#include "interp/natives.h"
#include "interp/version_object.h"

namespace perlipc {
namespace {

VM& vm_of(Call& call) { return static_cast<VM&>(call.engine); }

bool is_empty_name(const Value& v) { return v.is_undef() || (v.is_string() && v.s->length == 0); }

// The package whose methods a handle has.
Stash* io_stash(VM& vm, const Glob* glob) {
  return glob->body->io ? vm.stash("IO::File", true) : nullptr;
}

// The package of an object or class name; null for unblessed references and unknown classes.
Stash* stash_of(VM& vm, const Value& v) {
  if (v.is_ref()) {
    auto* referent = static_cast<Referent*>(v.o);
    if (Stash* s = referent->stash()) return s;
    if (referent->type == Type::Glob) return io_stash(vm, static_cast<Glob*>(referent));
    if (referent->type == Type::Handle) return vm.stash("IO::File", true);
    return nullptr;
  }
  if (v.is_glob()) return io_stash(vm, static_cast<Glob*>(static_cast<Referent*>(v.o)));
  Text name(vm, v);
  return vm.stash(name.view(), false);
}

Value universal_isa(Call& call) {
  VM& vm = vm_of(call);
  if (call.count != 2) vm.die("Usage: UNIVERSAL::isa(reference, kind)");
  Value object = call[0];
  if (is_empty_name(object)) return Value::boolean(false);
  Text kind(vm, call[1]);
  if (object.is_ref() && kind.view() == reference_type(object)) return Value::boolean(true);
  Stash* stash = stash_of(vm, object);
  if (!stash && object.is_ref()) return Value::boolean(false);
  if (!stash) return Value::boolean(kind.view() == "UNIVERSAL");
  return Value::boolean(vm.stash_isa(stash, kind.view()));
}

Code* find_above(VM& vm, Stash* stash, std::string_view name) {
  const auto& classes = vm.linear_isa(stash);
  for (std::size_t n = 1; n < classes.size(); ++n) {
    const Glob* glob = classes[n]->glob(name, false);
    if (glob && glob->body->code) return glob->body->code;
  }
  return nullptr;
}

// A method by its name, CLASS::name and SUPER::name included (perlobj).
Code* find_named(VM& vm, Stash* stash, std::string_view name) {
  std::size_t cut = name.rfind("::"), behind = cut + 2;
  if (const std::size_t quote = name.rfind('\''); quote != name.npos && cut == name.npos)
    cut = quote, behind = quote + 1;
  if (cut == name.npos) return vm.find_method(stash, name);
  const std::string_view where = name.substr(0, cut), method = name.substr(behind);
  if (where == "SUPER") return find_above(vm, vm.current_package(), method);
  if (where.ends_with("::SUPER")) {
    Stash* const below = vm.stash(where.substr(0, where.size() - 7), false);
    return below ? find_above(vm, below, method) : nullptr;
  }
  Stash* const named = vm.stash(where.empty() ? "main" : where, false);
  return named ? vm.find_method(named, method) : nullptr;
}

Value universal_can(Call& call) {
  VM& vm = vm_of(call);
  if (call.count != 2) vm.die("Usage: UNIVERSAL::can(object-ref, method)");
  Value object = call[0];
  if (is_empty_name(object)) return {};
  Stash* stash = stash_of(vm, object);
  Text method(vm, call[1]);
  if (!stash && (object.is_ref() || object.is_glob())) return {};
  if (!stash) stash = vm.stash("UNIVERSAL", true);
  Code* code = find_named(vm, stash, method.view());
  return code ? Value::ref(code) : Value();
}

Value universal_does(Call& call) {
  VM& vm = vm_of(call);
  if (call.count != 2) vm.die("Usage: invocant->DOES(kind)");
  Value object = call[0], kind = call[1];
  if (is_empty_name(object)) return Value::boolean(false);
  if (object.is_ref() && !static_cast<Referent*>(object.o)->stash()) return universal_isa(call);
  std::vector<Value> result = vm.call_method(object, "isa", {&kind, 1}, Want::Scalar);
  return result.empty() ? Value::boolean(false) : result.back();
}

// next::can (perldoc mro): what next::method would call, or nothing.
Value next_can(Call& call) {
  VM& vm = vm_of(call);
  Stash* stash = call.count != 0 ? stash_of(vm, call[0]) : nullptr;
  Code* code = stash ? vm.next_method(stash, true) : nullptr;
  if (code) return Value::ref(code);
  return call.want == Want::List ? call.list() : Value();
}

[[noreturn]] void die_too_old(VM& vm, const std::string& package, const Version& wanted,
                              const Version& have) {
  bool dotted = wanted.dotted;
  vm.die(package + " version " + (dotted ? wanted.normal() : wanted.original) +
         " required--this is only version " + (dotted ? have.normal() : have.original));
}

// The package's $VERSION, checked against the wanted one when given.
Value universal_version(Call& call) {
  VM& vm = vm_of(call);
  Value object = call[0];
  Stash* stash = stash_of(vm, object);
  std::string package = stash ? stash->name : object.is_ref() ? "" : call.text(0);
  Value stored;
  if (stash)
    if (Glob* glob = stash->glob("VERSION", false))
      if (glob->body->scalar) stored = glob->body->scalar->get();
  bool given = !stored.is_undef();
  Version have;
  if (given) have = version_of(vm, stored);
  if (call.count > 1) {
    if (!given && stash)
      vm.die(package + " does not define $" + package + "::VERSION--version check failed");
    if (!given) vm.die(package + " defines neither package nor VERSION--version check failed");
    if (call[1].is_undef()) vm.die("Invalid version format (non-numeric data)");
    Version wanted = version_of(vm, call[1]);
    if (wanted.compare(have) > 0) die_too_old(vm, package, wanted, have);
  }
  return stored.is_ref() ? Value::string(have.original) : stored;
}

// DynaLoader's own native half, which is there before the module is loaded.
Value boot_dynaloader(Call& call) {
  builtin::install_native_module(call.engine, *builtin::find_native_module("DynaLoader"));
  return Value::boolean(true);
}

}  // namespace

void install_universal(VM& vm) {
  vm.stash("UNIVERSAL", true)->vivified = true;
  define_native(vm, "UNIVERSAL::isa", universal_isa);
  define_native(vm, "UNIVERSAL::can", universal_can);
  define_native(vm, "UNIVERSAL::DOES", universal_does);
  define_native(vm, "UNIVERSAL::VERSION", universal_version);
  define_native(vm, "next::can", next_can);
  define_native(vm, "DynaLoader::boot_DynaLoader", boot_dynaloader);
}

}  // namespace perlipc
