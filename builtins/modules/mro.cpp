// mro (perldoc mro): method resolution orders.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

#include <algorithm>
#include <set>

namespace perlipc::builtin {

namespace {

bool is_c3(Call& call, const std::string& type) {
  if (type != "c3" && type != "dfs") call.engine.die("Invalid mro name: '" + type + "'");
  return type == "c3";
}

void set_order(Call& call, Stash* stash, bool c3) {
  stash->use_c3 = c3;
  stash->isa_valid = false;
  ++call.engine.method_generation();
}

// `use mro 'c3'` is for the package it stands in.
Value mro_import(Call& call) {
  const std::string type = call.has(1) ? call.text(1) : "dfs";
  set_order(call, call.engine.stash(call.engine.caller_info().package, true), is_c3(call, type));
  return {};
}

Value mro_get_linear_isa(Call& call) {
  expect(call, 1, 2, "classname [, type ]");
  Array* order = Array::make();
  Value result = Value::adopt_ref(order);
  Stash* stash = call.engine.stash(call.text(0), false);
  if (!stash) {
    order->push(call[0]);
    return result;
  }
  const bool before = stash->use_c3;
  const bool wanted = call.has(1) ? is_c3(call, call.text(1)) : before;
  struct Order {  // back to the class's own one, even when its hierarchy is refused
    Stash* stash;
    bool before;
    bool other;
    ~Order() {
      stash->use_c3 = before;
      if (other) stash->isa_valid = false;
    }
  } keep{stash, before, wanted != before};
  if (keep.other) stash->use_c3 = wanted, stash->isa_valid = false;
  for (Stash* ancestor : call.engine.linear_isa(stash)) order->push(text_value(ancestor->name));
  return result;
}

Value mro_set_mro(Call& call) {
  expect(call, 2, 2, "classname, type");
  set_order(call, call.engine.stash(call.text(0), true), is_c3(call, call.text(1)));
  return {};
}

Value mro_get_mro(Call& call) {
  expect(call, 1, 1, "classname");
  const Stash* stash = call.engine.stash(call.text(0), false);
  return text_value(stash && stash->use_c3 ? "c3" : "dfs");
}

// Calls visit(Stash*) for every package below `stash`.
template <class Visit> void walk_packages(Stash* stash, std::set<Stash*>& seen, Visit&& visit) {
  if (!seen.insert(stash).second) return;
  visit(stash);
  std::size_t position = 0;
  while (Hash::Entry* entry = stash->next(position)) {
    if (!entry->key->view().ends_with("::") || !entry->value.is_glob()) continue;
    Hash* inner = static_cast<Glob*>(entry->value.o)->body->hash;
    if (inner && (inner->bits & Hash::IsStash))
      walk_packages(static_cast<Stash*>(inner), seen, visit);
  }
}

// Whether package is a parent of stash, near or far, also where no order of them can be made.
bool inherits(Engine& engine, Stash* stash, const std::string& package, int depth) {
  constexpr int kDeepest = 100;
  Glob* isa = depth < kDeepest ? stash->glob("ISA", false) : nullptr;
  if (!isa || !isa->body->array) return false;
  for (Value& item : *isa->body->array) {
    const Text name(engine, rvalue(item));
    if (name.view() == package) return true;
    Stash* parent = engine.stash(name.view(), false);
    if (parent && inherits(engine, parent, package, depth + 1)) return true;
  }
  return false;
}

std::vector<Stash*> derived_from(Call& call, const std::string& package) {
  std::vector<Stash*> derived;
  std::set<Stash*> seen;
  walk_packages(call.engine.stash("main", true), seen, [&](Stash* stash) {
    if (stash->name == package) return;
    if (inherits(call.engine, stash, package, 0)) derived.push_back(stash);
  });
  return derived;
}

Value mro_get_isarev(Call& call) {
  expect(call, 1, 1, "classname");
  Array* names = Array::make();
  for (const Stash* stash : derived_from(call, call.text(0))) names->push(text_value(stash->name));
  return Value::adopt_ref(names);
}

Value mro_is_universal(Call& call) {
  expect(call, 1, 1, "classname");
  const std::string name = call.text(0);
  for (const Stash* ancestor : call.engine.linear_isa(call.engine.stash("UNIVERSAL", true))) {
    if (ancestor->name == name) return yes_no(true);
  }
  return yes_no(false);
}

Value mro_method_changed_in(Call& call) {
  expect(call, 1, 1, "classname");
  const std::string name = call.text(0);
  if (!call.engine.stash(name, false)) call.engine.die("No such class: '" + name + "'!");
  ++call.engine.method_generation();
  return {};
}

Value mro_invalidate_all(Call& call) {
  expect(call, 0, 0, "");
  ++call.engine.method_generation();
  return {};
}

Value mro_get_pkg_gen(Call& call) {
  expect(call, 1, 1, "classname");
  const bool exists = call.engine.stash(call.text(0), false) != nullptr;
  return Value::integer(exists ? static_cast<std::int64_t>(call.engine.method_generation()) : 0);
}

const NativeRow kFunctions[] = {
    {"get_isarev", mro_get_isarev, "$"},
    {"get_linear_isa", mro_get_linear_isa, "$;$"},
    {"get_mro", mro_get_mro, "$"},
    {"get_pkg_gen", mro_get_pkg_gen, "$"},
    {"import", mro_import, nullptr},
    {"invalidate_all_method_caches", mro_invalidate_all, ""},
    {"is_universal", mro_is_universal, "$"},
    {"method_changed_in", mro_method_changed_in, "$"},
    {"set_mro", mro_set_mro, "$$"},
};

}  // namespace

const NativeModule& mro_module() {
  static const NativeModule module{
      .package = "mro", .functions = kFunctions, .constants = {}, .version = "1.26"};
  return module;
}

}  // namespace perlipc::builtin
