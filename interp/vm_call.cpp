// Calls, frames, returning, dying and unwinding.
#include "builtins/io.h"
#include "builtins/io_hooks.h"
#include "interp/implied_modules.h"
#include "interp/vm_ops.h"
#include <new>

namespace perlipc {

using builtin::BuiltinId;

// --- frames -------------------------------------------------------------------------------------

void VM::stack_is_full() {
  if (depth_is_limited_ && depth_ >= frame_limit_)
    throw PerlStop{false, "Limit of nested calls reached" + location_suffix()};
  native_stack_is_low();
}

void VM::push_frame(FuncProto* proto, Code* code, Value* args, std::uint32_t nargs, Want want,
                    FrameKind kind) {
  if (sp_ >= stack_limit_ || depth_ >= frame_limit_) [[unlikely]]
    stack_is_full();
  Frame* f = &frames_[++depth_];
  f->proto = proto;
  f->code = code;
  f->fp = sp_;
  f->args = args;
  f->nargs = nargs;
  f->result_base = args;
  f->args_array = nullptr;
  f->want = want;
  f->entry = EntryNone;
  f->lvalue_call = CallReads;
  f->owns_args = true;
  f->careful = false;
  f->kind = kind;
  f->dst = kNone;
  make_careful(*f);
  f->pc = proto->code.data();
  std::memset(static_cast<void*>(sp_), 0, proto->nslots * sizeof(Value));
  sp_ += proto->nslots;
  proto->retain();
  if (code) {
    code->retain();
    if (++code->depth == kDeepRecursion && kind == FrameSub) {
      if (warning_enabled_at_caller(Warning::Recursion)) warn_deep_recursion(code);
    }
    const Value* c = code->captures.data();
    for (std::uint16_t slot : proto->cell_slots) borrow_cell(f->fp[slot], *c++);
  }
  if (proto->args_array) {
    Value& slot = f->fp[proto->args_slot];
    Array* a = Array::make();
    slot.o = a;
    slot.tag = kArrayVar;
    a->reserve(nargs);
    for (std::uint32_t n = 0; n < nargs; ++n) {
      Value& v = args[n];
      if (v.is_boxed()) a->push(std::move(v));
      else if (v.tag == kSlotPtr) a->push(Value::boxed(box_place(v)));
      else if (v.tag == kRef && v.o->unique()) [[unlikely]] {
        if (Scalar* s = lasting_argument(v)) a->push(Value::boxed(s));
        else a->push(std::move(v));
      } else a->push(std::move(v));
    }
    f->args_array = a;
  }
}

void VM::clear_slots(Frame& f, std::uint32_t from) {
  for (Value* v = f.fp + f.proto->nslots; v-- > f.fp + from;) {
    if ((v->tag & kKindMask) == (kArrayVar & kKindMask) ||
        (v->tag & kKindMask) == (kHashVar & kKindMask) ||
        (v->tag & kKindMask) == (kBoxed & kKindMask))
      if (!(v->tag & kHeapBit)) continue;  // borrowed: captures and state
    *v = Value();
  }
}

void VM::pop_frame() {
  Frame& f = frames_[depth_];
  if (f.careful) unwind_frame(f);
  // Temporaries of unfinished lists, then the slots, the last one first as perl has it, then the
  // arguments.
  pop_to(f.fp + f.proto->nslots);
  release_slots(f.fp, f.fp + f.proto->nslots);
  sp_ = f.fp;
  Code* code = f.code;
  FuncProto* proto = f.proto;
  Value* const base = f.owns_args ? f.result_base : sp_;
  const bool entry = f.entry;
  if (f.careful) f.eval_text.~Value();
  --depth_;
  if (entry) pop_to(base);
  else drop_temporaries(base);
  if (code) {
    --code->depth;
    code->release();
  }
  proto->release();
}

void VM::deliver(Value result, Want want, std::uint16_t dst) {
  if (want == Want::List) push(std::move(result));
  else if (want == Want::Scalar && dst != kNone) store(frames_[depth_].fp[dst], std::move(result));
  else if (result.tag & kHeapBit) drop_temporary(result.take_bits().o);
}

bool VM::leave_carefully(Value result) {
  const Frame& f = frames_[depth_];
  const bool entry = f.entry;
  const Want want = f.want;
  const std::uint16_t dst = f.dst;
  if (f.entry == EntryAgain) return !goes_on(std::move(result));
  if (f.kind == FrameMain) [[unlikely]]
    leave_process_if_unseen(0);
  pop_frame();
  if (!entry) {
    deliver(std::move(result), want, dst);
    if (!temporaries_.empty()) end_last_call();
  } else if (want != Want::Void) push(std::move(result));
  return entry;
}

bool VM::leave_with_list(Value* from) {
  Frame& f = frames_[depth_];
  if (f.careful) unwind_frame(f);
  // What the frame holds goes, in pop_frame's order; the results stay above it until then, out of
  // the way of destructors.
  Value* const slots_end = f.fp + f.proto->nslots;
  for (Value* v = from; v > slots_end;) (--v)->set_undef();
  release_slots(f.fp, slots_end);
  Value* const base = f.result_base;
  Value* const args_end = f.owns_args ? f.fp : base;
  const bool entry = f.entry;
  Code* code = f.code;
  FuncProto* proto = f.proto;
  if (f.careful) f.eval_text.~Value();
  --depth_;
  for (Value* v = args_end; v > base;) {
    --v;
    if (!(v->tag & kHeapBit)) continue;
    HeapObject* const object = v->o;
    v->tag = kUndef;
    if (entry) object->release();
    else drop_temporary(object);
  }
  Value* out = base;
  for (Value* v = from; v < sp_; ++v, ++out)
    std::memcpy(static_cast<void*>(out), static_cast<const void*>(v), sizeof(Value));
  sp_ = out;
  if (code) {
    --code->depth;
    code->release();
  }
  proto->release();
  if (!temporaries_.empty() && !entry) end_last_call();
  return entry;
}

namespace {
// Instructions that only compute and move values. An extension word that is taken for one of the
// others makes the answer too careful, never wrong: every word is looked at.
bool only_computes(Opc op) {
  if (op <= Opc::JumpStrNe) return true;
  if (op >= Opc::Copy && op <= Opc::SlotPlace) return true;
  if (op >= Opc::Add && op <= Opc::ConcatN) return true;
  switch (op) {
    case Opc::Length:
    case Opc::Defined:
    case Opc::GvGet:
    case Opc::GvSet:
    case Opc::GvPlace:
    case Opc::TopicGet:
    case Opc::GlobArray:
    case Opc::GlobHash:
    case Opc::Elem:
    case Opc::ElemS:
    case Opc::Helem:
    case Opc::HelemPlace:
    case Opc::PushOne:
    case Opc::PushConst:
    case Opc::PushCopy:
    case Opc::PushSlot:
    case Opc::ReturnScalar:
    case Opc::ReturnEmpty:
    case Opc::ArgGet:
    case Opc::ArgShift:
    case Opc::ArgCount:
    case Opc::EndBlock: return true;
    default: return false;
  }
}
}  // namespace

bool VM::keeps_to_itself(const Code* code) {
  FuncProto* proto = code->proto;
  if (!proto) return false;
  if (proto->keeps_to_itself < 0)
    proto->keeps_to_itself =
        std::all_of(proto->code.begin(), proto->code.end(),
                    [](const Instr& i) { return only_computes(static_cast<Opc>(i.op)); });
  return proto->keeps_to_itself;
}

bool VM::enter(Code* c, Value* args, std::uint32_t nargs, Want want, std::uint16_t dst,
               std::uint8_t lvalue) {
  if (c->proto) [[likely]] {
    push_frame(c->proto, c, args, nargs, want, FrameSub);
    Frame& f = frames_[depth_];
    f.dst = dst;
    f.lvalue_call = lvalue;
    f.careful = false;
    if (*signal_word_) [[unlikely]]
      run_pending_signals();
    return true;
  }
  call_native(c, args, nargs, want, dst, frames_[depth_].fp);
  return false;
}

void VM::call_native(Code* c, Value* args, std::uint32_t nargs, Want want, std::uint16_t dst,
                     Value* fp) {
  Value result;
  if (c->bits & Code::Const && !c->native) {
    result = c->constant;
    drop_temporaries(args);
    if (want == Want::List) push(std::move(result));
    else if (want == Want::Scalar && dst != kNone) store(fp[dst], std::move(result));
    return;
  }
  std::vector<Value> results;
  results.swap(native_results_);
  results.clear();
  Call call{*this, args, nargs, want, 0, c, false, &results};
  c->retain();
  const bool seen = taint_seen_;
  try {
    if (taint_mode_ != 0) [[unlikely]]
      check_native(*c, call);
    result = c->native(call);
  } catch (...) {
    c->release();
    throw;
  }
  if (taint_mode_ != 0) [[unlikely]] {
    taint_results(*c, result, call);
    taint_seen_ |= seen;
  }
  c->release();
  drop_temporaries(args);
  if (want == Want::List) {
    if (call.is_list)
      for (Value& v : results) push(std::move(v));
    else push(result.is_alias() ? rvalue(result) : std::move(result));
  } else if (want == Want::Scalar && dst != kNone) {
    if (call.is_list) result = results.empty() ? Value() : std::move(results.back());
    store(fp[dst], rvalue(result));
  }
  results.clear();
  results.swap(native_results_);
  if (*signal_word_ && want != Want::List) [[unlikely]]
    meet_signals_at(frames_[depth_].pc, want == Want::Scalar && dst != kNone);
}

namespace {
// Builtins that an object's class may overload.
const char* math_overload(BuiltinId id) {
  switch (id) {
    case BuiltinId::k_abs: return "(abs";
    case BuiltinId::k_sqrt: return "(sqrt";
    case BuiltinId::k_sin: return "(sin";
    case BuiltinId::k_cos: return "(cos";
    case BuiltinId::k_exp: return "(exp";
    case BuiltinId::k_log: return "(log";
    case BuiltinId::k_atan2: return "(atan2";
    default: return nullptr;
  }
}
}  // namespace

// The usual call: one value wanted or none, nothing forbidden, no overloading.
void VM::call_builtin(BuiltinId id, Value* args, std::uint32_t n, Want want, std::uint32_t program,
                      std::uint16_t dst, const void* site) {
  const NativeFunction fn = builtin_function(id);
  if (want == Want::List || program || id == BuiltinId::k_glob || allowed_ != kAllAllowed || !fn ||
      math_overload(id))
    return call_any_builtin(id, args, n, want, program, dst, site);
  std::vector<Value> results;
  Value* const fp = frames_[depth_].fp;
  Call call{*this, args, n, want, static_cast<std::uint16_t>(id), nullptr, false, &results};
  if (*signal_word_) [[unlikely]]
    run_pending_signals();
  Value result = fn(call);
  if (*signal_word_) [[unlikely]]
    after_builtin(id, want, result);
  pop_to(args);
  if (dst == kNone) return;
  if (call.is_list) [[unlikely]]
    result = results.empty() ? Value() : std::move(results.back());
  if (result.is_alias()) [[unlikely]]
    result = rvalue(result);
  store(fp[dst], std::move(result));
}

void VM::call_any_builtin(BuiltinId id, Value* args, std::uint32_t n, Want want,
                          std::uint32_t program, std::uint16_t dst, const void* site) {
  NativeFunction fn = builtin_function(id);
  if (!fn) die(std::string(builtin::builtin_row(id).name) + " is not supported by perlipc");
  std::vector<Value> results;
  if (want == Want::List) {  // seldom needed otherwise
    results.swap(native_results_);
    results.clear();
  }
  Value result;
  Value* fp = frames_[depth_].fp;
  Call call{*this, args, n, want, static_cast<std::uint16_t>(id), nullptr, false, &results};
  if (allowed_ != kAllAllowed) [[unlikely]]
    check_allowed(id, call);
  const char* const math = math_overload(id);
  if (math && n > 0) {
    Value l = rvalue(args[0]), r = n > 1 ? rvalue(args[1]) : Value();
    if (n > 1 ? (l.is_ref() || r.is_ref()) && try_overload(math, l, r, &result)
              : l.is_ref() && overload_unary(math, l, &result)) {
      if (want == Want::List) results.swap(native_results_);
      pop_to(args);
      if (want == Want::List) push(std::move(result));
      else if (dst != kNone) store(fp[dst], std::move(result));
      return;
    }
  }
  if (*signal_word_) [[unlikely]]
    run_pending_signals();
  if (program) {
    Value prog = rvalue(args[0]);
    call.args = args + 1;
    call.count = n - 1;
    result = id == BuiltinId::k_system ? builtin::system_program(call, &prog)
                                       : builtin::exec_program(call, &prog);
  } else if (id == BuiltinId::k_glob) {
    result = builtin::glob_at(call, site);
  } else {
    result = fn(call);
  }
  if (*signal_word_) [[unlikely]]
    after_builtin(id, want, result);
  pop_to(args);
  if (want == Want::List) {
    if (call.is_list)
      for (Value& v : results) push(std::move(v));
    else push(result.is_alias() ? rvalue(result) : std::move(result));
  } else if (dst != kNone) {
    if (call.is_list) result = results.empty() ? Value() : std::move(results.back());
    store(fp[dst], result.is_alias() ? rvalue(result) : std::move(result));
  }
  if (want == Want::List) {
    results.clear();
    results.swap(native_results_);
  }
}

// &foo; runs with the caller's @_ itself.
void VM::call_shared(Code* c, Want want, std::uint16_t dst, std::uint8_t lvalue) {
  Frame& caller = frames_[depth_];
  Array* shared = caller.args_array;
  if (!c->proto) {
    Value* base = sp_;
    if (shared) {
      for (Value& v : *shared) push(v.tag == kInternal ? Value() : Value::boxed(box_place(v)));
    } else if (caller.kind == FrameSub) {
      for (std::uint32_t n = 0; n < caller.nargs; ++n) push(caller.args[n]);
    }
    call_native(c, base, static_cast<std::uint32_t>(sp_ - base), want, dst, caller.fp);
    return;
  }
  if (!shared && caller.kind == FrameSub) {
    // The caller kept its arguments on the stack: make them an array both see from now on.
    materialise_args(caller);
    shared = caller.args_array;
  }
  if (!shared) shared = main_stash_->glob("_", true)->array();
  push_frame(c->proto, c, sp_, 0, want, FrameSub);
  Frame& f = frames_[depth_];
  f.dst = dst;
  f.lvalue_call = lvalue;
  share_args(f, shared);
}

void VM::share_args(Frame& f, Array* a) {
  a->retain();
  if (f.proto->args_slot != kNone) {
    f.fp[f.proto->args_slot] = Value::raw_object(a, kArrayVar);
    f.args_array = a;
  } else {
    // Kept alive by the frame: eval_text is free in sub frames.
    make_careful(f);
    f.eval_text = Value::raw_object(a, kArrayVar);
    f.args_array = a;
  }
}

void VM::materialise_args(Frame& f) {
  if (f.args_array) return;
  make_careful(f);
  Array* a = Array::make();
  for (std::uint32_t n = 0; n < f.nargs; ++n) {
    Value& v = f.args[n];
    a->push(Value::boxed(box_place(v)));
  }
  if (f.proto->args_slot != kNone && f.fp[f.proto->args_slot].tag == kUndef)
    f.fp[f.proto->args_slot] = Value::raw_object(a, kArrayVar);
  else f.eval_text = Value::raw_object(a, kArrayVar);
  f.args_array = a;
}

bool VM::goto_sub_enter(Code* c) {
  Frame& f = frames_[depth_];
  if (f.careful && evals_.size() > f.eval_depth) die("Can't goto subroutine from an eval-block");
  if (f.kind != FrameSub)
    die(f.kind == FrameEvalString ? "Can't goto subroutine from an eval-string"
                                  : "Can't goto subroutine outside a subroutine");
  if (f.entry == EntryAgain) die("Can't goto subroutine from a sort sub (or similar callback)");
  materialise_args(f);
  Value args = Value::raw_object(f.args_array, kArrayVar);
  args.o->retain();
  Want want = f.want;
  std::uint16_t dst = f.dst;
  const std::uint8_t entry = f.entry;
  const std::uint8_t lvalue = f.lvalue_call;
  c->retain();
  Value hold = Value::ref(c);
  c->release();
  pop_frame();
  if (!c->proto) {
    Value* base = sp_;
    for (Value& v : *array_of(args))
      push(v.tag == kInternal ? Value() : Value::boxed(box_place(v)));
    if (entry) {
      std::uint16_t none = kNone;
      Value slot;
      Value* fp = &slot;
      std::uint32_t n = static_cast<std::uint32_t>(sp_ - base);
      call_native(c, base, n, want, want == Want::Scalar ? 0 : none, fp);
      if (want == Want::Scalar) push(std::move(slot));
      return true;
    }
    call_native(c, base, static_cast<std::uint32_t>(sp_ - base), want, dst, frames_[depth_].fp);
    return false;
  }
  push_frame(c->proto, c, sp_, 0, want, FrameSub);
  Frame& n = frames_[depth_];
  n.dst = dst;
  n.entry = entry;
  n.lvalue_call = lvalue;
  share_args(n, array_of(args));
  return false;
}

// --- finding what to call -----------------------------------------------------------------------

Code* VM::resolve_sub(Glob* g) {
  Code* c = g->code();
  if (c && (c->defined() || (c->bits & Code::Const))) return c;
  // A stub imported before its sub was defined.
  if (Glob* named = c ? c->name_glob : nullptr;
      named && named != g && named->code() && named->code()->defined())
    return named->code();
  if (g->stash) {
    bool autoload = false;
    Stash* s = g->stash;
    // A stub imported from elsewhere autoloads where it was declared.
    if (c && c->home && c->home != s && c->name_glob)
      s = c->name_glob->stash ? c->name_glob->stash : s;
    Code* a = find_method_autoload(s, "AUTOLOAD", &autoload);
    if (a && a->defined()) {
      Stash* home = a->name_glob && a->name_glob->stash ? a->name_glob->stash : s;
      home->glob("AUTOLOAD", true)->scalar()->value =
          Value::string(c && c->name_glob ? c->name_glob->full_name() : g->full_name());
      return a;
    }
    if (supply_implied_sub(*this, g->full_name()) && g->code() && g->code()->defined())
      return g->code();
  }
  die("Undefined subroutine &" + (c && c->name_glob ? c->name_glob : g)->full_name() + " called");
}
Code* VM::find_method_autoload(Stash* s, std::string_view name, bool*) {
  Glob* g = s->glob(name, false);
  if (g && g->code() && g->code()->defined()) return g->code();
  return find_method(s, name);
}
void VM::die_undefined(const Code* c) {
  die(c->name_glob ? "Undefined subroutine &" + c->name_glob->full_name() + " called"
                   : "Undefined subroutine called");
}
Code* VM::resolve_sub_code(Code* c, bool is_goto) {
  if (c->defined() || (c->bits & Code::Const)) return c;
  if (c->name_glob) {
    if (c->name_glob->code() && c->name_glob->code()->defined()) return c->name_glob->code();
    if (is_goto) die("Goto undefined subroutine &" + c->name_glob->full_name());
    return resolve_sub(c->name_glob);
  }
  die(is_goto ? "Goto undefined subroutine" : "Undefined subroutine called");
}

Code* VM::callable(const Value& v, bool strict) {
  if (v.is_ref()) {
    auto* r = static_cast<Referent*>(v.o);
    if (r->type == Type::Code) {
      if (r->stash() && is_overloaded_stash(r->stash())) {
        if (Code* c = overload_method(r->stash(), "(&{}")) {
          Value out = call_overload(c, v, Value(), false);
          overload_hold_ = out;  // nothing else may own what the method made
          if (out.is_ref() && out.o != v.o) return callable(out, strict);
        }
      }
      return static_cast<Code*>(r);
    }
    if (r->stash() && is_overloaded_stash(r->stash())) {
      if (Code* c = overload_method(r->stash(), "(&{}")) {
        Value out = call_overload(c, v, Value(), false);
        overload_hold_ = out;
        if (!out.is_ref() || out.o != v.o) return callable(out, strict);
      }
    }
    if (r->type == Type::Glob) return static_cast<Glob*>(r)->code();
    return nullptr;
  }
  if (v.is_glob()) return reinterpret_cast<Glob*>(v.o)->code();
  if (v.is_undef() || strict) return nullptr;
  Text name(*this, v);
  if (name.size() == 0) return nullptr;
  std::string_view n = name.view();
  if (n[0] == '&') n.remove_prefix(1);
  Glob* g = glob_for_symbol(n, '&');
  return resolve_sub(g);
}
void VM::die_not_callable(const Value& v, bool strict) {
  if (v.is_undef())
    die(strict ? "Can't use an undefined value as a subroutine reference"
               : "Can't use an undefined value as a subroutine reference");
  if (v.is_ref()) die("Not a CODE reference");
  if (v.is_glob())
    die("Undefined subroutine &" + reinterpret_cast<Glob*>(v.o)->full_name() + " called");
  Text t(*this, v);
  if (strict) {
    std::string s(t.view().substr(0, 32));
    die("Can't use string (\"" + s + (t.size() > 32 ? "\"..." : "\"") +
        ") as a subroutine ref while \"strict refs\" in use");
  }
  die("Unable to create sub named \"" + std::string(t.view()) + "\"");
}

// next::method and maybe::next::method (perldoc mro): the running named sub's successor in the
// object's method order. Null: maybe found nothing.
Code* VM::next_method(Stash* class_of, bool maybe) {
  std::uint32_t d = depth_;
  std::string package, name;
  for (; d > 0 && name.empty(); --d) {
    const Frame& f = frames_[d];
    if (f.kind != FrameSub || !f.code || !f.code->name_glob) continue;
    std::string full = f.code->name_glob->full_name();
    std::size_t cut = full.rfind("::");
    if (cut == std::string::npos || full.substr(cut + 2) == "__ANON__") continue;
    package = full.substr(0, cut);
    name = full.substr(cut + 2);
  }
  if (name.empty())
    die("next::method/next::can/maybe::next::method must be used in method context");
  bool after = false;
  for (Stash* s : linear_isa(class_of)) {
    if (after) {
      Glob* g = s->glob(name, false);
      if (g && g->code() && g->code()->defined()) return g->code();
    } else if (s->name == package) {
      after = true;
    }
  }
  if (maybe) return nullptr;
  die("No next::method '" + name + "' found for " + class_of->name);
}

namespace {
// A file handle of that name, even a closed one, wins over a package (perlobj); null: there is
// none.
Glob* handle_named(VM& vm, std::string_view name) {
  bool qualified = name.find("::") != std::string_view::npos || name == "STDIN" ||
                   name == "STDOUT" || name == "STDERR";
  Glob* g = qualified ? vm.glob(name, false) : vm.current_package()->glob(name, false);
  return g && g->body->io ? g : nullptr;
}
}  // namespace

Code* VM::resolve_method(Value* args, std::uint32_t nargs, const Value& name_value, unsigned flags,
                         SiteCache* cache, Frame& f) {
  if (!nargs) die("Can't call method on nothing");
  if (!(flags & 1) && cache->generation == method_generation_) [[likely]] {
    const Value& who = through(args[0]);
    if (who.tag == kRef) {
      Stash* of = static_cast<Referent*>(who.o)->stash();
      if (of && of == cache->key) [[likely]]
        return static_cast<Code*>(cache->target);
    } else if (who.tag == kStr && who.s == cache->key) {
      return static_cast<Code*>(
          cache->target);  // a handle of that name opened since then is not seen, as in perl
    }
  }
  Value name = rvalue(name_value);
  if ((flags & 1) && name.is_ref()) {
    if (name.o->type == Type::Code)
      return resolve_sub_code(static_cast<Code*>(static_cast<Referent*>(name.o)));
    if (Code* c = callable(name, true)) return c;
  }
  Value inv = rvalue(args[0]);
  Stash* s = inv.is_ref() ? static_cast<Referent*>(inv.o)->stash() : nullptr;
  // IO::File is loaded when its methods are first missed.
  bool of_handle = s && inv.o->type == Type::Handle;
  Text mt(*this, name);
  std::string_view m = mt.view();
  const std::string_view last = m.substr(m.rfind("::") == m.npos ? 0 : m.rfind("::") + 2);
  auto no_object = [&](const char* why) {
    die("Can't call method \"" + std::string(last) + "\" " + why);
  };
  if (inv.is_ref() && !s) {
    auto* r = static_cast<Referent*>(inv.o);
    if (r->type == Type::Glob || r->type == Type::Handle) {
      of_handle = true;
      s = stash("IO::File", true);
    } else if (m != "import" && m != "unimport") {
      no_object("on unblessed reference");
    } else return nullptr;
  }
  std::string class_name;
  bool named_handle = false;
  if (!s) {
    if (inv.is_undef()) no_object("on an undefined value");
    if (inv.is_glob()) {
      of_handle = true;
      s = stash("IO::File", true);
    } else {
      Text ct(*this, inv);
      class_name = std::string(ct.view());
      if (class_name.empty()) no_object("without a package or object reference");
      if (class_name.size() > 2 && class_name.compare(class_name.size() - 2, 2, "::") == 0)
        class_name.resize(class_name.size() - 2);
      if (Glob* g = handle_named(*this, class_name)) {
        named_handle = true;
        args[0] = Value::ref(g);
        of_handle = true;
        s = stash("IO::File", true);
      } else {
        s = stash(class_name, false);
        // Where a method is looked for by its full name, the class need not exist.
        if (!s && m.find("::") != m.npos) s = stash("UNIVERSAL", true);
        if (!s) {
          if (m == "import" || m == "unimport") return nullptr;
          if (Code* u = stash("UNIVERSAL", true)->glob(m, false)
                            ? stash("UNIVERSAL", true)->glob(m, false)->code()
                            : nullptr)
            if (u->defined()) return u;
          die("Can't locate object method \"" + std::string(m) + "\" via package \"" + class_name +
              "\" (perhaps you forgot to load \"" + class_name + "\"?)");
        }
      }
    }
  }
  Stash* start = s;
  std::string_view plain_name = m;
  bool super = false;
  std::size_t cut = m.rfind("::");
  if (cut != std::string_view::npos) {
    std::string_view where = m.substr(0, cut);
    plain_name = m.substr(cut + 2);
    if (where == "SUPER" || (where.size() > 7 && where.substr(where.size() - 7) == "::SUPER")) {
      super = true;
      if (where == "SUPER") {
        const LineEntry* e = line_entry(f);
        start = e && e->info ? stash(e->info->package, true) : s;
      } else start = stash(where.substr(0, where.size() - 7), true);
    } else if (where == "next" || where == "maybe::next") {
      if (plain_name == "method") return next_method(s, where == "maybe::next");
      start = stash(where, true);
    } else start = stash(where, true);
  }
  Code* c = nullptr;
  if (super) {
    const auto& isa = linear_isa(start);
    for (std::size_t n = 1; n < isa.size() && !c; ++n) {
      Glob* g = isa[n]->glob(plain_name, false);
      if (g && g->code() &&
          (g->code()->defined() || (g->code()->bits & (Code::Const | Code::Declared))))
        c = g->code();
    }
    if (!c) {
      Glob* g = stash("UNIVERSAL", true)->glob(plain_name, false);
      if (g && g->code() && g->code()->defined()) c = g->code();
    }
  } else c = find_method(start, plain_name);
  if (!c && of_handle) {
    require_io_file();
    c = find_method(start, plain_name);
  }
  const Code* declared = nullptr;
  if (c && !c->defined() && !(c->bits & Code::Const)) {
    Glob* g = c->name_glob;
    if (g && g->code() && g->code()->defined()) c = g->code();
    else {
      // A forward declaration: AUTOLOAD is looked for by method resolution.
      declared = c;
      c = nullptr;
    }
  }
  if (!c) {
    Code* a = nullptr;
    if (super) {
      const auto& isa = linear_isa(start);
      for (std::size_t n = 1; n < isa.size() && !a; ++n) {
        Glob* g = isa[n]->glob("AUTOLOAD", false);
        if (g && g->code() && g->code()->defined()) a = g->code();
      }
    } else a = find_method(start, "AUTOLOAD");
    if (a && a->defined() && plain_name != "import" && plain_name != "unimport") {
      Stash* home = a->name_glob && a->name_glob->stash ? a->name_glob->stash : start;
      std::string owner = super || cut != std::string_view::npos ? start->name : s->name;
      home->glob("AUTOLOAD", true)->scalar()->value =
          Value::string(owner + "::" + std::string(plain_name));
      return a;
    }
    if (declared) die_undefined(declared);
    if (plain_name == "import" || plain_name == "unimport") return nullptr;
    std::string via = start->name;
    std::string text = "Can't locate object method \"" + std::string(plain_name) +
                       "\" via package \"" + via + "\"";
    if (!inv.is_ref() && !start->vivified && !package_used(start))
      text += " (perhaps you forgot to load \"" + via + "\"?)";
    die(text);
  }
  // A class is cached by its name's string, which must be one that never goes.
  bool literal = inv.tag == kStr && static_cast<std::int32_t>(inv.s->refs) < 0 && !named_handle;
  if ((inv.is_ref() || literal) && !(flags & 1)) {
    cache->generation = method_generation_;
    cache->key = literal ? static_cast<const void*>(inv.s) : s;
    cache->target = c;
  }
  return c;
}

// --- code objects -------------------------------------------------------------------------------

Value VM::fresh_cell(char sigil) {
  if (sigil == '@') return Value::raw_object(Array::make(), kArrayVar);
  if (sigil == '%') return Value::raw_object(Hash::make(), kHashVar);
  return Value::adopt_boxed(Scalar::make());
}

Code* VM::make_code(FuncProto* p, Frame* parent) {
  Code* c = Code::make();
  c->proto = p;
  p->retain();
  c->home = p->home;
  if (p->has_prototype) {
    c->prototype = p->prototype;
    c->bits |= Code::HasPrototype;
  }
  if (p->lvalue) c->bits |= Code::Lvalue;
  c->captures.reserve(p->captures.size() + p->state_vars.size());
  for (const auto& cap : p->captures) {
    Value& s = parent->fp[cap.index];
    switch (s.tag & kKindMask) {
      case kArrayVar& kKindMask:
        s.o->retain();
        c->captures.push_back(Value::raw_object(s.o, kArrayVar));
        break;
      case kHashVar& kKindMask:
        s.o->retain();
        c->captures.push_back(Value::raw_object(s.o, kHashVar));
        break;
      default:
        if (cap.sigil == '@' || cap.sigil == '%') {
          s = fresh_cell(cap.sigil);
          s.o->retain();
          c->captures.push_back(Value::raw_object(s.o, s.tag));
        } else c->captures.push_back(Value::boxed(box_place(s)));
    }
  }
  for (const auto& st : p->state_vars) c->captures.push_back(fresh_cell(st.sigil));
  return c;
}

}  // namespace perlipc
