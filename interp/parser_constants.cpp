// Literals with handlers: what overload::constant has put into %^H (perldoc overload).
#include "interp/parser.h"
#include "interp/quote_like_builder.h"

#include <algorithm>

namespace perlipc {
namespace {

Value plain_value(const Node* n) {
  switch (n->kind) {
    case NodeKind::Int: return Value::integer(n->iv);
    case NodeKind::UInt: return Value::unsigned_integer(static_cast<std::uint64_t>(n->iv));
    case NodeKind::Num: return Value::number(n->nv);
    default: return Value::string(n->text, n->has(Utf8));
  }
}

// The characters of a translation list, ranges written out; \x01 marks a literal next character.
std::string expanded(std::string_view list) {
  std::vector<std::uint32_t> characters;
  std::vector<bool> literal;
  for (std::size_t at = 0; at < list.size();) {
    const bool marked = list[at] == '\x01' && at + 1 < list.size();
    if (marked) ++at;
    const auto lead = static_cast<unsigned char>(list[at++]);
    std::uint32_t c = lead < 0xC0   ? lead
                      : lead < 0xE0 ? lead & 0x1F
                      : lead < 0xF0 ? lead & 15
                                    : lead & 7;
    for (; lead >= 0xC0 && at < list.size() && (list[at] & 0xC0) == 0x80; ++at)
      c = c << 6 | (static_cast<unsigned char>(list[at]) & 0x3F);
    characters.push_back(c);
    literal.push_back(marked);
  }
  std::string out;
  for (std::size_t n = 0; n < characters.size(); ++n) {
    const bool range = characters[n] == '-' && !literal[n] && n > 0 && n + 1 < characters.size();
    if (!range) {
      Parser::append_character(out, characters[n]);
      continue;
    }
    for (std::uint32_t c = characters[n - 1] + 1; c < characters[n + 1]; ++c)
      Parser::append_character(out, c);
  }
  return out;
}

}  // namespace

void Parser::append_character(std::string& out, std::uint32_t c) { append_utf8(out, c); }

// A plain result takes the literal's place as if it had been written; anything else is a constant.
Node* Parser::handled_literal(const char* kind, std::string_view source, Node* plain,
                              const char* mode) {
  const auto found = hints_->references->find(kind);
  if (found == hints_->references->end()) return plain;
  const std::string text(source);
  const Value handler = found->second;
  const Value result = host_.constant_from_handler(handler, text, plain_value(plain), mode, line_);
  Node* n;
  switch (result.tag) {
    case kStr: n = string(arena_.copy(result.s->view()), result.s->utf8() ? Utf8 : 0U); break;
    case kInt:
      n = node(NodeKind::Int);
      n->iv = result.i;
      break;
    case kDouble:
      n = node(NodeKind::Num);
      n->nv = result.d;
      break;
    default: n = node(NodeKind::Const); n->value = arena_.own(std::make_unique<Value>(result));
  }
  n->line = plain->line;
  return n;
}

Node* Parser::numeric_literal() {
  const char* from = p_;
  Node* n = number();
  if (!has_handlers() || n->kind == NodeKind::Str) return n;
  std::string source(from, p_);
  std::erase(source, '_');
  const bool radix =
      source.size() > 1 && source[0] == '0' && source[1] != '.' && (source[1] | 0x20) != 'e';
  const bool real = source.find_first_of(".eE") != std::string::npos;
  return handled_literal(radix ? "binary" : real ? "float" : "integer", source, n, nullptr);
}

// One list of tr: its handler gets the characters and gives others.
std::string_view Parser::handled_translation(std::string_view source, std::string_view text) {
  if (!hints_->references->contains("q")) return text;
  const std::string characters = expanded(text);
  const bool plain = std::all_of(characters.begin(), characters.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  Node* n = handled_literal("q", source, string(arena_.copy(characters), plain ? 0U : Utf8), "tr");
  if (n->kind != NodeKind::Str) return text;
  std::string out;
  for (char c : n->text) {
    if (c == '-' || c == '\x01') out += '\x01';
    if (static_cast<unsigned char>(c) >= 0x80 && !n->has(Utf8))
      append_character(out, static_cast<unsigned char>(c));
    else out += c;
  }
  return arena_.copy(out);
}

}  // namespace perlipc
