// tie, tied and untie.
#include "interp/ast_walk.h"
#include "interp/compiler.h"

namespace perlipc {

using builtin::BuiltinId;

// Onto the stack: a reference to an array or a hash, a symbol, or an alias of a scalar.
void Compiler::push_tie_operand(Node* variable) {
  Node* k = strip(variable);
  Node* named = k;
  while (named->kind == NodeKind::My || named->kind == NodeKind::Local) named = named->first;
  if (named->kind == NodeKind::ArrayVar || (named->kind == NodeKind::Deref && named->iv == '@')) {
    emit(Opc::PushMove, array_ref_temp(k));
  } else if (named->kind == NodeKind::HashVar ||
             (named->kind == NodeKind::Deref && named->iv == '%')) {
    const Operand t = temp();
    emit(Opc::RefTo, t, hash_reg(k, true));
    emit(Opc::PushMove, t);
  } else if (k->kind == NodeKind::GlobVar || (k->kind == NodeKind::Deref && k->iv == '*')) {
    const Operand t = temp();
    symbol(k, t);
    emit(Opc::PushMove, t);
  } else {
    const FlagScope vivify(vivify_elements_, true);
    push_alias(k);
  }
}

void Compiler::tie_op(Node* node, Operand dst) {
  const auto id = static_cast<BuiltinId>(node->iv);
  const Operand mark = temp();
  emit(Opc::Mark, mark);
  open_marks_.push_back(mark);
  push_tie_operand(node->first);
  if (id == BuiltinId::k_tie) list_kids(node->first->next, ListMode::Copy);
  open_marks_.pop_back();
  mark_node(node);
  emit(id == BuiltinId::k_tie    ? Opc::Tie
       : id == BuiltinId::k_tied ? Opc::Tied
                                 : Opc::Untie,
       dst, mark);
}

}  // namespace perlipc
