// Character encodings one character at a time, for the Encode module.
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

  struct Decoded {
    std::size_t length;                      // bytes used, or bytes that make no character
    std::optional<std::uint32_t> character;  // none: malformed
    bool partial = false;                    // malformed only because the bytes end here
  };
  // At least one byte is there.
  virtual Decoded decode(std::string_view bytes) = 0;
  // Appends the character; false when the encoding has none for it.
  virtual bool encode(std::uint32_t character, std::string& out) = 0;

  // Called with the whole input first; returns how many bytes a mark at the start takes.
  virtual std::size_t begin_decoding(std::string_view) { return 0; }
  virtual void begin_encoding(std::string&) {}

  // What stands for a character the encoding does not have.
  std::string replacement = "?";
  bool is_unicode = false;          // UTF-16 and UTF-32 word their errors differently
  bool has_all_characters = false;  // utf8: nothing is refused
  // The name in messages of malformed input, when it is not the encoding's.
  std::string decoding_name;
};

struct EncodingEntry {
  std::string name;        // canonical: "utf-8-strict"
  std::string mime_name;   // "UTF-8", empty: none
  std::string class_name;  // "Encode::XS"
};

// By any of its names; none when unknown.
std::optional<EncodingEntry> find_encoding_entry(std::string_view name);
// For the canonical name of an entry.
std::unique_ptr<Codec> make_codec(const std::string& canonical_name);

}  // namespace perlipc::builtin
