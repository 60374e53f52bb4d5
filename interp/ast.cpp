// The arena behind the syntax tree.
#include "interp/ast.h"

#include <algorithm>
#include <cstring>

namespace perlipc {

Arena::~Arena() {
  owned_.clear();
  for (char* chunk : chunks_) delete[] chunk;
}

// Chunks grow from 4 KiB (a small string eval needs no more) to 64 KiB.
void* Arena::allocate_slow(std::size_t bytes) {
  std::size_t size = std::size_t{4096} << std::min<std::size_t>(chunks_.size(), 4);
  if (bytes > size / 4) {
    char* own = new char[bytes];
    chunks_.push_back(own);
    return own;
  }
  char* chunk = new char[size];
  chunks_.push_back(chunk);
  next_ = chunk + bytes;
  left_ = size - bytes;
  return chunk;
}

std::string_view Arena::copy(std::string_view text) {
  char* out = static_cast<char*>(allocate(text.size() + 1));
  if (!text.empty()) std::memcpy(out, text.data(), text.size());
  out[text.size()] = '\0';
  return {out, text.size()};
}

}  // namespace perlipc
