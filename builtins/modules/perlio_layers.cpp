// Layers of PerlIO that perl keeps in modules of their own; here they are part of open (perldoc
// PerlIO::scalar, PerlIO::encoding).
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

namespace perlipc::builtin {

namespace {

void boot(Engine& engine) { engine.require_file("XSLoader.pm"); }
void boot_encoding(Engine& engine) { engine.require_file("Encode.pm"); }

}  // namespace

const NativeModule& perlio_scalar_module() {
  static const NativeModule module{.package = "PerlIO::scalar",
                                   .functions = {},
                                   .constants = {},
                                   .boot = boot,
                                   .version = "0.31"};
  return module;
}

const NativeModule& perlio_mmap_module() {
  static const NativeModule module{.package = "PerlIO::mmap",
                                   .functions = {},
                                   .constants = {},
                                   .boot = boot,
                                   .version = "0.016"};
  return module;
}

// The layer is there already; the module's Perl half says with $PerlIO::encoding::fallback what is done
// about errors.
const NativeModule& perlio_encoding_module() {
  static const NativeModule module{
      .package = "PerlIO::encoding", .functions = {}, .constants = {}, .boot = boot_encoding};
  return module;
}

}  // namespace perlipc::builtin
