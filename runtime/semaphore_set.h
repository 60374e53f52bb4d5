// System V semaphore sets (semget, semop, semctl). EINTR is reported.
#pragma once

#include "runtime/sysv.h"

#include <span>
#include <sys/sem.h>
#include <vector>

namespace perlipc::rt {

Result<int> open_semaphore_set(key_t key, int count, int flags);
Result<void> operate_semaphores(int id, std::span<const sembuf> operations);

// GETVAL, GETPID, GETNCNT, GETZCNT.
Result<int> semaphore_query(int id, int index, int command);
Result<void> set_semaphore_value(int id, int index, int value);
Result<std::vector<unsigned short>> semaphore_values(int id);
// Must have one value per semaphore, else EINVAL.
Result<void> set_semaphore_values(int id, std::span<const unsigned short> values);
Result<semid_ds> semaphore_status(int id);
Result<void> set_semaphore_status(int id, const semid_ds& status);
Result<void> remove_semaphore_set(int id);

}  // namespace perlipc::rt
