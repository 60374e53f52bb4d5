// Which operands have to be read late: the walk over the tree. See later_code.h for why.
#include "interp/later_code.h"
#include "builtins/table.h"
#include "interp/ast_walk.h"
#include "interp/scope.h"
#include <algorithm>
#include <cctype>

namespace perlipc {

using builtin::BuiltinId;

namespace {

bool is_topic(const Node* n) {
  return n->kind == NodeKind::ScalarVar && !n->decl && n->text == "main::_";
}
bool is_lexical(const Node* n) { return n->decl && n->decl->kind != DeclKind::Our; }
std::string_view global_name(const Node* n) { return n->decl ? n->decl->our_name : n->text; }

bool is_container(const Node* n) {
  return n->kind == NodeKind::ArrayVar || n->kind == NodeKind::HashVar ||
         (n->kind == NodeKind::Deref && (n->iv == '@' || n->iv == '%'));
}
bool is_element(const Node* n) {
  return n->kind == NodeKind::Index || n->kind == NodeKind::HashIndex;
}
bool is_slice(const Node* n) {
  return n->kind == NodeKind::Slice || n->kind == NodeKind::HashSlice ||
         n->kind == NodeKind::KvSlice || n->kind == NodeKind::KvHashSlice;
}
// $1 and its like, which the next match sets.
bool is_punctuation(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  const char c = colon + 1 < name.size() ? name[colon + 1] : 'a';
  return !std::isalpha(static_cast<unsigned char>(c)) && c != '_';
}

bool mentions(const Node* n, const VarDecl* decl) {
  switch (n->kind) {
    case NodeKind::ScalarVar:
    case NodeKind::ArrayVar:
    case NodeKind::HashVar:
      if (n->decl == decl) return true;
      break;
    default: break;
  }
  for (const Node* k = n->first; k; k = k->next)
    if (mentions(k, decl)) return true;
  return false;
}

// Operands that these builtins change: all variables among them are taken for changed.
bool changes_operands(const Node* n) {
  switch (static_cast<BuiltinId>(n->iv)) {
    case BuiltinId::k_chomp:
    case BuiltinId::k_chop:
    case BuiltinId::k_undef:
    case BuiltinId::k_push:
    case BuiltinId::k_pop:
    case BuiltinId::k_shift:
    case BuiltinId::k_unshift:
    case BuiltinId::k_splice:
    case BuiltinId::k_delete:
    case BuiltinId::k_read:
    case BuiltinId::k_sysread:
    case BuiltinId::k_recv:
    case BuiltinId::k_msgrcv:
    case BuiltinId::k_shmread:
    case BuiltinId::k_shmctl:
    case BuiltinId::k_semctl:
    case BuiltinId::k_msgctl:
    case BuiltinId::k_ioctl:
    case BuiltinId::k_fcntl:
    case BuiltinId::k_open:
    case BuiltinId::k_tie:
    case BuiltinId::k_untie: return true;
    case BuiltinId::k_select: return n->first != nullptr;
    case BuiltinId::k_substr: {  // with a replacement
      const Node* k = n->first;
      for (int i = 0; k && i < 3; ++i) k = k->next;
      return k != nullptr;
    }
    default: return false;
  }
}
bool runs_files(const Node* n) {
  switch (static_cast<BuiltinId>(n->iv)) {
    case BuiltinId::k_eval:
    case BuiltinId::k_evalbytes:
    case BuiltinId::k_require:
    case BuiltinId::k_do: return true;
    default: return false;
  }
}

// Whether two expressions without side effects are written the same.
bool same_text(const Node* a, const Node* b) {
  a = strip(a);
  b = strip(b);
  if (a->kind != b->kind || a->text != b->text) return false;
  switch (a->kind) {
    case NodeKind::ScalarVar:
    case NodeKind::ArrayVar:
    case NodeKind::HashVar:
      if (a->decl != b->decl) return false;
      break;
    case NodeKind::Int:
    case NodeKind::Deref:
      if (a->iv != b->iv) return false;
      break;
    case NodeKind::Str:
    case NodeKind::Index:
    case NodeKind::HashIndex: break;
    default: return false;
  }
  const Node* l = a->first;
  const Node* r = b->first;
  for (; l && r; l = l->next, r = r->next)
    if (!same_text(l, r)) return false;
  return !l && !r;
}
bool constant_key(const Node* n) {
  n = strip(n);
  return n->kind == NodeKind::Int || n->kind == NodeKind::Str;
}

// The array or hash that an element, a slice or a container is of.
const Node* container_of(const Node* n) {
  return is_element(n) || is_slice(n) ? strip(n->first) : n;
}
bool is_array(const Node* container) {
  return container->kind == NodeKind::ArrayVar ||
         (container->kind == NodeKind::Deref && container->iv == '@');
}
bool aliased(const Node* container) {
  return !is_lexical(container) || container->decl->captured || container->decl->aliased;
}
bool same_container(const Node* a, const Node* b) {
  if (is_array(a) != is_array(b)) return false;
  const bool named = a->kind != NodeKind::Deref && b->kind != NodeKind::Deref;
  if (named)
    return is_lexical(a) || is_lexical(b) ? a->decl == b->decl : global_name(a) == global_name(b);
  if (a->kind == NodeKind::Deref && b->kind == NodeKind::Deref) return true;
  return aliased(a->kind == NodeKind::Deref ? b : a);
}
// Whether storing to target may change the place, an element or container.
bool may_overlap(const Node* target, const Node* place) {
  const Node* a = container_of(target);
  const Node* b = container_of(place);
  if (!is_container(a) || !is_container(b)) return true;
  if (!same_container(a, b)) return false;
  if (!is_element(target) || !is_element(place) || !same_text(a, b)) return true;
  const Node* k = target->first->next;
  const Node* l = place->first->next;
  return !constant_key(k) || !constant_key(l) || same_text(k, l);
}

}  // namespace

void LaterCode::add(const Node* code) {
  code_.push_back(code);
  walk(code);
}

bool LaterCode::note(const Node* n) {
  switch (n->kind) {
    case NodeKind::Call:
    case NodeKind::Method:
    case NodeKind::CodeVar: return runs_subs_ = true;
    case NodeKind::Deref:
      if (n->iv != '&') return false;
      return runs_subs_ = true;
    case NodeKind::Sort:
      if (!n->has(HasBlock) || n->first->kind == NodeKind::Block) return false;
      return runs_subs_ = true;
    case NodeKind::EvalBlock:  // sets $@
    case NodeKind::Match: return matches_ = true;
    case NodeKind::Subst:
    case NodeKind::Trans: {
      const bool match = n->kind == NodeKind::Subst;
      matches_ = matches_ || match;
      const std::string_view flags = match ? n->text : n->more_text ? n->more_text[1] : "";
      if (flags.find('r') != flags.npos) return match;
      if (n->has(TargetTopic)) through_alias_ = true;
      else targets_.push_back(n->first);
      if (match && flags.find("ee") != flags.npos) runs_subs_ = sees_all_ = true;
      return true;
    }
    case NodeKind::Func: {
      const bool splits = n->iv == static_cast<std::int64_t>(BuiltinId::k_split);
      matches_ = matches_ || splits;
      const bool loads = runs_files(n);
      if (loads) runs_subs_ = sees_all_ = true;
      if (!changes_operands(n)) return splits || loads;
      if (n->has(OmittedTopic)) through_alias_ = true;
      for (const Node* k = n->first; k; k = k->next) targets_.push_back(k);
      return true;
    }
    case NodeKind::PreInc:
    case NodeKind::PreDec:
    case NodeKind::PostInc:
    case NodeKind::PostDec:
    case NodeKind::OpAssign:
    case NodeKind::Assign: targets_.push_back(n->first); return true;
    default: return false;
  }
}

// Each part of an expression is asked about with every operator around it: what is found to change
// nothing is not looked at again.
bool LaterCode::walk(const Node* n) {
  if (n->quiet) return false;
  bool changes = note(n);
  if (n->kind == NodeKind::AnonSub) return changes;
  if (!targets_.empty()) {
    const Node* t = strip(targets_.back());
    if (is_topic(t) || (t->kind == NodeKind::Deref && t->iv == '$')) through_alias_ = true;
  }
  for (const Node* k = n->first; k; k = k->next) changes |= walk(k);
  n->quiet = !changes;
  return changes;
}

bool LaterCode::mentioned(const VarDecl* decl) const {
  return std::any_of(code_.begin(), code_.end(),
                     [decl](const Node* n) { return mentions(n, decl); });
}

bool LaterCode::visible_to_subs(const Node* n) const {
  if (!is_lexical(n)) return true;
  return sees_all_ || n->decl->captured || n->decl->aliased || mentioned(n->decl);
}

// Whether a target has the variable in it, or may overlap the element or container.
bool LaterCode::assigned_to(const Node* place) const {
  const auto hits = [place](const auto& self, const Node* n) -> bool {
    if (place->kind == NodeKind::ScalarVar) {
      if (n->kind == NodeKind::ScalarVar &&
          (is_lexical(place) || is_lexical(n) ? n->decl == place->decl
                                              : global_name(n) == global_name(place)))
        return true;
    } else if ((is_element(n) || is_slice(n) || is_container(n)) && may_overlap(n, place)) {
      return true;
    }
    for (const Node* k = n->first; k; k = k->next)
      if (self(self, k)) return true;
    return false;
  };
  return std::any_of(targets_.begin(), targets_.end(),
                     [&hits](const Node* t) { return hits(hits, t); });
}

bool LaterCode::changes_variable(const Node* n) const {
  if (through_alias_ || (runs_subs_ && visible_to_subs(n)) || assigned_to(n)) return true;
  return !is_lexical(n) && matches_ && is_punctuation(global_name(n));
}

bool LaterCode::changes_element(const Node* n) const {
  const Node* container = container_of(n);
  if (!is_container(container)) return false;
  const bool named = container->kind != NodeKind::Deref;
  if (matches_ && named && !is_lexical(container) && is_punctuation(global_name(container)))
    return true;
  const bool visible = !named || visible_to_subs(container);
  return (through_alias_ && aliased(container)) || (runs_subs_ && visible) || assigned_to(n);
}

bool LaterCode::changes(const Node* item) const {
  if (!changes_something()) return false;
  const Node* n = strip(item);
  switch (n->kind) {
    case NodeKind::ScalarVar: return changes_variable(n);
    case NodeKind::Index:
    case NodeKind::HashIndex:
    case NodeKind::Slice:
    case NodeKind::HashSlice:
    case NodeKind::KvSlice:
    case NodeKind::KvHashSlice:
    case NodeKind::ArrayVar:
    case NodeKind::HashVar: return changes_element(n);
    case NodeKind::Deref:
      if (n->iv == '$') return true;
      return is_container(n) && changes_element(n);
    case NodeKind::PreInc:
    case NodeKind::PreDec:
    case NodeKind::OpAssign: return changes(n->first);
    case NodeKind::Assign: return !n->has(ListAssign) && changes(n->first);
    case NodeKind::My:
    case NodeKind::Local: return n->first && !n->first->next && changes(n->first);
    case NodeKind::Ternary: return changes(n->first->next) || changes(n->first->next->next);
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor: return changes(n->first) || changes(n->first->next);
    case NodeKind::ListSlice: return changes(n->first);
    case NodeKind::Repeat: return n->has(ListRepeat) && changes(n->first);
    case NodeKind::Func:
      if (n->iv != static_cast<std::int64_t>(BuiltinId::k_reverse)) return false;
      [[fallthrough]];
    case NodeKind::List:
      for (const Node* k = n->first; k; k = k->next)
        if (changes(k)) return true;
      return false;
    default: return false;
  }
}

bool moved_by(const Node* reference, const Node* subscript) {
  if (only_reads(subscript)) return false;
  LaterCode code;
  code.add(subscript);
  return code.changes(reference);
}

}  // namespace perlipc
