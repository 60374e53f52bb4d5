// What is refused under -T (perlsec): tainted operands of what changes something outside of the
// program, and starting programs with an environment that is not to be trusted.
#include "builtins/io_handle.h"
#include "interp/taint.h"
#include "interp/vm_ops.h"
#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>

namespace perlipc {

using builtin::BuiltinId;

namespace {

// Builtins none of whose operands, from number `from` on, may be tainted.
struct Guarded {
  BuiltinId id;
  unsigned from;
  bool needs_handle = false;  // operand 0 must be open before the others are looked at
};
constexpr Guarded kGuarded[] = {
    {BuiltinId::k_unlink, 0},      {BuiltinId::k_rename, 0},        {BuiltinId::k_mkdir, 0},
    {BuiltinId::k_rmdir, 0},       {BuiltinId::k_chmod, 0},         {BuiltinId::k_chown, 0},
    {BuiltinId::k_utime, 0},       {BuiltinId::k_kill, 0},          {BuiltinId::k_link, 0},
    {BuiltinId::k_symlink, 0},     {BuiltinId::k_truncate, 0},      {BuiltinId::k_chdir, 0},
    {BuiltinId::k_chroot, 0},      {BuiltinId::k_umask, 0},         {BuiltinId::k_ioctl, 1, true},
    {BuiltinId::k_fcntl, 1, true}, {BuiltinId::k_socket, 1},        {BuiltinId::k_socketpair, 2},
    {BuiltinId::k_bind, 1, true},  {BuiltinId::k_connect, 1, true}, {BuiltinId::k_setpgrp, 0},
    {BuiltinId::k_syscall, 0},     {BuiltinId::k_setpriority, 0},
};

// Functions of modules that are no builtins here but are made of them in perl.
struct GuardedNative {
  std::string_view name, what;
};
constexpr GuardedNative kGuardedNatives[] = {
    {"POSIX::chmod", "chmod"},   {"POSIX::chown", "chown"},   {"POSIX::creat", "open"},
    {"POSIX::kill", "kill"},     {"POSIX::link", "link"},     {"POSIX::mkfifo", "mkfifo"},
    {"POSIX::raise", "kill"},    {"POSIX::remove", "unlink"}, {"POSIX::rename", "rename"},
    {"POSIX::system", "system"}, {"POSIX::unlink", "unlink"}, {"POSIX::utime", "utime"},
    {"POSIX::chdir", "chdir"},   {"POSIX::umask", "umask"},
};

// Functions that hand on their operands: what they give is tainted where the operand was.
bool hands_on(std::string_view name) {
  return name.starts_with("List::Util::") && name != "List::Util::sum" &&
         name != "List::Util::sum0" && name != "List::Util::product";
}

// Operands before the list of files (or processes) that perl looks at one by one: chmod MODE, FILES.
// -1: only looked at as a whole.
int operands_before_files(BuiltinId id) {
  switch (id) {
    case BuiltinId::k_unlink: return 0;
    case BuiltinId::k_chmod:
    case BuiltinId::k_kill: return 1;
    case BuiltinId::k_chown:
    case BuiltinId::k_utime: return 2;
    default: return -1;
  }
}

bool is_open(VM& vm, const Value& v) {
  const Handle* handle = vm.handle_of(rvalue(v), false);
  const auto* io = handle ? builtin::io_of(handle) : nullptr;
  return io && io->is_open();
}

std::string_view without_spaces(std::string_view text) {
  const char* spaces = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

bool others_write(const std::string& folder) {
  struct stat info;
  return ::stat(folder.c_str(), &info) == 0 && (info.st_mode & (S_IWGRP | S_IWOTH)) != 0;
}

}  // namespace

// --- saying no ----------------------------------------------------------------------------------

void VM::insecure(std::string text) {
  taint_seen_ = true;
  text += taint_mode_ < 0 && !taint_unsafe_ ? " while running with -t switch"
                                            : " while running with -T switch";
  if (taint_mode_ < 0) warn(Warning::Taint, std::move(text));
  else die(std::move(text));
}

void VM::refuse_tainted(std::string_view what) {
  if (taint_seen_ && taint_mode_ != 0) insecure("Insecure dependency in " + std::string(what));
}

void VM::check_environment() {
  if (taint_mode_ == 0) return;
  Hash* environment = glob("main::ENV", true)->hash();
  const auto tainted = [&](std::string_view name, Value* value) {
    Value* place = environment->find(name);
    if (!place) return false;
    const bool seen = std::exchange(taint_seen_, false);
    *value = rvalue(*place);
    return std::exchange(taint_seen_, seen);
  };
  Value value;
  if (tainted("PATH", &value)) insecure("Insecure $ENV{PATH}");
  if (!value.is_undef()) {
    const Text list(*this, value);
    std::string_view rest = list.view();
    while (!rest.empty()) {
      const std::size_t colon = std::min(rest.find(':'), rest.size());
      const std::string folder(rest.substr(0, colon));
      rest.remove_prefix(std::min(colon + 1, rest.size()));
      if (folder.empty() || folder[0] != '/' || others_write(folder)) {
        insecure("Insecure directory in $ENV{PATH}");
        break;
      }
    }
  }
  if (tainted("TERM", &value)) {
    const Text term(*this, value);
    const auto harmless = [](unsigned char c) {
      return std::isalnum(c) || c == '_' || c == '-' || c == '+' || c == ':';
    };
    const std::string_view name = term.view();
    if (!std::all_of(name.begin(), name.end(), harmless)) insecure("Insecure $ENV{TERM}");
  }
  for (const char* name : {"IFS", "CDPATH", "ENV", "BASH_ENV"})
    if (tainted(name, &value)) insecure(std::string("Insecure $ENV{") + name + "}");
}

// --- builtins -----------------------------------------------------------------------------------

// Reading notes what is tainted.
void VM::read_all(const Value* args, std::uint32_t n) {
  for (std::uint32_t k = 0; k < n; ++k) (void)rvalue(args[k]);
}

void VM::check_open(Value* args, std::uint32_t n) {
  if (n < 2) return;
  const bool seen = taint_seen_;
  read_all(args + 1, n - 1);
  const Text spec(*this, rvalue(args[1]));
  const std::string_view mode = without_spaces(spec.view());
  bool pipe = mode == "|-" || mode == "-|";
  std::string_view command;
  Value program;
  if (n == 2) {
    pipe = pipe || mode.starts_with('|') || mode.ends_with('|');
    command = mode.starts_with('|') ? mode.substr(1) : mode.substr(0, mode.size() - pipe);
  }
  if (pipe) {
    const bool forks =
        n == 2 ? without_spaces(command) == "-"
               : n == 3 && (program = rvalue(args[2])).is_string() && program.s->view() == "-";
    if (forks) return;
    check_environment();
    if (n > 3) taint_seen_ = seen;  // the list of operands is not looked at
    return refuse_tainted("piped open");
  }
  if (!mode.starts_with('>') && !mode.starts_with('+')) return;
  if (n > 2 && rvalue(args[2]).is_ref()) return;
  refuse_tainted("open");
}

void VM::check_builtin(BuiltinId id, Value* args, std::uint32_t n) {
  switch (id) {
    case BuiltinId::k_open: return check_open(args, n);
    case BuiltinId::k_sysopen:
      read_all(args + 1, n - 1);
      if (n > 2 && (to_int(*this, rvalue(args[2])) & (O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND)))
        refuse_tainted("sysopen");
      return;
    case BuiltinId::k_system:
    case BuiltinId::k_exec:
      check_environment();
      read_all(args, n);
      return refuse_tainted(builtin::builtin_row(id).name);
    case BuiltinId::k_readpipe:
      read_all(args, n);
      refuse_tainted("``");
      return check_environment();
    case BuiltinId::k_sprintf: {
      if (n == 0) return;
      const bool seen = std::exchange(taint_seen_, false);
      read_all(args, 1);
      refuse_tainted("sprintf");
      taint_seen_ |= seen;
      return;
    }
    default: break;
  }
  for (const Guarded& guarded : kGuarded) {
    if (guarded.id != id) continue;
    if (guarded.needs_handle && !is_open(*this, args[0])) return;
    if (n > guarded.from) read_all(args + guarded.from, n - guarded.from);
    const std::string_view name = builtin::builtin_row(id).name;
    refuse_tainted(name);
    const int before = operands_before_files(id);
    if (before < 0) return;
    // Refused once more for each when the first was but a warning.
    const std::uint32_t files = std::min(n, static_cast<std::uint32_t>(before));
    read_all(args, files);
    if (files > 0 && id != BuiltinId::k_kill) refuse_tainted(name);
    for (std::uint32_t k = files; k < n; ++k) {
      read_all(args + k, 1);
      refuse_tainted(name);
    }
    return;
  }
}

// --- native subs --------------------------------------------------------------------------------

void VM::check_native(const Code& code, const Call& call) {
  taint_seen_ = false;
  if (!code.name_glob) return;
  const std::string name = code.name_glob->full_name();
  const auto count = static_cast<std::uint32_t>(call.count);
  if (name == "POSIX::open") {
    if (count > 1 && (call.integer(1) & (O_ACCMODE | O_CREAT | O_TRUNC))) {
      read_all(call.args, count);
      refuse_tainted("open");
    }
    return;
  }
  for (const GuardedNative& guarded : kGuardedNatives) {
    if (guarded.name != name) continue;
    if (guarded.what == "system") check_environment();
    read_all(call.args, count);
    return refuse_tainted(guarded.what);
  }
}

void VM::taint_results(const Code& code, Value& result, Call& call) {
  if (!taint_seen_ || (code.name_glob && hands_on(code.name_glob->full_name()))) return;
  const auto taint = [](Value& v) {
    if (taintable(v)) v.spare |= kTainted;
  };
  taint(result);
  for (Value& v : *call.results) {
    taint(v);
    // Addresses of Socket::getaddrinfo.
    if (v.tag != kRef || v.o->type != Type::Hash || !v.o->unique()) continue;
    Hash* made = static_cast<Hash*>(static_cast<Referent*>(v.o));
    std::size_t position = 0;
    while (Hash::Entry* entry = made->next(position))
      if (taintable(entry->value)) taint_place(entry->value);
  }
}

}  // namespace perlipc
