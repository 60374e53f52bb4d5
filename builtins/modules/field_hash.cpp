// Hash::Util::FieldHash (perldoc Hash::Util::FieldHash): which objects are registered, and with which
// hashes. The entries of an object in them, under its address, go when the object does.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace perlipc::builtin {

namespace {

using Id = std::uintptr_t;

Id id_of(const Value& ref) { return reinterpret_cast<Id>(ref.o); }

// A scalar that refers to something without keeping it.
class WeakRef {
 public:
  explicit WeakRef(const Value& ref, Magic* magic = nullptr)
      : scalar_(magic != nullptr ? Scalar::with_magic(magic) : Scalar::make()) {
    scalar_->value = ref;
    scalar_->weaken();
  }
  ~WeakRef() { scalar_->release(); }
  WeakRef(const WeakRef&) = delete;
  WeakRef& operator=(const WeakRef&) = delete;
  // A reference that counts; undef when it has gone.
  Value get() const {
    const Value& value = scalar_->value;
    return value.tag == kWeakRef ? Value::ref(value.o) : Value();
  }

 private:
  Scalar* scalar_;
};

class Registry {
 public:
  explicit Registry(Engine&) {}

  void add(const Value& object) {
    std::unique_ptr<Entry>& entry = objects_[id_of(object)];
    if (entry == nullptr) entry = std::make_unique<Entry>(object, new Watch(*this, id_of(object)));
  }
  void add(const Value& object, const Value& hash) {
    add(object);
    auto& hashes = objects_[id_of(object)]->hashes;
    std::erase_if(hashes, [](const auto& known) { return known->get().is_undef(); });
    const bool known =
        std::ranges::any_of(hashes, [&](const auto& one) { return one->get().o == hash.o; });
    if (!known) hashes.push_back(std::make_unique<WeakRef>(hash));
  }
  // Undef when it is not registered.
  Value object(Id id) const {
    const auto found = objects_.find(id);
    return found == objects_.end() ? Value() : found->second->object.get();
  }
  // The hashes that have an entry for the object.
  std::vector<Value> active(Id id) const {
    std::vector<Value> hashes;
    const auto found = objects_.find(id);
    if (found == objects_.end()) return hashes;
    for (const auto& weak : found->second->hashes) {
      Value hash = weak->get();
      if (!hash.is_undef() && static_cast<Hash*>(hash.o)->find(key(id), false) != nullptr)
        hashes.push_back(std::move(hash));
    }
    return hashes;
  }

 private:
  // Told when its scalar's object goes.
  class Watch final : public Magic {
   public:
    Watch(Registry& registry, Id id) : registry_(registry), id_(id) {}
    Value get(Scalar&) override { return {}; }
    void set(Scalar&, const Value&) override { registry_.gone(id_); }

   private:
    Registry& registry_;
    Id id_;
  };
  struct Entry {
    Entry(const Value& ref, Watch* watch) : object(ref, watch) {}
    WeakRef object;
    std::vector<std::unique_ptr<WeakRef>> hashes;
  };

  static std::string key(Id id) { return std::to_string(id); }
  void gone(Id id) {
    const auto found = objects_.find(id);
    if (found == objects_.end()) return;
    const std::unique_ptr<Entry> entry = std::move(found->second);
    objects_.erase(found);
    for (const auto& weak : entry->hashes) {
      const Value hash = weak->get();
      if (!hash.is_undef()) static_cast<Hash*>(hash.o)->erase(key(id), false);
    }
  }

  std::unordered_map<Id, std::unique_ptr<Entry>> objects_;
};

Value field_id(Call& call) {
  expect(call, 1, 1, "ref");
  const Value value = call[0];
  return value.is_ref() ? Value::unsigned_integer(id_of(value)) : value;
}

Value field_id_2obj(Call& call) {
  expect(call, 1, 1, "id");
  if (!call.defined(0)) return {};
  return call.engine.service<Registry>().object(static_cast<Id>(call.integer(0)));
}

Value field_register(Call& call) {
  if (call.count == 0) die_usage(call, "obj, ...");
  const Value object = call[0];
  if (!object.is_ref()) call.engine.die("Attempt to register a non-ref");
  auto& registry = call.engine.service<Registry>();
  registry.add(object);
  for (std::size_t n = 1; n < call.count; ++n) {
    const Value hash = call[n];
    if (hash.is_ref() && hash.o->type == Type::Hash) registry.add(object, hash);
  }
  return object;
}

Value field_active(Call& call) {
  expect(call, 1, 1, "obj");
  const Value object = call[0];
  if (object.is_ref()) {
    for (Value& hash : call.engine.service<Registry>().active(id_of(object)))
      call.push(std::move(hash));
  }
  return call.list();
}

const NativeRow kFunctions[] = {
    {"_active_fields", field_active, nullptr},
    {"id", field_id, "$"},
    {"id_2obj", field_id_2obj, "$"},
    {"register", field_register, "$@"},
};

}  // namespace

const NativeModule& field_hash_module() {
  static const NativeModule module{.package = "Hash::Util::FieldHash",
                                   .functions = kFunctions,
                                   .constants = {},
                                   .perl_half = "Hash/Util/FieldHash.pm",
                                   .version = "1.26"};
  return module;
}

}  // namespace perlipc::builtin
