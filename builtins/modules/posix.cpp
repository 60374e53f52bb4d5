// POSIX (perldoc POSIX) as one native module.
#include "builtins/modules/posix.h"
#include "builtins/modules/registry.h"

#include <map>

namespace perlipc::builtin {

namespace {

// Functions that exist by name, for import and can(), but are defined by their first call.
constexpr std::string_view kAutoloaded =
    "abs alarm assert atan2 atexit atof atoi atol bsearch calloc chdir chmod chown clearerr "
    "closedir "
    "cos creat div errno execl execle execlp execv execve execvp exit exp fabs fclose fcntl fdopen "
    "feof ferror fflush fgetc fgetpos fgets fileno fopen fork fprintf fputc fputs fread free "
    "freopen "
    "fscanf fseek fsetpos fstat fsync ftell fwrite getc getchar getegid getenv geteuid getgid "
    "getgrgid getgrnam getgroups getlogin getpgrp getpid getppid getpwnam getpwuid gets getuid "
    "gmtime "
    "isatty kill labs ldiv link localtime log longjmp malloc memchr memcmp memcpy memmove memset "
    "mkdir offsetof opendir pow putc putchar puts qsort raise rand readdir realloc remove rename "
    "rewind rewinddir rmdir scanf setbuf setjmp setvbuf siglongjmp signal sigsetjmp sin sqrt srand "
    "sscanf stat stderr stdin stdout strcat strchr strcmp strcpy strcspn strerror strlen strncat "
    "strncmp strncpy strpbrk strrchr strspn strstr strtok system time tmpfile tmpnam umask ungetc "
    "unlink utime vfprintf vprintf vsprintf wait waitpid";

struct Postponed {
  explicit Postponed(Engine&) {}
  std::map<std::string, NativeFunction, std::less<>> functions;
};

// Taint checks know a function by the sub that is called: with them all are there at once.
void postpone(Engine& engine) {
  if (engine.taint_mode() != 0) return;
  auto& postponed = engine.service<Postponed>().functions;
  for (const std::string_view name : split_words(kAutoloaded)) {
    Glob* glob = engine.glob("POSIX::" + std::string(name), false);
    Code* code = glob != nullptr ? glob->code() : nullptr;
    if (code == nullptr || code->native == nullptr) continue;
    postponed.emplace(name, std::exchange(code->native, nullptr));
    code->bits |= Code::Declared;
  }
}

Value autoload(Call& call) {
  const Value wanted = call.engine.glob("POSIX::AUTOLOAD", true)->scalar()->get();
  const std::string full(Text(call.engine, wanted).view());
  const auto& postponed = call.engine.service<Postponed>().functions;
  const auto found = postponed.find(full.substr(full.rfind(':') + 1));
  Glob* glob = found != postponed.end() ? call.engine.glob(full, false) : nullptr;
  Code* code = glob != nullptr ? glob->code() : nullptr;
  if (code == nullptr || code->defined()) return autoload_macro(call);
  code->native = found->second;
  code->bits &= static_cast<std::uint8_t>(~Code::Declared);
  call.code = code;
  return code->native(call);
}

void boot(Engine& engine) {
  define_posix_constants(engine);
  define_posix_unimplemented(engine);
  define_native(engine, "POSIX::AUTOLOAD", autoload);
  postpone(engine);
  engine.glob("POSIX::SIGRT", true)->body->lazy_hash = true;
}

std::vector<NativeRow> all_functions() {
  std::vector<NativeRow> rows;
  for (const auto part :
       {posix_math_functions(), posix_math_c99_functions(), posix_text_functions(),
        posix_time_functions(), posix_file_functions(), posix_process_functions(),
        posix_signal_functions(), posix_termios_functions(), posix_core_functions()}) {
    rows.insert(rows.end(), part.begin(), part.end());
  }
  return rows;
}

}  // namespace

const NativeModule& posix_module() {
  static const std::vector<NativeRow> functions = all_functions();
  static const NativeModule module{.package = "POSIX",
                                   .functions = functions,
                                   .constants = posix_constants(),
                                   .exports = posix_exports(),
                                   .optional_exports = posix_optional_exports(),
                                   .tags = posix_tags(),
                                   .header_tags = true,
                                   .boot = boot,
                                   .version = "2.03"};
  return module;
}

}  // namespace perlipc::builtin
