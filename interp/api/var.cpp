// Var and Error: Perl values and errors in the host's hands. Conversions follow perl's, without
// warnings; only overloaded objects need their interpreter for it.
#include "interp/api/interpreter_impl.h"

namespace perlipc {

namespace {

std::shared_ptr<const detail::Held> held(Value v) {
  return std::make_shared<detail::Held>(detail::Held{nullptr, std::move(v)});
}

const Value& value_in(const std::shared_ptr<const detail::Held>& h) {
  static const Value undef;
  return h ? h->value : undef;
}

// The VM that must be asked because the value is an object, or null.
detail::Impl* overloading_owner(const std::shared_ptr<const detail::Held>& h) {
  if (!h || !h->owner || h->owner->ended || !h->value.is_ref()) return nullptr;
  return static_cast<Referent*>(h->value.o)->stash() ? h->owner.get() : nullptr;
}

Value plain_number(const Value& v) {
  switch (v.tag) {
    case kUndef: return Value::integer(0);
    case kBool: return Value::integer(v.i);
    case kInt:
    case kUInt:
    case kDouble: return v;
    case kStr: return parse_number(v.s->view()).value;
    case kDual: return plain_number(static_cast<DualValue*>(v.o)->number);
    default: return Value::unsigned_integer(reinterpret_cast<std::uintptr_t>(v.o));
  }
}

Value number_of(const std::shared_ptr<const detail::Held>& h) {
  if (detail::Impl* owner = overloading_owner(h))
    return owner->guarded(Error::Kind::Die, [&] { return owner->vm.to_number(h->value); });
  return plain_number(value_in(h));
}

std::string plain_text(const Value& v) {
  char buffer[48];
  switch (v.tag) {
    case kUndef: return {};
    case kBool: return v.i ? "1" : "";
    case kInt: return {buffer, format_integer(v.i, buffer)};
    case kUInt: return {buffer, format_unsigned(v.u, buffer)};
    case kDouble: return {buffer, format_double(v.d, buffer)};
    case kStr: return std::string(v.s->view());
    case kDual: return plain_text(static_cast<DualValue*>(v.o)->text);
    case kGlob: return "*" + reinterpret_cast<Glob*>(v.o)->full_name();
    default: return reference_text(v);
  }
}

// The VM that must be asked because the array or hash is tied, or null.
detail::Impl* tied_owner(const std::shared_ptr<const detail::Held>& h) {
  if (!h || !h->owner || h->owner->ended || !h->value.is_ref()) return nullptr;
  const auto* object = static_cast<const Referent*>(h->value.o);
  const bool tied = (object->type == Type::Array && (object->bits & Array::Tied)) ||
                    (object->type == Type::Hash && (object->bits & Hash::Tied));
  return tied ? h->owner.get() : nullptr;
}

template <class T> const T* referent(const std::shared_ptr<const detail::Held>& h, Type type) {
  const Value& v = value_in(h);
  return v.is_ref() && v.o->type == type ? static_cast<const T*>(v.o) : nullptr;
}

}  // namespace

Var Var::boolean(bool b) { return detail::Impl::wrap(held(Value::boolean(b))); }
Var Var::integer(std::int64_t n) { return detail::Impl::wrap(held(Value::integer(n))); }
Var Var::unsigned_integer(std::uint64_t n) {
  return detail::Impl::wrap(held(Value::unsigned_integer(n)));
}
Var Var::number(double d) { return detail::Impl::wrap(held(Value::number(d))); }
Var Var::bytes(std::string_view text) { return detail::Impl::wrap(held(Value::string(text))); }
Var Var::characters(std::string_view utf8) {
  return detail::Impl::wrap(held(Value::string(utf8, true)));
}

Var Var::array(std::span<const Var> items) {
  Array* a = Array::make();
  const Value holder = Value::adopt_ref(a);
  std::shared_ptr<detail::Impl> owner;
  a->reserve(items.size());
  for (const Var& item : items) a->push(detail::Impl::value_for(owner, item));
  return detail::Impl::wrap(std::make_shared<detail::Held>(detail::Held{owner, holder}));
}
Var Var::hash(std::span<const std::pair<std::string, Var>> items) {
  Hash* h = Hash::make();
  const Value holder = Value::adopt_ref(h);
  std::shared_ptr<detail::Impl> owner;
  h->reserve(items.size());
  for (const auto& [key, item] : items) h->fetch(key) = detail::Impl::value_for(owner, item);
  return detail::Impl::wrap(std::make_shared<detail::Held>(detail::Held{owner, holder}));
}

Var::Kind Var::kind() const {
  const Value& v = value_in(held_);
  switch (v.tag) {
    case kUndef: return Kind::Undefined;
    case kBool:
    case kInt:
    case kUInt:
    case kDouble: return Kind::Number;
    case kStr:
    case kDual: return Kind::String;
    default: break;
  }
  if (!v.is_ref()) return Kind::Other;
  switch (v.o->type) {
    case Type::Array: return Kind::Array;
    case Type::Hash: return Kind::Hash;
    case Type::Code: return Kind::Code;
    default: return Kind::Other;
  }
}

Var::operator bool() const {
  if (detail::Impl* owner = overloading_owner(held_))
    return owner->guarded(Error::Kind::Die, [&] { return owner->vm.to_bool(held_->value); });
  const Value& v = value_in(held_);
  switch (v.tag) {
    case kUndef: return false;
    case kBool:
    case kInt:
    case kUInt: return v.i != 0;
    case kDouble: return v.d != 0;
    case kStr: return v.s->length > 1 || (v.s->length == 1 && v.s->data[0] != '0');
    case kDual: {
      const std::string text = plain_text(v);
      return !text.empty() && text != "0";
    }
    default: return true;
  }
}

std::int64_t Var::to_integer() const {
  const Value n = number_of(held_);
  if (n.tag == kUInt) return INT64_MAX;
  if (n.tag != kDouble) return n.i;
  if (n.d != n.d) return 0;
  if (n.d >= 9223372036854775808.0) return INT64_MAX;
  return n.d <= -9223372036854775808.0 ? INT64_MIN : static_cast<std::int64_t>(n.d);
}
std::uint64_t Var::to_unsigned() const {
  const Value n = number_of(held_);
  if (n.tag == kUInt) return n.u;
  if (n.tag != kDouble) return n.i < 0 ? 0 : static_cast<std::uint64_t>(n.i);
  if (!(n.d > 0)) return 0;
  return n.d >= 18446744073709551616.0 ? UINT64_MAX : static_cast<std::uint64_t>(n.d);
}
double Var::to_number() const {
  const Value n = number_of(held_);
  if (n.tag == kDouble) return n.d;
  return n.tag == kUInt ? static_cast<double>(n.u) : static_cast<double>(n.i);
}
std::string Var::to_string() const {
  if (detail::Impl* owner = overloading_owner(held_))
    return owner->guarded(Error::Kind::Die, [&] {
      const perlipc::Text text(owner->vm.to_string(held_->value));
      return std::string(text.view());
    });
  return plain_text(value_in(held_));
}
bool Var::looks_like_number() const {
  const Value& v = value_in(held_);
  detail::Impl* const owner = overloading_owner(held_);
  return (owner && owner->vm.overloaded(v)) || perlipc::looks_like_number(v);
}
std::string Var::package() const {
  const Value& v = value_in(held_);
  if (!v.is_ref()) return {};
  const Stash* s = static_cast<const Referent*>(v.o)->stash();
  return s ? s->name : std::string();
}

std::size_t Var::size() const {
  if (detail::Impl* owner = tied_owner(held_)) {
    if (kind() == Kind::Hash) return items().size();
    return owner->guarded(Error::Kind::Die, [&] {
      return static_cast<std::size_t>(owner->vm.size_of(static_cast<Array*>(held_->value.o)));
    });
  }
  if (const auto* a = referent<Array>(held_, Type::Array)) return a->size();
  if (const auto* h = referent<Hash>(held_, Type::Hash)) return h->size();
  return 0;
}
Var Var::operator[](std::size_t index) const {
  const auto* a = referent<Array>(held_, Type::Array);
  if (!a) return {};
  if (detail::Impl* owner = tied_owner(held_)) {
    return owner->guarded(Error::Kind::Die, [&] {
      return owner->hold(owner->vm.element_get(const_cast<Array*>(a),
                                               Value::integer(static_cast<std::int64_t>(index))));
    });
  }
  if (index >= a->size() || (*a)[index].tag == kInternal) return {};
  return detail::Impl::wrap(
      std::make_shared<detail::Held>(detail::Held{held_->owner, rvalue((*a)[index])}));
}
Var Var::operator[](std::string_view key) const {
  auto* h = const_cast<Hash*>(referent<Hash>(held_, Type::Hash));
  if (!h) return {};
  if (detail::Impl* owner = tied_owner(held_))
    return owner->guarded(Error::Kind::Die,
                          [&] { return owner->hold(owner->vm.hash_get(h, Value::string(key))); });
  const Value* v = h->find(key);
  if (!v && utf8_valid(key)) v = h->find(key, true);
  if (!v) return {};
  return detail::Impl::wrap(std::make_shared<detail::Held>(detail::Held{held_->owner, rvalue(*v)}));
}
std::vector<std::pair<std::string, Var>> Var::items() const {
  std::vector<std::pair<std::string, Var>> out;
  auto* h = const_cast<Hash*>(referent<Hash>(held_, Type::Hash));
  if (!h) return out;
  if (detail::Impl* owner = tied_owner(held_)) return owner->tied_items(h);
  std::size_t position = 0;
  while (const Hash::Entry* e = h->next(position))
    out.emplace_back(std::string(e->key->view()),
                     detail::Impl::wrap(std::make_shared<detail::Held>(
                         detail::Held{held_->owner, rvalue(e->value)})));
  return out;
}

// --- errors
// ------------------------------------------------------------------------------------------

Error::Error(Kind kind, std::string message) : Error(kind, std::move(message), {}, 255, nullptr) {}
Error::Error(Kind kind, std::string message, Var value, int exit_status, std::exception_ptr cause) {
  if (message.ends_with('\n')) message.pop_back();
  data_ = std::make_shared<detail::ErrorData>(detail::ErrorData{
      kind, std::move(message), std::move(value), exit_status, std::move(cause), nullptr});
}
const char* Error::what() const noexcept { return data_->message.c_str(); }
Error::Kind Error::kind() const noexcept { return data_->kind; }
const Var& Error::value() const noexcept { return data_->value; }
int Error::exit_status() const noexcept { return data_->exit_status; }
std::exception_ptr Error::cause() const noexcept { return data_->cause; }

namespace detail {

void throw_too_few(std::size_t got, std::size_t wanted) {
  throw Error(Error::Kind::Type, "Too few arguments (got " + std::to_string(got) + "; expected " +
                                     std::to_string(wanted) + ")");
}

void throw_misfit(const Var& value, const char* wanted) {
  static const char* const kinds[] = {"undef",  "a number", "a string",   "an array",
                                      "a hash", "a sub",    "a reference"};
  std::string text = kinds[static_cast<int>(value.kind())];
  if (value.kind() == Var::Kind::String) text += " (\"" + value.to_string().substr(0, 40) + "\")";
  throw Error(Error::Kind::Type, text + " does not convert to " + wanted);
}

}  // namespace detail
}  // namespace perlipc
