// The engine behind glob and bsd_glob: braces, ~, wildcards of one path part after the other.
#include "builtins/glob_pattern.h"
#include "builtins/io_handle.h"
#include "runtime/users.h"

#include <algorithm>
#include <cctype>
#include <unistd.h>

namespace perlipc::builtin {
namespace {

// --- braces --------------------------------------------------------------------------------------

// Position behind a bracketed set, whose braces and commas are plain characters; else `at`.
std::size_t behind_set(std::string_view text, std::size_t at) {
  const std::size_t close = text[at] == '[' ? text.find(']', at + 1) : text.npos;
  return close == text.npos ? at : close;
}

// Position of the } that closes text[open] == '{'; npos when there is none.
std::size_t closing_brace(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    at = behind_set(text, at);
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
    at = behind_set(body, at);
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
    if (close == text.npos) return out.push_back(text.substr(0, at));  // the rest is lost
    for (std::string_view part :
         alternatives(std::string_view(text).substr(at + 1, close - at - 1))) {
      expand_braces(text.substr(0, at) + std::string(part) + text.substr(close + 1), out);
    }
    return;
  }
  out.push_back(text);
}

// --- matching ------------------------------------------------------------------------------------

// Position behind the set that starts at pattern[at] == '['; npos when it is not closed.
std::size_t set_end(std::string_view pattern, std::size_t at) {
  ++at;
  if (at < pattern.size() && pattern[at] == '!') ++at;
  if (at < pattern.size() && pattern[at] == ']') ++at;
  const std::size_t close = pattern.find(']', at);
  return close == pattern.npos ? pattern.npos : close + 1;
}

char folded(char c, bool any_case) {
  return any_case ? static_cast<char>(std::tolower(static_cast<unsigned char>(c))) : c;
}

bool in_set(std::string_view set, char c, bool any_case) {
  bool negated = false;
  if (!set.empty() && set[0] == '!') {
    negated = true;
    set.remove_prefix(1);
  }
  const auto byte = [&](char of) { return static_cast<unsigned char>(folded(of, any_case)); };
  bool found = false;
  for (std::size_t at = 0; at < set.size(); ++at) {
    const unsigned char low = byte(set[at]);
    unsigned char high = low;
    if (at + 2 < set.size() && set[at + 1] == '-') {
      high = byte(set[at + 2]);
      at += 2;
    }
    if (byte(c) >= low && byte(c) <= high) found = true;
  }
  return found != negated;
}

bool matches(std::string_view pattern, std::string_view name, bool any_case) {
  for (;;) {
    if (pattern.empty()) return name.empty();
    const char c = pattern[0];
    if (c == '*') {
      pattern.remove_prefix(1);
      for (std::size_t skip = 0; skip <= name.size(); ++skip) {
        if (matches(pattern, name.substr(skip), any_case)) return true;
      }
      return false;
    }
    if (name.empty()) return false;
    std::size_t used = 1;
    if (c == '?') {
      // any character
    } else if (const std::size_t end = c == '[' ? set_end(pattern, 0) : pattern.npos;
               end != pattern.npos) {
      if (!in_set(pattern.substr(1, end - 2), name[0], any_case)) return false;
      used = end;
    } else {
      const bool escaped = c == '\\' && pattern.size() > 1;
      if (folded(pattern[escaped ? 1 : 0], any_case) != folded(name[0], any_case)) return false;
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
  Expansion(Engine& engine, unsigned flags) : engine_(engine), flags_(flags) {}
  std::vector<std::string> take() { return std::move(found_); }
  bool aborted() const { return aborted_; }

  // `done` is the part already resolved, ending in / unless empty.
  void walk(const std::string& done, std::string_view rest) {
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    if (slash == rest.npos) {
      list(
          done, part, [&](const std::string& path) { add(path); }, false);
      return;
    }
    std::size_t after = slash;
    while (after < rest.size() && rest[after] == '/') ++after;
    const std::string slashes(rest.substr(slash, after - slash));
    const std::string_view tail = rest.substr(after);
    const auto descend = [&](const std::string& path) {
      if (tail.empty()) add(path + slashes);
      else walk(path + slashes, tail);
    };
    opens_below_ = has_magic(tail);
    if (part.empty()) descend(done);
    else list(done, part, descend, true);
  }

 private:
  static bool is_directory(const std::string& path) {
    const auto stat = rt::stat_path(path.c_str());
    return stat && stat->is_directory();
  }
  void add(const std::string& path) {
    const bool mark = (flags_ & GlobFlag::Mark) != 0 && !path.ends_with('/');
    found_.push_back(mark && is_directory(path) ? path + "/" : path);
  }

  template <class Visit>
  void list(const std::string& done, std::string_view part, Visit&& visit, bool directories) {
    if (!has_magic(part)) {
      const std::string path = done + unescape(part);
      const auto stat = directories ? rt::stat_path(path.c_str()) : rt::stat_link(path.c_str());
      if (!stat) engine_.set_errno(stat.error());
      const bool entered = stat && (!directories || stat->is_directory());
      if (!entered && opens_below_ && (flags_ & GlobFlag::Err)) aborted_ = true;
      if (!stat) return;
      if (!directories || stat->is_directory()) visit(path);
      return;
    }
    auto directory = rt::Directory::open(done.empty() ? "." : done.c_str());
    if (!directory) {
      engine_.set_errno(directory.error());
      if (flags_ & GlobFlag::Err) aborted_ = true;
      return;
    }
    std::vector<std::string> names;
    for (auto name = (*directory)->read(); name && name->has_value(); name = (*directory)->read()) {
      if ((**name)[0] == '.' && part[0] != '.') continue;
      if (matches(part, **name, (flags_ & GlobFlag::NoCase) != 0)) names.push_back(**name);
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
  unsigned flags_;
  bool opens_below_ = false;  // a wildcard stands behind the part being looked at
  bool aborted_ = false;
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

// Without GLOB_QUOTE a backslash is a character like any other.
std::string plain_backslashes(const std::string& pattern) {
  std::string quoted;
  for (const char c : pattern) {
    if (c == '\\') quoted += c;
    quoted += c;
  }
  return quoted;
}

int expand_one(Engine& engine, const std::string& raw, unsigned flags,
               std::vector<std::string>& out) {
  const std::string pattern = flags & GlobFlag::Tilde ? expand_tilde(engine, raw) : raw;
  Expansion expansion(engine, flags);
  if (!pattern.empty()) expansion.walk("", pattern);
  if (expansion.aborted()) return kGlobAborted;
  std::vector<std::string> found = expansion.take();
  if (found.empty() &&
      ((flags & GlobFlag::NoCheck) || ((flags & GlobFlag::NoMagic) && !has_magic(pattern))))
    found.push_back(unescape(pattern));
  if (!(flags & GlobFlag::NoSort)) {
    if (flags & (GlobFlag::AlphaSort | GlobFlag::NoCase))
      std::sort(found.begin(), found.end(), alphabetical);
    else std::sort(found.begin(), found.end());
  }
  out.insert(out.end(), found.begin(), found.end());
  return 0;
}

}  // namespace

int expand_glob(Engine& engine, const std::string& pattern, unsigned flags,
                std::vector<std::string>& out) {
  std::vector<std::string> alternatives;
  const std::string quoted = flags & GlobFlag::Quote ? pattern : plain_backslashes(pattern);
  if (flags & GlobFlag::Brace) expand_braces(quoted, alternatives);
  else alternatives.push_back(quoted);
  for (const std::string& one : alternatives)
    if (const int error = expand_one(engine, one, flags, out)) return error;
  return 0;
}

}  // namespace perlipc::builtin
