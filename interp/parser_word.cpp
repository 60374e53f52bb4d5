// Terms that begin with a word: quote operators, keywords, calls, class names and barewords.
#include "interp/parser_ops.h"
#include <algorithm>

namespace perlipc {
namespace {

bool is_quote_word(std::string_view w) {
  if (w.size() == 1) return w[0] == 'q' || w[0] == 'm' || w[0] == 's' || w[0] == 'y';
  if (w.size() != 2) return false;
  return w == "qq" || w == "qw" || w == "qx" || w == "qr" || w == "tr";
}

// Words of the grammar that can never start a term.
bool is_infix_word(std::string_view w) {
  static constexpr std::string_view words[] = {
      "if", "unless", "while", "until", "for", "foreach", "and", "or",    "xor",
      "eq", "ne",     "lt",    "gt",    "le",  "ge",      "cmp", "elsif", "else"};
  for (std::string_view x : words)
    if (w == x) return true;
  return false;
}

}  // namespace

bool Parser::reserved_word(std::string_view w) const {
  if (is_quote_word(w) || is_infix_word(w) || w == "not" || w == "x") return true;
  if (w.starts_with("__")) {
    return w == "__PACKAGE__" || w == "__FILE__" || w == "__LINE__" || w == "__END__" ||
           w == "__DATA__" || (w == "__SUB__" && feature(Hints::CurrentSub));
  }
  auto id = builtin::find_builtin(w);
  return id && feature_allows(*id);
}

bool Parser::feature_allows(BuiltinId id) const {
  switch (id) {
    case BuiltinId::k_say: return feature(Hints::Say);
    case BuiltinId::k_state: return feature(Hints::State);
    case BuiltinId::k_fc: return feature(Hints::Fc);
    case BuiltinId::k_evalbytes: return feature(Hints::Evalbytes);
    case BuiltinId::k_break: return feature(Hints::Switch);
    default: return true;
  }
}

// Behind q, s, y...: whether a delimiter follows. Anything but => is one, as in perl.
bool Parser::quote_operator_here() {
  if (*p_ == ':' && p_[1] == ':') return false;
  if (!chars::space(*p_)) return p_ < end_ && !(*p_ == '=' && p_[1] == '>');
  Cursor here = save();
  quote_space();
  bool yes = p_ < end_ && !(*p_ == '=' && p_[1] == '>');
  restore(here);
  return yes;
}

Node* Parser::word() {
  if (*p_ == 'v' && v_string_here()) return v_string();
  mark();
  const char* start = p_;
  std::uint32_t line = line_;
  const char* to = scan_word(p_);
  std::string_view name(start, static_cast<std::size_t>(to - start));
  bool qualified = to[0] == ':' && to[1] == ':';
  if (!qualified && to[0] == '\'' && ident_start(to + 1) && !is_quote_word(name)) qualified = true;
  if (qualified) {
    name = take_name();
    if (name.starts_with("CORE::") && !name.starts_with("CORE::GLOBAL::")) {
      name.remove_prefix(6);
      if (is_quote_word(name)) return quote_word(name);
      if (auto id = builtin::find_builtin(name)) return builtin_call(*id, line);
      if (Node* n = keyword(name, line)) return n;
      fail("CORE::" + std::string(name) + " is not a keyword");
    }
    return bareword(name);
  }
  p_ = to;
  if (fat_comma_follows()) {
    Node* n = string(name);
    for (char c : name)
      if (static_cast<unsigned char>(c) >= 0x80) n->flags |= Utf8;
    return n;
  }
  if (is_quote_word(name) && quote_operator_here()) return quote_word(name);
  if (lexical_subs_) {
    if (VarDecl* d = find_lexical(join("&", name))) {
      SubInfo info;
      info.declared = true;
      info.has_prototype = d->has_prototype;
      info.prototype = d->prototype;
      if (d->kind == DeclKind::Our) return user_call(d->our_name, info, nullptr);
      return user_call(name, info, d);
    }
  }
  if (name == "continue" && !feature(Hints::Switch) && peek_token() == '{') {
    p_ = to - name.size();
    syntax_error();
  }
  if (name == "defer" && feature(Hints::Defer)) {  // a statement, never part of an expression
    p_ = to - name.size();
    syntax_error();
  }
  if (name == "dump") fail("dump() must be written as CORE::dump() as of Perl 5.30");
  if (auto id = builtin::find_builtin(name); id && feature_allows(*id)) {
    std::string_view override_name;
    if (!(builtin::builtin_row(*id).flags & builtin::BuiltinFlag::NotOverridable) &&
        host_.may_be_overridden(name) && overridden(name, override_name))
      return user_call(override_name, host_.find_sub(override_name), nullptr);
    const bool own = builtin::builtin_row(*id).flags & builtin::BuiltinFlag::NotOverridable ||
                     name == "glob" || name == "lock" || name == "pos" || name == "prototype";
    if (!own && warns(Warning::Ambiguous) && host_.find_sub(join(package_, "::", name)).defined)
      warn(Warning::Ambiguous,
           "Ambiguous call resolved as CORE::" + std::string(name) + "(), qualify as such or use &",
           line);
    return builtin_call(*id, line);
  }
  if (Node* n = keyword(name, line)) return n;
  return bareword(name);
}

bool Parser::overridden(std::string_view name, std::string_view& qualified) {
  qualified = join(package_, "::", name);
  if (host_.find_sub(qualified).imported) return true;
  qualified = join("CORE::GLOBAL::", name);
  return host_.find_sub(qualified).declared;
}

// Grammar words that are no functions. Null when `name` is an ordinary word.
Node* Parser::keyword(std::string_view name, std::uint32_t line) {
  switch (name[0]) {
    case '_':
      if (name == "__PACKAGE__") return string(package_);
      if (name == "__FILE__") return string(file_);
      if (name == "__LINE__") {
        Node* n = integer(line);
        return n;
      }
      if (name == "__SUB__" && feature(Hints::CurrentSub)) return node(NodeKind::SubSelf);
      if (name == "__END__" || name == "__DATA__") {
        p_ -= name.size();
        found_end_marker(name);
        syntax_error();
      }
      return nullptr;
    case 'n':
      if (name == "not") return not_operator();
      return name == "ne" ? (p_ -= 2, syntax_error(), nullptr) : nullptr;
    default:
      if (name == "continue" && feature(Hints::Switch)) {  // out of a when block
        Node* n = node(NodeKind::LoopControl);
        n->iv = 'c';
        n->line = line;
        return n;
      }
      if (is_infix_word(name)) {
        p_ -= name.size();
        syntax_error();
      }
      return nullptr;
  }
}

Node* Parser::not_operator() {
  std::uint32_t line = line_;
  Node* operand;
  if (peek_token() == '(') {
    expect('(');
    if (peek_token() == ')') operand = node(NodeKind::List, Paren);
    else operand = expression();
    expect(')');
    if (operand->kind == NodeKind::List) operand->flags |= Paren;
  } else {
    operand = parse(LowNot);
  }
  Node* n = node(NodeKind::Unary, operand);
  n->iv = static_cast<std::int64_t>(Op::Not);
  n->line = line;
  return n;
}

bool Parser::declared_sub(std::string_view qualified, SubInfo& info) {
  info = host_.find_sub(qualified);
  return info.declared;
}

bool Parser::is_declared_sub(std::string_view name) {
  if (name.empty()) return false;
  if (lexical_subs_ && find_lexical(join("&", name))) return true;
  return host_.find_sub(qualify_sub(name)).declared;
}

// An ordinary word: function call, class name, handle-like bareword or indirect object call.
Node* Parser::bareword(std::string_view name) {
  if (*p_ == '\'') fail("Bad name after " + std::string(name) + "'");
  std::uint32_t line = line_;
  if (name.ends_with("::")) {
    if (name.size() > 2) warn_package(name.substr(0, name.size() - 2));
    Node* n = string(name.size() == 2 ? std::string_view("main") : name.substr(0, name.size() - 2),
                     Bareword);
    return n;
  }
  char next = peek_token();
  if (next == '(' && name == "elseif")
    warn(Warning::Syntax, "elseif should be elsif", line_, Severity::Severe);
  if (next == '(') {
    const std::string_view qualified = qualify_sub(name);
    const SubInfo sub = host_.find_sub(qualified);
    if (!sub.declared && warns(Warning::Prototype))
      early_calls_.push_back({qualified, line, statement_info(), function_});
    return user_call(qualified, sub, nullptr);
  }
  SubInfo info = host_.find_sub(qualify_sub(name));
  if (next == '-') {
    Cursor here = save();
    skip_space();
    bool arrow = p_[1] == '>';
    restore(here);
    if (arrow && !info.declared) return plain_bareword(name, line, false);
  }
  if (info.declared) {
    if (Node* n = indirect_object(name, info)) return n;
    return user_call(qualify_sub(name), info, nullptr);
  }
  if (Node* n = indirect_object(name, info)) return n;
  auto word_follows = [&] {
    const char* s = p_;
    while (*s == ' ' || *s == '\t') ++s;
    return ident_start(s) && !reserved_word({s, static_cast<std::size_t>(scan_word(s) - s)}) &&
           !(*s == 'i' && s[1] == 's' && s[2] == 'a');
  };
  if (next == '"' || next == '\'' || chars::digit(next) || word_follows()) {
    if (!strict(Hints::StrictSubs)) warn_reserved(name, line);
    skip_space();
    syntax_error();
  }
  return plain_bareword(name, line, true);
}

// NAME:: has been written.
void Parser::warn_package(std::string_view name) {
  if (!host_.package_exists(name))
    warn(Warning::Bareword,
         "Bareword \"" + std::string(name) + "::\" refers to nonexistent package", line_);
}

Node* Parser::plain_bareword(std::string_view name, std::uint32_t line, bool strict_check) {
  Node* n = string(name, Bareword);
  n->line = line;
  for (char c : name)
    if (static_cast<unsigned char>(c) >= 0x80) n->flags |= Utf8;
  if (!strict_check) {
    warn_infix_sigil(name);
    return n;
  }
  if (strict(Hints::StrictSubs)) {
    n->flags |= StrictWord;
    function_->has_strict_words = true;
  } else {
    warn_reserved(name, line);
  }
  warn_infix_sigil(name);
  return n;
}

// perldiag "Ambiguous use of %c resolved as operator %c": p_ is behind a word, in front of which %, &
// or * has been an operator.
void Parser::warn_infix_sigil(std::string_view name) {
  const char* from = p_ - name.size();
  if (from <= begin_ + 1 || from + name.size() > end_ ||
      !std::equal(name.begin(), name.end(), from))
    return;
  const char sigil = from[-1];
  if ((sigil != '%' && sigil != '&' && sigil != '*') || from[-2] == sigil) return;
  const std::string shown(1, sigil);
  warn(Warning::Ambiguous, "Operator or semicolon missing before " + shown + std::string(name),
       line_, Severity::Severe);
  warn(Warning::Ambiguous, "Ambiguous use of " + shown + " resolved as operator " + shown, line_,
       Severity::Severe);
}

void Parser::warn_reserved(std::string_view name, std::uint32_t line) {
  bool lower = name.find("::") == std::string_view::npos;
  for (char c : name) lower = lower && !chars::is(c, chars::Upper) && c != '_' && !chars::digit(c);
  if (lower)
    warn(Warning::Reserved,
         "Unquoted string \"" + std::string(name) + "\" may clash with future reserved word", line);
}

// Whether what stands behind the object of `method $object ...` is a binary operator: a character
// that could start a term as well counts as one when it touches the object or a space follows it.
bool Parser::operator_behind_object() const {
  static constexpr std::string_view ambiguous = "-+*/%&<.";
  const char* s = p_;
  while (s < end_ && chars::space(*s)) ++s;
  if (s >= end_ || *s == '?') return true;
  if (ambiguous.find(*s) == std::string_view::npos) return false;
  return s == p_ || chars::space(s[1]) || s[1] == '=' || s[1] == *s;
}

// `new Foo`, `new Foo(args)`, `method $object args`, `method { expr } args` (perlobj "Indirect Object Syntax").
Node* Parser::indirect_object(std::string_view method, const SubInfo& info) {
  if (!feature(Hints::Indirect)) return nullptr;
  if (!chars::space(*p_) && *p_ != '$' && *p_ != '{') return nullptr;
  Cursor here = save();
  skip_space();
  auto finish = [&](Node* invocant) {
    Node* call = node(NodeKind::Method);
    call->flags = Indirect;
    call->text = method;
    call->first = invocant;
    if (invocant->kind == NodeKind::Str) call->flags |= MaybeClass;
    // Only behind a class name do parentheses hold the whole list of arguments.
    bool class_name = invocant->kind == NodeKind::Str;
    bool operator_next = !class_name && operator_behind_object();
    if (class_name && peek_token() == '(') return call_arguments(call);
    if (!operator_next && !list_ends() && term_follows()) {
      Node* list = node(NodeKind::List);
      list_items(list);
      invocant->next = list->first;
    }
    return call;
  };
  if (*p_ == '{') {
    if (info.declared) return restore(here), nullptr;
    return finish(node(NodeKind::DoBlock, inner_block()));
  }
  if (*p_ == '$') {
    // Only a plain scalar can be the object: `$x`, `$pkg::x`, `$1`, `${x}`; not `$$x` or `$x{key}`.
    bool braced = p_[1] == '{' && ident_start(p_ + 2);
    const char* from = p_ + (braced ? 2 : 1);
    const char* to = ident_start(from) ? scan_qualified(from) : from;
    if (to == from)
      while (to < end_ && chars::digit(*to)) ++to;
    if (info.declared || to == from || (braced ? *to != '}' : *to == '{'))
      return restore(here), nullptr;
    mark();
    if (braced) {
      std::string_view v = normal_name(from, to);
      p_ = to + 1;
      return finish(variable('$', v));
    }
    ++p_;
    std::string_view v = variable_name();
    return finish(variable('$', v));
  }
  if (!ident_start(p_)) return restore(here), nullptr;
  const char* from = p_;
  const char* to = scan_qualified(p_);
  std::string_view name = normal_name(from, to);
  bool class_name = name.ends_with("::");
  if (!class_name) {
    if (reserved_word(name) || (info.declared && !host_.package_exists(name)))
      return restore(here), nullptr;
    if (info.declared && host_.find_sub(qualify_sub(name)).declared) return restore(here), nullptr;
    if (is_declared_sub(name)) return restore(here), nullptr;
    p_ = to;
    bool key = fat_comma_follows();
    p_ = from;
    if (key) return restore(here), nullptr;
  } else {
    name.remove_suffix(2);
  }
  mark();
  p_ = to;
  return finish(string(name, Bareword));
}

// Whether what follows a function name can start its first argument. unary: a named unary
// operator, after which // is the operator.
bool Parser::term_follows(bool unary) {
  skip_space();
  if (p_ >= end_) return false;
  char c = *p_, d = p_[1];
  auto sigil = [&] {
    const char* s = p_ + 1;
    while (s < end_ && chars::space(*s)) ++s;
    return ident_start(p_ + 1) || *s == '$' || *s == '{' || d == ':';
  };
  switch (c) {
    case '$':
    case '@':
    case '\\':
    case '(':
    case '[':
    case '{':
    case '"':
    case '\'':
    case '`': return true;
    case '%': return sigil() || d == '+' || d == '-' || d == '!' || d == '^';
    case '&': return d != '&' && sigil();
    case '*': return d != '*' && sigil();
    case '-': return d != '=' && d != '>';
    case '+': return d != '=';
    case '!': return d != '=' && d != '~';
    case '~': return d != '~' || !unary;
    case '.': return chars::digit(d);
    case '/': return !unary || (d != '/' && d != '=');
    case ':': return d == ':' && ident_start(p_ + 2);
    case '<': return true;
    default: break;
  }
  if (chars::digit(c)) return true;
  if (!ident_start(p_)) return static_cast<unsigned char>(c) >= 0x80;
  const char* to = scan_word(p_);
  std::string_view w(p_, static_cast<std::size_t>(to - p_));
  if (is_infix_word(w) || (w == "isa" && feature(Hints::Isa)) || (w[0] == 'x' && w != "xor")) {
    if (w[0] == 'x') {
      if (w.size() > 1 && is_declared_sub(w)) return true;  // sub x3: a call where a term may stand
      Operator op;
      const bool count = w.find_first_not_of("0123456789_", 1) == w.npos;
      if (!count || !word_operator(op)) return true;
    }
    const char* here = p_;
    p_ = to;
    bool key = fat_comma_follows();
    bool call = w == "x" && *p_ == '(';
    p_ = here;
    return key || call;
  }
  return true;
}

}  // namespace perlipc
