// IPC::SysV (perldoc IPC::SysV): constants, ftok, and direct access to attached shared memory.
#include "builtins/modules/ipc_sysv.h"
#include "builtins/modules/registry.h"
#include "runtime/shared_memory.h"

#include <cerrno>
#include <cstring>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>

namespace perlipc::builtin {

namespace {

#define C(name) {#name, static_cast<std::int64_t>(name)},
const NativeConstant kIntegers[] = {
    // clang-format off
    C(EACCES) C(ENOMEM) C(ENOSPC) C(ENOSYS) C(GETALL) C(GETNCNT) C(GETPID) C(GETVAL) C(GETZCNT)
    C(IPC_CREAT) C(IPC_EXCL) C(IPC_INFO) C(IPC_NOWAIT) C(IPC_PRIVATE) C(IPC_RMID) C(IPC_SET)
    C(IPC_STAT) C(MSG_EXCEPT) C(MSG_INFO) C(MSG_NOERROR) C(MSG_STAT) C(SEM_INFO) C(SEM_STAT)
    C(SEM_UNDO) C(SETALL) C(SETVAL) C(SHM_HUGETLB) C(SHM_INFO) C(SHM_LOCK)
    C(SHM_NORESERVE) C(SHM_R) C(SHM_RDONLY) C(SHM_REMAP) C(SHM_RND) C(SHM_STAT)
    C(SHM_UNLOCK) C(SHM_W) C(S_IRGRP) C(S_IROTH) C(S_IRUSR) C(S_IRWXG) C(S_IRWXO) C(S_IRWXU)
    C(S_IWGRP) C(S_IWOTH) C(S_IWUSR) C(S_IXGRP) C(S_IXOTH) C(S_IXUSR)
    // clang-format on
    {"SHMLBA", 4096},
    {"SHM_DEST", 01000},
    {"SHM_LOCKED", 02000},
};
#undef C

// Exported, but no macros of this system (perl says so when one is used).
constexpr const char* kMissing =
    "IPC_ALLOC IPC_GETACL IPC_LOCKED IPC_M IPC_NOERROR IPC_R IPC_SETACL IPC_SETLABEL IPC_W "
    "IPC_WANTED MSG_FWAIT MSG_LOCKED MSG_MWAIT MSG_QWAIT MSG_R MSG_RWAIT MSG_W MSG_WAIT MSG_WWAIT "
    "SEM_A SEM_ALLOC SEM_DEST SEM_ERR SEM_ORDER SEM_R SHM_A SHM_CLEAR SHM_COPY SHM_DCACHE "
    "SHM_ECACHE SHM_FMAP SHM_ICACHE SHM_INIT SHM_MAP SHM_NOSWAP SHM_REMOVED SHM_SHARE_MMU "
    "SHM_SHATTR SHM_SIZE";

constexpr const char* kExports =
    "GETALL GETNCNT GETPID GETVAL GETZCNT IPC_ALLOC IPC_CREAT IPC_EXCL IPC_GETACL IPC_INFO "
    "IPC_LOCKED IPC_M IPC_NOERROR IPC_NOWAIT IPC_PRIVATE IPC_R IPC_RMID IPC_SET IPC_SETACL "
    "IPC_SETLABEL IPC_STAT IPC_W IPC_WANTED MSG_EXCEPT MSG_FWAIT MSG_INFO MSG_LOCKED MSG_MWAIT "
    "MSG_NOERROR MSG_QWAIT MSG_R MSG_RWAIT MSG_STAT MSG_W MSG_WAIT MSG_WWAIT SEM_A SEM_ALLOC "
    "SEM_DEST SEM_ERR SEM_INFO SEM_ORDER SEM_R SEM_STAT SEM_UNDO SETALL SETVAL SHMLBA SHM_A "
    "SHM_CLEAR SHM_COPY SHM_DCACHE SHM_DEST SHM_ECACHE SHM_FMAP SHM_HUGETLB SHM_ICACHE SHM_INFO "
    "SHM_INIT SHM_LOCK SHM_LOCKED SHM_MAP SHM_NORESERVE SHM_NOSWAP SHM_R SHM_RDONLY SHM_REMAP "
    "SHM_REMOVED SHM_RND SHM_SHARE_MMU SHM_SHATTR SHM_SIZE SHM_STAT SHM_UNLOCK SHM_W S_IRUSR "
    "S_IWUSR S_IXUSR S_IRWXU S_IRGRP S_IWGRP S_IXGRP S_IRWXG S_IROTH S_IWOTH S_IXOTH S_IRWXO "
    "ENOSPC ENOSYS ENOMEM EACCES ftok shmat shmdt memread memwrite";

// The low byte of a number, or the code of a single character; 1 without argument.
Value sysv_ftok(Call& call) {
  expect(call, 1, 2, "path, id = &PL_sv_undef");
  int project = 1;
  if (call.defined(1)) {
    const Value id = call[1];
    if (looks_like_number(id)) {
      project = static_cast<int>(call.integer(1));
    } else {
      const std::string text = call.text(1);
      if (text.size() != 1) call.engine.die("invalid project id");
      project = static_cast<unsigned char>(text[0]);
    }
  }
  const rt::Result<key_t> key = rt::ipc_key(call.text(0).c_str(), project);
  return key ? Value::integer(*key) : call.fail(key.error());
}

// Addresses travel through Perl as the bytes of a pointer.
Value address_value(const void* address) {
  return Value::string({reinterpret_cast<const char*>(&address), sizeof address});
}

char* address_argument(Call& call, std::size_t n) {
  const std::string bytes = call.text(n);
  char* address = nullptr;
  if (bytes.size() != sizeof address) call.engine.die("invalid address value");
  std::memcpy(&address, bytes.data(), sizeof address);
  return address;
}

Value sysv_shmat(Call& call) {
  expect(call, 3, 3, "id, addr, flag");
  const char* address = call.defined(1) ? address_argument(call, 1) : nullptr;
  const rt::Result<void*> attached = rt::attach_shared_memory(
      static_cast<int>(call.integer(0)), address, static_cast<int>(call.integer(2)));
  return attached ? address_value(*attached) : call.fail(attached.error());
}

// 0 on success, as perl's, though its manual says true.
Value sysv_shmdt(Call& call) {
  expect(call, 1, 1, "addr");
  const rt::Result<void> done = rt::detach_shared_memory(address_argument(call, 0));
  return done ? Value::integer(0) : call.fail(done.error());
}

Value sysv_memread(Call& call) {
  expect(call, 4, 4, "addr, sv, pos, size");
  const char* address = address_argument(call, 0) + call.integer(2);
  call.assign(1, Value::string({address, static_cast<std::size_t>(call.integer(3))}));
  return Value::integer(1);
}

// Shorter text is followed by NUL bytes up to the size.
Value sysv_memwrite(Call& call) {
  expect(call, 4, 4, "addr, sv, pos, size");
  char* address = address_argument(call, 0) + call.integer(2);
  const std::string text = call.text(1);
  const auto size = static_cast<std::size_t>(call.integer(3));
  const std::size_t count = std::min(size, text.size());
  std::memcpy(address, text.data(), count);
  std::memset(address + count, 0, size - count);
  return Value::integer(1);
}

const NativeRow kFunctions[] = {
    {"ftok", sysv_ftok, "$;$", Capability::FsRead},
    {"memread", sysv_memread, "$$$$", Capability::SysVIpc},
    {"memwrite", sysv_memwrite, "$$$$", Capability::SysVIpc},
    {"shmat", sysv_shmat, "$$$", Capability::SysVIpc},
    {"shmdt", sysv_shmdt, "$", Capability::SysVIpc},
};

void boot(Engine& engine) {
  for (std::string_view name : split_words(kMissing)) {
    define_native(engine, "IPC::SysV::" + std::string(name), missing_macro, "");
  }
  define_native(engine, "IPC::SysV::AUTOLOAD", autoload_macro);
}

const ExportTag kTags[] = {{"all", kExports}};

}  // namespace

const NativeModule& sysv_module() {
  static const std::vector<NativeRow> functions = [] {
    std::vector<NativeRow> rows(std::begin(kFunctions), std::end(kFunctions));
    const std::span<const NativeRow> status = sysv_status_functions();
    rows.insert(rows.end(), status.begin(), status.end());
    return rows;
  }();
  static const NativeModule module{.package = "IPC::SysV",
                                   .functions = functions,
                                   .constants = kIntegers,
                                   .optional_exports = kExports,
                                   .tags = kTags,
                                   .boot = boot,
                                   .version = "2.09",
                                   .named_constants = true};
  return module;
}

}  // namespace perlipc::builtin
