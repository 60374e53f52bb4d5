// use and no: versions with their feature bundles, modules with their import lists (perlfunc use).
#include "interp/parser_ops.h"

#include <cstdlib>

namespace perlipc {

double Parser::version_number(std::string_view text) {
  std::string t(text);
  std::erase(t, '_');
  bool dotted = !t.empty() && t[0] == 'v';
  if (dotted) t.erase(0, 1);
  std::size_t first = t.find('.');
  if (!dotted && (first == std::string::npos || t.find('.', first + 1) == std::string::npos))
    return std::strtod(t.c_str(), nullptr);
  double value = 0, scale = 1;
  for (std::size_t at = 0; at <= t.size();) {
    std::size_t dot = t.find('.', at);
    if (dot == std::string::npos) dot = t.size();
    value += std::atoi(t.substr(at, dot - at).c_str()) * scale;
    scale /= 1000;
    at = dot + 1;
  }
  return value;
}

// A version at p_: 1.23, v1.2.3, 1.2.3.
std::optional<std::string_view> Parser::version_here() {
  skip_space();
  if (!chars::digit(*p_) && !(*p_ == 'v' && chars::digit(p_[1]))) return std::nullopt;
  const char* from = p_;
  const char* s = p_ + 1;
  while (chars::digit(*s) || *s == '_' || (*s == '.' && chars::digit(s[1]))) ++s;
  if (*s == '.' && chars::start(s[1])) return std::nullopt;
  if (*s == '.' && s[1] != '.') ++s;
  if (chars::start(*s)) return std::nullopt;
  mark();
  p_ = s;
  return arena_.copy({from, static_cast<std::size_t>(s - from)});
}

Node* Parser::use_statement(bool no) {
  std::uint32_t line = line_;
  if (auto v = version_here()) {
    double number = version_number(*v);
    if (!accept(';') && peek_token() != '}' && !at_end()) syntax_error();
    use_version(no, *v, number, line_);
    return nullptr;
  }
  skip_space();
  if (chars::digit(*p_)) {  // a version with something behind it
    const char* from = p_ - 1;
    while (chars::space(*from)) --from;
    from -= no ? 1 : 2;
    while (chars::digit(*p_) || *p_ == '_' || *p_ == '.') ++p_;
    trail_.emplace(trail_behind());
    warned_at_ = trail_->token().start;
    throw SyntaxError{"syntax error" + where(line_) + ", near \"" + std::string(from, p_) + "\"\n",
                      true};
  }
  if (p_[0] == ':' && p_[1] == ':' && ident_start(p_ + 2))
    throw SyntaxError{"Bareword in require must not start with a double-colon: \"" +
                      std::string(p_, scan_qualified(p_)) + "\"\n"};
  if (!ident_start(p_)) syntax_error();
  mark();
  std::string_view module = arena_.copy(take_name());
  // A version is one only when no comma or operator follows (perlfunc use).
  Cursor before = save();
  std::optional<std::string_view> version = version_here();
  if (version) {
    skip_space();
    if (looking_at("=>") || *p_ == ',') {
      restore(before);
      version.reset();
    }
  }
  FunctionScope* import_list = nullptr;
  bool empty_list = false;
  skip_space();
  if (p_ < end_ && *p_ != ';' && *p_ != '}') {
    BlockMark scope;
    FunctionScope* f = begin_function(scope);
    f->is_anon = true;
    f->shown_name = "BEGIN";  // `use` is one (perlfunc use): caller does not see another sub
    // import is called where its arguments begin, what the statement does besides where it ends.
    Cursor arguments = save();
    while (p_ < end_ && accept('(')) skip_space();
    line = line_;
    restore(arguments);
    f->line = line;
    Node* list = expression();
    empty_list = list->kind == NodeKind::List && !list->first;
    Node* body = node(NodeKind::Block);
    body->scope = f->top;
    body->first = finish_statement(node(NodeKind::Return, list), line, statement_info());
    f->body = body;
    if (errors_ == 0) refuse_strict_words(f);
    end_function(f, scope);
    import_list = f;
  }
  skip_space();
  if (p_ < end_ && *p_ == ';') {
    mark();
    ++p_;
  } else if (p_ < end_ && *p_ != '}') {
    syntax_error();
  }
  if (import_list && import_list->refused) return nullptr;
  if (errors_ > 0)
    throw SyntaxError{"BEGIN not safe after errors--compilation aborted" + ending(line_)};
  intro_pending();
  host_.use_module(no, module, version, import_list, empty_list, line_);
  change_source();
  return nullptr;
}

// use VERSION: feature bundle, strict from 5.11, warnings from 5.35 (feature, perlfunc use).
void Parser::use_version(bool no, std::string_view text, double number, std::uint32_t line) {
  host_.use_version(no, text, line);
  if (no) return;
  int minor = number >= 5 ? static_cast<int>((number - 5) * 1000 + 1e-6) : 0;
  if (minor < 11 && version_used_ >= 11)
    warn(Warning::Deprecated,
         "Downgrading a use VERSION declaration to below v5.11 is deprecated, and will "
         "become fatal in Perl 5.40",
         line_, Severity::Severe);
  version_used_ = minor;
  Hints& h = hints_for_update();
  using H = Hints;
  std::uint32_t old_style = H::Indirect | H::Multidimensional | H::BarewordFilehandles;
  std::uint32_t f = old_style;
  if (minor >= 9) f |= H::Say | H::State | H::Switch;
  if (minor >= 11) f |= H::UnicodeStrings;
  if (minor >= 15) f |= H::CurrentSub | H::Evalbytes | H::Fc | H::UnicodeEval;
  if (minor >= 23) f |= H::Postderef;
  if (minor >= 27) f |= H::Bitwise;
  if (minor >= 35) {
    f |= H::Isa | H::Signatures;
    f &= ~static_cast<std::uint32_t>(H::Switch | H::Indirect | H::Multidimensional);
  }
  h.features = f;
  constexpr std::uint32_t all = H::StrictRefs | H::StrictSubs | H::StrictVars;
  if (minor >= 11) {
    if (!(h.bits & H::ExplicitStrict)) h.bits |= all;
  } else if (!(h.bits & H::ExplicitStrict)) {
    h.bits &= ~all;
  }
  if (minor >= 35) {
    h.warnings.set();
    h.warnings_given = true;
  }
}

}  // namespace perlipc
