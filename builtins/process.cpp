// system, exec, qx, fork, wait (perlfunc).
#include "builtins/process.h"
#include "runtime/watchdog.h"

#include <cctype>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace perlipc::builtin {

// --- commands -----------------------------------------------------------------------------------

namespace {

bool blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

bool is_assignment(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() &&
         (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_'))
    ++at;
  return at < text.size() && text[at] == '=';
}

bool needs_shell(std::string_view text) {
  if (text.starts_with("exec") && text.size() > 4 && blank(text[4])) return true;
  if (text.size() > 1 && text[0] == '.' && blank(text[1])) return true;
  if (is_assignment(text)) return true;
  return text.find_first_of("$&*(){}[]'\";\\|?<>~`\n") != text.npos;
}

}  // namespace

Command command_of_string(std::string_view text) {
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  Command command;
  std::string_view checked = text;
  if (!checked.empty() && checked.back() == '\n') checked.remove_suffix(1);
  // The one redirection that takes no shell: a last word "2>&1".
  constexpr std::string_view kErrorsToOutput = "2>&1";
  std::string_view words = text;
  while (!words.empty() && blank(words.back())) words.remove_suffix(1);
  if (words.ends_with(kErrorsToOutput) && words.size() > kErrorsToOutput.size() &&
      blank(words[words.size() - kErrorsToOutput.size() - 1])) {
    words.remove_suffix(kErrorsToOutput.size());
    command.errors_to_output = !needs_shell(words);
    if (command.errors_to_output) checked = text = words;
  }
  if (needs_shell(checked)) {
    command.program = "/bin/sh";
    command.arguments = {"sh", "-c", std::string(text)};
    return command;
  }
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && blank(text[at])) ++at;
    const std::size_t start = at;
    while (at < text.size() && !blank(text[at])) ++at;
    if (at > start) command.arguments.emplace_back(text.substr(start, at - start));
  }
  if (!command.arguments.empty()) command.program = command.arguments[0];
  return command;
}

Command command_of_list(std::vector<std::string> words) {
  Command command;
  if (!words.empty()) command.program = words[0];
  command.arguments = std::move(words);
  return command;
}

namespace {
// Characters as bytes where each fits in one, as a variable of the environment has them.
std::string bytes_of_characters(Engine& engine, const Value& value) {
  const Text text(engine, value);
  String* narrow = text.utf8() ? downgrade(text.get()) : nullptr;
  if (narrow == nullptr) return std::string(text.view());
  const Value owner = Value::adopt(narrow);
  return std::string(narrow->view());
}
}  // namespace

std::vector<std::string> child_environment(Engine& engine) {
  std::vector<std::string> environment;
  const Engine::TaintPause pause(engine);
  Glob* glob = engine.glob("main::ENV", false);
  if (glob == nullptr) return environment;
  Hash* hash = glob->hash();
  environment.reserve(hash->size());
  std::size_t position = 0;
  while (Hash::Entry* entry = hash->next(position)) {
    const Value& place = entry->value;
    if ((place.is_boxed() ? place.box->value : place).is_untouched()) continue;
    const Value value = rvalue(entry->value);
    std::string variable(entry->key->view());
    variable += '=';
    if (!value.is_undef()) variable += bytes_of_characters(engine, value);
    environment.push_back(std::move(variable));
  }
  return environment;
}

rt::SpawnPlan plan_for(Engine& engine, const Command& command, int output) {
  rt::SpawnPlan plan;
  plan.program = command.program;
  plan.arguments = command.arguments;
  plan.environment = child_environment(engine);
  const IoTable& table = io_table(engine);
  for (int number = 0; number <= 2; ++number)
    if (const int fd = table.standard_fd(number); fd >= 0) plan.dup(fd, number);
  if (output >= 0) plan.dup(output, 1);
  if (command.errors_to_output) plan.dup(1, 2);
  return plan;
}

void warn_exec(Engine& engine, const Command& command, int error) {
  engine.warn(Warning::Exec, "Can't exec \"" + command.program + "\": " + std::strerror(error));
}

// --- fork, wait ----------------------------------------------------------------------------------

pid_t fork_now(Engine& engine) {
  flush_all(engine);
  const rt::Result<pid_t> pid = rt::fork_process();
  if (!pid) {
    engine.set_errno(pid.error());
    return -1;
  }
  if (*pid == 0) after_fork_in_child(engine);
  return *pid;
}

Value bi_fork(Call& call) {
  const pid_t pid = fork_now(call.engine);
  return pid < 0 ? Value() : Value::integer(pid);
}

namespace {

// waitpid that runs signal handlers and goes on waiting, as perl's does.
Value wait_and_set_status(Call& call, pid_t pid, int flags) {
  Engine& engine = call.engine;
  IoTable& table = io_table(engine);
  for (;;) {
    const rt::Result<rt::ChildChange> change = table.waiter().child(pid, flags);
    if (change) {
      // $? has no room for stops: a stopped child leaves 0.
      const bool ended = change->status.exited() || change->status.signaled();
      engine.set_child_status(change->pid <= 0 ? -1 : ended ? change->status.raw() : 0);
      return Value::integer(change->pid);
    }
    if (change.error() == EINTR) {
      interrupted(engine);
      continue;
    }
    engine.set_child_status(-1);
    engine.set_errno(change.error());
    return Value::integer(-1);
  }
}

}  // namespace

Value bi_wait(Call& call) { return wait_and_set_status(call, -1, 0); }

Value bi_waitpid(Call& call) {
  const auto pid = static_cast<pid_t>(int_arg(call, 0));
  return wait_and_set_status(call, pid, static_cast<int>(int_arg(call, 1)));
}

// --- system, exec --------------------------------------------------------------------------------

namespace {

Command command_of_call(Call& call, const Value* program) {
  std::vector<std::string> words;
  for (std::size_t n = 0; n < call.count; ++n) words.push_back(bytes_arg(call, n));
  if (program != nullptr) {
    Command command = command_of_list(std::move(words));
    command.program = bytes_of(call.engine, *program);
    return command;
  }
  if (words.size() == 1) return command_of_string(words[0]);
  return command_of_list(std::move(words));
}

// While a program runs under system, interrupt and quit are the program's (POSIX system), and
// handlers of SIGCHLD wait.
class SystemSignals {
 public:
  explicit SystemSignals(IoTable& table) : table_(table), signals_(table.signals_or_null()) {
    table_.hold(SIGCHLD);
  }
  ~SystemSignals() {
    if (ignoring_) {
      (void)signals_->set_disposition(SIGINT, interrupt_);
      (void)signals_->set_disposition(SIGQUIT, quit_);
    }
    table_.unhold(SIGCHLD);
  }
  SystemSignals(const SystemSignals&) = delete;
  SystemSignals& operator=(const SystemSignals&) = delete;

  // From the moment the program runs; before, the program would inherit it.
  void ignore_interrupts() {
    if (signals_ == nullptr) return;
    interrupt_ = signals_->disposition(SIGINT);
    quit_ = signals_->disposition(SIGQUIT);
    ignoring_ = true;
    (void)signals_->set_disposition(SIGINT, rt::Disposition::Ignore);
    (void)signals_->set_disposition(SIGQUIT, rt::Disposition::Ignore);
  }

 private:
  IoTable& table_;
  rt::SignalTable* signals_;
  bool ignoring_ = false;
  rt::Disposition interrupt_{}, quit_{};
};

Value finish_system(Engine& engine, int status) {
  engine.set_child_status(status);
  return Value::integer(status);
}

constexpr int kNotStarted = -2;

// As with perl, it is the child that complains: what a handler of the warning does stays there. The
// child's status when it went on with the program instead, because that handler has died.
std::optional<int> complain_in_child(IoTable& table, const Command& command, int error) {
  Engine& engine = table.engine;
  if (!engine.warning_enabled(Warning::Exec)) return std::nullopt;
  rt::Result<rt::PipeEnds> done = rt::make_pipe();
  const pid_t pid = done ? fork_now(engine) : -1;
  if (pid < 0) {
    warn_exec(engine, command, error);
    return std::nullopt;
  }
  if (pid == 0) {
    done->read = {};
    if (command.errors_to_output) (void)rt::dup_to(1, 2, rt::Inheritable::Yes);
    warn_exec(engine, command, error);
    (void)rt::write_some(done->write.get(), "", 1);
    rt::exit_now(255);
  }
  done->write = {};
  char byte = 0;
  rt::Result<std::size_t> told = rt::read_some(done->read.get(), &byte, 1);
  while (told.error() == EINTR) told = rt::read_some(done->read.get(), &byte, 1);
  int failure = 0;
  const int status = table.wait_for(pid, &failure);
  if (told && *told == 1) return std::nullopt;
  return status;
}

constexpr int kNothingToRun = 255 << 8;  // what perl's child leaves with when there is no command

}  // namespace

Value system_program(Call& call, const Value* program) {
  Engine& engine = call.engine;
  IoTable& table = io_table(engine);
  const Command command = command_of_call(call, program);
  flush_all(engine);
  if (command.arguments.empty() && call.count > 0) return finish_system(engine, kNothingToRun);
  int error = 0;
  int status = kNotStarted;
  {
    SystemSignals held(table);
    const rt::Result<pid_t> pid =
        rt::spawn(plan_for(engine, command), [&held] { held.ignore_interrupts(); });
    error = pid.error();
    if (pid) status = table.wait_for(*pid, &error);
  }
  if (status == kNotStarted) {
    engine.set_errno(error);
    if (const auto elsewhere = complain_in_child(table, command, error))
      return finish_system(engine, *elsewhere);
    engine.set_errno(error);
    return finish_system(engine, -1);
  }
  if (error != 0) engine.set_errno(error);
  return finish_system(engine, status);
}

namespace {

// While it lives, 0, 1 and 2 are what a program is to get: the host's come back when exec fails.
class StandardNumbers {
 public:
  explicit StandardNumbers(const IoTable& table) {
    for (int number = 0; number <= 2; ++number) {
      const int fd = table.standard_fd(number);
      if (fd < 0) continue;
      before_[static_cast<std::size_t>(number)] = rt::dup_cloexec(number);
      (void)rt::dup_to(fd, number, rt::Inheritable::Yes);
    }
  }
  ~StandardNumbers() {
    for (int number = 0; number <= 2; ++number) {
      const auto& before = before_[static_cast<std::size_t>(number)];
      if (before && *before) (void)rt::dup_to((*before)->get(), number, rt::Inheritable::Yes);
    }
  }
  StandardNumbers(const StandardNumbers&) = delete;
  StandardNumbers& operator=(const StandardNumbers&) = delete;

 private:
  std::array<std::optional<rt::Result<rt::UniqueFd>>, 3> before_;
};

}  // namespace

Value exec_program(Call& call, const Value* program) {
  Engine& engine = call.engine;
  const Command command = command_of_call(call, program);
  flush_all(engine);
  if (command.arguments.empty()) {
    if (call.count == 0) engine.set_errno(ENOENT);
    return Value::integer(0);
  }
  const StandardNumbers numbers(io_table(engine));
  if (command.errors_to_output) (void)rt::dup_to(1, 2, rt::Inheritable::Yes);
  const rt::Errno failure = rt::exec(command.program, command.arguments, child_environment(engine));
  engine.set_errno(failure.code);
  warn_exec(engine, command, failure.code);
  engine.set_errno(failure.code);
  return Value::integer(0);
}

Value bi_system(Call& call) { return system_program(call, nullptr); }
Value bi_exec(Call& call) { return exec_program(call, nullptr); }

// --- qx ------------------------------------------------------------------------------------------

namespace {

struct OwnedString {
  String* text;
  explicit OwnedString(String* owned) : text(owned) {}
  ~OwnedString() {
    if (text != nullptr) text->release();
  }
  OwnedString(const OwnedString&) = delete;
  OwnedString& operator=(const OwnedString&) = delete;
};

// All of a command's output; null when it could not be started, $? and $! are set.
String* capture(Engine& engine, const std::string& text) {
  IoTable& table = io_table(engine);
  const Command command = command_of_string(text);
  flush_all(engine);
  if (command.arguments.empty()) {
    engine.set_child_status(1 << 8);
    return String::make("");
  }
  rt::Result<rt::PipeEnds> ends = rt::make_pipe();
  if (!ends) {
    engine.set_errno(ends.error());
    engine.set_child_status(-1);
    return nullptr;
  }
  const rt::Result<pid_t> pid = rt::spawn(plan_for(engine, command, ends->write.get()));
  if (!pid) {
    report_exec_in_child(engine, command, pid.error(), ends->write.get());
    engine.set_errno(pid.error());
    engine.set_child_status(-1);
    return nullptr;
  }
  ends->write = {};
  OwnedString owner(String::make(std::size_t{4096}));
  String*& output = owner.text;
  for (;;) {
    output = String::grow(output, output->length + 1024);
    rt::Result<std::size_t> count = rt::Errno{EINTR};
    if (const auto ready = table.waiter().before_read(ends->read.get()); ready) {
      count = rt::read_unless_signaled(ends->read.get(), output->data + output->length,
                                       output->capacity() - output->length);
    }
    if (count && *count == 0) break;
    if (count) {
      output->length += *count;
      if (!rt::stop_is_noted()) [[likely]]
        continue;
    } else if (count.error() != EINTR) {
      break;
    }
    table.run_handlers_beside(*pid);
  }
  output->data[output->length] = '\0';
  ends->read = {};
  int error = 0;
  engine.set_errno(0);  // the end of the output was met
  const int status = table.wait_for(*pid, &error);
  if (error != 0) engine.set_errno(error);
  engine.set_child_status(status);
  return std::exchange(output, nullptr);
}

}  // namespace

Value bi_readpipe(Call& call) {
  Engine& engine = call.engine;
  String* output = capture(engine, bytes_arg(call, 0));
  const std::string layers = default_layers(engine, false);
  const bool utf8 = layers.find("utf8") != layers.npos || layers.find("UTF-8") != layers.npos;
  if (output != nullptr && utf8) output->set_utf8(true);
  if (call.want != Want::List) return output != nullptr ? Value::adopt(output) : Value();
  if (output == nullptr) return call.list();
  const Value owner = Value::adopt(output);
  Glob* glob = make_anonymous_glob(engine.stash("main", true), "__ANONIO__");
  const Value glob_owner = Value::adopt_ref(glob);
  open_data_handle(engine, glob, output->view(), utf8);
  Glob* last = engine.last_read();
  std::vector<Value> lines;
  read_lines(engine, glob, lines);
  engine.set_last_read(last);
  for (Value& line : lines) call.push(std::move(line));
  return call.list();
}

}  // namespace perlipc::builtin
