// What the parts of the native half of Encode share.
#pragma once
#include "builtins/encoding_convert.h"
#include "builtins/modules/native.h"

namespace perlipc::builtin {

// Whether what was converted is taken away from the source, and the death of a source that cannot change.
bool consumes_source(const EncodePolicy& policy);
void check_source(Call& call, std::size_t n, const EncodePolicy& policy);

// The same with argument n of a call, which loses what was converted unless CHECK says otherwise.
// undef gives undef. `mark` is how many bytes at the start are a byte order mark.
Value decode_argument(Call& call, std::size_t n, const Encoding& encoding, const Value& check,
                      std::size_t mark = 0);
Value encode_argument(Call& call, std::size_t n, const Encoding& encoding, const Value& check,
                      std::string_view mark = {});
// The bytes of argument n; dies with "Wide character" when it has others.
std::string source_bytes(Call& call, std::size_t n);

// encode and decode of an object of a class of ours, without a method call; false: it is no such.
bool convert_by_object(Call& call, const Value& object, bool encoding, std::size_t n,
                       const Value& check, Value& result);
// Methods of Encode::XS and Encode::utf8, and the definition of the encodings built in.
std::span<const NativeRow> encode_object_functions();
// Defines Encode::XS objects (Encode::define_encoding) for the names, separated by blanks.
void define_table_encodings(Engine& engine, std::string_view names);

}  // namespace perlipc::builtin
