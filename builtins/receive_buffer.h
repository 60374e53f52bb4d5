// Where a call puts the bytes that become a variable's value: into the variable's own string when
// nobody else can see it and it is large enough, else, what is small, on the stack, since most
// receives bring far less than they ask for. No Perl code may run while one exists.
#pragma once
#include "interp/value/call.h"

#include <cstring>
#include <utility>

namespace perlipc::builtin {

// Operand n is to receive: dies when it cannot be changed, before anything is taken from the handle.
inline bool has_read_only(const Call& call, std::size_t n) {
  const Value* at = &call.args[n];
  if (at->tag == kSlotPtr) at = at->p;
  return at->is_boxed() && (at->box->bits & Scalar::ReadOnly) != 0;
}
inline void refuse_read_only(Call& call, std::size_t n) {
  if (has_read_only(call, n)) [[unlikely]]
    call.engine.die("Modification of a read-only value attempted");
}

class ReceiveBuffer {
 public:
  // Room for `size` bytes that are to become the value of operand n.
  ReceiveBuffer(Call& call, std::size_t n, std::size_t size)
      : call_(call), n_(n), place_(own_place(call, n)) {
    if (place_ == nullptr || place_->s->capacity() < size) {
      if (size <= sizeof small_) return;
      if (place_ == nullptr) fresh_ = String::make(size);
      else place_->s = String::reserve(place_->s, size);
    }
    text_ = place_ != nullptr ? place_->s : fresh_;
  }
  // Without keep() the variable has the text it had.
  ~ReceiveBuffer() { abandon(); }
  void abandon() {
    if (text_ != nullptr && text_ != fresh_) text_->data[text_->length] = '\0';
    if (fresh_ != nullptr) fresh_->release();
    text_ = fresh_ = nullptr;
  }
  ReceiveBuffer(const ReceiveBuffer&) = delete;
  ReceiveBuffer& operator=(const ReceiveBuffer&) = delete;

  char* data() { return text_ != nullptr ? text_->data : small_; }
  // The first `size` bytes are the operand's value from now on.
  void keep(std::size_t size) {
    String* text = std::exchange(text_, nullptr);
    if (text == nullptr) {
      if (place_ == nullptr || place_->s->capacity() < size)
        return call_.assign(n_, Value::string({small_, size}));
      text = place_->s;
      std::memcpy(text->data, small_, size);
    }
    text->length = size;
    text->data[size] = '\0';
    text->touched();
    if (fresh_ == nullptr) place_->spare = 0;
    else call_.assign(n_, Value::adopt(std::exchange(fresh_, nullptr)));
  }

 private:
  static Value* own_place(Call& call, std::size_t n) {
    Value* place = call.variable(n);
    const bool own =
        place != nullptr && place->tag == kStr && place->s->unique() && !place->s->utf8();
    return own ? place : nullptr;
  }

  Call& call_;
  std::size_t n_;
  Value* place_;             // holds a string that may be written to, or null
  String* text_ = nullptr;   // what is filled; null: small_
  String* fresh_ = nullptr;  // not the variable's yet
  char small_[8192];
};

}  // namespace perlipc::builtin
