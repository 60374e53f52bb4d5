// What the parser asks of the interpreter while it reads: prototypes of known subs, running BEGIN
// blocks and `use`, and reporting. Implemented by interp/compile_unit.cpp.
#pragma once
#include "builtins/table.h"
#include "interp/ast.h"
#include "interp/scope.h"
#include "interp/value/native_stack.h"
#include "interp/value/value.h"
#include "interp/value/warnings.h"
#include <optional>

namespace perlipc {

// Severe: given unless `no warnings` turns the category off (perldiag, "(S ...)" and "(D ...)").
enum class Severity : bool { Normal, Severe };

struct SubInfo {
  bool declared = false;  // `sub foo;` or defined or imported
  bool defined = false;
  bool imported = false;  // glob assignment from another package: may override builtins
  bool has_prototype = false;
  std::string_view prototype;
  bool constant = false;  // its value is known: a constant item
  bool lvalue = false;
  const Value* value = nullptr;  // of a constant sub; not owned
};

class ParserHost {
 public:
  virtual ~ParserHost() = default;
  virtual SubInfo find_sub(std::string_view qualified_name) = 0;
  // What messages call a sub: the name it was defined under, which an import does not change.
  virtual std::string sub_title(std::string_view name) { return std::string(name); }
  // CORE::GLOBAL::name or an imported sub of that name in package overrides builtin `name`.
  // A cheap "no" when no imported sub and no CORE::GLOBAL:: sub has that (unqualified) name; only
  // after a "yes" the parser looks with find_sub().
  virtual bool may_be_overridden(std::string_view builtin_name) { return builtin_name.empty(); }
  virtual const NativeStack& native_stack() {
    static const NativeStack unknown;
    return unknown;
  }
  virtual bool package_exists(std::string_view package) = 0;
  virtual bool handle_exists(std::string_view qualified_name) = 0;
  // An imported or `use vars` package variable ("$main::x" with sigil): allowed under strict vars.
  virtual bool variable_imported(std::string_view sigil_qualified_name) = 0;
  // Whether the symbol table has more of that name (without sigil) than a sub.
  virtual bool symbol_used(std::string_view qualified_name) = 0;
  // The name under which the compiler knows the variable when this one is an alias of $_, @_ or a
  // match variable (English.pm: *ARG = *_); otherwise the name itself.
  virtual std::string_view original_name(char sigil, std::string_view qualified_name) {
    return sigil ? qualified_name : std::string_view();
  }
  // `sub name;`: it has no body yet.
  virtual void declare_sub(const FunctionScope& function) = 0;
  // The sub's body is complete: compile and install it now.
  virtual void define_sub(FunctionScope* function) = 0;
  // attributes->import(PACKAGE, \\THING, ATTRIBUTES) at once (perldoc attributes). The sub has just
  // been given to declare_sub() or define_sub(), is anonymous, or lexical.
  virtual void sub_attributes(FunctionScope*) {}
  virtual void variable_attributes(char, std::string_view, const std::vector<std::string_view>&) {}
  // The end of a message: " at FILE line N", where input is being read (perldoc -f die), ".\n".
  virtual std::string place(std::string_view file, std::uint32_t line) {
    return " at " + std::string(file) + " line " + std::to_string(line) + ".\n";
  }
  // What \\N{name} stands for in the scope being read, in UTF-8 (perldoc charnames); none: no such
  // name.
  virtual std::optional<std::string> named_characters(std::string_view) { return std::nullopt; }
  // What this builtin gives for constant operands; undef: it is not computed at compile time, or
  // would warn or die.
  virtual Value folded_builtin(builtin::BuiltinId, const std::vector<Value>&) { return {}; }
  // `format NAME =` is being read; whether there is one of that name.
  virtual bool format_declared(std::string_view) { return false; }
  // BEGIN: compile and run at once; UNITCHECK CHECK INIT END: compile and queue. kind = "BEGIN"...
  virtual void special_block(std::string_view kind, FunctionScope* function) = 0;
  // use/no MODULE VERSION LIST: require, version check, import/unimport, at once. `function` is an
  // anonymous function whose body evaluates and returns the import list (null: no list given);
  // empty_list: `use Foo ()` = no import call.
  virtual void use_module(bool no, std::string_view module, std::optional<std::string_view> version,
                          FunctionScope* import_list, bool empty_list, std::uint32_t line) = 0;
  // use VERSION (5.036 etc.): checked by the host; the parser itself sets features and strict.
  // After code has run while compiling: the text that stands in the place of the rest (from the next line on)
  // when a source filter has come or gone.
  virtual std::optional<std::string> changed_source(std::string_view) { return std::nullopt; }
  virtual void use_version(bool no, std::string_view text, std::uint32_t line) = 0;
  virtual void package_declared(std::string_view package) = 0;
  // package NAME VERSION: sets $NAME::VERSION at once.
  virtual void package_version(std::string_view package, std::string_view version) = 0;
  // Whether the package array has been mentioned: "@foo" in a string warns when it has not.
  virtual bool array_exists(std::string_view) { return true; }
  // Whether these pragmas and the switches -w -W -X let a warning of the category be given.
  virtual bool warning_on(const Hints& hints, Warning category, Severity severity) = 0;
  // Warnings and errors: text complete with " at FILE line N.\n". error() queues and parsing goes
  // on (perl reports up to 10 errors); the parser throws SyntaxError for fatal ones.
  virtual void warn(std::string text) = 0;
  // If warning_on(): gives the warning, or dies of it when the category is FATAL.
  virtual void warn(const Hints& hints, Warning category, Severity severity, std::string text) = 0;
  // What a handler of overload::constant makes of a literal; mode: null for numbers. A handler that
  // dies ends the compilation (PerlDie).
  virtual Value constant_from_handler(const Value&, std::string_view /*source*/, const Value& plain,
                                      const char* /*mode*/, std::uint32_t /*line*/) {
    return plain;
  }
  // A text that is not the main program mentions a name (without sigil).
  virtual void mentioned(std::string_view /*qualified_name*/) {}
  // Whether the symbol table has this name (without sigil) already.
  virtual bool symbol_exists(std::string_view qualified_name) = 0;
  virtual void error(std::string text) = 0;
  // Lexical hints in force now; native pragmas (strict, warnings, feature ...) change them through
  // the parser object: see Parser::hints_for_update().
};

// Ends reading. Recoverable: reading goes on behind the statement. An empty message: all that is
// to be said has been given to ParserHost::error().
struct SyntaxError {
  std::string message;
  bool recoverable = false;
};

}  // namespace perlipc
