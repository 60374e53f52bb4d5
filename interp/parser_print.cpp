// print, printf, say: finding the handle in front of the list (perlfunc print).
#include "interp/parser_ops.h"

namespace perlipc {

// What may start a term behind `print $fh ` although it could be an operator too.
bool Parser::term_after_handle(const char* s) const {
  char c = *s, d = s[1];
  if (std::string_view("$@\"'`").find(c) != std::string_view::npos) return true;
  if ((c == '&' || c == '*' || c == '<' || c == '%') && chars::start(d)) return true;
  if (chars::digit(c) || (c == '.' && chars::digit(d))) return true;
  if (c == '\\' || c == '(') return true;
  if (c == '-' || c == '+' || c == '?')
    return !chars::space(d) && d != '=' && !(c == '-' && d == '>');
  if (c == '/') return !chars::space(d) && d != '=' && d != '/';
  if (c == '<' && d == '<') return !chars::space(s[2]) && s[2] != '=';
  return false;
}

// p_ is at $: whether `$name` is followed by white space and a term, so that it names a handle.
bool Parser::scalar_is_handle() {
  const char* s = p_ + 1;
  if (!ident_start(s) && !(s[0] == ':' && s[1] == ':')) return false;
  s = scan_qualified(s);
  if (!chars::space(*s)) return false;
  Cursor here = save();
  p_ = s;
  skip_space();
  bool term = p_ < end_ && term_after_handle(p_);
  if (!term && ident_start(p_)) {
    const char* to = scan_word(p_);
    std::string_view w(p_, static_cast<std::size_t>(to - p_));
    Operator op;
    static constexpr std::string_view modifiers[] = {"if",  "unless",  "while", "until",
                                                     "for", "foreach", "x"};
    term = !word_operator(op);
    for (std::string_view m : modifiers) term = term && w != m;
  }
  restore(here);
  return term;
}

// The handle before the list, or null. A plain word is a handle unless it is a sub or an operator
// shows that it is a term.
Node* Parser::handle_before_list(bool parens, bool& is_block) {
  is_block = false;
  skip_space();
  if (*p_ == '{') {
    std::string_view name;
    mark();
    std::uint32_t line = line_;
    Node* n = braced_operand(&name);
    if (!n) {
      if (*p_ != '}') syntax_error();
      ++p_;
      const bool package = name.size() > 2 && name.ends_with("::");
      if (package) name.remove_suffix(2), warn_package(name);
      n = plain_bareword(name, line, !package);
    }
    n->line = line;
    is_block = true;
    return n;
  }
  if (*p_ == '$') {
    if (!scalar_is_handle()) return nullptr;
    mark();
    ++p_;
    return variable('$', variable_name());
  }
  std::string_view name;
  const char* after = nullptr;
  bool package = false;  // STDOUT::
  if (!handle_word_here(name, after)) {
    package = name.size() > 2 && name.ends_with("::") && !name.starts_with("CORE::");
    if (!package) return nullptr;
    name.remove_suffix(2);
  }
  if (*after == '(') return nullptr;
  Cursor here = save();
  Node* handle = string(name, Bareword);
  mark();
  p_ = after;
  skip_space();
  char c = p_ < end_ ? *p_ : ';';
  bool ends = c == ';' || c == '}' || (parens && c == ')') || c == ')' || c == ':';
  bool yes = ends;
  if (!yes && ident_start(p_)) {
    Operator op;
    yes = !word_operator(op) || op.level <= LowAnd;
  } else if (!yes) {
    yes = c != ',' && !(c == '=') && !(c == '-' && p_[1] == '>') && c != '?' && c != '|' &&
          c != '^' && c != '>' && !(c == '.' && !chars::digit(p_[1])) &&
          !(c == '&' && p_[1] == '&') && !(c == '!' && (p_[1] == '=' || p_[1] == '~')) &&
          !(c == '*' && !term_follows()) && !(c == '<' && !term_follows());
  }
  if (c == ',' && !package && name.find("::") == name.npos)
    fail("No comma allowed after filehandle");
  if (!yes) return restore(here), nullptr;
  if (package) warn_package(name);
  mention_handle(name);
  return handle;
}

Node* Parser::print_call(BuiltinId id) {
  Node* n = node(NodeKind::Print);
  n->iv = static_cast<std::int64_t>(id);
  warn_interpreted_as_function(name_of(id));
  bool parens = peek_token() == '(';
  if (parens) {
    expect('(');
    bool is_block = false;
    Node* handle = handle_before_list(true, is_block);
    if (handle) n->flags |= HasHandle | (is_block ? BlockValue : 0U);
    n->first = handle;
    if (peek_token() != ')') {
      Node* items = items_of(expression());
      handle ? handle->next = items : n->first = items;
    } else {
      n->flags |= OmittedTopic;
    }
    expect(')');
    return n;
  }
  n->flags |= NoParens;
  bool is_block = false;
  Node* handle = handle_before_list(false, is_block);
  if (handle) n->flags |= HasHandle | (is_block ? BlockValue : 0U);
  n->first = handle;
  if (list_ends()) {
    n->flags |= OmittedTopic;
  } else {
    if (!term_follows()) return n->flags |= OmittedTopic, n;
    Node* list = node(NodeKind::List);
    list_items(list);
    handle ? handle->next = list->first : n->first = list->first;
  }
  return n;
}

}  // namespace perlipc
