// Statements: simple ones with modifiers, blocks, labels, packages and the words that begin others.
#include "interp/parser_ops.h"

#include <algorithm>
#include <cstring>

namespace perlipc {

// Statements up to the end of the text, or up to } (which stays).
void Parser::statements(Node* block, bool until_brace) {
  Node** tail = &block->first;
  while (*tail) tail = &(*tail)->next;
  for (;;) {
    const char* begin = p_;
    skip_space();
    if (p_ >= end_) return;
    char c = *p_;
    if (c != '}' || until_brace) sync_ = begin;
    if (c == ';') {
      mark();
      ++p_;
      continue;
    }
    if (c == '}' && until_brace) return;
    if ((c == '\x04' || c == '\x1a') && !until_brace) {
      end_ = p_;
      return;
    }
    Node* s = recovering_statement();
    intro_pending();
    if (ended_ && !s) return;
    if (!s) continue;
    *tail = s;
    tail = &s->next;
  }
}

void Parser::missing_brace() {
  skip_space();
  bool in_string = source_ && source_->is_string;
  if (in_string && missing_brace_said_) give_up();
  near_error("Missing right curly or square bracket" + where(message_line()) +
             (in_string ? within() : ", at end of line\n"));
  const bool same_text = recovered_ && recovered_ >= begin_ && recovered_ <= p_;
  if (!same_text || tokens_between(recovered_, p_) >= 3)
    near_error("syntax error" + where(message_line()) + ", at EOF\n");
  give_up();
}

// { statements }: the scope opens before the first statement and closes with the brace.
Node* Parser::block() {
  skip_space();
  if (*p_ != '{' || p_ >= end_) syntax_error();
  BlockMark scope = enter_block();
  Node* n = node(NodeKind::Block);
  n->scope = block_;
  block_body(n);
  leave_block(scope);
  return n;
}

void Parser::block_body(Node* into) {
  check_depth();
  bool was_string = source_ && source_->in_string;
  if (was_string) source_->in_string = false;
  mark();
  ++p_;
  statements(into, true);
  lint_.block(into);
  if (p_ >= end_) missing_brace();
  mark();
  ++p_;
  if (was_string) source_->in_string = true;
}

Node* Parser::finish_statement(Node* body, std::uint32_t line, const StatementInfo* info) {
  const Node* simple = body;
  if (body->has(Modifier)) {  // the condition has been looked at
    simple = body->kind == NodeKind::Foreach ? body->first->next->next : body->first->next;
    if (!simple) simple = body;
  }
  if (errors_ == 0 && simple->kind < NodeKind::Block &&
      (warns(Warning::Scalar) || warns(Warning::Void) || warns(Warning::Syntax)))
    lint_.simple_statement(simple, line);
  Node* s = node(NodeKind::Statement, body);
  s->line = line;
  s->info = info;
  return s;
}

// One statement; null when nothing remains of it (use, sub declarations, packages without block).
Node* Parser::statement() {
  std::uint32_t line = line_;
  char c = *p_;
  Node* body = nullptr;
  if (c == '{') {
    if (p_ != term_brace_ && !brace_is_hash()) {
      const StatementInfo* info = statement_info();
      body = bare_block({});
      return finish_statement(body, line, info);
    }
  } else if (ident_start(p_)) {
    bool handled = false;
    body = statement_word(handled);
    if (handled) {
      if (!body) return nullptr;
      if (body->kind == NodeKind::Statement) return body;
      return finish_statement(body, line, statement_info());
    }
  }
  if (c == '.' && looking_at("...")) {
    mark();
    p_ += 3;
    body = node(NodeKind::Yada);
    skip_space();
    if (p_ < end_ && *p_ != ';' && *p_ != '}') syntax_error();
    return finish_statement(body, line, statement_info());
  }
  std::uint32_t outer = statement_line_;
  statement_line_ = line;
  body = simple_statement();
  Node* s = finish_statement(body, statement_line_, statement_info());
  statement_line_ = outer;
  return s;
}

Node* Parser::simple_statement() {
  Node* e = with_attributes(expression());
  e = modifiers(e);
  skip_space();
  if (p_ < end_ && *p_ == ';') {
    mark();
    ++p_;
  } else if (p_ < end_ && *p_ != '}') {
    if (word_is("__END__") || word_is("__DATA__")) {
      found_end_marker(word_is("__END__") ? "__END__" : "__DATA__");
      if (ended_) return e;
    }
    syntax_error();
  } else if (p_ >= end_ && added_newline_ && end_ == added_newline_ + 2 && !source_) {
    syntax_error();  // a quoted text has taken the semicolon
  }
  return e;
}

Node* Parser::loop_condition(Node* cond) {
  Node* inner = cond;
  while (inner->kind == NodeKind::List && inner->has(Paren) && inner->first && !inner->first->next)
    inner = inner->first;
  auto reads = [](const Node* n) {
    if (n->kind == NodeKind::ReadLine || n->kind == NodeKind::GlobPattern) return true;
    if (n->kind != NodeKind::Func) return false;
    auto id = static_cast<BuiltinId>(n->iv);
    return id == BuiltinId::k_readline || id == BuiltinId::k_readdir || id == BuiltinId::k_each ||
           id == BuiltinId::k_glob || id == BuiltinId::k_shift;
  };
  if (reads(inner) &&
      !(inner->kind == NodeKind::Func && static_cast<BuiltinId>(inner->iv) == BuiltinId::k_shift)) {
    Node* a = node(NodeKind::Assign, topic(), inner);
    a->line = inner->line;
    return func(BuiltinId::k_defined, a);
  }
  if (inner->kind == NodeKind::Assign && !inner->has(ListAssign)) {
    const Node* right = inner->first->next;
    bool is_shift =
        right->kind == NodeKind::Func && static_cast<BuiltinId>(right->iv) == BuiltinId::k_shift;
    if (reads(right) && !is_shift) return func(BuiltinId::k_defined, inner);
  }
  return cond;
}

// EXPR if EXPR; ... for LIST; do BLOCK while EXPR (perlsyn "Statement Modifiers").
Node* Parser::modifiers(Node* body) {
  skip_space();
  if (!chars::is(*p_, chars::IdStart) || p_ >= end_) return body;
  std::uint32_t line = line_;
  auto condition_of = [&](std::size_t length) {
    mark();
    p_ += length;
    return expression();
  };
  auto flagged = [&](NodeKind kind, std::uint32_t flags, Node* a, Node* b) {
    Node* n = node(kind, a, b);
    n->flags = flags | Modifier;
    n->line = line;
    return n;
  };
  bool post = body->kind == NodeKind::DoBlock;
  std::uint32_t check = post ? static_cast<std::uint32_t>(PostCheck) : 0U;
  if (word_is("if") || word_is("unless")) {
    bool negated = word_is("unless");
    Node* cond = condition_of(negated ? 6 : 2);
    if (body->kind == NodeKind::My && body->iv == static_cast<std::int64_t>(DeclKind::My)) {
      const Folded known = fold_constant(cond, host_);
      if ((known.kind == Folded::Number || known.kind == Folded::Text) && known.truth() == negated)
        fail("This use of my() in false conditional is no longer allowed");
    }
    warn_condition(cond, line);
    refuse_word(cond);
    lint_.scalar(cond);
    return flagged(NodeKind::If, negated ? static_cast<std::uint32_t>(Negated) : 0U, cond, body);
  }
  if (word_is("while")) {
    Node* cond = condition_of(5);
    warn_found_assignment(cond, line);
    refuse_word(cond);
    if (!post) lint_.unused_statement(body);
    return flagged(NodeKind::While, check, loop_condition(cond), body);
  }
  if (word_is("until")) {
    Node* cond = condition_of(5);
    if (cond->kind != NodeKind::Unary) warn_found_assignment(cond, line);
    refuse_word(cond);
    return flagged(NodeKind::While, check | Negated, cond, body);
  }
  if (word_is("when") && feature(Hints::Switch)) {
    warn_switch(NodeKind::When, line);
    Node* cond = condition_of(4);
    return flagged(NodeKind::When, 0, when_condition(cond), body);
  }
  if (word_is("for") || word_is("foreach")) {
    Node* list = condition_of(word_is("for") ? 3 : 7);
    Node* n = flagged(NodeKind::Foreach, 0, node(NodeKind::Nop), list);
    list->next = body;
    lint_.unused_statement(body);
    return n;
  }
  return body;
}

static bool special_block_name(std::string_view w) {
  return w == "BEGIN" || w == "END" || w == "INIT" || w == "CHECK" || w == "UNITCHECK";
}

// Statements that begin with a word of their own. handled false: p_ is unmoved.
Node* Parser::statement_word(bool& handled) {
  const char* to = p_;
  while (chars::word(*to)) ++to;
  std::string_view w(p_, static_cast<std::size_t>(to - p_));
  if (w.empty() || (to[0] == ':' && to[1] == ':') || *to == '\'') return nullptr;
  Cursor here = save();
  handled = true;
  auto begins = [&] {
    p_ = to;
    if (fat_comma_follows()) {
      restore(here);
      return false;
    }
    restore(here);
    mark();
    p_ = to;
    return true;
  };
  auto followed_by = [&](char c) {
    p_ = to;
    bool yes = peek_token() == c && !fat_comma_follows();
    restore(here);
    if (yes) mark(), p_ = to;
    return yes;
  };
  switch (w[0]) {
    case 'i':
      if (w == "if" && begins()) return compound_if(false);
      break;
    case 'u':
      if (w == "unless" && begins()) return compound_if(true);
      if (w == "until" && begins()) return compound_while({}, true);
      if (w == "use" && begins()) return use_statement(false);
      break;
    case 'w':
      if (w == "while" && begins()) return compound_while({}, false);
      if (w == "when" && feature(Hints::Switch) && followed_by('('))
        return given_when(NodeKind::When);
      break;
    case 'f':
      if ((w == "for" || w == "foreach") && begins()) return compound_for({});
      if (w == "format") {
        p_ = to;
        skip_space();
        if (ident_start(p_)) p_ = scan_qualified(p_), skip_space();
        bool format = *p_ == '=' && p_[1] != '>' && p_[1] != '=';
        restore(here);
        if (format && begins()) return format_statement();
      }
      break;
    case 's':
      if (w == "sub") {
        p_ = to;
        skip_space();
        bool named = ident_start(p_) || *p_ == '\'' || *p_ == ':';
        restore(here);
        if (named && begins()) {
          skip_space();
          Node* n = sub_statement(DeclKind::Our, false);
          return n;
        }
      }
      break;
    case 'p':
      if (w == "package" && begins()) return package_statement();
      break;
    case 'n':
      if (w == "no" && begins()) return use_statement(true);
      break;
    case 't':
      if (w == "try" && feature(Hints::Try) && followed_by('{')) return try_statement();
      break;
    case 'g':
      if (w == "given" && feature(Hints::Switch) && followed_by('('))
        return given_when(NodeKind::Given);
      break;
    case 'd':
      if (w == "default" && feature(Hints::Switch) && followed_by('{'))
        return given_when(NodeKind::Default);
      if (w == "defer" && feature(Hints::Defer) && followed_by('{')) return defer_statement();
      break;
    case '_':
      if (w == "__END__" || w == "__DATA__") {
        found_end_marker(w);
        if (ended_) return nullptr;
        fail("Missing right curly or square bracket");
      }
      break;
    case 'B':
    case 'E':
    case 'I':
    case 'C':
    case 'U':
      if (special_block_name(w) && followed_by('{')) return special_block(w);
      break;
    case 'A':
    case 'D':
      if ((w == "AUTOLOAD" || w == "DESTROY") && followed_by('{')) {
        p_ = here.p;
        return sub_statement(DeclKind::Our, false);
      }
      break;
    default: break;
  }
  if (w == "my" || w == "our" || (w == "state" && feature(Hints::State))) {
    p_ = to;
    skip_space();
    bool sub = word_is("sub");
    const char* behind = p_ + 3;
    restore(here);
    if (sub) {
      p_ = behind;
      return sub_statement(w == "my"    ? DeclKind::My
                           : w == "our" ? DeclKind::Our
                                        : DeclKind::State,
                           true);
    }
  }
  // LABEL: statement
  const char* s = to;
  while (*s == ' ' || *s == '\t' || *s == '\n') ++s;
  if (*s == ':' && s[1] != ':' && s < end_ && !reserved_word(w)) {
    mark();
    p_ = to;
    expect(':');
    skip_space();
    return labelled(w);
  }
  restore(here);
  handled = false;
  return nullptr;
}

Node* Parser::labelled(std::string_view label) {
  auto begins = [&](std::string_view w) {
    if (!word_is(w)) return false;
    mark();
    p_ += w.size();
    return true;
  };
  std::uint32_t line = line_;
  Node* n = nullptr;
  if (begins("while")) n = compound_while(label, false);
  else if (begins("until")) n = compound_while(label, true);
  else if (begins("foreach") || begins("for")) n = compound_for(label);
  else if (*p_ == '{' && p_ < end_) n = bare_block(label);
  if (n) {
    n->line = line;
    return n;
  }
  // A label on any other statement, a target of goto: it is the Statement's text.
  bool none = p_ >= end_ || *p_ == '}' || *p_ == ';';
  Node* s = none ? finish_statement(node(NodeKind::Nop), line, statement_info()) : statement();
  if (s && s->kind == NodeKind::Statement) s->text = label;
  return s;
}

// Where a strict version ends, or why there is none (perldoc version "Strict vs. Lax").
struct StrictVersion {
  const char* end;
  const char* why;
};
static StrictVersion strict_version(const char* d) {
  constexpr const char* kTooFew = "dotted-decimal versions require at least three parts";
  const bool dotted = *d == 'v';
  if (dotted) ++d;
  if (*d == '-') return {d, "negative version number"};
  if (*d == '.' && !dotted) return {d, "0 before decimal required"};
  if (!chars::digit(*d)) return {d, dotted ? kTooFew : "non-numeric data"};
  if (*d == '0' && chars::digit(d[1])) return {d, "no leading zeros"};
  while (chars::digit(*d)) ++d;
  int parts = 1;
  for (; *d == '.'; ++parts) {
    if (!dotted && parts == 2) return {d, "dotted-decimal versions must begin with 'v'"};
    if (!chars::digit(d[1]))
      return {d, !dotted ? "fractional part required" : parts < 3 ? kTooFew : "trailing decimal"};
    const char* part = ++d;
    while (chars::digit(*d)) ++d;
    if (dotted && d - part > 3) return {d, "maximum 3 digits between decimals"};
    if (*d == '_') break;
  }
  if (*d == '_') return {d, "no underscores"};
  if (dotted && parts < 3) return {d, kTooFew};
  if (*d != '\0' && !chars::space(*d) && !std::strchr(";{}", *d)) return {d, "non-numeric data"};
  return {d, nullptr};
}

// The token that stands where a version is expected, as it would be read elsewhere.
static const char* token_for_version(const char* p) {
  const char* d = p;
  if (*d == 'v' && chars::digit(d[1])) ++d;
  if (!chars::digit(*d) && !(*d == '.' && chars::digit(d[1]))) return nullptr;
  const bool octal = *d == '0' && d == p && chars::digit(d[1]);
  const auto digits = [&d] {
    while (chars::digit(*d) || *d == '_') ++d;
  };
  digits();
  if (octal) return d;
  if (*p == 'v') {
    while (*d == '.' && chars::digit(d[1])) ++d, digits();
    return d;
  }
  while (*d == '.' && d[1] != '.' && (chars::digit(d[1]) || std::count(p, d, '.') == 0))
    ++d, digits();
  if ((*d | 32) == 'e' && chars::digit(d[1])) ++d, digits();
  return d;
}

// The message about a version that begins at `from`. The start of the statement.
const char* Parser::version_error(const char* why, const char* from) {
  const char* statement = p_ - 7;
  while (std::string_view(statement, 7) != "package") --statement;
  const char* before = statement;
  while (before > begin_ && chars::space(before[-1])) --before;
  const bool behind = before > begin_ && std::strchr(";{}", before[-1]);
  near_error("Invalid version format (" + std::string(why) + ")" + where(line_) + ", near \"" +
             std::string(behind ? before - 1 : statement, from) + "\"\n");
  return statement;
}

// p_ is behind what was taken for the version.
void Parser::bad_version(const char* why, const char* from) {
  if (chars::space(*from)) ++from;
  const char* statement = version_error(why, from);
  trail_.emplace(trail_behind());
  warned_at_ = trail_->token().start;
  throw SyntaxError{
      "syntax error" + where(line_) + ", near \"" + std::string(statement, p_) + "\"\n", true};
}

// p_ is at what should be a version: a word there does nothing else, all else is an error too.
void Parser::no_version(const char* why) {
  const char* from = p_;
  if (const char* to = token_for_version(p_)) {
    if (ident_start(to) && *to != 'x')
      near_error("Bareword found where operator expected" + where(line_) + ", near \"" +
                 std::string(from, scan_word(to)) + "\"\n\t(Missing operator before " +
                 std::string(to, scan_word(to)) + "?)\n");
    const bool word = *from == 'v' && std::find(from, to, '.') == to;
    p_ = to;
    if (!word) bad_version(why, from);
    version_error(why, from);
    if (*p_ == '.') {
      trail_.emplace(trail_behind());
      throw SyntaxError{
          "syntax error" + where(line_) + ", near \"" + std::string(from, p_ + 1) + "\"\n", true};
    }
    return;
  }
  if (ident_start(p_)) {
    version_error(why, p_);
    const char* to = scan_qualified(p_);
    if (!reserved_word({p_, static_cast<std::size_t>(to - p_)})) p_ = to;
    return;
  }
  p_ = token_end(p_);
  bad_version(why, from);
}

Node* Parser::package_statement() {
  std::uint32_t line = line_;
  skip_space();
  if (chars::digit(*p_)) {
    const char* from = p_ - 1;
    while (chars::digit(*p_) || *p_ == '_' || *p_ == '.') ++p_;
    if (!ident_start(p_)) syntax_error();
    bad_version("non-numeric data", from);
  }
  if (!ident_start(p_) && *p_ != ':') syntax_error();
  mark();
  std::string_view name = take_name();
  if (name.starts_with("::")) name = name.size() == 2 ? "main" : name.substr(2);
  if (name.starts_with("main::") && name.size() > 6) name = name.substr(6);
  if (name.ends_with("::")) name.remove_suffix(2);
  name = arena_.copy(name);
  skip_space();
  std::optional<std::string_view> version;
  if (p_ < end_ && !std::strchr(";:{}", *p_)) {
    const StrictVersion read = strict_version(p_);
    if (read.why) no_version(read.why);
    else {
      version = arena_.copy({p_, static_cast<std::size_t>(read.end - p_)});
      p_ = read.end;
    }
  }
  Node* n = node(NodeKind::PackageDef);
  n->text = name;
  n->line = line;
  if (peek_token() == '{') {
    skip_space();
    BlockMark scope = enter_block();
    set_package(name);
    host_.package_declared(name);
    if (version) host_.package_version(name, *version);
    Node* b = node(NodeKind::Block);
    b->scope = block_;
    block_body(b);
    leave_block(scope);
    n->first = b;
    return n;
  }
  if (peek_token() != '}' && p_ < end_ && !accept(';') && !at_end()) syntax_error();
  set_package(name);
  host_.package_declared(name);
  if (version) host_.package_version(name, *version);
  return nullptr;
}

}  // namespace perlipc
