// What the parser says about a text that does not parse, in perl's words (perldiag).
#include "interp/lexer.h"

#include <algorithm>
#include <cstring>

namespace perlipc {

void Lexer::queue_error(std::string message) {
  host_.error(std::move(message));
  ++errors_;
}

void Lexer::near_error(std::string message) {
  queue_error(std::move(message));
  if (errors_ >= 10) throw SyntaxError{std::string(file_) + " has too many errors.\n"};
}

void Lexer::error(const std::string& text, std::uint32_t line) { queue_error(text + ending(line)); }

TokenTrail::Text Lexer::trail_text(const char* from) const {
  TokenTrail::Text text;
  text.begin = begin_, text.end = end_, text.from = from;
  text.by_line = is_file_ && !source_;
  text.utf8 = utf8_;
  text.bodies_from = body_from_, text.bodies_to = body_to_;
  describe_words(text);
  return text;
}

TokenTrail Lexer::trail_here() {
  if (!sync_ || sync_ < begin_ || sync_ > p_) sync_ = begin_;
  TokenTrail trail(trail_text(sync_), *this);
  while (trail.next().kind != TokenTrail::Kind::End && trail.token().end <= p_ &&
         trail.token().start < p_) {}
  return trail;
}

TokenTrail Lexer::trail_behind() {
  if (!sync_ || sync_ < begin_ || sync_ > p_) sync_ = begin_;
  TokenTrail trail(trail_text(sync_), *this);
  trail.next();
  for (;;) {
    TokenTrail before = trail;
    if (trail.next().kind == TokenTrail::Kind::End || trail.token().start >= p_) return before;
  }
}

// The line perl is at when it has read up to `to`. At the end of a file it is the last line.
std::uint32_t Lexer::line_at(const char* to) const {
  auto lines = [&](const char* from, const char* end) {
    const bool added = added_newline_ && from <= added_newline_ && added_newline_ < end;
    return static_cast<std::uint32_t>(std::count(from, end, '\n')) - (added ? 1 : 0);
  };
  std::uint32_t line = to >= p_ ? line_ + lines(p_, to) : line_ - lines(to, p_);
  bool back = is_file_ && !source_ && to >= end_ && end_ > begin_ && end_[-1] == '\n';
  return back ? line - 1 : line;
}

// Said once, with a message on the last line of the text or the one behind it.
std::string Lexer::runaway_note(std::uint32_t line) {
  if (runaway_.first >= runaway_.last || line - runaway_.last > 1) return {};
  std::string note = "  (Might be a runaway multi-line ";
  note += {runaway_.open, runaway_.close};
  note += " string starting on line " + std::to_string(runaway_.first) + ")\n";
  runaway_.last = 0;
  return note;
}

std::string Lexer::near_message(const TokenTrail& trail, const char* to, Read read) {
  using Kind = TokenTrail::Kind;
  const TokenTrail::Token& token = trail.token();
  // The text of an eval has ended for perl once it is read: its semicolons are the end.
  bool last = token.kind == Kind::End ||
              (!is_file_ && (token.kind == Kind::Semicolon || token.bracket == '}'));
  std::uint32_t line = line_at(to);
  std::string text = where(line);
  std::string_view near = trail.near(to);
  if (last && read == Read::Token) {
    text += source_ && source_->in_string ? ", within string" : ", at EOF";
  } else if (near.empty()) {
    text += ", at end of line";
  } else {
    text += ", near \"" + std::string(near) + '"';
  }
  return text + "\n" + runaway_note(line);
}

void Lexer::error_near(const std::string& text, bool lookahead) {
  if (lookahead) skip_space();
  TokenTrail trail = lookahead ? trail_here() : trail_behind();
  near_error(text +
             near_message(trail, trail.token().end, lookahead ? Read::Token : Read::Consumed));
}

void Lexer::fail_near(const std::string& text) {
  trail_.emplace(trail_behind());
  // perl complains as soon as it has the word, before it reads on.
  std::string message = text + near_message(*trail_, p_, Read::Part);
  throw SyntaxError{message, true};
}

// perl has not got the token yet: the text shown is the one before it.
void Lexer::error_in_token(const std::string& text) {
  TokenTrail trail = trail_here();
  near_error(text + near_message(trail, trail.token().read_from, Read::Part));
}

// perldiag "%s found where operator expected".
void Lexer::warn_found(const TokenTrail& trail) {
  const TokenTrail::Token& token = trail.token();
  if (token.start == warned_at_) return;
  warned_at_ = token.start;
  if (token.bracket == ']' && brackets_ == 0)
    near_error("Unmatched right square bracket" + where(line_) + ", at end of line\n");
  if (token.bracket == '}' && brackets_ == 0)
    near_error("Unmatched right curly bracket" + where(line_) + ", at end of line\n");
  std::string_view word(token.start,
                        static_cast<std::size_t>(token_end(token.start) - token.start));
  if (trail.before() != token.start && (word == "use" || word == "no"))
    near_error("\"" + std::string(word) + "\" not allowed in expression" +
               near_message(trail, token.read_from, Read::Part));
  if (token.bad_name) fail_at("Bad name after " + std::string(word) + "'", line_at(token.start));
  if (token.unterminated) runaway_.last = 0;
  if (token.opener && !token.unterminated) {
    std::uint32_t first = line_at(token.start), last = line_at(token.end);
    if (token.found) say_found(trail);
    runaway_ = {first, last, token.opener, token.closer};
  } else if (token.found) {
    say_found(trail);
  }
}

void Lexer::say_found(const TokenTrail& trail) {
  const TokenTrail::Token& token = trail.token();
  std::uint32_t line = line_at(token.start);
  std::string text = std::string(token.found) + " found where operator expected" + where(line);
  std::string_view near = token.unterminated ? std::string_view() : trail.near(token.found_to);
  text += near.empty() ? ", at end of line\n" : ", near \"" + std::string(near) + "\"\n";
  text += runaway_note(line);
  warn_severe(Warning::Syntax, text);
  if (errors_ >= 10) { throw SyntaxError{std::string(file_) + " has too many errors.\n"}; }
  const char* before = trail.before();
  while (before && before < token.start && chars::space(*before)) ++before;
  std::string hint;
  if (trail.first_of_line() && is_file_) {
    hint = "\t(Missing semicolon on previous line?)\n";
  } else if (before && ident_start(before)) {
    const char* to = before;
    while (to < token.found_to && (chars::word(*to) || *to == ':')) ++to;
    if (to < token.found_to && chars::space(*to))
      hint = "\t(Do you need to predeclare " + std::string(before, to) + "?)\n";
  } else {
    hint = "\t(Missing operator before " + std::string(token.found_from, token.found_to) + "?)\n";
  }
  if (!hint.empty()) warn_severe(Warning::Syntax, hint);
  const char* behind = token.found_to;
  while (behind < end_ && chars::space(*behind)) ++behind;
  if (std::string_view(token.found) == "Bareword" &&
      (behind >= end_ || !std::strchr("($=-", *behind)))
    word_instead({token.found_from, static_cast<std::size_t>(token.found_to - token.found_from)});
}

// The quoted text at fault has no end: perl says so as soon as it looks for it.
void Lexer::fail_unterminated(const TokenTrail::Token& token) {
  char c = *token.start;
  bool pattern = c == '/' || c == 'm' || (c == 'q' && token.start[1] == 'r');
  const char* kind = pattern                ? "Search"
                     : c == 's'             ? "Substitution"
                     : c == 't' || c == 'y' ? "Transliteration"
                                            : nullptr;
  if (kind)
    fail_at(std::string(kind) + (token.part == 2 ? " replacement" : " pattern") + " not terminated",
            line_at(token.start));
  std::string quote(1, token.unterminated == '"' ? '\'' : '"');
  fail_at("Can't find string terminator " + quote + token.unterminated + quote +
              " anywhere before EOF",
          line_at(token.start));
}

int Lexer::tokens_between(const char* from, const char* to) {
  TokenTrail trail(trail_text(from), *this);
  int count = 0;
  while (trail.next().kind != TokenTrail::Kind::End && trail.token().start < to)
    count += trail.token().count;
  return count;
}

// The token at p_ cannot stand here.
void Lexer::syntax_error() {
  skip_space();
  outer_texts_.clear();
  for (Source* s = source_; s; s = s->outer)
    outer_texts_.push_back({s->outer, s->outer_cursor, s->begin, s->end});
  trail_.emplace(trail_here());
  if (source_ && source_->is_string && p_ >= end_) {
    missing_brace_said_ = true;
    near_error("Missing right curly or square bracket" + where(line_) + within());
    near_error("syntax error" + where(line_) + ", at EOF\n");
    throw SyntaxError{{}, false};  // perl reads no further
  }
  warn_found(*trail_);
  if (trail_->token().unterminated) fail_unterminated(trail_->token());
  throw SyntaxError{"syntax error" + near_message(*trail_, trail_->token().end, Read::Token), true};
}

}  // namespace perlipc
