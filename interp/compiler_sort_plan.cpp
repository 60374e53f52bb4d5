// Recognises comparators that only compare keys of their items (sort_plan.h).
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/sort_plan.h"
#include "interp/vm.h"

namespace perlipc {

using builtin::BuiltinId;
using Step = SortPlan::Step;

// The way from $a or $b to a key. in_frame: the comparator runs in this function's frame, whose
// variables may be looked into.
class Compiler::SortPath {
 public:
  SortPath(Compiler& compiler, bool in_frame) : compiler_(compiler), in_frame_(in_frame) {}
  bool read(Node* n) {
    n = strip(n);
    switch (n->kind) {
      case NodeKind::ScalarVar: return read_item(n);
      case NodeKind::HashIndex: return read_hash(n->first, n->first->next);
      case NodeKind::Index: return read_array(n->first, strip(n->first->next));
      case NodeKind::Deref: return n->iv == '$' && read(n->first) && add({Step::ScalarRef, {}, 0});
      case NodeKind::Func: return read_function(n);
      default: return false;
    }
  }
  char item = 0;  // 'a' or 'b'
  std::string_view package;
  std::vector<Step> steps;

 private:
  bool add(Step s) {
    steps.push_back(std::move(s));
    return true;
  }
  bool read_item(Node* n) {
    if (n->decl || n->text.size() < 4) return false;
    std::string_view end = n->text.substr(n->text.size() - 3);
    if (end != "::a" && end != "::b") return false;
    item = end[2];
    package = n->text.substr(0, n->text.size() - 3);
    return true;
  }
  bool read_hash(Node* agg, Node* key) {
    const bool reference = agg->kind == NodeKind::Deref && agg->iv == '%';
    Value constant;
    if (compiler_.constant_value(strip(key), &constant)) {
      if (!reference || constant.tag != kStr || constant.s->utf8() || !read(agg->first))
        return false;
      return add({Step::HashKey, std::move(constant), 0});
    }
    Node* table = reference ? strip(agg->first) : agg;
    if (!in_frame_ || table->kind != (reference ? NodeKind::ScalarVar : NodeKind::HashVar))
      return false;
    if (!table->decl || table->decl->kind == DeclKind::Our) return false;
    auto slot = compiler_.slots_.find(table->decl);
    if (slot == compiler_.slots_.end() || !read(key)) return false;
    return add({reference ? Step::LookupRef : Step::Lookup, {}, slot->second});
  }
  bool read_array(Node* agg, Node* index) {
    Value constant;
    if (agg->kind != NodeKind::Deref || agg->iv != '@' ||
        !compiler_.constant_value(index, &constant) || constant.tag != kInt || !read(agg->first))
      return false;
    return add({Step::ArrayIndex, {}, constant.i});
  }
  bool read_function(Node* n) {
    if (!n->first || n->first->next || n->has(OmittedTopic)) return false;
    Step::Kind kind;
    switch (static_cast<BuiltinId>(n->iv)) {
      case BuiltinId::k_lc: kind = Step::Lower; break;
      case BuiltinId::k_uc: kind = Step::Upper; break;
      case BuiltinId::k_length: kind = Step::Length; break;
      default: return false;
    }
    return read(n->first) && add({kind, {}, 0});
  }
  Compiler& compiler_;
  bool in_frame_;
};

bool Compiler::sort_keys(Node* n, bool in_frame, SortPlan& plan) {
  n = strip(n);
  if (n->kind == NodeKind::LogOr)
    return sort_keys(n->first, in_frame, plan) && sort_keys(n->first->next, in_frame, plan);
  if (n->kind != NodeKind::Binary || (n->op() != Op::NumCmp && n->op() != Op::StrCmp)) return false;
  SortPath left(*this, in_frame), right(*this, in_frame);
  if (!left.read(n->first) || !right.read(n->first->next)) return false;
  if (left.item == right.item || left.package != right.package || left.steps != right.steps)
    return false;
  if (plan.keys.empty()) plan.package = left.package;
  else if (plan.package != left.package) return false;
  plan.keys.push_back({n->op() == Op::NumCmp, left.item == 'b', std::move(left.steps)});
  return true;
}

// Null when the comparator is not of that kind.
std::shared_ptr<SortPlan> Compiler::sort_plan(Node* block, bool in_frame) {
  Node* s = block->kind == NodeKind::Block ? block->first : nullptr;
  if (!s || s->next || s->kind != NodeKind::Statement || !s->first) return nullptr;
  const StatementInfo* info = s->info ? s->info : info_;
  if (!info || !info->hints || info->hints->bits & (Hints::Integer | Hints::Bytes | Hints::Locale))
    return nullptr;
  Node* e = strip(s->first);
  if (e->kind == NodeKind::Return && e->first && !e->first->next) e = e->first;
  auto plan = std::make_shared<SortPlan>();
  return sort_keys(e, in_frame, *plan) ? plan : nullptr;
}

}  // namespace perlipc
