// Perl's string functions: searching, joining, reversing, chop and chomp, chr and ord, string
// increment (perlfunc, perlop).
#include "builtins/string.h"
#include "builtins/text_builder.h"
#include "builtins/unicode_case.h"
#include "interp/value/call.h"
#include <cmath>
#include <cstdio>
#include <cstring>
#include <dlfcn.h>

namespace perlipc::builtin {
namespace {
// The place's own string when it may be changed in place: plain, sole owner.
String* own_string(Value& place) {
  Value* q = &place;
  if (q->tag == kSlotPtr) q = q->p;
  if (q->is_boxed()) {
    if (!q->box->plain()) return nullptr;
    q = &q->box->value;
  }
  return q->tag == kStr && q->s->unique() ? q->s : nullptr;
}

// chop and chomp refuse a read-only scalar even when there is nothing to remove.
void check_writable(Engine& engine, const Value& place) {
  const Value* q = &place;
  if (q->tag == kSlotPtr) q = q->p;
  if (q->is_boxed() && (q->box->bits & Scalar::ReadOnly))
    engine.die("Modification of a read-only value attempted");
}

// Bytes of the last character.
std::size_t last_character(const String* s) {
  std::size_t n = 1;
  if (s->utf8())
    while (n < s->length && (static_cast<unsigned char>(s->data[s->length - n]) & 0xc0) == 0x80)
      ++n;
  return n;
}

std::size_t trailing_separator(Engine& engine, const String* s, const Value& separator) {
  if (separator.is_undef() || separator.is_ref() || s->length == 0) return 0;
  const bool one_byte =
      separator.tag == kStr && separator.s->length == 1 &&
      (static_cast<signed char>(separator.s->data[0]) >= 0 || (!s->utf8() && !separator.s->utf8()));
  if (one_byte) [[likely]]
    return s->data[s->length - 1] == separator.s->data[0];
  Text text(engine, separator);
  std::string_view end = text.view();
  if (end.empty()) {  // paragraph mode: all newlines
    std::size_t n = 0;
    while (n < s->length && s->data[s->length - 1 - n] == '\n') ++n;
    return n;
  }
  Text same_form(text.utf8() == s->utf8() ? to_string(engine, Value::share(text.get()))
                 : s->utf8()              ? upgrade(text.get())
                                          : downgrade(text.get()));
  if (!same_form.get()) return 0;
  return s->view().ends_with(same_form.view()) ? same_form.size() : 0;
}
}  // namespace

// ---- characters ------------------------------------------------------------------------------------

static std::string refused_code_point(const Value& n) {
  const std::uint64_t code = n.tag == kUInt ? static_cast<std::uint64_t>(n.i)
                             : n.d < 0x1p64 ? static_cast<std::uint64_t>(n.d)
                                            : UINT64_MAX;
  char hex[20];
  std::snprintf(hex, sizeof hex, "0x%llX", static_cast<unsigned long long>(code));
  return std::string("Use of code point ") + hex +
         " is not allowed; the permissible max is 0x7FFFFFFFFFFFFFFF";
}

Value character(Engine& engine, const Value& given, bool use_bytes) {
  Value n = given.tag == kInt ? given : to_number_slow(engine, given);
  if (n.tag == kInt && static_cast<std::uint64_t>(n.i) < 256) [[likely]] {
    char c = static_cast<char>(n.i);
    return Value::string({&c, 1});
  }
  if (n.tag == kDouble && !std::isfinite(n.d)) {
    Text text(engine, n);
    engine.die("Cannot chr " + std::string(text.view()));
  }
  bool negative = n.tag == kDouble ? n.d <= -1 : n.tag == kInt && n.i < 0;
  auto code = static_cast<std::uint64_t>(to_int(engine, n));
  if (use_bytes) {
    char c = static_cast<char>(code);
    return Value::string({&c, 1});
  }
  if (negative) {
    Text text(engine, n);
    engine.warn(Warning::Utf8, "Invalid negative number (" + std::string(text.view()) + ") in chr");
    code = 0xfffd;
  }
  if (n.tag == kUInt || (n.tag == kDouble && n.d >= 0x1p63)) engine.die(refused_code_point(n));
  char out[8];
  if (code < 256) {
    out[0] = static_cast<char>(code);
    return Value::string({out, 1});
  }
  std::size_t length =
      utf8_encode(static_cast<std::uint32_t>(std::min<std::uint64_t>(code, UINT32_MAX)), out);
  return Value::string({out, length}, true);
}

std::uint32_t ordinal(const String* s) {
  if (s->length == 0) return 0;
  if (!s->utf8()) return static_cast<unsigned char>(s->data[0]);
  std::size_t n;
  return utf8_decode(s->data, s->data + s->length, &n);
}

Value chop(Engine& engine, Value& place) {
  if (String* s = own_string(place)) {
    if (s->length == 0) return Value::string("");
    std::size_t n = last_character(s);
    Value gone = Value::string({s->data + s->length - n, n}, s->utf8());
    s->truncate(s->length - n);
    return gone;
  }
  const Value now = rvalue(place);
  bool undefined = now.is_undef();
  check_writable(engine, place);
  Text text(engine, undefined ? place : now);
  if (undefined) return Value::string("");  // stays undef
  const String* s = text.get();
  std::size_t n = s->length ? last_character(s) : 0;
  engine.assign(place, Value::string({s->data, s->length - n}, s->utf8()));
  return Value::string({s->data + s->length - n, n}, s->utf8());
}

std::int64_t chomp(Engine& engine, Value& place) {
  Value separator = engine.special(Special::InputRecordSeparator)->get();
  if (String* s = own_string(place)) {
    std::size_t n = trailing_separator(engine, s, separator);
    if (n == 0) return 0;
    std::size_t characters = s->utf8() ? utf8_length({s->data + s->length - n, n}) : n;
    s->truncate(s->length - n);
    return static_cast<std::int64_t>(characters);
  }
  check_writable(engine, place);
  Text text(engine, place);
  const String* s = text.get();
  std::size_t n = trailing_separator(engine, s, separator);
  if (n == 0) return 0;
  std::string_view gone(s->data + s->length - n, n);
  engine.assign(place, Value::string({s->data, s->length - n}, s->utf8()));
  return static_cast<std::int64_t>(s->utf8() ? utf8_length(gone) : n);
}

// ---- searching -------------------------------------------------------------------------------------

namespace {
// Brings part into text's encoding; null when it cannot occur.
struct SameForm {
  String* made = nullptr;
  const String* part;
  SameForm(const String* text, const String* given) : part(given) {
    if (text->utf8() == given->utf8()) return;
    part = made = text->utf8() ? upgrade(given) : downgrade(given);
  }
  ~SameForm() {
    if (made) made->release();
  }
};

bool single_bytes(const String* s) { return !s->utf8() || s->char_length() == s->length; }

std::size_t byte_offset(const String* s, std::size_t characters) {
  return single_bytes(s) ? std::min(characters, s->length) : s->byte_at(characters);
}

std::int64_t character_offset(const String* s, std::size_t bytes) {
  return static_cast<std::int64_t>(single_bytes(s) ? bytes : s->chars_before(bytes));
}
}  // namespace

std::int64_t index_of(const String* text, const String* part, std::int64_t from) {
  SameForm same(text, part);
  if (!same.part) return -1;
  std::size_t start = from <= 0 ? 0 : byte_offset(text, static_cast<std::size_t>(from));
  const char* hay = text->data + start;
  std::size_t left = text->length - start;
  const void* hit = same.part->length == 1 ? std::memchr(hay, same.part->data[0], left)
                                           : memmem(hay, left, same.part->data, same.part->length);
  if (!hit) return -1;
  return character_offset(text,
                          static_cast<std::size_t>(static_cast<const char*>(hit) - text->data));
}

std::int64_t rindex_of(const String* text, const String* part, std::int64_t from, bool has_from) {
  SameForm same(text, part);
  if (!same.part) return -1;
  std::size_t at = std::string_view::npos;
  if (has_from) at = from <= 0 ? 0 : byte_offset(text, static_cast<std::size_t>(from));
  if (from < 0 && has_from && same.part->length > 0) return -1;
  std::size_t hit;
  if (same.part->length == 1) {
    const std::size_t size = at < text->length ? at + 1 : text->length;
    const void* found = memrchr(text->data, same.part->data[0], size);
    if (found == nullptr) return -1;
    hit = static_cast<std::size_t>(static_cast<const char*>(found) - text->data);
  } else {
    hit = text->view().rfind(same.part->view(), at);
  }
  return hit == std::string_view::npos ? -1 : character_offset(text, hit);
}

Value bi_index(Call& call) {
  Text text(call.string(0)), part(call.string(1));
  return Value::integer(index_of(text.get(), part.get(), call.has(2) ? call.integer(2) : 0));
}

Value bi_rindex(Call& call) {
  Text text(call.string(0)), part(call.string(1));
  bool has_from = call.has(2);
  return Value::integer(
      rindex_of(text.get(), part.get(), has_from ? call.integer(2) : 0, has_from));
}

// ---- building --------------------------------------------------------------------------------------

std::int64_t repeat_count(Engine& engine, const Value& v) {
  if (v.tag == kInt && v.i >= 0) [[likely]]
    return v.i;
  Value n = to_number_slow(engine, v);
  if (n.tag == kUInt) return INT64_MAX;
  if (n.tag == kDouble) {
    bool text_infinity = std::isinf(n.d) && rvalue(v).tag == kStr;  // "inf" saturates below zero
    if (std::isnan(n.d) && rvalue(v).tag == kStr) return 0;
    if (!std::isfinite(n.d) && !text_infinity) {
      engine.warn(Warning::Numeric, "Non-finite repeat count does nothing");
      return 0;
    }
    if (n.d >= 0 && n.d < 0x1p63) return static_cast<std::int64_t>(n.d);
  } else if (n.i >= 0) {
    return n.i;
  }
  engine.warn(Warning::Numeric, "Negative repeat count does nothing");
  return 0;
}

String* repeat(Engine& engine, const String* s, std::int64_t count) {
  if (count <= 0 || s->length == 0) return String::make("", s->utf8());
  std::size_t total;
  if (__builtin_mul_overflow(s->length, static_cast<std::size_t>(count), &total))
    engine.die("Out of memory in perl:repeat:string");
  String* out = String::make(total);
  if (s->length == 1) {
    std::memset(out->data, s->data[0], total);
  } else {
    std::memcpy(out->data, s->data, s->length);
    for (std::size_t have = s->length; have < total;) {
      std::size_t n = std::min(have, total - have);
      std::memcpy(out->data + have, out->data, n);
      have += n;
    }
  }
  out->length = total;
  out->data[total] = 0;
  out->set_utf8(s->utf8());
  return out;
}

namespace {
// Byte strings and integers only, which need no conversion; null when there is something else.
String* join_bytes(const String* separator, const Value* items, std::size_t count) {
  if (separator->utf8()) return nullptr;
  auto item = [&](std::size_t n) -> const Value& {
    const Value* v = &items[n];
    if (v->tag == kSlotPtr) v = v->p;
    return *v;
  };
  std::size_t total = count ? (count - 1) * separator->length : 0;
  for (std::size_t n = 0; n < count; ++n) {
    const Value& v = item(n);
    if (v.tag == kStr && !v.s->utf8()) total += v.s->length;
    else if (v.tag == kInt) total += integer_width(v.i);
    else return nullptr;
  }
  String* out = String::make(total);
  char* p = out->data;
  const char* const limit = p + out->capacity();
  auto add = [&](const String* s) {
    // A string's block is a multiple of 16 bytes from its text on: a short copy may read on.
    if (s->length <= 16 && limit - p >= 16) std::memcpy(p, s->data, 16);
    else std::memcpy(p, s->data, s->length);
    p += s->length;
  };
  for (std::size_t n = 0; n < count; ++n) {
    if (n) add(separator);
    const Value& v = item(n);
    if (v.tag == kStr) add(v.s);
    else p += format_integer(v.i, p);
  }
  *p = 0;
  out->length = total;
  return out;
}
}  // namespace

String* join(Engine& engine, const String* separator, const Value* items, std::size_t count) {
  if (String* quick = join_bytes(separator, items, count)) return quick;
  std::size_t guess = count * (separator->length + 8);
  TextBuilder out(guess);
  for (std::size_t n = 0; n < count; ++n) {
    if (n) out.add(separator);
    out.add(engine, items[n]);
  }
  return out.finish();
}

Value bi_join(Call& call) {
  if (call.count == 0) return Value::string("");
  Text separator(call.string(0));
  return Value::adopt(join(call.engine, separator.get(), call.args + 1, call.count - 1));
}

String* reversed(const String* s) {
  String* out = String::make(s->length);
  char* to = out->data + s->length;
  const char* p = s->data;
  const char* end = p + s->length;
  out->length = s->length;
  *to = 0;
  if (single_bytes(s)) {
    for (; end - p >= 8; p += 8) {
      std::uint64_t eight;
      std::memcpy(&eight, p, 8);
      eight = __builtin_bswap64(eight);
      std::memcpy(to -= 8, &eight, 8);
    }
    while (p < end) *--to = *p++;
  } else {
    while (p < end) {
      std::size_t n;
      utf8_decode(p, end, &n);
      to -= n;
      std::memcpy(to, p, n);
      p += n;
    }
  }
  out->set_utf8(s->utf8());
  return out;
}

Value bi_reverse(Call& call) {
  if (call.want == Want::List) {
    call.results->reserve(call.results->size() + call.count);
    for (std::size_t n = call.count; n-- > 0;) call.push(call.args[n]);
    return call.list();
  }
  if (call.count == 1) {
    Text text(call.string(0));
    return Value::adopt(reversed(text.get()));
  }
  if (call.count == 0) {
    Text topic(call.engine, call.engine.special(Special::Topic)->get());
    return Value::adopt(reversed(topic.get()));
  }
  TextBuilder all;
  for (std::size_t n = 0; n < call.count; ++n) all.add(call.engine, call.args[n]);
  Text text(all.finish());
  return Value::adopt(reversed(text.get()));
}

Value increment_text(const Value& v) {
  std::string out(v.s->view());
  std::size_t at = out.size();
  while (at-- > 0) {
    char& c = out[at];
    if (c == 'z') c = 'a';
    else if (c == 'Z') c = 'A';
    else if (c == '9') c = '0';
    else {
      ++c;
      return Value::string(out, v.s->utf8());
    }
  }
  char first = out[0] == '0' ? '1' : out[0];
  return Value::string(first + out, v.s->utf8());
}

bool increments_as_text(const Value& v) {
  if (v.s->length == 0) return false;
  const std::string_view text = v.s->view();
  std::size_t n = 0;
  while (n < text.size() && (text[n] | 32) >= 'a' && (text[n] | 32) <= 'z') ++n;
  while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
  return n == text.size();
}

// ---- crypt -----------------------------------------------------------------------------------------

namespace {
// Loaded when first used, so that programs which never call crypt do not need the library.
using CryptFunction = char* (*)(const char*, const char*);
CryptFunction crypt_function() {
  static const CryptFunction function = [] {
    void* library = dlopen("libcrypt.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libcrypt.so.2", RTLD_NOW | RTLD_LOCAL);
    return library ? reinterpret_cast<CryptFunction>(dlsym(library, "crypt")) : nullptr;
  }();
  return function;
}
}  // namespace

Value bi_crypt(Call& call) {
  Text plain(call.string(0)), salt(call.string(1));
  Text bytes(downgrade(plain.get()));
  if (!bytes.get()) call.engine.die("Wide character in crypt");
  CryptFunction function = crypt_function();
  if (!function)
    call.engine.die("The crypt() function is unimplemented due to excessive paranoia.");
  const char* hash = function(bytes.get()->data, salt.get()->data);
  return hash ? Value::string(hash) : Value();
}

}  // namespace perlipc::builtin
