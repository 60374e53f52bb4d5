// File tests, stat and lstat, with the memory of the last one behind `_` (perlfunc -X, stat).
#include "runtime/file.h"
#include "builtins/io_handle.h"

#include <cerrno>
#include <cmath>

namespace perlipc::builtin {
namespace {

bool is_handle_value(const Value& value) {
  if (value.is_glob()) return true;
  if (!value.is_ref()) return false;
  return value.o->type == Type::Glob || value.o->type == Type::Handle;
}

void forget(StatCache& cache, int error, Engine& engine) {
  cache.ok = false;
  cache.valid = true;
  engine.set_errno(error);
}

// Asks about a handle; `op` names the caller in the warning.
bool stat_handle(Engine& engine, const HandleArg& arg, const char* op) {
  StatCache& cache = io_table(engine).stat_cache;
  cache.was_lstat = false;
  cache.name.clear();
  const int fd = arg.io == nullptr   ? -1
                 : arg.io->stream    ? arg.io->fd()
                 : arg.io->directory ? arg.io->directory->fd()
                                     : -1;
  if (fd < 0) {
    if (arg.io == nullptr || !arg.io->stream) report_not_open(engine, arg, op);
    forget(cache, EBADF, engine);
    return false;
  }
  const rt::Result<rt::FileStat> stat = rt::stat_fd(fd);
  if (!stat) {
    forget(cache, stat.error(), engine);
    return false;
  }
  cache.stat = *stat;
  cache.ok = cache.valid = true;
  return true;
}

bool stat_name(Engine& engine, const Value& value, const Value* place, bool link, const char* op,
               const char* nul_op) {
  StatCache& cache = io_table(engine).stat_cache;
  cache.was_lstat = link;
  if (value.is_undef()) engine.warn_uninitialized(place);
  auto path = value.is_undef() ? std::optional<std::string>("") : path_of(engine, value, nul_op);
  if (!path) {
    forget(cache, ENOENT, engine);
    return false;
  }
  cache.name = std::move(*path);
  const rt::Result<rt::FileStat> stat =
      link ? rt::stat_link(cache.name.c_str()) : rt::stat_path(cache.name.c_str());
  if (!stat) {
    forget(cache, stat.error(), engine);
    if (stat.error() == ENOENT) warn_newline(engine, cache.name, op);
    return false;
  }
  cache.stat = *stat;
  cache.ok = cache.valid = true;
  return true;
}

Value truth(bool yes) { return Value::boolean(yes); }

// Days between the start of the script and a time of the file.
Value age(Engine& engine, const rt::FileTime& time) {
  Glob* glob = engine.glob("main::\x14", true);
  const double start = to_double(engine, glob->scalar()->get());
  return Value::number((start - static_cast<double>(time.seconds)) / 86400.0);
}

Value answer(Engine& engine, char letter, const rt::FileStat& stat) {
  using rt::Permission;
  using rt::WhichIds;
  switch (letter) {
    case 'r': return truth(rt::mode_permits(stat, Permission::Read, WhichIds::Effective));
    case 'w': return truth(rt::mode_permits(stat, Permission::Write, WhichIds::Effective));
    case 'x': return truth(rt::mode_permits(stat, Permission::Execute, WhichIds::Effective));
    case 'o': return truth(rt::is_owned(stat, WhichIds::Effective));
    case 'R': return truth(rt::mode_permits(stat, Permission::Read, WhichIds::Real));
    case 'W': return truth(rt::mode_permits(stat, Permission::Write, WhichIds::Real));
    case 'X': return truth(rt::mode_permits(stat, Permission::Execute, WhichIds::Real));
    case 'O': return truth(rt::is_owned(stat, WhichIds::Real));
    case 'e': return truth(true);
    case 'z': return truth(stat.size == 0);
    case 's': return Value::integer(stat.size);
    case 'f': return truth(stat.is_regular());
    case 'd': return truth(stat.is_directory());
    case 'l': return truth(stat.is_symlink());
    case 'p': return truth(stat.is_fifo());
    case 'S': return truth(stat.is_socket());
    case 'b': return truth(stat.is_block_device());
    case 'c': return truth(stat.is_character_device());
    case 'u': return truth((stat.mode & S_ISUID) != 0);
    case 'g': return truth((stat.mode & S_ISGID) != 0);
    case 'k': return truth((stat.mode & S_ISVTX) != 0);
    case 'M': return age(engine, stat.modified);
    case 'A': return age(engine, stat.accessed);
    case 'C': return age(engine, stat.changed);
    default: return {};
  }
}

// --- -T and -B -----------------------------------------------------------------------------------

enum class Content : std::uint8_t { Text, Binary, Empty };

// perlfunc -T: well-formed UTF-8 is text, a NUL in the first block makes it binary, and otherwise
// more than a third of odd characters does.
Content classify(std::string_view block) {
  if (block.empty()) return Content::Empty;
  if (block.find('\0') != block.npos) return Content::Binary;
  bool high = false;
  std::size_t odd = 0;
  for (char c : block) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) {
      high = true;
      ++odd;
    } else if (byte < 32 && c != '\n' && c != '\r' && c != '\b' && c != '\t' && c != '\f' &&
               byte != 27) {
      ++odd;
    }
  }
  if (high) {
    // A character cut by the block's end does not make it malformed.
    std::string_view whole = block;
    for (int cut = 0; cut < 4 && !whole.empty(); ++cut) {
      if (utf8_valid(whole)) return Content::Text;
      if (block.size() < 512) break;
      whole.remove_suffix(1);
    }
  }
  return odd * 3 > block.size() ? Content::Binary : Content::Text;
}

Value content_answer(char letter, Content content) {
  if (content == Content::Empty) return truth(true);
  return truth((letter == 'T') == (content == Content::Text));
}

Value test_stream_content(Engine& engine, char letter, const HandleArg& arg) {
  if (!arg.open()) {
    report_not_open(engine, arg, letter == 'T' ? "-T" : "-B");
    forget(io_table(engine).stat_cache, EBADF, engine);
    return {};
  }
  (void)stat_handle(engine, arg, "-T");
  rt::Stream& stream = *arg.io->stream;
  if (io_table(engine).stat_cache.stat.is_directory()) return truth(letter == 'B');
  if (stream.buffered().empty()) {
    rt::Result<std::size_t> filled = stream.fill();
    while (filled.error() == EINTR) {
      engine.run_pending_signals();
      filled = stream.fill();
    }
    if (!filled) {
      engine.set_errno(filled.error());
      return {};
    }
  }
  const auto have = stream.buffered();
  return content_answer(letter, classify({have.data(), std::min<std::size_t>(have.size(), 512)}));
}

Value test_file_content(Engine& engine, char letter, const std::string& path) {
  const rt::Result<rt::UniqueFd> fd = rt::open_file(path.c_str(), 0);
  if (!fd) {
    engine.set_errno(fd.error());
    if (fd.error() == ENOENT) warn_newline(engine, path, "open");
    return {};
  }
  engine.set_errno(ENOTTY);  // what opening a file leaves with perl
  char block[512];
  const rt::Result<std::size_t> got = rt::read_some(fd->get(), block, sizeof block);
  if (!got) {
    engine.set_errno(got.error());
    // A directory is no text.
    return got.error() == EISDIR ? truth(letter == 'B') : Value();
  }
  if (*got < sizeof block) engine.set_errno(0);
  return content_answer(letter, classify({block, *got}));
}

Value test_content(Engine& engine, char letter, const Value& operand, bool underscore) {
  StatCache& cache = io_table(engine).stat_cache;
  if (underscore) {
    if (!cache.ok) return {};
    return test_file_content(engine, letter, cache.name);
  }
  if (is_handle_value(operand))
    return test_stream_content(engine, letter, handle_of_value(engine, operand, nullptr, false));
  const char op[] = {'-', letter, '\0'};
  if (!stat_name(engine, operand, &operand, false, "stat", op)) return {};
  return test_file_content(engine, letter, cache.name);
}

Value test_terminal(Engine& engine, const Value& given) {
  // perlfunc -t: STDIN when nothing is named.
  const Value operand = given.is_undef() ? Value::glob(engine.glob("main::STDIN", true)) : given;
  int fd = -1;
  if (is_handle_value(operand)) {
    const HandleArg arg = handle_of_value(engine, operand, nullptr, false);
    if (arg.open()) fd = arg.io->fd();
  } else {
    const Text text(engine, operand);
    if (looks_like_number(operand) && text.size() > 0 && text.view()[0] >= '0' &&
        text.view()[0] <= '9') {
      fd = static_cast<int>(to_int(engine, operand));
    } else {
      const HandleArg arg = handle_of_value(engine, operand, nullptr, false);
      if (arg.open()) fd = arg.io->fd();
    }
  }
  if (fd < 0) {
    engine.set_errno(EBADF);
    return {};
  }
  const bool terminal = rt::is_tty(fd);
  if (!terminal) engine.set_errno(ENOTTY);
  return truth(terminal);
}

// -l asks about the link itself; a handle cannot answer (perldiag).
Value test_link(Engine& engine, const Value& operand, bool underscore) {
  StatCache& cache = io_table(engine).stat_cache;
  if (underscore) {
    if (!cache.was_lstat) engine.die("The stat preceding -l _ wasn't an lstat");
    return cache.ok ? answer(engine, 'l', cache.stat) : Value();
  }
  if (is_handle_value(operand)) {
    const HandleArg arg = handle_of_value(engine, operand, nullptr, false);
    engine.warn(Warning::Io, "Use of -l on filehandle" + arg.text());
    engine.set_errno(EBADF);
    return {};
  }
  if (!stat_name(engine, operand, &operand, true, "lstat", "-l")) return {};
  return answer(engine, 'l', cache.stat);
}

}  // namespace

Value file_access(Engine& engine, char letter, const Value& operand) {
  if (operand.is_undef()) engine.warn_uninitialized(&operand);
  const auto path = operand.is_undef() ? std::optional<std::string>("")
                                       : path_of(engine, rvalue(operand), "ftis");
  if (!path) return {};
  const bool real = letter >= 'A' && letter <= 'Z';
  const rt::Permission permission = letter == 'r' || letter == 'R'   ? rt::Permission::Read
                                    : letter == 'w' || letter == 'W' ? rt::Permission::Write
                                                                     : rt::Permission::Execute;
  const rt::Result<void> allowed = rt::may_access(
      path->c_str(), permission, real ? rt::WhichIds::Real : rt::WhichIds::Effective);
  if (allowed) return truth(true);
  engine.set_errno(allowed.error());
  return {};
}

Value file_test(Engine& engine, char letter, const Value& raw_operand, bool operand_is_underscore) {
  const Value operand = rvalue(raw_operand);
  if (letter == 't') return test_terminal(engine, operand);
  if (letter == 'l') return test_link(engine, operand, operand_is_underscore);
  if (letter == 'T' || letter == 'B')
    return test_content(engine, letter, operand, operand_is_underscore);
  StatCache& cache = io_table(engine).stat_cache;
  if (operand_is_underscore) {
    if (!cache.valid) engine.set_errno(EBADF);
    return cache.ok ? answer(engine, letter, cache.stat) : Value();
  }
  const char op[] = {'-', letter, '\0'};
  if (is_handle_value(operand)) {
    if (!stat_handle(engine, handle_of_value(engine, operand, nullptr, false), op)) return {};
  } else if (!stat_name(engine, operand, &raw_operand, false, "stat", "ftis")) {
    return {};
  }
  return answer(engine, letter, cache.stat);
}

// --- stat, lstat ---------------------------------------------------------------------------------

namespace {

Value stat_result(Call& call, bool ok) {
  if (call.want != Want::List) return truth(ok);
  if (!ok) return call.list();
  const rt::FileStat& stat = io_table(call.engine).stat_cache.stat;
  const std::int64_t fields[] = {static_cast<std::int64_t>(stat.device),
                                 static_cast<std::int64_t>(stat.inode),
                                 static_cast<std::int64_t>(stat.mode),
                                 static_cast<std::int64_t>(stat.links),
                                 static_cast<std::int64_t>(stat.uid),
                                 static_cast<std::int64_t>(stat.gid),
                                 static_cast<std::int64_t>(stat.special_device),
                                 stat.size,
                                 stat.accessed.seconds,
                                 stat.modified.seconds,
                                 stat.changed.seconds,
                                 stat.block_size,
                                 stat.blocks};
  for (std::int64_t field : fields) call.push(Value::integer(field));
  return call.list();
}

bool is_underscore(Engine& engine, const Value& operand) {
  return operand.is_glob() && reinterpret_cast<Glob*>(operand.o) == engine.glob("main::_", false);
}

Value stat_any(Call& call, bool link) {
  Engine& engine = call.engine;
  const Value operand = call.count > 0 ? call[0] : engine.special(Special::Topic)->get();
  const char* op = link ? "lstat" : "stat";
  StatCache& cache = io_table(engine).stat_cache;
  if (is_underscore(engine, operand)) {
    if (link && !cache.was_lstat) engine.die("The stat preceding lstat() wasn't an lstat");
    return stat_result(call, cache.ok);
  }
  if (is_handle_value(operand)) {
    const HandleArg arg = handle_of_value(engine, operand, nullptr, false);
    if (link) engine.warn(Warning::Io, "lstat() on filehandle" + arg.text());
    return stat_result(call, stat_handle(engine, arg, op));
  }
  const Value* place = call.count > 0 ? &call.args[0] : &operand;
  return stat_result(call, stat_name(engine, operand, place, link, "stat", op));
}

}  // namespace

Value bi_stat(Call& call) { return stat_any(call, false); }
Value bi_lstat(Call& call) { return stat_any(call, true); }

}  // namespace perlipc::builtin
