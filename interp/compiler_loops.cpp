// Loops: while, C-style for, foreach in its forms, loop control.
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/loop_body.h"
#include "interp/vm.h"
#include <algorithm>

namespace perlipc {

namespace {
bool declares(const Node* n) {
  if (!n || n->kind == NodeKind::AnonSub) return false;
  if (n->kind == NodeKind::My) return true;
  for (const Node* k = n->first; k; k = k->next)
    if (declares(k)) return true;
  return false;
}
}  // namespace

void Compiler::begin_loop(Loop& loop, std::string_view label, Label* next, Label* last,
                          Label* redo) {
  loop.label = label;
  loop.next = next;
  loop.last = last;
  loop.redo = redo;
  loop.scope_depth = loop.body_scope_depth = scopes_.size();
  loop.open_marks = loop.body_marks = open_marks_.size();
  loop.eval_depth = eval_depth_;
  loop.try_depth = try_depth_;
  loop.pseudo = false;
  loops_.push_back(&loop);
  begin_body(loop);
}
void Compiler::begin_body(Loop& loop) {
  loop.body_pc = here();
  loop.body_calls = calls_;
}

bool Compiler::calls_in(const Node* n) {
  if (!n || n->kind == NodeKind::AnonSub) return false;
  if (n->kind == NodeKind::Call || n->kind == NodeKind::Method || n->kind == NodeKind::CodeVar ||
      (n->kind == NodeKind::Deref && n->iv == '&') ||
      (n->kind == NodeKind::Func &&
       static_cast<builtin::BuiltinId>(n->iv) == builtin::BuiltinId::k_eval))
    return true;
  for (const Node* k = n->first; k; k = k->next)
    if (calls_in(k)) return true;
  return false;
}
// Ends the temporaries that what follows left when it ran the last time round.
void Compiler::end_round() { emit(Opc::EndStatement, 0, 0, 0); }

void Compiler::end_loop_range(const Loop& loop, std::uint32_t begin, int first_slot,
                              Operand save_slot) {
  LoopRange r{};
  r.begin = begin;
  r.end = here();
  r.label = std::string(loop.label);
  r.next_pc = loop.next ? static_cast<std::uint32_t>(loop.next->pc) : 0;
  r.last_pc = static_cast<std::uint32_t>(loop.last->pc);
  r.redo_pc = loop.redo ? static_cast<std::uint32_t>(loop.redo->pc) : 0;
  r.kind = loop.kind;
  r.first_slot = static_cast<std::uint16_t>(first_slot);
  r.sp_slot = body_heights_.empty() ? kNone : body_heights_.back();
  r.match_copy = loop.match_copy;
  proto_->loops.push_back(r);
  if (loop.match_copy != kNone) emit(Opc::CopyRaw, proto_->match_slot, loop.match_copy);
  // What the loop saves itself, its variable, goes back when it ends: it begins before the loop.
  if (save_slot != kNone) proto_->save_ranges.push_back({begin - 1, r.end, save_slot});
}

void Compiler::jump_out(Loop& loop, char kind) {
  bool out = kind == 'l';
  leave_scopes(out ? loop.scope_depth : loop.body_scope_depth);
  for (int i = eval_depth_; i > loop.eval_depth; --i) emit(Opc::EvalLeave);
  std::size_t keep = out ? loop.open_marks : loop.body_marks;
  if (open_marks_.size() > keep) emit(Opc::PopTo, open_marks_[keep]);
  if (!out && loop.match_copy != kNone) emit(Opc::CopyRaw, proto_->match_slot, loop.match_copy);
  Label* target = kind == 'l' ? loop.last : kind == 'r' ? loop.redo : loop.next;
  if (calls_ > loop.body_calls) {
    const int calls = calls_;
    end_calls(loop.body_pc, loop.body_calls - 2);  // -2: never the last of one call
    calls_ = calls;
  }
  if (kind == 'r') emit(Opc::Safepoint);  // the other two meet one on their way round
  emit_jump(Opc::Jump, *target);
}

void Compiler::loop_control(Node* node) {
  char kind = static_cast<char>(node->iv);
  mark_node(node);
  if (kind == 'd') refuse(node, "dump");
  if (kind == 'b' || kind == 'c') return leave_topic(node, kind);
  if (node->first) {
    emit(Opc::DynamicLoop, static_cast<unsigned>(kind), rv(node->first));
    return;
  }
  for (std::size_t i = loops_.size(); i-- > 0;) {
    Loop& loop = *loops_[i];
    if (loop.kind == LoopRange::Given || loop.kind == LoopRange::When) continue;
    if (loop.kind == LoopRange::Deferred)
      fail(node, cannot_leave(kind == 'n' ? "next" : kind == 'l' ? "last" : "redo"));
    if (loop.pseudo) {
      if (loop.of_sort) {
        emit(Opc::WarnExiting, static_cast<unsigned>(kind), 1);
        const char* word = kind == 'n' ? "next" : kind == 'l' ? "last" : "redo";
        emit(Opc::DieText,
             constant_name(node->text.empty()
                               ? std::string("Can't \"") + word + "\" outside a loop block"
                               : std::string("Label not found for \"") + word + " " +
                                     std::string(node->text) + "\""));
        return;
      }
      if (loop.next == nullptr) break;  // map block: found at run time
      continue;
    }
    if (!node->text.empty() && node->text != loop.label) continue;
    for (int n = (eval_depth_ - try_depth_) - (loop.eval_depth - loop.try_depth); n > 0; --n)
      emit(Opc::WarnExiting, static_cast<unsigned>(kind), 0);
    return jump_out(loop, kind);
  }
  emit(Opc::DynamicLoop, static_cast<unsigned>(kind),
       node->text.empty() ? static_cast<unsigned>(kNone) : constant_name(node->text));
}

// A loop's condition is compiled after the body: its variables get their slots here.
void Compiler::reserve_variables(BlockScope* scope) {
  for (VarDecl* d = scope ? scope->vars : nullptr; d; d = d->next)
    if (d->kind == DeclKind::My && !slots_.count(d)) give_slot(d, variable_slot());
}

// Whether the jump that `cond` becomes tests for signals itself: the If instructions of opcodes.def.
bool Compiler::polls_when(Node* cond, bool sense) {
  cond = strip(cond);
  if (tainting_ || !sense || cond->kind != NodeKind::Binary || cond->has(Chained) ||
      (hints().bits & Hints::Integer))
    return false;
  switch (cond->op()) {
    case Op::NumEq:
    case Op::NumNe:
    case Op::NumLt:
    case Op::NumGt:
    case Op::NumLe:
    case Op::NumGe: break;
    default: return false;
  }
  Value v;
  if (constant_value(strip(cond->first), &v)) return false;
  return !constant_value(strip(cond->first->next), &v) ||
         (v.tag == kInt && v.i <= INT32_MAX && v.i >= INT32_MIN);
}

// tail: the value is wanted, which is that of the condition that ended the loop.
void Compiler::while_statement(Node* node, bool tail) {
  Node* cond = node->first;
  Node* body = cond->next;
  Node* cont = body ? body->next : nullptr;
  Label next, last, redo, top, enter, ended;
  const bool kept = tail && wants_value(cond, node->has(Negated));
  const Operand value = kept ? variable_slot() : kNone;
  const auto end_with_value = [&] {
    Value constant;
    const bool truth = node->has(Negated) && !constant_value(strip(cond), &constant);
    if (tail) loop_value(kept ? value : const_str(truth ? "1" : ""));
  };
  if (node->has(PostCheck)) {  // do BLOCK while COND: not a loop for next/last
    Value constant;
    if (tail && constant_value(strip(cond), &constant) &&
        to_bool(vm_, constant) == node->has(Negated))
      return compound(body, true);
    place_label(top);
    if (body->kind == NodeKind::DoBlock) value_of_block(body->first, Ctx::Void, kNone);
    else effect(body);
    clear_temporaries();
    if (calls_in(cond)) end_round();
    emit(Opc::Safepoint);
    std::size_t aliases = alias_in_use_;
    loop_test(cond, !node->has(Negated), top, value);
    alias_in_use_ = aliases;
    return end_with_value();
  }
  Loop loop{};
  // EXPR while COND repeats, but is no loop for next, last and redo (perlsyn "Statement Modifiers").
  const bool is_loop = !node->has(Modifier);
  open_scope(is_loop ? node->scope : nullptr, MatchScope::Shared);
  if (is_loop) {
    reserve_variables(node->scope);
    begin_loop(loop, node->text, &next, &last, &redo);
    keep_loop_match(loop, node);
  }
  std::uint32_t begin = here();
  int first = next_slot_;
  bool endless = cond->kind == NodeKind::Nop ||
                 (cond->kind == NodeKind::Int && cond->iv != 0 && !node->has(Negated));
  // The condition stands at the end: one jump per iteration. One that declares variables comes
  // first, so that the body knows them.
  Label test;
  bool at_top = declares(cond);
  if (node->line == 0 && !at_top && !endless) {
    // The loop of -n and -p: what its first test says has no place, later ones have the body's.
    proto_->lines.push_back({here(), 0, info_});
    const std::size_t aliases = alias_in_use_;
    loop_test(cond, node->has(Negated), ended, value);
    alias_in_use_ = aliases;
    if (next_slot_ > floor_) clear_range(floor_, next_slot_);
    next_slot_ = floor_;
  } else if (at_top) {
    place_label(test);
    emit(Opc::Safepoint);
    proto_->lines.push_back({here(), node->line ? node->line : line_, info_});
    mark_node(node);
    std::size_t aliases = alias_in_use_;
    const int calls = calls_;
    const std::uint32_t from = here();
    loop_test(cond, node->has(Negated), ended, value);
    alias_in_use_ = aliases;
    if (next_slot_ > floor_) clear_range(floor_, next_slot_);
    next_slot_ = floor_;
    if (calls_ > calls) {
      const int with_condition = calls_;
      end_calls(from, calls - 2);
      calls_ = with_condition;  // when the loop ends there it is for the statement to end them
    }
  } else if (!endless) emit_jump(Opc::Jump, test);
  // The temporaries of the condition end when the body begins; before the next test where there is
  // `continue`, or no block.
  const bool has_continue = cont && cont->kind != NodeKind::Nop;
  const bool condition_calls = !at_top && !endless && calls_in(cond);
  std::uint32_t entry = 0;
  place_label(enter);
  if (condition_calls && is_loop && !has_continue) {
    entry = here();
    end_round();
  }
  begin_body(loop);
  place_label(redo);
  Label& body_start = enter;
  loop.body_scope_depth = scopes_.size();
  if (is_loop) {
    body_in_scope(body, false, body_matches(cont, cond));
  } else {
    const Inner inner(*this);
    compound(body, false);
    end_statement();
  }
  place_label(next);
  if (has_continue) body_in_scope(cont);
  if (condition_calls && (!is_loop || has_continue)) end_round();
  if (!at_top) {
    place_label(test);
    if (endless || !polls_when(cond, !node->has(Negated))) emit(Opc::Safepoint);
    proto_->lines.push_back({here(), node->line ? node->line : line_, info_});
  }
  if (at_top) {
    emit_jump(Opc::Jump, test);
  } else if (endless) {
    emit_jump(Opc::Jump, body_start);
  } else {
    mark_node(node);
    // `my` in the condition gets a fresh variable each time round.
    std::size_t aliases = alias_in_use_;
    loop_test(cond, !node->has(Negated), body_start, value);
    alias_in_use_ = aliases;
    // A body that starts with temporaries of the condition alive clears them with its own.
    if (entry != 0 && next_slot_ > floor_) {
      proto_->code[entry].a = static_cast<std::uint16_t>(floor_);
      proto_->code[entry].b =
          static_cast<std::uint16_t>(is_unreserved(floor_, next_slot_) ? next_slot_ - floor_ : 0);
    }
    if (next_slot_ > floor_) clear_range(floor_, next_slot_);
    next_slot_ = floor_;
  }
  if (is_loop) loops_.pop_back();
  place_label(ended);
  if (!endless) end_with_value();
  place_label(last);
  if (is_loop) end_loop_range(loop, begin, first, kNone);
  close_scope();
}

void Compiler::cfor_statement(Node* node) {
  Node* init = node->first;
  Node* cond = init->next;
  Node* step = cond->next;
  Node* body = step->next;
  Label next, last, redo, test;
  open_scope(node->scope, MatchScope::Shared);
  {
    const Inner inner(*this);
    if (init->kind != NodeKind::Nop) effect(init);
    end_statement();
  }
  reserve_variables(node->scope);
  Loop loop{};
  begin_loop(loop, node->text, &next, &last, &redo);
  keep_loop_match(loop, node);
  std::uint32_t begin = here();
  int first = next_slot_;
  bool endless = cond->kind == NodeKind::Nop;
  if (!endless) emit_jump(Opc::Jump, test);
  begin_body(loop);
  place_label(redo);
  body_in_scope(body, false, body_matches(step, cond));
  place_label(next);
  if (step->kind != NodeKind::Nop) {
    const Inner inner(*this);
    effect(step);
    end_statement();
  }
  if (!endless && calls_in(cond)) end_round();
  place_label(test);
  if (endless || !polls_when(cond, true)) emit(Opc::Safepoint);
  if (endless) emit_jump(Opc::Jump, redo);
  else {
    std::size_t aliases = alias_in_use_;
    jump_if(cond, true, redo);
    alias_in_use_ = aliases;
    if (next_slot_ > floor_) clear_range(floor_, next_slot_);
    next_slot_ = floor_;
  }
  loops_.pop_back();
  place_label(last);
  end_loop_range(loop, begin, first, kNone);
  close_scope();
}

Compiler::LoopVar Compiler::loop_variable(Node* var) {
  LoopVar v;
  v.node = var;
  if (var->kind == NodeKind::Nop) return v;
  if (var->kind == NodeKind::My) {
    Node* scalar = var->first;
    if (static_cast<DeclKind>(var->iv) == DeclKind::Our) {
      v.kind = LoopVar::Global;
      v.glob = link(scalar->decl ? scalar->decl->our_name : scalar->text);
      return v;
    }
    v.kind = LoopVar::Lexical;
    v.slot = variable_slot();
    give_slot(scalar->decl, v.slot);
    return v;
  }
  if (var->kind == NodeKind::ScalarVar) {
    if (var->decl && var->decl->kind != DeclKind::Our) {
      v.kind = LoopVar::LexicalOuter;
      v.slot = slot_of(var->decl);
      return v;
    }
    std::string_view name = var->decl ? var->decl->our_name : var->text;
    if (name == "main::_") return v;
    v.kind = LoopVar::Global;
    v.glob = link(name);
    return v;
  }
  refuse(var, "foreach over this kind of variable");
}

bool Compiler::body_is_simple(Node* body, const LoopVar& var) {
  if (fn_->has_string_eval) return false;
  if (var.kind == LoopVar::Lexical && var.node->first->decl->captured) return false;
  return !moves_elements(body);
}

// Whether a loop over @_ leaves @_ alone, so that it can run over the arguments themselves.
bool Compiler::args_stay(const Node* loop) const {
  for (const Node* body = loop->first->next->next; body; body = body->next)
    if (mentions_args(body)) return false;
  return true;
}

void Compiler::foreach_statement(Node* node) {
  Node* var_node = node->first;
  Node* list_node = var_node->next;
  if (node->has(Modifier)) reserve_declared(list_node);
  open_scope(node->scope, MatchScope::Shared);
  mark_node(node);
  std::size_t vars = 1;
  LoopVar var;
  if (var_node->kind == NodeKind::My && var_node->first && var_node->first->next) {
    vars = 0;
    for (Node* v = var_node->first; v; v = v->next) ++vars;
    Operand first = variable_run(static_cast<int>(vars));
    Operand each = first;
    for (Node* v = var_node->first; v; v = v->next) give_slot(v->decl, each++);
    var.node = var_node;
    var.kind = LoopVar::Lexical;
    var.slot = first;
  } else {
    var = loop_variable(var_node);
  }
  bool reversed = false;
  Node* item = list_node;
  while (item && item->kind == NodeKind::List && item->first && !item->first->next)
    item = item->first;
  if (item && item->kind == NodeKind::Func &&
      static_cast<builtin::BuiltinId>(item->iv) == builtin::BuiltinId::k_reverse && item->first) {
    Node* inner = item->first;
    while (inner && inner->kind == NodeKind::List && inner->first && !inner->first->next)
      inner = inner->first;
    if (!inner->next && (inner->kind == NodeKind::Range || inner->kind == NodeKind::ArrayVar)) {
      reversed = true;
      item = inner;
    }
  }
  Label next;
  if (vars == 1 && item && item->kind == NodeKind::Range && !item->has(ThreeDots))
    foreach_range(node, item, reversed);
  else if (vars == 1 && item && !(is_args_list(item) && !reversed && args_stay(node)) &&
           (item->kind == NodeKind::ArrayVar || (item->kind == NodeKind::Deref && item->iv == '@')))
    foreach_array(node, var, item, reversed);
  else foreach_list(node, var, list_node, vars);
  close_scope();
}

void Compiler::foreach_body(Node* node, Loop& loop, Label& next) {
  Node* body = node->first->next->next;
  Node* cont = body ? body->next : nullptr;
  loop.body_scope_depth = scopes_.size();
  begin_body(loop);
  place_label(*loop.redo);
  if (node->has(Modifier)) {
    if (body->kind == NodeKind::Block) body_in_scope(body);
    else {
      const Inner inner(*this);
      compound(body, false);
      end_statement();
    }
  } else {
    body_in_scope(body, false, body_matches(cont));
  }
  if (cont && cont->kind != NodeKind::Nop) {
    place_label(next);
    body_in_scope(cont);
  }
}

// What takes the next item stands behind the body: one jump per iteration.
void Compiler::foreach_step(Node* node, Label& next, Label& step) {
  Node* body = node->first->next->next;
  const bool has_continue = body && body->next && body->next->kind != NodeKind::Nop;
  if (!has_continue) place_label(next);
  place_label(step);
  proto_->lines.push_back({here(), node->line ? node->line : line_, info_});
  mark_node(node);
}

void Compiler::foreach_range(Node* node, Node* range, bool reversed) {
  // The variable was made by loop_variable just before; find it again by kind.
  Node* var_node = node->first;
  LoopVar var;
  var.node = var_node;
  if (var_node->kind == NodeKind::My && static_cast<DeclKind>(var_node->iv) != DeclKind::Our) {
    var.kind = LoopVar::Lexical;
    var.slot = slot_of(var_node->first->decl);
  } else {
    var = loop_variable(var_node);
  }
  Label next, last, redo, step;
  Operand it = variable_run(2);
  Operand save = kNone;
  Operand lo = rv(range->first), hi = rv(range->first->next);
  mark_node(reversed ? range : node);
  emit(Opc::ForRangeInit, it, lo, hi);
  emit_extension(reversed ? 1 : 0);
  clear_temporaries();
  Operand holder = var.slot;
  if (var.kind != LoopVar::Lexical) {
    save = variable_slot();
    emit(Opc::SaveMark, save);
    if (var.kind == LoopVar::LexicalOuter) {
      emit(Opc::SaveSlot, var.slot);
    } else {
      holder = variable_slot();
      if (var.kind == LoopVar::Topic) emit(Opc::TopicEnter, holder);
      else emit(Opc::SaveGlobScalar, 0, var.glob);
    }
  }
  Loop loop{};
  if (var.kind == LoopVar::Topic) loop.kind = LoopRange::Topical;
  begin_loop(loop, node->text, &next, &last, &redo);
  keep_loop_match(loop, node);
  std::uint32_t begin = here();
  int first = next_slot_;
  bool cell = var.kind == LoopVar::Lexical && var_node->first->decl->captured;
  emit_jump(Opc::Jump, step);
  Label enter;
  place_label(enter);
  if (var.kind == LoopVar::Global) emit(Opc::ForGlobalSet, holder, var.glob);
  foreach_body(node, loop, next);
  foreach_step(node, next, step);
  emit_jump(cell ? Opc::ForRangeNextCell : Opc::ForRangeNext, enter, holder, it, reversed);
  loops_.pop_back();
  place_label(last);
  end_loop_range(loop, begin, first, save);
  if (save != kNone) emit(Opc::SaveRestore, save);
}

// What the loop's end restores from; the variable is no lexical of the loop's own.
Compiler::Operand Compiler::save_loop_variable(const LoopVar& var) {
  Operand save = variable_slot();
  emit(Opc::SaveMark, save);
  if (var.kind == LoopVar::Topic) emit(Opc::TopicSave);
  else if (var.kind == LoopVar::Global) emit(Opc::SaveGlobScalar, 0, var.glob);
  else emit(Opc::SaveSlot, var.slot);
  return save;
}

// Where the loop stores raw pointers to its items, empty before the first; kNone: not in a slot.
Compiler::Operand Compiler::alias_variable(const LoopVar& var) {
  if (var.kind != LoopVar::Lexical && var.kind != LoopVar::LexicalOuter) return kNone;
  if (var.kind == LoopVar::Lexical) emit(Opc::ClearRaw, var.slot, 1);
  return var.slot;
}

void Compiler::foreach_array(Node* node, const LoopVar& var, Node* array, bool reversed) {
  Label next, last, redo, step;
  Operand it = variable_run(3);  // the array, the index, the current element's owner
  Operand a = array_reg(array, true);
  emit(Opc::ForArrayInit, it, a, reversed);
  clear_temporaries();
  Operand save = kNone;
  Node* body = node->first->next->next;
  bool simple = body_is_simple(body, var) && (!body->next || body_is_simple(body->next, var));
  unsigned mode = 0;  // boxes
  if (simple) {
    mode = 1;  // pointers
    if (var.kind == LoopVar::Lexical && !writes_scalar(body, var.node->first->decl))
      mode = 2;  // copies
  }
  if (var.kind == LoopVar::Topic || var.kind == LoopVar::Global ||
      var.kind == LoopVar::LexicalOuter)
    save = save_loop_variable(var);
  Loop loop{};
  if (var.kind == LoopVar::Topic) loop.kind = LoopRange::Topical;
  begin_loop(loop, node->text, &next, &last, &redo);
  keep_loop_match(loop, node);
  const Operand variable = simple ? alias_variable(var) : kNone;
  std::uint32_t begin = here();
  int first = next_slot_;
  emit_jump(Opc::Jump, step);
  foreach_body(node, loop, next);
  foreach_step(node, next, step);
  if (var.kind == LoopVar::Topic)
    emit_jump(Opc::ForArrayNextTopic, redo, mode ? 1 : 0, it, reversed);
  else if (var.kind == LoopVar::Global)
    emit_jump(Opc::ForArrayNextGlobal, redo, var.glob, it, reversed);
  else emit_jump(Opc::ForArrayNext, redo, var.slot, it, mode | (reversed ? 4u : 0u));
  if (mode) proto_->walks.push_back({begin, here(), ElementWalk::Array, it, kNone, variable});
  loops_.pop_back();
  place_label(last);
  end_loop_range(loop, begin, first, save);
  if (save != kNone) emit(Opc::SaveRestore, save);
}

void Compiler::foreach_list(Node* node, const LoopVar& var, Node* list_node, std::size_t vars) {
  Label next, last, redo, step;
  Operand mark = variable_run(3);  // the list's start, the next item, the height in the body
  Operand height = mark + 2;
  emit(Opc::Mark, mark);
  const std::uint32_t list_begin = here();
  open_marks_.push_back(mark);
  Node* body = node->first->next->next;
  bool simple = vars == 1 && body_is_simple(body, var) &&
                (!body->next || body_is_simple(body->next, var)) && !names_referents(list_node) &&
                (list_node->kind != NodeKind::List || items_stay(list_node->first));
  const VarDecl* writes_to =
      var.kind == LoopVar::Lexical && var.node->first ? var.node->first->decl : nullptr;
  {
    const bool writes = (var.kind != LoopVar::Topic && var.kind != LoopVar::Lexical) ||
                        writes_scalar(body, writes_to);
    const FlagScope vivify(vivify_elements_, true), aliases(alias_sort_, writes);
    list(list_node, simple ? ListMode::Pointer : ListMode::Alias);
  }
  if (simple)
    proto_->walks.push_back({list_begin, here(), ElementWalk::Pending, mark, kNone, kNone});
  emit(Opc::ForListInit, mark);
  Operand save = kNone;
  if (simple) floor_ = std::max(next_slot_, dirty_top_);  // what holds the items stays: see Pointer
  else clear_temporaries();
  if (var.kind != LoopVar::Lexical) { save = save_loop_variable(var); }
  Loop loop{};
  if (var.kind == LoopVar::Topic) loop.kind = LoopRange::Topical;
  begin_loop(loop, node->text, &next, &last, &redo);
  keep_loop_match(loop, node);
  loop.open_marks = loop.body_marks = open_marks_.size();
  body_heights_.push_back(height);
  const Operand variable = simple ? alias_variable(var) : kNone;
  std::uint32_t begin = here();
  int first = next_slot_;
  emit_jump(Opc::Jump, step);
  foreach_body(node, loop, next);
  foreach_step(node, next, step);
  if (vars > 1) emit_jump(Opc::ForListNextN, redo, var.slot, mark, static_cast<unsigned>(vars));
  else if (var.kind == LoopVar::Topic) emit_jump(Opc::ForListNextTopic, redo, 0, mark, 0);
  else if (var.kind == LoopVar::Global) emit_jump(Opc::ForListNextGlobal, redo, var.glob, mark, 0);
  else emit_jump(Opc::ForListNext, redo, var.slot, mark, 0);
  if (simple)
    proto_->walks.push_back({begin, here(), ElementWalk::List, static_cast<Operand>(mark + 1),
                             static_cast<Operand>(mark + 2), variable});
  loops_.pop_back();
  place_label(last);
  end_loop_range(loop, begin, first, save);
  body_heights_.pop_back();
  open_marks_.pop_back();
  if (save != kNone) emit(Opc::SaveRestore, save);
  // The variable may point into the list that goes now.
  if (var.kind == LoopVar::Lexical) emit(Opc::ClearRaw, var.slot, static_cast<unsigned>(vars));
  emit(Opc::PopTo, mark);
}

}  // namespace perlipc
