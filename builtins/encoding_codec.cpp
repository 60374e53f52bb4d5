// The codecs: Unicode's forms by hand, single bytes by table, East Asian ones through iconv(3).
#include "builtins/encoding_codec.h"
#include "builtins/encoding_tables.h"
#include "interp/value/convert.h"

#include <algorithm>
#include <cerrno>
#include <iconv.h>

namespace perlipc::builtin {

std::size_t Codec::decode_run(std::string_view bytes, std::string& out) {
  std::size_t used = 0;
  char text[8];
  while (used < bytes.size()) {
    const Decoded next = decode(bytes.substr(used));
    if (!next.character) break;
    out.append(text, utf8_encode(*next.character, text));
    used += next.length;
  }
  return used;
}

std::size_t Codec::encode_run(std::string_view text, std::string& out) {
  const char* const end = text.data() + text.size();
  std::size_t used = 0;
  while (used < text.size()) {
    std::size_t length = 1;
    const std::uint32_t c = utf8_decode(text.data() + used, end, &length);
    if (!encode(c, out)) break;
    used += length;
  }
  return used;
}

namespace {

constexpr bool is_surrogate(std::uint32_t c) { return c >= 0xd800 && c <= 0xdfff; }
constexpr bool is_noncharacter(std::uint32_t c) {
  return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}
constexpr std::uint32_t kLastUnicode = 0x10ffff;

// --- UTF-8 --------------------------------------------------------------------------------------

class Utf8Codec final : public Codec {
 public:
  explicit Utf8Codec(bool strict) : strict_(strict) { replacement = "\xef\xbf\xbd"; }

  Decoded decode(std::string_view bytes) override {
    const auto lead = static_cast<unsigned char>(bytes[0]);
    if (lead < 0x80) return {1, lead};
    const std::size_t wanted = lead < 0xc0   ? 1
                               : lead < 0xe0 ? 2
                               : lead < 0xf0 ? 3
                               : lead < 0xf8 ? 4
                               : lead < 0xfc ? 5
                               : lead < 0xfe ? 6
                               : lead < 0xff ? 7
                                             : 13;
    std::size_t have = 1;
    std::uint64_t c = wanted > 7 ? 0 : lead & (0xffu >> (wanted + 1));
    while (have < wanted && have < bytes.size() &&
           (static_cast<unsigned char>(bytes[have]) & 0xc0) == 0x80) {
      c = c << 6 | (static_cast<unsigned char>(bytes[have]) & 0x3f);
      ++have;
    }
    const bool possible = lead < (strict_ ? 0xf5 : 0xff);
    if (possible && have < wanted && have == bytes.size())
      return {have, std::nullopt, Fault::Partial};
    if (wanted == 1 || have < wanted || overlong(c, wanted) || refused(c))
      return {have, std::nullopt, Fault::Malformed};
    return {have, static_cast<std::uint32_t>(c)};
  }

  bool encode(std::uint32_t c, std::string& out) override {
    if (refused(c)) return false;
    char bytes[8];
    out.append(bytes, utf8_encode(c, bytes));
    return true;
  }

  std::size_t encode_run(std::string_view text, std::string& out) override {
    if (strict_) return Codec::encode_run(text, out);
    out.append(text);
    return text.size();
  }

  std::size_t decode_run(std::string_view bytes, std::string& out) override {
    std::size_t used = 0;
    while (used < bytes.size()) {
      if (static_cast<unsigned char>(bytes[used]) < 0x80) {
        ++used;
        continue;
      }
      const Decoded next = decode(bytes.substr(used));
      if (!next.character) break;
      used += next.length;
    }
    out.append(bytes.substr(0, used));
    return used;
  }

 private:
  static bool overlong(std::uint64_t c, std::size_t length) {
    constexpr std::uint64_t kLeast[] = {0,       0,        0x80,      0x800,
                                        0x10000, 0x200000, 0x4000000, 0x80000000};
    return length > 7 || c < kLeast[length];
  }
  // Characters that perl has and Unicode does not exchange; beyond 31 bits we have none.
  bool refused(std::uint64_t c) const {
    if (!strict_) return c > 0x7fffffff;
    return is_surrogate(static_cast<std::uint32_t>(c)) || c > kLastUnicode ||
           is_noncharacter(static_cast<std::uint32_t>(c));
  }

  bool strict_;
};

// --- one byte per character ---------------------------------------------------------------------

class ByteCodec final : public Codec {
 public:
  explicit ByteCodec(const ByteTable& table) : table_(table) {
    if (table.characters[0xc1] == 'A') replacement = "\x6f";  // "?" in EBCDIC
  }

  Decoded decode(std::string_view bytes) override {
    const std::uint32_t c = table_.characters[static_cast<unsigned char>(bytes[0])];
    if (c == ByteTable::kNone) return {1, std::nullopt, Fault::Malformed};
    return {1, c};
  }
  bool encode(std::uint32_t c, std::string& out) override {
    if (c < 256 && table_.characters[c] == c) {
      out += static_cast<char>(c);
      return true;
    }
    const auto found = std::lower_bound(table_.bytes.begin(), table_.bytes.end(),
                                        std::pair<std::uint32_t, unsigned char>(c, 0));
    if (found == table_.bytes.end() || found->first != c) return false;
    out += static_cast<char>(found->second);
    return true;
  }

 private:
  const ByteTable& table_;
};

// --- UTF-16, UTF-32, UCS-2 ----------------------------------------------------------------------

std::uint32_t word_at(std::string_view bytes, std::size_t unit, bool little_endian) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < unit; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[little_endian ? unit - 1 - i : i]);
  return value;
}

class WideCodec final : public Codec {
 public:
  WideCodec(std::size_t unit, bool little_endian, bool pairs)
      : unit_(unit), little_(little_endian), pairs_(pairs && unit == 2) {
    encode(0xfffd, replacement = {});
  }

  Decoded decode(std::string_view bytes) override {
    if (bytes.size() < unit_) return {bytes.size(), std::nullopt, Fault::Partial};
    const std::uint32_t first = word_at(bytes, unit_, little_);
    if (first > kLastUnicode) return {unit_, std::nullopt, Fault::TooHigh};
    if (!is_surrogate(first)) return {unit_, first};
    if (!pairs_ || first >= 0xdc00) return {unit_, std::nullopt, Fault::Surrogate};
    if (bytes.size() < 4) return {2, std::nullopt, Fault::Partial};
    const std::uint32_t second = word_at(bytes.substr(2), 2, little_);
    if (second < 0xdc00 || second > 0xdfff) return {2, std::nullopt, Fault::Malformed};
    return {4, 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)};
  }

  bool encode(std::uint32_t c, std::string& out) override {
    if (is_surrogate(c) || c > kLastUnicode || (c > 0xffff && unit_ == 2 && !pairs_)) return false;
    if (unit_ == 4 || c <= 0xffff) {
      append(c, out);
    } else {
      append(0xd800 + ((c - 0x10000) >> 10), out);
      append(0xdc00 + ((c - 0x10000) & 0x3ff), out);
    }
    return true;
  }

 private:
  void append(std::uint32_t value, std::string& out) const {
    for (std::size_t i = 0; i < unit_; ++i)
      out += static_cast<char>(value >> 8 * (little_ ? i : unit_ - 1 - i));
  }

  std::size_t unit_;
  bool little_;
  bool pairs_;
};

// --- several bytes, by iconv --------------------------------------------------------------------

class IconvCodec final : public Codec {
 public:
  explicit IconvCodec(const char* name)
      : decoder_(::iconv_open("UTF-32LE", name)), encoder_(::iconv_open(name, "UTF-32LE")) {}
  ~IconvCodec() override {
    for (const iconv_t converter : {decoder_, encoder_}) {
      if (converter != kNone) ::iconv_close(converter);
    }
  }
  bool usable() const { return decoder_ != kNone && encoder_ != kNone; }

  // Room for one character only makes iconv stop after it.
  Decoded decode(std::string_view bytes) override {
    if (static_cast<unsigned char>(bytes[0]) < 0x80)
      return {1, static_cast<unsigned char>(bytes[0])};
    unsigned char unit[4];
    char* in = const_cast<char*>(bytes.data());
    char* out = reinterpret_cast<char*>(unit);
    std::size_t in_left = bytes.size(), out_left = sizeof unit;
    const std::size_t status = ::iconv(decoder_, &in, &in_left, &out, &out_left);
    const bool partial = status == static_cast<std::size_t>(-1) && errno == EINVAL;
    const std::size_t used = bytes.size() - in_left;
    if (out_left == 0) {
      return {used,
              static_cast<std::uint32_t>(unit[0] | unit[1] << 8 | unit[2] << 16 | unit[3] << 24)};
    }
    ::iconv(decoder_, nullptr, nullptr, nullptr, nullptr);
    if (partial) return {bytes.size(), std::nullopt, Fault::Partial};
    return {1, std::nullopt, Fault::Malformed};
  }

  bool encode(std::uint32_t c, std::string& text) override {
    if (c < 0x80) {
      text += static_cast<char>(c);
      return true;
    }
    char unit[4] = {static_cast<char>(c), static_cast<char>(c >> 8), static_cast<char>(c >> 16),
                    static_cast<char>(c >> 24)};
    char bytes[16];
    char *in = unit, *out = bytes;
    std::size_t in_left = sizeof unit, out_left = sizeof bytes;
    if (::iconv(encoder_, &in, &in_left, &out, &out_left) != 0) {
      ::iconv(encoder_, nullptr, nullptr, nullptr, nullptr);
      return false;
    }
    // Shift_JIS has signs of its own in the places of two ASCII characters; Encode has those.
    const std::size_t size = sizeof bytes - out_left;
    if (size == 1 && static_cast<unsigned char>(bytes[0]) < 0x80) return false;
    text.append(bytes, size);
    return true;
  }

 private:
  static inline const iconv_t kNone = reinterpret_cast<iconv_t>(-1);
  iconv_t decoder_;
  iconv_t encoder_;
};

// A set of two-byte characters by itself, with the eighth bits off: the same set inside an EUC
// encoding has them on, behind a prefix.
class RawCodec final : public Codec {
 public:
  RawCodec(const char* name, std::string_view prefix) : set_(name), prefix_(prefix) {}
  bool usable() const { return set_.usable(); }

  Decoded decode(std::string_view bytes) override {
    if (bytes.size() < 2) return {bytes.size(), std::nullopt, Fault::Partial};
    std::string euc(prefix_);
    for (const char byte : bytes.substr(0, 2)) euc += static_cast<char>(byte | 0x80);
    const Decoded inner = set_.decode(euc);
    if (!inner.character || inner.length != euc.size()) return {1, std::nullopt, Fault::Malformed};
    return {2, inner.character};
  }
  bool encode(std::uint32_t c, std::string& out) override {
    std::string euc;
    if (c < 0x80 || !set_.encode(c, euc)) return false;
    if (euc.size() != prefix_.size() + 2 || !euc.starts_with(prefix_)) return false;
    for (std::size_t i = prefix_.size(); i < euc.size(); ++i)
      out += static_cast<char>(euc[i] & 0x7f);
    return true;
  }

 private:
  IconvCodec set_;
  std::string_view prefix_;
};

struct IconvName {
  std::string_view name;
  const char* iconv;
};
constexpr IconvName kMultiByte[] = {
    {"big5-eten", "BIG5"}, {"big5-hkscs", "BIG5-HKSCS"}, {"cp932", "CP932"},
    {"cp936", "CP936"},    {"cp949", "CP949"},           {"cp950", "CP950"},
    {"euc-cn", "EUC-CN"},  {"euc-jp", "EUC-JP"},         {"euc-kr", "EUC-KR"},
    {"johab", "JOHAB"},    {"shiftjis", "SHIFT_JIS"},
};
struct RawName {
  std::string_view name;
  const char* euc;
  std::string_view prefix;
};
constexpr RawName kRaw[] = {
    {"gb2312-raw", "EUC-CN", ""},
    {"jis0208-raw", "EUC-JP", ""},
    {"jis0212-raw", "EUC-JP", "\x8f"},
    {"ksc5601-raw", "EUC-KR", ""},
};

template <class C, class... Arguments> std::unique_ptr<Codec> if_usable(Arguments... arguments) {
  auto codec = std::make_unique<C>(arguments...);
  if (!codec->usable()) return nullptr;
  return codec;
}

}  // namespace

ByteOrderMark find_mark(std::string_view bytes, std::size_t unit) {
  if (bytes.size() < unit) return {};
  for (const bool little : {false, true}) {
    if (word_at(bytes, unit, little) == 0xfeff) return {unit, little};
  }
  return {};
}

std::unique_ptr<Codec> make_wide_codec(std::size_t unit, bool little_endian, bool surrogate_pairs) {
  return std::make_unique<WideCodec>(unit, little_endian, surrogate_pairs);
}

std::unique_ptr<Codec> make_codec(std::string_view name) {
  if (name == "utf8") return std::make_unique<Utf8Codec>(false);
  if (name == "utf-8-strict") return std::make_unique<Utf8Codec>(true);
  if (name.starts_with("UTF-16") || name.starts_with("UTF-32") || name.starts_with("UCS-2"))
    return make_wide_codec(name.starts_with("UTF-32") ? 4 : 2, name.ends_with("LE"),
                           name.starts_with("UTF-16"));
  if (const ByteTable* table = byte_table(name)) return std::make_unique<ByteCodec>(*table);
  for (const IconvName& row : kMultiByte) {
    if (row.name == name) return if_usable<IconvCodec>(row.iconv);
  }
  for (const RawName& row : kRaw) {
    if (row.name == name) return if_usable<RawCodec>(row.euc, row.prefix);
  }
  return nullptr;
}

}  // namespace perlipc::builtin
