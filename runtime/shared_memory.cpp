// System V shared memory; see shared_memory.h.
#include "runtime/shared_memory.h"

#include <algorithm>
#include <cstring>

namespace perlipc::rt {

namespace {

// glibc hides the kernel's "removed, waiting for the last detach" mark behind another name.
constexpr mode_t kRemovedMark = 01000;

}  // namespace

Result<int> open_shared_memory(key_t key, size_t size, int flags) {
  return check_value(::shmget(key, size, flags));
}

Result<void> remove_shared_memory(int id) { return check(::shmctl(id, IPC_RMID, nullptr)); }

Result<shmid_ds> shared_memory_status(int id) {
  shmid_ds status;
  if (::shmctl(id, IPC_STAT, &status) == -1) return Errno::last();
  return status;
}

Result<void> set_shared_memory_status(int id, const shmid_ds& status) {
  shmid_ds copy = status;
  return check(::shmctl(id, IPC_SET, &copy));
}

Result<void*> attach_shared_memory(int id, const void* address, int flags) {
  void* base = ::shmat(id, address, flags);
  if (base == reinterpret_cast<void*>(-1)) return Errno::last();
  return base;
}

Result<void> detach_shared_memory(const void* address) { return check(::shmdt(address)); }

// --- cache ---------------------------------------------------------------------------------------

SharedMemoryCache::~SharedMemoryCache() {
  for (const auto& [id, attachment] : attached_) ::shmdt(attachment.base);
}

void SharedMemoryCache::forget(int id) {
  const auto found = attached_.find(id);
  if (found == attached_.end()) return;
  ::shmdt(found->second.base);
  attached_.erase(found);
}

Result<char*> SharedMemoryCache::locate(int id, size_t offset, size_t size, Need need) {
  Result<shmid_ds> status = shared_memory_status(id);
  if (status && (status->shm_perm.mode & kRemovedMark) != 0) {
    // Removed, perhaps alive only through us: let go, then see what is left for others.
    forget(id);
    status = shared_memory_status(id);
  }
  if (!status) {
    forget(id);
    return status.failure();
  }
  if (size > status->shm_segsz || offset > status->shm_segsz - size) return Errno{EFAULT};
  const auto found = attached_.find(id);
  if (found != attached_.end()) {
    const Attachment& known = found->second;
    if (known.size == status->shm_segsz && (known.writable || need == Need::Read)) {
      return known.base + offset;
    }
    forget(id);
  }
  Result<void*> base = attach_shared_memory(id, nullptr, 0);
  const bool writable = base.ok();
  if (!writable && need == Need::Read) base = attach_shared_memory(id, nullptr, SHM_RDONLY);
  if (!base) return base.failure();
  attached_[id] = {static_cast<char*>(*base), status->shm_segsz, writable};
  return static_cast<char*>(*base) + offset;
}

Result<void> SharedMemoryCache::read(int id, size_t offset, char* data, size_t size) {
  const char* source = RT_TRY(locate(id, offset, size, Need::Read));
  std::memcpy(data, source, size);
  return {};
}

Result<void> SharedMemoryCache::write(int id, size_t offset, size_t size, std::string_view text) {
  char* target = RT_TRY(locate(id, offset, size, Need::Write));
  const size_t count = std::min(size, text.size());
  std::memcpy(target, text.data(), count);
  std::memset(target + count, 0, size - count);
  return {};
}

}  // namespace perlipc::rt
