// sort, map and grep: blocks compiled inline.
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/loop_body.h"
#include "interp/vm.h"

namespace perlipc {

using builtin::BuiltinId;

namespace {
bool has_calls(const Node* n) {
  if (!n) return false;
  switch (n->kind) {
    case NodeKind::Call:
    case NodeKind::Method:
    case NodeKind::Sort:
    case NodeKind::EvalBlock:
    case NodeKind::AnonSub:
    case NodeKind::Foreach:
    case NodeKind::GlobVar: return true;
    case NodeKind::Deref:
      if (n->first && n->first->kind != NodeKind::ScalarVar) return true;
      break;
    case NodeKind::Func:
      if (static_cast<BuiltinId>(n->iv) == BuiltinId::k_eval) return true;
      break;
    default: break;
  }
  for (const Node* k = n->first; k; k = k->next)
    if (has_calls(k)) return true;
  return false;
}
}  // namespace

void Compiler::sort(Node* node, Ctx ctx, Operand dst, bool aliases) {
  Node* how = node->has(HasBlock) ? node->first : nullptr;
  Node* items = how ? how->next : node->first;
  Operand m = temp();
  enum : unsigned { Text = 0, Number = 1, Descending = 2, Block = 4, Sub = 5 };
  unsigned kind = Text;
  Operand code = kNone;
  Node* body = nullptr;
  if (how && how->kind == NodeKind::Block) {
    Node* s = how->first;
    if (s && !s->next) {
      Node* e = s->kind == NodeKind::Statement ? s->first : s;
      e = strip(e);
      auto named = [&](Node* n, const char* which) {
        n = strip(n);
        return n->kind == NodeKind::ScalarVar && !n->decl && n->text.size() > 3 &&
               n->text.substr(n->text.size() - 3) == which &&
               n->text.substr(0, n->text.size() - 3) == info_->package;
      };
      if (e && e->kind == NodeKind::Binary && !(hints().bits & Hints::Integer) &&
          (e->op() == Op::NumCmp || e->op() == Op::StrCmp)) {
        unsigned k = e->op() == Op::NumCmp ? Number : Text;
        if (named(e->first, "::a") && named(e->first->next, "::b")) kind = k, how = nullptr;
        else if (named(e->first, "::b") && named(e->first->next, "::a"))
          kind = k | Descending, how = nullptr;
      }
    }
    if (how) {
      kind = Block;
      body = how;
    }
  } else if (how) {
    kind = Sub;
    code = temp();
    if (how->kind == NodeKind::Str) {
      std::string name(how->text);
      if (name.find("::") == std::string::npos) name = std::string(info_->package) + "::" + name;
      emit(Opc::CodeOfGlob, code, link(name), 2);
    } else into(how, code);
  }
  emit(Opc::Mark, m);
  open_marks_.push_back(m);
  list_kids(items, aliases ? ListMode::Alias : ListMode::Copy);
  open_marks_.pop_back();
  mark_node(node);
  if (ctx == Ctx::Scalar ||
      ctx == Ctx::Void) {  // nothing is compared; undefined, says perlfunc sort
    emit(Opc::PopTo, m);
    if (ctx == Ctx::Scalar) emit(Opc::LoadUndef, dst);
    return;
  }
  const unsigned marked = aliases ? m | kConst : m;  // the items stay aliases
  if (kind == Block) {
    Operand keep_a = sort_a_, keep_b = sort_b_;
    auto keep_package = sort_package_;
    Operand a = fixed_slot(), b = fixed_slot();
    bool calls = has_calls(body);
    std::string pkg(info_->package);
    if (!calls) {
      sort_a_ = a;
      sort_b_ = b;
      sort_package_ = info_->package;
    }
    unsigned la = link(pkg + "::a"), lb = link(pkg + "::b");
    Label after;
    emit(Opc::SortBlock, marked, a, b);
    after.uses.push_back(here());
    emit_extension(0, la | lb << 16);
    proto_->sort_plans.push_back(sort_plan(body, true));
    emit_extension(static_cast<std::uint32_t>(proto_->sort_plans.size() - 1));
    Loop pseudo{};
    pseudo.pseudo = pseudo.of_sort = true;
    loops_.push_back(&pseudo);
    Operand r = temp();
    std::size_t keep_marks = open_marks_.size();
    Operand keep_result = sort_result_;
    sort_result_ = r;
    const std::size_t keep_scopes = std::exchange(sort_scopes_, scopes_.size());
    const auto exits = std::exchange(eval_exits_, {});
    const int calls_before = calls_;
    const std::uint32_t begin = here();
    value_of_block(body, Ctx::Scalar, r);
    if (calls_ > calls_before) end_calls(begin, calls_before);
    eval_exits_ = exits;
    sort_result_ = keep_result;
    sort_scopes_ = keep_scopes;
    open_marks_.resize(keep_marks);
    loops_.pop_back();
    emit(Opc::EndBlock, r);
    place_label(after);
    sort_a_ = keep_a;
    sort_b_ = keep_b;
    sort_package_ = keep_package;
  } else if (kind == Sub) {
    std::string pkg(info_->package);
    emit(Opc::SortSub, marked, code);
    emit_extension(0, link(pkg + "::a") | link(pkg + "::b") << 16);
  } else {
    emit(Opc::Sort, marked, kind);
  }
}

// hold: what is done to the pointers to elements that grep returns.
void Compiler::map_grep(Node* node, Ctx ctx, Operand dst, GrepResults hold) {
  bool map = node->kind == NodeKind::Map;
  Node* body = node->first;
  Node* items = body->next;
  Operand m = temp(), index = temp(), end = temp(), save = temp();
  const bool simple = body_is_simple(body, LoopVar()) && items_stay(items);
  // What the body matches is not seen behind the map or grep (perlre "Capture groups").
  const Operand match_copy = matches(body) ? temp() : kNone;
  emit(Opc::Mark, m);
  const std::uint32_t list_begin = here();
  open_marks_.push_back(m);
  {
    const FlagScope vivify(vivify_elements_, true);
    list_kids(items, simple ? ListMode::Pointer : ListMode::Alias);
  }
  if (simple && items && items->next)
    proto_->walks.push_back({list_begin, here(), ElementWalk::Pending, m, kNone, kNone});
  mark_node(node);
  if (match_copy != kNone) emit(Opc::CopyRaw, match_copy, proto_->match_slot);
  emit(Opc::MapInit, m, index, end);
  emit(Opc::SaveMark, save);
  emit(Opc::TopicSave);
  Label top, out;
  place_label(top);
  emit(Opc::Safepoint);
  emit_jump(Opc::MapNext, out, index, end);
  if (match_copy != kNone && body->kind != NodeKind::Block)
    emit(Opc::CopyRaw, proto_->match_slot, match_copy);  // each item begins anew
  const std::uint32_t begin = here();
  const int calls_before = calls_;
  if (calls_in(body)) end_round();
  // The body's temporaries live above these slots.
  int keep_floor = floor_;
  int keep_next = next_slot_;
  floor_ = next_slot_;
  std::size_t keep_aliases = alias_in_use_;
  Loop pseudo{};
  pseudo.pseudo = true;
  loops_.push_back(&pseudo);
  if (map) {
    if (body->kind == NodeKind::Block) value_of_block(body, Ctx::List, kNone);
    else list(body, ListMode::Copy);
  } else {
    Operand r = kNone;
    if (body->kind == NodeKind::Block) {
      Node* s = body->first;
      Node* only = s && !s->next ? (s->kind == NodeKind::Statement ? s->first : s) : nullptr;
      bool plain = only &&
                   (only->kind == NodeKind::Binary || only->kind == NodeKind::Func ||
                    only->kind == NodeKind::Match || only->kind == NodeKind::ScalarVar ||
                    only->kind == NodeKind::Unary || only->kind == NodeKind::HashIndex ||
                    only->kind == NodeKind::LogAnd || only->kind == NodeKind::LogOr) &&
                   !(body->scope && (body->scope->vars || body->scope->has_local));
      if (plain) {
        auto keep_info = info_;
        auto keep_line = line_;
        if (s->kind == NodeKind::Statement) statement_line(s);
        jump_if(only, false, top);
        info_ = keep_info;
        line_ = keep_line;
        proto_->lines.push_back({here(), line_, info_});
      } else {
        r = temp();
        value_of_block(body, Ctx::Scalar, r);
        emit_jump(Opc::JumpFalse, top, r);
      }
    } else jump_if(body, false, top);
    emit(Opc::GrepKeep, index, 0);
  }
  loops_.pop_back();
  alias_in_use_ = keep_aliases;
  if (next_slot_ > floor_) clear_range(floor_, next_slot_);
  emit_jump(Opc::Jump, top);
  if (simple) proto_->walks.push_back({begin, here(), ElementWalk::List, index, end, kNone});
  place_label(out);
  // grep leaves its body's temporaries uncleared on the false path; they go here.
  if (next_slot_ > floor_) clear_range(floor_, next_slot_);
  floor_ = keep_floor;
  next_slot_ = keep_next;
  emit(Opc::SaveRestore, save);
  if (match_copy != kNone) emit(Opc::CopyRaw, proto_->match_slot, match_copy);
  open_marks_.pop_back();
  if (calls_ > calls_before) end_calls(begin, calls_before);
  // Items end last made first; sorted ones do not stand in the order they were made in.
  const bool sorted = items && !items->next && items->kind == NodeKind::Sort;
  const unsigned results = simple && !map ? static_cast<unsigned>(hold) : 0;
  emit(Opc::MapDone, m, end, (sorted ? 1u : 0u) | results);
  if (ctx == Ctx::Scalar) {
    emit(Opc::ListCount, dst, m);
    emit(Opc::PopTo, m);
  } else if (ctx == Ctx::Void) emit(Opc::PopTo, m);
}

}  // namespace perlipc
