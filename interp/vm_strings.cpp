// Concatenation and repetition beyond the dispatch loop's fast paths.
#include "builtins/io.h"
#include "builtins/string.h"
#include "interp/held_place.h"
#include "interp/vm_ops.h"
#include <cstring>

namespace perlipc {

Value VM::concat(const Value& lraw, const Value& rraw) {
  Value l = rvalue(lraw), r = rvalue(rraw);
  if (l.is_ref() || r.is_ref()) {
    Value out;
    if (try_overload("(.", l, r, &out)) return out;
  }
  uninit_operand_ = 0;
  Text a(*this, l);
  uninit_operand_ = 1;
  Text b(*this, r);
  uninit_operand_ = -1;
  String* s = String::make(a.size() + b.size());
  s = perlipc::append(s, a.get());
  s = perlipc::append(s, b.get());
  return Value::adopt(s);
}

namespace {
constexpr std::uint32_t kMostParts = 16;

// Texts up to this size are put together aside first, in one pass.
constexpr std::size_t kShortText = 256;
constexpr std::size_t kNumberRoom = 48;  // no number is longer

// The text of operands that are byte strings and numbers, whose conversion runs no code, from p on.
// Null when one is something else or the string `avoid`, or `limit` is too near for the next. What is
// behind the end, up to the limit, may have been overwritten.
char* write_operands(const Frame* f, const std::uint16_t* operands, std::uint32_t n, char* p,
                     char* const limit, const String* avoid) {
  const Value* const fp = f->fp;
  const Value* const k = f->proto->consts.data();
  for (const std::uint16_t* const end = operands + n; operands != end; ++operands) {
    const unsigned o = *operands;
    const Value* v = o & kConst ? k + (o & 0x7fff) : fp + o;
    if (!plain(*v)) v = &through(*v);
    const std::size_t room = static_cast<std::size_t>(limit - p);
    if (v->tag == kStr) {
      const String* const s = v->s;
      const std::size_t size = s->length;
      if (s->utf8() || s == avoid) return nullptr;
      // A string's block is a multiple of 16 bytes from its text on: a short copy may read on.
      if (size <= 16 && room >= 16) std::memcpy(p, s->data, 16);
      else if (size <= room) std::memcpy(p, s->data, size);
      else return nullptr;
      p += size;
    } else {
      if (room < kNumberRoom) return nullptr;
      if (v->tag == kInt) p += format_integer(v->i, p);
      else if (v->tag == kDouble) p += format_double(v->d, p);
      else return nullptr;
    }
  }
  return p;
}

// The same for longer texts, measured first.
struct TextParts {
  struct Part {
    const char* text;  // null: a number
    std::size_t size;
    std::int64_t number;
  };
  Part parts[kMostParts];
  std::size_t bytes = 0;

  // False when an operand is something else, or is the string `avoid` itself.
  bool collect(const Frame* f, const std::uint16_t* operands, std::uint32_t n,
               const String* avoid) {
    if (n > kMostParts) return false;
    const Value* const fp = f->fp;
    const Value* const k = f->proto->consts.data();
    std::size_t total = 0;
    for (Part* part = parts; part != parts + n; ++part) {
      const unsigned o = *operands++;
      const Value* v = o & kConst ? k + (o & 0x7fff) : fp + o;
      if (!plain(*v)) v = &through(*v);
      if (v->tag == kStr) {
        if (v->s->utf8() || v->s == avoid) return false;
        part->text = v->s->data;
        part->size = v->s->length;
      } else {
        if (v->tag != kInt) return false;
        part->text = nullptr;
        part->number = v->i;
        part->size = integer_width(v->i);
      }
      total += part->size;
    }
    bytes = total;
    return true;
  }
  // Writes them from p on; `limit` is where the room ends.
  char* write(char* p, const char* limit, std::uint32_t n) const {
    for (const Part* part = parts; part != parts + n; ++part) {
      const std::size_t size = part->size;
      if (!part->text) {
        const std::int64_t i = part->number;
        if (i < 0) *p = '-';
        write_digits(i < 0 ? 0 - static_cast<std::uint64_t>(i) : static_cast<std::uint64_t>(i),
                     p + size);
      } else if (size <= 16 && limit - p >= 16) {
        // A string's block is a multiple of 16 bytes from its text on: a short copy may read on.
        std::memcpy(p, part->text, 16);
      } else std::memcpy(p, part->text, size);
      p += size;
    }
    *p = 0;
    return p;
  }
};
}  // namespace

void VM::concat_operands(Frame* f, Value& dst, const std::uint16_t* operands, std::uint32_t n) {
  char aside[kShortText];
  if (const char* end = write_operands(f, operands, n, aside, aside + kShortText, nullptr))
      [[likely]]
    return store(dst, Value::string({aside, static_cast<std::size_t>(end - aside)}));
  TextParts parts;
  if (parts.collect(f, operands, n, nullptr)) {
    String* s = String::make(parts.bytes);
    s->length =
        static_cast<std::size_t>(parts.write(s->data, s->data + s->capacity(), n) - s->data);
    store(dst, Value::adopt(s));
    return;
  }
  Value* const fp = f->fp;
  if (n == 2) return store(dst, concat(RK(operands[0]), RK(operands[1])));
  Value* const from = sp_;
  for (std::uint32_t k = 0; k < n; ++k) push(rvalue(RK(operands[k])));
  Value joined = concat_items(from, n);
  pop_to(from);
  store(dst, std::move(joined));
}

void VM::append_operands(Frame* f, Value& place, const std::uint16_t* operands, std::uint32_t n) {
  Value& d = writable(place);
  if (d.tag == kStr && !d.spare && d.s->own_but_windows() && !d.s->utf8()) {
    String* s = d.s;
    if (char* end = write_operands(f, operands, n, s->data + s->length, s->data + s->capacity(), s))
        [[likely]] {
      *end = 0;
      s->length = static_cast<std::size_t>(end - s->data);
      s->touched();
      return;
    }
    s->data[s->length] = 0;
    TextParts parts;
    if (s->refs == 1 && parts.collect(f, operands, n, s)) {
      const std::size_t length = s->length + parts.bytes;
      if (length > s->capacity()) d.s = s = String::grow(s, length);
      char* const end = parts.write(s->data + s->length, s->data + s->capacity(), n);
      s->length = static_cast<std::size_t>(end - s->data);
      s->touched();
      return;
    }
  }
  Value* const fp = f->fp;
  Value* const from = sp_;
  for (std::uint32_t k = 0; k < n; ++k) push(rvalue(RK(operands[k])));
  append_items(place, from, n);
  pop_to(from);
}

// As many bytes as the operands have, and "\n" for say, straight into the handle's buffer. False:
// nothing has happened.
bool VM::print_operands(Frame* f, Handle* handle, const std::uint16_t* operands, std::uint32_t n,
                        bool say) {
  const std::span<char> room = builtin::print_room(handle, say);
  if (room.size() < 2) return false;
  char* const begin = room.data();
  char* end = write_operands(f, operands, n, begin, begin + room.size() - 1, nullptr);
  if (end == nullptr || end == begin) return false;
  if (say) *end++ = '\n';
  builtin::printed(handle, static_cast<std::size_t>(end - begin));
  return true;
}

Value VM::concat_items(Value* items, std::uint32_t n) {
  std::size_t total = 0;
  bool simple = true;
  for (std::uint32_t k = 0; k < n; ++k) {
    const Value& v = items[k];
    if (v.tag == kStr) {
      if (v.s->utf8()) simple = false;
      total += v.s->length;
    } else if (v.tag == kInt) total += 20;
    else {
      simple = false;
      if (v.is_ref() && overloaded(rvalue(v))) {  // overloads see the pairs from the left
        Value acc = rvalue(items[0]);
        for (std::uint32_t j = 1; j < n; ++j) acc = concat(acc, items[j]);
        return acc.is_string() || acc.is_ref() ? acc : Value::adopt(to_string(acc));
      }
      total += 16;
    }
  }
  String* s = String::make(total);
  if (simple) {
    char* p = s->data;
    for (std::uint32_t k = 0; k < n; ++k) {
      const Value& v = items[k];
      if (v.tag == kStr) {
        std::memcpy(p, v.s->data, v.s->length);
        p += v.s->length;
      } else p += format_integer(v.i, p);
    }
    s->length = static_cast<std::size_t>(p - s->data);
    *p = 0;
    return Value::adopt(s);
  }
  try {
    for (std::uint32_t k = 0; k < n; ++k) {
      uninit_operand_ = static_cast<int>(k);
      Text t(*this, rvalue(items[k]));
      s = perlipc::append(s, t.get());
    }
  } catch (...) {
    s->release();
    throw;
  }
  uninit_operand_ = -1;
  return Value::adopt(s);
}

void VM::append_to(Value& place, const Value& raw) {
  Value* d = &place;
  if (d->tag == kSlotPtr) d = d->p;
  if (d->is_boxed() && d->box->plain()) d = &d->box->value;
  const Value* src = &raw;
  if (src->tag == kSlotPtr) src = src->p;
  if (src->is_boxed() && src->box->plain()) src = &src->box->value;
  if (d->tag == kStr && !d->spare) {
    String* s = d->s;
    if (src->tag == kStr && src->s != s && s->utf8() == src->s->utf8()) {
      std::size_t n = src->s->length;
      if (s->takes_more(n)) {
        if (s->length + n > s->capacity()) d->s = s = String::grow(s, s->length + n);
        std::memcpy(s->data + s->length, src->s->data, n);
        s->length += n;
        s->data[s->length] = 0;
        s->appended(n);
        return;
      }
    }
    if (s->refs == 1) {
      if (src->tag == kStr && src->s != s) {
        d->s = perlipc::append(s, src->s);
        return;
      }
      if (src->tag == kInt) {
        char b[24];
        std::size_t n = format_integer(src->i, b);
        if (s->length + n > s->capacity()) d->s = s = String::grow(s, s->length + n);
        std::memcpy(s->data + s->length, b, n);
        s->length += n;
        s->data[s->length] = 0;
        s->appended(n);
        return;
      }
    }
  }
  hold_place(place, may_run_code(*this, *src) || may_run_code(*this, *d));
  Value l = rvalue(place), r = rvalue(raw);
  if (l.is_ref() || r.is_ref()) {
    Value out;
    if (try_overload("(.", l, r, &out, true)) {
      store(place, std::move(out));
      return;
    }
  }
  uninit_operand_ = 1;
  Text t(*this, r);
  uninit_operand_ = -1;
  String* s;
  if (l.is_undef()) s = String::make(t.size());
  else {
    String* old = to_string(l);
    const std::size_t length = old->length + t.size();
    s = String::make(length + (length > 512 ? length / 4 : 0));
    s = perlipc::append(s, old);
    old->release();
  }
  s = perlipc::append(s, t.get());
  store(place, Value::adopt(s));
}

void VM::append_items(Value& place, Value* items, std::uint32_t n) {
  // An object is given the joined text once. No count of it is held meanwhile: a shared object would
  // be copied (perldoc overload).
  const auto is_object = [this](const Value& v) { return v.is_ref() && overloaded(v); };
  if (is_object(rvalue(place))) return append_to(place, concat_items(items, n));
  for (std::uint32_t k = 0; k < n; ++k) {
    if (items[k].tag == kStr || items[k].tag == kInt) continue;
    const Value v = rvalue(items[k]);
    if (v.is_ref() && overloaded(v)) {
      Value joined = concat_items(items, n);
      append_to(place, joined);
      return;
    }
  }
  for (std::uint32_t k = 0; k < n; ++k) append_to(place, items[k]);
}

Value VM::repeat(const Value& lraw, const Value& rraw, bool assign) {
  Value l = rvalue(lraw), r = rvalue(rraw);
  if (l.is_ref() || r.is_ref()) {
    Value out;
    if (try_overload("(x", l, r, &out, assign)) return out;
  }
  uninit_operand_ = 1;
  std::int64_t n = builtin::repeat_count(*this, r);
  uninit_operand_ = 0;
  Text t(*this, l);
  uninit_operand_ = -1;
  return Value::adopt(builtin::repeat(*this, t.get(), n));
}

}  // namespace perlipc
