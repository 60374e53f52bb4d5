// $^H, %^H, ${^WARNING_BITS}, $^W and $^S (perlvar): the lexical hints as variables.
#include "interp/compile_unit.h"
#include "interp/natives.h"
#include "interp/warning_bits.h"

namespace perlipc {
namespace {

// Hints and features as the bits of $^H.
struct HintBit {
  std::uint32_t own;
  std::int64_t perl;
};
constexpr HintBit kHintBits[] = {
    {Hints::Integer, 0x1},      {Hints::StrictRefs, 0x2},   {Hints::Locale, 0x4},
    {Hints::Bytes, 0x8},        {Hints::ReEval, 0x200000},  {Hints::StrictSubs, 0x200},
    {Hints::StrictVars, 0x400}, {Hints::UseUtf8, 0x800000}, {Hints::NoOverloading, 0x01000000}};
// Entries of %^H with a bit of their own: literals with handlers (overload::constant).
constexpr std::pair<const char*, std::int64_t> kConstantBits[] = {
    {"integer", 0x1000}, {"float", 0x2000}, {"binary", 0x4000}, {"q", 0x8000}, {"qr", 0x10000}};
constexpr std::int64_t kExplicitStrict = 0x20 | 0x40 | 0x80;
constexpr std::int64_t kUnicodeStrings = 0x800;
constexpr std::int64_t kAlways = 0x100;
constexpr std::int64_t kLocalizeHash = 0x20000;

std::int64_t hint_number(const Hints& hints) {
  std::int64_t n = kAlways;
  for (const HintBit& bit : kHintBits)
    if (hints.bits & bit.own) n |= bit.perl;
  if (hints.bits & Hints::ExplicitStrict) n |= kExplicitStrict;
  if (hints.features & Hints::UnicodeStrings) n |= kUnicodeStrings;
  if (!hints.user.empty()) n |= kLocalizeHash;
  if (hints.references)
    for (const auto& [name, bit] : kConstantBits)
      if (hints.references->count(name)) n |= bit;
  return n;
}

void set_hint_number(Hints& hints, std::int64_t n) {
  for (const HintBit& bit : kHintBits) {
    if (n & bit.perl) hints.bits |= bit.own;
    else hints.bits &= ~bit.own;
  }
  if (n & kExplicitStrict) hints.bits |= Hints::ExplicitStrict;
  else hints.bits &= ~static_cast<std::uint32_t>(Hints::ExplicitStrict);
  if (n & kUnicodeStrings) hints.features |= Hints::UnicodeStrings;
  else hints.features &= ~static_cast<std::uint32_t>(Hints::UnicodeStrings);
}

class HintMagic final : public Magic {
 public:
  explicit HintMagic(VM& vm) : vm_(vm) {}
  Value get(Scalar&) override {
    const Hints* hints = compiling_hints(vm_);
    return Value::integer(hints ? hint_number(*hints) : kAlways);
  }
  void set(Scalar&, const Value& value) override {
    std::int64_t n = value.is_undef() ? 0 : to_int(vm_, value);
    if (Hints* hints = compiling_hints_for_update(vm_)) {
      set_hint_number(*hints, n);
      vm_.unit_->parser()->set_utf8_source((hints->bits & Hints::UseUtf8) != 0);
    }
  }

 private:
  VM& vm_;
};

class WarningBitsMagic final : public Magic {
 public:
  explicit WarningBitsMagic(VM& vm) : vm_(vm) {}
  Value get(Scalar&) override {
    const Hints* hints = compiling_hints(vm_);
    if (!hints || !hints->warnings_given) return {};
    return Value::string(pack_warning_bits(hints->warnings, hints->fatal_warnings));
  }
  void set(Scalar&, const Value& value) override {
    Hints* hints = compiling_hints_for_update(vm_);
    if (!hints) return;
    hints->warnings_given = !value.is_undef();
    if (!hints->warnings_given) return;
    Text text(vm_, value);
    unpack_warning_bits(text.view(), &hints->warnings, &hints->fatal_warnings);
  }

 private:
  VM& vm_;
};

// ${^OPEN}: the layers of `use open`, input and output, for what is being compiled.
class OpenLayersMagic final : public Magic {
 public:
  explicit OpenLayersMagic(VM& vm) : vm_(vm) {}
  Value get(Scalar&) override {
    const Hints* hints = compiling_hints(vm_);
    if (!hints || (hints->open_in.empty() && hints->open_out.empty())) return {};
    return Value::string(hints->open_in + '\0' + hints->open_out);
  }
  void set(Scalar&, const Value&) override {}

 private:
  VM& vm_;
};

class DashWMagic final : public Magic {
 public:
  explicit DashWMagic(VM& vm) : vm_(vm) {}
  Value get(Scalar&) override { return Value::integer(vm_.dash_w ? 1 : 0); }
  void set(Scalar&, const Value& value) override {
    vm_.dash_w = !value.is_undef() && vm_.to_bool(value);
  }

 private:
  VM& vm_;
};

// Undefined while something is being compiled, else whether an eval would catch a die.
class EvalStateMagic final : public Magic {
 public:
  explicit EvalStateMagic(VM& vm) : vm_(vm) {}
  Value get(Scalar&) override {
    if (vm_.unit_) return {};
    return Value::integer(!vm_.evals_.empty() || vm_.eval_string_depth_ > 0);
  }
  void set(Scalar&, const Value&) override {
    vm_.die("Modification of a read-only value attempted");
  }

 private:
  VM& vm_;
};

// --- %^H ----------------------------------------------------------------------------------------

// The contents of %^H while code runs at compile time, and of the lexical hints.
struct UserHints {
  std::map<std::string, std::string> texts;
  std::shared_ptr<const std::map<std::string, Value>> references;
  bool empty() const { return texts.empty(); }
};
UserHints user_hints_of(const Hints* hints) {
  return hints ? UserHints{hints->user, hints->references} : UserHints();
}

// What %^H held for the texts further out, while an inner text runs code.
struct HintHashes {
  explicit HintHashes(Engine&) {}
  std::vector<UserHints> outer;
};

Hash* hint_hash(VM& vm) { return vm.main_stash_->glob("\x08", true)->hash(); }

UserHints read_hash(VM& vm) {
  UserHints user;
  std::map<std::string, Value> references;
  std::size_t at = 0;
  Hash* hash = hint_hash(vm);
  while (Hash::Entry* e = hash->next(at)) {
    Value value = rvalue(e->value);
    if (value.is_undef()) continue;
    if (value.is_ref()) references.emplace(e->key->view(), value);
    Text text(vm, value);
    user.texts.emplace(e->key->view(), text.view());
  }
  if (!references.empty())
    user.references = std::make_shared<const std::map<std::string, Value>>(std::move(references));
  return user;
}

void fill_hash(VM& vm, const UserHints& user) {
  Hash* hash = hint_hash(vm);
  if (hash->size()) hash->clear();
  for (const auto& [key, value] : user.texts) hash->fetch(key) = Value::string(value);
  if (!user.references) return;
  for (const auto& [key, value] : *user.references) hash->fetch(key) = value;
}

}  // namespace

void enter_hint_hash(VM& vm) {
  const Hints* hints = compiling_hints(vm);
  bool empty = hint_hash(vm)->size() == 0;
  vm.service<HintHashes>().outer.push_back(empty ? UserHints() : read_hash(vm));
  if (!empty || (hints && !hints->user.empty())) fill_hash(vm, user_hints_of(hints));
}

void leave_hint_hash(VM& vm) {
  auto& saved = vm.service<HintHashes>().outer;
  if (saved.empty()) return;
  const Hints* hints = compiling_hints(vm);
  bool empty = hint_hash(vm)->size() == 0;
  if (hints && !(empty && hints->user.empty())) {
    UserHints now = read_hash(vm);
    if (now.texts != hints->user) {
      Hints* changed = compiling_hints_for_update(vm);
      changed->user = std::move(now.texts);
      changed->references = std::move(now.references);
    }
  }
  if (!empty || !saved.back().empty()) fill_hash(vm, saved.back());
  saved.pop_back();
}

void set_user_hint(VM& vm, const std::string& key, const std::string& value) {
  Hints* hints = compiling_hints_for_update(vm);
  if (!hints) return;
  if (value.empty()) {
    hints->user.erase(key);
    hint_hash(vm)->erase(key, false);
  } else {
    hints->user[key] = value;
    hint_hash(vm)->fetch(key) = Value::string(value);
  }
}

void install_hint_variables(VM& vm) {
  set_magic(vm, "main::\x08", new HintMagic(vm));
  set_magic(vm,
            "main::\x17"
            "ARNING_BITS",
            new WarningBitsMagic(vm));
  set_magic(vm, "main::\x17", new DashWMagic(vm));
  set_magic(vm, "main::\x0fPEN", new OpenLayersMagic(vm));
  set_magic(vm, "main::\x13", new EvalStateMagic(vm));
}

Value hints_as_number(const Hints* hints) {
  return Value::integer(hints ? hint_number(*hints) : kAlways);
}

}  // namespace perlipc
