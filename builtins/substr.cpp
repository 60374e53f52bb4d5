// substr in all its forms: value, replacement, and as a place of its own.
#include "builtins/string.h"
#include <cstring>

namespace perlipc::builtin {
namespace {
bool single_bytes(const String* s) { return !s->utf8() || s->char_length() == s->length; }

constexpr const char* kOutside = "substr outside of string";

Value part_of(const String* s, ByteRange range) {
  return Value::string({s->data + range.start, range.length}, s->utf8());
}

// The string of a place when it may be changed in place: plain, sole owner.
Value* plain_place(Value& place) {
  Value* q = &place;
  if (q->tag == kSlotPtr) q = q->p;
  if (!q->is_boxed()) return q;
  return q->box->plain() ? &q->box->value : nullptr;
}

// substr(...) as a variable. Assigning makes it cover what was assigned (perlfunc substr).
class SubstrMagic : public Magic {
 public:
  SubstrMagic(Engine& engine, Scalar* target, std::int64_t offset, std::int64_t length)
      : engine_(engine), target_(target), offset_(offset), length_(length) {
    target->retain();
  }
  ~SubstrMagic() override { target_->release(); }
  Value get(Scalar&) override {
    Text text(engine_, Value::boxed(target_));
    return substr_get(engine_, text.get(), offset_, length_);
  }
  void set(Scalar&, const Value& value) override {
    Value place = Value::boxed(target_);
    Value now;
    std::int64_t size;
    if (target_->plain() && target_->value.is_string()) {  // not shared: changed in place below
      size = checked_size(target_->value.s, false);
    } else {
      now = target_->get();
      Text text(engine_,
                now.is_undef() ? Value::string("") : now);  // substr_set complains about undef
      size = checked_size(text.get(), now.is_undef());
    }
    bool from_end = offset_ < 0;
    Text with(engine_, value);
    auto given = static_cast<std::int64_t>(with.get()->char_length());
    std::int64_t old = covered(size);
    if (target_->special()) {  // reading it again may run code
      Value changed = std::move(now);
      substr_set(engine_, changed, offset_, length_, Value::share(with.get()), false);
      engine_.assign(place, changed);
    } else {
      substr_set(engine_, place, offset_, length_, Value::share(with.get()), false);
    }
    if (length_ == kToTheEnd) return;
    if (from_end) offset_ = std::min<std::int64_t>(offset_ + old - given, -1);
    if (length_ >= 0) length_ = given;
  }
  int kind() const override { return kMagicLvalue; }

 private:
  // How many characters the target has; dies when the range is not inside.
  std::int64_t checked_size(const String* s, bool undefined) const {
    if (!substr_range(s, offset_, length_).inside) {
      if (undefined) engine_.warn_uninitialized(&target_->value);
      engine_.die(kOutside);
    }
    return static_cast<std::int64_t>(s->char_length());
  }
  // Characters inside the range in a string of `size` characters.
  std::int64_t covered(std::int64_t size) const {
    std::int64_t start = offset_ < 0 ? size + offset_ : offset_;
    std::int64_t end = length_ == kToTheEnd ? size : length_ < 0 ? size + length_ : start + length_;
    start = std::max<std::int64_t>(start, 0);
    return std::max<std::int64_t>(std::min(end, size) - start, 0);
  }
  Engine& engine_;
  Scalar* target_;
  std::int64_t offset_, length_;
};
}  // namespace

std::int64_t substr_number(Engine& engine, const Value& given) {
  const Value n = engine.to_number(given);
  if (n.tag == kDouble && n.d >= 0x1p64) return -1;  // all bits set: perl reads it so
  if (n.tag == kUInt || (n.tag == kDouble && n.d >= 0x1p63)) return kToTheEnd;
  return std::max(to_int(engine, n), INT64_MIN / 2);  // sums with a string's length stay in range
}

ByteRange substr_range(const String* s, std::int64_t offset, std::int64_t length) {
  auto size = static_cast<std::int64_t>(s->char_length());
  std::int64_t start = offset < 0 ? size + offset : offset;
  if (start > size) return {};
  std::int64_t end = size;
  if (length < 0) end = size + length;
  else if (length < size - start) end = start + length;
  if (start < 0) {
    if (end < 0) return {};
    start = 0;
  }
  if (end < start) end = start;
  ByteRange range;
  range.inside = true;
  if (single_bytes(s)) {
    range.start = static_cast<std::size_t>(start);
    range.length = static_cast<std::size_t>(end - start);
  } else {
    range.start = s->byte_at(static_cast<std::size_t>(start));
    range.length = s->byte_at(static_cast<std::size_t>(end)) - range.start;
  }
  return range;
}

Value substr_get(Engine& engine, const String* s, std::int64_t offset, std::int64_t length) {
  ByteRange range = substr_range(s, offset, length);
  if (!range.inside) [[unlikely]] {
    engine.warn(Warning::Substr, kOutside);
    return {};
  }
  return part_of(s, range);
}

Value substr_set(Engine& engine, Value& place, std::int64_t offset, std::int64_t length,
                 const Value& replacement, bool want_old) {
  Text with(engine, replacement);
  Value* plain = plain_place(place);
  if (plain && plain->tag == kStr && plain->s->own_but_windows() &&
      (plain->s->utf8() == with.utf8() || with.size() == 0)) {
    ByteRange range = substr_range(plain->s, offset, length);
    if (!range.inside) engine.die(kOutside);
    const bool front = range.start == 0 && with.size() == 0;
    if (front || plain->s->unique()) {
      Value old = want_old ? part_of(plain->s, range) : Value();
      if (front) plain->s->drop_front(range.length);
      else plain->s = String::splice(plain->s, range.start, range.length, with.view());
      plain->spare = 0;
      return old;
    }
  }
  Value current = rvalue(place);
  if (current.is_ref())
    engine.warn(Warning::Substr, "Attempt to use reference as lvalue in substr");
  Text text(engine, current.is_undef() ? place : current);
  ByteRange range = substr_range(text.get(), offset, length);
  if (!range.inside) engine.die(kOutside);
  Value old = want_old ? part_of(text.get(), range) : Value();
  std::string_view whole = text.view();
  String* made = String::make(whole.size() + with.size());
  made->set_utf8(text.utf8());
  made = append(made, whole.substr(0, range.start), text.utf8());
  if (with.size() != 0) made = append(made, with.get());
  made = append(made, whole.substr(range.start + range.length), text.utf8());
  engine.assign(place, Value::adopt(made));
  return old;
}

bool substr_store(Value& place, std::int64_t offset, std::int64_t length, const String* with) {
  Value* plain = plain_place(place);
  if (!plain || plain->tag != kStr || !plain->s->unique()) return false;
  String* s = plain->s;
  if (s->utf8() != with->utf8() || s == with) return false;
  const ByteRange range = substr_range(s, offset, length);
  if (!range.inside) return false;
  if (range.length == with->length && !s->utf8()) {
    std::memcpy(s->data + range.start, with->data, with->length);
    s->touched();
  } else {
    plain->s = String::splice(s, range.start, range.length, with->view());
  }
  plain->spare = 0;
  return true;
}

Scalar* substr_lvalue(Engine& engine, Value& place, std::int64_t offset, std::int64_t length) {
  return Scalar::with_magic(new SubstrMagic(engine, box_place(place), offset, length));
}

}  // namespace perlipc::builtin
