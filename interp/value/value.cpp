// Life and death of heap objects: destruction by type, DESTROY, weak references. Freeing a deeply
// nested structure uses a worklist instead of the C++ stack.
#include "interp/value/engine.h"
#include <algorithm>
#include <vector>

namespace perlipc {

void (*HeapObject::destroy_foreign)(HeapObject*) = nullptr;
void (*Code::retain_proto)(FuncProto*) = nullptr;
void (*Code::release_proto)(FuncProto*) = nullptr;

// Beside the stash: every scalar that holds a weak reference to the object, and its tie.
struct Meta {
  Stash* stash = nullptr;
  std::unique_ptr<TieState> tie;
  std::vector<Scalar*> weak;   // in the order they came; null: gone again
  std::size_t first_weak = 0;  // those before are null
  std::size_t gone_weak = 0;   // how many are null
};

namespace {
// Nested destructions allowed on the C++ stack, which a host's thread may have little of.
constexpr int kMaxDepth = 50;

thread_local constinit int depth = 0;
thread_local constinit bool have_pending = false;

std::vector<HeapObject*>& pending() {
  static thread_local std::vector<HeapObject*> list;
  return list;
}

Meta* meta_of(const Referent* r) { return reinterpret_cast<Meta*>(r->meta & ~std::uintptr_t{1}); }

// Runs DESTROY while the object is held by one count. True: somebody kept the object.
bool run_destroy(Referent* r) {
  Stash* stash = r->stash();
  while (stash) {
    r->refs = 1;
    stash->engine->destroy(r);
    if (--r->refs > 0) return true;
    Stash* now = r->stash();
    if (now == stash) break;
    stash = now;  // DESTROY blessed it anew: the new class has a say too
  }
  return false;
}

template <class T> void dispose(HeapObject* object) {
  auto* t = static_cast<T*>(object);
  t->~T();
  heap::deallocate(t, sizeof(T));
}

void dispose_hash(HeapObject* object) {
  if (object->bits & Hash::IsStash) delete static_cast<Stash*>(object);
  else dispose<Hash>(object);
}

void dispose_scalar(HeapObject* object) {
  auto* s = static_cast<Scalar*>(object);
  if (s->bits & Scalar::Weak) s->drop_weak();
  dispose<Scalar>(s);
}

void destroy_now(HeapObject* o) {
  switch (o->type) {
    case Type::Scalar:
    case Type::Array:
    case Type::Hash:
    case Type::Code:
    case Type::Glob:
    case Type::Handle:
    case Type::Regex: {
      auto* r = static_cast<Referent*>(o);
      if (r->meta) [[unlikely]] {
        if (run_destroy(r)) return;
        r->clear_meta();
      }
      break;
    }
    default: break;
  }
  switch (o->type) {
    case Type::String: String::free(static_cast<String*>(o)); break;
    case Type::Scalar: dispose_scalar(o); break;
    case Type::Array: dispose<Array>(o); break;
    case Type::Hash: dispose_hash(o); break;
    case Type::Code: dispose<Code>(o); break;
    case Type::Glob: dispose<Glob>(o); break;
    case Type::GlobBody: dispose<GlobBody>(o); break;
    case Type::Handle: dispose<Handle>(o); break;
    case Type::Dual: dispose<DualValue>(o); break;
    case Type::Regex:
    case Type::MatchState:
    case Type::Other:
      if (HeapObject::destroy_foreign) HeapObject::destroy_foreign(o);
      break;
  }
}

// The list owns a count, so a weak reference may still revive a waiting object.
void defer(HeapObject* o) {
  o->refs = 1;
  pending().push_back(o);
  have_pending = true;
}

void drain() {
  auto& list = pending();
  depth = 1;
  while (!list.empty()) {
    HeapObject* o = list.back();
    list.pop_back();
    if (--o->refs == 0) destroy_now(o);
  }
  depth = 0;
  have_pending = false;
}
}  // namespace

void HeapObject::destroy_object(HeapObject* o) {
  if (o->type == Type::String) {
    String::free(static_cast<String*>(o));
    return;
  }
  if (depth >= kMaxDepth) [[unlikely]] {
    defer(o);
    return;
  }
  ++depth;
  destroy_now(o);
  if (--depth == 0 && have_pending) [[unlikely]]
    drain();
}

// ---- blessing and weak references ----------------------------------------------------------------

Stash* Referent::stash_slow() const { return meta_of(this)->stash; }

void Referent::set_stash(Stash* stash) {
  if (stash) stash->has_objects = true;
  if (meta & 1) meta_of(this)->stash = stash;
  else meta = reinterpret_cast<std::uintptr_t>(stash);
}

namespace {
Meta* made_meta(Referent* r) {
  if (!(r->meta & 1)) {
    auto* m = new Meta;
    m->stash = reinterpret_cast<Stash*>(r->meta);
    r->meta = reinterpret_cast<std::uintptr_t>(m) | 1;
  }
  return meta_of(r);
}
}  // namespace

void Referent::add_weak(Scalar* from) { made_meta(this)->weak.push_back(from); }

TieState* Referent::tie() const { return meta & 1 ? meta_of(this)->tie.get() : nullptr; }

// The old one goes last: its destructor may run code that looks at this.
void Referent::set_tie(std::unique_ptr<TieState> state) { std::swap(made_meta(this)->tie, state); }

void Referent::remove_weak(Scalar* from) {
  if (!(meta & 1)) return;
  Meta& m = *meta_of(this);
  auto& list = m.weak;
  // They mostly go in the order they came, or in the opposite one.
  std::size_t low = m.first_weak, high = list.size();
  for (; low < high && list[low] != from; ++low) {
    if (list[--high] == from) low = high;
    if (low == high) break;
  }
  if (low >= list.size() || list[low] != from) return;
  list[low] = nullptr;
  ++m.gone_weak;
  for (; !list.empty() && !list.back(); --m.gone_weak) list.pop_back();
  while (m.first_weak < list.size() && !list[m.first_weak]) ++m.first_weak;
  if (m.gone_weak * 2 <= list.size() && m.first_weak <= list.size()) return;
  list.erase(std::remove(list.begin(), list.end(), nullptr), list.end());
  m.first_weak = m.gone_weak = 0;
}

void Referent::clear_meta() {
  if (meta & 1) {
    Meta* m = meta_of(this);
    std::vector<Scalar*> told;  // their magic wants to know
    for (Scalar* s : m->weak) {
      if (!s) continue;
      s->value.tag = kUndef;
      s->bits &= static_cast<std::uint8_t>(~Scalar::Weak);
      if (!s->special()) continue;
      s->retain();
      told.push_back(s);
    }
    meta = 0;
    delete m;
    for (Scalar* s : told) {
      s->magic->set(*s, Value());
      s->release();
    }
  }
  meta = 0;
}

Value Scalar::get_slow() const {
  if (bits & HasMagic) return magic->get(const_cast<Scalar&>(*this));
  if (value.tag == kWeakRef) return Value::ref(value.o);
  return value;
}

void Scalar::weaken() {
  if ((bits & Weak) || value.tag != kRef) return;
  auto* target = static_cast<Referent*>(value.o);
  target->add_weak(this);
  bits |= Weak;
  value.tag = kWeakRef;
  target->release();  // may be the last: then this becomes undef at once
}

void Scalar::unweaken() {
  if (!(bits & Weak)) return;
  auto* target = static_cast<Referent*>(value.o);
  target->remove_weak(this);
  bits &= static_cast<std::uint8_t>(~Weak);
  target->retain();
  value.tag = kRef;
}

void Scalar::drop_weak() {
  if (!(bits & Weak)) return;
  static_cast<Referent*>(value.o)->remove_weak(this);
  bits &= static_cast<std::uint8_t>(~Weak);
  value.tag = kUndef;
}

}  // namespace perlipc
