// require and do FILE: where the source of a module comes from (perlfunc require) and what becomes of
// a file that was run. Modules built into perlipc stand in @INC where perl's own library starts: what
// is in front of it there (-I, use lib, hooks) wins.
#include "builtins/embedded_lib.h"
#include "builtins/io.h"
#include "builtins/native_module.h"
#include "interp/compile_unit.h"
#include "interp/inc_hook.h"
#include "interp/natives.h"
#include "interp/source_file.h"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>

namespace perlipc {

namespace {

bool ends_in_pm(const std::string& file) { return file.size() > 3 && file.ends_with(".pm"); }

std::string module_name_of(const std::string& file) {
  std::string name = file;
  if (ends_in_pm(name)) name.resize(name.size() - 3);
  for (std::size_t p; (p = name.find('/')) != std::string::npos;) name.replace(p, 1, "::");
  return name;
}

bool names_its_place(const std::string& file) {
  return file.starts_with('/') || file.starts_with("./") || file.starts_with("../");
}

bool missing(int error) {
  return error == 0 || error == ENOENT || error == ENOTDIR || error == EISDIR;
}

}  // namespace

// What a search found: a text to run, or something that is there already.
struct VM::FoundFile {
  enum class What { Nothing, Text, Complete } what = What::Nothing;
  std::string text, path;
  Value inc_entry;       // what %INC gets; the path when undef
  std::string searched;  // the entries of @INC asked so far

  explicit operator bool() const { return what != What::Nothing; }
};

void VM::require_file(std::string_view file) { require_value(std::string(file)); }

void VM::require_io_file() {
  Hash* inc = glob("main::INC", true)->hash();
  if (!inc->find("IO/File.pm")) require_value("IO/File.pm");
}

// Pragmas of the compiler, native modules and embedded texts.
void VM::find_built_in(const std::string& file, FoundFile& found) {
  const std::string module = ends_in_pm(file) ? module_name_of(file) : std::string();
  const std::string path = "(perlipc)/" + file;
  Hash* inc = glob("main::INC", true)->hash();
  if (!module.empty() && is_native_pragma(module)) {
    inc->fetch(file) = Value::string(path);
    found.what = FoundFile::What::Complete;
    return;
  }
  std::optional<std::string_view> text;
  const builtin::NativeModule* native =
      module.empty() ? nullptr : builtin::find_native_module(module);
  if (native) {
    inc->fetch(file) = Value::string(path);
    builtin::install_native_module(*this, *native);
    stash(module, true)->vivified = true;
    if (!native->perl_half) {
      found.what = FoundFile::What::Complete;
      return;
    }
    text = builtin::embedded_module(native->perl_half);
    if (!text) die("perlipc lacks the Perl half of " + module);
  } else {
    text = builtin::embedded_module(file);
    if (!text) return;
  }
  found.what = FoundFile::What::Text;
  found.text = std::string(*text);
  found.path = path;
}

// Searches @INC. `quiet`: a file that is there but cannot be read is passed over, as `do` does it.
void VM::search_inc(const std::string& file, const char* op, FoundFile& found) {
  const bool quiet = std::string_view(op) == "do";
  bool asked = quiet;
  Array* dirs = glob("main::INC", true)->array();
  for (std::size_t n = 0; n < dirs->size(); ++n) {
    const Value entry = rvalue((*dirs)[n]);
    if (entry.is_ref()) {
      const Text shown(*this, entry);
      found.searched.append(found.searched.empty() ? "" : " ").append(shown.view());
      if (!IncHook(*this, entry, file).source(&found.text)) continue;
      found.what = FoundFile::What::Text;
      char address[32];
      std::snprintf(address, sizeof address, "%p", static_cast<const void*>(entry.o));
      found.path = "/loader/" + std::string(address) + "/" + file;
      // The hook may have said itself what it loads.
      Value* own = glob("main::INC", true)->hash()->find(file);
      if (own && !own->is_undef() && !rvalue(*own).is_ref())
        found.path = std::string(Text(*this, rvalue(*own)).view());
      else found.inc_entry = entry;
      return;
    }
    const Text dir(*this, entry);
    if (!asked && dir.view() == library_folder_) {
      asked = true;
      if (find_built_in(file, found); found) return;
    }
    refuse_tainted(op);
    found.path = std::string(dir.view()) + "/" + file;
    found.searched.append(found.searched.empty() ? "" : " ").append(dir.view());
    errno = 0;
    if (read_source(found.path, &found.text, [this] { run_pending_signals(); })) {
      found.what = FoundFile::What::Text;
      return;
    }
    if (!quiet && !missing(errno))
      die("Can't locate " + file + ":   " + found.path + ": " + std::strerror(errno));
  }
  if (!asked) find_built_in(file, found);
}

void VM::die_not_found(const std::string& file, const std::string& searched) {
  set_errno(ENOENT);
  std::string message = "Can't locate " + file;
  if (names_its_place(file)) die(message);
  message += " in @INC";
  if (ends_in_pm(file)) {
    const bool name = std::all_of(file.begin(), file.end() - 3, [](unsigned char c) {
      return c >= 0x80 || std::isalnum(c) || c == '_' || c == '/';
    });
    if (name) message += " (you may need to install the " + module_name_of(file) + " module)";
  } else if (file.size() > 2 && file.ends_with(".h")) {
    message += " (change .h to .ph maybe?) (did you run h2ph?)";
  } else if (file.size() > 3 && file.ends_with(".ph")) {
    message += " (did you run h2ph?)";
  }
  die(message + " (@INC contains: " + searched + ")");
}

Value VM::require_value(const std::string& file) {
  if (file.empty()) die("Missing or undefined argument to require");
  if (std::size_t nul = file.find('\0'); nul != std::string::npos) {
    const std::string shown = file.substr(0, nul) + "\\0" + file.substr(nul + 1);
    warn(Warning::Syscalls, "Invalid \\0 character in pathname for require: " + shown);
    die("Can't locate " + shown + ":   " + std::strerror(ENOENT));
  }
  if (Value* v = glob("main::INC", true)->hash()->find(file)) {
    if (!rvalue(*v).is_undef()) return Value::integer(1);
    die("Attempt to reload " + file + " aborted.\nCompilation failed in require");
  }
  FoundFile found;
  if (names_its_place(file)) {
    require_allowed(builtin::Capability::FsRead, "require");
    found.path = file;
    errno = 0;
    if (read_source(file, &found.text, [this] { run_pending_signals(); }))
      found.what = FoundFile::What::Text;
    else if (errno != ENOENT)
      die("Can't locate " + file + ":   " + file + ": " + std::strerror(errno));
  } else {
    search_inc(file, "require", found);
  }
  if (!found) die_not_found(file, found.searched);
  set_errno(0);  // as perl does it for every file it opens
  if (found.what == FoundFile::What::Complete) return Value::integer(1);
  glob("main::INC", true)->hash()->fetch(file) =
      found.inc_entry.is_ref() ? found.inc_entry : Value::string(found.path);
  std::vector<Value> r;
  try {
    r = run_file_text(found.text, false, found.path, Want::Scalar, FrameFile);
  } catch (PerlDie& d) {
    Value error = std::move(d.value);
    compile_failed_ = false;
    glob("main::INC", true)->hash()->fetch(file) = Value();  // a second attempt is refused
    if (error.is_ref()) throw PerlDie{std::move(error)};
    throw PerlDie{lengthened_error(error, "Compilation failed in require" + location_suffix())};
  }
  if (r.empty() || !to_bool(r.back())) {
    glob("main::INC", true)->hash()->erase(file, false);
    die(file + " did not return a true value");
  }
  return r.back();
}

bool VM::do_file(const std::string& name, Want want, std::vector<Value>* results) {
  if (name.empty()) die("Missing or undefined argument to do");
  FoundFile found;
  errno = 0;
  if (names_its_place(name)) {
    require_allowed(builtin::Capability::FsRead, "do");
    found.path = name;
    if (read_source(name, &found.text, [this] { run_pending_signals(); }))
      found.what = FoundFile::What::Text;
  } else {
    search_inc(name, "do", found);
    if (!found) {
      struct stat st;
      if (stat(name.c_str(), &st) == 0)
        warn(Warning::Deprecated, "do \"" + name +
                                      "\" failed, '.' is no longer in @INC; did you mean do \"./" +
                                      name + "\"?");
      errno = ENOENT;
    }
  }
  if (!found) {
    set_errno(errno ? errno : ENOENT);
    return false;
  }
  glob("main::INC", true)->hash()->fetch(name) =
      found.inc_entry.is_ref() ? found.inc_entry : Value::string(found.path);
  set_eval_error(Value::string(""));
  std::uint32_t my_depth = depth_;
  std::uint32_t level = level_;
  std::size_t eval_height = evals_.size();
  std::uint32_t save_height = static_cast<std::uint32_t>(saves_.size());
  Value* base = sp_;
  Value error;
  try {
    *results = run_file_text(found.text, false, found.path, want, FrameFile);
    set_eval_error(Value::string(""));
    return true;
  } catch (PerlDie& d) { error = std::move(d.value); }
  level_ = level;
  while (depth_ > my_depth) pop_frame();
  while (evals_.size() > eval_height) evals_.pop_back();
  if (saves_.size() > save_height) restore_to(save_height);
  pop_to(base);
  set_eval_error(std::move(error));
  return false;
}

}  // namespace perlipc
