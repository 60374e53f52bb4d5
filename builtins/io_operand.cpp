// How a value names a handle: globs, references to globs and IO objects, names.
#include "builtins/io_handle.h"

#include <cerrno>

namespace perlipc::builtin {
namespace {

constexpr std::string_view kMainNames[] = {"STDIN",   "STDOUT", "STDERR", "ARGV",
                                           "ARGVOUT", "ENV",    "INC"};

// "FH" -> "Package::FH"; the standard names live in main (perlvar).
std::string qualify(Engine& engine, std::string_view name) {
  if (!name.empty() && name[0] == '*') name.remove_prefix(1);
  if (name.starts_with("::")) return "main" + std::string(name);
  if (name.find("::") != name.npos) return std::string(name);
  for (std::string_view standard : kMainNames) {
    if (name == standard) return "main::" + std::string(name);
  }
  Stash* package = engine.current_package();
  return (package ? package->name : std::string("main")) + "::" + std::string(name);
}

void fill(HandleArg& arg, Glob* glob, bool create) {
  arg.glob = glob;
  if (glob == nullptr) return;
  arg.handle = create ? glob->io() : glob->body->io;
  arg.io = io_of(arg.handle);
}

bool from_reference(Engine& engine, const Value& value, bool create, HandleArg& arg) {
  switch (value.o->type) {
    case Type::Glob: fill(arg, reinterpret_cast<Glob*>(value.o), create); return true;
    case Type::Handle:
      arg.handle = reinterpret_cast<Handle*>(value.o);
      arg.io = io_of(arg.handle);
      return true;
    case Type::Scalar: {
      const Value inner = reinterpret_cast<Scalar*>(value.o)->get();
      if (inner.is_glob()) {
        fill(arg, reinterpret_cast<Glob*>(inner.o), create);
        return true;
      }
      break;
    }
    default: break;
  }
  if (static_cast<Referent*>(value.o)->stash() != nullptr) {
    if (Glob* glob = engine.glob_of(value, create)) {
      fill(arg, glob, create);
      return true;
    }
  }
  return false;
}

}  // namespace

HandleArg handle_of_value(Engine& engine, const Value& value, const Value* place, bool create) {
  HandleArg arg;
  if (value.is_glob()) {
    fill(arg, reinterpret_cast<Glob*>(value.o), create);
  } else if (value.is_ref()) {
    if (!from_reference(engine, value, create, arg)) engine.die("Not a GLOB reference");
  } else if (value.is_undef()) {
    if (place != nullptr) {
      engine.check_symbol_ref(value);
      engine.warn_uninitialized(place, "ref-to-glob cast");
    }
  } else {
    arg.name = Text(engine, value).view();
    if (!arg.name.empty()) fill(arg, engine.glob(qualify(engine, arg.name), create), create);
  }
  return arg;
}

HandleArg handle_arg(Call& call, std::size_t n, bool create) {
  if (const Value* value = call.peek(n);
      value != nullptr && value->is_ref() && value->o->type == Type::Glob) [[likely]] {
    HandleArg arg;
    fill(arg, reinterpret_cast<Glob*>(value->o), create);
    return arg;
  }
  // Only builtins look a symbol up; a module's function got a value like any other.
  const bool is_operand = call.id != 0 && n < call.count;
  return handle_of_value(call.engine, call[n], is_operand ? &call.args[n] : nullptr, create);
}

HandleArg new_handle_arg(Call& call, std::size_t n, const char*) {
  const Value value = call[n];
  if (!value.is_undef()) {
    if (!value.is_glob() && !value.is_ref()) call.engine.check_symbol_ref(value);
    return handle_of_value(call.engine, value, nullptr, true);
  }
  if (n < call.count && !call.args[n].is_alias()) {  // nowhere to put a handle
    call.engine.check_symbol_ref(value);
    call.engine.warn_uninitialized(&call.args[n], "ref-to-glob cast");
    call.engine.die("Bad symbol for filehandle");
  }
  Stash* package = call.engine.current_package();
  if (package == nullptr) package = call.engine.stash("main", true);
  Glob* glob = make_anonymous_glob(package, handle_variable_name(call.engine, n));
  HandleArg arg;
  fill(arg, glob, true);
  // The variable holds the only reference.
  call.assign(n, Value::adopt_ref(glob));
  return arg;
}

IoHandle* open_handle_arg(Call& call, std::size_t n, const char* op, const char* what) {
  const HandleArg arg = handle_arg(call, n);
  if (arg.open()) return arg.io;
  report_not_open(call.engine, arg, op, what);
  call.engine.set_errno(EBADF);
  return nullptr;
}

std::string bytes_of(Engine& engine, const Value& value) {
  return std::string(Text(engine, value).view());
}

std::optional<std::string> path_of(Engine& engine, const Value& value, const char* op) {
  const Text text(engine, value);
  std::string_view path = text.view();
  // One NUL at the very end passes, as with perl.
  if (!path.empty() && path.back() == '\0') path.remove_suffix(1);
  const std::size_t nul = path.find('\0');
  if (nul == path.npos) return std::string(path);
  engine.set_errno(ENOENT);
  if (op != nullptr && engine.warning_enabled(Warning::Syscalls)) {
    engine.warn(Warning::Syscalls, std::string("Invalid \\0 character in pathname for ") + op +
                                       ": " + std::string(path.substr(0, nul)) + "\\0" +
                                       std::string(path.substr(nul + 1)));
  }
  return std::nullopt;
}

std::optional<std::string> path_arg(Call& call, std::size_t n, const char* op) {
  if (n < call.count && call[n].is_undef()) {
    call.engine.warn_uninitialized(&call.args[n]);
    return std::string();
  }
  return path_of(call.engine, call[n], op);
}

std::int64_t int_arg(Call& call, std::size_t n) {
  if (const Value* plain = call.peek(n); plain != nullptr && plain->tag == kInt) [[likely]]
    return plain->i;
  const Value value = call[n];
  if (!value.is_undef()) return to_int(call.engine, value);
  if (n < call.count) call.engine.warn_uninitialized(&call.args[n]);
  return 0;
}

std::string bytes_arg(Call& call, std::size_t n) {
  const Value value = call[n];
  if (!value.is_undef()) return bytes_of(call.engine, value);
  if (n < call.count) call.engine.warn_uninitialized(&call.args[n]);
  return {};
}

bool tied_call(Call& call, const HandleArg& arg, const char* method, std::size_t first,
               Value* result) {
  if (arg.io == nullptr || arg.io->tied.is_undef()) return false;
  const Value object = arg.io->tied;
  const std::size_t given = call.count > first ? call.count - first : 0;
  const std::vector<Value> results =
      call.engine.call_method(object, method, {call.args + first, given}, Want::Scalar);
  *result = results.empty() ? Value() : rvalue(results.back());
  return true;
}

std::string handle_variable_name(Engine& engine, std::size_t n) {
  const HandleNames& names = engine.service<HandleNames>();
  std::string name = names.name_of ? names.name_of(n) : std::string();
  return name.empty() ? "__ANONIO__" : name;
}

}  // namespace perlipc::builtin
