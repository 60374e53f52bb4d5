// Storable's one direction: data to an image.
#include "builtins/modules/storable.h"
#include "interp/value/restricted.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <unordered_map>

namespace perlipc::builtin::storable {

namespace {

static_assert(std::endian::native == std::endian::little);

class Storer {
 public:
  Storer(Engine& engine, bool network_order, std::int64_t cloning)
      : engine_(engine), network_(network_order), cloning_(cloning),
        canonical_(to_bool(engine, setting(engine, "canonical"))), limit_(limit("recursion_limit")),
        hash_limit_(limit("recursion_limit_hash")) {}

  std::string run(Referent* root) {
    mark(static_cast<unsigned char>(kMajor << 1 | (network_ ? 1 : 0)));
    mark(kMinor);
    if (!network_) {
      mark(kByteOrder.size());
      out_ += kByteOrder;
      for (const std::size_t size : {sizeof(int), sizeof(long), sizeof(void*), sizeof(double)})
        mark(size);
    }
    store(root, false);
    return std::move(out_);
  }

 private:
  std::int64_t limit(const char* name) {
    const Value value = setting(engine_, name);
    return value.is_undef() ? -1 : to_int(engine_, value);
  }

  // --- bytes --------------------------------------------------------------------------------------
  void mark(std::size_t byte) { out_ += static_cast<char>(byte); }
  void big_endian(std::uint32_t n) {
    for (int shift = 24; shift >= 0; shift -= 8) mark(n >> shift & 0xff);
  }
  void length(std::size_t n) {
    const auto word = static_cast<std::uint32_t>(n);
    if (network_) big_endian(word);
    else out_.append(reinterpret_cast<const char*>(&word), sizeof word);
  }
  void text(Form::Mark short_form, Form::Mark long_form, std::string_view bytes) {
    if (bytes.size() <= 255) mark(short_form), mark(bytes.size());
    else mark(long_form), length(bytes.size());
    out_ += bytes;
  }

  // --- recursion ----------------------------------------------------------------------------------
  struct Deeper {
    Deeper(Storer& storer, bool counts, bool hash) : storer_(storer), counts_(counts) {
      storer_.engine_.check_native_stack();
      storer_.depth_ += counts;
      const bool limited = storer_.limit_ != -1;
      const std::int64_t most = hash ? storer_.hash_limit_ : storer_.limit_;
      if (limited && most != -1 && storer_.depth_ > most)
        storer_.engine_.die("Max. recursion depth with nested structures exceeded");
    }
    ~Deeper() { storer_.depth_ -= counts_; }
    Deeper(const Deeper&) = delete;
    Storer& storer_;
    bool counts_;
  };

  // --- things with an identity --------------------------------------------------------------------
  void store(Referent* referent, bool by_reference) {
    const auto known = numbers_.find(referent);
    if (known != numbers_.end()) {
      mark(Form::Object);
      big_endian(known->second);
      return;
    }
    numbers_.emplace(referent, next_number_++);
    // What hooks make must not give its address to something else while this goes on.
    kept_.push_back(Value::ref(referent));
    if (Stash* stash = referent->stash()) store_blessed(referent, stash, by_reference);
    else store_contents(referent, by_reference);
  }

  void store_contents(Referent* referent, bool by_reference) {
    switch (referent->type) {
      case Type::Array: return store_array(static_cast<Array*>(referent), by_reference);
      case Type::Hash: return store_hash(static_cast<Hash*>(referent), by_reference);
      case Type::Scalar: return store_scalar(static_cast<Scalar*>(referent));
      case Type::Regex: return store_pattern(referent);
      default: return refuse(Value::ref(referent));
    }
  }

  // "Can't store CODE items", or a text in its place for those who forgive.
  void refuse(const Value& ref) {
    const std::string type = reference_type(ref);
    const Value forgiving = setting(engine_, "forgive_me");
    if (!to_bool(engine_, forgiving)) engine_.die("Can't store " + type + " items");
    const std::string item = reference_text(ref);
    engine_.warn_always("Can't store item " + item + engine_.location());
    text(Form::Text, Form::LongText, "You lost " + item);
  }

  void store_array(Array* array, bool by_reference) {
    if (store_tied(array, Form::TiedArray)) return;
    const Deeper deeper(*this, !by_reference && limit_ != -1, false);
    mark(Form::Array);
    length(array->size());
    const std::size_t size = array->size();
    for (std::size_t i = 0; i < size; ++i) {
      if (i < array->size() && (*array)[i].tag != kInternal) store_place((*array)[i]);
      else store_missing();
    }
  }
  void store_missing() {
    ++next_number_;
    mark(Form::Missing);
  }

  bool store_tied(Referent* referent, Form::Mark form) {
    if (!referent->tie()) return false;
    const Value argument = Value::ref(referent);
    const Value object = helper(engine_, "tied_object", {&argument, 1});
    mark(form);
    Value place = Value::adopt_boxed(Scalar::make(object));
    store_place(place);
    return true;
  }

  void store_hash(Hash* hash, bool by_reference) {
    if (store_tied(hash, Form::TiedHash)) return;
    const Deeper deeper(*this, !by_reference && limit_ != -1 && hash_limit_ != -1, true);
    const bool restricted = hash->bits & Hash::ReadOnly;
    // By key: a hook may change the hash while this goes on.
    std::vector<Value> keys;
    bool flagged = restricted;
    std::size_t position = 0;
    while (Hash::Entry* entry = hash->next(position)) {
      flagged = flagged || entry->key->utf8();
      keys.push_back(Value::share(entry->key));
    }
    if (canonical_) {
      std::sort(keys.begin(), keys.end(),
                [](const Value& a, const Value& b) { return compare_strings(a.s, b.s) < 0; });
    }
    const std::vector<restricted::Key> placeholders =
        restricted ? restricted::allowed_keys(hash) : std::vector<restricted::Key>();
    mark(flagged ? Form::FlaggedHash : Form::Hash);
    if (flagged) mark(restricted ? kRestrictedHash : 0);
    length(keys.size() + placeholders.size());
    for (const Value& key : keys) {
      Value* place = hash->find(key.s->view(), key.s->utf8());
      const bool locked =
          place && place->is_boxed() && (place->box->bits & Scalar::ReadOnly) && restricted;
      if (place) store_place(*place);
      else store_missing();
      store_key(key.s->view(), flagged, (key.s->utf8() ? kKeyWide : 0) | (locked ? kKeyLocked : 0));
    }
    for (const restricted::Key& key : placeholders) {
      store_missing();
      store_key(key.text, true, kKeyPlaceholder | kKeyLocked | (key.utf8 ? kKeyWide : 0));
    }
  }
  void store_key(std::string_view key, bool flagged, int flags) {
    if (flagged) mark(static_cast<std::size_t>(flags));
    length(key.size());
    out_ += key;
  }

  void store_pattern(Referent* regex) {
    const Text whole(engine_, Value::ref(regex));
    std::string_view pattern = whole.view();
    std::string flags;
    // "(?^FLAGS:PATTERN)".
    if (const std::size_t colon = pattern.find(':');
        pattern.starts_with("(?^") && colon != pattern.npos) {
      flags = pattern.substr(3, colon - 3);
      pattern = pattern.substr(colon + 1, pattern.size() - colon - 2);
      if (pattern.ends_with('\n') && flags.find('x') != flags.npos) pattern.remove_suffix(1);
    }
    if (const std::size_t u = flags.find('u'); u != flags.npos) flags.erase(u, 1), flags += 'u';
    mark(Form::Pattern);
    const bool is_long = pattern.size() > 255;
    mark(is_long ? 1 : 0);
    if (is_long) length(pattern.size());
    else mark(pattern.size());
    out_ += pattern;
    mark(flags.size());
    out_ += flags;
  }

  // --- scalars ------------------------------------------------------------------------------------

  // An element: one that nobody refers to needs a number only.
  void store_place(Value& place) {
    if (place.is_boxed()) return store(place.box, false);
    ++next_number_;
    store_value(place, false);
  }

  void store_scalar(Scalar* scalar) {
    if (scalar->special() && scalar->magic->kind() == Magic::Tied) {
      const Value argument = Value::ref(scalar);
      const Value object = helper(engine_, "tied_object", {&argument, 1});
      if (object.is_ref()) {
        mark(Form::TiedScalar);
        Value place = Value::adopt_boxed(Scalar::make(object));
        return store_place(place);
      }
    }
    store_value(scalar->get(), scalar->bits & Scalar::Weak);
  }

  void store_value(const Value& value, bool weak) {
    if (value.is_ref()) return store_reference(static_cast<Referent*>(value.o), weak);
    switch (value.tag) {
      case kUndef: return mark(Form::Undefined);
      case kBool: return text(Form::Text, Form::LongText, value.i ? "1" : "");
      case kInt: return store_integer(value.i);
      case kUInt:
      case kDual: return store_as_text(value);
      case kDouble: return store_double(value.d);
      case kStr: return store_text(value);
      default: return refuse(Value::ref(value.o));
    }
  }

  void store_reference(Referent* referent, bool weak) {
    Stash* stash = referent->stash();
    const bool overloaded = stash && engine_.find_method(stash, "((");
    if (overloaded) mark(weak ? Form::WeakOverloaded : Form::Overloaded);
    else mark(weak ? Form::WeakReference : Form::Reference);
    const Deeper deeper(*this, true, false);
    store(referent, true);
  }

  void store_as_text(const Value& value) {
    const Text whole(engine_, value);
    text(whole.utf8() ? Form::WideText : Form::Text,
         whole.utf8() ? Form::LongWideText : Form::LongText, whole.view());
  }

  void store_text(const Value& value) {
    if (value.spare & kVersionString) {
      const std::string source = version_source(value.s->view());
      text(Form::VersionText, Form::LongVersionText, source);
    }
    store_as_text(value);
  }
  // "v1.2.3", as it stands in programs.
  static std::string version_source(std::string_view bytes) {
    std::string source = "v";
    for (const char* at = bytes.data(); at < bytes.data() + bytes.size();) {
      std::size_t size = 1;
      const std::uint32_t part = utf8_decode(at, bytes.data() + bytes.size(), &size);
      source += (source.size() > 1 ? "." : "") + std::to_string(part);
      at += size;
    }
    return source;
  }

  void store_integer(std::int64_t n) {
    if (n >= -128 && n <= 127) {
      mark(Form::Byte);
      mark(static_cast<std::size_t>(n + 128));
    } else if (!network_) {
      mark(Form::Integer);
      out_.append(reinterpret_cast<const char*>(&n), sizeof n);
    } else if (n >= INT32_MIN && n <= INT32_MAX) {
      mark(Form::NetInteger);
      big_endian(static_cast<std::uint32_t>(n));
    } else {
      text(Form::Text, Form::LongText, std::to_string(n));
    }
  }

  void store_double(double number) {
    if (number >= -9e18 && number <= 9e18) {
      const auto whole = static_cast<std::int64_t>(number);
      if (static_cast<double>(whole) == number) return store_integer(whole);
    }
    if (network_) return store_as_text(Value::number(number));
    mark(Form::Double);
    out_.append(reinterpret_cast<const char*>(&number), sizeof number);
  }

  // --- objects ------------------------------------------------------------------------------------

  void store_blessed(Referent* referent, Stash* stash, bool by_reference) {
    if (Code* hook = engine_.find_method(stash, "STORABLE_freeze");
        hook && store_by_hook(referent, stash, hook))
      return;
    if (const int number = class_number(stash); number >= 0) {
      mark(Form::BlessAgain);
      if (number <= 127) mark(static_cast<std::size_t>(number));
      else mark(0x80), length(static_cast<std::size_t>(number));
    } else {
      mark(Form::Bless);
      if (stash->name.size() <= 127) mark(stash->name.size());
      else mark(0x80), length(stash->name.size());
      out_ += stash->name;
    }
    store_contents(referent, by_reference);
  }

  // -1, and a number from now on, when the class comes for the first time.
  int class_number(const Stash* stash) {
    const auto [entry, added] = classes_.emplace(stash, static_cast<int>(classes_.size()));
    return added ? -1 : entry->second;
  }

  unsigned char hook_type(const Referent* referent) {
    switch (referent->type) {
      case Type::Scalar: return kHookScalar;
      case Type::Array: return kHookArray;
      case Type::Hash: return kHookHash;
      default: engine_.die("Unexpected object type (8) in store_hook()");
    }
    __builtin_unreachable();
  }

  // False: the hook leaves the object to us.
  bool store_by_hook(Referent* referent, Stash* stash, Code* hook) {
    const unsigned char type = hook_type(referent);
    const Value arguments[] = {Value::ref(referent), Value::integer(cloning_)};
    std::vector<Value> given = engine_.call(hook, arguments, Want::List);
    if (given.empty()) return false;
    for (Value& value : given) value = rvalue(value);
    if (given.size() > 1 && engine_.find_method(stash, "STORABLE_attach")) {
      engine_.die("Freeze cannot return references if " + stash->name +
                  " class is using STORABLE_attach");
    }
    const Text frozen(engine_, given[0]);
    bool recursed = false;
    std::vector<std::uint32_t> list;
    for (std::size_t i = 1; i < given.size(); ++i) {
      if (!given[i].is_ref()) {
        engine_.die("Item #" + std::to_string(i) + " returned by STORABLE_freeze for " +
                    stash->name + " is not a reference");
      }
      auto* part = static_cast<Referent*>(given[i].o);
      if (!numbers_.contains(part)) {
        if (!recursed) mark(Form::Hook);
        mark(kHookRecurse | type);
        recursed = true;
        store(part, false);
      }
      list.push_back(numbers_.at(part));
    }
    if (!recursed) mark(Form::Hook);
    write_hook(type, stash, frozen.view(), list);
    return true;
  }

  void write_hook(unsigned char type, const Stash* stash, std::string_view frozen,
                  const std::vector<std::uint32_t>& list) {
    const int number = class_number(stash);
    const std::size_t class_size =
        number >= 0 ? static_cast<std::size_t>(number) : stash->name.size();
    unsigned flags = type;
    if (number >= 0) flags |= kHookKnownClass;
    if (class_size > 255) flags |= kHookLongClass;
    if (frozen.size() > 255) flags |= kHookLongText;
    if (!list.empty()) flags |= kHookList;
    if (list.size() > 255) flags |= kHookLongList;
    mark(flags);
    counted(class_size);
    if (number < 0) out_ += stash->name;
    counted(frozen.size());
    out_ += frozen;
    if (!list.empty()) counted(list.size());
    for (const std::uint32_t item : list) big_endian(item);
  }
  void counted(std::size_t n) {
    if (n > 255) length(n);
    else mark(n);
  }

  Engine& engine_;
  bool network_;
  std::int64_t cloning_;
  bool canonical_;
  std::int64_t limit_, hash_limit_, depth_ = 0;
  std::string out_;
  std::unordered_map<const HeapObject*, std::uint32_t> numbers_;
  std::vector<Value> kept_;
  std::uint32_t next_number_ = 0;
  std::map<const Stash*, int> classes_;
};

}  // namespace

std::string store(Engine& engine, Referent* root, bool network_order, std::int64_t cloning) {
  return Storer(engine, network_order, cloning).run(root);
}

}  // namespace perlipc::builtin::storable
