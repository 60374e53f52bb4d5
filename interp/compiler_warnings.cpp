// Warnings about code that perl gives while it compiles (perldiag "Useless use of %s").
#include "interp/compiler.h"
#include "interp/parser.h"
#include "interp/vm.h"

namespace perlipc {

using builtin::BuiltinId;

namespace {
// Functions that only compute a value.
bool only_computes(const Node* n) {
  switch (static_cast<BuiltinId>(n->iv)) {
    case BuiltinId::k_reverse: case BuiltinId::k_length: case BuiltinId::k_defined: case BuiltinId::k_ref:
    case BuiltinId::k_wantarray: case BuiltinId::k_uc: case BuiltinId::k_lc: case BuiltinId::k_ucfirst:
    case BuiltinId::k_lcfirst: case BuiltinId::k_quotemeta: case BuiltinId::k_join: case BuiltinId::k_int:
    case BuiltinId::k_hex: case BuiltinId::k_oct: case BuiltinId::k_abs: case BuiltinId::k_ord:
    case BuiltinId::k_chr: case BuiltinId::k_index: case BuiltinId::k_rindex: case BuiltinId::k_time:
    case BuiltinId::k_localtime: case BuiltinId::k_gmtime: case BuiltinId::k_caller: case BuiltinId::k_unpack:
    case BuiltinId::k_pack: case BuiltinId::k_vec: case BuiltinId::k_prototype: case BuiltinId::k_getppid:
    case BuiltinId::k_sprintf: case BuiltinId::k_sqrt: case BuiltinId::k_sin: case BuiltinId::k_cos:
    case BuiltinId::k_exp: case BuiltinId::k_log: case BuiltinId::k_atan2:
      return true;
    case BuiltinId::k_substr: {
      unsigned operands = 0;
      for (const Node* k = n->first; k; k = k->next) ++operands;
      return operands < 4;
    }
    default: return false;
  }
}
bool constant(const Node* n) {
  return n->kind == NodeKind::Int || n->kind == NodeKind::UInt || n->kind == NodeKind::Num || n->kind == NodeKind::Str;
}
// perl's name of what a void expression computes; empty when nothing is said about it.
std::string useless(const Node* n) {
  switch (n->kind) {
    case NodeKind::ScalarVar: case NodeKind::ArrayVar: case NodeKind::HashVar:
      return n->decl && n->decl->kind != DeclKind::Our ? Parser::describe(n) : "a variable";
    case NodeKind::GlobVar: return "a variable";
    case NodeKind::Deref: return n->iv == '&' ? "" : "a variable";
    case NodeKind::Index: case NodeKind::HashIndex: case NodeKind::ArrayLen: case NodeKind::Slice:
    case NodeKind::HashSlice: case NodeKind::KvSlice: case NodeKind::KvHashSlice: case NodeKind::ListSlice:
    case NodeKind::Interp: case NodeKind::Stringify: case NodeKind::Repeat: case NodeKind::Ref:
    case NodeKind::AnonArray: case NodeKind::AnonHash: case NodeKind::Sort: case NodeKind::Wantarray:
    case NodeKind::Range:
      return Parser::describe(n);
    case NodeKind::AnonSub: return "single ref constructor";
    case NodeKind::Binary:
      if (constant(n->first) && constant(n->first->next)) return "";
      return Parser::describe(n);
    case NodeKind::Unary: return constant(n->first) ? "" : Parser::describe(n);
    case NodeKind::Func: return only_computes(n) ? Parser::describe(n) : "";
    default: return "";
  }
}
}  // namespace

void Compiler::warn_compiling(Warning category, const std::string& text) {
  if (vm_.dash_X || !info_) return;
  const Hints& h = hints();
  bool on = h.warnings_given ? h.warnings.test(static_cast<std::size_t>(category)) : vm_.dash_w;
  if (!on && !vm_.dash_W) return;
  vm_.warn_value(Value::string(text + " at " + std::string(info_->file) + " line " + std::to_string(line_) + ".\n"));
}

void Compiler::warn_useless(const Node* node) {
  if (in_return_list_) return;  // the list form of the same code uses every item
  while (node->kind == NodeKind::List && node->first && !node->first->next) node = node->first;
  std::string what;
  Value v;
  if (constant_value(const_cast<Node*>(node), &v)) {
    if (node->kind == NodeKind::Call) return;
    if (v.is_string()) {
      std::string_view s = v.s->view();
      if (s == "di" || s == "ds" || s == "ig" || node->has(Bareword)) return;
      what = "a constant (\"" + std::string(s) + "\")";
    } else {
      if (v.tag == kInt && (v.i == 0 || v.i == 1)) return;
      Text t(vm_, v);
      what = "a constant (" + std::string(t.view()) + ")";
    }
  } else {
    what = useless(node);
    if (node->kind == NodeKind::Sort && what.empty()) return;
  }
  if (!what.empty()) warn_compiling(Warning::Void, "Useless use of " + what + " in void context");
}

}  // namespace perlipc
