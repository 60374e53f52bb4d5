// What the three System V IPC facilities share: keys, permissions.
#pragma once

#include "runtime/result.h"

#include <cstdint>
#include <sys/ipc.h>

namespace perlipc::rt {

// ftok(3) with the low 8 bits of `project`.
Result<key_t> ipc_key(const char* path, int project);

struct IpcPermissions {
  uid_t uid = 0;
  gid_t gid = 0;
  uid_t creator_uid = 0;
  gid_t creator_gid = 0;
  mode_t mode = 0;
};

}  // namespace perlipc::rt
