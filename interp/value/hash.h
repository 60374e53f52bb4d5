// Perl hashes: a dense insertion-ordered entry table with an open-addressing index. The hash
// function is seeded (flood-safe). Keys are Strings; a key with characters that fit Latin-1 is
// stored without the utf8 flag, so equal strings are equal keys.
#pragma once
#include "interp/value/value.h"

namespace perlipc {

class Hash : public Referent {
 public:
  // HasMagic and ReadOnly together: the named groups of a match. HasMagic alone: an element that is
  // to leave is assigned to first and may object (%!). Tied: see interp/tied.h. Signals: %SIG, whose
  // elements are made by builtin::signal_element.
  enum Bits : std::uint8_t { HasMagic = 1, IsStash = 2, ReadOnly = 4, Tied = 8, Signals = 16 };
  struct Entry {
    String* key;  // owned count; null: deleted
    std::uint32_t hash;
    std::uint32_t unused;
    Value value;  // plain or Boxed
  };
  Hash() : Referent(Type::Hash) {}
  ~Hash();
  Hash(const Hash&) = delete;
  static Hash* make() { return new (heap::allocate(sizeof(Hash))) Hash(); }

  std::size_t size() const { return live_; }
  Value* find(const String* key) {
    const std::uint32_t hint = key->place_hint();
    if (hint < used_ && entries_[hint].key == key) [[likely]]
      return &entries_[hint].value;
    return find_and_note(key);
  }
  Value* find(std::string_view key, bool utf8 = false);
  Value* find(std::string_view key, bool utf8, std::uint32_t hash);
  // The place of key, created undef when missing. key is shared (count added) when inserted.
  Value& fetch(String* key) {
    const std::uint32_t hint = key->place_hint();
    if (hint < used_ && entries_[hint].key == key) [[likely]]
      return entries_[hint].value;
    return fetch_slow(key);
  }
  Value& fetch(std::string_view key, bool utf8 = false);
  // Entry number of the key or -1: stable until an insertion rebuilds or the entry goes; used by
  // inline caches, which check entries()[n].key == key.
  std::int32_t find_index(const String* key);
  bool erase(const String* key, Value* removed = nullptr);
  bool erase(std::string_view key, bool utf8, Value* removed = nullptr);
  void clear();
  void reserve(std::size_t n);
  void swap_contents(Hash& other);

  Entry* entries() { return entries_; }
  std::size_t entry_count() const { return used_; }  // including deleted ones
  // Iteration: skips deleted entries; nullptr at the end.
  Entry* next(std::size_t& position) {
    while (position < used_) {
      Entry* e = &entries_[position++];
      if (e->key) return e;
    }
    return nullptr;
  }
  std::uint32_t iterator = 0;  // of each/keys/values: entry position
  static std::uint32_t hash_bytes(std::string_view bytes);
  static void seed(std::uint64_t a, std::uint64_t b);  // once, at process start

 private:
  Value* find_and_note(const String* key);
  Value& fetch_slow(String* key);
  std::int32_t lookup(std::string_view key, bool utf8, std::uint32_t hash) const;
  std::int32_t lookup(const String* key, std::uint32_t hash) const;  // bytes, not utf8
  void rebuild(std::size_t capacity);
  void insert_index(std::uint32_t hash, std::uint32_t n);
  void remove_index(std::uint32_t hash, std::uint32_t n);
  bool remove_at(std::int32_t n, Value* removed);
  Entry* entries_ = nullptr;
  std::uint32_t* index_ = nullptr;  // entry number + 1; 0 empty; null while used_ <= kLinear
  std::uint32_t mask_ = 0;
  std::uint32_t used_ = 0, live_ = 0, capacity_ = 0;
  static constexpr std::uint32_t kLinear = 8;
};

// A utf8 key whose characters all fit Latin-1 becomes bytes. Returns a string with its own count.
String* normal_key(String* key);

}  // namespace perlipc
