// Parsing of open's modes: the two-argument string and the MODE argument.
#include "builtins/open_request.h"
#include "runtime/file.h"

#include <cctype>
#include <cerrno>
#include <fcntl.h>

namespace perlipc::builtin {
namespace {

bool space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

std::string_view strip_front(std::string_view text) {
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  return text;
}
std::string_view strip(std::string_view text) {
  text = strip_front(text);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

// Takes "<", ">", ">>", "+<", "+>", "+>>" from the front; nullopt when it starts otherwise.
std::optional<std::string_view> take_mode(std::string_view& text) {
  std::size_t at = 0;
  if (at < text.size() && text[at] == '+') ++at;
  if (at >= text.size() || (text[at] != '<' && text[at] != '>')) return std::nullopt;
  if (text.substr(at++).starts_with(">>")) ++at;
  const std::string_view mode = text.substr(0, at);
  text.remove_prefix(at);
  return mode;
}

std::optional<OpenRequest> missing_command(Call& call) {
  call.engine.warn(Warning::Pipe, "Missing command in piped open");
  call.engine.set_errno(EPIPE);
  return std::nullopt;
}

std::optional<OpenRequest> pipe_request(Call& call, std::string_view command, bool reading) {
  OpenRequest request;
  request.kind = OpenRequest::Kind::Pipe;
  request.reading = reading;
  if (command.empty()) return missing_command(call);
  if (command == "-") request.fork_only = true;
  request.shell_words = true;
  request.command.push_back(std::string(command));
  return request;
}

std::optional<OpenRequest> dup_request(std::string_view name, int flags, bool alias) {
  OpenRequest request;
  request.kind = OpenRequest::Kind::Dup;
  request.flags = flags;
  request.alias = alias;
  request.target = Value::string(name);
  request.target_is_name = true;
  return request;
}

bool refuse_nul(Call& call, const std::string& path) {
  return !path_of(call.engine, Value::string(path), "open");
}

}  // namespace

std::optional<OpenRequest> parse_two_arguments(Call& call, const std::string& specification) {
  std::string_view text = strip(specification);
  if (text.starts_with("|")) {
    text = strip_front(text.substr(1));
    if (!text.empty() && text.back() == '|') {
      call.engine.warn(Warning::Pipe, "Can't open bidirectional pipe");
      text = strip(text.substr(0, text.size() - 1));
    }
    return pipe_request(call, text, false);
  }
  OpenRequest request;
  request.newline = specification.ends_with('\n');
  if (auto mode = take_mode(text)) {
    request.flags = *rt::flags_for_mode(*mode);
    if (!text.empty() && text[0] == '&') {
      const bool alias = text.size() > 1 && text[1] == '=';
      return dup_request(strip_front(text.substr(alias ? 2 : 1)), request.flags, alias);
    }
    text = strip_front(text);
    if (text == "-" && mode->find('+') == mode->npos) {
      request.kind = OpenRequest::Kind::Standard;
      request.reading = *mode == "<";
      return request;
    }
  } else if (!text.empty() && text.back() == '|') {
    return pipe_request(call, strip(text.substr(0, text.size() - 1)), true);
  } else {
    request.flags = O_RDONLY;
    if (text == "-") {
      request.kind = OpenRequest::Kind::Standard;
      return request;
    }
  }
  request.path = text;
  if (refuse_nul(call, request.path)) return std::nullopt;
  if (request.path.empty()) {
    call.engine.set_errno(ENOENT);
    return std::nullopt;
  }
  return request;
}

namespace {

// The command of "-|" and "|-": a list, or one string for the shell.
std::optional<OpenRequest> pipe_list(Call& call, std::size_t mode_index, bool reading) {
  if (call.count == mode_index + 2) {
    // perl asks for something to run before it looks at it; blanks get a child that has nothing.
    const Value command = call[mode_index + 1];
    if (command.is_undef()) return missing_command(call);
    const std::string text = bytes_of(call.engine, command);
    const std::string_view words = strip(text);
    if (!words.empty() || text.empty()) return pipe_request(call, words, reading);
    OpenRequest nothing;
    nothing.kind = OpenRequest::Kind::Pipe;
    nothing.reading = reading;
    nothing.shell_words = true;
    nothing.command.emplace_back();
    return nothing;
  }
  if (call.count > mode_index + 2 && !call.defined(mode_index + 1)) return missing_command(call);
  OpenRequest request;
  request.kind = OpenRequest::Kind::Pipe;
  request.reading = reading;
  for (std::size_t n = mode_index + 1; n < call.count; ++n)
    request.command.push_back(bytes_arg(call, n));
  if (request.command.empty()) {
    request.fork_only = true;
    request.command.push_back("-");
  }
  return request;
}

[[noreturn]] void unknown_mode(Call& call, std::string_view mode) {
  call.engine.die("Unknown open() mode '" + std::string(mode) + "'");
  __builtin_unreachable();
}

// In-memory files and undef (perlfunc open: "to open a temporary file").
bool special_target(Call& call, std::size_t n, OpenRequest& request) {
  const Value value = call[n];
  if (value.is_undef() && !call.args[n].is_alias()) {  // written there, not a variable's value
    request.kind = OpenRequest::Kind::Temporary;
    return true;
  }
  if (!value.is_ref() || value.o->type != Type::Scalar) return false;
  Scalar* scalar = reinterpret_cast<Scalar*>(value.o);
  if (scalar->stash() != nullptr || scalar->value.is_glob()) return false;
  request.kind = OpenRequest::Kind::Memory;
  request.memory_ref = value;
  return true;
}

}  // namespace

std::optional<OpenRequest> parse_with_mode(Call& call, std::size_t mode_index) {
  const std::string mode_text = bytes_arg(call, mode_index);
  std::string_view text = strip_front(mode_text);
  OpenRequest request;
  if (text.starts_with("|-") || text.starts_with("-|")) {
    const bool reading = text[0] == '-';
    const std::string_view layers = strip(text.substr(2));
    if (!layers.empty() && !check_layers(call.engine, layers)) unknown_mode(call, mode_text);
    auto pipe = pipe_list(call, mode_index, reading);
    if (pipe) pipe->layers = layers;
    return pipe;
  }
  const auto mode = take_mode(text);
  if (!mode) unknown_mode(call, mode_text);
  request.flags = *rt::flags_for_mode(*mode);
  bool dup = false;
  if (!text.empty() && text[0] == '&') {
    dup = true;
    text.remove_prefix(1);
    if (!text.empty() && text[0] == '=') {
      request.alias = true;
      text.remove_prefix(1);
    }
  }
  request.layers = strip(text);
  if (!request.layers.empty()) {
    const bool list = request.layers[0] == ':';
    if (!check_layers(call.engine, request.layers)) {
      if (!list) unknown_mode(call, mode_text);
      return std::nullopt;
    }
    if (!list) unknown_mode(call, mode_text);
  }
  const std::size_t target = mode_index + 1;
  if (call.count > target + 1) {
    call.engine.die(dup ? "More than one argument to '" + std::string(*mode) + "&" +
                              (request.alias ? "=" : "") + "' open"
                        : std::string("More than one argument to open(,':perlio')"));
  }
  if (dup) {
    request.kind = OpenRequest::Kind::Dup;
    request.target = call[target];
    if (request.target.is_undef())
      call.engine.die("Can't use an undefined value as filehandle reference");
    return request;
  }
  if (call.count <= target) unknown_mode(call, mode_text);
  if (special_target(call, target, request)) return request;
  auto path = path_arg(call, target, "open");
  if (!path) return std::nullopt;
  request.path = std::move(*path);
  return request;
}

}  // namespace perlipc::builtin
