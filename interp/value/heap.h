// Memory for Perl values: size-class free lists over 2 MiB chunks. A thread keeps its own free
// lists (an allocator cache, not interpreter state); big blocks go to malloc. Chunks ask for huge
// pages once the thread owns several of them, which makes fork cheap for large heaps.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace perlipc::heap {

constexpr std::size_t kGranule = 16;
constexpr std::size_t kSmallLimit = 512;

struct FreeBlock {
  FreeBlock* next;
};
struct Cache {
  FreeBlock* free_lists[kSmallLimit / kGranule + 1] = {};
};
inline thread_local constinit Cache cache;

void* refill(std::size_t size_class);
void* allocate_large(std::size_t bytes);  // throws std::bad_alloc
void* reallocate_large(void* block, std::size_t bytes);
void free_large(void* block);

#if defined(__SANITIZE_ADDRESS__)
// Under the address sanitizer every block is its own, so that it can watch them.
inline void* allocate(std::size_t bytes) { return allocate_large(bytes ? bytes : 1); }
inline void deallocate(void* p, std::size_t) { free_large(p); }
#else
inline void* allocate(std::size_t bytes) {
  if (bytes > kSmallLimit) [[unlikely]]
    return allocate_large(bytes);
  std::size_t c = (bytes + kGranule - 1) / kGranule;
  FreeBlock* block = cache.free_lists[c];
  if (!block) [[unlikely]]
    return refill(c);
  cache.free_lists[c] = block->next;
  return block;
}
// bytes must be what was asked for (or any size of the same class).
inline void deallocate(void* p, std::size_t bytes) {
  if (bytes > kSmallLimit) [[unlikely]]
    return free_large(p);
  std::size_t c = (bytes + kGranule - 1) / kGranule;
  auto* block = static_cast<FreeBlock*>(p);
  block->next = cache.free_lists[c];
  cache.free_lists[c] = block;
}
#endif
// Usable size of a block of that request.
inline std::size_t rounded(std::size_t bytes) { return (bytes + kGranule - 1) & ~(kGranule - 1); }

}  // namespace perlipc::heap
