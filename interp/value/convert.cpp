// Conversions of values that are not the common case: undef, references, globs, dualvars, text.
#include "interp/value/convert.h"
#include "interp/value/call.h"
#include <cctype>
#include <charconv>
#include <clocale>
#include <cmath>
#include <langinfo.h>

namespace perlipc {
namespace {
bool may_overload(Engine& engine, const Value& ref) {
  if (ref.o->type == Type::Regex) return true;  // text comes from the regex layer
  Stash* stash = static_cast<Referent*>(ref.o)->stash();
  if (!stash) return false;
  return stash->overloaded != 0 || stash->generation != engine.method_generation();
}

Value address_of(const Value& ref) {
  return Value::unsigned_integer(reinterpret_cast<std::uintptr_t>(ref.o));
}

std::string glob_text(const Value& v) {
  auto* glob = static_cast<Glob*>(v.o);
  const Glob* named = glob->body->owner ? glob->body->owner : glob;
  return "*" + named->full_name();
}

// Whether the locale of the process's start counts a byte above 127 as printable. (A UTF-8 locale
// is taken as Latin-1 here, as perl does.)
bool shown_as_it_is(unsigned char c) {
  struct Locale {
    locale_t handle = newlocale(LC_CTYPE_MASK, "", nullptr);
    bool utf8 = handle && std::strcmp(nl_langinfo_l(CODESET, handle), "UTF-8") == 0;
  };
  static const Locale locale;
  if (!locale.handle) return false;
  return locale.utf8 ? c >= 0xa0 : isprint_l(c, locale.handle) != 0;
}

void warn_not_numeric(Engine& engine, std::string_view text, bool utf8) {
  if (!engine.warning_enabled(Warning::Numeric)) return;
  std::string message = "Argument \"" + quoted_for_warning(text, utf8) + "\" isn't numeric";
  if (const char* operation = engine.operation_name()) message.append(" in ").append(operation);
  engine.warn(Warning::Numeric, std::move(message));
}

Value number_of_text(Engine& engine, const Value& v) {
  const String* s = v.s;
  if (!(v.spare & kReadAsNumber)) const_cast<Value&>(v).spare |= kReadAsNumber;
  // Plain short integers, the usual case.
  if (s->length - 1 < 18) {
    const char* p = s->data;
    const char* end = p + s->length;
    bool negative = *p == '-';
    if (negative) ++p;
    std::int64_t n = 0;
    if (p < end && *p != '0') {
      while (p < end && static_cast<unsigned char>(*p - '0') < 10) n = n * 10 + (*p++ - '0');
      if (p == end) return Value::integer(negative ? -n : n);
    }
  }
  ParsedNumber parsed = parse_number(s->view());
  if (!parsed.whole && !(v.spare & kNotNumericTold)) [[unlikely]] {
    // perl keeps the number beside the text, so one value is complained about only once.
    const_cast<Value&>(v).spare |= kNotNumericTold;
    warn_not_numeric(engine, s->view(), s->utf8());
    engine.not_numeric_told(s);
  }
  return std::move(parsed.value);
}

String* text_of_number(const Value& v) {
  String* s = String::make(40);
  switch (v.tag) {
    case kInt: s->length = format_integer(v.i, s->data); break;
    case kUInt: s->length = format_unsigned(v.u, s->data); break;
    default: s->length = format_double(v.d, s->data); break;
  }
  s->data[s->length] = 0;
  return s;
}

String* empty_string() {
  static String* const empty = String::intern_immortal("");
  return empty;
}
String* one_string() {
  static String* const one = String::intern_immortal("1");
  return one;
}

std::int64_t int_of_double(double d) {
  if (d >= -0x1p63 && d < 0x1p63) [[likely]]
    return static_cast<std::int64_t>(d);
  if (d < 0) return INT64_MIN;
  if (d < 0x1p64) return static_cast<std::int64_t>(static_cast<std::uint64_t>(d));
  return d >= 0x1p64 ? -1 : 0;  // the bits of the largest UV; NaN gives 0
}

std::uint32_t weak_as_ref(std::uint32_t tag) { return tag == kWeakRef ? kRef : tag; }
}  // namespace

Value to_number_slow(Engine& engine, const Value& v) {
  switch (weak_as_ref(v.tag)) {
    case kUndef:
    case kInternal: engine.warn_uninitialized(&v); return Value::integer(0);
    case kBool: return Value::integer(v.i);
    case kInt:
    case kUInt:
    case kDouble: return v;
    case kStr: return number_of_text(engine, v);
    case kRef: return may_overload(engine, v) ? engine.to_number(v) : address_of(v);
    case kCode: return address_of(v);
    case kDual: {
      const Value& number = static_cast<DualValue*>(v.o)->number;
      return number.tag == kStr || number.is_undef() ? to_number_slow(engine, number) : number;
    }
    case kBoxed:
    case kBorrowed:
    case kSlotPtr: {
      const Value& seen = through(v);
      if (seen.tag == kInt || seen.tag == kDouble) return seen;
      if (seen.tag == kStr) return number_of_text(engine, seen);
      Value inner = rvalue(v);
      return inner.is_undef() ? (engine.warn_uninitialized(&v), Value::integer(0))
                              : to_number_slow(engine, inner);
    }
    default: {
      Value text = Value::adopt(to_string(engine, v));
      return number_of_text(engine, text);
    }
  }
}

double to_double_slow(Engine& engine, const Value& v) {
  Value n = to_number_slow(engine, v);
  switch (n.tag) {
    case kUInt: return static_cast<double>(n.u);
    case kDouble: return n.d;
    default: return static_cast<double>(n.i);
  }
}

std::int64_t to_int_slow(Engine& engine, const Value& v) {
  if (v.tag == kDouble) return int_of_double(v.d);
  Value n = to_number_slow(engine, v);
  return n.tag == kDouble ? int_of_double(n.d) : n.i;
}

bool to_bool_slow(Engine& engine, const Value& v) {
  switch (weak_as_ref(v.tag)) {
    case kUInt: return true;
    case kRef: return may_overload(engine, v) ? engine.to_bool(v) : true;
    case kDual: {
      const auto* dual = static_cast<DualValue*>(v.o);
      return to_bool(engine, dual->text);
    }
    case kBoxed:
    case kBorrowed:
    case kSlotPtr: return to_bool(engine, rvalue(v));
    case kInternal: return false;
    case kUndef:
    case kBool:
    case kInt:
    case kDouble:
    case kStr: return to_bool(engine, v);
    default: return true;
  }
}

String* to_string_slow(Engine& engine, const Value& v) {
  switch (weak_as_ref(v.tag)) {
    case kUndef:
    case kInternal: engine.warn_uninitialized(&v); return empty_string();
    case kBool: return v.i ? one_string() : empty_string();
    case kInt:
    case kUInt:
    case kDouble: return text_of_number(v);
    case kStr: v.s->retain(); return v.s;
    case kRef:
      if (may_overload(engine, v)) return engine.to_string(v);
      return String::make(reference_text(v));
    case kCode: return String::make(reference_text(v));
    case kGlob: {
      auto* name = static_cast<Glob*>(v.o)->name;
      return String::make(glob_text(v), name->utf8());
    }
    case kDual: return to_string(engine, static_cast<DualValue*>(v.o)->text);
    case kBoxed:
    case kBorrowed:
    case kSlotPtr: {
      Value inner = rvalue(v);
      if (!inner.is_undef()) return to_string(engine, inner);
      engine.warn_uninitialized(&v);
      return empty_string();
    }
    default: return engine.to_string(v);
  }
}

std::string quoted_for_warning(std::string_view text, bool utf8) {
  std::string out;
  const char* p = text.data();
  const char* end = p + text.size();
  if (utf8) {
    while (p < end) {
      if (out.size() >= 32) return out + "...";
      std::size_t n;
      std::uint32_t c = utf8_decode(p, end, &n);
      p += n;
      if (c >= 0x20 && c < 0x7f) {
        out += static_cast<char>(c);
      } else {
        char hex[16];
        auto r = std::to_chars(hex, hex + sizeof hex, c, 16);
        out.append("\\x{").append(hex, r.ptr).append("}");
      }
    }
    return out;
  }
  for (; p < end; ++p) {
    if (out.size() >= 56) return out + "...";
    auto c = static_cast<unsigned char>(*p);
    if (c >= 0x80 && shown_as_it_is(c)) {
      out += *p;
      continue;
    }
    if (c >= 0x80) {
      out += "M-";
      c &= 0x7f;
    }
    switch (c) {
      case 0: out += "\\0"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\f': out += "\\f"; break;
      case '\\': out += "\\\\"; break;
      case 0x7f: out += "^?"; break;
      default:
        if (c < 0x20) out += '^', out += static_cast<char>(c ^ 64);
        else out += static_cast<char>(c);
    }
  }
  return out;
}

// ---- references ----------------------------------------------------------------------------------

const char* reference_type(const Value& ref) {
  switch (ref.o->type) {
    case Type::Scalar: {
      const auto* s = static_cast<const Scalar*>(ref.o);
      if (s->magic && s->magic->kind() == kMagicLvalue) return "LVALUE";
      if (s->value.is_ref()) return "REF";
      if (s->value.tag == kGlob) return "GLOB";
      if (s->value.tag == kStr && (s->value.spare & kVersionString)) return "VSTRING";
      return "SCALAR";
    }
    case Type::Array: return "ARRAY";
    case Type::Hash: return "HASH";
    case Type::Code: return "CODE";
    case Type::Glob: return "GLOB";
    case Type::Handle: return "IO";
    case Type::Regex: return "REGEXP";
    default: return "UNKNOWN";
  }
}

std::string reference_text(const Value& ref) {
  std::string out;
  if (ref.o->type != Type::String && ref.o->type != Type::Dual) {
    Stash* stash = static_cast<const Referent*>(ref.o)->stash();
    if (stash) out.append(stash->name).append("=");
  }
  out += reference_type(ref);
  char hex[24];
  auto end = std::to_chars(hex, hex + sizeof hex, reinterpret_cast<std::uintptr_t>(ref.o), 16).ptr;
  return out.append("(0x").append(hex, end).append(")");
}

// ---- text ----------------------------------------------------------------------------------------

int compare_strings(const String* a, const String* b) {
  if (a->utf8() == b->utf8()) [[likely]] {
    // Byte order of UTF-8 is the order of code points.
    std::size_t n = a->length < b->length ? a->length : b->length;
    int c = std::memcmp(a->data, b->data, n);
    if (c != 0) return c < 0 ? -1 : 1;
    return a->length < b->length ? -1 : a->length > b->length;
  }
  if (!a->utf8()) return -compare_strings(b, a);
  const char* p = a->data;
  const char* end = p + a->length;
  for (char ch : b->view()) {
    if (p == end) return -1;
    std::size_t n;
    std::uint32_t c = utf8_decode(p, end, &n);
    auto other = static_cast<unsigned char>(ch);
    if (c != other) return c < other ? -1 : 1;
    p += n;
  }
  return p < end;
}

bool equal_strings(const String* a, const String* b) {
  if (a == b) return true;
  if (a->utf8() == b->utf8()) [[likely]]
    return a->length == b->length && std::memcmp(a->data, b->data, a->length) == 0;
  return compare_strings(a, b) == 0;
}

namespace {
bool has_high_bytes(std::string_view s) {
  for (char c : s)
    if (static_cast<signed char>(c) < 0) return true;
  return false;
}

String* append_raw(String* dst, std::string_view bytes) {
  if (bytes.empty()) return dst;
  std::size_t needed = dst->length + bytes.size();
  if (needed > dst->capacity()) {
    bool inside = bytes.data() >= dst->data && bytes.data() <= dst->data + dst->length;
    std::size_t at = inside ? static_cast<std::size_t>(bytes.data() - dst->data) : 0;
    dst = String::grow(dst, needed);
    if (inside) bytes = {dst->data + at, bytes.size()};
  }
  std::memmove(dst->data + dst->length, bytes.data(), bytes.size());
  dst->length = needed;
  dst->data[needed] = 0;
  dst->appended(bytes.size());
  return dst;
}
}  // namespace

String* append(String* dst, std::string_view bytes, bool utf8) {
  if (dst->utf8() == utf8) [[likely]]
    return append_raw(dst, bytes);
  if (utf8) {
    if (has_high_bytes(dst->view())) {
      String* up = upgrade(dst);
      String::free(dst);
      dst = up;
    } else {
      dst->set_utf8(true);
    }
    return append_raw(dst, bytes);
  }
  if (!has_high_bytes(bytes)) return append_raw(dst, bytes);
  String* narrow = String::make(bytes);
  String* wide = upgrade(narrow);
  dst = append_raw(dst, wide->view());
  String::free(narrow);
  String::free(wide);
  return dst;
}

String* append(String* dst, const String* src) { return append(dst, src->view(), src->utf8()); }

// ---- arguments of native functions ---------------------------------------------------------------

std::string Call::text(std::size_t n) const { return std::string(Text(string(n)).view()); }

String* Call::string(std::size_t n) const {
  return n < count ? to_string(engine, args[n]) : empty_string();
}

std::int64_t Call::integer(std::size_t n) const { return n < count ? to_int(engine, args[n]) : 0; }

double Call::number(std::size_t n) const { return n < count ? to_double(engine, args[n]) : 0; }

bool Call::truth(std::size_t n) const { return n < count && to_bool(engine, args[n]); }

}  // namespace perlipc
