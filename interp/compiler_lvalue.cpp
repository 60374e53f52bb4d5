// Places: elements, assignment, declarations, local, delete/exists/defined/undef.
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/later_code.h"
#include "interp/vm.h"

namespace perlipc {

using builtin::BuiltinId;

namespace {
bool can_vivify(Node* n) {
  n = strip(n);
  switch (n->kind) {
    case NodeKind::ScalarVar:
    case NodeKind::Index:
    case NodeKind::HashIndex:
    case NodeKind::My: return true;
    case NodeKind::Deref: return n->iv == '$';
    default: return false;
  }
}
// Reading an element of an undefined value: a variable is made to refer to something, a choice may be
// one, anything else dies.
bool vivifies(Node* n) { return can_vivify(n) || strip(n)->kind == NodeKind::Ternary; }
// The last statement of the block in @{...}, when what it names can be made to refer to something.
Node* vivifying_statement(Node* kid) {
  if (kid->kind != NodeKind::DoBlock || kid->first->kind != NodeKind::Block) return nullptr;
  Node* s = kid->first->first;
  while (s && s->next) s = s->next;
  return s && s->kind == NodeKind::Statement && s->first && can_vivify(s->first) ? s : nullptr;
}
bool is_call(Node* n) {
  n = strip(n);
  return n->kind == NodeKind::Call || n->kind == NodeKind::Method;
}
}  // namespace

std::uint16_t Compiler::strict_flags() const { return hints().bits & Hints::StrictRefs ? 1 : 0; }

// The container that a block's value refers to: what its last statement names is made to refer to one.
void Compiler::deref_block(Node* kid, Node* agg, Opc op, Operand dst) {
  Node* const block = kid->first;
  Node* const last = vivifying_statement(kid);
  const int keep_floor = floor_, keep_next = next_slot_;
  const std::size_t aliases = alias_in_use_;
  const auto keep_info = info_;
  const auto keep_line = line_;
  floor_ = next_slot_;
  open_scope(block->scope);
  for (Node* s = block->first; s != last; s = s->next) statement(s, false);
  statement_line(last);
  const Operand p = place(last->first);
  mark_node(agg);
  emit(op, dst, p, strict_flags() | 2);
  close_scope();
  info_ = keep_info;
  line_ = keep_line;
  proto_->lines.push_back({here(), line_, info_});
  alias_in_use_ = aliases;
  floor_ = keep_floor;
  next_slot_ = std::max(keep_next, floor_);
  dirty_ = true;
}

// @_ of the running sub as an array.
Compiler::Operand Compiler::args_register() {
  if (proto_->args_slot == kNone) {
    proto_->args_slot = fixed_slot();
    proto_->args_array = true;
    proto_->reads_args_only = false;
  }
  return proto_->args_slot;
}

// What is between the braces of @{...} is a block: what it matches is not seen behind it. A list or a
// choice stands in braces only.
Compiler::Operand Compiler::keep_match(const Node* operand) {
  const bool braced = operand->kind == NodeKind::AnonArray || operand->kind == NodeKind::AnonHash ||
                      operand->kind == NodeKind::Ternary;
  if (!braced || !matches(operand)) return kNone;
  const Operand copy = temp();
  emit(Opc::CopyRaw, copy, proto_->match_slot);
  return copy;
}

// The container that a call's result refers to; what an lvalue sub returns is made to refer to one.
void Compiler::deref_call(Node* call, Node* node, Opc op, Operand dst) {
  const Operand result = temp();
  place_into(strip(call), result);
  mark_node(node);
  emit(op, dst, result, strict_flags() | 2 | kDerefAlias);
  emit(Opc::ClearRaw, result, 1);
}

Compiler::Operand Compiler::array_reg(Node* agg, bool create) {
  agg = agg->kind == NodeKind::My ? agg : strip(agg);
  if (agg->kind == NodeKind::My) {
    declare(agg);
    agg = agg->first;
  }
  if (agg->kind == NodeKind::Local) {
    local_node(agg->first, false);
    agg = agg->first;
  }
  if (agg->kind == NodeKind::ArrayVar) {
    if (agg->decl && agg->decl->kind != DeclKind::Our) return slot_of(agg->decl);
    std::string_view name = agg->decl ? agg->decl->our_name : agg->text;
    if (name == "main::_" && !fn_->is_main) return args_register();
    Operand t = temp();
    if (name == "main::-" || name == "main::+" ||
        name == "main::\x03"
                "APTURE" ||
        name == "main::^CAPTURE")
      emit(Opc::MatchArray, t, name == "main::-" ? 0 : name == "main::+" ? 1 : 2);
    else emit(Opc::GlobArray, t, link(name));
    return t;
  }
  if (agg->kind == NodeKind::Deref) {
    Operand t = temp();
    Node* kid = agg->first;
    const Operand match_copy = keep_match(kid);
    if (create && can_vivify(kid)) {
      Operand p = place(kid);
      mark_node(agg);
      emit(Opc::DerefArray, t, p, strict_flags() | 2);
    } else if (create && vivifying_statement(kid)) {
      deref_block(kid, agg, Opc::DerefArray, t);
    } else if (create && is_call(kid)) {
      deref_call(kid, agg, Opc::DerefArray, t);
    } else {
      Operand v = rv(kid);
      mark_node(agg);
      emit(Opc::DerefArray, t, v, strict_flags() | (create ? 4 : 0));
    }
    if (match_copy != kNone) emit(Opc::CopyRaw, proto_->match_slot, match_copy);
    return t;
  }
  // Any other expression in array position gives a reference (array functions on expressions).
  Operand t = temp();
  Operand v = rv(agg);
  emit(Opc::DerefArray, t, v, strict_flags());
  return t;
}

Compiler::Operand Compiler::hash_reg(Node* agg, bool create) {
  check_fields(agg);
  if (agg->kind == NodeKind::My) {
    declare(agg);
    agg = agg->first;
  } else agg = strip(agg);
  if (agg->kind == NodeKind::Local) {
    local_node(agg->first, false);
    agg = agg->first;
  }
  if (agg->kind == NodeKind::HashVar) {
    if (agg->decl && agg->decl->kind != DeclKind::Our) return slot_of(agg->decl);
    std::string_view name = agg->decl ? agg->decl->our_name : agg->text;
    Operand t = temp();
    if (name.size() > 2 && name.substr(name.size() - 2) == "::")
      emit(Opc::LoadStash, t, constant_name(name));
    else emit(Opc::GlobHash, t, link(name));
    return t;
  }
  Operand t = temp();
  Node* kid = agg->kind == NodeKind::Deref ? agg->first : agg;
  const Operand match_copy = agg->kind == NodeKind::Deref ? keep_match(kid) : kNone;
  if (create && can_vivify(kid)) {
    Operand p = place(kid);
    mark_node(agg);
    emit(Opc::DerefHash, t, p, strict_flags() | 2);
  } else if (create && vivifying_statement(kid)) {
    deref_block(kid, agg, Opc::DerefHash, t);
  } else if (create && is_call(kid)) {
    deref_call(kid, agg, Opc::DerefHash, t);
  } else {
    Operand v = rv(kid);
    mark_node(agg);
    emit(Opc::DerefHash, t, v, strict_flags() | (create ? 4 : 0));
  }
  if (match_copy != kNone) emit(Opc::CopyRaw, proto_->match_slot, match_copy);
  return t;
}

Compiler::Operand Compiler::key_operand(Node* key) {
  key = strip(key);
  Value v;
  if (constant_value(key, &v)) {
    if (v.tag == kStr) {
      String* k = normal_key(v.s);
      Operand o = const_str(k->view(), k->utf8());
      k->release();
      return o;
    }
    String* s = vm_.to_string(v);
    Operand o = const_str(s->view(), s->utf8());
    s->release();
    return o;
  }
  return rv(key);
}

// @_ of a sub that does not need it as an array.
bool Compiler::is_args_list(const Node* n) const {
  return n->kind == NodeKind::ArrayVar && !n->decl && n->text == "main::_" && !fn_->is_main &&
         !fn_->is_eval && proto_->args_slot == kNone;
}
// The same of $_[N]: agg is its array, the index stands beside it.
bool Compiler::is_argument(Node* agg) const {
  if (!is_args_list(agg)) return false;
  const Node* index = strip(agg->next);
  return index->kind == NodeKind::Int && index->iv >= 0 && index->iv < kConst;
}

void Compiler::element(Node* node, Operand dst) {
  Node* agg = node->first;
  Node* index = agg->next;
  if (is_argument(agg)) {
    emit(Opc::ArgGet, dst, static_cast<unsigned>(strip(index)->iv));
    return;
  }
  if (agg->kind == NodeKind::Deref && agg->iv == '@' && !moved_by(agg->first, index)) {
    Operand ref = vivifies(agg->first) ? place(agg->first) : rv(agg->first);
    Operand i = rv(index);
    mark_node(node);
    emit(Opc::RefElem, dst, ref, i);
    emit_extension(strict_flags() | (vivifies(agg->first) ? 2 : 4));
    return;
  }
  Operand a = array_reg(agg, true);
  Operand i = rv(index);
  mark_node(node);
  emit(Opc::Elem, dst, a, i);
}

void Compiler::hash_element(Node* node, Operand dst) {
  Node* agg = node->first;
  if (is_glob(agg)) {  // *x{CODE}
    Operand g = temp();
    symbol(agg, g);
    Operand k = key_operand(agg->next);
    emit(Opc::GlobSlot, dst, g, k);
    return;
  }
  if (agg->kind == NodeKind::Deref && agg->iv == '%') check_fields(agg);
  if (agg->kind == NodeKind::Deref && agg->iv == '%' && !moved_by(agg->first, agg->next)) {
    Operand ref = vivifies(agg->first) ? place(agg->first) : rv(agg->first);
    Operand k = key_operand(agg->next);
    mark_node(node);
    emit(Opc::RefHelem, dst, ref, k);
    emit_extension(strict_flags() | (vivifies(agg->first) ? 2 : 4));
    return;
  }
  if (agg->kind == NodeKind::HashVar && !agg->decl && !tainting_ &&
      (agg->text == "main::+" || agg->text == "main::-")) {
    const Operand name = key_operand(agg->next);
    mark_node(node);
    emit(Opc::NamedCapture, dst, agg->text == "main::-", name);
    return;
  }
  Operand h = hash_reg(agg, true);
  Operand k = key_operand(agg->next);
  mark_node(node);
  emit(Opc::Helem, dst, h, k);
}

Compiler::Operand Compiler::place(Node* node, bool) {
  node = strip(node);
  Operand slot;
  if (is_lexical_scalar(node, &slot)) return slot;
  if (node->kind == NodeKind::My && node->first && node->first->kind == NodeKind::ScalarVar) {
    declare(node);
    if (is_lexical_scalar(node->first, &slot)) return slot;
    return place(node->first);
  }
  if ((node->kind == NodeKind::Assign && !node->has(ListAssign)) ||
      node->kind == NodeKind::OpAssign || node->kind == NodeKind::PreInc ||
      node->kind == NodeKind::PreDec)
    return changed_place(node);
  Operand p = alias_temp();
  place_into(node, p);
  return p;
}

void Compiler::place_into(Node* node, Operand p) {
  node = strip(node);
  mark_node(node);
  Operand slot;
  if (is_lexical_scalar(node, &slot)) {
    emit(Opc::SlotPlace, p, slot);
    return;
  }
  switch (node->kind) {
    case NodeKind::ScalarVar: {
      std::string_view name = node->decl ? node->decl->our_name : node->text;
      if (name == "main::_") emit(Opc::TopicPlace, p);
      else emit(Opc::GvPlace, p, link(name));
      return;
    }
    case NodeKind::Index: {
      Node* agg = node->first;
      if (agg->kind == NodeKind::Deref && agg->iv == '@' && can_vivify(agg->first) &&
          !moved_by(agg->first, agg->next)) {
        Operand ref = place(agg->first);
        Operand i = rv(agg->next);
        mark_node(node);
        emit(Opc::RefElemPlace, p, ref, i);
        emit_extension(strict_flags());
        return;
      }
      if (is_argument(agg)) {
        proto_->reads_args_only = false;
        emit(Opc::ArgPlace, p, static_cast<unsigned>(strip(agg->next)->iv));
        return;
      }
      Operand a = array_reg(agg, true);
      Operand i = rv(agg->next);
      mark_node(node);
      emit(Opc::ElemPlace, p, a, i);
      return;
    }
    case NodeKind::HashIndex: {
      Node* agg = node->first;
      if (is_glob(agg)) break;  // *x{THING}
      if (agg->kind == NodeKind::Deref && agg->iv == '%' && can_vivify(agg->first) &&
          !moved_by(agg->first, agg->next)) {
        Operand ref = place(agg->first);
        Operand k = key_operand(agg->next);
        mark_node(node);
        emit(Opc::RefHelemPlace, p, ref, k);
        emit_extension(strict_flags());
        return;
      }
      Operand h = hash_reg(agg, true);
      Operand k = key_operand(agg->next);
      mark_node(node);
      emit(Opc::HelemPlace, p, h, k);
      return;
    }
    case NodeKind::Deref:
      if (node->iv == '$') {
        Operand r = can_vivify(node->first) ? place(node->first) : rv(node->first);
        mark_node(node);
        emit(Opc::DerefPlace, p, r, strict_flags());
        return;
      }
      if (node->iv == '*') break;
      break;
    case NodeKind::Local: local_node(node->first, false); return place_into(node->first, p);
    case NodeKind::My: declare(node); return place_into(node->first, p);
    case NodeKind::Ternary: {
      Label otherwise, end;
      jump_if(node->first, false, otherwise);
      place_into(node->first->next, p);
      emit_jump(Opc::Jump, end);
      place_label(otherwise);
      place_into(node->first->next->next, p);
      place_label(end);
      return;
    }
    case NodeKind::ArrayLen: emit(Opc::ArrayLenPlace, p, array_reg(node->first, true)); return;
    case NodeKind::Assign:
    case NodeKind::OpAssign:
    case NodeKind::PreInc:
    case NodeKind::PreDec: {
      Operand q = place(node);
      emit(Opc::SlotPlace, p, q);
      return;
    }
    case NodeKind::List: {
      Node* k = node->first;
      if (!k) break;
      for (; k->next; k = k->next) effect(k);
      return place_into(k, p);
    }
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor: {
      Label end;
      place_into(node->first, p);
      emit_jump(node->kind == NodeKind::LogAnd  ? Opc::JumpFalse
                : node->kind == NodeKind::LogOr ? Opc::JumpTrue
                                                : Opc::JumpDefined,
                end, p);
      place_into(node->first->next, p);
      place_label(end);
      return;
    }
    case NodeKind::Func: {
      auto id = static_cast<BuiltinId>(node->iv);
      if (id == BuiltinId::k_shift || id == BuiltinId::k_pop) {
        const Operand array = shifted_array(node->first);
        if (array == kNone) proto_->reads_args_only = false;
        mark_node(node);
        emit(Opc::TakenPlace, p, array, id == BuiltinId::k_pop);
        return;
      }
      if (id == BuiltinId::k_substr || id == BuiltinId::k_vec || id == BuiltinId::k_pos ||
          id == BuiltinId::k_keys) {
        unsigned n = 0;
        Operand first = kNone, second = kNone, third = kNone;
        Node* target = node->first;
        bool simple = true;  // nothing takes the target's container apart meanwhile
        for (Node* k = target ? target->next : nullptr; k; k = k->next)
          simple = simple && only_reads(k);
        Operand base = id == BuiltinId::k_keys              ? hash_reg(target, true)
                       : !target || node->has(OmittedTopic) ? kNone
                       : simple || !place_named(target)     ? place(target)
                                                            : kept_place(target);
        if (base == kNone) {
          base = alias_temp();
          emit(Opc::TopicPlace, base);
        }
        for (Node* k = target ? target->next : nullptr; k; k = k->next, ++n)
          (n == 0 ? first : n == 1 ? second : third) = rv(k);
        mark_node(node);
        emit(Opc::LvaluePlace, p, base,
             id == BuiltinId::k_substr ? 0
             : id == BuiltinId::k_vec  ? 1
             : id == BuiltinId::k_pos  ? 2
                                       : 3);
        Extension e{};
        e.instr = {first, second, third, 0};
        proto_->code.push_back(e.instr);
        return;
      }
      break;
    }
    case NodeKind::Call:
    case NodeKind::Method: {
      emit(Opc::ClearRaw, p, 1);  // what it pointed to must not be written to
      lvalue_call_ = kCallAliases | (std::exchange(assigns_call_, false) ? kCallAssigned : 0u);
      in_context(node, Ctx::Scalar, p);
      lvalue_call_ = 0;
      return;
    }
    case NodeKind::GlobVar: {
      Operand t = temp();
      symbol(node, t);
      emit(Opc::GlobPlace, p, t);
      return;
    }
    default: break;
  }
  if (node->kind == NodeKind::Deref && node->iv == '*') {
    Operand t = temp();
    into(node, t);
    emit(Opc::GlobPlace, p, t);
    return;
  }
  Operand t = temp();
  into(node, t);
  emit(Opc::SlotPlace, p, t);
}

// --- declarations -------------------------------------------------------------------------------

void Compiler::declare_variable(Node* var, DeclKind kind) {
  VarDecl* d = var->decl;
  if (!d || kind == DeclKind::Our || d->kind == DeclKind::Our) {
    if (d) link(d->our_name);
    return;
  }
  char sigil = d->name[0];
  if (d->kind == DeclKind::State || kind == DeclKind::State) {
    if (!slots_.count(d)) {
      Operand s = fixed_slot();
      slots_[d] = s;
      proto_->state_vars.push_back({s, false, 0, sigil, d});
    }
    return;
  }
  Operand s;
  bool fresh = false;
  auto it = slots_.find(d);
  if (it != slots_.end() && it->second >= 0 &&
      (it->second >= static_cast<int>(reserved_.size()) || !reserved_[it->second]) &&
      it->second < floor_) {
    s = static_cast<Operand>(it->second);
  } else {
    const int used = max_slot_;
    s = variable_slot();
    give_slot(d, s);
    // Leaving its block clears a variable, and nothing else has ever been in this slot. After a
    // goto inside the block the old value is still there, as in perl.
    fresh = s >= used;
  }
  if (d->early_cell) {
    const auto [entry, added] = early_cells_.try_emplace(d, proto_->early_cells.size());
    if (added) {
      d->early_cell->retain();
      proto_->early_cells.push_back({d->early_cell, sigil, false});
    }
    emit(Opc::AdoptCell, s, entry->second & 0xffff, entry->second >> 16);
    return;
  }
  if (sigil == '@') emit(Opc::NewArray, s);
  else if (sigil == '%') emit(Opc::NewHash, s);
  else if (d->captured || d->name[0] == '&') emit(Opc::NewBox, s);
  else if (!fresh) emit(Opc::ClearRaw, s, 1);
}

void Compiler::declare(Node* my) {
  for (Node* v = my->first; v; v = v->next)
    if (v->kind == NodeKind::ScalarVar || v->kind == NodeKind::ArrayVar ||
        v->kind == NodeKind::HashVar)
      declare_variable(v, static_cast<DeclKind>(my->iv));
}

// --- assignment ---------------------------------------------------------------------------------

// --- local --------------------------------------------------------------------------------------

void Compiler::local_node(Node* target, bool push) {
  const FlagScope fields(checks_fields_, false);
  const auto from = proto_->code.size();
  local_place(target, push);
  end_local(from);
}

// What was emitted since `from` has saved something.
void Compiler::end_local(std::size_t from) {
  // Scopes are left backwards: variables declared from now on go before the old value comes back.
  auto scope = scopes_.rbegin();
  while (scope != scopes_.rend() && scope->save_slot == kNone) ++scope;
  if (scope == scopes_.rend() || !scope->block || !scope->block->vars) return;
  if (scope->local_floor < 0) scope->local_floor = floor_;
  // The instruction that saved takes it along where it has room.
  Instr& first = proto_->code[from];
  const Opc op = static_cast<Opc>(first.op);
  if (proto_->code.size() == from + 1 && op >= Opc::LocalScalar && op <= Opc::LocalTopic)
    first.c = static_cast<std::uint16_t>(floor_);
  else emit(Opc::SaveFloor, static_cast<unsigned>(floor_));
}

void Compiler::local_place(Node* target, bool push) {
  Node* stripped = target->has(Paren) ? target : strip(target);
  mark_node(stripped);
  switch (stripped->kind) {
    case NodeKind::List:
      for (Node* k = stripped->first; k; k = k->next) local_place(k, push);
      return;
    case NodeKind::ScalarVar: {
      std::string_view name = stripped->decl ? stripped->decl->our_name : stripped->text;
      if (stripped->decl && stripped->decl->kind != DeclKind::Our)
        fail(target, "Can't localize lexical variable " + std::string(stripped->decl->name));
      if (name == "main::_") emit(Opc::LocalTopic);
      else if (!special_variable(stripped, kNone)) emit(Opc::LocalScalar, link(name));
      if (push) list(stripped, ListMode::Alias);
      return;
    }
    case NodeKind::ArrayVar:
    case NodeKind::HashVar: {
      std::string_view name = stripped->decl ? stripped->decl->our_name : stripped->text;
      if (stripped->decl && stripped->decl->kind != DeclKind::Our)
        fail(target, "Can't localize lexical variable " + std::string(stripped->decl->name));
      if (stripped->kind == NodeKind::ArrayVar && name == "main::_" && !fn_->is_main) {
        emit(Opc::LocalArgs, args_register());
        if (push) list(stripped, ListMode::Alias);
        return;
      }
      emit(stripped->kind == NodeKind::ArrayVar ? Opc::LocalArray : Opc::LocalHash, link(name));
      if (push) list(stripped, ListMode::Alias);
      return;
    }
    case NodeKind::Index: {
      Operand a = array_reg(stripped->first, true);
      Operand i = rv(stripped->first->next);
      mark_node(stripped);
      emit(Opc::LocalElem, a, i);
      if (push) emit(Opc::PushElem, a, i, 1);
      return;
    }
    case NodeKind::HashIndex: {
      Operand h = hash_reg(stripped->first, true);
      Operand k = key_operand(stripped->first->next);
      mark_node(stripped);
      emit(Opc::LocalHelem, h, k);
      if (push) emit(Opc::PushHelem, h, k);
      return;
    }
    case NodeKind::Slice:
    case NodeKind::HashSlice: {
      bool hash = stripped->kind == NodeKind::HashSlice;
      Operand base = hash ? hash_reg(stripped->first, true) : array_reg(stripped->first, true);
      Operand m = temp();
      emit(Opc::Mark, m);
      list(stripped->first->next, ListMode::Copy);
      emit(hash ? Opc::LocalHashSlice : Opc::LocalArraySlice, base, m);
      if (push) list(stripped, ListMode::Alias);
      return;
    }
    case NodeKind::GlobVar: {
      Operand g = temp();
      symbol(stripped, g);
      emit(Opc::LocalGlob, g);
      if (push) emit(Opc::PushCopy, g);
      return;
    }
    case NodeKind::Deref: {
      if (stripped->iv == '*') {
        Operand g = temp();
        symbol(stripped, g);
        emit(Opc::LocalGlob, g);
        if (push) emit(Opc::PushCopy, g);
        return;
      }
      Operand v = rv(stripped->first);
      mark_node(stripped);
      emit(Opc::LocalDeref, v, static_cast<unsigned>(stripped->iv), strict_flags());
      if (push) list(stripped, ListMode::Alias);
      return;
    }
    case NodeKind::My:  // local our $x
      declare(stripped);
      for (Node* k = stripped->first; k; k = k->next) local_place(k, push);
      return;
    case NodeKind::Call:
    case NodeKind::Method:
    case NodeKind::ArrayLen:
    case NodeKind::Assign:
    case NodeKind::OpAssign:
    case NodeKind::Func:  // the parser has warned: nothing to save
      if (push) list(stripped, ListMode::Alias);
      else effect(stripped);
      return;
    case NodeKind::Local: return local_place(stripped->first, push);
    case NodeKind::Ternary: {
      Label otherwise, end;
      jump_if(stripped->first, false, otherwise);
      local_node(stripped->first->next, push);
      emit_jump(Opc::Jump, end);
      place_label(otherwise);
      local_node(stripped->first->next->next, push);
      place_label(end);
      return;
    }
    default: fail(target, "Can't modify expression in local");
  }
}

// --- delete, exists, defined, undef -------------------------------------------------------------

void Compiler::delete_exists(Node* node, Operand dst, Ctx ctx, bool is_delete) {
  const FlagScope fields(checks_fields_, false);
  Node* target = strip(node->first);
  bool local = false;
  if (target->kind == NodeKind::Local) {
    local = true;
    target = strip(target->first);
  }
  if (target->kind == NodeKind::Index || target->kind == NodeKind::HashIndex) {
    bool hash = target->kind == NodeKind::HashIndex;
    Operand base = hash ? hash_reg(target->first, true) : array_reg(target->first, true);
    Operand key = hash ? key_operand(target->first->next) : rv(target->first->next);
    mark_node(node);
    Operand d = dst == kNone ? temp() : dst;
    if (local)
      emit(hash ? Opc::LocalHelem : Opc::LocalElem, base, key,
           static_cast<Operand>(LocalKind::Kept));
    if (is_delete) emit(hash ? Opc::DeleteHelem : Opc::DeleteElem, d, base, key);
    else emit(hash ? Opc::ExistsHelem : Opc::ExistsElem, d, base, key);
    if (ctx == Ctx::List) push_operand(d, true);
    return;
  }
  if (is_delete && (target->kind == NodeKind::Slice || target->kind == NodeKind::HashSlice ||
                    target->kind == NodeKind::KvHashSlice || target->kind == NodeKind::KvSlice)) {
    bool hash = target->kind == NodeKind::HashSlice || target->kind == NodeKind::KvHashSlice;
    bool kv = target->kind == NodeKind::KvHashSlice || target->kind == NodeKind::KvSlice;
    Operand base = hash ? hash_reg(target->first, true) : array_reg(target->first, true);
    Operand m = temp();
    emit(Opc::Mark, m);
    list(target->first->next, ListMode::Copy);
    if (local) emit(hash ? Opc::LocalHashSlice : Opc::LocalArraySlice, base, m, 1);
    emit(hash ? Opc::DeleteHashSlice : Opc::DeleteArraySlice, base, m, kv);
    if (ctx == Ctx::Scalar) emit(Opc::LastOf, dst, m);
    else if (ctx == Ctx::Void) emit(Opc::PopTo, m);
    return;
  }
  if (!is_delete && (target->kind == NodeKind::CodeVar ||
                     (target->kind == NodeKind::Deref && target->iv == '&'))) {
    if (target->kind == NodeKind::Deref) {
      Operand v = rv(target->first);
      emit(Opc::SubExists, dst, v, 1);
    } else emit(Opc::SubExists, dst, link(target->text), 0);
    return;
  }
  if (!is_delete && target->kind == NodeKind::Call)
    fail(node, "exists argument is not a subroutine name");
  fail(node, is_delete ? "delete argument is not a HASH or ARRAY element or slice"
                       : "exists argument is not a HASH or ARRAY element or a subroutine");
}

void Compiler::defined_op(Node* node, Operand dst) {
  if (!node->first || node->has(OmittedTopic)) {
    Operand t = temp();
    emit(Opc::TopicGet, t);
    emit(Opc::Defined, dst, t);
    return;
  }
  Node* k = strip(node->first);
  switch (k->kind) {
    case NodeKind::CodeVar: emit(Opc::SubDefined, dst, link(k->text), 0); return;
    case NodeKind::Call:
      if (k->has(Ampersand) && k->has(NoArgs) && !k->has(Dynamic)) {
        emit(Opc::SubDefined, dst, link(k->text), 0);
        return;
      }
      break;
    case NodeKind::Deref:
      if (k->iv == '&' && !k->first->next) {
        Operand v = rv(k->first);
        emit(Opc::SubDefined, dst, v, 1);
        return;
      }
      break;
    case NodeKind::ArrayVar:
      fail(node, "Can't use 'defined(@array)' (Maybe you should just omit the defined()?)");
    case NodeKind::HashVar:
      fail(node, "Can't use 'defined(%hash)' (Maybe you should just omit the defined()?)");
    default: break;
  }
  if (k->kind == NodeKind::Deref && (k->iv == '@' || k->iv == '%'))
    fail(node, k->iv == '@'
                   ? "Can't use 'defined(@array)' (Maybe you should just omit the defined()?)"
                   : "Can't use 'defined(%hash)' (Maybe you should just omit the defined()?)");
  if (k->kind == NodeKind::Func && static_cast<BuiltinId>(k->iv) == BuiltinId::k_eval) {
    Operand t = temp();
    into(k, t);
    emit(Opc::Defined, dst, t);
    return;
  }
  Operand v = rv(k);
  emit(Opc::Defined, dst, v);
}

void Compiler::undef_op(Node* node, Operand dst) {
  if (node->first) {
    Node* k = strip(node->first);
    mark_node(node);
    bool array = k->kind == NodeKind::ArrayVar || (k->kind == NodeKind::Deref && k->iv == '@') ||
                 (k->kind == NodeKind::My && k->first->kind == NodeKind::ArrayVar);
    bool hash = k->kind == NodeKind::HashVar || (k->kind == NodeKind::Deref && k->iv == '%') ||
                (k->kind == NodeKind::My && k->first->kind == NodeKind::HashVar);
    if (array) emit(Opc::UndefContainer, array_reg(k, true));
    else if (hash) emit(Opc::UndefContainer, hash_reg(k, true));
    else if (k->kind == NodeKind::CodeVar || (k->kind == NodeKind::Call && k->has(Ampersand)))
      emit(Opc::UndefSub, link(k->text), 0);
    else if (k->kind == NodeKind::Deref && k->iv == '&') emit(Opc::UndefSub, rv(k->first), 1);
    else if (k->kind == NodeKind::GlobVar || (k->kind == NodeKind::Deref && k->iv == '*')) {
      Operand g = temp();
      symbol(k, g);
      emit(Opc::UndefGlob, g);
    } else if (k->kind == NodeKind::ScalarVar || k->kind == NodeKind::Index ||
               k->kind == NodeKind::HashIndex || k->kind == NodeKind::Deref ||
               k->kind == NodeKind::My || k->kind == NodeKind::Local || k->kind == NodeKind::Call ||
               k->kind == NodeKind::Method) {
      Operand p = place(k);
      emit(Opc::Copy, p, constant(Value()));
    } else fail(node, "Can't modify expression in undef operator");
  }
  if (dst != kNone) emit(Opc::LoadUndef, dst);
}

}  // namespace perlipc
