// ++ and -- where the dispatch loop's steps for plain integers and doubles do not reach: texts, the
// ends of 64 bits, doubles that cannot count by one (perlop "Auto-increment and Auto-decrement").
#include "builtins/string.h"
#include "interp/held_place.h"
#include "interp/vm.h"
#include "interp/wide_integer.h"
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace perlipc {

namespace {
// Whether a text is over after blanks and a sign, or goes on with a point that no digit follows.
bool no_digit_at_all(std::string_view text) {
  if (text.empty() || text[0] == 0) return true;
  const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  std::size_t n = 0;
  while (n < text.size() && blank(text[n])) ++n;
  if (n < text.size() && (text[n] == '-' || text[n] == '+')) ++n;
  if (n < text.size() && text[n] == '.')
    return n + 1 == text.size() || !std::isdigit(static_cast<unsigned char>(text[n + 1]));
  while (n < text.size() && blank(text[n])) ++n;
  return n == text.size();
}
// The number a string begins with, 0 when there is none.
Value leading_number(const Value& v) {
  std::string text(v.s->view());
  const char* from = text.c_str();
  while (*from == ' ' || (*from >= '\t' && *from <= '\r')) ++from;
  const char* s = from + (*from == '-' || *from == '+');
  if (!((*s >= '0' && *s <= '9') || *s == '.') || ((s[0] == '0') && (s[1] | 32) == 'x'))
    return Value::integer(0);
  double d = std::strtod(from, nullptr);
  if (d == std::trunc(d) && std::fabs(d) < 1e15)
    return Value::integer(static_cast<std::int64_t>(d));
  return Value::number(d);
}
}  // namespace

void VM::increment(Value& place, const Value& v, bool up) {
  if (v.is_ref()) {
    Value out;
    if (overloaded(v)) {
      hold_place(place, true);
      if (overload_increment(place, v, up)) return;
      Value one = Value::integer(1);
      if (try_overload(up ? "(+" : "(-", v, one, &out, true)) {
        store(place, std::move(out));
        return;
      }
    }
  }
  if (v.is_undef()) return store(place, Value::integer(up ? 1 : -1));
  if (v.is_string() && !(v.spare & kReadAsNumber)) return store(place, step_text(v, up));
  const Value n = v.tag == kInt || v.tag == kDouble || v.tag == kUInt ? v : to_number(v);
  if (n.tag != kDouble) return store(place, step_integer(n, up));
  // `++` makes a whole double an integer, `--` does not.
  if (std::fabs(n.d) < 0x1p53)
    return store(place,
                 up ? arith_numbers(Opc::Add, n, Value::integer(1)) : Value::number(n.d - 1));
  if (n.d != (up ? -0x1p53 : 0x1p53) && std::isfinite(n.d)) warn_lost_precision(n.d, up);
  store(place, Value::number(n.d + (up ? 1 : -1)));
}

// The next or previous integer; a double where 64 bits end.
Value VM::step_integer(const Value& n, bool up) {
  Value out;
  if (fits(wide(n) + (up ? 1 : -1), &out)) return out;
  if (!up) warn_lost_precision(as_double(n), up);
  return Value::number(as_double(n) + (up ? 1 : -1));
}
void VM::warn_lost_precision(double n, bool up) {
  if (!warning_enabled(Warning::Imprecision)) return;
  char text[400];
  std::snprintf(text, sizeof text, "%f", n);
  warn(Warning::Imprecision, std::string("Lost precision when ") +
                                 (up ? "incrementing " : "decrementing ") + text + " by 1");
}
// A text that has not been read as a number yet (perlop "Auto-increment and Auto-decrement").
Value VM::step_text(const Value& v, bool up) {
  if (!up) {  // -- does not complain
    Value n = looks_like_number(v) ? to_number(v) : leading_number(v);
    return n.tag == kDouble ? Value::number(n.d - 1) : step_integer(n, up);
  }
  if (builtin::increments_as_text(v)) return builtin::increment_text(v);
  const std::string_view text = v.s->view();
  if (no_digit_at_all(text)) {
    if (text[0] != 0 && warning_enabled(Warning::Numeric))
      warn(Warning::Numeric, "Argument \"" + quoted_for_warning(text, v.s->utf8()) +
                                 "\" treated as 0 in increment (++)");
    return Value::integer(1);
  }
  Value n = to_number(v);
  return n.tag == kDouble ? Value::number(n.d + 1) : step_integer(n, up);
}

}  // namespace perlipc
