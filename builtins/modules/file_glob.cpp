// File::Glob (perldoc File::Glob): bsd_glob with its flags. Wildcards themselves are left to glob(3).
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

#include <algorithm>
#include <cctype>
#include <glob.h>

namespace perlipc::builtin {

#define BUILTIN(name, implementation, parse, operands, flags, capability, summary)                 \
  Value implementation(Call& call);
#include "builtins/table.def"
#undef BUILTIN

namespace {

// The numbers scripts see are those of perl's own globber, not the C library's.
enum Flag : std::int64_t {
  Err = 4,
  Mark = 8,
  NoCheck = 16,
  NoSort = 32,
  AltDirFunc = 64,
  Brace = 128,
  NoMagic = 512,
  Quote = 1024,
  Tilde = 2048,
  NoCase = 4096,
  AlphaSort = 8192,
  Limit = 16384
};
constexpr std::int64_t kCshFlags = Brace | NoMagic | Quote | Tilde | AlphaSort;

const NativeConstant kConstants[] = {
    {"GLOB_ABEND", -2},        {"GLOB_ALPHASORT", AlphaSort}, {"GLOB_ALTDIRFUNC", AltDirFunc},
    {"GLOB_BRACE", Brace},     {"GLOB_CSH", kCshFlags},       {"GLOB_ERR", Err},
    {"GLOB_LIMIT", Limit},     {"GLOB_MARK", Mark},           {"GLOB_NOCASE", NoCase},
    {"GLOB_NOCHECK", NoCheck}, {"GLOB_NOMAGIC", NoMagic},     {"GLOB_NOSORT", NoSort},
    {"GLOB_NOSPACE", -1},      {"GLOB_QUOTE", Quote},         {"GLOB_TILDE", Tilde},
};

struct GlobState {
  explicit GlobState(Engine&) {}
  std::int64_t default_flags = kCshFlags;
  int last_error = 0;
};

// "a{b,c}d" becomes "abd" and "acd"; "{}" stays. Backslash quotes.
void expand_braces(const std::string& text, std::vector<std::string>& out) {
  std::size_t open = 0;
  for (; open < text.size(); ++open) {
    if (text[open] == '\\') ++open;
    else if (text[open] == '{' && text.compare(open, 2, "{}") != 0) break;
  }
  std::vector<std::size_t> cuts{open};
  int depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (text[at] == '\\') ++at;
    else if (text[at] == '{') ++depth;
    else if (text[at] == ',' && depth == 1) cuts.push_back(at);
    else if (text[at] == '}' && --depth == 0) {
      cuts.push_back(at);
      break;
    }
  }
  if (open >= text.size() || depth != 0) {
    out.push_back(text);
    return;
  }
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    expand_braces(text.substr(0, open) + text.substr(cuts[i] + 1, cuts[i + 1] - cuts[i] - 1) +
                      text.substr(cuts.back() + 1),
                  out);
  }
}

bool has_magic(const std::string& pattern) { return pattern.find_first_of("*?[") != pattern.npos; }

std::string unquoted(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    plain += text[i];
  }
  return plain;
}

// "aB" as "[aA][bB]", outside of brackets.
std::string any_case(const std::string& pattern) {
  std::string result;
  bool in_class = false;
  for (const char c : pattern) {
    if (c == '[') in_class = true;
    if (c == ']') in_class = false;
    const auto byte = static_cast<unsigned char>(c);
    if (!in_class && std::isalpha(byte)) {
      result +=
          {'[', static_cast<char>(std::tolower(byte)), static_cast<char>(std::toupper(byte)), ']'};
    } else {
      result += c;
    }
  }
  return result;
}

bool less_ignoring_case(const std::string& a, const std::string& b) {
  const auto lower = [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) <
           std::tolower(static_cast<unsigned char>(y));
  };
  if (std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), lower)) return true;
  if (std::lexicographical_compare(b.begin(), b.end(), a.begin(), a.end(), lower)) return false;
  return a < b;
}

// Matches of one pattern without braces. Returns the error code of File::Glob.
int match(const std::string& pattern, std::int64_t flags, std::vector<std::string>& out) {
  int system_flags = GLOB_NOSORT;
  if (flags & Err) system_flags |= GLOB_ERR;
  if (flags & Mark) system_flags |= GLOB_MARK;
  if (flags & Tilde) system_flags |= GLOB_TILDE;
  if (!(flags & Quote)) system_flags |= GLOB_NOESCAPE;
  glob_t found{};
  const std::string wanted = flags & NoCase ? any_case(pattern) : pattern;
  const int status = ::glob(wanted.c_str(), system_flags, nullptr, &found);
  std::vector<std::string> names;
  if (status == 0) names.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  if (status == GLOB_NOMATCH && ((flags & NoCheck) || ((flags & NoMagic) && !has_magic(pattern)))) {
    names.push_back(flags & Quote ? unquoted(pattern) : pattern);
  }
  if (!(flags & NoSort)) {
    if (flags & (AlphaSort | NoCase)) std::sort(names.begin(), names.end(), less_ignoring_case);
    else std::sort(names.begin(), names.end());
  }
  out.insert(out.end(), names.begin(), names.end());
  return status == GLOB_NOSPACE ? -1 : status == GLOB_ABORTED ? -2 : 0;
}

Value glob_bsd_glob(Call& call) {
  if (call.count < 1) die_usage(call, "pattern_sv, ...");
  GlobState& state = call.engine.service<GlobState>();
  const std::string pattern = call.text(0);
  const std::int64_t flags = call.has(1) ? call.integer(1) : state.default_flags;
  std::vector<std::string> patterns, names;
  if (pattern.find('\0') == pattern.npos) {
    if (flags & Brace) expand_braces(pattern, patterns);
    else patterns.push_back(pattern);
  }
  state.last_error = 0;
  for (const std::string& one : patterns) {
    if (const int error = match(one, flags, names)) state.last_error = error;
  }
  if (call.want != Want::List) return names.empty() ? Value() : text_value(names.back());
  for (const std::string& name : names) call.push(text_value(name));
  return call.list();
}

Value glob_csh_glob(Call& call) { return bi_glob(call); }

Value glob_error(Call& call) { return Value::integer(call.engine.service<GlobState>().last_error); }

constexpr const char* kConstantNames = "GLOB_ABEND GLOB_ALPHASORT GLOB_ALTDIRFUNC GLOB_BRACE "
                                       "GLOB_CSH GLOB_ERR GLOB_ERROR GLOB_LIMIT GLOB_MARK "
                                       "GLOB_NOCASE GLOB_NOCHECK GLOB_NOMAGIC GLOB_NOSORT "
                                       "GLOB_NOSPACE GLOB_QUOTE GLOB_TILDE bsd_glob csh_glob";

// :case and :nocase set the default; `:bsd_glob` and `:globally` also replace glob in the caller.
Value glob_import(Call& call) {
  std::vector<Value> rest;
  for (std::size_t i = 0; i < call.count; ++i) {
    const std::string word = call.text(i);
    std::int64_t& flags = call.engine.service<GlobState>().default_flags;
    if (word == ":case") flags &= ~NoCase;
    else if (word == ":nocase") flags |= NoCase;
    else rest.push_back(call[i]);
    if (word == ":bsd_glob") {
      Code* code = call.engine.glob("File::Glob::bsd_glob", true)->code();
      Glob* target =
          call.engine.glob(std::string(call.engine.caller_info().package) + "::glob", true);
      target->set_code(code);
      target->bits |= Glob::ImportedCode;
    }
  }
  std::erase_if(rest, [&](const Value& word) {
    const Text text(call.engine, word);
    return text.view() == ":globally";
  });
  if (rest.size() < 2) return {};
  Call inner{.engine = call.engine,
             .args = rest.data(),
             .count = rest.size(),
             .want = Want::Void,
             .code = call.code,
             .results = call.results};
  return native_import(inner);
}

const NativeRow kFunctions[] = {
    {"GLOB_ERROR", glob_error, nullptr},
    {"bsd_glob", glob_bsd_glob, nullptr},
    {"csh_glob", glob_csh_glob, nullptr},
    {"import", glob_import, nullptr},
};

const ExportTag kTags[] = {{"bsd_glob", kConstantNames}, {"glob", kConstantNames}};

}  // namespace

const NativeModule& file_glob_module() {
  static const NativeModule module{.package = "File::Glob",
                                   .functions = kFunctions,
                                   .constants = kConstants,
                                   .optional_exports = kConstantNames,
                                   .tags = kTags,
                                   .version = "1.37"};
  return module;
}

}  // namespace perlipc::builtin
