// Assignment in all forms: scalar, operator, logical, list.
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/vm.h"

namespace perlipc {

using builtin::BuiltinId;

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
    int first = next_slot_;  // temporaries begin here, or behind the variables the value declares
    if (d->captured || d->early_cell) {
      // The right side may make closures over an outer variable of the same slot: compute first.
      Operand v = rv(rhs);
      // A temporary comes to lie below the variable, where no end of statement clears it.
      const bool temporary =
          !(v & kConst) && static_cast<int>(v) >= floor_ && !(v < reserved_.size() && reserved_[v]);
      first = std::max(first, floor_);
      declare(lhs);
      emit(temporary ? Opc::Move : Opc::Copy, slot_of(d), v);
      clear_buried(first, slot_of(d), v);
    } else {
      // Straight into the new variable's slot; the right side cannot see it.
      Operand v = kNone;
      Value c;
      bool block_value = contains_block(rhs);
      if (constant_value(rhs, &c) || block_value) v = rv(rhs);
      const std::size_t at = proto_->code.size();
      first = std::max(first, floor_);
      declare(lhs);
      // `while (my $line = <FH>)`: each line goes where the one before was.
      if (strip(rhs)->kind == NodeKind::ReadLine && proto_->code.size() == at + 1 &&
          static_cast<Opc>(proto_->code[at].op) == Opc::ClearRaw)
        proto_->code[at].op = static_cast<std::uint16_t>(Opc::ClearReused);
      if (v != kNone) {
        emit(v & kConst ? Opc::Copy : Opc::Move, slot_of(d), v);
        clear_buried(first, slot_of(d), v);
      } else into(rhs, slot_of(d));
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
  if (lhs->kind == NodeKind::Ternary || lhs->kind == NodeKind::LogAnd ||
      lhs->kind == NodeKind::LogOr) {
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

// Temporaries of a value that is now in a new variable above them, where the end of the statement
// does not look; `taken` has been moved there.
void Compiler::clear_buried(int from, int variable, Operand taken) {
  const int moved = taken & kConst ? variable : static_cast<int>(taken);
  if (from < moved && moved < variable) clear_range(from, moved);
  const int rest = moved < variable ? std::max(from, moved + 1) : from;
  if (rest < variable) clear_range(rest, variable);
}

// Blocks as values own slots above their start: they never write straight into a variable that
// they may read.
bool Compiler::contains_block(Node* n) {
  if (!n) return false;
  switch (n->kind) {
    case NodeKind::DoBlock:
    case NodeKind::EvalBlock:
    case NodeKind::Ternary:
    case NodeKind::Subst:
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor: return true;
    case NodeKind::Binary:
    case NodeKind::Unary:
    case NodeKind::List:
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

// local $h{k} = v and local $a[i] = v: what names the element is evaluated once.
void Compiler::store_to_local_element(Node* element, Operand v) {
  const bool hash = element->kind == NodeKind::HashIndex;
  Node* aggregate = element->first;
  const Operand base = hash ? hash_reg(aggregate, true) : array_reg(aggregate, true);
  const Operand key = hash ? key_operand(aggregate->next) : rv(aggregate->next);
  mark_node(element);
  emit(hash ? Opc::LocalHelem : Opc::LocalElem, base, key,
       static_cast<Operand>(LocalKind::Assigned));
  emit(hash ? Opc::HelemSet : Opc::ElemSet, base, key, v);
}

// *name = v; local *name = v saves only the kind that v refers to (perlmod "Symbol Tables").
void Compiler::store_to_glob(Node* glob, Operand v, bool localized) {
  const Operand g = temp();
  symbol(glob, g);
  mark_node(glob);
  if (localized) {
    const std::size_t from = proto_->code.size();
    emit(Opc::LocalGlob, g, v, 1);
    end_local(from - 1);
  }
  emit(Opc::GlobAssign, g, v);
}

void Compiler::store_to(Node* lhs, Operand v) {
  lhs = strip(lhs);
  mark_node(lhs);
  switch (lhs->kind) {
    case NodeKind::Local: {
      Node* target = strip(lhs->first);
      if (target->kind == NodeKind::HashIndex || target->kind == NodeKind::Index)
        return store_to_local_element(target, v);
      if (is_glob(target)) return store_to_glob(target, v, true);
      local_node(lhs->first, false);
      return store_to(lhs->first, v);
    }
    case NodeKind::My: declare(lhs); return store_to(lhs->first, v);
    case NodeKind::ScalarVar: {
      Operand slot;
      if (is_lexical_scalar(lhs, &slot)) {
        emit(Opc::Copy, slot, v);
        return;
      }
      std::string_view name = lhs->decl ? lhs->decl->our_name : lhs->text;
      if (name == "main::_") emit(Opc::TopicSet, v);
      else if (special_variable(lhs, kNone))
        emit(Opc::DieText, constant_name("Modification of a read-only value attempted"));
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
    case NodeKind::GlobVar:
    case NodeKind::Deref:
      if (is_glob(lhs)) return store_to_glob(lhs, v, false);
      break;
    case NodeKind::Func: {
      auto id = static_cast<BuiltinId>(lhs->iv);
      if (id == BuiltinId::k_undef && !lhs->first) return;
      if (id != BuiltinId::k_substr && id != BuiltinId::k_vec && id != BuiltinId::k_pos &&
          id != BuiltinId::k_keys)
        fail(lhs, "Can't modify " + std::string(builtin::builtin_row(id).name) +
                      " in scalar assignment");
      break;
    }
    default: break;
  }
  assigns_call_ = lhs->kind == NodeKind::Call || lhs->kind == NodeKind::Method;
  Operand p = place(lhs);
  assigns_call_ = false;
  if (lhs->kind == NodeKind::Func && !tainting_) {
    Instr& what = proto_->code[proto_->code.size() - 2];  // and its operands
    if (static_cast<Opc>(what.op) == Opc::LvaluePlace && what.c == 0) {
      what.op = static_cast<std::uint16_t>(Opc::SubstrStore);
      proto_->code.back().c = v;
      mark_node(lhs);
      return;
    }
  }
  mark_node(lhs);
  emit(Opc::Copy, p, v);
}

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

// An element changed where it stands. What goes wrong with the place is about `element`, with the
// value about `node`: the instruction's second word has a node of its own.
void Compiler::update_element(const ElementPlace& e, Node* element, Node* node, Opc op,
                              Operand operand) {
  mark_node(element);
  emit(e.hash ? Opc::HelemUpdate : Opc::ElemUpdate, e.base, e.key, operand);
  mark_node(node);
  emit_extension(static_cast<std::uint32_t>(op), alias_temp());
}

void Compiler::op_assign(Node* node, Operand dst, bool want, Operand* changed) {
  if (node->iv >= 1000) return logical_assign(node, dst, want, changed);
  Node* lhs = strip(node->first);
  Node* rhs = lhs == node->first ? lhs->next : node->first->next;
  Op op = node->op();
  Opc code = binary_opcode(op);
  if (op == Op::RepeatOp && (lhs->kind == NodeKind::ArrayVar || lhs->kind == NodeKind::My ||
                             (node->first->kind == NodeKind::List && node->first->has(Paren) &&
                              lhs->kind != NodeKind::ScalarVar))) {
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
  bool multi =
      is_append && rhs->kind == NodeKind::Binary && !rhs->has(Chained) && rhs->op() == Op::Concat;
  bool interp = is_append && rhs->kind == NodeKind::Interp && rhs->first && rhs->first->next;
  if (multi) concat_parts(rhs, parts);
  else if (interp)
    for (Node* k = rhs->first; k; k = k->next) parts.push_back(k);
  if (parts.size() > kMostJoined) {
    multi = interp = false;
    parts.clear();
  }
  Operand r = kNone;
  if (lhs->kind == NodeKind::Local || lhs->kind == NodeKind::My) {
    p = place(lhs);
    r = rv(rhs);
    parts.clear();
  } else {
    if (!lexical) e = element_place(lhs);
    if (!multi && !interp) r = rv(rhs);
    p = lexical ? slot : e.is_element ? kNone : kNone;
  }
  if (e.is_element && !want && !changed && !is_append && !tainting_ &&
      !(hints().bits & Hints::Integer) &&
      (code == Opc::Add || code == Opc::Sub || code == Opc::Mul))
    return update_element(e, lhs, node, op_assign_code(code), r);
  // They may move what the element is in.
  std::vector<Operand> operands = joined_operands(parts);
  if (lhs->kind != NodeKind::Local && lhs->kind != NodeKind::My) {
    if (lexical) p = slot;
    else if (e.is_element) {
      mark_node(lhs);
      p = element_pointer(e);
    } else p = place(lhs);
  }
  mark_node(node);
  if (!parts.empty()) {
    emit(Opc::AppendList, p, static_cast<unsigned>(operands.size()));
    emit_operands(std::move(operands));
  } else if (is_append) emit(Opc::Append, p, r);
  else if (hints().bits & Hints::Integer && code != Opc::Repeat && code != Opc::Pow) {
    emit(Opc::IntegerOp, p, p, r);
    emit_extension(static_cast<std::uint32_t>(code), 1);
  } else emit(op_assign_code(code), p, p, r);
  if (want) emit(Opc::Copy, dst, p);
  if (changed) *changed = p;
}

// The place that an assignment or a step has changed; what names it is evaluated once.
Compiler::Operand Compiler::changed_place(Node* node) {
  Node* target = strip(node->first);
  Operand p;
  if (is_lexical_scalar(target, &p) || target->kind == NodeKind::ScalarVar ||
      target->kind == NodeKind::My || target->kind == NodeKind::Local) {
    effect(node);
    const bool declared = target->kind == NodeKind::My || target->kind == NodeKind::Local;
    return place(declared ? target->first : target);
  }
  if (node->kind == NodeKind::OpAssign) {
    op_assign(node, kNone, false, &p);
    return p;
  }
  if (node->kind == NodeKind::Assign) {
    const Operand v = rv(node->first->next);
    p = place(target);
    mark_node(target);
    emit(Opc::Copy, p, v);
    return p;
  }
  p = place(target);
  mark_node(node);
  emit(node->kind == NodeKind::PreInc ? Opc::Inc : Opc::Dec, p);
  return p;
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
    case Opc::StrBitAnd: return Opc::StrBitAndTo;
    case Opc::StrBitOr: return Opc::StrBitOrTo;
    case Opc::StrBitXor: return Opc::StrBitXorTo;
    default: return code;
  }
}

void Compiler::logical_assign(Node* node, Operand dst, bool want, Operand* changed) {
  char kind = static_cast<char>(node->iv - 1000);
  Node* lhs = strip(node->first);
  Node* rhs = node->first->next;
  Opc leave = kind == '&' ? Opc::JumpFalse : kind == '|' ? Opc::JumpTrue : Opc::JumpDefined;
  Label end, skip;
  if (lhs->kind == NodeKind::ArrayVar || lhs->kind == NodeKind::HashVar ||
      (lhs->kind == NodeKind::Deref && (lhs->iv == '@' || lhs->iv == '%'))) {
    // @a ||= LIST: rare, assigns the list.
    Operand t = temp();
    into(lhs, t);
    emit_jump(leave, end, t);
    Operand m = temp();
    emit(Opc::Mark, m);
    list(rhs, ListMode::Copy);
    bool array = lhs->kind == NodeKind::ArrayVar || lhs->iv == '@';
    emit(array ? Opc::ArrayAssign : Opc::HashAssign,
         array ? array_reg(lhs, true) : hash_reg(lhs, true), m);
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
    if (changed) *changed = slot;
    return;
  }
  ElementPlace e;
  if (!changed) e = element_place(lhs);
  if (e.is_element) {
    const Operand cur = temp();
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
  if (changed) {
    emit(Opc::KeepPlace, p);
    *changed = p;
  }
  emit_jump(leave, end, p);
  Value literal;
  // The code of the right side may move the place.
  if (!changed && !constant_value(rhs, &literal)) emit(Opc::KeepPlace, p);
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

// `($a, $b) = ($b, $a + 1)`, `my ($x, $y) = (0, 1)`: lexical scalars and as many values, without a
// list on the stack.
bool Compiler::scalars_assign(Node* lhs, Node* rhs) {
  const bool fresh = lhs->kind == NodeKind::My;
  if (fresh ? static_cast<DeclKind>(lhs->iv) != DeclKind::My : lhs->kind != NodeKind::List)
    return false;
  if (rhs->kind != NodeKind::List) return false;
  Node* value = rhs->first;
  for (Node* v = lhs->first; v; v = v->next) {
    if (!value || v->kind != NodeKind::ScalarVar || !v->decl || v->decl->kind == DeclKind::Our ||
        (fresh && (v->decl->captured || v->decl->early_cell)))
      return false;
    if (!only_reads(value)) return false;
    value = value->next;
  }
  if (value) return false;
  if (fresh) {  // the values cannot see the new variables
    declare(lhs);
    value = rhs->first;
    for (Node* v = lhs->first; v; v = v->next, value = value->next) into(value, slot_of(v->decl));
    return true;
  }
  std::vector<Operand> values;
  for (value = rhs->first; value; value = value->next) {
    Value v;
    if (constant_value(value, &v)) values.push_back(rv(value));
    else {
      values.push_back(temp());
      into(value, values.back());
    }
  }
  std::size_t n = 0;
  for (Node* v = lhs->first; v; v = v->next, ++n)
    emit(values[n] & kConst ? Opc::Copy : Opc::Move, slot_of(v->decl), values[n]);
  return true;
}

namespace {

// How many values the lvalues of a list take; -1: any number, or not to be told.
int values_taken(const Node* node) {
  switch (node->kind) {
    case NodeKind::ScalarVar:
    case NodeKind::Index:
    case NodeKind::HashIndex: return 1;
    case NodeKind::Deref: return node->iv == '$' ? 1 : -1;
    case NodeKind::Func:
      return static_cast<BuiltinId>(node->iv) == BuiltinId::k_undef && !node->first ? 1 : -1;
    case NodeKind::List:
    case NodeKind::My:
    case NodeKind::Local: break;
    default: return -1;
  }
  int n = 0;
  for (const Node* k = node->first; k; k = k->next) {
    const int more = values_taken(k);
    if (more < 0) return -1;
    n += more;
  }
  return n;
}

}  // namespace

// @a = reverse @a
bool Compiler::reversed_in_place(Node* lhs, Node* rhs) {
  rhs = strip(rhs);
  if (rhs->kind != NodeKind::Func || tainting_ || lhs->kind != NodeKind::ArrayVar ||
      static_cast<BuiltinId>(rhs->iv) != BuiltinId::k_reverse || !rhs->first || rhs->first->next)
    return false;
  const Node* source = strip(rhs->first);
  if (source->kind != NodeKind::ArrayVar || source->decl != lhs->decl ||
      source->text != lhs->text || is_args_list(lhs))
    return false;
  const Operand a = array_reg(lhs, true);
  mark_node(rhs);
  emit(Opc::ReverseArray, a);
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
  if (ctx == Ctx::Void && (scalars_assign(lhs, rhs) || reversed_in_place(lhs, rhs))) return;
  int first = next_slot_;
  Operand m = temp();
  const auto clear_below_declared = [&] {
    if (lhs->kind != NodeKind::My || state || !calls_in(rhs)) return;
    for (const Node* v = lhs->first; v; v = v->next)
      if (v->decl && v->decl->kind == DeclKind::My) return clear_buried(first, slot_of(v->decl), m);
  };
  emit(Opc::Mark, m);
  open_marks_.push_back(m);
  if (lhs->kind == NodeKind::My &&
      rhs->kind == NodeKind::List) {  // new variables: nothing to overwrite
    list_kids(rhs->first, ListMode::Copy);
  } else {
    if (rhs->kind == NodeKind::Func && static_cast<BuiltinId>(rhs->iv) == BuiltinId::k_split)
      implicit_split_limit_ = values_taken(lhs) + 1;
    const Node* source = strip(rhs);
    const FlagScope at_once(
        reads_at_once_,
        (source->kind == NodeKind::ArrayVar || source->kind == NodeKind::Slice ||
         source->kind == NodeKind::HashSlice) &&
            (lhs->kind == NodeKind::My || (lhs->kind == NodeKind::List && !lhs->first)));
    list(rhs, ListMode::Copy);
  }
  open_marks_.pop_back();
  first = std::max(first, floor_);
  Node* only = lhs;
  bool localized = false;
  if (only->kind == NodeKind::Local) {
    only = only->first;
    localized = true;
  }
  only = strip(only);
  if (only->kind == NodeKind::My && only->first && !only->first->next &&
      only->first->kind != NodeKind::ScalarVar) {
    if (!state) declare(only);
    only = only->first;
  }
  bool array =
      only->kind == NodeKind::ArrayVar || (only->kind == NodeKind::Deref && only->iv == '@');
  bool hash = only->kind == NodeKind::HashVar || (only->kind == NodeKind::Deref && only->iv == '%');
  if (array || hash) {
    if (localized) local_node(only, false);
    Operand r = array ? array_reg(only, true) : hash_reg(only, true);
    mark_node(node);
    emit(array ? Opc::ArrayAssign : Opc::HashAssign, r, m, ctx == Ctx::Scalar ? dst : kNone);
    if (ctx == Ctx::List) list(only, ListMode::Copy);
    else if (ctx == Ctx::Return) list(only, ListMode::Alias);
    clear_below_declared();
    if (state) place_label(done);
    return;
  }
  Operand cursor = temp();
  emit(Opc::Copy, cursor, const_int(0));
  if (!localized) assign_items(lhs, m, cursor);
  else {
    if (!is_glob(only)) local_node(only, false);
    assign_items(is_glob(only) ? lhs : only, m, cursor);
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
      else if (q) push_constant(Value());
    }
  }
  clear_below_declared();
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
    case NodeKind::Local: {
      Node* target = strip(node->first);
      if (is_glob(target)) {
        const Operand v = temp();
        emit(Opc::Take, v, m, cursor);
        return store_to_glob(target, v, true);
      }
      local_node(node->first, false);
      return assign_items(node->first, m, cursor);
    }
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
    case NodeKind::Slice:
    case NodeKind::HashSlice: {
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
    case NodeKind::Call:
    case NodeKind::Method: {
      Operand places = temp();
      emit(Opc::Mark, places);
      open_marks_.push_back(places);
      lvalue_call_ = kCallAliases | kCallTakesList;
      in_context(node, Ctx::List, kNone);
      lvalue_call_ = 0;
      open_marks_.pop_back();
      mark_node(node);
      emit(Opc::TakePlaces, places, m, cursor);
      return;
    }
    case NodeKind::GlobVar: {
      Operand g = temp(), v = temp();
      symbol(node, g);
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

}  // namespace perlipc
