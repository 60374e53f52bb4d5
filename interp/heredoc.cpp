// Here documents (perlop "<<EOF"): the body is taken from the following lines as soon as the
// introducing << is read; the rest of the line is read on as if the body were not there.
#include "interp/lexer.h"

#include <cstring>

namespace perlipc {

// Whether << at p_ starts a heredoc when a term is wanted.
bool Lexer::heredoc_here() const {
  const char* s = p_ + 2;
  if (*s == '~') ++s;
  if (ident_start(s)) return true;
  while (s < end_ && (*s == ' ' || *s == '\t')) ++s;
  return s < end_ && (*s == '"' || *s == '\'' || *s == '`');
}

Quoted Lexer::heredoc(bool& interpolate) {
  Quoted q;
  bool indented = *p_ == '~';
  if (indented) ++p_;
  const char* s = p_;
  while (s < end_ && (*s == ' ' || *s == '\t')) ++s;
  std::string_view terminator;
  interpolate = true;
  q.open = '"';
  if (*s == '"' || *s == '\'' || *s == '`') {
    q.open = *s;
    interpolate = *s != '\'';
    const char* close =
        static_cast<const char*>(std::memchr(s + 1, *s, static_cast<std::size_t>(end_ - s - 1)));
    if (!close) fail("Unterminated delimiter for here document");
    terminator = {s + 1, static_cast<std::size_t>(close - s - 1)};
    p_ = close + 1;
  } else {
    if (!ident_start(p_)) fail("Use of bare << to mean <<\"\" is forbidden");
    const char* to = scan_word(p_);
    terminator = {p_, static_cast<std::size_t>(to - p_)};
    p_ = to;
  }
  q.close = q.open;
  q.bare = true;
  q.text = heredoc_body(terminator, indented, q.line);
  return q;
}

std::string_view Lexer::heredoc_body(std::string_view terminator, bool indented,
                                     std::uint32_t& line) {
  // Inside a one-line quoted construct the body stands in the enclosing text (perlop).
  const void* own = std::memchr(p_, '\n', static_cast<std::size_t>(end_ - p_));
  if (!own && !heredoc_from_ && source_ && source_->outer_cursor.p) {
    Source* inner = source_;
    Cursor here = save();
    const char* begin = begin_;
    const char* end = end_;
    restore(inner->outer_cursor);
    begin_ = inner->begin, end_ = inner->end;
    source_ = inner->outer;
    std::string_view body = heredoc_body(terminator, indented, line);
    inner->outer_cursor = save();
    restore(here);
    begin_ = begin, end_ = end;
    source_ = inner;
    return body;
  }
  const char* from = heredoc_from_ ? heredoc_from_ : static_cast<const char*>(own);
  const char* body = heredoc_from_ ? heredoc_to_ : from ? from + 1 : end_;
  std::uint32_t lines = heredoc_from_ ? heredoc_lines_ : 0;
  std::uint32_t first_line = line_ + 1 + lines;
  line = first_line;
  std::string_view indent;
  const char* s = body;
  for (;;) {
    if (s >= end_)
      fail("Can't find string terminator \"" + std::string(terminator) + "\" anywhere before EOF");
    const void* nl = std::memchr(s, '\n', static_cast<std::size_t>(end_ - s));
    const char* next = nl ? static_cast<const char*>(nl) : end_;
    const char* text = s;
    const char* to = next;
    if (to > text && to[-1] == '\r') --to;
    if (indented)
      while (text < to && (*text == ' ' || *text == '\t')) ++text;
    ++lines;
    if (std::string_view(text, static_cast<std::size_t>(to - text)) == terminator) {
      heredoc_from_ = from;
      heredoc_to_ = nl ? next + 1 : end_;
      heredoc_lines_ = lines;
      body_from_ = heredoc_from_, body_to_ = heredoc_to_;
      runaway_ = {first_line, line_ + lines, '<', '<'};
      indent = {s, static_cast<std::size_t>(text - s)};
      break;
    }
    s = nl ? next + 1 : end_;
  }
  std::string_view raw(body, static_cast<std::size_t>(s - body));
  return indented ? remove_indent(raw, indent) : arena_.copy(raw);
}

// <<~ removes the terminator's indentation from every line that is not empty.
std::string_view Lexer::remove_indent(std::string_view body, std::string_view indent) {
  std::string out;
  int number = 0;
  for (std::size_t at = 0; at < body.size();) {
    std::size_t nl = body.find('\n', at);
    std::size_t to = nl == std::string_view::npos ? body.size() : nl + 1;
    std::string_view line = body.substr(at, to - at);
    at = to;
    ++number;
    if (line.starts_with(indent)) {
      out += line.substr(indent.size());
    } else if (line == "\n") {
      out += '\n';
    } else {
      fail("Indentation on line " + std::to_string(number) +
           " of here-doc doesn't match delimiter");
    }
  }
  return arena_.copy(out);
}

}  // namespace perlipc
