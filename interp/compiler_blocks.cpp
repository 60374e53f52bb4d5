// Blocks as values, eval, references and closures, flip-flop.
#include "interp/ast_walk.h"
#include "interp/compile_unit.h"
#include "interp/compiler.h"
#include "interp/vm.h"

namespace perlipc {

using builtin::BuiltinId;

// What perl makes of the expression when it compiles it; undef: it is not constant.
Value Compiler::folded(Node* node) {
  Value v;
  if (constant_value(node, &v) || !vm_.unit_) return v;
  Folded f = fold_constant(strip(node), *vm_.unit_);
  return f.kind == Folded::Truth ? Value::boolean(f.truth()) : f.value;
}

void Compiler::range_flip_flop(Node* node, Operand dst) {
  // Scalar context: flip-flop. Constant operands are compared with $. (perlop).
  Operand state = fixed_slot_state();
  Label test_right, done, flipped;
  auto condition = [&](Node* k, Operand t) {
    if (Value v = folded(k); !v.is_undef()) {
      if (v.tag == kDouble) v = Value::integer(to_int(vm_, v));
      Operand line = temp();
      emit(Opc::GvGet, line, link("main::."));
      // A constant of its own: it remembers that "isn't numeric" was said.
      if (v.is_string()) v.spare |= kReadAsNumber;
      const Operand wanted = constant(std::move(v));
      mark_node(node);
      emit(Opc::IsLine, t, line, wanted);
      emit_extension(k != node->first);
    } else into(k, t);
  };
  Operand t = temp();
  emit_jump(Opc::JumpTrue, test_right, state);
  condition(node->first, t);
  Label started;
  emit_jump(Opc::JumpTrue, started, t);
  emit(Opc::Copy, dst, const_str(""));
  emit_jump(Opc::Jump, done);
  place_label(started);
  emit(Opc::Copy, state, const_int(0));
  if (node->has(ThreeDots)) {
    emit(Opc::FlipFlop, dst, state, 0);
    emit_jump(Opc::Jump, done);
    place_label(test_right);
  } else {
    place_label(test_right);
  }
  emit(Opc::FlipFlop, dst, state, 0);
  condition(node->first->next, t);
  emit_jump(Opc::JumpFalse, done, t);
  emit(Opc::FlipFlop, dst, state, 1);
  place_label(done);
}

// Flip-flop state survives calls: it lives in a cell captured by the closure, like a state variable.
Compiler::Operand Compiler::fixed_slot_state() {
  Operand s = fixed_slot();
  proto_->state_vars.push_back({s, false, 0, '$', nullptr});
  return s;
}

static bool declares_outside_blocks(const Node* n) {
  if (n->kind == NodeKind::AnonSub || n->kind == NodeKind::Block) return false;
  if (n->kind == NodeKind::My) return true;
  for (const Node* k = n->first; k; k = k->next)
    if (declares_outside_blocks(k)) return true;
  return false;
}
// A loop gives back what had matched when it began; so does `next` and `redo` for its next round
// (perlre "Capture groups": until the end of the enclosing block).
void Compiler::keep_loop_match(Loop& loop, const Node* node) {
  if (!matches(node)) return;
  loop.match_copy = variable_slot();
  emit(Opc::CopyRaw, loop.match_copy, proto_->match_slot);
}
// The body is a block of its own, so that a round does not see what the one before it matched, only
// where something else is done in each round too: `continue`, a variable that the condition declares.
Compiler::MatchScope Compiler::body_matches(const Node* cont, const Node* cond) {
  const bool has_continue = cont && cont->kind != NodeKind::Nop;
  return has_continue || (cond && declares_outside_blocks(cond)) ? MatchScope::Own
                                                                 : MatchScope::Shared;
}

// Whether the value is 1 or the empty string.
static bool gives_truth(const Node* n) {
  n = strip(n);
  switch (n->kind) {
    case NodeKind::Binary:
      return !n->has(Chained) && is_comparison(n->op()) && n->op() != Op::NumCmp &&
             n->op() != Op::StrCmp;
    case NodeKind::Unary: return n->op() == Op::Not;
    case NodeKind::Match: return true;
    case NodeKind::Func: {
      const auto id = static_cast<builtin::BuiltinId>(n->iv);
      return id == builtin::BuiltinId::k_defined || id == builtin::BuiltinId::k_exists ||
             id == builtin::BuiltinId::k_eof;
    }
    default: return false;
  }
}
// Whether a loop as the last statement of a sub must keep what its condition said at the end.
bool Compiler::wants_value(Node* cond, bool negated) {
  Value constant;
  if (cond->kind == NodeKind::Nop || gives_truth(cond)) return false;
  return !(negated && constant_value(strip(cond), &constant));
}
// A loop's condition; value: where what ends the loop is kept, when it is wanted.
void Compiler::loop_test(Node* cond, bool sense, Label& target, Operand value) {
  if (value == kNone) return jump_if(cond, sense, target);
  into(cond, value);
  emit_jump(sense ? Opc::JumpTrue : Opc::JumpFalse, target, value);
}
// The value of the statement, a loop that has ended and is the last one of its block.
void Compiler::loop_value(Operand value) {
  if (tail_ctx_ == Ctx::Return) emit(Opc::ReturnScalar, value);
  else if (tail_ctx_ == Ctx::Scalar) emit(Opc::Copy, result_slot_, value);
  else push_operand(value, false);
}

// Variables declared under a statement modifier belong to the block around it.
void Compiler::reserve_declared(const Node* n) {
  if (!n || n->kind == NodeKind::AnonSub || n->kind == NodeKind::Block) return;
  if (n->kind == NodeKind::My && static_cast<DeclKind>(n->iv) == DeclKind::My) {
    for (const Node* v = n->first; v; v = v->next)
      if (v->decl && !slots_.count(v->decl)) {
        give_slot(v->decl, variable_slot());
        if (v->kind == NodeKind::ArrayVar) emit(Opc::NewArray, slot_of(v->decl));
        if (v->kind == NodeKind::HashVar) emit(Opc::NewHash, slot_of(v->decl));
      }
    return;
  }
  for (const Node* k = n->first; k; k = k->next) reserve_declared(k);
}

// Arrays and hashes declared where the program may not come by (`my @x = ... if COND`, behind &&)
// exist all the same. conditional: n itself is such a place.
void Compiler::reserve_conditional(const Node* n, bool conditional) {
  if (!n || n->kind == NodeKind::AnonSub || n->kind == NodeKind::Block) return;
  if (n->kind == NodeKind::My) {
    if (!conditional || static_cast<DeclKind>(n->iv) != DeclKind::My) return;
    for (const Node* v = n->first; v; v = v->next) {
      const bool array = v->kind == NodeKind::ArrayVar;
      if (!v->decl || slots_.count(v->decl) || (!array && v->kind != NodeKind::HashVar)) continue;
      give_slot(v->decl, variable_slot());
      emit(array ? Opc::NewArray : Opc::NewHash, slot_of(v->decl));
    }
    return;
  }
  const bool chooses = n->kind == NodeKind::LogAnd || n->kind == NodeKind::LogOr ||
                       n->kind == NodeKind::LogDor || n->kind == NodeKind::Ternary ||
                       n->kind == NodeKind::OpAssign ||
                       (n->kind == NodeKind::If && n->has(Modifier));
  for (const Node* k = n->first; k; k = k->next)
    reserve_conditional(k, conditional || (chooses && k != n->first));
}

// The variables declared inside are new ones from here on.
void Compiler::renew_declared(const Node* n) {
  if (!n || n->kind == NodeKind::AnonSub || n->kind == NodeKind::Block) return;
  if (n->kind == NodeKind::My && static_cast<DeclKind>(n->iv) == DeclKind::My) {
    for (const Node* v = n->first; v; v = v->next) {
      if (!v->decl || !slots_.count(v->decl) || v->decl->captured) continue;
      if (v->kind == NodeKind::ArrayVar) emit(Opc::NewArray, slot_of(v->decl));
      else if (v->kind == NodeKind::HashVar) emit(Opc::NewHash, slot_of(v->decl));
      else emit(Opc::LoadUndef, slot_of(v->decl));
    }
    return;
  }
  for (const Node* k = n->first; k; k = k->next) renew_declared(k);
}

void Compiler::value_of_block(Node* b, Ctx ctx, Operand dst, bool as_called) {
  FlagScope called(tail_as_called_, as_called);
  Ctx keep_ctx = tail_ctx_;
  Operand keep_result = result_slot_;
  int keep_base = floor_;
  // Everything alive in the surrounding expression stays below the block's slots.
  int keep_next = next_slot_;
  floor_ = next_slot_;
  tail_ctx_ = ctx;
  Operand work = kNone;
  if (ctx == Ctx::Scalar) {
    work = temp();
    floor_ = next_slot_;
    emit(Opc::LoadUndef, work);
  }
  result_slot_ = work;
  std::size_t aliases = alias_in_use_;
  auto keep_info = info_;
  auto keep_line = line_;
  if (b->kind == NodeKind::Block) body_in_scope(b, ctx != Ctx::Void);
  else {
    compound(b, ctx != Ctx::Void);
    clear_temporaries();
  }
  info_ = keep_info;
  line_ = keep_line;
  proto_->lines.push_back({here(), line_, info_});
  alias_in_use_ = aliases;
  tail_ctx_ = keep_ctx;
  result_slot_ = keep_result;
  if (ctx == Ctx::Scalar) emit(Opc::Move, dst, work);
  floor_ = keep_base;
  next_slot_ = std::max(keep_next, floor_);
  dirty_ = true;
}

void Compiler::eval_block(Node* node, Ctx ctx, Operand dst) {
  Label handler, end;
  const Ctx want = node == returned_ ? Ctx::Return : ctx;
  Operand work = kNone, mark = kNone;
  if (ctx == Ctx::Scalar) work = temp();
  if (ctx == Ctx::List) {
    mark = temp();
    emit(Opc::Mark, mark);
  }
  int keep_floor = floor_;
  floor_ = next_slot_;
  open_scope(nullptr);
  Operand match_copy = variable_slot();
  emit(Opc::CopyRaw, match_copy, proto_->match_slot);
  emit_jump(Opc::EvalEnter, handler, static_cast<unsigned>(next_slot_), 0,
            static_cast<unsigned>(want));
  ++eval_depth_;
  Label leave;
  eval_exits_.push_back(
      {&leave, ctx, want, work, mark, scopes_.size(), open_marks_.size(), eval_depth_});
  if (ctx == Ctx::Scalar) value_of_block(node->first, Ctx::Scalar, work, want == Ctx::Return);
  else value_of_block(node->first, ctx, kNone);
  eval_exits_.pop_back();
  --eval_depth_;
  place_label(leave);
  emit(Opc::EvalLeave, 1);
  emit_jump(Opc::Jump, end);
  place_label(handler);
  if (ctx == Ctx::Scalar) emit(Opc::LoadUndef, work);
  place_label(end);
  emit(Opc::CopyRaw, proto_->match_slot, match_copy);
  close_scope();
  floor_ = keep_floor;
  if (ctx == Ctx::Scalar) emit(Opc::Move, dst, work);
}

// The block stands in line, jumped over, and runs in its sub's frame when the dynamic scope ends.
// That can be while anything of the scope is in use: its slots are its own for the whole function.
void Compiler::deferred_block(Node* body, const char* kind) {
  Label end;
  emit_jump(Opc::Defer, end, kind[0] == 'd');
  const std::uint32_t begin = here();
  const int keep_next = next_slot_, keep_floor = floor_, first = max_slot_;
  const std::size_t keep_aliases = alias_in_use_;
  const Operand keep_sort = std::exchange(sort_result_, kNone);
  const auto exits = std::exchange(eval_exits_, {});
  const auto marks = std::exchange(open_marks_, {});
  const char* const keep_kind = std::exchange(deferred_, kind);
  const bool was_dirty = dirty_;
  const int dirty_top = std::exchange(dirty_top_, 0);
  has_deferred_ = true;
  next_slot_ = floor_ = first;
  alias_in_use_ = alias_pool_.size();
  const Operand height = variable_slot();
  emit(Opc::Mark, height);
  body_heights_.push_back(height);
  Loop barrier{};
  barrier.kind = LoopRange::Deferred;
  loops_.push_back(&barrier);
  const auto keep_info = info_;
  const auto keep_line = line_;
  body_in_scope(body);
  info_ = keep_info;
  line_ = keep_line;
  loops_.pop_back();
  body_heights_.pop_back();
  emit(Opc::EndBlock, height);
  reserved_.resize(static_cast<std::size_t>(max_slot_));
  std::fill(reserved_.begin() + first, reserved_.end(), true);
  LoopRange range{};
  range.begin = begin;
  range.end = here();
  range.label = kind;
  range.kind = LoopRange::Deferred;
  proto_->loops.push_back(range);
  sort_result_ = keep_sort;
  eval_exits_ = exits;
  open_marks_ = marks;
  deferred_ = keep_kind;
  alias_in_use_ = keep_aliases;
  next_slot_ = keep_next;
  floor_ = keep_floor;
  dirty_ = was_dirty;
  dirty_top_ = dirty_top;
  place_label(end);
  proto_->lines.push_back({here(), line_, info_});
}

std::string Compiler::cannot_leave(std::string_view word) const {
  return "Can't \"" + std::string(word) + "\" out of a \"" + deferred_ + "\" block";
}

// A returned variable's value is taken from its slot: not while a deferred block may look at it.
Compiler::Operand Compiler::copied(Operand value) {
  if (value & kConst) return value;
  const Operand t = temp();
  emit(Opc::Copy, t, value);
  return t;
}

void Compiler::anon_list(Node* node, Operand dst, Opc op) {
  Operand m = anon_items(node);
  emit(op, dst, m);
}
// The result in a slot behind those that the items need.
Compiler::Operand Compiler::anon_list_in_new(Node* node, Opc op) {
  mark_node(node);
  const Operand m = anon_items(node), dst = temp();
  emit(op, dst, m);
  return dst;
}
Compiler::Operand Compiler::anon_items(Node* node) {
  Operand m = temp();
  emit(Opc::Mark, m);
  open_marks_.push_back(m);
  list_kids(node->first, ListMode::Copy);
  open_marks_.pop_back();
  mark_node(node);
  return m;
}

namespace {
// `\(LIST)` refers to each of these's items.
bool gives_items(const Node* n) {
  switch (n->kind) {
    case NodeKind::ArrayVar:
    case NodeKind::HashVar:
    case NodeKind::Map:
    case NodeKind::Grep:
    case NodeKind::Sort:
    case NodeKind::Range: return true;
    case NodeKind::Deref: return n->iv == '@' || n->iv == '%';
    default: return false;
  }
}
}  // namespace

// \(LIST) in scalar context: a reference to the last item.
void Compiler::reference_to_last(Node* items, Operand dst) {
  Operand m = temp();
  emit(Opc::Mark, m);
  open_marks_.push_back(m);
  list(items, ListMode::Alias);
  open_marks_.pop_back();
  emit(Opc::MakeRefs, m);
  emit(Opc::LastOf, dst, m);
}

void Compiler::reference_to(Node* kid, Operand dst) {
  while (kid->kind == NodeKind::List && kid->first && !kid->first->next && !gives_items(kid->first))
    kid = kid->first;
  Value literal;
  if (readonly_literal(kid, &literal)) {
    const std::uint32_t c = readonly_constant(literal);
    Value& held = proto_->consts[c];
    held = Value::ref(held.box);
    emit(Opc::Copy, dst, load_indexed(c));
    return;
  }
  if (gives_shared(kid)) {
    const Operand t = temp();
    into(kid, t);
    emit(Opc::Share, t);
    emit(Opc::RefTo, dst, t, 1);
    return;
  }
  if (kid->kind == NodeKind::List && kid->has(Paren) && kid->first &&
      !kid->first->next) {  // \(@a): its last element
    reference_to_last(kid, dst);
    return;
  }
  mark_node(kid);
  switch (kid->kind) {
    case NodeKind::ArrayVar: emit(Opc::RefTo, dst, array_reg(kid, true)); return;
    case NodeKind::HashVar: emit(Opc::RefTo, dst, hash_reg(kid, true)); return;
    case NodeKind::Deref:
      if (kid->iv == '@') {
        emit(Opc::RefTo, dst, array_reg(kid, true));
        return;
      }
      if (kid->iv == '%') {
        emit(Opc::RefTo, dst, hash_reg(kid, true));
        return;
      }
      if (kid->iv == '&' && !kid->first->next) {
        Operand v = rv(kid->first);
        emit(Opc::CodeRefOf, dst, v, strict_flags());
        return;
      }
      if (kid->iv == '*') {
        Operand t = temp();
        symbol(kid, t);
        emit(Opc::RefTo, dst, t);
        return;
      }
      break;
    case NodeKind::CodeVar:
      if (kid->decl) emit(Opc::Copy, dst, slot_of(kid->decl));
      else emit(Opc::CodeOfGlob, dst, link(kid->text), 0);
      return;
    case NodeKind::GlobVar: {
      Operand t = temp();
      symbol(kid, t);
      emit(Opc::RefTo, dst, t);
      return;
    }
    case NodeKind::My: {
      declare(kid);
      if (kid->first && !kid->first->next && !kid->has(Paren)) return reference_to(kid->first, dst);
      break;
    }
    case NodeKind::Local: local_node(kid->first, false); return reference_to(kid->first, dst);
    case NodeKind::AnonSub: {
      Operand t = temp();
      closure(kid, t);
      emit(Opc::RefTo, dst, t, 1);
      return;
    }
    case NodeKind::List: {
      if (!kid->first) {
        emit(Opc::LoadUndef, dst);
        return;
      }
      Node* k = kid->first;
      Value literal;
      for (; k->next; k = k->next)
        if (!constant_value(k, &literal)) effect(k);
      return reference_to(k, dst);
    }
    case NodeKind::DoBlock:
      if (Node* only = only_expression(kid)) return reference_to(only, dst);
      break;
    case NodeKind::Ternary: {
      Label otherwise, end;
      Node* const chosen = kid->first->next;
      jump_if(kid->first, false, otherwise);
      reference_to(chosen, dst);
      emit_jump(Opc::Jump, end);
      place_label(otherwise);
      reference_to(chosen->next, dst);
      place_label(end);
      return;
    }
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor:
    case NodeKind::ScalarVar:
    case NodeKind::Index:
    case NodeKind::HashIndex:
    case NodeKind::Assign:
    case NodeKind::PreInc:
    case NodeKind::PreDec:
    case NodeKind::OpAssign: {
      Operand s;
      if (kid->kind == NodeKind::Assign && kid->has(ListAssign)) break;
      if (kid->kind == NodeKind::HashIndex && is_glob(kid->first)) break;
      if (is_lexical_scalar(kid, &s)) {
        emit(Opc::RefTo, dst, s, 1);
        return;
      }
      if (kid->kind == NodeKind::ScalarVar) {
        std::string_view name = kid->decl ? kid->decl->our_name : kid->text;
        if (name == "main::_") emit(Opc::TopicRef, dst);
        else emit(Opc::GvRef, dst, link(name));
        return;
      }
      Operand p = place(kid);
      emit(Opc::RefTo, dst, p, 1);
      return;
    }
    case NodeKind::Func: {
      auto id = static_cast<BuiltinId>(kid->iv);
      if (id == BuiltinId::k_substr || id == BuiltinId::k_pos || id == BuiltinId::k_vec ||
          id == BuiltinId::k_shift || id == BuiltinId::k_pop) {
        Operand p = place(kid);
        emit(Opc::RefTo, dst, p, 1);
        return;
      }
      break;
    }
    default: break;
  }
  if (kid->kind == NodeKind::Deref && kid->iv == '$') {
    Operand p = place(kid);
    emit(Opc::RefTo, dst, p, 1);
    return;
  }
  if (kid->kind == NodeKind::Call || kid->kind == NodeKind::Method ||
      kid->kind == NodeKind::Slice || kid->kind == NodeKind::HashSlice ||
      kid->kind == NodeKind::KvSlice || kid->kind == NodeKind::KvHashSlice) {
    reference_to_last(kid, dst);
    return;
  }
  Operand t = temp();
  into(kid, t);
  emit(Opc::RefToTemp, dst, t);
}

FuncProto* Compiler::inner_function(Node* node) {
  Compiler inner(vm_, node->function, arena_);
  inner.info_ = info_;
  FuncProto* p = inner.compile();
  proto_->functions.push_back(p);
  for (auto& c : p->captures) {
    c.index = slot_of(c.decl);
    c.from_parent_slot = true;
  }
  mark_node(node);
  return p;
}

// A format exists from its compilation on.
void Compiler::format_definition(Node* node) {
  FuncProto* p = inner_function(node);
  p->around = proto_;
  const unsigned glob = link(node->text);
  Code* code = Code::make();
  code->proto = p;
  p->retain();
  code->home = p->home;
  for (const auto& c : p->captures) code->captures.push_back(vm_.fresh_cell(c.sigil));
  for (const auto& c : p->state_vars) code->captures.push_back(vm_.fresh_cell(c.sigil));
  Code* old = std::exchange(proto_->globs[glob]->body->format, code);
  if (old) old->release();
  emit(Opc::BindFormat, static_cast<unsigned>(proto_->functions.size() - 1), glob);
}

// A line with ~~ asks for its values again and again (perlform "Repeating Format Lines").
void Compiler::formline(Node* node, Operand dst) {
  Label again;
  const Operand result = temp();
  place_label(again);
  emit(Opc::Safepoint);
  generic_builtin(node, Ctx::Scalar, result);
  emit_jump(Opc::JumpUndef, again, result);
  if (dst != kNone) emit(Opc::Copy, dst, result);
}

// The variable of this function that sub () { $x } gives.
const VarDecl* Compiler::constant_variable(const FunctionScope* function) const {
  const Node* s = function->body->first;
  if (!function->has_prototype || !function->prototype.empty() || !s || s->next) return nullptr;
  const Node* e = strip(s->kind == NodeKind::Statement ? s->first : s);
  const bool own = e && e->kind == NodeKind::ScalarVar && e->decl && e->decl->owner == fn_ &&
                   e->decl->kind == DeclKind::My;
  return own ? e->decl : nullptr;
}

void Compiler::closure(Node* node, Operand dst) {
  FuncProto* p = inner_function(node);
  if (const VarDecl* variable = constant_variable(node->function))
    p->constant = variable->modified ? FuncProto::Constant::Refused : FuncProto::Constant::Yes;
  // One that captures nothing is made once; a constant of its own keeps it.
  bool has_state = false;
  for (auto& s : p->state_vars) has_state = has_state || s.decl;
  Operand keep = 0;
  if (p->captures.empty() && !has_state && !node->function->has_string_eval &&
      proto_->consts.size() < 0x7ffe) {
    proto_->consts.emplace_back();
    keep = static_cast<Operand>((proto_->consts.size() - 1) | kConst);
  }
  emit(Opc::MakeClosure, dst, static_cast<unsigned>(proto_->functions.size() - 1), keep);
}

}  // namespace perlipc
