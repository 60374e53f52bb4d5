// The stack is a mapping of its own rather than a larger limit of the process (setrlimit): programs
// that the process starts would inherit that.
#include "runtime/native_stack.h"

#include <cstdio>
#include <pthread.h>
#include <string_view>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

namespace perlipc::rt {

namespace {

thread_local StackRange t_range;

StackRange stack_of_thread() {
  pthread_attr_t attributes;
  if (::pthread_getattr_np(::pthread_self(), &attributes) != 0) return {};
  void* low = nullptr;
  size_t size = 0;
  size_t guard = 0;
  const bool known = ::pthread_attr_getstack(&attributes, &low, &size) == 0 &&
                     ::pthread_attr_getguardsize(&attributes, &guard) == 0;
  ::pthread_attr_destroy(&attributes);
  if (!known) return {};
  const auto address = reinterpret_cast<uintptr_t>(low);
  return {address + guard, address + size};
}

StackRange mapping_around(uintptr_t address) {
  StackRange result;
  FILE* maps = std::fopen("/proc/self/maps", "re");
  if (maps == nullptr) return result;
  char line[512];
  bool at_line_start = true;
  while (std::fgets(line, sizeof line, maps) != nullptr) {
    unsigned long long low = 0, high = 0;
    if (at_line_start && std::sscanf(line, "%llx-%llx", &low, &high) == 2) {
      const StackRange range{static_cast<uintptr_t>(low), static_cast<uintptr_t>(high)};
      if (range.contains(address)) result = range;
    }
    at_line_start = std::string_view(line).ends_with('\n');
  }
  std::fclose(maps);
  return result;
}

// What a fresh stack runs.
struct Visit {
  ucontext_t caller;
  const std::function<void()>* body;
};
thread_local Visit* t_visit = nullptr;

void begin_visit() { (*t_visit->body)(); }

// AddressSanitizer does not follow swapcontext; its users raise the limit of the process.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kCanSwitch = false;
#else
constexpr bool kCanSwitch = true;
#endif
constexpr size_t kSmallest = size_t{16} << 20;

// The lowest page stays out of reach.
char* map_stack(size_t& bytes) {
  for (; bytes >= kSmallest; bytes /= 2) {
    void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED) continue;
    ::madvise(memory, bytes, MADV_NOHUGEPAGE);
    ::mprotect(memory, static_cast<size_t>(::sysconf(_SC_PAGESIZE)), PROT_NONE);
    return static_cast<char*>(memory);
  }
  return nullptr;
}

}  // namespace

StackRange stack_here() {
  const auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  if (t_range.contains(here)) return t_range;
  t_range = stack_of_thread();
  if (!t_range.contains(here)) t_range = mapping_around(here);
  return t_range;
}

void run_on_stack(size_t bytes, const std::function<void()>& body) {
  char* const memory = kCanSwitch ? map_stack(bytes) : nullptr;
  if (memory == nullptr) return body();
  const auto low = reinterpret_cast<uintptr_t>(memory);
  const StackRange before = t_range;
  t_range = {low + static_cast<uintptr_t>(::sysconf(_SC_PAGESIZE)), low + bytes};
  Visit visit{{}, &body};
  t_visit = &visit;
  ucontext_t context;
  ::getcontext(&context);
  context.uc_stack.ss_sp = memory;
  context.uc_stack.ss_size = bytes;
  context.uc_link = &visit.caller;
  ::makecontext(&context, begin_visit, 0);
  ::swapcontext(&visit.caller, &context);
  t_range = before;
  ::munmap(memory, bytes);
}

}  // namespace perlipc::rt
