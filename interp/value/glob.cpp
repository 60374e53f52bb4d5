// Typeglobs, symbol tables, code values.
#include "interp/value/glob.h"
#include "interp/value/engine.h"

namespace perlipc {
namespace {
void release_part(HeapObject* part) {
  if (part) part->release();
}
}  // namespace

// ---- code ----------------------------------------------------------------------------------------

Code::~Code() {
  if (proto && release_proto) release_proto(proto);
}

// ---- globs ---------------------------------------------------------------------------------------

GlobBody::~GlobBody() {
  release_part(std::exchange(code, nullptr));
  release_part(std::exchange(scalar, nullptr));
  release_part(std::exchange(array, nullptr));
  release_part(std::exchange(hash, nullptr));
  release_part(std::exchange(io, nullptr));
  release_part(std::exchange(format, nullptr));
}

Glob::Glob(Stash* home, String* glob_name)
    : Referent(Type::Glob), stash(home), name(glob_name), body(GlobBody::make()) {
  name->retain();
  body->owner = this;
}

Glob::~Glob() {
  if ((bits & LastRead) && stash) stash->engine->set_last_read(nullptr);
  if (body->code && body->code->name_glob == this) body->code->name_glob = nullptr;
  if (body->owner == this) body->owner = nullptr;
  body->release();
  name->release();
}

Array* Glob::make_array() {
  body->array = Array::make();
  if (name->view() == "ISA") body->array->bits |= Array::IsIsa;
  return body->array;
}
Hash* Glob::make_hash() {
  body->hash = Hash::make();
  if (std::exchange(body->lazy_hash, false) && stash) stash->engine->fill_hash(*this);
  return body->hash;
}
Scalar* Glob::make_scalar() {
  bool digits = name->length && name->data[0] >= '1' && name->data[0] <= '9';
  Scalar* own = digits && stash ? stash->engine->special_scalar(this) : nullptr;
  return body->scalar = own ? own : Scalar::make();
}

void Glob::set_code(Code* code) {
  if (code) code->retain();
  Code* old = std::exchange(body->code, code);
  if (old && old->name_glob == this && old != code) {
    // A sub that was only declared is looked for by its name when somebody who has it calls it: the
    // glob stays, for good.
    if (code && !old->defined() && old->bits & Code::Declared && !old->unique()) retain();
    else old->name_glob = nullptr;
  }
  if (stash) ++stash->engine->method_generation();
  if (old) old->release();
}

Code* Glob::declare_code() {
  Code* code = Code::make();
  code->bits |= Code::Declared;
  code->name_glob = this;
  code->home = stash;
  set_code(code);
  code->release();
  return code;
}

namespace {
bool matters_for_methods(const GlobBody* body) {
  return body->code || (body->array && body->array->bits & Array::IsIsa);
}
}  // namespace

void Glob::set_body(GlobBody* other) {
  if (other == body) return;
  other->retain();
  GlobBody* old = std::exchange(body, other);
  if (old->owner == this) old->owner = nullptr;
  if (stash && (matters_for_methods(old) || matters_for_methods(other)))
    ++stash->engine->method_generation();
  old->release();
}

std::string Glob::full_name() const {
  std::string text = stash ? stash->name : "__ANON__";
  text += "::";
  if (name->length && static_cast<unsigned char>(name->data[0]) < 32) {  // "\x18" is shown as ^X
    text += '^';
    text += static_cast<char>(name->data[0] ^ 64);
    text.append(name->data + 1, name->length - 1);
    return text;
  }
  text.append(name->view());
  return text;
}

Glob* make_anonymous_glob(Stash* stash, std::string_view name) {
  String* text = String::make(name);
  Glob* glob = Glob::make(stash, text);
  text->release();
  glob->bits |= Glob::Anonymous;
  return glob;
}

// ---- symbol tables -------------------------------------------------------------------------------

Stash::Stash(Engine* owner, std::string full) : engine(owner), name(std::move(full)) {
  bits |= IsStash;
  name_string = String::intern_immortal(name);
}

Stash::~Stash() = default;

Glob* Stash::glob(std::string_view entry, bool create, bool utf8) {
  Value* place = find(entry, utf8);
  if (place && place->tag == kGlob) [[likely]]
    return static_cast<Glob*>(place->o);
  if (place) {
    Value v = rvalue(*place);  // aliased through %Foo::
    if (v.tag == kGlob) return static_cast<Glob*>(v.o);
  }
  if (!create) return nullptr;
  String* key = String::intern_immortal(entry, utf8);
  Value& slot = fetch(key);
  Glob* made = Glob::make(this, key);
  slot = Value::raw_object(made, kGlob);
  return made;
}

}  // namespace perlipc
