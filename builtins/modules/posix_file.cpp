// Descriptors and files of POSIX: the calls below Perl's handles.
#include "builtins/io_handle.h"
#include "builtins/modules/posix.h"
#include "runtime/fd.h"
#include "runtime/file.h"
#include "runtime/ready_set.h"

#include <fcntl.h>
#include <unistd.h>

namespace perlipc::builtin {

namespace {

int fd_argument(Call& call, std::size_t n) { return static_cast<int>(call.integer(n)); }

// Runs handlers and tries again as long as a signal interrupts, the way perl's own calls do not: EINTR is
// the script's to see here.
Value file_open(Call& call) {
  expect(call, 1, 3, "filename, flags = O_RDONLY, mode = 0666");
  const int flags = call.has(1) ? static_cast<int>(call.integer(1)) : O_RDONLY;
  const auto mode = static_cast<mode_t>(call.has(2) ? call.integer(2) : 0666);
  rt::Result<rt::UniqueFd> fd = rt::open_file(call.text(0).c_str(), flags, mode);
  if (!fd) return call.fail(fd.error());
  (void)rt::make_inheritable_upto(fd->get(), io_table(call.engine).max_system_fd);
  return sys_number(call, fd->release());
}

Value file_creat(Call& call) {
  expect(call, 2, 2, "filename, mode");
  rt::Result<rt::UniqueFd> fd = rt::open_file(call.text(0).c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                              static_cast<mode_t>(call.integer(1)));
  if (!fd) return call.fail(fd.error());
  (void)rt::make_inheritable_upto(fd->get(), io_table(call.engine).max_system_fd);
  return sys_number(call, fd->release());
}

Value file_close(Call& call) {
  expect(call, 1, 1, "fd");
  const int fd = fd_argument(call, 0);
  if (rt::is_private_fd(fd)) return call.fail(EBADF);
  rt::note_descriptor_gone();
  return sys_number(call, ::close(fd));
}

// POSIX::dup and dup2 give what the C functions give: descriptors that programs inherit.
Value file_dup(Call& call) {
  expect(call, 1, 1, "fd");
  return sys_number(call, ::dup(fd_argument(call, 0)));
}

Value file_dup2(Call& call) {
  expect(call, 2, 2, "fd1, fd2");
  const int target = fd_argument(call, 1);
  if (target < 0) return call.fail(EBADF);
  if (rt::is_private_fd(target)) io_table(call.engine).forget_kept_sets();
  rt::note_descriptor_gone();
  return sys_number(call, ::dup2(fd_argument(call, 0), target));
}

Value file_pipe(Call& call) {
  expect(call, 0, 0, "");
  int ends[2];
  if (::pipe(ends) == -1) return fail_list(call, errno);
  call.push(Value::integer(ends[0]));
  call.push(Value::integer(ends[1]));
  return call.list();
}

Value file_lseek(Call& call) {
  expect(call, 3, 3, "fd, offset, whence");
  const off_t position =
      ::lseek(fd_argument(call, 0), call.integer(1), static_cast<int>(call.integer(2)));
  if (position == -1) call.engine.set_errno(errno);
  return Value::integer(position);
}

Value file_read(Call& call) {
  expect(call, 3, 3, "fd, buffer, nbytes");
  const auto size = static_cast<std::size_t>(std::max<std::int64_t>(call.integer(2), 0));
  String* buffer = String::make(size);
  const rt::Result<std::size_t> got = rt::read_some(fd_argument(call, 0), buffer->data, size);
  if (!got) {
    buffer->release();
    return call.fail(got.error());
  }
  buffer->length = *got;
  buffer->data[*got] = 0;
  call.engine.taint();
  call.assign(1, Value::adopt(buffer));
  call.engine.taint_place(call.args[1]);
  return sys_number(call, static_cast<std::int64_t>(*got));
}

Value file_write(Call& call) {
  expect(call, 3, 3, "fd, buffer, nbytes");
  const Text buffer(call.engine, call[1]);
  const auto wanted = static_cast<std::size_t>(std::max<std::int64_t>(call.integer(2), 0));
  return sys_result(call, rt::write_some(fd_argument(call, 0), buffer.view().data(),
                                         std::min(wanted, buffer.size())));
}

Value file_access(Call& call) {
  expect(call, 2, 2, "filename, mode");
  return sys_number(call, ::access(call.text(0).c_str(), static_cast<int>(call.integer(1))));
}

Value file_mkfifo(Call& call) {
  expect(call, 2, 2, "filename, mode");
  return sys_result(call,
                    rt::make_fifo(call.text(0).c_str(), static_cast<mode_t>(call.integer(1))));
}

Value file_lchown(Call& call) {
  expect(call, 3, 3, "uid, gid, path");
  return sys_number(call, ::lchown(call.text(2).c_str(), static_cast<uid_t>(call.integer(0)),
                                   static_cast<gid_t>(call.integer(1))));
}

// Limits: -1 without errno means "no limit", undef either way.
Value limit(Call& call, long value) {
  if (value == -1 && errno != 0) return call.fail(errno);
  return value == -1 ? Value() : value == 0 ? text_value("0 but true") : Value::integer(value);
}

Value file_pathconf(Call& call) {
  expect(call, 2, 2, "filename, name");
  errno = 0;
  return limit(call, ::pathconf(call.text(0).c_str(), static_cast<int>(call.integer(1))));
}
Value file_fpathconf(Call& call) {
  expect(call, 2, 2, "fd, name");
  errno = 0;
  return limit(call, ::fpathconf(fd_argument(call, 0), static_cast<int>(call.integer(1))));
}
Value file_sysconf(Call& call) {
  expect(call, 1, 1, "name");
  errno = 0;
  return limit(call, ::sysconf(static_cast<int>(call.integer(0))));
}

Value file_isatty(Call& call) {
  expect(call, 1, 1, "filehandle");
  const Value what = call[0];
  const bool is_number = !what.is_ref() && !what.is_glob() && looks_like_number(what);
  const int fd = is_number ? fd_argument(call, 0) : handle_fd(call.engine.handle_of(what, false));
  return yes_no(rt::is_tty(fd));
}

Value file_ttyname(Call& call) {
  expect(call, 1, 1, "fd");
  const rt::Result<std::string> name = rt::tty_name(fd_argument(call, 0));
  return name ? text_value(*name) : call.fail(name.error());
}

Value file_ctermid(Call& call) {
  expect(call, 0, 1, "s = 0");
  char name[L_ctermid] = "";
  return text_value(::ctermid(name));
}

Value file_getcwd(Call& call) {
  expect(call, 0, 0, "");
  const rt::Result<std::string> path = rt::current_directory();
  return path ? text_value(*path) : call.fail(path.error());
}

template <bool (*Test)(mode_t)> Value mode_test(Call& call) {
  return yes_no(Test(static_cast<mode_t>(call.integer(0))));
}
bool is_block(mode_t mode) { return S_ISBLK(mode); }
bool is_character(mode_t mode) { return S_ISCHR(mode); }
bool is_directory(mode_t mode) { return S_ISDIR(mode); }
bool is_fifo(mode_t mode) { return S_ISFIFO(mode); }
bool is_regular(mode_t mode) { return S_ISREG(mode); }

const NativeRow kRows[] = {
    {"S_ISBLK", mode_test<is_block>, nullptr},
    {"S_ISCHR", mode_test<is_character>, nullptr},
    {"S_ISDIR", mode_test<is_directory>, nullptr},
    {"S_ISFIFO", mode_test<is_fifo>, nullptr},
    {"S_ISREG", mode_test<is_regular>, nullptr},
    {"access", file_access, nullptr, Capability::FsRead},
    {"close", file_close, nullptr, Capability::FsWrite},
    {"creat", file_creat, nullptr, Capability::FsWrite},
    {"ctermid", file_ctermid, nullptr},
    {"dup", file_dup, nullptr, Capability::FsWrite},
    {"dup2", file_dup2, nullptr, Capability::FsWrite},
    {"fpathconf", file_fpathconf, nullptr, Capability::FsRead},
    {"getcwd", file_getcwd, nullptr, Capability::FsRead},
    {"isatty", file_isatty, nullptr},
    {"lchown", file_lchown, nullptr, Capability::FsWrite},
    {"lseek", file_lseek, nullptr, Capability::FsRead},
    {"mkfifo", file_mkfifo, nullptr, Capability::FsWrite},
    {"open", file_open, nullptr, Capability::FsWrite},
    {"pathconf", file_pathconf, nullptr, Capability::FsRead},
    {"pipe", file_pipe, nullptr, Capability::Fork},
    {"read", file_read, nullptr, Capability::FsRead},
    {"sysconf", file_sysconf, nullptr},
    {"ttyname", file_ttyname, nullptr, Capability::FsRead},
    {"write", file_write, nullptr, Capability::FsWrite},
};

}  // namespace

std::span<const NativeRow> posix_file_functions() { return kRows; }

}  // namespace perlipc::builtin
