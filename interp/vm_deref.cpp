// What references and names stand for: dereferencing, globs and their assignment.
#include "builtins/io_hooks.h"
#include "builtins/sort_compare.h"
#include "builtins/string.h"
#include "interp/compiler.h"
#include "interp/tied.h"
#include "interp/value/restricted.h"
#include "interp/vm.h"
#include <cmath>
#include <new>

namespace perlipc {

namespace {
std::string shown_prototype(const Code& code) {
  return code.bits & Code::HasPrototype ? "(" + std::string(code.prototype) + ")"
                                        : std::string("none");
}

// Whether both are the same constant of the system's headers, as two native modules define it.
bool same_native_constant(const Code& a, const Code& b) {
  const Value &x = a.constant, &y = b.constant;
  return a.bits & b.bits & Code::Const && a.native && a.native == b.native && x.tag == kInt &&
         y.tag == kInt && x.i == y.i;
}

// A glob assignment puts another sub in the place of one.
void warn_replaced(VM& vm, Glob& glob, const Code& old, const Code& sub) {
  if (same_native_constant(old, sub)) return;
  const bool constant = old.bits & Code::Const;
  if (old.defined() || constant)
    vm.warn(Warning::Redefine,
            (constant ? "Constant subroutine " : "Subroutine ") + glob.full_name() + " redefined");
  const bool had = old.bits & Code::HasPrototype;
  if ((had || old.defined()) && shown_prototype(old) != shown_prototype(sub))
    vm.warn(Warning::Prototype, "Prototype mismatch: sub " + glob.full_name() + (had ? " " : ": ") +
                                    shown_prototype(old) + " vs " + shown_prototype(sub));
}
}  // namespace

// --- dereference --------------------------------------------------------------------------------

namespace {
std::string clipped(VM& vm, const Value& v) {
  Text t(vm, v);
  std::string s(t.view().substr(0, 32));
  return "\"" + s + (t.size() > 32 ? "\"..." : "\"");
}
}  // namespace

namespace {
// How @{...} and %{...} differ.
struct ArrayKind {
  using Container = Array;
  static constexpr Type type = Type::Array;
  static constexpr const char* overload = "(@{}";
  static constexpr const char* name = "an ARRAY";
  static Array* of(Glob* g) { return g->array(); }
  static Array* symbol(VM& vm, std::string_view name) {
    return vm.glob_for_symbol(name, '@')->array();
  }
};
struct HashKind {
  using Container = Hash;
  static constexpr Type type = Type::Hash;
  static constexpr const char* overload = "(%{}";
  static constexpr const char* name = "a HASH";
  static Hash* of(Glob* g) { return g->hash(); }
  static Hash* symbol(VM& vm, std::string_view name) {
    if (name.size() > 2 && name.ends_with("::"))
      return vm.stash(name.substr(0, name.size() - 2), true);
    return vm.glob_for_symbol(name, '%')->hash();
  }
};

// `no overloading`
bool without_overloading(VM& vm) {
  const Hints* hints = vm.current_hints();
  return hints && (hints->bits & Hints::NoOverloading);
}

template <class Kind> typename Kind::Container* deref_strict(VM& vm, Value& ref, unsigned flags) {
  using Container = typename Kind::Container;
  auto container = [](const Value& v) {
    return static_cast<Container*>(static_cast<Referent*>(v.o));
  };
  const Value* q = &ref;
  if (q->tag == kSlotPtr) q = q->p;
  if (q->is_boxed() && q->box->plain()) q = &q->box->value;
  if (q->tag == kRef && q->o->type == Kind::type) [[likely]] {
    Stash* blessed = static_cast<Referent*>(q->o)->stash();
    if (!blessed || !vm.is_overloaded_stash(blessed)) return container(*q);
  }
  Value v = rvalue(ref);
  if (v.is_ref()) {
    auto* r = static_cast<Referent*>(v.o);
    if (r->stash() && vm.is_overloaded_stash(r->stash()) && !without_overloading(vm))
      if (Code* c = vm.overload_method(r->stash(), Kind::overload)) {
        Value out = vm.call_overload(c, v, Value(), false);
        if (!(out.is_ref() && out.o == v.o)) {
          if (out.is_ref() && out.o->type == Kind::type) {
            vm.overload_hold_ = out;  // kept alive through the statement
            return container(out);
          }
          if (!out.is_ref()) vm.die("Overloaded dereference did not return a reference");
          return deref_strict<Kind>(vm, out, flags);
        }
      }
    if (r->unique()) vm.overload_hold_ = v;  // made for us by magic
    if (r->type == Kind::type) return container(v);
    vm.die(std::string("Not ") + Kind::name + " reference");
  }
  if (v.is_glob()) return Kind::of(reinterpret_cast<Glob*>(v.o));
  if (v.is_undef()) {
    if (flags & 2 && (!(flags & kDerefAlias) || ref.is_alias())) {
      vm.store(ref, Value::adopt_ref(Container::make()));
      Value now = rvalue(ref);  // a tied place may give anything, even something new each time
      if (now.is_undef() || !now.is_ref() || now.o->type != Kind::type)
        return deref_strict<Kind>(vm, now, flags & ~2u);
      if (static_cast<Referent*>(now.o)->unique()) vm.overload_hold_ = now;
      return container(now);
    }
    if (flags & (5 | kDerefAlias))
      vm.die(std::string("Can't use an undefined value as ") + Kind::name + " reference");
    vm.warn_uninitialized(nullptr);
    vm.overload_hold_ = Value::adopt_ref(Container::make());
    return container(vm.overload_hold_);
  }
  if (flags & 1)
    vm.die("Can't use string (" + clipped(vm, v) + ") as " + Kind::name +
           " ref while \"strict refs\" in use");
  Text name(vm, v);
  return Kind::symbol(vm, name.view());
}
}  // namespace

Array* VM::deref_array_strict(Value& ref, unsigned flags) {
  return deref_strict<ArrayKind>(*this, ref, flags);
}
Hash* VM::deref_hash_strict(Value& ref, unsigned flags) {
  return deref_strict<HashKind>(*this, ref, flags);
}

Scalar* VM::deref_scalar_strict(Value& ref, unsigned flags, bool create, bool) {
  Value v = rvalue(ref);
  if (v.is_ref()) {
    auto* r = static_cast<Referent*>(v.o);
    if (r->stash() && is_overloaded_stash(r->stash()) && !without_overloading(*this))
      if (Code* c = overload_method(r->stash(), "(${}")) {
        Value out = call_overload(c, v, Value(), false);
        if (!(out.is_ref() && out.o == v.o)) {
          if (!out.is_ref()) die("Overloaded dereference did not return a reference");
          overload_hold_ = out;
          return deref_scalar_strict(out, flags, create, false);
        }
      }
    if (r->type == Type::Scalar) return static_cast<Scalar*>(r);
    if (r->type == Type::Glob)
      return create ? static_cast<Glob*>(r)->scalar() : static_cast<Glob*>(r)->scalar();
    if (r->type == Type::Regex) {  // $$re: its text
      Regex* regex = static_cast<RegexValue*>(r)->regex;
      Scalar* text = Scalar::make();
      text->value = Value::string(regex->stringified(), regex->pattern_utf8());
      overload_hold_ = Value::adopt_boxed(text);
      return text;
    }
    die("Not a SCALAR reference");
  }
  if (v.is_glob()) return glob_scalar(reinterpret_cast<Glob*>(v.o));
  if (v.is_undef()) {
    if (create) {
      Scalar* s = Scalar::make();
      overload_hold_ = Value::adopt_ref(s);  // a tied place need not keep it
      store(ref, overload_hold_);
      return s;
    }
    if (flags & 1) die("Can't use an undefined value as a SCALAR reference");
    warn_uninitialized(nullptr);
    return nullptr;
  }
  if (flags & 1)
    die("Can't use string (" + clipped(*this, v) +
        ") as a SCALAR ref while \"strict refs\" in use");
  Text name(*this, v);
  return glob_scalar(glob_for_symbol(name.view(), '$'));
}

Array* VM::deref_array(Value& place, bool create) {
  Value v = rvalue(place);
  if (v.is_undef() && !create) return nullptr;
  return deref_array_strict(place, create ? 3 : 1);
}
Hash* VM::deref_hash(Value& place, bool create) {
  Value v = rvalue(place);
  if (v.is_undef() && !create) return nullptr;
  return deref_hash_strict(place, create ? 3 : 1);
}

// --- globs --------------------------------------------------------------------------------------

Glob* VM::glob_from(const Value& v, bool strict) {
  if (v.is_glob()) return reinterpret_cast<Glob*>(v.o);
  if (v.is_ref()) {
    auto* r = static_cast<Referent*>(v.o);
    if (r->stash() && is_overloaded_stash(r->stash()) && !without_overloading(*this))
      if (Code* c = overload_method(r->stash(), "(*{}"))
        return glob_from(call_overload(c, v, Value(), false), strict);
    if (r->type == Type::Glob) return static_cast<Glob*>(r);
    if (r->type == Type::Scalar && static_cast<Scalar*>(r)->get().is_glob())
      return reinterpret_cast<Glob*>(static_cast<Scalar*>(r)->get().o);
    if (r->type == Type::Handle) {
      Glob* g = make_anonymous_glob(main_stash_, "__ANONIO__");
      g->body->io = static_cast<Handle*>(r);
      r->retain();
      glob_hold_ = Value::raw_object(g, kGlob);
      return g;
    }
    die("Not a GLOB reference");
  }
  if (v.is_undef()) die("Can't use an undefined value as a symbol reference");
  if (strict)
    die("Can't use string (" + clipped(*this, v) +
        ") as a symbol ref while \"strict refs\" in use");
  Text name(*this, v);
  return glob_for_symbol(name.view(), '*');
}

void VM::check_symbol_ref(const Value& v) {
  const Hints* hints = current_hints();
  if (hints != nullptr && (hints->bits & Hints::StrictRefs) != 0) glob_from(v, true);
}
Glob* VM::glob_of(const Value& v, bool create) {
  if (v.is_glob()) return reinterpret_cast<Glob*>(v.o);
  if (v.is_ref()) {
    auto* r = static_cast<Referent*>(v.o);
    if (r->type == Type::Glob) return static_cast<Glob*>(r);
    if (r->type == Type::Scalar) {
      Value inner = static_cast<Scalar*>(r)->get();
      if (inner.is_glob()) return reinterpret_cast<Glob*>(inner.o);
      return nullptr;
    }
    if (r->stash() && is_overloaded_stash(r->stash()))
      if (overload_method(r->stash(), "(*{}")) return glob_from(v, false);
    if (r->type == Type::Handle) return glob_from(v, false);
    return nullptr;
  }
  if (v.is_undef()) return nullptr;
  Text name(*this, v);
  if (name.size() == 0) return nullptr;
  std::string_view n = name.view();
  if (n[0] == '*') n.remove_prefix(1);
  if (n.find("::") != std::string_view::npos) return glob(n, create);
  static const std::string_view forced[] = {"STDIN",   "STDOUT", "STDERR", "ARGV",
                                            "ARGVOUT", "ENV",    "INC",    "_"};
  for (auto f : forced)
    if (f == n) return glob("main::" + std::string(n), create);
  return current_package()->glob(n, create);
}
Handle* VM::handle_of(const Value& v, bool create) {
  if (v.is_ref() && static_cast<Referent*>(v.o)->type == Type::Handle)
    return static_cast<Handle*>(static_cast<Referent*>(v.o));
  Glob* g = glob_of(v, create);
  if (!g) return nullptr;
  return create ? g->io() : g->body->io;
}

void VM::glob_assign(Glob* g, const Value& v) {
  if (v.is_glob()) {
    Glob* from = reinterpret_cast<Glob*>(v.o);
    if (from == g) return;
    if (from->body == topic_glob_->body) glob_scalar(from);
    if (g == topic_glob_) replace_underscore(from->body);
    keep_in_use(g->body);
    g->set_body(from->body);
    if (current_package() != g->stash)
      g->bits |=
          Glob::ImportedScalar | Glob::ImportedArray | Glob::ImportedHash | Glob::ImportedCode;
    else if (g->body->code) g->bits |= Glob::ImportedCode;
    ++method_generation_;
    return;
  }
  if (v.is_ref()) {
    auto* r = static_cast<Referent*>(v.o);
    bool foreign = current_package() != g->stash;
    if (r->type != Type::Code) keep_in_use(g->body);
    switch (r->type) {
      case Type::Scalar:
      case Type::Regex: {
        if (r->type == Type::Regex) return;
        if (g->body == topic_glob_->body) set_topic_scalar(static_cast<Scalar*>(r));
        else set_glob_scalar(g, static_cast<Scalar*>(r));
        if (foreign) g->bits |= Glob::ImportedScalar;
        return;
      }
      case Type::Array: {
        if (g == topic_glob_) {
          set_args(static_cast<Array*>(r));
          return;
        }
        Array* old = g->body->array;
        r->retain();
        g->body->array = static_cast<Array*>(r);
        if (old) old->release();
        if (foreign) g->bits |= Glob::ImportedArray;
        if (g->name->view() == "ISA") {
          g->body->array->bits |= Array::IsIsa;
          ++method_generation_;
        }
        return;
      }
      case Type::Hash: {
        Hash* old = g->body->hash;
        refuse_env(old);
        r->retain();
        g->body->hash = static_cast<Hash*>(r);
        if (old) old->release();
        if (foreign) g->bits |= Glob::ImportedHash;
        return;
      }
      case Type::Code: {
        Code* c = static_cast<Code*>(r);
        if (g->body->code && g->body->code != c) warn_replaced(*this, *g, *g->body->code, *c);
        if (!c->name_glob && c->proto && c->proto->name.empty()) {}
        g->set_code(c);
        if (foreign) g->bits |= Glob::ImportedCode;
        return;
      }
      case Type::Glob: return glob_assign(g, Value::glob(r));
      case Type::Handle: {
        Handle* old = g->body->io;
        r->retain();
        g->body->io = static_cast<Handle*>(r);
        if (old) old->release();
        return;
      }
      default: return;
    }
  }
  if (v.is_undef()) {
    warn(Warning::Misc, "Undefined value assigned to typeglob");
    return;
  }
  Text name(*this, v);
  std::string_view n = name.view();
  if (!n.empty() && n[0] == '*') n.remove_prefix(1);
  glob_assign(g, Value::glob(glob_for_symbol(n, '*')));
}

}  // namespace perlipc
