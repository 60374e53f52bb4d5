// What Perl code sees of a match: $1, $&, @-, @+, %+, %- (perlvar) and pos() (perlfunc pos).
#include "interp/vm.h"

namespace perlipc {

namespace {

Value group_value(const MatchState* m, std::size_t group) {
  if (!m->offsets.matched(group)) return {};
  return m->part(m->offsets.start(group), m->offsets.end(group));
}

Value characters(const String* s, std::size_t bytes) {
  return Value::integer(static_cast<std::int64_t>(s->chars_before(bytes)));
}

}  // namespace

Value VM::capture(unsigned what) {
  MatchState* m = find_match();
  if (!m) return {};
  if (m->tainted) [[unlikely]] {  // use re 'taint'
    m->tainted = false;
    Value v = capture(what);
    m->tainted = true;
    v.spare |= kTainted;
    taint();
    return v;
  }
  if (what >= MatchPart::KeptBefore) {
    if (!m->regex->flags().p) return {};
    return capture(what == MatchPart::Kept         ? 0
                   : what == MatchPart::KeptBefore ? MatchPart::Before
                                                   : MatchPart::After);
  }
  switch (what) {
    case MatchPart::Before: return m->before();
    case MatchPart::After: return m->after();
    case MatchPart::LastParen:
      return m->offsets.last_paren ? group_value(m, m->offsets.last_paren) : Value();
    case MatchPart::LastClosed:
      return m->offsets.last_closed ? group_value(m, m->offsets.last_closed) : Value();
    default: return group_value(m, what);
  }
}

// --- pos() --------------------------------------------------------------------------------------

// What pos() of a target is filed under: its heap scalar, or the text of a constant. Null: none yet.
const void* VM::position_key(const Value& target) {
  const Value* v = &target;
  if (v->tag == kSlotPtr) v = v->p;
  if (v->is_boxed()) return v->box;
  bool constant = v == &target && (v < stack_base_ || v >= stack_limit_) && v->tag == kStr;
  return constant ? static_cast<const void*>(v->s) : nullptr;
}

Position* VM::find_position(const Value& target) {
  if (positions_.empty()) return nullptr;
  const void* key = position_key(target);
  Position* p = key ? positions_.find(key) : nullptr;
  if (!p || !p->owner.is_boxed()) return p;
  const Value& now = p->owner.box->value;
  if (now.tag == p->seen.tag && now.i == p->seen.i) return p;
  positions_.erase(key);  // changed since
  return nullptr;
}

void VM::set_position(Value& target, std::size_t byte, bool empty) {
  const void* key = position_key(target);
  Value owner;
  if (!key) {
    Scalar* box = box_place(target);
    key = box;
    owner = Value::boxed(box);
  }
  Position* p = positions_.find(key);
  if (!p) {
    if (owner.is_undef()) {
      const Value* v = target.tag == kSlotPtr ? target.p : &target;
      owner = v->is_boxed() ? Value::boxed(v->box) : Value::share(v->s);
    }
    p = &positions_.make(key, std::move(owner));
  }
  if (p->owner.is_boxed()) {
    const Value& now = p->owner.box->value;
    if (now.tag != p->seen.tag || now.i != p->seen.i) p->seen = now;
  }
  p->byte = byte;
  p->empty = empty;
}

void VM::clear_position(const Value& target) {
  if (positions_.empty()) return;
  if (const void* key = position_key(target)) positions_.erase(key);
}

Value VM::get_pos(Value& place) {
  const Position* p = find_position(place);
  if (!p) return {};
  const Value& v = p->owner.is_boxed() ? p->seen : p->owner;
  if (v.tag == kStr) return characters(v.s, p->byte);
  return Value::integer(static_cast<std::int64_t>(p->byte));
}

void VM::set_pos(Value& place, const Value& position) {
  Value wanted = rvalue(position);
  if (wanted.is_undef()) return clear_position(place);
  std::int64_t n = to_int(*this, wanted);
  Value v = rvalue(place);
  Text text(v.is_undef() ? String::make(std::string_view("")) : perlipc::to_string(*this, v));
  auto length = static_cast<std::int64_t>(text.get()->char_length());
  if (n < 0) n = n + length < 0 ? 0 : n + length;
  if (n > length) n = length;
  auto offset = static_cast<std::size_t>(n);
  set_position(place, text.get()->byte_at(offset), false);
}

void VM::recode(Value& place, const Value& text) {
  const Value position = get_pos(place);
  assign(place, text);
  if (!position.is_undef()) set_pos(place, position);
}

void PositionTable::erase_found(const void* key) {
  auto it = map_.find(key);
  if (it == map_.end()) return;
  if (last_ == &it->second) last_key_ = nullptr;
  auto node = map_.extract(it);  // its release may run Perl code, which may come back here
  if (map_.empty()) filter_ = 0;
}

Position& PositionTable::make(const void* key, Value owner) {
  if (map_.size() >= prune_at_) prune();
  Position& p = map_[key];
  p.owner = std::move(owner);
  filter_ |= bit(key);
  last_key_ = key;
  last_ = &p;
  return p;
}

// Lets go of scalars that only this table still knows.
void PositionTable::prune() {
  std::vector<Value> dead;
  filter_ = 0;
  for (auto it = map_.begin(); it != map_.end();) {
    if (it->second.owner.o->unique()) {
      dead.push_back(std::move(it->second.owner));
      it = map_.erase(it);
    } else {
      filter_ |= bit(it->first);
      ++it;
    }
  }
  last_key_ = nullptr;
  prune_at_ = map_.size() * 2 < kPruneAt ? kPruneAt : map_.size() * 2;
}

}  // namespace perlipc
