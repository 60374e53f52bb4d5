// `import` of native modules: what Exporter does (perldoc Exporter), from the module's own tables.
#include "builtins/modules/native.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>

namespace perlipc::builtin {

namespace {

using Names = std::vector<std::string_view>;

// Makes the symbol `spec` ("name", "&name", "$name", ...) of one package known in another.
void import_symbol(Engine& engine, std::string_view from, std::string_view into,
                   std::string_view spec) {
  const char sigil =
      std::isalpha(static_cast<unsigned char>(spec[0])) || spec[0] == '_' ? '&' : spec[0];
  const std::string name(sigil == spec[0] ? spec.substr(1) : spec);
  Glob* source = engine.glob(std::string(from) + "::" + name, true);
  Glob* target = engine.glob(std::string(into) + "::" + name, true);
  if (source == target || source->body == target->body) return;
  const auto share = [](auto*& slot, auto* object) {
    object->retain();
    if (auto* old = std::exchange(slot, object)) old->release();
  };
  switch (sigil) {
    case '&':
      if (source->code()) target->set_code(source->code());
      target->bits |= Glob::ImportedCode;
      break;
    case '$':
      share(target->body->scalar, source->scalar());
      target->bits |= Glob::ImportedScalar;
      break;
    case '@':
      share(target->body->array, source->array());
      target->bits |= Glob::ImportedArray;
      break;
    case '%':
      share(target->body->hash, source->hash());
      target->bits |= Glob::ImportedHash;
      break;
    default: break;
  }
}

class Importer {
 public:
  Importer(Engine& engine, const NativeModule& module) : engine_(engine), module_(module) {
    for (std::string_view name : split_words(module.exports)) add_known(name);
    if (std::string_view(module.optional_exports) == "*") {
      for (const NativeRow& row : module.functions) add_known(row.name);
      for (const NativeConstant& constant : module.constants) add_known(constant.name);
    } else {
      for (std::string_view name : split_words(module.optional_exports)) add_known(name);
    }
  }

  // Adds what one argument of import stands for.
  void add(std::string_view word) {
    if (word.starts_with(':')) return add_tag(word.substr(1));
    if (module_.header_tags && word.ends_with("_h")) return add_tag(word);
    if (word.starts_with('&')) word.remove_prefix(1);
    if (known_.contains(word)) wanted_.push_back(word);
    else
      unknown_ +=
          "\"" + std::string(word) + "\" is not exported by the " + module_.package + " module\n";
  }
  void add_defaults() {
    for (std::string_view name : split_words(module_.exports)) wanted_.push_back(name);
  }
  void finish(std::string_view into) {
    if (failed_ || !unknown_.empty()) engine_.die(unknown_ + "Can't continue after import errors");
    for (std::string_view name : wanted_) import_symbol(engine_, module_.package, into, name);
  }

 private:
  void add_known(std::string_view name) {
    known_.insert(name.starts_with('&') ? name.substr(1) : name);
  }
  void add_tag(std::string_view tag) {
    if (tag == "DEFAULT") return add_defaults();
    for (const ExportTag& row : module_.tags) {
      if (tag != row.name) continue;
      for (std::string_view name : split_words(row.names)) wanted_.push_back(name);
      return;
    }
    engine_.warn_always("\"" + std::string(tag) + "\" is not defined in %" + module_.package +
                        "::EXPORT_TAGS" + engine_.location());
    failed_ = true;
  }

  Engine& engine_;
  const NativeModule& module_;
  std::unordered_set<std::string_view> known_;
  Names wanted_;
  std::string unknown_;  // what the last message says of names
  bool failed_ = false;
};

// Negations and patterns are rare; Exporter itself handles them on the arrays we have set.
Value import_by_exporter(Call& call) {
  call.engine.require_file("Exporter.pm");
  Code* code = call.engine.glob("Exporter::import", true)->code();
  call.engine.call(code, {call.args, call.count}, Want::Void);
  return {};
}

}  // namespace

Value native_import(Call& call) {
  const std::string package = call.text(0);
  const NativeModule* module = find_native_module(package);
  std::vector<std::string> words;
  for (std::size_t i = 1; i < call.count; ++i) words.push_back(call.text(i));
  const auto needs_exporter = [](const std::string& word) {
    return word.empty() || word[0] == '!' || word[0] == '/';
  };
  if (!module || std::any_of(words.begin(), words.end(), needs_exporter))
    return import_by_exporter(call);

  Importer importer(call.engine, *module);
  std::size_t names = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::isdigit(static_cast<unsigned char>(words[i][0]))) {
      const Value version = call[i + 1];
      call.engine.call_method(call[0], "VERSION", {&version, 1}, Want::Void);
      continue;
    }
    ++names;
    importer.add(words[i]);
  }
  if (names == 0) importer.add_defaults();
  importer.finish(call.engine.caller_info().package);
  return {};
}

}  // namespace perlipc::builtin
