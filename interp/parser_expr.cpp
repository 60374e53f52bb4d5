// Expressions: precedence climbing (perlop "Operator Precedence and Associativity").
#include "interp/ast_walk.h"
#include "interp/parser_ops.h"

namespace perlipc {

void Parser::append(Node* parent, Node* kid) {
  Node** at = &parent->first;
  while (*at) at = &(*at)->next;
  *at = kid;
}

// What follows the parser walks over operators in a row as deep as over nested ones.
void Parser::check_depth(std::size_t in_row) {
  constexpr std::size_t kBytes = 1024;  // of stack, for each level
  if (stack_.has_room(in_row * kBytes)) [[likely]]
    return;
  fail("Expression nested too deeply");
}

Node* Parser::parse(int level) {
  check_depth();
  Node* left = unary();
  for (std::size_t in_row = 0;; ++in_row) {
    if (in_row > kLongRow) check_depth(in_row);
    skip_space();
    Operator op;
    if (p_ >= end_ || !read_operator(op) || op.level < level) break;
    left = apply(op, left);
  }
  return left;
}

Node* Parser::apply(const Operator& op, Node* left) {
  using K = Operator::Kind;
  if (op.kind == K::CommaOp) return comma_list(left);
  if (op.kind == K::Compare) return chained(op, left);
  mark();
  std::uint32_t line = line_;
  p_ += op.length;
  Node* n = nullptr;
  auto logic = [&](NodeKind kind) {
    if (kind != NodeKind::LogXor) warn_condition(left, line_);
    if (left->kind == NodeKind::Return || left->kind == NodeKind::LoopControl ||
        left->kind == NodeKind::Goto)
      warn(Warning::Syntax, "Possible precedence issue with control flow operator", line_);
    Node* right = parse(op.level + 1);
    if (kind != NodeKind::LogXor) refuse_word(left);
    n = node(kind, left, right);
  };
  switch (op.kind) {
    case K::Infix: {
      Node* right;
      if (op.op == Op::Isa) {
        skip_space();
        const char* to = ident_start(p_) ? scan_qualified(p_) : p_;
        if (to > p_ && *to != '(' && !is_declared_sub({p_, static_cast<std::size_t>(to - p_)})) {
          mark();
          right = string(take_name(), Bareword);
        } else {
          right = parse(op.level + 1);
        }
      } else {
        right = parse(op.level + 1);
      }
      n = node(NodeKind::Binary, left, right);
      n->iv = static_cast<std::int64_t>(op.op);
      if (op.op >= Op::BitAnd && op.op <= Op::StrBitXor) check_bitwise(n);
      refuse_folded_word(n);
      if (op.op == Op::Isa) {  // not associative
        skip_space();
        Operator next;
        if (p_ < end_ && read_operator(next) && next.level == op.level) syntax_error();
      }
      break;
    }
    case K::Repetition: {
      bool list = left->has(QwList) || (left->kind == NodeKind::List && left->has(Paren));
      n = node(NodeKind::Repeat, left, parse(op.level + 1));
      if (list) n->flags |= ListRepeat;
      else refuse_folded_word(n);
      break;
    }
    case K::LogicAnd:
    case K::LogicOr: logic(op.kind == K::LogicAnd ? NodeKind::LogAnd : NodeKind::LogOr); break;
    case K::LogicDor: logic(NodeKind::LogDor); break;
    case K::LogicXor: logic(NodeKind::LogXor); break;
    case K::Assign:
    case K::OpAssignment:
    case K::LogicAssign: n = assignment(op, left); break;
    case K::Bind: n = binding(left, false); break;
    case K::NotBind: n = binding(left, true); break;
    case K::RangeOp: {
      n = node(NodeKind::Range, left, parse(op.level + 1));
      refuse_word(left);
      refuse_word(left->next);
      if (op.dots) n->flags |= ThreeDots;
      skip_space();
      Operator next;
      if (p_ < end_ && read_operator(next) && next.kind == K::RangeOp) syntax_error();
      break;
    }
    case K::Conditional: {
      Node* yes = parse(Assignment);
      expect(':');
      Node* no = parse(Conditional);
      warn_found_assignment(left, line_);
      refuse_word(left);
      n = node(NodeKind::Ternary, left, yes);
      yes->next = no;
      break;
    }
    default: break;
  }
  n->line = line;
  return n;
}

// < > <= >= lt gt le ge and == != eq ne chain; <=> cmp ~~ do not (perlop).
Node* Parser::chained(const Operator& first, Node* left) {
  Operator op = first;
  std::uint32_t line = line_;
  std::string ops;
  Node* list = node(NodeKind::Binary, left);
  Node* last = left;
  for (;;) {
    mark();
    p_ += op.length;
    last = last->next = parse(op.level + 1);
    ops += static_cast<char>(op.op);
    skip_space();
    Operator next;
    if (p_ >= end_ || !read_operator(next) || next.kind != Operator::Compare ||
        next.level != first.level)
      break;
    if (!op.chains || !next.chains) syntax_error();
    op = next;
  }
  list->line = line;
  list->iv = ops[0];
  if (list->op() == Op::SmartMatch) {
    warn(Warning::ExpSmartmatch, "Smartmatch is experimental", line);
    list->first = smart_operand(left);
    list->first->next = smart_operand(last);
    block_->has_match = true;
  }
  check_bracket_variable(list);
  if (ops.size() > 1) {
    list->flags |= Chained;
    list->text = arena_.copy(ops);
  }
  refuse_folded_word(list);
  return list;
}

bool Parser::comma_here() {
  skip_space();
  if (*p_ == ',' && p_ < end_) {
    mark();
    ++p_;
    return true;
  }
  if (*p_ == '=' && p_[1] == '>') {
    mark();
    p_ += 2;
    return true;
  }
  return false;
}

// Whether nothing more can follow in a list: a closer, the end, or a word like `or` or `if`.
bool Parser::list_ends() {
  skip_space();
  if (p_ >= end_) return true;
  switch (*p_) {
    case ')':
    case ']':
    case '}':
    case ';': return true;
    case ':': return p_[1] != ':';
    case '=': return true;
    case 'a':
      return word_is("and") && (p_ += 3, !fat_comma_follows() ? (p_ -= 3, true) : (p_ -= 3, false));
    case 'o':
    case 'i':
    case 'u':
    case 'w':
    case 'f':
    case 'x': break;
    default: return false;
  }
  static constexpr std::string_view words[] = {"or",    "if",  "unless",  "until",
                                               "while", "for", "foreach", "xor"};
  for (std::string_view w : words) {
    if (!word_is(w)) continue;
    const char* here = p_;
    p_ += w.size();
    bool key = fat_comma_follows();
    p_ = here;
    return !key;
  }
  return false;
}

Node* Parser::comma_list(Node* first) {
  Node* list = node(NodeKind::List);
  list->line = first->line;
  list->first = first;
  Node* last = first;
  while (comma_here()) {
    while (comma_here()) {}
    if (list_ends()) {
      if (p_ < end_ && *p_ == '=') syntax_error();
      break;
    }
    last = last->next = assign_expression();
  }
  return list;
}

void Parser::list_items(Node* list) {
  Node* last = list->first;
  while (last && last->next) last = last->next;
  while (comma_here()) {}
  if (list_ends()) return;
  for (;;) {
    Node* item = assign_expression();
    if (last) last->next = item;
    else list->first = item;
    last = item;
    if (!comma_here()) return;
    while (comma_here()) {}
    if (list_ends()) return;
  }
}

bool Parser::is_list_lvalue(const Node* n) const {
  switch (n->kind) {
    case NodeKind::ArrayVar:
    case NodeKind::HashVar:
    case NodeKind::Slice:
    case NodeKind::HashSlice:
    case NodeKind::KvSlice:
    case NodeKind::KvHashSlice: return true;
    case NodeKind::List:
      return n->has(Paren) && !(n->first && !n->first->next &&
                                n->first->kind == NodeKind::Ternary && !is_list_lvalue(n->first));
    case NodeKind::Deref: return n->iv == '@' || n->iv == '%';
    case NodeKind::My: return n->has(Paren) || is_list_lvalue(n->first);
    case NodeKind::Local: return is_list_lvalue(n->first);
    case NodeKind::Ternary:
      return is_list_lvalue(n->first->next) && is_list_lvalue(n->first->next->next);
    default: return false;
  }
}

Node* Parser::assignment(const Operator& op, Node* left) {
  bool as_array = function_->uses_args_as_array;
  bool list = op.kind == Operator::Assign && is_list_lvalue(left);
  const char* what = list ? "list assignment" : "scalar assignment";
  if (op.kind == Operator::OpAssignment) {
    Node* right = parse(Assignment);
    bool repeat_list = op.op == Op::RepeatOp && left->kind == NodeKind::List && left->has(Paren);
    Node fake;
    fake.kind = op.op == Op::RepeatOp ? NodeKind::Repeat : NodeKind::Binary;
    fake.iv = static_cast<std::int64_t>(op.op);
    if (!repeat_list) left = lvalue(left, describe(&fake));
    Node* n = node(NodeKind::OpAssign, left, right);
    n->iv = static_cast<std::int64_t>(op.op);
    if (repeat_list) n->flags |= ListRepeat;
    return n;
  }
  if (op.kind == Operator::LogicAssign) {
    Node* right = parse(Assignment);
    const char* name = op.logic == '&'   ? "logical and assignment (&&=)"
                       : op.logic == '|' ? "logical or assignment (||=)"
                                         : "defined or assignment (//=)";
    Node* n = node(NodeKind::OpAssign, lvalue(left, name), right);
    n->iv = 1000 + op.logic;
    return n;
  }
  check_reversed();
  Node* right = parse(Assignment);
  bool plain_args = right->kind == NodeKind::ArrayVar && right->text == "main::_" && !right->decl;
  if (plain_args && left->kind == NodeKind::My) {
    function_->uses_args_as_array = as_array;
    function_->uses_args = true;
  }
  int state_list = 0;  // perl complains once for each variable
  auto count_states = [&](const Node* my) {
    if (my->kind != NodeKind::My || my->iv != static_cast<std::int64_t>(DeclKind::State)) return;
    for (const Node* v = my->first; v; v = v->next) ++state_list;
  };
  if (left->has(Paren) && left->kind == NodeKind::My) count_states(left);
  for (Node* k = left->kind == NodeKind::List && left->has(Paren) ? left->first : nullptr; k;
       k = k->next)
    count_states(k);
  for (; state_list > 0; --state_list)
    error_near("Initialization of state variables in list currently forbidden", true);
  Node* n = node(NodeKind::Assign, lvalue(left, what), right);
  if (list) n->flags |= ListAssign;
  return n;
}

// The right side of =~ and !~: m//, s///, tr/// take the left side as target; anything else is a
// pattern made at run time.
Node* Parser::binding(Node* left, bool negated) {
  Node* right = parse(UnaryOps);
  Node* n = right;
  check_bound_list(left, right);
  bool operation = (right->kind == NodeKind::Match || right->kind == NodeKind::Subst ||
                    right->kind == NodeKind::Trans) &&
                   right->has(TargetTopic);
  if (operation) {
    bool modifies =
        (right->kind == NodeKind::Subst && right->text.find('r') == std::string_view::npos) ||
        (right->kind == NodeKind::Trans && right->more_text[1].find('r') == std::string_view::npos);
    if (modifies) {
      if (right->kind == NodeKind::Subst) left = lvalue(left, "substitution (s///)");
      else if (right->text != right->more_text[0] && !right->more_text[0].empty())
        left = lvalue(left, "transliteration (tr///)");
    } else if (negated && right->kind != NodeKind::Match) {
      const char* what = right->kind == NodeKind::Subst ? "s///r" : "tr///r";
      error_near(std::string("Using !~ with ") + what + " doesn't make sense", true);
    }
    left->next = right->first;
    right->first = left;
    right->flags &= ~static_cast<std::uint32_t>(TargetTopic);
  } else {
    refuse_word(right);
    n = node(NodeKind::Match, left, right);
    n->flags |= Dynamic;
    block_->has_match = true;
  }
  if (negated) n->flags |= Negated;
  return n;
}

// --- prefix operators
// -----------------------------------------------------------------------------

Node* Parser::unary() {
  skip_space();
  if (p_ >= end_) syntax_error();
  std::uint32_t line = line_;
  char c = *p_;
  auto prefix = [&](Op op, int length) {
    mark();
    p_ += length;
    check_depth();
    Node* n = node(NodeKind::Unary, parse(UnaryOps));
    n->iv = static_cast<std::int64_t>(op);
    n->line = line;
    refuse_folded_word(n);
    return n;
  };
  switch (c) {
    case '!': return prefix(Op::Not, 1);
    case '~':
      if (p_[1] == '~') {  // ~~ as a prefix is two complements
        Node* n = prefix(Op::BitNot, 1);
        return n;
      }
      if (feature(Hints::Bitwise) && p_[1] == '.') return prefix(Op::StrBitNot, 2);
      return prefix(Op::BitNot, 1);
    case '\\': return reference();
    case '+':
      if (p_[1] == '+') {
        mark();
        p_ += 2;
        return node(NodeKind::PreInc, lvalue(parse(Increment), "preincrement (++)"));
      }
      mark();
      ++p_;
      {
        Node* kid = parse(UnaryOps);
        // +( ... ) and +{ ... } only disambiguate; the parentheses keep their meaning.
        return kid;
      }
    case '-':
      if (p_[1] == '-') {
        mark();
        p_ += 2;
        return node(NodeKind::PreDec, lvalue(parse(Increment), "predecrement (--)"));
      }
      return minus();
    default: return power(increment(postfix(term())));
  }
}

// -bareword is a string, -X a file test, anything else negation. -f => and {-f} are strings.
Node* Parser::minus() {
  std::uint32_t line = line_;
  const char* s = p_ + 1;
  if (chars::start(*s) && !chars::word(s[1])) {
    static constexpr std::string_view letters = "rwxoRWXOezsfdlpSugkbctTBAMC";
    if (letters.find(*s) != std::string_view::npos) {
      Cursor here = save();
      mark();
      p_ = s + 1;
      if (!fat_comma_follows()) return file_test(*s);
      restore(here);
    }
  }
  if (ident_start(s)) {
    const char* to = scan_qualified(s);
    std::string_view name = normal_name(s, to);
    Cursor here = save();
    mark();
    p_ = to;
    bool key = fat_comma_follows();
    bool known = builtin::find_builtin(name) || is_declared_sub(name) || *to == '(' ||
                 (*to == '-' && to[1] == '>') || name == "q" || name == "qq" || name == "qw" ||
                 name == "qr" || name == "qx" || name == "m" || name == "y" || name == "tr" ||
                 name == "__PACKAGE__" || name == "__LINE__";
    // A word with something behind it is no string.
    const char next = key ? 0 : peek_token();
    known = known || chars::digit(next) || (next != 0 && std::strchr("\"'$[{", next));
    if (key || !known) {
      if (key || peek_token() != '(') {
        Node* n = string(join("-", name));
        n->line = line;
        return power(n);
      }
    }
    restore(here);
  }
  mark();
  ++p_;
  check_depth();
  Node* n = node(NodeKind::Unary, parse(UnaryOps));
  n->iv = static_cast<std::int64_t>(Op::Neg);
  n->line = line;
  if (Node* word = strip(n->first); word->kind == NodeKind::Str)  // a string, as without space
    word->flags &= ~static_cast<std::uint32_t>(StrictWord);
  refuse_folded_word(n);
  return n;
}

Node* Parser::power(Node* base) {
  skip_space();
  if (*p_ != '*' || p_[1] != '*' || p_[2] == '=') return base;
  mark();
  std::uint32_t line = line_;
  p_ += 2;
  Node* n = node(NodeKind::Binary, base, parse(UnaryOps));
  n->iv = static_cast<std::int64_t>(Op::Pow);
  n->line = line;
  refuse_folded_word(n);
  return n;
}

Node* Parser::increment(Node* operand) {
  for (;;) {
    skip_space();
    const bool up = *p_ == '+' && p_[1] == '+';
    if (!up && !(*p_ == '-' && p_[1] == '-')) return operand;
    mark();
    p_ += 2;
    operand = up ? node(NodeKind::PostInc, lvalue(operand, "postincrement (++)"))
                 : node(NodeKind::PostDec, lvalue(operand, "postdecrement (--)"));
  }
}

}  // namespace perlipc
