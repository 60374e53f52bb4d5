// The functions of POSIX that are Perl's own under another name: argument checks, then the builtin.
#include "builtins/io_handle.h"
#include "builtins/modules/posix.h"
#include "builtins/sprintf.h"
#include "builtins/table.h"
#include "runtime/stat.h"

#include <algorithm>
#include <cstring>

namespace perlipc::builtin {

#define BUILTIN(name, implementation, parse, operands, flags, capability, summary)                 \
  Value implementation(Call& call);
#include "builtins/table.def"
#undef BUILTIN

namespace {

// Runs a builtin on arguments of our choice, in the context of our call.
Value run(Call& call, BuiltinId id, NativeFunction function,
          std::initializer_list<Value> arguments) {
  std::vector<Value> copy(arguments);
  Call inner{.engine = call.engine,
             .args = copy.data(),
             .count = copy.size(),
             .want = call.want,
             .id = static_cast<std::uint16_t>(id),
             .code = nullptr,
             .is_list = false,
             .results = call.results};
  Value result = function(inner);
  call.is_list = inner.is_list;
  return result;
}

// Usage texts by builtin; the arguments go on as they are.
struct Same {
  BuiltinId id;
  const char* arguments;
};
constexpr Same kSame[] = {
    {BuiltinId::k_abs, "x"},
    {BuiltinId::k_alarm, "seconds"},
    {BuiltinId::k_atan2, "x, y"},
    {BuiltinId::k_chdir, "directory"},
    {BuiltinId::k_chmod, "mode, filename"},
    {BuiltinId::k_chown, "uid, gid, filename"},
    {BuiltinId::k_closedir, "dirhandle"},
    {BuiltinId::k_cos, "x"},
    {BuiltinId::k_exp, "x"},
    {BuiltinId::k_fcntl, "filehandle, cmd, arg"},
    {BuiltinId::k_fork, ""},
    {BuiltinId::k_getc, "handle"},
    {BuiltinId::k_getgrgid, "gid"},
    {BuiltinId::k_getgrnam, "name"},
    {BuiltinId::k_getlogin, ""},
    {BuiltinId::k_getpwnam, "name"},
    {BuiltinId::k_getpwuid, "uid"},
    {BuiltinId::k_gmtime, "time"},
    {BuiltinId::k_link, "oldfilename, newfilename"},
    {BuiltinId::k_localtime, "time"},
    {BuiltinId::k_log, "x"},
    {BuiltinId::k_mkdir, "directoryname, mode"},
    {BuiltinId::k_readdir, "dirhandle"},
    {BuiltinId::k_rename, "oldfilename, newfilename"},
    {BuiltinId::k_rewinddir, "dirhandle"},
    {BuiltinId::k_rmdir, "directoryname"},
    {BuiltinId::k_sin, "x"},
    {BuiltinId::k_sqrt, "x"},
    {BuiltinId::k_stat, "filename"},
    {BuiltinId::k_system, "command"},
    {BuiltinId::k_time, ""},
    {BuiltinId::k_umask, "mask"},
    {BuiltinId::k_unlink, "filename"},
    {BuiltinId::k_wait, ""},
    {BuiltinId::k_waitpid, "pid, options"},
};

template <BuiltinId Id, NativeFunction F> Value same(Call& call) {
  constexpr const char* arguments = [] {
    for (const Same& row : kSame) {
      if (row.id == Id) return row.arguments;
    }
    return static_cast<const char*>(nullptr);
  }();
  static_assert(arguments != nullptr);
  constexpr std::string_view text(arguments);
  constexpr std::size_t count = text.empty() ? 0 : 1 + std::count(text.begin(), text.end(), ',');
  expect(call, count, count, arguments);
  const std::uint16_t before = std::exchange(call.id, static_cast<std::uint16_t>(Id));
  Value result = F(call);
  call.id = before;
  return result;
}

Value core_assert(Call& call) {
  expect(call, 1, 1, "expr");
  if (!call.truth(0)) call.engine.die("Assertion failed");
  return yes_no(false);
}

Value core_errno(Call& call) {
  expect(call, 0, 0, "");
  return Value::integer(call.engine.get_errno());
}

Value core_exit(Call& call) {
  expect(call, 1, 1, "status");
  call.engine.exit(static_cast<int>(call.integer(0)));
}

Value core_getpgrp(Call& call) {
  expect(call, 0, 0, "");
  return run(call, BuiltinId::k_getpgrp, bi_getpgrp, {});
}

Value core_kill(Call& call) {
  expect(call, 2, 2, "pid, sig");
  return run(call, BuiltinId::k_kill, bi_kill, {call[1], call[0]});
}

Value core_utime(Call& call) {
  expect(call, 3, 3, "filename, atime, mtime");
  return run(call, BuiltinId::k_utime, bi_utime, {call[1], call[2], call[0]});
}

// Answers a directory handle.
Value core_opendir(Call& call) {
  expect(call, 1, 1, "directory");
  Value handle;
  const Value opened =
      run(call, BuiltinId::k_opendir, bi_opendir, {Value::slot_pointer(&handle), call[0]});
  return to_bool(call.engine, opened) ? rvalue(handle) : Value();
}

// Removes a file or an empty directory.
Value core_remove(Call& call) {
  expect(call, 1, 1, "filename");
  const rt::Result<rt::FileStat> stat = rt::stat_link(call.text(0).c_str());
  if (stat && stat->is_directory()) return run(call, BuiltinId::k_rmdir, bi_rmdir, {call[0]});
  return run(call, BuiltinId::k_unlink, bi_unlink, {call[0]});
}

Value core_rewind(Call& call) {
  expect(call, 1, 1, "filehandle");
  return run(call, BuiltinId::k_seek, bi_seek, {call[0], Value::integer(0), Value::integer(0)});
}

Value core_getchar(Call& call) {
  expect(call, 0, 0, "");
  return run(call, BuiltinId::k_getc, bi_getc,
             {Value::glob(call.engine.glob("main::STDIN", true))});
}

Value core_gets(Call& call) {
  expect(call, 0, 0, "");
  Value line;
  read_line(call.engine, call.engine.glob("main::STDIN", true), line);
  return rvalue(line);
}

// stat's thirteen fields, of a descriptor.
Value core_fstat(Call& call) {
  expect(call, 1, 1, "fd");
  const rt::Result<rt::FileStat> stat = rt::stat_fd(static_cast<int>(call.integer(0)));
  if (!stat) return fail_list(call, stat.error());
  if (call.want != Want::List) return yes_no(true);
  const auto push = [&](auto number) {
    call.push(Value::integer(static_cast<std::int64_t>(number)));
  };
  push(stat->device), push(stat->inode), push(stat->mode), push(stat->links), push(stat->uid),
      push(stat->gid);
  push(stat->special_device), push(stat->size), push(stat->accessed.seconds),
      push(stat->modified.seconds);
  push(stat->changed.seconds), push(stat->block_size), push(stat->blocks);
  return call.list();
}

Value core_printf(Call& call) {
  if (call.count < 1) die_usage(call, "pattern, args...");
  const Text format_text(call.engine, call[0]);
  Glob* handle = call.engine.glob("main::STDOUT", true);
  const Value text = Value::adopt(format(call.engine, format_text.view(), format_text.utf8(),
                                         call.args + 1, call.count - 1, "printf"));
  return yes_no(print_text(call.engine, handle->io(), handle, text, "printf"));
}

Value core_perror(Call& call) {
  Glob* handle = call.engine.glob("main::STDERR", true);
  const std::string prefix = call.has(0) ? call.text(0) + ": " : std::string();
  const Value text = text_value(prefix + std::strerror(call.engine.get_errno()) + "\n");
  return yes_no(print_text(call.engine, handle->io(), handle, text, "print"));
}

Value core_sprintf(Call& call) {
  if (call.count < 1) die_usage(call, "pattern, args...");
  return bi_sprintf(call);
}

#define SAME(name)                                                                                 \
  {                                                                                                \
#name, same < BuiltinId::k_##name, bi_##name>, nullptr,                                        \
        kBuiltinCapabilities[static_cast < std::size_t>(BuiltinId::k_##name)]                      \
  }
const NativeRow kRows[] = {
    SAME(abs),
    SAME(alarm),
    SAME(atan2),
    SAME(chdir),
    SAME(chmod),
    SAME(chown),
    SAME(closedir),
    SAME(cos),
    SAME(exp),
    SAME(fcntl),
    SAME(fork),
    SAME(getc),
    SAME(getgrgid),
    SAME(getgrnam),
    SAME(getlogin),
    SAME(getpwnam),
    SAME(getpwuid),
    SAME(gmtime),
    SAME(link),
    SAME(localtime),
    SAME(log),
    SAME(mkdir),
    SAME(readdir),
    SAME(rename),
    SAME(rewinddir),
    SAME(rmdir),
    SAME(sin),
    SAME(sqrt),
    SAME(stat),
    SAME(system),
    SAME(time),
    SAME(umask),
    SAME(unlink),
    SAME(wait),
    SAME(waitpid),
    {"assert", core_assert, nullptr},
    {"errno", core_errno, nullptr},
    {"exit", core_exit, nullptr},
    {"fabs", same<BuiltinId::k_abs, bi_abs>, nullptr},
    {"fstat", core_fstat, nullptr, Capability::FsRead},
    {"getchar", core_getchar, nullptr},
    {"getpgrp", core_getpgrp, nullptr},
    {"gets", core_gets, nullptr},
    {"kill", core_kill, nullptr, Capability::Kill},
    {"opendir", core_opendir, nullptr, Capability::FsRead},
    {"perror", core_perror, nullptr},
    {"printf", core_printf, nullptr},
    {"remove", core_remove, nullptr, Capability::FsWrite},
    {"rewind", core_rewind, nullptr},
    {"sprintf", core_sprintf, nullptr},
    {"utime", core_utime, nullptr, Capability::FsWrite},
};
#undef SAME

}  // namespace

std::span<const NativeRow> posix_core_functions() { return kRows; }

}  // namespace perlipc::builtin
