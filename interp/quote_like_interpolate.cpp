// Interpolation: variables and case escapes inside strings and patterns (perlop "Gory details of
// parsing quoted constructs").
#include "interp/parser_ops.h"
#include "interp/quote_like_builder.h"

#include <cstring>

namespace perlipc {

Node* Parser::interpolate(const Quoted& q, Context context, bool extended) {
  Source source;
  enter_source(source, q.text, q.line);
  source.in_string = source.is_string = true;
  source.is_pattern = context == Context::Pattern;
  source.is_extended = extended;
  std::string stack;
  Node* n = interpolate_run(context, stack);
  leave_source(source);
  if (context != Context::String || n->kind == NodeKind::Str || n->kind == NodeKind::Const ||
      n->kind == NodeKind::Interp || n->kind == NodeKind::JoinArray || n->kind == NodeKind::CaseMod)
    return n;
  Node* s = node(NodeKind::Stringify, n);
  s->line = n->line;
  return s;
}

// Reads up to the end of the text or of the enclosing \L, \U, \F or \Q (whose \E stays).
Node* Parser::interpolate_run(Context context, std::string& stack) {
  Builder b;
  const char* piece = p_;  // where the literal piece begins in the program text
  auto flush = [&] {
    if (b.text.empty()) return;
    Node* n = string(arena_.copy(b.text), b.wide ? static_cast<std::uint32_t>(Utf8) : 0U);
    if (has_handlers()) {
      const bool pattern = context != Context::String;
      n = handled_literal(pattern ? "qr" : "q", {piece, static_cast<std::size_t>(p_ - piece)}, n,
                          in_replacement_ && !pattern ? "s" : "qq");
    }
    b.part(n);
    b.text.clear();
    b.wide = false;
  };
  bool in_class = false;  // between "[" and "]" of a pattern, as far as this piece shows it
  auto expression = [&](Node* n) {
    b.part(n);
    in_class = false;
    piece = p_;
  };
  const bool quoted = context == Context::QuotedPattern;
  auto comment = [&](char end) {
    for (; p_ < end_ && *p_ != end; *p_ == '\n' ? newline() : static_cast<void>(++p_))
      b.source(*p_, utf8_);
  };
  while (p_ < end_) {
    char c = *p_;
    if (context != Context::String && !in_class) {
      if (c == '(' && p_ + 2 < end_ && p_[1] == '?' && p_[2] == '#') comment(')');
      else if (c == '#' && source_->is_extended) comment('\n');
      if (p_ >= end_) break;
      c = *p_;
    }
    if (c == '\\' && !quoted) {
      char e = p_ + 1 < end_ ? p_[1] : '\0';
      if (e != '\0' && std::strchr("LUQFElu", e)) {
        if (e == 'E') {
          if (!stack.empty()) break;
          warn(Warning::Misc, "Useless use of \\E", line_);
          p_ += 2;
          continue;
        }
        bool group = e != 'l' && e != 'u';
        if (group && e != 'Q' && stack.find_first_of("LUF") != std::string::npos) break;
        flush();
        expression(case_escape(context, stack));
        continue;
      }
      if (context == Context::String && in_replacement_ && e >= '1' && e <= '9' &&
          !(p_ + 2 < end_ && chars::digit(p_[2]))) {
        warn(Warning::Syntax, std::string("\\") + e + " better written as $" + e, line_);
        flush();
        p_ += 2;
        expression(variable('$', {p_ - 1, 1}));
        continue;
      }
      if (context == Context::String) {
        escape(b);
        continue;
      }
      if (e == 'N' && p_ + 2 < end_ && p_[2] == '{' && !chars::digit(p_[3]) && p_[3] != ',') {
        const char* from = p_;
        p_ += 2;
        if (p_[1] == 'U' && p_[2] == '+') {
          while (p_ < end_ && *p_ != '}') ++p_;
          if (p_ < end_) ++p_;
          b.text.append(from, p_);
        } else {
          const std::u32string characters = named_characters();
          if (characters.size() > 1) b.text += "(?:";
          for (const char32_t cp : characters) {
            char hex[24];
            std::snprintf(hex, sizeof hex, "\\N{U+%X}", static_cast<unsigned>(cp));
            b.text += hex;
          }
          if (characters.size() > 1) b.text += ')';
        }
        continue;
      }
      b.text += c;
      ++p_;
      if (p_ < end_) {
        if (*p_ == '\n') {
          b.text += '\n';
          newline();
        } else {
          b.source(*p_++, utf8_);
        }
      }
      continue;
    }
    if (c == '$' && !quoted && interpolates_here(context)) {
      flush();
      expression(interpolated_scalar(context));
      continue;
    }
    if (c == '@' && !quoted && interpolates_here(context)) {
      flush();
      expression(interpolated_array(context));
      continue;
    }
    if (c == '(' && context != Context::String && p_ + 3 < end_ && p_[1] == '?' &&
        (p_[2] == '{' || (p_[2] == '?' && p_[3] == '{'))) {
      std::size_t opener = p_[2] == '{' ? 2 : 3;
      b.text.append(p_, opener);
      p_ += opener;
      flush();
      expression(pattern_code());
      continue;
    }
    if (c == '\\' && p_ + 1 < end_ && p_[1] == '(') {
      b.text.append(p_, 2);
      p_ += 2;
      continue;
    }
    if (c == '\n') {
      b.text += c;
      newline();
      continue;
    }
    if (c == '[') in_class = true;
    else if (c == ']') in_class = false;
    b.source(c, utf8_);
    ++p_;
  }
  flush();
  if (b.parts == 0) return string({});
  if (b.parts == 1) return b.first;
  Node* n = node(NodeKind::Interp);
  n->first = b.first;
  n->line = b.first->line;
  return n;
}

// \L \U \F \Q up to \E; \l \u over the rest of the enclosing group. \L\u means \u\L.
Node* Parser::case_escape(Context context, std::string& stack) {
  char e = p_[1];
  if ((e == 'L' || e == 'U') && p_ + 3 < end_ && p_[2] == '\\' && (p_[3] == 'u' || p_[3] == 'l') &&
      (e == 'L') == (p_[3] == 'u')) {
    char first = p_[3];
    p_ += 4;
    Node* outer = node(NodeKind::CaseMod);
    outer->iv = first;
    stack += e;
    Node* inner = node(NodeKind::CaseMod, interpolate_run(context, stack));
    inner->iv = e;
    stack.pop_back();
    if (p_ + 1 < end_ && p_[0] == '\\' && p_[1] == 'E') p_ += 2;
    outer->first = inner;
    return outer;
  }
  p_ += 2;
  bool group = e != 'l' && e != 'u';
  if (group) stack += e;
  Node* n = node(NodeKind::CaseMod, interpolate_run(context, stack));
  n->iv = e;
  if (group) {
    stack.pop_back();
    if (p_ + 1 < end_ && p_[0] == '\\' && p_[1] == 'E') p_ += 2;
  }
  return n;
}

// The code of (?{ ... }), (??{ ... }) or (?(?{ ... })...), p_ at the brace: a closure, and its text
// for the pattern.
Node* Parser::pattern_code() {
  const char* from = p_;
  source_->in_string = false;
  Node* n = node(NodeKind::AnonSub);
  n->function = block_function();
  source_->in_string = true;
  if (errors_ > source_->errors) abort_in_string();
  Builder text;
  for (const char* s = from; s < p_; ++s) text.source(*s, utf8_);
  n->text = arena_.copy(text.text);
  if (text.wide) n->flags |= Utf8;
  return n;
}

bool Parser::interpolates_here(Context context) const {
  bool pattern = context == Context::Pattern;
  if (*p_ == '$' && !pattern) return true;
  if (p_ + 1 >= end_) return false;
  char n = p_[1], m = p_ + 2 < end_ ? p_[2] : '\0';
  if (*p_ == '@') {
    if (ident_start(p_ + 1) || n == '{' || chars::digit(n)) return true;
    if (n == ':') return m == ':' && ident_start(p_ + 3);
    if (n == '$') return word_start(p_ + 2) || m == '{' || m == '$' || m == ':';
    return !pattern && (n == '-' || n == '+');
  }
  if (ident_start(p_ + 1) || n == '{' || chars::digit(n)) return true;
  if (chars::space(n)) return false;
  if (n == ':') return m != ':' || ident_start(p_ + 3) || p_[3] == '{';
  if (n == '#') return m == '{' || m == '$' || (m != '+' && m != '-' && m != ':');
  if (n == '^') return chars::is(m, chars::Upper);
  if (n == ')' || n == '(' || n == '|') return false;
  return std::string_view("$&`+!@/,;.-~=<>?%\\][\"*").find(n) != std::string_view::npos;
}

// The token at fault is the whole quoted construct.
void Parser::fail_quoted() {
  leave_source(*source_);
  trail_.emplace(trail_behind());
  throw SyntaxError{"syntax error" + near_message(*trail_, p_, Read::Part), true};
}

bool Parser::string_subscript(char open, Context context) const {
  if (p_ >= end_ || *p_ != open) return false;
  if (context == Context::String) return true;
  if (open == '[') return pattern_bracket_is_index();
  // $x{2,3} in a pattern is a quantifier.
  const char* s = p_ + 1;
  bool digits = false;
  while (s < end_ && (chars::digit(*s) || *s == ',')) digits = true, ++s;
  return !(digits && s < end_ && *s == '}');
}

// perlop: "$var[...]" in a pattern is an element or a character class by a guess. An index is a
// number, a simple scalar, or one plus or minus a number.
bool Parser::pattern_bracket_is_index() const {
  const char* s = p_ + 1;
  if (s < end_ && *s == '-') ++s;
  if (s < end_ && chars::digit(*s)) {
    while (s < end_ && chars::digit(*s)) ++s;
    return s < end_ && *s == ']';
  }
  if (s >= end_ || *s != '$') return false;
  ++s;
  if (s < end_ && *s == '#') ++s;
  if (!ident_start(s)) return false;
  s = scan_qualified(s);
  if (s < end_ && *s == ']') return true;
  if (s < end_ && (*s == '+' || *s == '-')) {
    ++s;
    while (s < end_ && chars::digit(*s)) ++s;
    return s < end_ && *s == ']';
  }
  return s < end_ && (*s == '[' || *s == '{' || (*s == '-' && s[1] == '>'));
}

Node* Parser::interpolated_scalar(Context context) {
  std::uint32_t line = line_;
  Node* n;
  if (context == Context::String) {
    const char* s = p_ + 1;
    while (s < end_ && chars::space(*s)) ++s;
    if (s >= end_) {
      error_within("Final $ should be \\$ or $name");
      fail_quoted();
    }
  }
  const bool length = p_[1] == '#' && p_ + 2 < end_ &&
                      (p_[2] == '{' || p_[2] == '$' || ident_start(p_ + 2) ||
                       (context == Context::String && (p_[2] == '+' || p_[2] == '-')));
  if (length) return array_length();
  auto deref_element = [&](Node* inner) -> Node* {
    if (string_subscript('[', context)) return index(deref('@', inner));
    if (string_subscript('{', context)) return hash_index(deref('%', inner));
    return deref('$', inner);
  };
  mark();
  ++p_;
  while (p_ < end_ && chars::space(*p_)) *p_ == '\n' ? newline() : static_cast<void>(++p_);
  warn_old_separator();
  char c = *p_, d = p_ + 1 < end_ ? p_[1] : '\0';
  std::string_view name;
  if (c == '$' && (word_start(p_ + 1) || d == '{' || d == '$' || (d == ':' && p_[2] == ':'))) {
    n = deref_element(deref_operand());
  } else {
    if (c == '{') {
      Node* inner = braced_operand(&name);
      if (inner) {  // as behind a subscript
        if (p_ < end_ && *p_ == '[') inner = index(deref('@', inner));
        else if (p_ < end_ && *p_ == '{') inner = hash_index(deref('%', inner));
        else inner = deref('$', inner);
        return interpolated_postfix(inner);
      }
      // ${name} ends the interpolation: what follows is text, [ and { included.
      if (*p_ != '}') return braced_element(name, '$');
      ++p_;
      n = variable('$', name);
      n->line = line;
      return n;
    } else {
      name = variable_name();
      if (name.empty()) syntax_error();
    }
    if (string_subscript('[', context)) {
      bool as_array = function_->uses_args_as_array;
      Node* array = variable('@', name);
      if (name == "_") function_->uses_args_as_array = as_array;
      n = index(array);
    } else if (string_subscript('{', context)) {
      n = hash_index(variable('%', name));
    } else {
      n = variable('$', name);
    }
  }
  n->line = line;
  return interpolated_postfix(n);
}

// Subscripts that belong to the variable in a string: [..] {..} ->[..] ->{..}, and the postfix
// dereferences of arrays under postderef_qq.
Node* Parser::interpolated_postfix(Node* n) {
  for (;;) {
    bool subscripted = n->kind == NodeKind::Index || n->kind == NodeKind::HashIndex;
    // Behind a subscript or an arrow nothing has to be guessed, in patterns neither.
    if (subscripted && p_ < end_ && *p_ == '[') {
      n = index(deref('@', n));
    } else if (subscripted && p_ < end_ && *p_ == '{') {
      n = hash_index(deref('%', n));
    } else if (p_ + 2 < end_ && p_[0] == '-' && p_[1] == '>') {
      const char* here = p_;
      p_ += 2;
      if (*p_ == '[') {
        n = index(deref('@', n));
      } else if (*p_ == '{') {
        n = hash_index(deref('%', n));
      } else if (feature(Hints::Postderef) && *p_ == '@' && p_ + 1 < end_ &&
                 (p_[1] == '*' || p_[1] == '[' || p_[1] == '{')) {
        ++p_;
        return node(NodeKind::JoinArray, deref_slice(n, '@'));
      } else if (feature(Hints::Postderef) && looking_at("$#*")) {
        p_ += 3;
        return node(NodeKind::ArrayLen, deref('@', n));
      } else if (feature(Hints::Postderef) && looking_at("$*")) {
        p_ += 2;
        n = deref('$', n);
      } else {
        p_ = here;
        return n;
      }
    } else {
      return n;
    }
  }
}

// perldiag "Old package separator used in string": behind a sigil, or inside of its braces.
void Parser::warn_old_separator() {
  if (!warns(Warning::Syntax)) return;
  const char* from = *p_ == '{' ? p_ + 1 : p_;
  if (!ident_start(from)) return;
  const std::string_view name(from, static_cast<std::size_t>(scan_qualified(from) - from));
  if (name.find('\'') == name.npos) return;
  std::string shown = *p_ == '{' ? "" : std::string(1, p_[-1]);
  for (char c : name) shown += c == '\'' ? "\\'" : std::string(1, c);
  warn(Warning::Syntax, "Old package separator used in string", line_);
  host_.warn("\t(Did you mean \"" + shown + "\" instead?)\n");
}

Node* Parser::interpolated_array(Context context) {
  std::uint32_t line = line_;
  mark();
  ++p_;
  warn_old_separator();
  std::string_view name;
  Node* inner = nullptr;
  Node* list = nullptr;
  if (*p_ == '{' || *p_ == '$') {
    inner = *p_ == '{' ? braced_operand(&name) : deref_operand();
    if (!inner) {
      if (*p_ != '}') {
        list = node(NodeKind::JoinArray, braced_element(name, '@'));
        list->line = line;
        return list;
      }
      ++p_;
      list = node(NodeKind::JoinArray, variable('@', name));
      list->line = line;
      return list;
    }
  } else {
    name = variable_name();
    if (name.empty()) syntax_error();
  }
  auto array = [&] { return inner ? deref('@', inner) : variable('@', name); };
  if (string_subscript('[', context)) {
    list = slice(array(), '@');
  } else if (string_subscript('{', context)) {
    list = hash_slice(inner ? deref('%', inner) : variable('%', name), '@');
  }
  if (list && (looking_at("->[") || looking_at("->{"))) {  // an element of the slice's last one
    list = interpolated_postfix(list);
  } else if (!list) {
    const int errors_before = errors_;  // strict vars may refuse it
    if (!inner && chars::start(name[0]) && name != "_") unintended_ = name;
    list = array();
    if (!unintended_.empty() && !list->decl &&
        (!strict(Hints::StrictVars) || errors_ > errors_before) && !host_.array_exists(list->text))
      warn_unintended();
    unintended_ = {};
  }
  Node* n = node(NodeKind::JoinArray, list);
  n->line = line;
  return n;
}

// perldiag "Possible unintended interpolation of %s in string".
void Parser::warn_unintended() {
  if (unintended_.empty() || !warns(Warning::Ambiguous)) return;
  warn(Warning::Ambiguous,
       "Possible unintended interpolation of @" + std::string(unintended_) + " in string", line_);
  unintended_ = {};
}

}  // namespace perlipc
