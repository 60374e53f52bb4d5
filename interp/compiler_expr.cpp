// Expressions: operators, conditions, lists, references, blocks as values.
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/vm.h"

namespace perlipc {

using builtin::BuiltinId;

bool Compiler::is_lexical_scalar(Node* node, Operand* slot) {
  if (node->kind == NodeKind::List && node->first && !node->first->next)
    return is_lexical_scalar(node->first, slot);
  if (node->kind != NodeKind::ScalarVar) return false;
  if (node->decl && node->decl->kind != DeclKind::Our) {
    *slot = slot_of(node->decl);
    return true;
  }
  if (sort_a_ != kNone && !node->decl && node->text.size() > 3) {
    std::string_view t = node->text;
    std::string_view last = t.substr(t.size() - 3);
    if ((last == "::a" || last == "::b") && t.substr(0, t.size() - 3) == sort_package_) {
      *slot = last == "::a" ? sort_a_ : sort_b_;
      return true;
    }
  }
  return false;
}

Value Compiler::lasting(Value v) {
  if (v.tag == kStr && static_cast<std::int32_t>(v.s->refs) >= 0)
    return Value::adopt(String::intern_immortal(v.s->view(), v.s->utf8()));
  return v;
}

Compiler::Operand Compiler::rv(Node* node) {
  Operand slot;
  if (is_lexical_scalar(node, &slot)) return slot;
  Value v;
  if (constant_value(node, &v)) return constant(lasting(std::move(v)));
  if (node->kind == NodeKind::My && node->first && !node->first->next && !node->has(Paren) &&
      node->first->kind == NodeKind::ScalarVar) {
    declare(node);
    if (is_lexical_scalar(node->first, &slot)) return slot;
    return rv(node->first);
  }
  if (node->kind == NodeKind::Assign && !node->has(ListAssign) &&
      is_lexical_scalar(node->first, &slot)) {
    effect(node);
    return slot;
  }
  if ((node->kind == NodeKind::PreInc || node->kind == NodeKind::PreDec) &&
      is_lexical_scalar(node->first, &slot)) {
    effect(node);
    return slot;
  }
  Operand t = temp();
  spare_ = t;
  into(node, t);
  return t;
}

// An operand in dst, which nobody reads before the operator writes it. Expressions of ordinary size
// have a slot for each: what it holds lives as long as the statement.
Compiler::Operand Compiler::rv_in(Node* node, Operand dst) {
  switch (strip(node)->kind) {
    case NodeKind::Binary:
    case NodeKind::Unary:
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor:
    case NodeKind::Ternary:
      if (Value v; constant_value(node, &v)) break;
      spare_ = dst;
      into(node, dst);
      return dst;
    default: break;
  }
  return rv(node);
}

void Compiler::in_context(Node* node, Ctx ctx, Operand dst) {
  switch (node->kind) {
    case NodeKind::Call: return call(node, ctx, dst);
    case NodeKind::Method: return method_call(node, ctx, dst);
    default: break;
  }
  if (ctx == Ctx::Void) return effect(node);
  if (ctx == Ctx::Scalar) return into(node, dst);
  if (ctx == Ctx::List) return list(node, ListMode::Copy);
  return_value(node);
}

Opc binary_opcode(Op op) {
  switch (op) {
    case Op::Add: return Opc::Add;
    case Op::Sub: return Opc::Sub;
    case Op::Mul: return Opc::Mul;
    case Op::Div: return Opc::Div;
    case Op::Mod: return Opc::Mod;
    case Op::Pow: return Opc::Pow;
    case Op::Concat: return Opc::Concat;
    case Op::RepeatOp: return Opc::Repeat;
    case Op::ShiftLeft: return Opc::ShiftLeft;
    case Op::ShiftRight: return Opc::ShiftRight;
    case Op::BitAnd: return Opc::BitAnd;
    case Op::BitOr: return Opc::BitOr;
    case Op::BitXor: return Opc::BitXor;
    case Op::StrBitAnd: return Opc::StrBitAnd;
    case Op::StrBitOr: return Opc::StrBitOr;
    case Op::StrBitXor: return Opc::StrBitXor;
    case Op::NumEq: return Opc::NumEq;
    case Op::NumNe: return Opc::NumNe;
    case Op::NumLt: return Opc::NumLt;
    case Op::NumGt: return Opc::NumGt;
    case Op::NumLe: return Opc::NumLe;
    case Op::NumGe: return Opc::NumGe;
    case Op::NumCmp: return Opc::NumCmp;
    case Op::StrEq: return Opc::StrEq;
    case Op::StrNe: return Opc::StrNe;
    case Op::StrLt: return Opc::StrLt;
    case Op::StrGt: return Opc::StrGt;
    case Op::StrLe: return Opc::StrLe;
    case Op::StrGe: return Opc::StrGe;
    case Op::StrCmp: return Opc::StrCmp;
    case Op::Isa: return Opc::Isa;
    default: return Opc::Nop;
  }
}

namespace {
Opc integer_opcode(Opc op) {
  switch (op) {
    case Opc::Add:
    case Opc::Sub:
    case Opc::Mul:
    case Opc::Div:
    case Opc::Mod:
    case Opc::NumEq:
    case Opc::NumNe:
    case Opc::NumLt:
    case Opc::NumGt:
    case Opc::NumLe:
    case Opc::NumGe:
    case Opc::NumCmp:
    case Opc::BitAnd:
    case Opc::BitOr:
    case Opc::BitXor:
    case Opc::ShiftLeft:
    case Opc::ShiftRight: return Opc::IntegerOp;
    default: return op;
  }
}
}  // namespace

namespace {
// Whether its value is settled when it has been computed (LaterCode::changes).
bool is_operator(const Node* n) {
  n = strip(n);
  return n->kind == NodeKind::Binary || n->kind == NodeKind::Unary;
}
}  // namespace

void Compiler::binary(Node* node, Operand dst, bool spare) {
  if (node->has(Chained)) return chained_comparison(node, dst);
  Op op = node->op();
  if (op == Op::SmartMatch) return smart_match(node, dst);
  Opc code = binary_opcode(op);
  if (op == Op::Concat) return concat_into(node, dst);
  // The left operand is computed before the right one runs; when it is a variable, perl reads it
  // after that.
  Node* const right = node->first->next;
  const int keep = next_slot_;
  Operand l =
      spare && is_operator(node->first) ? rv_in(node->first, dst) : rv_late(node->first, right);
  Operand r = spare && l != dst ? rv_in(right, dst) : rv(right);
  mark_node(node);
  if (hints().bits & Hints::Integer) {
    Opc i = integer_opcode(code);
    if (i == Opc::IntegerOp) {
      emit(i, dst, l, r);
      emit_extension(static_cast<std::uint32_t>(code));
      if (spare) give_back(keep);
      return;
    }
  }
  emit(code, dst, l, r);
  if (spare) give_back(keep);
}

// a < b <= c: each operand once, left to right, stopping at the first false comparison.
void Compiler::chained_comparison(Node* node, Operand dst) {
  Label end;
  Operand work = temp();
  Node* kid = node->first;
  Operand left = rv(kid);
  for (std::size_t n = 0; n < node->text.size(); ++n) {
    kid = kid->next;
    Operand right = temp();
    into(kid, right);
    mark_node(node);
    emit(binary_opcode(static_cast<Op>(node->text[n])), work, left, right);
    if (n + 1 < node->text.size()) emit_jump(Opc::JumpFalse, end, work);
    left = right;
  }
  place_label(end);
  emit(Opc::Move, dst, work);
}

void Compiler::concat_into(Node* node, Operand dst) {
  std::vector<Node*> parts;
  concat_parts(node, parts);
  join_parts(parts, node, dst);
}

// Very many are joined some at a time.
void Compiler::join_parts(const std::vector<Node*>& parts, const Node* node, Operand dst) {
  Operand joined = kNone;
  for (std::size_t from = 0; from < parts.size();) {
    const std::size_t to = std::min(parts.size(), from + kMostJoined);
    const int keep = next_slot_;
    std::vector<Operand> operands = joined_operands({parts.begin() + from, parts.begin() + to});
    if (joined != kNone) operands.insert(operands.begin(), joined);
    from = to;
    mark_node(node);
    if (from < parts.size()) {
      if (joined == kNone) {
        joined = temp();
        emit_joined(joined, std::move(operands));
        continue;  // its slot stands behind those of the operands
      }
      emit_joined(joined, std::move(operands));
      give_back(keep);
    } else emit_joined(dst, std::move(operands));
  }
}

void Compiler::emit_joined(Operand dst, std::vector<Operand> operands) {
  if (operands.size() == 2) {
    emit(Opc::Concat, dst, operands[0], operands[1]);
    return;
  }
  emit(Opc::ConcatList, dst, static_cast<unsigned>(operands.size()));
  emit_operands(std::move(operands));
}

// The words behind an instruction with any number of operands: four in each.
void Compiler::emit_operands(std::vector<Operand> operands) {
  while (operands.size() % 4) operands.push_back(kNone);
  for (std::size_t n = 0; n < operands.size(); n += 4) {
    Extension e{};
    e.instr = {operands[n], operands[n + 1], operands[n + 2], operands[n + 3]};
    proto_->code.push_back(e.instr);
  }
}

void Compiler::interpolated(Node* node, Operand dst) {
  std::vector<Node*> parts;
  for (Node* p = node->first; p; p = p->next) parts.push_back(p);
  if (parts.empty()) {
    emit(Opc::Copy, dst, const_str(""));
    return;
  }
  if (parts.size() == 1) {
    Operand v = rv(parts[0]);
    mark_node(node);
    emit(Opc::Stringify, dst, v);
    return;
  }
  join_parts(parts, node, dst);
}

void Compiler::unary(Node* node, Operand dst, bool spare) {
  Operand v = spare ? rv_in(node->first, dst) : rv(node->first);
  mark_node(node);
  switch (node->op()) {
    case Op::Neg:
      if (hints().bits & Hints::Integer) {
        emit(Opc::IntegerOp, dst, const_int(0), v);
        emit_extension(static_cast<std::uint32_t>(Opc::Neg));
      } else emit(Opc::Neg, dst, v);
      return;
    case Op::Not: emit(Opc::Not, dst, v); return;
    case Op::BitNot: emit(Opc::BitNot, dst, v, hints().bits & Hints::Integer ? 1 : 0); return;
    case Op::StrBitNot: emit(Opc::BitNot, dst, v, 2); return;
    default: emit(Opc::Copy, dst, v);
  }
}

void Compiler::effect(Node* node) {
  mark_node(node);
  switch (node->kind) {
    case NodeKind::Nop: return;
    case NodeKind::Int:
    case NodeKind::Num:
    case NodeKind::Const:
    case NodeKind::Str:
    case NodeKind::UInt: return;
    case NodeKind::Assign: return assign(node, kNone, false);
    case NodeKind::OpAssign: return op_assign(node, kNone, false);
    case NodeKind::PreInc:
    case NodeKind::PreDec:
    case NodeKind::PostInc:
    case NodeKind::PostDec: return increment(node, kNone, false);
    case NodeKind::Call: return call(node, Ctx::Void, kNone);
    case NodeKind::Method: return method_call(node, Ctx::Void, kNone);
    case NodeKind::Func: return builtin(node, Ctx::Void, kNone);
    case NodeKind::Print: return print(node, kNone);
    case NodeKind::My: return declare(node);
    case NodeKind::Local: return local_node(node->first, false);
    case NodeKind::List:
      for (Node* k = node->first; k; k = k->next) effect(k);
      return;
    case NodeKind::LogAnd:
    case NodeKind::LogOr: {
      Label end;
      std::size_t aliases = alias_in_use_;
      jump_if(node->first, node->kind == NodeKind::LogOr, end);
      alias_in_use_ = aliases;
      effect(node->first->next);
      place_label(end);
      return;
    }
    case NodeKind::LogDor: {
      Label end;
      Operand v = rv(node->first);
      emit_jump(Opc::JumpDefined, end, v);
      effect(node->first->next);
      place_label(end);
      return;
    }
    case NodeKind::Ternary: {
      Label otherwise, end;
      jump_if(node->first, false, otherwise);
      effect(node->first->next);
      emit_jump(Opc::Jump, end);
      place_label(otherwise);
      effect(node->first->next->next);
      place_label(end);
      return;
    }
    case NodeKind::Return: return return_statement(node);
    case NodeKind::LoopControl: return loop_control(node);
    case NodeKind::Goto: return goto_statement(node);
    case NodeKind::DoBlock: return value_of_block(node->first, Ctx::Void, kNone);
    case NodeKind::EvalBlock: return eval_block(node, Ctx::Void, kNone);
    case NodeKind::Map:
    case NodeKind::Grep: {
      Operand t = temp();
      return map_grep(node, Ctx::Scalar, t);
    }
    case NodeKind::Match: {
      Operand t = temp();
      return match(node, Ctx::Scalar, t);
    }
    case NodeKind::Subst: return subst(node, kNone);
    case NodeKind::Trans: return trans(node, kNone);
    case NodeKind::Yada: emit(Opc::DieText, constant_name("Unimplemented")); return;
    case NodeKind::Deref:
      if (node->iv == '&') return call(node, Ctx::Void, kNone);
      break;
    case NodeKind::If:
    case NodeKind::While:
    case NodeKind::Foreach:
    case NodeKind::CFor:
    case NodeKind::BareBlock:
    case NodeKind::Block:
    case NodeKind::SubDef:
    case NodeKind::PackageDef:
    case NodeKind::Try:
    case NodeKind::Given:
    case NodeKind::When:
    case NodeKind::Default: return compound(node, false);
    case NodeKind::Slice:
    case NodeKind::HashSlice:
    case NodeKind::ListSlice:
    case NodeKind::KvSlice:
    case NodeKind::KvHashSlice:
    case NodeKind::Range:
    case NodeKind::Repeat:
    case NodeKind::ReadLine: {
      if (node->kind == NodeKind::Range ||
          (node->kind == NodeKind::Repeat && !node->has(ListRepeat)) ||
          node->kind == NodeKind::ReadLine)
        break;
      Operand m = temp();
      emit(Opc::Mark, m);
      open_marks_.push_back(m);
      list(node, ListMode::Copy);
      open_marks_.pop_back();
      emit(Opc::PopTo, m);
      return;
    }
    default: break;
  }
  const int keep = next_slot_;
  Operand t = temp();
  into(node, t);
  if (is_crowded()) give_back(keep);
}

void Compiler::into(Node* node, Operand dst) {
  const bool spare = std::exchange(spare_, kNone) == dst && is_crowded();
  Operand slot;
  if (is_lexical_scalar(node, &slot)) {
    if (slot != dst) emit(Opc::Copy, dst, slot);
    return;
  }
  mark_node(node);
  switch (node->kind) {
    case NodeKind::Int:
    case NodeKind::UInt:
    case NodeKind::Num:
    case NodeKind::Const:
    case NodeKind::Str: emit(Opc::Copy, dst, rv(node)); return;
    case NodeKind::Interp: return interpolated(node, dst);
    case NodeKind::Stringify: {
      Operand v = rv(node->first);
      mark_node(node);
      emit(Opc::Stringify, dst, v);
      return;
    }
    case NodeKind::JoinArray: {
      Operand m = temp();
      emit(Opc::Mark, m);
      open_marks_.push_back(m);
      emit(Opc::PushGv, link("main::\""));
      list(node->first, ListMode::Copy);
      open_marks_.pop_back();
      mark_node(node);
      emit(Opc::JoinList, dst, m);
      return;
    }
    case NodeKind::CaseMod: {
      Operand v = rv(node->first);
      mark_node(node);
      emit(Opc::CaseModify, dst, v,
           static_cast<unsigned>(node->iv) |
               (hints().features & Hints::UnicodeStrings ? 1u << 8 : 0u));
      return;
    }
    case NodeKind::ScalarVar: {
      std::string_view name = node->decl ? node->decl->our_name : node->text;
      if (name == "main::_") {
        emit(Opc::TopicGet, dst);
        return;
      }
      if (special_variable(node, dst)) return;
      emit(Opc::GvGet, dst, link(name));
      return;
    }
    case NodeKind::ArrayVar: {
      if (is_args_list(node)) {
        emit(Opc::ArgCount, dst);
        return;
      }
      Operand a = array_reg(node, false);
      emit(Opc::ArraySize, dst, a);
      return;
    }
    case NodeKind::HashVar: {
      Operand h = hash_reg(node, false);
      emit(Opc::HashScalar, dst, h);
      return;
    }
    case NodeKind::CodeVar: return call(node, Ctx::Scalar, dst);
    case NodeKind::GlobVar:
      if (node->first) {
        Operand v = rv(node->first);
        emit(Opc::GlobOf, dst, v, strict_flags());
      } else emit(Opc::LoadGlob, dst, link(node->text), 1);
      return;
    case NodeKind::Deref:
      if (node->iv == '$') {
        Operand r = rv(node->first);
        mark_node(node);
        emit(Opc::DerefGet, dst, r, strict_flags());
      } else if (node->iv == '@') {
        Operand a = array_reg(node, false);
        emit(Opc::ArraySize, dst, a);
      } else if (node->iv == '%') {
        Operand h = hash_reg(node, false);
        emit(Opc::HashScalar, dst, h);
      } else if (node->iv == '*') {
        Operand v = rv(node->first);
        mark_node(node);
        emit(Opc::GlobOf, dst, v, strict_flags());
      } else call(node, Ctx::Scalar, dst);
      return;
    case NodeKind::ArrayLen: {
      Operand a = array_reg(node->first, false);
      emit(Opc::ArrayLast, dst, a);
      return;
    }
    case NodeKind::My:
      declare(node);
      if (node->first && !node->first->next && !node->has(Paren)) return into(node->first, dst);
      {
        Node* last = node->first;
        while (last && last->next) last = last->next;
        if (last && last->kind != NodeKind::Func) into(last, dst);
      }
      return;
    case NodeKind::Local: local_node(node->first, false); return into(node->first, dst);
    case NodeKind::Index: return element(node, dst);
    case NodeKind::HashIndex: return hash_element(node, dst);
    case NodeKind::Slice:
    case NodeKind::HashSlice:
    case NodeKind::KvSlice:
    case NodeKind::KvHashSlice:
    case NodeKind::ListSlice: {
      Operand m = temp();
      emit(Opc::Mark, m);
      open_marks_.push_back(m);
      list(node, ListMode::Copy);
      open_marks_.pop_back();
      emit(Opc::LastOf, dst, m);
      return;
    }
    case NodeKind::Call: return call(node, Ctx::Scalar, dst);
    case NodeKind::Method: return method_call(node, Ctx::Scalar, dst);
    case NodeKind::Func: return builtin(node, Ctx::Scalar, dst);
    case NodeKind::Print: return print(node, dst);
    case NodeKind::Sort: return sort(node, Ctx::Scalar, dst);
    case NodeKind::Map:
    case NodeKind::Grep: return map_grep(node, Ctx::Scalar, dst);
    case NodeKind::ReadLine: return readline(node, Ctx::Scalar, dst);
    case NodeKind::GlobPattern:
      push_scalar(node->first);
      emit(Opc::Builtin, dst, static_cast<unsigned>(BuiltinId::k_glob), 1);
      emit_extension(static_cast<unsigned>(kNone) | static_cast<unsigned>(Ctx::Scalar) << 16);
      return;
    case NodeKind::FileTest: filetest(node, dst); return;
    case NodeKind::Binary: return binary(node, dst, spare);
    case NodeKind::Unary: return unary(node, dst, spare);
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor: return logical(node, dst, spare);
    case NodeKind::LogXor: {
      Operand l = temp();
      into(node->first, l);
      Operand r = rv(node->first->next);
      emit(Opc::LogXor, dst, l, r);
      return;
    }
    case NodeKind::PreInc:
    case NodeKind::PreDec:
    case NodeKind::PostInc:
    case NodeKind::PostDec: return increment(node, dst, true);
    case NodeKind::Ternary: return ternary(node, dst);
    case NodeKind::Assign: return assign(node, dst, true);
    case NodeKind::OpAssign: return op_assign(node, dst, true);
    case NodeKind::Range: return range_flip_flop(node, dst);
    case NodeKind::Repeat: {
      if (node->has(ListRepeat)) {
        // In scalar context the last item of the list is repeated.
        Node* l = node->first;
        while (l->kind == NodeKind::List && l->first) {
          Node* k = l->first;
          for (; k->next; k = k->next) effect(k);
          l = k;
        }
        Operand a = rv_late(l, node->first->next), b = rv(node->first->next);
        mark_node(node);
        emit(Opc::Repeat, dst, a, b);
        return;
      }
      Operand a = rv_late(node->first, node->first->next), b = rv(node->first->next);
      mark_node(node);
      emit(Opc::Repeat, dst, a, b);
      return;
    }
    case NodeKind::List: {
      if (!node->first) {
        emit(Opc::LoadUndef, dst);
        return;
      }
      Node* k = node->first;
      for (; k->next; k = k->next) effect(k);
      if (spare) spare_ = dst;
      return into(k, dst);
    }
    case NodeKind::Ref: return reference_to(node->first, dst);
    case NodeKind::AnonArray: return anon_list(node, dst, Opc::NewArrayRef);
    case NodeKind::AnonHash: return anon_list(node, dst, Opc::NewHashRef);
    case NodeKind::AnonSub: return closure(node, dst);
    case NodeKind::Match: return match(node, Ctx::Scalar, dst);
    case NodeKind::Qr: return qr(node, dst);
    case NodeKind::Subst: return subst(node, dst);
    case NodeKind::Trans: return trans(node, dst);
    case NodeKind::DoBlock: return value_of_block(node->first, Ctx::Scalar, dst);
    case NodeKind::EvalBlock: return eval_block(node, Ctx::Scalar, dst);
    case NodeKind::Wantarray: return wantarray(dst);
    case NodeKind::SubSelf: emit(Opc::SubSelf, dst); return;
    case NodeKind::Block:
    case NodeKind::If:
    case NodeKind::BareBlock:
    case NodeKind::Try: return value_of_block(node, Ctx::Scalar, dst);
    case NodeKind::Return:
    case NodeKind::Defer:
    case NodeKind::FormatDef:
    case NodeKind::LoopControl:
    case NodeKind::Goto:
    case NodeKind::Yada:
    case NodeKind::Nop:
    case NodeKind::While:
    case NodeKind::CFor:
    case NodeKind::Foreach:
    case NodeKind::SubDef:
    case NodeKind::PackageDef:
    case NodeKind::Given:
    case NodeKind::When:
    case NodeKind::Default: effect(node); return;
    case NodeKind::Statement: return into(node->first, dst);
    case NodeKind::ElemVar: break;
  }
  refuse(node, "this expression");
}

void Compiler::logical(Node* node, Operand dst, bool spare) {
  Label end;
  const Operand work = spare ? dst : temp();  // dst may be an operand of the right side
  spare_ = work;
  into(node->first, work);
  Opc leave = node->kind == NodeKind::LogAnd  ? Opc::JumpFalse
              : node->kind == NodeKind::LogOr ? Opc::JumpTrue
                                              : Opc::JumpDefined;
  emit_jump(leave, end, work);
  int keep = next_slot_;
  spare_ = work;
  into(node->first->next, work);
  if (is_crowded()) give_back(keep);
  place_label(end);
  if (work != dst) emit(Opc::Move, dst, work);
}

void Compiler::ternary(Node* node, Operand dst) {
  Label otherwise, end;
  jump_if(node->first, false, otherwise);
  into(node->first->next, dst);
  emit_jump(Opc::Jump, end);
  place_label(otherwise);
  into(node->first->next->next, dst);
  place_label(end);
}

bool Compiler::comparison_jump(Node* node, bool sense, Label& label) {
  if (node->kind != NodeKind::Binary || node->has(Chained) || (hints().bits & Hints::Integer))
    return false;
  Opc op;
  switch (node->op()) {
    case Op::NumEq: op = Opc::JumpNumEq; break;
    case Op::NumNe: op = Opc::JumpNumNe; break;
    case Op::NumLt: op = Opc::JumpNumLt; break;
    case Op::NumGt: op = Opc::JumpNumGt; break;
    case Op::NumLe: op = Opc::JumpNumLe; break;
    case Op::NumGe: op = Opc::JumpNumGe; break;
    case Op::StrEq: op = Opc::JumpStrEq; break;
    case Op::StrNe: op = Opc::JumpStrNe; break;
    default: return false;
  }
  Operand l = rv_late(node->first, node->first->next), r = rv(node->first->next);
  mark_node(node);
  emit_jump(op, label, sense, l, r);
  return true;
}

void Compiler::jump_if(Node* node, bool sense, Label& label) {
  switch (node->kind) {
    case NodeKind::List:
      if (node->first && !node->first->next) return jump_if(node->first, sense, label);
      break;
    case NodeKind::Unary:
      if (node->op() == Op::Not) {
        Node* k = node->first;
        while (k->kind == NodeKind::List && k->first && !k->first->next) k = k->first;
        // `!` of an overloaded object may be overloaded itself.
        if (k->kind == NodeKind::Binary || k->kind == NodeKind::Match ||
            k->kind == NodeKind::LogAnd || k->kind == NodeKind::LogOr || k->kind == NodeKind::Func)
          return jump_if(k, !sense, label);
        Operand v = rv(k);
        mark_node(node);
        emit_jump(sense ? Opc::JumpFalse : Opc::JumpTrue, label, v);
        return;
      }
      break;
    case NodeKind::Binary:
      if (comparison_jump(node, sense, label)) return;
      break;
    case NodeKind::LogAnd:
    case NodeKind::LogOr: {
      bool is_and = node->kind == NodeKind::LogAnd;
      Node* right = node->first->next;
      if (is_and != sense) {
        jump_if(node->first, sense, label);
        jump_if(right, sense, label);
      } else {
        Label skip;
        jump_if(node->first, !sense, skip);
        jump_if(right, sense, label);
        place_label(skip);
      }
      return;
    }
    case NodeKind::ArrayVar:
    case NodeKind::HashVar: {
      if (is_args_list(node)) {
        Operand count = temp();
        emit(Opc::ArgCount, count);
        emit_jump(sense ? Opc::JumpTrue : Opc::JumpFalse, label, count);
        return;
      }
      Operand a = node->kind == NodeKind::ArrayVar ? array_reg(node, false) : hash_reg(node, false);
      emit_jump(node->kind == NodeKind::ArrayVar ? Opc::JumpArray : Opc::JumpHash, label, a, sense);
      return;
    }
    case NodeKind::Int:
      if ((node->iv != 0) == sense) emit_jump(Opc::Jump, label);
      return;
    case NodeKind::Func:
      if (static_cast<BuiltinId>(node->iv) == BuiltinId::k_defined && node->first &&
          !node->has(OmittedTopic)) {
        Operand s;
        if (is_lexical_scalar(node->first, &s)) {
          emit_jump(sense ? Opc::JumpDefined : Opc::JumpUndef, label, s);
          return;
        }
        if (node->first->kind == NodeKind::Assign && jump_if_assigned(node->first, sense, label))
          return;
      }
      break;
    case NodeKind::Return:
    case NodeKind::LoopControl:
    case NodeKind::Goto: effect(node); return;
    default: break;
  }
  Operand v = rv(node);
  mark_node(node);
  emit_jump(sense ? Opc::JumpTrue : Opc::JumpFalse, label, v);
}

// `defined(VARIABLE = EXPR)`, which is what `while (<FH>)` means, without a copy of the value.
bool Compiler::jump_if_assigned(Node* assignment, bool sense, Label& label) {
  if (assignment->has(ListAssign)) return false;
  Node* target = strip(assignment->first);
  Node* value = strip(assignment->first->next);
  const bool topic =
      target->kind == NodeKind::ScalarVar && !target->decl && target->text == "main::_";
  if (topic && value->kind == NodeKind::ReadLine && value->first) {
    const Node* handle = strip(value->first);
    if (handle->kind == NodeKind::Str && handle->text == "ARGV") return false;
    Operand found = temp();
    readline_to_topic(value, found);
    emit_jump(sense ? Opc::JumpTrue : Opc::JumpFalse, label, found);
    return true;
  }
  Node* variable = target;
  if (target->kind == NodeKind::My && static_cast<DeclKind>(target->iv) == DeclKind::My)
    variable = target->first;
  Operand slot = kNone;
  if (variable->kind != NodeKind::ScalarVar || !variable->decl ||
      variable->decl->kind == DeclKind::Our)
    return false;
  const bool waits = waits_;
  assign(assignment, kNone, false);
  waits_ = waits;  // nothing but the loop can be behind it
  (void)is_lexical_scalar(variable, &slot);
  mark_node(assignment);
  emit_jump(sense ? Opc::JumpDefined : Opc::JumpUndef, label, slot);
  return true;
}

void Compiler::increment(Node* node, Operand dst, bool want) {
  bool inc = node->kind == NodeKind::PreInc || node->kind == NodeKind::PostInc;
  bool post = node->kind == NodeKind::PostInc || node->kind == NodeKind::PostDec;
  Node* target = node->first;
  if (Node* element = strip(target);
      !want && !tainting_ &&
      (element->kind == NodeKind::Index || element->kind == NodeKind::HashIndex)) {
    const ElementPlace e = element_place(element);
    return update_element(e, element, node, inc ? Opc::Inc : Opc::Dec, e.key);
  }
  Operand p = place(target);
  mark_node(node);
  if (!want) emit(inc ? Opc::Inc : Opc::Dec, p);
  else if (post) emit(inc ? Opc::PostInc : Opc::PostDec, dst, p);
  else {
    emit(inc ? Opc::Inc : Opc::Dec, p);
    emit(Opc::Copy, dst, p);
  }
}

}  // namespace perlipc
