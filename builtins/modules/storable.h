// Storable's format, version 2.11, and what its two directions share.
#pragma once
#include "builtins/modules/native.h"

#include <string>

namespace perlipc::builtin::storable {

constexpr int kMajor = 2, kMinor = 11;
// What stands in front of an image in a file, and after the version in native byte order: the order,
// then the sizes of int, long, pointers and doubles.
constexpr std::string_view kFileMagic = "pst0";
constexpr std::string_view kByteOrder = "12345678";

// What follows is told by one byte. Lengths are one byte in the short forms, else four.
struct Form {
  enum Mark : unsigned char {
    Object = 0,    // one that was there before: its number, high byte first
    LongText = 1,  // bytes
    Array = 2,
    Hash = 3,
    Reference = 4,
    Undefined = 5,
    Integer = 6,  // eight bytes
    Double = 7,
    Byte = 8,        // plus 128
    NetInteger = 9,  // four bytes, high byte first
    Text = 10,
    TiedArray = 11,
    TiedHash = 12,
    TiedScalar = 13,
    Missing = 14,  // undef itself: a missing element
    Yes = 15,
    No = 16,
    Bless = 17,       // class name, then the object
    BlessAgain = 18,  // number of the class
    Hook = 19,
    Overloaded = 20,  // a reference to an object with overloading
    TiedKey = 21,
    TiedIndex = 22,
    WideText = 23,
    LongWideText = 24,
    FlaggedHash = 25,
    Code = 26,
    WeakReference = 27,
    WeakOverloaded = 28,
    VersionText = 29,
    LongVersionText = 30,
    UndefElement = 31,
    Pattern = 32,
    True = 34,
    False = 35
  };
};

// Of a hook's flag byte.
enum HookFlag : unsigned char {
  kHookScalar = 0,
  kHookArray = 1,
  kHookHash = 2,
  kHookExtra = 3,
  kHookTypeMask = 3,
  kHookLongClass = 4,
  kHookLongText = 8,
  kHookLongList = 16,
  kHookKnownClass = 32,
  kHookRecurse = 64,
  kHookList = 128
};
constexpr unsigned char kRestrictedHash = 1;
enum KeyFlag : unsigned char {
  kKeyWide = 1,
  kKeyWasWide = 2,
  kKeyLocked = 4,
  kKeyPlaceholder = 16
};

// The value of CLONING in hooks: dclone at work.
constexpr std::int64_t kCloning = 4;

// Of one interpreter: what Storable::is_storing and its like tell.
struct Progress {
  explicit Progress(Engine&) {}
  bool storing = false, retrieving = false, network_order = false;
};

// $Storable::NAME.
Value setting(Engine& engine, std::string_view name);
// Calls a sub of PerlIPC::Storable.
Value helper(Engine& engine, std::string_view name, std::span<const Value> arguments);

// The image of what the reference leads to, without the file's magic. Dies as Storable does.
std::string store(Engine& engine, Referent* root, bool network_order, std::int64_t cloning);

// Where an image comes from.
class Source {
 public:
  virtual ~Source() = default;
  // False when there is less.
  virtual bool read(char* out, std::size_t size) = 0;
};
class TextSource final : public Source {
 public:
  explicit TextSource(std::string_view text) : text_(text) {}
  bool read(char* out, std::size_t size) override {
    if (text_.size() < size) return false;
    text_.copy(out, size);
    text_.remove_prefix(size);
    return true;
  }

 private:
  std::string_view text_;
};

enum RetrieveFlag : std::int64_t { kBlessOk = 2, kTieOk = 4 };
// A reference to what an image holds; undef when it is cut short. `in_file`: behind the file's magic,
// which is checked.
Value retrieve(Engine& engine, Source& source, bool in_file, std::int64_t flags,
               std::int64_t cloning);

}  // namespace perlipc::builtin::storable
