// The native half of Encode (perldoc Encode): its functions. Names, aliases and objects written in Perl are
// the business of its Perl half, which comes with the installed perl.
#include "builtins/modules/encode.h"
#include "builtins/modules/registry.h"

namespace perlipc::builtin {

namespace {

const NativeConstant kConstants[] = {
    {"DIE_ON_ERR", DieOnErr},
    {"FB_CROAK", DieOnErr},
    {"FB_DEFAULT", 0},
    {"FB_HTMLCREF", HtmlCref | LeaveSrc},
    {"FB_PERLQQ", PerlQq | LeaveSrc},
    {"FB_QUIET", ReturnOnErr},
    {"FB_WARN", ReturnOnErr | WarnOnErr},
    {"FB_XMLCREF", XmlCref | LeaveSrc},
    {"HTMLCREF", HtmlCref},
    {"LEAVE_SRC", LeaveSrc},
    {"ONLY_PRAGMA_WARNINGS", OnlyPragmaWarnings},
    {"PERLQQ", PerlQq},
    {"RETURN_ON_ERR", ReturnOnErr},
    {"STOP_AT_PARTIAL", StopAtPartial},
    {"WARN_ON_ERR", WarnOnErr},
    {"XMLCREF", XmlCref},
};

// --- encodings by name --------------------------------------------------------------------------

// An object given as such, one that is defined by that very name, or what the Perl half finds.
Value find_object(Call& call, std::size_t n) {
  const Value name = call[n];
  if (name.is_ref() && static_cast<Referent*>(name.o)->stash()) return name;
  const Text text(call.engine, name);
  Glob* defined = call.engine.glob("Encode::Encoding", true);
  if (const Value* object = defined->hash()->find(text.view(), text.utf8())) return rvalue(*object);
  Code* find = call.engine.glob("Encode::find_encoding", true)->code();
  return find ? call.engine.call_scalar(find, {&name, 1}) : Value();
}

Value require_object(Call& call, std::size_t n) {
  if (!call.defined(n)) call.engine.die("Encoding name should not be undef");
  Value object = find_object(call, n);
  if (object.is_undef()) call.engine.die("Unknown encoding '" + call.text(n) + "'");
  return object;
}

// Converts argument n in a way that leaves it alone unless CHECK says otherwise.
Value convert_argument(Call& call, const Value& object, bool encoding, std::size_t n,
                       const Value& check) {
  if (!call.defined(n)) return {};
  Value result;
  if (convert_by_object(call, object, encoding, n, check, result)) return result;
  const EncodePolicy policy = encode_policy(call.engine, check);
  check_source(call, n, policy);
  Value source = call[n];
  Value place = Value::adopt_boxed(Scalar::make(source));
  const Value arguments[] = {place, check.is_undef() ? Value::integer(0) : check};
  std::vector<Value> results =
      call.engine.call_method(object, encoding ? "encode" : "decode", arguments, Want::Scalar);
  if (consumes_source(policy)) call.assign(n, rvalue(place));
  return results.empty() ? Value() : rvalue(results[0]);
}

template <bool Encoding> Value convert(Call& call) {
  expect(call, 2, 3,
         Encoding ? "encoding, string, check = NULL" : "encoding, octets, check = NULL");
  const Value object = require_object(call, 0);
  return convert_argument(call, object, Encoding, 1, call[2]);
}

// --- functions ----------------------------------------------------------------------------------

Value encode_utf8_text(Call& call) {
  expect(call, 1, 1, "string");
  const std::unique_ptr<Codec> codec = make_codec("utf8");
  return encode_argument(call, 0, {*codec, "utf8", Wording::Utf8}, {});
}
Value decode_utf8_text(Call& call) {
  expect(call, 1, 2, "octets, check = NULL");
  const std::unique_ptr<Codec> codec = make_codec("utf8");
  return decode_argument(call, 0, {*codec, "utf8", Wording::Utf8}, call[1]);
}

// In place; the length in bytes, undef on failure.
Value encode_from_to(Call& call) {
  expect(call, 3, 4, "octets, from, to, check = NULL");
  const Value from = require_object(call, 1), to = require_object(call, 2);
  if (!call.defined(0)) return {};
  Value work[] = {Value::adopt_boxed(Scalar::make(text_value(source_bytes(call, 0)))),
                  Value::adopt_boxed(Scalar::make())};
  Call inner{call.engine, work, 2, Want::Scalar, 0, call.code, false, call.results};
  inner.assign(1, convert_argument(inner, from, false, 0, {}));
  const Value bytes = convert_argument(inner, to, true, 1, call[3]);
  const EncodePolicy policy = encode_policy(call.engine, call[3]);
  const bool rest = (policy.flags & ReturnOnErr) && Text(call.engine, inner[1]).size() > 0;
  if (bytes.is_undef() || (rest && !(policy.flags & LeaveSrc))) {
    if (!bytes.is_undef()) call.assign(0, bytes);
    return {};
  }
  call.assign(0, bytes);
  return Value::integer(static_cast<std::int64_t>(Text(call.engine, bytes).size()));
}

Value encode_is_utf8(Call& call) {
  expect(call, 1, 2, "sv, check = 0");
  const Value value = call[0];
  if (!value.is_string() || !value.s->utf8()) return yes_no(false);
  return yes_no(!call.truth(1) || utf8_valid(value.s->view()));
}

// Changes the flag without looking at the bytes; the old one, undef for what is no string.
template <bool On> Value encode_set_flag(Call& call) {
  expect(call, 1, 1, "sv");
  const Value value = call[0];
  if (!value.is_string()) return {};
  const bool before = value.s->utf8();
  call.assign(0, Value::string(value.s->view(), On));
  return yes_no(before);
}

Value encode_on_boot(Call& call) {
  define_table_encodings(call.engine, "ascii ascii-ctrl iso-8859-1 null cp1252");
  return no_value(call);
}

const NativeRow kFunctions[] = {
    {"_utf8_off", encode_set_flag<false>, "$"}, {"_utf8_on", encode_set_flag<true>, "$"},
    {"bytes2str", convert<false>, "$$;$"},      {"decode", convert<false>, "$$;$"},
    {"decode_utf8", decode_utf8_text, "$;$"},   {"encode", convert<true>, "$$;$"},
    {"encode_utf8", encode_utf8_text, "$"},     {"from_to", encode_from_to, "$$$;$"},
    {"is_utf8", encode_is_utf8, "$;$"},         {"onBOOT", encode_on_boot, ""},
    {"str2bytes", convert<true>, "$$;$"},
};

std::vector<NativeRow> all_functions() {
  std::vector<NativeRow> rows(std::begin(kFunctions), std::end(kFunctions));
  const std::span<const NativeRow> methods = encode_object_functions();
  rows.insert(rows.end(), methods.begin(), methods.end());
  return rows;
}

}  // namespace

const NativeModule& encode_module() {
  static const std::vector<NativeRow> functions = all_functions();
  static const NativeModule module{
      .package = "Encode", .functions = functions, .constants = kConstants};
  return module;
}

}  // namespace perlipc::builtin
