// %! : one key per errno name; true when $! has that value (perlvar %!, Errno).
#include "builtins/io_handle.h"

#include <cerrno>

namespace perlipc::builtin {
namespace {

struct ErrorName {
  const char* name;
  int number;
};

constexpr ErrorName kNames[] = {
    {"E2BIG", E2BIG},
    {"EACCES", EACCES},
    {"EADDRINUSE", EADDRINUSE},
    {"EADDRNOTAVAIL", EADDRNOTAVAIL},
    {"EADV", EADV},
    {"EAFNOSUPPORT", EAFNOSUPPORT},
    {"EAGAIN", EAGAIN},
    {"EALREADY", EALREADY},
    {"EBADE", EBADE},
    {"EBADF", EBADF},
    {"EBADFD", EBADFD},
    {"EBADMSG", EBADMSG},
    {"EBADR", EBADR},
    {"EBADRQC", EBADRQC},
    {"EBADSLT", EBADSLT},
    {"EBFONT", EBFONT},
    {"EBUSY", EBUSY},
    {"ECANCELED", ECANCELED},
    {"ECHILD", ECHILD},
    {"ECHRNG", ECHRNG},
    {"ECOMM", ECOMM},
    {"ECONNABORTED", ECONNABORTED},
    {"ECONNREFUSED", ECONNREFUSED},
    {"ECONNRESET", ECONNRESET},
    {"EDEADLK", EDEADLK},
    {"EDEADLOCK", EDEADLOCK},
    {"EDESTADDRREQ", EDESTADDRREQ},
    {"EDOM", EDOM},
    {"EDOTDOT", EDOTDOT},
    {"EDQUOT", EDQUOT},
    {"EEXIST", EEXIST},
    {"EFAULT", EFAULT},
    {"EFBIG", EFBIG},
    {"EHOSTDOWN", EHOSTDOWN},
    {"EHOSTUNREACH", EHOSTUNREACH},
    {"EHWPOISON", EHWPOISON},
    {"EIDRM", EIDRM},
    {"EILSEQ", EILSEQ},
    {"EINPROGRESS", EINPROGRESS},
    {"EINTR", EINTR},
    {"EINVAL", EINVAL},
    {"EIO", EIO},
    {"EISCONN", EISCONN},
    {"EISDIR", EISDIR},
    {"EISNAM", EISNAM},
    {"EKEYEXPIRED", EKEYEXPIRED},
    {"EKEYREJECTED", EKEYREJECTED},
    {"EKEYREVOKED", EKEYREVOKED},
    {"EL2HLT", EL2HLT},
    {"EL2NSYNC", EL2NSYNC},
    {"EL3HLT", EL3HLT},
    {"EL3RST", EL3RST},
    {"ELIBACC", ELIBACC},
    {"ELIBBAD", ELIBBAD},
    {"ELIBEXEC", ELIBEXEC},
    {"ELIBMAX", ELIBMAX},
    {"ELIBSCN", ELIBSCN},
    {"ELNRNG", ELNRNG},
    {"ELOOP", ELOOP},
    {"EMEDIUMTYPE", EMEDIUMTYPE},
    {"EMFILE", EMFILE},
    {"EMLINK", EMLINK},
    {"EMSGSIZE", EMSGSIZE},
    {"EMULTIHOP", EMULTIHOP},
    {"ENAMETOOLONG", ENAMETOOLONG},
    {"ENAVAIL", ENAVAIL},
    {"ENETDOWN", ENETDOWN},
    {"ENETRESET", ENETRESET},
    {"ENETUNREACH", ENETUNREACH},
    {"ENFILE", ENFILE},
    {"ENOANO", ENOANO},
    {"ENOBUFS", ENOBUFS},
    {"ENOCSI", ENOCSI},
    {"ENODATA", ENODATA},
    {"ENODEV", ENODEV},
    {"ENOENT", ENOENT},
    {"ENOEXEC", ENOEXEC},
    {"ENOKEY", ENOKEY},
    {"ENOLCK", ENOLCK},
    {"ENOLINK", ENOLINK},
    {"ENOMEDIUM", ENOMEDIUM},
    {"ENOMEM", ENOMEM},
    {"ENOMSG", ENOMSG},
    {"ENONET", ENONET},
    {"ENOPKG", ENOPKG},
    {"ENOPROTOOPT", ENOPROTOOPT},
    {"ENOSPC", ENOSPC},
    {"ENOSR", ENOSR},
    {"ENOSTR", ENOSTR},
    {"ENOSYS", ENOSYS},
    {"ENOTBLK", ENOTBLK},
    {"ENOTCONN", ENOTCONN},
    {"ENOTDIR", ENOTDIR},
    {"ENOTEMPTY", ENOTEMPTY},
    {"ENOTNAM", ENOTNAM},
    {"ENOTRECOVERABLE", ENOTRECOVERABLE},
    {"ENOTSOCK", ENOTSOCK},
    {"ENOTSUP", ENOTSUP},
    {"ENOTTY", ENOTTY},
    {"ENOTUNIQ", ENOTUNIQ},
    {"ENXIO", ENXIO},
    {"EOPNOTSUPP", EOPNOTSUPP},
    {"EOVERFLOW", EOVERFLOW},
    {"EOWNERDEAD", EOWNERDEAD},
    {"EPERM", EPERM},
    {"EPFNOSUPPORT", EPFNOSUPPORT},
    {"EPIPE", EPIPE},
    {"EPROTO", EPROTO},
    {"EPROTONOSUPPORT", EPROTONOSUPPORT},
    {"EPROTOTYPE", EPROTOTYPE},
    {"ERANGE", ERANGE},
    {"EREMCHG", EREMCHG},
    {"EREMOTE", EREMOTE},
    {"EREMOTEIO", EREMOTEIO},
    {"ERESTART", ERESTART},
    {"ERFKILL", ERFKILL},
    {"EROFS", EROFS},
    {"ESHUTDOWN", ESHUTDOWN},
    {"ESOCKTNOSUPPORT", ESOCKTNOSUPPORT},
    {"ESPIPE", ESPIPE},
    {"ESRCH", ESRCH},
    {"ESRMNT", ESRMNT},
    {"ESTALE", ESTALE},
    {"ESTRPIPE", ESTRPIPE},
    {"ETIME", ETIME},
    {"ETIMEDOUT", ETIMEDOUT},
    {"ETOOMANYREFS", ETOOMANYREFS},
    {"ETXTBSY", ETXTBSY},
    {"EUCLEAN", EUCLEAN},
    {"EUNATCH", EUNATCH},
    {"EUSERS", EUSERS},
    {"EWOULDBLOCK", EWOULDBLOCK},
    {"EXDEV", EXDEV},
    {"EXFULL", EXFULL},
};

class ErrorFlag final : public Magic {
 public:
  ErrorFlag(Engine& engine, int number) : engine_(engine), number_(number) {}
  Value get(Scalar&) override {
    return Value::integer(engine_.get_errno() == number_ ? number_ : 0);
  }
  void set(Scalar&, const Value&) override { engine_.die("ERRNO hash is read only!"); }

 private:
  Engine& engine_;
  int number_;
};

}  // namespace

void fill_error_names(Engine& engine, Hash* hash) {
  hash->reserve(std::size(kNames));
  hash->bits |= Hash::HasMagic;
  for (const ErrorName& entry : kNames) {
    Value& place = hash->fetch(entry.name);
    place = Value::adopt_boxed(Scalar::with_magic(new ErrorFlag(engine, entry.number)));
  }
}

}  // namespace perlipc::builtin
