// Names of operators, builtins and container parts (perldiag).
#include "interp/operator_text.h"

namespace perlipc {

using builtin::BuiltinId;

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
    case Op::Isa: return {"derived class test (isa)", nullptr, nullptr};
    case Op::SmartMatch: return {"smart match", nullptr, nullptr};
    case Op::Neg: return {"negation (-)", "integer negation (-)", nullptr};
    case Op::Not: return {"not", nullptr, nullptr};
    case Op::BitNot: return {"1's complement (~)", nullptr, "numeric 1's complement (~)"};
    case Op::StrBitNot: return {"string 1's complement (~)", nullptr, nullptr};
    case Op::Plus: return {"unary plus", nullptr, nullptr};
  }
  return {nullptr, nullptr, nullptr};
}

const char* builtin_text(BuiltinId id) {
  switch (id) {
    case BuiltinId::k_defined: return "defined operator";
    case BuiltinId::k_ref: return "reference-type operator";
    case BuiltinId::k_join: return "join or string";
    case BuiltinId::k_undef: return "undef operator";
    case BuiltinId::k_pos: return "match position";
    case BuiltinId::k_readline: return "<HANDLE>";
    case BuiltinId::k_readpipe: return "quoted execution (``, qx)";
    case BuiltinId::k_eval: return "eval \"string\"";
    case BuiltinId::k_do: return "do \"file\"";
    case BuiltinId::k_prototype: return "subroutine prototype";
    default: return builtin::builtin_row(id).name.data();  // NUL-terminated literals
  }
}

const char* place_text(const Node& node) {
  switch (node.kind) {
    case NodeKind::Deref:
      switch (node.iv) {
        case '@': return "array dereference";
        case '%': return "hash dereference";
        case '&': return "subroutine dereference";
        case '*': return "ref-to-glob cast";
        default: return "scalar dereference";
      }
    case NodeKind::ArrayLen: return "array length";
    case NodeKind::Index: return "array element";
    case NodeKind::HashIndex: return "hash element";
    case NodeKind::Slice: return "array slice";
    case NodeKind::HashSlice: return "hash slice";
    case NodeKind::KvSlice: return "index/value array slice";
    case NodeKind::KvHashSlice: return "key/value hash slice";
    case NodeKind::ListSlice: return "list slice";
    default: return nullptr;
  }
}

}  // namespace perlipc
