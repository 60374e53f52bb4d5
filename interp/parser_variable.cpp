// Variables: sigils, dereferences in front ($$x, @{...}), declarations with my/our/state/local.
#include "interp/parser_ops.h"

#include <cstring>

namespace perlipc {

Node* Parser::topic() { return variable('$', "_"); }

// The name behind a sigil: an identifier, ::x, ^X, digits or one punctuation character; p_ moves.
// Empty (and p_ unmoved) when no name starts here.
std::string_view Parser::variable_name() {
  char c = *p_;
  if (p_ >= end_) return {};
  if (ident_start(p_)) return take_name();
  if (c == ':' && p_[1] == ':' &&
      (ident_start(p_ + 2) || p_[2] == '{' || !source_ || !source_->in_string))
    return take_name();
  if (c == '\'' && ident_start(p_ + 1)) return take_name();
  const char* from = p_;
  if (chars::digit(c)) {
    if (c == '0') ++p_;
    else
      while (chars::digit(*p_)) ++p_;
    return {from, static_cast<std::size_t>(p_ - from)};
  }
  if (c == '^' && p_ + 1 < end_ &&
      (chars::is(p_[1], chars::Upper) ||
       std::string_view("[]\\^_?").find(p_[1]) != std::string_view::npos)) {
    p_ += 2;
    char* out = static_cast<char*>(arena_.allocate(2));
    out[0] = static_cast<char>(p_[-1] ^ 64);
    out[1] = '\0';
    return {out, 1};
  }
  static constexpr std::string_view punctuation = "&`'+!@/\\,;.-~=%:\"<>()[]?|*$^#";
  if (punctuation.find(c) == std::string_view::npos) return {};
  ++p_;
  return {from, 1};
}

// A resolved variable: lexical, `our`, or a package variable allowed by strict.
Node* Parser::variable(char sigil, std::string_view name) {
  NodeKind kind = sigil == '$'   ? NodeKind::ScalarVar
                  : sigil == '@' ? NodeKind::ArrayVar
                  : sigil == '%' ? NodeKind::HashVar
                                 : NodeKind::GlobVar;
  Node* n = node(kind);
  if (sigil == '$' && (name == "*" || name == "#"))
    fail("$" + std::string(name) + " is no longer supported as of Perl 5.30");
  bool plain = chars::start(name[0]) || static_cast<unsigned char>(name[0]) >= 0x80;
  bool qualified = name.find("::") != std::string_view::npos;
  if (plain && !qualified && sigil != '*' && !(name.size() == 1 && name[0] == '_')) {
    char buffer[64];
    std::string_view key;
    if (name.size() < sizeof buffer) {
      buffer[0] = sigil;
      name.copy(buffer + 1, name.size());
      key = {buffer, name.size() + 1};
    } else {
      key = join({&sigil, 1}, name);
    }
    if (VarDecl* d = find_lexical(key)) {
      n->decl = d;
      n->text = d->kind == DeclKind::Our ? d->our_name : d->name;
      return n;
    }
    n->text = qualify(sigil, name);
    const bool sorted = sigil == '$' && (name == "a" || name == "b");  // as sort uses them
    const bool mentioned = mention(n->text, sorted ? Use::Known : Use::Plain);
    if (std::string_view original = host_.original_name(sigil, n->text); original != n->text) {
      n->text = original;
      if (sigil == '@' && original == "main::_") note_args(true);
      return n;
    }
    if (strict(Hints::StrictVars) &&
        !(sigil == '$' && name.size() == 1 && (name[0] == 'a' || name[0] == 'b'))) {
      static constexpr std::string_view free_names[] = {"ENV",   "INC",    "ARGV",   "SIG",
                                                        "STDIN", "STDOUT", "STDERR", "ARGVOUT"};
      for (std::string_view f : free_names)
        if (name == f) return n;
      if (!host_.variable_imported(join({&sigil, 1}, n->text))) {
        if (mentioned || host_.symbol_used(n->text)) warn_not_imported(key, n->text);
        if (!mentioned) mention_index_.erase(n->text);  // refused, it makes no symbol
        error("Global symbol \"" + std::string(key) +
                  "\" requires explicit package name (did you " + "forget to declare \"my " +
                  std::string(key) + "\"?)",
              line_);
      }
    }
    return n;
  }
  n->text = qualify(sigil, name);
  const bool sorted = sigil == '$' && (n->text.ends_with("::a") || n->text.ends_with("::b"));
  if (plain || qualified) mention(n->text, sorted ? Use::Known : Use::Plain);
  if (sigil == '@' && name == "_") note_args(true);
  return n;
}

// perldiag "Variable "%s" is not imported%s".
void Parser::warn_not_imported(std::string_view name, std::string_view qualified) {
  if (!host_.array_exists(qualified)) warn_unintended();
  if (!warns(Warning::Misc, Severity::Severe)) return;
  warn(Warning::Misc, "Variable \"" + std::string(name) + "\" is not imported", line_,
       Severity::Severe);
  if (host_.find_sub(qualified).declared)
    host_.warn("\t(Did you mean &" + std::string(name.substr(1)) + " instead?)\n");
}

// `[` or `{` of an element, white space allowed before it in code.
bool Parser::subscript_follows(char open) {
  if (source_ && source_->in_string) return *p_ == open && p_ < end_;
  return peek_token() == open;
}

// $name, $name[...] or $name{...}; strings pass through interpolated_scalar() instead.
Node* Parser::element(std::string_view name) {
  if (subscript_follows('[')) {
    skip_space();
    check_multidimensional(name);
    bool as_array = function_->uses_args_as_array;
    Node* array = variable('@', name);
    if (name == "_") function_->uses_args_as_array = as_array;
    return index(array);
  }
  if (subscript_follows('{')) {
    skip_space();
    return hash_index(variable('%', name));
  }
  return variable('$', name);
}

Node* Parser::scalar_variable() {
  mark();
  const char* start = p_++;
  if (*p_ == '#' && (p_[1] == '{' || p_[1] == '$' || ident_start(p_ + 1) || p_[1] == ':' ||
                     p_[1] == '+' || p_[1] == '-' || p_[1] == '^'))
    return p_ = start, array_length();
  if (*p_ == '$') {
    char n = p_[1];
    if (word_start(p_ + 1) || n == '{' || n == '$' || (n == ':' && p_[2] == ':')) {
      Node* inner = deref_operand();
      if (subscript_follows('[')) return skip_space(), index(deref('@', inner));
      if (subscript_follows('{')) return skip_space(), hash_index(deref('%', inner));
      return deref('$', inner);
    }
    ++p_;
    return element("$");
  }
  if (*p_ == '#' && (p_[1] == ' ' || p_[1] == '\t')) return ++p_, element("#");
  skip_space();
  if (*p_ == '{') {
    std::string_view name;
    Node* inner = braced_operand(&name);
    if (!inner)
      return name.data() && *p_ == '}' ? (++p_, element(name)) : braced_element(name, '$');
    if (subscript_follows('[')) return skip_space(), index(deref('@', inner));
    if (subscript_follows('{')) return skip_space(), hash_index(deref('%', inner));
    return deref('$', inner);
  }
  std::string_view name = variable_name();
  if (name.empty()) syntax_error();
  return element(name);
}

// Behind a sigil: the scalar that holds the reference, $$x or ${...} without subscripts.
Node* Parser::deref_operand() {
  skip_space();
  if (*p_ == '{') {
    std::string_view name;
    Node* inner = braced_operand(&name);
    if (inner) return inner;
    if (*p_ != '}') syntax_error();
    ++p_;
    return variable('$', name);
  }
  if (*p_ != '$') syntax_error();
  ++p_;
  char n = p_[0];
  if (n == '$' || n == '{') {
    bool more = n == '{' || word_start(p_ + 1) || p_[1] == '{' || p_[1] == '$' || p_[1] == ':';
    if (more) {
      if (n == '{') {
        std::string_view name;
        Node* inner = braced_operand(&name);
        if (inner) return deref('$', inner);
        if (*p_ != '}') syntax_error();
        ++p_;
        return variable('$', name);
      }
      return deref('$', deref_operand());
    }
  }
  std::string_view name = variable_name();
  if (name.empty()) syntax_error();
  return variable('$', name);
}

// p_ is behind NAME in ${NAME}, ${NAME[0]}, ...
void Parser::warn_braced_name(char sigil, std::string_view name, bool subscript,
                              std::uint32_t line) {
  const bool in_string = source_ && source_->in_string;
  if (!reserved_word(name) && (subscript || in_string || !is_declared_sub(name))) return;
  if (!subscript && in_string) return;
  const std::string_view dots = !subscript ? "" : *p_ == '[' ? "[...]" : "{...}";
  const std::string shown = std::string(name) + std::string(dots);
  warn(Warning::Ambiguous,
       std::string("Ambiguous use of ") + sigil + '{' + shown + "} resolved to " + sigil + shown,
       line);
}

// p_ is at { behind a sigil. ${name} and ${^NAME}: sets *name, stops at the } (or at a subscript
// inside the braces), returns null. Otherwise the expression or statements inside.
Node* Parser::braced_operand(std::string_view* name) {
  Cursor here = save();
  ++p_;
  skip_space();
  if (*p_ == '^' && chars::is(p_[1], chars::Upper)) {
    const char* to = scan_word(p_ + 2);
    std::string text(1, static_cast<char>(p_[1] ^ 64));
    text.append(p_ + 2, to);
    *name = arena_.copy(text);
    p_ = to;
    skip_space();
    if (*p_ == '}' || *p_ == '[' || *p_ == '{') return nullptr;
    syntax_error();
  }
  bool word = ident_start(p_) || (p_[0] == ':' && p_[1] == ':');
  if (word || chars::digit(*p_)) {
    const char* from = p_;
    const char* to = word ? scan_qualified(p_) : scan_word(p_);
    p_ = to;
    const std::uint32_t line = line_;
    skip_space();
    const char sigil = here.p[-1];
    const bool variable = sigil == '$' || sigil == '@' || sigil == '%';
    const bool subscript = (*p_ == '[' || *p_ == '{') && variable;
    if (*p_ == '}' || (subscript && normal_name(from, to) != "sub")) {
      *name = normal_name(from, to);
      if (word && warns(Warning::Ambiguous)) warn_braced_name(sigil, *name, subscript, line);
      return nullptr;
    }
  } else if (p_ + 1 < end_ && p_[1] == '}' && *p_ != '}' &&
             std::string_view("&`'+!@/\\,;.-~=%:\"<>()[]?|*$^#").find(*p_) !=
                 std::string_view::npos) {
    *name = {p_, 1};
    ++p_;
    return nullptr;
  }
  if (p_ < end_ && *p_ == '}') {  // nothing inside
    restore(here);
    trail_.emplace(trail_here());
    const char* from = here.p - 1;
    while (from > begin_ && *from == '#') --from;
    const char* to = here.p + 1;
    while (chars::space(*to)) ++to;
    const bool in_string = source_ && source_->in_string;
    const std::string near(from, in_string ? to + 1 : to);
    SyntaxError error{"syntax error" + where(line_) + ", near \"" + near + "\"\n", true};
    if (!in_string) throw error;
    near_error(error.message);
    abort_in_string();
  }
  restore(here);
  // Code inside a string reads like code: white space, any subscript.
  bool was_string = source_ && source_->in_string;
  if (was_string) source_->in_string = false;
  mark();
  ++p_;
  skip_space();
  if (!source_) statement_line_ = line_;
  std::uint32_t moved_line = statement_line_;
  Node* body = node(NodeKind::Block);
  BlockMark scope = enter_block();
  body->scope = block_;
  if (*p_ == '{' && p_ < end_) term_brace_ = p_;
  statements(body, true);
  if (*p_ != '}' || p_ >= end_) {
    if (was_string) source_->in_string = true;
    missing_brace();
  }
  leave_block(scope);
  statement_line_ = moved_line;
  mark();
  ++p_;
  if (was_string) source_->in_string = true;
  if (was_string && errors_ > source_->errors) abort_in_string();
  Node* only = body->first;
  if (only && !only->next && only->kind == NodeKind::Statement && !body->scope->vars &&
      only->first && only->first->kind < NodeKind::DoBlock)
    return only->first;
  return node(NodeKind::DoBlock, body);
}

// ${name[1]} and ${name{key}} mean $name[1] and $name{key}; @{name[1,2]} the slice (perldata).
Node* Parser::braced_element(std::string_view name, char sigil) {
  bool was_string = source_ && source_->in_string;
  if (was_string) source_->in_string = false;
  Node* n;
  if (*p_ == '[') n = sigil == '$' ? index(variable('@', name)) : slice(variable('@', name), sigil);
  else n = sigil == '$' ? hash_index(variable('%', name)) : hash_slice(variable('%', name), sigil);
  n = postfix(n);
  skip_space();
  if (was_string) source_->in_string = true;
  if (*p_ != '}' || p_ >= end_) syntax_error();
  ++p_;
  return n;
}

Node* Parser::array_variable() {
  mark();
  ++p_;
  bool in_string = source_ && source_->in_string;
  auto whole_or_slice = [&](auto&& array, auto&& hash) -> Node* {
    if (subscript_follows('[')) return skip_space(), slice(array(), '@');
    if (subscript_follows('{')) return skip_space(), hash_slice(hash(), '@');
    return array();
  };
  if (!in_string) skip_space();
  if (*p_ == '$' || *p_ == '{') {
    std::string_view name;
    Node* inner = *p_ == '{' ? braced_operand(&name) : deref_operand();
    if (inner)
      return whole_or_slice([&] { return deref('@', inner); }, [&] { return deref('%', inner); });
    if (*p_ != '}') return braced_element(name, '@');
    ++p_;
    return whole_or_slice([&] { return variable('@', name); }, [&] { return variable('%', name); });
  }
  std::string_view name = variable_name();
  if (name.empty()) syntax_error();
  return whole_or_slice([&] { return variable('@', name); }, [&] { return variable('%', name); });
}

Node* Parser::hash_variable() {
  mark();
  ++p_;
  auto whole_or_slice = [&](auto&& hash, auto&& array) -> Node* {
    if (subscript_follows('[')) return skip_space(), slice(array(), '%');
    if (subscript_follows('{')) return skip_space(), hash_slice(hash(), '%');
    return hash();
  };
  skip_space();
  const bool referent = *p_ == '$' && (word_start(p_ + 1) || p_[1] == '{' || p_[1] == '$' ||
                                       (p_[1] == ':' && p_[2] == ':'));
  if (referent || *p_ == '{') {
    std::string_view name;
    Node* inner = *p_ == '{' ? braced_operand(&name) : deref_operand();
    if (inner)
      return whole_or_slice([&] { return deref('%', inner); }, [&] { return deref('@', inner); });
    if (*p_ != '}') return braced_element(name, '%');
    ++p_;
    return whole_or_slice([&] { return variable('%', name); }, [&] { return variable('@', name); });
  }
  std::string_view name = variable_name();
  if (name.empty()) syntax_error();
  return whole_or_slice([&] { return variable('%', name); }, [&] { return variable('@', name); });
}

Node* Parser::array_length() {
  p_ += 2;
  if (*p_ == '$' || *p_ == '{') {
    std::string_view name;
    Node* inner = *p_ == '{' ? braced_operand(&name) : deref_operand();
    if (inner) return node(NodeKind::ArrayLen, deref('@', inner));
    if (*p_ != '}') syntax_error();
    ++p_;
    return node(NodeKind::ArrayLen, variable('@', name));
  }
  std::string_view name = variable_name();
  if (name.empty()) syntax_error();
  return node(NodeKind::ArrayLen, variable('@', name));
}

// &foo(...), &foo, &$x(...), &{...}. call false: what \&foo, defined &foo, goto &foo refer to.
Node* Parser::code_variable(bool call) {
  mark();
  std::uint32_t line = line_;
  ++p_;
  skip_space();
  Node* target;
  if (*p_ == '$' && !word_start(p_ + 1) && !std::strchr("${:", p_[1])) {
    ++p_;  // the sub of that name
    target = node(NodeKind::CodeVar);
    target->text = "main::$";
  } else if (*p_ == '$' || *p_ == '{') {
    std::string_view name;
    Node* inner = *p_ == '{' ? braced_operand(&name) : deref_operand();
    if (inner) {
      target = deref('&', inner);
    } else {
      if (*p_ != '}') syntax_error();
      ++p_;
      target = node(NodeKind::CodeVar);
      target->text = qualify_sub(name);
    }
  } else {
    if (!ident_start(p_) && *p_ != ':' && *p_ != '\'') syntax_error();
    std::string_view name = take_name();
    target = node(NodeKind::CodeVar);
    if (lexical_subs_) target->decl = find_lexical(join("&", name));
    if (target->decl && target->decl->kind == DeclKind::Our) {
      target->text = target->decl->our_name;
      target->decl = nullptr;
    } else {
      target->text = qualify_sub(name);
      mention(target->text, Use::Known);
    }
  }
  target->line = line;
  bool parens = peek_token() == '(';
  if (!call && !parens) return target;
  Node* n = node(NodeKind::Call);
  n->line = line;
  n->flags = Ampersand;
  if (target->kind == NodeKind::CodeVar && !target->decl) {
    n->text = target->text;
  } else {
    n->flags |= Dynamic;
    n->first = target->kind == NodeKind::CodeVar ? target : target->first;
  }
  if (parens) return call_arguments(n);
  n->flags |= NoArgs;
  note_args(true);
  return n;
}

Node* Parser::glob_variable() {
  mark();
  ++p_;
  Node* n;
  skip_space();
  bool named = *p_ == '$' && !word_start(p_ + 1) && p_[1] != '{' && p_[1] != '$' && p_[1] != ':';
  if ((*p_ == '$' && !named) || *p_ == '{') {
    std::string_view name;
    Node* inner = *p_ == '{' ? braced_operand(&name) : deref_operand();
    if (inner) {
      n = deref('*', inner);
    } else {
      if (*p_ != '}') syntax_error();
      ++p_;
      n = variable('*', name);
    }
  } else {
    std::string_view name = variable_name();
    if (name.empty()) syntax_error();
    n = variable('*', name);
  }
  if (*p_ == '{' && p_ < end_) return hash_index(n);
  return n;
}

Node* Parser::deref(char sigil, Node* expr) {
  Node* n = node(NodeKind::Deref, expr);
  n->iv = sigil;
  return n;
}

// --- declarations
// ---------------------------------------------------------------------------------

Node* Parser::my_variable(DeclKind kind) {
  const char* word = kind == DeclKind::Our ? "our" : kind == DeclKind::State ? "state" : "my";
  char sigil = *p_;
  if (sigil == '\\') refuse("Declaring references (\\ after my)");
  if (sigil != '$' && sigil != '@' && sigil != '%') {
    if (word_is("undef")) {
      p_ += 5;
      return func(BuiltinId::k_undef);
    }
    if (word_is("my") || word_is("our") || word_is("state")) {
      mark();
      const char* inner = word_is("my") ? "my" : word_is("our") ? "our" : "state";
      p_ += std::string_view(inner).size();
      fail_near("Can't redeclare \"" + std::string(inner) + "\" in \"" + word + "\"");
    }
    syntax_error();
  }
  mark();
  std::uint32_t line = line_;
  const char* start = p_++;
  skip_space();
  const char* name_start = p_;
  std::string_view name = variable_name();
  if (name.empty()) syntax_error();
  bool plain = chars::start(name[0]) || static_cast<unsigned char>(name[0]) >= 0x80;
  if (kind != DeclKind::Our) {
    if (!plain || name == "_") {
      error_near("Can't use global " + std::string(1, sigil) + std::string(name) + " in " +
                 (in_signature_ ? "subroutine signature" : '"' + std::string(word) + '"'));
    } else if (name.find("::") != std::string_view::npos) {
      error_near("\"" + std::string(word) + "\" variable " + sigil + std::string(name) +
                 " can't be in a package");
    }
  } else if (name.find("::") != std::string_view::npos) {
    error_near("No package name allowed for variable " + std::string(1, sigil) + std::string(name) +
               " in \"our\"");
  }
  std::string_view full = name_start == start + 1 && name.data() == name_start
                              ? std::string_view(start, name.size() + 1)
                              : join({&sigil, 1}, name);
  VarDecl* d = declare(full, kind, line);
  if (kind == DeclKind::Our) mention(d->our_name, Use::Known);
  Node* n = node(sigil == '$'   ? NodeKind::ScalarVar
                 : sigil == '@' ? NodeKind::ArrayVar
                                : NodeKind::HashVar);
  n->line = line;
  n->decl = d;
  n->text = kind == DeclKind::Our ? d->our_name : d->name;
  return n;
}

// More than a name where only names may be declared: the expression that begins with it.
Node* Parser::beyond_declaration(Node* variable) {
  skip_space();
  if (*p_ == ',' || *p_ == ')' || *p_ == ';' || p_ >= end_) return variable;
  Node* n = variable;
  if (n->kind == NodeKind::ScalarVar && *p_ == '[') n = postfix(index(n));
  else if (n->kind == NodeKind::ScalarVar && *p_ == '{') n = postfix(hash_index(n));
  Operator op;
  for (skip_space(); p_ < end_ && read_operator(op) && op.level > Comma; skip_space())
    n = apply(op, n);
  return n;
}

// my VAR, my (VARS), my TYPE VAR, my VAR : ATTRS (perlfunc my).
Node* Parser::my_declaration(DeclKind kind) {
  std::uint32_t line = line_;
  std::string_view type;
  skip_space();
  if (ident_start(p_) && !word_is("undef")) {
    if (word_is("sub")) {
      p_ += 3;
      return sub_statement(kind, true);
    }
    if (!word_is("my") && !word_is("our") && !word_is("state")) {
      type = arena_.copy(take_name());
      if (!host_.package_exists(std::string(type))) {
        const TokenTrail trail = trail_behind();
        const char* to = p_;
        while (chars::space(to[-1])) --to;
        near_error("No such class " + std::string(type) + near_message(trail, to, Read::Part));
      }
      skip_space();
    }
  }
  Node* my = node(NodeKind::My);
  my->iv = static_cast<std::int64_t>(kind);
  if (accept('(')) {
    my->flags |= Paren;
    Node* last = nullptr;
    const Node* wrong = nullptr;
    for (;;) {
      while (accept(',')) {}
      skip_space();
      if (*p_ == ')') break;
      const bool sigil = *p_ == '$' || *p_ == '@' || *p_ == '%';
      const bool plain = (sigil && p_[1] != '$' && p_[1] != '{') || *p_ == '\\' ||
                         word_is("undef") || word_is("my") || word_is("our") || word_is("state");
      Node* v = plain ? my_variable(kind) : assign_expression();
      if (!plain) wrong = wrong ? wrong : v;
      if (sigil && plain) {
        Node* more = beyond_declaration(v);
        if (more != v) wrong = wrong ? wrong : more;
        v = more;
      }
      last ? last->next = v : my->first = v;
      last = v;
      skip_space();
      if (*p_ != ',' && *p_ != ')') syntax_error();
    }
    expect(')');
    const char* word = kind == DeclKind::Our ? "our" : kind == DeclKind::State ? "state" : "my";
    if (wrong)
      error_near("Can't declare " + std::string(describe(wrong)) + " in \"" + word + "\"", true);
  } else {
    my->first = my_variable(kind);
  }
  my->line = line;
  for (Node* v = my->first; v && !type.empty(); v = v->next)
    if (v->decl && kind != DeclKind::Our) v->decl->type = type;
  const bool one = !my->has(Paren);
  my = variable_attributes(my);
  if (one)
    warn_missing_parentheses(kind == DeclKind::Our     ? "our"
                             : kind == DeclKind::State ? "state"
                                                       : "my");
  return my;
}

// perldiag "Parentheses missing around "%s" list": more variables follow up to ; or =.
void Parser::warn_missing_parentheses(const char* word) {
  const char* s = p_;
  auto space = [&] {
    while (s < end_ && chars::space(*s)) ++s;
  };
  space();
  if (*s != ',' || !warns(Warning::Parenthesis)) return;
  bool variable = false;
  while (s < end_ && *s == ',') {
    ++s;
    space();
    if (*s != '$' && *s != '@' && *s != '%') return;
    variable = true;
    s = scan_qualified(s + 1);
    space();
  }
  if (variable && s < end_ && (*s == ';' || (*s == '=' && s[1] != '=')))
    warn(Warning::Parenthesis, std::string("Parentheses missing around \"") + word + "\" list",
         line_);
}

// my VAR : ATTRIBUTES. A variable of the symbol table gets them now; for a lexical the statement
// begins with attributes->import(PACKAGE, \ my VAR, ATTRIBUTES), and what stands here is the
// variable.
Node* Parser::variable_attributes(Node* my) {
  skip_space();
  if (*p_ != ':' || p_[1] == ':') return my;
  if (p_[1] == '=') fail("Use of := for an empty attribute list is not allowed");
  Cursor here = save();
  ++p_;
  skip_space();
  if (!ident_start(p_)) {
    if (*p_ != ';' && *p_ != '=') restore(here);  // the : of ?:
    return my;
  }
  const std::vector<std::string_view> list = attribute_list(nullptr);
  if (p_ < end_ && !std::strchr(";}=)", *p_)) {
    sub_word_ = here.p;
    while (chars::space(sub_word_[-1])) --sub_word_;
    --sub_word_;
    while (chars::word(*sub_word_)) --sub_word_;  // back to the sigil, or the ) of a list
    bad_attribute_separator();
  }
  if (list.empty()) return my;
  if (static_cast<DeclKind>(my->iv) == DeclKind::Our) {
    for (Node* v = my->first; v; v = v->next)
      if (v->decl) host_.variable_attributes(v->decl->name[0], v->decl->our_name, list);
    return my;
  }
  host_.use_module(false, "attributes", std::nullopt, nullptr, true, my->line);
  for (Node* v = my->first; v; v = v->next) {
    if (!v->decl) continue;
    Node* variable = arena_.make<Node>(*v);
    variable->next = nullptr;
    Node* declaration = node(NodeKind::My, variable);
    declaration->iv = my->iv;
    Node* call = node(NodeKind::Method, string("attributes", Bareword));
    call->flags = MaybeClass;
    call->text = "import";
    Node* last = call->first->next = string(package_);
    last = last->next = node(NodeKind::Ref, declaration);
    for (std::string_view name : list) last = last->next = string(name);
    attribute_calls_.push_back(call);
  }
  if (!my->has(Paren)) return my->first;
  my->kind = NodeKind::List;
  my->iv = 0;
  return my;
}

// What the attributes of the variables declared in this expression ask for is done before it.
Node* Parser::with_attributes(Node* expression) {
  if (attribute_calls_.empty()) return expression;
  Node* list = node(NodeKind::List);
  Node** tail = &list->first;
  for (Node* call : attribute_calls_) *tail = call, tail = &call->next;
  attribute_calls_.clear();
  *tail = expression;
  return list;
}

Node* Parser::local_declaration() {
  std::uint32_t line = line_;
  Node* target = lvalue(parse(Shift), "local");
  block_->has_local = true;
  if (target->kind != NodeKind::List) warn_missing_parentheses("local");
  Node* n = node(NodeKind::Local, target);
  n->line = line;
  return n;
}

}  // namespace perlipc
