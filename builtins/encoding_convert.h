// Text converted by a codec, and what is done about what does not fit (perldoc Encode, "Handling Malformed
// Data"). The Encode module and :encoding layers share it.
#pragma once
#include "builtins/encoding_codec.h"
#include "interp/value/engine.h"

#include <string>

namespace perlipc::builtin {

// The bits of CHECK (perldoc Encode, "Handling Malformed Data").
enum EncodeCheck : std::int64_t {
  DieOnErr = 1,
  WarnOnErr = 2,
  ReturnOnErr = 4,
  LeaveSrc = 8,
  OnlyPragmaWarnings = 0x10,
  PerlQq = 0x100,
  HtmlCref = 0x200,
  XmlCref = 0x400,
  StopAtPartial = 0x800
};

// What the caller wants done about errors: flags, or a sub that gives the replacement.
struct EncodePolicy {
  std::int64_t flags = 0;
  Code* handler = nullptr;
};
EncodePolicy encode_policy(Engine& engine, const Value& check);

struct Conversion {
  std::string text;
  std::size_t used = 0;  // bytes of the source
};

// How an encoding words its errors.
enum class Wording : std::uint8_t {
  Table,    // the tables; what ends inside a character is left over in silence
  Utf8,     // utf8 and utf-8-strict
  Unicode,  // UTF-16 and its like, which go on after every error
};

// `name` is the one of messages.
struct Encoding {
  Codec& codec;
  std::string name;
  Wording wording = Wording::Table;
};
Conversion decode_bytes(Engine& engine, const Encoding& encoding, std::string_view bytes,
                        const EncodePolicy& policy);
// `text` is UTF-8 as strings keep it.
Conversion encode_text(Engine& engine, const Encoding& encoding, std::string_view text,
                       const EncodePolicy& policy);

}  // namespace perlipc::builtin
