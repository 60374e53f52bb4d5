// Directory handles (perlfunc opendir, readdir, telldir, seekdir, rewinddir, closedir).
#include "builtins/io_handle.h"

#include <cerrno>

namespace perlipc::builtin {
namespace {

// The open directory of operand 0; null after the warning.
rt::Directory* directory_arg(Call& call, const char* op) {
  const HandleArg arg = handle_arg(call, 0);
  if (arg.io != nullptr && arg.io->directory) return arg.io->directory.get();
  call.engine.warn(Warning::Io, std::string(op) + "() attempted on invalid dirhandle" + arg.text());
  if (call.engine.get_errno() == 0) call.engine.set_errno(EBADF);
  return nullptr;
}

Value done(Call& call, const rt::Result<void>& result) {
  if (!result) return call.fail(result.error());
  return Value::boolean(true);
}

}  // namespace

Value bi_opendir(Call& call) {
  Engine& engine = call.engine;
  const HandleArg arg = new_handle_arg(call, 0, "opendir");
  if (arg.handle == nullptr) engine.die("Can't use an undefined value as dirhandle reference");
  if (arg.open()) {
    engine.die("Cannot open" + arg.text() + " as a dirhandle: it is already open as a filehandle");
  }
  const auto path = path_arg(call, 1, nullptr);
  if (!path) return {};
  auto directory = rt::Directory::open(path->c_str());
  IoHandle* io = io_table(engine).state_of(arg.handle);
  io->directory = {};
  if (!directory) return call.fail(directory.error());
  io->directory = std::move(*directory);
  return Value::boolean(true);
}

Value bi_readdir(Call& call) {
  rt::Directory* directory = directory_arg(call, "readdir");
  if (directory == nullptr) return call.want == Want::List ? call.list() : Value();
  const auto keep = rt::Ref<rt::Directory>::share(directory);
  for (;;) {
    auto name = keep->read();
    if (!name) call.engine.set_errno(name.error());
    const bool more = name && name->has_value();
    if (call.want != Want::List) return more ? Value::string(**name) : Value();
    if (!more) return call.list();
    call.push(Value::string(**name));
  }
}

Value bi_rewinddir(Call& call) {
  rt::Directory* directory = directory_arg(call, "rewinddir");
  return directory != nullptr ? done(call, directory->rewind()) : Value();
}

Value bi_telldir(Call& call) {
  rt::Directory* directory = directory_arg(call, "telldir");
  if (directory == nullptr) return {};
  const rt::Result<long> position = directory->tell();
  if (!position) return call.fail(position.error());
  return Value::integer(*position);
}

Value bi_seekdir(Call& call) {
  rt::Directory* directory = directory_arg(call, "seekdir");
  return directory != nullptr ? done(call, directory->seek(static_cast<long>(int_arg(call, 1))))
                              : Value();
}

Value bi_closedir(Call& call) {
  const HandleArg arg = handle_arg(call, 0);
  rt::Directory* directory = directory_arg(call, "closedir");
  if (directory == nullptr) return {};
  const Value result = done(call, directory->close());
  arg.io->directory = {};
  return result;
}

}  // namespace perlipc::builtin
