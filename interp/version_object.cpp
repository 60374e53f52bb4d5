// Package version: objects, their overloads and the text forms of version numbers.
#include "interp/version_object.h"
#include "interp/natives.h"
#include <algorithm>
#include <cstdio>

namespace perlipc {

// --- text ---------------------------------------------------------------------------------------

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

class VersionReader {
 public:
  VersionReader(VM& vm, std::string_view text) : vm_(vm), text_(text) {}

  Version read() {
    while (!text_.empty() && std::isspace(static_cast<unsigned char>(text_.back())))
      text_.remove_suffix(1);
    while (!text_.empty() && std::isspace(static_cast<unsigned char>(text_.front())))
      text_.remove_prefix(1);
    Version v;
    v.original = std::string(text_);
    if (text_.empty()) fail("version required");
    if (text_ == "undef") {
      v.original = "0";
      v.parts = {0};
      return v;
    }
    v.dotted = is_dotted();
    if (v.dotted) read_dotted(v);
    else read_decimal(v);
    return v;
  }

 private:
  [[noreturn]] void fail(const char* why) {
    vm_.die(std::string("Invalid version format (") + why + ")");
  }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool done() const { return at_ >= text_.size(); }

  // A leading v or two points make it a dotted-decimal version.
  bool is_dotted() {
    if (text_[0] == 'v') {
      if (text_.size() < 2 || !digit(text_[1])) {
        if (text_.size() == 1) fail("dotted-decimal versions require at least three parts");
        fail("non-numeric data");
      }
      at_ = 1;
      return true;
    }
    std::size_t points = 0;
    for (std::size_t i = 0; i < text_.size() && (digit(text_[i]) || text_[i] == '.'); ++i)
      points += text_[i] == '.';
    return points >= 2 && text_.find("..") == std::string_view::npos;
  }

  std::int64_t number() {
    std::int64_t n = 0;
    for (; digit(peek()); ++at_)
      if (n < INT32_MAX) n = n * 10 + (peek() - '0');
    return std::min<std::int64_t>(n, INT32_MAX);
  }

  void read_dotted(Version& v) {
    if (!digit(peek())) fail("dotted-decimal versions must begin with 'v'");
    for (;;) {
      v.parts.push_back(number());
      if (peek() != '.') break;
      ++at_;
      if (done()) fail("trailing decimal");
      if (!digit(peek())) fail("non-numeric data");
    }
    if (peek() == '_') {
      ++at_;
      if (!digit(peek())) fail("misplaced underscore");
      for (; digit(peek()); ++at_)
        v.parts.back() = std::min<std::int64_t>(v.parts.back() * 10 + (peek() - '0'), INT32_MAX);
      v.alpha = true;
      if (peek() == '_') fail("multiple underscores");
    }
    if (!done()) fail("non-numeric data");
    while (v.parts.size() < 3) v.parts.push_back(0);
  }

  void read_decimal(Version& v) {
    if (peek() == '-') fail("negative version number");
    if (!digit(peek()) && !(peek() == '.' && digit(peek(1)))) fail("non-numeric data");
    v.parts.push_back(number());
    if (peek() == '_') fail("alpha without decimal");
    if (peek() == '.') {
      ++at_;
      if (!done() && !digit(peek()))
        fail(peek() == '.' ? "fractional part required" : "non-numeric data");
      read_fraction(v);
    }
    if (!done()) fail("non-numeric data");
  }

  // Three digits make one part: 1.002003 is v1.2.3.
  void read_fraction(Version& v) {
    std::string digits;
    while (digit(peek())) digits += text_[at_++];
    if (peek() == '_') {
      ++at_;
      if (!digit(peek())) fail("misplaced underscore");
      while (digit(peek())) digits += text_[at_++];
      v.alpha = true;
      if (peek() == '_') fail("multiple underscores");
    }
    if (digits.empty()) v.parts.push_back(0);
    for (std::size_t i = 0; i < digits.size(); i += 3) {
      std::string part = digits.substr(i, 3);
      part.resize(3, '0');
      v.parts.push_back(std::atoi(part.c_str()));
    }
  }

  VM& vm_;
  std::string_view text_;
  std::size_t at_ = 0;
};

std::string number_as_version(VM& vm, const Value& value) {
  if (value.tag == kDouble) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.9f", value.d);
    std::string text = buffer;
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
  }
  Text text(vm, value);
  return std::string(text.view());
}

std::string vstring_text(const String* s) {
  std::string out = "v";
  const char* end = s->data + s->length;
  for (const char* p = s->data; p < end;) {
    std::size_t length = 1;
    std::uint32_t c = s->utf8() ? utf8_decode(p, end, &length) : static_cast<unsigned char>(*p);
    if (out.size() > 1) out += '.';
    out += std::to_string(c);
    p += length;
  }
  return out;
}

Hash* version_hash(VM& vm, const Value& value) {
  if (!value.is_ref() || value.o->type != Type::Hash) return nullptr;
  auto* hash = static_cast<Hash*>(static_cast<Referent*>(value.o));
  Stash* stash = hash->stash();
  return stash && vm.stash_isa(stash, "version") ? hash : nullptr;
}

Version from_object(VM& vm, Hash* hash) {
  Version v;
  if (Value* list = hash->find("version")) {
    Value ref = rvalue(*list);
    if (ref.is_ref() && ref.o->type == Type::Array)
      for (Value& part : *static_cast<Array*>(static_cast<Referent*>(ref.o)))
        v.parts.push_back(to_int(vm, rvalue(part)));
  }
  if (v.parts.empty()) vm.die("Invalid version object");
  if (Value* q = hash->find("qv")) v.dotted = vm.to_bool(rvalue(*q));
  if (Value* a = hash->find("alpha")) v.alpha = vm.to_bool(rvalue(*a));
  Value* text = hash->find("original");
  if (text) {
    Text t(vm, rvalue(*text));
    v.original = std::string(t.view());
  } else {
    v.original = v.dotted ? v.normal() : v.numify();
  }
  return v;
}

}  // namespace

std::string Version::normal() const {
  std::string out = "v";
  for (std::size_t i = 0; i < std::max<std::size_t>(parts.size(), 3); ++i) {
    if (i) out += '.';
    out += std::to_string(i < parts.size() ? parts[i] : 0);
  }
  return out;
}

std::string Version::numify() const {
  std::string out = std::to_string(parts[0]) + ".";
  if (parts.size() == 1) return out + "000";
  for (std::size_t i = 1; i < parts.size(); ++i) {
    char buffer[24];
    std::snprintf(buffer, sizeof buffer, "%03lld", static_cast<long long>(parts[i]));
    out += buffer;
  }
  return out;
}

int Version::compare(const Version& other) const {
  for (std::size_t i = 0; i < std::max(parts.size(), other.parts.size()); ++i) {
    std::int64_t a = i < parts.size() ? parts[i] : 0,
                 b = i < other.parts.size() ? other.parts[i] : 0;
    if (a != b) return a < b ? -1 : 1;
  }
  return 0;
}

Value version_literal(std::string_view text) {
  bool dotted = text.starts_with('v') || std::count(text.begin(), text.end(), '.') > 1;
  if (!dotted) {
    std::string plain(text);
    std::erase(plain, '_');
    return parse_number(plain).value;
  }
  std::string bytes;
  bool wide = false;
  std::string_view rest = text.substr(text.starts_with('v') ? 1 : 0);
  std::vector<std::uint32_t> parts(1, 0);
  for (char c : rest) {
    if (c == '.') parts.push_back(0);
    else if (digit(c)) parts.back() = parts.back() * 10 + static_cast<std::uint32_t>(c - '0');
  }
  for (std::uint32_t part : parts) wide = wide || part > 255;
  for (std::uint32_t part : parts) {
    char buffer[8];
    if (wide) bytes.append(buffer, utf8_encode(part, buffer));
    else bytes += static_cast<char>(part);
  }
  Value v = Value::string(bytes, wide);
  v.spare = kVersionString;
  return v;
}

Version parse_version(VM& vm, std::string_view text) { return VersionReader(vm, text).read(); }

Version version_of(VM& vm, const Value& value) {
  if (Hash* hash = version_hash(vm, value)) return from_object(vm, hash);
  if (value.is_string() && (value.spare & kVersionString))
    return parse_version(vm, vstring_text(value.s));
  if (value.is_undef()) return parse_version(vm, "undef");
  return parse_version(vm, number_as_version(vm, value));
}

Value make_version_object(VM& vm, const Version& version, std::string_view package) {
  Hash* hash = Hash::make();
  hash->fetch("original") = Value::string(version.original);
  if (version.dotted) hash->fetch("qv") = Value::boolean(true);
  if (version.alpha) hash->fetch("alpha") = Value::boolean(true);
  Array* parts = Array::make();
  for (std::int64_t part : version.parts) parts->push(Value::integer(part));
  hash->fetch("version") = Value::adopt_ref(parts);
  hash->set_stash(vm.stash(package, true));
  return Value::adopt_ref(hash);
}

// --- methods ------------------------------------------------------------------------------------

namespace {

VM& vm_of(Call& call) { return static_cast<VM&>(call.engine); }

std::string class_of(Call& call) {
  Value v = call[0];
  if (v.is_ref())
    if (Stash* s = static_cast<Referent*>(v.o)->stash()) return s->name;
  return call.text(0);
}

Version self(Call& call) {
  Hash* hash = version_hash(vm_of(call), call[0]);
  if (!hash) call.engine.die("lobj is not of type version");
  return from_object(vm_of(call), hash);
}

// version->new(VERSION), version->new("", REVISION): the CVS form puts a v in front.
Value version_new(Call& call) {
  VM& vm = vm_of(call);
  if (call.count == 0 || call.count > 3) vm.die("Usage: version::new(class, version)");
  Version v;
  if (call.count == 1) {
    Hash* hash = version_hash(vm, call[0]);
    v = hash ? from_object(vm, hash) : parse_version(vm, "undef");
    if (hash) v = parse_version(vm, "undef");
  } else if (call.count == 3) {
    v = parse_version(vm, "v" + call.text(2));
  } else {
    v = version_of(vm, call[1]);
  }
  return make_version_object(vm, v, class_of(call));
}

// qv("1.2") means v1.2; a v-string, an object and 1.2.3 stay what they are.
Value version_declare(Call& call) {
  VM& vm = vm_of(call);
  bool method = call.count >= 2;
  Value value = call[method ? 1 : 0];
  std::string package = method ? class_of(call) : "version";
  if (version_hash(vm, value)) return value;
  bool vstring = value.is_string() && (value.spare & kVersionString);
  std::string text = vstring            ? vstring_text(value.s)
                     : value.is_undef() ? "undef"
                                        : number_as_version(vm, value);
  Version v = parse_version(vm, text);
  if (!v.dotted && text != "undef") {
    std::string written = v.original;
    v = parse_version(vm, "v" + (written.starts_with('.') ? "0" + written
                                 : written.ends_with('.') ? written + "0"
                                                          : written));
    v.original = written.find('.') == std::string::npos ? written : "v" + written;
  }
  return make_version_object(vm, v, package);
}

Value version_stringify(Call& call) { return Value::string(self(call).original); }
Value version_numify(Call& call) { return Value::string(self(call).numify()); }
Value version_normal(Call& call) { return Value::string(self(call).normal()); }
Value version_is_alpha(Call& call) { return Value::boolean(self(call).alpha); }
Value version_is_qv(Call& call) { return Value::boolean(self(call).dotted); }

Value version_compare(Call& call) {
  Version left = self(call);
  int order = left.compare(version_of(vm_of(call), call[1]));
  return Value::integer(call.truth(2) ? -order : order);
}

Value version_bool(Call& call) {
  for (std::int64_t part : self(call).parts)
    if (part) return Value::boolean(true);
  return Value::boolean(false);
}

Value version_no_operation(Call& call) {
  self(call);
  call.engine.die("operation not supported with version object");
  return {};
}

// perldoc version::Internals: the strict forms have no optional parts.
bool is_strict_text(std::string_view t) {
  auto number = [&](std::size_t& at, bool leading_zeros) {
    std::size_t from = at;
    while (at < t.size() && digit(t[at])) ++at;
    return at > from && (leading_zeros || t[from] != '0' || at == from + 1);
  };
  std::size_t at = 0;
  if (t.starts_with('v')) {
    at = 1;
    std::size_t parts = 0;
    do {
      if (parts) ++at;
      if (!number(at, false)) return false;
      ++parts;
    } while (at < t.size() && t[at] == '.');
    return at == t.size() && parts >= 3;
  }
  if (!number(at, false) || at >= t.size() || t[at] != '.') return false;
  ++at;
  return number(at, true) && at == t.size();
}

Value version_is_strict(Call& call) { return Value::boolean(is_strict_text(call.text(0))); }

Value version_is_lax(Call& call) {
  if (!call.defined(0)) return Value::boolean(false);
  try {
    parse_version(vm_of(call), call.text(0));
  } catch (PerlDie&) { return Value::boolean(false); }
  return Value::boolean(true);
}

// use version: exports qv, as every release did.
Value version_import(Call& call) {
  VM& vm = vm_of(call);
  std::string into(vm.caller_info().package);
  bool is_class = call.count > 0 && call.text(0) == "version";
  for (std::size_t i = 1; i < call.count; ++i) {
    std::string name = call.text(i);
    if (name != "qv" && name != "declare" && name != "is_lax" && name != "is_strict") continue;
    vm.glob(into + "::" + name, true)->set_code(vm.glob("version::" + name, true)->code());
    if (name == "qv") is_class = false;
  }
  if (!is_class || (call.count > 1 && vm.glob(into + "::qv", false))) return {};
  Glob* target = vm.glob(into + "::qv", true);
  if (!target->code()) target->set_code(vm.glob("version::qv", true)->code());
  target->bits |= Glob::ImportedCode;
  return {};
}

}  // namespace

void install_version(VM& vm) {
  vm.stash("version", true)->vivified = true;
  struct Row {
    const char* name;
    NativeFunction function;
  };
  static constexpr Row rows[] = {{"new", version_new},
                                 {"parse", version_new},
                                 {"qv", version_declare},
                                 {"declare", version_declare},
                                 {"stringify", version_stringify},
                                 {"(\"\"", version_stringify},
                                 {"numify", version_numify},
                                 {"(0+", version_numify},
                                 {"normal", version_normal},
                                 {"vcmp", version_compare},
                                 {"VCMP", version_compare},
                                 {"(cmp", version_compare},
                                 {"(<=>", version_compare},
                                 {"(bool", version_bool},
                                 {"boolean", version_bool},
                                 {"is_alpha", version_is_alpha},
                                 {"is_qv", version_is_qv},
                                 {"noop", version_no_operation},
                                 {"(+", version_no_operation},
                                 {"(-", version_no_operation},
                                 {"(*", version_no_operation},
                                 {"(/", version_no_operation},
                                 {"(+=", version_no_operation},
                                 {"(-=", version_no_operation},
                                 {"(*=", version_no_operation},
                                 {"(/=", version_no_operation},
                                 {"(abs", version_no_operation},
                                 {"((", version_no_operation},
                                 {"()", version_no_operation},
                                 {"is_strict", version_is_strict},
                                 {"is_lax", version_is_lax},
                                 {"import", version_import}};
  for (const Row& row : rows) define_native(vm, std::string("version::") + row.name, row.function);
  set_scalar(vm, "version::()", Value::boolean(true));
  set_scalar(vm, "version::VERSION", Value::string("0.9929"));
}

namespace {

// $^V is an object of a package that most programs never use, so it waits for its first reader.
class PerlVersionMagic final : public Magic {
 public:
  explicit PerlVersionMagic(VM& vm) : vm_(vm) {}
  Value get(Scalar& scalar) override {
    if (!std::exchange(made_, true))
      scalar.value = make_version_object(vm_, parse_version(vm_, "v5.36.0"), "version");
    return scalar.value;
  }
  void set(Scalar& scalar, const Value& value) override {
    made_ = true;
    scalar.value = value;
  }

 private:
  VM& vm_;
  bool made_ = false;
};

}  // namespace

void install_version_variables(VM& vm) {
  set_scalar(vm, "main::]", DualValue::make(Value::number(5.036), Value::string("5.036000")));
  vm.glob("main::]", true)->scalar()->bits |= Scalar::ReadOnly;
  set_magic(vm, "main::\x16", new PerlVersionMagic(vm));
  for (const char* name : {"main::]", "main::\x16"})
    vm.glob(name, true)->scalar()->bits |= Scalar::ReadOnly;
}

}  // namespace perlipc
