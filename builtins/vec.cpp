// vec: reading, assigning, and as a place of its own.
#include "builtins/vec.h"
#include "interp/value/call.h"

namespace perlipc::builtin {
namespace {
// perl has 32 bits for it.
void check_width(Engine& engine, std::int64_t width) {
  const auto bits = static_cast<std::int32_t>(width);
  if (bits < 1 || (bits & (bits - 1)) != 0) engine.die("Illegal number of bits in vec");
  if (bits == 64) engine.warn(Warning::Portable, "Bit vector size > 32 non-portable");
}

Text bytes_of(Engine& engine, const String* s) {
  String* bytes = downgrade(s);
  if (!bytes)
    engine.die("Use of strings with code points over 0xFF as arguments to vec is forbidden");
  return Text(bytes);
}

// Big-endian; bytes after the end count as zero.
std::uint64_t read_bytes(const unsigned char* p, std::size_t available, std::size_t width) {
  std::uint64_t n = 0;
  for (std::size_t k = 0; k < width; ++k) n = n << 8 | (k < available ? p[k] : 0);
  return n;
}

std::uint64_t read_element(const String* s, std::uint64_t offset, unsigned bits) {
  const auto* p = reinterpret_cast<const unsigned char*>(s->data);
  if (bits < 8) {
    std::uint64_t per_byte = 8 / bits, at = offset / per_byte;
    if (at >= s->length) return 0;
    unsigned shift = static_cast<unsigned>(offset % per_byte) * bits;
    return p[at] >> shift & ((1u << bits) - 1);
  }
  std::uint64_t width = bits / 8;
  if (offset >= (s->length + width - 1) / width) return 0;
  std::uint64_t at = offset * width, available = s->length - at;
  // An element wider than any integer: perl gives 0, or the first 64 bits of a partial one.
  if (width > 8) return available >= width ? 0 : read_bytes(p + at, available, 8);
  return read_bytes(p + at, available, width);
}

void write_element(String* s, std::uint64_t offset, unsigned bits, std::uint64_t n) {
  auto* p = reinterpret_cast<unsigned char*>(s->data);
  if (bits < 8) {
    std::uint64_t per_byte = 8 / bits;
    unsigned shift = static_cast<unsigned>(offset % per_byte) * bits;
    unsigned mask = ((1u << bits) - 1) << shift;
    unsigned char& byte = p[offset / per_byte];
    byte = static_cast<unsigned char>((byte & ~mask) | (static_cast<unsigned>(n) << shift & mask));
    return;
  }
  std::size_t width = bits / 8;
  if (width > 8) return;
  for (std::size_t k = width; k-- > 0; n >>= 8)
    p[offset * width + k] = static_cast<unsigned char>(n);
}

// Bytes the string needs to hold the element.
std::size_t needed_length(Engine& engine, std::uint64_t offset, unsigned bits) {
  if (offset >= (UINT64_MAX - 7) / bits - 1) engine.die("Out of memory!");
  return static_cast<std::size_t>((offset * bits + bits + 7) / 8);
}

String* extended(String* s, std::size_t length) {
  if (length <= s->length) return s;
  s = String::grow(s, length);
  std::memset(s->data + s->length, 0, length - s->length + 1);
  s->length = length;
  return s;
}

class VecMagic : public Magic {
 public:
  VecMagic(Engine& engine, Scalar* target, std::int64_t offset, std::int64_t bits)
      : engine_(engine), target_(target), offset_(offset), bits_(bits) {
    target->retain();
  }
  ~VecMagic() override { target_->release(); }
  Value get(Scalar&) override {
    Value now = target_->get();
    if (now.is_undef()) return Value::integer(0);
    Text text(engine_, now);
    return Value::unsigned_integer(vec_get(engine_, text.get(), offset_, bits_));
  }
  void set(Scalar&, const Value& value) override {
    Value place = Value::boxed(target_);
    vec_set(engine_, place, offset_, bits_, value);
  }
  int kind() const override { return kMagicLvalue; }

 private:
  Engine& engine_;
  Scalar* target_;
  std::int64_t offset_, bits_;
};
}  // namespace

std::uint64_t vec_get(Engine& engine, const String* s, std::int64_t offset, std::int64_t bits) {
  if (bits != 8 && bits != 1) check_width(engine, bits);
  if (offset < 0) return 0;
  if (!s->utf8()) [[likely]]
    return read_element(s, static_cast<std::uint64_t>(offset), static_cast<unsigned>(bits));
  Text bytes = bytes_of(engine, s);
  return read_element(bytes.get(), static_cast<std::uint64_t>(offset), static_cast<unsigned>(bits));
}

void vec_set(Engine& engine, Value& place, std::int64_t offset, std::int64_t bits,
             const Value& value) {
  check_width(engine, bits);
  check_width(engine, bits);  // once for the place, once for the assignment
  if (offset < 0) engine.die("Negative offset to vec in lvalue context");
  auto at = static_cast<std::uint64_t>(offset);
  auto width = static_cast<unsigned>(bits);
  auto n = static_cast<std::uint64_t>(to_int(engine, value));
  std::size_t length = needed_length(engine, at, width);
  Value* q = &place;
  if (q->tag == kSlotPtr) q = q->p;
  if (q->is_boxed() && q->box->plain()) q = &q->box->value;
  if (q->tag == kStr && q->s->unique() && !q->s->utf8()) {
    q->s = extended(q->s, length);
    q->spare = 0;
    write_element(q->s, at, width, n);
    q->s->touched();
    return;
  }
  Value now = rvalue(place);
  String* made;
  if (now.is_undef()) {
    made = String::make(length);
  } else {
    Text text(engine, now);
    Text bytes = bytes_of(engine, text.get());
    made = String::make(bytes.view());
  }
  made = extended(made, length);
  write_element(made, at, width, n);
  engine.assign(place, Value::adopt(made));
}

Scalar* vec_lvalue(Engine& engine, Value& place, std::int64_t offset, std::int64_t bits) {
  return Scalar::with_magic(new VecMagic(engine, box_place(place), offset, bits));
}

Value bi_vec(Call& call) {
  Text text(call.string(0));
  std::int64_t offset = call.integer(1);
  return Value::unsigned_integer(vec_get(call.engine, text.get(), offset, call.integer(2)));
}

}  // namespace perlipc::builtin
