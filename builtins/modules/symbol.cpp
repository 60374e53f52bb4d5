// Symbol::gensym: handles of the IO classes are made by it, so it is native. The rest of Symbol is Perl.
#include "builtins/modules/native.h"

namespace perlipc::builtin {

namespace {

struct GensymCounter {
  explicit GensymCounter(Engine&) {}
  std::uint64_t next = 0;
};

// A reference to a new glob *Symbol::GENn that no symbol table holds.
Value symbol_gensym(Call& call) {
  const std::string name = "GEN" + std::to_string(call.engine.service<GensymCounter>().next++);
  return Value::adopt_ref(make_anonymous_glob(call.engine.stash("Symbol", true), name));
}

const NativeRow kFunctions[] = {{"gensym", symbol_gensym, ""}};

}  // namespace

const NativeModule& symbol_module() {
  static const NativeModule module{
      .package = "Symbol", .functions = kFunctions, .constants = {}, .perl_half = "Symbol.pm"};
  return module;
}

}  // namespace perlipc::builtin
