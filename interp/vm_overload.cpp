// Operator overloading (perldoc overload): methods named "(+" in a package, "(("/"()" marks.
#include "interp/vm.h"

namespace perlipc {

bool VM::is_overloaded_stash(Stash* s) {
  if (s->overloaded >= 0 && s->generation == method_generation_) return s->overloaded;
  bool yes = find_method(s, "((") || find_method(s, "()");
  if (yes) {  // the marks alone, as `no overload` leaves them, are not enough
    yes = false;
    for (Stash* p : linear_isa(s)) {
      std::size_t at = 0;
      while (Hash::Entry* e = p->next(at)) {
        std::string_view name = e->key->view();
        if (name.size() < 2 || name[0] != '(' || name == "((" || name == "()") continue;
        if (e->value.tag == kGlob && reinterpret_cast<Glob*>(e->value.o)->code()) yes = true;
      }
    }
  }
  s->overloaded = yes;
  return yes;
}
bool VM::overloaded(const Value& v) {
  if (!v.is_ref()) return false;
  Stash* s = static_cast<Referent*>(v.o)->stash();
  return s && is_overloaded_stash(s);
}
// Null when none; a nil stub ("()" itself) is not a method.
Code* VM::overload_method(Stash* s, const char* name) {
  if (!s || !is_overloaded_stash(s)) return nullptr;
  Code* c = find_method(s, name);
  if (!c) return nullptr;
  // A method given by name: overload.pm stores overload::nil and the name in the scalar.
  if (c->name_glob && c->name_glob->full_name() == "overload::nil") {
    for (Stash* p : linear_isa(s)) {
      Glob* g = p->glob(name, false);
      if (!g || g->code() != c) continue;
      Text method(*this, g->scalar()->get());
      Code* found = find_method(s, method.view());
      if (!found)
        die("Can't resolve method \"" + std::string(method.view()) + "\" overloading \"" +
            (name + 1) + "\" in package \"" + p->name + "\"");
      return found;
    }
  }
  return c->defined() ? c : nullptr;
}

namespace {
// fallback: -1 undef, 0 false, 1 true.
int fallback_of(VM& vm, Stash* s) {
  for (Stash* p : vm.linear_isa(s)) {
    Glob* g = p->glob("()", false);
    if (!g || !g->code()) continue;
    if (!g->body->scalar) return -1;
    Value v = g->body->scalar->get();
    return v.is_undef() ? -1 : vm.to_bool(v);
  }
  return -1;
}
std::string no_unary_method(const char* name, const Stash* s) {
  return "Operation \"" + std::string(name + 1) +
         "\": no method found, argument in overloaded package " + s->name;
}
Stash* stash_of(const Value& v) {
  return v.is_ref() ? static_cast<Referent*>(v.o)->stash() : nullptr;
}
}  // namespace

Value VM::call_overload(Code* code, const Value& a, const Value& b, bool swapped) {
  Value args[3] = {a, b, Value::boolean(swapped)};
  Value result = call_scalar(code, args);
  return result;
}

Value VM::overload_convert(const Value& v, const char* want, bool* done) {
  Stash* s = stash_of(v);
  *done = false;
  if (const Hints* h = current_hints(); h && (h->bits & Hints::NoOverloading)) return {};
  static const char* const order[3][3] = {
      {"(\"\"", "(0+", "(bool"}, {"(0+", "(\"\"", "(bool"}, {"(bool", "(\"\"", "(0+"}};
  const char* const* names = want[1] == '"' ? order[0] : want[1] == '0' ? order[1] : order[2];
  if (want[1] == '0') {
    static const char* const numeric[3] = {"(0+", "(\"\"", "(bool"};
    names = numeric;
  }
  if (want[1] == 'b') {
    static const char* const boolean[3] = {"(bool", "(0+", "(\"\""};
    names = boolean;
  }
  for (int n = 0; n < 3; ++n) {
    if (n == 1 && fallback_of(*this, s) == 0) break;
    if (Code* c = overload_method(s, names[n])) {
      *done = true;
      return call_overload(c, v, Value(), false);
    }
  }
  if (Code* c = overload_method(s, "(nomethod")) {
    *done = true;
    Value args[4] = {v, Value(), Value::string(""), Value::string(want + 1)};
    return call_scalar(c, args);
  }
  if (s && fallback_of(*this, s) != 1) die(no_unary_method(want, s));
  return {};
}

bool VM::overload_unary(const char* name, const Value& v, Value* out) {
  Stash* s = stash_of(v);
  if (!s || !is_overloaded_stash(s)) return false;
  if (Code* c = overload_method(s, name)) {
    *out = call_overload(c, v, Value(), false);
    return true;
  }
  std::string_view n(name);
  int fallback = fallback_of(*this, s);
  if (const Hints* h = current_hints(); h && (h->bits & Hints::NoOverloading)) return false;
  if (fallback == 0) {
    // nothing is generated
  } else if (n == "(neg") {
    if (Code* c = overload_method(s, "(-")) {
      *out = call_overload(c, v, Value::integer(0), true);
      return true;
    }
  } else if (n == "(abs") {
    Code* less = overload_method(s, "(<");
    Code* cmp = overload_method(s, "(<=>");
    if (less || cmp) {
      Value zero = Value::integer(0);
      bool negative = less ? to_bool(call_overload(less, v, zero, false))
                           : to_int(*this, call_overload(cmp, v, zero, false)) < 0;
      if (!negative) {
        *out = v;
        return true;
      }
      return overload_unary("(neg", v, out);
    }
  } else if (n == "(!") {
    bool done = false;
    Value b;
    if (overload_method(s, "(bool") || overload_method(s, "(\"\"") || overload_method(s, "(0+"))
      b = overload_convert(v, "(bool", &done);
    if (done) {
      *out = Value::boolean(!to_bool(b));
      return true;
    }
  } else if (n == "(int") {
    bool done = false;
    Value b = overload_convert(v, "(0+", &done);
    if (done && !b.is_ref()) return false;
  }
  if (Code* c = overload_method(s, "(nomethod")) {
    Value args[4] = {v, Value(), Value::string(""), Value::string(name + 1)};
    *out = call_scalar(c, args);
    return true;
  }
  // Plain operations on converted values only with fallback => 1; int and ! go by a conversion.
  if (fallback == 1 || (n == "(int" && fallback != 0)) return false;
  die(no_unary_method(n == "(int" ? "(0+" : name, s));
}

// The copy constructor (perldoc overload): what "=" of v's class makes of it, or nomethod; a scalar
// object is copied as it is.
Value VM::overload_copy(const Value& v) {
  auto* object = static_cast<Referent*>(v.o);
  Stash* s = object->stash();
  Value args[4] = {v, Value(), Value::string(""), Value::string("=")};
  const int fallback = fallback_of(*this, s);
  Value copy;
  if (Code* c = overload_method(s, "(=")) {
    copy = call_scalar(c, {args, 3});
  } else if (object->type == Type::Scalar && fallback != 0 &&
             !static_cast<Scalar*>(object)->value.is_ref()) {
    copy = Value::adopt_ref(Scalar::make(static_cast<Scalar*>(object)->get()));
    static_cast<Referent*>(copy.o)->set_stash(s);
  } else if (Code* any = overload_method(s, "(nomethod")) {
    copy = call_scalar(any, args);
  } else if (fallback == 1) {
    return v;
  } else {
    die(no_unary_method("(=", s));
  }
  if (!copy.is_ref()) die("Copy method did not return a reference");
  return copy;
}

// What a mutator may change: a copy when more than one variable refers to the object. The caller
// holds a count beside the variable's own.
Value VM::to_be_changed(const Value& v) { return v.o->refs > 2 ? overload_copy(v) : v; }

// ++ and -- with a method of their own, or by nomethod when there is no + either. False: by addition.
bool VM::overload_increment(Value& place, const Value& v, bool up) {
  Stash* s = static_cast<Referent*>(v.o)->stash();
  Code* c = overload_method(s, up ? "(++" : "(--");
  std::size_t count = 3;
  if (!c) {
    if (overload_method(s, up ? "(+=" : "(-=") || overload_method(s, up ? "(+" : "(-"))
      return false;
    c = overload_method(s, "(nomethod");
    if (!c) {
      if (fallback_of(*this, s) == 1) {  // the address is counted, without conversion
        const auto address = static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(v.o));
        store(place, Value::integer(up ? address + 1 : address - 1));
        return true;
      }
      die(no_unary_method(up ? "(++" : "(--", s));
    }
    count = 4;
  }
  Value args[4] = {to_be_changed(v), Value(), Value::string(""), Value::string(up ? "++" : "--")};
  store(place, args[0]);
  call(c, {args, count}, Want::Scalar);
  return true;
}

// Binary operators. False: no overload applies, use the plain operation on converted operands.
bool VM::try_overload(const char* name, const Value& l, const Value& r, Value* out, bool assign) {
  Stash* ls = stash_of(l);
  Stash* rs = stash_of(r);
  if (ls && !is_overloaded_stash(ls)) ls = nullptr;
  if (rs && !is_overloaded_stash(rs)) rs = nullptr;
  if (!ls && !rs) return false;
  if (const Hints* h = current_hints(); h && (h->bits & Hints::NoOverloading)) return false;
  std::string op(name);
  if (assign && ls) {
    if (Code* c = overload_method(ls, (op + "=").c_str())) {
      Value args[3] = {to_be_changed(l), r, Value()};
      *out = call_scalar(c, args);
      return true;
    }
  }
  int lf = ls ? fallback_of(*this, ls) : 1, rf = rs ? fallback_of(*this, rs) : 1;
  if (ls && !(assign && lf == 0))
    if (Code* c = overload_method(ls, name)) {
      Value args[3] = {l, r, assign ? Value() : Value::boolean(false)};
      *out = call_scalar(c, args);
      return true;
    }
  if (rs)
    if (Code* c = overload_method(rs, name)) {
      *out = call_overload(c, r, l, true);
      return true;
    }
  bool may_generate = lf != 0 && rf != 0;
  static const char* const numeric[] = {"(<", "(<=", "(>", "(>=", "(==", "(!="};
  static const char* const textual[] = {"(lt", "(le", "(gt", "(ge", "(eq", "(ne"};
  for (int n = 0; n < 6 && may_generate; ++n) {
    bool num = op == numeric[n], txt = op == textual[n];
    if (!num && !txt) continue;
    const char* cmp = num ? "(<=>" : "(cmp";
    Value res;
    bool have = false;
    if (ls)
      if (Code* c = overload_method(ls, cmp)) res = call_overload(c, l, r, false), have = true;
    if (!have && rs)
      if (Code* c = overload_method(rs, cmp)) res = call_overload(c, r, l, true), have = true;
    if (!have) break;
    if (res.is_undef()) {
      *out = Value::boolean(n == 5);
      return true;
    }
    std::int64_t c = 0;
    Value num_res = to_number(res);
    c = num_res.tag == kDouble ? (num_res.d < 0 ? -1 : num_res.d > 0) : to_int(*this, num_res);
    bool yes = n == 0   ? c < 0
               : n == 1 ? c <= 0
               : n == 2 ? c > 0
               : n == 3 ? c >= 0
               : n == 4 ? c == 0
                        : c != 0;
    *out = Value::boolean(yes);
    return true;
  }
  for (Stash* s : {ls, rs}) {
    if (!s) continue;
    if (op == "(." || op == "(x") continue;  // these go on with the text
    if (Code* c = overload_method(s, "(nomethod")) {
      bool left = s == ls;
      Value args[4] = {left ? l : r, left ? r : l, Value::boolean(!left), Value::string(name + 1)};
      if (assign && left) {
        args[0] = to_be_changed(l);
        args[2] = Value();
        args[3] = Value::string(op.substr(1) + "=");
      }
      *out = call_scalar(c, args);
      return true;
    }
  }
  // Without fallback => 1 on both sides only text operations go on, by a conversion.
  bool text = op == "(." || op == "(x";
  bool refused = (ls && lf != 1 && !(text && lf == -1)) || (rs && rf != 1 && !(text && rf == -1));
  if (refused) die_no_method(op.substr(1) + (assign ? "=" : ""), ls, rs);
  return false;
}

void VM::die_no_method(const std::string& op, const Stash* left, const Stash* right) {
  auto side = [](const Stash* s) {
    return s ? "argument in overloaded package " + s->name
             : std::string("argument has no overloaded magic");
  };
  die("Operation \"" + op + "\": no method found,\n\tleft " + side(left) + ",\n\tright " +
      side(right));
}

// ~~ asks one operand only (perlop "Smartmatching of Objects"); nothing stands in for its method.
bool VM::overload_smart_match(const Value& l, const Value& r, bool ask_right, Value* out) {
  const auto overloaded_stash = [this](const Value& v) {
    Stash* s = stash_of(v);
    return s && is_overloaded_stash(s) ? s : nullptr;
  };
  Stash* ls = overloaded_stash(l);
  Stash* rs = overloaded_stash(r);
  Stash* asked = ask_right ? rs : ls;
  if (!asked) return false;
  const Value &self = ask_right ? r : l, &other = ask_right ? l : r;
  if (Code* c = overload_method(asked, "(~~")) {
    Value args[3] = {self, other, Value::boolean(ask_right)};
    *out = call_scalar(c, args);
    return true;
  }
  if (Code* c = overload_method(asked, "(nomethod")) {
    Value args[4] = {self, other, Value::boolean(ask_right), Value::string("~~")};
    *out = call_scalar(c, args);
    return true;
  }
  if (fallback_of(*this, asked) != 1) die_no_method("~~", ls, rs);
  return false;
}

}  // namespace perlipc
