// Keys that leave a hash: delete and clearing, restricted hashes and symbol tables among them.
#include "builtins/io_hooks.h"
#include "interp/tied.h"
#include "interp/value/restricted.h"
#include "interp/vm.h"

namespace perlipc {

namespace {
// Whether a restricted hash can lose this key; else dies. `value` is null when it does not have it.
void check_deletable(VM& vm, const String* key, const Value* value) {
  const bool locked = value && value->is_boxed() && value->box->bits & Scalar::ReadOnly;
  if (value && !locked) return;
  vm.die(std::string("Attempt to delete ") + (locked ? "readonly" : "disallowed") + " key '" +
         std::string(key->view()) + "' from a restricted hash");
}
}  // namespace

void VM::clear_hash(Hash* h) {
  if (h->bits & Hash::Tied) [[unlikely]]
    return tied::clear(*this, h);
  if (h->bits & Hash::HasMagic) {
    if (h->bits & Hash::ReadOnly) die("Modification of a read-only value attempted");
    std::size_t first = 0;
    if (Hash::Entry* e = h->next(first)) assign(e->value, Value());
  }
  if (h->bits & Hash::ReadOnly) {
    refuse_env(h);
    std::size_t position = 0;
    while (const Hash::Entry* e = h->next(position)) check_deletable(*this, e->key, &e->value);
    position = 0;
    while (const Hash::Entry* e = h->next(position)) restricted::allow(h, e->key);
  }
  h->clear();
  h->iterator = 0;
  if (h->bits & Hash::IsStash) [[unlikely]] {
    static_cast<Stash*>(h)->vivified = true;
    ++method_generation_;
  }
}
namespace {
// Whether a symbol that leaves its table can have been part of method resolution.
bool matters_for_methods(std::string_view name, const Value& symbol) {
  if (symbol.tag != kGlob) return true;
  const GlobBody* body = reinterpret_cast<Glob*>(symbol.o)->body;
  return body->code || (body->array && body->array->bits & Array::IsIsa) || name.ends_with("::");
}
}  // namespace

// A package whose symbol table was deleted, and those inside of it, are not found by name any more.
// Code and objects that have them keep them: they get names that no package can have.
void VM::forget_package(std::string_view package) {
  const std::string inside = std::string(package) + "::";
  std::vector<std::string> names;
  for (const auto& [name, s] : stashes_)
    if (name == package || name.starts_with(inside)) names.push_back(name);
  for (const std::string& name : names) {
    auto node = stashes_.extract(name);
    node.key() = std::string(1, '\0') + std::to_string(forgotten_packages_++) + name;
    stashes_.insert(std::move(node));
  }
}

Value VM::delete_hash(Hash* h, const Value& key) {
  if (h->bits & Hash::Tied) [[unlikely]]
    return tied::remove(*this, h, key);
  Value hold;
  const Value& k = key_string(key, &hold);
  Value keep_key = k;
  Value removed;
  if (h->bits & Hash::HasMagic) {
    if (h->bits & Hash::ReadOnly) die("Modification of a read-only value attempted");
    if (Value* leaving = h->find(k.s)) assign(*leaving, Value());
  }
  if (h->bits & Hash::ReadOnly) {
    refuse_env(h);
    if (restricted::allows(h, k.s)) return {};
    check_deletable(*this, k.s, h->find(k.s));
    restricted::allow(h, k.s);
  }
  if (h->bits & Hash::Signals) [[unlikely]] {
    const Value handler = hash_get(h, k);
    builtin::sig_element_deleted(*this, h, keep_key.s->view());
    h->erase(keep_key.s);
    return handler;
  }
  if (!h->erase(keep_key.s, &removed)) return {};
  if (h->bits & Hash::IsStash) [[unlikely]] {
    static_cast<Stash*>(h)->vivified = true;
    if (matters_for_methods(keep_key.s->view(), removed)) ++method_generation_;
    if (removed.tag == kGlob)
      if (const Hash* inner = reinterpret_cast<Glob*>(removed.o)->body->hash;
          inner && inner->bits & Hash::IsStash)
        forget_package(static_cast<const Stash*>(inner)->name);
  }
  return rvalue(removed);
}

}  // namespace perlipc
