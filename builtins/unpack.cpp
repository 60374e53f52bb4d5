// unpack (perlfunc): takes a binary string apart.
#include "builtins/malformed_utf8.h"
#include "builtins/pack_template.h"
#include "builtins/unicode_case.h"
#include "interp/value/call.h"
#include "interp/value/convert.h"
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace perlipc::builtin {
namespace {
// Reads characters as bytes. In a utf8 string a position steps over whole characters, except in
// raw mode (U0), where the bytes of the encoding are seen.
class Input {
 public:
  Input(Engine& engine, std::string_view bytes, bool utf8)
      : engine_(engine), start_(bytes.data()), p_(start_), end_(start_ + bytes.size()),
        utf8_(utf8) {}
  bool raw = false;

  bool wide() const { return utf8_ && !raw; }
  bool utf8() const { return utf8_; }
  bool at_end() const { return p_ >= end_; }
  const char* here() const { return p_; }
  const char* end() const { return end_; }
  void set(const char* p) { p_ = p; }
  // Units left (bytes or characters), counted only as far as needed.
  bool has(std::size_t n) const {
    if (!wide()) return static_cast<std::size_t>(end_ - p_) >= n;
    return static_cast<std::size_t>(end_ - p_) >= n && left() >= n;
  }
  std::size_t left() const {
    std::string_view rest(p_, static_cast<std::size_t>(end_ - p_));
    return wide() ? utf8_length(rest) : rest.size();
  }
  std::size_t position(const char* from) const {
    std::string_view part(from, static_cast<std::size_t>(p_ - from));
    return wide() ? utf8_length(part) : part.size();
  }
  const char* start() const { return start_; }
  // The place n units after from, or null beyond the end.
  const char* after(const char* from, std::size_t n) const {
    if (!wide()) return static_cast<std::size_t>(end_ - from) >= n ? from + n : nullptr;
    for (; n > 0 && from < end_; --n) {
      std::size_t used;
      utf8_decode(from, end_, &used);
      from += used;
    }
    return n ? nullptr : from;
  }
  // One character of a wide string, one byte otherwise.
  std::uint32_t character() {
    if (!wide()) return static_cast<unsigned char>(*p_++);
    std::size_t used;
    std::uint32_t c = utf8_decode(p_, end_, &used);
    p_ += used;
    return c;
  }
  unsigned char byte(char type) {
    std::uint32_t c = character();
    if (c > 255)
      engine_.warn(Warning::Unpack,
                   std::string("Character in '") + type + "' format wrapped in unpack");
    return static_cast<unsigned char>(c);
  }
  void copy(char* to, std::size_t n, char type) {
    if (!wide()) [[likely]] {
      std::memcpy(to, p_, n);
      p_ += n;
      return;
    }
    bool wrapped = false;
    for (std::size_t k = 0; k < n; ++k) {
      std::uint32_t c = character();
      wrapped |= c > 255;
      to[k] = static_cast<char>(c);
    }
    if (wrapped)
      engine_.warn(Warning::Unpack,
                   std::string("Character(s) in '") + type + "' format wrapped in unpack");
  }

 private:
  Engine& engine_;
  const char* start_;
  const char* p_;
  const char* end_;
  bool utf8_;
};

class Unpacker {
 public:
  Unpacker(Engine& engine, std::string_view bytes, bool utf8, std::vector<Value>& out,
           bool first_only)
      : engine_(engine), in_(engine, bytes, utf8), out_(out), first_(out.size()),
        first_only_(first_only) {}

  void run(const PackTemplate& t) {
    if (t.starts_with_u) in_.raw = true;
    if (t.has_comma) engine_.warn(Warning::Unpack, "Invalid type ',' in unpack");
    group_starts_.push_back(in_.start());
    items(t.items);
  }

 private:
  // In scalar context one value is enough.
  bool done() const { return first_only_ && out_.size() > first_; }

  void items(const std::vector<PackItem>& list) {
    for (std::size_t n = 0; n < list.size() && !done(); ++n) {
      const PackItem& i = list[n];
      if (i.type == '%') {
        if (n + 1 < list.size())
          checksum(i.count_kind == PackCount::Number ? i.count : 16, list[++n]);
        continue;
      }
      const bool past = in_.at_end();
      item(i, i.count_kind, i.count);
      if (i.slash && n + 1 < list.size()) {
        const PackItem& counted = list[++n];
        if (out_.size() == first_) return;  // the data ended before the count
        // A count that is not there: an earlier value would be taken for it.
        if (past) engine_.die("length/code after end of string in unpack");
        Value length = std::move(out_.back());
        out_.pop_back();
        std::int64_t count = std::max<std::int64_t>(to_int(engine_, length), 0);
        item(counted, PackCount::Number, count);
      }
    }
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
      case 'u': uudecode(); return;
      case 'x': skip(i, kind, count); return;
      case 'X': back(i, kind, count); return;
      case '@': move_to(i, kind, count); return;
      case '.': push_position(i, kind, count); return;
      case 'P': pointer_to(kind == PackCount::Number ? count : 1, i.big); return;
      case 'U':
      case 'C':
        if (kind == PackCount::Number && count == 0) {
          in_.raw = i.type == 'U' && in_.utf8();
          return;
        }
        break;
      default: break;
    }
    if (kind == PackCount::Star) count = INT64_MAX;
    if (i.type == 'w') {
      compressed(count);
      return;
    }
    std::size_t size = pack_size(i.type, i.bang);
    if (i.type == 'W' || i.type == 'U' || size == 1) {
      for (; count > 0 && !in_.at_end() && !done(); --count) character(i);
      return;
    }
    if (kind != PackCount::None && !in_.wide())
      out_.reserve(out_.size() +
                   std::min<std::size_t>(static_cast<std::size_t>(count), in_.left() / size));
    for (; count > 0 && in_.has(size) && !done(); --count) number(i);
  }

  void push(Value v) { out_.push_back(std::move(v)); }
  void push_int(std::int64_t n) { out_.push_back(Value::integer(n)); }

  // ---- numbers -------------------------------------------------------------------------------------
  template <class T> T load(bool big, char type) {
    char raw[sizeof(T)];
    in_.copy(raw, sizeof(T), type);
    if (big != (std::endian::native == std::endian::big)) std::reverse(raw, raw + sizeof(T));
    T value;
    std::memcpy(&value, raw, sizeof(T));
    return value;
  }

  void number(const PackItem& i) {
    char t = i.type;
    switch (t) {
      case 's': push_int(load<std::int16_t>(i.big, t)); break;
      case 'S': push_int(load<std::uint16_t>(i.big, t)); break;
      case 'n':
      case 'v': {
        auto n = load<std::uint16_t>(t == 'n', t);
        push_int(i.bang ? static_cast<std::int16_t>(n) : n);
        break;
      }
      case 'i': push_int(load<std::int32_t>(i.big, t)); break;
      case 'I': push_int(load<std::uint32_t>(i.big, t)); break;
      case 'l':
        if (i.bang) push_int(load<std::int64_t>(i.big, t));
        else push_int(load<std::int32_t>(i.big, t));
        break;
      case 'L':
        if (i.bang) push(Value::unsigned_integer(load<std::uint64_t>(i.big, t)));
        else push_int(load<std::uint32_t>(i.big, t));
        break;
      case 'N':
      case 'V': {
        auto n = load<std::uint32_t>(t == 'N', t);
        push_int(i.bang ? static_cast<std::int32_t>(n) : static_cast<std::int64_t>(n));
        break;
      }
      case 'q':
      case 'j': push_int(load<std::int64_t>(i.big, t)); break;
      case 'Q':
      case 'J': push(Value::unsigned_integer(load<std::uint64_t>(i.big, t))); break;
      case 'f': push(Value::number(load<float>(i.big, t))); break;
      case 'd':
      case 'F': push(Value::number(load<double>(i.big, t))); break;
      case 'D': push(Value::number(static_cast<double>(load<long double>(i.big, t)))); break;
      case 'p': {
        auto address = load<std::uint64_t>(i.big, t);
        push(address ? Value::string(reinterpret_cast<const char*>(address)) : Value());
        break;
      }
      default: break;
    }
  }

  void pointer_to(std::int64_t length, bool big) {
    if (!in_.has(8)) return;
    auto address = load<std::uint64_t>(big, 'P');
    push(address ? Value::string(
                       {reinterpret_cast<const char*>(address), static_cast<std::size_t>(length)})
                 : Value());
  }

  void character(const PackItem& i) {
    switch (i.type) {
      case 'c': push_int(static_cast<signed char>(in_.byte('c'))); break;
      case 'U': push_int(encoded_character()); break;
      default: push_int(in_.character()); break;
    }
  }

  // U: the code point whose UTF-8 bytes come next; 0 with a warning when they are malformed.
  std::int64_t encoded_character() {
    if (!in_.wide()) {
      auto available = static_cast<std::size_t>(in_.end() - in_.here());
      std::size_t used;
      std::int64_t c = decode(in_.here(), std::min<std::size_t>(6, available), &used);
      in_.set(in_.here() + used);
      return c;
    }
    char bytes[8];
    const char* before = in_.here();
    std::size_t n = 0, available = std::min<std::size_t>(6, in_.left());
    bool wrapped = false;
    while (n < available) {
      std::uint32_t c = in_.character();
      wrapped |= c > 255;
      bytes[n++] = static_cast<char>(c);
      if (n == 1 && static_cast<unsigned char>(bytes[0]) < 0xc0) break;
    }
    if (wrapped) engine_.warn(Warning::Unpack, "Character(s) in 'U' format wrapped in unpack");
    std::size_t used;
    std::int64_t c = decode(bytes, n, &used);
    in_.set(in_.after(before, used));
    return c;
  }

  std::int64_t decode(const char* p, std::size_t available, std::size_t* used) {
    std::uint32_t c = utf8_decode(p, p + available, used);
    if (static_cast<unsigned char>(*p) < 0x80 || *used > 1) return c;
    std::vector<std::string> messages;
    *used = describe_malformed_utf8(p, available, messages);
    for (const std::string& m : messages) engine_.warn(Warning::Utf8, m + " in unpack");
    return 0;
  }

  void compressed(std::int64_t count) {
    while (count > 0 && !in_.at_end() && !done()) {
      std::uint64_t n = 0;
      double big = 0;
      bool overflow = false, finished = false;
      while (!in_.at_end()) {
        unsigned char c = in_.byte('w');
        if (!overflow && n >> 57) {
          overflow = true;
          big = static_cast<double>(n);
        }
        if (overflow) big = big * 128 + (c & 127);
        else n = n << 7 | (c & 127);
        digits_.push_back(static_cast<char>(c & 127));
        if (!(c & 128)) {
          finished = true;
          break;
        }
      }
      if (!finished) engine_.die("Unterminated compressed integer in unpack");
      push(overflow ? Value::string(decimal(digits_)) : Value::unsigned_integer(n));
      digits_.clear();
      --count;
    }
  }

  // Base 128 digits, most significant first, as decimal text: numbers that no integer holds.
  static std::string decimal(const std::string& groups) {
    std::string out = "0";
    for (char g : groups) {
      int carry = g;
      for (std::size_t k = out.size(); k-- > 0;) {
        int n = (out[k] - '0') * 128 + carry;
        out[k] = static_cast<char>('0' + n % 10);
        carry = n / 10;
      }
      for (; carry; carry /= 10) out.insert(out.begin(), static_cast<char>('0' + carry % 10));
    }
    return out;
  }

  // ---- strings -------------------------------------------------------------------------------------
  void text(char type, PackCount kind, std::int64_t count) {
    const char* from = in_.here();
    const char* to =
        kind == PackCount::Star ? nullptr : in_.after(from, static_cast<std::size_t>(count));
    if (!to) to = in_.end();
    const char* next = to;
    if (type == 'Z') {
      if (auto* nul =
              static_cast<const char*>(std::memchr(from, 0, static_cast<std::size_t>(to - from)))) {
        to = nul;
        if (kind == PackCount::Star) next = nul + 1;
      }
    } else if (type == 'A') {
      to = trimmed(from, to);
    }
    in_.set(next);
    push(Value::string({from, static_cast<std::size_t>(to - from)}, in_.wide()));
  }

  const char* trimmed(const char* from, const char* to) const {
    while (to > from) {
      auto c = static_cast<unsigned char>(to[-1]);
      if (c == 0 || c == ' ' || (c >= '\t' && c <= '\r')) {
        --to;
        continue;
      }
      if (c < 128 || !in_.wide()) break;
      const char* q = to - 1;
      while (q > from && (static_cast<unsigned char>(*q) & 0xc0) == 0x80) --q;
      std::size_t used;
      if (!is_wide_space(utf8_decode(q, to, &used))) break;
      to = q;
    }
    return to;
  }

  std::size_t limited(PackCount kind, std::int64_t count, std::size_t per_unit) const {
    std::size_t most = in_.left() * per_unit;
    return kind == PackCount::Star ? most : std::min(static_cast<std::size_t>(count), most);
  }

  void bits(char type, PackCount kind, std::int64_t count) {
    std::size_t wanted = limited(kind, count, 8);
    std::string out(wanted, '0');
    unsigned byte = 0;
    for (std::size_t n = 0; n < wanted; ++n) {
      if (n % 8 == 0) byte = in_.byte(type);
      out[n] =
          static_cast<char>('0' + (type == 'b' ? byte >> (n % 8) & 1 : byte >> (7 - n % 8) & 1));
    }
    push(Value::string(out));
  }

  void nybbles(char type, PackCount kind, std::int64_t count) {
    std::size_t wanted = limited(kind, count, 2);
    std::string out(wanted, '0');
    unsigned byte = 0;
    for (std::size_t n = 0; n < wanted; ++n) {
      if (n % 2 == 0) byte = in_.byte(type);
      bool low = (type == 'h') == (n % 2 == 0);
      out[n] = "0123456789abcdef"[low ? byte & 15 : byte >> 4];
    }
    push(Value::string(out));
  }

  void uudecode() {
    if (in_.at_end()) {
      push({});
      return;
    }
    std::string out;
    auto peek = [&] { return in_.at_end() ? 0 : static_cast<unsigned char>(*in_.here()); };
    auto six = [&]() -> unsigned {
      unsigned c = peek();
      if (c <= 32 || c > 96) return 0;
      in_.set(in_.here() + 1);
      return (c - 32) & 63;
    };
    while (!in_.at_end() && peek() > ' ' && peek() < 'a') {
      std::size_t length = (in_.character() - 32) & 63;
      while (length > 0 && !in_.at_end()) {
        unsigned a = six(), b = six(), c = six(), d = six();
        const char three[] = {static_cast<char>(a << 2 | b >> 4),
                              static_cast<char>(b << 4 | c >> 2), static_cast<char>(c << 6 | d)};
        std::size_t n = std::min<std::size_t>(length, 3);
        out.append(three, n);
        length -= n;
      }
      if (peek() == '\n') {
        in_.set(in_.here() + 1);
      } else if (in_.end() - in_.here() > 1 && in_.here()[1] == '\n') {  // a check character
        in_.set(in_.here() + 2);
      }
    }
    push(Value::string(out));
  }

  // ---- positions and groups ------------------------------------------------------------------------
  void outside(char type) {
    engine_.die(std::string("'") + type + "' outside of string in unpack");
  }

  void skip(const PackItem& i, PackCount kind, std::int64_t count) {
    if (kind == PackCount::Star) {
      in_.set(in_.end());
      return;
    }
    if (i.bang) {
      if (count <= 0) return;
      auto over = static_cast<std::int64_t>(in_.position(in_.start())) % count;
      count = over ? count - over : 0;
    }
    const char* to = in_.after(in_.here(), static_cast<std::size_t>(count));
    if (!to) outside('x');
    in_.set(to);
  }

  void back(const PackItem& i, PackCount kind, std::int64_t count) {
    auto at = static_cast<std::int64_t>(in_.position(in_.start()));
    if (i.bang) count = count > 0 ? at % count : 0;
    if (kind == PackCount::Star || count > at) outside('X');
    in_.set(in_.after(in_.start(), static_cast<std::size_t>(at - count)));
  }

  void move_to(const PackItem& i, PackCount kind, std::int64_t count) {
    const char* from = group_starts_.back();
    const char* to;
    if (kind == PackCount::Star) to = in_.end();
    else if (i.bang) to = in_.end() - from >= count ? from + count : nullptr;
    else to = in_.after(from, static_cast<std::size_t>(count));
    if (!to) outside('@');
    in_.set(to);
  }

  void push_position(const PackItem& i, PackCount kind, std::int64_t count) {
    const char* from = in_.start();
    if (kind != PackCount::Star) {
      if (count == 0) from = in_.here();
      else if (static_cast<std::size_t>(count) < group_starts_.size())
        from = group_starts_[group_starts_.size() - static_cast<std::size_t>(count)];
    }
    std::size_t n = i.bang ? static_cast<std::size_t>(in_.here() - from) : in_.position(from);
    push_int(static_cast<std::int64_t>(n));
  }

  void group(const PackItem& i, PackCount kind, std::int64_t count) {
    bool raw = in_.raw;
    while (kind == PackCount::Star ? !in_.at_end() : count-- > 0) {
      if (done()) break;
      const char* before = in_.here();
      std::size_t had = out_.size();
      group_starts_.push_back(before);
      items(i.group);
      group_starts_.pop_back();
      in_.raw = raw;
      if (kind == PackCount::Star && in_.here() == before && out_.size() == had) break;
    }
  }

  // ---- %<bits> -------------------------------------------------------------------------------------
  void checksum(std::int64_t bits, const PackItem& i) {
    std::size_t from = out_.size();
    bool first_only = std::exchange(first_only_, false);
    if (i.type == 'b' || i.type == 'B') {
      std::size_t wanted = limited(i.count_kind, i.count, 8), ones = 0;
      for (; wanted >= 8; wanted -= 8)
        ones += static_cast<std::size_t>(std::popcount(in_.byte(i.type)));
      if (wanted) {
        unsigned byte = in_.byte(i.type);
        unsigned mask = i.type == 'b' ? (1u << wanted) - 1 : 0xffu << (8 - wanted) & 0xff;
        ones += static_cast<std::size_t>(std::popcount(byte & mask));
      }
      push(Value::unsigned_integer(masked(ones, bits)));
      first_only_ = first_only;
      return;
    }
    if (i.type == 'C' && i.count_kind == PackCount::Star) {  // "%32C*": no value of each byte
      std::uint64_t sum = 0;
      while (!in_.at_end()) sum += in_.character();
      push(Value::unsigned_integer(masked(sum, bits)));
      first_only_ = first_only;
      return;
    }
    item(i, i.count_kind, i.count);
    bool real = std::strchr("fdFD", i.type) || bits > 64;
    std::uint64_t sum = 0;
    double total = 0;
    for (std::size_t n = from; n < out_.size(); ++n) {
      const Value& v = out_[n];
      if (v.tag == kStr) {
        for (char c : v.s->view()) sum += static_cast<unsigned char>(c);
      } else if (real) {
        total += to_double(engine_, v);
      } else {
        sum += static_cast<std::uint64_t>(to_int(engine_, v));
      }
    }
    out_.resize(from);
    if (real) {
      double modulus = std::ldexp(1.0, static_cast<int>(std::min<std::int64_t>(bits, 1000)));
      double rest = std::fmod(total, modulus);
      push(Value::number(rest < 0 ? rest + modulus : rest));
    } else {
      push(Value::unsigned_integer(masked(sum, bits)));
    }
    first_only_ = first_only;
  }

  static std::uint64_t masked(std::uint64_t n, std::int64_t bits) {
    return bits >= 64 ? n : n & ((std::uint64_t{1} << bits) - 1);
  }

  Engine& engine_;
  Input in_;
  std::vector<Value>& out_;
  std::size_t first_;
  bool first_only_;
  std::vector<const char*> group_starts_;
  std::string digits_;
};
}  // namespace

Value bi_unpack(Call& call) {
  Text text(call.string(0));
  const PackTemplate& t =
      call.engine.service<PackTemplates>().get(call.engine, text.get(), "unpack");
  Text data(call.has(1) ? call.string(1)
                        : to_string(call.engine, call.engine.special(Special::Topic)->get()));
  String* wide = t.starts_with_u && !data.utf8() ? upgrade(data.get()) : nullptr;
  Text source(wide ? wide : to_string(call.engine, Value::share(data.get())));
  std::vector<Value> results;
  bool list = call.want == Want::List;
  Unpacker(call.engine, source.view(), source.utf8(), list ? *call.results : results, !list).run(t);
  if (list) return call.list();
  return results.empty() ? Value() : results.front();
}

}  // namespace perlipc::builtin
