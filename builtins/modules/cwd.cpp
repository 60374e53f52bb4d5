// Cwd and Sys::Hostname (their perldoc pages): where we are, and on which machine.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"
#include "runtime/file.h"
#include "runtime/process.h"

namespace perlipc::builtin {

#define BUILTIN(name, implementation, parse, operands, flags, capability, summary)                 \
  Value implementation(Call& call);
#include "builtins/table.def"
#undef BUILTIN

namespace {

Value cwd_getcwd(Call& call) {
  const rt::Result<std::string> path = rt::current_directory();
  call.engine.taint();
  return path ? text_value(*path) : call.fail(path.error());
}

// The last component need not exist (perldoc Cwd, abs_path; as the C function of BSD has it).
Value cwd_abs_path(Call& call) {
  call.engine.taint();
  const std::string path = call.defined(0) && !call.text(0).empty() ? call.text(0) : ".";
  const rt::Result<std::string> real = rt::real_path(path.c_str());
  if (real) return text_value(*real);
  if (real.error() != ENOENT) return call.fail(real.error());
  const std::size_t slash = path.rfind('/');
  const std::string parent = slash == path.npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
  const std::string last = slash == path.npos ? path : path.substr(slash + 1);
  const rt::Result<std::string> real_parent = rt::real_path(parent.c_str());
  if (!real_parent || last.empty() || rt::stat_link(path.c_str())) return call.fail(real.error());
  return text_value(*real_parent == "/" ? "/" + last : *real_parent + "/" + last);
}

// CORE::chdir that keeps $ENV{PWD} up to date.
Value cwd_chdir(Call& call) {
  Value result = bi_chdir(call);
  if (!to_bool(call.engine, result)) return result;
  const rt::Result<std::string> path = rt::current_directory();
  if (path)
    call.engine.assign(call.engine.glob("main::ENV", true)->hash()->fetch("PWD"),
                       text_value(*path));
  return result;
}

const NativeRow kCwdFunctions[] = {
    {"abs_path", cwd_abs_path, nullptr, Capability::FsRead},
    {"chdir", cwd_chdir, nullptr, Capability::FsWrite},
    {"cwd", cwd_getcwd, nullptr, Capability::FsRead},
    {"fast_abs_path", cwd_abs_path, nullptr, Capability::FsRead},
    {"fast_realpath", cwd_abs_path, nullptr, Capability::FsRead},
    {"fastcwd", cwd_getcwd, nullptr, Capability::FsRead},
    {"fastgetcwd", cwd_getcwd, nullptr, Capability::FsRead},
    {"getcwd", cwd_getcwd, nullptr, Capability::FsRead},
    {"realpath", cwd_abs_path, nullptr, Capability::FsRead},
};

Value host_name(Call& call) {
  const rt::Result<std::string> name = rt::host_name();
  if (!name) call.engine.die("Cannot get host name of local machine");
  return text_value(*name);
}

const NativeRow kHostFunctions[] = {{"hostname", host_name, nullptr}};

}  // namespace

const NativeModule& cwd_module() {
  static const NativeModule module{.package = "Cwd",
                                   .functions = kCwdFunctions,
                                   .constants = {},
                                   .exports = "cwd getcwd fastcwd fastgetcwd",
                                   .optional_exports =
                                       "chdir abs_path fast_abs_path realpath fast_realpath",
                                   .version = "3.84"};
  return module;
}

const NativeModule& hostname_module() {
  static const NativeModule module{.package = "Sys::Hostname",
                                   .functions = kHostFunctions,
                                   .constants = {},
                                   .exports = "hostname",
                                   .version = "1.24"};
  return module;
}

}  // namespace perlipc::builtin
