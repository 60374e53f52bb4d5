// Builtins that parse by their row of the table: named unary operators and list operators.
#include "interp/lint.h"
#include "interp/operator_text.h"
#include "interp/parser_ops.h"

namespace perlipc {

using builtin::builtin_row;
using builtin::BuiltinFlag;
using builtin::BuiltinParse;

Node* Parser::builtin_call(BuiltinId id, std::uint32_t line) {
  Node* n = nullptr;
  switch (builtin_row(id).parse) {
    case BuiltinParse::Nullary: n = nullary(id); break;
    case BuiltinParse::Unary: n = named_unary(id); break;
    case BuiltinParse::ListOp: n = list_operator(id); break;
    case BuiltinParse::Special: return special_builtin(id);
  }
  check_function(n);
  n->line = line;
  if (function_->has_strict_words && folds_constants(id)) refuse_folded_word(n);
  return n;
}

Node* Parser::nullary(BuiltinId id) {
  if (peek_token() == '(') {
    expect('(');
    expect(')');
  }
  if (id == BuiltinId::k_wantarray) {
    function_->has_wantarray = true;
    return node(NodeKind::Wantarray);
  }
  return func(id);
}

Node* Parser::named_unary(BuiltinId id) {
  const auto& row = builtin_row(id);
  char letter = row.operands[0] == '_' ? 'S' : row.operands[0];
  char mode = row.operands.back();  // '?', '_' or the letter: required
  Node* n = func(id);
  bool parens = peek_token() == '(';
  if (parens) {
    expect('(');
    if (peek_token() != ')') {
      bool as_array = function_->uses_args_as_array;
      n->first = operand(id, letter, 1, true, letter == 'L' ? LowOr : Assignment);
      if (n->first->kind == NodeKind::ArrayVar && n->first->text == "main::_" &&
          id == BuiltinId::k_shift)
        function_->uses_args_as_array = as_array;
      const bool comma_operator = (letter == 'F' && id != BuiltinId::k_chdir) ||
                                  id == BuiltinId::k_stat || id == BuiltinId::k_lstat ||
                                  id == BuiltinId::k_prototype;
      if (comma_operator && peek_token() == ',') {
        Node* list = node(NodeKind::List, n->first);
        list->flags |= Paren;
        list_items(list);
        n->first = list;
      } else if (comma_here()) {
        while (comma_here()) {}
        if (!list_ends()) {
          Node rest;
          list_items(&rest);
          expect(')');
          deferred_.clear();
          arity_error("Too many", builtin_text(id), true);
          return n;
        }
      }
    }
    expect(')');
  } else {
    n->flags |= NoParens;
    check_ambiguous_unary(p_ - row.name.size());
    if (term_follows(true)) {
      bool as_array = function_->uses_args_as_array;
      n->first = operand(id, letter, 1, false, Shift);
      if (n->first->kind == NodeKind::ArrayVar && n->first->text == "main::_" &&
          id == BuiltinId::k_shift)
        function_->uses_args_as_array = as_array;
    }
  }
  flush_deferred(parens);
  if (!n->first) {
    if (mode == '_' || (row.flags & BuiltinFlag::DefaultsToTopic)) n->flags |= OmittedTopic;
    else if (mode != '?') arity_error("Not enough", builtin_text(id), parens);
    if (id == BuiltinId::k_shift) note_args(false);
    if (id == BuiltinId::k_pop) note_args(true);
  }
  if (letter == 'T' && n->first) return ask_each_branch(n);
  if (id == BuiltinId::k_evalbytes) {
    note_string_eval();
    n->eval_info = arena_.make<EvalInfo>(block_, sequence_);
  }
  return n;
}

Node* Parser::list_operator(BuiltinId id) {
  Node* n = func(id);
  bool parens = peek_token() == '(';
  if (parens) {
    expect('(');
  } else {
    n->flags |= NoParens;
  }
  operands(n, id, parens);
  return n;
}

namespace {
// open(FH, ">&", OTHER): strict takes the bareword.
void allow_dup_word(Node* call) {
  Node* const mode = call->first ? call->first->next : nullptr;
  Node* const source = mode ? mode->next : nullptr;
  if (source && mode->kind == NodeKind::Str && mode->text.starts_with(">&") &&
      source->kind == NodeKind::Str)
    source->flags &= ~static_cast<std::uint32_t>(StrictWord);
}
}  // namespace

// Fills in a call's operands as its row says; consumes the closing parenthesis.
void Parser::operands(Node* call, BuiltinId id, bool parens) {
  const auto& row = builtin_row(id);
  std::string_view ops = row.operands;
  Node* last = nullptr;
  int number = 0;
  auto ended = [&] {
    skip_space();
    if (parens) return *p_ == ')' || p_ >= end_;
    return list_ends() || (number == 0 && !term_follows());
  };
  bool done = ended();
  bool enough = true;
  std::size_t i = 0;
  while (i < ops.size()) {
    char letter = ops[i++];
    char mode = i < ops.size() && (ops[i] == '?' || ops[i] == '_') ? ops[i++] : '\0';
    if (letter == '_') letter = 'S', mode = '_';
    if (letter == 'L') {
      if (done) {
        if (number == 0 && (row.flags & BuiltinFlag::DefaultsToTopic)) call->flags |= OmittedTopic;
        break;
      }
      Node* list = node(NodeKind::List);
      list_items(list);
      last ? last->next = list->first : call->first = list->first;
      if (parens && call->first) low_operators(call);
      done = true;
      break;
    }
    if (done) {
      if (mode == '_') call->flags |= OmittedTopic;
      else if (mode == '\0') enough = false;
      break;
    }
    Node* n = operand(id, letter, ++number, parens, Assignment);
    last ? last->next = n : call->first = n;
    last = n;
    if (!comma_here()) {
      done = true;
    } else {
      while (comma_here()) {}
      done = ended();
    }
  }
  bool too_many = false;
  if (!done) {
    too_many = true;
    Node rest;
    list_items(&rest);
  }
  if (parens) expect(')');
  flush_deferred(parens);
  if (!enough && number == 1) enough = spread_list(call, ops);
  if (id == BuiltinId::k_open) allow_dup_word(call);
  if (!enough) arity_error("Not enough", builtin_text(id), parens);
  if (too_many) arity_error("Too many", builtin_text(id), parens);
}

// pipe(my ($r, $w)): a list in parentheses that is all there is gives its items. Whether they are
// enough.
bool Parser::spread_list(Node* call, std::string_view ops) {
  Node* list = call->first;
  const bool declared = list->kind == NodeKind::My;
  if (!list->has(Paren) || !(declared || list->kind == NodeKind::List)) return false;
  if (ops.find_first_not_of("SF?_") != ops.npos) return false;
  std::size_t required = 0, items = 0;
  for (std::size_t i = 0; i < ops.size(); ++i)
    if ((ops[i] == 'S' || ops[i] == 'F') && ops.substr(i + 1, 1) != "?") ++required;
  for (const Node* k = list->first; k; k = k->next) ++items;
  if (items < required) return false;
  call->first = list->first;
  if (!declared) return true;
  Node** place = &call->first;
  for (Node* k = list->first; k;) {
    Node* const next = k->next;
    k->next = nullptr;
    Node* my = node(NodeKind::My, k);
    my->iv = list->iv;
    my->line = list->line;
    *place = my;
    place = &my->next;
    k = next;
  }
  return true;
}

// f(A, B or C) is f((A, B) or C).
void Parser::low_operators(Node* call) {
  Operator op;
  for (skip_space(); p_ < end_ && read_operator(op) && op.level < Comma; skip_space()) {
    Node* all = call->first;
    if (all->next) all = node(NodeKind::List, call->first);
    call->first = apply(op, all);
  }
}

Node* Parser::operand(BuiltinId id, char letter, int number, bool parens, int level) {
  switch (letter) {
    case 'F':
      if (id == BuiltinId::k_open && number == 1 && !parens) check_open_precedence();
      return handle_operand(parens, level);
    case 'A':
    case 'H':
    case 'C': return aggregate_operand(id, argument(parens, level), letter, number);
    case 'V': {
      Node* place = argument(parens, level);
      // perl lets shmread have a constant, which stays what it is.
      if (id == BuiltinId::k_shmread && place->kind == NodeKind::Str) return place;
      return lvalue(place, builtin_text(id), true);
    }
    case 'T': return tie_operand(id, argument(parens, level));
    default: break;
  }
  Node* n = argument(parens, level);
  if (letter == 'L') return lvalue(n, builtin_text(id));
  return n;
}

// The variable that tie, tied and untie are about.
Node* Parser::tie_operand(BuiltinId id, Node* n) {
  const Node* x = n;
  while ((x->kind == NodeKind::List && x->has(Paren) && x->first && !x->first->next) ||
         x->kind == NodeKind::My || x->kind == NodeKind::Local)
    x = x->first;
  switch (x->kind) {
    case NodeKind::ArrayVar:
    case NodeKind::HashVar:
    case NodeKind::GlobVar:
    case NodeKind::Deref:
    case NodeKind::Call:
    case NodeKind::Method: return n;
    case NodeKind::Func:
      if (static_cast<BuiltinId>(x->iv) == BuiltinId::k_undef && !x->first) return n;
      [[fallthrough]];
    default: return lvalue(n, builtin_text(id));
    case NodeKind::Ternary:
      for (Node* k = x->first->next; k; k = k->next) (void)tie_operand(id, k);
      return n;
  }
}

// tied(C ? %a : $b) is C ? tied(%a) : tied($b): what is asked about is known where it stands.
Node* Parser::ask_each_branch(Node* call) {
  Node* x = call->first;
  while (x->kind == NodeKind::List && x->has(Paren) && x->first && !x->first->next) x = x->first;
  if (x->kind != NodeKind::Ternary) return call;
  for (Node** place = &x->first->next; *place; place = &(*place)->next) {
    Node* const next = (*place)->next;
    (*place)->next = nullptr;
    Node* branch = func(static_cast<BuiltinId>(call->iv));
    branch->first = *place;
    branch->line = call->line;
    branch = ask_each_branch(branch);
    branch->next = next;
    *place = branch;
  }
  return x;
}

// A bareword is the name of a handle, as written; anything else gives the handle at run time.
Node* Parser::handle_operand(bool parens, int level) {
  skip_space();
  std::string_view name;
  const char* after = nullptr;
  if (handle_word_here(name, after)) {
    Cursor here = save();
    mark();
    p_ = after;
    skip_space();
    const bool alternative = p_[0] == '|' && p_[1] == '|' && (parens || level == Assignment);
    if (alternative) {  // what `FOO || die` gives: the word is true
      p_ = after;
      Node* n = string(name, Bareword);
      n->line = here.line;
      mention_handle(name);
      warn(Warning::Bareword, "Bareword found in conditional", line_);
      skip_space();
      p_ += 2;
      (void)parse(Assignment);
      return n;
    }
    bool expression = *p_ == '(' || (*p_ == '-' && p_[1] == '>') || (*p_ == '=' && p_[1] == '>') ||
                      *p_ == '.' || *p_ == '[';
    if (!expression) {
      p_ = after;
      Node* n = string(name, Bareword);
      n->line = here.line;
      mention_handle(name);
      return n;
    }
    restore(here);
  }
  Node* n = argument(parens, level);
  if (n == nullptr || n->kind != NodeKind::Binary) return n;
  // A text that is known now is a name like one that was written.
  const Folded known = fold_constant(n, host_);
  if (known.kind != Folded::Text || !ident_start(known.value.s->data)) return n;
  Node* text = string(arena_.copy(known.value.s->view()), known.value.s->utf8() ? Utf8 : 0U);
  mention_handle(text->text);
  return text;
}

// A word at p_ that is neither a builtin nor a known sub.
bool Parser::handle_word_here(std::string_view& name, const char*& after) {
  if (!ident_start(p_) && !(p_[0] == ':' && p_[1] == ':' && ident_start(p_ + 2))) return false;
  if (*p_ == 'v' && v_string_here()) return false;
  const char* to = scan_qualified(p_, false);
  if (*to == '\'' && ident_start(to + 1)) {
    if (reserved_word({p_, static_cast<std::size_t>(to - p_)})) return false;  // qx'text'
    to = scan_qualified(p_);
  }
  name = normal_name(p_, to);
  after = to;
  if (name == "STDIN" || name == "STDOUT" || name == "STDERR" || name == "_") return true;
  if (name.starts_with("CORE::") || name.ends_with("::")) return false;
  return !reserved_word(name) && !is_declared_sub(name);
}

// -X FILE; p_ is behind the letter. The operand does not follow the parenthesis rule of functions:
// -f($file).".bak" tests "$file.bak" (perlfunc -X).
Node* Parser::file_test(char letter) {
  Node* n = node(NodeKind::FileTest);
  n->iv = letter;
  std::string_view name;
  const char* after = nullptr;
  check_ambiguous_unary(p_ - 2);
  skip_space();
  if (handle_word_here(name, after) && *after != '(' && !(after[0] == '-' && after[1] == '>')) {
    mark();
    p_ = after;
    n->first = string(name, Bareword);
    mention_handle(name);
    return n;
  }
  if (term_follows(true)) n->first = parse(Shift), check_stat(n->first);
  else n->flags |= OmittedTopic;
  return n;
}

Node* Parser::aggregate_operand(BuiltinId id, Node* n, char letter, int number) {
  const Node* x = n;
  while (x->kind == NodeKind::List && x->has(Paren) && x->first && !x->first->next) x = x->first;
  if ((x->kind == NodeKind::My && x->first && !x->first->next) || x->kind == NodeKind::Local)
    x = x->first;
  bool array = x->kind == NodeKind::ArrayVar || (x->kind == NodeKind::Deref && x->iv == '@');
  bool hash = x->kind == NodeKind::HashVar || (x->kind == NodeKind::Deref && x->iv == '%');
  if ((array && letter != 'H') || (hash && letter != 'A')) return const_cast<Node*>(n);
  std::string name(name_of(id));
  bool scalar = !array && !hash && x->kind != NodeKind::Int && x->kind != NodeKind::Str &&
                x->kind != NodeKind::Num && x->kind != NodeKind::AnonArray &&
                x->kind != NodeKind::AnonHash;
  const char* wanted = letter == 'A' ? "array" : letter == 'H' ? "hash" : "hash or array";
  if (scalar && letter != 'H') {
    if (letter == 'A') {
      deferred_.push_back("Experimental " + name + " on scalar is now forbidden");
      return n;
    }
    error("Experimental " + name + " on scalar is now forbidden", message_line());
  }
  deferred_.push_back("Type of arg " + std::to_string(number) + " to " + name + " must be " +
                      wanted + " (not " + describe(x) + ")");
  return n;
}

}  // namespace perlipc
