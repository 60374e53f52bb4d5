// Byte buffers with a utf8 flag: allocation, growth, interning, cached hash and length.
#include "interp/value/convert.h"
#include "interp/value/hash.h"
#include <algorithm>
#include <mutex>
#include <vector>

namespace perlipc {
namespace {
// All literals and names, by the hash they have as keys: open addressing, never shrinks.
class InternTable {
 public:
  String* intern(std::string_view bytes, bool utf8) {
    const std::uint32_t hash = Hash::hash_bytes(bytes);
    const std::lock_guard lock(mutex_);
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at] != nullptr; at = (at + 1) & (slots_.size() - 1)) {
      String* s = slots_[at];
      if (s->hash == hash && s->utf8() == utf8 && s->view() == bytes) return s;
    }
    String* made = make_immortal(bytes, utf8);
    slots_[at] = made;
    if (++used_ * 2 > slots_.size()) grow();
    return made;
  }

 private:
  static String* make_immortal(std::string_view bytes, bool utf8) {
    String* s = String::make(bytes, utf8);
    s->compute_hash();
    s->char_length();
    std::int64_t number;
    s->whole(&number);
    s->refs = kImmortal | 1;
    s->aux = 0;  // no place hint yet
    return s;
  }
  void grow() {
    std::vector<String*> bigger(slots_.size() * 2);
    for (String* s : slots_) {
      if (s == nullptr) continue;
      std::size_t at = s->hash & (bigger.size() - 1);
      while (bigger[at] != nullptr) at = (at + 1) & (bigger.size() - 1);
      bigger[at] = s;
    }
    slots_.swap(bigger);
  }

  std::mutex mutex_;
  std::vector<String*> slots_ = std::vector<String*>(512);
  std::size_t used_ = 0;
};

InternTable& intern_table() {
  static InternTable* table = new InternTable;  // outlives every static destructor
  return *table;
}
}  // namespace

namespace {
// Null: too large for a small block.
inline String* allocate_small(std::size_t capacity) {
  const std::size_t block = heap::rounded(sizeof(String) + capacity + 1);
  if (capacity >= heap::kSmallLimit || block > heap::kSmallLimit) [[unlikely]]
    return nullptr;
  auto* s = static_cast<String*>(heap::allocate(block));
  s->refs = 1;
  s->type = Type::String;
  s->bits = 0;
  s->aux = static_cast<std::uint16_t>(block / heap::kGranule);
  s->data = reinterpret_cast<char*>(s + 1);
  return s;
}
}  // namespace

String* String::allocate(std::size_t capacity) {
  if (String* s = allocate_small(capacity)) return s;
  if (capacity > PTRDIFF_MAX) throw std::bad_alloc();
  const std::size_t block =
      heap::rounded(sizeof(String) + sizeof(BigText) + capacity + BigText::kSlack);
  auto* s = static_cast<String*>(heap::allocate(block));
  s->refs = 1;
  s->type = Type::String;
  s->bits = Big;
  s->aux = 0;
  s->data = s->first();
  s->big()->limit = reinterpret_cast<char*>(s) + block - BigText::kSlack;
  return s;
}

String* String::make(std::size_t capacity) {
  String* s = allocate_small(capacity);
  if (!s) s = allocate(capacity);
  s->length = 0;
  s->data[0] = 0;
  return s;
}

String* String::make(std::string_view bytes, bool utf8) {
  String* s = allocate_small(bytes.size());
  if (!s) s = allocate(bytes.size());
  std::memcpy(s->data, bytes.data(), bytes.size());
  s->length = bytes.size();
  s->data[s->length] = 0;
  if (utf8) s->bits |= Utf8;
  return s;
}

String* String::intern_immortal(std::string_view bytes, bool utf8) {
  return intern_table().intern(bytes, utf8);
}

// Moves the text to where its block begins.
void String::slide() {
  std::memmove(first(), data, length + 1);
  data = first();
}

String* String::reserve(String* s, std::size_t capacity) {
  if (capacity <= s->capacity()) return s;
  if (s->first() + capacity <= s->limit()) {
    s->slide();
    return s;
  }
  if ((s->bits & Big) && s->data == s->first() && capacity <= PTRDIFF_MAX) {
    const std::size_t block =
        heap::rounded(sizeof(String) + sizeof(BigText) + capacity + BigText::kSlack);
    s = static_cast<String*>(heap::reallocate_large(s, block));
    s->data = s->first();
    s->big()->limit = reinterpret_cast<char*>(s) + block - BigText::kSlack;
    return s;
  }
  String* bigger = allocate(capacity);
  bigger->bits = static_cast<std::uint8_t>((bigger->bits & Big) | (s->bits & ~Big & ~MarkKnown));
  bigger->hash = s->hash;
  bigger->chars = s->chars;
  bigger->length = s->length;
  std::memcpy(bigger->data, s->data, s->length + 1);
  if (s->bits & MarkKnown) bigger->note_mark(s->big()->mark_char, s->big()->mark_byte);
  free(s);
  return bigger;
}

String* String::grow(String* s, std::size_t needed) {
  if (needed <= s->capacity()) return s;
  // Sliding costs the length; what has been dropped since the last time pays for it.
  const auto gap = static_cast<std::size_t>(s->data - s->first());
  if (s->first() + needed <= s->limit() && gap >= s->length / 2) {
    s->slide();
    return s;
  }
  const std::size_t more = std::max<std::size_t>(needed / 2, 16);
  return reserve(s, needed > SIZE_MAX - more ? needed : std::max(needed + more, needed + gap + 1));
}

// What is dropped stays readable in front of `data`.
void String::skip_front(std::size_t bytes) {
  const bool marked = (bits & MarkKnown) && big()->mark_byte >= bytes;
  std::uint8_t keep = Utf8 | Big;
  if (utf8() && (marked || (bits & CharsKnown))) {
    const std::size_t gone = utf8_length({data, bytes});
    if (marked) {
      big()->mark_char -= gone;
      big()->mark_byte -= bytes;
      keep |= MarkKnown;
    }
    chars -= static_cast<std::uint32_t>(gone);
    keep |= CharsKnown;
  }
  bits &= keep;
  data += bytes;
  length -= bytes;
}

void String::drop_front(std::size_t bytes) {
  constexpr std::size_t kMoved = 256;  // so little is moved at once, which makes room behind it
  if (!unique() || ((bits & Big) && length - bytes > kMoved)) return skip_front(bytes);
  length -= bytes;
  std::memmove(first(), data + bytes, length + 1);
  data = first();
  touched();
}

void String::count_appended(std::size_t bytes) {
  const std::size_t all = chars + utf8_length({data + length - bytes, bytes});
  touched_behind();
  if (all > UINT32_MAX) return;
  chars = static_cast<std::uint32_t>(all);
  bits |= CharsKnown;
}

String* String::splice(String* s, std::size_t start, std::size_t gone, std::string_view with) {
  const std::size_t tail = s->length - start - gone;
  const std::size_t length = s->length - gone + with.size();
  const bool counted = s->utf8() && (s->bits & CharsKnown);
  const std::size_t chars =
      counted ? s->chars - utf8_length({s->data + start, gone}) + utf8_length(with) : 0;
  s = grow(s, length);
  char* at = s->data + start;
  if (with.size() != gone) std::memmove(at + with.size(), at + gone, tail);
  std::memcpy(at, with.data(), with.size());
  s->length = length;
  s->data[length] = 0;
  if ((s->bits & MarkKnown) && s->big()->mark_byte <= start) s->touched_behind();
  else s->touched();
  if (counted && chars <= UINT32_MAX) {
    s->chars = static_cast<std::uint32_t>(chars);
    s->bits |= CharsKnown;
  }
  return s;
}

void String::truncate(std::size_t bytes) {
  const std::size_t gone =
      (bits & CharsKnown) && utf8() ? utf8_length({data + bytes, length - bytes}) : SIZE_MAX;
  length = bytes;
  data[bytes] = 0;
  if ((bits & MarkKnown) && big()->mark_byte <= bytes) touched_behind();
  else bits &= Utf8 | Big;
  if (gone == SIZE_MAX) return;
  chars -= static_cast<std::uint32_t>(gone);
  bits |= CharsKnown;
}

std::uint32_t String::compute_hash() const {
  auto* self = const_cast<String*>(this);
  std::uint32_t h = Hash::hash_bytes(view());
  if (static_cast<std::int32_t>(refs) >= 0) {
    self->hash = h;
    self->bits |= HashKnown;
  }
  return h;
}

bool String::compute_whole(std::int64_t* n) const {
  std::uint32_t number = 0;
  for (const char c : view()) {
    const auto digit = static_cast<unsigned char>(c - '0');
    if (digit > 9) return false;
    number = number * 10 + digit;
  }
  *n = number;
  if (!utf8() && static_cast<std::int32_t>(refs) >= 0) {
    auto* self = const_cast<String*>(this);
    self->chars = number;
    self->bits |= WholeKnown;
  }
  return true;
}

std::size_t String::char_length() const {
  if (!utf8()) return length;
  if (bits & CharsKnown) return chars;
  std::size_t n = utf8_length(view());
  if (n <= UINT32_MAX && static_cast<std::int32_t>(refs) >= 0) {
    auto* self = const_cast<String*>(this);
    self->chars = static_cast<std::uint32_t>(n);
    self->bits |= CharsKnown;
  }
  return n;
}

void String::note_mark(std::size_t character, std::size_t byte) const {
  if (!(bits & Big) || static_cast<std::int32_t>(refs) < 0) return;
  if (byte < length && (data[byte] & 0xc0) == 0x80) return;  // within a character
  auto* self = const_cast<String*>(this);
  self->big()->mark_char = character;
  self->big()->mark_byte = byte;
  self->bits |= MarkKnown;
}

std::size_t String::byte_at(std::size_t n) const {
  if (!utf8()) return std::min(n, length);
  if (!(bits & Big)) return utf8_offset(view(), n);
  // From the nearest place that is known: the beginning, the mark or the end.
  const std::size_t all = char_length();
  if (n >= all) return length;
  if (all == length) return n;
  std::size_t character = 0, byte = 0;
  if (bits & MarkKnown && (n >= big()->mark_char || big()->mark_char - n < n)) {
    character = big()->mark_char;
    byte = big()->mark_byte;
  }
  if (n > character && all - n < n - character) {
    character = all;
    byte = length;
  }
  byte = n >= character ? byte + utf8_offset(view().substr(byte), n - character)
                        : utf8_offset_back(view().substr(0, byte), character - n);
  note_mark(n, byte);
  return byte;
}

std::size_t String::chars_before(std::size_t byte) const {
  if (!utf8()) return byte;
  if (!(bits & Big)) return utf8_length(view().substr(0, byte));
  if ((bits & CharsKnown) && chars == length) return byte;
  std::size_t known = 0, at = 0;
  if (bits & MarkKnown && (byte >= big()->mark_byte || big()->mark_byte - byte < byte)) {
    known = big()->mark_char;
    at = big()->mark_byte;
  }
  if ((bits & CharsKnown) && byte > at && length - byte < byte - at) {
    known = chars;
    at = length;
  }
  const std::size_t n = byte >= at ? known + utf8_length({data + at, byte - at})
                                   : known - utf8_length({data + byte, at - byte});
  note_mark(n, byte);
  return n;
}

}  // namespace perlipc
