// Encode (perldoc Encode): characters to bytes and back, with its ways to treat what does not fit.
#include "builtins/modules/encode_codec.h"
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

#include <algorithm>
#include <cstdio>

namespace perlipc::builtin {

namespace {

enum Check : std::int64_t {
  DieOnErr = 1,
  WarnOnErr = 2,
  ReturnOnErr = 4,
  LeaveSrc = 8,
  PerlQq = 0x100,
  HtmlCref = 0x200,
  XmlCref = 0x400,
  StopAtPartial = 0x800
};

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
    {"PERLQQ", PerlQq},
    {"RETURN_ON_ERR", ReturnOnErr},
    {"STOP_AT_PARTIAL", StopAtPartial},
    {"WARN_ON_ERR", WarnOnErr},
    {"XMLCREF", XmlCref},
};

// What the caller wants done about errors: flags, or a sub that gives the replacement.
struct Policy {
  std::int64_t flags = 0;
  Code* handler = nullptr;
};

Policy policy_of(Engine& engine, const Value& check) {
  if (check.is_undef()) return {};
  if (check.is_ref()) return {LeaveSrc, engine.code_of(check)};
  return {to_int(engine, check), nullptr};
}

std::string printed(const char* format, unsigned number) {
  char text[32];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

// True: go on. False: stop here and give back what there is.
bool report(Engine& engine, const Policy& policy, const std::string& message) {
  if (policy.flags & DieOnErr) engine.die(message);
  if (policy.flags & WarnOnErr) engine.warn_always(message + engine.location());
  return !(policy.flags & ReturnOnErr);
}

void append_character(std::string& out, std::uint32_t c) {
  char bytes[8];
  out.append(bytes, utf8_encode(c, bytes));
}

std::string hex_bytes(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += printed("\\x%02X", static_cast<unsigned char>(byte));
  return text;
}

// --- decoding -----------------------------------------------------------------------------------

struct Conversion {
  std::string text;
  std::size_t used = 0;  // bytes of the source
};

std::string malformed_message(const Codec& codec, const std::string& name, std::string_view bad,
                              bool partial) {
  if (!codec.is_unicode) {
    return (codec.decoding_name.empty() ? name : codec.decoding_name) + " \"" + hex_bytes(bad) +
           "\" does not map to Unicode";
  }
  if (partial && bad.size() % 2 != 0) return name + ":Partial character";
  std::string digits;
  for (const char byte : bad) digits += printed("%02x", static_cast<unsigned char>(byte));
  return name + (partial ? ":Malformed HI surrogate " : ":Malformed LO surrogate ") + digits;
}

Conversion decode_bytes(Engine& engine, Codec& codec, const std::string& name,
                        std::string_view bytes, const Policy& policy) {
  Conversion result;
  result.text.reserve(bytes.size());
  result.used = codec.begin_decoding(bytes);
  while (result.used < bytes.size()) {
    const std::string_view rest = bytes.substr(result.used);
    const Codec::Decoded next = codec.decode(rest);
    if (next.character) {
      append_character(result.text, *next.character);
      result.used += next.length;
      continue;
    }
    if (next.partial && (policy.flags & StopAtPartial)) break;
    const std::string_view bad = rest.substr(0, next.length);
    if (!report(engine, policy, malformed_message(codec, name, bad, next.partial))) break;
    if (policy.handler) {
      std::vector<Value> codes;
      for (const char byte : bad) codes.push_back(Value::integer(static_cast<unsigned char>(byte)));
      const Value replacement = engine.call_scalar(policy.handler, codes);
      const Text given(to_string(engine, replacement));
      const Text wide(upgrade(given.get()));
      result.text += wide.view();
    } else if ((policy.flags & (PerlQq | HtmlCref | XmlCref)) && !codec.is_unicode) {
      result.text += hex_bytes(bad);
    } else if (!(codec.is_unicode && next.partial && bad.size() % 2 != 0)) {
      append_character(result.text, 0xfffd);
    }
    result.used += next.length;
  }
  return result;
}

// --- encoding -----------------------------------------------------------------------------------

std::string unmapped_message(const Codec& codec, const std::string& name, std::uint32_t c) {
  if (!codec.is_unicode) {
    return "\"\\x{" + printed("%04x", c) + "}\" does not map to " +
           (name == "utf-8-strict" ? "UTF-8" : name);
  }
  if (c > 0x10ffff)
    return "Code point 0x" + printed("%X", c) + " is not Unicode, may not be portable";
  return "UTF-16 surrogate U+" + printed("%04X", c);
}

void append_replacement(Engine& engine, Codec& codec, const Policy& policy, std::uint32_t c,
                        std::string& out) {
  std::string text = codec.replacement;
  if (policy.handler) {
    const Value code = Value::integer(c);
    const Value given = engine.call_scalar(policy.handler, {&code, 1});
    text = Text(to_string(engine, given)).view();
  } else if (policy.flags & PerlQq) {
    text = "\\x{" + printed("%04x", c) + "}";
  } else if (policy.flags & HtmlCref) {
    text = "&#" + std::to_string(c) + ";";
  } else if (policy.flags & XmlCref) {
    text = "&#x" + printed("%x", c) + ";";
  } else if (codec.is_unicode) {
    codec.encode(0xfffd, out);
    return;
  }
  out += text;
}

// `text` is UTF-8 as strings keep it.
Conversion encode_text(Engine& engine, Codec& codec, const std::string& name, std::string_view text,
                       const Policy& policy) {
  Conversion result;
  result.text.reserve(text.size());
  codec.begin_encoding(result.text);
  const char* const end = text.data() + text.size();
  while (result.used < text.size()) {
    std::size_t length = 1;
    const std::uint32_t c = utf8_decode(text.data() + result.used, end, &length);
    if (!codec.encode(c, result.text)) {
      if (!report(engine, policy, unmapped_message(codec, name, c))) break;
      append_replacement(engine, codec, policy, c, result.text);
    }
    result.used += length;
  }
  return result;
}

// --- from Perl ----------------------------------------------------------------------------------

// With a CHECK that does not leave the source alone, what was used of it is removed.
void keep_rest(Call& call, std::size_t n, const Policy& policy, std::string_view source,
               std::size_t used, bool utf8) {
  if (policy.flags == 0 || (policy.flags & LeaveSrc)) return;
  call.assign(n, Value::string(source.substr(used), utf8));
}

// What will be shortened by what was converted must be changeable.
void check_source(Call& call, std::size_t n, const Policy& policy) {
  if (policy.flags == 0 || (policy.flags & LeaveSrc)) return;
  const Value& v = call.args[n];
  if (v.is_boxed() && (v.box->bits & Scalar::ReadOnly))
    call.engine.die("Modification of a read-only value attempted");
}

Value decode_argument(Call& call, std::size_t n, const std::string& name, const Value& check) {
  if (!call.defined(n)) return {};
  const std::unique_ptr<Codec> codec = make_codec(name);
  const Policy policy = policy_of(call.engine, check);
  check_source(call, n, policy);
  const Text source(call.engine, call[n]);
  const Text bytes(source.utf8() ? downgrade(source.get()) : String::make(source.view()));
  if (!bytes.get()) call.engine.die("Wide character");
  const Conversion result = decode_bytes(call.engine, *codec, name, bytes.view(), policy);
  keep_rest(call, n, policy, bytes.view(), result.used, false);
  return Value::string(result.text, true);
}

Value encode_argument(Call& call, std::size_t n, const std::string& name, const Value& check) {
  if (!call.defined(n)) return {};
  const std::unique_ptr<Codec> codec = make_codec(name);
  const Policy policy = policy_of(call.engine, check);
  check_source(call, n, policy);
  const Text source(call.engine, call[n]);
  const Text wide(upgrade(source.get()));
  const Conversion result = encode_text(call.engine, *codec, name, wide.view(), policy);
  keep_rest(call, n, policy, wide.view(), result.used, true);
  return Value::string(result.text);
}

// --- encodings as objects -----------------------------------------------------------------------

Value encoding_object(Engine& engine, const EncodingEntry& entry) {
  Hash* object = Hash::make();
  object->fetch("Name") = text_value(entry.name);
  return bless_new(engine, object, entry.class_name);
}

// An object given as such, one that Perl code defined, or one of ours; undef when unknown.
Value find_object(Call& call, std::size_t n) {
  const Value name = call[n];
  if (name.is_ref() && static_cast<Referent*>(name.o)->stash()) return name;
  const std::string text = call.text(n);
  if (const Value* defined = call.engine.glob("Encode::Encoding", true)->hash()->find(text))
    return rvalue(*defined);
  const std::optional<EncodingEntry> entry = find_encoding_entry(text);
  return entry ? encoding_object(call.engine, *entry) : Value();
}

std::string object_name(Engine& engine, const Value& object) {
  if (!object.is_ref() || object.o->type != Type::Hash) return {};
  const Value* name = static_cast<Hash*>(object.o)->find("Name");
  return name ? std::string(Text(engine, rvalue(*name)).view()) : std::string();
}

bool is_ours(Engine& engine, const Value& object) {
  for (const char* package : {"Encode::utf8", "Encode::XS", "Encode::Unicode"}) {
    if (is_object(engine, object, package)) return true;
  }
  return false;
}

Value require_object(Call& call, std::size_t n) {
  if (!call.defined(n)) call.engine.die("Encoding name should not be undef");
  Value object = find_object(call, n);
  if (object.is_undef()) call.engine.die("Unknown encoding '" + call.text(n) + "'");
  return object;
}

template <bool Encoding> Value convert(Call& call) {
  if (call.count < 1)
    die_usage(call, Encoding ? "encoding, string, check = NULL" : "encoding, octets, check = NULL");
  const Value object = require_object(call, 0);
  if (!is_ours(call.engine, object)) {
    std::vector<Value> arguments(call.args + 1, call.args + call.count);
    std::vector<Value> result =
        call.engine.call_method(object, Encoding ? "encode" : "decode", arguments, Want::Scalar);
    return result.empty() ? Value() : rvalue(result[0]);
  }
  const std::string name = object_name(call.engine, object);
  return Encoding ? encode_argument(call, 1, name, call[2])
                  : decode_argument(call, 1, name, call[2]);
}

template <bool Encoding> Value object_convert(Call& call) {
  const std::string name = object_name(call.engine, call[0]);
  return Encoding ? encode_argument(call, 1, name, call[2])
                  : decode_argument(call, 1, name, call[2]);
}

Value object_get_name(Call& call) { return text_value(object_name(call.engine, call[0])); }
Value object_mime_name(Call& call) {
  const std::optional<EncodingEntry> entry = find_encoding_entry(object_name(call.engine, call[0]));
  return entry && !entry->mime_name.empty() ? text_value(entry->mime_name) : Value();
}
Value object_self(Call& call) { return call[0]; }
Value object_zero(Call&) { return Value::integer(0); }
Value object_one(Call&) { return Value::integer(1); }

// --- functions ----------------------------------------------------------------------------------

Value encode_find(Call& call) {
  Value object = call.defined(0) ? find_object(call, 0) : Value();
  return object.is_undef() ? no_value(call) : object;
}

Value encode_resolve_alias(Call& call) {
  const Value object = call.defined(0) ? find_object(call, 0) : Value();
  return object.is_undef() ? yes_no(false) : text_value(object_name(call.engine, object));
}

Value encode_encodings(Call& call) {
  for (const char* name : {"ascii", "ascii-ctrl", "iso-8859-1", "null", "utf-8-strict", "utf8"}) {
    call.push(text_value(name));
  }
  return call.list();
}

Value encode_define(Call& call) {
  Hash* defined = call.engine.glob("Encode::Encoding", true)->hash();
  for (std::size_t i = 1; i < call.count; ++i) defined->fetch(call.text(i)) = call[0];
  return call[0];
}

Value encode_utf8_text(Call& call) {
  expect(call, 1, 1, "string");
  return encode_argument(call, 0, "utf8", {});
}
Value decode_utf8_text(Call& call) {
  expect(call, 1, 2, "octets, check = NULL");
  return decode_argument(call, 0, "utf8", call[1]);
}

// In place; the length in bytes, undef on failure.
Value encode_from_to(Call& call) {
  expect(call, 3, 4, "string, from, to, check = NULL");
  const std::string from = object_name(call.engine, require_object(call, 1));
  const std::string to = object_name(call.engine, require_object(call, 2));
  if (!call.defined(0)) return {};
  const Text source(call.engine, call[0]);
  const Policy policy = policy_of(call.engine, call[3]);
  const Conversion characters =
      decode_bytes(call.engine, *make_codec(from), from, source.view(), {});
  const Conversion bytes = encode_text(call.engine, *make_codec(to), to, characters.text, policy);
  if ((policy.flags & ReturnOnErr) && bytes.used < characters.text.size()) return {};
  call.assign(0, Value::string(bytes.text));
  return Value::integer(static_cast<std::int64_t>(bytes.text.size()));
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

const NativeRow kFunctions[] = {
    {"Encode::Encoding::DEBUG", object_zero, nullptr},
    {"Encode::Encoding::decode", object_convert<false>, nullptr},
    {"Encode::Encoding::encode", object_convert<true>, nullptr},
    {"Encode::Encoding::mime_name", object_mime_name, nullptr},
    {"Encode::Encoding::name", object_get_name, nullptr},
    {"Encode::Encoding::perlio_ok", object_one, nullptr},
    {"Encode::Encoding::renew", object_self, nullptr},
    {"Encode::Encoding::renewed", object_zero, nullptr},
    {"_utf8_off", encode_set_flag<false>, nullptr},
    {"_utf8_on", encode_set_flag<true>, nullptr},
    {"bytes2str", convert<false>, nullptr},
    {"clone_encoding", encode_find, nullptr},
    {"decode", convert<false>, nullptr},
    {"decode_utf8", decode_utf8_text, nullptr},
    {"define_encoding", encode_define, nullptr},
    {"encode", convert<true>, nullptr},
    {"encode_utf8", encode_utf8_text, nullptr},
    {"encodings", encode_encodings, nullptr},
    {"find_encoding", encode_find, nullptr},
    {"find_mime_encoding", encode_find, nullptr},
    {"from_to", encode_from_to, nullptr},
    {"is_utf8", encode_is_utf8, nullptr},
    {"perlio_ok", object_one, nullptr},
    {"resolve_alias", encode_resolve_alias, nullptr},
    {"str2bytes", convert<true>, nullptr},
};

constexpr const char* kExports = "decode decode_utf8 encode encode_utf8 str2bytes bytes2str "
                                 "encodings find_encoding find_mime_encoding "
                                 "clone_encoding";
constexpr const char* kOptionalExports = "_utf8_off _utf8_on define_encoding from_to is_utf8 "
                                         "perlio_ok resolve_alias DIE_ON_ERR WARN_ON_ERR "
                                         "RETURN_ON_ERR LEAVE_SRC PERLQQ HTMLCREF XMLCREF "
                                         "STOP_AT_PARTIAL FB_DEFAULT FB_CROAK FB_QUIET FB_WARN "
                                         "FB_PERLQQ FB_HTMLCREF FB_XMLCREF";
constexpr const char* kFallbacks =
    "FB_DEFAULT FB_CROAK FB_QUIET FB_WARN FB_PERLQQ FB_HTMLCREF FB_XMLCREF";
constexpr const char* kAllFallbacks = "FB_DEFAULT FB_CROAK FB_QUIET FB_WARN FB_PERLQQ FB_HTMLCREF "
                                      "FB_XMLCREF DIE_ON_ERR WARN_ON_ERR RETURN_ON_ERR "
                                      "LEAVE_SRC PERLQQ HTMLCREF XMLCREF STOP_AT_PARTIAL";

void boot(Engine& engine) {
  for (const char* package : {"utf8", "XS", "Unicode"}) {
    push_words(engine, std::string("Encode::") + package + "::ISA", "Encode::Encoding");
  }
}

}  // namespace

const NativeModule& encode_module() {
  static const std::string everything = std::string(kExports) + " " + kOptionalExports;
  static const ExportTag tags[] = {{"all", everything.c_str()},
                                   {"default", kExports},
                                   {"fallback_all", kAllFallbacks},
                                   {"fallbacks", kFallbacks}};
  static const NativeModule module{.package = "Encode",
                                   .functions = kFunctions,
                                   .constants = kConstants,
                                   .exports = kExports,
                                   .optional_exports = kOptionalExports,
                                   .tags = tags,
                                   .boot = boot,
                                   .version = "3.17"};
  return module;
}

}  // namespace perlipc::builtin
