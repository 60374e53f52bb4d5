// Storable's other direction: an image to data.
#include "builtins/modules/storable.h"
#include "interp/value/restricted.h"

#include <cstring>

namespace perlipc::builtin::storable {

namespace {

// The image ends too early: the whole gives undef.
struct CutShort {};

// What a number of the image stands for: a thing by a reference to it, or an element that nobody has referred to
// yet by where it is. Neither: an element whose value is being retrieved.
struct Part {
  Value reference;            // to the thing, or to the container
  std::int64_t element = -1;  // in an array
  Value key;                  // in a hash
};

class Retriever {
 public:
  Retriever(Engine& engine, Source& source, bool in_file, std::int64_t flags, std::int64_t cloning)
      : engine_(engine), source_(source), in_file_(in_file), flags_(flags), cloning_(cloning) {}

  Value run() {
    read_header();
    return retrieve(nullptr);
  }

 private:
  // --- bytes --------------------------------------------------------------------------------------
  unsigned char byte() {
    char c;
    bytes(&c, 1);
    return static_cast<unsigned char>(c);
  }
  void bytes(char* out, std::size_t size) {
    if (!source_.read(out, size)) throw CutShort();
  }
  std::uint32_t big_endian() {
    std::uint32_t n = 0;
    for (int i = 0; i < 4; ++i) n = n << 8 | byte();
    return n;
  }
  std::size_t length() {
    if (network_) return big_endian();
    std::uint32_t n;
    bytes(reinterpret_cast<char*>(&n), sizeof n);
    return n;
  }
  // In steps: a damaged length must not ask for all memory at once.
  std::string text(std::size_t size) {
    constexpr std::size_t kStep = 1 << 20;
    std::string result;
    while (result.size() < size) {
      const std::size_t have = result.size(), step = std::min(size - have, kStep);
      result.resize(have + step);
      bytes(result.data() + have, step);
    }
    return result;
  }
  std::string counted_text(bool is_long) { return text(is_long ? length() : byte()); }

  // --- header -------------------------------------------------------------------------------------
  void read_header() {
    char magic[kFileMagic.size()];
    unsigned char first = 0;
    try {
      if (in_file_) {
        bytes(magic, sizeof magic);
        if (std::string_view(magic, sizeof magic) != kFileMagic)
          engine_.die("File is not a perl storable");
      }
      first = byte();
      major_ = first >> 1;
      minor_ = major_ > 1 ? byte() : 0;
    } catch (const CutShort&) {
      engine_.die(std::string("Magic number checking on storable ") +
                  (in_file_ ? "file" : "string") + " failed");
    }
    network_ = first & 1;
    engine_.service<Progress>().network_order = network_;
    const Value future = setting(engine_, "accept_future_minor");
    const bool newer = major_ == kMajor && minor_ > kMinor;
    if (major_ > kMajor || (newer && !to_bool(engine_, future))) die_newer();
    if (major_ < kMajor)
      engine_.die("Storable binary image v" + version() + " is older than what can be read");
    if (!network_) check_machine();
  }
  std::string version() const { return std::to_string(major_) + "." + std::to_string(minor_); }
  [[noreturn]] void die_newer() {
    engine_.die("Storable binary image v" + version() + " more recent than I am (v" +
                std::to_string(kMajor) + "." + std::to_string(kMinor) + ")");
    __builtin_unreachable();
  }
  void check_machine() {
    const std::string order = text(byte());
    const unsigned char ints = byte(), longs = byte(), pointers = byte(), doubles = byte();
    if (order != kByteOrder) engine_.die("Byte order is not compatible");
    if (ints != sizeof(int)) engine_.die("Integer size is not compatible");
    if (longs != sizeof(long)) engine_.die("Long integer size is not compatible");
    if (pointers != sizeof(void*)) engine_.die("Pointer size is not compatible");
    if (doubles != sizeof(double)) engine_.die("Double size is not compatible");
  }
  [[noreturn]] void die_corrupted() {
    if (major_ != kMajor || minor_ != kMinor) die_newer();
    engine_.die(std::string("Corrupted storable ") + (in_file_ ? "file" : "string") + " (binary v" +
                version() + ")");
    __builtin_unreachable();
  }

  // --- what has a number --------------------------------------------------------------------------

  // A new thing gets its number, and its class when it is an object.
  Value enter(Referent* adopted, Stash* stash) {
    Value reference = Value::adopt_ref(adopted);
    parts_.push_back({reference, -1, {}});
    if (stash && (flags_ & kBlessOk)) adopted->set_stash(stash);
    return reference;
  }

  Value known(std::uint32_t number) {
    if (number >= parts_.size())
      engine_.die("Object #" + std::to_string(number) + " should have been retrieved already");
    Part& part = parts_[number];
    Value* place = nullptr;
    if (part.element >= 0)
      place =
          &static_cast<Array*>(part.reference.o)->at_grow(static_cast<std::size_t>(part.element));
    else if (part.key.is_string()) place = &static_cast<Hash*>(part.reference.o)->fetch(part.key.s);
    else if (part.reference.is_ref()) return part.reference;
    part = {place ? Value::ref(box_place(*place)) : Value::adopt_ref(Scalar::make()), -1, {}};
    return part.reference;
  }

  // --- anything -----------------------------------------------------------------------------------

  // A reference to the next thing.
  Value retrieve(Stash* stash) { return retrieve_thing(byte(), stash); }

  Value retrieve_thing(unsigned char form, Stash* stash) {
    engine_.check_native_stack();
    switch (form) {
      case Form::Object: return known(big_endian());
      case Form::Array: return retrieve_array(stash);
      case Form::Hash:
      case Form::FlaggedHash: return retrieve_hash(stash, form == Form::FlaggedHash);
      case Form::Bless:
      case Form::BlessAgain: return retrieve(blessing_class(form));
      case Form::Hook: return retrieve_by_hook();
      case Form::Code: return retrieve_code();
      case Form::Pattern: return retrieve_pattern(stash);
      case Form::TiedArray: return retrieve_tied(Array::make(), "tie_array", stash);
      case Form::TiedHash: return retrieve_tied(Hash::make(), "tie_hash", stash);
      case Form::TiedScalar: return retrieve_tied(Scalar::make(), "tie_scalar", stash);
      case Form::TiedKey: return retrieve_tied_element("element_of_hash");
      case Form::TiedIndex: return retrieve_tied_element("element_of_array");
      default: break;
    }
    Value reference = enter(Scalar::make(), stash);
    auto* scalar = static_cast<Scalar*>(reference.o);
    scalar->value = retrieve_value(form);
    if (form == Form::WeakReference || form == Form::WeakOverloaded) scalar->weaken();
    return reference;
  }

  Value retrieve_value(unsigned char form) {
    switch (form) {
      case Form::Reference:
      case Form::Overloaded:
      case Form::WeakReference:
      case Form::WeakOverloaded: return retrieve(nullptr);
      case Form::LongText: return text_value(counted_text(true));
      case Form::Text: return text_value(counted_text(false));
      case Form::WideText: return Value::string(counted_text(false), true);
      case Form::LongWideText: return Value::string(counted_text(true), true);
      case Form::VersionText:
      case Form::LongVersionText: return retrieve_version_text(form == Form::LongVersionText);
      case Form::Integer: {
        std::int64_t n;
        bytes(reinterpret_cast<char*>(&n), sizeof n);
        return Value::integer(n);
      }
      case Form::Double: {
        double number;
        bytes(reinterpret_cast<char*>(&number), sizeof number);
        return Value::number(number);
      }
      case Form::Byte: return Value::integer(byte() - 128);
      case Form::NetInteger: return Value::integer(static_cast<std::int32_t>(big_endian()));
      case Form::Yes:
      case Form::True: return yes_no(true);
      case Form::No:
      case Form::False: return yes_no(false);
      case Form::Undefined:
      case Form::Missing:
      case Form::UndefElement: return {};
      default: die_corrupted();
    }
  }

  // Its source, which the bytes tell as well, and then those.
  Value retrieve_version_text(bool is_long) {
    (void)counted_text(is_long);
    Value value = retrieve_value(byte());
    if (value.is_string()) value.spare |= kVersionString;
    return value;
  }

  static bool stands_alone(unsigned char form) {
    switch (form) {
      case Form::Object:
      case Form::Array:
      case Form::Hash:
      case Form::FlaggedHash:
      case Form::Bless:
      case Form::BlessAgain:
      case Form::Hook:
      case Form::Code:
      case Form::Pattern:
      case Form::TiedArray:
      case Form::TiedHash:
      case Form::TiedScalar:
      case Form::TiedKey:
      case Form::TiedIndex:
      case Form::WeakReference:
      case Form::WeakOverloaded: return true;
      default: return false;
    }
  }

  // What becomes an element of a container; `number` is its number while nobody has referred to it, else -1.
  Value retrieve_element(unsigned char form, std::int64_t& number) {
    number = -1;
    if (stands_alone(form)) {
      const Value reference = retrieve_thing(form, nullptr);
      if (reference.o->type != Type::Scalar) die_corrupted();
      return Value::boxed(reference.o);
    }
    const std::size_t own = parts_.size();
    parts_.push_back({});
    Value value = retrieve_value(form);
    if (parts_[own].reference.is_ref()) {
      auto* scalar = static_cast<Scalar*>(parts_[own].reference.o);
      scalar->value = std::move(value);
      return Value::boxed(scalar);
    }
    number = static_cast<std::int64_t>(own);
    return value;
  }

  Value retrieve_array(Stash* stash) {
    Value reference = enter(Array::make(), stash);
    auto* array = static_cast<Array*>(reference.o);
    const std::size_t size = length();
    for (std::size_t i = 0; i < size; ++i) {
      const unsigned char form = byte();
      std::int64_t number;
      Value element = retrieve_element(form, number);
      if (number >= 0)
        parts_[static_cast<std::size_t>(number)] = {reference, static_cast<std::int64_t>(i), {}};
      if (form == Form::Missing) array->resize(std::max(array->size(), i + 1));
      else array->at_grow(i) = std::move(element);
    }
    return reference;
  }

  Value retrieve_hash(Stash* stash, bool flagged) {
    Value reference = enter(Hash::make(), stash);
    auto* hash = static_cast<Hash*>(reference.o);
    const unsigned char hash_flags = flagged ? byte() : 0;
    const std::size_t size = length();
    for (std::size_t i = 0; i < size; ++i) {
      std::int64_t number;
      Value element = retrieve_element(byte(), number);
      const unsigned char key_flags = flagged ? byte() : 0;
      const std::string name = text(length());
      const Value key =
          Value::adopt(normal_key(String::make(name, (key_flags & (kKeyWide | kKeyWasWide)) != 0)));
      if (key_flags & kKeyPlaceholder) {
        restricted::allow(hash, key.s);
        continue;
      }
      if (number >= 0) parts_[static_cast<std::size_t>(number)] = {reference, -1, key};
      Value& place = hash->fetch(key.s);
      place = std::move(element);
      if ((key_flags & kKeyLocked) && (hash_flags & kRestrictedHash))
        box_place(place)->bits |= Scalar::ReadOnly;
    }
    if (hash_flags & kRestrictedHash) hash->bits |= Hash::ReadOnly;
    return reference;
  }

  Value retrieve_pattern(Stash* stash) {
    const std::size_t number = parts_.size();
    parts_.push_back({Value::adopt_ref(Scalar::make()), -1, {}});
    const bool is_long = byte() & 1;
    const Value arguments[] = {text_value(counted_text(is_long)), text_value(text(byte()))};
    Value pattern = helper(engine_, "pattern", arguments);
    if (stash && (flags_ & kBlessOk)) static_cast<Referent*>(pattern.o)->set_stash(stash);
    parts_[number].reference = pattern;
    return pattern;
  }

  Value retrieve_code() {
    const std::size_t number = parts_.size();
    parts_.push_back({Value::adopt_ref(Scalar::make()), -1, {}});
    const Value body = content(retrieve(nullptr));
    const Value source = text_value("sub " + std::string(Text(engine_, body).view()));
    const Value evaluate = setting(engine_, "Eval");
    if (!to_bool(engine_, evaluate)) {
      if (!to_bool(engine_, setting(engine_, "forgive_me")))
        engine_.die("Can't eval, please set $Storable::Eval to a true value");
      return parts_[number].reference = Value::adopt_ref(Scalar::make(source));
    }
    const Value arguments[] = {source, evaluate};
    Value code = helper(engine_, "code", arguments);
    if (!code.is_ref()) {
      const Text error(engine_, engine_.special(Special::EvalError)->get());
      engine_.die("code " + std::string(Text(engine_, arguments[0]).view()) +
                  " caused an error: " + std::string(error.view()));
    }
    return parts_[number].reference = code;
  }

  Value retrieve_tied(Referent* adopted, const char* tie, Stash* stash) {
    Value reference = enter(adopted, stash);
    if (!(flags_ & kTieOk)) engine_.die("Tying is disabled.");
    const Value object = retrieve(nullptr);
    const Value arguments[] = {reference, content(object)};
    (void)helper(engine_, tie, arguments);
    return reference;
  }
  Value retrieve_tied_element(const char* element) {
    const std::size_t number = parts_.size();
    parts_.push_back({Value::adopt_ref(Scalar::make()), -1, {}});
    if (!(flags_ & kTieOk)) engine_.die("Tying is disabled.");
    const Value object = content(retrieve(nullptr));
    const Value key = std::string_view(element) == "element_of_hash"
                          ? content(retrieve(nullptr))
                          : Value::integer(static_cast<std::int64_t>(length()));
    const Value arguments[] = {object, key};
    return parts_[number].reference = helper(engine_, element, arguments);
  }
  static Value content(const Value& reference) {
    return reference.o->type == Type::Scalar ? static_cast<Scalar*>(reference.o)->get() : reference;
  }

  // --- objects ------------------------------------------------------------------------------------

  Stash* class_by_number(std::size_t number) {
    if (number >= classes_.size())
      engine_.die("Class name #" + std::to_string(number) + " should have been seen already");
    return engine_.stash(classes_[number], true);
  }
  Stash* new_class(std::size_t size) {
    classes_.push_back(text(size));
    return engine_.stash(classes_.back(), true);
  }
  Stash* blessing_class(unsigned char form) {
    std::size_t n = byte();
    if (n & 0x80) n = length();
    return form == Form::BlessAgain ? class_by_number(n) : new_class(n);
  }

  Referent* make_hooked(unsigned char type) {
    switch (type) {
      case kHookScalar: return Scalar::make();
      case kHookArray: return Array::make();
      case kHookHash: return Hash::make();
      default: engine_.die("Storable: tied objects with hooks are not supported");
    }
    __builtin_unreachable();
  }

  Value retrieve_by_hook() {
    unsigned char flags = byte();
    const std::size_t number = parts_.size();
    Value object = enter(make_hooked(flags & kHookTypeMask), nullptr);
    while (flags & kHookRecurse) {
      (void)retrieve(nullptr);
      flags = byte();
    }
    const std::size_t n = flags & kHookLongClass ? length() : byte();
    Stash* stash = flags & kHookKnownClass ? class_by_number(n) : new_class(n);
    const Value frozen = text_value(counted_text(flags & kHookLongText));
    std::vector<Value> references;
    if (flags & kHookList) {
      for (std::size_t left = flags & kHookLongList ? length() : byte(); left > 0; --left)
        references.push_back(known(big_endian()));
    }
    if (!(flags_ & kBlessOk)) return object;
    static_cast<Referent*>(object.o)->set_stash(stash);
    if (references.empty()) {
      if (Code* attach = engine_.find_method(stash, "STORABLE_attach"))
        return parts_[number].reference = attached(stash, attach, frozen);
    }
    std::vector<Value> arguments{object, Value::integer(cloning_), frozen};
    arguments.insert(arguments.end(), references.begin(), references.end());
    (void)engine_.call(thaw_hook(stash), arguments, Want::Scalar);
    return object;
  }

  Value attached(Stash* stash, Code* attach, const Value& frozen) {
    const Value arguments[] = {text_value(stash->name), Value::integer(cloning_), frozen};
    Value object = engine_.call_scalar(attach, arguments);
    if (!is_object(engine_, object, stash->name.c_str()))
      engine_.die("STORABLE_attach did not return a " + stash->name + " object");
    return object;
  }

  Code* thaw_hook(Stash* stash) {
    if (Code* hook = engine_.find_method(stash, "STORABLE_thaw")) return hook;
    std::string file = stash->name;
    for (std::size_t at; (at = file.find("::")) != file.npos;) file.replace(at, 2, "/");
    try {
      engine_.require_file(file + ".pm");
    } catch (PerlDie& error) {
      if (!error.value.is_string()) throw;
      engine_.die_value(
          text_value(std::string(error.value.s->view()) + "BEGIN failed--compilation aborted.\n"));
    }
    if (Code* hook = engine_.find_method(stash, "STORABLE_thaw")) return hook;
    engine_.die("No STORABLE_thaw defined for objects of class " + stash->name +
                " (even after a \"require " + stash->name + ";\")");
    __builtin_unreachable();
  }

  Engine& engine_;
  Source& source_;
  bool in_file_;
  std::int64_t flags_, cloning_;
  int major_ = 0, minor_ = 0;
  bool network_ = false;
  std::vector<Part> parts_;
  std::vector<std::string> classes_;
};

}  // namespace

Value retrieve(Engine& engine, Source& source, bool in_file, std::int64_t flags,
               std::int64_t cloning) {
  Retriever retriever(engine, source, in_file, flags, cloning);
  try {
    return retriever.run();
  } catch (const CutShort&) { return {}; }
}

}  // namespace perlipc::builtin::storable
