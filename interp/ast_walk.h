// Small questions about syntax trees that several parts of the compiler ask.
#pragma once
#include "interp/ast.h"

namespace perlipc {

// The node inside one-element parentheses.
inline Node* strip(Node* n) {
  while (n && n->kind == NodeKind::List && n->first && !n->first->next) n = n->first;
  return n;
}

}  // namespace perlipc
