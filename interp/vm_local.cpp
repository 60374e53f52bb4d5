// Dynamic scope: what `local` and loops save and how it comes back.
#include "builtins/io_hooks.h"
#include "interp/tied.h"
#include "interp/vm.h"

namespace perlipc {

namespace {
constexpr int kNoWarning = -3;  // uninit_operand_: see warn_uninitialized
}

// Variables of the running frame that go before what was made local earlier comes back.
void VM::end_variables(std::uint32_t from) {
  Frame& f = frames_[depth_];
  for (std::uint32_t n = f.proto->nslots; n-- > from;)
    if ((f.fp[n].tag & kHeapBit) && n != f.proto->args_slot) f.fp[n].set_undef();
}

void VM::restore_to(std::uint32_t height, std::uint32_t dead_from) {
  while (saves_.size() > height) {
    if (dead_from != kNone && saves_.back().floor != kNone)
      end_variables(std::max<std::uint32_t>(saves_.back().floor, dead_from));
    SaveEntry& top = saves_.back();
    if (top.kind == SaveEntry::GlobScalar) {  // nearly always
      auto* g = static_cast<GlobBody*>(top.owner);
      Scalar* old = std::exchange(g->scalar, static_cast<Scalar*>(top.saved));
      saves_.pop_back();
      if (old) old->release();
      g->release();
      continue;
    }
    SaveEntry e = std::move(top);
    saves_.pop_back();
    restore_one(e);
  }
}

void VM::restore_one(SaveEntry& e) {
  switch (e.kind) {
    case SaveEntry::GlobScalar: return;  // restore_to()
    case SaveEntry::MagicScalar: {
      auto* s = static_cast<Scalar*>(e.owner);
      if (s->magic && s->magic->kind() == Magic::LastReadLine) {
        auto* g = static_cast<Glob*>(e.saved);
        set_last_read(g);
        if (g) g->release();
        s->release();
        return;
      }
      if (e.saved) return restore_magic_element(e);
      Value place;
      place.box = s;
      place.tag = kBorrowed;
      assign(place, e.value);
      s->release();
      return;
    }
    case SaveEntry::GlobArray: {
      auto* g = static_cast<GlobBody*>(e.owner);
      Array* old = g->array;
      g->array = static_cast<Array*>(e.saved);
      if (old && old->bits & Array::IsIsa) ++method_generation_;
      if (old) old->release();
      g->release();
      return;
    }
    case SaveEntry::GlobHash: {
      auto* g = static_cast<GlobBody*>(e.owner);
      Hash* old = g->hash;
      g->hash = static_cast<Hash*>(e.saved);
      if (old) old->release();
      if (g->hash && (g->hash->bits & Hash::Signals)) [[unlikely]]
        builtin::signal_hash_restored(*this, g->hash);
      g->release();
      return;
    }
    case SaveEntry::GlobAll: {
      auto* g = static_cast<Glob*>(e.owner);
      auto* body = static_cast<GlobBody*>(e.saved);
      g->set_body(body);
      body->release();
      if (e.index == 0) g->bits &= static_cast<std::uint8_t>(~Glob::Localized);
      g->release();
      return;
    }
    case SaveEntry::Element: {
      auto* a = static_cast<Array*>(e.owner);
      if (e.value.tag == kInternal) {
        if (static_cast<std::size_t>(e.index) + 1 == a->size()) {
          std::size_t size = a->size() - 1;  // with the places that only its creation had made
          while (size > 0 && (!a->find(static_cast<std::int64_t>(size) - 1) ||
                              a->find(static_cast<std::int64_t>(size) - 1)->tag == kInternal))
            --size;
          a->resize(size);
        } else if (Value* v = a->find(e.index)) {
          *v = Value();
          v->tag = kInternal;
        }
      } else if (e.index < 0) {  // counts from what is the end now
        const auto n = e.index + static_cast<std::int64_t>(a->size());
        if (n >= 0) a->at_grow(static_cast<std::size_t>(n)) = std::move(e.value);
      } else a->at_grow(static_cast<std::size_t>(e.index)) = std::move(e.value);
      a->release();
      return;
    }
    case SaveEntry::HashElement: {
      auto* h = static_cast<Hash*>(e.owner);
      h->fetch(e.key.s) = std::move(e.value);
      h->release();
      return;
    }
    case SaveEntry::Deletion: {
      auto* h = static_cast<Hash*>(e.owner);
      delete_hash(h, e.key);
      h->release();
      return;
    }
    case SaveEntry::TiedElement: restore_tied_element(e); return;
    case SaveEntry::Topic:
      topic_ = static_cast<Value*>(e.saved);
      if (e.owner) static_cast<Scalar*>(e.owner)->release();
      return;
    case SaveEntry::Slot: *static_cast<Value*>(e.owner) = std::move(e.value); return;
    case SaveEntry::ArgsArray: {
      auto* f = static_cast<Frame*>(e.owner);
      Value& held = f->fp[e.index];
      held = std::move(e.value);
      f->args_array = array_of(held);
      return;
    }
    case SaveEntry::SharedArgs: {
      auto* f = static_cast<Frame*>(e.owner);
      f->args_array = array_of(e.value);
      f->eval_text = std::move(e.value);
      return;
    }
    case SaveEntry::Hints: return;
    case SaveEntry::Deferred: return run_deferred(e);
  }
}

// An element of %ENV or %SIG: when it was deleted meanwhile the hash makes another one.
void VM::restore_magic_element(SaveEntry& e) {
  const Value scalar = Value::adopt_boxed(static_cast<Scalar*>(e.owner));
  auto* h = static_cast<Hash*>(e.saved);
  const Value alive = Value::adopt_ref(h);
  const Value* place = h->find(e.key.s);
  if (!place || !place->is_boxed() || place->box != scalar.box)
    return hash_store(h, e.key, e.value);
  Value target = scalar;
  assign(target, e.value);
}

// Kept by the container and the key, as the element has no place of its own.
template <class Container> void VM::local_tied(Container* c, const Value& key, bool undefine) {
  Value old;
  if constexpr (std::is_same_v<Container, Array>) {
    if (!tied::knows_absence(*this, c) || tied::exists(*this, c, key.i))
      old = tied::get(*this, c, key.i);
    else old.tag = kInternal;
  } else {
    if (!tied::knows_absence(*this, c) || tied::exists(*this, c, key))
      old = tied::get(*this, c, key);
    else old.tag = kInternal;
  }
  c->retain();
  SaveEntry& e = save(SaveEntry::TiedElement, c);
  e.key = key;
  const bool existed = old.tag != kInternal;
  e.value = std::move(old);
  if (!undefine || !existed) return;
  if constexpr (std::is_same_v<Container, Array>) store(element_place(c, key), Value());
  else store(hash_place(c, key), Value());
}

void VM::restore_tied_element(SaveEntry& e) {
  auto* container = static_cast<Referent*>(e.owner);
  const Value alive = Value::adopt_ref(container);
  const bool existed = e.value.tag != kInternal;
  if (container->type == Type::Array) {
    auto* a = static_cast<Array*>(container);
    if (existed) store(element_place(a, e.key), e.value);
    else delete_elem(a, e.key);
  } else {
    auto* h = static_cast<Hash*>(container);
    if (existed) hash_store(h, e.key, e.value);
    else delete_hash(h, e.key);
  }
}

void VM::save_glob_scalar(Glob* g) {
  GlobBody* b = g->body;
  b->retain();
  save(SaveEntry::GlobScalar, b, b->scalar);
  b->scalar = nullptr;
}
void VM::set_glob_scalar(Glob* g, Scalar* s) {
  s->retain();
  Scalar* old = g->body->scalar;
  g->body->scalar = s;
  if (old) old->release();
}

// The value is put back by assignment, and undef is assigned meanwhile. $. is another name for the
// last read handle's counter: local keeps the handle, not the number (perlvar $.).
void VM::local_magic(Scalar* s, bool assigned) {
  s->retain();
  if (s->magic->kind() == Magic::LastReadLine) {
    Glob* g = last_read();
    if (g) g->retain();
    save(SaveEntry::MagicScalar, s, g);
    return;
  }
  Value now = s->get();
  save(SaveEntry::MagicScalar, s).value = std::move(now);
  if (assigned) return;
  Value place;
  place.box = s;
  place.tag = kBorrowed;
  uninit_operand_ = kNoWarning;  // the undef is ours, not the script's
  assign(place, Value());
  uninit_operand_ = -1;
}

void VM::local_scalar(Glob* g) {
  Scalar* s = g->scalar();
  if (s->special()) return local_magic(s);
  save_glob_scalar(g);
  g->body->scalar = Scalar::make();
}
void VM::local_array(Glob* g) {
  GlobBody* b = g->body;
  b->retain();
  save(SaveEntry::GlobArray, b, b->array);
  b->array = nullptr;
  if (g->make_array()->bits & Array::IsIsa) ++method_generation_;
}
void VM::local_hash(Glob* g) {
  GlobBody* b = g->body;
  refuse_env(b->hash);
  if (b->lazy_hash) g->hash();
  b->retain();
  save(SaveEntry::GlobHash, b, b->hash);
  const bool signals = b->hash && (b->hash->bits & Hash::Signals);
  b->hash = Hash::make();
  if (signals) b->hash->bits |= Hash::Signals;
}
void VM::local_glob(Glob* g) {
  g->retain();
  GlobBody* old = g->body;
  old->retain();
  save(SaveEntry::GlobAll, g, old).index = g->bits & Glob::Localized;
  g->bits |= Glob::Localized;
  GlobBody* fresh = GlobBody::make();
  fresh->owner = g;
  g->set_body(fresh);
  fresh->release();
  if (g == topic_glob_) [[unlikely]]
    local_underscore();
}
// local *name = REFERENCE: only what is going to be replaced is saved.
void VM::local_glob_slot(Glob* g, const Referent& given) {
  switch (given.type) {
    case Type::Scalar:
      if (g->body == topic_glob_->body) save(SaveEntry::Topic, nullptr, topic_);
      else save_glob_scalar(g);
      return;
    case Type::Array:
      if (g == topic_glob_) local_args();
      else local_array(g);
      return;
    case Type::Hash: return local_hash(g);
    case Type::Code: {  // a body like the one before, without the sub
      const GlobBody& old = *g->body;
      GlobBody* fresh = GlobBody::make();
      const auto share = [](auto* slot) {
        if (slot) slot->retain();
        return slot;
      };
      fresh->scalar = share(old.scalar);
      fresh->array = share(old.array);
      fresh->hash = share(old.hash);
      fresh->io = share(old.io);
      fresh->format = share(old.format);
      fresh->owner = old.owner;
      fresh->file = old.file;
      fresh->line = old.line;
      fresh->lazy_hash = old.lazy_hash;
      g->retain();
      g->body->retain();
      save(SaveEntry::GlobAll, g, g->body).index = 1;
      g->set_body(fresh);
      return fresh->release();
    }
    default: return local_glob(g);
  }
}
void VM::local_elem(Array* a, const Value& index, LocalKind kind) {
  const bool keep_value = kind == LocalKind::Kept;
  const std::int64_t given = index_of(index);
  std::int64_t n = given;
  if (a->bits & Array::Tied) return local_tied(a, Value::integer(n), !keep_value);
  if (n < 0) {
    if (n + static_cast<std::int64_t>(a->size()) < 0)
      die("Modification of non-creatable array value attempted, subscript " + std::to_string(n));
    n += static_cast<std::int64_t>(a->size());
  }
  check_extension(n);
  Value* place = a->find(n);
  const bool exists = place && place->tag != kInternal;
  a->retain();
  SaveEntry& e = save(SaveEntry::Element, a);
  e.index = exists ? given : n;
  if (!exists) e.value.tag = kInternal;
  else if (keep_value) e.value = *place;
  else e.value = std::move(*place);
  if (!keep_value) a->at_grow(static_cast<std::size_t>(n)) = Value();
}
void VM::local_helem(Hash* h, const Value& key, LocalKind kind) {
  const bool keep_value = kind == LocalKind::Kept;
  if (h->bits & Hash::Tied) return local_tied(h, rvalue(key), kind == LocalKind::Fresh);
  Value hold;
  Value name = key_string(key, &hold);
  Value* place = h->find(name.s);
  if (!place) {
    if (h->bits & Hash::ReadOnly && !keep_value) [[unlikely]]
      hash_place(h, name);  // dies when a restricted hash may not have the key
    h->retain();
    save(SaveEntry::Deletion, h).key = name;
    if (h->bits & Hash::Signals) [[unlikely]]
      builtin::signal_element(*this, h, name.s->view());
    else if (!keep_value) h->fetch(name.s) = Value::untouched();
    return;
  }
  const bool signals = (h->bits & Hash::Signals) != 0;
  // What `delete local` takes out of %SIG comes back as a plain value that handles no signal (so
  // perl has it).
  if (place->is_boxed() && place->box->special() && !(signals && keep_value)) {
    // Between two handlers of a signal there is no moment without one.
    local_magic(place->box, kind == LocalKind::Assigned && signals);
    h->retain();
    saves_.back().saved = h;
    saves_.back().key = std::move(name);
    return;
  }
  h->retain();
  SaveEntry& e = save(SaveEntry::HashElement, h);
  e.key = std::move(name);
  if (keep_value) e.value = signals ? rvalue(*place) : *place;
  else { e.value = std::move(*place); }
}
void VM::local_topic() {
  // The entry owns the new cell: it goes when the old place has been restored.
  Scalar* cell = Scalar::make();
  save(SaveEntry::Topic, cell, topic_);
  topic_ = &cell->value;
}
void VM::local_deref(const Value& v, char sigil, unsigned strict) {
  if (v.is_ref()) {
    if (v.o->type == Type::Glob) {
      Glob* g = static_cast<Glob*>(static_cast<Referent*>(v.o));
      if (sigil == '$') local_scalar(g);
      else if (sigil == '@') local_array(g);
      else local_hash(g);
      return;
    }
    die("Can't localize through a reference");
  }
  if (v.is_undef()) die("Can't localize through a reference");
  Text name(*this, v);
  if ((strict & 1) && !v.is_glob())
    die("Can't use string (\"" + std::string(name.view().substr(0, 32)) + "\") as " +
        (sigil == '$'   ? "a SCALAR"
         : sigil == '@' ? "an ARRAY"
                        : "a HASH") +
        " ref while \"strict refs\" in use");
  Glob* g = v.is_glob() ? reinterpret_cast<Glob*>(v.o) : glob_for_symbol(name.view(), sigil);
  if (sigil == '$') local_scalar(g);
  else if (sigil == '@') local_array(g);
  else local_hash(g);
}

}  // namespace perlipc
