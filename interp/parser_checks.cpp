// Warnings about suspicious code that are given as soon as an expression is complete (perldiag).
#include "interp/parser_ops.h"
#include "interp/value/convert.h"

#include <cstring>

namespace perlipc {
namespace {

const Node* strip(const Node* n) {
  while (n->kind == NodeKind::List && n->has(Paren) && n->first && !n->first->next) n = n->first;
  return n;
}

// What reads as true although a line or name "0" is false (perldiag "Value of %s can be "0"").
const char* read_construct(const Node* n) {
  using builtin::BuiltinId;
  if (n->kind == NodeKind::ReadLine) return "<HANDLE> construct";
  if (n->kind == NodeKind::GlobPattern) return "glob construct";
  if (n->kind != NodeKind::Func) return nullptr;
  switch (static_cast<BuiltinId>(n->iv)) {
    case BuiltinId::k_readline: return "<HANDLE> construct";
    case BuiltinId::k_glob: return "glob construct";
    case BuiltinId::k_readdir: return "readdir() operator";
    case BuiltinId::k_each: return "each() operator";
    default: return nullptr;
  }
}

bool bareword_value(const Node* n) {
  n = strip(n);
  if (n->kind == NodeKind::LogOr) return bareword_value(n->first);
  return n->kind == NodeKind::Str && n->has(Bareword);
}

bool number_comparison(const Node* n) {
  return n->kind == NodeKind::Binary && !n->has(Chained) && n->op() >= Op::NumEq &&
         n->op() <= Op::NumCmp;
}

// "@a" or "%h" as messages name it; "@array" and "%hash" behind a reference. Empty: no container.
std::string container_name(const Node* n) {
  n = strip(n);
  if (n->kind == NodeKind::My && !n->has(Paren)) n = n->first;
  switch (n->kind) {
    case NodeKind::ArrayVar: return "@" + Parser::shown_name(n);
    case NodeKind::HashVar: return "%" + Parser::shown_name(n);
    case NodeKind::Deref: return n->iv == '@' ? "@array" : n->iv == '%' ? "%hash" : "";
    default: return {};
  }
}

// How many characters a list of tr/// stands for.
std::size_t expanded_length(std::string_view text) {
  std::size_t count = 0;
  std::uint32_t before = 0;
  bool has_before = false;
  for (std::size_t at = 0; at < text.size();) {
    bool escaped = text[at] == '\x01';
    if (escaped) ++at;
    if (!escaped && text[at] == '-' && has_before && at + 1 < text.size()) {
      ++at;
      if (text[at] == '\x01') ++at;
      std::size_t used = 1;
      std::uint32_t c = utf8_decode(text.data() + at, text.data() + text.size(), &used);
      if (c > before) count += c - before;
      at += used;
      has_before = false;
      continue;
    }
    std::size_t used = 1;
    before = utf8_decode(text.data() + at, text.data() + text.size(), &used);
    at += used;
    has_before = true;
    ++count;
  }
  return count;
}

std::string doubled_backslashes(std::string_view text) {
  std::string out;
  for (char c : text) out += c == '\\' ? "\\\\" : std::string(1, c);
  return out;
}

}  // namespace

// perldiag ""my %s" used in sort comparison".
void Parser::check_sort_block(const Node* block) {
  if (!warns(Warning::Syntax)) return;
  const Node* last = block->first;
  while (last && last->next) last = last->next;
  if (!last || !last->first) return;
  const Node* e = strip(last->kind == NodeKind::Statement ? last->first : last);
  if (e->kind != NodeKind::Binary || (e->op() != Op::NumCmp && e->op() != Op::StrCmp)) return;
  for (const Node* side = e->first; side; side = side->next) {
    const Node* v = strip(side);
    if (v->kind != NodeKind::ScalarVar || !v->decl || v->decl->kind == DeclKind::Our) continue;
    if (v->decl->name == "$a" || v->decl->name == "$b")
      warn(Warning::Syntax,
           std::string(v->decl->kind == DeclKind::State ? "\"state " : "\"my ") +
               std::string(v->decl->name) + "\" used in sort comparison",
           line_);
  }
}

// --- conditions ---------------------------------------------------------------------------------

// What is left of `1 and X`, `0 or X` or `1 ? X : Y`.
const Node* Parser::decided(const Node* n) {
  for (n = strip(n);
       n->kind == NodeKind::LogAnd || n->kind == NodeKind::LogOr || n->kind == NodeKind::Ternary;) {
    const Folded left = fold_constant(n->first, host_);
    const Node* next = n->first->next;
    if (left.kind == Folded::None) break;
    if (n->kind == NodeKind::Ternary) next = left.truth() ? next : next->next;
    else if (left.truth() != (n->kind == NodeKind::LogAnd)) break;
    n = strip(next);
  }
  return n;
}

// perldiag "Found = in conditional, should be ==". What decides between two things to do may be
// negated.
void Parser::warn_found_assignment(const Node* cond, std::uint32_t line) {
  if (!warns(Warning::Syntax)) return;
  const Node* n = decided(cond);
  if (n->kind == NodeKind::Unary && n->op() == Op::Not) n = decided(n->first);
  if (n->kind != NodeKind::Assign || n->has(ListAssign)) return;
  const Node* right = strip(n->first->next);
  if (right->kind == NodeKind::Str && right->has(Bareword)) return;
  if (right->kind == NodeKind::Call && right->has(Ampersand)) return;
  if (right->kind != NodeKind::Call && fold_constant(right, host_).kind != Folded::None)
    warn(Warning::Syntax, "Found = in conditional, should be ==", line);
}

// What `if`, && and || are given.
void Parser::warn_condition(const Node* cond, std::uint32_t line) {
  warn_found_assignment(cond, line);
  if (!strict(Hints::StrictSubs) && warns(Warning::Bareword) && bareword_value(cond))
    warn(Warning::Bareword, "Bareword found in conditional", line);
  const Node* n = strip(cond);
  if (n->kind != NodeKind::Assign || n->has(ListAssign)) return;
  if (const char* what = read_construct(n->first->next))
    warn(Warning::Misc, std::string("Value of ") + what + " can be \"0\"; test with defined()",
         line);
}

// --- operators ----------------------------------------------------------------------------------

void Parser::check_bitwise(const Node* n) {
  const auto suspicious = [&](const Node* k) {
    return number_comparison(k) && fold_constant(k, host_).kind == Folded::None;
  };
  if (!suspicious(n->first) && !suspicious(n->first->next)) return;
  const char* name = n->op() == Op::BitAnd      ? "&"
                     : n->op() == Op::BitOr     ? "|"
                     : n->op() == Op::BitXor    ? "^"
                     : n->op() == Op::StrBitAnd ? "&."
                     : n->op() == Op::StrBitOr  ? "|."
                                                : "^.";
  warn(Warning::Precedence,
       std::string("Possible precedence problem on bitwise ") + name + " operator", line_);
}

// perldiag "$[ used in %s (did you mean $] ?)".
void Parser::check_bracket_variable(const Node* n) {
  if (n->op() < Op::NumLt || n->op() > Op::NumGe || n->has(Chained)) return;
  for (const Node* k = n->first; k; k = k->next)
    if (k->kind == NodeKind::ScalarVar && k->text == "main::[")
      warn(Warning::Syntax, std::string("$[ used in ") + describe(n) + " (did you mean $] ?)",
           line_);
}

void Parser::check_bound_list(const Node* left, const Node* right) {
  const std::string name = container_name(left);
  if (name.empty()) return;
  const char* what = right->kind == NodeKind::Subst   ? "substitution (s///)"
                     : right->kind == NodeKind::Trans ? "transliteration (tr///)"
                                                      : "pattern match (m//)";
  warn(Warning::Misc,
       std::string("Applying ") + what + " to " + name + " will act on scalar(" + name + ")",
       line_);
}

// perldiag "Reversed %s= operator"; p_ is behind the =.
void Parser::check_reversed() {
  if (std::string_view("+-*/%.&|^").find(*p_) == std::string_view::npos || !chars::space(p_[1]) ||
      p_ >= end_)
    return;
  warn(Warning::Syntax, std::string("Reversed ") + *p_ + "= operator", line_);
}

void Parser::check_multidimensional(std::string_view name) {
  const char* s = p_ + 1;
  while (s < end_ && (chars::word(*s) || chars::space(*s) || *s == '$')) ++s;
  if (s >= end_ || *s != ',' || !warns(Warning::Syntax)) return;
  while (s < end_ && *s != ']') ++s;
  if (s < end_)
    warn(Warning::Syntax,
         "Multidimensional syntax $" + std::string(name) + std::string(p_, s + 1) +
             " not supported",
         line_);
}

void Parser::check_transliteration(const Node* n) {
  if (!warns(Warning::Misc)) return;
  const std::string_view flags = n->more_text[1];
  if (flags.find('c') != flags.npos || n->more_text[0].empty()) return;
  const std::size_t from = expanded_length(n->text), to = expanded_length(n->more_text[0]);
  if (to > from) warn(Warning::Misc, "Replacement list is longer than search list", line_);
  else if (to == from && flags.find('d') != flags.npos)
    warn(Warning::Misc, "Useless use of /d modifier in transliteration operator", line_);
}

// --- calls --------------------------------------------------------------------------------------

// perldiag "%s (...) interpreted as function": p_ is behind the name of a list operator; what
// follows the parentheses looks as if it were meant for the list.
void Parser::warn_interpreted_as_function(std::string_view name) {
  if (p_ + 1 >= end_ || *p_ != ' ' || p_[1] != '(' || !warns(Warning::Syntax)) return;
  const char* s = p_ + 2;
  for (int level = 1; s < end_ && level > 0; ++s) level += *s == '(' ? 1 : *s == ')' ? -1 : 0;
  while (s < end_ && chars::space(*s)) ++s;
  if (s < end_ && std::string_view(";&/|})]oaiuwef!=").find(*s) == std::string_view::npos)
    warn(Warning::Syntax, std::string(name) + " (...) interpreted as function", line_);
}

// perldiag "Precedence problem: open %s should be open(%s)".
void Parser::check_open_precedence() {
  skip_space();
  if (!ident_start(p_)) return;
  const char* to = scan_word(p_);
  const char* s = to;
  while (s < end_ && chars::space(*s)) ++s;
  if (s + 1 >= end_ || s[0] != '|' || s[1] != '|') return;
  const std::string name(p_, to);
  warn(Warning::Precedence, "Precedence problem: open " + name + " should be open(" + name + ")",
       line_, Severity::Severe);
}

// perldiag "Warning: Use of "%s" without parentheses is ambiguous": p_ is behind a unary operator
// that began at `from`; what follows may be its operand or a binary operator.
void Parser::check_ambiguous_unary(const char* from) {
  const char* s = p_;
  while (s < end_ && chars::space(*s)) ++s;
  if (s >= end_) return;
  const bool file_test = *from == '-';
  const bool before = s > p_ && !file_test, after = s + 1 < end_ && chars::space(s[1]);
  bool ambiguous = false;
  if (*s == '+' || *s == '-')
    ambiguous = s[1] != *s && s[1] != '=' && s[1] != '>' && (after || !before);
  else if (*s == '/') ambiguous = s[1] != '/';
  else if (*s == '<') {
    const void* nl = std::memchr(s, '\n', static_cast<std::size_t>(end_ - s));
    const char* to = nl ? static_cast<const char*>(nl) : end_;
    ambiguous = s[1] != '<' && !std::memchr(s, '>', static_cast<std::size_t>(to - s));
  }
  if (*s == '-' && chars::start(s[1]) && !chars::word(s[2])) ambiguous = false;  // a file test
  if (!ambiguous) return;
  const char* to = from;
  while (to < end_ && (chars::word(*to) || *to == '-')) ++to;
  warn(Warning::Ambiguous,
       "Warning: Use of \"" + std::string(from, to) + "\" without parentheses is ambiguous", line_,
       Severity::Severe);
}

void Parser::check_stat(const Node* operand) {
  const std::string name = container_name(operand);
  if (name.empty() || name[0] != '@') return;
  const std::string hint =
      name == "@array" ? "" : " (did you want stat $" + name.substr(1) + "[0]?)";
  warn(Warning::Syntax, "Array passed to stat will be coerced to a scalar" + hint, line_);
}

void Parser::check_function(const Node* call) {
  if (call->kind != NodeKind::Func || !call->first) return;
  const Node* first = call->first;
  switch (static_cast<BuiltinId>(call->iv)) {
    case BuiltinId::k_push:
    case BuiltinId::k_unshift:
      if (!first->next)
        warn(Warning::Syntax,
             "Useless use of " + std::string(name_of(static_cast<BuiltinId>(call->iv))) +
                 " with no values",
             line_);
      break;
    case BuiltinId::k_stat:
    case BuiltinId::k_lstat: check_stat(first); break;
    case BuiltinId::k_join:
      if (first->kind == NodeKind::Match && first->has(TargetTopic) &&
          first->first->kind == NodeKind::Str)
        warn(Warning::Syntax,
             "/" + std::string(first->first->text) + "/ should probably be written as \"" +
                 std::string(first->first->text) + "\"",
             line_);
      break;
    case BuiltinId::k_length:
      if (const std::string name = container_name(first); !name.empty())
        warn(Warning::Syntax,
             "length() used on " + name + " (did you mean \"scalar(" +
                 (name[0] == '%' ? "keys " : "") + name + ")\"?)",
             line_);
      break;
    case BuiltinId::k_each:
      if (first->kind == NodeKind::Deref &&
          (first->first->kind == NodeKind::AnonArray || first->first->kind == NodeKind::AnonHash))
        warn(Warning::Syntax,
             std::string("each on anonymous ") + (first->iv == '@' ? "array" : "hash") +
                 " will always start from the beginning",
             line_);
      break;
    default: break;
  }
}

// --- prototypes ---------------------------------------------------------------------------------

void Parser::check_prototype(std::string_view text, const FunctionScope* f, std::uint32_t line) {
  if (!warns(Warning::Illegalproto)) return;
  static constexpr std::string_view allowed = "$@%*;[]&\\_+";
  bool illegal = false, after_greedy = false, open = false, after_topic = false, topic = false;
  char greedy = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (greedy) after_greedy = true;
    if (topic && c != ';') after_topic = true;
    topic = false;
    if (allowed.find(c) == allowed.npos) {
      illegal = true;
      break;
    }
    const bool referenced = at > 0 && text[at - 1] == '\\';
    if (c == '[') open = true;
    else if (c == ']') open = false;
    else if ((c == '@' || c == '%') && !referenced && !open) greedy = c;
    else if (c == '_' && !referenced) topic = true;
  }
  const std::string rest =
      (f->is_anon ? std::string("?") : std::string(f->name)) + " : " + doubled_backslashes(text);
  if (after_greedy)
    warn(Warning::Illegalproto, std::string("Prototype after '") + greedy + "' for " + rest, line);
  if (open) warn(Warning::Illegalproto, "Missing ']' in prototype for " + rest, line);
  if (illegal) warn(Warning::Illegalproto, "Illegal character in prototype for " + rest, line);
  else if (after_topic && !after_greedy)
    warn(Warning::Illegalproto, "Illegal character after '_' in prototype for " + rest, line);
}

// perldiag "%s() called too early to check prototype": calls of `function` that were read before
// the sub they name.
void Parser::check_early_calls(const FunctionScope* function) {
  std::erase_if(early_calls_, [&](const EarlyCall& call) {
    if (call.function != function) return false;
    if (host_.find_sub(call.name).has_prototype)
      host_.warn(*call.info->hints, Warning::Prototype, Severity::Normal,
                 std::string(call.name) + "() called too early to check prototype" +
                     host_.place(call.info->file, call.line));
    return true;
  });
}

}  // namespace perlipc
