// Words that `use strict 'subs'` refuses (perldoc strict). perl refuses most of them when the code
// around them is complete, so that those in code that can never run pass; those that decide a
// condition, or that a constant would be computed from, at once.
#include "interp/ast_walk.h"
#include "interp/parser_ops.h"

namespace perlipc {
namespace {

bool is_strict_word(const Node* n) { return n->kind == NodeKind::Str && n->has(StrictWord); }

// Goes through the code that can run.
class Walk {
 public:
  Walk(ParserHost& host, void (*found)(void*, Node*, const Node*), void* context)
      : host_(host), found_(found), context_(context) {}

  void joined_or_assigned(Node* n) { pass_ = Pass::First, walk(n); }
  void all(Node* n) { pass_ = Pass::All, walk(n); }

 private:
  enum class Pass { First, All };

  void walk(Node* n) {
    switch (n->kind) {
      case NodeKind::Str:
        if (pass_ == Pass::All && n->has(StrictWord)) found_(context_, n, statement_);
        return;
      case NodeKind::AnonSub:
      case NodeKind::SubDef:
      case NodeKind::FormatDef: return;  // looked at when they were complete
      case NodeKind::Statement: {
        const Node* outer = statement_;
        statement_ = n;
        if (n->first) walk(n->first);
        statement_ = outer;
        return;
      }
      case NodeKind::LogAnd:
      case NodeKind::LogOr:
      case NodeKind::LogDor: return logical(n);
      case NodeKind::If:
      case NodeKind::Ternary: return choice(n);
      case NodeKind::While: {
        const bool never = n->has(Modifier) && !n->has(PostCheck) && known(n->first) &&
                           truth(n->first) == n->has(Negated);
        return never ? void() : kids(n);
      }
      case NodeKind::Binary:
        if (n->op() == Op::Concat) operands(n);
        return kids(n);
      case NodeKind::Assign:
        if (!n->has(ListAssign)) operand(n->first->next);
        return kids(n);
      case NodeKind::OpAssign:
        if (n->op() == Op::Concat) operand(n->first->next);
        return kids(n);
      default: kids(n);
    }
  }

  void kids(Node* n) {
    for (Node* k = n->first; k; k = k->next) walk(k);
  }
  bool known(const Node* n) { return fold_constant(strip(n), host_).kind != Folded::None; }
  bool truth(const Node* n) { return fold_constant(strip(n), host_).truth(); }

  void logical(Node* n) {
    walk(n->first);
    const Folded left = fold_constant(strip(n->first), host_);
    const bool decided =
        left.kind != Folded::None && (n->kind == NodeKind::LogAnd  ? !left.truth()
                                      : n->kind == NodeKind::LogOr ? left.truth()
                                                                   : left.kind != Folded::Undef);
    if (!decided) walk(n->first->next);
  }

  void choice(Node* n) {
    Node* yes = n->first->next;
    Node* no = yes->next;
    if (!known(n->first)) return kids(n);
    Node* taken = truth(n->first) != n->has(Negated) ? yes : no;
    if (taken) walk(taken);
  }

  // Those of a concatenation or assignment are looked at first, from the right.
  void operands(Node* n) {
    operand(n->first->next);
    operand(n->first);
  }
  void operand(Node* n) {
    n = strip(n);
    if (pass_ == Pass::First && is_strict_word(n)) found_(context_, n, statement_);
  }

  Pass pass_ = Pass::All;
  const Node* statement_ = nullptr;
  ParserHost& host_;
  void (*found_)(void*, Node*, const Node*);
  void* context_;
};

std::string refusal(const Node* word) {
  return "Bareword \"" + std::string(word->text) + "\" not allowed while \"strict subs\" in use";
}

}  // namespace

// Where one value is needed before the program runs: a condition, the ends of a range.
void Parser::refuse_word(Node* n) {
  n = strip(n);
  if (!is_strict_word(n)) return;
  skip_space();
  error(refusal(n), message_line());
  n->flags &= ~static_cast<std::uint32_t>(StrictWord);
}

// `n` has just been read: perl computes it when all its operands are constants, which stops at the
// first word. Not in a program with errors.
void Parser::refuse_folded_word(Node* n) {
  if (errors_ > 0) return;
  Node* word = nullptr;
  for (Node* k = n->first; k; k = k->next)
    if (Node* item = strip(k); !word && is_strict_word(item)) word = item;
  if (!word) return;
  for (Node* k = n->first; k; k = k->next)
    if (fold_constant(strip(k), host_).kind == Folded::None) return;
  refuse_word(word);
}

// The code of `function` is complete.
void Parser::refuse_strict_words(FunctionScope* function) {
  if (!function->has_strict_words) return;
  function->has_strict_words = false;
  struct Context {
    Parser& parser;
    FunctionScope* function;
  } context{*this, function};
  const auto found = [](void* where, Node* word, const Node* statement) {
    const Context& at = *static_cast<Context*>(where);
    word->flags &= ~static_cast<std::uint32_t>(StrictWord);
    at.function->refused = true;
    at.parser.queue_error(refusal(word) +
                          (statement ? at.parser.host_.place(statement->info->file, statement->line)
                                     : at.parser.ending(word->line)));
  };
  Walk walk(host_, found, &context);
  for (Node* part : {function->signature, function->body}) {
    if (!part) continue;
    walk.joined_or_assigned(part);
    walk.all(part);
  }
}

}  // namespace perlipc
