// Calls, builtins, sort/map/grep, string eval.
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/vm.h"
#include <cstring>

namespace perlipc {

using builtin::BuiltinId;

Compiler::ArgList Compiler::push_args(Node* first, ListMode mode, unsigned glob_link) {
  ArgList args{0, kNone};
  bool dynamic = false;
  for (Node* k = first; k; k = k->next) {
    if (is_list_expr(k) || may_jump(k)) dynamic = true;
    ++args.count;
  }
  unsigned keep = arg_link_;
  const FlagScope vivify(vivify_elements_, false), aliases(alias_sort_, false);
  arg_link_ = glob_link;
  if (dynamic || args.count > 0x7000) {
    args.count = kNone;
    args.mark = temp();
    emit(Opc::Mark, args.mark);
    open_marks_.push_back(args.mark);
    for (Node* k = first; k; k = k->next) {
      arg_link_ = glob_link;
      list(k, mode);
    }
    open_marks_.pop_back();
  } else {
    for (Node* k = first; k; k = k->next) {
      arg_link_ = glob_link;
      if (mode == ListMode::Copy) push_scalar(k);
      else push_alias(k);
    }
  }
  arg_link_ = keep;
  return args;
}

void Compiler::emit_call(Opc op, Ctx ctx, Operand dst, unsigned b, std::uint32_t nargs,
                         Operand mark, std::uint32_t more) {
  if (nargs == kNone - 1) proto_->reads_args_only = false;  // &foo; has the same @_
  Operand d = dst;
  if (ctx == Ctx::Return) d = temp();
  if (tainting_) taint_arguments(nargs, mark);
  const unsigned bits = lvalue_call_ | (ctx == Ctx::Return && proto_->lvalue ? kCallHandedOn : 0u);
  if (op == Opc::CallMethod && bits >= kCallAssigned) more |= kLvalueMethod;
  last_call_ = emit(op, d, b, nargs);
  emit_extension(static_cast<std::uint32_t>(mark) | static_cast<std::uint32_t>(ctx) << 16 | bits,
                 more);
}

void Compiler::call(Node* node, Ctx ctx, Operand dst) {
  const unsigned lvalue = lvalue_call_;
  Operand outer = kNone;
  if (ctx == Ctx::Return) {
    outer = temp();
    emit(Opc::Mark, outer);
    open_marks_.push_back(outer);
  }
  lvalue_call_ = 0;
  bool deref = node->kind == NodeKind::Deref;  // &$code;
  bool dynamic = deref || node->has(Dynamic);
  if (node->kind == NodeKind::CodeVar) {
    lvalue_call_ = lvalue;
    mark_node(node);
    if (node->decl) emit_call(Opc::CallDynamic, ctx, dst, slot_of(node->decl), kNone - 1, kNone, 1);
    else emit_call(Opc::CallSub, ctx, dst, link(node->text), kNone - 1, kNone, 1);
  } else if (dynamic) {
    Node* code = node->first;
    bool share = deref || node->has(NoArgs);
    Operand f;
    Operand slot;
    if (code->kind == NodeKind::CodeVar && code->decl) f = slot_of(code->decl);
    else if (is_lexical_scalar(code, &slot)) f = slot;
    else {
      f = temp();
      into(code, f);
    }
    if (share && !code->next) {
      lvalue_call_ = lvalue;
      mark_node(node);
      emit_call(Opc::CallDynamic, ctx, dst, f, kNone - 1, kNone, 1 | (strict_flags() << 1));
    } else {
      ArgList a = push_args(code->next, ListMode::Alias);
      lvalue_call_ = lvalue;
      mark_node(node);
      emit_call(Opc::CallDynamic, ctx, dst, f, a.count, a.mark, strict_flags() << 1);
    }
  } else {
    unsigned l = link(node->text);
    if (node->has(NoArgs)) {
      lvalue_call_ = lvalue;
      mark_node(node);
      emit_call(Opc::CallSub, ctx, dst, l, kNone - 1, kNone, 1);
    } else {
      ArgList a = push_args(node->first, ListMode::Alias, l);
      lvalue_call_ = lvalue;
      mark_node(node);
      emit_call(Opc::CallSub, ctx, dst, l, a.count, a.mark, 0);
    }
  }
  lvalue_call_ = 0;
  if (ctx == Ctx::Return) {
    open_marks_.pop_back();
    const Operand result = proto_->code[last_call_].a;
    emit_return(Opc::ReturnCalled, result, outer);
  }
}

void Compiler::method_call(Node* node, Ctx ctx, Operand dst) {
  const unsigned lvalue = lvalue_call_;
  lvalue_call_ = 0;
  Operand outer = kNone;
  if (ctx == Ctx::Return) {
    outer = temp();
    emit(Opc::Mark, outer);
    open_marks_.push_back(outer);
  }
  Node* invocant = node->first;
  Node* rest = invocant->next;
  std::uint32_t flags = 0;
  Operand name;
  if (node->has(Dynamic)) {
    Node* m = rest;
    rest = rest->next;
    name = temp();
    into(m, name);
    flags |= 1;
  } else {
    name = const_str(node->text);
  }
  if (node->has(MaybeClass) && invocant->kind == NodeKind::Str) flags |= 2;
  bool dynamic = false;
  std::uint32_t count = 1;
  for (Node* k = rest; k; k = k->next, ++count)
    if (is_list_expr(k) || may_jump(k)) dynamic = true;
  Operand mark = kNone;
  if (dynamic || may_jump(invocant)) {
    mark = temp();
    emit(Opc::Mark, mark);
    open_marks_.push_back(mark);
    count = kNone;
  }
  push_alias(invocant);
  unsigned keep = arg_link_;
  const FlagScope vivify(vivify_elements_, false), aliases(alias_sort_, false);
  for (Node* k = rest; k; k = k->next) {
    arg_link_ = 0xffff;
    list(k, ListMode::Alias);
  }
  arg_link_ = keep;
  if (mark != kNone) open_marks_.pop_back();
  lvalue_call_ = lvalue;
  mark_node(node);
  emit_call(Opc::CallMethod, ctx, dst, name, count, mark, flags | cache() << 8);
  lvalue_call_ = 0;
  if (ctx == Ctx::Return) {
    open_marks_.pop_back();
    const Operand result = proto_->code[last_call_].a;
    emit_return(Opc::ReturnCalled, result, outer);
  }
}

// --- builtins -----------------------------------------------------------------------------------

// The item of join(SEPARATOR, SCALAR): its text is the result, and the separator is not looked at.
Node* Compiler::joined_alone(Node* node) {
  Node* separator = node->first;
  Node* item = separator ? separator->next : nullptr;
  Value value;
  const bool alone = item && !item->next && !is_list_expr(item) && item->kind != NodeKind::Nop;
  return alone && (is_variable(separator) || constant_value(separator, &value)) ? item : nullptr;
}

void Compiler::builtin(Node* node, Ctx ctx, Operand dst) {
  if (Value value; folded_builtin(node, &value)) {
    if (ctx == Ctx::List) push_constant(std::move(value));
    else if (dst != kNone) emit(Opc::Copy, dst, constant(std::move(value)));
    return;
  }
  if (inline_builtin(node, ctx, dst)) return;
  auto id = static_cast<BuiltinId>(node->iv);
  if (Node* only = id == BuiltinId::k_join ? joined_alone(node) : nullptr; only && dst != kNone) {
    const Operand v = rv(only);
    emit(Opc::Stringify, dst, v);
    if (ctx == Ctx::List) push_operand(dst, true);
    return;
  }
  const auto& row = builtin::builtin_row(id);
  switch (id) {
    case BuiltinId::k_format:
    case BuiltinId::k_dbmopen:
    case BuiltinId::k_dbmclose:
    case BuiltinId::k_dump: refuse(node, std::string(row.name));
    case BuiltinId::k_formline: {
      const Operand result = dst == kNone && ctx != Ctx::Void ? temp() : dst;
      formline(node, result);
      if (ctx == Ctx::List) push_operand(result, true);
      return;
    }
    case BuiltinId::k_break: return leave_topic(node, 'b');
    default: break;
  }
  if (row.inline_op) refuse(node, std::string(row.name));
  generic_builtin(node, ctx, dst);
}

void Compiler::push_handle(Node* node) {
  Node* k = strip(node);
  Value constant;
  std::string name;
  if (k->kind == NodeKind::Str && k->has(Bareword)) {
    name = k->text;
  } else if (constant_value(k, &constant) && !constant.is_undef() && constant.tag <= kStr) {
    // A text that is known by now is a name as a bareword is: "strict refs" asks nothing of it.
    name = Text(vm_, constant).view();
    if (name.starts_with('*')) name.erase(0, 1);
  } else {
    push_alias(k);
    return;
  }
  if (name.find("::") == std::string::npos && name.find('\'') == std::string::npos) {
    bool fixed = name == "STDIN" || name == "STDOUT" || name == "STDERR" || name == "ARGV" ||
                 name == "ARGVOUT" || name == "ENV" || name == "INC" || name == "_";
    name = (fixed ? "main::" : std::string(info_ ? info_->package : "main") + "::") + name;
  } else if (name.substr(0, 2) == "::") name = "main" + name;
  emit(Opc::PushMove, constant_glob(name));
}
void Compiler::symbol(Node* node, Operand dst) {
  if (node->kind == NodeKind::GlobVar && !node->first) emit(Opc::LoadGlob, dst, link(node->text));
  else into(node, dst);
}
Compiler::Operand Compiler::constant_glob(const std::string& name) {
  Operand t = temp();
  emit(Opc::LoadGlob, t, link(name));
  return t;
}

static bool stores_into_last(BuiltinId id) {
  return id == BuiltinId::k_fcntl || id == BuiltinId::k_ioctl || id == BuiltinId::k_msgctl ||
         id == BuiltinId::k_semctl || id == BuiltinId::k_shmctl;
}

void Compiler::generic_builtin(Node* node, Ctx ctx, Operand dst) {
  auto id = static_cast<BuiltinId>(node->iv);
  const auto& row = builtin::builtin_row(id);
  std::string_view ops = row.operands;
  std::size_t pos = 0;
  Operand mark = kNone;
  Operand outer = dst;
  bool dynamic = false;
  if (ctx == Ctx::Void && outer == kNone) outer = temp();
  for (Node* k = node->first; k; k = k->next)
    if (ops.find('L') != std::string_view::npos || may_jump(k)) dynamic = true;
  if (dynamic) {
    mark = temp();
    emit(Opc::Mark, mark);
    open_marks_.push_back(mark);
  }
  std::uint32_t count = 0;
  std::uint32_t program = 0;
  Node* first = node->first;
  if ((id == BuiltinId::k_system || id == BuiltinId::k_exec)) {
    ops = "L";
    if (node->has(HasBlock) && first) {
      program = 1;
      push_scalar(first);
      ++count;
      first = first->next;
    }
  }
  if (node->has(OmittedTopic) && !first) {
    emit(Opc::PushTopic);
    ++count;
  }
  const std::uint32_t skipped = count;
  char letter = 'S';
  // Builtins that store into operands read the others at once.
  std::vector<bool> late;
  if (ops.find_first_of("VFAHC") == ops.npos && !stores_into_last(id)) late = late_items(first);
  for (Node* k = first; k; k = k->next) {
    // A constant set of the four-argument select would be written to.
    if (Value set; id == BuiltinId::k_select && first->next && constant_value(k, &set) &&
                   !(set.is_string() && set.s->length == 0)) {
      emit(Opc::PushReadonly, rv(k));
      ++count;
      continue;
    }
    if (pos < ops.size()) {
      letter = ops[pos] == '_' ? 'S' : ops[pos];
      if (letter != 'L') {
        ++pos;
        while (pos < ops.size() && (ops[pos] == '?' || ops[pos] == '_')) {
          if (ops[pos] == '_' && pos == 0) break;
          ++pos;
        }
      }
    }
    if (letter == 'L') {
      const FlagScope at_once(reads_at_once_, true);
      const FlagScope deferred(deferred_items_, id == BuiltinId::k_sprintf);
      list_kids(k, id == BuiltinId::k_formline ? ListMode::Alias
                   : !late.empty()             ? ListMode::Late
                                               : ListMode::Copy);
      break;
    }
    switch (letter) {
      case 'F':
        if (k->kind == NodeKind::Func && static_cast<BuiltinId>(k->iv) == BuiltinId::k_undef &&
            !k->first)
          push_scalar(k);
        else if (k->kind == NodeKind::My) {
          declare(k);
          push_alias(k->first);
        } else if ((id == BuiltinId::k_stat || id == BuiltinId::k_lstat ||
                    id == BuiltinId::k_chdir || id == BuiltinId::k_truncate) &&
                   !(k->kind == NodeKind::Str && k->has(Bareword)))
          push_scalar(k);
        else push_handle(k);
        break;
      case 'V': push_alias(k->kind == NodeKind::My ? (declare(k), k->first) : strip(k)); break;
      case 'A': emit(Opc::PushCopy, array_ref_temp(k)); break;
      case 'H': {
        Operand t = temp();
        emit(Opc::RefTo, t, hash_reg(k, true));
        emit(Opc::PushMove, t);
        break;
      }
      default:
        // The last operand of these is a buffer when it is a variable (perlfunc fcntl, shmctl).
        if (!k->next && stores_into_last(id)) push_alias(k);
        else if (!late.empty() && late[count - skipped]) push_late(k);
        else push_scalar(k);
    }
    ++count;
  }
  if (!late.empty()) emit(Opc::SettleItems, mark, count);
  if (mark != kNone) open_marks_.pop_back();
  mark_node(node);
  emit(Opc::Builtin, ctx == Ctx::List ? kNone : outer, static_cast<unsigned>(id),
       dynamic ? kNone : count);
  emit_extension(static_cast<std::uint32_t>(mark) | static_cast<std::uint32_t>(ctx) << 16, program);
  // Without a result the call itself runs the handlers of what came meanwhile (vm_call.cpp).
  waits_ = waits_ || (ctx != Ctx::Void && builtin::may_wait(id));
}

Compiler::Operand Compiler::array_ref_temp(Node* k) {
  Operand t = temp();
  emit(Opc::RefTo, t, array_reg(k, true));
  return t;
}

bool Compiler::inline_builtin(Node* node, Ctx ctx, Operand dst) {
  auto id = static_cast<BuiltinId>(node->iv);
  Node* a = node->first;
  auto result = [&]() -> Operand { return dst == kNone ? temp() : dst; };
  auto operand = [&]() -> Operand {
    if (!a || node->has(OmittedTopic)) {
      Operand t = temp();
      emit(Opc::TopicGet, t);
      return t;
    }
    return rv(a);
  };
  auto unary_op = [&](Opc op, unsigned c = 0) {
    Operand v = operand();
    mark_node(node);
    emit(op, result(), v, c);
    return true;
  };
  auto target_place = [&]() -> Operand {
    if (!a || node->has(OmittedTopic)) {
      Operand p = alias_temp();
      emit(Opc::TopicPlace, p);
      return p;
    }
    return place(a);
  };
  std::uint16_t unicode = hints().features & Hints::UnicodeStrings ? 1 : 0;
  if (hints().bits & Hints::Bytes) unicode |= 2;
  switch (id) {
    case BuiltinId::k_length:
      if (tainting_ || (a && !node->has(OmittedTopic))) return unary_op(Opc::Length, unicode);
      emit(Opc::Length, result(), kNone, unicode);
      return true;
    case BuiltinId::k_ord: return unary_op(Opc::Ord, unicode);
    case BuiltinId::k_chr: return unary_op(Opc::Chr, unicode);
    case BuiltinId::k_lc: return unary_op(Opc::CaseModify, 'L' | unicode << 8);
    case BuiltinId::k_uc: return unary_op(Opc::CaseModify, 'U' | unicode << 8);
    case BuiltinId::k_lcfirst: return unary_op(Opc::CaseModify, 'l' | unicode << 8);
    case BuiltinId::k_ucfirst: return unary_op(Opc::CaseModify, 'u' | unicode << 8);
    case BuiltinId::k_ref: return unary_op(Opc::RefType);
    case BuiltinId::k_sqrt:
    case BuiltinId::k_sin:
    case BuiltinId::k_cos:
    case BuiltinId::k_exp:
    case BuiltinId::k_abs:
      if (ctx != Ctx::Scalar || dst == kNone) return false;
      return unary_op(Opc::MathOf, static_cast<unsigned>(id));
    case BuiltinId::k_study:
    case BuiltinId::k_lock: {
      Operand v = operand();
      emit(Opc::Copy, result(), id == BuiltinId::k_lock ? v : const_int(1));
      return true;
    }
    case BuiltinId::k_defined: defined_op(node, result()); return true;
    case BuiltinId::k_undef: undef_op(node, dst); return true;
    case BuiltinId::k_scalar: into(a, result()); return true;
    case BuiltinId::k_exists: delete_exists(node, result(), ctx, false); return true;
    case BuiltinId::k_delete:
      delete_exists(node, ctx == Ctx::List ? kNone : ctx == Ctx::Void ? kNone : dst, ctx, true);
      return true;
    case BuiltinId::k_bless: {
      Operand slot;
      Node* name = a ? a->next : nullptr;
      if (!name || name->next || (!is_lexical_scalar(name, &slot) && name->kind != NodeKind::Str) ||
          is_list_expr(a))
        return false;
      Operand object = rv(a), package = rv(name), r = result();
      mark_node(node);
      emit(Opc::Bless, r, object, package);
      emit_extension(cache());
      if (ctx == Ctx::List) push_operand(r, true);
      return true;
    }
    case BuiltinId::k_wantarray: wantarray(result()); return true;
    case BuiltinId::k_push:
    case BuiltinId::k_unshift:
    case BuiltinId::k_pop:
    case BuiltinId::k_shift: array_function(node, ctx, dst); return true;
    case BuiltinId::k_splice: {
      Operand arr = array_reg(a, true);
      Operand m = temp();
      emit(Opc::Mark, m);
      open_marks_.push_back(m);
      list_kids(a->next, ListMode::Copy);
      open_marks_.pop_back();
      mark_node(node);
      emit(Opc::Splice, ctx == Ctx::List ? kNone : result(), arr, m);
      emit_extension(static_cast<std::uint32_t>(ctx));
      return true;
    }
    case BuiltinId::k_keys:
    case BuiltinId::k_values:
    case BuiltinId::k_each: keys_values_each(node, ctx, dst); return true;
    case BuiltinId::k_chomp:
    case BuiltinId::k_chop: {
      bool chomp = id == BuiltinId::k_chomp;
      Node* t = a ? strip(a) : nullptr;
      if (t &&
          (t->kind == NodeKind::List || t->kind == NodeKind::ArrayVar ||
           t->kind == NodeKind::HashVar || (t->kind == NodeKind::Deref && t->iv != '$') ||
           t->kind == NodeKind::Slice || t->kind == NodeKind::HashSlice ||
           (t->kind == NodeKind::Assign && t->has(ListAssign)) ||
           (t->kind == NodeKind::My && (t->has(Paren) || t->first->kind != NodeKind::ScalarVar)))) {
        Operand m = temp();
        emit(Opc::Mark, m);
        open_marks_.push_back(m);
        list(t, ListMode::Alias);
        open_marks_.pop_back();
        Operand r = result();
        mark_node(node);
        emit(Opc::ChompList, r, m, chomp);
        if (ctx == Ctx::List) push_operand(r, true);
        return true;
      }
      Operand p = target_place();
      Operand r = result();
      mark_node(node);
      emit(chomp ? Opc::Chomp : Opc::Chop, r, p);
      if (ctx == Ctx::List) push_operand(r, true);
      return true;
    }
    case BuiltinId::k_pos: {
      Operand p = target_place();
      emit(Opc::Pos, result(), p);
      return true;
    }
    case BuiltinId::k_substr: substr_op(node, result()); return true;
    case BuiltinId::k_split: splitter(node, ctx, dst); return true;
    case BuiltinId::k_print:
    case BuiltinId::k_say:
    case BuiltinId::k_printf: return false;
    case BuiltinId::k_eval:
    case BuiltinId::k_evalbytes: string_eval(node, ctx, dst); return true;
    case BuiltinId::k_do: {
      Operand v = rv(a);
      mark_node(node);
      emit(Opc::DoFile, ctx == Ctx::List ? kNone : result(), v,
           static_cast<unsigned>(node == returned_ ? Ctx::Return : ctx));
      return true;
    }
    case BuiltinId::k_require: {
      if (a && a->kind == NodeKind::Str && a->has(Bareword)) {
        std::string file;
        for (char c : a->text) file += c;
        std::size_t p = 0;
        while ((p = file.find("::", p)) != std::string::npos) file.replace(p, 2, "/");
        while ((p = file.find('\'')) != std::string::npos) file.replace(p, 1, "/");
        mark_node(node);
        emit(Opc::Require, result(), const_str(file + ".pm"), 1);
      } else {
        bool number = a && (a->kind == NodeKind::Num || a->kind == NodeKind::Int ||
                            (a->kind == NodeKind::Str && a->has(VString)));
        Operand v = operand();
        mark_node(node);
        emit(Opc::Require, result(), v, number ? 2 : 0);
      }
      if (ctx == Ctx::List && dst == kNone)
        push_operand(static_cast<Operand>(next_slot_ - 1), false);
      return true;
    }
    case BuiltinId::k_tie:
    case BuiltinId::k_tied:
    case BuiltinId::k_untie: tie_op(node, ctx, dst); return true;
    case BuiltinId::k_return: effect(node); return true;
    case BuiltinId::k_prototype: return false;
    case BuiltinId::k_readline:
      if (!a) {
        readline(node, ctx, dst);
        return true;
      }
      readline(node, ctx, dst);
      return true;
    case BuiltinId::k_eof:
      if (!a) {
        // eof() is the end of ARGV, eof the last file read.
        if (node->has(Paren)) {
          emit(Opc::EofArgv, result());
          return true;
        }
      }
      return false;
    case BuiltinId::k_join: {
      // join with constant separator of scalars only, the general form otherwise.
      return false;
    }
    case BuiltinId::k_sprintf:
    case BuiltinId::k_reverse: return false;
    case BuiltinId::k_int: return unary_op(Opc::IntOf);
    case BuiltinId::k_exit: {
      Operand v = a ? rv(a) : const_int(0);
      mark_node(node);
      emit(Opc::Exit, v);
      return true;
    }
    default: return false;
  }
}

// The array that shift and pop work on; kNone: arguments that stand on the stack.
Compiler::Operand Compiler::shifted_array(Node* a) {
  const bool args = !a || (a->kind == NodeKind::ArrayVar && !a->decl && a->text == "main::_");
  if (args && !fn_->is_main && !fn_->is_eval && proto_->args_slot == kNone &&
      !fn_->is_named_special)
    return kNone;
  if (a) return array_reg(a, true);
  if (!fn_->is_main && !fn_->is_eval && !fn_->is_named_special) return args_register();
  const Operand argv = temp();
  emit(Opc::GlobArray, argv, link("main::ARGV"));
  return argv;
}

void Compiler::array_function(Node* node, Ctx ctx, Operand dst) {
  auto id = static_cast<BuiltinId>(node->iv);
  Node* a = node->first;
  Operand r =
      dst == kNone
          ? (ctx == Ctx::Void && (id == BuiltinId::k_push || id == BuiltinId::k_unshift) ? kNone
                                                                                         : temp())
          : dst;
  if (id == BuiltinId::k_shift || id == BuiltinId::k_pop) {
    const Operand arr = shifted_array(a);
    mark_node(node);
    if (arr == kNone) emit(id == BuiltinId::k_shift ? Opc::ArgShift : Opc::ArgPop, r);
    else emit(id == BuiltinId::k_shift ? Opc::Shift : Opc::Pop, r, arr);
    if (ctx == Ctx::List) push_operand(r, true);
    return;
  }
  Operand arr = array_reg(a, true);
  Node* item = a->next;
  if (id == BuiltinId::k_push && item && !item->next && !is_list_expr(item)) {
    Operand v = rv(item);
    mark_node(node);
    emit(Opc::PushOne, r, arr, v);
    return;
  }
  Operand m = temp();
  emit(Opc::Mark, m);
  open_marks_.push_back(m);
  list_kids(item, ListMode::Copy);
  open_marks_.pop_back();
  mark_node(node);
  emit(id == BuiltinId::k_push ? Opc::PushList : Opc::Unshift, r, arr, m);
}

void Compiler::keys_values_each(Node* node, Ctx ctx, Operand dst) {
  auto id = static_cast<BuiltinId>(node->iv);
  Node* a = strip(node->first);
  bool array = a->kind == NodeKind::ArrayVar || (a->kind == NodeKind::Deref && a->iv == '@') ||
               (a->kind == NodeKind::My && a->first->kind == NodeKind::ArrayVar);
  Operand c = array ? array_reg(a, true) : hash_reg(a, true);
  unsigned what = id == BuiltinId::k_keys ? 0 : id == BuiltinId::k_values ? 1 : 2;
  mark_node(node);
  if (ctx == Ctx::Void && what != 2) what = 3;  // only begins anew
  if (ctx == Ctx::List) emit(Opc::KeysList, kNone, c, what);
  else emit(Opc::KeysScalar, dst == kNone ? temp() : dst, c, what);
}

void Compiler::substr_op(Node* node, Operand dst) {
  Node* s = node->first;
  Node* off = s->next;
  Node* len = off->next;
  Node* rep = len ? len->next : nullptr;
  if (!rep) {
    Operand str = rv_late(s, off);
    Operand o = rv(off);
    Operand l = len ? rv(len) : kNone;
    mark_node(node);
    emit(Opc::Substr, dst, str, o);
    Extension e{};
    e.instr = {l, kNone, 0, 0};
    proto_->code.push_back(e.instr);
    return;
  }
  Operand o = rv(off), l = rv(len), r = rv(rep);
  Operand p = place(s);
  mark_node(node);
  emit(Opc::SubstrReplace, dst, p, o);
  Extension e{};
  e.instr = {l, r, 0, 0};
  proto_->code.push_back(e.instr);
}

// `while (<FH>)`: the line goes straight into $_.
void Compiler::readline_to_topic(Node* node, Operand found) {
  Operand unused = temp();
  readline(node, Ctx::Scalar, unused);
  Instr& read = proto_->code.back();
  read.a = found;
  read.c |= 4;
}

void Compiler::readline(Node* node, Ctx ctx, Operand dst) {
  Node* h = node->first;
  Operand handle = kNone;
  std::uint32_t flags = 0;
  if (!h) flags = node->kind == NodeKind::ReadLine && node->iv == 1 ? 3 : 1;
  else {
    Node* k = strip(h);
    if (k->kind == NodeKind::Str && k->has(Bareword)) {
      std::string name(k->text);
      if (name == "ARGV") flags = 1;
      else if (name.find("::") == std::string::npos) {
        bool fixed = name == "STDIN" || name == "STDOUT" || name == "STDERR";
        name = (fixed ? "main::" : std::string(info_->package) + "::") + name;
      }
      handle = temp();
      emit(Opc::LoadGlob, handle, link(name == "ARGV" ? "main::ARGV" : name));
    } else handle = rv(k);
  }
  mark_node(node);
  if (ctx == Ctx::List) emit(Opc::ReadLines, kNone, handle, flags);
  else emit(Opc::ReadLine, dst == kNone ? temp() : dst, handle, flags);
  waits_ = true;
}

// Returns where the name or handle is that is asked about.
Compiler::Operand Compiler::filetest(Node* node, Operand dst) {
  Node* k = node->first;
  Operand v = kNone;
  const bool permission = std::strchr("rwxRWX", static_cast<char>(node->iv)) != nullptr;
  unsigned flags = permission && hints().bits & Hints::FiletestAccess ? 4 : 0;
  if (!k || node->has(OmittedTopic)) {
    v = temp();
    emit(Opc::TopicGet, v);
  } else {
    k = strip(k);
    if (k->kind == NodeKind::FileTest) {
      // -f -w FILE: the inner test decides first, the outer one uses the same stat.
      Operand inner = temp();
      v = filetest(k, inner);
      Label end;
      emit(Opc::Copy, dst, inner);
      emit_jump(Opc::JumpFalse, end, inner);
      mark_node(node);
      emit(Opc::FileTest, dst, flags ? v : inner,
           static_cast<unsigned>(node->iv) | (flags ? flags : 2u) << 8);
      place_label(end);
      return v;
    }
    if (k->kind == NodeKind::Str && k->has(Bareword)) {
      std::string name(k->text);
      if (name == "_") flags |= 1;
      if (name.find("::") == std::string::npos) {
        bool fixed = name == "STDIN" || name == "STDOUT" || name == "STDERR" || name == "ARGV" ||
                     name == "_";
        name = (fixed ? "main::" : std::string(info_->package) + "::") + name;
      }
      v = temp();
      emit(Opc::LoadGlob, v, link(name));
    } else v = rv(k);
  }
  mark_node(node);
  emit(Opc::FileTest, dst, v, static_cast<unsigned>(node->iv) | flags << 8);
  return v;
}

void Compiler::string_eval(Node* node, Ctx ctx, Operand dst) {
  Operand v;
  if (!node->first || node->has(OmittedTopic)) {
    v = temp();
    emit(Opc::TopicGet, v);
  } else v = rv(node->first);
  mark_node(node);
  const EvalInfo* info = node->eval_info;
  proto_->eval_sites.push_back({info, info_, fn_});
  if (!fn_->is_main && !fn_->is_eval) args_register();
  emit(Opc::StringEval,
       ctx == Ctx::List ? kNone
       : dst == kNone   ? temp()
                        : dst,
       v, static_cast<unsigned>(proto_->eval_sites.size() - 1));
  emit_extension(static_cast<std::uint32_t>(node == returned_ ? Ctx::Return : ctx),
                 static_cast<BuiltinId>(node->iv) == BuiltinId::k_evalbytes);
}

// --- sort, map, grep ----------------------------------------------------------------------------

}  // namespace perlipc
