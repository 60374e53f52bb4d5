// Warnings about handles: closed, unopened, used in the wrong direction (perldiag).
#include "builtins/io_handle.h"

#include <cerrno>

namespace perlipc::builtin {

std::string HandleArg::text() const {
  if (glob != nullptr && glob->name != nullptr) {
    const std::string_view own = glob->name->view();
    return own.empty() ? std::string() : " " + std::string(own);
  }
  return name.empty() ? std::string() : " " + name;
}

std::string IoHandle::text() const {
  return name.is_string() ? " " + std::string(name.s->view()) : std::string();
}

void report_not_open(Engine& engine, const HandleArg& arg, const char* op, const char* what) {
  const bool closed = arg.io != nullptr && arg.io->was_open;
  const Warning category = closed ? Warning::Closed : Warning::Unopened;
  if (!engine.warning_enabled(category)) return;
  // File tests are named "-f", functions "read()".
  const std::string function = op[0] == '-' ? op : std::string(op) + "()";
  engine.warn(category, function + (closed ? " on closed " : " on unopened ") + what + arg.text());
  if (arg.io != nullptr && arg.io->directory) {
    engine.warn(category,
                "\t(Are you trying to call " + function + " on dirhandle" + arg.text() + "?)\n");
  }
}

void warn_default_on(Engine& engine, Warning category, std::string text) {
  const bool untouched = !engine.warning_enabled(category) &&
                         engine.warning_enabled(Warning::Severe) &&
                         !engine.warning_enabled(Warning::Misc);
  if (!untouched) return engine.warn(category, std::move(text));
  if (text.empty() || text.back() != '\n') text += engine.location();
  engine.warn_always(std::move(text));
}

void report_wrong_way(Engine& engine, const HandleArg& arg, bool only_input) {
  // As with perl, nothing is said of one that appends.
  if (!only_input && arg.io != nullptr && arg.io->stream && arg.io->stream->is_append()) return;
  engine.warn(Warning::Io,
              "Filehandle" + arg.text() + " opened only for " + (only_input ? "input" : "output"));
}

void report_missing_text(const IoHandle& io, int times, const char* op, const Glob* glob) {
  if (io.kind != HandleKind::Memory || !io.stream || !io.stream->end() ||
      !io.stream->end()->is_missing())
    return;
  const std::string_view name = glob != nullptr ? glob->name->view() : std::string_view();
  for (; times > 0; --times) {
    io.table->engine.warn(Warning::Uninitialized,
                          "Use of uninitialized value" +
                              (name.starts_with('$') ? " " + std::string(name) : std::string()) +
                              " in " + op);
  }
}

// perldiag: "Unsuccessful %s on filename containing newline" is given when the name ends in one.
void warn_newline(Engine& engine, std::string_view path, const char* op) {
  if (!path.empty() && path.back() == '\n') {
    engine.warn(Warning::Newline,
                std::string("Unsuccessful ") + op + " on filename containing newline");
  }
}

}  // namespace perlipc::builtin
