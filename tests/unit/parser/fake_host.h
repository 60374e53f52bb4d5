// A ParserHost for tests: remembers declared subs and messages, keeps defined functions.
#pragma once
#include "interp/ast_dump.h"
#include "interp/parser.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace perlipc::test {

class FakeHost : public ParserHost {
 public:
  struct Sub {
    bool has_prototype = false;
    std::string prototype;
    bool imported = false;
  };
  std::map<std::string, Sub, std::less<>> subs;
  std::set<std::string, std::less<>> packages, variables;
  std::vector<FunctionScope*> functions;
  std::vector<std::string> events;  // use, BEGIN, version, in order
  std::string errors, warnings;
  Parser* parser = nullptr;
  bool any_variable = false;  // every package variable counts as imported
  bool pragmas = true;        // strict, feature, utf8, warnings take effect

  SubInfo find_sub(std::string_view name) override {
    SubInfo info;
    auto it = subs.find(name);
    if (it == subs.end()) return info;
    info.declared = info.defined = true;
    info.imported = it->second.imported;
    info.has_prototype = it->second.has_prototype;
    info.prototype = it->second.prototype;
    return info;
  }
  bool may_be_overridden(std::string_view) override { return true; }
  bool package_exists(std::string_view package) override { return packages.contains(package); }
  bool handle_exists(std::string_view) override { return false; }
  bool array_exists(std::string_view) override { return false; }
  bool variable_imported(std::string_view name) override {
    return any_variable || variables.contains(name);
  }
  void declare_sub(const FunctionScope& f) override {
    subs[std::string(f.name)] = {f.has_prototype, std::string(f.prototype), false};
  }
  void define_sub(FunctionScope* f) override {
    subs[std::string(f->name)] = {f->has_prototype, std::string(f->prototype), false};
    functions.push_back(f);
  }
  void special_block(std::string_view kind, FunctionScope* f) override {
    events.push_back(std::string(kind));
    functions.push_back(f);
  }
  void use_module(bool no, std::string_view module, std::optional<std::string_view> version,
                  FunctionScope* list, bool empty, std::uint32_t) override {
    std::string text = (no ? "no " : "use ") + std::string(module);
    if (version) text += " " + std::string(*version);
    if (empty) text += " ()";
    else if (list) text += " " + dump_ast(list->body->first->first->first);
    events.push_back(text);
    packages.insert(std::string(module));
    if (pragmas && parser) apply(no, module, list ? dump_function(list) : "");
  }
  void use_version(bool, std::string_view text, std::uint32_t) override {
    events.push_back("version " + std::string(text));
  }
  void package_declared(std::string_view package) override {
    packages.insert(std::string(package));
  }
  void package_version(std::string_view package, std::string_view version) override {
    events.push_back(std::string(package) + " version " + std::string(version));
  }
  bool symbol_used(std::string_view) override { return false; }
  bool symbol_exists(std::string_view) override { return false; }
  bool warning_on(const Hints& hints, Warning category, Severity severity) override {
    if (!hints.warnings_given) return severity == Severity::Severe;
    return hints.warnings.test(static_cast<std::size_t>(category));
  }
  void warn(std::string text) override { warnings += text; }
  void warn(const Hints& hints, Warning category, Severity severity, std::string text) override {
    if (warning_on(hints, category, severity)) warnings += text;
  }
  void error(std::string text) override { errors += text; }

 private:
  void apply(bool no, std::string_view module, const std::string& list) {
    if (module == "strict") {
      Hints& h = parser->hints_for_update();
      std::uint32_t bits = 0;
      if (list.empty() || list.find("refs") != list.npos) bits |= Hints::StrictRefs;
      if (list.empty() || list.find("subs") != list.npos) bits |= Hints::StrictSubs;
      if (list.empty() || list.find("vars") != list.npos) bits |= Hints::StrictVars;
      h.bits = no ? h.bits & ~bits : h.bits | bits | Hints::ExplicitStrict;
    } else if (module == "warnings") {
      Hints& h = parser->hints_for_update();
      h.warnings_given = true;
      no ? h.warnings.reset() : h.warnings.set();
    } else if (module == "utf8") {
      Hints& h = parser->hints_for_update();
      h.bits = no ? h.bits & ~std::uint32_t{Hints::UseUtf8} : h.bits | Hints::UseUtf8;
      parser->set_utf8_source(!no);
    } else if (module == "feature") {
      static const std::pair<const char*, std::uint32_t> features[] = {
          {"say", Hints::Say},
          {"state", Hints::State},
          {"signatures", Hints::Signatures},
          {"try", Hints::Try},
          {"isa", Hints::Isa},
          {"postderef", Hints::Postderef},
          {"bitwise", Hints::Bitwise},
          {"current_sub", Hints::CurrentSub},
          {"fc", Hints::Fc},
          {"switch", Hints::Switch},
          {"indirect", Hints::Indirect}};
      Hints& h = parser->hints_for_update();
      for (auto& [name, bit] : features)
        if (list.find(name) != list.npos) h.features = no ? h.features & ~bit : h.features | bit;
      if (list.find(":5") != list.npos)
        h.features |= Hints::Say | Hints::State | Hints::CurrentSub | Hints::Fc;
    }
  }
};

// One parsed text with everything that came of it.
struct Parsed {
  FakeHost host;
  ParseResult result;
  std::string fatal;
  explicit Parsed(std::string_view text, bool any_variable = false) {
    host.any_variable = any_variable;
    ParseInput input;
    input.text = text;
    input.file = "t.pl";
    Parser parser(input, host);
    host.parser = &parser;
    try {
      result = parser.parse();
    } catch (const SyntaxError& e) { fatal = e.message; }
    keep = parser_arena(parser);
  }
  // The statements, one per line.
  std::string dump() const {
    if (!fatal.empty()) return "FATAL " + fatal;
    return dump_function(result.unit);
  }
  std::string messages() const { return host.warnings + host.errors + fatal; }

 private:
  static std::shared_ptr<Arena> parser_arena(Parser& parser) { return parser.arena_owner(); }
  std::shared_ptr<Arena> keep;
};

}  // namespace perlipc::test
