// Recognising infix operators where an operator is wanted.
#include "interp/parser_ops.h"

namespace perlipc {

// Looks at p_ without moving; white space is skipped already.
bool Parser::read_operator(Operator& o) {
  const char* s = p_;
  char c = s[0], d = s[1], e = d ? s[2] : '\0';
  using K = Operator::Kind;
  auto set = [&](K kind, int level, int length, Op op = Op::Add) {
    o.kind = kind, o.level = level, o.length = length, o.op = op;
    return true;
  };
  auto assignable = [&](int level, int length, Op op) {
    if (s[length] == '=' && s[length + 1] != '~' &&
        !(s[length + 1] == '=' && length == 1 && op != Op::Mul)) {
      return set(K::OpAssignment, Assignment, length + 1, op);
    }
    return set(K::Infix, level, length, op);
  };
  auto logic = [&](K kind, int level, char which) {
    if (e == '=' && s[3] != '~' && s[3] != '=') {
      o.logic = which;
      return set(K::LogicAssign, Assignment, 3);
    }
    return set(kind, level, 2);
  };
  bool bitwise = feature(Hints::Bitwise);
  switch (c) {
    case '=':
      if (d == '=') return set(K::Compare, Equality, 2, Op::NumEq);
      if (d == '~') return set(K::Bind, Binding, 2);
      if (d == '>') return set(K::CommaOp, Comma, 2);
      return set(K::Assign, Assignment, 1);
    case ',': return set(K::CommaOp, Comma, 1);
    case '+': return d == '+' ? false : assignable(Additive, 1, Op::Add);
    case '-':
      if (d == '-' || d == '>') return false;
      // A file test, even here: what follows is no operand.
      if (d && std::strchr("rwxoRWXOezsfdlpSugkbctTBAMC", d) && !chars::word(e)) {
        const char* to = s + 2;
        while (chars::space(*to)) ++to;
        if (*to != '=' || to[1] != '>') return false;
      }
      return assignable(Additive, 1, Op::Sub);
    case '*':
      return d == '*' ? assignable(Power, 2, Op::Pow) : assignable(Multiplicative, 1, Op::Mul);
    case '/':
      if (d == '/') return logic(K::LogicDor, OrOr, '/');
      return assignable(Multiplicative, 1, Op::Div);
    case '%': return assignable(Multiplicative, 1, Op::Mod);
    case '.':
      if (d == '.') {
        o.dots = e == '.';
        return set(K::RangeOp, RangeLevel, o.dots ? 3 : 2);
      }
      return assignable(Additive, 1, Op::Concat);
    case '<':
      if (d == '<') return assignable(Shift, 2, Op::ShiftLeft);
      if (d == '=') {
        if (e != '>') return set(K::Compare, Relational, 2, Op::NumLe);
        o.chains = false;
        return set(K::Compare, Equality, 3, Op::NumCmp);
      }
      return set(K::Compare, Relational, 1, Op::NumLt);
    case '>':
      if (d == '>') return assignable(Shift, 2, Op::ShiftRight);
      if (d == '=') return set(K::Compare, Relational, 2, Op::NumGe);
      return set(K::Compare, Relational, 1, Op::NumGt);
    case '!':
      if (d == '~') return set(K::NotBind, Binding, 2);
      if (d == '=' && e == '~' && p_ != last_not_equal_) {  // looked at once for each level
        last_not_equal_ = p_;
        warn(Warning::Syntax, "!=~ should be !~", line_);
      }
      return d == '=' ? set(K::Compare, Equality, 2, Op::NumNe) : false;
    case '~':
      if (d != '~') return false;
      o.chains = false;
      return set(K::Compare, Equality, 2, Op::SmartMatch);
    case '&':
      if (d == '&') return logic(K::LogicAnd, AndAnd, '&');
      if (bitwise && d == '.' && e != '.') return assignable(BitAnds, 2, Op::StrBitAnd);
      return assignable(BitAnds, 1, Op::BitAnd);
    case '|':
      if (d == '|') return logic(K::LogicOr, OrOr, '|');
      if (bitwise && d == '.' && e != '.') return assignable(BitOrs, 2, Op::StrBitOr);
      return assignable(BitOrs, 1, Op::BitOr);
    case '^':
      if (bitwise && d == '.' && e != '.') return assignable(BitOrs, 2, Op::StrBitXor);
      return assignable(BitOrs, 1, Op::BitXor);
    case '?': return set(K::Conditional, Conditional, 1);
    case 'x':
    case 'l':
    case 'g':
    case 'e':
    case 'n':
    case 'c':
    case 'a':
    case 'o':
    case 'i': return word_operator(o);
    default: return false;
  }
}

bool Parser::word_operator(Operator& o) {
  using K = Operator::Kind;
  const char* end = p_;
  while (chars::word(*end)) ++end;
  std::string_view w(p_, static_cast<std::size_t>(end - p_));
  auto set = [&](K kind, int level, Op op = Op::Add) {
    o.kind = kind, o.level = level, o.length = static_cast<int>(w.size()), o.op = op;
    return true;
  };
  if (w[0] == 'x') {
    if (w.size() == 1 || chars::digit(w[1])) {  // "-" x3, "-" x1e3, "-" x1_000
      o.length = 1, o.level = Multiplicative, o.kind = K::Repetition, o.op = Op::RepeatOp;
      if (w.size() == 1 && p_[1] == '=' && p_[2] != '=' && p_[2] != '~' && p_[2] != '>')
        o.length = 2, o.level = Assignment, o.kind = K::OpAssignment;
      return true;
    }
    return w == "xor" ? set(K::LogicXor, LowOr) : false;
  }
  if (w.size() == 2) {
    if (w == "eq") return set(K::Compare, Equality, Op::StrEq);
    if (w == "ne") return set(K::Compare, Equality, Op::StrNe);
    if (w == "or") return set(K::LogicOr, LowOr);
    if (w == "lt") return set(K::Compare, Relational, Op::StrLt);
    if (w == "gt") return set(K::Compare, Relational, Op::StrGt);
    if (w == "le") return set(K::Compare, Relational, Op::StrLe);
    if (w == "ge") return set(K::Compare, Relational, Op::StrGe);
    return false;
  }
  if (w == "and") return set(K::LogicAnd, LowAnd);
  if (w == "isa" && feature(Hints::Isa)) return set(K::Infix, IsaLevel, Op::Isa);
  if (w == "cmp") {
    o.chains = false;
    return set(K::Compare, Equality, Op::StrCmp);
  }
  return false;
}

}  // namespace perlipc
