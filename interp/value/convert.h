// Conversions between values, numbers and text, by perl's rules (perldata, perlnumber).
#pragma once
#include "interp/value/engine.h"
#include <bit>

namespace perlipc {

// ---- text <-> number, no interpreter needed (number_text.cpp) ---------------------------------
// %.15g as perl prints it ("inf" -> "Inf", "nan" -> "NaN"); returns length, buffer of 40 bytes.
std::size_t format_double(double d, char* out);
// %.{precision}g of a finite number, precision 1 to 15; buffer of 40 bytes.
std::size_t format_general(double d, int precision, char* out);
std::size_t format_integer(std::int64_t n, char* out);
std::size_t format_unsigned(std::uint64_t n, char* out);
// How many characters format_integer writes.
inline std::size_t integer_width(std::int64_t n) {
  static constexpr std::uint64_t kPowers[] = {0,
                                              10,
                                              100,
                                              1000,
                                              10000,
                                              100000,
                                              1000000,
                                              10000000,
                                              100000000,
                                              1000000000,
                                              10000000000,
                                              100000000000,
                                              1000000000000,
                                              10000000000000,
                                              100000000000000,
                                              1000000000000000,
                                              10000000000000000,
                                              100000000000000000,
                                              1000000000000000000,
                                              10000000000000000000u};
  const std::uint64_t m = n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
  const auto guess = static_cast<unsigned>((64 - std::countl_zero(m | 1)) * 1233) >> 12;
  return guess + 1 - (m < kPowers[guess]) + (n < 0);
}
// Writes all decimal digits of n so that they end before `end`; returns where they begin.
char* write_digits(std::uint64_t n, char* end);
struct ParsedNumber {
  Value value;  // Int, UInt or Double
  bool whole;   // false: trailing garbage or no number at all ("isn't numeric")
};
ParsedNumber parse_number(std::string_view text);
bool looks_like_number(const Value& v);  // Scalar::Util's rule
// A text as warnings show it: shortened, and what cannot be printed escaped.
std::string quoted_for_warning(std::string_view text, bool utf8);
// utf8
std::size_t utf8_encode(std::uint32_t cp, char* out);  // up to 6 (perl extended)
// Decodes one character; *length = bytes used (>= 1). Malformed bytes give themselves.
std::uint32_t utf8_decode(const char* p, const char* end, std::size_t* length);
String* upgrade(const String* s);         // Latin-1 -> utf8 flagged copy (owned)
String* downgrade(const String* s);       // null when a character is > 255
bool utf8_valid(std::string_view bytes);  // strict enough for :encoding(UTF-8)
std::size_t utf8_length(std::string_view bytes);
// Byte offset of character n (from offset `from`); clamps to the end.
std::size_t utf8_offset(std::string_view bytes, std::size_t n);
// Where the character begins that is the n-th from the end; 0 when there are fewer.
std::size_t utf8_offset_back(std::string_view bytes, std::size_t n);

// ---- values --------------------------------------------------------------------------------------
Value to_number_slow(Engine& engine, const Value& v);
double to_double_slow(Engine& engine, const Value& v);
std::int64_t to_int_slow(Engine& engine, const Value& v);
bool to_bool_slow(Engine& engine, const Value& v);
String* to_string_slow(Engine& engine, const Value& v);  // owned

inline double to_double(Engine& e, const Value& v) {
  if (v.tag == kDouble) return v.d;
  if (v.tag == kInt) return static_cast<double>(v.i);
  return to_double_slow(e, v);
}
// IV conversion: truncation, saturation for doubles out of range (as perl's SvIV).
inline std::int64_t to_int(Engine& e, const Value& v) {
  if (v.tag == kInt) return v.i;
  return to_int_slow(e, v);
}
inline bool to_bool(Engine& e, const Value& v) {
  switch (v.tag) {
    case kUndef: return false;
    case kBool:
    case kInt: return v.i != 0;
    case kDouble: return v.d != 0;
    case kStr: {
      const String* s = v.s;
      return s->length > 1 || (s->length == 1 && s->data[0] != '0');
    }
    default: return to_bool_slow(e, v);
  }
}
// Owned count.
inline String* to_string(Engine& e, const Value& v) {
  if (v.tag == kStr) {
    v.s->retain();
    return v.s;
  }
  return to_string_slow(e, v);
}
// A temporary view of a value's text. Holds a count; view() valid while it lives.
class Text {
 public:
  Text(Engine& e, const Value& v) : s_(to_string(e, v)) {}
  explicit Text(String* adopt) : s_(adopt) {}
  Text(const Text&) = delete;
  Text(Text&& o) noexcept : s_(o.s_) { o.s_ = nullptr; }
  ~Text() {
    if (s_) s_->release();
  }
  std::string_view view() const { return s_->view(); }
  bool utf8() const { return s_->utf8(); }
  String* get() const { return s_; }
  std::size_t size() const { return s_->length; }

 private:
  String* s_;
};
int compare_strings(const String* a, const String* b);  // by characters
bool equal_strings(const String* a, const String* b);
// Appends src to dst (utf8 upgraded as needed); dst must be unique, may move; returns it.
String* append(String* dst, const String* src);
String* append(String* dst, std::string_view bytes, bool utf8);
// Reference text without overloads: "HASH(0x55..)", "Foo=HASH(0x..)".
std::string reference_text(const Value& ref);
const char* reference_type(const Value& ref);  // "HASH", "SCALAR", "REF", "CODE" ... (reftype)

}  // namespace perlipc
