// format NAME = ... (perldoc perlform): pictures and lines of values, up to a line with a dot alone.
#include "interp/parser_ops.h"

#include <cstring>

namespace perlipc {

namespace {
std::string_view text_line(const char* from, const char* end) {
  const void* nl = std::memchr(from, '\n', static_cast<std::size_t>(end - from));
  return {from, static_cast<std::size_t>((nl ? static_cast<const char*>(nl) : end) - from)};
}
bool ends_format(std::string_view line) {
  return !line.empty() && line[0] == '.' && line.find_first_not_of(" \t\r", 1) == line.npos;
}
}  // namespace

Node* Parser::format_line(std::string_view picture, Node* values, std::uint32_t line) {
  Node* text = string(arena_.copy(picture));
  if (utf8_ && high_bytes(picture)) text->flags |= Utf8;
  text->next = values;
  Node* call = func(BuiltinId::k_formline, text);
  call->line = text->line = line;
  return finish_statement(call, line, statement_info());
}

// The values of one picture line: that line of text, or all between braces.
Node* Parser::format_values() {
  const std::string_view line = text_line(p_, end_);
  const std::size_t first = line.find_first_not_of(" \t");
  Node* list = node(NodeKind::List);
  if (first != line.npos && line[first] == '{') {
    skip_space();
    mark();
    ++p_;
    list_items(list);
    expect('}');
  } else {
    const char* const next = p_ + line.size();
    Source source;
    enter_source(source, line, line_);
    list_items(list);
    skip_space();
    if (p_ < end_) syntax_error();
    leave_source(source);
    p_ = next;
  }
  intro_pending();
  return list;
}

// Behind the word.
Node* Parser::format_statement() {
  const std::uint32_t line = line_;
  skip_space();
  std::string_view name = "STDOUT";
  if (ident_start(p_)) name = take_name();
  name = arena_.copy(qualify('*', name));
  if (host_.format_declared(name)) {
    const std::size_t colons = name.rfind("::");
    warn(Warning::Redefine, "Format " + std::string(name.substr(colons + 2)) + " redefined", line);
  }
  expect('=');
  BlockMark scope;
  FunctionScope* f = begin_function(scope);
  f->is_anon = true;
  f->body = node(NodeKind::Block);
  f->body->scope = f->top;
  Node** tail = &f->body->first;
  const auto add = [&](Node* statement) {
    *tail = statement;
    tail = &statement->next;
  };
  const auto next_line = [&] {
    p_ += text_line(p_, end_).size();
    if (p_ >= end_) fail("Format not terminated");
    ++p_;
    ++line_;
  };
  if (text_line(p_, end_).find_first_not_of(" \t\r") != std::string_view::npos) syntax_error();
  next_line();
  std::string picture;
  for (;; next_line()) {
    const std::string_view text = text_line(p_, end_);
    if (ends_format(text)) break;
    if (text.starts_with('#')) continue;
    picture += text;
    if (picture.ends_with('\r')) picture.pop_back();
    picture += '\n';
    if (text.find_first_of("@^") == text.npos) continue;
    next_line();
    const std::uint32_t values_line = line_;
    add(format_line(picture, format_values()->first, values_line));
    picture.clear();
  }
  if (!picture.empty()) add(format_line(picture, nullptr, line_));
  p_ += text_line(p_, end_).size();
  if (errors_ == 0) refuse_strict_words(f);
  end_function(f, scope);
  Node* n = node(NodeKind::FormatDef);
  n->function = f;
  n->text = name;
  n->line = line;
  return n;
}

}  // namespace perlipc
