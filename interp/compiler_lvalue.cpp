// Places: elements, assignment, declarations, local, delete/exists/defined/undef.
#include "interp/compiler.h"
#include "interp/vm.h"

namespace perlipc {

using builtin::BuiltinId;

namespace {
Node* strip(Node* n) {
  while (n && n->kind == NodeKind::List && n->first && !n->first->next) n = n->first;
  return n;
}
bool can_vivify(Node* n) {
  n = strip(n);
  switch (n->kind) {
    case NodeKind::ScalarVar: case NodeKind::Index: case NodeKind::HashIndex: case NodeKind::My: return true;
    case NodeKind::Deref: return n->iv == '$';
    default: return false;
  }
}
}  // namespace

std::uint16_t Compiler::strict_flags() const { return hints().bits & Hints::StrictRefs ? 1 : 0; }

// @_ of the running sub as an array.
Compiler::Operand Compiler::args_register() {
  if (proto_->args_slot == kNone) {
    proto_->args_slot = fixed_slot();
    proto_->args_array = true;
    proto_->reads_args_only = false;
  }
  return proto_->args_slot;
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
    if (name == "main::-" || name == "main::+" || name == "main::\x03"
        "APTURE" || name == "main::^CAPTURE") emit(Opc::MatchArray, t, name == "main::-" ? 0 : name == "main::+" ? 1 : 2);
    else emit(Opc::GlobArray, t, link(name));
    return t;
  }
  if (agg->kind == NodeKind::Deref) {
    Operand t = temp();
    Node* kid = agg->first;
    if (create && can_vivify(kid)) {
      Operand p = place(kid);
      mark_node(agg);
      emit(Opc::DerefArray, t, p, strict_flags() | 2);
    } else {
      Operand v = rv(kid);
      mark_node(agg);
      emit(Opc::DerefArray, t, v, strict_flags() | (create ? 4 : 0));
    }
    return t;
  }
  // Any other expression in array position gives a reference (array functions on expressions).
  Operand t = temp();
  Operand v = rv(agg);
  emit(Opc::DerefArray, t, v, strict_flags());
  return t;
}

Compiler::Operand Compiler::hash_reg(Node* agg, bool create) {
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
    if (name == "main::+" || name == "main::-") emit(Opc::MatchHash, t, name == "main::+" ? 0 : 1);
    else if (name.size() > 2 && name.substr(name.size() - 2) == "::") emit(Opc::LoadStash, t, const_str(name));
    else emit(Opc::GlobHash, t, link(name));
    return t;
  }
  Operand t = temp();
  Node* kid = agg->kind == NodeKind::Deref ? agg->first : agg;
  if (create && can_vivify(kid)) {
    Operand p = place(kid);
    mark_node(agg);
    emit(Opc::DerefHash, t, p, strict_flags() | 2);
  } else {
    Operand v = rv(kid);
    mark_node(agg);
    emit(Opc::DerefHash, t, v, strict_flags() | (create ? 4 : 0));
  }
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

void Compiler::element(Node* node, Operand dst) {
  Node* agg = node->first;
  Node* index = agg->next;
  if (agg->kind == NodeKind::ArrayVar && !agg->decl && agg->text == "main::_" && !fn_->is_main &&
      !fn_->is_eval && proto_->args_slot == kNone && strip(index)->kind == NodeKind::Int && strip(index)->iv >= 0) {
    emit(Opc::ArgGet, dst, static_cast<unsigned>(strip(index)->iv));
    return;
  }
  if (agg->kind == NodeKind::Deref && agg->iv == '@') {
    Operand ref = can_vivify(agg->first) ? place(agg->first) : rv(agg->first);
    Operand i = rv(index);
    mark_node(node);
    emit(Opc::RefElem, dst, ref, i);
    emit_extension(strict_flags());
    return;
  }
  Operand a = array_reg(agg, true);
  Operand i = rv(index);
  mark_node(node);
  emit(Opc::Elem, dst, a, i);
}

void Compiler::hash_element(Node* node, Operand dst) {
  Node* agg = node->first;
  if (agg->kind == NodeKind::GlobVar || (agg->kind == NodeKind::Deref && agg->iv == '*')) {  // *x{CODE}
    Operand g = temp();
    into(agg, g);
    Operand k = key_operand(agg->next);
    emit(Opc::GlobSlot, dst, g, k);
    return;
  }
  if (agg->kind == NodeKind::Deref && agg->iv == '%') {
    Operand ref = can_vivify(agg->first) ? place(agg->first) : rv(agg->first);
    Operand k = key_operand(agg->next);
    mark_node(node);
    emit(Opc::RefHelem, dst, ref, k);
    emit_extension(strict_flags());
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
  if (node->kind == NodeKind::Assign && !node->has(ListAssign)) {
    assign(node, kNone, false);
    return place(node->first->kind == NodeKind::My || node->first->kind == NodeKind::Local ? node->first->first : node->first);
  }
  if (node->kind == NodeKind::OpAssign) {
    op_assign(node, kNone, false);
    return place(node->first);
  }
  if (node->kind == NodeKind::PreInc || node->kind == NodeKind::PreDec) {
    increment(node, kNone, false);
    return place(node->first);
  }
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
      else if (special_variable(node, kNone)) {
        Operand t = temp();
        special_variable(node, t);
        emit(Opc::ReadonlyPlace, p, t);
      } else emit(Opc::GvPlace, p, link(name));
      return;
    }
    case NodeKind::Index: {
      Node* agg = node->first;
      if (agg->kind == NodeKind::Deref && agg->iv == '@' && can_vivify(agg->first)) {
        Operand ref = place(agg->first);
        Operand i = rv(agg->next);
        mark_node(node);
        emit(Opc::RefElemPlace, p, ref, i);
        emit_extension(strict_flags());
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
      if (agg->kind == NodeKind::Deref && agg->iv == '%' && can_vivify(agg->first)) {
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
    case NodeKind::Local:
      local_node(node->first, false);
      return place_into(node->first, p);
    case NodeKind::My:
      declare(node);
      return place_into(node->first, p);
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
    case NodeKind::ArrayLen:
      emit(Opc::ArrayLenPlace, p, array_reg(node->first, true));
      return;
    case NodeKind::Assign: case NodeKind::OpAssign: case NodeKind::PreInc: case NodeKind::PreDec: {
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
    case NodeKind::LogAnd: case NodeKind::LogOr: case NodeKind::LogDor: {
      Label end;
      place_into(node->first, p);
      emit_jump(node->kind == NodeKind::LogAnd ? Opc::JumpFalse : node->kind == NodeKind::LogOr ? Opc::JumpTrue : Opc::JumpDefined, end, p);
      place_into(node->first->next, p);
      place_label(end);
      return;
    }
    case NodeKind::Func: {
      auto id = static_cast<BuiltinId>(node->iv);
      if (id == BuiltinId::k_substr || id == BuiltinId::k_vec || id == BuiltinId::k_pos || id == BuiltinId::k_keys) {
        unsigned n = 0;
        Operand first = kNone, second = kNone, third = kNone;
        Node* target = node->first;
        Operand base = id == BuiltinId::k_keys ? hash_reg(target, true)
                       : target && !node->has(OmittedTopic) ? place(target) : kNone;
        if (base == kNone) {
          base = alias_temp();
          emit(Opc::TopicPlace, base);
        }
        for (Node* k = target ? target->next : nullptr; k; k = k->next, ++n)
          (n == 0 ? first : n == 1 ? second : third) = rv(k);
        mark_node(node);
        emit(Opc::LvaluePlace, p, base, id == BuiltinId::k_substr ? 0 : id == BuiltinId::k_vec ? 1 : id == BuiltinId::k_pos ? 2 : 3);
        Extension e{};
        e.instr = {first, second, third, 0};
        proto_->code.push_back(e.instr);
        return;
      }
      break;
    }
    case NodeKind::Call: case NodeKind::Method: {
      Operand m = temp();
      emit(Opc::Mark, m);
      open_marks_.push_back(m);
      lvalue_call_ = true;
      if (node->kind == NodeKind::Call) call(node, Ctx::List, kNone);
      else method_call(node, Ctx::List, kNone);
      lvalue_call_ = false;
      open_marks_.pop_back();
      emit(Opc::LastAlias, p, m);
      return;
    }
    case NodeKind::GlobVar: {
      Operand t = temp();
      into(node, t);
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

// --- declarations --------------------------------------------------------------------------------

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
  auto it = slots_.find(d);
  if (it != slots_.end() && it->second >= 0 && (it->second >= static_cast<int>(reserved_.size()) || !reserved_[it->second]) &&
      it->second < floor_) {
    s = static_cast<Operand>(it->second);
  } else {
    s = variable_slot();
    slots_[d] = s;
  }
  if (d->early_cell) {
    emit(Opc::AdoptCell, s, static_cast<unsigned>(sigil));
    return;
  }
  if (sigil == '@') emit(Opc::NewArray, s);
  else if (sigil == '%') emit(Opc::NewHash, s);
  else if (d->captured || d->name[0] == '&') emit(Opc::NewBox, s);
  else emit(Opc::ClearRaw, s, 1);
}

void Compiler::declare(Node* my) {
  for (Node* v = my->first; v; v = v->next)
    if (v->kind == NodeKind::ScalarVar || v->kind == NodeKind::ArrayVar || v->kind == NodeKind::HashVar)
      declare_variable(v, static_cast<DeclKind>(my->iv));
}

// --- assignment -------------------------------------------------------------------------------------

void Compiler::assign(Node* node, Operand dst, bool want) {
  if (node->has(ListAssign)) return list_assign(node, want ? Ctx::Scalar : Ctx::Void, dst);
  assign_scalar(node->first, node->first->next, dst, want);
}

void Compiler::assign_scalar(Node* lhs, Node* rhs, Operand dst, bool want) {
  lhs = strip(lhs);
  Operand slot;
  if (lhs->kind == NodeKind::My && static_cast<DeclKind>(lhs->iv) == DeclKind::State) {
    declare(lhs);
    Label done;
    Operand s = slot_of(lhs->first->decl);
    emit_jump(Opc::StateInit, done, s);
    into(rhs, s);
    place_label(done);
    if (want) emit(Opc::Copy, dst, s);
    return;
  }
  if (lhs->kind == NodeKind::My && lhs->first->kind == NodeKind::ScalarVar && lhs->first->decl &&
      lhs->first->decl->kind == DeclKind::My) {
    VarDecl* d = lhs->first->decl;
    if (d->captured || d->early_cell) {
      // The right side may make closures over an outer variable of the same slot: compute first.
      Operand v = rv(rhs);
      declare(lhs);
      emit(Opc::Copy, slot_of(d), v);
    } else {
      // Straight into the new variable's slot; the right side cannot see it.
      Operand v = kNone;
      Value c;
      bool block_value = contains_block(rhs);
      if (constant_value(rhs, &c) || block_value) v = rv(rhs);
      declare(lhs);
      if (v != kNone) emit(v & kConst ? Opc::Copy : Opc::Move, slot_of(d), v);
      else into(rhs, slot_of(d));
    }
    if (want) emit(Opc::Copy, dst, slot_of(d));
    return;
  }
  if (is_lexical_scalar(lhs, &slot)) {
    if (contains_block(rhs)) {
      Operand v = rv(rhs);
      mark_node(lhs);
      emit(Opc::Copy, slot, v);
    } else into(rhs, slot);
    if (want) emit(Opc::Copy, dst, slot);
    return;
  }
  if (lhs->kind == NodeKind::Ternary || lhs->kind == NodeKind::LogAnd || lhs->kind == NodeKind::LogOr) {
    Operand v = rv(rhs);
    Operand p = place(lhs);
    emit(Opc::Copy, p, v);
    if (want) emit(Opc::Copy, dst, v);
    return;
  }
  Operand v = rv(rhs);
  store_to(lhs, v);
  if (want) {
    Node* l = strip(lhs);
    if (l->kind == NodeKind::Local) l = strip(l->first);
    if (l->kind == NodeKind::ScalarVar && (l->decl || l->text != "main::_")) into(l, dst);
    else emit(Opc::Copy, dst, v);
  }
}

// Blocks as values own slots above their start: they never write straight into a variable that
// they may read.
bool Compiler::contains_block(Node* n) {
  if (!n) return false;
  switch (n->kind) {
    case NodeKind::DoBlock: case NodeKind::EvalBlock: case NodeKind::Ternary: case NodeKind::Subst:
    case NodeKind::LogAnd: case NodeKind::LogOr: case NodeKind::LogDor: return true;
    case NodeKind::Binary: case NodeKind::Unary: case NodeKind::List:
      for (Node* k = n->first; k; k = k->next)
        if (contains_block(k)) return true;
      return false;
    case NodeKind::Func: {
      auto id = static_cast<BuiltinId>(n->iv);
      return id == BuiltinId::k_eval || id == BuiltinId::k_do || id == BuiltinId::k_require;
    }
    default: return false;
  }
}

void Compiler::store_to(Node* lhs, Operand v) {
  lhs = strip(lhs);
  mark_node(lhs);
  switch (lhs->kind) {
    case NodeKind::Local:
      local_node(lhs->first, false);
      return store_to(lhs->first, v);
    case NodeKind::My:
      declare(lhs);
      return store_to(lhs->first, v);
    case NodeKind::ScalarVar: {
      Operand slot;
      if (is_lexical_scalar(lhs, &slot)) {
        emit(Opc::Copy, slot, v);
        return;
      }
      std::string_view name = lhs->decl ? lhs->decl->our_name : lhs->text;
      if (name == "main::_") emit(Opc::TopicSet, v);
      else if (special_variable(lhs, kNone)) emit(Opc::DieText, const_str("Modification of a read-only value attempted"));
      else emit(Opc::GvSet, link(name), v);
      return;
    }
    case NodeKind::Index: {
      Node* agg = lhs->first;
      Operand a = array_reg(agg, true);
      Operand i = rv(agg->next);
      mark_node(lhs);
      emit(Opc::ElemSet, a, i, v);
      return;
    }
    case NodeKind::HashIndex: {
      Node* agg = lhs->first;
      Operand h = hash_reg(agg, true);
      Operand k = key_operand(agg->next);
      mark_node(lhs);
      emit(Opc::HelemSet, h, k, v);
      return;
    }
    case NodeKind::ArrayLen: {
      emit(Opc::ArrayLastSet, array_reg(lhs->first, true), v);
      return;
    }
    case NodeKind::GlobVar: case NodeKind::Deref:
      if (lhs->kind == NodeKind::GlobVar || lhs->iv == '*') {
        Operand g = temp();
        into(lhs, g);
        mark_node(lhs);
        emit(Opc::GlobAssign, g, v);
        return;
      }
      break;
    case NodeKind::Func: {
      auto id = static_cast<BuiltinId>(lhs->iv);
      if (id == BuiltinId::k_undef && !lhs->first) return;
      if (id != BuiltinId::k_substr && id != BuiltinId::k_vec && id != BuiltinId::k_pos && id != BuiltinId::k_keys)
        fail(lhs, "Can't modify " + std::string(builtin::builtin_row(id).name) + " in scalar assignment");
      break;
    }
    default: break;
  }
  assigns_call_ = lhs->kind == NodeKind::Call;
  Operand p = place(lhs);
  assigns_call_ = false;
  mark_node(lhs);
  emit(Opc::Copy, p, v);
}

namespace {
Opc assign_opcode(Op op) {
  switch (op) {
    case Op::Add: return Opc::Add;
    case Op::Sub: return Opc::Sub;
    case Op::Mul: return Opc::Mul;
    case Op::Div: return Opc::Div;
    case Op::Mod: return Opc::Mod;
    case Op::Pow: return Opc::Pow;
    case Op::RepeatOp: return Opc::Repeat;
    case Op::ShiftLeft: return Opc::ShiftLeft;
    case Op::ShiftRight: return Opc::ShiftRight;
    case Op::BitAnd: return Opc::BitAnd;
    case Op::BitOr: return Opc::BitOr;
    case Op::BitXor: return Opc::BitXor;
    case Op::StrBitAnd: return Opc::StrBitAnd;
    case Op::StrBitOr: return Opc::StrBitOr;
    case Op::StrBitXor: return Opc::StrBitXor;
    default: return Opc::Concat;
  }
}
}  // namespace

// Where an element lvalue lives, with operands that stay valid while the right side runs.
Compiler::ElementPlace Compiler::element_place(Node* lhs) {
  ElementPlace e;
  lhs = strip(lhs);
  if (lhs->kind == NodeKind::Index || lhs->kind == NodeKind::HashIndex) {
    e.is_element = true;
    e.hash = lhs->kind == NodeKind::HashIndex;
    Node* agg = lhs->first;
    e.base = e.hash ? hash_reg(agg, true) : array_reg(agg, true);
    e.key = e.hash ? key_operand(agg->next) : rv(agg->next);
    if (!(e.key & kConst) && (strip(agg->next)->kind == NodeKind::ScalarVar) == false) return e;
    return e;
  }
  return e;
}
Compiler::Operand Compiler::element_pointer(const ElementPlace& e) {
  Operand p = alias_temp();
  emit(e.hash ? Opc::HelemPlace : Opc::ElemPlace, p, e.base, e.key);
  return p;
}

void Compiler::op_assign(Node* node, Operand dst, bool want) {
  if (node->iv >= 1000) return logical_assign(node, dst, want);
  Node* lhs = strip(node->first);
  Node* rhs = lhs == node->first ? lhs->next : node->first->next;
  Op op = node->op();
  Opc code = assign_opcode(op);
  if (op == Op::RepeatOp && (lhs->kind == NodeKind::ArrayVar || lhs->kind == NodeKind::My || (node->first->kind == NodeKind::List && node->first->has(Paren) && lhs->kind != NodeKind::ScalarVar))) {
    Operand a = array_reg(lhs, true);
    Operand m = temp();
    emit(Opc::Mark, m);
    emit(Opc::PushArray, a, 0, 0xffff);
    Operand n = rv(rhs);
    emit(Opc::RepeatList, m, n);
    emit(Opc::ArrayAssign, a, m);
    if (want) emit(Opc::ArraySize, dst, a);
    return;
  }
  if (lhs->kind == NodeKind::ArrayVar || (lhs->kind == NodeKind::Deref && lhs->iv == '@'))
    fail(node, "Can't modify array dereference in this operator");
  Operand p, slot;
  std::vector<Node*> parts;
  ElementPlace e;
  bool lexical = is_lexical_scalar(lhs, &slot);
  bool is_append = op == Op::Concat;
  bool multi = is_append && rhs->kind == NodeKind::Binary && !rhs->has(Chained) && rhs->op() == Op::Concat;
  bool interp = is_append && rhs->kind == NodeKind::Interp && rhs->first && rhs->first->next;
  Operand r = kNone;
  if (lhs->kind == NodeKind::Local || lhs->kind == NodeKind::My) {
    p = place(lhs);
    r = rv(rhs);
  } else {
    if (!lexical) e = element_place(lhs);
    if (!multi && !interp) r = rv(rhs);
    p = lexical ? slot : e.is_element ? kNone : kNone;
  }
  unsigned count = 0;
  if (multi) {
    collect_concat(rhs, parts);
    for (Node* k : parts) push_scalar(k), ++count;
  } else if (interp) {
    for (Node* k = rhs->first; k; k = k->next) push_scalar(k), ++count;
  }
  if (lhs->kind != NodeKind::Local && lhs->kind != NodeKind::My) {
    if (lexical) p = slot;
    else if (e.is_element) {
      mark_node(lhs);
      p = element_pointer(e);
    } else p = place(lhs);
  }
  mark_node(node);
  if (count) emit(Opc::AppendN, p, count);
  else if (is_append) emit(Opc::Append, p, r);
  else if (hints().bits & Hints::Integer && code != Opc::Repeat && code != Opc::Pow) {
    emit(Opc::IntegerOp, p, p, r);
    emit_extension(static_cast<std::uint32_t>(code));
  } else emit(op_assign_code(code), p, p, r);
  if (want) emit(Opc::Copy, dst, p);
}

// `+=` and friends do not warn about an undefined left side and may use overloaded `+=`.
Opc Compiler::op_assign_code(Opc code) {
  switch (code) {
    case Opc::Add: return Opc::AddTo;
    case Opc::Sub: return Opc::SubTo;
    case Opc::Mul: return Opc::MulTo;
    case Opc::BitOr: return Opc::BitOrTo;
    case Opc::BitXor: return Opc::BitXorTo;
    case Opc::Div: return Opc::DivTo;
    case Opc::Mod: return Opc::ModTo;
    case Opc::Pow: return Opc::PowTo;
    case Opc::Repeat: return Opc::RepeatTo;
    case Opc::ShiftLeft: return Opc::ShiftLeftTo;
    case Opc::ShiftRight: return Opc::ShiftRightTo;
    case Opc::BitAnd: return Opc::BitAndTo;
    default: return code;
  }
}

void Compiler::logical_assign(Node* node, Operand dst, bool want) {
  char kind = static_cast<char>(node->iv - 1000);
  Node* lhs = strip(node->first);
  Node* rhs = node->first->next;
  Opc leave = kind == '&' ? Opc::JumpFalse : kind == '|' ? Opc::JumpTrue : Opc::JumpDefined;
  Label end, skip;
  if (lhs->kind == NodeKind::ArrayVar || lhs->kind == NodeKind::HashVar || (lhs->kind == NodeKind::Deref && (lhs->iv == '@' || lhs->iv == '%'))) {
    // @a ||= LIST: rare, assigns the list.
    Operand t = temp();
    into(lhs, t);
    emit_jump(leave, end, t);
    Operand m = temp();
    emit(Opc::Mark, m);
    list(rhs, ListMode::Copy);
    bool array = lhs->kind == NodeKind::ArrayVar || lhs->iv == '@';
    emit(array ? Opc::ArrayAssign : Opc::HashAssign, array ? array_reg(lhs, true) : hash_reg(lhs, true), m);
    place_label(end);
    if (want) into(lhs, dst);
    return;
  }
  Operand slot;
  if (is_lexical_scalar(lhs, &slot)) {
    emit_jump(leave, end, slot);
    Operand v = rv(rhs);
    emit(Opc::Copy, slot, v);
    place_label(end);
    if (want) emit(Opc::Copy, dst, slot);
    return;
  }
  ElementPlace e = element_place(lhs);
  Operand cur = temp();
  if (e.is_element) {
    emit(e.hash ? Opc::Helem : Opc::Elem, cur, e.base, e.key);
    emit_jump(leave, end, cur);
    Operand v = rv(rhs);
    mark_node(lhs);
    emit(e.hash ? Opc::HelemSet : Opc::ElemSet, e.base, e.key, v);
    if (want) emit(Opc::Copy, cur, v);
    place_label(end);
    if (want) emit(Opc::Copy, dst, cur);
    return;
  }
  Operand p = place(lhs);
  emit_jump(leave, end, p);
  Operand v = rv(rhs);
  emit(Opc::Copy, p, v);
  place_label(end);
  if (want) emit(Opc::Copy, dst, p);
}

// `my ($a, $b, @rest) = @_;` in a sub that uses its arguments only that way.
bool Compiler::simple_args_unpack(Node* lhs, Node* rhs) {
  rhs = strip(rhs);
  if (fn_->is_main || fn_->is_eval || proto_->args_slot != kNone) return false;
  if (rhs->kind != NodeKind::ArrayVar || rhs->decl || rhs->text != "main::_") return false;
  if (lhs->kind != NodeKind::My || static_cast<DeclKind>(lhs->iv) != DeclKind::My) return false;
  unsigned n = 0;
  for (Node* v = lhs->first; v; v = v->next, ++n) {
    if (v->kind == NodeKind::ScalarVar || v->kind == NodeKind::Func) continue;
    if (v->next) return false;
  }
  n = 0;
  declare(lhs);
  for (Node* v = lhs->first; v; v = v->next, ++n) {
    if (v->kind == NodeKind::Func) continue;
    Operand s = slot_of(v->decl);
    if (v->kind == NodeKind::ScalarVar) emit(Opc::ArgGet, s, n);
    else if (v->kind == NodeKind::ArrayVar) emit(Opc::ArgsRest, s, n);
    else {
      mark_node(lhs);
      emit(Opc::ArgsRestHash, s, n);
    }
  }
  return true;
}

void Compiler::list_assign(Node* node, Ctx ctx, Operand dst) {
  Node* lhs = node->first;
  Node* rhs = lhs->next;
  if (ctx == Ctx::Void && simple_args_unpack(lhs, rhs)) return;
  bool state = lhs->kind == NodeKind::My && static_cast<DeclKind>(lhs->iv) == DeclKind::State;
  Label done;
  if (state) {
    declare(lhs);
    emit_jump(Opc::StateInit, done, slot_of(lhs->first->decl));
  }
  Operand m = temp();
  emit(Opc::Mark, m);
  open_marks_.push_back(m);
  if (lhs->kind == NodeKind::My && rhs->kind == NodeKind::List) {  // new variables: nothing to overwrite
    for (Node* k = rhs->first; k; k = k->next) is_modification(k) ? push_alias(k) : list(k, ListMode::Copy);
  } else {
    list(rhs, ListMode::Copy);
  }
  open_marks_.pop_back();
  Node* only = lhs;
  bool localized = false;
  if (only->kind == NodeKind::Local) {
    only = only->first;
    localized = true;
  }
  only = strip(only);
  if (only->kind == NodeKind::My && only->first && !only->first->next && only->first->kind != NodeKind::ScalarVar) {
    if (!state) declare(only);
    only = only->first;
  }
  bool array = only->kind == NodeKind::ArrayVar || (only->kind == NodeKind::Deref && only->iv == '@');
  bool hash = only->kind == NodeKind::HashVar || (only->kind == NodeKind::Deref && only->iv == '%');
  if (array || hash) {
    if (localized) local_node(only, false);
    Operand r = array ? array_reg(only, true) : hash_reg(only, true);
    mark_node(node);
    emit(array ? Opc::ArrayAssign : Opc::HashAssign, r, m, ctx == Ctx::Scalar ? dst : kNone);
    if (ctx == Ctx::List) list(only, ListMode::Copy);
    else if (ctx == Ctx::Return) list(only, ListMode::Alias);
    if (state) place_label(done);
    return;
  }
  Operand cursor = temp();
  emit(Opc::Copy, cursor, const_int(0));
  if (!localized) assign_items(lhs, m, cursor);
  else {
    local_node(only, false);
    assign_items(only, m, cursor);
  }
  if (ctx == Ctx::Scalar) emit(Opc::ListCount, dst, m);
  emit(Opc::PopTo, m);
  if (ctx == Ctx::List || ctx == Ctx::Return) {
    Node* l = lhs;
    if (l->kind == NodeKind::Local) l = l->first;
    ListMode mode = ctx == Ctx::List ? ListMode::Copy : ListMode::Alias;
    Node* items = l->kind == NodeKind::List || l->kind == NodeKind::My ? l->first : l;
    for (Node* k = items; k; k = (items == l ? nullptr : k->next)) {
      Node* q = k;
      while (q->kind == NodeKind::My || q->kind == NodeKind::Local) q = q->first;
      if (q && q->kind != NodeKind::Func) list(q, mode);
      else if (q) emit(Opc::PushConst, constant(Value()));
    }
  }
  if (state) place_label(done);
}

// Assigns the items of the list at mark m, from cursor on, to the lvalues of node.
void Compiler::assign_items(Node* node, Operand m, Operand cursor) {
  switch (node->kind) {
    case NodeKind::List:
      for (Node* k = node->first; k; k = k->next) assign_items(k, m, cursor);
      return;
    case NodeKind::My:
      if (static_cast<DeclKind>(node->iv) != DeclKind::State) declare(node);
      for (Node* k = node->first; k; k = k->next) assign_items(k, m, cursor);
      return;
    case NodeKind::Local:
      local_node(node->first, false);
      return assign_items(node->first, m, cursor);
    case NodeKind::ArrayVar: {
      Operand a = array_reg(node, true);
      emit(Opc::TakeArray, a, m, cursor);
      return;
    }
    case NodeKind::HashVar: {
      Operand h = hash_reg(node, true);
      mark_node(node);
      emit(Opc::TakeHash, h, m, cursor);
      return;
    }
    case NodeKind::Deref:
      if (node->iv == '@') {
        Operand a = array_reg(node, true);
        emit(Opc::TakeArray, a, m, cursor);
        return;
      }
      if (node->iv == '%') {
        Operand h = hash_reg(node, true);
        emit(Opc::TakeHash, h, m, cursor);
        return;
      }
      break;
    case NodeKind::Func:
      if (static_cast<BuiltinId>(node->iv) == BuiltinId::k_undef && !node->first) {
        emit(Opc::TakeSkip, 0, m, cursor);
        return;
      }
      break;
    case NodeKind::Slice: case NodeKind::HashSlice: {
      bool hash = node->kind == NodeKind::HashSlice;
      Operand base = hash ? hash_reg(node->first, true) : array_reg(node->first, true);
      Operand m2 = temp();
      emit(Opc::Mark, m2);
      open_marks_.push_back(m2);
      list(node->first->next, ListMode::Copy);
      open_marks_.pop_back();
      mark_node(node);
      emit(hash ? Opc::TakeHashSlice : Opc::TakeArraySlice, base, m, cursor);
      Extension e{};
      e.instr = {m2, 0, 0, 0};
      proto_->code.push_back(e.instr);
      return;
    }
    case NodeKind::Ternary: {
      Label otherwise, end;
      jump_if(node->first, false, otherwise);
      assign_items(node->first->next, m, cursor);
      emit_jump(Opc::Jump, end);
      place_label(otherwise);
      assign_items(node->first->next->next, m, cursor);
      place_label(end);
      return;
    }
    case NodeKind::GlobVar: {
      Operand g = temp(), v = temp();
      into(node, g);
      emit(Opc::Take, v, m, cursor);
      emit(Opc::GlobAssign, g, v);
      return;
    }
    case NodeKind::ArrayLen: {
      Operand v = temp();
      emit(Opc::Take, v, m, cursor);
      emit(Opc::ArrayLastSet, array_reg(node->first, true), v);
      return;
    }
    default: break;
  }
  std::size_t aliases = alias_in_use_;
  Operand p = place(node);
  mark_node(node);
  emit(Opc::Take, p, m, cursor);
  alias_in_use_ = aliases;
}

// --- local -----------------------------------------------------------------------------------------

void Compiler::local_node(Node* target, bool push) {
  Node* stripped = target->has(Paren) ? target : strip(target);
  mark_node(stripped);
  switch (stripped->kind) {
    case NodeKind::List:
      for (Node* k = stripped->first; k; k = k->next) local_node(k, push);
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
    case NodeKind::ArrayVar: case NodeKind::HashVar: {
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
      if (push) emit(Opc::PushElem, a, i);
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
    case NodeKind::Slice: case NodeKind::HashSlice: {
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
      into(stripped, g);
      emit(Opc::LocalGlob, g);
      if (push) emit(Opc::PushCopy, g);
      return;
    }
    case NodeKind::Deref: {
      if (stripped->iv == '*') {
        Operand g = temp();
        into(stripped, g);
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
      for (Node* k = stripped->first; k; k = k->next) local_node(k, push);
      return;
    case NodeKind::Call: case NodeKind::Method:  // the parser has warned: nothing to save
      if (push) list(stripped, ListMode::Alias);
      else effect(stripped);
      return;
    case NodeKind::Assign:
      fail(target, "Can't modify scalar assignment in local");
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

// --- delete, exists, defined, undef -----------------------------------------------------------------

void Compiler::delete_exists(Node* node, Operand dst, Ctx ctx, bool is_delete) {
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
    if (local) emit(hash ? Opc::LocalHelem : Opc::LocalElem, base, key, 1);
    if (is_delete) emit(hash ? Opc::DeleteHelem : Opc::DeleteElem, d, base, key);
    else emit(hash ? Opc::ExistsHelem : Opc::ExistsElem, d, base, key);
    if (ctx == Ctx::List) push_operand(d, true);
    return;
  }
  if (is_delete && (target->kind == NodeKind::Slice || target->kind == NodeKind::HashSlice || target->kind == NodeKind::KvHashSlice || target->kind == NodeKind::KvSlice)) {
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
  if (!is_delete && ((target->kind == NodeKind::Call && target->has(Ampersand)) || target->kind == NodeKind::CodeVar || (target->kind == NodeKind::Deref && target->iv == '&'))) {
    if (target->kind == NodeKind::Deref || (target->kind == NodeKind::Call && target->has(Dynamic))) {
      Operand v = rv(target->first);
      emit(Opc::SubExists, dst, v, 1);
    } else emit(Opc::SubExists, dst, link(target->text), 0);
    return;
  }
  if (!is_delete && target->kind == NodeKind::Call) fail(node, "exists argument is not a subroutine name");
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
    case NodeKind::CodeVar:
      emit(Opc::SubDefined, dst, link(k->text), 0);
      return;
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
    fail(node, k->iv == '@' ? "Can't use 'defined(@array)' (Maybe you should just omit the defined()?)"
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
    bool array = k->kind == NodeKind::ArrayVar || (k->kind == NodeKind::Deref && k->iv == '@') || (k->kind == NodeKind::My && k->first->kind == NodeKind::ArrayVar);
    bool hash = k->kind == NodeKind::HashVar || (k->kind == NodeKind::Deref && k->iv == '%') || (k->kind == NodeKind::My && k->first->kind == NodeKind::HashVar);
    if (array) emit(Opc::UndefContainer, array_reg(k, true));
    else if (hash) emit(Opc::UndefContainer, hash_reg(k, true));
    else if (k->kind == NodeKind::CodeVar || (k->kind == NodeKind::Call && k->has(Ampersand))) emit(Opc::UndefSub, link(k->text), 0);
    else if (k->kind == NodeKind::Deref && k->iv == '&') emit(Opc::UndefSub, rv(k->first), 1);
    else if (k->kind == NodeKind::GlobVar || (k->kind == NodeKind::Deref && k->iv == '*')) {
      Operand g = temp();
      into(k, g);
      emit(Opc::UndefGlob, g);
    } else if (k->kind == NodeKind::ScalarVar || k->kind == NodeKind::Index || k->kind == NodeKind::HashIndex || k->kind == NodeKind::Deref || k->kind == NodeKind::My || k->kind == NodeKind::Local) {
      Operand p = place(k);
      emit(Opc::Copy, p, constant(Value()));
    } else fail(node, "Can't modify expression in undef operator");
  }
  if (dst != kNone) emit(Opc::LoadUndef, dst);
}

}  // namespace perlipc
