// Value: 16 bytes, a payload and a tag word. Everything Perl can hold in a scalar lives in one:
// inline in frame slots, array elements and hash entries. A place that somebody else refers to
// (reference, closure, alias) holds a Boxed value: a pointer to a heap Scalar.
#pragma once
#include "interp/value/heap.h"
#include <atomic>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace perlipc {

class Value;
class Stash;
class Engine;
struct BigText;

enum class Type : std::uint8_t {
  String,
  Scalar,
  Array,
  Hash,
  Code,
  Glob,
  GlobBody,
  Handle,
  Regex,
  Dual,
  MatchState,
  Other
};

constexpr std::uint32_t kImmortal = 0x80000000u;

// Head of everything on the heap: intrusive, non-atomic reference count. Objects whose count has
// the top bit set are immortal (constants, interned names): nobody writes their memory, so forked
// children share the pages.
struct HeapObject {
  std::uint32_t refs;
  Type type;
  std::uint8_t bits;
  std::uint16_t aux;
  HeapObject(Type t, std::uint8_t b = 0) : refs(1), type(t), bits(b), aux(0) {}
  void retain() {
    if (static_cast<std::int32_t>(refs) >= 0) [[likely]]
      ++refs;
  }
  void release() {
    if (static_cast<std::int32_t>(refs) >= 0) [[likely]]
      if (--refs == 0) destroy_object(this);
  }
  bool unique() const { return refs == 1; }
  static void destroy_object(HeapObject* object);  // by type; runs DESTROY of blessed referents
  // Destroys and frees objects of the types this layer does not know (Regex, which is a Referent
  // and has had its DESTROY and weak references handled; MatchState, Other). Set by interp at start.
  static void (*destroy_foreign)(HeapObject*);
};

// Byte buffer + utf8 flag. Shared by reference count (copy on write). The text need not begin where
// its block does: taking bytes off the front of a long string moves no others.
struct String : HeapObject {
  enum Bits : std::uint8_t {
    Utf8 = 1,
    HashKnown = 2,
    CharsKnown = 4,
    WholeKnown = 8,
    MarkKnown = 16,  // of a big one: its mark holds
    Big = 32         // the block is larger than the heap's small ones
  };
  std::uint32_t hash;
  std::uint32_t chars;  // character count when CharsKnown; the number when WholeKnown
  std::size_t length;   // bytes
  char* data;           // what is there, and a NUL

  static String* make(std::size_t capacity);  // empty, unique
  static String* make(std::string_view bytes, bool utf8 = false);
  static String* intern_immortal(std::string_view bytes, bool utf8 = false);  // never freed
  static void free(String* s);
  std::string_view view() const { return {data, length}; }
  bool utf8() const { return bits & Utf8; }
  // Call after changing the bytes or the flag.
  void touched() { bits &= Utf8 | Big; }
  // Instead, when so many bytes have come at the end and nothing else has changed.
  void appended(std::size_t bytes) {
    if ((bits & (Utf8 | CharsKnown)) == (Utf8 | CharsKnown)) [[unlikely]]
      return count_appended(bytes);
    touched_behind();
  }
  void set_utf8(bool on) { bits = static_cast<std::uint8_t>((bits & Big) | (on ? Utf8 : 0)); }
  // Bytes there is room for from `data` on, without the closing NUL. Not of an immortal string.
  std::size_t capacity() const { return static_cast<std::size_t>(limit() - data); }
  std::size_t block_size() const;  // what the heap was asked for; not of an immortal string
  // Room for so many bytes (may move): s must be unique. Returns the string to use from now on.
  static String* reserve(String* s, std::size_t capacity);
  // The same for a text that is being collected piece by piece: gets more room than is needed, in
  // proportion to its size, so that many small pieces cost no more than a few large ones.
  static String* grow(String* s, std::size_t needed);
  // Keeps the first `bytes` (whole characters); s must be unique.
  void truncate(std::size_t bytes);
  // Puts `with`, of the same encoding and not a part of s, in the place of `gone` bytes (whole
  // characters); s must be unique, may move. Returns the string to use from now on.
  static String* splice(String* s, std::size_t start, std::size_t gone, std::string_view with);
  // Takes `bytes` (whole characters) off the front; the caller is the only holder but for windows.
  void drop_front(std::size_t bytes);
  // A window is a holder that remembers `data` and `length` as they are and reads no more than that
  // (the last match): taking bytes off the front of a big string and adding others behind it within
  // its capacity do not disturb it. Who has added one must remove it before its count is released;
  // false: none can be added.
  bool add_window();
  void remove_window() { --aux; }
  // The holder who asks, and has `own` counts, is the only one apart from windows.
  bool own_but_windows(std::uint32_t own = 1) const {
    return refs == own || ((bits & Big) && refs == own + aux);
  }
  // Whether the place that holds s may add so many bytes to it: moves it when it is the only holder.
  bool takes_more(std::size_t bytes) const {
    return refs == 1 || ((bits & Big) && refs == 1u + aux && length + bytes <= capacity());
  }
  // Where in bytes the character `n` begins, the end for what lies behind; and how many characters
  // begin before a byte. Big strings remember the last answer and go on from there.
  std::size_t byte_at(std::size_t n) const;
  std::size_t chars_before(std::size_t byte) const;
  std::uint32_t hash_code() const {
    if (bits & HashKnown) return hash;
    return compute_hash();
  }
  std::uint32_t compute_hash() const;
  // Whether the text is a whole number of up to 9 digits; remembered.
  bool whole(std::int64_t* n) const {
    if (bits & WholeKnown) {
      *n = chars;
      return true;
    }
    return length - 1 < 9 && compute_whole(n);
  }
  bool compute_whole(std::int64_t* n) const;
  std::size_t char_length() const;  // characters (bytes when not utf8)
  // Where a literal was last found as a hash key (`aux` of an immortal string): objects of a class
  // tend to have their keys in the same places. A guess, checked by Hash; several threads may write
  // it.
  std::uint32_t place_hint() const {
    return std::atomic_ref(const_cast<std::uint16_t&>(aux)).load(std::memory_order_relaxed);
  }
  void note_place(std::size_t n) const {
    if (static_cast<std::int32_t>(refs) < 0 && n <= UINT16_MAX && n != aux)
      std::atomic_ref(const_cast<std::uint16_t&>(aux))
          .store(static_cast<std::uint16_t>(n), std::memory_order_relaxed);
  }

 private:
  static String* allocate(std::size_t capacity);
  void slide();
  void skip_front(std::size_t bytes);
  void count_appended(std::size_t bytes);
  void touched_behind() { bits &= Utf8 | Big | MarkKnown; }  // nothing changed before the mark
  void note_mark(std::size_t character, std::size_t byte) const;
  BigText* big() const;
  char* first() const;        // where the text of a fresh string begins
  const char* limit() const;  // where the NUL is at the latest
};
// Stands between the head and the text of a big string.
struct BigText {
  // Behind `limit` there are so many bytes more: short copies read on.
  static constexpr std::size_t kSlack = 16;
  const char* limit;
  std::size_t mark_char, mark_byte;  // a character and where it begins, when MarkKnown
};
static_assert(sizeof(String) == 32);

inline BigText* String::big() const {
  return reinterpret_cast<BigText*>(const_cast<String*>(this) + 1);
}
inline const char* String::limit() const {
  return bits & Big ? big()->limit : reinterpret_cast<const char*>(this) + aux * heap::kGranule - 1;
}
inline char* String::first() const {
  auto* behind = reinterpret_cast<char*>(const_cast<String*>(this) + 1);
  return bits & Big ? behind + sizeof(BigText) : behind;
}
inline bool String::add_window() {
  if (!(bits & Big) || static_cast<std::int32_t>(refs) < 0 || aux == UINT16_MAX) return false;
  ++aux;
  return true;
}
inline std::size_t String::block_size() const {
  return bits & Big ? static_cast<std::size_t>(big()->limit + BigText::kSlack -
                                               reinterpret_cast<const char*>(this))
                    : aux * heap::kGranule;
}

inline void String::free(String* s) { heap::deallocate(s, s->block_size()); }

enum Tag : std::uint32_t {
  kHeapBit = 0x100,
  kUndef = 0,
  kBool = 1,
  kInt = 2,
  kUInt = 3,
  kDouble = 4,
  kStr = 5 | kHeapBit,
  kRef = 6 | kHeapBit,
  kGlob = 7 | kHeapBit,
  kDual = 8 | kHeapBit,
  kRegex = 9 | kHeapBit,
  kCode = 10 | kHeapBit,
  kBoxed = 11 | kHeapBit,
  kBorrowed = 11,  // pointer to Scalar; Borrowed holds no count
  kArrayVar = 12 | kHeapBit,
  kArrayBorrowed = 12,
  kHashVar = 13 | kHeapBit,
  kHashBorrowed = 13,
  kSlotPtr = 14,  // raw pointer to another Value (argument alias)
  kInternal = 15,
  kOther = 16 | kHeapBit,
  kWeakRef = 6,  // only inside a Scalar with the Weak bit
  kKindMask = 0xff
};

struct Scalar;
struct DualValue;
class Array;
class Hash;
class Code;
class Glob;
class Handle;

class Value {
 public:
  union {
    std::int64_t i;
    std::uint64_t u;
    double d;
    HeapObject* o;
    String* s;
    Scalar* box;
    Value* p;
  };
  std::uint32_t tag;
  std::uint32_t spare;

  static constexpr std::uint32_t kUntouched = 0x4e455754;

  Value() : i(0), tag(kUndef), spare(0) {}
  Value(const Value& other) : i(other.i), tag(other.tag), spare(other.spare) {
    if (tag & kHeapBit) o->retain();
  }
  Value(Value&& other) noexcept : i(other.i), tag(other.tag), spare(other.spare) {
    other.tag = kUndef;
  }
  ~Value() {
    if (tag & kHeapBit) o->release();
  }
  Value& operator=(const Value& other) {
    if (other.tag & kHeapBit) other.o->retain();
    replace(other.i, other.tag, other.spare);
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    std::int64_t bits = other.i;
    std::uint32_t t = other.tag, sp = other.spare;
    other.tag = kUndef;
    replace(bits, t, sp);
    return *this;
  }

  static Value boolean(bool b) { return raw(b, kBool); }
  static Value integer(std::int64_t n) { return raw(n, kInt); }
  static Value unsigned_integer(std::uint64_t n) {  // picks Int when it fits
    return n > INT64_MAX ? raw(static_cast<std::int64_t>(n), kUInt)
                         : raw(static_cast<std::int64_t>(n), kInt);
  }
  static Value number(double n) {
    Value v;
    v.d = n;
    v.tag = kDouble;
    return v;
  }
  static Value string(std::string_view bytes, bool utf8 = false) {
    return adopt(String::make(bytes, utf8));
  }
  // Takes over the caller's count.
  static Value adopt(String* s) { return raw_object(s, kStr); }
  static Value adopt_ref(HeapObject* referent) { return raw_object(referent, kRef); }
  // Adds a count of its own.
  static Value share(String* s) {
    s->retain();
    return raw_object(s, kStr);
  }
  static Value ref(HeapObject* referent) {
    referent->retain();
    return raw_object(referent, kRef);
  }
  static Value glob(HeapObject* g) {
    g->retain();
    return raw_object(g, kGlob);
  }
  static Value boxed(HeapObject* scalar) {
    scalar->retain();
    return raw_object(scalar, kBoxed);
  }
  static Value adopt_boxed(HeapObject* scalar) { return raw_object(scalar, kBoxed); }
  static Value slot_pointer(Value* slot) {
    Value v;
    v.p = slot;
    v.tag = kSlotPtr;
    return v;
  }
  static Value raw_object(HeapObject* object, std::uint32_t t) {
    Value v;
    v.o = object;
    v.tag = t;
    return v;
  }
  static Value raw(std::int64_t bits, std::uint32_t t) {
    Value v;
    v.i = bits;
    v.tag = t;
    return v;
  }

  // What a value is made of, for code whose locals must not have destructors. It owns what the
  // value owned: each must become a value again exactly once, or be released.
  struct Bits {
    union {
      std::int64_t i;
      HeapObject* o;
    };
    std::uint32_t tag, spare;
  };
  Bits take_bits() {
    Bits b{{i}, tag, spare};
    tag = kUndef;
    return b;
  }
  void set_bits(Bits b) {  // over a value that owns nothing, or raw memory
    i = b.i;
    tag = b.tag;
    spare = b.spare;
  }
  static Value from_bits(Bits b) {
    Value v;
    v.set_bits(b);
    return v;
  }

  std::uint32_t kind() const { return tag & kKindMask; }
  bool is_undef() const { return tag == kUndef; }
  // What `local` puts into a new element: undefined, and never assigned.
  static Value untouched() {
    Value v;
    v.spare = kUntouched;
    return v;
  }
  bool is_untouched() const { return tag == kUndef && spare == kUntouched; }
  bool is_int() const { return tag == kInt; }
  bool is_double() const { return tag == kDouble; }
  bool is_string() const { return tag == kStr; }
  bool is_ref() const { return kind() == (kRef & kKindMask); }
  bool is_glob() const { return tag == kGlob; }
  bool is_boxed() const { return kind() == (kBoxed & kKindMask); }
  bool is_alias() const { return is_boxed() || tag == kSlotPtr; }

  // Fast setters for plain places (no alias, no magic).
  void set_int(std::int64_t n) {
    drop();
    i = n;
    tag = kInt;
  }
  void set_double(double n) {
    drop();
    d = n;
    tag = kDouble;
  }
  void set_bool(bool b) {
    drop();
    i = b;
    tag = kBool;
  }
  void set_undef() {
    drop();
    tag = kUndef;
  }

 private:
  void drop() {
    if (tag & kHeapBit) [[unlikely]] {
      tag = kUndef;
      o->release();
    }
  }
  // The old object goes last: its DESTROY may look at this place.
  void replace(std::int64_t bits, std::uint32_t t, std::uint32_t sp) {
    HeapObject* old = (tag & kHeapBit) ? o : nullptr;
    i = bits;
    tag = t;
    spare = sp;
    if (old) old->release();
  }
};
static_assert(sizeof(Value) == 16);

// What a reference can point to. `meta` is the blessing stash, or (low bit set) a Meta with the
// stash, the weak references to this object and what it is tied to.
struct Meta;
// What a tied array or hash is bound to (interp/tied.h).
struct TieState {
  virtual ~TieState() = default;
};
struct Referent : HeapObject {
  std::uintptr_t meta = 0;
  using HeapObject::HeapObject;
  Stash* stash() const {
    if (!(meta & 1)) return reinterpret_cast<Stash*>(meta);
    return stash_slow();
  }
  Stash* stash_slow() const;
  void set_stash(Stash* stash);
  void add_weak(Scalar* from);
  void remove_weak(Scalar* from);
  TieState* tie() const;
  void set_tie(std::unique_ptr<TieState> state);
  void clear_meta();  // on destruction: weak references become undef
};

// Value::spare of a kStr that came from a v-string literal (ref \v1.2 is "VSTRING").
constexpr std::uint32_t kVersionString = 1;
// Bit of the same: "isn't numeric" has been said about this text; a copy stays silent too.
constexpr std::uint32_t kNotNumericTold = 2;
// Bit of the same: the text has been read as a number, so `++` and the bit operators take it for one.
constexpr std::uint32_t kReadAsNumber = 4;
// Bit of Value::spare, under -T only: a tainted text or number on its way from one place to another.
// Where it comes to rest it becomes a TaintMagic (interp/taint.h).
// (None of the bits of kUntouched, which numbers may leave behind.)
constexpr std::uint32_t kTainted = 32;
// Magic::kind of lvalue proxies (substr, vec, pos, keys): ref of one is "LVALUE".
constexpr int kMagicLvalue = 100;

// Behaviour attached to a scalar: special variables, ties, lvalue proxies.
class Magic {
 public:
  virtual ~Magic() = default;
  virtual Value get(Scalar& scalar) = 0;  // current value
  virtual void set(Scalar& scalar, const Value& value) = 0;
  enum Kind : int { Ordinary = 0, LastReadLine = 1, Tied = 2 };
  virtual int kind() const { return Ordinary; }
};

struct Scalar : Referent {
  // Tainted: the magic is a TaintMagic, the scalar is an ordinary one for everything else.
  enum Bits : std::uint8_t { HasMagic = 1, Weak = 2, ReadOnly = 4, Tainted = 8 };
  Value value;             // never an alias
  Magic* magic = nullptr;  // owned
  Scalar() : Referent(Type::Scalar) {}
  explicit Scalar(Value v) : Referent(Type::Scalar), value(std::move(v)) {}
  ~Scalar() { delete magic; }
  static Scalar* make() { return new (heap::allocate(sizeof(Scalar))) Scalar(); }
  static Scalar* make(Value v) { return new (heap::allocate(sizeof(Scalar))) Scalar(std::move(v)); }
  static Scalar* with_magic(Magic* m) {
    Scalar* s = make();
    s->magic = m;
    s->bits |= HasMagic;
    return s;
  }
  bool plain() const { return bits == 0; }
  bool special() const { return (bits & (HasMagic | Tainted)) == HasMagic; }
  Value get() const {
    if ((bits & ~ReadOnly) == 0) [[likely]]
      return value;
    return get_slow();
  }
  // Throws nothing; a write to a ReadOnly scalar is the caller's to check (see assign in convert.h).
  Value get_slow() const;
  void weaken();
  void unweaken();
  // Ends weakness, leaving undef: call before writing the value of a scalar with the Weak bit.
  void drop_weak();
};

// A string and a number at once ($!, dualvar).
struct DualValue : HeapObject {
  Value number, text;
  DualValue(Value n, Value t) : HeapObject(Type::Dual), number(std::move(n)), text(std::move(t)) {}
  static Value make(Value number, Value text) {
    return Value::raw_object(new (heap::allocate(sizeof(DualValue)))
                                 DualValue(std::move(number), std::move(text)),
                             kDual);
  }
};

// The place an alias leads to, or v itself.
inline Value& place_of(Value& v) {
  Value* q = &v;
  if (q->tag == kSlotPtr) q = q->p;
  if (q->is_boxed()) return q->box->value;
  return *q;
}
// Promotes a place to a heap scalar so that it can be shared; returns it (borrowed).
inline Scalar* box_place(Value& place) {
  Value* q = &place;
  if (q->tag == kSlotPtr) q = q->p;
  if (q->is_boxed()) return q->box;
  Scalar* s = Scalar::make(std::move(*q));
  q->box = s;
  q->tag = kBoxed;
  return s;
}
// What v, or the scalar behind the alias, holds; of a scalar with magic the alias itself.
inline const Value& through(const Value& v) {
  if (v.tag <= kDouble) [[likely]]
    return v;
  const Value* q = &v;
  if (q->tag == kSlotPtr) q = q->p;
  if (q->is_boxed() && (q->box->bits & ~Scalar::ReadOnly) == 0) q = &q->box->value;
  return *q;
}
// Reads through aliases and magic; the result is a plain scalar value.
inline Value rvalue(const Value& v) {
  if (!(v.is_alias())) [[likely]]
    return v;
  const Value* q = &v;
  if (q->tag == kSlotPtr) q = q->p;
  if (q->is_boxed()) return q->box->get();
  return *q;
}

}  // namespace perlipc
