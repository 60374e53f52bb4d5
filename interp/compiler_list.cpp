// Lists: what yields one, how items are pushed, references to lists and anonymous containers.
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/later_code.h"
#include "interp/loop_body.h"
#include "interp/vm.h"

namespace perlipc {

using builtin::BuiltinId;

namespace {
unsigned hash_mode(ListMode mode) {
  if (mode == ListMode::Returned) return static_cast<unsigned>(mode);
  return mode != ListMode::Copy;
}
bool is_slice(const Node* n) {
  return n->kind == NodeKind::Slice || n->kind == NodeKind::HashSlice ||
         n->kind == NodeKind::KvSlice || n->kind == NodeKind::KvHashSlice;
}
bool makes_aliases(ListMode mode) { return mode != ListMode::Copy && mode != ListMode::Late; }
}  // namespace

void Compiler::push_operand(Operand o, bool move) {
  if (o & kConst) emit(Opc::PushConst, o);
  else emit(move ? Opc::PushMove : Opc::PushCopy, o);
}

void Compiler::push_scalar(Node* node) {
  Operand slot;
  Value v;
  if (is_lexical_scalar(node, &slot)) {
    emit(Opc::PushCopy, slot);
    return;
  }
  if (constant_value(node, &v)) {
    push_constant(lasting(std::move(v)));
    return;
  }
  int keep = next_slot_;
  Operand t;
  if (is_crowded() && (node->kind == NodeKind::AnonArray || node->kind == NodeKind::AnonHash)) {
    const Opc op = node->kind == NodeKind::AnonArray ? Opc::NewArrayRef : Opc::NewHashRef;
    t = anon_list_in_new(node, op);
  } else {
    t = temp();
    into(node, t);
  }
  emit(Opc::PushMove, t);
  if (next_slot_ > t + 1) dirty_top_ = std::max(dirty_top_, next_slot_);
  if (floor_ <= keep) next_slot_ = keep;
}

void Compiler::push_alias(Node* node) {
  if (Node* inner = strip(node); place_named(inner)) node = inner;
  Operand slot;
  if (is_lexical_scalar(node, &slot)) {
    emit(Opc::PushSlot, slot);
    return;
  }
  Value v;
  if (readonly_literal(node, &v)) {
    push_readonly(v);
    return;
  }
  if (gives_shared(node)) {
    const Operand t = temp();
    into(node, t);
    emit(Opc::Share, t);
    emit(Opc::PushMove, t);
    return;
  }
  if (constant_value(node, &v)) {
    push_constant(lasting(std::move(v)));
    return;
  }
  switch (node->kind) {
    case NodeKind::ScalarVar: {
      std::string_view name = node->decl ? node->decl->our_name : node->text;
      if (name == "main::_") emit(Opc::PushTopic);
      else emit(Opc::PushGv, link(name));
      return;
    }
    case NodeKind::Index:
    case NodeKind::HashIndex: {
      mark_node(node);
      Node* agg = node->first;
      if (agg->kind == NodeKind::GlobVar || (agg->kind == NodeKind::Deref && agg->iv == '*'))
        break;  // *x{IO}
      Operand base, key;
      if (node->kind == NodeKind::Index) {
        base = array_reg(agg, true);
        key = rv(agg->next);
        emit(Opc::PushElem, base, key, vivify_elements_);
      } else {
        base = hash_reg(agg, true);
        key = key_operand(agg->next);
        emit(Opc::PushHelem, base, key, vivify_elements_);
      }
      return;
    }
    case NodeKind::My:
    case NodeKind::Local:
    case NodeKind::Deref:
    case NodeKind::Assign:
    case NodeKind::OpAssign:
    case NodeKind::PreInc:
    case NodeKind::PreDec: {
      if (node->kind == NodeKind::Deref && node->iv != '$') break;
      if (node->kind == NodeKind::My &&
          (node->has(Paren) || !node->first || node->first->kind != NodeKind::ScalarVar))
        break;
      if (node->kind == NodeKind::Assign && node->has(ListAssign)) break;
      if (node->kind == NodeKind::Local) break;
      emit(Opc::PushSlot, place_named(node) ? kept_place(node) : place(node));
      return;
    }
    case NodeKind::ArrayLen:
      if (!vivify_elements_) break;
      emit(Opc::PushSlot, place(node));
      return;
    case NodeKind::Func: {
      auto id = static_cast<BuiltinId>(node->iv);
      if (id == BuiltinId::k_scalar && node->first) {  // as a $ prototype applies it
        Node* k = node->first;
        while (k->kind == NodeKind::List && k->first && !k->first->next) k = k->first;
        if (readonly_literal(k, &v) || is_variable(k) || k->kind == NodeKind::OpAssign ||
            (k->kind == NodeKind::Assign && !k->has(ListAssign)))
          return push_alias(k);
      }
      if (id == BuiltinId::k_shift || id == BuiltinId::k_pop) {
        const Operand array = shifted_array(node->first);
        if (array == kNone) proto_->reads_args_only = false;
        mark_node(node);
        emit(Opc::TakenPlace, kNone, array, id == BuiltinId::k_pop);
        return;
      }
      bool four = id == BuiltinId::k_substr && node->first && node->first->next &&
                  node->first->next->next && node->first->next->next->next;
      if ((id == BuiltinId::k_substr && !four) || id == BuiltinId::k_vec ||
          id == BuiltinId::k_pos) {
        Operand p = place(node);
        emit(Opc::PushSlot, p);
        return;
      }
      break;
    }
    case NodeKind::Ternary: {
      Label otherwise, end;
      jump_if(node->first, false, otherwise);
      push_alias(node->first->next);
      emit_jump(Opc::Jump, end);
      place_label(otherwise);
      push_alias(node->first->next->next);
      place_label(end);
      return;
    }
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor: {
      if (!is_variable(node->first) && !is_variable(node->first->next)) break;
      Label end, right;
      Operand v = is_variable(node->first) ? place(node->first) : rv(node->first);
      emit_jump(node->kind == NodeKind::LogAnd  ? Opc::JumpTrue
                : node->kind == NodeKind::LogOr ? Opc::JumpFalse
                                                : Opc::JumpUndef,
                right, v);
      if (is_variable(node->first)) emit(Opc::PushSlot, v);
      else push_operand(v, false);
      emit_jump(Opc::Jump, end);
      place_label(right);
      push_alias(node->first->next);
      place_label(end);
      return;
    }
    default: break;
  }
  push_scalar(node);
}

// What `do { EXPR }` stands for when the block does nothing but name places; null: more than that.
Node* Compiler::only_expression(Node* node) {
  Node* block = node->first;
  if (block->kind != NodeKind::Block || !block->scope) return nullptr;
  const BlockScope& scope = *block->scope;
  Node* statement = block->first;
  if (scope.vars || scope.has_local || scope.has_match || scope.has_eval || !statement ||
      statement->next || statement->kind != NodeKind::Statement)
    return nullptr;
  switch (statement->first->kind) {
    case NodeKind::ScalarVar:
    case NodeKind::ArrayVar:
    case NodeKind::HashVar:
    case NodeKind::Index:
    case NodeKind::HashIndex:
    case NodeKind::Deref:
    case NodeKind::Ternary:
    case NodeKind::List: return statement->first;
    default: break;
  }
  Value literal;
  return readonly_literal(statement->first, &literal) || gives_shared(statement->first)
             ? statement->first
             : nullptr;
}

// A scalar variable by its name.
bool Compiler::is_variable(Node* node) {
  Operand slot;
  return is_lexical_scalar(node, &slot) || node->kind == NodeKind::ScalarVar;
}

// Yields something else than one scalar in list context.
bool Compiler::is_list_expr(Node* node) {
  switch (node->kind) {
    case NodeKind::ArrayVar:
    case NodeKind::HashVar:
    case NodeKind::Slice:
    case NodeKind::HashSlice:
    case NodeKind::KvSlice:
    case NodeKind::KvHashSlice:
    case NodeKind::ListSlice:
    case NodeKind::Call: {
      Value v;
      return !constant_value(node, &v);
    }
    case NodeKind::Method:
    case NodeKind::Sort:
    case NodeKind::Map:
    case NodeKind::Grep:
    case NodeKind::ReadLine:
    case NodeKind::GlobPattern:
    case NodeKind::Range:
    case NodeKind::List:
    case NodeKind::DoBlock:
    case NodeKind::EvalBlock:
    case NodeKind::Match:
    case NodeKind::Try: return true;
    case NodeKind::Deref: return node->iv == '@' || node->iv == '%' || node->iv == '&';
    case NodeKind::My:
    case NodeKind::Local:
      return node->has(Paren) || (node->first && is_list_expr(node->first)) ||
             (node->first &&
              (node->first->kind == NodeKind::ArrayVar || node->first->kind == NodeKind::HashVar));
    case NodeKind::Repeat: return node->has(ListRepeat);
    case NodeKind::Assign: return node->has(ListAssign);
    case NodeKind::OpAssign: return false;
    case NodeKind::Ternary: return true;
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor:
      return is_list_expr(node->first->next) || node->first->next->kind == NodeKind::Return;
    case NodeKind::Ref:
      return node->first && (node->first->kind == NodeKind::List || node->first->has(Paren) ||
                             node->first->kind == NodeKind::My || is_slice(node->first));
    case NodeKind::Return:
    case NodeKind::LoopControl: return true;
    case NodeKind::Func:
      switch (static_cast<BuiltinId>(node->iv)) {
        case BuiltinId::k_caller:
        case BuiltinId::k_each:
        case BuiltinId::k_keys:
        case BuiltinId::k_values:
        case BuiltinId::k_splice:
        case BuiltinId::k_split:
        case BuiltinId::k_reverse:
        case BuiltinId::k_unpack:
        case BuiltinId::k_localtime:
        case BuiltinId::k_gmtime:
        case BuiltinId::k_stat:
        case BuiltinId::k_lstat:
        case BuiltinId::k_readdir:
        case BuiltinId::k_readline:
        case BuiltinId::k_readpipe:
        case BuiltinId::k_glob:
        case BuiltinId::k_times:
        case BuiltinId::k_delete:
        case BuiltinId::k_do:
        case BuiltinId::k_eval:
        case BuiltinId::k_evalbytes:
        case BuiltinId::k_select:
        case BuiltinId::k_getpwent:
        case BuiltinId::k_getpwnam:
        case BuiltinId::k_getpwuid:
        case BuiltinId::k_getgrent:
        case BuiltinId::k_getgrnam:
        case BuiltinId::k_getgrgid:
        case BuiltinId::k_gethostbyname:
        case BuiltinId::k_gethostbyaddr:
        case BuiltinId::k_gethostent:
        case BuiltinId::k_getservbyname:
        case BuiltinId::k_getservbyport:
        case BuiltinId::k_getservent:
        case BuiltinId::k_getprotobyname:
        case BuiltinId::k_getprotobynumber:
        case BuiltinId::k_getprotoent:
        case BuiltinId::k_getnetbyname:
        case BuiltinId::k_getnetbyaddr:
        case BuiltinId::k_getnetent:
        case BuiltinId::k_return:
        case BuiltinId::k_wait:
        case BuiltinId::k_sort:
        case BuiltinId::k_shift:
        case BuiltinId::k_require:
        case BuiltinId::k_chop:
        case BuiltinId::k_chomp: return static_cast<BuiltinId>(node->iv) != BuiltinId::k_shift;
        default: return false;
      }
    default: return false;
  }
}

void Compiler::list_kids(Node* first, ListMode mode) {
  std::vector<bool> late;
  if (mode == ListMode::Copy) late = late_items(first);
  Operand m = kNone;
  if (!late.empty()) {
    m = temp();
    emit(Opc::Mark, m);
    open_marks_.push_back(m);
  }
  std::size_t n = 0;
  for (Node* k = first; k; k = k->next, ++n)
    list(k, !late.empty() && late[n] ? ListMode::Late : mode);
  if (m == kNone) return;
  emit(Opc::SettleItems, m);
  open_marks_.pop_back();
}

void Compiler::list(Node* node, ListMode mode) {
  mark_node(node);
  Value literal;
  const bool aliases = makes_aliases(mode);
  if (aliases && readonly_literal(node, &literal)) {
    push_readonly(literal);
    return;
  }
  switch (node->kind) {
    case NodeKind::List: return list_kids(node->first, mode);
    case NodeKind::Nop: return;
    case NodeKind::ArrayVar:
    case NodeKind::Deref: {
      if (!tainting_ && is_args_list(node)) {
        if (aliases) proto_->reads_args_only = false;
        const bool all = mode == ListMode::Returned || mode == ListMode::Late;
        emit(Opc::PushArgs, static_cast<unsigned>(all ? ListMode::Alias : mode),
             mode == ListMode::Late ? 0xffff : arg_link_);
        return;
      }
      if (node->kind == NodeKind::Deref && node->iv == '%') {
        Operand h = hash_reg(node, aliases);
        mark_node(node);
        emit(Opc::PushHash, h, hash_mode(mode));
        return;
      }
      if (node->kind == NodeKind::Deref && node->iv == '&') {
        lvalue_call_ = aliases ? kCallAliases : 0u;
        call(node, Ctx::List, kNone);
        return;
      }
      if (node->kind == NodeKind::Deref && node->iv != '@') break;
      Operand a = array_reg(node, aliases);
      mark_node(node);
      emit(Opc::PushArray, a, static_cast<unsigned>(mode), aliases ? arg_link_ : reads_at_once_);
      return;
    }
    case NodeKind::HashVar: {
      Operand h = hash_reg(node, false);
      emit(Opc::PushHash, h, hash_mode(mode));
      return;
    }
    case NodeKind::My:
    case NodeKind::Local:
      if (node->kind == NodeKind::Local) {
        local_node(node->first, true);
        return;
      }
      declare(node);
      for (Node* v = node->first; v; v = v->next)
        if (v->kind != NodeKind::Func) list(v, mode);
      return;
    case NodeKind::Slice:
    case NodeKind::HashSlice:
    case NodeKind::KvSlice:
    case NodeKind::KvHashSlice: {
      bool hash = node->kind == NodeKind::HashSlice || node->kind == NodeKind::KvHashSlice;
      bool kv = node->kind == NodeKind::KvSlice || node->kind == NodeKind::KvHashSlice;
      Node* agg = node->first;
      Operand base = hash ? hash_reg(agg, true) : array_reg(agg, true);
      Operand m = temp();
      emit(Opc::Mark, m);
      open_marks_.push_back(m);
      list(agg->next, ListMode::Copy);
      open_marks_.pop_back();
      mark_node(node);
      emit(hash ? Opc::SliceHash : Opc::SliceArray, base, m,
           (kv ? 1u : 0u) | (aliases ? 2u : 0u) | (mode == ListMode::Late ? 8u : 0u) |
               (mode == ListMode::Copy && reads_at_once_ ? 4u : 0u));
      return;
    }
    case NodeKind::ListSlice: {
      Operand m = temp(), m2 = temp();
      emit(Opc::Mark, m);
      open_marks_.push_back(m);
      list(node->first, mode);
      emit(Opc::Mark, m2);
      open_marks_.push_back(m2);
      list(node->first->next, ListMode::Copy);
      open_marks_.pop_back();
      open_marks_.pop_back();
      mark_node(node);
      emit(Opc::SliceList, m, m2);
      return;
    }
    case NodeKind::Call:
      if (!is_list_expr(node)) break;
      [[fallthrough]];
    case NodeKind::Method:
      lvalue_call_ = aliases ? kCallAliases : 0u;  // what an lvalue sub returns is aliased
      in_context(node, Ctx::List, kNone);
      lvalue_call_ = 0;
      return;
    case NodeKind::Func:
      if (mode != ListMode::Copy && node->first &&
          static_cast<BuiltinId>(node->iv) == BuiltinId::k_reverse) {
        Operand m = temp();
        emit(Opc::Mark, m);
        open_marks_.push_back(m);
        {
          const FlagScope vivify(vivify_elements_, false);
          list_kids(node->first, mode);
        }
        open_marks_.pop_back();
        emit(Opc::ReverseList, m);
        return;
      }
      if (is_list_expr(node)) return builtin(node, Ctx::List, kNone);
      if (static_cast<BuiltinId>(node->iv) == BuiltinId::k_return) return effect(node);
      break;
    case NodeKind::Sort: return sort(node, Ctx::List, kNone, aliases && alias_sort_);
    case NodeKind::Map:
    case NodeKind::Grep:
      return map_grep(node, Ctx::List, kNone,
                      mode == ListMode::Pointer           ? GrepResults::Pointers
                      : aliases || mode == ListMode::Late ? GrepResults::Aliases
                                                          : GrepResults::Copies);
    case NodeKind::ReadLine: return readline(node, Ctx::List, kNone);
    case NodeKind::GlobPattern: {
      push_scalar(node->first);
      emit(Opc::Builtin, kNone, static_cast<unsigned>(BuiltinId::k_glob), 1);
      emit_extension(static_cast<unsigned>(kNone) | static_cast<unsigned>(Ctx::List) << 16);
      return;
    }
    case NodeKind::Range: {
      Operand lo = rv_late(node->first, node->first->next), hi = rv(node->first->next);
      mark_node(node);
      emit(Opc::PushRange, lo, hi);
      return;
    }
    case NodeKind::Repeat:
      if (node->has(ListRepeat)) {
        Operand m = temp();
        emit(Opc::Mark, m);
        open_marks_.push_back(m);
        LaterCode count;
        count.add(node->first->next);
        // A variable is read once for each time it is repeated.
        const Node* only = strip(node->first);
        const bool late = mode == ListMode::Copy &&
                          (only->kind == NodeKind::ScalarVar || count.changes(node->first));
        list(node->first, late ? ListMode::Late : mode);
        open_marks_.pop_back();
        Operand n = rv(node->first->next);
        mark_node(node);
        emit(Opc::RepeatList, m, n);
        if (late) emit(Opc::SettleItems, m);
        return;
      }
      break;
    case NodeKind::DoBlock:
      if (Node* only = aliases ? only_expression(node) : nullptr) return list(only, mode);
      return value_of_block(node->first, Ctx::List, kNone);
    case NodeKind::EvalBlock: return eval_block(node, Ctx::List, kNone);
    case NodeKind::Match: return match(node, Ctx::List, kNone);
    case NodeKind::Ternary: {
      Label otherwise, end;
      jump_if(node->first, false, otherwise);
      list(node->first->next, mode);
      emit_jump(Opc::Jump, end);
      place_label(otherwise);
      list(node->first->next->next, mode);
      place_label(end);
      return;
    }
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor: {
      if (!is_list_expr(node->first->next)) break;
      Label end, right;
      Operand v = rv(node->first);
      Opc stay = node->kind == NodeKind::LogAnd  ? Opc::JumpTrue
                 : node->kind == NodeKind::LogOr ? Opc::JumpFalse
                                                 : Opc::JumpUndef;
      emit_jump(stay, right, v);
      push_operand(v, false);
      emit_jump(Opc::Jump, end);
      place_label(right);
      list(node->first->next, mode);
      place_label(end);
      return;
    }
    case NodeKind::Assign:
      if (node->has(ListAssign)) return list_assign(node, aliases ? Ctx::Return : Ctx::List, kNone);
      break;
    case NodeKind::Ref:
      if (is_list_expr(node)) {
        Operand m = temp();
        emit(Opc::Mark, m);
        open_marks_.push_back(m);
        const FlagScope vivify(vivify_elements_, true);
        Node* kid = node->first;
        if (kid->kind == NodeKind::My) {
          declare(kid);
          for (Node* v = kid->first; v; v = v->next) {
            if (v->kind == NodeKind::ScalarVar) list(v, ListMode::Alias);
            else {
              Operand t = temp();
              reference_to(v, t);
              emit(Opc::PushMove, t);
              if (kid->has(Paren)) emit(Opc::FlattenRef, 0);
              else emit(Opc::RefDone);
            }
          }
          open_marks_.pop_back();
          emit(Opc::MakeRefs, m);
          return;
        }
        if (kid->kind == NodeKind::List) {
          for (Node* k = kid->first; k; k = k->next) {
            bool container =
                k->kind == NodeKind::HashVar || (k->kind == NodeKind::Deref && k->iv == '%') ||
                k->kind == NodeKind::CodeVar ||
                ((k->kind == NodeKind::ArrayVar || (k->kind == NodeKind::Deref && k->iv == '@')) &&
                 kid->first->next) ||
                k->kind == NodeKind::AnonSub;
            if (container) {
              Operand t = temp();
              reference_to(k, t);
              emit(Opc::PushMove, t);
              emit(Opc::RefDone);
            } else list(k, ListMode::Alias);
          }
        } else list(kid, ListMode::Alias);
        open_marks_.pop_back();
        emit(Opc::MakeRefs, m);
        return;
      }
      break;
    case NodeKind::Return:
    case NodeKind::LoopControl:
    case NodeKind::Goto: return effect(node);
    case NodeKind::Try: return value_of_block(node, Ctx::List, kNone);
    default: break;
  }
  if (mode == ListMode::Copy) push_scalar(node);
  else if (mode == ListMode::Late) push_late(node);
  else push_alias(node);
}

}  // namespace perlipc
