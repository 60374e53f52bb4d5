// One text being compiled: answers the parser's questions, compiles and installs subs as they are
// completed, runs BEGIN blocks and `use`. Units nest (a `use` inside a file compiles another file).
#pragma once
#include "interp/parser.h"
#include "interp/vm.h"
#include <set>

namespace perlipc {

class CompileUnit final : public ParserHost {
 public:
  CompileUnit(VM& vm, const ParseInput& input, FrameKind kind, Want want = Want::Scalar);
  ~CompileUnit() override;
  // Parses and compiles; throws PerlDie with perl's text ("... had compilation errors.").
  FuncProto* compile();

  Parser* parser() { return &parser_; }
  FrameKind kind() const { return kind_; }
  std::string_view text() const { return text_; }
  CompileUnit* outer() const { return outer_; }
  Want want() const { return want_; }  // of the string eval or file
  const ParseResult& result() const { return result_; }
  bool has_errors() const { return !errors_.empty(); }

  const NativeStack& native_stack() override { return vm_.native_stack(); }
  SubInfo find_sub(std::string_view qualified_name) override;
  std::string sub_title(std::string_view name) override;
  std::string place(std::string_view file, std::uint32_t line) override;
  bool package_exists(std::string_view package) override;
  bool handle_exists(std::string_view qualified_name) override;
  std::string_view original_name(char sigil, std::string_view qualified) override;
  bool variable_imported(std::string_view sigil_qualified_name) override;
  bool symbol_used(std::string_view qualified_name) override;
  bool array_exists(std::string_view qualified_name) override;
  bool format_declared(std::string_view qualified_name) override;
  bool symbol_exists(std::string_view qualified_name) override;
  void mentioned(std::string_view qualified_name) override;
  bool may_be_overridden(std::string_view name) override;
  bool warning_on(const Hints& hints, Warning category, Severity severity) override;
  void warn(const Hints& hints, Warning category, Severity severity, std::string text) override;
  void declare_sub(const FunctionScope& function) override;
  void define_sub(FunctionScope* function) override;
  void warn_prototype_mismatch(const Code& old, const FunctionScope& function);
  bool gives_constant(const FunctionScope* function);
  void sub_attributes(FunctionScope* function) override;
  void variable_attributes(char sigil, std::string_view qualified_name,
                           const std::vector<std::string_view>& attributes) override;
  std::optional<std::string> named_characters(std::string_view name) override;
  Value folded_builtin(builtin::BuiltinId id, const std::vector<Value>& operands) override;
  void special_block(std::string_view kind, FunctionScope* function) override;
  void use_module(bool no, std::string_view module, std::optional<std::string_view> version,
                  FunctionScope* import_list, bool empty_list, std::uint32_t line) override;
  std::optional<std::string> changed_source(std::string_view rest) override;
  void add_filter(SourceFilter filter) { new_filters_.push_back(std::move(filter)); }
  // What the filters at work would still have to read: no filter sees the text of DATA.
  std::string unfiltered(std::string_view rest) const;
  void end_filter() { filter_ends_ = true; }
  void use_version(bool no, std::string_view text, std::uint32_t line) override;
  void package_declared(std::string_view package) override;
  Value constant_from_handler(const Value& handler, std::string_view source, const Value& plain,
                              const char* mode, std::uint32_t line) override;
  void package_version(std::string_view package, std::string_view version) override;
  void warn(std::string text) override;
  void error(std::string text) override;

 private:
  std::string here();                       // place() of the statement that is being read
  Code* make_sub(FunctionScope* function);  // owned; captures resolved at compile time
  Value capture_cell(VarDecl* decl);
  void import_attributes(std::string_view package, const Value& reference,
                         const std::vector<std::string_view>& attributes);
  // Runs Perl code as a BEGIN block on that line would; what it dies of ends the compilation.
  template <class F> void at_compile_time(std::uint32_t line, F&& code);
  void push_location(std::uint32_t line);  // a frame that stands for the text being compiled
  void pop_location();
  [[noreturn]] void give_up(bool died);
  std::string file_;
  std::string_view text_;
  VM& vm_;
  CompileUnit* outer_;
  FrameKind kind_;
  Want want_;
  Parser parser_;
  ParseResult result_;
  std::vector<std::string> errors_;
  std::vector<Code*> unitcheck_;
  // Source filters that wait for the end of the statement, and those that have been at work on the text.
  struct Filtering {
    std::string source;
    FilteredText result;
  };
  std::vector<SourceFilter> new_filters_;
  std::vector<Filtering> filtered_;
  bool filter_ends_ = false;
  std::set<std::string, std::less<>> formats_;  // declared in this text
};

}  // namespace perlipc
