// <>, <<>>, eof: the files named in @ARGV as one stream, and editing them in place (perlop "I/O
// Operators", perlrun -i).
#include "builtins/io_handle.h"
#include "builtins/policy.h"
#include "runtime/file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace perlipc::builtin {

// The file being rewritten: output goes to a new file that takes the old one's place at the end.
class InplaceEdit {
 public:
  std::string path, work_path, backup;
  mode_t mode = 0;
};

namespace {

Glob* argv_glob(Engine& engine) { return io_table(engine).argv_glob; }

std::string backup_name(const std::string& path, const std::string& extension) {
  if (extension.find('*') == extension.npos) return path + extension;
  // perlrun -i: each * is replaced by the file's base name, and the pattern may name a directory.
  const std::size_t slash = path.rfind('/');
  const std::string base = slash == path.npos ? path : path.substr(slash + 1);
  std::string name;
  for (char c : extension) {
    if (c == '*') name += base;
    else name += c;
  }
  if (name.find('/') == name.npos && slash != path.npos) name = path.substr(0, slash + 1) + name;
  return name;
}

void finish_inplace(IoTable& table) {
  if (!table.inplace) return;
  const std::shared_ptr<InplaceEdit> edit = std::move(table.inplace);
  table.inplace.reset();
  Engine& engine = table.engine;
  Glob* out = engine.glob("main::ARGVOUT", true);
  if (IoHandle* io = io_of(out->io()); io != nullptr && io->stream) (void)table.close_stream(io);
  if (!edit->backup.empty()) (void)rt::rename_path(edit->path.c_str(), edit->backup.c_str());
  (void)rt::rename_path(edit->work_path.c_str(), edit->path.c_str());
  table.select(engine.glob("main::STDOUT", true));
}

bool start_inplace(IoTable& table, IoHandle* input, const std::string& path,
                   const std::string& extension) {
  Engine& engine = table.engine;
  const rt::Result<rt::FileStat> stat = rt::stat_fd(input->fd());
  if (!stat || !stat->is_regular()) {
    engine.warn(Warning::Inplace, "Can't do inplace edit: " + path + " is not a regular file");
    return false;
  }
  auto edit = std::make_shared<InplaceEdit>();
  edit->path = path;
  if (!extension.empty()) edit->backup = backup_name(path, extension);
  const std::size_t slash = path.rfind('/');
  edit->work_path = (slash == path.npos ? std::string() : path.substr(0, slash + 1)) + "XXXXXXXX";
  const int fd = ::mkostemp(edit->work_path.data(), O_CLOEXEC);
  if (fd == -1) {
    const int error = errno;
    engine.warn(Warning::Inplace, "Can't do inplace edit on " + path +
                                      ": Cannot make temp name: " + std::strerror(error));
    return false;
  }
  (void)rt::change_mode_fd(fd, stat->mode & 07777);
  (void)rt::change_owner_fd(fd, stat->uid, stat->gid);
  Glob* out = engine.glob("main::ARGVOUT", true);
  IoHandle* output = table.state_of(out->io());
  if (output->stream) (void)table.close_stream(output);
  table.attach(output, rt::UniqueFd(fd), {.access = rt::Access::Write}, HandleKind::File);
  table.select(out);
  table.inplace = std::move(edit);
  return true;
}

std::optional<std::string> inplace_extension(Engine& engine) {
  Glob* glob = engine.glob(std::string("main::") + '\x09', false);
  if (glob == nullptr || glob->body->scalar == nullptr) return std::nullopt;
  const Value value = glob->scalar()->get();
  if (value.is_undef()) return std::nullopt;
  return bytes_of(engine, value);
}

void warn_cannot_open(Engine& engine, const std::string& name) {
  engine.warn(Warning::Inplace, "Can't open " + name + ": " + std::strerror(engine.get_errno()));
}

}  // namespace

bool next_argv_file(IoTable& table, bool safe) {
  Engine& engine = table.engine;
  Glob* glob = argv_glob(engine);
  Handle* handle = glob->io();
  IoHandle* io = table.state_of(handle);
  Array* names = glob->array();
  bool literal_dash = false;
  if (!table.argv.started) {
    table.argv.started = true;
    io->lines = 0;
    if (names->empty()) {
      names->push(Value::string("-"));
      literal_dash = true;
    }
  }
  finish_inplace(table);
  while (!names->empty()) {
    const std::string name = bytes_of(engine, names->shift());
    Scalar* current = engine.special(Special::ArgvScalar);
    current->value = Value::string(name);
    const std::int64_t lines = io->lines;
    const bool opened = open_for_argv(engine, handle, glob, name, safe && !literal_dash);
    io->lines = lines;
    if (!opened) {
      warn_cannot_open(engine, name);
      continue;
    }
    if (const auto extension = inplace_extension(engine); extension && name != "-") {
      engine.refuse_tainted("inplace open");
      require_allowed(engine, Capability::FsWrite, "editing in place");
      if (!start_inplace(table, io, name, *extension)) {
        (void)table.close_stream(io);
        continue;
      }
    }
    return true;
  }
  table.argv.started = false;
  return false;
}

namespace {

// The open ARGV handle, or null when everything has been read.
IoHandle* current_argv(IoTable& table, bool safe) {
  IoHandle* io = table.state_of(argv_glob(table.engine)->io());
  if (io->stream && table.argv.started) return io;
  // Somebody opened ARGV by hand: it is read like any handle.
  if (io->stream) return io;
  return next_argv_file(table, safe) ? io : nullptr;
}

// Reads one record through `read`; moves on at the end of each file.
template <class Read> bool read_through(IoTable& table, bool safe, Read&& read) {
  Engine& engine = table.engine;
  Glob* glob = argv_glob(engine);
  engine.set_last_read(glob);
  for (;;) {
    IoHandle* io = current_argv(table, safe);
    if (io == nullptr) return false;
    if (read(io)) return true;
    if (io->stream) {
      const std::int64_t lines = io->lines;
      (void)table.close_stream(io);
      io->lines = lines;
    }
    if (!table.argv.started || !next_argv_file(table, safe)) {
      finish_inplace(table);
      return false;
    }
  }
}

}  // namespace

bool read_argv_line(Engine& engine, Value& place, bool safe) {
  IoTable& table = io_table(engine);
  Glob* glob = argv_glob(engine);
  if (IoHandle* io = io_of(glob->body->io); io != nullptr && !io->tied.is_undef()) {
    const auto results = engine.call_method(io->tied, "READLINE", {}, Want::Scalar);
    const Value line = results.empty() ? Value() : rvalue(results.back());
    engine.assign(place, line);
    return !line.is_undef();
  }
  if (read_through(table, safe, [&](IoHandle* io) { return read_record_into(table, io, place); }))
    return true;
  engine.assign(place, Value());
  return false;
}

void read_argv_lines(Engine& engine, std::vector<Value>& out, bool safe) {
  IoTable& table = io_table(engine);
  for (;;) {
    Value line;
    if (!read_through(table, safe, [&](IoHandle* io) { return read_record_into(table, io, line); }))
      return;
    out.push_back(std::move(line));
  }
}

namespace {

bool at_end(IoTable& table, IoHandle* io) {
  see_changes(*io);
  const bool ended_before = io->stream->at_eof();
  HeldHandle held(io);
  for (;;) {
    const rt::Result<bool> end = io->stream->eof();
    if (end) {
      note_end(io, ended_before);
      return *end;
    }
    if (end.error() != EINTR) return true;
    if (held.handlers_ran(table.engine)) continue;
    table.engine.set_errno(0);
    return true;
  }
}

}  // namespace

// perlfunc eof: eof() looks through the rest of the files, opening the next one when needed.
Value eof_of_argv(Call& call) {
  IoTable& table = io_table(call.engine);
  Glob* glob = argv_glob(call.engine);
  IoHandle* io = table.state_of(glob->io());
  if (!io->tied.is_undef()) {
    const Value arguments[] = {Value::integer(2)};
    const auto results = call.engine.call_method(io->tied, "EOF", arguments, Want::Scalar);
    return results.empty() ? Value() : rvalue(results.back());
  }
  call.engine.set_last_read(glob);
  if (!io->stream && !next_argv_file(table, false)) return Value::boolean(true);
  while (at_end(table, io)) {
    if (!table.argv.started || glob->array()->empty()) return Value::boolean(true);
    const std::int64_t lines = io->lines;
    (void)table.close_stream(io);
    io->lines = lines;
    if (!next_argv_file(table, false)) return Value::boolean(true);
  }
  return Value::boolean(false);
}

Value bi_eof(Call& call) {
  IoTable& table = io_table(call.engine);
  HandleArg arg;
  if (call.count == 0) {
    arg.glob = call.engine.last_read();
    if (arg.glob == nullptr) return Value::boolean(true);
    arg.handle = arg.glob->body->io;
    arg.io = io_of(arg.handle);
  } else {
    arg = handle_arg(call, 0);
    if (arg.glob != nullptr) call.engine.set_last_read(arg.glob);
  }
  if (arg.io != nullptr && !arg.io->tied.is_undef()) {
    const Value arguments[] = {Value::integer(call.count == 0 ? 0 : 1)};
    const auto results = call.engine.call_method(arg.io->tied, "EOF", arguments, Want::Scalar);
    return results.empty() ? Value() : rvalue(results.back());
  }
  if (!arg.open()) return Value::boolean(true);  // $! is left alone
  if (!arg.io->stream->readable()) {
    report_wrong_way(call.engine, arg, false);
    arg.io->error_flag = true;
    return Value::boolean(true);
  }
  report_missing_text(*arg.io, 3, "eof", arg.glob);
  return Value::boolean(at_end(table, arg.io));
}

}  // namespace perlipc::builtin
