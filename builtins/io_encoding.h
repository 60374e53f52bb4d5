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
  std::string iconv_name;
  bool utf8 = false;    // needs no conversion
  bool strict = false;  // malformed input is refused
};

EncodingName encoding_named(std::string_view name);
bool encoding_known(std::string_view name);
// `bytes` is the stream below; the end shares it.
std::unique_ptr<rt::StreamEnd> make_converting_end(Engine& engine, rt::Ref<rt::Stream> bytes,
                                                   const EncodingName& encoding);
// Replaces malformed UTF-8 in a string just read by \xHH texts, warning for each (perldoc
// PerlIO::encoding).
// "utf8 "\xHH" does not map to Unicode" for text read through a plain :utf8 layer (perldiag).
void warn_malformed(Engine& engine, const String* text);
String* repair_utf8(Engine& engine, String* text);

}  // namespace perlipc::builtin
