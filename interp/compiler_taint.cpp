// What the compiler adds under -T: interp/taint.h says what for.
#include "interp/compiler.h"

namespace perlipc {

namespace {

using builtin::BuiltinId;

enum class Settles : std::uint8_t { Nothing, Result, Copy };

// What becomes of operand a.
Settles settles(Opc op) {
  switch (op) {
    case Opc::Add:
    case Opc::Sub:
    case Opc::Mul:
    case Opc::Div:
    case Opc::Mod:
    case Opc::Pow:
    case Opc::Concat:
    case Opc::Repeat:
    case Opc::ShiftLeft:
    case Opc::ShiftRight:
    case Opc::BitAnd:
    case Opc::BitOr:
    case Opc::BitXor:
    case Opc::StrBitAnd:
    case Opc::StrBitOr:
    case Opc::StrBitXor:
    case Opc::NumCmp:
    case Opc::StrCmp:
    case Opc::AddTo:
    case Opc::SubTo:
    case Opc::MulTo:
    case Opc::DivTo:
    case Opc::ModTo:
    case Opc::PowTo:
    case Opc::RepeatTo:
    case Opc::ShiftLeftTo:
    case Opc::ShiftRightTo:
    case Opc::BitAndTo:
    case Opc::BitOrTo:
    case Opc::BitXorTo:
    case Opc::IntegerOp:
    case Opc::Neg:
    case Opc::Not:
    case Opc::BitNot:
    case Opc::Inc:
    case Opc::Dec:
    case Opc::PostInc:
    case Opc::PostDec:
    case Opc::Append:
    case Opc::AppendList:
    case Opc::ConcatList:
    case Opc::MathOf:
    case Opc::StrBitAndTo:
    case Opc::StrBitOrTo:
    case Opc::StrBitXorTo:
    case Opc::ConcatN:
    case Opc::Stringify:
    case Opc::JoinList:
    case Opc::Length:
    case Opc::Ord:
    case Opc::Chr:
    case Opc::IntOf:
    case Opc::Substr:
    case Opc::SubstrReplace:
    case Opc::Chomp:
    case Opc::Chop:
    case Opc::ChompList:
    case Opc::Trans: return Settles::Result;
    case Opc::Copy:
    case Opc::Move:
    case Opc::LoadUndef:
    case Opc::Pop:
    case Opc::Shift:
    case Opc::DeleteElem:
    case Opc::DeleteHelem:
    case Opc::LastOf:
    case Opc::Take:
    case Opc::ArgGet:
    case Opc::ArgShift:
    case Opc::ArgPop:
    case Opc::Capture:
    case Opc::CallSub:
    case Opc::CallDynamic:
    case Opc::CallMethod:
    case Opc::CatchValue:
    case Opc::KeysScalar:
    case Opc::StringEval:
    case Opc::DoFile:
    case Opc::Require:
    // Never tainted, but what they overwrite may be.
    case Opc::RefType:
    case Opc::ArraySize:
    case Opc::ArrayLast:
    case Opc::HashScalar:
    case Opc::ListCount:
    case Opc::ArgCount:
    case Opc::FlipFlop:
    case Opc::Pos:
    case Opc::GlobSlot:
    case Opc::PushList:
    case Opc::Unshift: return Settles::Copy;
    default: return Settles::Nothing;
  }
}

Opc in_place_of(Opc op, unsigned b) {
  switch (op) {
    case Opc::PushCopy: return Opc::TaintPushCopy;
    case Opc::PushArray: return Opc::TaintPushArray;
    case Opc::PushMove: return Opc::TaintPushMove;
    case Opc::PushList: return Opc::TaintPushList;
    case Opc::Unshift: return Opc::TaintUnshift;
    case Opc::Splice: return Opc::TaintSplice;
    case Opc::Match: return Opc::TaintMatch;
    case Opc::MatchList: return Opc::TaintMatchList;
    case Opc::Split: return Opc::TaintSplit;
    case Opc::ReadLine: return Opc::TaintReadLine;
    case Opc::ReadLines: return Opc::TaintReadLines;
    case Opc::Builtin:
      return static_cast<BuiltinId>(b) == BuiltinId::k_die ? op : Opc::TaintBuiltin;
    default: return op;
  }
}

}  // namespace

std::uint32_t Compiler::emit_tainting(Opc op, unsigned a, unsigned b, unsigned c) {
  if (unsettled_ >= 0) settle_taint();
  switch (op) {
    case Opc::ConcatN: append(Opc::TaintStack, kNone, b); break;
    case Opc::JoinList: append(Opc::TaintStack, b); break;
    case Opc::ForListInit:
    case Opc::MapInit:
    case Opc::MakeRefs: append(Opc::TaintStack, a); break;
    // A variable is read when its value is used.
    case Opc::GvGet:
    case Opc::TopicGet:
    case Opc::DerefGet: append(Opc::TaintHold, 0, kNone); break;
    case Opc::Elem:
    case Opc::Helem:
    case Opc::RefElem:
    case Opc::RefHelem: append(Opc::TaintHold, 0, c); break;
    // Only the target, the pattern and the replacement count.
    case Opc::SubstConst:
    case Opc::SubstBegin: append(Opc::TaintClear); break;
    case Opc::StringEval: append(Opc::TaintCheck, b, kTaintEval); break;
    case Opc::DoFile: append(Opc::TaintCheck, b, kTaintDo); break;
    case Opc::Require:
      if (c == 0) append(Opc::TaintCheck, b, kTaintRequire);
      break;
    default: break;
  }
  const std::uint32_t at = append(in_place_of(op, b), a, b, c);
  unsettled_ = static_cast<int>(at);
  return at;
}

void Compiler::taint_arguments(std::uint32_t count, Operand mark) {
  if (count == kNone) emit(Opc::TaintStack, mark);
  else if (count != 0 && count != kNone - 1) emit(Opc::TaintStack, kNone, count);
}

void Compiler::settle_taint() {
  const Instr i = proto_->code[static_cast<std::size_t>(unsettled_)];
  unsettled_ = -1;
  const auto op = static_cast<Opc>(i.op);
  switch (op) {
    case Opc::GvSet: append(Opc::TaintGlobal, i.a); return;
    case Opc::TopicSet: append(Opc::TaintTopic); return;
    case Opc::ElemSet: append(Opc::TaintElem, i.a, i.b); return;
    case Opc::HelemSet: append(Opc::TaintHelem, i.a, i.b); return;
    case Opc::ElemUpdate: append(Opc::TaintElem, i.a, i.b, 1); return;
    case Opc::HelemUpdate: append(Opc::TaintHelem, i.a, i.b, 1); return;
    case Opc::ArrayAssign:
    case Opc::TakeArray:
    case Opc::TakeArraySlice:
    case Opc::ArgsRest:
      append(Opc::TaintArray, i.a);
      if (op == Opc::ArrayAssign && i.c != kNone && i.c != 0) append(Opc::TaintCopied, i.c);
      return;
    case Opc::HashAssign:
    case Opc::TakeHash:
    case Opc::TakeHashSlice:
    case Opc::ArgsRestHash:
      append(Opc::TaintHash, i.a);
      if (op == Opc::HashAssign && i.c != kNone && i.c != 0) append(Opc::TaintCopied, i.c);
      return;
    case Opc::NewArrayRef:
    case Opc::NewHashRef:
    case Opc::RefToTemp: append(Opc::TaintAnon, i.a); return;
    case Opc::PushOne:
      append(Opc::TaintLast, i.b);
      if (i.a != kNone) append(Opc::TaintCopied, i.a);
      return;
    case Opc::GvGet:
    case Opc::TopicGet:
    case Opc::DerefGet:
    case Opc::Elem:
    case Opc::Helem:
    case Opc::RefElem:
    case Opc::RefHelem: append(Opc::TaintLet, i.a); return;
    case Opc::Safepoint: append(Opc::TaintClear); return;
    case Opc::FileTest: append(Opc::TaintIn, i.a); return;
    case Opc::CaseModify:
      append((i.c & 0xff) == 'Q' ? Opc::TaintCopied : Opc::TaintResult, i.a);
      return;
    // The operand that was changed, as well as the result.
    case Opc::PostInc:
    case Opc::PostDec:
    case Opc::SubstrReplace:
    case Opc::Chomp:
    case Opc::Chop: append(Opc::TaintResult, i.b); break;
    case Opc::Trans:
      if (!(i.b & kConst)) append(Opc::TaintResult, i.b);
      break;
    case Opc::SubstConst: append(Opc::TaintSubst, i.a, i.b); return;
    case Opc::SubstEnd: append(Opc::TaintSubst, i.a, i.c); return;
    default: break;
  }
  const Settles what = settles(op);
  if (what == Settles::Nothing || i.a == kNone) return;
  append(what == Settles::Result ? Opc::TaintResult : Opc::TaintCopied, i.a);
}

}  // namespace perlipc
