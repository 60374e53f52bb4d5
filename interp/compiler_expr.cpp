// Expressions: operators, conditions, lists, references, blocks as values.
#include "interp/compiler.h"
#include "interp/vm.h"

namespace perlipc {

using builtin::BuiltinId;

bool Compiler::is_lexical_scalar(Node* node, Operand* slot) {
  if (node->kind == NodeKind::List && node->first && !node->first->next) return is_lexical_scalar(node->first, slot);
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

Compiler::Operand Compiler::rv(Node* node) {
  Operand slot;
  if (is_lexical_scalar(node, &slot)) return slot;
  Value v;
  if (constant_value(node, &v)) {
    if (v.tag == kStr && static_cast<std::int32_t>(v.s->refs) >= 0)
      v = Value::adopt(String::intern_immortal(v.s->view(), v.s->utf8()));
    return constant(std::move(v));
  }
  if (node->kind == NodeKind::My && node->first && !node->first->next && !node->has(Paren) &&
      node->first->kind == NodeKind::ScalarVar) {
    declare(node);
    if (is_lexical_scalar(node->first, &slot)) return slot;
    return rv(node->first);
  }
  if (node->kind == NodeKind::Assign && !node->has(ListAssign) && is_lexical_scalar(node->first, &slot)) {
    effect(node);
    return slot;
  }
  if ((node->kind == NodeKind::PreInc || node->kind == NodeKind::PreDec) && is_lexical_scalar(node->first, &slot)) {
    effect(node);
    return slot;
  }
  Operand t = temp();
  into(node, t);
  return t;
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

namespace {
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
Opc integer_opcode(Opc op) {
  switch (op) {
    case Opc::Add: case Opc::Sub: case Opc::Mul: case Opc::Div: case Opc::Mod: case Opc::NumEq:
    case Opc::NumNe: case Opc::NumLt: case Opc::NumGt: case Opc::NumLe: case Opc::NumGe: case Opc::NumCmp:
    case Opc::BitAnd: case Opc::BitOr: case Opc::BitXor: case Opc::ShiftLeft: case Opc::ShiftRight:
      return Opc::IntegerOp;
    default: return op;
  }
}
}  // namespace

void Compiler::binary(Node* node, Operand dst) {
  if (node->has(Chained)) return chained_comparison(node, dst);
  Op op = node->op();
  if (op == Op::SmartMatch) refuse(node, "smartmatch (~~)");
  Opc code = binary_opcode(op);
  if (op == Op::Concat) return concat_into(node, dst);
  Operand l = rv(node->first);
  // The left operand is read before the right one runs, as perl's does when it is a temporary;
  // variables are shared by both, which is perl's behaviour too.
  Operand r = rv(node->first->next);
  mark_node(node);
  if (hints().bits & Hints::Integer) {
    Opc i = integer_opcode(code);
    if (i == Opc::IntegerOp) {
      emit(i, dst, l, r);
      emit_extension(static_cast<std::uint32_t>(code));
      return;
    }
  }
  emit(code, dst, l, r);
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

void Compiler::collect_concat(Node* node, std::vector<Node*>& parts) {
  if (node->kind == NodeKind::Binary && !node->has(Chained) && node->op() == Op::Concat) {
    collect_concat(node->first, parts);
    parts.push_back(node->first->next);
    return;
  }
  parts.push_back(node);
}

void Compiler::concat_into(Node* node, Operand dst) {
  std::vector<Node*> parts;
  collect_concat(node, parts);
  // Flattening inner interpolations is safe only for plain strings: overloads see the same pairs.
  if (parts.size() == 2) {
    Operand l = rv(parts[0]);
    Operand r = rv(parts[1]);
    mark_node(node);
    emit(Opc::Concat, dst, l, r);
    return;
  }
  for (Node* p : parts) push_scalar(p);
  mark_node(node);
  emit(Opc::ConcatN, dst, static_cast<unsigned>(parts.size()));
}

void Compiler::interpolated(Node* node, Operand dst) {
  unsigned n = 0;
  Node* only = nullptr;
  for (Node* p = node->first; p; p = p->next) {
    ++n;
    only = p;
  }
  if (n == 0) {
    emit(Opc::Copy, dst, const_str(""));
    return;
  }
  if (n == 1) {
    Operand v = rv(only);
    mark_node(node);
    emit(Opc::Stringify, dst, v);
    return;
  }
  if (n == 2) {
    Operand l = rv(node->first);
    Operand r = rv(only);
    mark_node(node);
    emit(Opc::Concat, dst, l, r);
    return;
  }
  for (Node* p = node->first; p; p = p->next) push_scalar(p);
  mark_node(node);
  emit(Opc::ConcatN, dst, n);
}

void Compiler::unary(Node* node, Operand dst) {
  Operand v = rv(node->first);
  mark_node(node);
  switch (node->op()) {
    case Op::Neg:
      if (hints().bits & Hints::Integer) {
        emit(Opc::IntegerOp, dst, const_int(0), v);
        emit_extension(static_cast<std::uint32_t>(Opc::Sub));
      } else emit(Opc::Neg, dst, v);
      return;
    case Op::Not: emit(Opc::Not, dst, v); return;
    case Op::BitNot: emit(Opc::BitNot, dst, v, hints().bits & Hints::Integer ? 1 : 0); return;
    case Op::StrBitNot: emit(Opc::BitNot, dst, v, 2); return;
    default: emit(Opc::Copy, dst, v);
  }
}

void Compiler::push_operand(Operand o, bool move) {
  if (o & kConst) emit(Opc::PushConst, o);
  else emit(move ? Opc::PushMove : Opc::PushCopy, o);
}
void Compiler::push_scalar(Node* node) {
  Operand slot;
  Value v;
  if (is_lexical_scalar(node, &slot)) {
    emit(Opc::PushCopy, slot);
    return;
  }
  if (constant_value(node, &v)) {
    emit(Opc::PushConst, rv(node));
    return;
  }
  int keep = next_slot_;
  Operand t = temp();
  into(node, t);
  emit(Opc::PushMove, t);
  if (floor_ <= keep) next_slot_ = keep;
}

// An assignment or increment whose value is the variable itself: later changes show in it.
bool Compiler::is_modification(const Node* n) {
  while (n->kind == NodeKind::List && n->first && !n->first->next) n = n->first;
  bool modifies = n->kind == NodeKind::OpAssign || n->kind == NodeKind::PreInc || n->kind == NodeKind::PreDec ||
                  (n->kind == NodeKind::Assign && !n->has(ListAssign));
  return modifies && n->first->kind == NodeKind::ScalarVar;
}

void Compiler::push_alias(Node* node) {
  while (node->kind == NodeKind::List && node->first && !node->first->next && is_modification(node)) node = node->first;
  Operand slot;
  if (is_lexical_scalar(node, &slot)) {
    emit(Opc::PushSlot, slot);
    return;
  }
  Value v;
  if (constant_value(node, &v)) {
    emit(Opc::PushConst, rv(node));
    return;
  }
  switch (node->kind) {
    case NodeKind::ScalarVar: {
      std::string_view name = node->decl ? node->decl->our_name : node->text;
      if (name == "main::_") emit(Opc::PushTopic);
      else if (special_variable(node, kNone)) return push_scalar(node);
      else emit(Opc::PushGv, link(name));
      return;
    }
    case NodeKind::Index: case NodeKind::HashIndex: {
      mark_node(node);
      Node* agg = node->first;
      if (vivify_elements_ && agg->kind == NodeKind::HashVar &&
          (agg->next->kind == NodeKind::Str || agg->next->kind == NodeKind::ScalarVar))
        place(node);
      Operand base, key;
      if (node->kind == NodeKind::Index) {
        base = array_reg(agg, true);
        key = rv(agg->next);
        emit(Opc::PushElem, base, key);
      } else {
        base = hash_reg(agg, true);
        key = key_operand(agg->next);
        emit(Opc::PushHelem, base, key);
      }
      return;
    }
    case NodeKind::My: case NodeKind::Local: case NodeKind::Deref: case NodeKind::Assign:
    case NodeKind::OpAssign: case NodeKind::PreInc: case NodeKind::PreDec: {
      if (node->kind == NodeKind::Deref && node->iv != '$') break;
      if (node->kind == NodeKind::My && (node->has(Paren) || !node->first || node->first->kind != NodeKind::ScalarVar)) break;
      if (node->kind == NodeKind::Assign && node->has(ListAssign)) break;
      if (node->kind == NodeKind::Local) break;
      Operand p = place(node);
      emit(Opc::PushSlot, p);
      return;
    }
    case NodeKind::Func: {
      auto id = static_cast<BuiltinId>(node->iv);
      if (id == BuiltinId::k_scalar && node->first) {  // as a $ prototype applies it
        Node* k = node->first;
        while (k->kind == NodeKind::List && k->first && !k->first->next) k = k->first;
        if (k->kind == NodeKind::OpAssign || (k->kind == NodeKind::Assign && !k->has(ListAssign)))
          return push_alias(k);
      }
      bool four = id == BuiltinId::k_substr && node->first && node->first->next && node->first->next->next && node->first->next->next->next;
      if ((id == BuiltinId::k_substr && !four) || id == BuiltinId::k_vec || id == BuiltinId::k_pos) {
        Operand p = place(node);
        emit(Opc::PushSlot, p);
        return;
      }
      break;
    }
    case NodeKind::Ternary: {
      Label otherwise, end;
      jump_if(node->first, false, otherwise);
      push_alias(node->first->next);
      emit_jump(Opc::Jump, end);
      place_label(otherwise);
      push_alias(node->first->next->next);
      place_label(end);
      return;
    }
    default: break;
  }
  push_scalar(node);
}

// Yields something else than one scalar in list context.
bool Compiler::is_list_expr(Node* node) {
  switch (node->kind) {
    case NodeKind::ArrayVar: case NodeKind::HashVar: case NodeKind::Slice: case NodeKind::HashSlice:
    case NodeKind::KvSlice: case NodeKind::KvHashSlice: case NodeKind::ListSlice: case NodeKind::Call:
    case NodeKind::Method: case NodeKind::Sort: case NodeKind::Map: case NodeKind::Grep:
    case NodeKind::ReadLine: case NodeKind::GlobPattern: case NodeKind::Range: case NodeKind::List:
    case NodeKind::DoBlock: case NodeKind::EvalBlock: case NodeKind::Match: case NodeKind::Try:
      return true;
    case NodeKind::Deref: return node->iv == '@' || node->iv == '%' || node->iv == '&';
    case NodeKind::My: case NodeKind::Local:
      return node->has(Paren) || (node->first && is_list_expr(node->first)) ||
             (node->first && (node->first->kind == NodeKind::ArrayVar || node->first->kind == NodeKind::HashVar));
    case NodeKind::Repeat: return node->has(ListRepeat);
    case NodeKind::Assign: return node->has(ListAssign);
    case NodeKind::OpAssign: return false;
    case NodeKind::Ternary: return true;
    case NodeKind::LogAnd: case NodeKind::LogOr: case NodeKind::LogDor:
      return is_list_expr(node->first->next) || node->first->next->kind == NodeKind::Return;
    case NodeKind::Ref: return node->first && (node->first->kind == NodeKind::List || node->first->has(Paren) ||
                                               node->first->kind == NodeKind::My || node->first->kind == NodeKind::Slice ||
                                               node->first->kind == NodeKind::HashSlice);
    case NodeKind::Return: case NodeKind::LoopControl: return true;
    case NodeKind::Func:
      switch (static_cast<BuiltinId>(node->iv)) {
        case BuiltinId::k_caller: case BuiltinId::k_each: case BuiltinId::k_keys: case BuiltinId::k_values:
        case BuiltinId::k_splice: case BuiltinId::k_split: case BuiltinId::k_reverse: case BuiltinId::k_unpack:
        case BuiltinId::k_localtime: case BuiltinId::k_gmtime: case BuiltinId::k_stat: case BuiltinId::k_lstat:
        case BuiltinId::k_readdir: case BuiltinId::k_readline: case BuiltinId::k_readpipe: case BuiltinId::k_glob:
        case BuiltinId::k_times: case BuiltinId::k_delete: case BuiltinId::k_do: case BuiltinId::k_eval:
        case BuiltinId::k_evalbytes: case BuiltinId::k_select: case BuiltinId::k_getpwent: case BuiltinId::k_getpwnam:
        case BuiltinId::k_getpwuid: case BuiltinId::k_getgrent: case BuiltinId::k_getgrnam: case BuiltinId::k_getgrgid:
        case BuiltinId::k_gethostbyname: case BuiltinId::k_gethostbyaddr: case BuiltinId::k_gethostent:
        case BuiltinId::k_getservbyname: case BuiltinId::k_getservbyport: case BuiltinId::k_getservent:
        case BuiltinId::k_getprotobyname: case BuiltinId::k_getprotobynumber: case BuiltinId::k_getprotoent:
        case BuiltinId::k_getnetbyname: case BuiltinId::k_getnetbyaddr: case BuiltinId::k_getnetent:
        case BuiltinId::k_return: case BuiltinId::k_wait: case BuiltinId::k_sort: case BuiltinId::k_shift:
        case BuiltinId::k_require: case BuiltinId::k_chop: case BuiltinId::k_chomp:
          return static_cast<BuiltinId>(node->iv) != BuiltinId::k_shift;
        default: return false;
      }
    default: return false;
  }
}

void Compiler::list_kids(Node* first, ListMode mode) {
  for (Node* k = first; k; k = k->next) list(k, mode);
}

void Compiler::list(Node* node, ListMode mode) {
  mark_node(node);
  Value literal;
  bool undef_literal = node->kind == NodeKind::Func && !node->first &&
                       static_cast<BuiltinId>(node->iv) == BuiltinId::k_undef;
  if (mode != ListMode::Copy && readonly_consts_ && undef_literal) {
    emit(Opc::PushReadonly, constant(Value()));
    return;
  }
  if (mode != ListMode::Copy && readonly_consts_ && constant_value(node, &literal)) {
    emit(Opc::PushReadonly, rv(node));
    return;
  }
  switch (node->kind) {
    case NodeKind::List: return list_kids(node->first, mode);
    case NodeKind::Nop: return;
    case NodeKind::ArrayVar: case NodeKind::Deref: {
      if (node->kind == NodeKind::Deref && node->iv == '%') {
        Operand h = hash_reg(node, mode != ListMode::Copy);
        mark_node(node);
        emit(Opc::PushHash, h, mode != ListMode::Copy);
        return;
      }
      if (node->kind == NodeKind::Deref && node->iv == '&') return call(node, Ctx::List, kNone);
      if (node->kind == NodeKind::Deref && node->iv != '@') break;
      Operand a = array_reg(node, mode != ListMode::Copy);
      mark_node(node);
      emit(Opc::PushArray, a, static_cast<unsigned>(mode), arg_link_);
      return;
    }
    case NodeKind::HashVar: {
      Operand h = hash_reg(node, false);
      emit(Opc::PushHash, h, mode != ListMode::Copy);
      return;
    }
    case NodeKind::My: case NodeKind::Local:
      if (node->kind == NodeKind::Local) {
        local_node(node->first, true);
        return;
      }
      declare(node);
      for (Node* v = node->first; v; v = v->next)
        if (v->kind != NodeKind::Func) list(v, mode);
      return;
    case NodeKind::Slice: case NodeKind::HashSlice: case NodeKind::KvSlice: case NodeKind::KvHashSlice: {
      bool hash = node->kind == NodeKind::HashSlice || node->kind == NodeKind::KvHashSlice;
      bool kv = node->kind == NodeKind::KvSlice || node->kind == NodeKind::KvHashSlice;
      Node* agg = node->first;
      Operand base = hash ? hash_reg(agg, true) : array_reg(agg, true);
      Operand m = temp();
      emit(Opc::Mark, m);
      open_marks_.push_back(m);
      list(agg->next, ListMode::Copy);
      open_marks_.pop_back();
      mark_node(node);
      emit(hash ? Opc::SliceHash : Opc::SliceArray, base, m, (kv ? 1u : 0u) | (mode != ListMode::Copy && !kv ? 2u : 0u));
      return;
    }
    case NodeKind::ListSlice: {
      Operand m = temp(), m2 = temp();
      emit(Opc::Mark, m);
      open_marks_.push_back(m);
      list(node->first, ListMode::Copy);
      emit(Opc::Mark, m2);
      open_marks_.push_back(m2);
      list(node->first->next, ListMode::Copy);
      open_marks_.pop_back();
      open_marks_.pop_back();
      mark_node(node);
      emit(Opc::SliceList, m, m2);
      return;
    }
    case NodeKind::Call:
      if (mode != ListMode::Copy && !node->has(Dynamic)) {  // what an lvalue sub returns is aliased
        Glob* g = vm_.glob(node->text, false);
        lvalue_call_ = g && g->code() && (g->code()->bits & Code::Lvalue);
      }
      call(node, Ctx::List, kNone);
      lvalue_call_ = false;
      return;
    case NodeKind::Method: return method_call(node, Ctx::List, kNone);
    case NodeKind::Func:
      if (is_list_expr(node)) return builtin(node, Ctx::List, kNone);
      if (static_cast<BuiltinId>(node->iv) == BuiltinId::k_return) return effect(node);
      break;
    case NodeKind::Sort: return sort(node, Ctx::List, kNone, mode != ListMode::Copy && alias_sort_);
    case NodeKind::Map: case NodeKind::Grep: return map_grep(node, Ctx::List, kNone);
    case NodeKind::ReadLine: return readline(node, Ctx::List, kNone);
    case NodeKind::GlobPattern: {
      push_scalar(node->first);
      emit(Opc::Builtin, kNone, static_cast<unsigned>(BuiltinId::k_glob), 1);
      emit_extension(static_cast<unsigned>(kNone) | static_cast<unsigned>(Ctx::List) << 16);
      return;
    }
    case NodeKind::Range: {
      Operand lo = rv(node->first), hi = rv(node->first->next);
      mark_node(node);
      emit(Opc::PushRange, lo, hi);
      return;
    }
    case NodeKind::Repeat:
      if (node->has(ListRepeat)) {
        Operand m = temp();
        emit(Opc::Mark, m);
        open_marks_.push_back(m);
        list(node->first, ListMode::Copy);
        open_marks_.pop_back();
        Operand n = rv(node->first->next);
        mark_node(node);
        emit(Opc::RepeatList, m, n);
        return;
      }
      break;
    case NodeKind::DoBlock: return value_of_block(node->first, Ctx::List, kNone);
    case NodeKind::EvalBlock: return eval_block(node, Ctx::List, kNone);
    case NodeKind::Match: return match(node, Ctx::List, kNone);
    case NodeKind::Ternary: {
      Label otherwise, end;
      jump_if(node->first, false, otherwise);
      list(node->first->next, mode);
      emit_jump(Opc::Jump, end);
      place_label(otherwise);
      list(node->first->next->next, mode);
      place_label(end);
      return;
    }
    case NodeKind::LogAnd: case NodeKind::LogOr: case NodeKind::LogDor: {
      if (!is_list_expr(node->first->next)) break;
      Label end, right;
      Operand v = rv(node->first);
      Opc stay = node->kind == NodeKind::LogAnd ? Opc::JumpTrue : node->kind == NodeKind::LogOr ? Opc::JumpFalse : Opc::JumpUndef;
      emit_jump(stay, right, v);
      push_operand(v, false);
      emit_jump(Opc::Jump, end);
      place_label(right);
      list(node->first->next, mode);
      place_label(end);
      return;
    }
    case NodeKind::Assign:
      if (node->has(ListAssign)) return list_assign(node, mode == ListMode::Copy ? Ctx::List : Ctx::Return, kNone);
      break;
    case NodeKind::Ref:
      if (is_list_expr(node)) {
        Operand m = temp();
        emit(Opc::Mark, m);
        open_marks_.push_back(m);
        Node* kid = node->first;
        if (kid->kind == NodeKind::My) {
          declare(kid);
          for (Node* v = kid->first; v; v = v->next) {
            if (v->kind == NodeKind::ScalarVar) list(v, ListMode::Alias);
            else {
              Operand t = temp();
              reference_to(v, t);
              emit(Opc::PushMove, t);
              if (kid->has(Paren)) emit(Opc::FlattenRef, 0);
              else emit(Opc::RefDone);
            }
          }
          open_marks_.pop_back();
          emit(Opc::MakeRefs, m);
          return;
        }
        if (kid->kind == NodeKind::List) {
          for (Node* k = kid->first; k; k = k->next) {
            bool container = k->kind == NodeKind::HashVar || (k->kind == NodeKind::Deref && k->iv == '%') || k->kind == NodeKind::CodeVar ||
                             ((k->kind == NodeKind::ArrayVar || (k->kind == NodeKind::Deref && k->iv == '@')) && kid->first->next) ||
                             k->kind == NodeKind::AnonSub;
            if (container) {
              Operand t = temp();
              reference_to(k, t);
              emit(Opc::PushMove, t);
              emit(Opc::RefDone);
            } else list(k, ListMode::Alias);
          }
        } else list(kid, ListMode::Alias);
        open_marks_.pop_back();
        emit(Opc::MakeRefs, m);
        return;
      }
      break;
    case NodeKind::Return: case NodeKind::LoopControl: case NodeKind::Goto: return effect(node);
    case NodeKind::Try: return value_of_block(node, Ctx::List, kNone);
    default: break;
  }
  if (mode == ListMode::Copy) push_scalar(node);
  else push_alias(node);
}

void Compiler::effect(Node* node) {
  mark_node(node);
  switch (node->kind) {
    case NodeKind::Nop: return;
    case NodeKind::Int: case NodeKind::Num: case NodeKind::Str: case NodeKind::UInt: return warn_useless(node);
    case NodeKind::Assign: return assign(node, kNone, false);
    case NodeKind::OpAssign: return op_assign(node, kNone, false);
    case NodeKind::PreInc: case NodeKind::PreDec: case NodeKind::PostInc: case NodeKind::PostDec:
      return increment(node, kNone, false);
    case NodeKind::Call: return call(node, Ctx::Void, kNone);
    case NodeKind::Method: return method_call(node, Ctx::Void, kNone);
    case NodeKind::Func:
      warn_useless(node);
      return builtin(node, Ctx::Void, kNone);
    case NodeKind::Print: return print(node, kNone);
    case NodeKind::My: return declare(node);
    case NodeKind::Local: return local_node(node->first, false);
    case NodeKind::List:
      for (Node* k = node->first; k; k = k->next) effect(k);
      return;
    case NodeKind::LogAnd: case NodeKind::LogOr: {
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
    case NodeKind::Return: {
      Ctx keep = tail_ctx_;
      tail_ctx_ = Ctx::Return;
      return_value(node->first);
      tail_ctx_ = keep;
      return;
    }
    case NodeKind::LoopControl: return loop_control(node);
    case NodeKind::Goto: return goto_statement(node);
    case NodeKind::DoBlock: return value_of_block(node->first, Ctx::Void, kNone);
    case NodeKind::EvalBlock: return eval_block(node, Ctx::Void, kNone);
    case NodeKind::Map: case NodeKind::Grep: {
      Operand t = temp();
      return map_grep(node, Ctx::Scalar, t);
    }
    case NodeKind::Match: {
      Operand t = temp();
      return match(node, Ctx::Scalar, t);
    }
    case NodeKind::Subst: return subst(node, kNone);
    case NodeKind::Trans: return trans(node, kNone);
    case NodeKind::Yada: emit(Opc::DieText, const_str("Unimplemented")); return;
    case NodeKind::Deref:
      if (node->iv == '&') return call(node, Ctx::Void, kNone);
      break;
    case NodeKind::If: case NodeKind::While: case NodeKind::Foreach: case NodeKind::CFor:
    case NodeKind::BareBlock: case NodeKind::Block: case NodeKind::SubDef: case NodeKind::PackageDef:
    case NodeKind::Try: case NodeKind::Given: case NodeKind::When: case NodeKind::Default:
      return compound(node, false);
    case NodeKind::Slice: case NodeKind::HashSlice: case NodeKind::ListSlice: case NodeKind::KvSlice:
    case NodeKind::KvHashSlice: case NodeKind::Range: case NodeKind::Repeat: case NodeKind::ReadLine: {
      if (node->kind == NodeKind::Range || (node->kind == NodeKind::Repeat && !node->has(ListRepeat)) || node->kind == NodeKind::ReadLine) break;
      warn_useless(node);
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
  warn_useless(node);
  Operand t = temp();
  into(node, t);
}

void Compiler::into(Node* node, Operand dst) {
  Operand slot;
  if (is_lexical_scalar(node, &slot)) {
    if (slot != dst) emit(Opc::Copy, dst, slot);
    return;
  }
  mark_node(node);
  switch (node->kind) {
    case NodeKind::Int: case NodeKind::UInt: case NodeKind::Num: case NodeKind::Str:
      emit(Opc::Copy, dst, rv(node));
      return;
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
      emit(Opc::CaseModify, dst, v, static_cast<unsigned>(node->iv));
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
      if (!node->decl && node->text == "main::_" && !fn_->is_main && !fn_->is_eval && proto_->args_slot == kNone) {
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
      } else emit(Opc::LoadGlob, dst, link(node->text));
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
    case NodeKind::Local:
      local_node(node->first, false);
      return into(node->first, dst);
    case NodeKind::Index: return element(node, dst);
    case NodeKind::HashIndex: return hash_element(node, dst);
    case NodeKind::Slice: case NodeKind::HashSlice: case NodeKind::KvSlice: case NodeKind::KvHashSlice:
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
    case NodeKind::Map: case NodeKind::Grep: return map_grep(node, Ctx::Scalar, dst);
    case NodeKind::ReadLine: return readline(node, Ctx::Scalar, dst);
    case NodeKind::GlobPattern:
      push_scalar(node->first);
      emit(Opc::Builtin, dst, static_cast<unsigned>(BuiltinId::k_glob), 1);
      emit_extension(static_cast<unsigned>(kNone) | static_cast<unsigned>(Ctx::Scalar) << 16);
      return;
    case NodeKind::FileTest: return filetest(node, dst);
    case NodeKind::Binary: return binary(node, dst);
    case NodeKind::Unary: return unary(node, dst);
    case NodeKind::LogAnd: case NodeKind::LogOr: case NodeKind::LogDor: return logical(node, dst);
    case NodeKind::LogXor: {
      Operand l = temp();
      into(node->first, l);
      Operand r = rv(node->first->next);
      emit(Opc::LogXor, dst, l, r);
      return;
    }
    case NodeKind::PreInc: case NodeKind::PreDec: case NodeKind::PostInc: case NodeKind::PostDec:
      return increment(node, dst, true);
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
        Operand a = rv(l), b = rv(node->first->next);
        mark_node(node);
        emit(Opc::Repeat, dst, a, b);
        return;
      }
      Operand a = rv(node->first), b = rv(node->first->next);
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
    case NodeKind::Wantarray: emit(Opc::Wantarray, dst); return;
    case NodeKind::SubSelf: emit(Opc::SubSelf, dst); return;
    case NodeKind::Block: case NodeKind::If: case NodeKind::BareBlock: case NodeKind::Try:
      return value_of_block(node, Ctx::Scalar, dst);
    case NodeKind::Return: case NodeKind::LoopControl: case NodeKind::Goto: case NodeKind::Yada:
    case NodeKind::Nop: case NodeKind::While: case NodeKind::CFor: case NodeKind::Foreach:
    case NodeKind::SubDef: case NodeKind::PackageDef: case NodeKind::Given: case NodeKind::When:
    case NodeKind::Default:
      effect(node);
      return;
    case NodeKind::Statement: return into(node->first, dst);
    case NodeKind::ElemVar: break;
  }
  refuse(node, "this expression");
}

void Compiler::logical(Node* node, Operand dst) {
  Label end;
  Operand work = dst;
  Operand s;
  // dst may be an operand of the right side: work in a temporary unless dst is one already.
  bool direct = !is_lexical_scalar(node, &s);
  (void)direct;
  work = temp();
  into(node->first, work);
  Opc leave = node->kind == NodeKind::LogAnd ? Opc::JumpFalse : node->kind == NodeKind::LogOr ? Opc::JumpTrue : Opc::JumpDefined;
  emit_jump(leave, end, work);
  int keep = next_slot_;
  into(node->first->next, work);
  if (next_slot_ > keep && floor_ <= keep) next_slot_ = std::max(keep, next_slot_);
  place_label(end);
  emit(Opc::Move, dst, work);
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
  if (node->kind != NodeKind::Binary || node->has(Chained) || (hints().bits & Hints::Integer)) return false;
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
  Operand l = rv(node->first), r = rv(node->first->next);
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
        if (k->kind == NodeKind::Binary || k->kind == NodeKind::Match || k->kind == NodeKind::LogAnd ||
            k->kind == NodeKind::LogOr || k->kind == NodeKind::Func)
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
    case NodeKind::LogAnd: case NodeKind::LogOr: {
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
    case NodeKind::ArrayVar: case NodeKind::HashVar: {
      Operand a = node->kind == NodeKind::ArrayVar ? array_reg(node, false) : hash_reg(node, false);
      emit_jump(node->kind == NodeKind::ArrayVar ? Opc::JumpArray : Opc::JumpHash, label, a, sense);
      return;
    }
    case NodeKind::Int:
      if ((node->iv != 0) == sense) emit_jump(Opc::Jump, label);
      return;
    case NodeKind::Func:
      if (static_cast<BuiltinId>(node->iv) == BuiltinId::k_defined && node->first && !node->has(OmittedTopic)) {
        Operand s;
        if (is_lexical_scalar(node->first, &s)) {
          emit_jump(sense ? Opc::JumpDefined : Opc::JumpUndef, label, s);
          return;
        }
      }
      break;
    case NodeKind::Return: case NodeKind::LoopControl: case NodeKind::Goto:
      effect(node);
      return;
    default: break;
  }
  Operand v = rv(node);
  mark_node(node);
  emit_jump(sense ? Opc::JumpTrue : Opc::JumpFalse, label, v);
}

void Compiler::increment(Node* node, Operand dst, bool want) {
  bool inc = node->kind == NodeKind::PreInc || node->kind == NodeKind::PostInc;
  bool post = node->kind == NodeKind::PostInc || node->kind == NodeKind::PostDec;
  Node* target = node->first;
  Operand p = place(target);
  mark_node(node);
  if (!want) emit(inc ? Opc::Inc : Opc::Dec, p);
  else if (post) emit(inc ? Opc::PostInc : Opc::PostDec, dst, p);
  else {
    emit(inc ? Opc::Inc : Opc::Dec, p);
    emit(Opc::Copy, dst, p);
  }
}

void Compiler::range_flip_flop(Node* node, Operand dst) {
  // Scalar context: flip-flop. Constant operands are compared with $. (perlop).
  Operand state = fixed_slot_state();
  Label test_right, done, flipped;
  auto condition = [&](Node* k, Operand t) {
    if (k->kind == NodeKind::Int || k->kind == NodeKind::Num) {
      Operand line = temp();
      emit(Opc::GvGet, line, link("main::."));
      emit(Opc::NumEq, t, line, rv(k));
    } else into(k, t);
  };
  Operand t = temp();
  emit_jump(Opc::JumpTrue, test_right, state);
  condition(node->first, t);
  Label started;
  emit_jump(Opc::JumpTrue, started, t);
  emit(Opc::Copy, dst, const_str(""));
  emit_jump(Opc::Jump, done);
  place_label(started);
  emit(Opc::Copy, state, const_int(0));
  if (node->has(ThreeDots)) {
    emit(Opc::FlipFlop, dst, state, 0);
    emit_jump(Opc::Jump, done);
    place_label(test_right);
  } else {
    place_label(test_right);
  }
  emit(Opc::FlipFlop, dst, state, 0);
  condition(node->first->next, t);
  emit_jump(Opc::JumpFalse, done, t);
  emit(Opc::FlipFlop, dst, state, 1);
  place_label(done);
}

// Flip-flop state survives calls: it lives in a cell captured by the closure, like a state variable.
Compiler::Operand Compiler::fixed_slot_state() {
  Operand s = fixed_slot();
  proto_->state_vars.push_back({s, false, 0, '$', nullptr});
  return s;
}

void Compiler::value_of_block(Node* b, Ctx ctx, Operand dst) {
  Ctx keep_ctx = tail_ctx_;
  Operand keep_result = result_slot_;
  int keep_base = floor_;
  // Everything alive in the surrounding expression stays below the block's slots.
  int keep_next = next_slot_;
  bool keep_dirty = dirty_;
  floor_ = next_slot_;
  tail_ctx_ = ctx;
  Operand work = kNone;
  if (ctx == Ctx::Scalar) {
    work = temp();
    floor_ = next_slot_;
    emit(Opc::LoadUndef, work);
  }
  result_slot_ = work;
  std::size_t aliases = alias_in_use_;
  auto keep_info = info_;
  auto keep_line = line_;
  if (b->kind == NodeKind::Block) body_in_scope(b, ctx != Ctx::Void);
  else {
    compound(b, ctx != Ctx::Void);
    end_statement();
  }
  info_ = keep_info;
  line_ = keep_line;
  proto_->lines.push_back({here(), line_, info_});
  alias_in_use_ = aliases;
  tail_ctx_ = keep_ctx;
  result_slot_ = keep_result;
  if (ctx == Ctx::Scalar) emit(Opc::Move, dst, work);
  floor_ = keep_base;
  next_slot_ = std::max(keep_next, floor_);
  dirty_ = keep_dirty || true;
}

void Compiler::eval_block(Node* node, Ctx ctx, Operand dst) {
  Label handler, end;
  Operand work = kNone, mark = kNone;
  if (ctx == Ctx::Scalar) work = temp();
  if (ctx == Ctx::List) {
    mark = temp();
    emit(Opc::Mark, mark);
  }
  int keep_floor = floor_;
  floor_ = next_slot_;
  open_scope(nullptr);
  Operand match_copy = variable_slot();
  emit(Opc::CopyRaw, match_copy, proto_->match_slot);
  emit_jump(Opc::EvalEnter, handler, static_cast<unsigned>(next_slot_), 0, static_cast<unsigned>(ctx));
  ++eval_depth_;
  Label leave;
  eval_exits_.push_back({&leave, ctx, work, mark, scopes_.size(), open_marks_.size(), eval_depth_});
  if (ctx == Ctx::Scalar) value_of_block(node->first, Ctx::Scalar, work);
  else value_of_block(node->first, ctx, kNone);
  eval_exits_.pop_back();
  --eval_depth_;
  place_label(leave);
  emit(Opc::EvalLeave, 1);
  emit_jump(Opc::Jump, end);
  place_label(handler);
  if (ctx == Ctx::Scalar) emit(Opc::LoadUndef, work);
  place_label(end);
  emit(Opc::CopyRaw, proto_->match_slot, match_copy);
  close_scope();
  floor_ = keep_floor;
  if (ctx == Ctx::Scalar) emit(Opc::Move, dst, work);
}

void Compiler::anon_list(Node* node, Operand dst, Opc op) {
  Operand m = temp();
  emit(Opc::Mark, m);
  open_marks_.push_back(m);
  list_kids(node->first, ListMode::Copy);
  open_marks_.pop_back();
  mark_node(node);
  emit(op, dst, m);
}

void Compiler::reference_to(Node* kid, Operand dst) {
  Value literal;
  if (constant_value(kid, &literal)) {
    Operand t = temp();
    into(kid, t);
    Operand p = alias_temp();
    emit(Opc::ReadonlyPlace, p, t);
    emit(Opc::RefTo, dst, p, 1);
    return;
  }
  while (kid->kind == NodeKind::List && kid->first && !kid->first->next && kid->first->kind != NodeKind::ArrayVar) kid = kid->first;
  if (kid->kind == NodeKind::List && kid->has(Paren) && kid->first && !kid->first->next) {  // \(@a): its last element
    Operand m = temp();
    emit(Opc::Mark, m);
    open_marks_.push_back(m);
    list(kid, ListMode::Alias);
    open_marks_.pop_back();
    emit(Opc::MakeRefs, m);
    emit(Opc::LastOf, dst, m);
    return;
  }
  mark_node(kid);
  switch (kid->kind) {
    case NodeKind::ArrayVar: emit(Opc::RefTo, dst, array_reg(kid, true)); return;
    case NodeKind::HashVar: emit(Opc::RefTo, dst, hash_reg(kid, true)); return;
    case NodeKind::Deref:
      if (kid->iv == '@') {
        emit(Opc::RefTo, dst, array_reg(kid, true));
        return;
      }
      if (kid->iv == '%') {
        emit(Opc::RefTo, dst, hash_reg(kid, true));
        return;
      }
      if (kid->iv == '&' && !kid->first->next) {
        Operand v = rv(kid->first);
        emit(Opc::CodeRefOf, dst, v, strict_flags());
        return;
      }
      if (kid->iv == '*') {
        Operand t = temp();
        into(kid, t);
        emit(Opc::RefTo, dst, t);
        return;
      }
      break;
    case NodeKind::CodeVar:
      if (kid->decl) emit(Opc::Copy, dst, slot_of(kid->decl));
      else emit(Opc::CodeOfGlob, dst, link(kid->text), 0);
      return;
    case NodeKind::GlobVar: {
      Operand t = temp();
      into(kid, t);
      emit(Opc::RefTo, dst, t);
      return;
    }
    case NodeKind::My: {
      declare(kid);
      if (kid->first && !kid->first->next && !kid->has(Paren)) return reference_to(kid->first, dst);
      break;
    }
    case NodeKind::Local:
      local_node(kid->first, false);
      return reference_to(kid->first, dst);
    case NodeKind::AnonSub: {
      Operand t = temp();
      closure(kid, t);
      emit(Opc::RefTo, dst, t, 1);
      return;
    }
    case NodeKind::List: {
      if (!kid->first) {
        emit(Opc::LoadUndef, dst);
        return;
      }
      Node* k = kid->first;
      Value literal;
      for (; k->next; k = k->next)
        if (!constant_value(k, &literal)) effect(k);
      return reference_to(k, dst);
    }
    case NodeKind::ScalarVar: case NodeKind::Index: case NodeKind::HashIndex: case NodeKind::Ternary:
    case NodeKind::Assign: case NodeKind::PreInc: case NodeKind::PreDec: case NodeKind::OpAssign: {
      Operand s;
      if (kid->kind == NodeKind::Assign && kid->has(ListAssign)) break;
      if (is_lexical_scalar(kid, &s)) {
        emit(Opc::RefTo, dst, s, 1);
        return;
      }
      if (kid->kind == NodeKind::ScalarVar) {
        std::string_view name = kid->decl ? kid->decl->our_name : kid->text;
        if (name == "main::_") emit(Opc::TopicRef, dst);
        else emit(Opc::GvRef, dst, link(name));
        return;
      }
      Operand p = place(kid);
      emit(Opc::RefTo, dst, p, 1);
      return;
    }
    case NodeKind::Func: {
      auto id = static_cast<BuiltinId>(kid->iv);
      if (id == BuiltinId::k_substr || id == BuiltinId::k_pos || id == BuiltinId::k_vec) {
        Operand p = place(kid);
        emit(Opc::RefTo, dst, p, 1);
        return;
      }
      break;
    }
    default: break;
  }
  if (kid->kind == NodeKind::Deref && kid->iv == '$') {
    Operand p = place(kid);
    emit(Opc::RefTo, dst, p, 1);
    return;
  }
  if (kid->kind == NodeKind::Call || kid->kind == NodeKind::Method || kid->kind == NodeKind::Slice || kid->kind == NodeKind::HashSlice) {
    Operand m = temp();
    emit(Opc::Mark, m);
    open_marks_.push_back(m);
    list(kid, ListMode::Alias);
    open_marks_.pop_back();
    emit(Opc::MakeRefs, m);
    emit(Opc::LastOf, dst, m);
    return;
  }
  Operand t = temp();
  Value literal;
  bool constant = constant_value(kid, &literal);
  into(kid, t);
  emit(Opc::RefToTemp, dst, t, constant);  // a literal cannot be changed through a reference
}

void Compiler::closure(Node* node, Operand dst) {
  Compiler inner(vm_, node->function, arena_);
  inner.info_ = info_;
  FuncProto* p = inner.compile();
  proto_->functions.push_back(p);
  for (auto& c : p->captures) {
    c.index = slot_of(c.decl);
    c.from_parent_slot = true;
  }
  mark_node(node);
  // One that captures nothing is made once; a constant of its own keeps it.
  bool has_state = false;
  for (auto& s : p->state_vars) has_state = has_state || s.decl;
  Operand keep = 0;
  if (p->captures.empty() && !has_state && !node->function->has_string_eval && proto_->consts.size() < 0x7ffe) {
    proto_->consts.emplace_back();
    keep = static_cast<Operand>((proto_->consts.size() - 1) | kConst);
  }
  emit(Opc::MakeClosure, dst, static_cast<unsigned>(proto_->functions.size() - 1), keep);
}

}  // namespace perlipc
