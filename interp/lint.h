// Warnings about what finished code means (perldiag): values nobody uses, lists where one value is
// wanted, statements behind exec. The parser asks at the moments perl does: when an expression, a
// block or the whole text is complete.
#pragma once
#include "interp/ast.h"
#include "interp/parser_host.h"
#include <string>
#include <vector>

namespace perlipc {

class Parser;

class Lint {
 public:
  Lint(Parser& parser, ParserHost& host) : parser_(parser), host_(host) {}

  // Expressions whose value is wanted as one scalar, inside of a complete statement.
  void simple_statement(const Node* n, std::uint32_t line) {
    line_ = line;
    expression(n);
    line_ = 0;
  }
  void expression(const Node* n);
  void scalar(const Node* n);
  // A complete block: nothing uses what its statements compute; the last one's value may be used.
  void block(const Node* block);
  // The last statement's value is not used either (loops, the main program).
  void last_of(const Node* block);
  void unused_statement(const Node* statement);
  // The code of a sub or of a text is complete.
  void unreachable(const Node* block);
  // The same moment: gives what was kept for the end of this function.
  void finish(const FunctionScope* function);
  // A sub with a signature is complete: what its code does with @_.
  void args_with_signature(const FunctionScope* function);

 private:
  void unused(const Node* n);
  void useless(const Node* n);
  void say_useless(const std::string& what);
  void slice_in_scalar(const Node* n);
  void single_slice(const Node* n);
  std::string shown_subscript(const Node* key, bool hash);

  std::uint32_t line_ = 0;  // of the statement whose expression is looked at
  Parser& parser_;
  ParserHost& host_;
  const Node* statement_ = nullptr;  // the one being looked at
  struct Kept {
    const FunctionScope* function;
    const Hints* hints;
    std::string text;
  };
  std::vector<Kept> kept_;  // perl looks at slices when a sub is complete
};

// Whether calls of it with constant operands are constants for perl.
bool folds_constants(builtin::BuiltinId id);
// A literal, or what perl folds to one. Truth: of a comparison or negation, true or undef.
struct Folded {
  enum Kind { None, Number, Text, Truth, Undef } kind = None;
  Value value;
  bool truth() const;
};
Folded fold_constant(const Node* n, ParserHost& host);
// "text" as warnings show it: escaped, the beginning of a long one.
std::string shown_text(std::string_view text, bool utf8, std::size_t limit = 32);

}  // namespace perlipc
