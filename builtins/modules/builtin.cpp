// The package builtin (perldoc builtin).
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

#include <cmath>
#include <set>

namespace perlipc::builtin {

namespace {

// Each place in the source is told once that a function is experimental, as a compiler would.
struct WarnedSites {
  explicit WarnedSites(Engine&) {}
  std::set<std::string> sites;
};

void enter(Call& call, std::size_t count, const char* arguments) {
  if (call.engine.warning_enabled(Warning::ExpBuiltin)) {
    const CallerInfo at = call.engine.caller_info();
    const std::string name(native_name(call));
    std::string site = std::string(at.file) + ":" + std::to_string(at.line) + ":" + name;
    if (call.engine.service<WarnedSites>().sites.insert(std::move(site)).second) {
      call.engine.warn(Warning::ExpBuiltin,
                       "Built-in function 'builtin::" + name + "' is experimental");
    }
  }
  expect(call, count, count, arguments);
}

// The place of the argument; what follows it sees the same variable.
Scalar* place_argument(Call& call) { return box_place(call.args[0]); }

Value builtin_true(Call& call) {
  enter(call, 0, "");
  return Value::boolean(true);
}
Value builtin_false(Call& call) {
  enter(call, 0, "");
  return Value::boolean(false);
}

Value builtin_is_bool(Call& call) {
  enter(call, 1, "arg");
  return yes_no(call[0].tag == kBool);
}

Value builtin_weaken(Call& call) {
  enter(call, 1, "arg");
  if (!call[0].is_ref()) call.engine.die("Can't weaken a nonreference");
  place_argument(call)->weaken();
  return {};
}
Value builtin_unweaken(Call& call) {
  enter(call, 1, "arg");
  place_argument(call)->unweaken();
  return {};
}
Value builtin_is_weak(Call& call) {
  enter(call, 1, "arg");
  Value* place = &call.args[0];
  if (place->tag == kSlotPtr) place = place->p;
  return yes_no(place->is_boxed() && (place->box->bits & Scalar::Weak));
}

Value builtin_blessed(Call& call) {
  enter(call, 1, "arg");
  const Value value = call[0];
  Stash* stash = value.is_ref() ? static_cast<Referent*>(value.o)->stash() : nullptr;
  return stash ? text_value(stash->name) : Value();
}
Value builtin_refaddr(Call& call) {
  enter(call, 1, "arg");
  const Value value = call[0];
  return value.is_ref()
             ? Value::integer(static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(value.o)))
             : Value();
}
Value builtin_reftype(Call& call) {
  enter(call, 1, "arg");
  const Value value = call[0];
  return value.is_ref() ? text_value(reference_type(value)) : Value();
}

Value builtin_created_as_string(Call& call) {
  enter(call, 1, "arg");
  return yes_no(call[0].is_string());
}
Value builtin_created_as_number(Call& call) {
  enter(call, 1, "arg");
  const Value value = call[0];
  return yes_no(value.tag == kInt || value.tag == kUInt || value.tag == kDouble);
}

Value builtin_ceil(Call& call) {
  enter(call, 1, "arg");
  return Value::number(std::ceil(call.number(0)));
}
Value builtin_floor(Call& call) {
  enter(call, 1, "arg");
  return Value::number(std::floor(call.number(0)));
}

bool is_space(std::uint32_t c) {
  return (c >= 9 && c <= 13) || c == ' ' || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
         c == 0x3000;
}

// White space of Unicode, whatever the form of the string.
Value builtin_trim(Call& call) {
  enter(call, 1, "arg");
  const Text text(call.engine, call[0]);
  const char* const begin = text.view().data();
  const char* const end = begin + text.size();
  const char *first = end, *last = begin;
  for (const char* at = begin; at < end;) {
    std::size_t length = 1;
    const std::uint32_t c =
        text.utf8() ? utf8_decode(at, end, &length) : static_cast<unsigned char>(*at);
    if (!is_space(c)) {
      first = std::min(first, at);
      last = at + length;
    }
    at += length;
  }
  if (first >= last) return Value::string("", text.utf8());
  return Value::string({first, static_cast<std::size_t>(last - first)}, text.utf8());
}

Value builtin_indexed(Call& call) {
  enter(call, call.count, "");
  if (call.want != Want::List) return Value::integer(static_cast<std::int64_t>(call.count) * 2);
  for (std::size_t i = 0; i < call.count; ++i) {
    call.push(Value::integer(static_cast<std::int64_t>(i)));
    call.push(call[i]);
  }
  return call.list();
}

Value builtin_import(Call& call) {
  const std::string into(call.engine.caller_info().package);
  for (std::size_t i = 1; i < call.count; ++i) {
    const std::string name = call.text(i);
    Glob* glob = name == "import" ? nullptr : call.engine.glob("builtin::" + name, false);
    if (!glob || !glob->code())
      call.engine.die("'" + name + "' is not recognised as a builtin function");
    Glob* target = call.engine.glob(into + "::" + name, true);
    target->set_code(glob->code());
    target->bits |= Glob::ImportedCode;
  }
  return {};
}

const NativeRow kFunctions[] = {
    {"blessed", builtin_blessed, nullptr},
    {"ceil", builtin_ceil, nullptr},
    {"created_as_number", builtin_created_as_number, nullptr},
    {"created_as_string", builtin_created_as_string, nullptr},
    {"false", builtin_false, ""},
    {"floor", builtin_floor, nullptr},
    {"import", builtin_import, nullptr},
    {"indexed", builtin_indexed, nullptr},
    {"is_bool", builtin_is_bool, nullptr},
    {"is_weak", builtin_is_weak, nullptr},
    {"refaddr", builtin_refaddr, nullptr},
    {"reftype", builtin_reftype, nullptr},
    {"trim", builtin_trim, nullptr},
    {"true", builtin_true, ""},
    {"unweaken", builtin_unweaken, nullptr},
    {"weaken", builtin_weaken, nullptr},
};

}  // namespace

const NativeModule& builtin_module() {
  static const NativeModule module{
      .package = "builtin", .functions = kFunctions, .constants = {}, .version = "0.014"};
  return module;
}

}  // namespace perlipc::builtin
