// Statements: blocks, conditions, loops, try, loop control, return.
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/vm.h"
#include <algorithm>

namespace perlipc {

void Compiler::statements(Node* first, bool tail) {
  for (Node* s = first; s; s = s->next) {
    bool last = tail;
    if (tail) {  // only Nops may follow the tail statement
      for (Node* t = s->next; t && last; t = t->next) {
        const Node* inner = t->kind == NodeKind::Statement ? t->first : t;
        if (inner && inner->kind != NodeKind::Nop && inner->kind != NodeKind::SubDef &&
            inner->kind != NodeKind::FormatDef)
          last = false;
      }
    }
    const int before = floor_;
    statement(s, last);
    if (!s->next && !scopes_.empty() && declares_from_call(s)) scopes_.back().late_slot = before;
  }
}

// my VARIABLES = what a sub returns. As the last statement of a block it keeps what it got for as
// long as perl keeps temporaries: the other variables of the block go first.
bool Compiler::declares_from_call(const Node* statement) {
  const Node* n = statement->kind == NodeKind::Statement ? statement->first : statement;
  if (!n || n->kind != NodeKind::Assign || n->first->kind != NodeKind::My) return false;
  const Node* value = n->first->next;
  const auto calls = [](const Node* v) {
    return v->kind == NodeKind::Call || v->kind == NodeKind::Method;
  };
  if (value->kind != NodeKind::List) return calls(value);
  for (value = value->first; value; value = value->next)
    if (calls(value)) return true;
  return false;
}

void Compiler::statement(Node* node, bool tail) {
  const Node* looped = nullptr;  // EXPR of `EXPR for LIST`
  const bool outermost = std::exchange(in_statement_, true) == false;
  struct Leave {
    bool& flag;
    bool outermost;
    ~Leave() { flag = !outermost; }
  } const leave{in_statement_, outermost};
  if (node->kind == NodeKind::Statement) {
    statement_line(node);
    if (outermost) outer_line_ = line_, outer_info_ = info_;
    if (tainting_) emit(Opc::TaintClear);
    std::string_view label = node->text;
    const Node* inner = node->first;
    if (label.empty() && inner &&
        (inner->kind == NodeKind::While || inner->kind == NodeKind::CFor ||
         inner->kind == NodeKind::Foreach || inner->kind == NodeKind::BareBlock))
      label = inner->text;  // a loop's label is a target of goto as well
    if (!label.empty()) {
      proto_->labels.push_back({std::string(label), here(),
                                scopes_.empty() ? 0 : scopes_.back().number,
                                !open_marks_.empty() || !body_heights_.empty()});
      for (Scope& s : scopes_) s.has_label = true;
    }
    node = node->first;
    if (!node) return;
    if (ties_declared(node)) reserve_declared(node);
    if (node->has(Modifier) && node->kind == NodeKind::While) looped = node->first->next;
    if (node->has(Modifier) && node->kind == NodeKind::Foreach) looped = node->first->next->next;
    reserve_declared(looped);
    if (!scopes_.empty() && scopes_.back().block && scopes_.back().block->vars)
      reserve_conditional(node, false);
  }
  std::size_t aliases = alias_in_use_;
  const Inner inner(*this);
  compound(node, tail);
  renew_declared(looped);  // its variables were those of a round
  alias_in_use_ = aliases;
  // What gives a block its value is part of the statement around the block.
  if (tail && tail_ctx_ != Ctx::Void) clear_temporaries();
  else end_statement();
}

void Compiler::compound(Node* node, bool tail) {
  switch (node->kind) {
    case NodeKind::Nop:
    case NodeKind::PackageDef:
      if (node->kind == NodeKind::PackageDef && node->first) block(node->first, tail);
      return;
    case NodeKind::FormatDef: return format_definition(node);
    case NodeKind::SubDef:
      if (node->decl && node->first && node->first->kind == NodeKind::AnonSub) {
        Operand s = slots_.count(node->decl) ? slot_of(node->decl) : variable_slot();
        give_slot(node->decl, s);
        emit(Opc::NewBox, s);
        closure(node->first, s);
      }
      return;
    case NodeKind::Block: return block(node, tail);
    case NodeKind::If: return if_statement(node, tail);
    case NodeKind::While:
    case NodeKind::CFor:
    case NodeKind::Foreach: {
      const bool valued = tail && tail_ctx_ != Ctx::Void && sort_result_ == kNone;
      if (node->kind == NodeKind::While) return while_statement(node, valued);
      if (node->kind == NodeKind::CFor) cfor_statement(node);
      else foreach_statement(node);
      if (valued) loop_value(const_str(""));
      return;
    }
    case NodeKind::BareBlock: return bare_block(node, tail);
    case NodeKind::Try: return try_statement(node, tail);
    case NodeKind::Defer: return deferred_block(node->first, "defer");
    case NodeKind::Given: return given_statement(node, tail);
    case NodeKind::When:
    case NodeKind::Default: return when_statement(node, tail);
    case NodeKind::Return: mark_node(node); return return_statement(node);
    default: break;
  }
  if (!tail || tail_ctx_ == Ctx::Void) return effect(node);
  switch (tail_ctx_) {
    case Ctx::Return: return return_value(node);
    case Ctx::Scalar: return tail_as_called_ ? value_as_called(node) : into(node, result_slot_);
    case Ctx::List: return list(node, ListMode::Copy);
    default: return effect(node);
  }
}

void Compiler::body_in_scope(Node* body, bool tail, MatchScope matches) {
  if (body->kind == NodeKind::Block) {
    open_scope(body->scope, matches);
    statements(body->first, tail);
    close_scope();
  } else {
    statement(body, tail);
  }
}
void Compiler::block(Node* node, bool tail) { body_in_scope(node, tail); }

// The value of `if` without else as last statement is its condition when that decides.
void Compiler::if_statement(Node* node, bool tail) {
  Node* cond = node->first;
  Node* then = cond->next;
  Node* otherwise = then ? then->next : nullptr;
  bool want_value = tail && tail_ctx_ != Ctx::Void;
  Label else_label, end;
  // A variable declared in the condition lives as long as the block around the `if`.
  const bool declares = node->scope != nullptr && !node->has(Modifier) && node->scope->vars;
  const bool scoped = node->scope != nullptr && !node->has(Modifier) && node->scope->has_local;
  if (declares) reserve_declared(cond);
  if (scoped) {
    // A match in the condition belongs to the code around: $1 is still there after the `if`.
    bool has_match = node->scope->has_match;
    node->scope->has_match = false;
    open_scope(node->scope);
    node->scope->has_match = has_match;
  }
  mark_node(node);
  const int calls = calls_;
  int floor = floor_;
  // Temporaries of a condition that calls live as long as the statement (vm_temporaries.cpp), the
  // variables that it declares as long as the block.
  const auto hold = [&] {
    floor = floor_;
    return floor_ = std::max(next_slot_, dirty_top_);
  };
  const auto let_go = [&](int held) {
    if (floor_ != held) return;  // variables were declared above them
    floor_ = floor;
    dirty_ = true;
    dirty_top_ = std::max(dirty_top_, held);
  };
  if (want_value && !otherwise) {
    Operand value = temp();
    into(cond, value);
    emit_jump(node->has(Negated) ? Opc::JumpTrue : Opc::JumpFalse, else_label, value);
    const bool holds = calls_ > calls;
    const int held = holds ? hold() : 0;
    if (!holds) clear_range(floor_, next_slot_);
    body_in_scope(then, true);
    if (holds) let_go(held);
    emit_jump(Opc::Jump, end);
    place_label(else_label);
    if (tail_ctx_ == Ctx::Return) emit_return(Opc::ReturnScalar, value);
    else if (tail_ctx_ == Ctx::Scalar) emit(Opc::Copy, result_slot_, value);
    else push_operand(value, false);
    place_label(end);
    if (scoped) close_scope();
    return;
  }
  std::size_t aliases = alias_in_use_;
  jump_if(cond, node->has(Negated), else_label);
  alias_in_use_ = aliases;
  const bool holds = calls_ > calls;
  const int held = holds ? hold() : 0;
  bool had_temps = dirty_ && next_slot_ > floor_;
  int temps_from = floor_, temps_to = next_slot_;
  if (had_temps) clear_range(temps_from, temps_to);
  next_slot_ = floor_;
  dirty_ = false;
  if (then->kind == NodeKind::Block) body_in_scope(then, tail);
  else compound(then, tail), clear_temporaries();
  if (otherwise || had_temps) emit_jump(Opc::Jump, end);
  place_label(else_label);
  if (had_temps) clear_range(temps_from, temps_to);
  if (otherwise) {
    if (otherwise->kind == NodeKind::Block) body_in_scope(otherwise, tail);
    else if (otherwise->kind == NodeKind::Statement) statement(otherwise, tail);
    else {
      if (otherwise->kind == NodeKind::If && otherwise->line) {
        line_ = otherwise->line;
        proto_->lines.push_back({here(), line_, info_});
      }
      compound(otherwise, tail);
      clear_temporaries();
    }
  } else if (tail && tail_ctx_ == Ctx::Scalar) {
    emit(Opc::LoadUndef, result_slot_);
  }
  place_label(end);
  if (holds) let_go(held);
  if (scoped) close_scope();
}

// --- loops ------------------------------------------------------------------------------------

void Compiler::bare_block(Node* node, bool tail) {
  Node* body = node->first;
  Node* cont = body->next;
  Label next, last, redo;
  Loop loop{};
  begin_loop(loop, node->text, &next, &last, &redo);
  keep_loop_match(loop, node);
  std::uint32_t begin = here();
  int first = next_slot_;
  const std::uint32_t line = line_;
  auto info = info_;
  begin_body(loop);
  place_label(redo);
  const bool has_continue = cont && cont->kind != NodeKind::Nop;
  body_in_scope(body, tail && !has_continue, body_matches(cont));
  place_label(next);
  if (has_continue) body_in_scope(cont);
  loops_.pop_back();
  place_label(last);
  end_loop_range(loop, begin, first, kNone);
  if (info_ == info) return;
  // What happens behind the block happens under the pragmas of the statement around it.
  line_ = line;
  info_ = info;
  proto_->lines.push_back({here(), line_, info_});
}

void Compiler::try_statement(Node* node, bool tail) {
  Node* body = node->first;
  Node* handler = body->next;
  Node* finally = handler ? handler->next : nullptr;
  Label catch_label, end;
  open_scope(nullptr);
  scopes_.back().save_slot = variable_slot();
  emit(Opc::SaveMark, scopes_.back().save_slot);
  scopes_.back().save_begin = here();
  if (finally) deferred_block(finally, "finally");
  const Operand match_copy = matches(body) ? variable_slot() : kNone;
  if (match_copy != kNone) emit(Opc::CopyRaw, match_copy, proto_->match_slot);
  // $@ is local to the whole statement (perlsyn "Try Catch Exception Handling").
  emit(Opc::LocalScalar, link("main::@"));
  emit_jump(Opc::EvalEnter, catch_label, static_cast<unsigned>(next_slot_), 1);
  ++eval_depth_;
  ++try_depth_;
  body_in_scope(body, tail);
  --try_depth_;
  --eval_depth_;
  emit(Opc::EvalLeave);
  emit_jump(Opc::Jump, end);
  place_label(catch_label);
  if (match_copy != kNone) emit(Opc::CopyRaw, proto_->match_slot, match_copy);
  if (handler && handler->kind == NodeKind::Block) {
    open_scope(nullptr);
    if (node->decl) {
      Operand s = variable_slot();
      give_slot(node->decl, s);
      if (node->decl->captured) emit(Opc::NewBox, s);
      emit(Opc::CatchValue, s);
    }
    body_in_scope(handler, tail);
    close_scope();
  }
  place_label(end);
  close_scope();
}

// --- leaving ------------------------------------------------------------------------------------

namespace {
// What jumps over the right side of a logical operator when the left one decides.
Opc logical_jump(const Node* node) {
  return node->kind == NodeKind::LogAnd  ? Opc::JumpFalse
         : node->kind == NodeKind::LogOr ? Opc::JumpTrue
                                         : Opc::JumpDefined;
}
}  // namespace

// What goes with a sub's variables goes under the pragmas, and on the line, of its outermost statement.
void Compiler::emit_return(Opc op, unsigned a, unsigned b) {
  const bool nested = outer_line_ != 0 && (line_ != outer_line_ || info_ != outer_info_);
  if (!nested) {
    emit(op, a, b);
    return;
  }
  if (waits_ || printed_at_ != 0) meet_signals();
  proto_->lines.push_back({here(), outer_line_, outer_info_});
  emit(op, a, b);
  proto_->lines.push_back({here(), line_, info_});
}

// Returns the value of an expression in the context of the running sub.
void Compiler::return_statement(Node* node) {
  if (fn_->is_program && sort_result_ == kNone && eval_exits_.empty() && !deferred_) {
    if (node->first) effect(node->first);
    emit(Opc::DieText, constant_name("Can't return outside a subroutine"));
    return;
  }
  const Ctx keep = tail_ctx_;
  tail_ctx_ = Ctx::Return;
  return_value(node->first);
  tail_ctx_ = keep;
}

void Compiler::return_value(Node* node) {
  if (!eval_exits_.empty()) return leave_eval(node);
  if (sort_result_ != kNone) {  // return in a sort block ends the comparison
    if (node) into(node, sort_result_);
    else emit(Opc::LoadUndef, sort_result_);
    leave_scopes(sort_scopes_);  // VM::sort_block drops the lists and saves of loops around it
    emit(Opc::EndBlock, sort_result_);
    return;
  }
  if (deferred_) fail(node, cannot_leave("return"));
  if (!node || (node->kind == NodeKind::List && !node->first)) {
    emit_return(Opc::ReturnEmpty);
    return;
  }
  while (node->kind == NodeKind::List && node->first && !node->first->next) node = node->first;
  switch (node->kind) {
    case NodeKind::Ternary: {
      Label otherwise;
      Node* cond = node->first;
      jump_if(cond, false, otherwise);
      return_value(cond->next);
      place_label(otherwise);
      return_value(cond->next->next);
      return;
    }
    case NodeKind::Call:
      if (!is_list_expr(node)) break;
      [[fallthrough]];
    case NodeKind::Method: in_context(node, Ctx::Return, kNone); return;
    case NodeKind::DoBlock: {
      Ctx keep = tail_ctx_;
      tail_ctx_ = Ctx::Return;
      open_scope(node->first->scope);
      statements(node->first->first, true);
      emit_return(Opc::ReturnEmpty);
      close_scope(false);
      tail_ctx_ = keep;
      return;
    }
    case NodeKind::Foreach:
    case NodeKind::While:
    case NodeKind::CFor:
      compound(node, false);
      emit_return(Opc::ReturnEmpty);
      return;
    case NodeKind::Return:
    case NodeKind::LoopControl:
    case NodeKind::Goto: effect(node); return;
    default: break;
  }
  if (proto_->lvalue) {
    Operand mark = temp();
    emit(Opc::Mark, mark);
    open_marks_.push_back(mark);
    auto id = node->kind == NodeKind::Func ? static_cast<builtin::BuiltinId>(node->iv)
                                           : builtin::BuiltinId{};
    if (node->kind == NodeKind::Func &&
        (id == builtin::BuiltinId::k_substr || id == builtin::BuiltinId::k_vec ||
         id == builtin::BuiltinId::k_pos))
      emit(Opc::PushSlot, place(node));
    else list(node, ListMode::Returned);
    open_marks_.pop_back();
    const bool array =
        node->kind == NodeKind::ArrayVar || (node->kind == NodeKind::Deref && node->iv == '@');
    const bool hash =
        node->kind == NodeKind::HashVar || (node->kind == NodeKind::Deref && node->iv == '%');
    emit(Opc::ReturnLvalue, mark, array ? kReturnsArray : hash ? kReturnsHash : kReturnsAny);
    return;
  }
  if (!is_list_expr(node)) {
    Operand v = rv(node);
    if (has_deferred_) v = copied(v);
    emit_return(Opc::ReturnScalar, v);
    return;
  }
  if (node->kind == NodeKind::LogAnd || node->kind == NodeKind::LogOr ||
      node->kind == NodeKind::LogDor) {  // the right side is what the caller's context is for
    Label left;
    const Operand v = temp();
    into(node->first, v);
    emit_jump(logical_jump(node), left, v);
    return_value(node->first->next);
    place_label(left);
    emit_return(Opc::ReturnScalar, v);
    return;
  }
  Label list_label;
  int keep_next = next_slot_;
  const Node* last = node;
  while (last->kind == NodeKind::List && last->first)
    for (last = last->first; last->next;) last = last->next;
  const Node* const keep_returned = std::exchange(returned_, last);
  emit_jump(Opc::JumpWant, list_label, static_cast<unsigned>(Want::List));
  const std::uint32_t scalar_begin = here();
  const std::size_t declared = declared_.size();
  Operand v = rv(node);
  if (has_deferred_) v = copied(v);
  emit_return(Opc::ReturnScalar, v);
  end_copy(scalar_begin, declared);
  place_label(list_label);
  const std::uint32_t scalar_end = here();
  next_slot_ = std::max(keep_next, floor_);  // a variable declared in the expression keeps its slot
  Operand mark = temp();
  emit(Opc::Mark, mark);
  open_marks_.push_back(mark);
  list(node, ListMode::Copy);
  open_marks_.pop_back();
  returned_ = keep_returned;
  emit_return(Opc::ReturnList, mark);
  proto_->copies.push_back({scalar_end, here(), {}});
}

// The variables of its blocks are declared anew in the next copy of the expression.
void Compiler::end_copy(std::uint32_t begin, std::size_t declared) {
  CodeCopy copy{begin, here(), {}};
  for (; declared < declared_.size(); ++declared) {
    const auto known = slots_.find(declared_[declared]);
    if (known == slots_.end() || known->second < floor_ ||
        !is_unreserved(known->second, known->second + 1))
      continue;
    copy.slots.push_back(*known);
    slots_.erase(known);
  }
  proto_->copies.push_back(std::move(copy));
}

// The value of an eval block that is what its sub returns, into result_slot_; compiled for scalar
// context, what it calls is called as the sub was.
void Compiler::value_as_called(Node* node) {
  node = strip(node);
  switch (node->kind) {
    case NodeKind::Ternary: {
      Label otherwise, end;
      Node* const chosen = node->first->next;
      jump_if(node->first, false, otherwise);
      value_as_called(chosen);
      emit_jump(Opc::Jump, end);
      place_label(otherwise);
      value_as_called(chosen->next);
      place_label(end);
      return;
    }
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor: {
      if (!is_list_expr(node)) break;
      Label end;
      const Operand v = temp();
      into(node->first, v);
      emit(Opc::Copy, result_slot_, v);
      emit_jump(logical_jump(node), end, v);
      value_as_called(node->first->next);
      place_label(end);
      return;
    }
    case NodeKind::DoBlock: return value_of_block(node->first, Ctx::Scalar, result_slot_, true);
    case NodeKind::Call:
    case NodeKind::Method: {
      Label unwanted, end;
      emit_jump(Opc::JumpWant, unwanted, static_cast<unsigned>(Want::Void));
      const std::uint32_t wanted_begin = here();
      const std::size_t declared = declared_.size();
      into(node, result_slot_);
      emit_jump(Opc::Jump, end);
      end_copy(wanted_begin, declared);
      place_label(unwanted);
      const std::uint32_t wanted_end = here();
      in_context(node, Ctx::Void, kNone);
      place_label(end);
      proto_->copies.push_back({wanted_end, here(), {}});
      return;
    }
    default: break;
  }
  const Node* const keep = std::exchange(returned_, node);
  into(node, result_slot_);
  returned_ = keep;
}

// perlfunc wantarray: the context of the running sub or of the eval around it.
void Compiler::wantarray(Operand dst) {
  const Ctx want = !eval_exits_.empty()    ? eval_exits_.back().want
                   : sort_result_ != kNone ? Ctx::Void
                                           : Ctx::Return;
  if (want == Ctx::Return) emit(Opc::Wantarray, dst);
  else if (want == Ctx::Void) emit(Opc::LoadUndef, dst);
  else emit(Opc::Copy, dst, constant(Value::boolean(want == Ctx::List)));
}

// `return` in an eval block leaves that block only, with the value in the eval's context.
void Compiler::leave_eval(Node* node) {
  const EvalExit exit = eval_exits_.back();
  if (exit.ctx == Ctx::List) {
    Operand from = temp();
    emit(Opc::Mark, from);
    open_marks_.push_back(from);
    if (node) list(node, ListMode::Copy);
    open_marks_.pop_back();
    emit(Opc::MoveDown, from, exit.mark);
  } else {
    if (exit.ctx == Ctx::Scalar) {
      if (node && exit.want == Ctx::Return) {
        const Operand keep = std::exchange(result_slot_, exit.work);
        value_as_called(node);
        result_slot_ = keep;
      } else if (node) into(node, exit.work);
      else emit(Opc::LoadUndef, exit.work);
    } else if (node) {
      if (node->kind == NodeKind::Call || node->kind == NodeKind::Method)
        in_context(node, Ctx::Void, kNone);
      else into(node, temp());
    }
    if (open_marks_.size() > exit.open_marks) emit(Opc::PopTo, open_marks_[exit.open_marks]);
  }
  leave_scopes(exit.scope_depth);
  for (int i = eval_depth_; i > exit.eval_depth; --i) emit(Opc::EvalLeave);
  emit_jump(Opc::Jump, *exit.leave);
}

void Compiler::goto_statement(Node* node) {
  mark_node(node);
  if (node->has(Ampersand)) {
    if (deferred_) fail(node, cannot_leave("goto"));
    Node* target = node->first;
    Operand t = temp();
    if (target->kind == NodeKind::CodeVar && !target->decl)
      emit(Opc::CodeOfGlob, t, link(target->text), 1);
    else if (target->kind == NodeKind::CodeVar) emit(Opc::Copy, t, slot_of(target->decl));
    else if (target->kind == NodeKind::Deref) into(target->first, t);
    else into(target, t);
    proto_->reads_args_only = false;
    emit(Opc::GotoSub, t);
    return;
  }
  emit(Opc::Safepoint);  // it may be a loop's way back
  if (node->first) {
    Operand v = rv(node->first);
    emit(Opc::GotoValue, v);
    return;
  }
  emit(Opc::GotoLabel, constant_name(node->text));
  PendingGoto& jump = gotos_.emplace_back();
  jump.label = node->text;
  jump.pc = here();
  jump.where = ending(node);
  for (const Scope& s : scopes_) jump.scopes.emplace_back(s.number, s.save_slot);
  emit_extension(UINT32_MAX);
}

}  // namespace perlipc
