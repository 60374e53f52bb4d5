// use feature and use experimental (perldoc feature, experimental).
#include "interp/natives.h"
#include "interp/warning_bits.h"
#include <algorithm>

namespace perlipc {
namespace {

using H = Hints;

struct Feature {
  std::string_view name;
  std::uint32_t bit;                   // 0: accepted, means nothing any more (or is refused)
  std::string_view experimental = {};  // its warning category behind "experimental::"
};
constexpr Feature kFeatures[] = {
    {"bareword_filehandles", H::BarewordFilehandles},
    {"bitwise", H::Bitwise, "bitwise"},
    {"current_sub", H::CurrentSub},
    {"declared_refs", H::DeclaredRefs, "declared_refs"},
    {"defer", H::Defer, "defer"},
    {"evalbytes", H::Evalbytes},
    {"extra_paired_delimiters", 0, "extra_paired_delimiters"},
    {"fc", H::Fc},
    {"indirect", H::Indirect},
    {"isa", H::Isa, "isa"},
    {"lexical_subs", 0, "lexical_subs"},
    {"multidimensional", H::Multidimensional},
    {"postderef", 0, "postderef"},
    {"postderef_qq", H::Postderef, "postderef"},
    {"refaliasing", H::Refaliasing, "refaliasing"},
    {"say", H::Say},
    {"signatures", H::Signatures, "signatures"},
    {"state", H::State},
    {"switch", H::Switch, "smartmatch"},
    {"try", H::Try, "try"},
    {"unicode_eval", H::UnicodeEval},
    {"unicode_strings", H::UnicodeStrings},
};
constexpr std::uint32_t kDefault = H::Indirect | H::Multidimensional | H::BarewordFilehandles;

VM& vm_of(Call& call) { return static_cast<VM&>(call.engine); }

const Feature* find_feature(std::string_view name) {
  for (const Feature& f : kFeatures)
    if (f.name == name) return &f;
  return nullptr;
}

std::uint32_t bundle_of_version(int minor) {
  std::uint32_t bits = kDefault;
  if (minor >= 9) bits |= H::Say | H::State | H::Switch;
  if (minor >= 11) bits |= H::UnicodeStrings;
  if (minor >= 15) bits |= H::CurrentSub | H::Evalbytes | H::Fc | H::UnicodeEval;
  if (minor >= 23) bits |= H::Postderef;
  if (minor >= 27) bits |= H::Bitwise;
  if (minor >= 35) {
    bits |= H::Isa | H::Signatures;
    bits &= ~static_cast<std::uint32_t>(H::Switch | H::Indirect | H::Multidimensional);
  }
  return bits;
}

// A bundle's features ("5.10", "all", "default"); none when there is no such bundle.
std::optional<std::uint32_t> bundle(std::string_view name) {
  if (name == "default") return kDefault;
  if (name == "all") {
    std::uint32_t bits = 0;
    for (const Feature& f : kFeatures) bits |= f.bit;
    return bits;
  }
  if (name == "5.9.5") return bundle_of_version(10);
  if (!name.starts_with("5.") || name.size() < 3 || name.size() > 4) return std::nullopt;
  int minor = 0;
  for (char c : name.substr(2)) {
    if (c < '0' || c > '9') return std::nullopt;
    minor = minor * 10 + (c - '0');
  }
  if (minor < 10 || minor > 36) return std::nullopt;
  return bundle_of_version(minor);
}

[[noreturn]] void die_unknown(VM& vm, const char* what, std::string_view name) {
  croak(vm, std::string(what) + " \"" + std::string(name) + "\" is not supported by Perl 5.36.0");
}

std::uint32_t bits_of(VM& vm, std::string_view word) {
  if (word.starts_with(':')) {
    std::optional<std::uint32_t> bits = bundle(word.substr(1));
    if (!bits) die_unknown(vm, "Feature bundle", word.substr(1));
    return *bits;
  }
  const Feature* feature = find_feature(word);
  if (!feature) die_unknown(vm, "Feature", word);
  if (word == "extra_paired_delimiters")
    vm.die("Feature \"extra_paired_delimiters\" is not supported by perlipc");
  return feature->bit;
}

Value feature_import(Call& call) {
  VM& vm = vm_of(call);
  if (call.count <= 1) croak(vm, "No features specified");
  std::uint32_t bits = 0;
  for (std::size_t n = 1; n < call.count; ++n) bits |= bits_of(vm, call.text(n));
  if (Hints* hints = compiling_hints_for_update(vm)) hints->features |= bits;
  return {};
}

// Without a list: back to the default bundle.
Value feature_unimport(Call& call) {
  VM& vm = vm_of(call);
  if (call.count <= 1) {
    if (Hints* hints = compiling_hints_for_update(vm)) hints->features = kDefault;
    return {};
  }
  std::uint32_t bits = 0;
  for (std::size_t n = 1; n < call.count; ++n) {
    std::string word = call.text(n);
    if (word != "extra_paired_delimiters") bits |= bits_of(vm, word);
  }
  if (Hints* hints = compiling_hints_for_update(vm)) hints->features &= ~bits;
  return {};
}

const Hints* hints_at_level(VM& vm, std::int64_t level) {
  std::int64_t frame = static_cast<std::int64_t>(vm.depth()) - level;
  if (frame <= 0) return nullptr;
  const LineEntry* entry = vm.line_entry(*vm.frame_at(static_cast<std::uint32_t>(frame)));
  return entry && entry->info ? entry->info->hints : nullptr;
}

// feature::feature_enabled(NAME, LEVEL): level 1 is the calling statement.
Value feature_enabled(Call& call) {
  VM& vm = vm_of(call);
  const Hints* hints = hints_at_level(vm, call.defined(1) ? call.integer(1) - 1 : 0);
  std::string name = call.text(0);
  const Feature* feature = find_feature(name);
  return Value::boolean(hints && feature && (hints->features & feature->bit));
}

Value features_enabled(Call& call) {
  const Hints* hints = hints_at_level(vm_of(call), call.defined(0) ? call.integer(0) - 1 : 0);
  std::int64_t count = 0;
  for (const Feature& f : kFeatures) {
    if (!hints || !(hints->features & f.bit)) continue;
    ++count;
    call.push(Value::string(f.name));
  }
  return call.want == Want::List ? call.list() : Value::integer(count);
}

// --- experimental -------------------------------------------------------------------------------

// Names that only switch a warning off.
constexpr std::string_view kOnlyWarnings[] = {"args_array_with_signatures",
                                              "builtin",
                                              "const_attr",
                                              "for_list",
                                              "regex_sets",
                                              "re_strict",
                                              "script_run",
                                              "alpha_assertions",
                                              "uniprop_wildcards",
                                              "vlb",
                                              "smartmatch",
                                              "private_use"};
constexpr std::string_view kRemoved[] = {"lexical_topic", "autoderef"};

void set_warning(VM& vm, Hints& hints, const std::string& category, bool on) {
  std::optional<std::size_t> bit = vm.service<WarningCategories>().find(category);
  if (!bit) return;
  if (!hints.warnings_given) {
    hints.warnings = vm.dash_w ? WarningSet().set() : default_warnings();
    hints.warnings_given = true;
  }
  hints.warnings.set(*bit, on);
}

// True when the name is one of use experimental's.
bool set_experimental(VM& vm, const std::string& name, bool on) {
  bool only_warning = std::find(std::begin(kOnlyWarnings), std::end(kOnlyWarnings), name) !=
                      std::end(kOnlyWarnings);
  const Feature* feature = only_warning ? nullptr : find_feature(name);
  if (!only_warning && !feature) return false;
  Hints* hints = compiling_hints_for_update(vm);
  if (!hints) return true;
  if (feature) {
    if (on) hints->features |= bits_of(vm, name);
    else hints->features &= ~feature->bit;
    if (name == "declared_refs") {
      if (on) hints->features |= H::Refaliasing;
      set_warning(vm, *hints, "experimental::refaliasing", !on);
    }
    if (!feature->experimental.empty())
      set_warning(vm, *hints, "experimental::" + std::string(feature->experimental), !on);
  } else {
    set_warning(vm, *hints, "experimental::" + name, !on);
  }
  return true;
}

Value experimental_import(Call& call) {
  VM& vm = vm_of(call);
  for (std::size_t n = 1; n < call.count; ++n) {
    std::string name = call.text(n);
    if (std::find(std::begin(kRemoved), std::end(kRemoved), name) != std::end(kRemoved))
      croak(vm, "Experimental feature " + name + " has been removed from perl in version 5.24.0");
    if (!set_experimental(vm, name, true)) croak(vm, "Can't enable unknown feature " + name);
  }
  return {};
}

Value experimental_unimport(Call& call) {
  VM& vm = vm_of(call);
  for (std::size_t n = 1; n < call.count; ++n) {
    std::string name = call.text(n);
    if (!set_experimental(vm, name, false))
      vm.warn_always("Can't disable unknown feature " + name + ", ignoring");
  }
  return {};
}

}  // namespace

void install_feature_pragmas(VM& vm) {
  define_native(vm, "feature::import", feature_import);
  define_native(vm, "feature::unimport", feature_unimport);
  define_native(vm, "feature::feature_enabled", feature_enabled);
  define_native(vm, "feature::features_enabled", features_enabled);
  define_native(vm, "experimental::import", experimental_import);
  define_native(vm, "experimental::unimport", experimental_unimport);
  set_scalar(vm, "feature::VERSION", Value::string("1.72"));
  set_scalar(vm, "experimental::VERSION", Value::string("0.028"));
}

}  // namespace perlipc
