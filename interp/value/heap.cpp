// Chunks, slabs and large blocks behind the size-class free lists (see heap.h).
#include "interp/value/heap.h"
#include <algorithm>
#include <new>
#include <sys/mman.h>

namespace perlipc::heap {
namespace {
constexpr std::size_t kChunk = std::size_t{2} << 20;
constexpr std::size_t kSlab = 16 << 10;          // what a class gets at a time once it is in demand
constexpr std::size_t kFirstPiece = 512;         // and at first: a small program touches few pages
constexpr std::size_t kFilledAtOnce = 40 << 10;  // what the interpreter takes when it starts
constexpr int kHugeAfter = 4;  // chunks; smaller heaps keep 4 KiB pages and a small footprint

struct Bump {
  char* next = nullptr;
  char* end = nullptr;
  int chunks = 0;
  std::uint8_t refills[kSmallLimit / kGranule + 1] = {};  // per class: doublings of the first piece
};
thread_local constinit Bump bump;

void* map(std::size_t bytes) {
  void* raw = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (raw == MAP_FAILED) throw std::bad_alloc();
  return raw;
}

char* new_chunk() {
  if (++bump.chunks <= kHugeAfter) {
    void* raw = map(kChunk);
    // Every program fills the first pages: all at once is cheaper than one fault for each.
    if (bump.chunks == 1) madvise(raw, kFilledAtOnce, MADV_POPULATE_WRITE);
    return static_cast<char*>(raw);
  }
  void* raw = map(2 * kChunk);
  auto base = reinterpret_cast<std::uintptr_t>(raw);
  std::uintptr_t aligned = (base + kChunk - 1) & ~(kChunk - 1);
  if (aligned > base) munmap(raw, aligned - base);
  if (base + kChunk > aligned)
    munmap(reinterpret_cast<void*>(aligned + kChunk), base + kChunk - aligned);
  madvise(reinterpret_cast<void*>(aligned), kChunk, MADV_HUGEPAGE);
  return reinterpret_cast<char*>(aligned);
}
}  // namespace

void* refill(std::size_t size_class) {
  std::size_t size = size_class * kGranule;
  if (size == 0) size = kGranule;
  std::size_t piece = kFirstPiece << bump.refills[size_class];
  if (piece < kSlab) ++bump.refills[size_class];
  piece = std::max(piece, 2 * size);
  if (static_cast<std::size_t>(bump.end - bump.next) < kSlab) {
    bump.next = new_chunk();
    bump.end = bump.next + kChunk;
  }
  std::size_t count = piece / size;
  char* p = bump.next;
  bump.next += (count * size + 63) & ~std::size_t{63};
  FreeBlock* head = nullptr;
  for (std::size_t i = count; i-- > 1;) {
    auto* b = reinterpret_cast<FreeBlock*>(p + i * size);
    b->next = head;
    head = b;
  }
  cache.free_lists[size_class] = head;
  return p;
}

namespace {
// Very large blocks are filled, and copied by a later fork, a huge page at a time.
constexpr std::size_t kHugeBlock = std::size_t{8} << 20;

void* advise(void* p, std::size_t bytes) {
  if (!p) throw std::bad_alloc();
  if (bytes < kHugeBlock) [[likely]]
    return p;
  const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(p) + kChunk - 1) & ~(kChunk - 1);
  const std::uintptr_t end = (reinterpret_cast<std::uintptr_t>(p) + bytes) & ~(kChunk - 1);
  madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
  return p;
}
}  // namespace

void* allocate_large(std::size_t bytes) { return advise(std::malloc(bytes), bytes); }
void* reallocate_large(void* block, std::size_t bytes) {
  return advise(std::realloc(block, bytes), bytes);
}
void free_large(void* block) { std::free(block); }

}  // namespace perlipc::heap
