// Operands and items that are read when the ones behind them have been computed (later_code.h).
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/later_code.h"

namespace perlipc {

// Which of several operands must wait; empty: none.
std::vector<bool> Compiler::late_items(const Node* first) {
  std::vector<const Node*> items;
  for (const Node* k = first; k; k = k->next) items.push_back(k);
  std::vector<bool> late;
  LaterCode later;
  for (std::size_t n = items.size(); n-- > 1;) {
    later.add(items[n]);
    if (!later.changes(items[n - 1])) continue;
    late.resize(items.size());
    late[n - 1] = true;
  }
  return late;
}

// An operand that is read when `later` and what follows it have run.
Compiler::Operand Compiler::rv_late(Node* node, const Node* later) {
  LaterCode code;
  for (; later; later = later->next) code.add(later);
  return code.changes(node) ? kept(node) : rv(node);
}

// The operands of a join.
std::vector<Compiler::Operand> Compiler::joined_operands(const std::vector<Node*>& parts) {
  std::vector<bool> late(parts.size());
  LaterCode later;
  for (std::size_t n = parts.size(); n-- > 1;) {
    later.add(parts[n]);
    late[n - 1] = later.changes(parts[n - 1]);
  }
  std::vector<Operand> operands;
  for (std::size_t n = 0; n < parts.size(); ++n)
    operands.push_back(late[n] ? kept(parts[n]) : rv(parts[n]));
  return operands;
}

// An alias that lives on whatever happens to the container of the place.
Compiler::Operand Compiler::kept_place(Node* node) {
  Operand slot;
  if (is_lexical_scalar(place_named(node), &slot)) return place(node);
  const Operand p = place(node);
  emit(Opc::KeepPlace, p);
  return p;
}

// An operand that is what the expression stands for at the time of reading.
Compiler::Operand Compiler::kept(Node* node) {
  node = strip(node);
  Operand slot;
  if (is_lexical_scalar(node, &slot)) return slot;
  switch (node->kind) {
    case NodeKind::Index:
    case NodeKind::HashIndex: return kept_element(node, alias_temp());
    case NodeKind::Deref:
    case NodeKind::Ternary:
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor: {
      if (node->kind == NodeKind::Deref && node->iv != '$') return rv(node);
      const Operand p = alias_temp();
      kept_into(node, p);
      return p;
    }
    default: return place_named(node) ? kept_place(node) : rv(node);
  }
}

Compiler::Operand Compiler::kept_element(Node* node, Operand alias) {
  Node* container = node->first;
  Node* key = container->next;
  mark_node(node);
  if (is_argument(container)) {
    emit(Opc::ArgPlace, alias, static_cast<unsigned>(strip(key)->iv), 1);
    return alias;
  }
  if (node->kind == NodeKind::Index) {
    const Operand base = array_reg(container, true), index = rv(key);
    mark_node(node);
    emit(Opc::KeepElem, alias, base, index);
  } else {
    const Operand base = hash_reg(container, true), name = key_operand(key);
    mark_node(node);
    emit(Opc::KeepHelem, alias, base, name);
  }
  return alias;
}

void Compiler::kept_into(Node* node, Operand alias) {
  node = strip(node);
  Operand slot;
  if (is_lexical_scalar(node, &slot)) {
    emit(Opc::SlotPlace, alias, slot);
    return;
  }
  mark_node(node);
  switch (node->kind) {
    case NodeKind::Index:
    case NodeKind::HashIndex: kept_element(node, alias); return;
    case NodeKind::Deref: {
      if (node->iv != '$') break;
      const Operand r = rv(node->first);
      mark_node(node);
      emit(Opc::DerefPlace, alias, r, strict_flags() | kDerefReads);
      return;
    }
    case NodeKind::Ternary: {
      Label otherwise, end;
      jump_if(node->first, false, otherwise);
      kept_into(node->first->next, alias);
      emit_jump(Opc::Jump, end);
      place_label(otherwise);
      kept_into(node->first->next->next, alias);
      place_label(end);
      return;
    }
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor: {
      Label end;
      kept_into(node->first, alias);
      emit_jump(node->kind == NodeKind::LogAnd  ? Opc::JumpFalse
                : node->kind == NodeKind::LogOr ? Opc::JumpTrue
                                                : Opc::JumpDefined,
                end, alias);
      kept_into(node->first->next, alias);
      place_label(end);
      return;
    }
    default: break;
  }
  if (place_named(node)) {
    emit(Opc::SlotPlace, alias, kept_place(node));
    emit(Opc::KeepPlace, alias);
    return;
  }
  const Operand t = temp();
  into(node, t);
  emit(Opc::CopyRaw, alias, t);
}

void Compiler::push_late(Node* node) {
  node = strip(node);
  Operand slot;
  if (is_lexical_scalar(node, &slot)) {
    emit(Opc::PushSlot, slot);
    return;
  }
  switch (node->kind) {
    case NodeKind::ScalarVar: return push_alias(node);
    case NodeKind::Index:
    case NodeKind::HashIndex:
      if (node->first->kind == NodeKind::GlobVar ||
          (node->first->kind == NodeKind::Deref && node->first->iv == '*'))
        break;  // *x{IO}
      if (is_argument(node->first)) {
        emit(Opc::PushSlot, kept(node));
      } else {
        const bool array = node->kind == NodeKind::Index;
        mark_node(node);
        const Operand base = array ? array_reg(node->first, true) : hash_reg(node->first, true);
        const Operand key = array ? rv(node->first->next) : key_operand(node->first->next);
        mark_node(node);
        emit(array ? Opc::PushElem : Opc::PushHelem, base, key, deferred_items_ ? 0 : 2);
      }
      return;
    case NodeKind::Deref:
      if (node->iv == '$') emit(Opc::PushSlot, kept(node));
      else break;
      return;
    case NodeKind::Ternary:
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor: emit(Opc::PushSlot, kept(node)); return;
    default:
      if (!place_named(node)) break;
      emit(Opc::PushSlot, kept(node));
      return;
  }
  push_scalar(node);
}

}  // namespace perlipc
