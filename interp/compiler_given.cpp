// given, when, default, break, continue and ~~ (perlsyn "Switch Statements").
#include "interp/compiler.h"
#include "interp/vm.h"

namespace perlipc {

void Compiler::smart_match(Node* node, Operand dst) {
  const Operand l = rv(node->first), r = rv(node->first->next);
  // The regular expressions among the operands match as those of this site.
  proto_->patterns.push_back(std::make_shared<PatternPlan>());
  mark_node(node);
  emit(Opc::SmartMatch, dst, l, r);
  emit_extension(static_cast<std::uint32_t>(proto_->patterns.size() - 1));
}

void Compiler::given_statement(Node* node, bool tail) {
  Node* topic = node->first;
  open_scope(node->scope);
  const Operand holder = variable_slot();
  mark_node(node);
  push_alias(topic);
  emit(Opc::GivenEnter, holder);
  end_statement();
  Label last;
  Loop loop{};
  loop.kind = LoopRange::Given;
  loop.tail = tail;
  begin_loop(loop, {}, nullptr, &last, nullptr);
  const std::uint32_t begin = here();
  const int first = next_slot_;
  body_in_scope(topic->next, tail);
  loops_.pop_back();
  place_label(last);
  end_loop_range(loop, begin, first, kNone);
  close_scope();
}

// The statement around that a `when` here leaves; null: found when it runs, if there is one.
Compiler::Loop* Compiler::topicalizer() {
  for (std::size_t n = loops_.size(); n-- > 0;) {
    Loop& loop = *loops_[n];
    if (loop.kind == LoopRange::Given || loop.kind == LoopRange::Topical) return &loop;
    if (loop.kind == LoopRange::Deferred || (loop.pseudo && (loop.of_sort || !loop.next))) break;
  }
  return nullptr;
}

// Kind: w (a when block ends), f (a default block), b (break) or c (continue).
void Compiler::leave_topic(Node* node, char kind) {
  mark_node(node);
  if (kind == 'c') {
    for (std::size_t n = loops_.size(); n-- > 0;) {
      if (loops_[n]->kind == LoopRange::When) return jump_out(*loops_[n], 'l');
      if (loops_[n]->kind == LoopRange::Deferred || loops_[n]->pseudo) break;
    }
  } else if (Loop* around = topicalizer()) {
    if (around->kind == LoopRange::Given) return jump_out(*around, 'l');
    if (kind != 'b') return jump_out(*around, kind);
  }
  emit(Opc::DynamicLoop, static_cast<unsigned>(kind), static_cast<unsigned>(kNone));
}

void Compiler::when_statement(Node* node, bool tail) {
  const bool is_default = node->kind == NodeKind::Default;
  Node* body = is_default ? node->first : node->first->next;
  Loop* around = topicalizer();
  tail = around && around->kind == LoopRange::Given && around->tail;
  Label otherwise, done;
  const bool scoped = node->scope && !node->has(Modifier);
  if (scoped) {
    // A match in the condition belongs to the code around, as with `if`.
    const bool has_match = std::exchange(node->scope->has_match, false);
    open_scope(node->scope);
    node->scope->has_match = has_match;
  }
  mark_node(node);
  const int from = floor_;
  if (!is_default) {
    const std::size_t aliases = alias_in_use_;
    jump_if(node->first, false, otherwise);
    alias_in_use_ = aliases;
  }
  const int to = next_slot_;
  if (to > from) clear_range(from, to);
  next_slot_ = floor_;
  dirty_ = false;
  Loop block{};
  block.kind = LoopRange::When;
  begin_loop(block, {}, nullptr, &done, nullptr);
  const std::uint32_t begin = here();
  if (body->kind == NodeKind::Block) body_in_scope(body, tail);
  else compound(body, tail), end_statement();
  loops_.pop_back();
  leave_topic(node, is_default ? 'f' : 'w');
  place_label(otherwise);
  if (to > from) clear_range(from, to);
  place_label(done);
  end_loop_range(block, begin, next_slot_, kNone);
  if (scoped) close_scope();
}

}  // namespace perlipc
