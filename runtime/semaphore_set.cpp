// System V semaphore sets; see semaphore_set.h.
#include "runtime/semaphore_set.h"

namespace perlipc::rt {

namespace {

// The fourth argument of semctl; POSIX has the caller declare it.
union SemaphoreArgument {
  int value;
  semid_ds* status;
  unsigned short* values;
};

}  // namespace

Result<int> open_semaphore_set(key_t key, int count, int flags) {
  return check_value(::semget(key, count, flags));
}

Result<void> operate_semaphores(int id, std::span<const sembuf> operations) {
  // semop(2) only reads them.
  return check(::semop(id, const_cast<sembuf*>(operations.data()), operations.size()));
}

Result<int> semaphore_query(int id, int index, int command) {
  return check_value(::semctl(id, index, command, SemaphoreArgument{}));
}

Result<void> set_semaphore_value(int id, int index, int value) {
  return check(::semctl(id, index, SETVAL, SemaphoreArgument{.value = value}));
}

Result<semid_ds> semaphore_status(int id) {
  semid_ds status;
  if (::semctl(id, 0, IPC_STAT, SemaphoreArgument{.status = &status}) == -1) return Errno::last();
  return status;
}

Result<void> set_semaphore_status(int id, const semid_ds& status) {
  semid_ds copy = status;
  return check(::semctl(id, 0, IPC_SET, SemaphoreArgument{.status = &copy}));
}

Result<std::vector<unsigned short>> semaphore_values(int id) {
  const semid_ds status = RT_TRY(semaphore_status(id));
  std::vector<unsigned short> values(status.sem_nsems);
  if (::semctl(id, 0, GETALL, SemaphoreArgument{.values = values.data()}) == -1) {
    return Errno::last();
  }
  return values;
}

Result<void> set_semaphore_values(int id, std::span<const unsigned short> values) {
  const semid_ds status = RT_TRY(semaphore_status(id));
  if (values.size() != status.sem_nsems) return Errno{EINVAL};
  std::vector<unsigned short> copy(values.begin(), values.end());
  return check(::semctl(id, 0, SETALL, SemaphoreArgument{.values = copy.data()}));
}

Result<void> remove_semaphore_set(int id) {
  return check(::semctl(id, 0, IPC_RMID, SemaphoreArgument{}));
}

}  // namespace perlipc::rt
