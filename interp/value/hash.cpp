// Perl hashes. Up to eight entries are searched one by one; larger tables have an index of entry
// numbers. A deleted entry keeps its place (key null) until the table is rebuilt.
#include "interp/value/hash.h"
#include "interp/value/convert.h"
#include "interp/value/restricted.h"
#include <algorithm>
#include <bit>

namespace perlipc {
namespace {
std::uint64_t seeds[3] = {0x9e3779b97f4a7c15u, 0xd1b54a32d192ed03u, 0x8bb84b93962eacc9u};

std::uint64_t load8(const char* p) {
  std::uint64_t v;
  std::memcpy(&v, p, 8);
  return v;
}
std::uint64_t load4(const char* p) {
  std::uint32_t v;
  std::memcpy(&v, p, 4);
  return v;
}
// The two halves of the full product, folded.
std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  auto product = static_cast<unsigned __int128>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

Hash::Entry* allocate_entries(std::size_t n) {
  return static_cast<Hash::Entry*>(heap::allocate(n * sizeof(Hash::Entry)));
}
void free_entries(Hash::Entry* e, std::size_t n) {
  if (e) heap::deallocate(e, n * sizeof(Hash::Entry));
}
void free_index(std::uint32_t* index, std::uint32_t mask) {
  if (index) heap::deallocate(index, (std::size_t{mask} + 1) * sizeof(std::uint32_t));
}
bool same_key(const Hash::Entry& e, std::string_view key, bool utf8, std::uint32_t hash) {
  if (e.hash != hash || !e.key) return false;
  if (e.key->data == key.data() && !utf8) return true;  // the very string; nothing to load
  return e.key->length == key.size() && e.key->utf8() == utf8 &&
         std::memcmp(e.key->data, key.data(), key.size()) == 0;
}
bool is_ascii(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

// A key as the table stores it: Latin-1 where possible.
struct PlainKey {
  std::string_view key;
  bool utf8;
  std::string storage;
  PlainKey(std::string_view k, bool is_utf8) : key(k), utf8(is_utf8) {
    if (!utf8) return;
    if (is_ascii(k)) {
      utf8 = false;
      return;
    }
    const char* p = k.data();
    const char* end = p + k.size();
    while (p < end) {
      std::size_t n;
      std::uint32_t c = utf8_decode(p, end, &n);
      if (c > 255) return;
      storage.push_back(static_cast<char>(c));
      p += n;
    }
    key = storage;
    utf8 = false;
  }
};
}  // namespace

void Hash::seed(std::uint64_t a, std::uint64_t b) {
  seeds[0] = a | 1;
  seeds[1] = b | 1;
  seeds[2] = mix(a ^ 0x9e3779b97f4a7c15u, b ^ 0xd1b54a32d192ed03u) | 1;
}

std::uint32_t Hash::hash_bytes(std::string_view bytes) {
  const char* p = bytes.data();
  std::size_t n = bytes.size();
  std::uint64_t h = seeds[0], a, b;
  if (n <= 16) {
    if (n >= 8) {
      a = load8(p);
      b = load8(p + n - 8);
    } else if (n >= 4) {
      a = load4(p);
      b = load4(p + n - 4);
    } else if (n > 0) {
      a = static_cast<unsigned char>(p[0]) |
          static_cast<std::uint64_t>(static_cast<unsigned char>(p[n >> 1])) << 8 |
          static_cast<std::uint64_t>(static_cast<unsigned char>(p[n - 1])) << 16;
      b = 0;
    } else {
      a = b = 0;
    }
  } else {
    std::size_t left = n;
    for (; left > 16; left -= 16, p += 16) h = mix(load8(p) ^ seeds[1], load8(p + 8) ^ h);
    a = load8(p + left - 16);
    b = load8(p + left - 8);
  }
  h = mix(a ^ seeds[1], b ^ h);
  h = mix(h ^ seeds[2], n ^ seeds[1]);
  return static_cast<std::uint32_t>(h ^ (h >> 32));
}

String* normal_key(String* key) {
  if (!key->utf8()) {
    key->retain();
    return key;
  }
  String* plain = downgrade(key);
  if (plain) return plain;
  key->retain();
  return key;
}

Hash::~Hash() {
  if (bits & ReadOnly) [[unlikely]]
    restricted::forget(this);
  for (std::uint32_t n = 0; n < used_; ++n) {
    Entry& e = entries_[n];
    if (!e.key) continue;
    e.value.~Value();
    e.key->release();
  }
  free_index(index_, mask_);
  free_entries(entries_, capacity_);
}

void Hash::swap_contents(Hash& other) {
  std::swap(entries_, other.entries_);
  std::swap(index_, other.index_);
  std::swap(mask_, other.mask_);
  std::swap(used_, other.used_);
  std::swap(live_, other.live_);
  std::swap(capacity_, other.capacity_);
}

std::int32_t Hash::lookup(std::string_view key, bool utf8, std::uint32_t hash) const {
  if (!index_) {
    for (std::uint32_t n = 0; n < used_; ++n)
      if (same_key(entries_[n], key, utf8, hash)) return static_cast<std::int32_t>(n);
    return -1;
  }
  for (std::uint32_t at = hash & mask_;; at = (at + 1) & mask_) {
    std::uint32_t n = index_[at];
    if (n == 0) return -1;
    if (same_key(entries_[n - 1], key, utf8, hash)) return static_cast<std::int32_t>(n - 1);
  }
}

namespace {
// Whether an entry's key is the byte string `key`. A string's block is a multiple of 16 bytes from
// its text on: both can be loaded whole.
inline bool has_key(const Hash::Entry& e, const String* key, std::uint32_t hash) {
  if (e.hash != hash || !e.key) return false;
  if (e.key == key) return true;
  const std::size_t n = key->length;
  if (e.key->length != n || e.key->utf8()) return false;
  if (n > 16) return std::memcmp(e.key->data, key->data, n) == 0;
  if (n == 0) return true;
  if constexpr (std::endian::native != std::endian::little)
    return std::memcmp(e.key->data, key->data, n) == 0;
  const std::uint64_t low = load8(e.key->data) ^ load8(key->data);
  if (n <= 8) return low << (64 - 8 * n) == 0;
  return low == 0 && (load8(e.key->data + 8) ^ load8(key->data + 8)) << (128 - 8 * n) == 0;
}
}  // namespace

std::int32_t Hash::lookup(const String* key, std::uint32_t hash) const {
  if (!index_) {
    for (std::uint32_t n = 0; n < used_; ++n)
      if (has_key(entries_[n], key, hash)) return static_cast<std::int32_t>(n);
    return -1;
  }
  for (std::uint32_t at = hash & mask_;; at = (at + 1) & mask_) {
    const std::uint32_t n = index_[at];
    if (n == 0) return -1;
    if (has_key(entries_[n - 1], key, hash)) return static_cast<std::int32_t>(n - 1);
  }
}

Value* Hash::find(std::string_view key, bool utf8, std::uint32_t hash) {
  if (live_ == 0) return nullptr;
  std::int32_t n;
  if (!utf8) [[likely]] {
    n = lookup(key, false, hash);
  } else {
    PlainKey plain(key, true);
    if (plain.key.data() != key.data()) hash = hash_bytes(plain.key);
    n = lookup(plain.key, plain.utf8, hash);
  }
  return n < 0 ? nullptr : &entries_[n].value;
}

Value* Hash::find(std::string_view key, bool utf8) {
  if (live_ == 0) return nullptr;
  return find(key, utf8, hash_bytes(key));
}

std::int32_t Hash::find_index(const String* key) {
  if (live_ == 0) return -1;
  if (!key->utf8()) [[likely]]
    return lookup(key, key->hash_code());
  PlainKey plain(key->view(), true);
  return lookup(plain.key, plain.utf8, hash_bytes(plain.key));
}

void Hash::insert_index(std::uint32_t hash, std::uint32_t n) {
  std::uint32_t at = hash & mask_;
  while (index_[at]) at = (at + 1) & mask_;
  index_[at] = n + 1;
}

// Those behind it that it kept from a place nearer to their own move up: a look-up never passes what
// is gone.
void Hash::remove_index(std::uint32_t hash, std::uint32_t n) {
  std::uint32_t at = hash & mask_;
  while (index_[at] != n + 1) at = (at + 1) & mask_;
  for (std::uint32_t next = (at + 1) & mask_; index_[next]; next = (next + 1) & mask_) {
    const std::uint32_t own = entries_[index_[next] - 1].hash;
    if (((next - own) & mask_) < ((next - at) & mask_)) continue;
    index_[at] = index_[next];
    at = next;
  }
  index_[at] = 0;
}

// Drops deleted entries and makes room for `capacity` ones. Keeps the iterator on its entry.
void Hash::rebuild(std::size_t capacity) {
  capacity = std::max<std::size_t>(capacity, 4);
  if (capacity > UINT32_MAX / 4) throw std::bad_alloc();
  Entry* fresh = allocate_entries(capacity);
  std::uint32_t out = 0, iterator_now = iterator;
  for (std::uint32_t n = 0; n < used_; ++n) {
    if (n == iterator) iterator_now = out;
    if (!entries_[n].key) continue;
    std::memcpy(static_cast<void*>(fresh + out), entries_ + n, sizeof(Entry));
    ++out;
  }
  if (iterator >= used_ && iterator != 0) iterator_now = out;
  iterator = iterator_now;
  free_entries(entries_, capacity_);
  free_index(index_, mask_);
  entries_ = fresh;
  capacity_ = static_cast<std::uint32_t>(capacity);
  used_ = out;
  index_ = nullptr;
  if (capacity <= kLinear) return;
  std::size_t slots = std::bit_ceil(capacity + capacity / 2);
  index_ = static_cast<std::uint32_t*>(heap::allocate(slots * sizeof(std::uint32_t)));
  std::memset(index_, 0, slots * sizeof(std::uint32_t));
  mask_ = static_cast<std::uint32_t>(slots - 1);
  for (std::uint32_t n = 0; n < used_; ++n) insert_index(entries_[n].hash, n);
}

void Hash::reserve(std::size_t n) {
  if (n > capacity_) rebuild(n);
}

Value* Hash::find_and_note(const String* key) {
  const std::int32_t n = find_index(key);
  if (n < 0) return nullptr;
  if (entries_[n].key == key) key->note_place(static_cast<std::size_t>(n));
  return &entries_[n].value;
}

Value& Hash::fetch_slow(String* key) {
  String* own = nullptr;  // a count to give to the entry
  if (key->utf8()) [[unlikely]]
    key = own = normal_key(key);
  std::uint32_t hash = key->hash_code();
  std::int32_t found = !live_        ? -1
                       : key->utf8() ? lookup(key->view(), true, hash)
                                     : lookup(key, hash);
  if (found >= 0) {
    if (own) own->release();
    else if (entries_[found].key == key) key->note_place(static_cast<std::size_t>(found));
    return entries_[found].value;
  }
  if (!own) {
    // A buffer much larger than the key (an input line, say) is not kept alive for it.
    if (static_cast<std::int32_t>(key->refs) >= 0 && key->block_size() > 2 * key->length + 96) {
      own = String::make(key->view(), key->utf8());
      own->hash = hash;
      own->bits |= String::HashKnown;
    } else {
      own = key;
      own->retain();
    }
  }
  if (used_ == capacity_)
    rebuild(live_ + live_ / 4 >= capacity_ ? std::size_t{capacity_} * 2 : capacity_);
  std::uint32_t n = used_++;
  ++live_;
  Entry& e = entries_[n];
  e.key = own;
  e.hash = hash;
  e.unused = 0;
  new (&e.value) Value();
  if (index_) insert_index(hash, n);
  return e.value;
}

Value& Hash::fetch(std::string_view key, bool utf8) {
  if (Value* v = find(key, utf8)) return *v;
  String* s = String::make(key, utf8);
  Value& place = fetch(s);
  s->release();
  return place;
}

bool Hash::remove_at(std::int32_t n, Value* removed) {
  if (n < 0) return false;
  Entry& e = entries_[n];
  String* key = e.key;
  Value value = std::move(e.value);
  if (index_) remove_index(e.hash, static_cast<std::uint32_t>(n));
  e.key = nullptr;
  --live_;
  while (used_ > 0 && !entries_[used_ - 1].key) --used_;
  key->release();
  if (removed) *removed = std::move(value);
  return true;
}

bool Hash::erase(const String* key, Value* removed) { return remove_at(find_index(key), removed); }

bool Hash::erase(std::string_view key, bool utf8, Value* removed) {
  if (live_ == 0) return false;
  PlainKey plain(key, utf8);
  return remove_at(lookup(plain.key, plain.utf8, hash_bytes(plain.key)), removed);
}

void Hash::clear() {
  Entry* entries = entries_;
  std::uint32_t used = used_, capacity = capacity_;
  free_index(index_, mask_);
  entries_ = nullptr;
  index_ = nullptr;
  used_ = live_ = capacity_ = mask_ = 0;
  iterator = 0;
  for (std::uint32_t n = 0; n < used; ++n) {
    if (!entries[n].key) continue;
    entries[n].value.~Value();
    entries[n].key->release();
  }
  free_entries(entries, capacity);
  if (live_ != 0) {  // destructors have filled it: what they stored goes as well
    Hash stored;
    swap_contents(stored);
  }
}

}  // namespace perlipc
