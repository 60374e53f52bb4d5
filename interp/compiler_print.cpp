// print, say and printf.
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/later_code.h"

namespace perlipc {

using builtin::BuiltinId;

Compiler::Operand Compiler::print_handle(Node* h) {
  if (h->kind != NodeKind::Str || !h->has(Bareword)) return rv(h);
  std::string name(h->text);
  if (name.find("::") == std::string::npos) {
    bool fixed = name == "STDIN" || name == "STDOUT" || name == "STDERR" || name == "ARGV" ||
                 name == "ARGVOUT";
    name = (fixed ? "main::" : std::string(info_->package) + "::") + name;
  }
  Operand handle = temp();
  emit(Opc::LoadGlob, handle, link(name));
  return handle;
}

// The operands of an only item that is a concatenation or an interpolated text.
bool Compiler::joined_parts(Node* item, std::vector<Node*>& parts) {
  if (item->next || tainting_ || may_jump(item)) return false;
  item = strip(item);
  if (item->kind == NodeKind::Interp) {
    for (Node* k = item->first; k; k = k->next) parts.push_back(k);
  } else if (item->kind == NodeKind::Binary && !item->has(Chained) && item->op() == Op::Concat) {
    concat_parts(item, parts);
  }
  return parts.size() > 1 && parts.size() <= kMostJoined;
}

// The operands go to the handle's buffer without becoming a text first, where that makes no
// difference. Under the item's own node until they are joined, then under print's.
void Compiler::print_joined(Node* node, const std::vector<Node*>& parts, Operand handle, bool held,
                            Operand dst) {
  std::vector<Operand> operands = joined_operands(parts);
  Node* item = node->has(HasHandle) ? node->first->next : node->first;
  mark_node(strip(item));
  emit(Opc::PrintJoined, dst, handle, static_cast<unsigned>(operands.size()));
  mark_node(node);
  emit_extension((static_cast<BuiltinId>(node->iv) == BuiltinId::k_say ? 1u : 0u) |
                 (held ? kPrintHeld : 0));
  emit_operands(std::move(operands));
  if (dst != kNone) printed_at_ = here();
}

void Compiler::print(Node* node, Operand dst) {
  auto id = static_cast<BuiltinId>(node->iv);
  Node* items = node->first;
  Operand handle = kNone;
  bool held = false;
  if (node->has(HasHandle)) {
    Node* const named = strip(items);
    items = items->next;
    LaterCode code;
    for (const Node* k = items; k; k = k->next) code.add(k);
    held = !named->has(Bareword) && code.changes(named);
    if (held) into(named, handle = temp());
    else handle = print_handle(named);
  }
  if (std::vector<Node*> parts; items && id != BuiltinId::k_printf && joined_parts(items, parts))
    return print_joined(node, parts, handle, held, dst);
  Operand m = kNone;
  std::uint32_t count = 0;
  bool dynamic = false;
  // Each item is read when it is printed: a variable may be what the handle writes to.
  const std::vector<bool> late = late_items(items);
  const FlagScope deferred(deferred_items_, id == BuiltinId::k_printf);
  std::size_t item = 0;
  auto mode_of = [&](Node* k) {
    Operand slot;
    const bool waits = (!late.empty() && late[item++]) || is_lexical_scalar(k, &slot);
    return waits ? ListMode::Late : ListMode::Copy;
  };
  for (Node* k = items; k; k = k->next) {
    ++count;
    if (is_list_expr(k) || may_jump(k)) dynamic = true;
  }
  if (!items && node->has(OmittedTopic)) {
    emit(Opc::PushTopic);
    count = 1;
  }
  if (dynamic) {
    m = temp();
    emit(Opc::Mark, m);
    open_marks_.push_back(m);
    const FlagScope at_once(reads_at_once_, true);
    for (Node* k = items; k; k = k->next) list(k, mode_of(k));
    open_marks_.pop_back();
    count = kNone;
  } else {
    for (Node* k = items; k; k = k->next)
      mode_of(k) == ListMode::Late ? push_late(k) : push_scalar(k);
  }
  mark_node(node);
  if (tainting_ && id == BuiltinId::k_printf && count != 0)
    emit(Opc::TaintCheck, m, kTaintPrintf, count);
  emit(Opc::Print, dst, handle, count);
  const unsigned kind = id == BuiltinId::k_say ? 1 : id == BuiltinId::k_printf ? 2 : 0;
  emit_extension(static_cast<std::uint32_t>(m) | (kind | (held ? kPrintHeld : 0)) << 16);
  if (dst != kNone) printed_at_ = here();
}

}  // namespace perlipc
