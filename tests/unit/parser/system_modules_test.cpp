// The parser reads the system's own Perl modules: large, old and new code by many hands.
#include "tests/unit/parser/fake_host.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace perlipc::test {
namespace {

// Declares what a module imports by name, and constants, as the real `use` would.
class ImportingHost : public FakeHost {
 public:
  ImportingHost() { any_variable = true; }
  SubInfo find_sub(std::string_view name) override {
    SubInfo info = FakeHost::find_sub(name);
    static const std::set<std::string_view> usual = {
        "croak", "carp",   "confess",  "cluck", "warnif",   "gensym",  "enabled",
        "load",  "export", "constant", "warn",  "strftime", "blessed", "_exit"};
    if (!info.declared && usual.contains(name.substr(name.rfind("::") + 2))) info.declared = true;
    return info;
  }
  bool may_be_overridden(std::string_view) override { return false; }
  void use_module(bool no, std::string_view module, std::optional<std::string_view> version,
                  FunctionScope* list, bool empty, std::uint32_t line) override {
    if (module == "strict") return;
    FakeHost::use_module(no, module, version, list, empty, line);
    if (!list || module == "feature" || module == "warnings" || module == "POSIX") return;
    bool constant = module == "constant";
    std::string text = dump_function(list);
    for (std::size_t at = text.find('\''); at != text.npos; at = text.find('\'', at + 1)) {
      std::size_t to = text.find('\'', at + 1);
      if (to == text.npos) break;
      std::string name(parser->current_package());
      name += "::" + text.substr(at + 1, to - at - 1);
      if (to > at + 1 && chars::start(text[at + 1])) subs[name] = {constant, "", true};
      at = to;
    }
  }
};

TEST(SystemModules, MostParseWithoutAnyDeclarationsOfTheirImports) {
  std::size_t files = 0, failed = 0;
  std::string report;
  for (const char* root : {"/usr/share/perl/5.36", "/usr/share/perl/5.36.0"}) {
    std::error_code missing;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root, missing)) {
      if (entry.path().extension() != ".pm" || ++files > 600) continue;
      std::stringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      std::string source = text.str();
      ImportingHost host;
      ParseInput input;
      input.text = source;
      std::string name = entry.path();
      input.file = name;
      Parser parser(input, host);
      host.parser = &parser;
      try {
        parser.parse();
        if (host.errors.empty()) continue;
      } catch (const SyntaxError& e) { report += e.message; }
      ++failed;
      report += host.errors;
    }
  }
  if (files == 0) GTEST_SKIP() << "perl's modules are not installed";
  // What is left needs prototypes that only the real modules declare.
  EXPECT_LE(failed * 25, files) << report;
}

}  // namespace
}  // namespace perlipc::test
