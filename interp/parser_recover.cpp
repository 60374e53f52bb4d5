// Reading on after a syntax error, so that one run tells all mistakes: tokens are skipped up to the
// end of the statement, which is a semicolon or what stands before a }. Of the errors that follow
// before three tokens have been read well nothing is said.
#include "interp/parser_ops.h"

namespace perlipc {

Parser::Place Parser::place() const {
  return {block_,          function_,     hints_,  package_,       utf8_,
          pending_.size(), pending_base_, source_, statement_line_};
}

// Scopes and quoted texts that were open at the error are left without their ends.
void Parser::return_to(const Place& place) {
  block_ = place.block, function_ = place.function;
  set_hints(place.hints);
  utf8_ = place.utf8;
  if (package_.data() != place.package.data()) set_package(place.package);
  pending_.resize(place.pending_base);
  pending_base_ = place.pending_base;
  statement_line_ = place.statement_line;
  in_my_ = false;
  deferred_.clear();
  attribute_calls_.clear();
  term_brace_ = nullptr;
  if (source_ == place.source) return;
  source_ = place.source;
  for (const OuterText& outer : outer_texts_) {
    if (outer.source != place.source) continue;
    restore(outer.cursor);
    begin_ = outer.begin, end_ = outer.end;
  }
  trail_.reset();
}

// For the tokens of messages: what words mean here.
void Parser::describe_words(TokenTrail::Text& text) const {
  text.isa = feature(Hints::Isa);
  text.indirect = feature(Hints::Indirect);
}

// Nothing is left to be read: what was found is in the host's hands.
void Parser::give_up() { throw SyntaxError{}; }

// A block inside a string that has errors is where perl stops.
void Parser::abort_in_string() {
  if (input_.is_program) give_up();
  throw SyntaxError{"Execution of " + std::string(file_) + " aborted due to compilation errors.\n"};
}

Node* Parser::recovering_statement() {
  Place here = place();
  const char* begin = sync_;
  errors_before_ = errors_;
  try {
    if (*p_ == '}') stray_brace();
    Node* s = statement();
    return s;
  } catch (const SyntaxError& error) {
    if (!error.recoverable) throw;
    return_to(here);
    sync_ = begin;
    skip_statement(error);
    return nullptr;
  }
}

// Before the } of a subscript or an anonymous hash perl has a semicolon of its own.
void Parser::end_of_braces() {
  skip_space();
  if (p_ < end_ && *p_ == '}') return;
  if (p_ < end_ && *p_ == ';') ++p_;
  syntax_error();
}

// A } that closes nothing: perl ends the statement before it, which is fine, and stumbles then.
void Parser::stray_brace() {
  trail_.emplace(trail_here());
  warn_found(*trail_);
  mark();
  stray_ = true;
  throw SyntaxError{"syntax error" + near_message(*trail_, trail_->token().end, Read::Consumed),
                    true};
}

void Parser::move_to(const char* to) {
  if (to <= p_) return;
  line_ = line_at(to);
  if (heredoc_from_ && to > heredoc_from_) heredoc_from_ = nullptr;
  p_ = to;
}

// Variables of what is skipped are looked up all the same, as perl does it while it reads.
void Parser::discard(const TokenTrail::Token& token) {
  warn_found(*trail_);
  if (token.unterminated) fail_unterminated(token);
  if (token.bracket == '[' || token.bracket == '{') ++brackets_;
  if (token.bracket == ']' && brackets_ > 0) --brackets_;
  if (token.kind != TokenTrail::Kind::Variable) return;
  const char* from = token.start;
  if ((*from != '$' && *from != '@' && *from != '%') || !ident_start(from + 1)) return;
  const char* to = scan_qualified(from + 1);
  char sigil = *to == '[' ? '@' : *to == '{' ? '%' : *from;
  variable(sigil, normal_name(from + 1, to));
}

void Parser::skip_statement(const SyntaxError& error) {
  using Kind = TokenTrail::Kind;
  bool known = recovered_ && recovered_ >= begin_ && recovered_ <= p_ && trail_;
  if (error.message.empty()) {
  } else if (!known || tokens_between(recovered_, trail_->token().start) >= 3)
    near_error(error.message);
  if (!trail_) trail_.emplace(trail_here());
  if (stray_) trail_->next();
  stray_ = false;
  for (;; trail_->next()) {
    const TokenTrail::Token& token = trail_->token();
    move_to(token.start);
    if (token.kind == Kind::Semicolon || token.bracket == '}') {
      recovered_ = token.start;
      if (token.kind == Kind::Semicolon) move_to(token.end);
      return;
    }
    if (token.kind == Kind::End) break;
    discard(token);
  }
  p_ = end_;
  if (source_ || brackets_ == 0) return;
  near_error("Missing right curly or square bracket" + where(message_line()) +
             ", at end of line\n");
  give_up();
}

}  // namespace perlipc
