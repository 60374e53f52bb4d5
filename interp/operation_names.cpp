// Names of operations as perl's messages give them ("addition (+)", "join or string").
#include "interp/messages.h"
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

struct OperatorText {
  const char* plain;
  const char* integer;  // under `use integer`; null: the same
  const char* bitwise;  // with feature bitwise; null: the same
};

OperatorText operator_text(Op op) {
  switch (op) {
    case Op::Add: return {"addition (+)", "integer addition (+)", nullptr};
    case Op::Sub: return {"subtraction (-)", "integer subtraction (-)", nullptr};
    case Op::Mul: return {"multiplication (*)", "integer multiplication (*)", nullptr};
    case Op::Div: return {"division (/)", "integer division (/)", nullptr};
    case Op::Mod: return {"modulus (%)", "integer modulus (%)", nullptr};
    case Op::Pow: return {"exponentiation (**)", nullptr, nullptr};
    case Op::Concat: return {"concatenation (.) or string", nullptr, nullptr};
    case Op::RepeatOp: return {"repeat (x)", nullptr, nullptr};
    case Op::ShiftLeft: return {"left bitshift (<<)", nullptr, nullptr};
    case Op::ShiftRight: return {"right bitshift (>>)", nullptr, nullptr};
    case Op::BitAnd: return {"bitwise and (&)", nullptr, "numeric bitwise and (&)"};
    case Op::BitOr: return {"bitwise or (|)", nullptr, "numeric bitwise or (|)"};
    case Op::BitXor: return {"bitwise xor (^)", nullptr, "numeric bitwise xor (^)"};
    case Op::StrBitAnd: return {"string bitwise and (&.)", nullptr, nullptr};
    case Op::StrBitOr: return {"string bitwise or (|.)", nullptr, nullptr};
    case Op::StrBitXor: return {"string bitwise xor (^.)", nullptr, nullptr};
    case Op::NumEq: return {"numeric eq (==)", "integer eq (==)", nullptr};
    case Op::NumNe: return {"numeric ne (!=)", "integer ne (!=)", nullptr};
    case Op::NumLt: return {"numeric lt (<)", "integer lt (<)", nullptr};
    case Op::NumGt: return {"numeric gt (>)", "integer gt (>)", nullptr};
    case Op::NumLe: return {"numeric le (<=)", "integer le (<=)", nullptr};
    case Op::NumGe: return {"numeric ge (>=)", "integer ge (>=)", nullptr};
    case Op::NumCmp: return {"numeric comparison (<=>)", "integer comparison (<=>)", nullptr};
    case Op::StrEq: return {"string eq", nullptr, nullptr};
    case Op::StrNe: return {"string ne", nullptr, nullptr};
    case Op::StrLt: return {"string lt", nullptr, nullptr};
    case Op::StrGt: return {"string gt", nullptr, nullptr};
    case Op::StrLe: return {"string le", nullptr, nullptr};
    case Op::StrGe: return {"string ge", nullptr, nullptr};
    case Op::StrCmp: return {"string comparison (cmp)", nullptr, nullptr};
    case Op::Isa: return {"derived class test", nullptr, nullptr};
    case Op::SmartMatch: return {"smart match", nullptr, nullptr};
    case Op::Neg: return {"negation (-)", "integer negation (-)", nullptr};
    case Op::Not: return {"not", nullptr, nullptr};
    case Op::BitNot: return {"1's complement (~)", nullptr, "numeric 1's complement (~)"};
    case Op::StrBitNot: return {"string 1's complement (~)", nullptr, nullptr};
    case Op::Plus: return {nullptr, nullptr, nullptr};
  }
  return {nullptr, nullptr, nullptr};
}

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
    case BuiltinId::k_join: return "join or string";
    case BuiltinId::k_ref: return "reference-type operator";
    case BuiltinId::k_defined: return "defined operator";
    case BuiltinId::k_undef: return "undef operator";
    case BuiltinId::k_chop: return many ? "chop" : "scalar chop";
    case BuiltinId::k_chomp: return many ? "chomp" : "scalar chomp";
    case BuiltinId::k_pos: return "match position";
    case BuiltinId::k_prototype: return "subroutine prototype";
    case BuiltinId::k_keys: return is_array(kid) ? "keys on array" : "keys";
    case BuiltinId::k_values: return is_array(kid) ? "values on array" : "values";
    case BuiltinId::k_each: return is_array(kid) ? "each on array" : "each";
    case BuiltinId::k_readline: return "<HANDLE>";
    case BuiltinId::k_readpipe: return "quoted execution (``, qx)";
    case BuiltinId::k_do: return "do \"file\"";
    case BuiltinId::k_eval:
    case BuiltinId::k_evalbytes: return "eval \"string\"";
    case BuiltinId::k_reset: return "symbol reset";
    case BuiltinId::k_select: return kid && kid->next ? "select system call" : "select";
    default: return builtin::builtin_row(id).name.data();
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

const char* deref_text(std::int64_t sigil) {
  switch (sigil) {
    case '@': return "array dereference";
    case '%': return "hash dereference";
    case '&': return "subroutine dereference";
    case '*': return "ref-to-glob cast";
    default: return "scalar dereference";
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
    case NodeKind::Deref: return deref_text(node.iv);
    case NodeKind::ArrayLen: return "array length";
    case NodeKind::Index: return "array element";
    case NodeKind::HashIndex: return "hash element";
    case NodeKind::Slice: return "array slice";
    case NodeKind::HashSlice: return "hash slice";
    case NodeKind::KvSlice: return "index/value array slice";
    case NodeKind::KvHashSlice: return "key/value hash slice";
    case NodeKind::ListSlice: return "list slice";
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
    default: return nullptr;
  }
}

}  // namespace perlipc
