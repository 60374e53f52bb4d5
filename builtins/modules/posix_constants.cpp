// Constants of POSIX (perldoc POSIX, "CONSTANTS"), with the values of this system's headers.
#include "builtins/modules/posix.h"

#include <cfenv>
#include <cfloat>
#include <climits>
#include <clocale>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <limits>
#include <linux/limits.h>
#include <netdb.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace perlipc::builtin {

namespace {

#define C(name) {#name, static_cast<std::int64_t>(name)},
// Filled when somebody asks: a few are function calls in C.
std::span<const NativeConstant> integers() {
  static const NativeConstant table[] = {
      // clang-format off
    C(B0) C(B110) C(B1200) C(B134) C(B150) C(B1800) C(B19200) C(B200) C(B2400) C(B300) C(B38400)
    C(B4800) C(B50) C(B600) C(B75) C(B9600) C(BRKINT) C(BUFSIZ) C(BUS_ADRALN) C(BUS_ADRERR)
    C(BUS_OBJERR) C(CHAR_BIT) C(CHAR_MAX) C(CHAR_MIN) C(CLD_CONTINUED) C(CLD_DUMPED) C(CLD_EXITED)
    C(CLD_KILLED) C(CLD_STOPPED) C(CLD_TRAPPED) C(CLOCAL) C(CLOCKS_PER_SEC) C(CREAD) C(CS5) C(CS6)
    C(CS7) C(CS8) C(CSIZE) C(CSTOPB) C(DBL_DIG) C(DBL_MANT_DIG) C(DBL_MAX_10_EXP) C(DBL_MAX_EXP)
    C(DBL_MIN_10_EXP) C(DBL_MIN_EXP) C(E2BIG) C(EACCES) C(EADDRINUSE) C(EADDRNOTAVAIL)
    C(EAFNOSUPPORT) C(EAGAIN) C(EAI_AGAIN) C(EAI_BADFLAGS) C(EAI_FAIL) C(EAI_FAMILY) C(EAI_MEMORY)
    C(EAI_NONAME) C(EAI_OVERFLOW) C(EAI_SERVICE) C(EAI_SOCKTYPE) C(EAI_SYSTEM) C(EALREADY)
    C(EBADF) C(EBADMSG) C(EBUSY) C(ECANCELED) C(ECHILD) C(ECHO) C(ECHOE) C(ECHOK) C(ECHONL)
    C(ECONNABORTED) C(ECONNREFUSED) C(ECONNRESET) C(EDEADLK) C(EDESTADDRREQ) C(EDOM) C(EDQUOT)
    C(EEXIST) C(EFAULT) C(EFBIG) C(EHOSTDOWN) C(EHOSTUNREACH) C(EIDRM) C(EILSEQ) C(EINPROGRESS)
    C(EINTR) C(EINVAL) C(EIO) C(EISCONN) C(EISDIR) C(ELOOP) C(EMFILE) C(EMLINK) C(EMSGSIZE)
    C(ENAMETOOLONG) C(ENETDOWN) C(ENETRESET) C(ENETUNREACH) C(ENFILE) C(ENOBUFS) C(ENODATA)
    C(ENODEV) C(ENOENT) C(ENOEXEC) C(ENOLCK) C(ENOLINK) C(ENOMEM) C(ENOMSG) C(ENOPROTOOPT)
    C(ENOSPC) C(ENOSR) C(ENOSTR) C(ENOSYS) C(ENOTBLK) C(ENOTCONN) C(ENOTDIR) C(ENOTEMPTY)
    C(ENOTRECOVERABLE) C(ENOTSOCK) C(ENOTSUP) C(ENOTTY) C(ENXIO) C(EOF) C(EOPNOTSUPP) C(EOVERFLOW)
    C(EOWNERDEAD) C(EPERM) C(EPFNOSUPPORT) C(EPIPE) C(EPROTO) C(EPROTONOSUPPORT) C(EPROTOTYPE)
    C(ERANGE) C(EREMOTE) C(ERESTART) C(EROFS) C(ESHUTDOWN) C(ESOCKTNOSUPPORT) C(ESPIPE) C(ESRCH)
    C(ESTALE) C(ETIME) C(ETIMEDOUT) C(ETOOMANYREFS) C(ETXTBSY) C(EUSERS) C(EWOULDBLOCK) C(EXDEV)
    C(EXIT_FAILURE) C(EXIT_SUCCESS) C(FD_CLOEXEC) C(FE_DOWNWARD) C(FE_TONEAREST) C(FE_TOWARDZERO)
    C(FE_UPWARD) C(FILENAME_MAX) C(FLT_DIG) C(FLT_MANT_DIG) C(FLT_MAX_10_EXP) C(FLT_MAX_EXP)
    C(FLT_MIN_10_EXP) C(FLT_MIN_EXP) C(FLT_RADIX) C(FLT_ROUNDS) C(FPE_FLTDIV) C(FPE_FLTINV)
    C(FPE_FLTOVF) C(FPE_FLTRES) C(FPE_FLTSUB) C(FPE_FLTUND) C(FPE_INTDIV) C(FPE_INTOVF)
    C(FP_ILOGB0) C(FP_ILOGBNAN) C(FP_INFINITE) C(FP_NAN) C(FP_NORMAL) C(FP_SUBNORMAL) C(FP_ZERO)
    C(F_DUPFD) C(F_GETFD) C(F_GETFL) C(F_GETLK) C(F_OK) C(F_RDLCK) C(F_SETFD) C(F_SETFL)
    C(F_SETLK) C(F_SETLKW) C(F_UNLCK) C(F_WRLCK) C(HUPCL) C(ICANON) C(ICRNL) C(IEXTEN) C(IGNBRK)
    C(IGNCR) C(IGNPAR) C(ILL_BADSTK) C(ILL_COPROC) C(ILL_ILLADR) C(ILL_ILLOPC) C(ILL_ILLOPN)
    C(ILL_ILLTRP) C(ILL_PRVOPC) C(ILL_PRVREG) C(INLCR) C(INPCK) C(INT_MAX) C(INT_MIN) C(ISIG)
    C(ISTRIP) C(IXOFF) C(IXON) C(LC_ADDRESS) C(LC_ALL) C(LC_COLLATE) C(LC_CTYPE)
    C(LC_IDENTIFICATION) C(LC_MEASUREMENT) C(LC_MESSAGES) C(LC_MONETARY) C(LC_NUMERIC) C(LC_PAPER)
    C(LC_TELEPHONE) C(LC_TIME) C(LDBL_DIG) C(LDBL_MANT_DIG) C(LDBL_MAX_10_EXP) C(LDBL_MAX_EXP)
    C(LDBL_MIN_10_EXP) C(LDBL_MIN_EXP) C(LONG_MAX) C(LONG_MIN) C(L_ctermid) C(L_cuserid)
    C(MAX_CANON) C(MAX_INPUT) C(MB_LEN_MAX) C(MSG_CTRUNC) C(MSG_DONTROUTE) C(MSG_EOR) C(MSG_OOB)
    C(MSG_PEEK) C(MSG_TRUNC) C(MSG_WAITALL) C(NAME_MAX) C(NCCS) C(NGROUPS_MAX) C(NOFLSH) C(OPOST)
    C(O_ACCMODE) C(O_APPEND) C(O_CREAT) C(O_EXCL) C(O_NOCTTY) C(O_NONBLOCK) C(O_RDONLY) C(O_RDWR)
    C(O_TRUNC) C(O_WRONLY) C(PARENB) C(PARMRK) C(PARODD) C(PATH_MAX) C(PIPE_BUF) C(POLL_ERR)
    C(POLL_HUP) C(POLL_IN) C(POLL_MSG) C(POLL_OUT) C(POLL_PRI) C(PRIO_PGRP) C(PRIO_PROCESS)
    C(PRIO_USER) C(RAND_MAX) C(R_OK) C(SA_NOCLDSTOP) C(SA_NOCLDWAIT) C(SA_NODEFER) C(SA_ONSTACK)
    C(SA_RESETHAND) C(SA_RESTART) C(SA_SIGINFO) C(SCHAR_MAX) C(SCHAR_MIN) C(SEEK_CUR) C(SEEK_END)
    C(SEEK_SET) C(SEGV_ACCERR) C(SEGV_MAPERR) C(SHRT_MAX) C(SHRT_MIN) C(SIGABRT) C(SIGALRM)
    C(SIGBUS) C(SIGCHLD) C(SIGCONT) C(SIGFPE) C(SIGHUP) C(SIGILL) C(SIGINT) C(SIGKILL) C(SIGPIPE)
    C(SIGPOLL) C(SIGPROF) C(SIGQUIT) C(SIGRTMAX) C(SIGRTMIN) C(SIGSEGV) C(SIGSTOP) C(SIGSYS)
    C(SIGTERM) C(SIGTRAP) C(SIGTSTP) C(SIGTTIN) C(SIGTTOU) C(SIGURG) C(SIGUSR1) C(SIGUSR2)
    C(SIGVTALRM) C(SIGXCPU) C(SIGXFSZ) C(SIG_BLOCK) C(SIG_SETMASK) C(SIG_UNBLOCK) C(SI_ASYNCIO)
    C(SI_MESGQ) C(SI_QUEUE) C(SI_TIMER) C(SI_USER) C(SSIZE_MAX) C(STDERR_FILENO) C(STDIN_FILENO)
    C(STDOUT_FILENO) C(S_IRGRP) C(S_IROTH) C(S_IRUSR) C(S_IRWXG) C(S_IRWXO) C(S_IRWXU) C(S_ISGID)
    C(S_ISUID) C(S_IWGRP) C(S_IWOTH) C(S_IWUSR) C(S_IXGRP) C(S_IXOTH) C(S_IXUSR) C(TCIFLUSH)
    C(TCIOFF) C(TCIOFLUSH) C(TCION) C(TCOFLUSH) C(TCOOFF) C(TCOON) C(TCSADRAIN) C(TCSAFLUSH)
    C(TCSANOW) C(TMP_MAX) C(TOSTOP) C(TRAP_BRKPT) C(TRAP_TRACE) C(UCHAR_MAX) C(UINT_MAX)
    C(USHRT_MAX) C(VEOF) C(VEOL) C(VERASE) C(VINTR) C(VKILL) C(VMIN) C(VQUIT) C(VSTART) C(VSTOP)
    C(VSUSP) C(VTIME) C(WNOHANG) C(WUNTRACED) C(W_OK) C(X_OK) C(_PC_CHOWN_RESTRICTED)
    C(_PC_LINK_MAX) C(_PC_MAX_CANON) C(_PC_MAX_INPUT) C(_PC_NAME_MAX) C(_PC_NO_TRUNC)
    C(_PC_PATH_MAX) C(_PC_PIPE_BUF) C(_PC_VDISABLE) C(_POSIX_ARG_MAX) C(_POSIX_CHILD_MAX)
    C(_POSIX_CHOWN_RESTRICTED) C(_POSIX_JOB_CONTROL) C(_POSIX_LINK_MAX) C(_POSIX_MAX_CANON)
    C(_POSIX_MAX_INPUT) C(_POSIX_NAME_MAX) C(_POSIX_NGROUPS_MAX) C(_POSIX_NO_TRUNC)
    C(_POSIX_OPEN_MAX) C(_POSIX_PATH_MAX) C(_POSIX_PIPE_BUF) C(_POSIX_SAVED_IDS)
    C(_POSIX_SSIZE_MAX) C(_POSIX_STREAM_MAX) C(_POSIX_TZNAME_MAX) C(_POSIX_VDISABLE)
    C(_POSIX_VERSION) C(_SC_ARG_MAX) C(_SC_CHILD_MAX) C(_SC_CLK_TCK) C(_SC_JOB_CONTROL)
    C(_SC_NGROUPS_MAX) C(_SC_OPEN_MAX) C(_SC_PAGESIZE) C(_SC_SAVED_IDS) C(_SC_STREAM_MAX)
    C(_SC_TZNAME_MAX) C(_SC_VERSION)
      // clang-format on
      {"NULL", 0},
      {"MB_CUR_MAX", static_cast<std::int64_t>(MB_CUR_MAX)},
      {"SIG_DFL", 0},
      {"SIG_ERR", -1},
      {"SIG_IGN", 1},
  };
  return table;
}
#undef C

struct Real {
  const char* name;
  double value;
};
#define R(name) {#name, name},
const Real kReals[] = {
    // clang-format off
    R(DBL_EPSILON) R(DBL_MAX) R(DBL_MIN) R(FLT_EPSILON) R(FLT_MAX) R(FLT_MIN) R(HUGE_VAL)
    R(M_1_PI) R(M_2_PI) R(M_2_SQRTPI) R(M_E) R(M_LN10) R(M_LN2) R(M_LOG10E) R(M_LOG2E) R(M_PI)
    R(M_PI_2) R(M_PI_4) R(M_SQRT1_2) R(M_SQRT2)
    // clang-format on
    {"INFINITY", std::numeric_limits<double>::infinity()},
    {"Inf", std::numeric_limits<double>::infinity()},
    {"NAN", std::numeric_limits<double>::quiet_NaN()},
    {"NaN", std::numeric_limits<double>::quiet_NaN()},
};
#undef R

// Exported, but no macros of this system (perl says so when one is used).
constexpr const char* kMissing =
    "ARG_MAX CHILD_MAX CLK_TCK EOTHER EPROCLIM LDBL_EPSILON LDBL_MAX LDBL_MIN LINK_MAX OPEN_MAX "
    "STREAM_MAX TZNAME_MAX";
constexpr const char* kInvalid = "LC_SYNTAX LC_TOD NDEBUG cfgetispeed cfgetospeed cfsetispeed "
                                 "cfsetospeed mbstowcs signal stderr stdin "
                                 "stdout tcgetattr tcsetattr wcstombs";

}  // namespace

std::span<const NativeConstant> posix_constants() { return integers(); }

void define_posix_constants(Engine& engine) {
  for (const Real& real : kReals) {
    define_constant(engine, std::string("POSIX::") + real.name, Value::number(real.value))->bits |=
        Code::NamedByUse;
  }
  define_constant(engine, "POSIX::ULONG_MAX", Value::unsigned_integer(ULONG_MAX))->bits |=
      Code::NamedByUse;
  for (std::string_view name : split_words(kMissing)) {
    define_native(engine, "POSIX::" + std::string(name), missing_macro, "");
  }
  for (std::string_view name : split_words(kInvalid)) {
    define_native(engine, "POSIX::" + std::string(name), invalid_macro);
  }
}

}  // namespace perlipc::builtin
