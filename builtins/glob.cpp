// glob (perlfunc glob): words and quotes as csh has them, and the list that scalar context walks.
#include "builtins/glob_pattern.h"
#include "builtins/io_handle.h"

#include <cctype>
#include <cerrno>

namespace perlipc::builtin {
namespace {

// Splits at white space outside quotes. Inside quotes wildcards keep their meaning, spaces do not.
std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  bool inside = false;
  char quote = '\0';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
      else word += c;
      continue;
    }
    if ((c == '"' || c == '\'') && !inside && text.find(c, at + 1) != text.npos) {
      quote = c;
      inside = true;
    } else if (c == '\\' && at + 1 < text.size()) {
      inside = true;
      if (!std::isspace(static_cast<unsigned char>(text[at + 1]))) word += c;
      word += text[++at];
    } else if (std::isspace(static_cast<unsigned char>(c)) != 0) {
      if (inside) words.push_back(std::move(word));
      word.clear();
      inside = false;
    } else {
      inside = true;
      word += c;
    }
  }
  if (inside) words.push_back(std::move(word));
  return words;
}

std::vector<std::string> expand_pattern(Engine& engine, std::string_view text) {
  std::vector<std::string> all;
  for (const std::string& word : split_words(text))
    (void)expand_glob(engine, word, GlobFlag::Csh, all);
  return all;
}

std::vector<Value> names_for(Call& call) {
  const std::string pattern = bytes_arg(call, 0);
  call.engine.set_errno(0);
  std::vector<Value> names;
  if (!glob_pattern_is_clean(call.engine, pattern, "glob")) return names;
  for (const std::string& name : expand_pattern(call.engine, pattern.c_str()))
    names.push_back(Value::string(name));
  return names;
}

}  // namespace

bool glob_pattern_is_clean(Engine& engine, std::string_view pattern, const char* op) {
  const std::size_t nul = pattern.find('\0');
  if (nul == pattern.npos || nul + 1 == pattern.size()) return true;
  engine.set_errno(ENOENT);
  engine.warn(Warning::Syscalls, std::string("Invalid \\0 character in pattern for ") + op + ": " +
                                     std::string(pattern.substr(0, nul)) + "\\0" +
                                     std::string(pattern.substr(nul + 1)));
  return false;
}

Value glob_at(Call& call, const void* site) {
  IoTable& table = io_table(call.engine);
  if (call.want == Want::List) {
    for (Value& name : names_for(call)) call.push(std::move(name));
    return call.list();
  }
  auto running = table.globs.find(site);
  if (running == table.globs.end()) {
    running = table.globs.emplace(site, std::pair(names_for(call), std::size_t{0})).first;
  }
  auto& [names, next] = running->second;
  if (next < names.size()) return names[next++];
  table.globs.erase(running);
  return {};
}

Value bi_glob(Call& call) { return glob_at(call, nullptr); }

}  // namespace perlipc::builtin
