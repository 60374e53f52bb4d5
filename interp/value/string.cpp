// Byte buffers with a utf8 flag: allocation, growth, interning, cached hash and length.
#include "interp/value/convert.h"
#include "interp/value/hash.h"
#include <mutex>
#include <vector>

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
  return intern_table().intern(bytes, utf8);
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
