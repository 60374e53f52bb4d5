// Warnings about suspicious code that are given as soon as an expression is complete (perldiag).
#include "interp/parser_ops.h"

namespace perlipc {
namespace {

const Node* strip(const Node* n) {
  while (n->kind == NodeKind::List && n->has(Paren) && n->first && !n->first->next) n = n->first;
  return n;
}

}  // namespace

// perldiag ""my %s" used in sort comparison".
void Parser::check_sort_block(const Node* block) {
  if (!warns(Warning::Syntax)) return;
  const Node* last = block->first;
  while (last && last->next) last = last->next;
  if (!last || !last->first) return;
  const Node* e = strip(last->kind == NodeKind::Statement ? last->first : last);
  if (e->kind != NodeKind::Binary || (e->op() != Op::NumCmp && e->op() != Op::StrCmp)) return;
  for (const Node* side = e->first; side; side = side->next) {
    const Node* v = strip(side);
    if (v->kind != NodeKind::ScalarVar || !v->decl || v->decl->kind == DeclKind::Our) continue;
    if (v->decl->name == "$a" || v->decl->name == "$b")
      warn(Warning::Syntax, std::string(v->decl->kind == DeclKind::State ? "\"state " : "\"my ") +
           std::string(v->decl->name) + "\" used in sort comparison", line_);
  }
}

}  // namespace perlipc
