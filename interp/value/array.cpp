// Perl arrays: storage with room at both ends. Values move by plain memory copies.
#include "interp/value/array.h"
#include <algorithm>

namespace perlipc {
namespace {
Value* allocate_values(std::size_t n) {
  return static_cast<Value*>(heap::allocate(n * sizeof(Value)));
}
void free_values(Value* block, std::size_t n) {
  if (block) heap::deallocate(block, n * sizeof(Value));
}
void move_values(Value* to, const Value* from, std::size_t n) {
  if (n) std::memmove(static_cast<void*>(to), static_cast<const void*>(from), n * sizeof(Value));
}
void make_missing(Value* from, Value* end) {
  for (; from != end; ++from) {
    from->i = 0;
    from->tag = kInternal;
    from->spare = 0;
  }
}
// Perl frees the last element first.
void release_values(Value* items, std::size_t n) {
  while (n-- > 0) {
    Value& v = items[n];
    if (v.tag == kStr && v.s->refs == 1) String::free(v.s);
    else v.~Value();
  }
}
}  // namespace

Array::~Array() {
  std::size_t block_room = static_cast<std::size_t>(items_ - block_) + room_;
  release_values(items_, size_);
  free_values(block_, block_room);
}

void Array::grow_back(std::size_t more) {
  std::size_t front = static_cast<std::size_t>(items_ - block_);
  std::size_t needed = size_ + more;
  if (front >= needed && front > size_) {  // a queue: slide down instead of growing
    move_values(block_, items_, size_);
    items_ = block_;
    room_ += front;
    return;
  }
  std::size_t room = std::max<std::size_t>(needed, size_ + size_ / 2 + 4);
  std::size_t old_bytes = (front + room_) * sizeof(Value);
  if (front == 0 && old_bytes > heap::kSmallLimit) {
    block_ = static_cast<Value*>(heap::reallocate_large(block_, room * sizeof(Value)));
  } else {
    Value* block = allocate_values(room);
    if (size_) move_values(block, items_, size_);
    free_values(block_, front + room_);
    block_ = block;
  }
  items_ = block_;
  room_ = room;
}

// Makes free room for at least `more` elements in front.
void Array::grow_front(std::size_t more) {
  std::size_t front = more + size_ / 2 + 2;
  std::size_t back = std::max<std::size_t>(size_, std::min(room_, size_ + size_ / 4 + 2));
  Value* block = allocate_values(front + back);
  if (size_) move_values(block + front, items_, size_);
  free_values(block_, static_cast<std::size_t>(items_ - block_) + room_);
  block_ = block;
  items_ = block + front;
  room_ = back;
}

void Array::swap_contents(Array& other) {
  std::swap(items_, other.items_);
  std::swap(block_, other.block_);
  std::swap(size_, other.size_);
  std::swap(room_, other.room_);
}

void Array::reserve(std::size_t n) {
  if (n > room_) grow_back(n - size_);
}

void Array::push_moved(Value* values, std::size_t n) {
  reserve(size_ + n);
  move_values(items_ + size_, values, n);
  size_ += n;
}

void Array::resize(std::size_t n) {
  if (n > size_) {
    if (n > room_) grow_back(n - size_);
    make_missing(items_ + size_, items_ + n);
    size_ = n;
    return;
  }
  while (size_ > n) {
    --size_;
    Value gone = std::move(items_[size_]);  // outside the array before its DESTROY can look
    if (n > size_) break;
  }
}

Value Array::pop() {
  if (size_ == 0) return {};
  --size_;
  Value& last = items_[size_];
  if (last.tag == kInternal) return {};
  if (!last.is_boxed()) [[likely]]
    return std::move(last);
  Value box = std::move(last);
  return box.box->get();
}

Value Array::shift() {
  if (size_ == 0) return {};
  Value& first = *items_;
  --size_;
  ++items_;
  --room_;
  Value out;
  if (!first.is_boxed()) [[likely]] {
    if (first.tag != kInternal) out = std::move(first);
  } else {
    Value box = std::move(first);
    out = box.box->get();
  }
  if (size_ == 0 && block_) {  // empty: all the room is at the back again
    room_ += static_cast<std::size_t>(items_ - block_);
    items_ = block_;
  }
  return out;
}

void Array::unshift(const Value* values, std::size_t count) {
  if (count == 0) return;
  if (static_cast<std::size_t>(items_ - block_) < count) grow_front(count);
  items_ -= count;
  room_ += count;
  size_ += count;
  for (std::size_t n = 0; n < count; ++n) new (items_ + n) Value(values[n]);
}

void Array::clear() {
  if (size_ == 0) return;
  Value* items = items_;
  Value* block = block_;
  std::size_t size = size_, room = room_;
  items_ = block_ = nullptr;
  size_ = room_ = 0;
  release_values(items, size);
  if (size_ != 0) {  // destructors have filled it: what they stored goes as well
    Array pushed;
    swap_contents(pushed);
  }
  room += static_cast<std::size_t>(items - block);
  if (block_ || room > 4096) {
    free_values(block, room);
  } else {  // keep modest blocks: the array will be filled again
    items_ = block_ = block;
    room_ = room;
  }
}

void Array::splice(std::size_t from, std::size_t count, const Value* values, std::size_t added,
                   std::vector<Value>* removed) {
  if (from > size_) from = size_;
  if (count > size_ - from) count = size_ - from;
  std::vector<Value> gone;
  if (!removed) removed = &gone;
  removed->reserve(removed->size() + count);
  for (std::size_t n = 0; n < count; ++n) {
    Value& v = items_[from + n];
    if (v.tag == kInternal) v.tag = kUndef;
    removed->push_back(std::move(v));
  }
  std::size_t tail = size_ - from - count;
  if (added <= count && from < tail) {  // close the gap from the shorter side
    std::size_t by = count - added;
    move_values(items_ + by, items_, from);
    items_ += by;
    room_ -= by;
  } else {
    if (size_ - count + added > room_) grow_back(added - count);
    move_values(items_ + from + added, items_ + from + count, tail);
  }
  size_ = size_ - count + added;
  for (std::size_t n = 0; n < added; ++n) new (items_ + from + n) Value(values[n]);
}

}  // namespace perlipc
