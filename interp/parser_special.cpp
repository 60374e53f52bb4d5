// Builtins with their own syntax: eval, do, require, return, defined, sort, map, split, ...
#include "interp/parser_ops.h"

namespace perlipc {

Node* Parser::special_builtin(BuiltinId id) {
  std::uint32_t line = line_;
  Node* n = nullptr;
  switch (id) {
    case BuiltinId::k_print:
    case BuiltinId::k_printf:
    case BuiltinId::k_say: n = print_call(id); break;
    case BuiltinId::k_sort: n = sort_call(); break;
    case BuiltinId::k_map: n = map_or_grep(NodeKind::Map); break;
    case BuiltinId::k_grep: n = map_or_grep(NodeKind::Grep); break;
    case BuiltinId::k_eval: n = eval_call(); break;
    case BuiltinId::k_do: n = do_call(); break;
    case BuiltinId::k_require: n = require_call(); break;
    case BuiltinId::k_return: n = return_call(); break;
    case BuiltinId::k_next: n = loop_control('n'); break;
    case BuiltinId::k_last: n = loop_control('l'); break;
    case BuiltinId::k_redo: n = loop_control('r'); break;
    case BuiltinId::k_dump: n = loop_control('d'); break;
    case BuiltinId::k_goto: n = goto_call(); break;
    case BuiltinId::k_defined: n = defined_like(id); break;
    case BuiltinId::k_undef: n = undef_call(); break;
    case BuiltinId::k_delete:
    case BuiltinId::k_exists: n = delete_or_exists(id); break;
    case BuiltinId::k_scalar: n = scalar_call(); break;
    case BuiltinId::k_split: n = split_call(); break;
    case BuiltinId::k_glob: n = glob_call(); break;
    case BuiltinId::k_system:
    case BuiltinId::k_exec: n = system_call(id); break;
    case BuiltinId::k_select:
    case BuiltinId::k_eof: n = select_or_eof(id); break;
    case BuiltinId::k_my: n = my_declaration(DeclKind::My); break;
    case BuiltinId::k_our: n = my_declaration(DeclKind::Our); break;
    case BuiltinId::k_state: n = my_declaration(DeclKind::State); break;
    case BuiltinId::k_local: n = local_declaration(); break;
    case BuiltinId::k_sub: n = anon_sub(); break;
    default:  // use, no, package, format inside an expression
      p_ -= name_of(id).size();
      syntax_error();
  }
  n->line = line;
  return n;
}

// A block in the current function. Learnt from perl: the enclosing statement takes the line of {.
Node* Parser::inner_block() {
  skip_space();
  std::uint32_t line = line_;
  Node* n = block();
  if (!source_) statement_line_ = line;
  return n;
}

// As inner_block(), but the line is that of the first token inside.
Node* Parser::list_block() {
  skip_space();
  Cursor here = save();
  ++p_;
  skip_space();
  std::uint32_t line = line_;
  if (*p_ == '{' && p_ < end_) term_brace_ = p_;
  restore(here);
  Node* n = block();
  if (!source_) statement_line_ = line;
  return n;
}

Node* Parser::eval_call() {
  if (peek_token() == '{') return node(NodeKind::EvalBlock, inner_block());
  Node* n = func(BuiltinId::k_eval);
  if (peek_token() == '(') {
    expect('(');
    if (peek_token() != ')') n->first = expression();
    expect(')');
  } else if (term_follows(true)) {
    n->first = parse(Shift);
  }
  if (!n->first) n->flags |= OmittedTopic;
  note_string_eval();
  n->eval_info = arena_.make<EvalInfo>(block_, sequence_);
  return n;
}

Node* Parser::do_call() {
  if (peek_token() == '{') return node(NodeKind::DoBlock, inner_block());
  Node* n = func(BuiltinId::k_do);
  if (!term_follows()) syntax_error();
  n->first = parse(Shift);
  return n;
}

// require VERSION, require Bare::Word, require EXPR (perlfunc).
Node* Parser::require_call() {
  Node* n = func(BuiltinId::k_require);
  bool parens = peek_token() == '(';
  skip_space();
  if (!parens && p_[0] == ':' && p_[1] == ':' && ident_start(p_ + 2))
    throw SyntaxError{"Bareword in require must not start with a double-colon: \"" +
                      std::string(p_, scan_qualified(p_)) + "\"\n"};
  if (!parens && ident_start(p_) && !v_string_here()) {
    const char* to = scan_qualified(p_);
    std::string_view name = normal_name(p_, to);
    bool call = *to == '(' || (reserved_word(name));
    if (!call) {
      mark();
      p_ = to;
      char next = peek_token();
      if (!(next == '-' || next == '=') || !fat_comma_follows()) {
        n->first = string(name, Bareword);
        if (name.ends_with("::")) name.remove_suffix(2);
        host_.package_declared(name);  // from here on the word is a class name
        return n;
      }
      p_ -= name.size();
    }
  }
  if (parens || term_follows(true)) n->first = parse(Shift);
  else n->flags |= OmittedTopic;
  return n;
}

Node* Parser::return_call() {
  Node* n = node(NodeKind::Return);
  if (!list_ends()) n->first = parse(Comma);
  return n;
}

Node* Parser::loop_control(char which) {
  Node* n = node(NodeKind::LoopControl);
  n->iv = which;
  if (list_ends()) return n;
  if (ident_start(p_)) {
    const char* to = scan_word(p_);
    std::string_view name(p_, static_cast<std::size_t>(to - p_));
    if (!reserved_word(name) && *to != '(' && !(to[0] == ':' && to[1] == ':')) {
      mark();
      p_ = to;
      n->text = name;
      return n;
    }
  }
  if (term_follows()) n->first = assign_expression();
  return n;
}

Node* Parser::goto_call() {
  Node* n = node(NodeKind::Goto);
  if (list_ends()) return func(BuiltinId::k_die, string("goto must have label"));
  if (*p_ == '&') {
    n->first = code_variable(false);
    if (n->first->kind == NodeKind::CodeVar || n->first->kind == NodeKind::Deref) {
      n->flags |= Ampersand;
      note_args(true);
    }
    return n;
  }
  if (ident_start(p_)) {
    const char* to = scan_word(p_);
    std::string_view name(p_, static_cast<std::size_t>(to - p_));
    if (!reserved_word(name) && *to != '(' && *to != ':' && *to != '-') {
      mark();
      p_ = to;
      n->text = name;
      return n;
    }
  }
  n->first = parse(Assignment);
  if (n->first->kind == NodeKind::Deref && n->first->iv == '&') n->flags |= Ampersand;
  note_args(true);
  return n;
}

// defined EXPR; &name is not called.
Node* Parser::defined_like(BuiltinId id) {
  Node* n = func(id);
  bool parens = peek_token() == '(';
  if (parens) {
    expect('(');
    if (peek_token() == ')') return expect(')'), n->flags |= OmittedTopic, n;
  } else if (!term_follows(true)) {
    n->flags |= OmittedTopic;
    return n;
  }
  skip_space();
  if (*p_ == '&' && p_[1] != '&') n->first = postfix(code_variable(false));
  else n->first = parens ? expression() : parse(Shift);
  if (parens && *(skip_space(), p_) != ')' && n->first->kind == NodeKind::CodeVar) {
    Operator op;
    while (p_ < end_ && read_operator(op)) n->first = apply(op, n->first), skip_space();
  }
  if (parens) expect(')');
  const Node* x = n->first;
  if (parens && x->kind == NodeKind::List && !x->has(Paren) && x->first && x->first->next)
    arity_error("Too many", "defined operator", true);
  bool array = x->kind == NodeKind::ArrayVar || (x->kind == NodeKind::Deref && x->iv == '@');
  bool hash = x->kind == NodeKind::HashVar || (x->kind == NodeKind::Deref && x->iv == '%');
  if (x->kind == NodeKind::My && (x->first->kind == NodeKind::ArrayVar)) array = true;
  if (array || hash)
    fail(std::string("Can't use 'defined(") + (array ? "@array" : "%hash") +
         ")' (Maybe you should just omit the defined()?)");
  return n;
}

Node* Parser::undef_call() {
  Node* n = func(BuiltinId::k_undef);
  bool parens = peek_token() == '(';
  if (parens) {
    expect('(');
    if (peek_token() == ')') return expect(')'), n;
  } else {
    check_ambiguous_unary(p_ - 5);
    if (!term_follows(true)) return n;
  }
  skip_space();
  n->first = *p_ == '&' ? postfix(code_variable(false)) : parens ? expression() : parse(Shift);
  if (parens) expect(')');
  if (const Node* x = n->first;
      x->kind == NodeKind::List && !x->has(Paren) && x->first && x->first->next)
    arity_error("Too many", "undef operator", true);
  n->first = lvalue(n->first, "undef operator");
  return n;
}

Node* Parser::delete_or_exists(BuiltinId id) {
  Node* n = func(id);
  bool parens = peek_token() == '(';
  if (parens) expect('(');
  skip_space();
  bool exists = id == BuiltinId::k_exists;
  if (exists && *p_ == '&') n->first = postfix(code_variable(false));
  else if (list_ends()) {
    n->first = node(NodeKind::Nop);
    arity_error("Not enough", name_of(id), false);
    if (parens) expect(')');
    return n;
  } else n->first = parens ? expression() : parse(Shift);
  if (parens) expect(')');
  const Node* x = n->first;
  while (x->kind == NodeKind::List && x->has(Paren) && x->first && !x->first->next) x = x->first;
  if (x->kind == NodeKind::Local) x = x->first;
  bool element = x->kind == NodeKind::Index || x->kind == NodeKind::HashIndex;
  if (exists) {
    bool sub = x->kind == NodeKind::CodeVar || (x->kind == NodeKind::Deref && x->iv == '&');
    if (!element && !sub)
      fail(x->kind == NodeKind::Call
               ? "exists argument is not a subroutine name"
               : "exists argument is not a HASH or ARRAY element or a subroutine");
  } else {
    bool slice = x->kind == NodeKind::Slice || x->kind == NodeKind::HashSlice ||
                 x->kind == NodeKind::KvSlice || x->kind == NodeKind::KvHashSlice;
    if (!element && !slice) fail("delete argument is not a HASH or ARRAY element or slice");
    if (x->first && x->first->kind == NodeKind::ArrayVar && x->first->text == "main::_")
      note_args(true);
  }
  return n;
}

Node* Parser::scalar_call() {
  Node* n = func(BuiltinId::k_scalar);
  if (peek_token() == '(') {
    expect('(');
    if (peek_token() == ')') {
      expect(')');
      arity_error("Not enough", "scalar", true);
      n->first = func(BuiltinId::k_undef);
      return n;
    }
    n->first = expression();
    expect(')');
    return n;
  }
  if (!term_follows(true)) {
    arity_error("Not enough", "scalar", false);
    n->first = func(BuiltinId::k_undef);
    return n;
  }
  n->first = parse(Shift);
  return n;
}

// name(...) or name LIST: the items become kids.
Node* Parser::func_with_items(BuiltinId id, bool& parens) {
  Node* n = func(id);
  parens = peek_token() == '(';
  if (parens) {
    expect('(');
    if (peek_token() != ')') n->first = items_of(expression());
    expect(')');
  } else {
    n->flags |= NoParens;
    if (!list_ends() && term_follows()) list_items(n);
  }
  return n;
}

// split /PATTERN/: kid 0 is a Qr; any other first operand is an expression.
Node* Parser::split_call() {
  bool parens;
  Node* n = func_with_items(BuiltinId::k_split, parens);
  int count = 0;
  for (Node* k = n->first; k; k = k->next) ++count;
  if (count > 3) arity_error("Too many", "split", parens);
  if (n->first && n->first->kind == NodeKind::Match && n->first->has(TargetTopic)) {
    if (n->first->text.find('g') != n->first->text.npos)
      warn(Warning::Regexp, "Use of /g modifier is meaningless in split", line_);
    n->first->kind = NodeKind::Qr;
    n->first->flags &= ~static_cast<std::uint32_t>(TargetTopic);
  }
  if (count < 2) n->flags |= OmittedTopic;
  return n;
}

Node* Parser::glob_call() {
  Node* n = func(BuiltinId::k_glob);
  if (peek_token() == '(') {
    expect('(');
    if (peek_token() != ')') n->first = expression();
    expect(')');
  } else if (term_follows(true)) {
    n->first = parse(Shift);
  }
  if (!n->first) n->flags |= OmittedTopic;
  return n;
}

// system { PROGRAM } LIST, system $program LIST (perlfunc exec).
Node* Parser::system_call(BuiltinId id) {
  Node* n = func(id);
  bool parens = peek_token() == '(';
  if (parens) expect('(');
  else n->flags |= NoParens;
  skip_space();
  if (*p_ == '{') {
    std::string_view name;
    n->first = braced_operand(&name);
    if (!n->first) {
      expect('}');
      n->first = string(name);
    }
    n->flags |= HasBlock | BlockValue;
  } else if (*p_ == '$' && scalar_is_handle()) {
    ++p_;
    n->first = variable('$', variable_name());
    n->flags |= HasBlock;
  }
  Node* list = node(NodeKind::List);
  if (parens ? peek_token() != ')' : !list_ends() && term_follows()) {
    if (parens) list->first = items_of(expression());
    else list_items(list);
  }
  if (parens) expect(')');
  n->first ? append(n, list->first) : static_cast<void>(n->first = list->first);
  return n;
}

// select FH or four operands; eof, eof(), eof FH differ (perlfunc).
Node* Parser::select_or_eof(BuiltinId id) {
  Node* n = func(id);
  bool parens = peek_token() == '(';
  if (parens) {
    expect('(');
    n->flags |= Paren;
    if (peek_token() == ')') return expect(')'), n;
  } else if (id == BuiltinId::k_eof ? !term_follows(true) : list_ends() || !term_follows()) {
    return n;
  }
  n->first = handle_operand(parens, id == BuiltinId::k_eof && !parens ? Shift : Assignment);
  if (id == BuiltinId::k_select) {
    int count = 1;
    for (Node* last = n->first; comma_here(); last = last->next, ++count) {
      if (list_ends()) break;
      last->next = assign_expression();
    }
    if (parens) expect(')');
    if (count != 1 && count != 4)
      arity_error(count < 4 ? "Not enough" : "Too many", "select system call", parens);
    return n;
  }
  if (parens) expect(')');
  return n;
}

// --- sort, map, grep
// ------------------------------------------------------------------------------

// sort NAME LIST: the sub's qualified name; null when the word is part of the list.
Node* Parser::sort_subname() {
  if (!ident_start(p_)) return nullptr;
  const char* to = scan_qualified(p_);
  std::string_view name = normal_name(p_, to);
  if (reserved_word(name) || name.ends_with("::")) return nullptr;
  Cursor here = save();
  p_ = to;
  skip_space();
  bool term = p_ < end_ && *p_ != ',' && *p_ != ';' && *p_ != ')' && !looking_at("=>") &&
              !looking_at("->") && *p_ != '(' && *p_ != '.' && *p_ != '?' && term_follows();
  if (*p_ == '(') term = true;
  if (!term) return restore(here), nullptr;
  Node* n;
  if (lexical_subs_) {
    if (VarDecl* d = find_lexical(join("&", name)); d && d->kind != DeclKind::Our) {
      n = node(NodeKind::Ref, node(NodeKind::CodeVar));
      n->first->decl = d;
      n->first->text = d->name;
      return n;
    }
  }
  return string(qualify_sub(name), Bareword);
}

Node* Parser::sort_call() {
  Node* n = node(NodeKind::Sort);
  warn_interpreted_as_function("sort");
  bool parens = peek_token() == '(';
  if (parens) expect('(');
  skip_space();
  if (*p_ == '{') {
    n->first = list_block();
    n->flags |= HasBlock;
    n->scope = n->first->scope;
    check_sort_block(n->first);
    comma_here();
  } else if (*p_ == '$' && scalar_is_handle()) {
    ++p_;
    n->first = variable('$', variable_name());
    n->flags |= HasBlock;
  } else if (!parens || !ident_start(p_) || *scan_qualified(p_) != '(') {
    // sort(NAME(...)) sorts what the call returns.
    if (Node* name = sort_subname()) {
      n->first = name;
      n->flags |= HasBlock;
    }
  }
  Node* list = node(NodeKind::List);
  skip_space();
  if (!parens && n->first && n->first->kind == NodeKind::Block && list_ends()) syntax_error();
  if (parens ? *p_ != ')' : !list_ends() && term_follows()) {
    if (parens) list->first = items_of(expression());
    else list_items(list);
  }
  if (parens) expect(')');
  if (!n->first && !list->first) arity_error("Not enough", "sort", parens);
  n->first ? append(n, list->first) : static_cast<void>(n->first = list->first);
  return n;
}

// perlfunc map: { after map is guessed by what comes first inside.
bool Parser::brace_is_hash() {
  Cursor here = save();
  ++p_;
  skip_space();
  bool hash = false;
  const char* first = p_;
  if (*p_ == '}') {
    hash = true;
  } else if (*p_ == '"' || *p_ == '\'' || *p_ == '`') {
    const char* s = p_ + 1;
    while (s < end_ && *s != *p_) s += *s == '\\' ? 2 : 1;
    if (s < end_) {
      p_ = s + 1;
      skip_space();
      hash = *p_ == ',' || looking_at("=>");
    }
  } else if (ident_start(p_)) {
    const char* to = scan_word(p_);
    std::string_view w(p_, static_cast<std::size_t>(to - p_));
    p_ = to;
    bool quote = (w == "q" || w == "qq" || w == "qx") && !chars::word(*p_);
    skip_space();
    if (looking_at("=>")) {
      hash = true;
    } else if (quote && p_ < end_ && *p_ != ',' && *p_ != '=') {
      try {
        delimited(Keep::All, nullptr);
        skip_space();
        hash = *p_ == ',' || looking_at("=>");
      } catch (const SyntaxError&) { hash = false; }
    } else {
      hash = *p_ == ',' && !(*first >= 'a' && *first <= 'z');
    }
  }
  restore(here);
  return hash;
}

Node* Parser::map_or_grep(NodeKind kind) {
  Node* n = node(kind);
  const char* name = kind == NodeKind::Map ? "map" : "grep";
  bool parens = peek_token() == '(';
  if (parens) expect('(');
  const auto no_more = [&] { return parens ? *p_ == ')' : list_ends(); };
  skip_space();
  if (*p_ == '{' && !brace_is_hash()) {
    n->first = list_block();
    n->flags |= HasBlock;
    n->scope = n->first->scope;
    if (comma_here()) {
      while (p_[-1] != ',' && p_[-1] != '>') --p_;
      p_ -= p_[-1] == '>' ? 2 : 1;
      syntax_error();
    }
    skip_space();
    if (no_more()) syntax_error();
  } else {
    if (no_more()) {
      if (parens) expect(')');
      arity_error("Not enough", name, parens);
      n->first = node(NodeKind::Nop);
      return n;
    }
    n->first = assign_expression();
    if (!comma_here() && !no_more()) syntax_error();  // an expression alone: of an empty list
  }
  if (parens) {
    if (peek_token() != ')') n->first->next = items_of(expression());
    expect(')');
  } else if (!list_ends()) {
    Node* list = node(NodeKind::List);
    list_items(list);
    n->first->next = list->first;
  }
  return n;
}

}  // namespace perlipc
