// Encodings as objects: Encode::XS (the tables), Encode::utf8, Encode::Unicode (UTF-16 and its like), and the
// modules that define them.
#include "builtins/modules/encode.h"
#include "builtins/modules/registry.h"

namespace perlipc::builtin {

namespace {

// --- what an object stands for ------------------------------------------------------------------

std::string_view class_of(const Value& object) {
  if (!object.is_ref()) return {};
  const Stash* stash = static_cast<Referent*>(object.o)->stash();
  return stash ? std::string_view(stash->name) : std::string_view();
}

Value field(const Value& object, std::string_view key) {
  if (!object.is_ref() || object.o->type != Type::Hash) return {};
  const Value* place = static_cast<Hash*>(object.o)->find(key);
  return place ? rvalue(*place) : Value();
}

void set_field(const Value& object, std::string_view key, Value value) {
  if (object.is_ref() && object.o->type == Type::Hash)
    static_cast<Hash*>(object.o)->fetch(key) = std::move(value);
}

std::string text_of(Engine& engine, const Value& value) {
  return value.is_undef() ? std::string() : std::string(Text(engine, value).view());
}

// The name of an Encode::XS object is its text.
std::string table_name(Call& call) {
  const Value object = call[0];
  if (!object.is_ref() || object.o->type != Type::Scalar) return {};
  return text_of(call.engine, static_cast<Scalar*>(object.o)->value);
}

// --- Encode::XS ---------------------------------------------------------------------------------

constexpr const char* kXsUsage = "obj, src, check_sv = &PL_sv_no";

std::unique_ptr<Codec> table_codec(Call& call, const std::string& name) {
  std::unique_ptr<Codec> codec = make_codec(name);
  if (!codec) call.engine.die("obj is not of type Encode::XS");
  return codec;
}

template <bool Encoding_> Value table_convert(Call& call) {
  expect(call, 2, 3, kXsUsage);
  const std::string name = table_name(call);
  const std::unique_ptr<Codec> codec = table_codec(call, name);
  const Encoding encoding{*codec, name};
  return Encoding_ ? encode_argument(call, 1, encoding, call[2])
                   : decode_argument(call, 1, encoding, call[2]);
}

// (obj, dst, src, off, term): appends what is decoded from `off` up to and with the terminator.
Value table_cat_decode(Call& call) {
  expect(call, 5, 6, "obj, dst, src, off, term, check_sv = &PL_sv_no");
  const std::string name = table_name(call);
  const std::unique_ptr<Codec> codec = table_codec(call, name);
  const std::string bytes = source_bytes(call, 2);
  const std::string end = call.text(4);
  const auto start = static_cast<std::size_t>(std::max<std::int64_t>(call.integer(3), 0));
  std::string text;
  std::size_t used = std::min(start, bytes.size());
  bool found = false;
  while (used < bytes.size() && !found) {
    const Codec::Decoded next = codec->decode(std::string_view(bytes).substr(used));
    if (!next.character) break;
    char buffer[8];
    text.append(buffer, utf8_encode(*next.character, buffer));
    used += next.length;
    found = !end.empty() && text.ends_with(end);
  }
  const Text before(call.engine, call[1]);
  String* joined = String::make(before.view(), before.utf8());
  joined = append(joined, text, true);
  call.assign(1, Value::adopt(joined));
  call.assign(3, Value::integer(static_cast<std::int64_t>(used)));
  return yes_no(found);
}

Value table_get_name(Call& call) {
  expect(call, 1, 1, "obj");
  return text_value(table_name(call));
}
Value table_mime_name(Call& call) {
  expect(call, 1, 1, "obj");
  call.engine.require_file("Encode/MIME/Name.pm");
  Code* lookup = call.engine.glob("Encode::MIME::Name::get_mime_name", true)->code();
  const Value name = text_value(table_name(call));
  return lookup ? call.engine.call_scalar(lookup, {&name, 1}) : Value();
}
Value table_self(Call& call) {
  expect(call, 1, 1, "obj");
  return call[0];
}
Value table_renewed(Call& call) {
  expect(call, 1, 1, "obj");
  return Value::integer(0);
}
Value table_needs_lines(Call& call) {
  expect(call, 1, 1, "obj");
  return yes_no(false);
}
Value table_perlio_ok(Call& call) {
  expect(call, 1, 1, "obj");
  return yes_no(true);
}

// --- Encode::utf8 -------------------------------------------------------------------------------

template <bool Encoding_> Value utf8_convert(Call& call) {
  expect(call, 2, 3, kXsUsage);
  const bool strict = to_bool(call.engine, field(call[0], "strict_utf8"));
  const std::unique_ptr<Codec> codec = make_codec(strict ? "utf-8-strict" : "utf8");
  const Encoding encoding{*codec, strict ? "UTF-8" : "utf8", Wording::Utf8};
  return Encoding_ ? encode_argument(call, 1, encoding, call[2])
                   : decode_argument(call, 1, encoding, call[2]);
}

// --- Encode::Unicode ----------------------------------------------------------------------------

struct WideForm {
  std::size_t unit;
  bool little_endian;
  bool by_mark;  // the order is what the byte order mark says
};

WideForm wide_form(Engine& engine, const Value& object) {
  const std::string endian = text_of(engine, field(object, "endian"));
  return {static_cast<std::size_t>(to_int(engine, field(object, "size")) == 4 ? 4 : 2),
          endian == "v" || endian == "V", endian.empty()};
}

// An object made by `renew` keeps the order that it has seen.
void keep_order(Call& call, const WideForm& form) {
  if (to_bool(call.engine, field(call[0], "renewed")))
    set_field(call[0], "endian",
              text_value(form.unit == 4 ? (form.little_endian ? "V" : "N")
                                        : (form.little_endian ? "v" : "n")));
}

std::unique_ptr<Codec> wide_codec(Call& call, const WideForm& form) {
  return make_wide_codec(form.unit, form.little_endian,
                         !to_bool(call.engine, field(call[0], "ucs2")));
}

Value wide_decode(Call& call) {
  expect(call, 2, 3, "obj, str, check = 0");
  if (!call.defined(1)) return {};
  WideForm form = wide_form(call.engine, call[0]);
  ByteOrderMark mark;
  if (form.by_mark) {
    const std::string bytes = source_bytes(call, 1);
    mark = find_mark(bytes, form.unit);
    form.little_endian = mark.little_endian;
    if (bytes.size() >= form.unit) keep_order(call, form);
  }
  const std::unique_ptr<Codec> codec = wide_codec(call, form);
  const Encoding encoding{*codec, text_of(call.engine, field(call[0], "Name")), Wording::Unicode};
  return decode_argument(call, 1, encoding, call[2], mark.length);
}

Value wide_encode(Call& call) {
  expect(call, 2, 3, "obj, utf8, check = 0");
  const WideForm form = wide_form(call.engine, call[0]);
  const std::unique_ptr<Codec> codec = wide_codec(call, form);
  const Encoding encoding{*codec, text_of(call.engine, field(call[0], "Name")), Wording::Unicode};
  std::string mark;
  if (form.by_mark) {
    codec->encode(0xfeff, mark);
    keep_order(call, form);
  }
  return encode_argument(call, 1, encoding, call[2], mark);
}

const NativeRow kObjectFunctions[] = {
    {"Encode::XS::cat_decode", table_cat_decode, nullptr},
    {"Encode::XS::decode", table_convert<false>, nullptr},
    {"Encode::XS::encode", table_convert<true>, nullptr},
    {"Encode::XS::mime_name", table_mime_name, nullptr},
    {"Encode::XS::name", table_get_name, nullptr},
    {"Encode::XS::needs_lines", table_needs_lines, nullptr},
    {"Encode::XS::perlio_ok", table_perlio_ok, nullptr},
    {"Encode::XS::renew", table_self, nullptr},
    {"Encode::XS::renewed", table_renewed, nullptr},
    {"Encode::utf8::decode", utf8_convert<false>, nullptr},
    {"Encode::utf8::encode", utf8_convert<true>, nullptr},
};
const NativeRow kWideFunctions[] = {
    {"decode", wide_decode, nullptr},
    {"encode", wide_encode, nullptr},
};

template <bool Encoding_> NativeFunction native_converter(std::string_view package) {
  if (package == "Encode::XS") return table_convert<Encoding_>;
  if (package == "Encode::utf8") return utf8_convert<Encoding_>;
  return nullptr;
}

}  // namespace

std::span<const NativeRow> encode_object_functions() { return kObjectFunctions; }

bool convert_by_object(Call& call, const Value& object, bool encoding, std::size_t n,
                       const Value& check, Value& result) {
  const NativeFunction function = encoding ? native_converter<true>(class_of(object))
                                           : native_converter<false>(class_of(object));
  if (!function) return false;
  Value arguments[3] = {object, call.args[n], check};
  Call inner{call.engine, arguments, 3, Want::Scalar, 0, call.code, false, call.results};
  result = function(inner);
  call.args[n] = std::move(arguments[1]);
  return true;
}

void define_table_encodings(Engine& engine, std::string_view names) {
  Code* define = engine.glob("Encode::define_encoding", true)->code();
  for (const std::string_view name : split_words(names)) {
    if (!define || !make_codec(name)) continue;
    const Value arguments[] = {bless_new(engine, Scalar::make(text_value(name)), "Encode::XS"),
                               text_value(name)};
    (void)engine.call(define, arguments, Want::Void);
  }
}

// --- the modules that define more ---------------------------------------------------------------

namespace {

void boot_byte(Engine& engine) {
  define_table_encodings(
      engine,
      "cp1006 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp424 cp437 cp737 cp775 "
      "cp850 "
      "cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 "
      "hp-roman8 "
      "iso-8859-10 iso-8859-11 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 iso-8859-2 "
      "iso-8859-3 "
      "iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-9 koi8-f koi8-r koi8-u "
      "MacArabic MacCentralEurRoman MacCroatian MacCyrillic MacFarsi MacGreek MacIcelandic "
      "MacRoman "
      "MacRomanian MacRumanian MacSami MacTurkish MacUkrainian nextstep viscii");
}
void boot_symbol(Engine& engine) { define_table_encodings(engine, "dingbats MacDingbats symbol"); }
void boot_ebcdic(Engine& engine) {
  define_table_encodings(engine, "cp1026 cp1047 cp37 cp500 cp875 posix-bc");
}
void boot_cn(Engine& engine) { define_table_encodings(engine, "cp936 euc-cn gb2312-raw"); }
void boot_jp(Engine& engine) {
  define_table_encodings(engine, "cp932 euc-jp jis0208-raw jis0212-raw shiftjis");
}
void boot_kr(Engine& engine) { define_table_encodings(engine, "cp949 euc-kr johab ksc5601-raw"); }
void boot_tw(Engine& engine) { define_table_encodings(engine, "big5-eten big5-hkscs cp950"); }

// A module without functions that defines encodings when it is loaded.
template <void (*Boot)(Engine&)> const NativeModule& definer(const char* package) {
  static const NativeModule module{
      .package = package, .functions = {}, .constants = {}, .boot = Boot};
  return module;
}

}  // namespace

const NativeModule& encode_byte_module() { return definer<boot_byte>("Encode::Byte"); }
const NativeModule& encode_symbol_module() { return definer<boot_symbol>("Encode::Symbol"); }
const NativeModule& encode_ebcdic_module() { return definer<boot_ebcdic>("Encode::EBCDIC"); }
const NativeModule& encode_cn_module() { return definer<boot_cn>("Encode::CN"); }
const NativeModule& encode_jp_module() { return definer<boot_jp>("Encode::JP"); }
const NativeModule& encode_kr_module() { return definer<boot_kr>("Encode::KR"); }
const NativeModule& encode_tw_module() { return definer<boot_tw>("Encode::TW"); }
const NativeModule& encode_unicode_module() {
  static const NativeModule module{
      .package = "Encode::Unicode", .functions = kWideFunctions, .constants = {}};
  return module;
}

}  // namespace perlipc::builtin
