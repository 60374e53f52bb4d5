// System V shared memory (shmget, shmat, shmctl), with the attachments kept between calls.
#pragma once

#include "runtime/sysv.h"

#include <string>
#include <string_view>
#include <sys/shm.h>
#include <unordered_map>

namespace perlipc::rt {

Result<int> open_shared_memory(key_t key, size_t size, int flags);
Result<void> remove_shared_memory(int id);
Result<shmid_ds> shared_memory_status(int id);
Result<void> set_shared_memory_status(int id, const shmid_ds& status);
// shmat(2)/shmdt(2). `address` null: the kernel chooses.
Result<void*> attach_shared_memory(int id, const void* address, int flags);
Result<void> detach_shared_memory(const void* address);

// Remembers where each segment is attached. Every call validates with one IPC_STAT, so a segment
// that is gone or forbidden fails as it would without the memory. forget() before asking the kernel
// about or removing a segment, so that our attachment neither shows nor keeps it alive.
class SharedMemoryCache {
 public:
  SharedMemoryCache() = default;
  ~SharedMemoryCache();
  SharedMemoryCache(const SharedMemoryCache&) = delete;
  SharedMemoryCache& operator=(const SharedMemoryCache&) = delete;

  // EFAULT when offset and size do not lie inside the segment (perlfunc shmread).
  Result<void> read(int id, size_t offset, char* data, size_t size);
  // Writes `text` and fills up with NUL bytes to `size`; longer text is cut.
  Result<void> write(int id, size_t offset, size_t size, std::string_view text);
  void forget(int id);

 private:
  struct Attachment {
    char* base = nullptr;
    size_t size = 0;
    bool writable = false;
  };
  enum class Need { Read, Write };
  Result<char*> locate(int id, size_t offset, size_t size, Need need);

  std::unordered_map<int, Attachment> attached_;
};

}  // namespace perlipc::rt
