// The status objects of IPC::Msg, IPC::Semaphore and IPC::SharedMem: arrays of fields, filled from and turned
// into the structures that msgctl, semctl and shmctl move (perldoc IPC::Msg and so on).
#include "builtins/modules/ipc_sysv.h"

#include <cstring>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

namespace perlipc::builtin {

namespace {

// The array behind an object of the package the function belongs to.
Array* object_array(Call& call) {
  const std::string package = call.code->home->name;
  const Value object = call[0];
  if (!is_object(call.engine, object, package.c_str()) || object.o->type != Type::Array) {
    call.engine.die("Method " + std::string(native_name(call)) + " not called a " + package +
                    " object");
  }
  return static_cast<Array*>(object.o);
}

template <class Status> Status status_argument(Call& call) {
  const std::string bytes = call.text(1);
  Status status;
  if (bytes.size() != sizeof status) {
    call.engine.die("Bad arg length for " + call.code->home->name + ", length is " +
                    std::to_string(bytes.size()) + ", should be " + std::to_string(sizeof status));
  }
  std::memcpy(&status, bytes.data(), sizeof status);
  return status;
}

void fill(Array* array, std::initializer_list<std::int64_t> fields) {
  std::size_t n = 0;
  for (const std::int64_t field : fields) place_of(array->at_grow(n++)) = Value::integer(field);
}

std::int64_t field(Call& call, Array* array, std::size_t n) {
  return n < array->size() ? to_int(call.engine, rvalue((*array)[n])) : 0;
}

template <class Status> Value as_bytes(const Status& status) {
  return Value::string({reinterpret_cast<const char*>(&status), sizeof status});
}

// IPC_SET looks at owner, mode and, for queues, the size.
template <class Permissions>
void set_permissions(Call& call, Array* array, Permissions& permissions) {
  permissions.uid = static_cast<uid_t>(field(call, array, 0));
  permissions.gid = static_cast<gid_t>(field(call, array, 1));
  permissions.cuid = static_cast<uid_t>(field(call, array, 2));
  permissions.cgid = static_cast<gid_t>(field(call, array, 3));
  permissions.mode = static_cast<decltype(permissions.mode)>(field(call, array, 4));
}

Value message_unpack(Call& call) {
  expect(call, 2, 2, "obj, ds");
  Array* array = object_array(call);
  const auto status = status_argument<msqid_ds>(call);
  const ipc_perm& owner = status.msg_perm;
  fill(array,
       {owner.uid, owner.gid, owner.cuid, owner.cgid, owner.mode,
        static_cast<std::int64_t>(status.msg_qnum), static_cast<std::int64_t>(status.msg_qbytes),
        status.msg_lspid, status.msg_lrpid, status.msg_stime, status.msg_rtime, status.msg_ctime});
  return call[0];
}

Value message_pack(Call& call) {
  expect(call, 1, 1, "obj");
  Array* array = object_array(call);
  msqid_ds status{};
  set_permissions(call, array, status.msg_perm);
  status.msg_qnum = static_cast<msgqnum_t>(field(call, array, 5));
  status.msg_qbytes = static_cast<msglen_t>(field(call, array, 6));
  return as_bytes(status);
}

Value semaphore_unpack(Call& call) {
  expect(call, 2, 2, "obj, ds");
  Array* array = object_array(call);
  const auto status = status_argument<semid_ds>(call);
  const ipc_perm& owner = status.sem_perm;
  fill(array, {owner.uid, owner.gid, owner.cuid, owner.cgid, owner.mode, status.sem_ctime,
               status.sem_otime, static_cast<std::int64_t>(status.sem_nsems)});
  return call[0];
}

Value semaphore_pack(Call& call) {
  expect(call, 1, 1, "obj");
  Array* array = object_array(call);
  semid_ds status{};
  set_permissions(call, array, status.sem_perm);
  status.sem_nsems = static_cast<decltype(status.sem_nsems)>(field(call, array, 7));
  return as_bytes(status);
}

Value memory_unpack(Call& call) {
  expect(call, 2, 2, "obj, ds");
  Array* array = object_array(call);
  const auto status = status_argument<shmid_ds>(call);
  const ipc_perm& owner = status.shm_perm;
  fill(array, {owner.uid, owner.gid, owner.cuid, owner.cgid, owner.mode,
               static_cast<std::int64_t>(status.shm_segsz), status.shm_lpid, status.shm_cpid,
               static_cast<std::int64_t>(status.shm_nattch), status.shm_atime, status.shm_dtime,
               status.shm_ctime});
  return call[0];
}

Value memory_pack(Call& call) {
  expect(call, 1, 1, "obj");
  Array* array = object_array(call);
  shmid_ds status{};
  set_permissions(call, array, status.shm_perm);
  status.shm_segsz = static_cast<std::size_t>(field(call, array, 5));
  return as_bytes(status);
}

const NativeRow kFunctions[] = {
    {"IPC::Msg::stat::pack", message_pack, "$"},
    {"IPC::Msg::stat::unpack", message_unpack, "$$"},
    {"IPC::Semaphore::stat::pack", semaphore_pack, "$"},
    {"IPC::Semaphore::stat::unpack", semaphore_unpack, "$$"},
    {"IPC::SharedMem::stat::pack", memory_pack, "$"},
    {"IPC::SharedMem::stat::unpack", memory_unpack, "$$"},
};

}  // namespace

std::span<const NativeRow> sysv_status_functions() { return kFunctions; }

}  // namespace perlipc::builtin
