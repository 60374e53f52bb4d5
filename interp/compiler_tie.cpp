// tie, tied and untie.
#include "interp/ast_walk.h"
#include "interp/compiler.h"

namespace perlipc {

using builtin::BuiltinId;

// Onto the stack: a reference to an array or a hash (true), a symbol, or an alias of a scalar.
bool Compiler::push_tie_operand(Node* variable) {
  Node* k = strip(variable);
  Node* named = k;
  while (named->kind == NodeKind::My || named->kind == NodeKind::Local) named = named->first;
  if (named->kind == NodeKind::ArrayVar || (named->kind == NodeKind::Deref && named->iv == '@')) {
    emit(Opc::PushMove, array_ref_temp(k));
    return true;
  } else if (named->kind == NodeKind::HashVar ||
             (named->kind == NodeKind::Deref && named->iv == '%')) {
    const Operand t = temp();
    emit(Opc::RefTo, t, hash_reg(k, true));
    emit(Opc::PushMove, t);
    return true;
  } else if (k->kind == NodeKind::GlobVar || (k->kind == NodeKind::Deref && k->iv == '*')) {
    const Operand t = temp();
    symbol(k, t);
    emit(Opc::PushMove, t);
  } else {
    const FlagScope vivify(vivify_elements_, true);
    push_alias(k);
  }
  return false;
}

// Whether the statement ties a variable that it declares. Temporaries that come before a variable last as
// long as that, and one with the object in it would show: untie counts who has it.
bool Compiler::ties_declared(const Node* n) {
  switch (n->kind) {
    case NodeKind::Func: {
      if (static_cast<BuiltinId>(n->iv) != BuiltinId::k_tie || !n->first) return false;
      const Node* variable = n->first;
      while (variable->kind == NodeKind::List && variable->first) variable = variable->first;
      return variable->kind == NodeKind::My;
    }
    case NodeKind::Assign:
    case NodeKind::List:
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor:
      for (const Node* k = n->first; k; k = k->next)
        if (ties_declared(k)) return true;
      return false;
    default: return false;
  }
}

void Compiler::tie_op(Node* node, Ctx ctx, Operand dst) {
  const auto id = static_cast<BuiltinId>(node->iv);
  const Operand mark = temp();
  emit(Opc::Mark, mark);
  open_marks_.push_back(mark);
  const bool container = push_tie_operand(node->first);
  if (id == BuiltinId::k_tie) list_kids(node->first->next, ListMode::Copy);
  open_marks_.pop_back();
  if (dst == kNone && ctx != Ctx::Void) dst = temp();
  mark_node(node);
  emit(id == BuiltinId::k_tie    ? Opc::Tie
       : id == BuiltinId::k_tied ? Opc::Tied
                                 : Opc::Untie,
       dst, mark, container);
  if (ctx == Ctx::List) push_operand(dst, true);
}

}  // namespace perlipc
