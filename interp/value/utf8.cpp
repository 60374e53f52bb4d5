// UTF-8 as perl uses it inside strings: code points up to 0x7fffffff, surrogates allowed.
#include "interp/value/convert.h"

namespace perlipc {
namespace {
bool continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// Bytes that a leading byte announces; 1 for what cannot lead.
std::size_t announced(unsigned char c) {
  if (c < 0xc2) return 1;
  if (c < 0xe0) return 2;
  if (c < 0xf0) return 3;
  if (c < 0xf8) return 4;
  if (c < 0xfc) return 5;
  return c < 0xfe ? 6 : 1;
}
std::uint64_t load8(const char* p) {
  std::uint64_t v;
  std::memcpy(&v, p, 8);
  return v;
}
// How many of 8 bytes are continuation bytes (10xxxxxx).
unsigned continuations(std::uint64_t v) {
  std::uint64_t marks = (v >> 7) & ~(v >> 6) & 0x0101010101010101u;
  return static_cast<unsigned>((marks * 0x0101010101010101u) >> 56);
}
}  // namespace

std::size_t utf8_encode(std::uint32_t cp, char* out) {
  if (cp < 0x80) {
    out[0] = static_cast<char>(cp);
    return 1;
  }
  std::size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : cp < 0x200000 ? 4 : cp < 0x4000000 ? 5 : 6;
  if (cp > 0x7fffffff) {
    cp = 0xfffd;
    n = 3;
  }
  for (std::size_t k = n - 1; k > 0; --k) {
    out[k] = static_cast<char>(0x80 | (cp & 0x3f));
    cp >>= 6;
  }
  static constexpr unsigned char kLead[] = {0, 0, 0xc0, 0xe0, 0xf0, 0xf8, 0xfc};
  out[0] = static_cast<char>(kLead[n] | cp);
  return n;
}

std::uint32_t utf8_decode(const char* p, const char* end, std::size_t* length) {
  auto c = static_cast<unsigned char>(*p);
  *length = 1;
  if (c < 0x80) return c;
  std::size_t n = announced(c);
  if (n == 1 || static_cast<std::size_t>(end - p) < n) return c;
  std::uint32_t cp = c & (0x7fu >> n);
  for (std::size_t k = 1; k < n; ++k) {
    if (!continuation(p[k])) return c;
    cp = cp << 6 | (static_cast<unsigned char>(p[k]) & 0x3f);
  }
  *length = n;
  return cp;
}

std::size_t utf8_length(std::string_view bytes) {
  const char* p = bytes.data();
  const char* end = p + bytes.size();
  std::size_t n = bytes.size();
  for (; end - p >= 8; p += 8) n -= continuations(load8(p));
  for (; p < end; ++p) n -= continuation(*p);
  return n;
}

std::size_t utf8_offset(std::string_view bytes, std::size_t n) {
  const char* p = bytes.data();
  const char* end = p + bytes.size();
  while (end - p >= 8) {
    std::size_t here = 8 - continuations(load8(p));
    if (here > n) break;
    n -= here;
    p += 8;
  }
  // p may stand inside a character whose first byte has been counted.
  while (p < end && continuation(*p)) ++p;
  for (; n > 0 && p < end; --n) {
    ++p;
    while (p < end && continuation(*p)) ++p;
  }
  return static_cast<std::size_t>(p - bytes.data());
}

std::size_t utf8_offset_back(std::string_view bytes, std::size_t n) {
  const char* const begin = bytes.data();
  const char* p = begin + bytes.size();
  while (p - begin >= 8) {
    const std::size_t here = 8 - continuations(load8(p - 8));
    if (here > n) break;
    n -= here;
    p -= 8;
  }
  for (; n > 0 && p > begin; n -= !continuation(*p)) --p;
  // p may stand on the tail of the character before.
  while (p < begin + bytes.size() && continuation(*p)) ++p;
  return static_cast<std::size_t>(p - begin);
}

bool utf8_valid(std::string_view bytes) {
  const char* p = bytes.data();
  const char* end = p + bytes.size();
  while (p < end) {
    if (end - p >= 8 && !(load8(p) & 0x8080808080808080u)) {
      p += 8;
      continue;
    }
    if (static_cast<signed char>(*p) >= 0) {
      ++p;
      continue;
    }
    std::size_t n;
    std::uint32_t cp = utf8_decode(p, end, &n);
    static constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    if (n == 1 || n > 4 || cp < kLeast[n] || cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000))
      return false;
    p += n;
  }
  return true;
}

String* upgrade(const String* s) {
  if (s->utf8()) return String::make(s->view(), true);
  std::size_t high = 0;
  for (char c : s->view()) high += static_cast<unsigned char>(c) >> 7;
  String* out = String::make(s->length + high);
  char* p = out->data;
  if (!high) {
    std::memcpy(p, s->data, s->length);
    p += s->length;
  } else {
    for (char ch : s->view()) {
      auto c = static_cast<unsigned char>(ch);
      if (c < 0x80) {
        *p++ = ch;
      } else {
        *p++ = static_cast<char>(0xc0 | c >> 6);
        *p++ = static_cast<char>(0x80 | (c & 0x3f));
      }
    }
  }
  *p = 0;
  out->length = s->length + high;
  out->set_utf8(true);
  return out;
}

String* downgrade(const String* s) {
  if (!s->utf8()) return String::make(s->view());
  const char* p = s->data;
  const char* end = p + s->length;
  String* out = String::make(s->length);
  char* q = out->data;
  while (p < end) {
    auto c = static_cast<unsigned char>(*p);
    if (c < 0x80) {
      *q++ = *p++;
    } else if ((c == 0xc2 || c == 0xc3) && p + 1 < end && continuation(p[1])) {
      *q++ = static_cast<char>((c & 3) << 6 | (static_cast<unsigned char>(p[1]) & 0x3f));
      p += 2;
    } else if (announced(c) == 1) {  // malformed: gives itself
      *q++ = *p++;
    } else {
      String::free(out);
      return nullptr;
    }
  }
  out->length = static_cast<std::size_t>(q - out->data);
  *q = 0;
  return out;
}

}  // namespace perlipc
