// Scalar::Util and Sub::Util (perldoc of both).
#include "builtins/io_handle.h"
#include "builtins/modules/native.h"

namespace perlipc::builtin {
namespace {
// The place behind argument n, or null for a value without one.
Value* place_argument(Call& call, std::size_t n) {
  Value& v = call.args[n];
  if (v.tag == kSlotPtr) return v.p;
  return v.is_boxed() ? &v : nullptr;
}

Value su_blessed(Call& call) {
  expect(call, 1, 1, "sv");
  Value v = call[0];
  if (!v.is_ref()) return {};
  Stash* stash = static_cast<Referent*>(v.o)->stash();
  if (stash) return Value::share(stash->name_string);
  return v.o->type == Type::Regex ? Value::string("Regexp") : Value();
}

Value su_reftype(Call& call) {
  expect(call, 1, 1, "sv");
  Value v = call[0];
  return v.is_ref() ? Value::string(reference_type(v)) : Value();
}

Value su_refaddr(Call& call) {
  expect(call, 1, 1, "sv");
  Value v = call[0];
  return v.is_ref() ? Value::unsigned_integer(reinterpret_cast<std::uintptr_t>(v.o)) : Value();
}

Value su_looks_like_number(Call& call) {
  expect(call, 1, 1, "sv");
  const Value value = call[0];
  Stash* stash = value.is_ref() ? static_cast<Referent*>(value.o)->stash() : nullptr;
  if (stash == nullptr) return Value::boolean(looks_like_number(value));
  // An object is what its conversion to a number gives (perldoc overload: the order of stand-ins).
  for (const char* name : {"(0+", "(\"\"", "(bool"}) {
    Code* code = call.engine.find_method(stash, name);
    if (code == nullptr) continue;
    const Value operands[] = {value, Value(), Value::boolean(false)};
    const std::vector<Value> result = call.engine.call(code, operands, Want::Scalar);
    return Value::boolean(!result.empty() && looks_like_number(result.back()));
  }
  return Value::boolean(looks_like_number(value));
}

Value su_dualvar(Call& call) {
  expect(call, 2, 2, "num, str");
  Value number = to_number_slow(call.engine, call.args[0]);
  return DualValue::make(std::move(number), Value::adopt(call.string(1)));
}

Value su_isdual(Call& call) {
  expect(call, 1, 1, "sv");
  return Value::boolean(call[0].tag == kDual);
}

Value su_isvstring(Call& call) {
  expect(call, 1, 1, "sv");
  Value v = call[0];
  return Value::boolean(v.tag == kStr && (v.spare & kVersionString));
}

Value su_readonly(Call& call) {
  expect(call, 1, 1, "sv");
  Value* place = place_argument(call, 0);
  if (!place) return Value::integer(0);  // a temporary
  return Value::integer(place->is_boxed() && (place->box->bits & Scalar::ReadOnly) ? 1 : 0);
}

// ---- weak references ---------------------------------------------------------------------------------

// The scalar of an argument that has to hold a reference.
Scalar* reference_holder(Call& call, const char* complaint) {
  Value v = call[0];
  if (!v.is_ref()) call.engine.die(complaint);
  Value* place = place_argument(call, 0);
  if (!place) return nullptr;  // a temporary: nobody will see what becomes of it
  Scalar* holder = box_place(*place);
  if (holder->bits & Scalar::ReadOnly)
    call.engine.die("Modification of a read-only value attempted");
  return holder;
}

Value su_weaken(Call& call) {
  expect(call, 1, 1, "sv");
  Scalar* holder = reference_holder(call, "Can't weaken a nonreference");
  if (!holder) return call.list();
  if (holder->bits & Scalar::Weak) call.engine.warn(Warning::Misc, "Reference is already weak");
  else holder->weaken();
  return call.list();
}

Value su_unweaken(Call& call) {
  expect(call, 1, 1, "sv");
  if (!call[0].is_ref()) return call.list();
  Scalar* holder = reference_holder(call, "Can't unweaken a nonreference");
  if (!holder) return call.list();
  if (holder->bits & Scalar::Weak) holder->unweaken();
  else call.engine.warn(Warning::Misc, "Reference is not weak");
  return call.list();
}

Value su_isweak(Call& call) {
  expect(call, 1, 1, "sv");
  Value* place = place_argument(call, 0);
  return Value::boolean(place && place->is_boxed() && (place->box->bits & Scalar::Weak));
}

Value su_tainted(Call& call) {
  expect(call, 1, 1, "sv");
  return Value::boolean((call[0].spare & kTainted) != 0);
}

Value su_openhandle(Call& call) {
  expect(call, 1, 1, "sv");
  Value v = call[0];
  bool names_handle =
      v.tag == kGlob || (v.is_ref() && (v.o->type == Type::Glob || v.o->type == Type::Handle));
  if (!names_handle) return {};
  Handle* handle = call.engine.handle_of(v, false);
  if (!handle || !handle->state) return {};
  auto* io = static_cast<IoHandle*>(handle->state.get());
  return io->is_open() || !io->tied.is_undef() ? v : Value();
}

// ---- code ----------------------------------------------------------------------------------------------

Value set_prototype_of(Call& call, const Value& target, const Value& prototype) {
  if (!target.is_ref()) call.engine.die("set_prototype: not a reference");
  if (target.o->type != Type::Code) call.engine.die("set_prototype: not a subroutine reference");
  auto* code = static_cast<Code*>(target.o);
  if (prototype.is_undef()) {
    code->prototype.clear();
    code->bits &= static_cast<std::uint8_t>(~Code::HasPrototype);
  } else {
    Text text(call.engine, prototype);
    code->prototype = std::string(text.view());
    code->bits |= Code::HasPrototype;
  }
  return target;
}

Value su_set_prototype(Call& call) {
  expect(call, 2, 2, "proto, code");
  return set_prototype_of(call, call[0], call[1]);
}
Value sub_set_prototype(Call& call) {
  expect(call, 2, 2, "proto, code");
  return set_prototype_of(call, call[1], call[0]);
}

Code* code_argument(Call& call, std::size_t n) {
  Value v = call[n];
  if (v.is_ref() && v.o->type == Type::Code) return static_cast<Code*>(v.o);
  call.engine.die("Not a subroutine reference");
  return nullptr;
}

Value sub_prototype(Call& call) {
  expect(call, 1, 1, "code");
  Code* code = code_argument(call, 0);
  return code->bits & Code::HasPrototype ? Value::string(code->prototype) : Value();
}

Value sub_subname(Call& call) {
  expect(call, 1, 1, "code");
  Code* code = code_argument(call, 0);
  if (code->name_glob) return Value::string(code->name_glob->full_name());
  return Value::string((code->home ? code->home->name : "main") + "::__ANON__");
}

// Globs that only give a name to a sub. Subs do not own their name, so the interpreter does.
struct SubNames {
  explicit SubNames(Engine&) {}
  std::vector<Value> globs;
};

Value sub_set_subname(Call& call) {
  expect(call, 2, 2, "name, sub");
  Text name(call.string(0));
  Code* code = code_argument(call, 1);
  std::string_view text = name.view();
  std::size_t at = text.rfind("::");
  std::string package(at == std::string_view::npos ? call.engine.caller_info().package
                                                   : text.substr(0, at));
  String* last =
      String::make(at == std::string_view::npos ? text : text.substr(at + 2), name.utf8());
  Glob* glob = Glob::make(call.engine.stash(package, true), last);
  last->release();
  call.engine.service<SubNames>().globs.push_back(Value::raw_object(glob, kGlob));
  code->name_glob = glob;
  return call[1];
}
}  // namespace

const NativeModule& scalar_util_module() {
  static constexpr NativeRow functions[] = {
      {"blessed", su_blessed, "$"},       {"reftype", su_reftype, "$"},
      {"refaddr", su_refaddr, "$"},       {"looks_like_number", su_looks_like_number, "$"},
      {"dualvar", su_dualvar, "$$"},      {"isdual", su_isdual, "$"},
      {"isvstring", su_isvstring, "$"},   {"readonly", su_readonly, "$"},
      {"weaken", su_weaken, "$"},         {"unweaken", su_unweaken, "$"},
      {"isweak", su_isweak, "$"},         {"tainted", su_tainted, "$"},
      {"openhandle", su_openhandle, "$"}, {"set_prototype", su_set_prototype, "&$"}};
  static const NativeModule module = {
      .package = "Scalar::Util",
      .functions = functions,
      .constants = {},
      .optional_exports = "blessed refaddr reftype weaken unweaken isweak dualvar isdual isvstring "
                          "looks_like_number openhandle readonly set_prototype tainted",
      .version = "1.62"};
  return module;
}

const NativeModule& sub_util_module() {
  static constexpr NativeRow functions[] = {{"prototype", sub_prototype, nullptr},
                                            {"set_prototype", sub_set_prototype, nullptr},
                                            {"subname", sub_subname, nullptr},
                                            {"set_subname", sub_set_subname, nullptr}};
  static const NativeModule module = {.package = "Sub::Util",
                                      .functions = functions,
                                      .constants = {},
                                      .optional_exports =
                                          "prototype set_prototype subname set_subname",
                                      .version = "1.62"};
  return module;
}

}  // namespace perlipc::builtin
