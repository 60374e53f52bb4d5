// Arithmetic, comparison, strings and conversion beyond the dispatch loop's fast paths.
#include "builtins/sort_compare.h"
#include "interp/vm.h"
#include "interp/wide_integer.h"
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>

namespace perlipc {

namespace {
const char* overload_name(Opc op) {
  switch (op) {
    case Opc::Add:
    case Opc::AddTo: return "(+";
    case Opc::Sub:
    case Opc::SubTo: return "(-";
    case Opc::Mul:
    case Opc::MulTo: return "(*";
    case Opc::Div:
    case Opc::DivTo: return "(/";
    case Opc::Mod:
    case Opc::ModTo: return "(%";
    case Opc::Pow:
    case Opc::PowTo: return "(**";
    case Opc::ShiftLeft:
    case Opc::ShiftLeftTo: return "(<<";
    case Opc::ShiftRight:
    case Opc::ShiftRightTo: return "(>>";
    case Opc::BitAnd:
    case Opc::BitAndTo: return "(&";
    case Opc::BitOr:
    case Opc::BitOrTo: return "(|";
    case Opc::BitXor:
    case Opc::BitXorTo: return "(^";
    case Opc::StrBitAnd:
    case Opc::StrBitAndTo: return "(&.";
    case Opc::StrBitOr:
    case Opc::StrBitOrTo: return "(|.";
    case Opc::StrBitXor:
    case Opc::StrBitXorTo: return "(^.";
    case Opc::Concat:
    case Opc::Append: return "(.";
    case Opc::Repeat:
    case Opc::RepeatTo: return "(x";
    case Opc::NumEq: return "(==";
    case Opc::NumNe: return "(!=";
    case Opc::NumLt: return "(<";
    case Opc::NumGt: return "(>";
    case Opc::NumLe: return "(<=";
    case Opc::NumGe: return "(>=";
    case Opc::NumCmp: return "(<=>";
    case Opc::StrEq: return "(eq";
    case Opc::StrNe: return "(ne";
    case Opc::StrLt: return "(lt";
    case Opc::StrGt: return "(gt";
    case Opc::StrLe: return "(le";
    case Opc::StrGe: return "(ge";
    case Opc::StrCmp: return "(cmp";
    default: return "(";
  }
}
bool is_assign_op(Opc op) {
  switch (op) {
    case Opc::AddTo:
    case Opc::SubTo:
    case Opc::MulTo:
    case Opc::DivTo:
    case Opc::ModTo:
    case Opc::PowTo:
    case Opc::ShiftLeftTo:
    case Opc::ShiftRightTo:
    case Opc::BitAndTo:
    case Opc::BitOrTo:
    case Opc::BitXorTo:
    case Opc::StrBitAndTo:
    case Opc::StrBitOrTo:
    case Opc::StrBitXorTo: return true;
    default: return false;
  }
}
Opc base_op(Opc op) {
  switch (op) {
    case Opc::AddTo: return Opc::Add;
    case Opc::SubTo: return Opc::Sub;
    case Opc::MulTo: return Opc::Mul;
    case Opc::DivTo: return Opc::Div;
    case Opc::ModTo: return Opc::Mod;
    case Opc::PowTo: return Opc::Pow;
    case Opc::ShiftLeftTo: return Opc::ShiftLeft;
    case Opc::ShiftRightTo: return Opc::ShiftRight;
    case Opc::BitAndTo: return Opc::BitAnd;
    case Opc::BitOrTo: return Opc::BitOr;
    case Opc::BitXorTo: return Opc::BitXor;
    case Opc::StrBitAndTo: return Opc::StrBitAnd;
    case Opc::StrBitOrTo: return Opc::StrBitOr;
    case Opc::StrBitXorTo: return Opc::StrBitXor;
    default: return op;
  }
}
std::uint64_t bits_of(const Value& v) {  // UV conversion of a number
  if (v.tag == kInt) return static_cast<std::uint64_t>(v.i);
  if (v.tag == kUInt) return v.u;
  double d = v.d;
  if (std::isnan(d)) return 0;
  if (d < 0)
    return d <= -9223372036854775808.0 ? static_cast<std::uint64_t>(INT64_MIN)
                                       : static_cast<std::uint64_t>(static_cast<std::int64_t>(d));
  if (d >= 18446744073709551616.0) return UINT64_MAX;
  return static_cast<std::uint64_t>(d);
}
Value mod_numbers(VM& vm, const Value& l, const Value& r) {
  Value a = l, b = r;
  auto whole = [](const Value& v) {
    if (v.tag != kDouble) return v;
    double d = std::trunc(v.d);
    if (d >= -9223372036854775808.0 && d < 9223372036854775808.0)
      return Value::integer(static_cast<std::int64_t>(d));
    if (d >= 0 && d < 18446744073709551616.0)
      return Value::unsigned_integer(static_cast<std::uint64_t>(d));
    return Value::number(d);
  };
  a = whole(a);
  b = whole(b);
  if (a.tag == kDouble || b.tag == kDouble) {
    double x = as_double(a), y = as_double(b);
    // Beyond UVs nothing is cut to whole numbers.
    if (std::fabs(y) >= 18446744073709551616.0) x = as_double(l);
    if (std::isnan(x) || std::isnan(y) || std::isinf(x)) return Value::number(NAN);
    if (std::isinf(y)) return (x < 0) == (y < 0) || x == 0 ? a : b;
    if (y == 0) vm.die("Illegal modulus zero");
    double m = std::fmod(std::fabs(x), std::fabs(y));
    if ((x < 0) != (y < 0) && m != 0) m = std::fabs(y) - m;
    if (y < 0) m = -m;
    return Value::number(m);
  }
  Wide x = wide(a), y = wide(b);
  if (y == 0) vm.die("Illegal modulus zero");
  Wide m = x % y;
  if (m != 0 && (m < 0) != (y < 0)) m += y;
  Value out;
  fits(m, &out);
  return out;
}
Value power(const Value& l, const Value& r) {
  if (integral(l) && r.tag == kInt && r.i >= 0) {
    Wide base = wide(l), result = 1;
    std::int64_t n = r.i;
    bool ok = true;
    // Exact while it fits 64 bits; perl prints larger powers as doubles.
    Wide magnitude = base < 0 ? -base : base;
    if (magnitude > 1 && n > 64) ok = false;
    else {
      for (std::int64_t k = 0; k < n && ok; ++k) {
        if (magnitude <= 1) {
          result = base == 0 ? 0 : (base < 0 && (n & 1)) ? -1 : 1;
          break;
        }
        Wide next;
        if (__builtin_mul_overflow(result, base, &next) || next > static_cast<Wide>(UINT64_MAX) ||
            next < -static_cast<Wide>(INT64_MAX))
          ok = false;
        else result = next;
      }
      if (n == 0) result = 1;
    }
    Value out;
    if (ok) {
      // Whole-number powers are integers in perl only when the base's bits times the exponent fit.
      int bits = 0;
      for (Wide m = magnitude; m; m >>= 1) ++bits;
      if (magnitude <= 1 || bits * n <= 64)
        if (fits(result, &out)) return out;
      double d = std::pow(as_double(l), static_cast<double>(n));
      if (std::fabs(d) < 9007199254740992.0) return Value::integer(static_cast<std::int64_t>(d));
      return Value::number(d);
    }
  }
  double d = std::pow(as_double(l), as_double(r));
  return Value::number(d);
}
}  // namespace

namespace {
// perlop "Integer Arithmetic", perlnumber: whole doubles that are exact count as integers.
Value as_integer_if_exact(const Value& v) {
  if (v.tag != kDouble || !(std::fabs(v.d) < 9007199254740992.0) || v.d != std::trunc(v.d))
    return v;
  return Value::integer(static_cast<std::int64_t>(v.d));
}
}  // namespace

// Counts beyond IV are as far as any other that shifts everything out.
static std::int64_t shift_count(const Value& n) {
  if (n.tag == kInt) return n.i;
  const double d = n.tag == kUInt ? static_cast<double>(n.u) : n.d;
  return std::isnan(d) ? 0 : static_cast<std::int64_t>(std::max(-100.0, std::min(100.0, d)));
}
Value VM::arith_numbers(Opc op, const Value& left, const Value& right) {
  Value out;
  bool exact = op == Opc::Add || op == Opc::Sub || op == Opc::Mul;
  bool mixed = exact && (left.tag == kDouble || right.tag == kDouble);
  const Value l = mixed ? as_integer_if_exact(left) : left;
  const Value r = mixed ? as_integer_if_exact(right) : right;
  if (mixed && (l.tag == kDouble || r.tag == kDouble)) {
    double a = as_double(left), b = as_double(right);
    return Value::number(op == Opc::Add ? a + b : op == Opc::Sub ? a - b : a * b);
  }
  if (mixed && (as_double(l) == 0 || as_double(r) == 0) && op == Opc::Mul)
    return Value::number(as_double(left) * as_double(right));
  switch (op) {
    case Opc::Add:
      if (integral(l) && integral(r) && fits(wide(l) + wide(r), &out)) return out;
      return Value::number(as_double(l) + as_double(r));
    case Opc::Sub:
      if (integral(l) && integral(r) && fits(wide(l) - wide(r), &out)) return out;
      return Value::number(as_double(l) - as_double(r));
    case Opc::Mul: {
      Wide p;
      if (integral(l) && integral(r) && !__builtin_mul_overflow(wide(l), wide(r), &p) &&
          fits(p, &out))
        return out;
      return Value::number(as_double(l) * as_double(r));
    }
    case Opc::Div: {
      const double b = as_double(r);
      if (b == 0) die("Illegal division by zero");
      // Only what doubles cannot hold is divided as integers, when nothing is left over.
      const Value whole_l = as_integer_if_exact(l), whole_r = as_integer_if_exact(r);
      if (integral(whole_l) && integral(whole_r)) {
        const Wide x = wide(whole_l), y = wide(whole_r);
        if ((x > kExactInteger || x < -kExactInteger) && x % y == 0 && fits(x / y, &out))
          return out;
      }
      return Value::number(as_double(l) / b);
    }
    case Opc::Mod: return mod_numbers(*this, l, r);
    case Opc::Pow: return power(l, r);
    case Opc::ShiftLeft:
    case Opc::ShiftRight: {
      const std::int64_t n = shift_count(r);
      std::uint64_t v = bits_of(l);
      bool left = (op == Opc::ShiftLeft) == (n >= 0);
      if (n >= 64 || n <= -64) return Value::integer(0);
      std::uint64_t k = static_cast<std::uint64_t>(n < 0 ? -n : n);
      return Value::unsigned_integer(left ? v << k : v >> k);
    }
    default: return out;
  }
}

namespace {
// That a text was read as a number, and that "isn't numeric" was said of it, is remembered by the
// place it was read from.
void keep_read(const Frame& f, const Value& raw, const String* text, std::uint32_t bits) {
  const Value* q = &raw;
  // A literal's value is shared by all its occurrences in the function.
  const std::vector<Value>& consts = f.proto->consts;
  if (q >= consts.data() && q < consts.data() + consts.size()) return;
  if (q->tag == kSlotPtr) q = q->p;
  if (q->is_boxed() && q->box->plain()) q = &q->box->value;
  if (q->tag == kStr && q->s == text)
    const_cast<Value*>(q)->spare |= bits & (kNotNumericTold | kReadAsNumber);
}
// A text that has not been read as a number.
bool still_text(const Value& v) { return v.is_string() && !(v.spare & kReadAsNumber); }
// Such a text, undef and a text with a point make an operation one of doubles even when all is whole.
bool never_integer(const Value& read, const Value& number) {
  if (read.tag != kStr) return read.is_undef();
  return (number.tag == kDouble && std::fabs(number.d) >= kExactInteger / 2) ||
         (read.spare & kNotNumericTold) != 0;
}
}  // namespace

void VM::note_number_read(const Value& raw, const Value& text) {
  keep_read(frame(), raw, text.s, kReadAsNumber);
}

namespace {
// The integer behind a value that is one or that is a text of up to 18 digits; reading it runs no
// code.
bool plain_integer(VM& vm, const Value& raw, std::int64_t& out) {
  const Value* v = &raw;
  if (v->tag == kSlotPtr) v = v->p;
  if (v->is_boxed()) {
    if (!v->box->plain()) return false;
    v = &v->box->value;
  }
  if (v->tag == kInt) {
    out = v->i;
    return true;
  }
  if (v->tag != kStr || v->s->length - 1 >= 18) return false;
  if (!(v->spare & kReadAsNumber)) vm.note_number_read(raw, *v);
  if (v->s->whole(&out)) return true;
  std::int64_t n = 0;
  for (const char c : v->s->view()) {
    const auto digit = static_cast<unsigned char>(c - '0');
    if (digit > 9) return false;
    n = n * 10 + digit;
  }
  out = n;
  return true;
}
}  // namespace

// The same where one operand is no number at all: nothing counts as an integer.
Value VM::floating_arith(Opc op, const Value& l, const Value& r) {
  switch (op) {
    case Opc::Add: return Value::number(as_double(l) + as_double(r));
    case Opc::Sub: return Value::number(as_double(l) - as_double(r));
    case Opc::Mul: return Value::number(as_double(l) * as_double(r));
    case Opc::Pow: return Value::number(std::pow(as_double(l), as_double(r)));
    default: return arith_numbers(op, l, r);
  }
}

Value VM::arith(Opc op, const Value& lraw, const Value& rraw, bool) {
  Opc base = base_op(op);
  const bool simple = base == Opc::Add || base == Opc::Sub || base == Opc::Mul;
  if (std::int64_t a, b, n;
      simple && plain_integer(*this, lraw, a) && plain_integer(*this, rraw, b)) {
    switch (base) {
      case Opc::Add:
        if (!__builtin_add_overflow(a, b, &n)) return Value::integer(n);
        break;
      case Opc::Sub:
        if (!__builtin_sub_overflow(a, b, &n)) return Value::integer(n);
        break;
      case Opc::Mul:
        if (!__builtin_mul_overflow(a, b, &n)) return Value::integer(n);
        break;
      default: break;
    }
  }
  Value l = rvalue(lraw), r = rvalue(rraw);
  if (l.is_ref() || r.is_ref()) {
    Value out;
    if (try_overload(overload_name(op), l, r, &out, is_assign_op(op))) return out;
  }
  switch (base) {
    case Opc::BitAnd:
    case Opc::BitOr:
    case Opc::BitXor:
    case Opc::StrBitAnd:
    case Opc::StrBitOr:
    case Opc::StrBitXor:
      if (is_assign_op(op) && base != Opc::BitAnd && l.is_undef()) {
        l = (r.is_string()) ? Value::string("") : Value::integer(0);
      }
      return bit_op(base, l, r);
    default: break;
  }
  // `+=` and `-=` take an undefined left side for 0 silently.
  if (is_assign_op(op) && l.is_undef() && (base == Opc::Add || base == Opc::Sub))
    l = Value::integer(0);
  bool right_first = base == Opc::Add || base == Opc::Sub || base == Opc::Mul || base == Opc::Div ||
                     base == Opc::Mod || base == Opc::Pow;
  Value a, b;
  if (right_first) {
    uninit_operand_ = 1;
    b = to_number(r);
    uninit_operand_ = 0;
    a = to_number(l);
  } else {
    uninit_operand_ = 1;
    b = to_number(r);
    uninit_operand_ = 0;
    a = to_number(l);
  }
  uninit_operand_ = -1;
  if (l.is_string()) keep_read(frame(), lraw, l.s, l.spare);
  if (r.is_string()) keep_read(frame(), rraw, r.s, r.spare);
  if (base == Opc::Pow && a.tag == kDouble && a.d == 0 && l.is_string() && all_digits(l))
    a = Value::integer(0);
  const bool floating = never_integer(l, a) || never_integer(r, b);
  if (!floating) return arith_numbers(base, a, b);
  if (never_integer(l, a)) a = Value::number(as_double(a));
  if (never_integer(r, b)) b = Value::number(as_double(b));
  return floating_arith(base, a, b);
}

// perlop "Bitwise String Operators": with a number on either side these work on numbers.
static bool counts(const Value& v) {
  if (v.is_string()) return !still_text(v);
  return v.tag == kBool || v.tag == kInt || v.tag == kUInt || v.tag == kDouble || v.tag == kDual;
}

namespace {
template <class Combine>
void combine_bytes(char* out, const char* x, const char* y, std::size_t size, Combine combine) {
  std::size_t n = 0;
  for (std::uint64_t p, q; n + sizeof p <= size; n += sizeof p) {
    std::memcpy(&p, x + n, sizeof p);
    std::memcpy(&q, y + n, sizeof q);
    p = combine(p, q);
    std::memcpy(out + n, &p, sizeof p);
  }
  for (; n < size; ++n) out[n] = static_cast<char>(combine(x[n], y[n]));
}
}  // namespace

Value VM::bit_op(Opc op, const Value& l, const Value& r) {
  bool string = op == Opc::StrBitAnd || op == Opc::StrBitOr || op == Opc::StrBitXor;
  const Hints* h = current_hints();
  if (!string && !(h && (h->features & Hints::Bitwise))) string = !counts(l) && !counts(r);
  if (string) {
    Text a(*this, l), b(*this, r);
    String* x = a.get();
    String* y = b.get();
    Value keep_x, keep_y;
    auto bytes = [&](String* s, Value* keep) {
      if (!s->utf8()) return s;
      String* d = downgrade(s);
      if (!d)
        die(std::string("Use of strings with code points over 0xFF as arguments to bitwise ") +
            (op == Opc::BitAnd || op == Opc::StrBitAnd ? "and (&)"
             : op == Opc::BitOr || op == Opc::StrBitOr ? "or (|)"
                                                       : "xor (^)") +
            " operator is not allowed");
      *keep = Value::adopt(d);
      return d;
    };
    x = bytes(x, &keep_x);
    y = bytes(y, &keep_y);
    std::size_t min = std::min(x->length, y->length), max = std::max(x->length, y->length);
    bool is_and = op == Opc::BitAnd || op == Opc::StrBitAnd;
    bool is_or = op == Opc::BitOr || op == Opc::StrBitOr;
    String* out = String::make(is_and ? min : max);
    out->length = is_and ? min : max;
    if (is_and) combine_bytes(out->data, x->data, y->data, min, std::bit_and<>());
    else if (is_or) combine_bytes(out->data, x->data, y->data, min, std::bit_or<>());
    else combine_bytes(out->data, x->data, y->data, min, std::bit_xor<>());
    if (!is_and && max > min)
      std::memcpy(out->data + min, (x->length > min ? x : y)->data + min, max - min);
    out->data[out->length] = 0;
    return Value::adopt(out);
  }
  uninit_operand_ = 1;
  Value b = to_number(r);
  uninit_operand_ = 0;
  Value a = to_number(l);
  uninit_operand_ = -1;
  if (never_integer(l, a)) a = Value::number(as_double(a));
  if (never_integer(r, b)) b = Value::number(as_double(b));
  std::uint64_t x = bits_of(a), y = bits_of(b);
  return Value::unsigned_integer(op == Opc::BitAnd ? x & y : op == Opc::BitOr ? x | y : x ^ y);
}

Value VM::bit_not(const Value& v, unsigned mode) {
  Value out;
  if (v.is_ref() && overload_unary(mode == 2 ? "(~." : "(~", v, &out)) return out;
  const Hints* h = current_hints();
  if (mode == 2 || (!counts(v) && !(h && (h->features & Hints::Bitwise)))) {
    Text t(*this, v);
    String* s = t.get();
    Value keep;
    if (s->utf8()) {
      s = downgrade(s);
      if (!s)
        die("Use of strings with code points over 0xFF as arguments to 1's complement (~) operator "
            "is not allowed");
      keep = Value::adopt(s);
    }
    String* r = String::make(s->view());
    for (std::size_t n = 0; n < r->length; ++n) r->data[n] = static_cast<char>(~r->data[n]);
    return Value::adopt(r);
  }
  Value n = to_number(v);
  if (mode == 1) return Value::integer(~to_int(*this, n));
  return Value::unsigned_integer(~bits_of(n));
}

// Texts that unary minus keeps texts (perlop "Symbolic Unary Operators"): what begins like a word
// gets a minus, what begins with a sign the other one, unless it is a negative number.
bool VM::negated_text(const Value& v, Value* out) {
  if (!v.is_string() || !v.s->length) return false;
  const String* s = v.s;
  const char c = s->data[0];
  std::string text(s->view());
  if (std::isalpha(static_cast<unsigned char>(c)) || c == '_') text.insert(0, 1, '-');
  else if ((c != '+' && c != '-') ||
           ((c == '-' || (v.spare & kReadAsNumber)) && looks_like_number(v)))
    return false;
  else text[0] = c == '+' ? '-' : '+';
  *out = Value::string(text, s->utf8());
  return true;
}

Value VM::negate(const Value& v) {
  Value out;
  if (v.is_ref() && overload_unary("(neg", v, &out)) return out;
  if (negated_text(v, &out)) return out;
  Value n = to_number(v);
  if (never_integer(v, n)) n = Value::number(as_double(n));
  if (n.tag == kInt) {
    if (n.i == INT64_MIN) return Value::unsigned_integer(static_cast<std::uint64_t>(INT64_MAX) + 1);
    return Value::integer(-n.i);
  }
  if (n.tag == kUInt) {
    if (n.u == static_cast<std::uint64_t>(INT64_MAX) + 1) return Value::integer(INT64_MIN);
    return Value::number(-static_cast<double>(n.u));
  }
  return Value::number(-n.d);
}

// a shifted by |b| bits, which may be more than it has.
static std::int64_t shifted_up(std::int64_t a, std::int64_t b) {
  if (b >= 64 || b <= -64) return 0;
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) << (b < 0 ? -b : b));
}
static std::int64_t shifted_down(std::int64_t a, std::int64_t b) {
  if (b >= 64 || b <= -64) return a < 0 ? -1 : 0;
  return a >> (b < 0 ? -b : b);
}

// `use integer`: what the machine's two's complement gives (perldoc integer).
Value VM::integer_result(Opc op, std::int64_t a, std::int64_t b) {
  auto u = [](std::int64_t n) { return static_cast<std::uint64_t>(n); };
  switch (op) {
    case Opc::Add: return Value::integer(static_cast<std::int64_t>(u(a) + u(b)));
    case Opc::Sub: return Value::integer(static_cast<std::int64_t>(u(a) - u(b)));
    case Opc::Mul: return Value::integer(static_cast<std::int64_t>(u(a) * u(b)));
    case Opc::Div:
      if (!b) die("Illegal division by zero");
      return Value::integer(b == -1 ? static_cast<std::int64_t>(0 - u(a)) : a / b);
    case Opc::Mod:
      if (!b) die("Illegal modulus zero");
      return Value::integer(b == -1 ? 0 : a % b);
    case Opc::NumEq: return Value::boolean(a == b);
    case Opc::NumNe: return Value::boolean(a != b);
    case Opc::NumLt: return Value::boolean(a < b);
    case Opc::NumGt: return Value::boolean(a > b);
    case Opc::NumLe: return Value::boolean(a <= b);
    case Opc::NumGe: return Value::boolean(a >= b);
    case Opc::NumCmp: return Value::integer(a < b ? -1 : a > b);
    case Opc::BitAnd: return Value::integer(a & b);
    case Opc::BitOr: return Value::integer(a | b);
    case Opc::BitXor: return Value::integer(a ^ b);
    case Opc::ShiftLeft: return Value::integer(b < 0 ? shifted_down(a, b) : shifted_up(a, b));
    case Opc::ShiftRight: return Value::integer(b < 0 ? shifted_up(a, b) : shifted_down(a, b));
    default: return Value();
  }
}

Value VM::integer_op(Opc op, const Value& l, const Value& r, bool assign) {
  Value out;
  if (op == Opc::Neg) {
    if ((r.is_ref() && overload_unary("(neg", r, &out)) || negated_text(r, &out)) return out;
    op = Opc::Sub;
  }
  if ((l.is_ref() || r.is_ref()) && try_overload(overload_name(op), l, r, &out, assign)) return out;
  if ((op == Opc::BitAnd || op == Opc::BitOr || op == Opc::BitXor) && !counts(l) && !counts(r))
    return bit_op(op, l, r);
  uninit_operand_ = 1;
  const bool shift = op == Opc::ShiftLeft || op == Opc::ShiftRight;
  std::int64_t b = shift ? shift_count(to_number(r)) : to_int(*this, r);
  uninit_operand_ = 0;
  const bool counts_up = op == Opc::Add || op == Opc::Sub || op == Opc::BitOr || op == Opc::BitXor;
  std::int64_t a = l.is_undef() && assign && counts_up ? 0 : to_int(*this, l);
  uninit_operand_ = -1;
  return integer_result(op, a, b);
}

Value VM::compare(Opc op, const Value& lraw, const Value& rraw) {
  if (lraw.tag == kStr && rraw.tag == kStr && op >= Opc::StrLt && op <= Opc::StrGe) {
    int c = compare_strings(lraw.s, rraw.s);
    return Value::boolean(op == Opc::StrLt   ? c < 0
                          : op == Opc::StrGt ? c > 0
                          : op == Opc::StrLe ? c <= 0
                                             : c >= 0);
  }
  Value l = rvalue(lraw), r = rvalue(rraw);
  if (l.is_ref() || r.is_ref()) {
    Value out;
    if (try_overload(overload_name(op), l, r, &out)) return out;
  }
  bool text = op >= Opc::StrEq && op <= Opc::StrCmp;
  int c;
  if (text) {
    uninit_operand_ = 0;
    Text a(*this, l);
    uninit_operand_ = 1;
    Text b(*this, r);
    uninit_operand_ = -1;
    c = op == Opc::StrEq || op == Opc::StrNe ? !equal_strings(a.get(), b.get())
                                             : compare_strings(a.get(), b.get());
  } else {
    uninit_operand_ = 1;
    Value b = to_number(r);
    uninit_operand_ = 0;
    Value a = to_number(l);
    uninit_operand_ = -1;
    if (l.is_string()) keep_read(frame(), lraw, l.s, l.spare);
    if (r.is_string()) keep_read(frame(), rraw, r.s, r.spare);
    if (integral(a) && integral(b)) {
      Wide x = wide(a), y = wide(b);
      c = x < y ? -1 : x > y;
    } else {
      double x = as_double(a), y = as_double(b);
      if (std::isnan(x) || std::isnan(y)) {
        if (op == Opc::NumCmp) return Value();
        return Value::boolean(op == Opc::NumNe);
      }
      c = x < y ? -1 : x > y;
    }
  }
  switch (op) {
    case Opc::NumEq:
    case Opc::StrEq: return Value::boolean(c == 0);
    case Opc::NumNe:
    case Opc::StrNe: return Value::boolean(c != 0);
    case Opc::NumLt:
    case Opc::StrLt: return Value::boolean(c < 0);
    case Opc::NumGt:
    case Opc::StrGt: return Value::boolean(c > 0);
    case Opc::NumLe:
    case Opc::StrLe: return Value::boolean(c <= 0);
    case Opc::NumGe:
    case Opc::StrGe: return Value::boolean(c >= 0);
    default: return Value::integer(c < 0 ? -1 : c > 0);
  }
}
bool VM::compare_true(Opc op, const Value& l, const Value& r) {
  std::int64_t a, b;
  if ((op < Opc::StrEq || op > Opc::StrCmp) && plain_integer(*this, l, a) &&
      plain_integer(*this, r, b)) {
    switch (op) {
      case Opc::NumEq: return a == b;
      case Opc::NumNe: return a != b;
      case Opc::NumLt: return a < b;
      case Opc::NumGt: return a > b;
      case Opc::NumLe: return a <= b;
      case Opc::NumGe: return a >= b;
      default: break;
    }
  }
  return to_bool(compare(op, l, r));
}

// --- assignment and conversion through Engine ---------------------------------------------------

void VM::store_slow(Value& dst, const Value& raw) {
  Value v = raw.is_alias() ? rvalue(raw) : raw;
  Value* d = &dst;
  if (d->tag == kSlotPtr) d = d->p;
  if (d->is_boxed()) {
    Scalar* s = d->box;
    if (!s->plain()) {
      if (s->bits & Scalar::ReadOnly) die("Modification of a read-only value attempted");
      if (s->bits & Scalar::Weak) s->drop_weak();
      if (s->bits & Scalar::HasMagic) {
        s->retain();
        s->magic->set(*s, v);
        // A place made for this is of no use any more: its key may be an object that goes now.
        if (made_place_.is_boxed() && made_place_.box == s) made_place_ = Value();
        s->release();
        return;
      }
    }
    s->value = std::move(v);
    if (!positions_.empty()) positions_.erase(s);
    return;
  }
  *d = std::move(v);
}
void VM::assign(Value& place, const Value& value) {
  store(place, value.is_alias() ? rvalue(value) : value);
  if (taint_mode_ != 0) [[unlikely]]
    settle(place, true);
}

String* VM::to_string(const Value& v) {
  if (v.tag == kStr) {
    v.s->retain();
    return v.s;
  }
  if (v.is_ref()) {
    auto* r = static_cast<Referent*>(v.o);
    if (r->stash() && is_overloaded_stash(r->stash())) {
      bool done = false;
      Value out = overload_convert(v, "(\"\"", &done);
      if (done && !(out.is_ref() && out.o == v.o)) return to_string(out);
    }
    if (r->type == Type::Regex) {
      auto* re = static_cast<RegexValue*>(r);
      return String::make(re->regex->stringified(), re->regex->pattern_utf8());
    }
    return String::make(reference_text(v));
  }
  return to_string_slow(*this, v);
}
Value VM::to_number(const Value& v) {
  if (v.tag == kInt || v.tag == kDouble || v.tag == kUInt) return v;
  if (v.is_ref()) {
    auto* r = static_cast<Referent*>(v.o);
    if (r->stash() && is_overloaded_stash(r->stash())) {
      bool done = false;
      Value out = overload_convert(v, "(0+", &done);
      if (done && !(out.is_ref() && out.o == v.o)) return to_number(out);
    }
    return Value::integer(static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(v.o)));
  }
  return to_number_slow(*this, v);
}
bool VM::to_bool(const Value& v) {
  if (v.is_ref()) {
    auto* r = static_cast<Referent*>(v.o);
    if (r->stash() && is_overloaded_stash(r->stash())) {
      bool done = false;
      Value out = overload_convert(v, "(bool", &done);
      if (done && !(out.is_ref() && out.o == v.o)) return to_bool(out);
    }
    return true;
  }
  return perlipc::to_bool(*this, v);
}

Value VM::reference_type_of(const Value& v) {
  if (!v.is_ref()) return Value::boolean(false);
  auto* r = static_cast<Referent*>(v.o);
  if (Stash* s = r->stash()) {
    s->name_string->retain();
    return Value::adopt(s->name_string);
  }
  return Value::string(reference_type(v));
}

}  // namespace perlipc
