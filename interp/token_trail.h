// The tokens of a stretch of program text as perl would have read them, for messages: which text
// follows "near", what was found where an operator was expected, where reading goes on after an
// error. Used only once something is wrong; the parser itself reads characters (lexer.h).
//
// What perl's messages show (found by experiment, perldiag "syntax error"): the text from the start
// of the token before the one read last to the end of what has been read. Some tokens read white
// space ahead: ( and ), variables, words that are no operators. A file is read line by line, and a
// new line forgets the tokens before it unless such a token has read over its beginning.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace perlipc {

class TokenTrail {
 public:
  // What the words of the text mean to the parser.
  struct Words {
    virtual ~Words() = default;
    virtual bool names_keyword(std::string_view name) = 0;
    virtual bool names_sub(std::string_view name) = 0;
  };
  struct Text {
    const char* begin = nullptr;
    const char* end = nullptr;
    const char* from = nullptr;  // where a statement begins, white space included
    bool by_line = false;        // a file, not the text of an eval
    bool utf8 = false;
    bool isa = false;                   // the operator of that name is there
    bool indirect = true;               // new Foo is a method call
    const char* bodies_from = nullptr;  // newline before pending heredoc bodies, and their end
    const char* bodies_to = nullptr;
  };
  enum class Kind : std::uint8_t { End, Semicolon, Bracket, Word, Variable, Other };
  struct Token {
    Kind kind = Kind::End;
    char bracket = 0;  // [ ] { or }; perl ends a statement before }
    int count = 1;     // how many tokens of the grammar it is
    const char* start = nullptr;
    const char* end = nullptr;  // behind white space read ahead
    bool read_ahead = false;
    const char* read_from = nullptr;  // how far perl had read when it began the token
    char opener = 0;                  // of a quoted text of several lines
    char closer = 0;
    bool bad_name = false;        // name' without a name behind it
    char unterminated = 0;        // closing delimiter that is missing
    int part = 1;                 // of s/// and tr///: which one that is
    const char* found = nullptr;  // what stands where an operator was expected, or null
    const char* found_from = nullptr;
    const char* found_to = nullptr;
  };

  TokenTrail(const Text& text, Words& words);
  // Reads the next token; at the end its kind is End.
  const Token& next();
  const Token& token() const { return token_; }
  // The quoted text when `to` is how far perl has read; empty: nothing to quote.
  std::string_view near(const char* to) const;
  const char* before() const { return older_; }  // start of the token before
  // The token is the first of a line of a file.
  bool first_of_line() const { return old_ == line_start_; }
  bool at_text_end() const { return p_ >= text_.end; }

 private:
  enum class Expect : std::uint8_t { State, Term, Operator, Block, TermBlock, Handle };
  void skip_white(bool ahead);
  void newline(bool ahead);
  void ahead() {
    skip_white(true);
    token_.read_ahead = true;
  }
  void read();
  void word();
  void keyword(std::string_view name);
  void declarator(std::string_view name);
  void bareword(std::string_view name);
  bool word_operator(std::string_view name);
  bool quote_word(std::string_view name);
  void quoted(int parts, bool flags);
  void delimited();
  void plain_quote(char c);
  void variable(char sigil);
  bool variable_name();
  void after_scalar(bool lop);
  void number();
  void heredoc();
  void arrow();
  void angle();
  void open_brace();
  void symbol(char c);
  void version();
  void name_ahead();  // white space and a word that belong to the token
  void found(const char* what, const char* from);
  bool word_char(const char* p) const;
  bool word_start(const char* p) const;
  const char* scan_name(const char* p) const;
  bool ends() const { return p_ >= text_.end; }
  char at(std::size_t n = 0) const { return p_ + n < text_.end ? p_[n] : '\0'; }

  Text text_;
  Words& words_;
  const char* p_;
  const char* old_;
  const char* older_;
  const char* line_start_;
  const char* lop_ = nullptr;  // list or unary operator read last
  Expect expect_ = Expect::State;
  std::vector<Expect> brackets_;  // what follows each closing bracket
  Token token_;
};

}  // namespace perlipc
