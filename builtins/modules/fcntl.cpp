// Fcntl (perldoc Fcntl): constants of fcntl.h, and the tests on file modes.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace perlipc::builtin {

namespace {

#define C(name) {#name, static_cast<std::int64_t>(name)},
const NativeConstant kIntegers[] = {
    // clang-format off
    C(DN_ACCESS) C(DN_ATTRIB) C(DN_CREATE) C(DN_DELETE) C(DN_MODIFY) C(DN_RENAME) C(FAPPEND)
    C(FASYNC) C(FD_CLOEXEC) C(FNDELAY) C(FNONBLOCK) C(F_DUPFD) C(F_EXLCK) C(F_GETFD) C(F_GETFL)
    C(F_GETLEASE) C(F_GETLK) C(F_GETLK64) C(F_GETOWN) C(F_GETPIPE_SZ) C(F_GETSIG) C(F_NOTIFY)
    C(F_RDLCK) C(F_SETFD) C(F_SETFL) C(F_SETLEASE) C(F_SETLK) C(F_SETLK64) C(F_SETLKW)
    C(F_SETLKW64) C(F_SETOWN) C(F_SETPIPE_SZ) C(F_SETSIG) C(F_SHLCK) C(F_UNLCK) C(F_WRLCK)
    C(LOCK_EX) C(LOCK_MAND) C(LOCK_NB) C(LOCK_READ) C(LOCK_RW) C(LOCK_SH) C(LOCK_UN) C(LOCK_WRITE)
    C(O_ACCMODE) C(O_APPEND) C(O_ASYNC) C(O_CREAT) C(O_DIRECT) C(O_DIRECTORY) C(O_DSYNC) C(O_EXCL)
    C(O_NDELAY) C(O_NOATIME) C(O_NOCTTY) C(O_NOFOLLOW) C(O_NONBLOCK) C(O_RDONLY) C(O_RDWR)
    C(O_RSYNC) C(O_SYNC) C(O_TRUNC) C(O_WRONLY) C(SEEK_CUR) C(SEEK_END) C(SEEK_SET) C(S_IEXEC)
    C(S_IFBLK) C(S_IFCHR) C(S_IFDIR) C(S_IFIFO) C(S_IFLNK) C(S_IFREG) C(S_IFSOCK) C(S_IREAD)
    C(S_IRGRP) C(S_IROTH) C(S_IRUSR) C(S_IRWXG) C(S_IRWXO) C(S_IRWXU) C(S_ISGID) C(S_ISUID)
    C(S_ISVTX) C(S_IWGRP) C(S_IWOTH) C(S_IWRITE) C(S_IWUSR) C(S_IXGRP) C(S_IXOTH) C(S_IXUSR)
    // clang-format on
    {"DN_MULTISHOT", 0x80000000},
    {"O_BINARY", 0},
    {"O_LARGEFILE", 0},
    {"O_TEXT", 0},
    {"_S_IFMT", S_IFMT},
};
#undef C

constexpr const char* kMissing =
    "FCREAT FDEFER FDSYNC FEXCL FLARGEFILE FRSYNC FSYNC FTRUNC F_ALLOCSP F_ALLOCSP64 F_COMPAT "
    "F_DUP2FD F_FREESP F_FREESP64 F_FSYNC F_FSYNC64 F_NODNY F_POSIX F_RDACC F_RDDNY F_RWACC "
    "F_RWDNY F_SHARE F_UNSHARE F_WRACC F_WRDNY O_ALIAS O_ALT_IO O_DEFER O_EVTONLY O_EXLOCK "
    "O_IGNORE_CTTY O_NOINHERIT O_NOLINK O_NOSIGPIPE O_NOTRANS O_RANDOM O_RAW O_RSRC O_SEQUENTIAL "
    "O_SHLOCK O_SYMLINK O_TEMPORARY O_TTY_INIT S_ENFMT S_IFWHT S_ISENFMT S_ISTXT S_ISWHT";

constexpr const char* kExports =
    "FD_CLOEXEC F_ALLOCSP F_ALLOCSP64 F_COMPAT F_DUP2FD F_DUPFD F_EXLCK F_FREESP F_FREESP64 "
    "F_FSYNC F_FSYNC64 F_GETFD F_GETFL F_GETLK F_GETLK64 F_GETOWN F_NODNY F_POSIX F_RDACC F_RDDNY "
    "F_RDLCK F_RWACC F_RWDNY F_SETFD F_SETFL F_SETLK F_SETLK64 F_SETLKW F_SETLKW64 F_SETOWN "
    "F_SHARE F_SHLCK F_UNLCK F_UNSHARE F_WRACC F_WRDNY F_WRLCK O_ACCMODE O_ALIAS O_APPEND O_ASYNC "
    "O_BINARY O_CREAT O_DEFER O_DIRECT O_DIRECTORY O_DSYNC O_EXCL O_EXLOCK O_LARGEFILE O_NDELAY "
    "O_NOCTTY O_NOFOLLOW O_NOINHERIT O_NONBLOCK O_RANDOM O_RAW O_RDONLY O_RDWR O_RSRC O_RSYNC "
    "O_SEQUENTIAL O_SHLOCK O_SYNC O_TEMPORARY O_TEXT O_TRUNC O_WRONLY";

constexpr const char* kOptionalExports =
    "DN_ACCESS DN_ATTRIB DN_CREATE DN_DELETE DN_MODIFY DN_MULTISHOT DN_RENAME F_GETLEASE "
    "F_GETPIPE_SZ F_GETSIG F_NOTIFY F_SETLEASE F_SETPIPE_SZ F_SETSIG LOCK_MAND LOCK_READ LOCK_RW "
    "LOCK_WRITE O_ALT_IO O_EVTONLY O_IGNORE_CTTY O_NOATIME O_NOLINK O_NOSIGPIPE O_NOTRANS "
    "O_SYMLINK O_TTY_INIT S_ISUID S_ISGID S_ISVTX S_ISTXT _S_IFMT S_IFREG S_IFDIR S_IFLNK "
    "S_IFSOCK S_IFBLK S_IFCHR S_IFIFO S_IFWHT S_ENFMT S_IRUSR S_IWUSR S_IXUSR S_IRWXU S_IRGRP "
    "S_IWGRP S_IXGRP S_IRWXG S_IROTH S_IWOTH S_IXOTH S_IRWXO S_IREAD S_IWRITE S_IEXEC S_ISREG "
    "S_ISDIR S_ISLNK S_ISSOCK S_ISBLK S_ISCHR S_ISFIFO S_ISWHT S_ISENFMT S_IFMT S_IMODE SEEK_SET "
    "SEEK_CUR SEEK_END LOCK_SH LOCK_EX LOCK_NB LOCK_UN FAPPEND FASYNC FCREAT FDEFER FDSYNC FEXCL "
    "FLARGEFILE FNDELAY FNONBLOCK FRSYNC FSYNC FTRUNC";

const ExportTag kTags[] = {
    {"Fcompat",
     "FAPPEND FASYNC FCREAT FDEFER FDSYNC FEXCL FLARGEFILE FNDELAY FNONBLOCK FRSYNC FSYNC FTRUNC"},
    {"flock", "LOCK_SH LOCK_EX LOCK_NB LOCK_UN"},
    {"mode",
     "S_ISUID S_ISGID S_ISVTX S_ISTXT _S_IFMT S_IFREG S_IFDIR S_IFLNK S_IFSOCK S_IFBLK S_IFCHR "
     "S_IFIFO S_IFWHT S_ENFMT S_IRUSR S_IWUSR S_IXUSR S_IRWXU S_IRGRP S_IWGRP S_IXGRP S_IRWXG "
     "S_IROTH S_IWOTH S_IXOTH S_IRWXO S_IREAD S_IWRITE S_IEXEC S_ISREG S_ISDIR S_ISLNK S_ISSOCK "
     "S_ISBLK S_ISCHR S_ISFIFO S_ISWHT S_ISENFMT S_IFMT S_IMODE"},
    {"seek", "SEEK_SET SEEK_CUR SEEK_END"},
};

template <mode_t Type> Value is_type(Call& call) {
  return yes_no((static_cast<mode_t>(call.integer(0)) & S_IFMT) == Type);
}

// With an argument its type bits, without one the mask.
Value file_type(Call& call) {
  return Value::integer(call.has(0) ? call.integer(0) & S_IFMT : S_IFMT);
}

Value permission_bits(Call& call) { return Value::integer(call.integer(0) & 07777); }

const NativeRow kFunctions[] = {
    {"S_IFMT", file_type, nullptr},           {"S_IMODE", permission_bits, nullptr},
    {"S_ISBLK", is_type<S_IFBLK>, nullptr},   {"S_ISCHR", is_type<S_IFCHR>, nullptr},
    {"S_ISDIR", is_type<S_IFDIR>, nullptr},   {"S_ISFIFO", is_type<S_IFIFO>, nullptr},
    {"S_ISLNK", is_type<S_IFLNK>, nullptr},   {"S_ISREG", is_type<S_IFREG>, nullptr},
    {"S_ISSOCK", is_type<S_IFSOCK>, nullptr},
};

void boot(Engine& engine) {
  for (std::string_view name : split_words(kMissing)) {
    define_native(engine, "Fcntl::" + std::string(name), missing_macro, "");
  }
  define_native(engine, "Fcntl::AUTOLOAD", autoload_macro);
}

}  // namespace

const NativeModule& fcntl_module() {
  static const NativeModule module{.package = "Fcntl",
                                   .functions = kFunctions,
                                   .constants = kIntegers,
                                   .exports = kExports,
                                   .optional_exports = kOptionalExports,
                                   .tags = kTags,
                                   .boot = boot,
                                   .version = "1.15"};
  return module;
}

}  // namespace perlipc::builtin
