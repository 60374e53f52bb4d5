// lc, uc, lcfirst, ucfirst, fc and quotemeta.
#include "builtins/string.h"
#include "builtins/text_builder.h"
#include "builtins/unicode_case.h"
#include "interp/value/call.h"
#include <array>

namespace perlipc::builtin {
namespace {
bool lowers(CaseKind kind) { return kind == CaseKind::Lower || kind == CaseKind::Fold; }

// Switches the case of the letters that begin at `first`. Written for the vectoriser.
template <unsigned char first> char map_ascii(char c) {
  auto letter = static_cast<unsigned char>(static_cast<unsigned char>(c) - first);
  return static_cast<char>(c ^ (letter < 26 ? 32 : 0));
}

bool is_ascii(std::string_view s) {
  for (char c : s)
    if (static_cast<signed char>(c) < 0) return false;
  return true;
}

// Maps the first `limit` characters by kind, copying the rest.
Value map_wide(const String* s, CaseKind kind, bool first_only) {
  TextBuilder out(s->length + 8);
  const char* p = s->data;
  const char* end = p + s->length;
  if (s->utf8()) out.make_utf8();
  while (p < end) {
    std::size_t n = 1;
    std::uint32_t cp = s->utf8() ? utf8_decode(p, end, &n) : static_cast<unsigned char>(*p);
    p += n;
    std::uint32_t to[3];
    std::size_t count = map_case(kind, cp, to);
    for (std::size_t k = 0; k < count; ++k) out.add_character(to[k]);
    if (first_only) {
      out.add({p, static_cast<std::size_t>(end - p)}, s->utf8());
      break;
    }
  }
  return out.value();
}

// Swaps the case of the letters from First on, eight bytes at a time.
template <char First> void map_bytes(char* p, std::size_t n) {
  constexpr std::uint64_t kEach = 0x0101010101010101u;
  for (; n >= 8; p += 8, n -= 8) {
    std::uint64_t bytes;
    std::memcpy(&bytes, p, 8);
    const std::uint64_t low = bytes & (0x7f * kEach);
    const std::uint64_t from_first = low + (0x80 - First) * kEach;  // top bits: at or behind it
    const std::uint64_t behind_last = low + (0x80 - First - 26) * kEach;
    const std::uint64_t letters = (from_first ^ behind_last) & ~bytes & (0x80 * kEach);
    bytes ^= letters >> 2;
    std::memcpy(p, &bytes, 8);
  }
  for (; n > 0; ++p, --n) *p = map_ascii<First>(*p);
}

Value change_case(Engine& engine, const Value& v, CaseKind kind, bool unicode, bool first_only) {
  Text text(engine, v);
  const String* s = text.get();
  if (s->utf8() || unicode) {
    bool plain = first_only ? is_ascii(s->view().substr(0, 1)) : is_ascii(s->view());
    if (!plain) return map_wide(s, kind, first_only);
  }
  String* out = String::make(s->view(), s->utf8());
  bool lower = lowers(kind);
  std::size_t n = first_only ? (s->length ? 1 : 0) : s->length;
  if (lower) map_bytes<'A'>(out->data, n);
  else map_bytes<'a'>(out->data, n);
  return Value::adopt(out);
}
}  // namespace

Value lower_case(Engine& engine, const Value& v, bool unicode) {
  return change_case(engine, v, CaseKind::Lower, unicode, false);
}
Value upper_case(Engine& engine, const Value& v, bool unicode) {
  return change_case(engine, v, CaseKind::Upper, unicode, false);
}
Value lower_first(Engine& engine, const Value& v, bool unicode) {
  return change_case(engine, v, CaseKind::Lower, unicode, true);
}
Value upper_first(Engine& engine, const Value& v, bool unicode) {
  return change_case(engine, v, CaseKind::Title, unicode, true);
}
Value fold_case(Engine& engine, const Value& v, bool unicode) {
  return change_case(engine, v, CaseKind::Fold, unicode, false);
}

Value bi_fc(Call& call) { return fold_case(call.engine, call[0], call.engine.unicode_strings()); }

namespace {
// Letters, digits and _ stand for themselves.
constexpr std::array<bool, 128> kQuotedAscii = [] {
  std::array<bool, 128> quoted{};
  for (unsigned c = 0; c < quoted.size(); ++c)
    quoted[c] = !((c | 32) - 'a' < 26 || c - '0' < 10 || c == '_');
  return quoted;
}();
}  // namespace

String* quote_meta(const String* s, bool unicode) {
  String* out = String::make(s->length * 2);
  if (s->utf8()) out->set_utf8(true);
  char* to = out->data;
  const char* p = s->data;
  const char* end = p + s->length;
  while (p < end) {
    const auto c = static_cast<unsigned char>(*p);
    if (c < 128) {
      if (kQuotedAscii[c]) *to++ = '\\';
      *to++ = *p++;
      continue;
    }
    std::size_t n = 1;
    const bool quote =
        s->utf8() ? quotemeta_quotes(utf8_decode(p, end, &n)) : !unicode || quotemeta_quotes(c);
    if (quote) *to++ = '\\';
    for (; n > 0; --n) *to++ = *p++;
  }
  *to = 0;
  out->length = static_cast<std::size_t>(to - out->data);
  return out;
}

Value bi_quotemeta(Call& call) {
  Text text(call.string(0));
  return Value::adopt(quote_meta(text.get(), call.engine.unicode_strings()));
}

}  // namespace perlipc::builtin
