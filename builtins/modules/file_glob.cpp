// File::Glob (perldoc File::Glob): bsd_glob with its flags.
#include "builtins/glob_pattern.h"
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

#include <algorithm>
#include <map>

namespace perlipc::builtin {

#define BUILTIN(name, implementation, parse, operands, flags, capability, summary)                 \
  Value implementation(Call& call);
#include "builtins/table.def"
#undef BUILTIN

namespace {

const NativeConstant kConstants[] = {
    {"GLOB_ABEND", -2},
    {"GLOB_ALPHASORT", GlobFlag::AlphaSort},
    {"GLOB_ALTDIRFUNC", GlobFlag::AltDirFunc},
    {"GLOB_BRACE", GlobFlag::Brace},
    {"GLOB_CSH", GlobFlag::Csh},
    {"GLOB_ERR", GlobFlag::Err},
    {"GLOB_LIMIT", GlobFlag::Limit},
    {"GLOB_MARK", GlobFlag::Mark},
    {"GLOB_NOCASE", GlobFlag::NoCase},
    {"GLOB_NOCHECK", GlobFlag::NoCheck},
    {"GLOB_NOMAGIC", GlobFlag::NoMagic},
    {"GLOB_NOSORT", GlobFlag::NoSort},
    {"GLOB_NOSPACE", -1},
    {"GLOB_QUOTE", GlobFlag::Quote},
    {"GLOB_TILDE", GlobFlag::Tilde},
};

struct GlobState {
  explicit GlobState(Engine&) {}
  unsigned default_flags = GlobFlag::Csh;
  int last_error = 0;
  // Names that scalar calls of the imported glob have still to return, last one first: by the place
  // of the call and its pattern.
  std::map<std::string, std::vector<std::string>> walks;
};

Value glob_bsd_glob(Call& call) {
  if (call.count < 1) die_usage(call, "pattern_sv, ...");
  GlobState& state = call.engine.service<GlobState>();
  const std::string pattern = call.text(0);
  const auto flags = call.has(1) ? static_cast<unsigned>(call.integer(1)) : state.default_flags;
  if (!glob_pattern_is_clean(call.engine, pattern, "bsd_glob"))
    return call.want == Want::List ? call.list() : Value();
  std::vector<std::string> names;
  state.last_error = expand_glob(call.engine, pattern.c_str(), flags, names);
  if (call.want != Want::List) return names.empty() ? Value() : text_value(names.back());
  for (const std::string& name : names) call.push(text_value(name));
  return call.list();
}

// glob as `:bsd_glob` imports it: in scalar context the names come one by one, then undef.
Value glob_glob(Call& call) {
  if (call.want == Want::List || call.count == 0) return glob_bsd_glob(call);
  GlobState& state = call.engine.service<GlobState>();
  const CallerInfo here = call.engine.caller_info();
  const std::string pattern = call.text(0);
  std::string site = std::string(here.file) + '\0' + std::to_string(here.line) + '\0' + pattern;
  auto walk = state.walks.find(site);
  if (walk == state.walks.end()) {
    if (!glob_pattern_is_clean(call.engine, pattern, "glob")) return {};
    std::vector<std::string> names;
    state.last_error = expand_glob(call.engine, pattern.c_str(), state.default_flags, names);
    std::reverse(names.begin(), names.end());
    walk = state.walks.emplace(std::move(site), std::move(names)).first;
  }
  if (walk->second.empty()) {
    state.walks.erase(walk);
    return {};
  }
  Value name = text_value(walk->second.back());
  walk->second.pop_back();
  return name;
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
    unsigned& flags = call.engine.service<GlobState>().default_flags;
    if (word == ":case") flags &= ~static_cast<unsigned>(GlobFlag::NoCase);
    else if (word == ":nocase") flags |= GlobFlag::NoCase;
    else rest.push_back(call[i]);
    if (word == ":bsd_glob") {
      Code* code = call.engine.glob("File::Glob::glob", true)->code();
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
    {"bsd_glob", glob_bsd_glob, nullptr, Capability::FsRead},
    {"csh_glob", glob_csh_glob, nullptr, Capability::FsRead},
    {"glob", glob_glob, nullptr, Capability::FsRead},
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
                                   .version = "1.37",
                                   .named_constants = true};
  return module;
}

}  // namespace perlipc::builtin
