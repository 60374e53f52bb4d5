// Collects the pieces of an interpolated string; private to the quote_like_*.cpp files.
#pragma once
#include "interp/parser.h"
#include "interp/regex/code_points.h"

namespace perlipc {

// Literal text so far plus the finished parts. Text is bytes until a character above U+00FF, \N{}
// or UTF-8 source text comes; then it is UTF-8.
struct Parser::Builder {
  std::string text;
  bool wide = false;
  Node* first = nullptr;
  Node* last = nullptr;
  int parts = 0;

  void widen() {
    if (wide) return;
    wide = true;
    std::string out;
    for (char c : text) append_utf8(out, static_cast<unsigned char>(c));
    text = std::move(out);
  }
  void character(std::uint32_t cp, bool force_wide = false) {
    if (cp > 0xFF || force_wide) widen();
    if (wide) append_utf8(text, cp);
    else text += static_cast<char>(cp);
  }
  // One byte of program text.
  void source(char c, bool utf8_source) {
    if (static_cast<unsigned char>(c) < 0x80) {
      text += c;
    } else if (utf8_source) {
      widen();
      text += c;
    } else {
      character(static_cast<unsigned char>(c));
    }
  }
  void part(Node* n) {
    last ? last->next = n : first = n;
    last = n;
    ++parts;
  }
};

}  // namespace perlipc
