// attributes (perldoc attributes): what `sub name : attribute` and `my $x : attribute` stand for.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

namespace perlipc::builtin {

namespace {

// Applies the attributes subs know by themselves; false for others. A leading "-" takes one away.
bool apply_to_code(Code* code, std::string_view attribute) {
  const bool off = attribute.starts_with('-');
  if (off) attribute.remove_prefix(1);
  if (attribute.starts_with("prototype(") && attribute.ends_with(')') && !off) {
    code->prototype = attribute.substr(10, attribute.size() - 11);
    code->bits |= Code::HasPrototype;
    return true;
  }
  const int bit = attribute == "lvalue" ? Code::Lvalue : attribute == "method" ? Code::Method : 0;
  if (bit == 0) return attribute == "const";
  code->bits = static_cast<std::uint8_t>(off ? code->bits & ~bit : code->bits | bit);
  return true;
}

// perldiag "%s package attribute may clash with future reserved word: %s".
void warn_reserved(Call& call, const std::string& type, const std::vector<Value>& attributes) {
  std::string names;
  int count = 0;
  for (const Value& value : attributes) {
    const Text text(call.engine, value);
    const std::string_view name = text.view();
    if (name.empty() || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != name.npos) continue;
    names += (count++ ? " : " : "") + std::string(name);
  }
  if (count == 0) return;
  call.engine.warn(Warning::Reserved, type + " package attribute" + (count > 1 ? "s" : "") +
                                          " may clash with future reserved word" +
                                          (count > 1 ? "s" : "") + ": " + names);
}

// (package, reference, attributes...): those that are not built in go to package->MODIFY_type_ATTRIBUTES.
Value attributes_import(Call& call) {
  if (call.count < 2) return {};
  const Value reference = call[2];
  if (!reference.is_ref()) call.engine.die("Usage: use attributes Package, \\ref, list");
  const std::string type = reference_type(reference);
  std::vector<Value> rest;
  for (std::size_t i = 3; i < call.count; ++i) {
    const bool known = reference.o->type == Type::Code &&
                       apply_to_code(static_cast<Code*>(reference.o), call.text(i));
    if (!known) rest.push_back(call[i]);
  }
  if (rest.empty()) return {};
  Stash* stash = call.engine.stash(call.text(1), true);
  if (Code* modify = call.engine.find_method(stash, "MODIFY_" + type + "_ATTRIBUTES")) {
    std::vector<Value> arguments{call[1], reference};
    arguments.insert(arguments.end(), rest.begin(), rest.end());
    std::vector<Value> refused = call.engine.call(modify, arguments, Want::List);
    if (refused.empty()) warn_reserved(call, type, rest);
    rest = std::move(refused);
  }
  if (rest.empty()) return {};
  call.engine.require_file("Carp.pm");  // perl's dies with it: the numbers of string evals show it
  std::string names;
  for (const Value& name : rest) {
    const Text text(call.engine, name);
    names += (names.empty() ? "" : " : ") + std::string(text.view());
  }
  call.engine.die("Invalid " + type + " attribute" + (rest.size() > 1 ? "s" : "") + ": " + names);
  return {};
}

Value attributes_get(Call& call) {
  const Value reference = call[0];
  if (call.count != 1 || !reference.is_ref()) call.engine.die("Usage: attributes::get $ref");
  if (reference.o->type == Type::Code) {
    const Code* code = static_cast<Code*>(reference.o);
    if (code->bits & Code::Lvalue) call.push(text_value("lvalue"));
    if (code->bits & Code::Method) call.push(text_value("method"));
  }
  Stash* stash = static_cast<Referent*>(reference.o)->stash();
  if (!stash) stash = call.engine.current_package();
  const std::string method = "FETCH_" + std::string(reference_type(reference)) + "_ATTRIBUTES";
  if (Code* fetch = call.engine.find_method(stash, method)) {
    const std::vector<Value> arguments{text_value(stash->name), reference};
    for (Value& name : call.engine.call(fetch, arguments, Want::List)) call.push(std::move(name));
  }
  return call.list();
}

Value attributes_reftype(Call& call) {
  expect(call, 1, 1, "$reference");
  const Value value = call[0];
  return value.is_ref() ? text_value(reference_type(value)) : Value();
}

// Behind `sub : const {...}`: a sub that gives what this one gives now.
Value attributes_constant(Call& call) {
  const Value reference = call[0];
  const auto* code = static_cast<Code*>(reference.o);
  const std::vector<Value> values =
      call.engine.call(static_cast<Code*>(reference.o), {}, Want::List);
  if (values.size() != 1)
    call.engine.die("sub : const with a list of values is not supported by perlipc");
  Code* constant = Code::make();
  constant->constant = values[0];
  constant->prototype = code->prototype;
  constant->home = code->home;
  constant->bits = static_cast<std::uint8_t>(code->bits | Code::Const);
  return Value::adopt_ref(constant);
}

const NativeRow kFunctions[] = {
    {"_constant", attributes_constant, nullptr},
    {"get", attributes_get, "$"},
    {"import", attributes_import, nullptr},
    {"reftype", attributes_reftype, "$"},
};

}  // namespace

const NativeModule& attributes_module() {
  static const NativeModule module{
      .package = "attributes", .functions = kFunctions, .constants = {}, .version = "0.34"};
  return module;
}

}  // namespace perlipc::builtin
