// Useless values, lists in scalar context, code behind exec.
#include "interp/lint.h"
#include "builtins/table.h"
#include "interp/ast_walk.h"
#include "interp/parser.h"
#include "interp/value/convert.h"
#include <cctype>
#include <cmath>
#include <cstdio>

namespace perlipc {

using builtin::BuiltinId;

namespace {

// Functions that only compute a value.
bool only_computes(const Node* n) {
  switch (static_cast<BuiltinId>(n->iv)) {
    case BuiltinId::k_abs:
    case BuiltinId::k_atan2:
    case BuiltinId::k_caller:
    case BuiltinId::k_chr:
    case BuiltinId::k_cos:
    case BuiltinId::k_crypt:
    case BuiltinId::k_defined:
    case BuiltinId::k_eof:
    case BuiltinId::k_exp:
    case BuiltinId::k_fc:
    case BuiltinId::k_fileno:
    case BuiltinId::k_getgrgid:
    case BuiltinId::k_getgrnam:
    case BuiltinId::k_gethostbyaddr:
    case BuiltinId::k_gethostbyname:
    case BuiltinId::k_gethostent:
    case BuiltinId::k_getlogin:
    case BuiltinId::k_getnetbyaddr:
    case BuiltinId::k_getnetbyname:
    case BuiltinId::k_getnetent:
    case BuiltinId::k_getpeername:
    case BuiltinId::k_getpgrp:
    case BuiltinId::k_getppid:
    case BuiltinId::k_getpriority:
    case BuiltinId::k_getprotobyname:
    case BuiltinId::k_getprotobynumber:
    case BuiltinId::k_getprotoent:
    case BuiltinId::k_getpwnam:
    case BuiltinId::k_getpwuid:
    case BuiltinId::k_getservbyname:
    case BuiltinId::k_getservbyport:
    case BuiltinId::k_getservent:
    case BuiltinId::k_getsockname:
    case BuiltinId::k_gmtime:
    case BuiltinId::k_hex:
    case BuiltinId::k_index:
    case BuiltinId::k_int:
    case BuiltinId::k_join:
    case BuiltinId::k_lc:
    case BuiltinId::k_lcfirst:
    case BuiltinId::k_length:
    case BuiltinId::k_localtime:
    case BuiltinId::k_log:
    case BuiltinId::k_oct:
    case BuiltinId::k_ord:
    case BuiltinId::k_pack:
    case BuiltinId::k_prototype:
    case BuiltinId::k_quotemeta:
    case BuiltinId::k_readlink:
    case BuiltinId::k_ref:
    case BuiltinId::k_reverse:
    case BuiltinId::k_rindex:
    case BuiltinId::k_sin:
    case BuiltinId::k_split:
    case BuiltinId::k_sprintf:
    case BuiltinId::k_sqrt:
    case BuiltinId::k_tell:
    case BuiltinId::k_telldir:
    case BuiltinId::k_time:
    case BuiltinId::k_times:
    case BuiltinId::k_uc:
    case BuiltinId::k_ucfirst:
    case BuiltinId::k_unpack:
    case BuiltinId::k_vec:
    case BuiltinId::k_wantarray: return true;
    case BuiltinId::k_substr: {
      unsigned operands = 0;
      for (const Node* k = n->first; k; k = k->next) ++operands;
      return operands < 4;
    }
    default: return false;
  }
}

bool has_flag(std::string_view flags, char flag) { return flags.find(flag) != flags.npos; }

// perl's name of what a void expression computes; empty when nothing is said about it.
std::string name_of_useless(const Node* n, bool integer) {
  switch (n->kind) {
    case NodeKind::ScalarVar:
    case NodeKind::ArrayVar:
    case NodeKind::HashVar:
      return n->decl && n->decl->kind != DeclKind::Our ? Parser::describe(n) : "a variable";
    case NodeKind::GlobVar: return "a variable";
    case NodeKind::Deref: return n->iv == '&' ? "" : "a variable";
    case NodeKind::Index:
    case NodeKind::HashIndex:
    case NodeKind::ArrayLen:
    case NodeKind::Slice:
    case NodeKind::HashSlice:
    case NodeKind::KvSlice:
    case NodeKind::KvHashSlice:
    case NodeKind::ListSlice:
    case NodeKind::Interp:
    case NodeKind::Stringify:
    case NodeKind::Repeat:
    case NodeKind::Ref:
    case NodeKind::AnonArray:
    case NodeKind::AnonHash:
    case NodeKind::Sort:
    case NodeKind::Wantarray:
    case NodeKind::Range: return Parser::describe(n);
    case NodeKind::AnonSub: return "single ref constructor";
    case NodeKind::Binary:
    case NodeKind::Unary: {
      if (n->kind == NodeKind::Binary && n->op() == Op::Isa) return "";
      std::string what = Parser::describe(n);
      if (!integer) return what;
      if (what.starts_with("numeric ")) what.erase(0, 8);
      else if (n->op() > Op::Mod && n->op() != Op::Neg) return what;
      return "integer " + what;
    }
    case NodeKind::Match: return n->has(Negated) ? "negative pattern binding (!~)" : "";
    case NodeKind::Subst:
      if (has_flag(n->text, 'r')) return "non-destructive substitution (s///r)";
      return n->has(Negated) ? "negative pattern binding (!~)" : "";
    case NodeKind::Trans:
      if (has_flag(n->more_text[1], 'r')) return "non-destructive transliteration (tr///r)";
      return n->has(Negated) ? "negative pattern binding (!~)" : "";
    case NodeKind::Func: return only_computes(n) ? Parser::describe(n) : "";
    default: return "";
  }
}

const Node* only_item(const Node* n) {
  while (n->kind == NodeKind::List && n->first && !n->first->next) n = n->first;
  return n;
}

std::string text_of(const Value& v) {
  char buffer[48];
  switch (v.tag) {
    case kInt: return {buffer, format_integer(v.i, buffer)};
    case kUInt: return {buffer, format_unsigned(v.u, buffer)};
    case kDouble: return {buffer, format_double(v.d, buffer)};
    case kStr: return std::string(v.s->view());
    default: return {};
  }
}

double number_of(const Value& v) {
  switch (v.tag) {
    case kInt: return static_cast<double>(v.i);
    case kUInt: return static_cast<double>(v.u);
    case kDouble: return v.d;
    case kStr: {
      const Value n = parse_number(v.s->view()).value;
      return n.tag == kStr ? 0 : number_of(n);
    }
    default: return 0;
  }
}

Folded folded_number(double d) {
  const bool whole =
      d >= -9e15 && d <= 9e15 && d == static_cast<double>(static_cast<std::int64_t>(d));
  return {Folded::Number, whole ? Value::integer(static_cast<std::int64_t>(d)) : Value::number(d)};
}

// Of numbers that are small enough to be exact in every way of counting.
Folded fold_integers(Op op, const Folded& a, const Folded& b) {
  if (a.value.tag != kInt || b.value.tag != kInt || a.value.i < 0 || b.value.i < 0) return {};
  const std::int64_t x = a.value.i, y = b.value.i;
  switch (op) {
    case Op::Mod: return y ? Folded{Folded::Number, Value::integer(x % y)} : Folded{};
    case Op::ShiftLeft:
      if (y > 30 || x > INT32_MAX) return {};
      return {Folded::Number, Value::integer(x << y)};
    case Op::ShiftRight: return {Folded::Number, Value::integer(y > 63 ? 0 : x >> y)};
    case Op::BitAnd: return {Folded::Number, Value::integer(x & y)};
    case Op::BitOr: return {Folded::Number, Value::integer(x | y)};
    default: return {Folded::Number, Value::integer(x ^ y)};
  }
}

Folded folded_truth(bool truth) { return {Folded::Truth, truth ? Value::boolean(true) : Value()}; }

bool compares(Op op, const Folded& a, const Folded& b) {
  const double x = number_of(a.value), y = number_of(b.value);
  switch (op) {
    case Op::NumEq: return x == y;
    case Op::NumNe: return x != y;
    case Op::NumLt: return x < y;
    case Op::NumGt: return x > y;
    case Op::NumLe: return x <= y;
    case Op::NumGe: return x >= y;
    default: break;
  }
  const int order = text_of(a.value).compare(text_of(b.value));
  switch (op) {
    case Op::StrEq: return order == 0;
    case Op::StrNe: return order != 0;
    case Op::StrLt: return order < 0;
    case Op::StrGt: return order > 0;
    case Op::StrLe: return order <= 0;
    default: return order >= 0;
  }
}

// What would warn is left to the running program.
bool is_number(const Folded& f) {
  if (f.kind != Folded::Text) return true;
  return parse_number(f.value.s->view()).whole;
}

Folded fold_binary(Op op, const Folded& a, const Folded& b) {
  const bool text = op == Op::Concat || (op >= Op::StrEq && op <= Op::StrCmp);
  if (!text && (!is_number(a) || !is_number(b))) return {};
  const double x = number_of(a.value), y = number_of(b.value);
  switch (op) {
    case Op::Add: return folded_number(x + y);
    case Op::Sub: return folded_number(x - y);
    case Op::Mul: return folded_number(x * y);
    case Op::Div: return y != 0 ? folded_number(x / y) : Folded{};
    case Op::NumCmp: return folded_number(x < y ? -1 : x > y ? 1 : 0);
    case Op::Pow: return folded_number(std::pow(x, y));
    case Op::StrCmp: {
      const int order = text_of(a.value).compare(text_of(b.value));
      return folded_number(order < 0 ? -1 : order > 0 ? 1 : 0);
    }
    case Op::Mod:
    case Op::ShiftLeft:
    case Op::ShiftRight:
    case Op::BitAnd:
    case Op::BitOr:
    case Op::BitXor: return fold_integers(op, a, b);
    case Op::Concat: {
      const std::string text = text_of(a.value) + text_of(b.value);
      const bool utf8 =
          (a.value.is_string() && a.value.s->utf8()) || (b.value.is_string() && b.value.s->utf8());
      return {Folded::Text, Value::string(text, utf8)};
    }
    default: return is_comparison(op) ? folded_truth(compares(op, a, b)) : Folded{};
  }
}

}  // namespace

bool folds_constants(BuiltinId id) {
  switch (id) {
    case BuiltinId::k_abs:
    case BuiltinId::k_atan2:
    case BuiltinId::k_chr:
    case BuiltinId::k_cos:
    case BuiltinId::k_crypt:
    case BuiltinId::k_exp:
    case BuiltinId::k_hex:
    case BuiltinId::k_int:
    case BuiltinId::k_join:
    case BuiltinId::k_lc:
    case BuiltinId::k_lcfirst:
    case BuiltinId::k_length:
    case BuiltinId::k_log:
    case BuiltinId::k_oct:
    case BuiltinId::k_ord:
    case BuiltinId::k_pack:
    case BuiltinId::k_quotemeta:
    case BuiltinId::k_sin:
    case BuiltinId::k_sprintf:
    case BuiltinId::k_sqrt:
    case BuiltinId::k_uc:
    case BuiltinId::k_ucfirst: return true;
    default: return false;
  }
}

static Folded folded_value(const Value& v) {
  if (v.is_string()) return {Folded::Text, v};
  if (v.tag == kDouble) return folded_number(v.d);
  if (v.tag == kInt || v.tag == kUInt) return {Folded::Number, v};
  if (v.tag == kBool) return folded_truth(v.i != 0);
  return {};
}

bool Folded::truth() const {
  if (kind == Text) return value.s->view() != "" && value.s->view() != "0";
  if (kind == Truth) return !value.is_undef();
  return kind == Number && number_of(value) != 0;
}

static Folded fold_once(const Node* n, ParserHost& host);

Folded fold_constant(const Node* n, ParserHost& host) {
  if (n->no_constant) return {};
  Folded f = fold_once(n, host);
  // Each part of a chain is asked about with every operator behind it.
  if (f.kind == Folded::None && n->kind != NodeKind::Call) n->no_constant = true;
  return f;
}

static Folded fold_once(const Node* n, ParserHost& host) {
  switch (n->kind) {
    case NodeKind::Int: return {Folded::Number, Value::integer(n->iv)};
    case NodeKind::UInt:
      return {Folded::Number, Value::unsigned_integer(static_cast<std::uint64_t>(n->iv))};
    case NodeKind::Num: return {Folded::Number, Value::number(n->nv)};
    case NodeKind::Str: return {Folded::Text, Value::string(n->text, n->has(Utf8))};
    case NodeKind::Unary: {
      const Folded kid = fold_constant(n->first, host);
      if (kid.kind == Folded::None) return {};
      if (n->op() == Op::Not) return folded_truth(!kid.truth());
      if (n->op() == Op::Neg && kid.kind == Folded::Number)
        return folded_number(-number_of(kid.value));
      return {};
    }
    case NodeKind::Binary: {
      if (n->has(Chained)) return {};
      const Folded a = fold_constant(n->first, host);
      if (a.kind != Folded::Number && a.kind != Folded::Text) return {};
      const Folded b = fold_constant(n->first->next, host);
      if (b.kind != Folded::Number && b.kind != Folded::Text) return {};
      return fold_binary(n->op(), a, b);
    }
    case NodeKind::Call: {
      if (n->first || n->has(Ampersand) || n->has(Dynamic)) return {};
      const SubInfo sub = host.find_sub(n->text);
      if (sub.value && sub.value->is_undef()) return {Folded::Undef, Value()};
      return sub.value ? folded_value(*sub.value) : Folded{};
    }
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor: {
      const Folded left = fold_constant(strip(n->first), host);
      if (left.kind == Folded::None) return {};
      const bool taken = n->kind == NodeKind::LogAnd  ? !left.truth()
                         : n->kind == NodeKind::LogOr ? left.truth()
                                                      : left.kind != Folded::Undef;
      return taken ? left : fold_constant(strip(n->first->next), host);
    }
    case NodeKind::Ternary: {
      const Folded condition = fold_constant(strip(n->first), host);
      if (condition.kind == Folded::None) return {};
      const Node* yes = n->first->next;
      return fold_constant(strip(condition.truth() ? yes : yes->next), host);
    }
    case NodeKind::Func: {
      const auto id = static_cast<BuiltinId>(n->iv);
      if (!folds_constants(id) || !n->first) return {};
      std::vector<Value> operands;
      for (const Node* k = n->first; k; k = k->next) {
        const Folded operand = fold_constant(k, host);
        if (operand.kind != Folded::Number && operand.kind != Folded::Text) return {};
        operands.push_back(operand.value);
      }
      return folded_value(host.folded_builtin(id, operands));
    }
    default: return {};
  }
}

std::string shown_text(std::string_view text, bool utf8, std::size_t limit) {
  std::string out;
  bool cut = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t used = 1;
    const auto c = utf8 ? utf8_decode(text.data() + at, text.data() + text.size(), &used)
                        : static_cast<unsigned char>(text[at]);
    at += used;
    std::string one;
    char hex[24];
    const bool digit_follows = at < text.size() && text[at] >= '0' && text[at] <= '9';
    switch (c) {
      case '\n': one = "\\n"; break;
      case '\t': one = "\\t"; break;
      case '\r': one = "\\r"; break;
      case '\f': one = "\\f"; break;
      case '\a': one = "\\a"; break;
      case '\x1b': one = "\\e"; break;
      case '"': one = "\\\""; break;
      case '\\': one = "\\\\"; break;
      default:
        if (c > 0xff || (utf8 && c >= 0x7f))
          std::snprintf(hex, sizeof hex, "\\x{%x}", c), one = hex;
        else if (c < 0x20 || c >= 0x7f)
          std::snprintf(hex, sizeof hex, digit_follows ? "\\%03o" : "\\%o", c), one = hex;
        else one = static_cast<char>(c);
    }
    if (out.size() + one.size() > limit) {
      cut = true;
      break;
    }
    out += one;
  }
  return '"' + out + '"' + (cut ? "..." : "");
}

// --- one value is wanted ------------------------------------------------------------------------

void Lint::expression(const Node* n) {
  switch (n->kind) {
    case NodeKind::Block:
    case NodeKind::DoBlock:
    case NodeKind::EvalBlock:
    case NodeKind::AnonSub:
    case NodeKind::My:
    case NodeKind::Statement:
    case NodeKind::FormatDef:
    case NodeKind::SubDef:
    case NodeKind::Int:
    case NodeKind::Str:
    case NodeKind::ScalarVar:
    case NodeKind::ArrayVar:
    case NodeKind::HashVar: return;
    case NodeKind::Slice:
    case NodeKind::HashSlice:
      single_slice(n);
      for (const Node* k = n->first; k; k = k->next) expression(k);
      return;
    case NodeKind::Local: return;
    case NodeKind::Assign:
      if (n->first->kind != NodeKind::Slice && n->first->kind != NodeKind::HashSlice)
        expression(n->first);
      return n->has(ListAssign) ? expression(n->first->next) : scalar(n->first->next);
    case NodeKind::OpAssign:
    case NodeKind::LogXor: expression(n->first); return scalar(n->first->next);
    case NodeKind::Binary:
    case NodeKind::Unary:
      for (const Node* k = n->first; k; k = k->next) scalar(k);
      return;
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor:
    case NodeKind::Ternary:
      scalar(n->first);
      for (const Node* k = n->first->next; k; k = k->next) expression(k);
      return;
    case NodeKind::Index:
    case NodeKind::HashIndex: expression(n->first); return scalar(n->first->next);
    case NodeKind::Func: {
      const auto id = static_cast<BuiltinId>(n->iv);
      if (id == BuiltinId::k_delete) return;
      std::string_view letters = builtin::builtin_row(id).operands;
      if (id == BuiltinId::k_scalar) letters = "S";
      for (const Node* k = n->first; k; k = k->next) {
        const char letter = letters.empty() ? 'L' : letters[0];
        if (letter == 'S' || letter == '_') scalar(k);
        else expression(k);
        while (letters.size() > 1 && (letters[1] == '?' || letters[1] == '_'))
          letters.remove_prefix(1);
        if (!letters.empty() && letter != 'L') letters.remove_prefix(1);
      }
      return;
    }
    default:
      for (const Node* k = n->first; k; k = k->next) expression(k);
  }
}

void Lint::scalar(const Node* n) {
  switch (n->kind) {
    case NodeKind::List: {
      const Node* k = n->first;
      for (; k && k->next; k = k->next) {
        unused(k);
        expression(k);
      }
      if (k) scalar(k);
      return;
    }
    case NodeKind::Sort:
      parser_.warn(Warning::Scalar, "Useless use of sort in scalar context",
                   parser_.message_line());
      break;
    case NodeKind::KvSlice:
    case NodeKind::KvHashSlice: slice_in_scalar(n); break;
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor:
    case NodeKind::Ternary:
      for (const Node* k = n->first; k; k = k->next) scalar(k);
      return;
    default: break;
  }
  expression(n);
}

std::string Lint::shown_subscript(const Node* key, bool hash) {
  std::string shown = "...";
  if (const Folded f = fold_constant(key, host_); f.kind == Folded::Text)
    shown = shown_text(f.value.s->view(), f.value.s->utf8());
  else if (f.kind == Folded::Number) shown = text_of(f.value);
  return (hash ? '{' : '[') + shown + (hash ? '}' : ']');
}

namespace {
bool unary_function(const Node* n) {
  const auto& row = builtin::builtin_row(static_cast<BuiltinId>(n->iv));
  const auto id = static_cast<BuiltinId>(n->iv);
  if (id == BuiltinId::k_rand || id == BuiltinId::k_scalar || id == BuiltinId::k_reverse)
    return false;
  return (row.parse == builtin::BuiltinParse::Unary ||
          row.parse == builtin::BuiltinParse::Nullary || id == BuiltinId::k_defined ||
          id == BuiltinId::k_undef) &&
         !(n->first && n->first->next);
}

// Whether a slice's subscript is plainly one value, as perl judges it.
bool single_subscript(const Node* n, const Folded& f) {
  if (f.kind == Folded::Number) return f.value.tag == kInt;
  if (f.kind == Folded::Text) {
    for (char c : f.value.s->view())
      if (!(c == ' ' || c == '-' || c == '_' || std::isalnum(static_cast<unsigned char>(c))))
        return false;
    return true;
  }
  switch (n->kind) {
    case NodeKind::ScalarVar:
    case NodeKind::ArrayLen:
    case NodeKind::PostInc:
    case NodeKind::PostDec:
    case NodeKind::PreInc:
    case NodeKind::PreDec:
    case NodeKind::Interp:
    case NodeKind::Stringify:
    case NodeKind::Wantarray: return true;
    case NodeKind::Deref: return n->iv == '$';
    case NodeKind::Unary: return n->op() != Op::Not;
    case NodeKind::Binary: return n->op() != Op::Concat && n->op() < Op::NumEq;
    case NodeKind::Repeat: return !n->has(ListRepeat);
    case NodeKind::My: return !n->has(Paren) && n->first->kind == NodeKind::ScalarVar;
    case NodeKind::Func: return unary_function(n);
    default: return false;
  }
}
}  // namespace

// perldiag "Scalar value @%s[%s] better written as $%s[%s]".
void Lint::single_slice(const Node* n) {
  const Node* aggregate = n->first;
  const Node* key = aggregate->next;
  if ((aggregate->kind != NodeKind::HashVar && aggregate->kind != NodeKind::ArrayVar) || !key ||
      key->next || key->kind == NodeKind::List || !parser_.warns(Warning::Syntax) ||
      !single_subscript(key, fold_constant(key, host_)))
    return;
  const std::string name = Parser::shown_name(aggregate);
  const std::string shown = shown_subscript(key, n->kind == NodeKind::HashSlice);
  (void)parser_.statement_info();  // the pragmas stay as they are now
  kept_.push_back({parser_.function_, parser_.hints(),
                   "Scalar value @" + name + shown + " better written as $" + name + shown +
                       parser_.ending(line_ ? line_ : parser_.message_line())});
}

void Lint::finish(const FunctionScope* function) {
  for (const Kept& kept : kept_)
    if (kept.function == function)
      host_.warn(*kept.hints, Warning::Syntax, Severity::Normal, kept.text);
  std::erase_if(kept_, [&](const Kept& kept) { return kept.function == function; });
}

// perldiag "%%s[%s] in scalar context better written as $%s[%s]".
void Lint::slice_in_scalar(const Node* n) {
  const bool hash = n->kind == NodeKind::KvHashSlice;
  const Node* aggregate = n->first;
  if (aggregate->kind != NodeKind::HashVar && aggregate->kind != NodeKind::ArrayVar) return;
  const std::string name = Parser::shown_name(aggregate);
  const std::string shown = shown_subscript(only_item(aggregate->next), hash);
  parser_.warn(Warning::Syntax,
               "%" + name + shown + " in scalar context better written as $" + name + shown,
               parser_.message_line());
}

// --- nobody wants the value ---------------------------------------------------------------------

void Lint::block(const Node* block) {
  for (const Node* s = block->first; s && s->next; s = s->next) unused_statement(s);
}

void Lint::last_of(const Node* block) {
  if (block->kind != NodeKind::Block) {
    const Node* keep = statement_;
    block->kind == NodeKind::If ? unused_statement(block) : unused(block);
    statement_ = keep;
    return;
  }
  const Node* s = block->first;
  while (s && s->next) s = s->next;
  if (s) unused_statement(s);
}

void Lint::unused_statement(const Node* s) {
  const Node* keep = statement_;
  const Node* n = s;
  if (s->kind == NodeKind::Statement) statement_ = s, n = s->first;
  if (n) {
    switch (n->kind) {
      case NodeKind::If: {
        const Node* then = n->first->next;
        if (const Folded f = fold_constant(only_item(n->first), host_); f.kind != Folded::None) {
          const Node* taken = f.truth() != n->has(Negated) ? then : then->next;
          if (taken && !n->has(Modifier) && f.kind != Folded::Truth) last_of(taken);
          break;
        }
        last_of(then);
        if (then->next) last_of(then->next);
        break;
      }
      case NodeKind::CFor:
        if (n->first->kind != NodeKind::Nop) unused(n->first);
        break;
      case NodeKind::BareBlock:
      case NodeKind::PackageDef:
        if (n->first) last_of(n->first);
        break;
      case NodeKind::Try:
        for (const Node* k = n->first; k; k = k->next)
          if (k->kind == NodeKind::Block) last_of(k);
        break;
      case NodeKind::Block: last_of(n); break;
      case NodeKind::While:
      case NodeKind::Foreach: break;  // done when the loop was complete
      default: unused(n);
    }
  }
  statement_ = keep;
}

void Lint::unused(const Node* n) {
  switch (n->kind) {
    case NodeKind::List:
      for (const Node* k = n->first; k; k = k->next) unused(k);
      return;
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor:
      if (fold_constant(only_item(n->first), host_).kind == Folded::None) unused(n->first->next);
      return;
    case NodeKind::Ternary:
      if (fold_constant(only_item(n->first), host_).kind != Folded::None) return;
      unused(n->first->next);
      unused(n->first->next->next);
      return;
    case NodeKind::DoBlock:
    case NodeKind::EvalBlock:
      if (n->first->kind == NodeKind::Block) last_of(n->first);
      return;
    case NodeKind::If:
    case NodeKind::Block:
    case NodeKind::BareBlock: return unused_statement(n);
    default: return useless(n);
  }
}

void Lint::useless(const Node* n) {
  const Folded f = fold_constant(n, host_);
  switch (f.kind) {
    case Folded::Number:
      if (f.value.tag == kInt && (f.value.i == 0 || f.value.i == 1)) return;
      return say_useless("a constant (" + text_of(f.value) + ")");
    case Folded::Text:
      return say_useless("a constant (" + shown_text(f.value.s->view(), f.value.s->utf8()) + ")");
    case Folded::Truth:
    case Folded::Undef: return;
    case Folded::None: break;
  }
  const Hints* hints = statement_ ? statement_->info->hints : parser_.hints();
  const std::string what = name_of_useless(n, hints->bits & Hints::Integer);
  if (!what.empty()) say_useless(what);
}

void Lint::say_useless(const std::string& what) {
  const std::string text = "Useless use of " + what + " in void context";
  if (!statement_) return parser_.warn(Warning::Void, text, parser_.message_line());
  const StatementInfo& info = *statement_->info;
  if (!host_.warning_on(*info.hints, Warning::Void, Severity::Normal)) return;
  host_.warn(*info.hints, Warning::Void, Severity::Normal,
             text + host_.place(info.file, statement_->line));
}

// --- behind exec --------------------------------------------------------------------------------

void Lint::unreachable(const Node* block) {
  const Node* before = nullptr;
  for (const Node* s = block->first; s; s = s->next) {
    const Node* n = s->kind == NodeKind::Statement ? s->first : s;
    if (!n || n->kind == NodeKind::Nop) continue;
    const auto is = [](const Node* x, std::initializer_list<BuiltinId> ids) {
      if (x->kind != NodeKind::Func) return false;
      for (BuiltinId id : ids)
        if (static_cast<BuiltinId>(x->iv) == id) return true;
      return false;
    };
    if (before && is(before, {BuiltinId::k_exec}) && s->kind == NodeKind::Statement &&
        !is(n, {BuiltinId::k_die, BuiltinId::k_warn, BuiltinId::k_exit}) &&
        fold_constant(n, host_).kind == Folded::None &&
        host_.warning_on(*s->info->hints, Warning::Exec, Severity::Normal)) {
      const Hints& hints = *s->info->hints;
      host_.warn(hints, Warning::Exec, Severity::Normal,
                 "Statement unlikely to be reached" + host_.place(s->info->file, s->line));
      host_.warn(hints, Warning::Exec, Severity::Normal,
                 "\t(Maybe you meant system() when you said exec()?)\n");
    }
    before = only_item(n);
    for (const Node* k = n->kind >= NodeKind::DoBlock ? n->first : nullptr; k; k = k->next) {
      if (k->kind == NodeKind::Block) unreachable(k);
      else if (k->kind == NodeKind::If)
        for (const Node* b = k->first; b; b = b->next)
          if (b->kind == NodeKind::Block) unreachable(b);
    }
  }
}

}  // namespace perlipc
