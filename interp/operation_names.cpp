// Names of operations as perl's messages give them ("addition (+)", "join or string").
#include "interp/messages.h"
#include "interp/operator_text.h"
#include "interp/vm_ops.h"

namespace perlipc {

using builtin::BuiltinId;

const Node* running_node(VM& vm) {
  Frame& f = vm.frame();
  if (f.proto->code.empty()) return nullptr;
  std::ptrdiff_t at = f.pc - f.proto->code.data() - 1;
  return at < 0 ? nullptr : f.proto->node_at(static_cast<std::uint32_t>(at));
}

namespace {

const char* binary_text(VM& vm, Op op) {
  OperatorText text = operator_text(op);
  const Hints* hints = vm.current_hints();
  if (hints && text.integer && (hints->bits & Hints::Integer)) return text.integer;
  if (hints && text.bitwise && (hints->features & Hints::Bitwise)) return text.bitwise;
  return text.plain;
}

bool is_array(const Node* n) {
  return n && (n->kind == NodeKind::ArrayVar || (n->kind == NodeKind::Deref && n->iv == '@'));
}

const char* function_text(const Node& node) {
  auto id = static_cast<BuiltinId>(node.iv);
  const Node* kid = node.first;
  bool many =
      kid && (is_array(kid) || kid->kind == NodeKind::List || kid->kind == NodeKind::HashVar ||
              (kid->kind == NodeKind::My && kid->has(Paren)));
  switch (id) {
    case BuiltinId::k_chop: return many ? "chop" : "scalar chop";
    case BuiltinId::k_chomp: return many ? "chomp" : "scalar chomp";
    case BuiltinId::k_keys: return is_array(kid) ? "keys on array" : "keys";
    case BuiltinId::k_values: return is_array(kid) ? "values on array" : "values";
    case BuiltinId::k_each: return is_array(kid) ? "each on array" : "each";
    case BuiltinId::k_evalbytes: return "eval \"string\"";
    case BuiltinId::k_reset: return "symbol reset";
    case BuiltinId::k_select: return kid && kid->next ? "select system call" : "select";
    default: return builtin_text(id);
  }
}

// "-e": one static text per letter.
const char* file_test_text(std::int64_t letter) {
  static const auto texts = [] {
    struct Table {
      char text[128][3];
    } t{};
    for (int c = 0; c < 128; ++c) t.text[c][0] = '-', t.text[c][1] = static_cast<char>(c);
    return t;
  }();
  return texts.text[letter & 0x7f];
}

const char* case_text(std::int64_t letter) {
  switch (letter) {
    case 'U': return "uc";
    case 'L': return "lc";
    case 'u': return "ucfirst";
    case 'l': return "lcfirst";
    case 'F': return "fc";
    default: return "quotemeta";
  }
}

Opc running_opcode(VM& vm) { return static_cast<Opc>((vm.frame().pc - 1)->op); }

}  // namespace

const char* operation_text(VM& vm, const Node& node) {
  if (vm.uninit_operand_ >= kPatternOperand) return "regexp compilation";
  switch (node.kind) {
    case NodeKind::Binary:
    case NodeKind::Unary: return binary_text(vm, node.op());
    case NodeKind::OpAssign: return node.iv < 1000 ? binary_text(vm, node.op()) : nullptr;
    case NodeKind::Repeat: return "repeat (x)";
    case NodeKind::Interp:
      return node.first && !node.first->next ? "string" : "concatenation (.) or string";
    case NodeKind::Stringify: return "string";
    case NodeKind::JoinArray: return "join or string";
    case NodeKind::CaseMod: return case_text(node.iv);
    case NodeKind::Func: return function_text(node);
    case NodeKind::Print: return builtin::builtin_row(static_cast<BuiltinId>(node.iv)).name.data();
    case NodeKind::Sort: return "sort";
    case NodeKind::Map: return "map";
    case NodeKind::Grep: return "grep";
    case NodeKind::ReadLine: return "<HANDLE>";
    case NodeKind::GlobPattern: return "glob";
    case NodeKind::FileTest: return file_test_text(node.iv);
    case NodeKind::Call:
    case NodeKind::Method: return "subroutine entry";
    case NodeKind::LogXor: return "logical xor";
    case NodeKind::PreInc: return "preincrement (++)";
    case NodeKind::PreDec: return "predecrement (--)";
    // Where nobody wants the old value they are the quicker forms.
    case NodeKind::PostInc:
      return running_opcode(vm) == Opc::PostInc ? "postincrement (++)" : "preincrement (++)";
    case NodeKind::PostDec:
      return running_opcode(vm) == Opc::PostDec ? "postdecrement (--)" : "predecrement (--)";
    case NodeKind::Assign: return node.has(ListAssign) ? "list assignment" : "scalar assignment";
    case NodeKind::Foreach:
      return node.first && node.first->next && node.first->next->kind == NodeKind::Range
                 ? "foreach loop entry"
                 : "range (or flop)";
    case NodeKind::Range: {
      const Instr* i = vm.frame().pc - 1;
      const bool left = static_cast<Opc>(i->op) == Opc::IsLine && extension_of(i).target == 0;
      return left ? "range (or flip)" : "range (or flop)";
    }
    case NodeKind::AnonArray: return "anonymous array ([])";
    case NodeKind::AnonHash: return "anonymous hash ({})";
    case NodeKind::Match: return "pattern match (m//)";
    case NodeKind::Qr: return "regexp compilation";
    case NodeKind::Subst:
      return running_opcode(vm) == Opc::SubstAdd && node.text.find('e') != std::string_view::npos
                 ? "substitution iterator"
                 : "substitution (s///)";
    case NodeKind::Trans: return "transliteration (tr///)";
    case NodeKind::Return: return "return";
    case NodeKind::ScalarVar:
      return running_opcode(vm) == Opc::GvSet ? "scalar assignment" : place_text(node);
    default: return place_text(node);
  }
}

}  // namespace perlipc
