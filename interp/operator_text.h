// What messages call the operators, builtins and parts of containers, wherever they stand.
#pragma once
#include "builtins/table.h"
#include "interp/ast.h"

namespace perlipc {

// All static; perldiag shows them in "Can't modify %s in %s" and "Use of uninitialized value".
struct OperatorText {
  const char* plain;
  const char* integer;  // under `use integer`; null: the same
  const char* bitwise;  // with feature bitwise; null: the same
};

OperatorText operator_text(Op op);
// "join or string": a builtin where it is not called by its own name.
const char* builtin_text(builtin::BuiltinId id);
// "array element", "hash slice": a dereference or a part of a container; null for anything else.
const char* place_text(const Node& node);

}  // namespace perlipc
