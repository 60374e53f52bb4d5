// The character level of the parser. Perl is lexed by need, so there is no token stream: the parser
// knows whether it wants a term or an operator and asks the lexer for exactly that. The lexer owns
// the cursor, white space (comments, POD, heredoc bodies, #line), names, numbers and delimited
// text.
#pragma once
#include "interp/ast.h"
#include "interp/parser_host.h"
#include "interp/scope.h"
#include "interp/token_trail.h"
#include "interp/value/warnings.h"

#include <optional>
#include <string>

namespace perlipc {

// Character classes of program text.
namespace chars {
enum Class : std::uint8_t { Space = 1, Digit = 2, IdStart = 4, IdCont = 8, Hex = 16, Upper = 32 };
extern const std::uint8_t table[256];
inline bool is(char c, std::uint8_t mask) {
  return (table[static_cast<unsigned char>(c)] & mask) != 0;
}
inline bool space(char c) { return is(c, Space); }
inline bool digit(char c) { return is(c, Digit); }
inline bool word(char c) { return is(c, IdCont); }
inline bool start(char c) { return is(c, IdStart); }
}  // namespace chars

// Text between delimiters, backslashes before the delimiters removed; NUL-terminated in the arena.
struct Quoted {
  std::string_view text;
  std::uint32_t line = 0;  // of its first character
  char open = 0, close = 0;
  bool bare = false;  // heredoc: the body has no delimiter
};

class Lexer : protected TokenTrail::Words {
 public:
  std::uint32_t current_line() const { return line_; }
  std::string_view current_file() const { return file_; }

 protected:
  virtual ~Lexer() = default;
  // A warning of this category at the present line.
  virtual void warn_here(Warning category, const std::string& text) = 0;
  // One that only `no warnings` silences; the text is complete.
  virtual void warn_severe(Warning category, std::string text) = 0;
  void warn_misplaced();
  void warn_wide(int bits, bool plain_octal, bool overflow);
  // Everything that changes while reading; copied to look ahead and put back.
  struct Cursor {
    const char* p = nullptr;
    std::uint32_t line = 1;
    std::string_view file;
    const char* heredoc_from = nullptr;  // newline after which heredoc bodies begin
    const char* heredoc_to = nullptr;    // first character after the bodies
    std::uint32_t heredoc_lines = 0;
    int brackets = 0;
  };
  // A text being read: the file, or the inside of a quote-like construct.
  struct Source {
    const char* begin = nullptr;
    const char* end = nullptr;
    Source* outer = nullptr;
    Cursor outer_cursor;  // where the outer text goes on
    const char* sync = nullptr;
    int errors = 0;          // there were before
    bool in_string = false;  // being read as text; false while code inside of it is read
    bool is_string = false, is_pattern = false;
    bool is_extended = false;  // a pattern under /x: "#" begins a comment
  };

  Lexer(Arena& arena, ParserHost& host) : arena_(arena), host_(host) {}

  Cursor save() const {
    return {p_, line_, file_, heredoc_from_, heredoc_to_, heredoc_lines_, brackets_};
  }
  void restore(const Cursor& c) {
    p_ = c.p, line_ = c.line, file_ = c.file;
    heredoc_from_ = c.heredoc_from, heredoc_to_ = c.heredoc_to;
    heredoc_lines_ = c.heredoc_lines, brackets_ = c.brackets;
  }
  void enter_source(Source& source, std::string_view text, std::uint32_t line);
  void leave_source(Source& source);

  // --- white space -----------------------------------------------------------------------------
  void skip_space() {
    if (chars::space(*p_) || *p_ == '#' || *p_ == '=') skip_space_slow();
  }
  void skip_space_slow();
  void skip_pod();
  void line_directive(const char* comment);
  void newline();  // p_ is at '\n': steps over it and over heredoc bodies
  bool at_end() const { return p_ >= end_; }
  // First character of the next token without moving.
  char peek_token();
  bool fat_comma_follows();  // => after optional white space
  bool looking_at(std::string_view text) const {
    return std::string_view(p_, static_cast<std::size_t>(end_ - p_)).starts_with(text);
  }
  bool word_is(std::string_view word) const;
  // Every bracket is announced when it is taken: perl tells an unmatched one from a missing one.
  void mark() {
    char c = static_cast<char>(*p_ | 0x20);
    if (c == '{') ++brackets_;
    else if (c == '}' && brackets_ > 0) --brackets_;
  }
  // Takes c when it is the next token.
  bool accept(char c);
  void expect(char c);

  // --- names and numbers ---------------------------------------------------------------------
  bool ident_start(const char* p) const {
    return chars::start(*p) || (static_cast<unsigned char>(*p) >= 0x80 && utf8_letter(p) != 0);
  }
  bool word_start(const char* p) const { return ident_start(p) || chars::digit(*p); }
  int utf8_letter(const char* p) const;                                   // its length, or 0
  const char* scan_word(const char* p) const;                             // end of [A-Za-z0-9_]*
  const char* scan_qualified(const char* p, bool quote_ok = true) const;  // end of A::B'c
  // The name at p_, ' turned into ::, and moves behind it.
  std::string_view take_name(bool quote_ok = true);
  std::string_view normal_name(const char* from, const char* to);
  Node* number();
  Node* radix_float(const char* start, int bits, double whole, bool overflow);
  Node* radix_number(int bits, bool plain_octal);
  Node* decimal_number();
  Node* v_string();
  bool v_string_here() const;

  // --- delimited text -------------------------------------------------------------------------
  // p_ is at the opening delimiter. keep_escapes: delimiters stay escaped (bracketed patterns).
  enum class Keep { No, Brackets, All };
  // from_line: where messages say that the construct began, if not here.
  Quoted delimited(Keep keep, const char* what, std::uint32_t from_line = 0);
  Quoted heredoc(bool& interpolate);  // p_ behind <<
  bool heredoc_here() const;          // p_ at <<
  std::string_view heredoc_body(std::string_view terminator, bool indented, std::uint32_t& line);
  std::string_view remove_indent(std::string_view body, std::string_view indent);

  // --- nodes ------------------------------------------------------------------------------------
  Node* node(NodeKind kind, std::uint32_t flags = 0) {
    Node* n = arena_.make<Node>();
    n->kind = kind, n->flags = flags, n->line = line_;
    return n;
  }
  Node* node(NodeKind kind, Node* a) {
    Node* n = node(kind);
    n->first = a;
    return n;
  }
  Node* node(NodeKind kind, Node* a, Node* b) {
    Node* n = node(kind);
    n->first = a, a->next = b;
    return n;
  }
  Node* integer(std::int64_t value) {
    Node* n = node(NodeKind::Int);
    n->iv = value;
    return n;
  }
  Node* string(std::string_view text, std::uint32_t flags = 0) {
    Node* n = node(NodeKind::Str, flags);
    n->text = text;
    return n;
  }
  std::string_view join(std::string_view a, std::string_view b, std::string_view c = {});

  // --- messages
  // -----------------------------------------------------------------------------------
  std::string where(std::uint32_t line) const;   // " at FILE line N"
  std::string ending(std::uint32_t line) const;  // the whole end of a message without ", near"
  // The line messages are for: at the end of a file it is the last line, not the one behind it.
  std::uint32_t message_line() const {
    bool back = is_file_ && !source_ && p_ >= end_ && end_ > begin_ && end_[-1] == '\n';
    return back ? line_ - 1 : line_;
  }
  [[noreturn]] void fail(const std::string& text);  // "text at FILE line N.\n"
  [[noreturn]] void fail_at(const std::string& text, std::uint32_t line);
  [[noreturn]] void syntax_error();
  // The tokens of this statement up to the one at p_, or up to the last one before p_.
  TokenTrail::Text trail_text(const char* from) const;
  virtual void word_instead(std::string_view) {}  // of an operator
  virtual void describe_words(TokenTrail::Text& text) const = 0;
  TokenTrail trail_here();
  TokenTrail trail_behind();
  // " at FILE line N, near "..."\n" with what perl has read so far: up to `to`.
  enum class Read { Token, Consumed, Part };
  std::string near_message(const TokenTrail& trail, const char* to, Read read);
  const char* within() const {  // of messages about the text of a quoted construct
    return source_->is_pattern ? ", within pattern\n" : ", within string\n";
  }
  std::string runaway_note(std::uint32_t line);
  void warn_found(const TokenTrail& trail);
  void say_found(const TokenTrail& trail);
  [[noreturn]] void fail_unterminated(const TokenTrail::Token& token);
  std::uint32_t line_at(const char* to) const;
  int tokens_between(const char* from, const char* to);
  void error(const std::string& text, std::uint32_t line);
  void error_near(const std::string& text, bool lookahead = false);
  [[noreturn]] void fail_near(const std::string& text);
  void error_in_token(const std::string& text);  // found while reading the token at p_
  void queue_error(std::string message);         // any number of them
  const char* token_end(const char* p) const;
  void near_error(std::string message);  // one of those of which ten are enough

  Arena& arena_;
  ParserHost& host_;
  const char* p_ = nullptr;
  const char* end_ = nullptr;
  const char* begin_ = nullptr;
  std::uint32_t line_ = 1;
  std::string_view file_;
  const char* heredoc_from_ = nullptr;
  const char* heredoc_to_ = nullptr;
  std::uint32_t heredoc_lines_ = 0;
  const char* body_from_ = nullptr;  // heredoc bodies read last
  const char* body_to_ = nullptr;
  int brackets_ = 0;                 // [ and { not closed
  const char* sync_ = nullptr;       // where the statement being read begins
  std::optional<TokenTrail> trail_;  // up to the token at fault
  bool missing_brace_said_ = false;
  const char* recovered_ = nullptr;  // end of the statement that was skipped last
  const char* warned_at_ = nullptr;
  struct {
    std::uint32_t first = 0, last = 0;
    char open = 0, close = 0;
  } runaway_;         // the quoted text of several lines read last
  struct OuterText {  // a text that goes on behind the one of an error
    Source* source;
    Cursor cursor;
    const char* begin;
    const char* end;
  };
  std::vector<OuterText> outer_texts_;
  Source* source_ = nullptr;
  bool utf8_ = false;  // program text is UTF-8 (use utf8, or a character string eval)
  int errors_ = 0;
  bool is_file_ = true;                  // not a string eval
  const char* added_newline_ = nullptr;  // behind the text of an eval: it is not counted
};

}  // namespace perlipc
