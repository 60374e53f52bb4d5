// sort: recognised orders, blocks run inline, subs.
#include "builtins/io_hooks.h"
#include "builtins/sort_compare.h"
#include "builtins/string.h"
#include "interp/sort_plan.h"
#include "interp/vm.h"
#include <cmath>

namespace perlipc {

namespace {
inline bool plain(const Value& v) { return (v.tag & kKindMask) < 11; }
}  // namespace

void VM::sort_items(Value* from, unsigned kind) {
  std::size_t n = static_cast<std::size_t>(sp_ - from);
  bool objects = kind & 8;  // items must keep their identity
  for (Value* v = from; v < sp_; ++v) {
    if (!plain(*v)) *v = rvalue(*v);
    if (v->is_undef()) warn_uninitialized(v);  // perl converts every item once beforehand
    objects = objects || v->is_undef() || (v->is_ref() && overloaded(*v));
  }
  if (objects) {
    Opc op = kind & 1 ? Opc::NumCmp : Opc::StrCmp;
    builtin::merge_sort(from, n, [&](const Value& a, const Value& b) {
      Value r = kind & 2 ? compare(op, b, a) : compare(op, a, b);
      return to_int(*this, r) > 0;
    });
    return;
  }
  if (kind & 1) builtin::sort_by_number(*this, from, n, kind & 2);
  else builtin::sort_by_text(*this, from, n, kind & 2);
}

namespace {
struct ProtoHold {
  FuncProto* const proto;
  explicit ProtoHold(FuncProto* p) : proto(p) {
    if (proto) proto->retain();
  }
  ~ProtoHold() {
    if (proto) proto->release();
  }
  ProtoHold(const ProtoHold&) = delete;
  ProtoHold& operator=(const ProtoHold&) = delete;
};
struct SortGlobals {
  VM& vm;
  std::uint32_t height;
  SortGlobals(VM& v, Glob* a, Glob* b)
      : vm(v), height(static_cast<std::uint32_t>(v.saves_.size())) {
    vm.save_glob_scalar(a);
    vm.save_glob_scalar(b);
    a->body->scalar = Scalar::make();
    b->body->scalar = Scalar::make();
  }
  ~SortGlobals() { vm.restore_to(height); }
};
}  // namespace

void VM::sort_block(Value* from, Frame& f, std::uint32_t a, std::uint32_t b, Glob* ga, Glob* gb,
                    const Instr* body) {
  std::size_t n = static_cast<std::size_t>(sp_ - from);
  const Instr* resume = f.pc;
  Value* fp = f.fp;
  SortGlobals globals(*this, ga, gb);
  std::uint32_t at = depth_;
  const LoopBarrier barrier(*this, false);
  Value* const top = sp_;
  const std::size_t saved = saves_.size();
  auto after = [&](const Value& x, const Value& y) {
    fp[a] = x;
    fp[b] = y;
    if (ga->scalar()->plain()) ga->body->scalar->value = x;  // the block may undefine *a
    if (gb->scalar()->plain()) gb->body->scalar->value = y;
    frames_[at].pc = body;
    run(at, true);
    if (sp_ > top) [[unlikely]]  // returned from the middle of a loop
      pop_to(top);
    if (saves_.size() > saved) [[unlikely]]
      restore_to(static_cast<std::uint32_t>(saved));
    if (fp[a].spare != x.spare && fp[a].tag == x.tag)
      const_cast<Value&>(x).spare |= fp[a].spare & kNotNumericTold;
    if (fp[b].spare != y.spare && fp[b].tag == y.tag)
      const_cast<Value&>(y).spare |= fp[b].spare & kNotNumericTold;
    const Value& r = *block_result_;
    if (r.tag == kInt) return r.i > 0;
    Value v = rvalue(r);
    Value num = to_number(v);
    return num.tag == kDouble ? num.d > 0 : num.i > 0;
  };
  builtin::merge_sort(from, n, after);
  fp[a] = Value();
  fp[b] = Value();
  frames_[at].pc = resume;
}

void VM::sort_sub(Value* from, Code* code, Glob* ga, Glob* gb) {
  std::size_t n = static_cast<std::size_t>(sp_ - from);
  for (Value* v = from; v < sp_; ++v)
    if (!plain(*v)) *v = rvalue(*v);
  code->retain();
  Value hold = Value::adopt_ref(code);
  hold_elements();
  bool with_args = (code->bits & Code::HasPrototype) && code->prototype == "$$";
  const SortPlan* plan = code->proto ? code->proto->sort_plan.get() : nullptr;
  if (plan && !with_args && glob(plan->package + "::a", false) == ga &&
      plan->sort(*this, from, n, nullptr))
    return;
  SortGlobals globals(*this, ga, gb);
  const LoopBarrier barrier(*this, false);
  const ProtoHold body(code->proto);  // the sub may undefine itself
  auto after = [&](const Value& x, const Value& y) {
    Value r;
    if (with_args || !body.proto) {
      Value args[2] = {x, y};
      ga->scalar()->value = x;
      gb->scalar()->value = y;
      r = call_scalar(code, args);
    } else {
      ga->scalar()->value = x;
      gb->scalar()->value = y;
      Value* base = sp_;
      push_frame(body.proto, code, base, 0, Want::Scalar, FrameSub);
      frames_[depth_].entry = EntryOnce;
      run(depth_);
      if (sp_ > base) r = std::move(sp_[-1]);
      pop_to(base);
    }
    if (r.tag == kInt) return r.i > 0;
    Value num = to_number(rvalue(r));
    return num.tag == kDouble ? num.d > 0 : num.i > 0;
  };
  builtin::merge_sort(from, n, after);
}

}  // namespace perlipc
