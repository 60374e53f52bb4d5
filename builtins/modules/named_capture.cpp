// Tie::Hash::NamedCapture: what %+ and %- are tied to (perldoc perlvar, Tie::Hash::NamedCapture). An
// object is a reference to a number that says which of the two it is like.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

namespace perlipc::builtin {

namespace {

constexpr std::int64_t kOne = 256, kAll = 512;  // what perl's flags() gives

bool wants_all(Call& call) {
  const Value self = call[0];
  if (!self.is_ref() || self.o->type != Type::Scalar) die_usage(call, "$flags");
  const Value flags = static_cast<Scalar*>(self.o)->get();
  return flags.is_int() && flags.i == kAll;
}

Value capture_tiehash(Call& call) {
  if (call.count == 0) die_usage(call, "package, ...");
  bool all = false;
  for (std::size_t n = 1; n + 1 < call.count; n += 2)
    if (call.text(n) == "all") all = call.truth(n + 1);
  return bless_new(call.engine, Scalar::make(Value::integer(all ? kAll : kOne)), call.text(0));
}

Value capture_fetch(Call& call) {
  expect(call, 2, 2, "$key, $flags");
  return call.engine.named_capture(wants_all(call), Text(call.engine, call[1]).get());
}

Value capture_refuse(Call& call) {
  call.engine.die("Modification of a read-only value attempted");
  __builtin_unreachable();
}

Value capture_exists(Call& call) {
  expect(call, 2, 2, "$key, $flags");
  const Text name(call.engine, call[1]);
  for (const Value& known : call.engine.named_captures(wants_all(call)))
    if (equal_strings(known.s, name.get())) return yes_no(true);
  return yes_no(false);
}

// The name behind `last`, or the first one.
Value name_after(Call& call, const Value& last) {
  bool found = last.is_undef();
  const Text text(call.engine, last.is_undef() ? Value::string("") : last);
  for (const Value& known : call.engine.named_captures(wants_all(call))) {
    if (found) return known;
    found = equal_strings(known.s, text.get());
  }
  return {};
}
Value capture_firstkey(Call& call) { return name_after(call, Value()); }
Value capture_nextkey(Call& call) {
  expect(call, 2, 2, "$lastkey, $flags");
  return name_after(call, call[1]);
}

Value capture_scalar(Call& call) {
  const std::size_t count = call.engine.named_captures(wants_all(call)).size();
  return count == 0 ? Value() : Value::integer(static_cast<std::int64_t>(count));
}

Value capture_flags(Call& call) {
  if (call.want != Want::List) return Value::integer(kAll);
  for (const std::int64_t flags : {kOne, kAll}) call.push(Value::integer(flags));
  return call.list();
}

const NativeRow kFunctions[] = {
    {"CLEAR", capture_refuse, nullptr},      {"DELETE", capture_refuse, nullptr},
    {"EXISTS", capture_exists, nullptr},     {"FETCH", capture_fetch, nullptr},
    {"FIRSTKEY", capture_firstkey, nullptr}, {"NEXTKEY", capture_nextkey, nullptr},
    {"SCALAR", capture_scalar, nullptr},     {"STORE", capture_refuse, nullptr},
    {"TIEHASH", capture_tiehash, nullptr},   {"flags", capture_flags, nullptr},
};

}  // namespace

const NativeModule& named_capture_module() {
  static const NativeModule module{.package = "Tie::Hash::NamedCapture",
                                   .functions = kFunctions,
                                   .constants = {},
                                   .version = "0.13"};
  return module;
}

}  // namespace perlipc::builtin
