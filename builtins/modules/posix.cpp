// POSIX (perldoc POSIX) as one native module.
#include "builtins/modules/posix.h"
#include "builtins/modules/registry.h"

namespace perlipc::builtin {

namespace {

void boot(Engine& engine) {
  define_posix_constants(engine);
  define_posix_unimplemented(engine);
  define_native(engine, "POSIX::AUTOLOAD", autoload_macro);
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
