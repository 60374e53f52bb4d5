// File name expansion as csh does it: braces, ~, wildcards, quotes (perlfunc glob, File::Glob).
#include "builtins/io_handle.h"
#include "runtime/users.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <unistd.h>

namespace perlipc::builtin {
namespace {

// --- words and braces
// --------------------------------------------------------------------------------------

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

// Position of the } that closes text[open] == '{'; npos when there is none.
std::size_t closing_brace(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (text[at] == '\\') ++at;
    else if (text[at] == '{') ++depth;
    else if (text[at] == '}' && --depth == 0) return at;
  }
  return text.npos;
}

std::vector<std::string_view> alternatives(std::string_view body) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  int depth = 0;
  for (std::size_t at = 0; at < body.size(); ++at) {
    if (body[at] == '\\') ++at;
    else if (body[at] == '{') ++depth;
    else if (body[at] == '}') --depth;
    else if (body[at] == ',' && depth == 0) {
      parts.push_back(body.substr(start, at - start));
      start = at + 1;
    }
  }
  parts.push_back(body.substr(start));
  return parts;
}

void expand_braces(const std::string& text, std::vector<std::string>& out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
      continue;
    }
    if (text[at] != '{' || text.compare(at, 2, "{}") == 0) continue;
    const std::size_t close = closing_brace(text, at);
    if (close == text.npos) continue;
    for (std::string_view part :
         alternatives(std::string_view(text).substr(at + 1, close - at - 1))) {
      expand_braces(text.substr(0, at) + std::string(part) + text.substr(close + 1), out);
    }
    return;
  }
  out.push_back(text);
}

// --- matching
// ------------------------------------------------------------------------------------------------

// Position behind the set that starts at pattern[at] == '['; npos when it is not closed.
std::size_t set_end(std::string_view pattern, std::size_t at) {
  ++at;
  if (at < pattern.size() && pattern[at] == '!') ++at;
  if (at < pattern.size() && pattern[at] == ']') ++at;
  const std::size_t close = pattern.find(']', at);
  return close == pattern.npos ? pattern.npos : close + 1;
}

bool in_set(std::string_view set, char c) {
  bool negated = false;
  if (!set.empty() && set[0] == '!') {
    negated = true;
    set.remove_prefix(1);
  }
  bool found = false;
  for (std::size_t at = 0; at < set.size(); ++at) {
    const auto low = static_cast<unsigned char>(set[at]);
    auto high = low;
    if (at + 2 < set.size() && set[at + 1] == '-') {
      high = static_cast<unsigned char>(set[at + 2]);
      at += 2;
    }
    if (static_cast<unsigned char>(c) >= low && static_cast<unsigned char>(c) <= high) found = true;
  }
  return found != negated;
}

bool matches(std::string_view pattern, std::string_view name) {
  for (;;) {
    if (pattern.empty()) return name.empty();
    const char c = pattern[0];
    if (c == '*') {
      pattern.remove_prefix(1);
      for (std::size_t skip = 0; skip <= name.size(); ++skip) {
        if (matches(pattern, name.substr(skip))) return true;
      }
      return false;
    }
    if (name.empty()) return false;
    std::size_t used = 1;
    if (c == '?') {
      // any character
    } else if (const std::size_t end = c == '[' ? set_end(pattern, 0) : pattern.npos;
               end != pattern.npos) {
      if (!in_set(pattern.substr(1, end - 2), name[0])) return false;
      used = end;
    } else {
      const bool escaped = c == '\\' && pattern.size() > 1;
      if (pattern[escaped ? 1 : 0] != name[0]) return false;
      used = escaped ? 2 : 1;
    }
    pattern.remove_prefix(used);
    name.remove_prefix(1);
  }
}

bool has_magic(std::string_view pattern) {
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') ++at;
    else if (pattern[at] == '*' || pattern[at] == '?') return true;
    else if (pattern[at] == '[' && set_end(pattern, at) != pattern.npos) return true;
  }
  return false;
}

std::string unescape(std::string_view pattern) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
    text += pattern[at];
  }
  return text;
}

class Expansion {
 public:
  explicit Expansion(Engine& engine) : engine_(engine) {}
  std::vector<std::string> take() { return std::move(found_); }

  // `done` is the part already resolved, ending in / unless empty.
  void walk(const std::string& done, std::string_view rest) {
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    if (slash == rest.npos) {
      list(
          done, part, [&](const std::string& path) { found_.push_back(path); }, false);
      return;
    }
    std::size_t after = slash;
    while (after < rest.size() && rest[after] == '/') ++after;
    const std::string slashes(rest.substr(slash, after - slash));
    const std::string_view tail = rest.substr(after);
    const auto descend = [&](const std::string& path) {
      if (tail.empty()) found_.push_back(path + slashes);
      else walk(path + slashes, tail);
    };
    if (part.empty()) descend(done);
    else list(done, part, descend, true);
  }

 private:
  template <class Visit>
  void list(const std::string& done, std::string_view part, Visit&& visit, bool directories) {
    if (!has_magic(part)) {
      const std::string path = done + unescape(part);
      const auto stat = directories ? rt::stat_path(path.c_str()) : rt::stat_link(path.c_str());
      if (!stat) engine_.set_errno(stat.error());
      else if (!directories || stat->is_directory()) visit(path);
      return;
    }
    auto directory = rt::Directory::open(done.empty() ? "." : done.c_str());
    if (!directory) {
      engine_.set_errno(directory.error());
      return;
    }
    std::vector<std::string> names;
    for (auto name = (*directory)->read(); name && name->has_value(); name = (*directory)->read()) {
      if ((**name)[0] == '.' && part[0] != '.') continue;
      if (matches(part, **name)) names.push_back(**name);
    }
    for (const std::string& name : names) {
      const std::string path = done + name;
      if (directories) {
        const auto stat = rt::stat_path(path.c_str());
        if (!stat || !stat->is_directory()) {
          engine_.set_errno(stat ? ENOTDIR : stat.error());
          continue;
        }
      }
      visit(path);
    }
  }

  Engine& engine_;
  std::vector<std::string> found_;
};

// File::Glob GLOB_ALPHASORT: case does not matter, except between names that differ in nothing
// else.
bool alphabetical(const std::string& a, const std::string& b) {
  // Bytes above 127 come first: perl compares plain (signed) chars.
  const auto fold = [](char c) {
    return static_cast<signed char>(std::tolower(static_cast<unsigned char>(c)));
  };
  for (std::size_t at = 0; at < a.size() && at < b.size(); ++at) {
    if (fold(a[at]) != fold(b[at])) return fold(a[at]) < fold(b[at]);
  }
  if (a.size() != b.size()) return a.size() < b.size();
  return a < b;
}

std::string expand_tilde(Engine& engine, const std::string& word) {
  if (word.empty() || word[0] != '~') return word;
  const std::size_t slash = word.find('/');
  const std::string user = word.substr(1, slash == word.npos ? word.npos : slash - 1);
  std::string home;
  if (user.empty()) {
    Value* value = engine.glob("main::ENV", true)->hash()->find("HOME");
    if (value != nullptr) home = bytes_of(engine, rvalue(*value));
    else if (const auto entry = rt::user_by_id(::getuid())) home = entry->directory;
  } else if (const auto entry = rt::user_by_name(user.c_str())) {
    home = entry->directory;
  }
  if (home.empty()) return word;
  return home + (slash == word.npos ? std::string() : word.substr(slash));
}

std::vector<std::string> expand_pattern(Engine& engine, std::string_view text) {
  std::vector<std::string> all;
  for (const std::string& word : split_words(text)) {
    std::vector<std::string> patterns;
    expand_braces(word, patterns);
    for (const std::string& raw : patterns) {
      const std::string pattern = expand_tilde(engine, raw);
      Expansion expansion(engine);
      expansion.walk("", pattern);
      std::vector<std::string> found = expansion.take();
      if (found.empty() && !has_magic(pattern)) found.push_back(unescape(pattern));
      std::sort(found.begin(), found.end(), alphabetical);
      all.insert(all.end(), found.begin(), found.end());
    }
  }
  return all;
}

bool pattern_is_clean(Engine& engine, std::string_view pattern) {
  const std::size_t nul = pattern.find('\0');
  if (nul == pattern.npos) return true;
  engine.set_errno(ENOENT);
  engine.warn(Warning::Syscalls,
              "Invalid \\0 character in pattern for glob: " + std::string(pattern.substr(0, nul)) +
                  "\\0" + std::string(pattern.substr(nul + 1)));
  return false;
}

std::vector<Value> names_for(Call& call) {
  const std::string pattern = bytes_arg(call, 0);
  call.engine.set_errno(0);
  std::vector<Value> names;
  if (!pattern_is_clean(call.engine, pattern)) return names;
  for (const std::string& name : expand_pattern(call.engine, pattern))
    names.push_back(Value::string(name));
  return names;
}

}  // namespace

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
