// Functions on file names: links, permissions, owners, times, directories (perlfunc).
#include "runtime/file.h"
#include "builtins/io_handle.h"

#include <cerrno>
#include <cmath>

namespace perlipc::builtin {
namespace {

// perlfunc chmod, chown, utime: besides names, handles are allowed in the list.
template <class ByFd, class ByPath>
Value for_each_file(Call& call, std::size_t first, const char* op, ByFd&& by_fd, ByPath&& by_path) {
  std::int64_t changed = 0;
  for (std::size_t n = first; n < call.count; ++n) {
    const Value value = call[n];
    rt::Result<void> done;
    if (value.is_glob() ||
        (value.is_ref() && (value.o->type == Type::Glob || value.o->type == Type::Handle))) {
      const HandleArg arg = handle_arg(call, n);
      const int fd = arg.open()                               ? arg.io->fd()
                     : arg.io != nullptr && arg.io->directory ? arg.io->directory->fd()
                                                              : -1;
      done = fd >= 0 ? by_fd(fd) : rt::Result<void>(rt::Errno{EBADF});
    } else {
      const auto path = path_arg(call, n, op);
      if (!path) continue;
      done = by_path(path->c_str());
    }
    if (done) ++changed;
    else call.engine.set_errno(done.error());
  }
  return Value::integer(changed);
}

// 1, or 0 with $!.
Value one_or_zero(Call& call, const rt::Result<void>& done) {
  if (!done) call.engine.set_errno(done.error());
  return Value::integer(done.ok() ? 1 : 0);
}

// Names that perl passes to the system as they are: a NUL ends them.
std::string cut_at_nul(std::string text) {
  const std::size_t nul = text.find('\0');
  if (nul != text.npos) text.resize(nul);
  return text;
}

}  // namespace

Value bi_chmod(Call& call) {
  if (call.count == 0) return Value::integer(0);
  const auto mode = static_cast<mode_t>(int_arg(call, 0));
  return for_each_file(
      call, 1, "chmod", [&](int fd) { return rt::change_mode_fd(fd, mode); },
      [&](const char* path) { return rt::change_mode(path, mode); });
}

Value bi_chown(Call& call) {
  if (call.count < 2) return Value::integer(0);
  const auto uid = static_cast<uid_t>(int_arg(call, 0));
  const auto gid = static_cast<gid_t>(int_arg(call, 1));
  return for_each_file(
      call, 2, "chown", [&](int fd) { return rt::change_owner_fd(fd, uid, gid); },
      [&](const char* path) { return rt::change_owner(path, uid, gid); });
}

namespace {

rt::FileTime file_time(Call& call, std::size_t n) {
  const Value value = call[n];
  if (value.is_undef()) {
    call.engine.warn_uninitialized(&call.args[n]);
    return {};
  }
  if (value.is_int()) return {value.i, 0};
  const double seconds = to_double(call.engine, value);
  const double whole = std::floor(seconds);
  return {static_cast<std::int64_t>(whole), static_cast<std::int64_t>((seconds - whole) * 1e9)};
}

}  // namespace

Value bi_utime(Call& call) {
  if (call.count < 2) return Value::integer(0);
  std::optional<rt::AccessTimes> times;
  if (!call[0].is_undef() || !call[1].is_undef())
    times = rt::AccessTimes{file_time(call, 0), file_time(call, 1)};
  return for_each_file(
      call, 2, "utime", [&](int fd) { return rt::set_times_fd(fd, times); },
      [&](const char* path) { return rt::set_times(path, times); });
}

Value bi_unlink(Call& call) {
  std::int64_t removed = 0;
  const auto one = [&](const Value& value, const Value* place) {
    if (value.is_undef()) call.engine.warn_uninitialized(place);
    const auto path =
        value.is_undef() ? std::optional<std::string>("") : path_of(call.engine, value, "unlink");
    if (!path) return;
    const rt::Result<void> done = rt::remove_file(path->c_str());
    if (done) ++removed;
    else call.engine.set_errno(done.error());
  };
  for (std::size_t n = 0; n < call.count; ++n) one(call[n], &call.args[n]);
  return Value::integer(removed);
}

Value bi_rename(Call& call) {
  const std::string from = cut_at_nul(bytes_arg(call, 0)), to = cut_at_nul(bytes_arg(call, 1));
  return one_or_zero(call, rt::rename_path(from.c_str(), to.c_str()));
}

Value bi_link(Call& call) {
  const std::string from = cut_at_nul(bytes_arg(call, 0)), to = cut_at_nul(bytes_arg(call, 1));
  return one_or_zero(call, rt::make_link(from.c_str(), to.c_str()));
}

Value bi_symlink(Call& call) {
  const std::string from = cut_at_nul(bytes_arg(call, 0)), to = cut_at_nul(bytes_arg(call, 1));
  return one_or_zero(call, rt::make_symlink(from.c_str(), to.c_str()));
}

Value bi_readlink(Call& call) {
  const std::string path = cut_at_nul(bytes_arg(call, 0));
  const rt::Result<std::string> target = rt::read_link(path.c_str());
  if (!target) return call.fail(target.error());
  return Value::string(*target);
}

Value bi_mkdir(Call& call) {
  std::string path = cut_at_nul(bytes_arg(call, 0));
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  const auto mode = static_cast<mode_t>(call.has(1) ? int_arg(call, 1) : 0777);
  return one_or_zero(call, rt::make_directory(path.c_str(), mode));
}

Value bi_rmdir(Call& call) {
  std::string path = cut_at_nul(bytes_arg(call, 0));
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return one_or_zero(call, rt::remove_directory(path.c_str()));
}

namespace {

// perlfunc chdir: without an argument to $ENV{HOME}, then $ENV{LOGDIR}.
std::string home_directory(Engine& engine) {
  Hash* environment = engine.glob("main::ENV", true)->hash();
  for (const char* name : {"HOME", "LOGDIR"}) {
    if (Value* value = environment->find(name)) return bytes_of(engine, rvalue(*value));
  }
  return {};
}

Value chdir_handle(Call& call) {
  const HandleArg arg = handle_arg(call, 0);
  const int fd = arg.io == nullptr   ? -1
                 : arg.io->directory ? arg.io->directory->fd()
                                     : arg.io->fd();
  if (fd < 0) {
    report_not_open(call.engine, arg, "chdir");
    call.engine.set_errno(EBADF);
    return Value::integer(0);
  }
  return one_or_zero(call, rt::change_directory_fd(fd));
}

}  // namespace

Value bi_chdir(Call& call) {
  if (call.count == 0) {
    const std::string home = home_directory(call.engine);
    call.engine.refuse_tainted("chdir");
    if (home.empty()) {
      call.engine.set_errno(EINVAL);
      return Value::integer(0);
    }
    return one_or_zero(call, rt::change_directory(home.c_str()));
  }
  const Value target = call[0];
  if (target.is_glob() || (target.is_ref() && target.o->type != Type::Scalar))
    return chdir_handle(call);
  const std::string path = cut_at_nul(bytes_arg(call, 0));
  return one_or_zero(call, rt::change_directory(path.c_str()));
}

Value bi_chroot(Call& call) {
  const std::string path = cut_at_nul(bytes_arg(call, 0));
  return one_or_zero(call, rt::change_root(path.c_str()));
}

Value bi_umask(Call& call) {
  if (!call.has(0)) return Value::integer(rt::current_umask());
  return Value::integer(rt::set_umask(static_cast<mode_t>(int_arg(call, 0)) & 0777));
}

}  // namespace perlipc::builtin
