// Entry of the parser: sets up the unit, reads the statements, hands back the result.
#include "interp/parser_ops.h"

namespace perlipc {
namespace {
const Hints& default_hints() {
  static const Hints hints;
  return hints;
}
}  // namespace

Parser::Parser(const ParseInput& input, ParserHost& host)
    : Lexer(*new Arena, host), arena_owner_(&arena_), input_(input), stack_(host.native_stack()) {
  // perl reads the text of an eval with a newline and a semicolon behind it, which messages show.
  std::string_view text = input.is_eval ? join(input.text, "\n;") : arena_.copy(input.text);
  text_begin_ = begin_ = p_ = text.data();
  end_ = begin_ + text.size();
  line_ = input.first_line;
  is_file_ = !input.is_eval;
  if (input.is_eval) added_newline_ = end_ - 2;
  file_ = arena_.copy(input.file);
  package_ = arena_.copy(input.package);
  hints_ = input.hints ? input.hints : &default_hints();
  utf8_ = input.utf8 || (hints_->bits & Hints::UseUtf8) != 0;
  block_ = input.parent_block;
  function_ = input.parent_function;
  sequence_ = std::max<std::uint32_t>(input.sequence, 1);
  lexical_subs_ = input.parent_block != nullptr;
}

Parser::~Parser() = default;

ParseResult Parser::parse() {
  BlockMark mark;
  FunctionScope* unit = begin_function(mark);
  (input_.is_eval ? unit->is_eval : unit->is_main) = true;
  unit->is_program = input_.is_program;
  Node* body = node(NodeKind::Block);
  body->scope = unit->top;
  unit->body = body;
  if (!input_.is_eval && looking_at("\xEF\xBB\xBF")) p_ += 3;
  statements(body, false);
  if (errors_ > 0 && brackets_ > 0 && !ended_)
    near_error("Missing right curly or square bracket" + where(message_line()) +
               ", at end of line\n");
  intro_pending();
  if (errors_ == 0) {
    lint_.block(body);
    if (input_.is_program) lint_.last_of(body);
    lint_.unreachable(body);
    check_early_calls(unit);
    lint_.finish(unit);
    warn_used_once();
  }
  refuse_strict_words(unit);
  // Hints in force at the end stay with the unit: DATA is read as the file's last package.
  end_function(unit, mark);
  ParseResult result;
  result.unit = unit;
  result.arena = arena_owner_;
  result.data_offset = data_offset_;
  if (filtered_) result.filtered_text = {text_begin_, text_size_};
  result.data_package = data_package_;
  result.errors = errors_;
  return result;
}

void Parser::refuse(const std::string& what) { fail(what + " is not supported by perlipc"); }

// A source filter may have taken over. What has been read so far is copied in front of the new rest, so that
// every place in it keeps its distance from the others.
void Parser::change_source() {
  if (source_) return;
  const char* line_end = p_;
  while (line_end < end_ && *line_end != '\n') ++line_end;
  if (heredoc_to_ && heredoc_to_ > line_end) line_end = heredoc_to_ - 1;
  const char* const rest = line_end < end_ ? line_end + 1 : end_;
  const std::optional<std::string> changed =
      host_.changed_source({rest, static_cast<std::size_t>(end_ - rest)});
  if (!changed) return;
  const std::string_view text =
      join({text_begin_, static_cast<std::size_t>(rest - text_begin_)}, *changed);
  const char *const from = text_begin_, *const to = rest;
  for (const char** place : {&p_, &begin_, &text_begin_, &heredoc_from_, &heredoc_to_, &body_from_,
                             &body_to_, &sync_, &recovered_, &warned_at_, &sub_word_}) {
    if (*place >= from && *place <= to) *place = text.data() + (*place - from);
  }
  end_ = text.data() + text.size();
  filtered_ = true;
}

// __END__ and __DATA__ end the program; the text behind them is the DATA handle's (perldata).
// __END__ opens DATA only in the main program, which the host knows: package main.
void Parser::found_end_marker(std::string_view word) {
  if (source_) return;
  const char* nl = p_;
  while (nl < end_ && *nl != '\n') ++nl;
  text_size_ = static_cast<std::size_t>(end_ - text_begin_);
  data_offset_ = static_cast<std::size_t>((nl < end_ ? nl + 1 : end_) - text_begin_);
  if (!input_.is_eval)
    mention(join(word == "__DATA__" ? package_ : std::string_view("main"), "::DATA"), Use::Known);
  data_package_ = word == "__DATA__" ? package_ : std::string_view("main");
  end_ = p_;
  ended_ = true;
}

}  // namespace perlipc
