// The native half of Config (perldoc Config): what the perl of this machine says about itself.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"
#include "builtins/perl_config.h"

namespace perlipc::builtin {

namespace {

struct ConfigEntry {
  const char* key;
  const char* value;
};
const ConfigEntry kEntries[] = {
#define ROW(key, value) {key, value},
    PERLIPC_CONFIG_ROWS(ROW)
#undef ROW
};

// A reference to a new hash with everything, for the Perl half to tie.
Value config_values(Call&) {
  Hash* values = Hash::make();
  for (const ConfigEntry& entry : kEntries) {
    values->fetch(entry.key) = entry.value ? Value::string(entry.value) : Value();
  }
  return Value::adopt_ref(values);
}

const char* find_value(std::string_view key) {
  for (const ConfigEntry& entry : kEntries) {
    if (key == entry.key) return entry.value;
  }
  return nullptr;
}

// `use Config` brings %Config; functions are exported by name.
Value config_import(Call& call) {
  const std::string into(call.engine.caller_info().package);
  Glob* target = call.engine.glob(into + "::Config", true);
  Hash* config = call.engine.glob("Config::Config", true)->hash();
  if (target->body->hash != config) {
    config->retain();
    if (Hash* old = std::exchange(target->body->hash, config)) old->release();
    target->bits |= Glob::ImportedHash;
  }
  for (std::size_t i = 1; i < call.count; ++i) {
    const std::string name = call.text(i);
    if (name == "%Config") continue;
    Code* code = call.engine.glob("Config::" + name, true)->code();
    if (!code) call.engine.die("\"" + name + "\" is not exported by the Config module\n");
    call.engine.glob(into + "::" + name, true)->set_code(code);
  }
  return {};
}

Value my_config(Call&) {
  const auto value = [](const char* key) {
    return std::string(find_value(key) ? find_value(key) : "");
  };
  return Value::string("Summary of my perl5 (revision 5 version " + value("PERL_VERSION") +
                       " subversion " + value("PERL_SUBVERSION") +
                       ") configuration:\n   \n  Platform:\n    osname=" + value("osname") +
                       "\n    osvers=" + value("osvers") + "\n    archname=" + value("archname") +
                       "\n");
}

Value no_options(Call&) { return Value::string(""); }

const NativeRow kFunctions[] = {
    {"_values", config_values, ""},
    {"bincompat_options", no_options, ""},
    {"import", config_import, nullptr},
    {"myconfig", my_config, ""},
    {"non_bincompat_options", no_options, ""},
};

}  // namespace

const NativeModule& config_module() {
  static const NativeModule module{.package = "Config",
                                   .functions = kFunctions,
                                   .constants = {},
                                   .perl_half = "Config.pm",
                                   .version = "5.036000"};
  return module;
}

}  // namespace perlipc::builtin
