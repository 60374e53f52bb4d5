// Perl arrays: contiguous Values with room at the front, so shift and unshift are cheap.
// Elements are plain values or Boxed (aliased). A missing element is tagged kInternal inside the
// array and reads as undef (exists() is false).
#pragma once
#include "interp/value/value.h"
#include <vector>

namespace perlipc {

class Array : public Referent {
 public:
  enum Bits : std::uint8_t { HasMagic = 1, ReadOnly = 4, IsIsa = 8, Tied = 16 };
  Array() : Referent(Type::Array) {}
  ~Array();
  Array(const Array&) = delete;
  static Array* make() { return new (heap::allocate(sizeof(Array))) Array(); }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Value* begin() { return items_; }
  Value* end() { return items_ + size_; }
  const Value* begin() const { return items_; }
  const Value* end() const { return items_ + size_; }
  // Unchecked place; may be Boxed or missing.
  Value& operator[](std::size_t n) { return items_[n]; }
  const Value& operator[](std::size_t n) const { return items_[n]; }
  // Negative counts from the end; nullptr when outside.
  Value* find(std::int64_t n) {
    if (n < 0) n += static_cast<std::int64_t>(size_);
    return static_cast<std::uint64_t>(n) < size_ ? items_ + n : nullptr;
  }
  // The place for storing element n >= 0, extending the array with missing elements.
  Value& at_grow(std::size_t n) {
    if (n >= size_) [[unlikely]]
      resize(n + 1);
    Value& v = items_[n];
    if (v.tag == kInternal) v.tag = kUndef;
    return v;
  }
  void resize(std::size_t n);  // new elements are missing
  void reserve(std::size_t n);
  void push(Value v) {
    if (size_ == room_) [[unlikely]]
      grow_back(1);
    new (items_ + size_) Value(std::move(v));
    ++size_;
  }
  // Takes n plain values over from where they are; that place is raw memory afterwards.
  void push_moved(Value* values, std::size_t n);
  Value pop();  // rvalue of the last element, undef when empty
  Value shift();
  void unshift(const Value* values, std::size_t count);
  void clear();  // releases elements one by one, newest last
  // Replaces [from, from+count) by values; removed places are moved to *removed when given.
  void splice(std::size_t from, std::size_t count, const Value* values, std::size_t added,
              std::vector<Value>* removed);
  void swap_contents(Array& other);
  bool exists(std::int64_t n) {
    Value* v = find(n);
    return v && v->tag != kInternal;
  }
  std::uint32_t iterator = 0;  // of each @array

 private:
  void grow_back(std::size_t more);
  void grow_front(std::size_t more);
  Value* items_ = nullptr;  // first element
  Value* block_ = nullptr;  // allocated block (items_ - block_ is free room in front)
  std::size_t size_ = 0;
  std::size_t room_ = 0;  // elements from items_ to the block's end
};

}  // namespace perlipc
