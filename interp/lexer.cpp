// Cursor, white space, names and messages of the lexer.
#include "interp/lexer.h"

#include <cstring>

namespace perlipc {

namespace chars {
namespace {
struct Table {
  std::uint8_t value[256];
};
constexpr Table make_table() {
  Table t{};
  for (int c = 0; c < 256; ++c) {
    std::uint8_t bits = 0;
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') bits |= Space;
    if (c >= '0' && c <= '9') bits |= Digit | IdCont | Hex;
    if (c >= 'A' && c <= 'Z') bits |= Upper;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') bits |= IdStart | IdCont;
    if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) bits |= Hex;
    t.value[c] = bits;
  }
  return t;
}
constexpr Table made = make_table();
}  // namespace
#define ROW(n) made.value[n], made.value[n + 1], made.value[n + 2], made.value[n + 3]
#define ROWS(n) ROW(n), ROW(n + 4), ROW(n + 8), ROW(n + 12)
extern const std::uint8_t table[256] = {
    ROWS(0),   ROWS(16),  ROWS(32),  ROWS(48),  ROWS(64),  ROWS(80),  ROWS(96),  ROWS(112),
    ROWS(128), ROWS(144), ROWS(160), ROWS(176), ROWS(192), ROWS(208), ROWS(224), ROWS(240)};
#undef ROWS
#undef ROW
}  // namespace chars

void Lexer::enter_source(Source& source, std::string_view text, std::uint32_t line) {
  source.outer_cursor = save();
  source.outer = source_;
  source.begin = begin_, source.end = end_;
  source_ = &source;
  begin_ = p_ = text.data();
  end_ = begin_ + text.size();
  line_ = line;
  heredoc_from_ = nullptr;
  source.sync = sync_;
  source.errors = errors_;
  sync_ = begin_;
}

void Lexer::leave_source(Source& source) {
  restore(source.outer_cursor);
  begin_ = source.begin, end_ = source.end;
  sync_ = source.sync;
  source_ = source.outer;
}

// A heredoc body begins on the line after its << and the text goes on behind it (perlop).
void Lexer::newline() {
  if (p_ != added_newline_) ++line_;
  if (p_ == heredoc_from_) {
    line_ += heredoc_lines_;
    p_ = heredoc_to_;
    heredoc_from_ = nullptr;
  } else {
    ++p_;
  }
}

void Lexer::skip_space_slow() {
  for (;;) {
    char c = *p_;
    if (c == '\n') {
      if (p_ >= end_) return;
      newline();
    } else if (chars::space(c)) {
      if (p_ >= end_) return;
      ++p_;
    } else if (c == '#') {
      if (p_ >= end_) return;
      const char* start = p_;
      const void* nl = std::memchr(p_, '\n', static_cast<std::size_t>(end_ - p_));
      p_ = nl ? static_cast<const char*>(nl) : end_;
      if (start == begin_ || start[-1] == '\n') line_directive(start);
    } else if (c == '=' && (p_ == begin_ || p_[-1] == '\n') && p_ + 1 < end_ &&
               chars::start(p_[1]) && p_[1] != '_') {
      skip_pod();
    } else {
      return;
    }
  }
}

// perlpod: from a line that begins with =word to the line after =cut.
void Lexer::skip_pod() {
  bool cut = looking_at("=cut") && !chars::word(p_[4]);
  for (;;) {
    const void* nl = std::memchr(p_, '\n', static_cast<std::size_t>(end_ - p_));
    if (!nl) {
      p_ = end_;
      return;
    }
    p_ = static_cast<const char*>(nl) + 1;
    ++line_;
    if (cut) return;
    cut = looking_at("=cut") && !chars::word(p_[4]);
  }
}

// perlsyn "Plain Old Comments (Not!)": # line NUMBER "FILE". p_ is at the end of the comment.
void Lexer::line_directive(const char* comment) {
  const char* s = comment + 1;
  auto blank = [&] {
    while (s < p_ && (*s == ' ' || *s == '\t')) ++s;
  };
  blank();
  if (p_ - s < 5 || std::memcmp(s, "line", 4) != 0 || (s[4] != ' ' && s[4] != '\t')) return;
  s += 4;
  blank();
  if (s >= p_ || !chars::digit(*s)) return;
  std::uint32_t number = 0;
  while (s < p_ && chars::digit(*s)) number = number * 10 + static_cast<std::uint32_t>(*s++ - '0');
  if (s < p_ && *s != ' ' && *s != '\t' && *s != '\r' && *s != '\f') return;
  blank();
  const char* from = s;
  const char* to = s;
  if (s < p_ && *s == '"') {
    from = ++s;
    while (s < p_ && *s != '"') ++s;
    if (s >= p_) return;
    to = s++;
  } else {
    while (s < p_ && !chars::space(*s)) ++s;
    to = s;
  }
  while (s < p_ && chars::space(*s)) ++s;
  if (s < p_) return;
  if (to > from) file_ = arena_.copy({from, static_cast<std::size_t>(to - from)});
  line_ = number - 1;
}

char Lexer::peek_token() {
  if (!chars::space(*p_) && *p_ != '#' && *p_ != '=') return p_ < end_ ? *p_ : '\0';
  Cursor here = save();
  skip_space();
  char c = p_ < end_ ? *p_ : '\0';
  restore(here);
  return c;
}

bool Lexer::fat_comma_follows() {
  const char* s = p_;
  while (s < end_ && (*s == ' ' || *s == '\t')) ++s;
  if (s < end_ && *s == '=') return s + 1 < end_ && s[1] == '>';
  if (s >= end_ || (*s != '\n' && *s != '#' && *s != '\r')) return false;
  Cursor here = save();
  skip_space();
  bool yes = looking_at("=>");
  restore(here);
  return yes;
}

bool Lexer::word_is(std::string_view word) const {
  return looking_at(word) && !chars::word(p_[word.size()]);
}

bool Lexer::accept(char c) {
  skip_space();
  if (p_ >= end_ || *p_ != c) return false;
  mark();
  ++p_;
  return true;
}

void Lexer::expect(char c) {
  if (!accept(c)) syntax_error();
}

// Which code points may stand in a name under `use utf8`: everything above U+00AA except the
// blocks of punctuation and symbols that programs use as delimiters.
int Lexer::utf8_letter(const char* p) const {
  if (!utf8_) return 0;
  auto byte = [&](int i) { return static_cast<unsigned char>(p[i]); };
  unsigned lead = byte(0);
  int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (length == 0 || p + length > end_) return 0;
  std::uint32_t cp = lead & (0xFFU >> (length + 1));
  for (int i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
    cp = (cp << 6) | (byte(i) & 0x3F);
  }
  if (cp < 0xC0) return cp == 0xAA || cp == 0xB5 || cp == 0xBA ? length : 0;
  if (cp == 0xD7 || cp == 0xF7) return 0;
  if ((cp >= 0x2000 && cp <= 0x206F) || (cp >= 0x20A0 && cp <= 0x20CF)) return 0;
  if ((cp >= 0x2190 && cp <= 0x2BFF) || (cp >= 0x3000 && cp <= 0x3004)) return 0;
  if ((cp >= 0x3008 && cp <= 0x3020) || cp == 0xFEFF || (cp >= 0xFF00 && cp <= 0xFF0F)) return 0;
  return length;
}

const char* Lexer::scan_word(const char* p) const {
  for (;;) {
    if (chars::word(*p)) {
      ++p;
    } else if (static_cast<unsigned char>(*p) >= 0x80) {
      int length = utf8_letter(p);
      if (length == 0) return p;
      p += length;
    } else {
      return p;
    }
  }
}

const char* Lexer::scan_qualified(const char* p, bool quote_ok) const {
  for (;;) {
    p = scan_word(p);
    if (p[0] == ':' && p[1] == ':' && p[2] != '$') {
      p += 2;
    } else if (quote_ok && p[0] == '\'' && ident_start(p + 1)) {
      p += 1;
    } else {
      return p;
    }
  }
}

std::string_view Lexer::normal_name(const char* from, const char* to) {
  std::string_view name(from, static_cast<std::size_t>(to - from));
  if (name.find('\'') == std::string_view::npos) return name;
  std::string fixed;
  for (char c : name) c == '\'' ? fixed += "::" : fixed += c;
  return arena_.copy(fixed);
}

std::string_view Lexer::take_name(bool quote_ok) {
  const char* from = p_;
  p_ = scan_qualified(p_, quote_ok);
  return normal_name(from, p_);
}

std::string_view Lexer::join(std::string_view a, std::string_view b, std::string_view c) {
  std::size_t size = a.size() + b.size() + c.size();
  char* out = static_cast<char*>(arena_.allocate(size + 1));
  std::memcpy(out, a.data(), a.size());
  std::memcpy(out + a.size(), b.data(), b.size());
  if (!c.empty()) std::memcpy(out + a.size() + b.size(), c.data(), c.size());
  out[size] = '\0';
  return {out, size};
}

// --- messages ---------------------------------------------------------------------------------

std::string Lexer::where(std::uint32_t line) const {
  return " at " + std::string(file_) + " line " + std::to_string(line);
}

std::string Lexer::ending(std::uint32_t line) const { return host_.place(file_, line); }

void Lexer::fail(const std::string& text) { fail_at(text, message_line()); }

void Lexer::fail_at(const std::string& text, std::uint32_t line) {
  throw SyntaxError{text + ending(line)};
}

// Where the token at p ends, white space after ) and { included as perl reads it ahead.
const char* Lexer::token_end(const char* p) const {
  if (p >= end_) return end_;
  char c = *p;
  if (ident_start(p)) return scan_qualified(p);
  if (chars::digit(c)) {
    while (p < end_ && (chars::word(*p) || (*p == '.' && chars::digit(p[1])))) ++p;
    return p;
  }
  if ((c == '$' || c == '@' || c == '%' || c == '&') && p + 1 < end_) {
    const char* s = p + 1;
    if (*s == '#') ++s;
    while (*s == '$') ++s;
    const char* to = p + 1;
    if (ident_start(s) || *s == ':') to = scan_qualified(s);
    else if (c == '$' && s < end_ && !chars::space(*s)) to = s + 1;
    if (c == '$' || c == '@')
      while (to < end_ && chars::space(*to)) ++to;
    return to;
  }
  if (c == '"' || c == '\'' || c == '`') {
    const char* s = p + 1;
    while (s < end_ && *s != c) s += *s == '\\' && s + 1 < end_ ? 2 : 1;
    return s < end_ ? s + 1 : end_;
  }
  if (c == ')' || c == '{') {
    ++p;
    while (p < end_ && chars::space(*p)) ++p;
    return p;
  }
  static constexpr std::string_view operators[] = {
      "<=>", "**=", "||=", "&&=", "//=", "...", "<<=", ">>=", "=>", "->", "++", "--",
      "**",  "=~",  "!~",  "==",  "!=",  "<=",  ">=",  "&&",  "||", "//", "..", "::",
      "+=",  "-=",  "*=",  "/=",  ".=",  "%=",  "x=",  "&=",  "|=", "^=", "<<", ">>"};
  std::string_view rest(p, static_cast<std::size_t>(end_ - p));
  for (std::string_view op : operators)
    if (rest.starts_with(op)) return p + op.size();
  return p + 1;
}

}  // namespace perlipc
