// Names of POSIX that exist only to say what to use instead (perldoc POSIX).
#include "builtins/modules/posix.h"

namespace perlipc::builtin {

namespace {

struct Advice {
  const char* text;  // after "Unimplemented: POSIX::name(): "
  const char* names;
};
constexpr Advice kAdvice[] = {
    {"C-specific, stopped",
     "L_tmpnam atof atoi atol calloc execl execle execlp execv execve execvp "
     "free malloc offsetof realloc strpbrk strspn strtok vfprintf vprintf "
     "vsprintf"},
    {"C-specific: use .= instead", "strcat strncat"},
    {"C-specific: use /, % and int instead", "div ldiv"},
    {"C-specific: use <> and regular expressions instead", "fscanf scanf"},
    {"C-specific: use = instead", "memcpy memmove strcpy strncpy"},
    {"C-specific: use END {} instead", "atexit"},
    {"C-specific: use abs instead", "labs"},
    {"C-specific: use die instead", "longjmp siglongjmp"},
    {"C-specific: use eq instead", "memcmp strcmp strncmp"},
    {"C-specific: use eval {} instead", "setjmp sigsetjmp"},
    {"C-specific: use index() instead", "memchr strchr"},
    {"C-specific: use length instead", "strlen"},
    {"C-specific: use open instead", "freopen"},
    {"C-specific: use print instead", "fputc fputs fwrite putc putchar puts"},
    {"C-specific: use printf instead", "fprintf"},
    {"C-specific: use read instead", "fread"},
    {"C-specific: use regular expressions instead", "sscanf strcspn"},
    {"C-specific: use rindex() instead", "strrchr"},
    {"C-specific: use sort instead", "qsort"},
    {"C-specific: use x instead", "memset"},
    {"Use method IO::File::new_tmpfile() instead", "tmpfile"},
    {"Use method IO::File::open() instead", "fopen"},
    {"Use method IO::Handle::clearerr() instead", "clearerr"},
    {"Use method IO::Handle::close() instead", "fclose"},
    {"Use method IO::Handle::eof() instead", "feof"},
    {"Use method IO::Handle::error() instead", "ferror"},
    {"Use method IO::Handle::fileno() instead", "fileno"},
    {"Use method IO::Handle::flush() instead", "fflush"},
    {"Use method IO::Handle::getc() instead", "fgetc"},
    {"Use method IO::Handle::gets() instead", "fgets"},
    {"Use method IO::Handle::new_from_fd() instead", "fdopen"},
    {"Use method IO::Handle::setbuf() instead", "setbuf"},
    {"Use method IO::Handle::setvbuf() instead", "setvbuf"},
    {"Use method IO::Handle::sync() instead", "fsync"},
    {"Use method IO::Handle::ungetc() instead", "ungetc"},
    {"Use method IO::Seekable::getpos() instead", "fgetpos"},
    {"Use method IO::Seekable::seek() instead", "fseek"},
    {"Use method IO::Seekable::setpos() instead", "fsetpos"},
    {"Use method IO::Seekable::tell() instead", "ftell"},
    {"non-portable, use Perl's rand instead", "rand"},
    {"not supplied", "bsearch"},
    {"not supplied; refer to Perl's srand documentation", "srand"},
    {"use File::Temp instead", "tmpnam"},
};

Value unimplemented(Call& call) {
  call.engine.die("Unimplemented: " + native_full_name(call) +
                  "(): " + static_cast<const Advice*>(call.code->native_data)->text);
  return {};
}

}  // namespace

void define_posix_unimplemented(Engine& engine) {
  for (const Advice& advice : kAdvice) {
    for (std::string_view name : split_words(advice.names)) {
      define_native(engine, "POSIX::" + std::string(name), unimplemented, nullptr,
                    const_cast<Advice*>(&advice));
    }
  }
}

}  // namespace perlipc::builtin
