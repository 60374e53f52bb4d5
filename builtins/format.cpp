// formline and write (perldoc perlform): pictures, the accumulator $^A, pages.
#include "builtins/io_handle.h"
#include "builtins/io_hooks.h"
#include "builtins/picture.h"
#include "interp/value/call.h"
#include "interp/value/convert.h"
#include "interp/value/glob.h"
#include <algorithm>
#include <string>

namespace perlipc::builtin {

namespace {

std::string upgraded(std::string_view latin1) {
  const Text bytes(String::make(latin1));
  const Text text(upgrade(bytes.get()));
  return std::string(text.view());
}

// Text that becomes UTF-8 as soon as any piece of it is.
struct Joined {
  std::string bytes;
  bool utf8 = false;

  void add(std::string_view text, bool is_utf8) {
    if (is_utf8 && !utf8) bytes = upgraded(bytes);
    bytes += utf8 && !is_utf8 ? upgraded(text) : std::string(text);
    utf8 = utf8 || is_utf8;
  }
  std::int64_t lines() const { return std::count(bytes.begin(), bytes.end(), '\n'); }
  // Takes the first n lines away.
  Joined take_lines(std::int64_t n) {
    std::size_t end = 0;
    for (; n > 0 && end < bytes.size(); --n)
      end = std::min(bytes.find('\n', end), bytes.size() - 1) + 1;
    Joined first{bytes.substr(0, end), utf8};
    bytes.erase(0, end);
    return first;
  }
};

Scalar* accumulator(Engine& engine) { return engine.glob("main::\x01", true)->scalar(); }

Joined take_accumulated(Engine& engine) {
  Scalar* scalar = accumulator(engine);
  Joined out;
  const Value now = scalar->get();
  if (!now.is_undef()) {
    const Text text(engine, now);
    out.add(text.view(), text.utf8());
  }
  Value place = Value::boxed(scalar);
  engine.assign(place, Value::string(""));
  return out;
}

// A format's name as written belongs to the running package (perlvar $~).
Glob* named(Engine& engine, const std::string& name) {
  const bool qualified = name.find("::") != name.npos;
  const bool fixed = name == "STDOUT" || name == "STDERR" || name == "STDIN";
  const Stash* package = engine.current_package();
  const std::string prefix = qualified || fixed || !package ? "" : package->name + "::";
  return engine.glob(prefix + name, false);
}

bool has_format(const Glob* glob) { return glob != nullptr && glob->body->format != nullptr; }

// While the formats of a handle run it is the selected one: $%, $= and their like in them are its.
class Selected {
 public:
  Selected(Engine& engine, Glob* handle) : table_(io_table(engine)), before_(table_.selected) {
    if (before_ != nullptr) before_->retain();
    table_.select(handle);
  }
  ~Selected() {
    table_.select(before_);
    if (before_ != nullptr) before_->release();
  }
  Selected(const Selected&) = delete;
  Selected& operator=(const Selected&) = delete;

 private:
  IoTable& table_;
  Glob* before_;
};

// What the format gives goes to the end of $^A.
void run_format(Engine& engine, Glob& handle, Glob* glob, const char* kind,
                const std::string& name) {
  if (!has_format(glob)) engine.die(std::string("Undefined ") + kind + " \"" + name + "\" called");
  const Selected selected(engine, &handle);
  const Value code = engine.format_code(*glob);
  engine.call(static_cast<Code*>(code.o), {}, Want::Void);
}

// The header's name, once one is known; empty: there is none.
std::string top_name(Engine& engine, const IoHandle& io, const Glob& handle) {
  if (!io.format_top_name.empty()) return io.format_top_name;
  for (const std::string& name : {std::string(handle.name->view()) + "_TOP", std::string("top")})
    if (has_format(named(engine, name))) return name;
  return {};
}

// perlfunc write: pages are filled, each begins with the header; a record longer than what is left of
// a fresh page is divided.
Joined paged(Engine& engine, IoHandle& io, Glob& handle, Joined body) {
  Joined out;
  bool fresh = false;
  while (io.format_lines_left < body.lines()) {
    io.format_top_name = top_name(engine, io, handle);
    if (io.format_top_name.empty()) {
      io.format_lines_left = io.format_page_length;
      break;
    }
    if (fresh) {
      if (io.format_lines_left <= 0) break;  // the header leaves no room at all
      const Joined part = body.take_lines(io.format_lines_left);
      out.add(part.bytes, part.utf8);
    }
    if (io.format_lines_left >= 0 && io.format_page > 0) {
      const Text feed(engine, engine.glob("main::\x0c", true)->scalar()->get());
      out.add(feed.view(), feed.utf8());
    }
    io.format_lines_left = io.format_page_length;
    ++io.format_page;
    run_format(engine, handle, named(engine, io.format_top_name), "top format", io.format_top_name);
    const Joined top = take_accumulated(engine);
    out.add(top.bytes, top.utf8);
    io.format_lines_left -= top.lines();
    fresh = true;
  }
  io.format_lines_left -= body.lines();
  if (io.format_lines_left < 0) {
    if (engine.warning_enabled(Warning::Io)) engine.warn(Warning::Io, "page overflow");
    io.format_lines_left = 0;
  }
  out.add(body.bytes, body.utf8);
  return out;
}

}  // namespace

// True; undef when the line repeats, ~~: its values are wanted once more.
Value bi_formline(Call& call) {
  Picture picture(call);
  const bool done = picture.format();
  Scalar* scalar = accumulator(call.engine);
  Value place = Value::boxed(scalar);
  call.engine.assign(place, picture.appended_to(scalar->get()));
  return done ? Value::boolean(true) : Value();
}

Value bi_write(Call& call) {
  Engine& engine = call.engine;
  HandleArg arg;
  if (call.count == 0) {
    arg.glob = io_table(engine).selected;
    if (arg.glob == nullptr) return Value::boolean(false);
    arg.handle = arg.glob->body->io;
    arg.io = io_of(arg.handle);
  } else {
    arg = handle_arg(call, 0);
  }
  Glob* const glob = arg.glob;
  if (glob == nullptr) return Value::boolean(false);
  const std::string own(glob->name->view());
  const std::string& name = arg.io && !arg.io->format_name.empty() ? arg.io->format_name : own;
  Glob* const format = &name == &own ? glob : named(engine, name);
  run_format(engine, *glob, format, "format", name);
  IoHandle* const io = io_of(arg.handle);
  if (io == nullptr || !io->stream || !io->stream->writable())
    return Value::boolean(print_text(engine, arg.handle, glob, Value::string(""), "write"));
  const Joined out = paged(engine, *io, *glob, take_accumulated(engine));
  const Value text = Value::string(out.bytes, out.utf8);
  return Value::boolean(print_text(engine, arg.handle, glob, text, "write"));
}

}  // namespace perlipc::builtin
