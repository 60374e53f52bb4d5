// Names for the handles that open, socket and the like make in undefined variables: the variable as
// written, "$fh" or "$h{...}".
#include "interp/handle_names.h"

#include "builtins/io_hooks.h"
#include "interp/messages.h"

namespace perlipc {
namespace {

std::string variable_text(const Node* node, char sigil) {
  if (node->decl != nullptr && node->decl->name[0] == sigil) return std::string(node->decl->name);
  std::string_view name = node->decl ? node->decl->name : node->text;
  if (node->decl == nullptr && name.starts_with("main::")) name.remove_prefix(6);
  if (node->decl != nullptr) name.remove_prefix(1);
  return sigil + std::string(name);
}

std::string handle_name(const Node* node) {
  switch (node->kind) {
    case NodeKind::List:
    case NodeKind::My:
    case NodeKind::Local: return node->first != nullptr ? handle_name(node->first) : std::string();
    case NodeKind::ScalarVar: return variable_text(node, '$');
    case NodeKind::Index:
      return node->first->kind == NodeKind::ArrayVar ? variable_text(node->first, '$') + "[...]"
                                                     : std::string();
    case NodeKind::HashIndex:
      return node->first->kind == NodeKind::HashVar ? variable_text(node->first, '$') + "{...}"
                                                    : std::string();
    default: return {};
  }
}

}  // namespace

void install_handle_names(VM& vm) {
  vm.service<builtin::HandleNames>().name_of = [&vm](std::size_t operand) -> std::string {
    const Node* node = running_node(vm);
    if (node == nullptr || node->kind != NodeKind::Func) return {};
    const Node* kid = node->first;
    while (kid != nullptr && operand-- > 0) kid = kid->next;
    return kid != nullptr ? handle_name(kid) : std::string();
  };
  vm.service<builtin::HandleNames>().open_layers = [&vm](bool output) -> std::string {
    const Hints* hints = vm.current_hints();
    if (hints == nullptr) return {};
    return output ? hints->open_out : hints->open_in;
  };
}

}  // namespace perlipc
