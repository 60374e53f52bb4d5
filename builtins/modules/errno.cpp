// Errno (perldoc Errno): error numbers by name, and what the hash %! is tied to: one key per name, true
// when $! has that value.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

#include <algorithm>
#include <cerrno>

namespace perlipc::builtin {

namespace {

#define C(name) {#name, name},
const NativeConstant kNames[] = {
    // clang-format off
    C(E2BIG) C(EACCES) C(EADDRINUSE) C(EADDRNOTAVAIL) C(EADV) C(EAFNOSUPPORT) C(EAGAIN)
    C(EALREADY) C(EBADE) C(EBADF) C(EBADFD) C(EBADMSG) C(EBADR) C(EBADRQC) C(EBADSLT) C(EBFONT)
    C(EBUSY) C(ECANCELED) C(ECHILD) C(ECHRNG) C(ECOMM) C(ECONNABORTED) C(ECONNREFUSED)
    C(ECONNRESET) C(EDEADLK) C(EDEADLOCK) C(EDESTADDRREQ) C(EDOM) C(EDOTDOT) C(EDQUOT) C(EEXIST)
    C(EFAULT) C(EFBIG) C(EHOSTDOWN) C(EHOSTUNREACH) C(EHWPOISON) C(EIDRM) C(EILSEQ) C(EINPROGRESS)
    C(EINTR) C(EINVAL) C(EIO) C(EISCONN) C(EISDIR) C(EISNAM) C(EKEYEXPIRED) C(EKEYREJECTED)
    C(EKEYREVOKED) C(EL2HLT) C(EL2NSYNC) C(EL3HLT) C(EL3RST) C(ELIBACC) C(ELIBBAD) C(ELIBEXEC)
    C(ELIBSCN) C(ELNRNG) C(ELOOP) C(EMEDIUMTYPE) C(EMFILE) C(EMLINK) C(EMSGSIZE) C(EMULTIHOP)
    C(ENAMETOOLONG) C(ENAVAIL) C(ENETDOWN) C(ENETRESET) C(ENETUNREACH) C(ENFILE) C(ENOANO)
    C(ENOBUFS) C(ENOCSI) C(ENODATA) C(ENODEV) C(ENOENT) C(ENOEXEC) C(ENOKEY) C(ENOLCK) C(ENOLINK)
    C(ENOMEDIUM) C(ENOMEM) C(ENOMSG) C(ENONET) C(ENOPKG) C(ENOPROTOOPT) C(ENOSPC) C(ENOSR)
    C(ENOSTR) C(ENOSYS) C(ENOTBLK) C(ENOTCONN) C(ENOTDIR) C(ENOTEMPTY) C(ENOTNAM)
    C(ENOTRECOVERABLE) C(ENOTSOCK) C(ENOTSUP) C(ENOTTY) C(ENOTUNIQ) C(ENXIO) C(EOPNOTSUPP)
    C(EOVERFLOW) C(EOWNERDEAD) C(EPERM) C(EPFNOSUPPORT) C(EPIPE) C(EPROTO) C(EPROTONOSUPPORT)
    C(EPROTOTYPE) C(ERANGE) C(EREMCHG) C(EREMOTE) C(EREMOTEIO) C(ERESTART) C(ERFKILL) C(EROFS)
    C(ESHUTDOWN) C(ESOCKTNOSUPPORT) C(ESPIPE) C(ESRCH) C(ESRMNT) C(ESTALE) C(ESTRPIPE) C(ETIME)
    C(ETIMEDOUT) C(ETOOMANYREFS) C(ETXTBSY) C(EUCLEAN) C(EUNATCH) C(EUSERS) C(EWOULDBLOCK)
    C(EXDEV) C(EXFULL) C(ELIBMAX)
    // clang-format on
};
#undef C

const ExportTag kTags[] = {
    {"POSIX",
     "E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EALREADY EBADF EBUSY ECHILD "
     "ECONNABORTED ECONNREFUSED ECONNRESET EDEADLK EDESTADDRREQ EDOM EDQUOT EEXIST EFAULT EFBIG "
     "EHOSTDOWN EHOSTUNREACH EINPROGRESS EINTR EINVAL EIO EISCONN EISDIR ELOOP EMFILE EMLINK "
     "EMSGSIZE ENAMETOOLONG ENETDOWN ENETRESET ENETUNREACH ENFILE ENOBUFS ENODEV ENOENT ENOEXEC "
     "ENOLCK ENOMEM ENOPROTOOPT ENOSPC ENOSYS ENOTBLK ENOTCONN ENOTDIR ENOTEMPTY ENOTSOCK ENOTTY "
     "ENXIO EOPNOTSUPP EPERM EPFNOSUPPORT EPIPE EPROTONOSUPPORT EPROTOTYPE ERANGE EREMOTE ERESTART "
     "EROFS ESHUTDOWN ESOCKTNOSUPPORT ESPIPE ESRCH ESTALE ETIMEDOUT ETOOMANYREFS ETXTBSY EUSERS "
     "EWOULDBLOCK EXDEV"},
};

// The name that operand n gives; null when it is none.
const NativeConstant* name_arg(Call& call, std::size_t n) {
  const std::string name = byte_text(call, n);
  const auto* found =
      std::ranges::find_if(kNames, [&](const NativeConstant& known) { return name == known.name; });
  return found != std::end(kNames) ? found : nullptr;
}

Value errno_tiehash(Call& call) { return bless_new(call.engine, Hash::make(), byte_text(call, 0)); }

Value errno_fetch(Call& call) {
  const NativeConstant* name = name_arg(call, 1);
  if (name == nullptr) return Value::string("");
  return Value::integer(call.engine.get_errno() == name->value ? name->value : 0);
}

Value errno_exists(Call& call) { return yes_no(name_arg(call, 1) != nullptr); }

Value errno_refuse(Call& call) {
  call.engine.die("ERRNO hash is read only!");
  __builtin_unreachable();
}

Value errno_firstkey(Call&) { return Value::string(kNames[0].name); }
Value errno_nextkey(Call& call) {
  const NativeConstant* name = name_arg(call, 1);
  if (name == nullptr || ++name == std::end(kNames)) return {};
  return Value::string(name->name);
}

const NativeRow kMethods[] = {
    {"CLEAR", errno_refuse, nullptr},      {"DELETE", errno_refuse, nullptr},
    {"EXISTS", errno_exists, nullptr},     {"FETCH", errno_fetch, nullptr},
    {"FIRSTKEY", errno_firstkey, nullptr}, {"NEXTKEY", errno_nextkey, nullptr},
    {"STORE", errno_refuse, nullptr},      {"TIEHASH", errno_tiehash, nullptr},
};

}  // namespace

const NativeModule& errno_module() {
  static const std::string names = [] {
    std::string all;
    for (const NativeConstant& constant : kNames) all.append(constant.name).append(" ");
    return all;
  }();
  static const NativeModule module{.package = "Errno",
                                   .functions = kMethods,
                                   .constants = kNames,
                                   .optional_exports = names.c_str(),
                                   .tags = kTags,
                                   .version = "1.36"};
  return module;
}

}  // namespace perlipc::builtin
