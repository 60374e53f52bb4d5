// Places that are not plain storage: substr/vec/pos/keys as lvalues, $#a, globs, deferred elements.
#include "builtins/io.h"
#include "builtins/io_hooks.h"
#include "builtins/sprintf.h"
#include "builtins/string.h"
#include "builtins/vec.h"
#include "interp/held_place.h"
#include "interp/tied.h"
#include "interp/vm.h"
#include "interp/vm_ops.h"

namespace perlipc {

namespace {

struct PosMagic final : Magic {
  VM& vm;
  Value target;
  PosMagic(VM& v, Value t) : vm(v), target(std::move(t)) {}
  Value get(Scalar&) override { return vm.get_pos(target); }
  void set(Scalar&, const Value& v) override { vm.set_pos(target, v); }
  int kind() const override { return kMagicLvalue; }
};
struct KeysMagic final : Magic {
  VM& vm;
  Hash* hash;
  KeysMagic(VM& v, Hash* h) : vm(v), hash(h) { h->retain(); }
  ~KeysMagic() override { hash->release(); }
  Value get(Scalar&) override {
    Value container = Value::raw_object(hash, kHashBorrowed);
    return vm.keys_scalar(container, 0);
  }
  void set(Scalar&, const Value& v) override {
    if (v.tag == kInt && v.i > 0 && v.i < (1 << 28)) hash->reserve(static_cast<std::size_t>(v.i));
  }
  int kind() const override { return kMagicLvalue; }
};
struct ArrayLengthMagic final : Magic {
  VM& vm;
  Array* array;
  ArrayLengthMagic(VM& v, Array* a) : vm(v), array(a) { a->retain(); }
  ~ArrayLengthMagic() override { array->release(); }
  Value get(Scalar&) override { return Value::integer(vm.size_of(array) - 1); }
  void set(Scalar&, const Value& v) override {
    std::int64_t n = to_int(vm, vm.to_number(v));
    vm.resize_array(array, n < -1 ? 0 : n + 1);
  }
};
struct GlobMagic final : Magic {
  VM& vm;
  Glob* glob;
  GlobMagic(VM& v, Glob* g) : vm(v), glob(g) { g->retain(); }
  ~GlobMagic() override { glob->release(); }
  Value get(Scalar&) override { return Value::glob(glob); }
  void set(Scalar&, const Value& v) override { vm.glob_assign(glob, v); }
};
// An element passed to a sub comes to life only when the sub stores into it (perlsub).
constexpr int kDeferredElement = 101;
struct DeferredMagic : Magic {
  int kind() const final { return kDeferredElement; }
  virtual Value& element() = 0;  // made when it does not exist
};
struct ElementMagic final : DeferredMagic {
  VM& vm;
  Hash* hash;
  Value key;
  ElementMagic(VM& v, Hash* h, Value k) : vm(v), hash(h), key(std::move(k)) { h->retain(); }
  ~ElementMagic() override { hash->release(); }
  Value get(Scalar&) override { return vm.hash_get(hash, key); }
  void set(Scalar&, const Value& v) override { vm.hash_store(hash, key, v); }
  Value& element() override { return vm.hash_place(hash, key); }
};

struct IndexMagic final : DeferredMagic {
  VM& vm;
  Array* array;
  std::int64_t index;
  IndexMagic(VM& v, Array* a, std::int64_t n) : vm(v), array(a), index(n) { a->retain(); }
  ~IndexMagic() override { array->release(); }
  Value get(Scalar&) override { return vm.element_get(array, Value::integer(index)); }
  void set(Scalar&, const Value& v) override { vm.assign(element(), v); }
  Value& element() override { return vm.element_place(array, Value::integer(index)); }
};

}  // namespace

Value VM::lvalue_proxy(Value& target, unsigned what, const Value& a, const Value& b, const Value&,
                       bool has_b) {
  hold_place(target, may_run_code(*this, a) || may_run_code(*this, b));
  switch (what) {
    case 0:
      return Value::adopt_boxed(
          builtin::substr_lvalue(*this, target, builtin::substr_number(*this, a),
                                 has_b ? builtin::substr_number(*this, b) : builtin::kToTheEnd));
    case 1:
      return Value::adopt_boxed(builtin::vec_lvalue(*this, target, to_int(*this, to_number(a)),
                                                    to_int(*this, to_number(b))));
    case 2:
      return Value::adopt_boxed(
          Scalar::with_magic(new PosMagic(*this, Value::boxed(box_place(target)))));
    default: return Value::adopt_boxed(Scalar::with_magic(new KeysMagic(*this, hash_of(target))));
  }
}
Glob* glob_of_proxy(const Scalar& scalar) {
  const auto* magic = dynamic_cast<const GlobMagic*>(scalar.magic);
  return magic ? magic->glob : nullptr;
}
Value VM::glob_proxy(Value& g) {
  Value v = rvalue(g);
  if (!v.is_glob()) die("Not a GLOB");
  return Value::adopt_boxed(Scalar::with_magic(new GlobMagic(*this, reinterpret_cast<Glob*>(v.o))));
}
Value VM::glob_slot(Glob* g, std::string_view slot) {
  GlobBody* b = g->body;
  if (slot == "SCALAR") return Value::ref(glob_scalar(g));
  if (slot == "ARRAY") return b->array ? Value::ref(b->array) : Value();
  if (slot == "HASH") return b->hash ? Value::ref(b->hash) : Value();
  if (slot == "CODE") return b->code ? Value::ref(b->code) : Value();
  if (slot == "IO" || slot == "FILEHANDLE") {
    if (!b->io) return {};
    if (!b->io->stash()) b->io->set_stash(stash("IO::File", true));
    return Value::ref(b->io);
  }
  if (slot == "GLOB") return Value::ref(g);
  if (slot == "NAME") return Value::share(g->name);
  if (slot == "PACKAGE") return Value::string(g->stash ? g->stash->name : "__ANON__");
  return {};
}
Value VM::array_length_proxy(Array* a) {
  return Value::adopt_boxed(Scalar::with_magic(new ArrayLengthMagic(*this, a)));
}
Value VM::deferred_helem(Hash* h, const Value& key) {
  if (h->bits & Hash::Tied) return tied::place(*this, h, key);
  Value hold;
  const Value& k = key_string(key, &hold);
  Value* v = h->find(k.s);
  if (v) return Value::boxed(box_place(*v));
  if ((h->bits & Hash::Signals) && !builtin::is_environment(*this, h))
    return Value::boxed(box_place(builtin::signal_element(*this, h, k.s->view())));
  return Value::adopt_boxed(Scalar::with_magic(new ElementMagic(*this, h, k)));
}

Value VM::deferred_element(Array* a, const Value& index) {
  const std::int64_t n = index_of(index);
  if (a->bits & Array::Tied) return tied::place(*this, a, n);
  Value* v = a->find(n);
  if (a->bits != 0 && v) v = &element_place(a, index);
  if (v && v->tag != kInternal) return Value::boxed(box_place(*v));
  return Value::adopt_boxed(Scalar::with_magic(new IndexMagic(*this, a, n)));
}

// What a reference to the variable refers to: a deferred element comes to life.
Scalar* VM::referenced(Scalar* s) {
  if (s->magic->kind() != kDeferredElement) return s;
  return box_place(static_cast<DeferredMagic*>(s->magic)->element());
}

// --- operations with handles --------------------------------------------------------------------

Glob* VM::readable_glob(const Value& raw) {
  Value v = rvalue(raw);
  Glob* g = glob_of(v, true);
  if (!g) {
    if (v.is_ref()) die("Not a GLOB reference");
    if (v.is_undef()) {
      warn_uninitialized(&raw);
      warn(Warning::Unopened, "readline() on unopened filehandle");
    }
  }
  if (g == glob_hold_.o) return g;
  return g;
}

bool VM::print_op(const Value* handle, Value* args, std::uint32_t n, unsigned kind) {
  Glob* g;
  Handle* io;
  Value hv;
  const char* name = kind == 2 ? "printf" : kind == 1 ? "say" : "print";
  if (handle) {
    hv = rvalue(*handle);
    const bool plain_glob = hv.tag == kGlob || (hv.tag == kRef && hv.o->type == Type::Glob &&
                                                !static_cast<Referent*>(hv.o)->stash());
    if (plain_glob && kind != 2) [[likely]] {
      g = reinterpret_cast<Glob*>(hv.o);
      return builtin::print(*this, g->body->io, g, args, n, kind == 1);
    }
    if (!hv.is_glob() && !hv.is_ref() && !hv.is_undef()) [[unlikely]]
      check_symbol_ref(hv);
    g = glob_of(hv, true);
    io = g ? g->body->io : handle_of(hv, false);
    if (!g && !io) {
      if (hv.is_undef()) die("Can't use an undefined value as filehandle reference");
      if (hv.is_ref()) die("Not a GLOB reference");
      const Text text(*this, hv);
      if (!text.view().empty()) die("Bad filehandle: " + std::string(text.view()));
      return builtin::print(*this, nullptr, nullptr, args, n, kind == 1);
    }
  } else {
    g = builtin::selected_handle(*this);
    io = g ? g->body->io : nullptr;
  }
  if (io) {
    Value tied = builtin::tied_handle(io);
    if (tied.is_ref())
      return builtin::print_tied(*this, tied, kind == 2 ? "PRINTF" : "PRINT", {args, n}, kind == 1);
  }
  if (kind == 2) {
    if (n == 0) return true;
    Text format(*this, rvalue(args[0]));
    String* s = builtin::format(*this, format.view(), format.utf8(), args + 1, n - 1, name);
    Value text = Value::adopt(s);
    return builtin::print_text(*this, io, g, text, name);
  }
  return builtin::print(*this, io, g, args, n, kind == 1);
}

Value VM::file_test_op(char letter, const Value& v, unsigned flags) {
  require_allowed(builtin::Capability::FsRead, "a file test");
  if (v.is_ref()) {
    Value out;
    auto* r = static_cast<Referent*>(v.o);
    if (r->stash() && is_overloaded_stash(r->stash()))
      if (Code* c = overload_method(r->stash(), "(-X"))
        return call_overload(c, v, Value::string(std::string_view(&letter, 1)), false);
  }
  if ((flags & 5) == 4) return builtin::file_access(*this, letter, v);
  return builtin::file_test(*this, letter, v, flags & 3);
}

}  // namespace perlipc
