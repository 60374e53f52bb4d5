// :encoding(NAME): which names are known, and the stream end that converts between that encoding
// and the UTF-8 that handles carry.
#pragma once
#include "interp/value/engine.h"
#include "runtime/stream.h"

#include <memory>
#include <string>

namespace perlipc::builtin {

struct EncodingName {
  std::string canonical;  // as PerlIO::get_layers and messages give it
  bool utf8 = false;      // needs no conversion; malformed input is refused
  Value object;           // of an encoding written in Perl
};

// None when it is unknown. Names that are not at hand are looked up by Encode, which is loaded for that.
std::optional<EncodingName> encoding_named(Engine& engine, std::string_view name);
// `bytes` is the stream below; the end shares it.
std::unique_ptr<rt::StreamEnd> make_converting_end(Engine& engine, rt::Ref<rt::Stream> bytes,
                                                   const EncodingName& encoding);
// The stream over a converting end may be closed then without closing the stream below.
void detach_converting_end(rt::Stream& stream);
// "utf8 "\xHH" does not map to Unicode" for text read through a plain :utf8 layer (perldiag).
void warn_malformed(Engine& engine, const String* text);
// Replaces malformed UTF-8 in a string just read by \xHH texts, warning for each (perldoc
// PerlIO::encoding). `encoding` is the canonical name.
String* repair_utf8(Engine& engine, String* text, std::string_view encoding);

}  // namespace perlipc::builtin
