// Helpers for native halves of modules; see native.h.
#include "builtins/modules/native.h"

namespace perlipc::builtin {

// ---- arguments -----------------------------------------------------------------------------------------

std::string_view native_name(const Call& call) {
  return call.code && call.code->name_glob ? call.code->name_glob->name->view()
                                           : std::string_view("__ANON__");
}

std::string native_full_name(const Call& call) {
  return call.code && call.code->name_glob ? call.code->name_glob->full_name()
                                           : std::string("__ANON__");
}

void die_usage(Call& call, const char* arguments) {
  call.engine.die("Usage: " + native_full_name(call) + "(" + arguments + ")");
  __builtin_unreachable();
}

std::string byte_text(Call& call, std::size_t n) {
  Text text(call.engine, call[n]);
  if (text.utf8()) {
    if (String* bytes = downgrade(text.get())) return std::string(Text(bytes).view());
  }
  return std::string(text.view());
}

void die_without_stop(Engine& engine, const std::string& text) {
  const CallerInfo at = engine.caller_info();
  engine.die_value(Value::string(text + " at " + std::string(at.file) + " line " +
                                 std::to_string(at.line) + "\n"));
  __builtin_unreachable();
}

// ---- results -------------------------------------------------------------------------------------------

Value sys_number(Call& call, std::int64_t n) {
  if (n == -1) return call.fail(errno);
  if (n == 0) return text_value("0 but true");
  return Value::integer(n);
}

Value sys_result(Call& call, const rt::Result<void>& result) {
  return result ? text_value("0 but true") : call.fail(result.error());
}

Value fail_list(Call& call, int error) {
  call.engine.set_errno(error);
  return call.want == Want::List ? call.list() : Value();
}

// ---- definitions ---------------------------------------------------------------------------------------

Code* define_native(Engine& engine, std::string_view name, NativeFunction function,
                    const char* prototype, void* data) {
  Glob* glob = engine.glob(name, true);
  Code* code = Code::make();
  code->native = function;
  code->native_data = data;
  code->home = glob->stash;
  code->name_glob = glob;
  if (prototype) {
    code->prototype = prototype;
    code->bits |= Code::HasPrototype;
  }
  glob->set_code(code);
  code->release();
  return code;
}

Code* define_constant(Engine& engine, std::string_view name, Value value) {
  Code* code = define_native(
      engine, name, [](Call& call) -> Value { return call.code->constant; }, "");
  code->constant = std::move(value);
  code->bits |= Code::Const;
  return code;
}

void set_scalar(Engine& engine, std::string_view name, Value value) {
  engine.glob(name, true)->scalar()->value = std::move(value);
}

void push_words(Engine& engine, std::string_view array, std::string_view words) {
  Array* list = engine.glob(array, true)->array();
  for (std::string_view word : split_words(words)) list->push(Value::string(word));
}

void alias_sub(Engine& engine, std::string_view existing, std::string_view name) {
  engine.glob(name, true)->set_code(engine.glob(existing, true)->code());
}

// ---- objects -------------------------------------------------------------------------------------------

Value bless_new(Engine& engine, HeapObject* adopt, std::string_view package) {
  static_cast<Referent*>(adopt)->set_stash(engine.stash(package, true));
  return Value::adopt_ref(adopt);
}

bool is_object(Engine& engine, const Value& value, const char* package) {
  if (!value.is_ref()) return false;
  Stash* stash = static_cast<Referent*>(value.o)->stash();
  return stash && engine.stash_isa(stash, package);
}

Scalar* object_scalar(Call& call, std::size_t n, const char* what, const char* package) {
  const Value value = call[n];
  if (!is_object(call.engine, value, package) || value.o->type != Type::Scalar) {
    call.engine.die(std::string(what) + " is not of type " + package);
  }
  return static_cast<Scalar*>(value.o);
}

// ---- tables --------------------------------------------------------------------------------------------

std::vector<std::string_view> split_words(std::string_view words) {
  std::vector<std::string_view> list;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) list.push_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return list;
}

Value missing_macro(Call& call) {
  const std::string package = call.code->home ? call.code->home->name : "";
  die_without_stop(call.engine, "Your vendor has not defined " + package + " macro " +
                                    std::string(native_name(call)) + ", used");
}

namespace {
[[noreturn]] void die_invalid(Engine& engine, std::string_view package, std::string_view name) {
  die_without_stop(engine,
                   std::string(name) + " is not a valid " + std::string(package) + " macro");
}
}  // namespace

Value invalid_macro(Call& call) {
  die_invalid(call.engine, call.code->home ? call.code->home->name : "", native_name(call));
}

Value autoload_macro(Call& call) {
  const std::string package = call.code->home->name;
  Glob* glob = call.engine.glob(package + "::AUTOLOAD", true);
  Text wanted(call.engine, glob->scalar()->get());
  std::string_view name = wanted.view();
  if (const std::size_t colon = name.rfind("::"); colon != name.npos) name.remove_prefix(colon + 2);
  die_invalid(call.engine, package, name);
}

}  // namespace perlipc::builtin
