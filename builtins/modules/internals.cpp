// The packages every program has: utf8, Internals, PerlIO, and the functions of re (their perldoc pages).
#include "builtins/io_handle.h"
#include "builtins/malformed_utf8.h"
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"
#include "interp/value/restricted.h"

namespace perlipc::builtin {

namespace {

// --- utf8 ---------------------------------------------------------------------------------------

Value utf8_is_utf8(Call& call) {
  expect(call, 1, 1, "sv");
  const Value value = call[0];
  return yes_no(value.is_string() && value.s->utf8());
}

Value utf8_valid_text(Call& call) {
  expect(call, 1, 1, "sv");
  const Text text(call.engine, call[0]);
  return yes_no(!text.utf8() || first_malformed(text.view()) == std::string_view::npos);
}

bool read_only(const Value& place) {
  const Value* q = place.tag == kSlotPtr ? place.p : &place;
  return q->is_boxed() && (q->box->bits & Scalar::ReadOnly) != 0;
}

// Stays as it is when undefined; gives the length in bytes.
Value utf8_upgrade(Call& call) {
  expect(call, 1, 1, "sv");
  if (!call.defined(0)) return Value::integer(0);
  const Text text(call.engine, call[0]);
  if (text.utf8()) return Value::integer(static_cast<std::int64_t>(text.size()));
  String* wide = upgrade(text.get());
  const auto size = static_cast<std::int64_t>(wide->length);
  Value upgraded = Value::adopt(wide);
  // The form of a constant's text is nothing that a script can see change.
  if (!read_only(call.args[0])) call.engine.recode(call.args[0], upgraded);
  return Value::integer(size);
}

Value utf8_downgrade(Call& call) {
  expect(call, 1, 2, "sv, failok=0");
  if (!call.defined(0)) return yes_no(true);
  const Text text(call.engine, call[0]);
  if (!text.utf8()) return yes_no(true);
  String* bytes = downgrade(text.get());
  if (!bytes) {
    if (!call.truth(1)) call.engine.die("Wide character in subroutine entry");
    return yes_no(false);
  }
  call.engine.recode(call.args[0], Value::adopt(bytes));
  return yes_no(true);
}

Value utf8_encode_text(Call& call) {
  expect(call, 1, 1, "sv");
  const Text text(call.engine, call[0]);
  const Text wide(upgrade(text.get()));
  call.assign(0, Value::string(wide.view()));
  return no_value(call);
}

// Turns bytes that are valid UTF-8 into characters; false when they are not.
Value utf8_decode_text(Call& call) {
  expect(call, 1, 1, "sv");
  if (read_only(call.args[0])) call.engine.die("Modification of a read-only value attempted");
  if (!call.defined(0)) return yes_no(false);
  const Text text(call.engine, call[0]);
  const Text bytes(text.utf8() ? downgrade(text.get()) : String::make(text.view()));
  if (!bytes.get() || first_malformed(bytes.view()) != std::string_view::npos) return yes_no(false);
  const bool wide = utf8_length(bytes.view()) != bytes.size();
  call.assign(0, Value::string(bytes.view(), wide));
  return yes_no(true);
}

Value same_number(Call& call) {
  expect(call, 1, 1, "sv");
  return Value::integer(call.integer(0));
}

const NativeRow kUtf8Functions[] = {
    {"decode", utf8_decode_text, nullptr},       {"downgrade", utf8_downgrade, nullptr},
    {"encode", utf8_encode_text, nullptr},       {"is_utf8", utf8_is_utf8, nullptr},
    {"native_to_unicode", same_number, nullptr}, {"unicode_to_native", same_number, nullptr},
    {"upgrade", utf8_upgrade, nullptr},          {"valid", utf8_valid_text, nullptr},
};

// --- Internals ----------------------------------------------------------------------------------

Referent* referent_argument(Call& call, const char* arguments) {
  const Value ref = call[0];
  if (!ref.is_ref()) die_usage(call, arguments);
  return static_cast<Referent*>(ref.o);
}

static_assert(static_cast<int>(Scalar::ReadOnly) == static_cast<int>(Array::ReadOnly) &&
              static_cast<int>(Scalar::ReadOnly) == static_cast<int>(Hash::ReadOnly));

Value internals_readonly(Call& call) {
  expect(call, 1, 2, "SCALAR[, ON]");
  Referent* object = referent_argument(call, "SCALAR[, ON]");
  if (call.has(1)) {
    if (call.truth(1)) object->bits |= Scalar::ReadOnly;
    else if (object->bits & Scalar::ReadOnly) {
      object->bits &= static_cast<std::uint8_t>(~Scalar::ReadOnly);
      if (object->type == Type::Hash) restricted::forget(static_cast<Hash*>(object));
    }
  }
  return yes_no(object->bits & Scalar::ReadOnly);
}

// The reference we were given does not count.
Value internals_refcnt(Call& call) {
  expect(call, 1, 2, "SCALAR[, REFCOUNT]");
  Referent* object = referent_argument(call, "SCALAR[, REFCOUNT]");
  return Value::integer(static_cast<std::int64_t>(object->refs) - 1);
}

Value internals_clear_placeholders(Call& call) {
  const Value ref = call[0];
  if (ref.is_ref() && ref.o->type == Type::Hash) restricted::forget(static_cast<Hash*>(ref.o));
  return {};
}

const NativeRow kInternalsFunctions[] = {
    {"SvREADONLY", internals_readonly, "\\[$%@];$"},
    {"SvREFCNT", internals_refcnt, "\\[$%@];$"},
    {"hv_clear_placeholders", internals_clear_placeholders, "\\%"},
};

// --- PerlIO -------------------------------------------------------------------------------------

Value perlio_get_layers(Call& call) {
  if (call.count < 1) die_usage(call, "filehandle[,args]");
  const HandleArg arg = handle_arg(call, 0);
  if (arg.handle) {
    for (const std::string& layer : handle_layers(arg.handle)) call.push(text_value(layer));
  }
  return call.list();
}

const NativeRow kPerlioFunctions[] = {{"get_layers", perlio_get_layers, "*;@"}};

// --- re -----------------------------------------------------------------------------------------

bool is_regex(const Value& value) { return value.is_ref() && value.o->type == Type::Regex; }

Value re_is_regexp(Call& call) {
  expect(call, 1, 1, "sv");
  return yes_no(is_regex(call[0]));
}

// The text of a pattern is "(?^FLAGS:PATTERN)"; list context takes it apart.
Value re_regexp_pattern(Call& call) {
  expect(call, 1, 1, "sv");
  const Value value = call[0];
  if (!is_regex(value)) return call.want == Want::List ? call.list() : yes_no(false);
  const Text text(call.engine, value);
  if (call.want != Want::List) return Value::share(text.get());
  const std::string_view whole = text.view();
  const std::size_t colon = whole.find(':');
  if (!whole.starts_with("(?^") || colon == whole.npos) {
    call.push(Value::share(text.get()));
    call.push(text_value(""));
    return call.list();
  }
  std::string_view pattern = whole.substr(colon + 1, whole.size() - colon - 2);
  // A pattern that ends in a comment carries a newline before the closing parenthesis.
  if (pattern.ends_with('\n') && whole.substr(0, colon).find('x') != whole.npos)
    pattern.remove_suffix(1);
  std::string flags(whole.substr(3, colon - 3));
  std::erase(flags, '^');
  // Character set letters come last.
  if (const std::size_t u = flags.find('u'); u != flags.npos) flags.erase(u, 1), flags += 'u';
  call.push(Value::string(pattern, text.utf8()));
  call.push(text_value(flags));
  return call.list();
}

Value re_regname(Call& call) {
  expect(call, 1, 2, "name, ...");
  return call.engine.named_capture(call.truth(1), Text(call.engine, call[0]).get());
}

Value re_regnames(Call& call) {
  expect(call, 0, 1, "...");
  for (Value& name : call.engine.named_captures(call.truth(0))) call.push(std::move(name));
  return call.list();
}

Value re_regnames_count(Call& call) {
  return Value::integer(static_cast<std::int64_t>(call.engine.named_captures(true).size()));
}

const NativeRow kReFunctions[] = {
    {"is_regexp", re_is_regexp, "$"},
    {"regnames", re_regnames, ";$"},
    {"regnames_count", re_regnames_count, ""},
    {"regexp_pattern", re_regexp_pattern, "$"},
    {"regname", re_regname, ";$$"},
};

}  // namespace

const NativeModule& utf8_module() {
  static const NativeModule module{
      .package = "utf8", .functions = kUtf8Functions, .constants = {}, .version = "1.24"};
  return module;
}

const NativeModule& internals_module() {
  static const NativeModule module{
      .package = "Internals", .functions = kInternalsFunctions, .constants = {}};
  return module;
}

const NativeModule& perlio_module() {
  static const NativeModule module{
      .package = "PerlIO", .functions = kPerlioFunctions, .constants = {}};
  return module;
}

const NativeModule& re_module() {
  static const NativeModule module{.package = "re",
                                   .functions = kReFunctions,
                                   .constants = {},
                                   .optional_exports =
                                       "is_regexp regexp_pattern regname regnames regnames_count",
                                   .version = "0.43"};
  return module;
}

}  // namespace perlipc::builtin
