// Calls of lvalue subs (perlsub "Lvalue subroutines"): what they return is an alias.
#include "interp/vm_ops.h"

namespace perlipc {

// For a call with bits from kCallAssigned on: refuses to assign to what an ordinary sub returns, and
// completes the head of the frame that is going to be entered.
std::uint64_t VM::lvalue_head(const Code* callee, std::uint32_t call, std::uint64_t head) {
  const Frame& f = frames_[depth_];
  const bool handed_on = call & kCallHandedOn && f.lvalue_call != CallReads;
  const bool assigned = call & (kCallAssigned | kCallTakesList) ||
                        (handed_on && (f.want == Want::Scalar || f.lvalue_call == CallTakesList));
  if (assigned && callee->proto && !callee->proto->lvalue) {
    const Glob* g = callee->name_glob;
    die("Can't modify non-lvalue subroutine call of &" + (g ? g->full_name()
                                                          : callee->home
                                                              ? callee->home->name + "::__ANON__"
                                                              : std::string("main::__ANON__")));
  }
  constexpr std::uint64_t kLvalueByte = 0xff00;
  if (call & kCallTakesList) return (head & ~kLvalueByte) | CallTakesList << 8;
  if (handed_on) return (head & ~kLvalueByte) | static_cast<unsigned>(f.lvalue_call) << 8;
  return head;
}

// What an lvalue sub hands to an assignment in scalar context; item: null when it returns nothing.
Value VM::lvalue_result(const Value* item, unsigned shape) {
  if (shape == kReturnsArray || shape == kReturnsHash)
    die(std::string("Can't return ") + (shape == kReturnsArray ? "array" : "hash") +
        " to lvalue scalar context");
  if (item && item->tag == kSlotPtr) return Value::boxed(box_place(*item->p));
  if (!item || (item->is_boxed() && item->box->bits & Scalar::ReadOnly)) {
    const bool defined = item && !item->box->value.is_undef();
    die(std::string("Can't return ") + (defined ? "a readonly value" : "undef") +
        " from lvalue subroutine");
  }
  if (!item->is_boxed()) die("Can't return a temporary from lvalue subroutine");
  return *item;
}

// Hands items of the list at mark b, from cursor c on, to the places that stand from mark a on.
const Instr* VM::op_take_places(Frame* f, const Instr* i) {
  Value* const fp = f->fp;
  Value* const places = stack_base_ + fp[i->a].i;
  Value* const items = stack_base_ + fp[i->b].i;
  std::int64_t& cursor = fp[i->c].i;
  Value* const end = sp_;
  for (Value* place = places; place < end; ++place) {
    Value* const from = items + cursor;
    if (place->kind() == (kArrayVar & kKindMask)) {
      Array* const a = array_of(*place);
      check_array_writable(a);
      a->clear();
      for (Value* v = from; v < places; ++v, ++cursor) a->push(rvalue(*v));
    } else if (place->kind() == (kHashVar & kKindMask)) {
      hash_assign(hash_of(*place), std::min(from, places), places);
      cursor = std::max<std::int64_t>(cursor, places - items);
    } else {
      store(*place, from < places ? rvalue(*from) : Value());
      ++cursor;
    }
  }
  pop_to(places);
  return i + 1;
}

}  // namespace perlipc
