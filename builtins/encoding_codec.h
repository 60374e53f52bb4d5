// Character encodings one character at a time: what the Encode module and :encoding layers convert with.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace perlipc::builtin {

// Decoding gives characters (any code point), encoding takes them.
class Codec {
 public:
  virtual ~Codec() = default;

  // Why bytes are not a character.
  enum class Fault : std::uint8_t {
    None,
    Malformed,
    Partial,    // the bytes end inside a character
    Surrogate,  // half of a pair, or one where none may be
    TooHigh,    // above U+10FFFF
  };
  struct Decoded {
    std::size_t length;                      // bytes used, or bytes that make no character
    std::optional<std::uint32_t> character;  // none: see `fault`
    Fault fault = Fault::None;
  };
  // At least one byte is there.
  virtual Decoded decode(std::string_view bytes) = 0;
  // Appends the character; false when the encoding has none for it.
  virtual bool encode(std::uint32_t character, std::string& out) = 0;
  // Decodes as much from the start as is well formed, appending UTF-8; returns the bytes used.
  virtual std::size_t decode_run(std::string_view bytes, std::string& out);
  // The same the other way; `text` is UTF-8.
  virtual std::size_t encode_run(std::string_view text, std::string& out);

  // What stands for a character the encoding does not have.
  std::string replacement = "?";
};

// utf8, utf-8-strict, the tables of one and several bytes, by Encode's canonical names. Null: unknown.
// UTF-16 and its like as well, in the byte order of the name, big endian when it has none.
std::unique_ptr<Codec> make_codec(std::string_view canonical_name);

// UTF-16, UTF-32 and UCS-2: 2 or 4 bytes a unit.
std::unique_ptr<Codec> make_wide_codec(std::size_t unit, bool little_endian, bool surrogate_pairs);

// A byte order mark at the start: its length and the order it says; length 0 when there is none.
struct ByteOrderMark {
  std::size_t length = 0;
  bool little_endian = false;
};
ByteOrderMark find_mark(std::string_view bytes, std::size_t unit);

}  // namespace perlipc::builtin
