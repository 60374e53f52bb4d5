// Quote-like operators as terms: strings, qw, m, qr, s, tr, heredocs (perlop "Quote-Like
// Operators").
#include "interp/parser_ops.h"
#include "interp/quote_like_builder.h"

#include <cstring>
#include <utility>

namespace perlipc {

// A # directly behind the operator is a delimiter; behind white space it starts a comment.
void Parser::quote_space() {
  if (chars::space(*p_)) skip_space();
}

bool Parser::high_bytes(std::string_view text) const {
  for (char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return true;
  return false;
}

Node* Parser::quote_word(std::string_view name) {
  quote_space();
  std::uint32_t line = line_;
  Node* n = nullptr;
  if (name == "q") n = single_quoted(delimited(Keep::No, nullptr));
  else if (name == "qq") n = double_quoted(delimited(Keep::No, nullptr));
  else if (name == "qw") n = qw_list();
  else if (name == "qx") n = backticks(delimited(Keep::No, nullptr));
  else if (name == "m") n = match_operator(true);
  else if (name == "qr") n = qr_operator();
  else if (name == "s") n = substitution();
  else n = transliteration();
  n->line = line;
  return n;
}

Node* Parser::single_quoted(const Quoted& q) {
  Node* n = string(q.text);
  if (!q.bare && q.text.find('\\') != std::string_view::npos) {
    std::string out;
    for (std::size_t i = 0; i < q.text.size(); ++i) {
      if (q.text[i] == '\\' && i + 1 < q.text.size() && q.text[i + 1] == '\\') ++i;
      out += q.text[i];
    }
    n->text = arena_.copy(out);
  }
  if (utf8_ && high_bytes(q.text)) n->flags |= Utf8;
  return handled_string(q.text, n, "q");
}

Node* Parser::double_quoted(const Quoted& q) {
  if (q.text.find_first_of("\\$@") == std::string_view::npos) {
    Node* n = string(q.text);
    if (utf8_ && high_bytes(q.text)) n->flags |= Utf8;
    return handled_string(q.text, n, in_replacement_ ? "s" : "q");
  }
  return interpolate(q, Context::String);
}

Node* Parser::backticks(const Quoted& q) {
  Node* command;
  if (q.open == '\'') {
    command = string(q.text);
    if (utf8_ && high_bytes(q.text)) command->flags |= Utf8;
  } else {
    command = double_quoted(q);
  }
  return func(BuiltinId::k_readpipe, command);
}

Node* Parser::heredoc_term() {
  mark();
  p_ += 2;
  bool interpolating = true;
  Quoted q = heredoc(interpolating);
  if (q.open == '`') return backticks(q);
  return interpolating ? double_quoted(q) : single_quoted(q);
}

Node* Parser::qw_list() {
  std::uint32_t line = line_;
  Quoted q = delimited(Keep::No, nullptr);
  Node* list = node(NodeKind::List);
  list->flags = Paren | QwList;
  Node** tail = &list->first;
  bool comma = false, comment = false;
  const char* s = q.text.data();
  const char* end = s + q.text.size();
  for (;;) {
    while (s < end && chars::space(*s)) ++s;
    if (s >= end) break;
    const char* from = s;
    while (s < end && !chars::space(*s)) ++s;
    Quoted w;
    w.text = {from, static_cast<std::size_t>(s - from)};
    Node* item = single_quoted(w);
    item->line = line;
    for (char c : w.text) {
      if (c == ',' && !std::exchange(comma, true))
        warn(Warning::Qw, "Possible attempt to separate words with commas", line);
      if (c == '#' && !std::exchange(comment, true))
        warn(Warning::Qw, "Possible attempt to put comments in qw() list", line);
    }
    *tail = item;
    tail = &item->next;
  }
  return list_slice(list);
}

std::string_view Parser::take_flags(std::string_view allowed) {
  const char* from = p_;
  while (chars::is(*p_, chars::IdStart) && *p_ != '_') {
    if (allowed.find(*p_) == std::string_view::npos) {
      if (allowed.size() <= 4) break;
      error_in_token(std::string("Unknown regexp modifier \"/") + *p_ + "\"");
    }
    ++p_;
  }
  return {from, static_cast<std::size_t>(p_ - from)};
}

// Pattern text goes to the regex layer as it is; only variables and case escapes are handled here.
Node* Parser::pattern(const Quoted& q, std::string_view flags) {
  bool quoted = q.open == '\'';
  bool code = q.text.find("?{") != std::string_view::npos;
  bool plain = quoted && !code;
  if (!quoted && !code && q.text.find_first_of("$@") == std::string_view::npos) {
    plain = true;
    for (std::size_t at = q.text.find('\\');
         plain && at != std::string_view::npos && at + 1 < q.text.size();
         at = q.text.find('\\', at + 2))
      plain = std::strchr("LUQFEluN", q.text[at + 1]) == nullptr;
  }
  if (!plain) {
    return interpolate(q, quoted ? Context::QuotedPattern : Context::Pattern,
                       flags.find('x') != flags.npos);
  }
  Node* n = string(q.text);
  if (utf8_ && high_bytes(q.text)) n->flags |= Utf8;
  return has_handlers() ? handled_literal("qr", q.text, n, q.open == '\'' ? "q" : "qq") : n;
}

Node* Parser::match_operator(bool explicit_m) {
  mark();
  std::uint32_t line = line_;
  Quoted q = delimited(Keep::Brackets, "Search pattern not terminated");
  Node* n = node(NodeKind::Match);
  n->line = line;
  n->flags = TargetTopic;
  n->iv = explicit_m ? q.open : '/';
  if (q.open == '\'') n->flags |= SingleQuoted;
  n->text = take_flags("msixpodualngc");
  if (n->text.find('c') != n->text.npos && n->text.find('g') == n->text.npos)
    warn(Warning::Regexp, "Use of /c modifier is meaningless without /g", line_);
  n->first = pattern(q, n->text);
  note_pattern_eval(n);
  block_->has_match = true;
  return n;
}

Node* Parser::qr_operator() {
  Quoted q = delimited(Keep::Brackets, "Search pattern not terminated");
  Node* n = node(NodeKind::Qr);
  if (q.open == '\'') n->flags |= SingleQuoted;
  n->text = take_flags("msixpodualn");
  n->first = pattern(q, n->text);
  note_pattern_eval(n);
  return n;
}

// Behind a bracketed first part comes a second pair of delimiters; otherwise they share one.
Quoted Parser::second_part(const Quoted& first, const char* what) {
  if (first.open == first.close) {
    --p_;
    return delimited(Keep::No, what, first.line);
  }
  skip_space();
  if (p_ >= end_) fail(what);
  return delimited(Keep::No, what);
}

Node* Parser::substitution() {
  Quoted from = delimited(Keep::Brackets, "Substitution pattern not terminated");
  Quoted to = second_part(from, "Substitution replacement not terminated");
  Node* n = node(NodeKind::Subst);
  n->flags = TargetTopic;
  n->iv = from.open;
  if (from.open == '\'') n->flags |= SingleQuoted;
  n->text = take_flags("msixpodualngcer");
  if (n->text.find('c') != n->text.npos)
    warn(Warning::Regexp, "Use of /c modifier is meaningless in s///", line_);
  n->first = pattern(from, n->text);
  note_pattern_eval(n);
  Node* replacement;
  if (n->text.find('e') != std::string_view::npos) {
    replacement = replacement_code(to);
    if (n->text.find('e') != n->text.rfind('e')) {  // /ee: the result is a program of its own
      note_string_eval();
      n->eval_info = arena_.make<EvalInfo>(block_, sequence_);
    }
  } else if (to.open == '\'') {
    replacement = string(to.text);
    if (utf8_ && high_bytes(to.text)) replacement->flags |= Utf8;
  } else {
    in_replacement_ = true;
    replacement = double_quoted(to);
    in_replacement_ = false;
  }
  n->first->next = replacement;
  block_->has_match = true;
  return n;
}

// s///e: the replacement is a block of program text.
Node* Parser::replacement_code(const Quoted& q) {
  Source source;
  enter_source(source, q.text, q.line);
  BlockMark scope = enter_block();
  Node* body = node(NodeKind::Block);
  body->scope = block_;
  in_replacement_code_ = true;
  statements(body, false);
  in_replacement_code_ = false;
  leave_block(scope);
  leave_source(source);
  return body;
}

Node* Parser::transliteration() {
  Quoted from = delimited(Keep::No, "Transliteration pattern not terminated");
  Quoted to = second_part(from, "Transliteration replacement not terminated");
  Node* n = node(NodeKind::Trans);
  n->flags = TargetTopic;
  n->text = trans_text(from);
  auto* more = static_cast<std::string_view*>(arena_.allocate(2 * sizeof(std::string_view)));
  new (more) std::string_view(trans_text(to));
  new (more + 1) std::string_view(take_flags("cdsr"));
  n->more_text = more;
  check_transliteration(n);
  return n;
}

// UTF-8 text with escapes done; \x01 marks: "\x01-" is a literal minus, "\x01\x01" is U+0001.
std::string_view Parser::trans_text(const Quoted& q) {
  Source source;
  enter_source(source, q.text, q.line);
  std::string out;
  auto literal = [&](std::uint32_t cp) {
    if (cp == 1 || cp == '-') out += '\x01';
    append_utf8(out, cp);
  };
  while (p_ < end_) {
    char c = *p_;
    if (c == '\\' && p_ + 1 < end_ && q.open != '\'') {
      if (p_[1] == '-' || p_[1] == '\\') {
        literal(static_cast<unsigned char>(p_[1]));
        p_ += 2;
        continue;
      }
      Builder b;
      b.widen();
      escape(b);
      if (b.text == "-" || b.text == "\x01") out += '\x01';
      out += b.text;
      continue;
    }
    if (c == '\x01') out += c;
    if (static_cast<unsigned char>(c) >= 0x80 && !utf8_)
      append_utf8(out, static_cast<unsigned char>(c));
    else out += c;
    ++p_;
  }
  leave_source(source);
  return has_handlers() ? handled_translation(q.text, arena_.copy(out)) : arena_.copy(out);
}

}  // namespace perlipc
