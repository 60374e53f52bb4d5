// Instructions for input, output, loading of code and matching.
// What a handler is: interp/vm_ops.h.
#include "builtins/io.h"
#include "builtins/io_hooks.h"
#include "interp/vm_ops.h"

namespace perlipc {

namespace {
// The glob behind an operand that is one or refers to one; null: look closer.
[[gnu::always_inline]] inline Glob* plain_handle(const VM& vm, const Value& operand) {
  const Value& v = through(operand);
  if (v.tag == kGlob) return reinterpret_cast<Glob*>(v.o);
  if (v.tag != kRef || v.o->type != Type::Glob) return nullptr;
  auto* glob = static_cast<Referent*>(v.o);
  const Stash* stash = glob->stash();
  if (stash && (stash->overloaded != 0 || stash->generation != vm.method_generation_))
    return nullptr;
  return static_cast<Glob*>(glob);
}

// Perl's print knows the handle, but does not keep it: what nobody else has any more is closed.
void let_handle_go(VM& vm, Value& held) {
  if (held.tag != kRef || held.o->type != Type::Glob || held.o->refs != 1) return;
  held = Value::adopt_ref(make_anonymous_glob(vm.stash("main", true), ""));
}
}  // namespace

// What came during a call that waited is for the Safepoint behind it when its result is wanted: handlers
// run between two statements, not before a result is used.
void VM::after_builtin(builtin::BuiltinId id, Want want, const Value& result) {
  if (want != Want::Void && builtin::may_wait(id) && !leaving_) return;
  const Value keep = result;
  run_pending_signals();
}

void VM::meet_signals_at(const Instr* next, bool wanted) {
  if (!wanted || (next != nullptr && is_condition(static_cast<Opc>(next->op))))
    run_pending_signals();
}

const Instr* VM::op_print(Frame* f, const Instr* i) {
  leave_if_due();
  Value* const fp = f->fp;
  std::uint32_t x = extension_of(i).target;
  Value* args;
  std::uint32_t n = i->c;
  if (n == kNone) {
    args = stack_base_ + fp[x & 0xffff].i;
    n = static_cast<std::uint32_t>(sp_ - args);
  } else args = sp_ - n;
  if (x >> 16 & kPrintHeld) [[unlikely]]
    let_handle_go(*this, fp[i->b]);
  const unsigned kind = x >> 16 & 3;
  const Value* handle = i->b == kNone ? nullptr : &RK(i->b);
  const Glob* g = handle ? plain_handle(*this, *handle) : builtin::selected_handle(*this);
  const bool ok = (g && kind < 2 && builtin::print_at_once(g->body->io, args, n, kind == 1)) ||
                  print_op(handle, args, n, kind);
  pop_to(args);
  Value result = ok ? Value::boolean(true) : builtin::take_tied_result(*this);
  if (i->a != kNone) STORE(i->a, std::move(result));
  if (*signal_word_) [[unlikely]]
    meet_signals_at(i + 2, i->a != kNone);
  return i + 2;
}

const Instr* VM::op_print_joined(Frame* f, const Instr* i) {
  leave_if_due();
  Value* const fp = f->fp;
  const std::uint16_t* operands = &reinterpret_cast<const Extension*>(i)[2].instr.op;
  const std::uint32_t n = i->c;
  if (extension_of(i).target & kPrintHeld) [[unlikely]]
    let_handle_go(*this, fp[i->b]);
  const unsigned kind = extension_of(i).target & 3;
  const Value* handle = i->b == kNone ? nullptr : &RK(i->b);
  const Glob* g = handle ? plain_handle(*this, *handle) : builtin::selected_handle(*this);
  bool ok = g && print_operands(f, g->body->io, operands, n, kind == 1);
  if (!ok) {
    Value text;
    concat_operands(f, text, operands, n);
    f->pc = i + 2;
    push(std::move(text));
    ok = print_op(handle, sp_ - 1, 1, kind);
    pop_to(sp_ - 1);
  }
  Value result = ok ? Value::boolean(true) : builtin::take_tied_result(*this);
  if (i->a != kNone) STORE(i->a, std::move(result));
  const Instr* next = i + 2 + (n + 3) / 4;
  if (*signal_word_) [[unlikely]]
    meet_signals_at(next, i->a != kNone);
  return next;
}

const Instr* VM::op_read_line(Frame* f, const Instr* i) {
  leave_if_due();
  Value* const fp = f->fp;
  if (i->c & 1) {
    Value v;
    builtin::read_argv_line(*this, v, i->c & 2);
    STORE(i->a, std::move(v));
    return i + 1;
  }
  Value* target = &fp[i->a];
  if (target->is_boxed() && target->box->plain()) target = &target->box->value;  // captured
  if (Glob* g = plain_handle(*this, RK(i->b)); g && plain(*target)) [[likely]] {
    Value& place = i->c & 4 ? *topic_ : *target;
    bool found = builtin::read_waiting_line(g, place);
    if (found) [[likely]] {
      if (i->c & 4) fp[i->a].set_bool(true);
      return i + 1;
    }
    found = builtin::read_line(*this, g, place);
    if (i->c & 4) fp[i->a].set_bool(found);
    return i + 1;
  }
  Value source = rvalue(RK(i->b)), next;
  bool overload = overloaded(source) &&
                  overload_method(static_cast<Referent*>(source.o)->stash(), "(<>") &&
                  overload_unary("(<>", source, &next);
  if (Glob* g = overload ? nullptr : readable_glob(RK(i->b))) {
    builtin::read_line(*this, g, next);
  }
  if (i->c & 4) {
    fp[i->a].set_bool(!next.is_undef());
    store(*topic_, std::move(next));
  } else STORE(i->a, std::move(next));
  return i + 1;
}

const Instr* VM::op_read_lines(Frame* f, const Instr* i) {
  leave_if_due();
  Value* const fp = f->fp;
  std::vector<Value> lines;
  if (i->c & 1) {
    builtin::read_argv_lines(*this, lines, i->c & 2);
  } else if (Glob* glob = plain_handle(*this, RK(i->b))) {
    builtin::read_lines(*this, glob, lines);
  } else if (Value source = rvalue(RK(i->b)); overloaded(source)) {
    Code* c = overload_method(static_cast<Referent*>(source.o)->stash(), "(<>");
    if (c) {
      Value args[3] = {source, Value(), Value::string("")};
      lines = call(c, args, Want::List);
    } else if (Glob* g = readable_glob(source)) {
      builtin::read_lines(*this, g, lines);
    }
  } else if (Glob* g = readable_glob(RK(i->b))) builtin::read_lines(*this, g, lines);
  for (Value& v : lines) push(std::move(v));
  return i + 1;
}

const Instr* VM::op_file_test(Frame* f, const Instr* i) {
  leave_if_due();
  Value* const fp = f->fp;
  unsigned flags = i->c >> 8;
  STORE(i->a, file_test_op(static_cast<char>(i->c & 0xff), rvalue(RK(i->b)), flags));
  return i + 1;
}

const Instr* VM::op_eof_argv(Frame* f, const Instr* i) {
  leave_if_due();
  Value* const fp = f->fp;
  std::vector<Value> scratch;
  Call c{*this, sp_, 0, Want::Scalar, 0, nullptr, false, &scratch};
  STORE(i->a, builtin::eof_of_argv(c));
  return i + 1;
}

const Instr* VM::op_do_file(Frame* f, const Instr* i) {
  leave_if_due();
  Value* const fp = f->fp;
  Text name(*this, rvalue(RK(i->b)));
  Want want = static_cast<Ctx>(i->c) == Ctx::Return ? f->want : static_cast<Want>(i->c);
  std::vector<Value> results;
  do_file(std::string(name.view()), want, &results);
  if (want == Want::List)
    for (Value& v : results) push(std::move(v));
  else if (i->a != kNone) STORE(i->a, results.empty() ? Value() : std::move(results.back()));
  return i + 1;
}

const Instr* VM::op_require(Frame* f, const Instr* i) {
  leave_if_due();
  Value* const fp = f->fp;
  Value v = rvalue(RK(i->b));
  Value out;
  if (i->c == 2 || (i->c == 0 && (v.tag == kInt || v.tag == kDouble))) out = require_version(v);
  else {
    if (v.is_undef()) die("Missing or undefined argument to require");
    Text name(*this, v);
    out = require_value(std::string(name.view()));
  }
  STORE(i->a, std::move(out));
  return i + 1;
}

const Instr* VM::op_exit(Frame* f, const Instr* i) {
  leave_if_due();
  Value* const fp = f->fp;
  std::int64_t status = to_int(*this, rvalue(RK(i->a)));
  leave_process_if_unseen(static_cast<int>(status));
  exit(static_cast<int>(status));
}

const Instr* VM::op_die_text(Frame* f, const Instr* i) {
  leave_if_due();
  die(std::string(f->proto->consts[i->a & 0x7fff].s->view()));
}

const Instr* VM::op_capture(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  STORE(i->a, capture(i->b));
  return i + 1;
}

const Instr* VM::op_match(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  PatternPlan& plan = *f->proto->patterns[extension_of(i).target];
  bool negated = extension_of(i).more;
  Regex* re =
      plan.constant && plan.regex ? plan.regex : pattern(plan, i->c == kNone ? nullptr : &RK(i->c));
  Value hold;
  Value* target = &fp[i->b & 0x7fff];
  if (i->b & kConst) {
    hold = RK(i->b);
    target = &hold;
  }
  bool yes = match(plan, re, *target, negated);
  set_bool(*this, fp[i->a], yes);
  return i + 2;
}

const Instr* VM::op_match_list(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  PatternPlan& plan = *f->proto->patterns[i->c];
  Regex* re = pattern(plan, i->b == kNone ? nullptr : &RK(i->b));
  Value hold;
  Value* target = &fp[i->a & 0x7fff];
  if (i->a & kConst) {
    hold = RK(i->a);
    target = &hold;
  }
  match_list(plan, re, *target);
  return i + 1;
}

const Instr* VM::op_make_regex(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  PatternPlan& plan = *f->proto->patterns[i->c];
  Regex* re = pattern(plan, i->b == kNone ? nullptr : &RK(i->b));
  STORE(i->a, make_qr(re));
  return i + 1;
}

const Instr* VM::op_subst_const(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  PatternPlan& plan = *f->proto->patterns[extension_of(i).target];
  std::uint32_t rep = extension_of(i).more;
  Regex* re = pattern(plan, i->c == kNone ? nullptr : &RK(i->c));
  STORE(i->a, subst_const(plan, re, fp[i->b], f->proto->consts[rep & 0x7fff]));
  return i + 2;
}

const Instr* VM::op_subst_begin(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  PatternPlan& plan = *f->proto->patterns[extension_of(i).target];
  Regex* re = pattern(plan, i->c == kNone ? nullptr : &RK(i->c));
  fp[i->a] = subst_begin(plan, re, fp[i->b]);
  return i + 2;
}

const Instr* VM::op_subst_next(Frame* f, const Instr* i) {
  const Instr* pc = i + 1;
  Value* const fp = f->fp;
  if (subst_next(fp[i->a])) ++pc;
  else pc = jump_target(f, i);
  return pc;
}

const Instr* VM::op_subst_add(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  subst_add(fp[i->a], rvalue(fp[i->b]));
  return i + 1;
}

const Instr* VM::op_subst_end(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value it = std::move(fp[i->b]);
  fp[i->b] = Value();
  STORE(i->a, subst_end(it, fp[i->c]));
  return i + 1;
}

const Instr* VM::op_trans(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value hold;
  if (i->b & kConst) hold = RK(i->b);
  Value& target = i->b & kConst ? hold : fp[i->b];
  STORE(i->a, transliterate(*f->proto->translations[i->c], target));
  return i + 1;
}

const Instr* VM::op_split(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  PatternPlan& plan = *f->proto->patterns[i->c];
  const Value& lim = RK(static_cast<std::uint16_t>(extension_of(i).target));
  std::int64_t limit = lim.tag == kInt ? lim.i : to_int(*this, rvalue(lim));
  Regex* re = plan.awk ? nullptr : pattern(plan, i->b == kNone ? nullptr : &RK(i->b));
  split(plan, re, rvalue(RK(i->a)), limit);
  return i + 2;
}

}  // namespace perlipc
