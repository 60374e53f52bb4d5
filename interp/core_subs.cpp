// The core functions as subs: \&CORE::lc, &CORE::push(...), *my_join = \&CORE::join (perldoc CORE).
// Each is a native that checks its arguments and calls a Perl sub made for their number and types.
#include "interp/frame_natives.h"
#include "interp/natives.h"

#include <algorithm>
#include <map>

namespace perlipc {
namespace {

VM& vm_of(Call& call) { return static_cast<VM&>(call.engine); }

// Functions that have a sub although their syntax has no prototype: it only says that it cannot be
// called.
constexpr std::string_view kUncallable[] = {"chdir", "chomp",  "chop",  "defined", "delete",
                                            "exec",  "exists", "split", "system"};
constexpr std::string_view kKeywords[] = {"catch", "dump", "isa"};

bool is_among(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The subs made so far, by program text.
struct CoreSubs {
  explicit CoreSubs(Engine&) {}
  std::map<std::string, Value> made;
};

std::string element(std::size_t n) { return "$_[" + std::to_string(n) + "]"; }

// The argument that parameter `kind` (from a prototype) takes from the reference @_ holds.
std::string dereferenced(VM& vm, std::string_view function, std::string_view kind, std::size_t n,
                         const Value& argument) {
  const std::string_view given = argument.is_ref() ? reference_type(argument) : std::string_view();
  const char sigil = given == "ARRAY"  ? '@'
                     : given == "HASH" ? '%'
                     : given == "CODE" ? '&'
                     : given == "GLOB" ? '*'
                     : given.empty()   ? '\0'
                                       : '$';
  if (sigil == '\0' || kind.find(sigil) == std::string_view::npos) {
    const std::string wanted = kind == "@"      ? "array reference"
                               : kind == "%"    ? "hash reference"
                               : kind == "[%@]" ? "hash or array reference"
                               : kind == "$" || kind == "[$*]"
                                   ? "scalar reference"
                                   : "reference to one of " + std::string(kind);
    vm.die("Type of arg " + std::to_string(n + 1) + " to &CORE::" + std::string(function) +
           " must be " + wanted);
  }
  return sigil + ("{" + element(n) + "}");
}

std::string call_text(VM& vm, std::string_view name, std::string_view prototype,
                      std::span<const Value> args) {
  const std::string shown(name == "select" ? "select system call" : name);
  std::string list;
  std::size_t n = 0;
  bool optional = false;
  auto add = [&](const std::string& argument) { list += (n++ ? ", " : "") + argument; };
  for (std::size_t at = 0; at < prototype.size(); ++at) {
    const char kind = prototype[at];
    if (kind == ';') {
      optional = true;
      continue;
    }
    if (kind == '@') {
      list += (n ? ", @_[" + std::to_string(n) + " .. $#_]" : "@_");
      n = std::max(n, args.size());
      break;
    }
    std::string_view referent;
    if (kind == '\\') {
      const std::size_t from = at + 1;
      at = prototype[from] == '[' ? prototype.find(']', from) : from;
      referent = prototype.substr(from, at + 1 - from);
    }
    if (n >= args.size()) {
      if (kind == '_') add("$_");
      else if (!optional) vm.die("Not enough arguments for " + shown);
      else break;
    } else if (!referent.empty()) {
      add(dereferenced(vm, name, referent, n, rvalue(args[n])));
    } else {
      add(element(n));
    }
  }
  if (n < args.size()) vm.die("Too many arguments for " + shown);
  return "sub { CORE::" + std::string(name) + (list.empty() ? " }" : "(" + list + ") }");
}

// What depends on the calling place, which is one level further out than in the sub made here.
std::string frame_text(std::string_view name, std::size_t count) {
  if (name == "caller")
    return count ? "sub { CORE::caller($_[0] + 1) }" : "sub { (CORE::caller(1))[0 .. 2] }";
  if (name == "wantarray") return "sub { (CORE::caller(1))[5] }";
  return {};
}

Value core_sub(Call& call) {
  VM& vm = vm_of(call);
  const auto& row = *static_cast<const CorePrototype*>(call.code->native_data);
  if (is_among(kUncallable, row.name))
    vm.die("&CORE::" + std::string(row.name) + " cannot be called directly");
  std::span<const Value> args(call.args, call.count);
  std::string text = call_text(vm, row.name, row.prototype, args);
  const CallerInfo place = vm.caller_info();
  if (row.name == "__FILE__") return Value::string(place.file);
  if (row.name == "__LINE__") return Value::integer(place.line);
  if (row.name == "__PACKAGE__") return Value::string(place.package);
  if (std::string special = frame_text(row.name, call.count); !special.empty())
    text = std::move(special);
  Value& made = vm.service<CoreSubs>().made[text];
  if (made.is_undef())
    made = vm.run_file_text(text, false, "(perlipc)/CORE", Want::Scalar, FrameFile).at(0);
  for (Value& v : vm.call(vm.code_of(made), args, call.want)) call.push(std::move(v));
  return call.list();
}

}  // namespace

void install_core_subs(VM& vm) {
  for (const CorePrototype& row : core_prototypes()) {
    const bool callable = row.prototype && !is_among(kKeywords, row.name);
    if (!callable && !is_among(kUncallable, row.name)) continue;
    const std::string name = "CORE::" + std::string(row.name);
    define_native(vm, name, core_sub, row.prototype)->native_data =
        const_cast<CorePrototype*>(&row);
  }
}

}  // namespace perlipc
