// Subs: named, anonymous and lexical ones, prototypes, attributes, signatures, BEGIN-like blocks.
#include "interp/parser_ops.h"

#include <algorithm>
#include <cstring>

namespace perlipc {

// p_ is at the name. lexical: my/state/our sub.
Node* Parser::sub_statement(DeclKind kind, bool lexical) {
  std::uint32_t line = line_;
  skip_space();
  mark();
  if (!ident_start(p_) && *p_ != ':' && *p_ != '\'') syntax_error();
  sub_word_ = p_;
  while (sub_word_ > begin_ + 3 && chars::space(sub_word_[-1])) --sub_word_;
  sub_word_ -= 3;
  std::string_view name = take_name();
  VarDecl* decl = nullptr;
  bool boxed = lexical && kind != DeclKind::Our;
  if (lexical) {
    if (name.find("::") != std::string_view::npos)
      fail("\"" +
           std::string(kind == DeclKind::My    ? "my"
                       : kind == DeclKind::Our ? "our"
                                               : "state") +
           "\" subroutine &" + std::string(name) + " can't be in a package");
    decl = declare(join("&", name), kind, line);
    lexical_subs_ = true;
    intro_pending();  // a lexical sub sees itself
  }
  BlockMark scope;
  FunctionScope* f = begin_function(scope);
  f->name = boxed ? name : qualify_sub(name);
  if (f->name.data() >= text_begin_) f->name = arena_.copy(f->name);
  f->shown_name = lexical ? f->name : arena_.copy(name);
  f->line = line;
  f->lexical_sub = boxed ? decl : nullptr;
  bool special =
      name == "BEGIN" || name == "END" || name == "INIT" || name == "CHECK" || name == "UNITCHECK";
  FunctionScope* done = sub_body(f, scope, true);
  if (decl) decl->has_prototype = f->has_prototype, decl->prototype = f->prototype;
  if (!done) {
    if (!boxed) host_.declare_sub(*f);
    if (!boxed && !f->attributes.empty()) host_.sub_attributes(f);
    return nullptr;
  }
  if (special && !lexical) {
    f->is_named_special = true;
    host_.special_block(name, f);
    change_source();
    return nullptr;
  }
  if (!boxed) {
    host_.define_sub(f);
    if (!f->attributes.empty()) host_.sub_attributes(f);
    Node* marker = node(NodeKind::SubDef);
    marker->line = line;
    marker->text = f->name;
    return nullptr;
  }
  if (!f->attributes.empty()) host_.sub_attributes(f);
  Node* sub = node(NodeKind::AnonSub);
  sub->function = f;
  sub->line = line;
  Node* n = node(NodeKind::SubDef, sub);
  n->decl = decl;
  n->text = name;
  n->line = line;
  return n;
}

Node* Parser::anon_sub() {
  std::uint32_t line = line_;
  sub_word_ = p_ - 3;
  BlockMark scope;
  FunctionScope* f = begin_function(scope);
  f->is_anon = true;
  f->line = line;
  sub_body(f, scope, false);
  if (!f->attributes.empty()) host_.sub_attributes(f);
  line_after_sub();
  Node* n = node(NodeKind::AnonSub);
  n->function = f;
  n->line = line;
  if (!f->is_const) return n;
  Node* call = node(NodeKind::Call, n);  // perlsub "Constant Functions": its value as it is now
  call->text = "attributes::_constant";
  host_.use_module(false, "attributes", std::nullopt, nullptr, true, line);
  return call;
}

// Learnt from perl: behind an anonymous sub the statement's line is that of the second token that
// follows, closing braces not counted.
void Parser::line_after_sub() {
  if (source_) return;
  Cursor here = save();
  auto skip_braces = [&] {
    skip_space();
    while (p_ < end_ && *p_ == '}') ++p_, skip_space();
  };
  skip_braces();
  if (p_ < end_ && *p_ != ';') {
    p_ = *p_ == ')' ? p_ + 1 : token_end(p_);
    skip_braces();
  }
  statement_line_ = message_line();
  restore(here);
}

// { ... } as an anonymous sub: the first argument for an & prototype.
FunctionScope* Parser::block_function() {
  BlockMark scope;
  FunctionScope* f = begin_function(scope);
  f->is_anon = true;
  f->body = node(NodeKind::Block);
  f->body->scope = f->top;
  skip_space();
  block_body(f->body);
  if (errors_ == 0) refuse_strict_words(f);
  end_function(f, scope);
  return f;
}

// Behind the name: attributes, prototype or signature, body. Null for a forward declaration.
FunctionScope* Parser::sub_body(FunctionScope* f, const BlockMark& scope, bool allow_forward) {
  bool was_string = source_ && source_->in_string;
  if (was_string) source_->in_string = false;
  skip_space();
  const char* const attributes = p_;
  if (*p_ == ':' && p_[1] != ':') sub_attributes(f);
  const bool attributed = p_ != attributes;
  skip_space();
  if (*p_ == '(') {
    if (attributed && !feature(Hints::Signatures)) {
      trail_.emplace(trail_here());
      throw SyntaxError{"syntax error" + where(line_) + ", near \"" +
                            std::string(attributes, p_ + 1) + "\"\n",
                        true};
    }
    if (feature(Hints::Signatures)) signature(f);
    else prototype_text(f);
    skip_space();
    if (*p_ == ':' && p_[1] != ':') {
      if (f->has_signature) fail("Subroutine attributes must come before the signature");
      sub_attributes(f);
    }
  }
  skip_space();
  if (allow_forward && !f->has_signature && (*p_ == ';' || *p_ == '}' || p_ >= end_)) {
    end_function(f, scope);
    return nullptr;
  }
  if (*p_ != '{' || p_ >= end_) {
    if (f->has_signature) syntax_error();
    if (f->is_anon) fail("Illegal declaration of anonymous subroutine");
    if (!f->is_named_special) fail("Illegal declaration of subroutine " + std::string(f->name));
    syntax_error();
  }
  intro_pending();
  f->body = node(NodeKind::Block);
  f->body->scope = f->top;
  block_body(f->body);
  if (f->has_signature && errors_ == 0) lint_.args_with_signature(f);
  lint_.unreachable(f->body);
  check_early_calls(f);
  lint_.finish(f);
  if (errors_ == 0) refuse_strict_words(f);
  end_function(f, scope);
  if (was_string) source_->in_string = true;
  return f;
}

// perldiag "Invalid separator character %s in attribute list": p_ is at it.
void Parser::bad_attribute_separator() {
  TokenTrail trail = trail_here();
  const char* from = sub_word_ ? sub_word_ : trail.token().start;
  const std::string near = where(line_) + ", near \"" + std::string(from, p_) + "\"\n";
  near_error(std::string("Invalid separator character '") + *p_ + "' in attribute list" + near);
  trail_.emplace(trail);
  throw SyntaxError{"syntax error" + near, true};
}

void Parser::prototype_attribute(FunctionScope* f, std::string_view value, bool again) {
  std::string p(value);
  std::erase(p, ' ');
  if (again)
    warn(Warning::Misc,
         "Attribute prototype(" + p + ") discards earlier prototype attribute in same sub", line_);
  else if (!f->prototype.empty())
    warn(Warning::Prototype,
         "Prototype '" + std::string(f->prototype) + "' overridden by attribute 'prototype(" + p +
             ")' in " + std::string(f->name),
         line_);
  f->has_prototype = true;
  f->prototype = arena_.copy(p);
  check_prototype(f->prototype, f, line_);
}

std::vector<std::string_view> Parser::attribute_list(FunctionScope* f) {
  std::vector<std::string_view> list;
  bool has_prototype = false;
  for (;;) {
    skip_space();
    if (*p_ == ':' && p_[1] != ':') {
      ++p_;
      continue;
    }
    if (!ident_start(p_)) break;
    mark();
    std::string_view name = take_name(), value;
    const bool has_value = *p_ == '(';
    if (has_value) {
      value = delimited(Keep::All, "Unterminated attribute parameter in attribute list").text;
    } else if (f && (name == "lvalue" || name == "method")) {
      (name == "lvalue" ? f->is_lvalue : f->is_method) = true;
      continue;
    } else if (f && name == "const") {
      warn(Warning::ExpConstAttr, ":const is experimental", line_);
      if (!f->is_anon)
        near_error(":const is not permitted on named subroutines" + where(line_) +
                   ", at end of line\n");
      f->is_const = true;
      continue;
    } else if (!f && name == "shared") {
      continue;  // means nothing without threads
    }
    if (f && name == "prototype" && has_value) {
      prototype_attribute(f, value, has_prototype);
      has_prototype = true;
      continue;
    }
    if (has_value) name = arena_.copy(std::string(name) + '(' + std::string(value) + ')');
    list.push_back(arena_.copy(name));
  }
  return list;
}

void Parser::sub_attributes(FunctionScope* f) {
  for (std::string_view name : attribute_list(f)) f->attributes.push_back(name);
  if (p_ < end_ && !std::strchr(";{}(", *p_)) bad_attribute_separator();
}

void Parser::prototype_text(FunctionScope* f) {
  std::uint32_t line = line_;
  Quoted q = delimited(Keep::All, "Prototype not terminated");
  std::string text;
  for (char c : q.text)
    if (!chars::space(c)) text += c;
  f->has_prototype = true;
  f->prototype = arena_.copy(text);
  check_prototype(f->prototype, f, line);
}

// --- signatures (perlsub "Signatures")
// -------------------------------------------------------------

void Parser::signature(FunctionScope* f) {
  f->has_signature = true;
  note_args(false);
  expect('(');
  Node* list = node(NodeKind::List);
  Node** tail = &list->first;
  int index = 0;
  for (;;) {
    skip_space();
    if (*p_ == ')') break;
    Node* n = signature_parameter(f, index++);
    if (n) {
      n = finish_statement(n, n->line, statement_info());
      *tail = n;
      tail = &n->next;
    }
    intro_pending();
    skip_space();
    if (*p_ == ',') {
      while (comma_here()) {}
    } else if (*p_ != ')') {
      syntax_error();
    }
  }
  expect(')');
  f->signature = list;
  if (!f->slurpy) f->max_args = index;
}

// p_ is at what cannot follow a parameter; the parameter is not declared.
void Parser::illegal_parameter_operator(const char* from, Node* my, bool mandatory) {
  const auto behind_space = [](const char* p) {
    while (chars::space(*p)) ++p;
    return p;
  };
  const auto literal = [](const char* p) { return chars::digit(*p) || *p == '"' || *p == '\''; };
  const char* to = token_end(p_);
  if (*p_ == '[' || *p_ == '{')
    to = std::find_if(p_, end_, [](char c) { return c == ']' || c == '}'; }) + 1;
  else if (!literal(p_) && literal(behind_space(to))) to = token_end(behind_space(to));
  if ((literal(p_) || to[-1] == ']' || to[-1] == '}' || literal(to - 1)) &&
      *behind_space(to) == ',')
    to = behind_space(to) + 1;
  while (*p_ == ';' && chars::space(*to)) ++to;
  const std::string near =
      where(line_) + ", near \"" + std::string(from, std::min(to, end_)) + "\"\n";
  near_error("Illegal operator following parameter in a subroutine signature" + near);
  if (my) {
    const std::string_view name = my->first->decl->name;
    pending_.pop_back();
    (void)variable(name[0], name.substr(1));
  }
  if (mandatory) near_error("Mandatory parameter follows optional parameter" + near);
  trail_.emplace(trail_here());
  throw SyntaxError{"syntax error" + near, true};
}

Node* Parser::signature_parameter(FunctionScope* f, int index) {
  char sigil = *p_;
  const char* misplaced = !f->slurpy     ? nullptr
                          : sigil == '$' ? "Slurpy parameter not last"
                                         : "Multiple slurpy parameters not allowed";
  if (sigil == ',') syntax_error();
  const char* before = p_ - 1;  // the ( or comma
  while (before > begin_ && *before != '(' && *before != ',') --before;
  if (sigil != '$' && sigil != '@' && sigil != '%') {
    near_error("A signature parameter must start with '$', '@' or '%'" + where(line_) +
               ", near \"" + std::string(before, p_ + 1) + "\"\n");
    syntax_error();
  }
  std::uint32_t line = line_;
  bool named = ident_start(p_ + 1);
  Node* my = nullptr;
  if (named) {
    in_signature_ = true;
    my = node(NodeKind::My, my_variable(DeclKind::My));
    in_signature_ = false;
    my->iv = static_cast<std::int64_t>(DeclKind::My);
    my->line = line;
  } else {
    mark();
    ++p_;
  }
  auto args = [&] {
    Node* a = node(NodeKind::ArrayVar);
    a->text = "main::_";
    return a;
  };
  skip_space();
  if (!std::strchr(",)=", *p_) || (*p_ == '=' && (p_[1] == '=' || p_[1] == '~')))
    illegal_parameter_operator(before, my, sigil == '$' && f->min_args != index && !misplaced);
  if (misplaced) error_near(misplaced, true);
  if (sigil != '$') {
    f->slurpy = sigil;
    f->positional = index;
    if (*p_ == '=' && p_[1] != '=') {
      mark();
      ++p_;
      skip_space();
      if (*p_ != ',' && *p_ != ')') (void)assign_expression();
      error_near("A slurpy parameter may not have a default value", true);
    }
    note_args(true);
    if (!my) return nullptr;
    Node* range = node(NodeKind::Range, integer(index), node(NodeKind::ArrayLen, args()));
    Node* n = node(NodeKind::Assign, my, node(NodeKind::Slice, args(), range));
    n->flags |= ListAssign;
    return n;
  }
  Node* element = node(NodeKind::Index, args(), integer(index));
  if (*p_ != '=') {
    if (f->min_args != index && !misplaced)
      error_near("Mandatory parameter follows optional parameter", true);
    else f->min_args = index + 1;
    return my ? node(NodeKind::Assign, my, element) : nullptr;
  }
  mark();
  ++p_;
  skip_space();
  Node* value = nullptr;
  if (*p_ != ',' && *p_ != ')') value = assign_expression();
  else if (my) error_near("Optional parameter lacks default expression", true);
  Node* given = node(NodeKind::Binary, args(), integer(index));
  given->iv = static_cast<std::int64_t>(Op::NumGt);
  if (!my) return value ? node(NodeKind::LogOr, given, value) : nullptr;
  if (!value) value = func(BuiltinId::k_undef);
  Node* choose = node(NodeKind::Ternary, given, element);
  element->next = value;
  return node(NodeKind::Assign, my, choose);
}

// BEGIN and friends: run or queued by the host as soon as they are complete (perlmod).
Node* Parser::special_block(std::string_view kind) {
  std::uint32_t line = line_;
  BlockMark scope;
  FunctionScope* f = begin_function(scope);
  f->name = join(package_, "::", kind);
  f->is_named_special = true;
  f->line = line;
  sub_body(f, scope, false);
  if (f->refused) return nullptr;
  if (kind == "BEGIN" && errors_ > 0)
    throw SyntaxError{"BEGIN not safe after errors--compilation aborted" + ending(line_)};
  host_.special_block(kind, f);
  change_source();
  return nullptr;
}

}  // namespace perlipc
