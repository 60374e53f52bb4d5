// Small questions about syntax trees that several parts of the compiler ask.
#pragma once
#include "interp/ast.h"
#include <vector>

namespace perlipc {

// The node inside one-element parentheses.
inline Node* strip(Node* n) {
  while (n && n->kind == NodeKind::List && n->first && !n->first->next) n = n->first;
  return n;
}
inline const Node* strip(const Node* n) { return strip(const_cast<Node*>(n)); }

// An expression that is one scalar in a list, too: it only reads variables that are at hand and
// computes, runs no block, calls nothing and declares nothing.
bool only_reads(const Node* n);
// The scalar variable, element or dereferenced scalar that an expression is, or that it changes and
// then is: $x, ++$x, ($x = 1), $$x. Null: none.
Node* place_named(Node* n);
// Contains what may leave the expression while it is computed: next, last, goto, a do block.
bool may_jump(const Node* n);
// == lt and their like, which give true or false. (<=> and cmp do not.)
// *name or *{...}: the symbol itself.
inline bool is_glob(const Node* n) {
  return n->kind == NodeKind::GlobVar || (n->kind == NodeKind::Deref && n->iv == '*');
}
bool is_comparison(Op op);
// Gives the one true, false or undef scalar there is.
bool gives_shared(const Node* n);
// Contains a match or substitution; what stands in subs and blocks of its own does not count.
bool matches(const Node* n);
// The operands of a chain of concatenations, left to right. An interpolated text in front counts as
// part of the chain when what follows cannot change the variables in it.
void concat_parts(Node* chain, std::vector<Node*>& out);

}  // namespace perlipc
