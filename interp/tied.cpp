// What is done to a tied variable becomes a method call here (perldoc perltie).
#include "interp/tied.h"

#include "builtins/io_hooks.h"
#include "interp/vm.h"

#include <array>

namespace perlipc::tied {

Value Link::call(std::string_view method, std::span<const Value> operands) {
  const Value bound = object;       // the method may untie the variable
  if (bound.is_undef()) return {};  // a place that outlives its container
  const int operand = std::exchange(vm.uninit_operand_, -1);
  std::vector<Value> results = vm.call_method(bound, method, operands, Want::Scalar);
  vm.uninit_operand_ = operand;
  return results.empty() ? Value() : rvalue(results.back());
}

bool Link::can(std::string_view method) {
  if (!object.is_ref()) return false;
  Stash* const stash = static_cast<Referent*>(object.o)->stash();
  return stash != nullptr && vm.find_method(stash, method) != nullptr;
}

namespace {

using SharedLink = std::shared_ptr<Link>;

SharedLink make_link(VM& vm, const Value& object) {
  return std::make_shared<Link>(Link{vm, object, {}, false});
}

// The object goes with its variable, even while places of elements are left.
class ContainerTie final : public TieState {
 public:
  explicit ContainerTie(SharedLink l) : link(std::move(l)) {}
  ~ContainerTie() override { const Value gone = std::move(link->object); }
  const SharedLink link;
  Value saved;  // a reference to what the variable held
};

class Busy {
 public:
  explicit Busy(Link& link) : link_(link) { link.busy = true; }
  ~Busy() { link_.busy = false; }
  Busy(const Busy&) = delete;

 private:
  Link& link_;
};

class ScalarMagic final : public Magic {
 public:
  explicit ScalarMagic(SharedLink l) : link(std::move(l)) {}
  ~ScalarMagic() override { delete before; }
  // The scalar itself keeps the last value: it has that when it is untied.
  Value get(Scalar& scalar) override {
    const SharedLink bound = link;
    if (bound->busy) return scalar.value;
    const Value alive = Value::boxed(&scalar);
    const Busy busy(*bound);
    Value value = bound->call("FETCH");
    scalar.value = value;
    return value;
  }
  void set(Scalar& scalar, const Value& value) override {
    const SharedLink bound = link;
    const Value stored = value;
    scalar.value = stored;
    if (bound->busy) return;
    const Value alive = Value::boxed(&scalar);
    const Busy busy(*bound);
    bound->call("STORE", {&stored, 1});
  }
  int kind() const override { return Magic::Tied; }
  const SharedLink link;
  Magic* before = nullptr;  // owned: what the scalar had
  std::uint8_t bits_before = 0;
};

// The place of an element: it is fetched when it is first read, and again after a store.
class ElementMagic final : public Magic {
 public:
  ElementMagic(SharedLink link, Value key) : link_(std::move(link)), key_(std::move(key)) {}
  Value get(Scalar& scalar) override {
    if (fetched_) return value_;
    const Value alive = Value::boxed(&scalar);
    const SharedLink bound = link_;
    const Value key = key_;
    Value value = bound->call("FETCH", {&key, 1});
    value_ = value;
    fetched_ = true;
    return value;
  }
  void set(Scalar&, const Value& value) override {
    const SharedLink bound = link_;
    const std::array<Value, 2> operands{key_, value};
    fetched_ = false;
    value_ = Value();
    bound->call("STORE", operands);
  }
  int kind() const override { return kElement; }
  static constexpr int kElement = 102;  // see Magic::kind

 private:
  SharedLink link_;
  Value key_;
  Value value_;
  bool fetched_ = false;
};

ContainerTie& tie_of(const Referent* container) {
  return static_cast<ContainerTie&>(*container->tie());
}
// A method may have untied the container that an operator goes on with: it finds nothing then.
SharedLink link_of(VM& vm, const Referent* container) {
  return container->tie() != nullptr ? tie_of(container).link : make_link(vm, Value());
}

// The scalar behind a variable that is bound with a ScalarMagic, else null.
Scalar* bound_scalar(const Value& variable) {
  const Value* v = &variable;
  if (v->tag == kSlotPtr) v = v->p;
  if (!v->is_boxed()) return nullptr;
  const Magic* magic = v->box->magic;
  return magic != nullptr && magic->kind() == Magic::Tied ? v->box : nullptr;
}

bool is_bound(const Referent* container) {
  if (container->type == Type::Array) return container->bits & Array::Tied;
  return container->type == Type::Hash && container->bits & Hash::Tied;
}

void bind_scalar(VM& vm, Scalar* scalar, const Value& object) {
  if (scalar->bits & Scalar::ReadOnly) vm.die("Modification of a read-only value attempted");
  auto magic = std::make_unique<ScalarMagic>(make_link(vm, object));
  Value old;  // goes last
  if (scalar->magic != nullptr && scalar->magic->kind() == Magic::Tied) {
    auto* tie = static_cast<ScalarMagic*>(scalar->magic);
    old = tie->link->object;
    magic->before = std::exchange(tie->before, nullptr);
    magic->bits_before = tie->bits_before;
    delete tie;
  } else {
    scalar->unweaken();
    magic->before = scalar->magic;
    magic->bits_before = scalar->bits;
  }
  scalar->magic = magic.release();
  scalar->bits = Scalar::HasMagic;
}

void unbind_scalar(Scalar* scalar) {
  const Value alive = Value::boxed(scalar);
  const std::unique_ptr<ScalarMagic> magic(static_cast<ScalarMagic*>(scalar->magic));
  scalar->magic = std::exchange(magic->before, nullptr);
  scalar->bits = magic->bits_before;
}

// Keeps the contents aside, or takes them over from the tie that was.
template <class Container> void bind_container(VM& vm, Container* container, const Value& object) {
  if (object.o == container) vm.die("Self-ties of arrays and hashes are not supported");
  auto state = std::make_unique<ContainerTie>(make_link(vm, object));
  if (container->bits & Container::Tied) {
    state->saved = tie_of(container).saved;
  } else {
    Container* saved = Container::make();
    saved->swap_contents(*container);
    state->saved = Value::adopt_ref(saved);
    container->bits |= Container::Tied;
  }
  container->iterator = 0;
  container->set_tie(std::move(state));
}

template <class Container> void unbind_container(Container* container) {
  const Value alive = Value::ref(container);
  const Value saved = tie_of(container).saved;
  container->bits &= static_cast<std::uint8_t>(~Container::Tied);
  container->swap_contents(*static_cast<Container*>(static_cast<Referent*>(saved.o)));
  container->iterator = 0;
  container->set_tie(nullptr);
}

}  // namespace

bool is_element(const Value& place) {
  const Value* v = &place;
  if (v->tag == kSlotPtr) v = v->p;
  return v->is_boxed() && v->box->magic != nullptr &&
         v->box->magic->kind() == ElementMagic::kElement;
}

void bind(VM& vm, Value& variable, const Value& object) {
  if (variable.is_glob()) {
    auto* glob = reinterpret_cast<Glob*>(variable.o);
    Value held = object;
    if (object.o == glob || object.o == glob->io()) {  // it would keep itself
      Scalar* weak = Scalar::make(object);
      weak->weaken();
      held = Value::adopt_boxed(weak);
    }
    builtin::set_tied_handle(vm, glob->io(), std::move(held));
  } else if (variable.is_ref()) {
    auto* container = static_cast<Referent*>(variable.o);
    if (container->type == Type::Array) bind_container(vm, static_cast<Array*>(container), object);
    else bind_container(vm, static_cast<Hash*>(container), object);
  } else {
    bind_scalar(vm, box_place(variable), object);
  }
}

bool unbind(VM& vm, Value& variable) {
  if (variable.is_glob()) {
    const Handle* handle = reinterpret_cast<Glob*>(variable.o)->body->io;
    if (handle == nullptr || builtin::tied_handle(handle).is_undef()) return false;
    builtin::set_tied_handle(vm, const_cast<Handle*>(handle), Value());
    return true;
  }
  if (variable.is_ref()) {
    auto* container = static_cast<Referent*>(variable.o);
    if (!is_bound(container)) return false;
    if (container->type == Type::Array) unbind_container(static_cast<Array*>(container));
    else unbind_container(static_cast<Hash*>(container));
    return true;
  }
  Scalar* scalar = bound_scalar(variable);
  if (scalar == nullptr) return false;
  unbind_scalar(scalar);
  return true;
}

Value object_of(const Value& variable) {
  if (variable.is_glob()) {
    const Handle* handle = reinterpret_cast<Glob*>(variable.o)->body->io;
    return handle != nullptr ? builtin::tied_handle(handle) : Value();
  }
  if (variable.is_ref()) {
    const auto* container = static_cast<Referent*>(variable.o);
    return is_bound(container) ? tie_of(container).link->object : Value();
  }
  const Scalar* scalar = bound_scalar(variable);
  return scalar != nullptr ? static_cast<ScalarMagic*>(scalar->magic)->link->object : Value();
}

bool is_busy(const Value& variable) {
  if (variable.is_glob() || variable.is_ref()) return false;
  const Scalar* scalar = bound_scalar(variable);
  return scalar != nullptr && static_cast<ScalarMagic*>(scalar->magic)->link->busy;
}

// --- arrays -------------------------------------------------------------------------------------

namespace {

std::int64_t integer_of(VM& vm, const Value& value) {
  return to_int(vm, value.is_int() ? value : vm.to_number(value));
}

std::int64_t size_by(Link& link) {
  if (link.object.is_undef()) return 0;
  const std::int64_t size = integer_of(link.vm, link.call("FETCHSIZE"));
  if (size < 0) link.vm.die("FETCHSIZE returned a negative value");
  return size;
}

// perltie "Tying Arrays": the class may want negative indices as they are.
bool keeps_negative(const Link& link) {
  if (!link.object.is_ref()) return false;
  Stash* const stash = static_cast<Referent*>(link.object.o)->stash();
  Glob* const glob = stash != nullptr ? stash->glob("NEGATIVE_INDICES", false) : nullptr;
  return glob != nullptr && glob->body->scalar != nullptr &&
         link.vm.to_bool(glob->body->scalar->get());
}

// The index the methods get; below zero only when it is out of reach or the class wants that.
bool settle_index(Link& link, std::int64_t* index) {
  if (*index >= 0 || keeps_negative(link)) return true;
  const std::int64_t size = size_by(link);
  if (*index + size < 0) return false;
  *index += size;
  return true;
}

Value with_index(VM& vm, Array* array, std::int64_t index, std::string_view method) {
  const SharedLink link = link_of(vm, array);
  if (!settle_index(*link, &index)) return {};
  const Value operand = Value::integer(index);
  return link->call(method, {&operand, 1});
}

}  // namespace

Value get(VM& vm, Array* array, std::int64_t index) {
  return with_index(vm, array, index, "FETCH");
}
Value remove(VM& vm, Array* array, std::int64_t index) {
  return with_index(vm, array, index, "DELETE");
}
bool knows_absence(VM& vm, const Referent* container) {
  const SharedLink bound = link_of(vm, container);
  return bound->can("EXISTS") && bound->can("DELETE");
}

bool exists(VM& vm, Array* array, std::int64_t index) {
  return vm.to_bool(with_index(vm, array, index, "EXISTS"));
}

Value place(VM& vm, Array* array, std::int64_t index) {
  const SharedLink link = link_of(vm, array);
  const std::int64_t given = index;
  if (!settle_index(*link, &index))
    vm.die("Modification of non-creatable array value attempted, subscript " +
           std::to_string(given));
  return Value::adopt_boxed(Scalar::with_magic(new ElementMagic(link, Value::integer(index))));
}

std::int64_t size(VM& vm, Array* array) { return size_by(*link_of(vm, array)); }

void resize(VM& vm, Array* array, std::int64_t size) {
  const Value operand = Value::integer(size);
  link_of(vm, array)->call("STORESIZE", {&operand, 1});
}

void clear(VM& vm, Array* array) {
  const SharedLink link = link_of(vm, array);
  if (array->tie() == nullptr) return array->clear();
  const Value saved = tie_of(array).saved;
  link->call("CLEAR");
  static_cast<Array*>(static_cast<Referent*>(saved.o))->clear();
}

void fill(VM& vm, Array* array, std::span<const Value> items) {
  const SharedLink link = link_of(vm, array);
  clear(vm, array);
  if (items.empty()) return;
  const Value count = Value::integer(static_cast<std::int64_t>(items.size()));
  link->call("EXTEND", {&count, 1});
  std::int64_t index = 0;
  for (const Value& item : items) {
    const std::array<Value, 2> operands{Value::integer(index++), item};
    link->call("STORE", operands);
  }
}

Value call(VM& vm, Array* array, std::string_view method, std::span<const Value> operands) {
  return link_of(vm, array)->call(method, operands);
}

std::vector<Value> splice(VM& vm, Array* array, std::span<const Value> operands, bool list) {
  const Value object = link_of(vm, array)->object;
  if (object.is_undef()) return {};
  return vm.call_method(object, "SPLICE", operands, list ? Want::List : Want::Scalar);
}

// --- hashes -------------------------------------------------------------------------------------

namespace {
Value with_key(VM& vm, Hash* hash, const Value& key, std::string_view method) {
  const Value operand = rvalue(key);
  return link_of(vm, hash)->call(method, {&operand, 1});
}
}  // namespace

Value get(VM& vm, Hash* hash, const Value& key) { return with_key(vm, hash, key, "FETCH"); }
Value remove(VM& vm, Hash* hash, const Value& key) { return with_key(vm, hash, key, "DELETE"); }
bool exists(VM& vm, Hash* hash, const Value& key) {
  return vm.to_bool(with_key(vm, hash, key, "EXISTS"));
}

Value place(VM& vm, Hash* hash, const Value& key) {
  Value name = rvalue(key);
  return Value::adopt_boxed(
      Scalar::with_magic(new ElementMagic(link_of(vm, hash), std::move(name))));
}

void clear(VM& vm, Hash* hash) {
  const SharedLink link = link_of(vm, hash);
  if (hash->tie() == nullptr) return hash->clear();
  const Value saved = tie_of(hash).saved;
  restart(hash);
  link->call("CLEAR");
  static_cast<Hash*>(static_cast<Referent*>(saved.o))->clear();
}

void store(VM& vm, Hash* hash, const Value& key, const Value& value) {
  const std::array<Value, 2> operands{rvalue(key), value};
  link_of(vm, hash)->call("STORE", operands);
}

Value as_scalar(VM& vm, Hash* hash) {
  const SharedLink link = link_of(vm, hash);
  if (link->can("SCALAR")) return link->call("SCALAR");
  if (link->iterating) return Value::boolean(true);
  Value key;
  const bool any = next_key(vm, hash, &key);
  link->iterating = false;
  return Value::boolean(any);
}

bool next_key(VM& vm, Hash* hash, Value* key) {
  const SharedLink link = link_of(vm, hash);
  if (link->iterating) {
    const Value last = link->key;
    *key = link->call("NEXTKEY", {&last, 1});
  } else {
    *key = link->call("FIRSTKEY");
  }
  link->iterating = !key->is_undef();
  link->key = *key;
  return link->iterating;
}

void restart(Hash* hash) {
  if (hash->tie() == nullptr) return;
  Link& link = *tie_of(hash).link;
  link.iterating = false;
  link.key = Value();
}

std::vector<Value> keys(VM& vm, Hash* hash) {
  const Value alive = Value::ref(hash);
  std::vector<Value> all;
  Value key;
  restart(hash);
  while (hash->bits & Hash::Tied && next_key(vm, hash, &key)) all.push_back(key);
  return all;
}

}  // namespace perlipc::tied
