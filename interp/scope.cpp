// Scopes while parsing: blocks, functions, declarations, name lookup and captures.
#include "interp/parser.h"

namespace perlipc {
namespace {
constexpr std::uint32_t not_visible_yet = UINT32_MAX;
constexpr std::uint32_t kFewVariables = 16;  // are looked through one by one

// Variables of the block that may have the name, newest first; older_of() goes on.
VarDecl* newest_of(const BlockScope& block, std::string_view name) {
  if (!block.index) return block.vars;
  const auto found = block.index->find(name);
  return found == block.index->end() ? nullptr : found->second;
}
VarDecl* older_of(const BlockScope& block, const VarDecl* d) {
  return block.index ? d->same : d->next;
}

void add_to_index(BlockScope::Index& index, VarDecl* d) {
  VarDecl*& newest = index[d->name];
  d->same = newest;
  newest = d;
}
}  // namespace

// What the statement around the block declares stays invisible in it: it ends after the block.
Parser::BlockMark Parser::enter_block() {
  BlockMark mark{block_, hints_, package_, utf8_, pending_base_};
  pending_base_ = pending_.size();
  auto* b = arena_.make<BlockScope>();
  b->parent = block_;
  b->function = function_;
  block_ = b;
  hints_used_ = true;
  return mark;
}

BlockScope* Parser::leave_block(const BlockMark& mark) {
  intro_pending();
  pending_base_ = mark.pending_base;
  BlockScope* b = block_;
  b->end_seq = sequence_;
  if (b->has_eval && mark.block) mark.block->has_eval = true;
  block_ = mark.block;
  set_hints(mark.hints);
  utf8_ = mark.utf8;
  if (package_.data() != mark.package.data()) set_package(mark.package);
  return b;
}

FunctionScope* Parser::begin_function(BlockMark& mark) {
  FunctionScope* f = arena_.own(std::make_unique<FunctionScope>());
  f->parent = function_;
  f->line = line_;
  f->file = file_;
  f->package = package_;
  function_ = f;
  mark = enter_block();
  f->top = block_;
  return f;
}

void Parser::end_function(FunctionScope* function, const BlockMark& mark) {
  leave_block(mark);
  function_ = function->parent;
}

// An `our` of the same package variable in this block, or around it in the same sub.
void Parser::check_our_redeclared(std::string_view name, std::uint32_t line) {
  std::string full(qualify(name[0], name.substr(1)));
  for (BlockScope* b = block_; b; b = b == function_->top ? nullptr : b->parent) {
    for (VarDecl* d = newest_of(*b, name); d; d = older_of(*b, d)) {
      if (d->name != name || d->kind != DeclKind::Our || d->our_name != full) continue;
      if (b != block_ && d->intro == not_visible_yet) continue;
      warn(Warning::Shadow, "\"our\" variable " + std::string(name) + " redeclared", line);
      if (b != block_) host_.warn("\t(Did you mean \"local\" instead of \"our\"?)\n");
      return;
    }
  }
}

void Parser::check_redeclared(std::string_view name, DeclKind kind, std::uint32_t line) {
  if (!warns(Warning::Shadow)) return;
  for (VarDecl* d = newest_of(*block_, name); d; d = older_of(*block_, d)) {
    if (d->name != name) continue;
    if (kind == DeclKind::Our && d->kind == DeclKind::Our) break;
    const char* word = kind == DeclKind::State ? "state" : kind == DeclKind::Our ? "our" : "my";
    const char* where = d->intro == not_visible_yet ? "statement" : "scope";
    std::string kind_text = name[0] == '&' ? " subroutine " : " variable ";
    warn(Warning::Shadow,
         "\"" + std::string(word) + "\"" + kind_text + std::string(name) +
             " masks earlier declaration in same " + where,
         line);
    return;
  }
  if (kind == DeclKind::Our) check_our_redeclared(name, line);
}

VarDecl* Parser::declare(std::string_view name, DeclKind kind, std::uint32_t line) {
  if (block_->vars || kind == DeclKind::Our) check_redeclared(name, kind, line);
  auto* d = arena_.make<VarDecl>();
  d->name = name;
  d->kind = kind;
  d->line = line;
  d->intro = not_visible_yet;
  if (kind == DeclKind::Our) d->our_name = qualify(name[0], name.substr(1));
  else d->owner = function_;
  d->state_var = kind == DeclKind::State;
  d->next = block_->vars;
  block_->vars = d;
  if (block_->index) {
    add_to_index(*block_->index, d);
  } else if (++block_->count > kFewVariables) {
    block_->index = arena_.own(std::make_unique<BlockScope::Index>());
    std::vector<VarDecl*> all;
    for (VarDecl* v = d; v; v = v->next) all.push_back(v);
    for (std::size_t n = all.size(); n-- > 0;) add_to_index(*block_->index, all[n]);
  }
  pending_.push_back(d);
  return d;
}

// Variables become visible with the statement after the one that declares them (perlsub).
void Parser::intro_pending() {
  if (pending_.size() == pending_base_) return;
  for (std::size_t i = pending_base_; i < pending_.size(); ++i) pending_[i]->intro = sequence_;
  pending_.resize(pending_base_);
  ++sequence_;
}

VarDecl* Parser::find_lexical(std::string_view name) {
  std::uint32_t limit = sequence_;
  for (BlockScope* b = block_; b; b = b->parent) {
    if (b == input_.parent_block) limit = input_.sequence;
    for (VarDecl* d = newest_of(*b, name); d; d = older_of(*b, d)) {
      if (d->intro >= limit || d->name.size() != name.size() || d->name != name) continue;
      if (d->kind != DeclKind::Our && d->owner != function_) capture(d);
      return d;
    }
  }
  // `our $x = 0 unless defined $x`: where nothing else has the name, the new one is meant.
  for (std::size_t n = pending_.size(); n > pending_base_; --n) {
    VarDecl* d = pending_[n - 1];
    if (d->kind == DeclKind::Our && d->name == name) return d;
  }
  return nullptr;
}

// Every function between the use and the owner hands the variable on. Functions outside this unit
// are compiled already: the host finds the variable from the unit's own capture list.
void Parser::capture(VarDecl* decl) {
  decl->captured = true;
  const FunctionScope* owner = decl->owner;
  bool once = !owner || owner->is_anon || owner->is_main || owner->is_eval || owner->lexical_sub ||
              owner->is_named_special || decl->kind == DeclKind::State;
  bool shared = true;  // a named sub keeps the variable of the outer sub's first call
  for (FunctionScope* f = function_; f && f != owner; f = f->parent) {
    if (!f->is_anon && !f->is_eval && !f->lexical_sub && !f->is_named_special) shared = false;
    for (const Capture& c : f->captures) once = once || c.outer == decl;
    if (f == input_.parent_function) once = true;
  }
  if (!once && !shared)
    warn(Warning::Closure, "Variable \"" + std::string(decl->name) + "\" will not stay shared",
         line_);
  for (FunctionScope* f = function_; f && f != decl->owner && f != input_.parent_function;
       f = f->parent) {
    bool known = false;
    for (const Capture& c : f->captures) known = known || c.outer == decl;
    if (known) return;
    f->captures.push_back({decl});
  }
}

void Parser::note_string_eval() {
  for (BlockScope* b = block_; b && b != input_.parent_block; b = b->parent) b->has_eval = true;
  for (FunctionScope* f = function_; f && f != input_.parent_function; f = f->parent) {
    f->has_string_eval = true;
    f->uses_args = f->uses_args_as_array = true;
  }
}

// Under use re 'eval' a pattern put together at run time may hold code: it sees what stands here.
void Parser::note_pattern_eval(Node* n) {
  if (!(hints_->bits & Hints::ReEval) || !n->first || n->first->kind == NodeKind::Str) return;
  note_string_eval();
  n->eval_info = arena_.make<EvalInfo>(block_, sequence_);
  n->flags |= PatternEval;
}

void Parser::note_args(bool as_array) {
  function_->uses_args = true;
  if (as_array) function_->uses_args_as_array = true;
}

// A reference to the variable, or to a part of it, or an alias of foreach.
void Parser::note_referenced(Node* n) {
  if (n->decl && (n->kind == NodeKind::ScalarVar || n->kind == NodeKind::ArrayVar ||
                  n->kind == NodeKind::HashVar))
    n->decl->aliased = true;
  const bool part = n->kind == NodeKind::List || n->kind == NodeKind::My ||
                    n->kind == NodeKind::Index || n->kind == NodeKind::HashIndex ||
                    n->kind == NodeKind::Slice || n->kind == NodeKind::HashSlice ||
                    n->kind == NodeKind::KvSlice || n->kind == NodeKind::KvHashSlice ||
                    n->kind == NodeKind::Ternary;
  if (part)
    for (Node* k = n->first; k; k = k->next) note_referenced(k);
}

// What an alias is taken of (\, foreach, call arguments, local): $_[N] or a variable.
void Parser::note_aliased(Node* n) {
  if (n->kind == NodeKind::ScalarVar && n->decl) n->decl->modified = true;
  if (n->kind == NodeKind::Index && n->first->kind == NodeKind::ArrayVar &&
      n->first->text == "main::_")
    note_args(true);
}

// Names that live in main whatever the package is (perlvar).
static bool forced_main(std::string_view name) {
  char c = name[0];
  if (!chars::start(c)) return true;
  if (c == '_') return name.size() == 1;
  switch (name.size()) {
    case 3: return name == "ENV" || name == "INC" || name == "SIG";
    case 4: return name == "ARGV";
    case 5: return name == "STDIN";
    case 6: return name == "STDOUT" || name == "STDERR";
    case 7: return name == "ARGVOUT";
    default: return false;
  }
}

std::string_view Parser::qualify(char sigil, std::string_view name) {
  std::size_t colons = name.rfind("::");
  if (colons != std::string_view::npos) {
    if (name.starts_with("::")) return join("main", name);
    if (name.starts_with("main::") && name.find("::", 6) != std::string_view::npos)
      return qualify(sigil, name.substr(6));
    return name;
  }
  if (static_cast<unsigned char>(name[0]) < 0x80 && forced_main(name)) return join("main::", name);
  return join(package_, "::", name);
}

std::string_view Parser::qualify_sub(std::string_view name) {
  if (name.find("::") != std::string_view::npos) return qualify('&', name);
  return join(package_, "::", name);
}

const StatementInfo* Parser::statement_info() {
  if (!info_ || info_->hints != hints_ || info_->file.data() != file_.data() ||
      info_->package.data() != package_.data()) {
    info_ = arena_.make<StatementInfo>(file_, hints_, package_);
  }
  hints_used_ = true;
  return info_;
}

void Parser::set_package(std::string_view package) { package_ = package; }

void Parser::set_hints(const Hints* hints) {
  if (hints_ == hints) return;
  hints_ = hints;
  hints_used_ = true;
}

Hints& Parser::hints_for_update() {
  if (hints_used_) {
    hints_ = arena_.own(std::make_unique<Hints>(*hints_));
    hints_used_ = false;
  }
  return const_cast<Hints&>(*hints_);
}

void Parser::warn(Warning category, const std::string& text, std::uint32_t line,
                  Severity severity) {
  if (warns(category, severity)) host_.warn(*hints_, category, severity, text + ending(line));
}

}  // namespace perlipc
