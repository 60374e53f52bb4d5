// The encodings of the Encode module: Unicode forms and Latin-1 by hand, the rest through iconv(3).
#include "builtins/modules/encode_codec.h"
#include "interp/value/convert.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <iconv.h>

namespace perlipc::builtin {

namespace {

constexpr bool is_surrogate(std::uint32_t c) { return c >= 0xd800 && c <= 0xdfff; }
constexpr std::uint32_t kLastUnicode = 0x10ffff;

// --- UTF-8 --------------------------------------------------------------------------------------

class Utf8Codec final : public Codec {
 public:
  explicit Utf8Codec(bool strict) : strict_(strict) {
    replacement = "\xef\xbf\xbd";
    has_all_characters = !strict;
    if (strict) decoding_name = "UTF-8";
  }

  Decoded decode(std::string_view bytes) override {
    const auto lead = static_cast<unsigned char>(bytes[0]);
    if (lead < 0x80) return {1, lead};
    const std::size_t wanted = lead < 0xc0   ? 1
                               : lead < 0xe0 ? 2
                               : lead < 0xf0 ? 3
                               : lead < 0xf8 ? 4
                                             : 1;
    std::size_t have = 1;
    std::uint32_t c = lead & (0xffu >> (wanted + 1));
    while (have < wanted && have < bytes.size() &&
           (static_cast<unsigned char>(bytes[have]) & 0xc0) == 0x80) {
      c = c << 6 | (static_cast<unsigned char>(bytes[have]) & 0x3f);
      ++have;
    }
    if (wanted == 1 || have < wanted)
      return {have, std::nullopt, wanted > 1 && have == bytes.size()};
    const bool overlong =
        (wanted == 2 && c < 0x80) || (wanted == 3 && c < 0x800) || (wanted == 4 && c < 0x10000);
    if (overlong || (strict_ && (is_surrogate(c) || c > kLastUnicode))) return {have, std::nullopt};
    return {have, c};
  }

  bool encode(std::uint32_t c, std::string& out) override {
    if (strict_ && (is_surrogate(c) || c > kLastUnicode)) return false;
    char bytes[8];
    out.append(bytes, utf8_encode(c, bytes));
    return true;
  }

 private:
  bool strict_;
};

// --- one byte per character, code = byte --------------------------------------------------------

class ByteCodec final : public Codec {
 public:
  explicit ByteCodec(std::uint32_t last) : last_(last) {}
  Decoded decode(std::string_view bytes) override {
    const auto byte = static_cast<unsigned char>(bytes[0]);
    if (byte > last_) return {1, std::nullopt};
    return {1, byte};
  }
  bool encode(std::uint32_t c, std::string& out) override {
    if (c > last_) return false;
    out += static_cast<char>(c);
    return true;
  }

 private:
  std::uint32_t last_;
};

// --- UTF-16, UTF-32, UCS-2 ----------------------------------------------------------------------

class WideCodec final : public Codec {
 public:
  enum class Order { Big, Little, ByMark };
  WideCodec(std::size_t unit, Order order, bool surrogates)
      : unit_(unit), big_(order != Order::Little), by_mark_(order == Order::ByMark),
        surrogates_(surrogates) {
    is_unicode = true;
  }

  std::size_t begin_decoding(std::string_view bytes) override {
    if (!by_mark_ || bytes.size() < unit_) return 0;
    big_ = true;
    if (word(bytes) == 0xfeff) return unit_;
    big_ = false;
    if (word(bytes) == 0xfeff) return unit_;
    big_ = true;
    return 0;
  }
  void begin_encoding(std::string& out) override {
    if (by_mark_) append(0xfeff, out);
  }

  Decoded decode(std::string_view bytes) override {
    if (bytes.size() < unit_) return {bytes.size(), std::nullopt, true};
    const std::uint32_t first = word(bytes);
    if (unit_ == 4)
      return {4,
              first <= kLastUnicode && !is_surrogate(first) ? std::optional(first) : std::nullopt};
    if (!is_surrogate(first)) return {2, first};
    if (!surrogates_ || first >= 0xdc00) return {2, std::nullopt};
    if (bytes.size() < 4) return {2, std::nullopt, true};
    const std::uint32_t second = word(bytes.substr(2));
    if (second < 0xdc00 || second > 0xdfff) return {2, std::nullopt};
    return {4, 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)};
  }

  bool encode(std::uint32_t c, std::string& out) override {
    if (is_surrogate(c) || c > kLastUnicode || (c > 0xffff && unit_ == 2 && !surrogates_))
      return false;
    if (unit_ == 4 || c <= 0xffff) {
      append(c, out);
    } else {
      append(0xd800 + ((c - 0x10000) >> 10), out);
      append(0xdc00 + ((c - 0x10000) & 0x3ff), out);
    }
    return true;
  }

 private:
  std::uint32_t word(std::string_view bytes) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < unit_; ++i) {
      value = value << 8 | static_cast<unsigned char>(bytes[big_ ? i : unit_ - 1 - i]);
    }
    return value;
  }
  void append(std::uint32_t value, std::string& out) const {
    for (std::size_t i = 0; i < unit_; ++i) {
      out += static_cast<char>(value >> 8 * (big_ ? unit_ - 1 - i : i));
    }
  }

  std::size_t unit_;
  bool big_;
  bool by_mark_;
  bool surrogates_;
};

// --- everything else ----------------------------------------------------------------------------

class IconvCodec final : public Codec {
 public:
  explicit IconvCodec(const std::string& name)
      : decoder_(::iconv_open("UTF-32LE", name.c_str())),
        encoder_(::iconv_open(name.c_str(), "UTF-32LE")) {}
  ~IconvCodec() override {
    for (const iconv_t converter : {decoder_, encoder_}) {
      if (converter != kNone) ::iconv_close(converter);
    }
  }
  bool usable() const { return decoder_ != kNone && encoder_ != kNone; }

  // Room for one character only makes iconv stop after it.
  Decoded decode(std::string_view bytes) override {
    unsigned char unit[4];
    char* in = const_cast<char*>(bytes.data());
    char* out = reinterpret_cast<char*>(unit);
    std::size_t in_left = bytes.size(), out_left = sizeof unit;
    const std::size_t status = ::iconv(decoder_, &in, &in_left, &out, &out_left);
    const std::size_t used = bytes.size() - in_left;
    if (out_left == 0) {
      return {used,
              static_cast<std::uint32_t>(unit[0] | unit[1] << 8 | unit[2] << 16 | unit[3] << 24)};
    }
    const bool partial = status == static_cast<std::size_t>(-1) && errno == EINVAL;
    return {partial ? bytes.size() : 1, std::nullopt, partial};
  }

  bool encode(std::uint32_t c, std::string& text) override {
    char unit[4] = {static_cast<char>(c), static_cast<char>(c >> 8), static_cast<char>(c >> 16),
                    static_cast<char>(c >> 24)};
    char bytes[16];
    char *in = unit, *out = bytes;
    std::size_t in_left = sizeof unit, out_left = sizeof bytes;
    if (::iconv(encoder_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1))
      return false;
    text.append(bytes, sizeof bytes - out_left);
    return true;
  }

 private:
  static inline const iconv_t kNone = reinterpret_cast<iconv_t>(-1);
  iconv_t decoder_;
  iconv_t encoder_;
};

// --- names --------------------------------------------------------------------------------------

struct KnownName {
  const char* alias;  // lower case, without "-", "_" and blanks
  const char* canonical;
  const char* mime;
};
constexpr KnownName kKnownNames[] = {
    {"utf8strict", "utf-8-strict", "UTF-8"},
    {"ascii", "ascii", "US-ASCII"},
    {"usascii", "ascii", "US-ASCII"},
    {"iso646us", "ascii", "US-ASCII"},
    {"iso88591", "iso-8859-1", "ISO-8859-1"},
    {"latin1", "iso-8859-1", "ISO-8859-1"},
    {"utf16", "UTF-16", "UTF-16"},
    {"utf16be", "UTF-16BE", "UTF-16BE"},
    {"utf16le", "UTF-16LE", "UTF-16LE"},
    {"utf32", "UTF-32", "UTF-32"},
    {"utf32be", "UTF-32BE", "UTF-32BE"},
    {"utf32le", "UTF-32LE", "UTF-32LE"},
    {"ucs2", "UCS-2BE", "UTF-16BE"},
    {"ucs2be", "UCS-2BE", "UTF-16BE"},
    {"ucs2le", "UCS-2LE", "UTF-16LE"},
    {"iso10646", "UCS-2BE", "UTF-16BE"},
    {"ucs4", "UTF-32BE", "UTF-32BE"},
    {"winlatin1", "cp1252", "windows-1252"},
    {"winlatin2", "cp1250", "windows-1250"},
    {"wincyrillic", "cp1251", "windows-1251"},
};

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != '-' && c != '_' && c != ' ')
      plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return plain;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

}  // namespace

std::optional<EncodingEntry> find_encoding_entry(std::string_view name) {
  const std::string plain = plain_name(name);
  // "utf8" in any case without a hyphen is the lax one (perldoc Encode, "UTF-8 vs. utf8 vs. UTF8").
  if (plain == "utf8") {
    const bool strict = name.find_first_of("-_ ") != name.npos;
    return EncodingEntry{strict ? "utf-8-strict" : "utf8", "UTF-8", "Encode::utf8"};
  }
  for (const KnownName& known : kKnownNames) {
    if (plain != known.alias) continue;
    const bool wide = known.canonical[0] == 'U';
    return EncodingEntry{known.canonical, known.mime,
                         plain == "utf8strict" ? "Encode::utf8"
                         : wide                ? "Encode::Unicode"
                                               : "Encode::XS"};
  }
  // iso-8859-N, cpN, koi8-r ... by their own names, as far as the system converts them.
  std::string canonical = lower(name);
  if (plain.starts_with("iso8859")) canonical = "iso-8859-" + plain.substr(7);
  else if (plain.starts_with("windows")) canonical = "cp" + plain.substr(7);
  else if (plain.starts_with("cp")) canonical = plain;
  if (canonical.empty() || canonical.find_first_of("/,\n") != canonical.npos) return std::nullopt;
  if (!IconvCodec(canonical).usable()) return std::nullopt;
  std::string mime = canonical;
  if (canonical.starts_with("cp125")) mime = "windows-" + canonical.substr(2);
  else
    std::transform(mime.begin(), mime.end(), mime.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return EncodingEntry{canonical, mime, "Encode::XS"};
}

std::unique_ptr<Codec> make_codec(const std::string& name) {
  using Order = WideCodec::Order;
  if (name == "utf8") return std::make_unique<Utf8Codec>(false);
  if (name == "utf-8-strict") return std::make_unique<Utf8Codec>(true);
  if (name == "ascii") return std::make_unique<ByteCodec>(0x7f);
  if (name == "iso-8859-1") return std::make_unique<ByteCodec>(0xff);
  if (name.starts_with("UTF-16") || name.starts_with("UTF-32") || name.starts_with("UCS-2")) {
    const Order order = name.ends_with("LE")   ? Order::Little
                        : name.ends_with("BE") ? Order::Big
                                               : Order::ByMark;
    return std::make_unique<WideCodec>(name.starts_with("UTF-32") ? 4 : 2, order,
                                       !name.starts_with("UCS"));
  }
  auto codec = std::make_unique<IconvCodec>(name);
  if (!codec->usable()) return nullptr;
  return codec;
}

}  // namespace perlipc::builtin
