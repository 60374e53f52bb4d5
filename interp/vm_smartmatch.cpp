// ~~ (perlop "Smartmatch Operator"): which comparison the kinds of the two operands ask for.
#include "interp/vm_ops.h"
#include <algorithm>

namespace perlipc {

namespace {

class SmartMatch {
 public:
  SmartMatch(VM& vm, PatternPlan& plan) : vm_(vm), plan_(plan) {}
  Value of(const Value& left, const Value& right);

 private:
  bool yes(const Value& left, const Value& right) { return vm_.to_bool(of(left, right)); }
  Value with_array(const Value& left, Array* right);
  Value with_hash(const Value& left, Hash* right);
  Value with_code(const Value& left, Code* right);
  Value with_regex(const Value& left, Regex* right);
  Value with_other(const Value& left, const Value& right);
  bool arrays(Array* left, Array* right);
  bool matches(Regex* regex, const Value& subject);
  bool any_key(Regex* regex, Hash* hash);
  bool any_element(Regex* regex, Array* array);
  bool any_is_key(Array* names, Hash* hash);
  bool is_key(const Value& name, Hash* hash);

  // The two containers of a reference that is no object; null for anything else.
  static Referent* plain_referent(const Value& v, Type type) {
    if (!v.is_ref() || v.o->type != type) return nullptr;
    auto* r = static_cast<Referent*>(v.o);
    return r->stash() ? nullptr : r;
  }
  static Array* array(const Value& v) {
    return static_cast<Array*>(plain_referent(v, Type::Array));
  }
  static Hash* hash(const Value& v) { return static_cast<Hash*>(plain_referent(v, Type::Hash)); }
  static Regex* regex(const Value& v) {
    if (v.tag == kRegex || (v.is_ref() && v.o->type == Type::Regex))
      return static_cast<RegexValue*>(v.o)->regex;
    return nullptr;
  }
  static bool is_object(const Value& v) {
    return v.is_ref() && static_cast<Referent*>(v.o)->stash() && !regex(v);
  }
  static Value element(Array* a, std::size_t n) {
    const Value* v = a->find(static_cast<std::int64_t>(n));
    return v && v->tag != kInternal ? rvalue(*v) : Value();
  }
  static Value key_value(const Hash::Entry& e) { return Value::share(e.key); }

  VM& vm_;
  PatternPlan& plan_;
  std::vector<std::pair<const void*, const void*>> open_;  // array pairs being compared
};

Value SmartMatch::of(const Value& left, const Value& right) {
  if (is_object(right)) {
    Value out;
    if (vm_.overload_smart_match(left, right, true, &out)) return out;
    vm_.die("Smart matching a non-overloaded object breaks encapsulation");
  }
  if (right.is_undef()) return Value::boolean(left.is_undef());
  if (Array* a = array(right)) return with_array(left, a);
  if (Hash* h = hash(right)) return with_hash(left, h);
  if (auto* c = plain_referent(right, Type::Code)) return with_code(left, static_cast<Code*>(c));
  if (Regex* r = regex(right)) return with_regex(left, r);
  return with_other(left, right);
}

Value SmartMatch::with_array(const Value& left, Array* right) {
  if (Array* a = array(left)) return Value::boolean(arrays(a, right));
  if (Hash* h = hash(left)) return Value::boolean(any_is_key(right, h));
  if (Regex* r = regex(left)) return Value::boolean(any_element(r, right));
  for (std::size_t n = 0; n < right->size(); ++n) {
    const Value item = element(right, n);
    if (left.is_undef() ? item.is_undef() : yes(left, item)) return Value::boolean(true);
  }
  return Value::boolean(false);
}

bool SmartMatch::arrays(Array* left, Array* right) {
  if (left->size() != right->size()) return false;
  for (std::size_t n = 0; n < left->size() && n < right->size(); ++n) {
    const Value l = element(left, n), r = element(right, n);
    // A structure that contains itself is compared by identity (perlop, note 3).
    const auto open = [this](const void* p, bool first) {
      return std::any_of(open_.begin(), open_.end(),
                         [&](const auto& pair) { return (first ? pair.first : pair.second) == p; });
    };
    open_.emplace_back(left, right);
    const bool circular = (array(l) && open(array(l), true)) || (array(r) && open(array(r), false));
    const bool same = circular ? l.is_ref() && r.is_ref() && l.o == r.o : yes(l, r);
    open_.pop_back();
    if (!same) return false;
  }
  return true;
}

Value SmartMatch::with_hash(const Value& left, Hash* right) {
  if (left.is_undef()) return Value::boolean(false);
  if (Array* a = array(left)) return Value::boolean(any_is_key(a, right));
  if (Regex* r = regex(left)) return Value::boolean(any_key(r, right));
  Hash* h = hash(left);
  if (!h) return Value::boolean(is_key(left, right));
  if (h->size() != right->size()) return Value::boolean(false);
  std::size_t at = 0;
  while (const Hash::Entry* e = h->next(at))
    if (!right->find(e->key)) return Value::boolean(false);
  return Value::boolean(true);
}

Value SmartMatch::with_code(const Value& left, Code* right) {
  if (Array* a = array(left)) {
    for (std::size_t n = 0; n < a->size(); ++n) {
      const Value item = element(a, n);
      if (!vm_.to_bool(vm_.call_scalar(right, {&item, 1}))) return Value::boolean(false);
    }
    return Value::boolean(true);
  }
  if (Hash* h = hash(left)) {
    std::size_t at = 0;
    while (const Hash::Entry* e = h->next(at)) {
      const Value key = key_value(*e);
      if (!vm_.to_bool(vm_.call_scalar(right, {&key, 1}))) return Value::boolean(false);
    }
    return Value::boolean(true);
  }
  return vm_.call_scalar(right, {&left, 1});
}

Value SmartMatch::with_regex(const Value& left, Regex* right) {
  if (Array* a = array(left)) return Value::boolean(any_element(right, a));
  if (Hash* h = hash(left)) return Value::boolean(any_key(right, h));
  return Value::boolean(matches(right, left));
}

Value SmartMatch::with_other(const Value& left, const Value& right) {
  Value out;
  if (is_object(left) && vm_.overload_smart_match(left, right, false, &out)) return out;
  if (left.is_undef()) return Value::boolean(false);
  const auto number = [](const Value& v) {
    return (v.tag >= kBool && v.tag <= kDouble) || v.tag == kDual;
  };
  const bool numeric = number(right) || (number(left) && looks_like_number(right));
  return vm_.compare(numeric ? Opc::NumEq : Opc::StrEq, left, right);
}

bool SmartMatch::matches(Regex* regex, const Value& subject) {
  Value text = subject;
  if (text.is_undef()) {
    vm_.warn(Warning::Uninitialized, "Use of uninitialized value in pattern match (m//)");
    text = Value::string("");
  }
  return vm_.match(plan_, regex, text, false);
}
bool SmartMatch::any_element(Regex* regex, Array* array) {
  for (std::size_t n = 0; n < array->size(); ++n)
    if (matches(regex, element(array, n))) return true;
  return false;
}
bool SmartMatch::any_key(Regex* regex, Hash* hash) {
  std::size_t at = 0;
  while (const Hash::Entry* e = hash->next(at))
    if (matches(regex, key_value(*e))) return true;
  return false;
}
bool SmartMatch::any_is_key(Array* names, Hash* hash) {
  for (std::size_t n = 0; n < names->size(); ++n)
    if (is_key(element(names, n), hash)) return true;
  return false;
}
bool SmartMatch::is_key(const Value& name, Hash* hash) {
  Text text(vm_, name);
  return hash->find(text.view(), text.get()->utf8()) != nullptr;
}

}  // namespace

const Instr* VM::op_smart_match(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  const Value left = rvalue(RK(i->b)), right = rvalue(RK(i->c));  // held: code may change them
  SmartMatch match(*this, *f->proto->patterns[extension_of(i).target]);
  STORE(i->a, match.of(left, right));
  return i + 2;
}

}  // namespace perlipc
