// Terms: literals, parentheses, anonymous data, subscripts and arrows.
#include "interp/ast_walk.h"
#include "interp/parser_ops.h"

namespace perlipc {

Node* Parser::term() {
  skip_space();
  if (p_ >= end_) syntax_error();
  char c = *p_;
  switch (c) {
    case '$': return scalar_variable();
    case '@': return array_variable();
    case '%': return hash_variable();
    case '&': return code_variable(true);
    case '*': return glob_variable();
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9': return numeric_literal();
    case '.':
      if (chars::digit(p_[1])) return numeric_literal();
      syntax_error();
    case '"': {
      mark();
      return double_quoted(delimited(Keep::No, nullptr));
    }
    case '\'': {
      mark();
      return single_quoted(delimited(Keep::No, nullptr));
    }
    case '`': {
      mark();
      return backticks(delimited(Keep::No, nullptr));
    }
    case '(': return parenthesised();
    case '[': return anon_array();
    case '{': return anon_hash();
    case '<': return angle();
    case '/': return slash_match();
    case '\\': return reference();
    case '-':
    case '!':
    case '~':
    case '+': return unary();
    case ':':
      if (p_[1] == ':' && ident_start(p_ + 2)) return word();
      if (p_[1] != ':') syntax_error();
      p_ += 2;  // the main package
      return string("main", Bareword);
    default:
      if (ident_start(p_)) return word();
      if (static_cast<unsigned char>(c) >= 0x80 || static_cast<unsigned char>(c) < 0x20) {
        char hex[16];
        std::snprintf(hex, sizeof hex, "\\x%02X", static_cast<unsigned char>(c));
        fail("Unrecognized character " + std::string(hex) + "; marked by <-- HERE after " +
             std::string(std::max(begin_, p_ - 10), p_) + "<-- HERE near column " +
             std::to_string(p_ - begin_ + 1));
      }
      syntax_error();
  }
}

// ( ... ): a List with Paren; followed by [ it is a list slice.
Node* Parser::parenthesised() {
  std::uint32_t line = line_;
  expect('(');
  Node* list;
  if (accept(')')) {
    list = node(NodeKind::List, Paren);
  } else {
    Node* inner = expression();
    expect(')');
    if (inner->kind == NodeKind::List && !inner->has(Paren)) {
      list = inner;
      list->flags |= Paren;
    } else {
      list = node(NodeKind::List, inner);
      list->flags |= Paren;
    }
  }
  list->line = line;
  return list_slice(list);
}

Node* Parser::list_slice(Node* list) {
  if (peek_token() != '[' || (source_ && source_->in_string)) return list;
  expect('[');
  Node* indexes = node(NodeKind::List);
  if (peek_token() != ']') indexes = expression();
  expect(']');
  return node(NodeKind::ListSlice, list, indexes);
}

Node* Parser::anon_array() {
  std::uint32_t line = line_;
  expect('[');
  Node* n = node(NodeKind::AnonArray);
  n->line = line;
  if (accept(']')) return n;
  Node* inner = expression();
  expect(']');
  n->first = items_of(inner);
  return n;
}

Node* Parser::anon_hash() {
  std::uint32_t line = line_;
  expect('{');
  Node* n = node(NodeKind::AnonHash);
  n->line = line;
  skip_space();
  if (*p_ != '}' && *p_ != ';') {
    Node* inner = expression();
    skip_space();
    n->first = items_of(inner);
  }
  skip_space();
  if (*p_ == ';' && p_ == added_newline_ + 1) ++p_;
  if (p_ >= end_) missing_brace();
  end_of_braces();
  expect('}');
  return n;
}

Node* Parser::reference() {
  mark();
  std::uint32_t line = line_;
  ++p_;
  skip_space();
  if (in_replacement_code_ && chars::digit(*p_))
    warn(Warning::Syntax, std::string("Can't use \\") + *p_ + " to mean $" + *p_ + " in expression",
         line_);
  check_depth();
  Node* kid = *p_ == '&' && p_[1] != '&' ? postfix(code_variable(false)) : parse(UnaryOps);
  note_aliased(kid);
  note_referenced(kid);
  Node* n = node(NodeKind::Ref, kid);
  n->line = line;
  return n;
}

// < as a term: heredoc, <FH>, <$fh>, <>, <<>>, or a glob pattern (perlop "I/O Operators").
Node* Parser::angle() {
  if (p_[1] == '<') {
    if (heredoc_here()) return heredoc_term();
    if (p_[2] == '>' && p_[3] == '>') {
      mark();
      p_ += 4;
      Node* n = node(NodeKind::ReadLine);
      n->iv = 1;
      return n;
    }
  }
  mark();
  std::uint32_t line = line_;
  if (p_[1] == '<' && !(p_[2] == '>' && p_[3] == '>') && (p_[2] == ';' || chars::space(p_[2])))
    fail("Use of bare << to mean <<\"\" is forbidden");
  Quoted q = delimited(Keep::No, "Unterminated <> operator");
  Node* n = node(NodeKind::ReadLine);
  n->line = line;
  std::string_view t = q.text;
  if (t.empty()) return n;
  std::size_t at = t[0] == '$' ? 1 : 0;
  bool name = at < t.size();
  for (std::size_t i = at; i < t.size(); ++i)
    name = name && (chars::word(t[i]) || t[i] == ':' || t[i] == '\'' ||
                    static_cast<unsigned char>(t[i]) >= 0x80);
  if (name) {
    n->first = at ? variable('$', t.substr(1)) : string(t, Bareword);
    if (!at) mention_handle(t);
    else if (!n->first->decl) mention(n->first->text);  // perl looks the name up twice
    return n;
  }
  n->kind = NodeKind::GlobPattern;
  q.open = '"';
  n->first = interpolate(q, Context::String);
  return n;
}

Node* Parser::slash_match() { return match_operator(false); }

// --- subscripts
// ------------------------------------------------------------------------------------

Node* Parser::index(Node* aggregate) {
  bool was_string = source_ && source_->in_string;
  if (was_string) source_->in_string = false;
  expect('[');
  Node* i = expression();
  skip_space();
  if (*p_ != ']' || p_ >= end_) syntax_error();
  if (was_string) source_->in_string = true;
  mark();
  ++p_;
  return node(NodeKind::Index, aggregate, i);
}

// Behind {: a bareword (or -bareword) alone is a string; a list is joined with $; (perlvar).
Node* Parser::hash_key() {
  skip_space();
  const char* s = *p_ == '-' ? p_ + 1 : p_;
  if (ident_start(s)) {
    const char* to = scan_word(s);
    const char* close = to;
    while (close < end_ && (*close == ' ' || *close == '\t')) ++close;
    bool only = *close == '}';
    if (!only && (*close == '\n' || *close == '#' || *close == '\r')) {
      Cursor here = save();
      p_ = to;
      skip_space();
      only = *p_ == '}';
      restore(here);
    }
    if (only) {
      mark();
      Node* key = string({p_, static_cast<std::size_t>(to - p_)});
      for (char c : key->text)
        if (static_cast<unsigned char>(c) >= 0x80) key->flags |= Utf8;
      p_ = to;
      return key;
    }
  }
  Node* key = expression();
  if (key->kind == NodeKind::List && key->first && key->first->next && !key->has(QwList)) {
    Node* joined = func(BuiltinId::k_join);
    joined->first = variable('$', ";");
    key->flags &= ~static_cast<std::uint32_t>(Paren);
    joined->first->next = key;
    joined->flags |= JoinedKey;
    return joined;
  }
  return key;
}

Node* Parser::hash_index(Node* aggregate) {
  bool was_string = source_ && source_->in_string;
  if (was_string) source_->in_string = false;
  mark();
  ++p_;
  Node* key = hash_key();
  skip_space();
  if (p_ >= end_ && !was_string) missing_brace();
  end_of_braces();
  if (was_string) source_->in_string = true;
  mark();
  ++p_;
  if (key->has(JoinedKey) && !feature(Hints::Multidimensional))
    error_near("Multidimensional hash lookup is disabled");
  return node(NodeKind::HashIndex, aggregate, key);
}

Node* Parser::slice(Node* aggregate, char sigil) {
  bool was_string = source_ && source_->in_string;
  if (was_string) source_->in_string = false;
  expect('[');
  Node* list = expression();
  skip_space();
  if (*p_ != ']' || p_ >= end_) syntax_error();
  if (was_string) source_->in_string = true;
  mark();
  ++p_;
  return node(sigil == '%' ? NodeKind::KvSlice : NodeKind::Slice, aggregate, list);
}

Node* Parser::hash_slice(Node* aggregate, char sigil) {
  bool was_string = source_ && source_->in_string;
  if (was_string) source_->in_string = false;
  mark();
  ++p_;
  skip_space();
  const char* to = ident_start(p_) ? scan_word(p_) : p_;
  while (to < end_ && chars::space(*to)) ++to;
  Node* list = *to == '}' && ident_start(p_) ? hash_key() : expression();
  skip_space();
  if (*p_ != '}' || p_ >= end_) syntax_error();
  if (was_string) source_->in_string = true;
  mark();
  ++p_;
  return node(sigil == '%' ? NodeKind::KvHashSlice : NodeKind::HashSlice, aggregate, list);
}

// --- arrows and implied arrows ------------------------------------------------------------------

// The arrow may be left out between subscripts, those of a list slice too (perlref).
static bool subscripted(const Node* n) {
  return n->kind == NodeKind::Index || n->kind == NodeKind::HashIndex ||
         n->kind == NodeKind::ListSlice;
}

Node* Parser::postfix(Node* n) {
  for (std::size_t in_row = 0;; ++in_row) {
    if (in_row > kLongRow) check_depth(in_row);
    if (p_ >= end_) return n;
    char c = *p_;
    if (c != '-' && c != '[' && c != '{' && c != '(') {
      if (!chars::space(c) && c != '#') return n;
      c = peek_token();
      if (c != '-' && c != '[' && c != '{' && c != '(') return n;
      if (c == '-') {
        Cursor here = save();
        skip_space();
        bool is_arrow = p_[1] == '>';
        if (!is_arrow) return restore(here), n;
      } else if (!subscripted(n) &&
                 !(c == '(' && n->kind == NodeKind::Call && n->has(BlockValue))) {
        return n;
      } else {
        skip_space();
      }
    }
    if (c == '-') {
      if (p_[1] != '>') return n;
      n = arrow(n);
      continue;
    }
    bool after_call = n->kind == NodeKind::Call && n->has(BlockValue);
    if (!subscripted(n) && !after_call) return n;
    if (c == '[') {
      n = index(deref('@', n));
    } else if (c == '{') {
      n = hash_index(deref('%', n));
    } else {
      Node* call = node(NodeKind::Call);
      call->flags = Dynamic | Ampersand | BlockValue;
      call->first = n;
      n = call_arguments(call);
    }
  }
}

// What an arrow points at: a container itself is no reference to one.
Node* Parser::pointed(char sigil, Node* reference) {
  const Node* n = strip(reference);
  if (n->kind == NodeKind::My && n->first && !n->first->next) n = n->first;
  const char held = n->kind == NodeKind::ArrayVar  ? '@'
                    : n->kind == NodeKind::HashVar ? '%'
                    : n->kind == NodeKind::Deref   ? static_cast<char>(n->iv)
                                                   : '$';
  if (held == sigil && held == '@') fail("Can't use an array as a reference");
  if (held == sigil && held == '%') fail("Can't use a hash as a reference");
  return deref(sigil, reference);
}

Node* Parser::deref_slice(Node* n, char sigil) {
  if (*p_ == '*') {
    ++p_;
    return pointed(sigil, n);
  }
  if (*p_ == '[') return slice(pointed('@', n), sigil);
  if (*p_ == '{') return hash_slice(pointed('%', n), sigil);
  syntax_error();
}

Node* Parser::arrow(Node* n) {
  mark();
  p_ += 2;
  skip_space();
  switch (*p_) {
    case '[': return index(pointed('@', n));
    case '{': return hash_index(pointed('%', n));
    case '(': {
      Node* call = node(NodeKind::Call);
      // BlockValue marks a call through an arrow: f()->(1)(2) needs no second arrow.
      call->flags = Dynamic | Ampersand | BlockValue;
      call->first = n;
      return call_arguments(call);
    }
    case '@': ++p_; return deref_slice(n, '@');
    case '%': ++p_; return deref_slice(n, '%');
    case '*':
      ++p_;
      if (*p_ == '*') return ++p_, deref('*', n);
      if (*p_ == '{') return hash_index(deref('*', n));
      syntax_error();
    case '&':
      if (p_[1] == '*') {
        p_ += 2;
        Node* call = node(NodeKind::Call);
        call->flags = Dynamic | Ampersand | NoArgs;
        call->first = n;
        note_args(true);
        return call;
      }
      syntax_error();
    case '$':
      if (p_[1] == '*') return p_ += 2, deref('$', n);
      if (p_[1] == '#' && p_[2] == '*') return p_ += 3, node(NodeKind::ArrayLen, pointed('@', n));
      break;
    default: break;
  }
  return method_call(n);
}

Node* Parser::method_call(Node* invocant) {
  Node* call = node(NodeKind::Method);
  call->first = invocant;
  if (Node* word = strip(invocant); word->kind == NodeKind::Str)
    word->flags &= ~static_cast<std::uint32_t>(StrictWord);
  if (invocant->kind == NodeKind::Str && invocant->has(Bareword)) call->flags |= MaybeClass;
  if (*p_ == '$') {
    call->flags |= Dynamic;
    ++p_;
    Node* name;
    if (*p_ == '{' || *p_ == '$') {
      --p_;
      name = deref_operand();
    } else {
      std::string_view v = variable_name();
      if (v.empty()) syntax_error();
      name = variable('$', v);
    }
    invocant->next = name;
  } else if (ident_start(p_) || (*p_ == ':' && p_[1] == ':')) {
    call->text = take_name();
  } else {
    syntax_error();
  }
  if (peek_token() == '(') return call_arguments(call);
  return call;
}

// ( LIST ) appended to a call whose leading kids are set.
Node* Parser::call_arguments(Node* call) {
  expect('(');
  Node* items = nullptr;
  if (peek_token() != ')') items = items_of(expression());
  expect(')');
  for (Node* a = items; a; a = a->next) note_aliased(a);
  if (call->first) append(call, items);
  else call->first = items;
  return call;
}

// The elements of a comma list; a parenthesised list is one element.
Node* Parser::items_of(Node* inner) {
  return inner->kind == NodeKind::List && !inner->has(Paren) ? inner->first : inner;
}

}  // namespace perlipc
