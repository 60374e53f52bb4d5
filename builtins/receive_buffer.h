// The string that a call fills with bytes for a variable: the variable's own when nobody else can
// see it, so that a loop of receives asks for memory once. No Perl code may run while one exists.
#pragma once
#include "interp/value/call.h"

#include <utility>

namespace perlipc::builtin {

class ReceiveBuffer {
 public:
  // Room for `size` bytes that are to become the value of operand n.
  ReceiveBuffer(Call& call, std::size_t n, std::size_t size)
      : call_(call), n_(n), place_(call.variable(n)) {
    if (place_ != nullptr && place_->tag == kStr && place_->s->unique() && !place_->s->utf8()) {
      if (place_->s->capacity < size) place_->s = String::reserve(place_->s, size);
      text_ = place_->s;
    } else {
      place_ = nullptr;
      text_ = String::make(size);
    }
  }
  // Without keep() the variable has the text it had.
  ~ReceiveBuffer() { abandon(); }
  void abandon() {
    String* text = std::exchange(text_, nullptr);
    if (text == nullptr) return;
    if (place_ != nullptr) text->data[text->length] = '\0';
    else text->release();
  }
  ReceiveBuffer(const ReceiveBuffer&) = delete;
  ReceiveBuffer& operator=(const ReceiveBuffer&) = delete;

  char* data() { return text_->data; }
  // The first `size` bytes are the operand's value from now on.
  void keep(std::size_t size) {
    String* text = std::exchange(text_, nullptr);
    text->length = size;
    text->data[size] = '\0';
    text->touched();
    if (place_ != nullptr) place_->spare = 0;
    else call_.assign(n_, Value::adopt(text));
  }

 private:
  Call& call_;
  std::size_t n_;
  Value* place_;  // null: the text is not the variable's yet
  String* text_;
};

}  // namespace perlipc::builtin
