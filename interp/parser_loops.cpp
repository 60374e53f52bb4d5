// Compound statements: if, while, for, bare blocks, try, given (perlsyn "Compound Statements").
#include "interp/ast_walk.h"
#include "interp/parser_ops.h"
#include <cstring>
#include <utility>

namespace perlipc {

// ( EXPR ): variables declared inside are visible from the closing parenthesis on.
Node* Parser::condition() {
  expect('(');
  skip_space();
  if (*p_ == ')') syntax_error();
  Node* c = expression();
  expect(')');
  intro_pending();
  return c;
}

Node* Parser::compound_if(bool negated, bool first) {
  std::uint32_t line = line_;
  BlockMark scope = enter_block();
  Node* cond = condition();
  lint_.scalar(cond);
  skip_space();
  const std::uint32_t open_line = line_;
  Node* n = node(NodeKind::If, cond, block());
  n->line = line;
  n->scope = block_;
  if (negated) n->flags |= Negated;
  skip_space();
  if (word_is("elsif")) {
    mark();
    p_ += 5;
    cond->next->next = compound_if(false, false);
  } else if (word_is("else")) {
    mark();
    p_ += 4;
    skip_space();
    if (word_is("if")) syntax_error();
    cond->next->next = block();
  }
  if (first) warn_condition(cond, open_line);
  refuse_word(cond);
  leave_block(scope);
  // What the condition matched is still there after the `if`.
  if (n->scope->has_match) block_->has_match = true;
  return n;
}

Node* Parser::continue_block() {
  skip_space();
  if (!word_is("continue")) return nullptr;
  Cursor here = save();
  mark();
  p_ += 8;
  if (peek_token() != '{') return restore(here), nullptr;
  return block();
}

Node* Parser::compound_while(std::string_view label, bool negated) {
  std::uint32_t line = line_;
  BlockMark scope = enter_block();
  Node* cond;
  const Node* written = nullptr;
  expect('(');
  if (peek_token() == ')') {
    cond = node(NodeKind::Nop);
  } else {
    written = cond = expression();
    lint_.scalar(cond);
    if (!negated) cond = loop_condition(cond);
  }
  expect(')');
  intro_pending();
  skip_space();
  const std::uint32_t open_line = line_;
  Node* body = block();
  lint_.last_of(body);
  if (written && !(negated && written->kind == NodeKind::Unary))
    warn_found_assignment(written, open_line);
  Node* n = node(NodeKind::While, cond, body);
  body->next = continue_block();
  if (written) refuse_word(cond);
  n->text = label;
  n->line = line;
  n->scope = block_;
  if (negated) n->flags |= Negated;
  leave_block(scope);
  return n;
}

Node* Parser::compound_for(std::string_view label) {
  std::uint32_t line = line_;
  BlockMark scope = enter_block();
  skip_space();
  if (*p_ == '(') {
    mark();
    ++p_;
    skip_space();
    if (*p_ == ';') return c_style_for(node(NodeKind::Nop), label, scope, line);
    Node* first = *p_ == ')' ? node(NodeKind::List) : expression();
    skip_space();
    if (*p_ == ';') return c_style_for(first, label, scope, line);
    expect(')');
    Node* var = node(NodeKind::Nop);
    var->next = first;
    return foreach_rest(var, label, scope, line);
  }
  Node* var;
  if (word_is("my") || word_is("our") || word_is("state")) {
    DeclKind kind = word_is("my") ? DeclKind::My : word_is("our") ? DeclKind::Our : DeclKind::State;
    mark();
    p_ += kind == DeclKind::My || kind == DeclKind::Our ? (kind == DeclKind::My ? 2 : 3) : 5;
    skip_space();
    if (*p_ == '\\') refuse("foreach \\my (reference aliasing)");
    const char* type = ident_start(p_) ? scan_qualified(p_) : p_;
    while (type > p_ && chars::space(*type)) ++type;
    if (kind == DeclKind::State || (*type != '$' && *type != '('))
      fail("Missing $ on loop variable");
    if (*type == '(') {  // only scalars can stand there
      Cursor here = save();
      expect('(');
      for (bool first = true;; first = false) {
        skip_space();
        if (*p_ == ')' && !first) break;
        if (*p_ != '$') {
          warn(Warning::ExpForList, "for my (...) is experimental", line);
          syntax_error();
        }
        p_ = ident_start(p_ + 1) ? scan_word(p_ + 1) : p_ + 1;
        if (!comma_here()) break;
        while (comma_here()) {}
      }
      restore(here);
    }
    var = my_declaration(kind);
    if (!attribute_calls_.empty()) refuse("an attribute of a loop variable");
    if (!var->has(Paren) && var->first->kind != NodeKind::ScalarVar)
      fail("Missing $ on loop variable");
    if (var->has(Paren)) warn(Warning::ExpForList, "for my (...) is experimental", line);
  } else if (*p_ == '$') {
    mark();
    ++p_;
    skip_space();
    std::string_view name;
    if (*p_ == '{') {
      Node* inner = braced_operand(&name);
      if (inner || *p_ != '}') syntax_error();
      ++p_;
    } else {
      name = variable_name();
    }
    if (name.empty()) syntax_error();
    var = variable('$', name);
  } else if (*p_ == '\\') {
    refuse("foreach \\my (reference aliasing)");
    return nullptr;
  } else {
    fail("Missing $ on loop variable");
  }
  skip_space();
  if (*p_ != '(') { syntax_error(); }
  // The list still sees outer variables of the same name.
  expect('(');
  Node* list = peek_token() == ')' ? node(NodeKind::List) : expression();
  expect(')');
  var->next = list;
  return foreach_rest(var, label, scope, line);
}

Node* Parser::foreach_rest(Node* var, std::string_view label, const BlockMark& scope,
                           std::uint32_t line) {
  intro_pending();
  Node* list = var->next;
  for (Node* item = list->kind == NodeKind::List ? list->first : list; item;
       item = list->kind == NodeKind::List ? item->next : nullptr) {
    note_aliased(item);
    note_referenced(item);
  }
  Node* body = block();
  lint_.last_of(body);
  list->next = body;
  Node* n = node(NodeKind::Foreach, var);
  body->next = continue_block();
  n->text = label;
  n->line = line;
  n->scope = block_;
  leave_block(scope);
  return n;
}

// p_ is at the first ; of for (init; cond; step).
Node* Parser::c_style_for(Node* init, std::string_view label, const BlockMark& scope,
                          std::uint32_t line) {
  expect(';');
  intro_pending();
  Node* written = peek_token() == ';' ? nullptr : expression();
  if (written) lint_.scalar(written);
  Node* cond = written ? loop_condition(written) : node(NodeKind::Nop);
  expect(';');
  intro_pending();
  Node* step = peek_token() == ')' ? node(NodeKind::Nop) : expression();
  expect(')');
  intro_pending();
  skip_space();
  const std::uint32_t open_line = line_;
  Node* body = block();
  lint_.last_of(body);
  if (written) warn_found_assignment(written, open_line);
  if (step->kind != NodeKind::Nop) lint_.unused_statement(step);
  refuse_word(cond);
  Node* n = node(NodeKind::CFor, init, cond);
  cond->next = step;
  step->next = body;
  n->text = label;
  n->line = line;
  n->scope = block_;
  leave_block(scope);
  return n;
}

Node* Parser::bare_block(std::string_view label) {
  std::uint32_t line = line_;
  Node* body = block();
  Node* n = node(NodeKind::BareBlock, body);
  body->next = continue_block();
  n->text = label;
  n->line = line;
  return n;
}

// try BLOCK catch ($e) BLOCK finally BLOCK (perlsyn "Try Catch Exception Handling").
Node* Parser::try_statement() {
  std::uint32_t line = line_;
  warn(Warning::ExpTry, "try/catch is experimental", line_);  // and once more at catch
  Node* body = block();
  Node* n = node(NodeKind::Try, body);
  n->line = line;
  Node* handler = node(NodeKind::Nop);
  skip_space();
  bool caught = false;
  if (word_is("catch")) {
    mark();
    p_ += 5;
    warn(Warning::ExpTry, "try/catch is experimental", line_);
    BlockMark scope = enter_block();
    expect('(');
    skip_space();
    if (*p_ != '$') syntax_error();
    Node* var = my_variable(DeclKind::My);
    n->decl = var->decl;
    expect(')');
    intro_pending();
    handler = block();
    leave_block(scope);
    caught = true;
  }
  body->next = handler;
  skip_space();
  if (word_is("finally")) {
    if (!caught) syntax_error();
    mark();
    p_ += 7;
    warn(Warning::ExpTry, "try/catch/finally is experimental", line_);
    handler->next = block();
    block_->has_local = true;
  } else if (!caught) {
    syntax_error();
  }
  return n;
}

// defer BLOCK (perlsyn "defer blocks"): runs when the block around it is left, however that happens.
Node* Parser::defer_statement() {
  const std::uint32_t line = line_;
  warn(Warning::ExpDefer, "defer is experimental", line);
  Node* n = node(NodeKind::Defer, block());
  n->line = line;
  block_->has_local = true;
  return n;
}

// given (EXPR) BLOCK, when (EXPR) BLOCK, default BLOCK (perlsyn "Switch Statements").
Node* Parser::given_when(NodeKind kind) {
  const std::uint32_t line = line_;
  warn_switch(kind, line);
  BlockMark scope = enter_block();
  Node* n = node(kind);
  if (kind == NodeKind::Default) {
    n->first = block();
  } else {
    Node* cond = condition();
    n->first = kind == NodeKind::Given ? smart_operand(cond) : when_condition(cond);
    n->first->next = block();
  }
  n->line = line;
  n->scope = block_;
  if (kind == NodeKind::Given) block_->has_local = true;
  leave_block(scope);
  if (n->scope->has_match && kind != NodeKind::Given) block_->has_match = true;
  return n;
}

void Parser::warn_switch(NodeKind kind, std::uint32_t line) {
  if (kind == NodeKind::Default) return;
  warn(Warning::ExpSmartmatch,
       kind == NodeKind::Given ? "given is experimental" : "when is experimental", line);
}

// Whether `when` takes the expression for a boolean (perlsyn "Experimental Details on given and
// when").
static bool is_truth(const Node* n) {
  while (n->kind == NodeKind::List && n->first && !n->first->next) n = n->first;
  switch (n->kind) {
    case NodeKind::Call:
    case NodeKind::Method:
    case NodeKind::Match:
    case NodeKind::LogXor:
    case NodeKind::Range: return true;
    case NodeKind::LogAnd: return is_truth(n->first) && is_truth(n->first->next);
    case NodeKind::LogOr:
    case NodeKind::LogDor: return is_truth(n->first);
    case NodeKind::Unary: return n->op() == Op::Not;
    case NodeKind::FileTest: return !std::strchr("sMAC", static_cast<int>(n->iv));
    case NodeKind::Func: {
      const auto id = static_cast<builtin::BuiltinId>(n->iv);
      return id == builtin::BuiltinId::k_defined || id == builtin::BuiltinId::k_exists ||
             id == builtin::BuiltinId::k_eof;
    }
    case NodeKind::Binary:
      if (n->has(Chained)) return true;
      return is_comparison(n->op()) || n->op() == Op::SmartMatch;
    default: return false;
  }
}

Node* Parser::when_condition(Node* cond) {
  if (is_truth(cond)) return cond;
  Node* n = node(NodeKind::Binary, topic(), smart_operand(cond));
  n->iv = static_cast<std::int64_t>(Op::SmartMatch);
  n->line = cond->line;
  block_->has_match = true;
  return n;
}

// An operand of ~~: arrays and hashes stand for references to them, m// for the pattern itself.
Node* Parser::smart_operand(Node* n) {
  const bool variable = n->kind == NodeKind::My && !n->has(Paren);
  const Node* named = variable ? n->first : n;
  const bool aggregate = named->kind == NodeKind::ArrayVar || named->kind == NodeKind::HashVar ||
                         (named->kind == NodeKind::Deref && (named->iv == '@' || named->iv == '%'));
  Node* out = n;
  if (aggregate) out = node(NodeKind::Ref, n);
  if (n->kind == NodeKind::Slice || n->kind == NodeKind::HashSlice)
    out = node(NodeKind::AnonArray, n);
  if (out != n) {
    out->line = n->line;
    out->next = std::exchange(n->next, nullptr);
  }
  if (n->kind == NodeKind::Match && n->has(TargetTopic) && !n->has(Negated) && !n->has(Dynamic)) {
    n->kind = NodeKind::Qr;
    n->flags &= ~static_cast<std::uint32_t>(TargetTopic);
  }
  return out;
}

}  // namespace perlipc
