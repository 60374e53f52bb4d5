// *_ as a whole: what $_ and @_ are when their glob is made local or assigned to. $_ is the VM's
// topic, @_ belongs to the frame of its sub: both follow the glob from here.
#include "interp/vm.h"

namespace perlipc {

namespace {
// Calls visit for the running sub and the string evals in it, innermost first: those that have @_.
// Whether there is a sub.
template <class Visit> bool for_args_frames(Frame* frames, std::uint32_t depth, Visit visit) {
  for (std::uint32_t n = depth; n > 0; --n) {
    Frame& f = frames[n];
    if (f.kind != FrameSub && f.kind != FrameEvalString) return false;
    if (f.args_array || f.kind == FrameSub) visit(f);
    if (f.kind == FrameSub) return true;
  }
  return false;
}
}  // namespace

void VM::local_underscore() {
  save(SaveEntry::Topic, nullptr, topic_);
  topic_ = &topic_glob_->scalar()->value;
  local_args();
}

void VM::local_args() {
  const bool in_sub = for_args_frames(&frames_[0], depth_, [&](Frame& f) {
    materialise_args(f);
    const std::uint16_t slot = f.proto->args_slot;
    SaveEntry& e = save(slot != kNone ? SaveEntry::ArgsArray : SaveEntry::SharedArgs, &f);
    e.index = slot;
    f.args_array->retain();
    e.value = Value::raw_object(f.args_array, kArrayVar);
  });
  if (!in_sub) local_array(topic_glob_);
  Array* const fresh = in_sub ? Array::make() : topic_glob_->array();
  set_args(fresh);
  if (in_sub) fresh->release();
}

// The running sub has it for as long as it runs; outside of all subs it is the program's.
void VM::set_args(Array* a) {
  a->retain();
  const bool in_sub = for_args_frames(&frames_[0], depth_, [&](Frame& f) { share_args(f, a); });
  if (in_sub) return a->release();
  Array* old = std::exchange(topic_glob_->body->array, a);
  if (old) old->release();
}

// The glob's own scalar is kept when a loop or `local $_` is going to put it back: the innermost of
// these owns the new one then.
void VM::set_topic_scalar(Scalar* s) {
  s->retain();
  Scalar* const own = topic_glob_->scalar();
  SaveEntry* innermost = nullptr;
  bool lent = topic_ != &own->value;
  for (SaveEntry& e : saves_) {
    if (e.kind != SaveEntry::Topic) continue;
    innermost = &e;
    lent = lent || e.saved == &own->value;
  }
  Scalar* old = own;
  if (!lent) topic_glob_->body->scalar = s;
  else if (innermost)
    old = static_cast<Scalar*>(std::exchange(innermost->owner, static_cast<void*>(s)));
  else {  // lent by native code, which puts it back when its callback returns
    save(SaveEntry::Topic, s, topic_);
    old = nullptr;
  }
  topic_ = &s->value;
  if (old) old->release();
}

// The glob is going to get this body.
void VM::replace_underscore(GlobBody* body) {
  if (!body->scalar) body->scalar = Scalar::make();
  if (!body->array) body->array = Array::make();
  const Value* const own = &topic_glob_->scalar()->value;
  topic_ = &body->scalar->value;
  for (SaveEntry& e : saves_)
    if (e.kind == SaveEntry::Topic && e.saved == own) e.saved = topic_;
  for_args_frames(&frames_[0], depth_, [&](Frame& f) { share_args(f, body->array); });
}

}  // namespace perlipc
