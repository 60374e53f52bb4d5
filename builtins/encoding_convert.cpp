// The two conversions and their errors.
#include "builtins/encoding_convert.h"
#include "interp/value/convert.h"

#include <cstdio>

namespace perlipc::builtin {

EncodePolicy encode_policy(Engine& engine, const Value& check) {
  if (check.is_undef()) return {};
  if (check.is_ref()) return {LeaveSrc, engine.code_of(check)};
  return {to_int(engine, check), nullptr};
}

namespace {

std::string printed(const char* format, unsigned number) {
  char text[120];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

// True: go on. False: stop here and give back what there is.
template <class Message>
bool report(Engine& engine, const Encoding& encoding, const EncodePolicy& policy,
            const Message& make_message) {
  if (!(policy.flags & (DieOnErr | WarnOnErr)))
    return encoding.wording == Wording::Unicode || !(policy.flags & ReturnOnErr);
  const std::string message = make_message();
  if (policy.flags & DieOnErr) engine.die(message);
  if (policy.flags & WarnOnErr) {
    if (!(policy.flags & OnlyPragmaWarnings)) engine.warn_always(message + engine.location());
    else if (engine.warning_enabled(Warning::Utf8)) engine.warn(Warning::Utf8, message);
  }
  return encoding.wording == Wording::Unicode || !(policy.flags & ReturnOnErr);
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

std::string portability_message(std::uint32_t c) {
  return printed(
      c > 0x7fffffff
          ? "Code point 0x%X is not Unicode, requires a Perl extension, and so is not portable"
          : "Code point 0x%X is not Unicode, may not be portable",
      c);
}

// --- decoding -----------------------------------------------------------------------------------

// Of bytes that end too early: the first half of a surrogate pair, not less than a unit.
bool half_of_pair(const Encoding& encoding, std::string_view bytes) {
  return bytes.size() == 2 && !encoding.name.starts_with("UTF-32");
}

std::string malformed_message(const Encoding& encoding, std::string_view bad, Codec::Fault fault) {
  if (encoding.wording != Wording::Unicode)
    return encoding.name + " \"" + hex_bytes(bad) + "\" does not map to Unicode";
  std::string name = encoding.name;
  std::uint32_t value = 0;
  const bool little = name.ends_with("LE");
  for (std::size_t i = 0; i < bad.size(); ++i)
    value = value << 8 | static_cast<unsigned char>(bad[little ? bad.size() - 1 - i : i]);
  switch (fault) {
    case Codec::Fault::Partial:
      if (!half_of_pair(encoding, bad)) return name + ":Partial character";
      return name + printed(":Malformed HI surrogate %x", value);
    case Codec::Fault::Surrogate:
      if (name.starts_with("UTF-16")) return name + printed(":Malformed HI surrogate %x", value);
      return name + printed(":no surrogates allowed %x", value);
    case Codec::Fault::TooHigh: return portability_message(value);
    default: return name + printed(":Malformed LO surrogate %x", value);
  }
}

void append_for_bytes(Engine& engine, const Encoding& encoding, const EncodePolicy& policy,
                      std::string_view bad, std::string& out) {
  if (policy.handler && encoding.wording != Wording::Unicode) {
    std::vector<Value> codes;
    for (const char byte : bad) codes.push_back(Value::integer(static_cast<unsigned char>(byte)));
    const Text given(to_string(engine, engine.call_scalar(policy.handler, codes)));
    const Text wide(upgrade(given.get()));
    out += wide.view();
  } else if (encoding.wording == Wording::Utf8 && (policy.flags & (HtmlCref | XmlCref))) {
    for (const char byte : bad) {
      out +=
          printed(policy.flags & HtmlCref ? "&#%u;" : "&#x%X;", static_cast<unsigned char>(byte));
    }
  } else if ((policy.flags & (PerlQq | HtmlCref | XmlCref)) &&
             encoding.wording != Wording::Unicode) {
    out += hex_bytes(bad);
  } else {
    append_character(out, 0xfffd);
  }
}

// Whether the conversion ends in front of a character that is not complete.
bool stops_before_partial(const Encoding& encoding, const EncodePolicy& policy) {
  return encoding.wording == Wording::Table || (policy.flags & StopAtPartial);
}

}  // namespace

Conversion decode_bytes(Engine& engine, const Encoding& encoding, std::string_view bytes,
                        const EncodePolicy& policy) {
  Conversion result;
  result.text.reserve(bytes.size());
  for (;;) {
    result.used += encoding.codec.decode_run(bytes.substr(result.used), result.text);
    if (result.used == bytes.size()) break;
    const std::string_view rest = bytes.substr(result.used);
    const Codec::Decoded next = encoding.codec.decode(rest);
    const bool partial = next.fault == Codec::Fault::Partial;
    if (partial && stops_before_partial(encoding, policy)) break;
    const std::string_view bad = rest.substr(0, next.length);
    const auto message = [&] { return malformed_message(encoding, bad, next.fault); };
    if (!report(engine, encoding, policy, message)) break;
    if (partial && encoding.wording == Wording::Unicode && !half_of_pair(encoding, bad)) break;
    append_for_bytes(engine, encoding, policy, bad, result.text);
    result.used += next.length;
  }
  return result;
}

// --- encoding -----------------------------------------------------------------------------------

namespace {

// False: stop.
bool report_unmapped(Engine& engine, const Encoding& encoding, const EncodePolicy& policy,
                     std::uint32_t c) {
  if (encoding.wording != Wording::Unicode)
    return report(engine, encoding, policy,
                  [&] { return printed("\"\\x{%04x}\" does not map to ", c) + encoding.name; });
  const bool surrogate = c >= 0xd800 && c <= 0xdfff, outside = c > 0x10ffff;
  if (surrogate)
    report(engine, encoding, policy, [&] { return printed("UTF-16 surrogate U+%04X", c); });
  if (outside) report(engine, encoding, policy, [&] { return portability_message(c); });
  if (encoding.name.starts_with("UCS")) {
    report(engine, encoding, policy, [&] {
      return encoding.name +
             printed(":code point \"\\x{%x}\" too high", surrogate || outside ? 0 : c);
    });
  }
  return true;
}

void append_replacement(Engine& engine, const Encoding& encoding, const EncodePolicy& policy,
                        std::uint32_t c, std::string& out) {
  if (encoding.wording == Wording::Unicode) {
    out += encoding.codec.replacement;
  } else if (policy.handler) {
    const Value code = Value::integer(c);
    const Text given(to_string(engine, engine.call_scalar(policy.handler, {&code, 1})));
    out += given.view();
  } else if (policy.flags & PerlQq) {
    out += printed(encoding.wording == Wording::Utf8 ? "\\x{%04X}" : "\\x{%04x}", c);
  } else if (policy.flags & HtmlCref) {
    out += printed("&#%u;", c);
  } else if (policy.flags & XmlCref) {
    out += printed("&#x%x;", c);
  } else {
    out += encoding.codec.replacement;
  }
}

}  // namespace

Conversion encode_text(Engine& engine, const Encoding& encoding, std::string_view text,
                       const EncodePolicy& policy) {
  Conversion result;
  result.text.reserve(text.size());
  for (;;) {
    result.used += encoding.codec.encode_run(text.substr(result.used), result.text);
    if (result.used == text.size()) break;
    std::size_t length = 1;
    const char* const at = text.data() + result.used;
    const std::uint32_t c = utf8_decode(at, text.data() + text.size(), &length);
    if (!report_unmapped(engine, encoding, policy, c)) break;
    append_replacement(engine, encoding, policy, c, result.text);
    result.used += length;
  }
  return result;
}

}  // namespace perlipc::builtin
