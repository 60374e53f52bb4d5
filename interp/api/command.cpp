// run_command(): perl's command line on an interpreter of its own. Reads the script, applies what
// the switches say to the interpreter's variables and runs the program.
#include "builtins/io_handle.h"
#include "builtins/io_hooks.h"
#include "builtins/perl_config.h"
#include "interp/api/command_line.h"
#include "interp/api/interpreter_impl.h"
#include "interp/source_file.h"
#include <cerrno>
#include <cstring>
#include <sys/stat.h>

namespace perlipc {

namespace {

using command::Settings;

// A complaint that ends the command before a program runs.
struct StartupError {
  std::string text;
  int status;
};

void write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n < 0 && errno != EINTR) return;
    if (n > 0) text.remove_prefix(static_cast<std::size_t>(n));
  }
}

// perl leaves with the errno that looking at its standard handles happened to give.
int errno_of_startup() {
  if (::lseek(2, 0, SEEK_CUR) == -1 && errno == ESPIPE) return ::isatty(2) ? 255 : ESPIPE;
  return ::isatty(2) ? 255 : ENOTTY;
}

std::string environment(const char* name) {
  const char* value = ::getenv(name);
  return value ? value : "";
}

bool is_folder(const std::string& path) {
  struct stat info;
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

// perlrun -I and PERL5LIB: version and architecture folders inside come first.
void add_folder(std::vector<std::string>& out, const std::string& folder) {
  for (const char* inside : {"/" PERLIPC_PERL_VERSION "/" PERLIPC_ARCHNAME,
                             "/" PERLIPC_PERL_VERSION, "/" PERLIPC_ARCHNAME})
    if (is_folder(folder + inside)) out.push_back(folder + inside);
  out.push_back(folder);
}

std::vector<std::string> library_folders(const Settings& settings) {
  std::vector<std::string> out;
  for (const std::string& folder : settings.include) add_folder(out, folder);
  const char* variable = ::getenv("PERL5LIB") ? "PERL5LIB" : "PERLLIB";
  const std::string list = settings.taint == 0 ? environment(variable) : "";
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t colon = std::min(list.find(':', at), list.size());
    if (colon > at) add_folder(out, list.substr(at, colon - at));
    at = colon + 1;
  }
  for (std::string& folder : detail::system_folders()) out.push_back(std::move(folder));
  return out;
}

class Command {
 public:
  explicit Command(std::vector<std::string> argv)
      : argv_(std::move(argv)), startup_errno_(errno_of_startup()) {}
  int run();

 private:
  void read_switches();
  int run_script();
  void read_script();
  std::string read_file(const std::string& path);
  std::string find_on_path(const std::string& script);
  std::string read_stdin_script();
  void extract_embedded();
  void apply_first_line();
  void apply_settings();
  void set_separators();
  void apply_unicode();
  void set_script_switches();
  void continue_data_on_stdin();
  std::string with_suffix(std::string text) const;
  Scalar* variable(std::string_view name) {
    return impl_->vm.glob("main::" + std::string(name), true)->scalar();
  }

  std::vector<std::string> argv_;
  int startup_errno_;
  Settings settings_;
  Host host_ = detail::process_streams();
  std::shared_ptr<detail::Impl> impl_;
  std::string script_name_, text_;
  std::vector<std::string> switches_;  // variables that -s has set
};

void Command::read_switches() {
  settings_ = command::parse_arguments(argv_);
  if (const std::string options = environment("PERL5OPT"); !options.empty() && settings_.taint == 0)
    command::apply_environment_options(settings_, options);
  if (const char* unicode = ::getenv("PERL_UNICODE"); unicode && !settings_.unicode_given) {
    std::string_view text(unicode);
    settings_.unicode = command::parse_unicode(text);
    settings_.unicode_given = true;
  }
}

int Command::run() {
  try {
    read_switches();
    if (settings_.show_help) return write_all(1, command::help_text()), 0;
    if (settings_.show_version) return write_all(1, command::version_text()), 0;
    if (settings_.show_config && settings_.config_names.empty()) {
      write_all(1, command::version_text() + "Modules that are not built in are looked for in:\n");
      for (const std::string& folder : library_folders(settings_))
        write_all(1, "  " + folder + "\n");
      return 0;
    }
    for (const std::string& note : settings_.notes) write_all(2, note);
    if (settings_.inplace && settings_.arguments.empty())
      write_all(2, "-i used with no filenames on the command line, reading from STDIN.\n");
    return run_script();
  } catch (const command::UsageError& error) {
    write_all(2, error.text);
    return text_.empty() ? startup_errno_ : 255;
  } catch (const StartupError& error) {
    write_all(2, error.text);
    return error.status;
  }
}

int Command::run_script() {
  if (settings_.search_path && !settings_.code) {
    if (settings_.from_stdin) throw StartupError{"Can't find - on PATH.\n", startup_errno_};
    settings_.script = find_on_path(settings_.script);
  }
  script_name_ = settings_.code || settings_.show_config ? "-e"
                 : settings_.from_stdin                  ? "-"
                                                         : settings_.script;
  host_.name = script_name_;
  // Never freed: when the program has ended the process ends.
  impl_ =
      *new std::shared_ptr<detail::Impl>(std::make_shared<detail::Impl>(Policy::process(), host_));
  impl_->inherits_environment = true;
  impl_->start();
#if !defined(__SANITIZE_ADDRESS__)  // the search for leaks is part of a complete end
  impl_->vm.leaves_process_ = true;
#endif
  builtin::take_process_signals(impl_->vm);
  builtin::take_process_descriptors(impl_->vm);
  read_script();
  apply_settings();
  const std::string code = command::program_prefix(settings_);
  detail::Program program{
      .text = text_, .name = script_name_, .prefix = {}, .check_only = settings_.check_only};
  if (!code.empty()) {
    program.prefix = "# line 0\n" + code + "\n";
    text_ = with_suffix(std::move(text_));
    program.text = text_;
    if (program.text.starts_with("\xef\xbb\xbf")) program.text.remove_prefix(3);
  }
  if (settings_.from_stdin && !settings_.code) {
    // perl's $! at the start of a program from STDIN; seen in the exit status of a plain die.
    program.compiled = [this] {
      impl_->vm.errno_ = EBADF;
      continue_data_on_stdin();
    };
  }
  return impl_->run_program(program);
}

// --- the script
// -------------------------------------------------------------------------------------------

void Command::read_script() {
  if (settings_.show_config) text_ = settings_.config_names;
  else if (settings_.code) text_ = *settings_.code;
  else if (settings_.from_stdin) text_ = read_stdin_script();
  else text_ = read_file(settings_.script);
  if (settings_.extract) extract_embedded();
  apply_first_line();
}

std::string Command::read_file(const std::string& path) {
  std::string text;
  if (read_source(path, &text)) return text;
  const int error = errno;
  throw StartupError{"Can't open perl script \"" + path + "\": " + std::strerror(error) + "\n",
                     error == EISDIR ? startup_errno_ : error};
}

std::string Command::find_on_path(const std::string& script) {
  if (script.find('/') != script.npos) return script;
  const std::string list = environment("PATH");
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t colon = std::min(list.find(':', at), list.size());
    const std::string folder = list.substr(at, colon - at);
    const std::string path = folder.empty() ? script : folder + "/" + script;
    if (!is_folder(path) && ::access(path.c_str(), R_OK | X_OK) == 0) return path;
    at = colon + 1;
  }
  throw StartupError{"Can't find " + script + " on PATH.\n", startup_errno_};
}

// Up to the end mark only: what follows is STDIN's, and DATA's.
std::string Command::read_stdin_script() {
  Glob* glob = impl_->vm.glob("main::STDIN", true);
  std::string text;
  Value line;
  bool started = !settings_.extract;
  while (builtin::read_line(impl_->vm, glob, line)) {
    const perlipc::Text bytes(impl_->vm, rvalue(line));
    const std::string_view view = bytes.view();
    text += view;
    if (!started) started = view.starts_with("#!") && view.find("perl") != view.npos;
    const std::string_view word = view.substr(0, view.find_first_of("\r\n"));
    if (started && (word == "__END__" || word == "__DATA__" || word == "\x04" || word == "\x1a"))
      break;
  }
  if (builtin::IoHandle* io = builtin::io_of(glob->body->io)) {
    io->lines = 0;
    if (io->stream) io->stream->clear_error();
  }
  impl_->vm.set_last_read(nullptr);
  return text;
}

void Command::continue_data_on_stdin() {
  builtin::IoTable& table = builtin::io_table(impl_->vm);
  Glob* data = impl_->vm.glob("main::DATA", false);
  builtin::IoHandle* out = data ? builtin::io_of(data->body->io) : nullptr;
  builtin::IoHandle* in = builtin::io_of(impl_->vm.glob("main::STDIN", true)->body->io);
  if (!out || !out->stream || !in || !in->stream) return;
  table.close_stream(out);
  out->stream = in->stream;
  out->borrowed = true;
}

// -x: the program starts at the first #! line that mentions perl.
void Command::extract_embedded() {
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    const std::string_view line = std::string_view(text_).substr(at, end - at);
    if (line.starts_with("#!") && line.find("perl") != line.npos) {
      text_.erase(0, at);
      const std::string& folder = settings_.extract_folder;
      if (!folder.empty() && ::chdir(folder.c_str()) != 0)
        throw StartupError{"Can't chdir to " + folder + "\n", errno & 0xff};
      return;
    }
    at = end + 1;
  }
  throw StartupError{"No Perl script found in input\n", 255};
}

void Command::apply_first_line() {
  std::string_view text(text_);
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));  // blanks may precede
  if (!text.starts_with("#!")) return;
  const std::string_view line = text.substr(0, text.find('\n'));
  if (const auto other = command::other_interpreter(line)) {
    std::vector<std::string> words{other->path};
    if (!other->argument.empty()) words.push_back(other->argument);
    words.insert(words.end(), argv_.begin(), argv_.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(other->path.c_str(), pointers.data());
    throw StartupError{"Can't exec " + other->path + " at " + script_name_ + " line 1.\n",
                       errno & 0xff};
  }
  command::apply_hash_bang(settings_, line, settings_.extract ? "" : script_name_);
}

// The code that closes -n and -p goes in front of the end mark.
std::string Command::with_suffix(std::string text) const {
  const std::string suffix = command::program_suffix(settings_);
  if (suffix.empty()) return text;
  std::size_t end = text.size();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t line_end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, line_end - at);
    const std::string_view word = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (word == "__END__" || word == "__DATA__" || line.starts_with('\x04') ||
        line.starts_with('\x1a')) {
      end = at;
      break;
    }
    at = line_end + 1;
  }
  const bool open_line = end > 0 && text[end - 1] != '\n';
  text.insert(end, (open_line ? "\n" : "") + suffix + "\n");
  return text;
}

// --- settings
// -----------------------------------------------------------------------------------------------

void Command::apply_settings() {
  VM& vm = impl_->vm;
  vm.dash_w = settings_.warn || settings_.warn_all;
  vm.dash_W = settings_.warn_all;
  vm.dash_X = settings_.warn_none;
  vm.dash_c = settings_.check_only;
  if (settings_.check_only) variable("\x03")->value = Value::integer(1);
  Array* inc = vm.glob("main::INC", true)->array();
  for (const std::string& folder : library_folders(settings_)) inc->push(Value::string(folder));
  set_separators();
  if (settings_.inplace) variable("\x09")->value = Value::string(*settings_.inplace);
  if (settings_.script_switches) set_script_switches();
  const bool decode = settings_.unicode & 32;
  Array* argv = vm.glob("main::ARGV", true)->array();
  for (const std::string& argument : settings_.arguments)
    argv->push(Value::string(argument, decode && utf8_valid(argument) &&
                                           utf8_length(argument) != argument.size()));
  apply_unicode();
  if (settings_.taint != 0) vm.start_taint_checks(settings_.taint, settings_.unsafe);
  for (const std::string& name : switches_) {
    Value place = Value::boxed(variable(name));
    vm.taint_place(place);
  }
  variable("\x14"
           "AINT")
      ->bits |= Scalar::ReadOnly;
}

void Command::set_separators() {
  const auto set = [&](const char* name, const std::optional<command::Separator>& separator) {
    if (!separator) return;
    variable(name)->value =
        separator->defined ? Value::string(separator->bytes, separator->utf8) : Value();
  };
  set("/", settings_.input_separator);
  set("\\", settings_.output_separator);
}

// perlrun -C. L makes the rest depend on the locale's encoding.
void Command::apply_unicode() {
  const std::uint32_t flags = settings_.unicode;
  if (!flags) return;
  variable("\x15NICODE")->value = Value::integer(flags);
  if (flags & 64) {
    std::string locale = environment("LC_ALL");
    if (locale.empty()) locale = environment("LC_CTYPE");
    if (locale.empty()) locale = environment("LANG");
    for (char& c : locale) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (locale.find("utf-8") == locale.npos && locale.find("utf8") == locale.npos) return;
  }
  static const std::pair<const char*, std::uint32_t> handles[] = {
      {"STDIN", 1}, {"STDOUT", 2}, {"STDERR", 4}};
  for (const auto& [name, bit] : handles) {
    if (!(flags & bit)) continue;
    builtin::IoHandle* io =
        builtin::io_of(impl_->vm.glob(std::string("main::") + name, true)->body->io);
    if (io && io->is_open())
      builtin::apply_layers(impl_->vm, io, ":utf8", builtin::LayersOf::Binmode);
  }
  if (flags & 8) settings_.uses.insert(0, "use open IN => ':utf8'; ");
  if (flags & 16) settings_.uses.insert(0, "use open OUT => ':utf8'; ");
}

void Command::set_script_switches() {
  for (const auto& [name, value] : command::take_script_switches(settings_.arguments)) {
    variable(name)->value = Value::string(value);
    switches_.push_back(name);
  }
}

}  // namespace

int run_command(int argc, char** argv) {
  // Where Perl calls native code that calls Perl, recursion takes the stack of C++; perl itself takes
  // most of that from the heap.
  constexpr std::size_t kStack = std::size_t{1} << 29;
  int status = 0;
  rt::run_on_stack(kStack, [&] {
    Command command({argv + (argc > 0 ? 1 : 0), argv + argc});
    builtin::keep_argument_area(argc, argv);
    status = command.run();
  });
  return status;
}

}  // namespace perlipc
