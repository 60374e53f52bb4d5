// Perl's tokens for messages: words, quote operators and variables.
#include "interp/lexer.h"
#include "interp/token_trail.h"

namespace perlipc {
namespace {

template <std::size_t N> bool one_of(std::string_view w, const std::string_view (&list)[N]) {
  for (std::string_view x : list)
    if (w == x) return true;
  return false;
}

// Words behind which an operator may follow: they take no operand.
constexpr std::string_view nullary[] = {"time",        "times",    "wait",     "wantarray",
                                        "fork",        "getppid",  "__FILE__", "__LINE__",
                                        "__PACKAGE__", "getlogin", "break"};
// Words that read the white space behind them, and a name there, in one go.
constexpr std::string_view takes_name[] = {"package", "require", "use",  "no",   "sub",   "goto",
                                           "last",    "next",    "redo", "sort", "format"};
constexpr std::string_view reads_ahead[] = {"do",  "eval", "my",  "our",     "state",
                                            "not", "open", "for", "foreach", "evalbytes"};
constexpr std::string_view no_operator[] = {
    "if", "unless", "while",   "until", "for",   "foreach", "else",     "elsif",   "and",
    "or", "xor",    "not",     "x",     "lt",    "gt",      "le",       "ge",      "eq",
    "ne", "cmp",    "my",      "our",   "state", "do",      "continue", "package", "use",
    "no", "sub",    "require", "goto",  "last",  "next",    "redo",     "return",  "local"};

}  // namespace

bool TokenTrail::word_operator(std::string_view w) {
  static constexpr std::string_view operators[] = {"and", "or",     "xor",   "lt",    "gt",
                                                   "le",  "ge",     "eq",    "ne",    "cmp",
                                                   "if",  "unless", "while", "until", "x"};
  if (expect_ != Expect::Operator) return false;
  if (w.size() > 1 && w[0] == 'x' && chars::digit(w[1])) {  // "-" x3
    for (std::size_t i = 1; i < w.size() && chars::digit(w[i]);) ++i;
    p_ = token_.start + 1;
    expect_ = Expect::Term;
    return true;
  }
  if (w == "for" || w == "foreach") {
    ahead();
    expect_ = Expect::Term;
    return true;
  }
  if (!one_of(w, operators) && !(w == "isa" && text_.isa)) return false;
  if (w == "x" && at() == '=' && at(1) != '=' && at(1) != '~') ++p_;
  expect_ = Expect::Term;
  return true;
}

bool TokenTrail::quote_word(std::string_view w) {
  int parts = w == "s" || w == "tr" || w == "y" ? 2 : 1;
  bool flags = w == "s" || w == "tr" || w == "y" || w == "m" || w == "qr";
  if (!flags && w != "q" && w != "qq" && w != "qw" && w != "qx") return false;
  const char* s = p_;
  while (s < text_.end && chars::space(*s)) ++s;
  if (s >= text_.end || (*s == '#' && s > p_) || (*s == '=' && s + 1 < text_.end && s[1] == '>'))
    return false;
  if (*s == ',' && s > p_) return false;
  if (s > p_ && word_char(s)) return false;
  p_ = s;
  quoted(parts, flags);
  return true;
}

void TokenTrail::name_ahead() {
  ahead();
  if (word_start(p_) || (at() == ':' && at(1) == ':')) {
    p_ = scan_name(p_);
    ++token_.count;
  }
}

void TokenTrail::version() {
  const char* s = p_;
  ahead();
  if (chars::digit(at()) || (at() == 'v' && chars::digit(at(1)))) {
    ++p_;
    while (word_char(p_) || at() == '.') ++p_;
    ++token_.count;
  } else if (!word_start(p_)) {
    p_ = s;
  }
}

void TokenTrail::word() {
  const char* from = p_;
  p_ = scan_name(p_);
  if (p_ > from + 2 && p_[-1] == ':' && p_[-2] == ':' && at() == '$') p_ -= 2;
  std::string_view w(from, static_cast<std::size_t>(p_ - from));
  token_.kind = Kind::Word;
  const char* s = p_;
  while (s < text_.end && chars::space(*s)) ++s;
  if (s + 1 < text_.end && s[0] == '=' && s[1] == '>') {
    expect_ = Expect::Operator;
    return;
  }
  if (word_operator(w) || quote_word(w)) return;
  if (expect_ == Expect::State && s < text_.end && *s == ':' &&
      (s + 1 >= text_.end || s[1] != ':') && !words_.names_keyword(w)) {
    p_ = s + 1;  // a label
    return;
  }
  if (w.starts_with("CORE::")) w.remove_prefix(6);
  bool known = words_.names_keyword(w) || one_of(w, no_operator) || w == "__END__";
  known ? keyword(w) : bareword(w);
}

void TokenTrail::declarator(std::string_view w) {
  name_ahead();
  bool names = w == "use" || w == "no" || w == "package";
  if (names || w == "require") version();
  if (w == "sub") {
    bool named = token_.count > 1;
    if (named) ahead();
    expect_ = named ? Expect::Block : Expect::TermBlock;
    return;
  }
  bool takes_term = (w == "sort" || w == "use" || w == "no") || token_.count == 1;
  expect_ = w == "package" && at() == '{' ? Expect::Block
            : takes_term                  ? Expect::Term
                                          : Expect::Operator;
  if (w == "sort") lop_ = old_;
}

void TokenTrail::keyword(std::string_view w) {
  if (one_of(w, takes_name)) return declarator(w);
  bool ahead_too = one_of(w, reads_ahead);
  if (ahead_too) ahead();
  if (one_of(w, nullary)) {
    expect_ = Expect::Operator;
    return;
  }
  if (w == "do" || w == "eval") {
    expect_ = at() == '{' || w == "eval" ? Expect::TermBlock : Expect::Term;
    const char* s = p_;
    while (s < text_.end && chars::space(*s)) ++s;
    if (s >= text_.end || *s != '{') expect_ = Expect::Term;
    lop_ = old_;
    return;
  }
  if (w == "continue") ahead();
  if (w == "else" || w == "continue" || w == "BEGIN" || w == "END") {
    expect_ = Expect::Block;
    return;
  }
  if (w == "my" || w == "our" || w == "state" || w == "local") {
    if (word_start(p_) && w != "local") {
      std::string_view class_name(p_, static_cast<std::size_t>(scan_name(p_) - p_));
      if (class_name == "sub") return;
      p_ = scan_name(p_);
      ahead();
    }
    expect_ = Expect::Term;
    return;
  }
  bool control = one_of(w, no_operator);
  if (!control || w == "return") lop_ = old_;
  expect_ = Expect::Term;
  const char* s = p_;
  while (s < text_.end && chars::space(*s)) ++s;
  bool brace = s < text_.end && *s == '{';
  bool block = w == "map" || w == "grep" || w == "print" || w == "printf" || w == "say" ||
               w == "exec" || w == "system";
  if (block && brace) expect_ = Expect::Handle;
}

// A word that is no keyword: white space behind it is read too. Behind print it is a handle.
void TokenTrail::bareword(std::string_view w) {
  bool after_lop = lop_ && lop_ == older_ && expect_ != Expect::Operator;
  found("Bareword", token_.start);
  token_.bad_name = at() == '\'';
  bool sub = words_.names_sub(w);
  bool block = w == "BEGIN" || w == "END" || w == "INIT" || w == "CHECK" || w == "UNITCHECK";
  ahead();
  if (block && at() == '{') expect_ = Expect::Block;
  else if (sub && at() != '(') expect_ = Expect::Term, lop_ = old_;
  else if (after_lop && (at() == '"' || at() == '$' || at() == '\'' || chars::digit(at())))
    expect_ = Expect::Term;
  else expect_ = Expect::Operator;
  // new Foo: an indirect object is read with its method.
  if (expect_ == Expect::Operator && text_.indirect && word_start(p_) && !sub && at() != '(') {
    const char* to = scan_name(p_);
    std::string_view object(p_, static_cast<std::size_t>(to - p_));
    if (!words_.names_keyword(object) && !one_of(object, no_operator) &&
        !(text_.isa && object == "isa") && !words_.names_sub(object)) {
      p_ = to;
      token_.count = 2;
      expect_ = Expect::Term;
    }
  } else if (expect_ == Expect::Operator && at() == '$' && !token_.found && word_start(p_ + 1)) {
    expect_ = Expect::Term;
  }
}

// p_ behind the sigil; false when no name is there.
bool TokenTrail::variable_name() {
  const char* s = p_;
  while (s < text_.end && (*s == ' ' || *s == '\t')) ++s;
  if (word_start(s) || (s + 1 < text_.end && s[0] == ':' && s[1] == ':')) {
    p_ = scan_name(s);
    return true;
  }
  char c = s < text_.end ? *s : '\0';
  if (chars::digit(c)) {
    while (s < text_.end && chars::digit(*s)) ++s;
    p_ = s;
    return true;
  }
  if (c == '{') {
    const char* n = s + 1;
    while (n < text_.end && chars::space(*n)) ++n;
    if (n < text_.end && *n == '^') ++n;
    const char* to = n;
    while (word_char(to) || (to + 1 < text_.end && to[0] == ':' && to[1] == ':')) ++to;
    while (to > n && to < text_.end && (*to == ' ' || *to == '\t')) ++to;
    if (to == n || to >= text_.end || *to != '}') return false;
    p_ = to + 1;
    return true;
  }
  if (c == '^' && s + 1 < text_.end && s[1] >= 'A' && s[1] <= '_') {
    p_ = s + 2;
    return true;
  }
  return false;
}

void TokenTrail::variable(char sigil) {
  const char* from = old_;
  token_.kind = Kind::Variable;
  token_.count = 2;
  bool lop = lop_ && lop_ == older_;
  bool length = sigil == '$' && at(1) == '#' &&
                (word_start(p_ + 2) || at(2) == '{' || at(2) == '$' || at(2) == ':');
  p_ += length ? 2 : 1;
  bool named = variable_name();
  if (!named && sigil == '$' && !length && !ends() && !chars::space(*p_) && *p_ != '{') {
    bool deref = *p_ == '$' && (word_start(p_ + 1) || at(1) == '{' || at(1) == '$' || at(1) == ':');
    if (!deref) ++p_, named = true;
  } else if (!named && sigil == '@' && (at() == '-' || at() == '+')) {
    ++p_, named = true;
  } else if (!named && sigil == '%' && (at() == '+' || at() == '-' || at() == '!')) {
    ++p_, named = true;
  }
  const char* what = length         ? "Array length"
                     : sigil == '$' ? "Scalar"
                     : sigil == '@' ? "Array"
                                    : nullptr;
  if (what) found(what, from);
  if (!named) {
    token_.count = 1;
    expect_ = Expect::TermBlock;
    return;
  }
  expect_ = Expect::Operator;
  if (sigil != '$' && sigil != '@') return;
  if (length) return;
  bool blank = chars::space(at());
  ahead();
  if (sigil == '$' && blank) after_scalar(lop);
}

// print $fh LIST: what looks like a term behind the scalar makes it a handle.
void TokenTrail::after_scalar(bool lop) {
  if (!lop) return;
  char c = at();
  bool term = c == '$' || c == '@' || c == '"' || c == '\'' || c == '`' || chars::digit(c);
  if (word_start(p_)) {
    std::string_view w(p_, static_cast<std::size_t>(scan_name(p_) - p_));
    term = !one_of(w, no_operator) || w == "my";
  }
  if (term) expect_ = Expect::Term;
}

}  // namespace perlipc
