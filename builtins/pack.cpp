// pack (perlfunc): builds a binary string from a list.
#include "builtins/malformed_utf8.h"
#include "builtins/pack_template.h"
#include "interp/value/call.h"
#include "interp/value/convert.h"
#include <algorithm>
#include <bit>
#include <cmath>

namespace perlipc::builtin {
namespace {
// The string being made. In utf8 form a byte is a character; in raw form (U0) the bytes of the
// UTF-8 encoding are written as they are.
class Output {
 public:
  std::string bytes;
  bool utf8 = false;
  bool raw = false;

  bool plain() const { return !utf8 || raw; }
  void put(const char* p, std::size_t n) {
    if (plain()) [[likely]] {
      bytes.append(p, n);
      return;
    }
    for (std::size_t k = 0; k < n; ++k) put(static_cast<unsigned char>(p[k]));
  }
  void put(unsigned char c) {
    if (plain() || c < 128) {
      bytes.push_back(static_cast<char>(c));
      return;
    }
    bytes.push_back(static_cast<char>(0xc0 | c >> 6));
    bytes.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  }
  void fill(std::size_t n, char c) { bytes.append(n, c); }
  void make_utf8() {
    if (utf8) return;
    String* narrow = String::make(bytes);
    String* wide = upgrade(narrow);
    bytes.assign(wide->data, wide->length);
    narrow->release();
    wide->release();
    utf8 = true;
  }
  // Position in characters (bytes when plain), and what it is in bytes.
  std::size_t position() const { return plain() ? bytes.size() : utf8_length(bytes); }
  std::size_t offset(std::size_t position) const {
    return plain() ? position : utf8_offset(bytes, position);
  }
};

class Packer {
 public:
  Packer(Engine& engine, const Value* args, std::size_t count)
      : engine_(engine), next_(args), end_(args + count) {}

  Value run(const PackTemplate& t) {
    if (t.starts_with_u) out_.utf8 = out_.raw = raw_used_ = true;
    if (t.has_comma) engine_.warn(Warning::Unpack, "Invalid type ',' in pack");
    items(t.items);
    if (raw_used_) check_characters();
    return Value::string(out_.bytes, out_.utf8);
  }

 private:
  // Bytes written one by one under U0 have to be UTF-8 in the end.
  void check_characters() {
    const char* p = out_.bytes.data();
    const char* end = p + out_.bytes.size();
    while (p < end) {
      std::size_t used;
      utf8_decode(p, end, &used);
      if (used == 1 && static_cast<signed char>(*p) < 0) {
        std::vector<std::string> messages;
        describe_malformed_utf8(p, static_cast<std::size_t>(end - p), messages);
        for (const std::string& m : messages) engine_.warn(Warning::Utf8, m + " in pack");
        engine_.die("Malformed UTF-8 character (fatal)");
      }
      p += used;
    }
  }

  std::size_t remaining() const { return static_cast<std::size_t>(end_ - next_); }

  void items(const std::vector<PackItem>& list) {
    for (std::size_t n = 0; n < list.size(); ++n) {
      const PackItem& i = list[n];
      if (!i.slash) {
        item(i, i.count_kind, i.count);
        continue;
      }
      with_length(i, list[++n]);
    }
  }

  // "n/a*": the length of what follows, then that.
  void with_length(const PackItem& length_item, const PackItem& i) {
    bool counted = i.count_kind == PackCount::Number;
    std::int64_t count;
    if (i.type == 'a' || i.type == 'A' || i.type == 'Z') {
      if (counted) {
        count = i.count;
      } else if (next_ < end_) {
        Text text(engine_, *next_);
        count = static_cast<std::int64_t>(text.get()->char_length()) + (i.type == 'Z');
      } else {
        count = i.type == 'Z';
      }
    } else {
      auto have = static_cast<std::int64_t>(remaining());
      count = counted ? std::min(i.count, have) : have;
    }
    Value length = Value::integer(count);
    const Value* next = std::exchange(next_, &length);
    const Value* end = std::exchange(end_, &length + 1);
    item(length_item, length_item.count_kind, length_item.count);
    next_ = next;
    end_ = end;
    item(i, PackCount::Number, count);
  }

  void item(const PackItem& i, PackCount kind, std::int64_t count) {
    switch (i.type) {
      case '(': group(i, kind, count); return;
      case 'a':
      case 'A':
      case 'Z': text(i.type, kind, count); return;
      case 'b':
      case 'B': bits(i.type, kind, count); return;
      case 'h':
      case 'H': nybbles(i.type, kind, count); return;
      case 'u': uuencode(kind, count); return;
      case 'P': pointer(next(), i.big); return;
      case 'x': skip(i, kind == PackCount::Star ? 0 : count); return;
      case 'X': back(i, kind == PackCount::Star ? 0 : count); return;
      case '@':
        move_to(static_cast<std::int64_t>(group_starts_.empty() ? 0 : group_starts_.back()) +
                    (kind == PackCount::Star ? 0 : count),
                i.bang);
        return;
      case '.': move_by_value(i, kind, count); return;
      case '%': engine_.die("'%' may not be used in pack"); return;
      case 'U':
      case 'C':
        if (kind == PackCount::Number && count == 0) {  // mode switches
          out_.raw = i.type == 'U';
          if (out_.raw) {
            out_.make_utf8();
            raw_used_ = true;
          }
          return;
        }
        break;
      default: break;
    }
    if (kind == PackCount::Star) count = static_cast<std::int64_t>(remaining());
    for (; count > 0; --count) value(i);
  }

  // The next argument; a missing one packs as "" or 0.
  const Value& next() {
    static const Value missing = Value::adopt(String::intern_immortal(""));
    return next_ < end_ ? *next_++ : missing;
  }
  bool exhausted() const { return next_ >= end_; }

  // ---- numbers -------------------------------------------------------------------------------------
  std::int64_t integer(const PackItem& i) {
    if (exhausted()) return 0;
    const Value& v = *next_++;
    if (v.tag == kInt) [[likely]]
      return v.i;
    Value n = to_number_slow(engine_, v);
    if (n.tag == kDouble && !std::isfinite(n.d)) {
      Text name(engine_, n);
      engine_.die("Cannot pack " + std::string(name.view()) + " with '" + i.type + "'");
    }
    return to_int(engine_, n);
  }

  template <class T> void store(T value, bool big) {
    char raw[sizeof(T)];
    std::memcpy(raw, &value, sizeof(T));
    if (big != (std::endian::native == std::endian::big)) std::reverse(raw, raw + sizeof(T));
    out_.put(raw, sizeof(T));
  }

  double real() { return exhausted() ? 0 : to_double(engine_, next()); }

  void value(const PackItem& i) {
    switch (i.type) {
      case 'c':
      case 'C': octet(i); break;
      case 'W': character(i); break;
      case 'U': code_point(i); break;
      case 's':
      case 'S': store(static_cast<std::uint16_t>(integer(i)), i.big); break;
      case 'n': store(static_cast<std::uint16_t>(integer(i)), true); break;
      case 'v': store(static_cast<std::uint16_t>(integer(i)), false); break;
      case 'i':
      case 'I': store(static_cast<std::uint32_t>(integer(i)), i.big); break;
      case 'l':
      case 'L':
        if (i.bang) store(static_cast<std::uint64_t>(integer(i)), i.big);
        else store(static_cast<std::uint32_t>(integer(i)), i.big);
        break;
      case 'N': store(static_cast<std::uint32_t>(integer(i)), true); break;
      case 'V': store(static_cast<std::uint32_t>(integer(i)), false); break;
      case 'q':
      case 'Q':
      case 'j':
      case 'J': store(static_cast<std::uint64_t>(integer(i)), i.big); break;
      case 'f': store(static_cast<float>(real()), i.big); break;
      case 'd':
      case 'F': store(real(), i.big); break;
      case 'D': long_double(i.big); break;
      case 'p': pointer(next(), i.big); break;
      case 'w': compressed(); break;
      default: break;
    }
  }

  void wrapped(char type) {
    engine_.warn(Warning::Pack, std::string("Character in '") + type + "' format wrapped in pack");
  }

  void octet(const PackItem& i) {
    std::int64_t n = integer(i);
    if (i.type == 'c' ? n < -128 || n > 127 : n < 0 || n > 255) wrapped(i.type);
    out_.put(static_cast<unsigned char>(n));
  }

  std::uint32_t checked_code(const PackItem& i) {
    std::int64_t n = integer(i);
    if (n < 0)
      engine_.die("Use of code point 0x" + hex(static_cast<std::uint64_t>(n)) +
                  " is not allowed; the permissible max is 0x7FFFFFFFFFFFFFFF");
    return static_cast<std::uint32_t>(std::min<std::int64_t>(n, UINT32_MAX));
  }
  static std::string hex(std::uint64_t n) {
    std::string text;
    for (; n; n >>= 4) text.insert(text.begin(), "0123456789ABCDEF"[n & 15]);
    return text;
  }

  void character(const PackItem& i) {
    std::uint32_t cp = checked_code(i);
    if (cp < 256 || out_.raw) {
      if (cp > 255) wrapped('W');
      out_.put(static_cast<unsigned char>(cp));
      return;
    }
    out_.make_utf8();
    char encoded[8];
    out_.bytes.append(encoded, utf8_encode(cp, encoded));
  }

  void code_point(const PackItem& i) {
    char encoded[8];
    std::size_t n = utf8_encode(checked_code(i), encoded);
    out_.put(encoded, n);
  }

  void long_double(bool big) {
    char raw[sizeof(long double)] = {};
    auto d = static_cast<long double>(real());
    std::memcpy(raw, &d, 10);  // the rest is padding
    if (big) std::reverse(raw, raw + sizeof raw);
    out_.put(raw, sizeof raw);
  }

  void pointer(const Value& v, bool big) {
    Value now = rvalue(v);
    if (now.is_undef()) {
      store(std::uint64_t{0}, big);
      return;
    }
    String* s = to_string(engine_, now);
    // The value's own bytes: valid as long as the variable keeps them. A temporary text has to
    // stay for ever, since nobody else knows of it.
    if (now.tag == kStr) s->release();
    store(reinterpret_cast<std::uint64_t>(s->data), big);
  }

  // BER: base 128, most significant digit first.
  void compressed() {
    if (exhausted()) {
      out_.put(0);
      return;
    }
    const Value& given = next();
    Value v = rvalue(given);
    if (v.tag == kStr && v.s->length > 19 &&
        v.s->view().find_first_not_of("0123456789") == std::string_view::npos) {
      put_groups(decimal_groups(std::string(v.s->view())));
      return;
    }
    Value n = v.is_undef() ? to_number_slow(engine_, given) : to_number_slow(engine_, v);
    if (n.tag == kDouble && !std::isfinite(n.d)) {
      Text name(engine_, n);
      engine_.die("Cannot compress " + std::string(name.view()) + " in pack");
    }
    bool negative = n.tag == kDouble ? n.d < 0 : n.tag == kInt && n.i < 0;
    if (negative) engine_.die("Cannot compress negative numbers in pack");
    std::string groups;
    if (n.tag == kDouble && n.d >= 0x1p64) {
      for (double d = std::floor(n.d); d > 0; d = std::floor(d / 128))
        groups.push_back(static_cast<char>(std::fmod(d, 128)));
    } else {
      auto u = static_cast<std::uint64_t>(to_int(engine_, n));
      do groups.push_back(static_cast<char>(u & 127));
      while (u >>= 7);
    }
    put_groups(groups);
  }

  // Repeated division by 128 of a number in decimal digits; least significant group first.
  static std::string decimal_groups(std::string digits) {
    std::string groups;
    while (!digits.empty()) {
      int rest = 0;
      std::string quotient;
      for (char c : digits) {
        int n = rest * 10 + (c - '0');
        rest = n % 128;
        if (n / 128 || !quotient.empty()) quotient.push_back(static_cast<char>('0' + n / 128));
      }
      groups.push_back(static_cast<char>(rest));
      digits = quotient;
    }
    return groups;
  }

  void put_groups(const std::string& least_first) {
    for (std::size_t n = least_first.size(); n-- > 0;)
      out_.put(static_cast<unsigned char>(least_first[n] | (n ? 0x80 : 0)));
  }

  // ---- strings -------------------------------------------------------------------------------------
  void text(char type, PackCount kind, std::int64_t count) {
    Text given(engine_, next());
    const String* s = given.get();
    if (s->utf8() && !out_.utf8) out_.make_utf8();
    std::string_view bytes = s->view();
    bool by_characters = s->utf8() && !out_.raw;
    std::size_t length = by_characters ? s->char_length() : bytes.size();
    auto wanted = static_cast<std::size_t>(count);
    if (kind == PackCount::Star) wanted = length + (type == 'Z');
    std::size_t take = std::min(length, type == 'Z' && wanted > 0 ? wanted - 1 : wanted);
    if (by_characters) {
      out_.bytes.append(bytes.substr(0, utf8_offset(bytes, take)));
    } else {
      out_.put(bytes.data(), take);
    }
    out_.fill(wanted - take, type == 'A' ? ' ' : '\0');
  }

  // The bytes of a value for b, h and u: characters above 255 wrap with a warning.
  std::string low_bytes(const Value& v, bool warn, char type) {
    Text given(engine_, v);
    if (!given.utf8()) return std::string(given.view());
    std::string out;
    const char* p = given.view().data();
    const char* end = p + given.size();
    bool wide = false;
    while (p < end) {
      std::size_t n;
      std::uint32_t c = utf8_decode(p, end, &n);
      wide |= c > 255;
      bool digit_only = c > 255 && type != 'u';  // never a letter: only its low four bits count
      out.push_back(static_cast<char>(digit_only ? c & 15 : c));
      p += n;
    }
    if (wide && warn)
      engine_.warn(Warning::Pack,
                   std::string("Character(s) in '") + type + "' format wrapped in pack");
    if (type != 'u') out.resize(given.size(), '\0');  // perl counts the encoded bytes for "*"
    return out;
  }

  void bits(char type, PackCount kind, std::int64_t count) {
    std::string s = low_bytes(next(), false, type);
    auto wanted = kind == PackCount::Star ? s.size() : static_cast<std::size_t>(count);
    for (std::size_t at = 0; at < wanted; at += 8) {
      unsigned byte = 0;
      for (std::size_t k = 0; k < 8 && at + k < wanted && at + k < s.size(); ++k) {
        unsigned bit = static_cast<unsigned char>(s[at + k]) & 1;
        byte |= bit << (type == 'b' ? k : 7 - k);
      }
      out_.put(static_cast<unsigned char>(byte));
    }
  }

  void nybbles(char type, PackCount kind, std::int64_t count) {
    std::string s = low_bytes(next(), false, type);
    auto wanted = kind == PackCount::Star ? s.size() : static_cast<std::size_t>(count);
    auto digit = [&](std::size_t at) -> unsigned {
      if (at >= s.size() || at >= wanted) return 0;
      auto c = static_cast<unsigned char>(s[at]);
      bool letter = static_cast<unsigned>((c | 32) - 'a') < 26;
      return (letter ? c + 9u : c) & 15;
    };
    for (std::size_t at = 0; at < wanted; at += 2) {
      unsigned first = digit(at), second = digit(at + 1);
      out_.put(static_cast<unsigned char>(type == 'h' ? first | second << 4 : first << 4 | second));
    }
  }

  void uuencode(PackCount kind, std::int64_t count) {
    std::string s = low_bytes(next(), true, 'u');
    std::size_t line = 45;
    if (kind == PackCount::Number && count > 2) {
      line = static_cast<std::size_t>(count) / 3 * 3;
      if (line > 63) {
        engine_.warn(Warning::Pack, "Field too wide in 'u' format in pack");
        line = 63;
      }
    }
    std::string encoded;
    auto six = [](unsigned n) { return static_cast<char>(n ? n + 32 : '`'); };
    for (std::size_t at = 0; at < s.size(); at += line) {
      std::size_t n = std::min(line, s.size() - at);
      encoded.push_back(six(static_cast<unsigned>(n)));
      for (std::size_t k = 0; k < n; k += 3) {
        unsigned group = 0;
        for (std::size_t j = 0; j < 3; ++j)
          group = group << 8 | (k + j < n ? static_cast<unsigned char>(s[at + k + j]) : 0);
        for (int shift = 18; shift >= 0; shift -= 6) encoded.push_back(six(group >> shift & 63));
      }
      encoded.push_back('\n');
    }
    out_.put(encoded.data(), encoded.size());
  }

  // ---- positions and groups ------------------------------------------------------------------------
  void skip(const PackItem& i, std::int64_t count) {
    if (i.bang) {
      if (count <= 0) return;
      auto over = static_cast<std::int64_t>(out_.position()) % count;
      count = over ? count - over : 0;
    }
    out_.fill(static_cast<std::size_t>(count), '\0');
  }

  void back(const PackItem& i, std::int64_t count) {
    auto at = static_cast<std::int64_t>(out_.position());
    if (i.bang) count = count > 0 ? at % count : 0;
    if (count > at) engine_.die("'X' outside of string in pack");
    out_.bytes.resize(out_.offset(static_cast<std::size_t>(at - count)));
  }

  void move_to(std::int64_t target, bool internal_bytes) {
    if (target < 0) engine_.die("'@' outside of string in pack");
    auto wanted = static_cast<std::size_t>(target);
    std::size_t at = internal_bytes ? out_.bytes.size() : out_.position();
    if (wanted > at) out_.fill(wanted - at, '\0');
    else out_.bytes.resize(internal_bytes ? wanted : out_.offset(wanted));
  }

  void move_by_value(const PackItem& i, PackCount kind, std::int64_t count) {
    std::int64_t offset = integer(i);
    std::int64_t base = 0;
    if (kind != PackCount::Star) {
      if (count == 0) base = static_cast<std::int64_t>(out_.position());
      else if (static_cast<std::size_t>(count) <= group_starts_.size())
        base = static_cast<std::int64_t>(
            group_starts_[group_starts_.size() - static_cast<std::size_t>(count)]);
    }
    if (base + offset < 0) engine_.die("'.' outside of string in pack");
    move_to(base + offset, i.bang);
  }

  void group(const PackItem& i, PackCount kind, std::int64_t count) {
    bool raw = out_.raw;
    while (kind == PackCount::Star ? !exhausted() : count-- > 0) {
      group_starts_.push_back(out_.position());
      const Value* before = next_;
      items(i.group);
      group_starts_.pop_back();
      out_.raw = raw;
      if (kind == PackCount::Star && next_ == before) break;  // takes no arguments: once is enough
    }
  }

  Engine& engine_;
  const Value* next_;
  const Value* end_;
  Output out_;
  bool raw_used_ = false;
  std::vector<std::size_t> group_starts_;  // of the groups being packed; the whole starts at 0
};
}  // namespace

Value bi_pack(Call& call) {
  Text text(call.string(0));
  const PackTemplate& t = call.engine.service<PackTemplates>().get(call.engine, text.get(), "pack");
  return Packer(call.engine, call.args + 1, call.count - 1).run(t);
}

}  // namespace perlipc::builtin
