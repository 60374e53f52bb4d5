// Readable S-expressions of syntax trees, for tests and debugging.
#pragma once
#include "interp/ast.h"
#include "interp/scope.h"

#include <string>

namespace perlipc {

// One line per statement, nested blocks indented; variables as written ($x lexical, $main::x
// global).
std::string dump_ast(const Node* node);
std::string dump_function(const FunctionScope* function);

}  // namespace perlipc
