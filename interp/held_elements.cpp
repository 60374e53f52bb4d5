// Elements that outlive their array or hash, and these their glob, while an instruction that works on
// them runs code that the compiler did not see.
#include "interp/vm.h"
#include <algorithm>

namespace perlipc {

namespace {

// Gives the raw pointers of one frame a count, and follows those that $_ has, now or later.
class ElementHold {
 public:
  ElementHold(const Value* stack, const Value* stack_end, Value*& topic)
      : stack_(stack), stack_end_(stack_end), topic_(topic) {}

  // The saves of the frame.
  void saves(SaveEntry* from, SaveEntry* to) { saves_ = from, saves_end_ = to; }

  void hold(Value& alias) {
    if (alias.tag == kBorrowed) alias = Value::boxed(alias.box);
    else if (alias.tag == kSlotPtr && !on_stack(alias.p)) alias = Value::boxed(share(*alias.p));
  }
  void hold(Value* from, const Value* to) {
    for (Value* v = from; v < to; ++v)
      if (v->tag == kSlotPtr) hold(*v);
  }
  // The array's element at hand, or what it is an alias of, with `keep` as the owner.
  void hold_item(Value& element, Value& keep) {
    Value& place = element.tag == kSlotPtr ? *element.p : element;
    if (!on_stack(&place)) keep = Value::boxed(share(place));
  }

 private:
  Scalar* share(Value& element) {
    if (element.tag == kInternal) element.tag = kUndef;
    Scalar* s = box_place(element);
    follow(topic_, &element, s);
    for (SaveEntry* e = saves_; e < saves_end_; ++e) {
      if (e->kind != SaveEntry::Topic) continue;
      auto* saved = static_cast<Value*>(e->saved);
      follow(saved, &element, s);
      e->saved = saved;
    }
    return s;
  }
  bool on_stack(const Value* v) const { return v >= stack_ && v < stack_end_; }
  static void follow(Value*& topic, const Value* element, Scalar* s) {
    if (topic == element) topic = &s->value;
  }

  const Value* stack_;
  const Value* stack_end_;
  Value*& topic_;
  SaveEntry* saves_ = nullptr;
  SaveEntry* saves_end_ = nullptr;
};

}  // namespace

namespace {
// Of long lists only the latest items are looked at again and again: what is far below the top has
// been seen.
constexpr std::ptrdiff_t kLatestItems = 1024;
}  // namespace

void VM::hold_elements() {
  Frame& f = frames_[depth_];
  const FuncProto* proto = f.proto;
  if (!proto) return;
  ElementHold holder(stack_base_, stack_limit_, topic_);
  if (f.careful && f.save_height < saves_.size())
    holder.saves(saves_.data() + f.save_height, saves_.data() + saves_.size());
  const auto pc = static_cast<std::uint32_t>(f.pc - proto->code.data());
  for (const ElementWalk& w : proto->walks) {
    if (pc < w.begin || pc > w.end) continue;
    if (w.variable != kNone) holder.hold(f.fp[w.variable]);
    if (w.kind == ElementWalk::Array) {
      if (w.variable != kNone) continue;
      Array* a = array_of(f.fp[w.at]);
      if ((a->bits & Array::Tied) != 0) continue;
      const std::int64_t n = f.fp[w.at + 1].i;
      if (n >= 0 && n < static_cast<std::int64_t>(a->size()))
        holder.hold_item((*a)[static_cast<std::size_t>(n)], f.fp[w.at + 2]);
      continue;
    }
    if (w.kind == ElementWalk::Pending) {
      Value& mark = f.fp[w.at];
      const std::ptrdiff_t count = sp_ - (stack_base_ + mark.i);
      const std::ptrdiff_t seen = std::min<std::ptrdiff_t>(mark.spare, count - kLatestItems);
      holder.hold(stack_base_ + mark.i + std::max<std::ptrdiff_t>(seen, 0), sp_);
      mark.spare = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(count, 0));
      continue;
    }
    Value& list_end = f.fp[w.list_end];
    if (list_end.spare) continue;
    list_end.spare = 1;  // once: later instructions of the body find counted ones to put there
    const std::int64_t next = f.fp[w.at].i;
    holder.hold(stack_base_ + std::max<std::int64_t>(next - 1, 0), sp_);  // and what grep keeps
  }
}

namespace {
// Whether a register of the frame leads to the object without a count.
bool works_on(const Frame& f, const HeapObject* object) {
  const Value* const end = f.fp + f.proto->nslots;
  const Value* content = nullptr;
  if (object->type == Type::Scalar) content = &static_cast<const Scalar*>(object)->value;
  for (const Value* v = f.fp; v < end; ++v) {
    const bool borrowed =
        v->tag == kArrayBorrowed || v->tag == kHashBorrowed || v->tag == kBorrowed;
    if (borrowed ? v->o == object : v->tag == kSlotPtr && v->p == content) return true;
  }
  return false;
}
}  // namespace

void VM::keep_for_statement(Referent* object) {
  Frame& f = frames_[depth_];
  make_careful(f);
  temporaries_.push_back({object, depth_, false, f.pc});
}

void VM::keep_in_use(const GlobBody* body) {
  Referent* const parts[] = {body->scalar, body->array, body->hash};
  for (Referent* part : parts) {
    if (!part) continue;  // one that is shared now may not be when the instruction goes on
    for (std::uint32_t d = 1; d <= depth_; ++d) {
      Frame& f = frames_[d];
      if (!f.proto || !works_on(f, part)) continue;
      part->retain();
      make_careful(f);
      const auto place = std::find_if(temporaries_.begin(), temporaries_.end(),
                                      [d](const Temporary& t) { return t.frame > d; });
      temporaries_.insert(place, {part, d, false, f.pc});
      break;
    }
  }
}

}  // namespace perlipc
