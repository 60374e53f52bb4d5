// Builds a Perl string piece by piece: bytes until the first utf8 piece comes, numbers without
// temporary strings.
#pragma once
#include "interp/value/convert.h"

namespace perlipc::builtin {

class TextBuilder {
 public:
  explicit TextBuilder(std::size_t capacity = 64) : s_(String::make(capacity)) {}
  TextBuilder(const TextBuilder&) = delete;
  ~TextBuilder() {
    if (s_) String::free(s_);
  }

  // `count` writable bytes at the end; commit(n) keeps n of them.
  char* room(std::size_t count) {
    if (s_->length + count > s_->capacity()) [[unlikely]]
      s_ = String::grow(s_, s_->length + count);
    return s_->data + s_->length;
  }
  void commit(std::size_t n) { s_->length += n; }
  // Bytes that are right in either encoding (ASCII), or already in the builder's.
  void add_raw(std::string_view bytes) {
    std::memcpy(room(bytes.size()), bytes.data(), bytes.size());
    commit(bytes.size());
  }
  void add_raw(char c) {
    *room(1) = c;
    commit(1);
  }
  void add(std::string_view bytes, bool utf8) {
    if (utf8 == utf8_) [[likely]]
      add_raw(bytes);
    else add_mixed(bytes, utf8);
  }
  void add(const String* s) { add(s->view(), s->utf8()); }
  void add(Engine& engine, const Value& v) {
    if (v.tag == kStr) [[likely]] {
      add(v.s);
    } else if (v.tag == kInt) {
      commit(format_integer(v.i, room(24)));
    } else {
      Text text(engine, v);
      add(text.get());
    }
  }
  void add_character(std::uint32_t cp) {
    if (cp > 255) make_utf8();
    if (utf8_) commit(utf8_encode(cp, room(6)));
    else add_raw(static_cast<char>(cp));
  }
  void pad(std::size_t count, char c) {
    std::memset(room(count), c, count);
    commit(count);
  }
  void make_utf8() {
    if (utf8_) return;
    s_->data[s_->length] = 0;
    s_ = append(s_, std::string_view(), true);
    utf8_ = true;
  }
  bool utf8() const { return utf8_; }
  std::size_t size() const { return s_->length; }
  char* data() { return s_->data; }
  void truncate(std::size_t length) { s_->length = length; }
  // The finished string (owned); the builder is empty afterwards and must not be used.
  String* finish() {
    s_->data[s_->length] = 0;
    s_->set_utf8(utf8_);
    return std::exchange(s_, nullptr);
  }
  Value value() { return Value::adopt(finish()); }

 private:
  void add_mixed(std::string_view bytes, bool utf8) {
    if (utf8) {
      make_utf8();
      add_raw(bytes);
      return;
    }
    char* p = room(2 * bytes.size());
    std::size_t n = 0;
    for (char ch : bytes) n += utf8_encode(static_cast<unsigned char>(ch), p + n);
    commit(n);
  }
  String* s_;
  bool utf8_ = false;
};

}  // namespace perlipc::builtin
