// Finding the ends of quote-like constructs (perlop "Gory details of parsing quoted constructs").
#include "interp/lexer.h"

#include <cstring>

namespace perlipc {
namespace {
char closer_of(char open) {
  switch (open) {
    case '(': return ')';
    case '[': return ']';
    case '{': return '}';
    case '<': return '>';
    default: return open;
  }
}
}  // namespace

// Backslashes before delimiters go, except in bracketed patterns, where the regex needs them.
// Text that runs over a pending heredoc body continues behind it.
Quoted Lexer::delimited(Keep keep, const char* what, std::uint32_t from_line) {
  Quoted q;
  q.open = *p_;
  q.close = closer_of(q.open);
  bool nest = q.open != q.close;
  bool unescape = keep == Keep::No || (keep == Keep::Brackets && !nest);
  const std::uint32_t start_line = from_line ? from_line : line_;
  ++p_;
  q.line = line_;
  const char* from = p_;
  std::string built;
  bool copied = false;
  int depth = 1;
  for (;;) {
    if (p_ >= end_) {
      if (what) fail_at(what, start_line);
      std::string close(1, q.close);
      const char* quote = q.close == '"' ? "'" : "\"";
      fail_at("Can't find string terminator " + (quote + close + quote) + " anywhere before EOF",
              start_line);
    }
    char c = *p_;
    if (c == '\n') {
      if (p_ == heredoc_from_) {
        built.append(from, p_ + 1);
        copied = true;
        newline();
        from = p_;
        continue;
      }
      ++line_;
    }
    if (c == '\\' && p_ + 1 < end_) {
      char e = p_[1];
      if (unescape && (e == q.open || e == q.close) && q.open != '\\') {
        built.append(from, p_);
        copied = true;
        from = p_ + 1;
      }
      if (q.close != '\\') {
        if (e == '\n') {
          ++p_;
          continue;
        }
        p_ += 2;
        continue;
      }
    }
    if (c == q.close) {
      if (--depth == 0) break;
    } else if (c == q.open && nest) {
      ++depth;
    }
    ++p_;
  }
  runaway_ = {start_line, line_, q.open, q.close};
  if (copied) {
    built.append(from, p_);
    q.text = arena_.copy(built);
  } else {
    q.text = arena_.copy({from, static_cast<std::size_t>(p_ - from)});
  }
  ++p_;
  return q;
}

}  // namespace perlipc
