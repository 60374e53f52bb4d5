// B, as far as modules use it to look at values and subs: names, flags, quoting (perldoc B). There is no
// op tree to see.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

#include <algorithm>
#include <cstdio>

namespace perlipc::builtin {

namespace {

// perl's numbers of the flags (perldoc perlguts); what scripts mask FLAGS with.
enum Flag : std::int64_t {
  IntOk = 0x100,
  NumOk = 0x200,
  PvOk = 0x400,
  RefOk = 0x800,
  PrivateInt = 0x1000,
  PrivateNum = 0x2000,
  PrivatePv = 0x4000,
  Protect = 0x10000,
  ReadOnly = 0x8000000,
  Utf8Text = 0x20000000
};

const NativeConstant kConstants[] = {
    {"CVf_ANON", 0x80},       {"CVf_LVALUE", 0x2},        {"CVf_METHOD", 0x1},
    {"SVf_IOK", IntOk},       {"SVf_NOK", NumOk},         {"SVf_POK", PvOk},
    {"SVf_PROTECT", Protect}, {"SVf_READONLY", ReadOnly}, {"SVf_ROK", RefOk},
    {"SVf_UTF8", Utf8Text},   {"SVp_IOK", PrivateInt},    {"SVp_NOK", PrivateNum},
    {"SVp_POK", PrivatePv},
};

// --- objects: a blessed reference to a reference to the thing looked at -------------------------------------------

const char* class_of(const Referent* referent) {
  switch (referent->type) {
    case Type::Array: return "B::AV";
    case Type::Hash: return "B::HV";
    case Type::Code: return "B::CV";
    case Type::Glob: return "B::GV";
    case Type::Handle: return "B::IO";
    case Type::Regex: return "B::REGEXP";
    default: break;
  }
  const Value value = static_cast<const Scalar*>(referent)->get();
  switch (value.tag) {
    case kUndef: return "B::NULL";
    case kStr: return "B::PV";
    case kDouble: return "B::NV";
    case kDual: return "B::PVNV";
    case kGlob: return "B::GV";
    default: return "B::IV";
  }
}

Value wrap(Engine& engine, Referent* referent, const char* package = nullptr) {
  if (!referent) return bless_new(engine, Scalar::make(), "B::SPECIAL");
  return bless_new(engine, Scalar::make(Value::ref(referent)),
                   package ? package : class_of(referent));
}

Referent* target(Call& call) {
  const Scalar* object = object_scalar(call, 0, "sv", "B::OBJECT");
  if (object->value.is_ref()) return static_cast<Referent*>(object->value.o);
  // What programs bless themselves holds an address, as perl's objects do: refaddr's.
  const Value& address = object->value;
  if (address.tag != kInt || address.i == 0 || address.i % alignof(Referent) != 0) return nullptr;
  return reinterpret_cast<Referent*>(static_cast<std::uintptr_t>(address.i));
}

Value scalar_value(Call& call) {
  Referent* referent = target(call);
  return referent && referent->type == Type::Scalar ? static_cast<Scalar*>(referent)->get()
                                                    : Value();
}

Value b_svref_2object(Call& call) {
  expect(call, 1, 1, "sv");
  const Value ref = call[0];
  if (!ref.is_ref()) call.engine.die("argument is not a reference");
  return wrap(call.engine, static_cast<Referent*>(ref.o));
}

Value object_refcnt(Call& call) {
  const Referent* referent = target(call);
  // The object's own reference does not count.
  return Value::integer(
      referent ? std::max<std::int64_t>(static_cast<std::int64_t>(referent->refs) - 1, 1) : 0);
}

Value object_flags(Call& call) {
  const Referent* referent = target(call);
  const Value value = scalar_value(call);
  std::int64_t flags = 0;
  switch (value.tag) {
    case kBool: flags = IntOk | NumOk | PvOk | PrivateInt | PrivateNum | PrivatePv; break;
    case kInt:
    case kUInt: flags = IntOk | PrivateInt; break;
    case kDouble: flags = NumOk | PrivateNum; break;
    case kStr: flags = PvOk | PrivatePv | (value.s->utf8() ? std::int64_t{Utf8Text} : 0); break;
    case kDual: flags = PvOk | PrivatePv | NumOk | PrivateNum; break;
    case kUndef: break;
    default: flags = value.is_ref() ? std::int64_t{RefOk} : 0; break;
  }
  if (referent && referent->type == Type::Scalar && (referent->bits & Scalar::ReadOnly))
    flags |= ReadOnly;
  return Value::integer(flags);
}

Value object_text(Call& call) {
  const Value value = scalar_value(call);
  return value.is_undef() ? Value() : Value::adopt(to_string(call.engine, value));
}
Value object_integer(Call& call) { return Value::integer(to_int(call.engine, scalar_value(call))); }
Value object_number(Call& call) {
  return Value::number(to_double(call.engine, scalar_value(call)));
}
Value object_rv(Call& call) {
  const Value value = scalar_value(call);
  return wrap(call.engine, value.is_ref() ? static_cast<Referent*>(value.o) : nullptr);
}
Value object_2svref(Call& call) {
  Referent* referent = target(call);
  return referent ? Value::ref(referent) : Value();
}
Value object_address(Call& call) {
  return Value::integer(static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(target(call))));
}

// --- subs, globs, packages ----------------------------------------------------------------------

Code* code_target(Call& call) {
  Referent* referent = target(call);
  if (!referent || referent->type != Type::Code) call.engine.die("cv is not of type B::CV");
  return static_cast<Code*>(referent);
}

Glob* glob_target(Call& call) {
  Referent* referent = target(call);
  if (referent && referent->type == Type::Glob) return static_cast<Glob*>(referent);
  const Value value = scalar_value(call);
  if (!value.is_glob()) call.engine.die("gv is not of type B::GV");
  return static_cast<Glob*>(value.o);
}

// A sub without a name belongs to __ANON__ of its package.
Value code_gv(Call& call) {
  Code* code = code_target(call);
  if (code->name_glob) return wrap(call.engine, code->name_glob);
  const std::string package = code->home ? code->home->name : "main";
  return wrap(call.engine, call.engine.glob(package + "::__ANON__", true));
}
Value code_stash(Call& call) { return wrap(call.engine, code_target(call)->home, "B::HV"); }
Value code_flags(Call& call) {
  const Code* code = code_target(call);
  return Value::integer((code->bits & Code::Lvalue ? 0x2 : 0) |
                        (code->bits & Code::Method ? 0x1 : 0) | (code->name_glob ? 0 : 0x80));
}
Value code_xsub(Call& call) { return Value::integer(code_target(call)->native ? 1 : 0); }
Value code_file(Call& call) {
  const Glob* glob = code_target(call)->name_glob;
  return glob ? text_value(glob->body->file) : Value();
}

Value glob_name(Call& call) { return text_value(glob_target(call)->name->view()); }
Value glob_stash(Call& call) { return wrap(call.engine, glob_target(call)->stash, "B::HV"); }
Value glob_file(Call& call) { return text_value(glob_target(call)->body->file); }
Value glob_line(Call& call) { return Value::integer(glob_target(call)->body->line); }

Value hash_name(Call& call) {
  Referent* referent = target(call);
  const bool is_stash =
      referent && referent->type == Type::Hash && (referent->bits & Hash::IsStash);
  return is_stash ? text_value(static_cast<Stash*>(referent)->name) : Value();
}

// --- quoting ------------------------------------------------------------------------------------

// Text between double quotes. For Perl "$" and "@" are escaped and other characters written as \x{...}; for C
// everything is a byte.
Value quoted(Call& call, bool perl) {
  expect(call, 1, 1, "sv");
  if (!call.defined(0)) return text_value("0");
  const Text text(call.engine, call[0]);
  const char* const end = text.view().data() + text.size();
  std::string out = "\"";
  for (const char* at = text.view().data(); at < end;) {
    std::size_t length = 1;
    const bool wide = perl && text.utf8();
    const std::uint32_t c = wide ? utf8_decode(at, end, &length) : static_cast<unsigned char>(*at);
    at += length;
    char buffer[16];
    constexpr std::string_view kNamed = "\n\r\t\a\b\f", kLetters = "nrtabf";
    const std::size_t named = c < 128 ? kNamed.find(static_cast<char>(c)) : kNamed.npos;
    if (c == '"' || c == '\\' || (perl && (c == '$' || c == '@')))
      out += {'\\', static_cast<char>(c)};
    else if (named != kNamed.npos) out += {'\\', kLetters[named]};
    else if (perl && c == 033) out += "\\e";
    else if (!perl && c == 013) out += "\\v";
    else if (c >= 32 && c < 127) out += static_cast<char>(c);
    else if (wide && c > 127) std::snprintf(buffer, sizeof buffer, "\\x{%x}", c), out += buffer;
    else std::snprintf(buffer, sizeof buffer, "\\%03o", c), out += buffer;
  }
  return text_value(out + "\"");
}
Value b_perlstring(Call& call) { return quoted(call, true); }
Value b_cstring(Call& call) { return quoted(call, false); }

Value b_class(Call& call) {
  const std::string name = reference_text(call[0]);
  const std::size_t end = name.find('=');
  const std::size_t colon = name.rfind("::", end);
  return text_value(
      name.substr(colon == name.npos ? 0 : colon + 2, end - (colon == name.npos ? 0 : colon + 2)));
}

Value b_safename(Call& call) {
  std::string name = call.text(0);
  if (!name.empty() && static_cast<unsigned char>(name[0]) < 32) {
    name = std::string("^") + static_cast<char>(name[0] + 64) + name.substr(1);
  }
  return text_value(name);
}

Value b_sub_generation(Call& call) {
  return Value::integer(static_cast<std::int64_t>(call.engine.method_generation()));
}

const NativeRow kFunctions[] = {
    {"B::CV::CvFLAGS", code_flags, nullptr},
    {"B::CV::FILE", code_file, nullptr},
    {"B::CV::GV", code_gv, nullptr},
    {"B::CV::STASH", code_stash, nullptr},
    {"B::CV::XSUB", code_xsub, nullptr},
    {"B::GV::FILE", glob_file, nullptr},
    {"B::GV::LINE", glob_line, nullptr},
    {"B::GV::NAME", glob_name, nullptr},
    {"B::GV::SAFENAME", glob_name, nullptr},
    {"B::GV::STASH", glob_stash, nullptr},
    {"B::HV::NAME", hash_name, nullptr},
    {"B::OBJECT::FLAGS", object_flags, nullptr},
    {"B::OBJECT::IV", object_integer, nullptr},
    {"B::OBJECT::NV", object_number, nullptr},
    {"B::OBJECT::PV", object_text, nullptr},
    {"B::OBJECT::REFCNT", object_refcnt, nullptr},
    {"B::OBJECT::RV", object_rv, nullptr},
    {"B::OBJECT::as_string", object_text, nullptr},
    {"B::OBJECT::int_value", object_integer, nullptr},
    {"B::OBJECT::object_2svref", object_2svref, nullptr},
    {"B::OBJECT::sv_address", object_address, nullptr},
    {"class", b_class, nullptr},
    {"cstring", b_cstring, nullptr},
    {"perlstring", b_perlstring, nullptr},
    {"safename", b_safename, nullptr},
    {"sub_generation", b_sub_generation, nullptr},
    {"svref_2object", b_svref_2object, nullptr},
};

void boot(Engine& engine) {
  for (const char* name : {"AV", "CV", "GV", "HV", "IO", "IV", "NULL", "NV", "PV", "PVNV", "REGEXP",
                           "SPECIAL", "SV"}) {
    push_words(engine, std::string("B::") + name + "::ISA", "B::OBJECT");
  }
}

}  // namespace

const NativeModule& b_module() {
  static const NativeModule module{
      .package = "B",
      .functions = kFunctions,
      .constants = kConstants,
      .optional_exports =
          "class cstring perlstring safename sub_generation svref_2object SVf_IOK SVf_NOK SVf_POK "
          "SVf_PROTECT SVf_READONLY SVf_ROK SVf_UTF8 SVp_IOK SVp_NOK SVp_POK CVf_ANON CVf_LVALUE "
          "CVf_METHOD",
      .boot = boot,
      .version = "1.83"};
  return module;
}

}  // namespace perlipc::builtin
