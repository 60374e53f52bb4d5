// Byte buffers with a utf8 flag: allocation, growth, interning, cached hash and length.
#include "interp/value/convert.h"
#include "interp/value/hash.h"
#include <mutex>
#include <unordered_map>

namespace perlipc {
namespace {
constexpr std::size_t kHead = sizeof(String) - sizeof(String::data);

// Uses the slack of the size class, so that small appends stay in place.
std::size_t fitting_capacity(std::size_t capacity) {
  return heap::rounded(String::block_size(capacity)) - kHead - 1;
}

inline String* allocate(std::size_t capacity) {
  capacity = fitting_capacity(capacity);
  auto* s = static_cast<String*>(heap::allocate(String::block_size(capacity)));
  s->refs = 1;
  s->type = Type::String;
  s->bits = 0;
  s->aux = 0;
  s->capacity = capacity;
  return s;
}

struct InternTable {
  std::mutex mutex;
  std::unordered_map<std::string_view, String*> bytes, utf8;
};

InternTable& intern_table() {
  static InternTable* table = new InternTable;  // outlives every static destructor
  return *table;
}
}  // namespace

String* String::make(std::size_t capacity) {
  String* s = allocate(capacity);
  s->length = 0;
  s->data[0] = 0;
  return s;
}

String* String::make(std::string_view bytes, bool utf8) {
  String* s = allocate(bytes.size());
  std::memcpy(s->data, bytes.data(), bytes.size());
  s->length = bytes.size();
  s->data[s->length] = 0;
  if (utf8) s->bits = Utf8;
  return s;
}

String* String::intern_immortal(std::string_view bytes, bool utf8) {
  InternTable& table = intern_table();
  std::lock_guard lock(table.mutex);
  auto& map = utf8 ? table.utf8 : table.bytes;
  auto found = map.find(bytes);
  if (found != map.end()) return found->second;
  String* s = make(bytes, utf8);
  s->compute_hash();
  s->char_length();
  std::int64_t number;
  s->whole(&number);
  s->refs = kImmortal | 1;
  map.emplace(s->view(), s);
  return s;
}

String* String::reserve(String* s, std::size_t capacity) {
  if (capacity <= s->capacity) return s;
  capacity = fitting_capacity(capacity);
  std::size_t old = block_size(s->capacity);
  if (old > heap::kSmallLimit) {
    s = static_cast<String*>(heap::reallocate_large(s, block_size(capacity)));
    s->capacity = capacity;
    return s;
  }
  auto* bigger = static_cast<String*>(heap::allocate(block_size(capacity)));
  std::memcpy(static_cast<void*>(bigger), s, kHead + s->length + 1);
  bigger->capacity = capacity;
  heap::deallocate(s, old);
  return bigger;
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

}  // namespace perlipc
