// What the code of a loop may do: walks over its syntax tree.
#include "interp/loop_body.h"
#include "builtins/table.h"
#include "interp/ast_walk.h"

namespace perlipc {

// Whether the code could see or change @_ of the sub around it.
bool mentions_args(const Node* n) {
  if (!n || n->kind == NodeKind::AnonSub) return false;
  switch (n->kind) {
    case NodeKind::ArrayVar:
      if (!n->decl && n->text == "main::_") return true;
      break;
    case NodeKind::Goto:
    case NodeKind::GlobVar: return true;
    case NodeKind::Call:
      if (n->has(NoArgs)) return true;
      break;
    case NodeKind::CodeVar: return true;
    case NodeKind::Deref:
      if (n->iv == '&' || n->iv == '*') return true;
      break;
    case NodeKind::Func: {
      auto id = static_cast<builtin::BuiltinId>(n->iv);
      if ((id == builtin::BuiltinId::k_shift || id == builtin::BuiltinId::k_pop) && !n->first)
        return true;
      break;
    }
    default: break;
  }
  for (const Node* k = n->first; k; k = k->next)
    if (mentions_args(k)) return true;
  return false;
}

// Whether running this code could move or remove elements of arrays, or take an alias of the loop
// variable: then elements must be boxed.
bool moves_elements(const Node* n) {
  if (!n) return false;
  switch (n->kind) {
    case NodeKind::Call:
    case NodeKind::Method:
    case NodeKind::AnonSub:
    case NodeKind::Ref:
    case NodeKind::Local:
    case NodeKind::EvalBlock:
    case NodeKind::ReadLine:
    case NodeKind::SubDef:
    case NodeKind::Foreach:
    case NodeKind::Sort:
    case NodeKind::Map:
    case NodeKind::Grep:
    case NodeKind::DoBlock:
    case NodeKind::Try:
    case NodeKind::Defer:
    case NodeKind::Given:
    case NodeKind::Goto:
    case NodeKind::GlobVar:
    case NodeKind::My:
      if (n->kind == NodeKind::My || n->kind == NodeKind::Sort || n->kind == NodeKind::Map ||
          n->kind == NodeKind::Grep || n->kind == NodeKind::DoBlock || n->kind == NodeKind::Foreach)
        break;
      return true;
    case NodeKind::Binary:
      if (!n->has(Chained) && n->op() == Op::SmartMatch) return true;  // may call a sub
      break;
    case NodeKind::Func: {
      using builtin::BuiltinId;
      switch (static_cast<BuiltinId>(n->iv)) {
        case BuiltinId::k_push:
        case BuiltinId::k_pop:
        case BuiltinId::k_shift:
        case BuiltinId::k_unshift:
        case BuiltinId::k_splice:
        case BuiltinId::k_delete:
        case BuiltinId::k_undef:
        case BuiltinId::k_eval:
        case BuiltinId::k_do:
        case BuiltinId::k_require: return true;
        default: break;
      }
      break;
    }
    case NodeKind::Assign:
    case NodeKind::OpAssign: {
      const Node* lhs = n->first;
      while (lhs && (lhs->kind == NodeKind::My ||
                     (lhs->kind == NodeKind::List && lhs->first && !lhs->first->next)))
        lhs = lhs->first;
      if (lhs && lhs->kind != NodeKind::ScalarVar && lhs->kind != NodeKind::HashIndex &&
          !(lhs->kind == NodeKind::Index && n->kind == NodeKind::OpAssign && false))
        return true;
      break;
    }
    case NodeKind::Subst:
      if (n->text.find('e') != std::string_view::npos) {
        // the replacement is ordinary code and is walked below
      }
      break;
    default: break;
  }
  for (const Node* k = n->first; k; k = k->next)
    if (moves_elements(k)) return true;
  return false;
}
// Whether the list names containers that may go away when it is complete, or in the loop's body.
bool names_referents(const Node* n) {
  if (n->kind == NodeKind::Deref) return true;
  for (const Node* k = n->first; k; k = k->next)
    if (names_referents(k)) return true;
  return false;
}
// Whether the code may assign to the scalar variable or hand out an alias of it.
bool writes_scalar(const Node* n, const VarDecl* decl) {
  if (!n) return false;
  auto is_var = [&](const Node* k) {
    while (k && k->kind == NodeKind::List && k->first && !k->first->next) k = k->first;
    return k && k->kind == NodeKind::ScalarVar &&
           (decl ? k->decl == decl : (!k->decl && k->text == "main::_"));
  };
  switch (n->kind) {
    case NodeKind::Assign:
    case NodeKind::OpAssign:
    case NodeKind::PreInc:
    case NodeKind::PreDec:
    case NodeKind::PostInc:
    case NodeKind::PostDec:
    case NodeKind::Ref:
    case NodeKind::Subst:
    case NodeKind::Trans:
    case NodeKind::Match:
      if (n->kind == NodeKind::Match && n->text.find('g') == std::string_view::npos) break;
      for (const Node* k = n->first; k; k = k->next) {
        if (is_var(k)) return true;
        if (k->kind == NodeKind::List || k->kind == NodeKind::Ternary || k->kind == NodeKind::My ||
            k->kind == NodeKind::Local)
          for (const Node* q = k->first; q; q = q->next)
            if (is_var(q)) return true;
        if (n->kind != NodeKind::Ref) break;
      }
      if (!decl && (n->has(TargetTopic))) return true;
      break;
    case NodeKind::Foreach:
    case NodeKind::Given:
    case NodeKind::Call:
    case NodeKind::Method:
    case NodeKind::Map:
    case NodeKind::Grep:
    case NodeKind::Sort:
      for (const Node* k = n->first; k; k = k->next) {
        if (is_var(k)) return true;
        if (k->kind == NodeKind::List)
          for (const Node* q = k->first; q; q = q->next)
            if (is_var(q)) return true;
      }
      break;
    case NodeKind::Func: {
      using builtin::BuiltinId;
      auto id = static_cast<BuiltinId>(n->iv);
      if ((builtin::builtin_row(id).flags & builtin::BuiltinFlag::LvalueOperands) ||
          id == BuiltinId::k_undef) {
        if (n->first ? is_var(n->first) : !decl) return true;
      }
      for (const Node* k = n->first; k; k = k->next)
        if (is_var(k) && builtin::builtin_row(id).operands.find('V') != std::string_view::npos)
          return true;
      break;
    }
    case NodeKind::AnonSub: return true;
    default: break;
  }
  for (const Node* k = n->first; k; k = k->next)
    if (writes_scalar(k, decl)) return true;
  return false;
}
// Whether raw pointers to what an item of the list names are good when the last one has been read.
bool items_stay(const Node* first) {
  for (const Node* k = first; k; k = k->next) {
    if (k != first && moves_elements(k)) return false;
    if (k->kind == NodeKind::List && !items_stay(k->first)) return false;
  }
  return true;
}

}  // namespace perlipc
