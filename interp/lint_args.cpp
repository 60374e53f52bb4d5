// Uses of @_ in subs with a signature, which perl calls experimental (perldiag "Use of @_ in %s with
// signatured subroutine is experimental").
#include "interp/lint.h"
#include "interp/parser.h"

namespace perlipc {

using builtin::BuiltinId;

namespace {

bool is_args(const Node* n) { return n->kind == NodeKind::ArrayVar && n->text == "main::_"; }

class ArgsUses {
 public:
  explicit ArgsUses(ParserHost& host) : host_(host) {}

  void sub(const FunctionScope* function) {
    for (const Node* s = function->signature->first; s; s = s->next) parameter(s);
    block(function->body, "line sequence");
  }

 private:
  // The parameter's own reading of @_ is not written by anybody: only its default is looked at.
  void parameter(const Node* statement) {
    statement_ = statement;
    const Node* n = statement->first;
    const Node* value = nullptr;
    if (n->kind == NodeKind::LogOr) value = n->first->next;
    else if (const Node* choice = n->first->next; choice && choice->kind == NodeKind::Ternary)
      value = choice->first->next->next;
    if (value) walk(value, "subroutine argument default value");
  }

  void block(const Node* n, const char* name) {
    for (const Node* s = n->first; s; s = s->next) walk(s, name);
  }

  // `user`: what the value is for.
  void walk(const Node* n, const char* user) {
    switch (n->kind) {
      case NodeKind::ArrayVar:
        if (is_args(n)) say("Use of @_ in ", user);
        return;
      case NodeKind::AnonSub:
      case NodeKind::SubDef:
      case NodeKind::FormatDef: return;
      case NodeKind::Statement: {
        const Node* outer = statement_;
        statement_ = n;
        if (n->first) walk(n->first, user);
        statement_ = outer;
        return;
      }
      case NodeKind::List:
      case NodeKind::My:
      case NodeKind::Local: return kids(n, user);
      case NodeKind::Block:
      case NodeKind::BareBlock: return kids(n, "block");
      case NodeKind::DoBlock: return kids(n->first, "block");
      case NodeKind::EvalBlock: return kids(n->first, Parser::describe(n));
      case NodeKind::If: return condition(n, n->has(Negated) ? "logical or (||)" : kAnd);
      case NodeKind::While: return condition(n, n->has(Negated) ? "logical or (||)" : kAnd);
      case NodeKind::Foreach: return foreach (n);
      case NodeKind::Assign:
        walk(n->first->next, Parser::describe(n));
        return walk(n->first, Parser::describe(n));
      case NodeKind::Return: return kids(n, "return");
      case NodeKind::Sort: return kids(n, "sort");
      case NodeKind::Map: return kids(n, "map");
      case NodeKind::Grep: return kids(n, "grep");
      case NodeKind::Interp:
      case NodeKind::Stringify: return kids(n, "join or string");
      case NodeKind::Print:
        return kids(n, builtin::builtin_row(static_cast<BuiltinId>(n->iv)).name.data());
      case NodeKind::Method: return kids(n, "subroutine entry");
      case NodeKind::Call:
        kids(n, "subroutine entry");
        if (n->has(NoArgs)) say("Implicit use of @_ in ", "subroutine entry");
        return;
      case NodeKind::Goto:
        kids(n, "goto");
        if (n->has(Ampersand)) say("Implicit use of @_ in ", "goto");
        return;
      case NodeKind::OpAssign: return operator_assignment(n);
      case NodeKind::Func: return function(n);
      default: kids(n, Parser::describe(n));
    }
  }

  void kids(const Node* n, const char* user) {
    for (const Node* k = n->first; k; k = k->next) walk(k, user);
  }
  void condition(const Node* n, const char* name) {
    walk(n->first, name);
    for (const Node* k = n->first->next; k; k = k->next) walk(k, name);
  }
  void foreach (const Node* n) {
    const Node* list = n->first->next;
    walk(list, "foreach loop entry");
    for (const Node* k = list->next; k; k = k->next) walk(k, "block");
  }
  void operator_assignment(const Node* n) {
    Node fake;
    fake.kind = NodeKind::Binary;
    fake.iv = n->iv < 1000 ? n->iv : 0;
    kids(n, Parser::describe(&fake));
  }
  void function(const Node* n) {
    const auto id = static_cast<BuiltinId>(n->iv);
    const char* name = Parser::describe(n);
    const Node* kid = n->first;
    if (!kid && (id == BuiltinId::k_shift || id == BuiltinId::k_pop))
      return say("Implicit use of @_ in ", name);
    const bool element = kid && kid->kind == NodeKind::Index && is_args(kid->first);
    if (element && (id == BuiltinId::k_exists || id == BuiltinId::k_delete)) {
      say("Use of @_ in ", name);
      return walk(kid->first->next, name);
    }
    if (id == BuiltinId::k_keys) name = "keys on array";
    if (id == BuiltinId::k_values) name = "values on array";
    if (id == BuiltinId::k_each) name = "each on array";
    kids(n, name);
  }

  void say(const char* what, const char* user) {
    const StatementInfo& info = *statement_->info;
    host_.warn(*info.hints, Warning::ExpArgsArray, Severity::Severe,
               std::string(what) + user + " with signatured subroutine is experimental" +
                   host_.place(info.file, statement_->line));
  }

  static constexpr const char* kAnd = "logical and (&&)";
  ParserHost& host_;
  const Node* statement_ = nullptr;
};

}  // namespace

void Lint::args_with_signature(const FunctionScope* function) { ArgsUses(host_).sub(function); }

}  // namespace perlipc
