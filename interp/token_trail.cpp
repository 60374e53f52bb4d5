// Perl's tokens for messages: white space, brackets, operators and the texts to quote.
#include "interp/token_trail.h"
#include "interp/lexer.h"

#include <cstring>

namespace perlipc {

TokenTrail::TokenTrail(const Text& text, Words& words)
    : text_(text), words_(words), p_(text.from), old_(text.from), older_(text.from),
      line_start_(text.begin) {
  const char* last = p_;
  auto blank = [&](char c) { return c == ' ' || c == '\t' || (c == '\n' && !text_.by_line); };
  while (last > text_.begin && blank(last[-1])) --last;
  if (last > text_.begin && (last[-1] == ';' || last[-1] == '{' || last[-1] == '}'))
    old_ = last - 1;
  while (line_start_ < p_ && text_.by_line) {
    const void* nl = std::memchr(line_start_, '\n', static_cast<std::size_t>(p_ - line_start_));
    if (!nl) break;
    line_start_ = static_cast<const char*>(nl) + 1;
  }
}

std::string_view TokenTrail::near(const char* to) const {
  auto quotes = [&](const char* from) { return from && to > from && to - from < 200; };
  const char* from = nullptr;
  if (quotes(older_) && older_ != old_ && old_ != to) from = older_;
  else if (quotes(old_)) from = old_;
  if (!from) return {};
  while (from < to && chars::space(*from)) ++from;
  return {from, static_cast<std::size_t>(to - from)};
}

bool TokenTrail::word_start(const char* p) const {
  return p < text_.end &&
         (chars::start(*p) || (text_.utf8 && static_cast<unsigned char>(*p) >= 0x80));
}

bool TokenTrail::word_char(const char* p) const {
  return p < text_.end &&
         (chars::word(*p) || (text_.utf8 && static_cast<unsigned char>(*p) >= 0x80));
}

const char* TokenTrail::scan_name(const char* p) const {
  for (;;) {
    while (word_char(p)) ++p;
    if (p + 1 < text_.end && p[0] == ':' && p[1] == ':' && (p + 2 >= text_.end || p[2] != '$'))
      p += 2;
    else if (p < text_.end && *p == '\'' && word_start(p + 1)) ++p;
    else return p;
  }
}

void TokenTrail::newline(bool ahead) {
  if (p_ == text_.bodies_from) {
    p_ = text_.bodies_to;
    text_.bodies_from = nullptr;
  } else {
    ++p_;
  }
  if (text_.by_line && !ahead) old_ = older_ = line_start_ = p_;
}

// Blanks, comments and pod. Unless it is read ahead, a new line of a file forgets what was before.
void TokenTrail::skip_white(bool ahead) {
  while (!ends()) {
    char c = *p_;
    bool first = p_ == text_.begin || p_[-1] == '\n';
    if (c == '\n') {
      newline(ahead);
    } else if (chars::space(c)) {
      ++p_;
    } else if (c == '#') {
      while (!ends() && *p_ != '\n') ++p_;
    } else if (c == '=' && first && word_start(p_ + 1)) {
      bool cut = false;
      while (!ends() && !cut) {
        cut = std::string_view(p_, static_cast<std::size_t>(text_.end - p_)).starts_with("=cut");
        while (!ends() && *p_ != '\n') ++p_;
        if (!ends()) newline(ahead);
      }
    } else {
      return;
    }
  }
}

const TokenTrail::Token& TokenTrail::next() {
  token_ = {};
  older_ = old_;
  old_ = p_;
  skip_white(false);
  token_.start = token_.end = p_;
  token_.read_from = word_start(p_) ? p_ : old_;
  token_.kind = Kind::End;
  if (ends()) return token_;
  token_.kind = Kind::Other;
  read();
  token_.end = p_;
  return token_;
}

// An operator was expected: perl names what it found, and the text since the last token.
void TokenTrail::found(const char* what, const char* from) {
  if (expect_ != Expect::Operator) return;
  token_.found = what;
  token_.found_from = from;
  token_.found_to = p_;
}

void TokenTrail::read() {
  char c = *p_;
  if (word_start(p_)) return word();
  bool digit_point = c == '.' && chars::digit(at(1)) && expect_ != Expect::Operator;
  if (chars::digit(c) || digit_point) return number();
  switch (c) {
    case '$':
    case '@': return variable(c);
    case '%':
    case '&':
    case '*':
      if (expect_ == Expect::Operator) return symbol(c);
      return variable(c);
    case '"':
    case '\'':
    case '`': return plain_quote(c);
    case '<':
      if (expect_ != Expect::Operator) return angle();
      return symbol(c);
    case '/':
      if (expect_ != Expect::Operator) return quoted(1, true);
      return symbol(c);
    case '-':
      if (at(1) == '>') return arrow();
      if (at(1) != '\0' && std::strchr("rwxoRWXOezsfdlpSugkbctTBAMC", at(1)) &&
          !chars::word(at(2))) {
        p_ += 2;
        while (at() == ' ' || at() == '\t') ++p_;
        lop_ = old_;
        expect_ = Expect::Term;
        return;
      }
      return symbol(c);
    case ':':
      if (at(1) == ':' && word_start(p_ + 2)) return word();
      return symbol(c);
    case '(':
      ++p_;
      if (lop_ && lop_ == older_) old_ = older_;  // print(STDERR ...) is shown from print on
      expect_ = Expect::Term;
      return ahead();
    case ')':
      ++p_;
      expect_ = Expect::Operator;
      ahead();
      if (at() == '{') expect_ = Expect::Block;
      return;
    case '{': return open_brace();
    case '[':
      ++p_;
      token_.kind = Kind::Bracket;
      token_.bracket = c;
      brackets_.push_back(Expect::Operator);
      expect_ = Expect::Term;
      return;
    case ']':
    case '}':
      ++p_;
      token_.kind = Kind::Bracket;
      token_.bracket = c;
      expect_ = c == ']' ? Expect::Operator : Expect::State;
      if (c == '}') token_.count = 2;
      if (brackets_.empty()) return;
      expect_ = c == ']' ? Expect::Operator : brackets_.back();
      brackets_.pop_back();
      return;
    case ';':
      ++p_;
      token_.kind = Kind::Semicolon;
      expect_ = Expect::State;
      return;
    default: return symbol(c);
  }
}

void TokenTrail::open_brace() {
  token_.kind = Kind::Bracket;
  token_.bracket = '{';
  ++p_;
  switch (expect_) {
    case Expect::Term: brackets_.push_back(Expect::Operator); return;  // an anonymous hash
    case Expect::Operator: {
      while (at() == ' ' || at() == '\t') ++p_;
      const char* s = p_ < text_.end && *p_ == '-' ? p_ + 1 : p_;
      if (word_start(s)) {  // {word} is read in one go
        const char* to = scan_name(s);
        const char* close = to;
        while (close < text_.end && (*close == ' ' || *close == '\t')) ++close;
        if (close < text_.end && *close == '}') {
          p_ = to;
          brackets_.push_back(Expect::Operator);
          token_.count = 2;
          expect_ = Expect::Operator;
          return;
        }
      }
      brackets_.push_back(Expect::Operator);
      expect_ = Expect::State;
      return;
    }
    case Expect::TermBlock: brackets_.push_back(Expect::Operator); break;
    case Expect::Handle: brackets_.push_back(Expect::Term); break;
    default:
      brackets_.push_back(Expect::State);
      if (expect_ == Expect::State) ahead();
      break;
  }
  expect_ = Expect::State;
}

// Operators are read whole; ++ and -- behind a term leave the expectation as it is.
void TokenTrail::symbol(char c) {
  static constexpr std::string_view longest[] = {
      "<=>", "**=", "||=", "&&=", "//=", "...", "<<=", ">>=", "=>", "->", "++", "--",
      "**",  "=~",  "!~",  "==",  "!=",  "<=",  ">=",  "&&",  "||", "//", "..", "::",
      "+=",  "-=",  "*=",  "/=",  ".=",  "%=",  "&=",  "|=",  "^=", "<<", ">>"};
  std::string_view rest(p_, static_cast<std::size_t>(text_.end - p_));
  std::size_t size = 1;
  for (std::string_view op : longest) {
    if (rest.starts_with(op)) {
      size = op.size();
      break;
    }
  }
  const char* from = old_;
  p_ += size;
  if (c == '\\') found("Backslash", from);
  if (size == 2 && (rest.starts_with("++") || rest.starts_with("--"))) {
    if (expect_ != Expect::Operator) expect_ = Expect::Term;
    return;
  }
  expect_ = Expect::Term;
}

void TokenTrail::arrow() {
  p_ += 2;
  ahead();
  expect_ = Expect::Operator;
  if (word_start(p_)) {
    p_ = scan_name(p_);
    ahead();
    token_.count = 2;
    return;
  }
  char c = at();
  if ((c == '@' || c == '%' || c == '&' || c == '*' || c == '$') && at(1) == '*')
    expect_ = Expect::Term;
}

void TokenTrail::angle() {
  if (at(1) == '<' &&
      (word_start(p_ + 2) || at(2) == '"' || at(2) == '\'' || at(2) == '~' || at(2) == ' '))
    return heredoc();
  const void* close = std::memchr(p_, '>', static_cast<std::size_t>(text_.end - p_));
  if (!close) return symbol('<');
  p_ = static_cast<const char*>(close) + 1;
  expect_ = Expect::Operator;
}

// The body is skipped with the newline of this line.
void TokenTrail::heredoc() {
  p_ += 2;
  bool indented = at() == '~';
  if (indented) ++p_;
  while (at() == ' ') ++p_;
  std::string_view mark;
  if (at() == '"' || at() == '\'') {
    char quote = *p_++;
    const char* from = p_;
    while (!ends() && *p_ != quote) ++p_;
    mark = {from, static_cast<std::size_t>(p_ - from)};
    if (!ends()) ++p_;
  } else {
    const char* from = p_;
    while (word_char(p_)) ++p_;
    mark = {from, static_cast<std::size_t>(p_ - from)};
  }
  expect_ = Expect::Operator;
  const char* nl = text_.bodies_from;
  const char* line = text_.bodies_to;
  if (!nl) {
    nl = static_cast<const char*>(std::memchr(p_, '\n', static_cast<std::size_t>(text_.end - p_)));
    if (!nl) return;
    line = nl + 1;
  }
  while (line < text_.end) {
    const void* stop = std::memchr(line, '\n', static_cast<std::size_t>(text_.end - line));
    const char* to = stop ? static_cast<const char*>(stop) : text_.end;
    const char* s = line;
    while (indented && s < to && (*s == ' ' || *s == '\t')) ++s;
    bool last = std::string_view(s, static_cast<std::size_t>(to - s)) == mark;
    line = stop ? to + 1 : to;
    if (last) break;
  }
  text_.bodies_from = nl;
  text_.bodies_to = line;
}

// A quoted text of several lines: a file's last line of it is where perl's memory begins.
void TokenTrail::delimited() {
  char open = *p_;
  char close = open == '(' ? ')' : open == '[' ? ']' : open == '{' ? '}' : open == '<' ? '>' : open;
  int depth = 1;
  ++p_;
  while (!ends()) {
    char c = *p_;
    if (c == '\n') {
      newline(false);
      token_.opener = open, token_.closer = close;
      continue;
    }
    ++p_;
    if (c == '\\' && !ends() && *p_ != '\n') ++p_;
    else if (c == close && --depth == 0) return;
    else if (c == open && open != close) ++depth;
  }
  token_.unterminated = close;
}

void TokenTrail::plain_quote(char c) {
  const char* from = old_;
  delimited();
  if (from < old_) from = old_;
  found(c == '`' ? "Backticks" : "String", from);
  expect_ = Expect::Operator;
}

// p_ is at the first delimiter of m//, s///, tr/// or q().
void TokenTrail::quoted(int parts, bool flags) {
  char open = at();
  delimited();
  if (parts == 2 && !token_.unterminated) {
    token_.part = 2;
    if (open == '(' || open == '[' || open == '{' || open == '<') {
      skip_white(true);
      if (ends()) token_.unterminated = open;
      else delimited();
    } else {
      --p_;
      delimited();
    }
  }
  bool letters = *token_.start == 't' || *token_.start == 'y';
  auto flag = [&] { return word_char(p_) && (!letters || std::strchr("cdsr", *p_) != nullptr); };
  while (flags && flag()) ++p_;
  expect_ = Expect::Operator;
}

void TokenTrail::number() {
  const char* from = old_;
  if (at() == '0' && (at(1) == 'x' || at(1) == 'X' || at(1) == 'b' || at(1) == 'B')) {
    p_ += 2;
    while (chars::is(at(), chars::Hex) || at() == '_') ++p_;
  } else {
    auto digits = [&] {
      while (chars::digit(at()) || at() == '_') ++p_;
    };
    digits();
    if (at() == '.' && at(1) != '.') ++p_, digits();
    while (at() == '.' && chars::digit(at(1))) ++p_, digits();
    bool sign = at(1) == '-' || at(1) == '+';
    if ((at() == 'e' || at() == 'E') && chars::digit(at(sign ? 2 : 1)))
      p_ += sign ? 2 : 1, digits();
  }
  found("Number", from);
  expect_ = Expect::Operator;
}

}  // namespace perlipc
