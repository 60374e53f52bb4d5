// Temporaries live until their statement ends (perlobj "Destructors"): what a call was given, or
// returned to nobody, and what the condition of an `if` made. Whoever looks at it from a destructor
// sees the difference, so only what may run one, or closes a handle, waits; all else goes at once.
//
// An object waits together with the frame and the place in it where it was dropped. EndStatement,
// which Compiler puts behind statements with calls (Compiler::end_statement), destroys what was
// dropped inside of its statement. A frame that has something waiting is `careful`: when it ends,
// its caller's statement has them, and when that ends by returning a value, nobody.
#include "interp/vm.h"
#include <algorithm>

namespace perlipc {

namespace {
constexpr int kNesting = 2;         // how deep a container is looked into
constexpr std::size_t kItems = 16;  // and how many of its items
}  // namespace

// Whether its going might be noticed.
bool VM::waits_for_statement(HeapObject* object, int nesting) {
  switch (object->type) {
    case Type::Scalar:
    case Type::Array:
    case Type::Hash:
    case Type::Code:
    case Type::Glob:
    case Type::Regex: break;
    default: return false;
  }
  auto* referent = static_cast<Referent*>(object);
  if (referent->meta) {
    if (referent->meta & 1) return true;  // weak references to it become undefined then
    if (knows_destructor(referent->stash())) return true;
  }
  if (object->type == Type::Glob) return true;
  if (live_objects_.empty() || nesting == kNesting) return false;
  const auto last_one = [&](const Value& v) {
    const bool counts = v.tag == kRef || v.tag == kBoxed;
    return counts && v.o->unique() && waits_for_statement(v.o, nesting + 1);
  };
  if (object->type == Type::Scalar) return last_one(static_cast<Scalar*>(referent)->value);
  if (object->type == Type::Array) {
    Array& a = *static_cast<Array*>(referent);
    for (std::size_t n = 0; n < std::min(a.size(), kItems); ++n)
      if (last_one(a[n])) return true;
  } else if (object->type == Type::Hash) {
    Hash& h = *static_cast<Hash*>(referent);
    for (std::size_t n = 0; n < std::min(h.entry_count(), kItems); ++n)
      if (h.entries()[n].key && last_one(h.entries()[n].value)) return true;
  } else if (object->type == Type::Code) {
    const auto& captures = static_cast<Code*>(referent)->captures;
    for (std::size_t n = 0; n < std::min(captures.size(), kItems); ++n)
      if (last_one(captures[n])) return true;
  }
  return false;
}

namespace {
// Whether the call that has just returned was the last thing its statement did.
bool after_last_call(const Frame& f) {
  const std::vector<std::uint32_t>& ends = f.proto->last_calls;
  const auto pc = static_cast<std::uint32_t>(f.pc - f.proto->code.data());
  return std::binary_search(ends.begin(), ends.end(), pc);
}
}  // namespace

void VM::drop_last(HeapObject* object) {
  if (object->type == Type::String || in_global_destruction_ || !waits_for_statement(object))
    return HeapObject::destroy_object(object);
  Frame& f = frames_[depth_];
  if (after_last_call(f)) return HeapObject::destroy_object(object);
  make_careful(f);
  object->refs = 1;
  temporaries_.push_back({object, depth_, false, f.pc});
}

// The running frame ends: its caller's statement has what waits. What comes from a sub that it
// called goes now, and all of it when native code is the caller.
void VM::hand_temporaries_up(const Frame& f) {
  const bool all = (f.entry && f.kind != FrameEvalString) || depth_ <= 1;
  std::size_t kept = temporaries_.size();
  while (kept > 0 && temporaries_[kept - 1].frame >= depth_) --kept;
  if (kept == temporaries_.size()) return;
  if (all) return end_temporaries_from(kept);
  Frame& caller = frames_[depth_ - 1];
  std::vector<Temporary> done;
  auto out = temporaries_.begin() + static_cast<std::ptrdiff_t>(kept);
  for (auto it = out; it != temporaries_.end(); ++it) {
    if (it->handed_up && f.want != Want::Void) done.push_back(*it);
    else *out++ = {it->object, depth_ - 1, true, caller.pc};
  }
  temporaries_.erase(out, temporaries_.end());
  if (temporaries_.size() > kept) make_careful(caller);
  while (!done.empty()) {
    HeapObject* const object = done.back().object;
    done.pop_back();
    object->release();
  }
}

namespace {
// What one instruction dropped was dropped last argument first, which is the order of their end;
// all else is taken last first.
template <class List> std::size_t group_begin(const List& list) {
  std::size_t from = list.size() - 1;
  const auto& last = list.back();
  const auto same = [&](const auto& t) {
    return !t.handed_up && !last.handed_up && t.pc == last.pc && t.frame == last.frame;
  };
  while (from > 0 && same(list[from - 1])) --from;
  return from;
}
}  // namespace

void VM::end_temporaries(const Instr* begin, const Instr* end) {
  while (!temporaries_.empty()) {
    const Temporary& last = temporaries_.back();
    if (last.frame < depth_ || (last.frame == depth_ && (last.pc <= begin || last.pc > end)))
      return;
    end_temporaries_from(group_begin(temporaries_));
  }
}

// EndStatement and the like, when something waits.
void VM::end_waiting(Frame* f, const Instr* i) {
  f->pc = i + 1;
  const std::vector<Instr>& code = f->proto->code;
  if (i->c != 0) end_temporaries(i - i->c, i);
  else end_temporaries(i, code.data() + code.size());
}

// A sub has returned to the running frame, and what it handed up may have no other end.
void VM::end_last_call() {
  const Frame& f = frames_[depth_];
  if (after_last_call(f)) end_temporaries(f.pc - 1, f.pc);
}

void VM::end_temporaries_from(std::size_t height) {
  while (temporaries_.size() > height) {
    const std::size_t from = std::max(group_begin(temporaries_), height);
    std::vector<HeapObject*> group;
    for (std::size_t n = from; n < temporaries_.size(); ++n)
      group.push_back(temporaries_[n].object);
    temporaries_.resize(from);
    for (HeapObject* object : group) object->release();
  }
}

// An argument that only the stack holds, when its end might be noticed: the scalar in which it stays
// there while @_ has it too, so that emptying @_ does not end it. Null: @_ may take it over.
Scalar* VM::lasting_argument(Value& v) { return waits_for_statement(v.o) ? box_place(v) : nullptr; }

}  // namespace perlipc
