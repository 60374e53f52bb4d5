// sprintf (perlfunc): parses one conversion after the other and appends its text.
#include "builtins/sprintf.h"
#include "builtins/sprintf_number.h"
#include "builtins/text_builder.h"
#include "interp/value/call.h"
#include <climits>
#include <cmath>
#include <cstdio>

namespace perlipc::builtin {
namespace {
struct Conversion {
  FormatFlags flags;
  bool vector = false;
  bool has_width = false, has_precision = false;
  std::int64_t width = 0, precision = 0;
  char size = 0;  // 'h', 'c' (hh), 'l' or 0: what the others mean here
  char letter = 0;
};

struct BadConversion {};

// Widths, precisions and argument numbers above this are refused.
constexpr std::int64_t kLargest = INT64_MAX / 16;

class Formatter {
 public:
  Formatter(Engine& engine, std::string_view format, bool utf8, const Value* args,
            std::size_t count, const char* operation)
      : engine_(engine), p_(format.data()), end_(p_ + format.size()), utf8_(utf8), args_(args),
        count_(count), operation_(operation), out_(format.size() + count * 16) {
    if (utf8) out_.make_utf8();
  }

  String* run() {
    while (p_ < end_) {
      const void* hit = std::memchr(p_, '%', static_cast<std::size_t>(end_ - p_));
      const char* percent = hit ? static_cast<const char*>(hit) : end_;
      if (percent != p_) out_.add({p_, static_cast<std::size_t>(percent - p_)}, utf8_);
      p_ = percent;
      if (p_ < end_) convert();
    }
    if (!explicit_index_ && !invalid_ && next_ < count_)
      engine_.warn(Warning::Redundant, std::string("Redundant argument in ") + operation_);
    return out_.finish();
  }

 private:
  // ---- reading the format ------------------------------------------------------------------------
  void convert() {
    const char* start = p_++;
    if (p_ < end_ && next_ < count_) {  // the common plain conversions
      const Value& v = args_[next_];
      if (*p_ == 's') {
        ++p_, ++next_;
        out_.add(engine_, v);
        return;
      }
      if (*p_ == 'd' && v.tag == kInt) {
        ++p_, ++next_;
        out_.commit(format_integer(v.i, out_.room(24)));
        return;
      }
    }
    Conversion c;
    const Value* value = nullptr;
    bool value_chosen = false;
    if (!parse_plain(c)) {
      try {
        parse(c, value, value_chosen);
      } catch (BadConversion) {
        invalid(start);
        return;
      }
    }
    if (c.letter == '%') {
      pad_text(c, "%", false, 1);
      return;
    }
    if (!value_chosen) value = next_argument();
    apply(c, value);
  }

  char peek() const { return p_ < end_ ? *p_ : '\0'; }

  // A decimal number; -1 when there is none.
  std::int64_t digits() {
    if (!(peek() >= '0' && peek() <= '9')) return -1;
    std::int64_t n = 0;
    for (; p_ < end_ && *p_ >= '0' && *p_ <= '9'; ++p_) {
      n = n * 10 + (*p_ - '0');
      if (n > kLargest)
        engine_.die(std::string("Integer overflow in format string for ") + operation_);
    }
    return n;
  }

  // "12$": an explicit argument number. 0 when there is none.
  std::int64_t explicit_index() {
    const char* before = p_;
    if (peek() >= '0' && peek() <= '9') {
      std::int64_t n = digits();
      if (peek() == '$') {
        if (n == 0) {
          ++p_;
          bad_at_ = p_;
          throw BadConversion{};
        }
        ++p_;
        explicit_index_ = true;
        return n;
      }
    }
    p_ = before;
    return 0;
  }

  const Value* argument(std::int64_t index) {
    if (index >= 1 && static_cast<std::size_t>(index) <= count_) return &args_[index - 1];
    return nullptr;
  }
  const Value* next_argument() { return next_ < count_ ? &args_[next_++] : (++next_, nullptr); }

  void parse(Conversion& c, const Value*& value, bool& value_chosen) {
    if (std::int64_t index = explicit_index()) {
      value = argument(index);
      value_chosen = true;
    }
    parse_flags(c.flags);
    const Value* joiner = nullptr;
    bool custom_joiner = false;
    parse_vector(c, joiner, custom_joiner);
    parse_width(c);
    parse_precision(c);
    parse_size(c);
    if (p_ >= end_) throw BadConversion{};
    c.letter = *p_++;
    switch (c.letter) {
      case 'D':
      case 'U':
      case 'O':
        c.letter = static_cast<char>(c.letter | 32);
        c.size = 'l';
        break;
      case 'i': c.letter = 'd'; break;
      case 'F': c.letter = 'f'; break;
      default: break;
    }
    static constexpr std::string_view kIntegers = "duoxXbB", kOthers = "%csfeEgGaApn";
    bool integer = kIntegers.find(c.letter) != std::string_view::npos;
    if (!integer && (c.vector || kOthers.find(c.letter) == std::string_view::npos))
      throw BadConversion{};
    bool is_float = std::string_view("feEgGaA").find(c.letter) != std::string_view::npos;
    if (is_float && (c.size == 'h' || c.size == 'c' || c.size == 't')) throw BadConversion{};
    joiner_ = custom_joiner ? joiner : nullptr;
    custom_joiner_ = custom_joiner;
  }

  // Flags, short numbers and a letter, which is nearly every conversion; false: nothing done.
  bool parse_plain(Conversion& c) {
    Conversion plain;
    const char* p = p_;
    auto number = [&](std::int64_t* n) {
      *n = 0;
      for (int k = 0; p < end_ && *p >= '0' && *p <= '9'; ++p, ++k) {
        if (k == 6) return false;
        *n = *n * 10 + (*p - '0');
      }
      return true;
    };
    for (bool more = true; more && p < end_;) {
      switch (*p) {
        case '-': plain.flags.left = true; break;
        case '+': plain.flags.plus = true; break;
        case ' ': plain.flags.space = true; break;
        case '0': plain.flags.zero = true; break;
        default: more = false; continue;
      }
      ++p;
    }
    const char* width = p;
    if (!number(&plain.width)) return false;
    plain.has_width = p != width;
    if (p < end_ && *p == '.') {
      ++p;
      plain.has_precision = true;
      if (!number(&plain.precision)) return false;
    }
    if (p == end_) return false;
    switch (*p) {
      case 'd':
      case 's':
      case 'x':
      case 'X':
      case 'f':
      case 'u':
      case 'g':
      case 'e':
      case 'o':
      case 'b':
      case 'c':
      case '%': break;
      default: return false;
    }
    plain.letter = *p;
    p_ = p + 1;
    joiner_ = nullptr;
    custom_joiner_ = false;
    c = plain;
    return true;
  }

  void parse_flags(FormatFlags& flags) {
    for (; p_ < end_; ++p_) {
      switch (*p_) {
        case '-': flags.left = true; break;
        case '+': flags.plus = true; break;
        case ' ': flags.space = true; break;
        case '0': flags.zero = true; break;
        case '#': flags.alternate = true; break;
        default: return;
      }
    }
  }

  void parse_vector(Conversion& c, const Value*& joiner, bool& custom) {
    if (peek() == 'v') {
      ++p_;
      c.vector = true;
      return;
    }
    if (peek() != '*') return;
    const char* before = p_++;
    bool had_explicit = explicit_index_;
    std::int64_t index = explicit_index();
    if (peek() != 'v') {
      p_ = before;
      explicit_index_ = had_explicit;
      return;
    }
    ++p_;
    c.vector = custom = true;
    joiner = index ? argument(index) : next_argument();
    if (!joiner) missing();
  }

  std::int64_t star_value() {
    std::int64_t index = explicit_index();
    const Value* v = index ? argument(index) : next_argument();
    if (!v) {
      missing();
      return 0;
    }
    std::int64_t n = to_int(engine_, *v);
    if (n > kLargest || n < -kLargest)
      engine_.die(std::string("Integer overflow in format string for ") + operation_);
    return n;
  }

  void parse_width(Conversion& c) {
    if (peek() == '*') {
      ++p_;
      c.width = star_value();
      c.has_width = true;
      if (c.width < 0) {
        c.flags.left = true;
        c.width = -c.width;
      }
      return;
    }
    // "%v02x": after the vector flag a width that begins with 0 asks for zeros.
    bool zero = peek() == '0';
    std::int64_t n = digits();
    if (n >= 0) {
      if (zero) c.flags.zero = true;
      c.width = n;
      c.has_width = true;
    }
  }

  void parse_precision(Conversion& c) {
    if (peek() != '.') return;
    ++p_;
    c.has_precision = true;
    if (peek() == '*') {
      ++p_;
      c.precision = star_value();
      if (c.precision < 0) c.has_precision = false;
      return;
    }
    std::int64_t n = digits();
    c.precision = n < 0 ? 0 : n;
  }

  void parse_size(Conversion& c) {
    switch (peek()) {
      case 'h':
        ++p_;
        c.size = 'h';
        if (peek() == 'h') {
          ++p_;
          c.size = 'c';
        }
        break;
      case 'l':
        ++p_;
        c.size = 'l';
        if (peek() == 'l') ++p_;
        break;
      case 'q':
      case 'L':
      case 'V':
        ++p_;
        c.size = 'l';
        break;
      case 'z':
      case 't':
      case 'j':  // sizes of integers only
        ++p_;
        c.size = 't';
        break;
      default: break;
    }
  }

  // ---- complaints ----------------------------------------------------------------------------------
  void missing() {
    engine_.warn(Warning::Missing, std::string("Missing argument in ") + operation_);
  }

  // Copies the directive as it stands and warns.
  void invalid(const char* start) {
    invalid_ = true;
    const char* stop = bad_at_ ? bad_at_ : p_;
    bad_at_ = nullptr;
    // The offending character is the one that parsing stopped at, unless it has been taken.
    p_ = stop;
    out_.add({start, static_cast<std::size_t>(stop - start)}, utf8_);
    if (!engine_.warning_enabled(Warning::Printf)) return;
    std::string text = std::string("Invalid conversion in ") + operation_ + ": ";
    if (stop - start == 1) {
      text += "end of string";
    } else {
      text += '"';
      for (const char* q = start; q < stop; ++q) {
        auto c = static_cast<unsigned char>(*q);
        if (c >= 0x20 && c < 0x7f) {
          text += *q;
        } else {
          char octal[8];
          std::snprintf(octal, sizeof octal, "\\%03o", c);
          text += octal;
        }
      }
      text += '"';
    }
    engine_.warn(Warning::Printf, std::move(text));
  }

  // ---- conversions ---------------------------------------------------------------------------------
  void apply(const Conversion& c, const Value* value) {
    if (!value && c.letter != 'n') missing();
    if (c.vector) {
      vector(c, value);
      return;
    }
    switch (c.letter) {
      case 's': text(c, value); break;
      case 'c': character(c, value); break;
      case 'n': store_count(value); break;
      case 'p': {
        Conversion hex = c;
        hex.letter = 'x';
        integer(hex, reinterpret_cast<std::uintptr_t>(value), false);
        break;
      }
      case 'd':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
      case 'b':
      case 'B': number(c, value); break;
      default: floating(c, value); break;
    }
  }

  void pad_text(const Conversion& c, std::string_view bytes, bool utf8, std::size_t characters) {
    if (c.has_precision && static_cast<std::size_t>(c.precision) < characters) {
      characters = static_cast<std::size_t>(c.precision);
      bytes = bytes.substr(0, utf8 ? utf8_offset(bytes, characters) : characters);
    }
    std::size_t fill = static_cast<std::size_t>(c.width) > characters
                           ? static_cast<std::size_t>(c.width) - characters
                           : 0;
    if (fill && !c.flags.left) out_.pad(fill, c.flags.zero ? '0' : ' ');
    out_.add(bytes, utf8);
    if (fill && c.flags.left) out_.pad(fill, ' ');
  }

  void text(const Conversion& c, const Value* value) {
    if (!value) {
      pad_text(c, "", false, 0);
      return;
    }
    Text s(engine_, *value);
    pad_text(c, s.view(), s.utf8(), s.get()->char_length());
  }

  void character(const Conversion& c, const Value* value) {
    Value n = value ? to_number_slow(engine_, *value) : Value::integer(0);
    if (n.tag == kDouble && !std::isfinite(n.d)) {
      Text name(engine_, n);
      engine_.die("Cannot printf " + std::string(name.view()) + " with 'c'");
    }
    auto code = static_cast<std::uint64_t>(to_int(engine_, n));
    if (code > INT64_MAX) {
      char hex[64];
      std::string digits(hex, unsigned_digits(code, 16, true, hex));
      engine_.die("Use of code point 0x" + digits +
                  " is not allowed; the permissible max is 0x7FFFFFFFFFFFFFFF");
    }
    Conversion whole = c;
    whole.has_precision = false;
    char bytes[8];
    if (c.has_precision && c.precision == 0) {  // as with %s
      pad_text(whole, {bytes, 0}, false, 0);
    } else if (code < 256) {
      bytes[0] = static_cast<char>(code);
      pad_text(whole, {bytes, 1}, false, 1);
    } else {
      auto cp = static_cast<std::uint32_t>(code > UINT32_MAX ? UINT32_MAX : code);
      pad_text(whole, {bytes, utf8_encode(cp, bytes)}, true, 1);
    }
  }

  void store_count(const Value* value) {
    if (!value) engine_.die(std::string("Missing argument for %n in ") + operation_);
    if (!value->is_alias()) engine_.die("Modification of a read-only value attempted");
    std::size_t n = out_.size();
    if (out_.utf8()) n = utf8_length({out_.data(), n});
    engine_.assign(const_cast<Value&>(*value), Value::integer(static_cast<std::int64_t>(n)));
  }

  // "Inf" and "NaN" in any numeric conversion.
  void special(const Conversion& c, double d) {
    std::string name = std::isnan(d) ? "NaN" : d < 0 ? "-Inf" : "Inf";
    if (d > 0 && (c.flags.plus || c.flags.space)) name.insert(0, 1, '+');
    Conversion whole = c;
    whole.has_precision = false;
    pad_text(whole, name, false, name.size());
  }

  void number(const Conversion& c, const Value* value) {
    Value n =
        value ? (value->tag == kInt ? *value : to_number_slow(engine_, *value)) : Value::integer(0);
    if (n.tag == kDouble && !std::isfinite(n.d)) {
      special(c, n.d);
      return;
    }
    std::int64_t i = to_int(engine_, n);
    auto u = static_cast<std::uint64_t>(i);
    if (c.letter == 'd') {
      if (c.size == 'h') i = static_cast<std::int16_t>(i);
      else if (c.size == 'c') i = static_cast<std::int8_t>(i);
      bool negative = i < 0;
      integer(c, negative ? ~static_cast<std::uint64_t>(i) + 1 : static_cast<std::uint64_t>(i),
              negative);
      return;
    }
    if (c.size == 'h') u = static_cast<std::uint16_t>(u);
    else if (c.size == 'c') u = static_cast<std::uint8_t>(u);
    integer(c, u, false);
  }

  void integer(const Conversion& c, std::uint64_t n, bool negative) {
    char digits[64];
    unsigned base = c.letter == 'x' || c.letter == 'X'   ? 16
                    : c.letter == 'o'                    ? 8
                    : c.letter == 'b' || c.letter == 'B' ? 2
                                                         : 10;
    std::size_t count = unsigned_digits(n, base, c.letter == 'X', digits);
    if (n == 0 && c.has_precision && c.precision == 0 && !(base == 8 && c.flags.alternate))
      count = 0;
    char prefix[4];
    std::size_t prefix_size = 0;
    if (c.letter == 'd') {
      if (negative) prefix[prefix_size++] = '-';
      else if (c.flags.plus) prefix[prefix_size++] = '+';
      else if (c.flags.space) prefix[prefix_size++] = ' ';
    } else if (c.flags.alternate && n != 0 && base != 10 && base != 8) {
      prefix[prefix_size++] = '0';
      prefix[prefix_size++] = c.letter;
    }
    std::size_t zeros = 0;
    if (c.has_precision && static_cast<std::size_t>(c.precision) > count)
      zeros = static_cast<std::size_t>(c.precision) - count;
    if (base == 8 && c.flags.alternate && n != 0 && zeros == 0) zeros = 1;
    std::size_t size = prefix_size + zeros + count, width = static_cast<std::size_t>(c.width);
    std::size_t fill = width > size ? width - size : 0;
    if (fill && c.flags.zero && !c.flags.left && !c.has_precision) {
      zeros += fill;
      fill = 0;
    }
    if (fill && !c.flags.left) out_.pad(fill, ' ');
    out_.add_raw({prefix, prefix_size});
    if (zeros) out_.pad(zeros, '0');
    out_.add_raw({digits, count});
    if (fill && c.flags.left) out_.pad(fill, ' ');
  }

  void floating(const Conversion& c, const Value* value) {
    double d = value ? to_double(engine_, *value) : 0;
    if (!std::isfinite(d)) {
      special(c, d);
      return;
    }
    if (c.letter == 'a' || c.letter == 'A') {
      hexadecimal(c, d);
      return;
    }
    int precision = c.has_precision ? static_cast<int>(c.precision) : -1;
    if ((c.has_precision && c.precision > INT_MAX - 400) || c.width > INT_MAX - 400)
      engine_.die("Numeric format result too large");
    if (c.letter == 'f' && precision < 40 && !c.flags.alternate) {
      char digits[400];
      plain_float(c, {digits, format_fixed(d, precision < 0 ? 6 : precision, digits)});
      return;
    }
    if (c.letter == 'g' && precision < 16 && !c.flags.alternate) {
      char digits[40];
      int significant = precision < 0 ? 6 : precision == 0 ? 1 : precision;
      plain_float(c, {digits, format_general(d, significant, digits)});
      return;
    }
    out_.add_raw(c_float(d, c.flags, static_cast<int>(c.width), precision, c.letter));
  }

  // Adds sign and padding to a finished number.
  void plain_float(const Conversion& c, std::string_view digits) {
    char sign = 0;
    if (digits[0] == '-') {
      sign = '-';
      digits.remove_prefix(1);
    } else if (c.flags.plus || c.flags.space) {
      sign = c.flags.plus ? '+' : ' ';
    }
    std::size_t size = digits.size() + (sign != 0), width = static_cast<std::size_t>(c.width);
    std::size_t fill = width > size ? width - size : 0;
    bool zeros = c.flags.zero && !c.flags.left;
    if (fill && !c.flags.left && !zeros) out_.pad(fill, ' ');
    if (sign) out_.add_raw(sign);
    if (fill && zeros) out_.pad(fill, '0');
    out_.add_raw(digits);
    if (fill && c.flags.left) out_.pad(fill, ' ');
  }

  void hexadecimal(const Conversion& c, double d) {
    std::string s = hex_float(d, c.flags, c.has_precision ? static_cast<int>(c.precision) : -1,
                              c.letter == 'A');
    std::size_t width = static_cast<std::size_t>(c.width);
    std::size_t fill = width > s.size() ? width - s.size() : 0;
    if (fill && c.flags.zero && !c.flags.left) {
      s.insert(s.find_first_of("xX") + 1, fill, '0');
      fill = 0;
    }
    if (fill && !c.flags.left) out_.pad(fill, ' ');
    out_.add_raw(s);
    if (fill && c.flags.left) out_.pad(fill, ' ');
  }

  // A version object stands for the numbers of its text (perlfunc sprintf, "vector flag").
  static bool version_numbers(const Value& v, std::string_view text,
                              std::vector<std::uint64_t>& out) {
    if (!v.is_ref()) return false;
    Stash* stash = static_cast<Referent*>(v.o)->stash();
    if (!stash || stash->name != "version") return false;
    if (text.starts_with('v')) text.remove_prefix(1);
    std::uint64_t n = 0;
    for (char ch : text) {
      if (ch == '.') {
        out.push_back(n);
        n = 0;
      } else if (ch >= '0' && ch <= '9') {
        n = n * 10 + static_cast<unsigned>(ch - '0');
      }
    }
    out.push_back(n);
    return true;
  }

  void vector(const Conversion& c, const Value* value) {
    if (!value) return;
    Value v = rvalue(*value);
    Text s(engine_, v.is_undef() ? *value : v);
    std::vector<std::uint64_t> numbers;
    if (!version_numbers(v, s.view(), numbers)) {
      const char* p = s.view().data();
      const char* end = p + s.size();
      while (p < end) {
        std::size_t n = 1;
        numbers.push_back(s.utf8() ? utf8_decode(p, end, &n) : static_cast<unsigned char>(*p));
        p += n;
      }
    }
    Text joiner(custom_joiner_ && joiner_ ? to_string(engine_, *joiner_)
                                          : String::make(custom_joiner_ ? "" : "."));
    Conversion each = c;
    for (std::size_t n = 0; n < numbers.size(); ++n) {
      if (n) {
        out_.add(joiner.get());
        each.flags.plus = each.flags.space = false;  // only the first number carries a sign
      }
      integer(each, numbers[n], false);
    }
  }

  Engine& engine_;
  const char* p_;
  const char* end_;
  bool utf8_;
  const Value* args_;
  std::size_t count_;
  const char* operation_;
  TextBuilder out_;
  std::size_t next_ = 0;
  bool explicit_index_ = false;
  bool invalid_ = false;
  const char* bad_at_ = nullptr;
  const Value* joiner_ = nullptr;
  bool custom_joiner_ = false;
};
}  // namespace

String* format(Engine& engine, std::string_view format, bool utf8, const Value* args,
               std::size_t count, const char* operation) {
  return Formatter(engine, format, utf8, args, count, operation).run();
}

Value bi_sprintf(Call& call) {
  if (call.count == 0) return Value::string("");
  Text text(call.string(0));
  return Value::adopt(format(call.engine, text.view(), text.utf8(), call.args + 1, call.count - 1));
}

}  // namespace perlipc::builtin
