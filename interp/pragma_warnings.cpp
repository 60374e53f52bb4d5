// Package warnings: lexical categories, FATAL, and the functions modules ask about their callers
// (perldoc warnings, warnings::register).
#include "interp/messages.h"
#include "interp/natives.h"
#include "interp/warning_bits.h"

namespace perlipc {

// --- categories ---------------------------------------------------------------------------------

std::size_t WarningCategories::add(const std::string& name) {
  auto known = names_.find(name);
  if (known != names_.end()) return known->second;
  std::size_t bit = static_cast<std::size_t>(Warning::Count) + names_.size();
  if (bit >= WarningSet().size()) bit = WarningSet().size() - 1;  // the last ones share a bit
  names_.emplace(name, bit);
  return bit;
}

std::optional<std::size_t> WarningCategories::find(std::string_view name) const {
  Warning core = find_warning(name.data(), name.size());
  if (core != Warning::Count) return static_cast<std::size_t>(core);
  auto known = names_.find(std::string(name));
  if (known != names_.end()) return known->second;
  // Categories of features that are no longer experimental, or that nothing here warns about.
  static constexpr std::string_view quiet[] = {
      "experimental::lexical_subs", "experimental::postderef",        "experimental::bitwise",
      "experimental::re_strict",    "experimental::alpha_assertions", "experimental::private_use",
      "experimental::isa"};
  for (std::string_view q : quiet)
    if (q == name) return WarningSet().size() - 2;
  return std::nullopt;
}

// The category and all categories inside of it.
WarningSet WarningCategories::bits_of(std::size_t bit) const {
  WarningSet set;
  if (bit == static_cast<std::size_t>(Warning::All)) return set.set();
  set.set(bit);
  if (bit >= static_cast<std::size_t>(Warning::Count)) return set;
  for (std::size_t n = 1; n < static_cast<std::size_t>(Warning::Count); ++n)
    if (warning_parent(static_cast<Warning>(n)) == static_cast<Warning>(bit)) set.set(n);
  return set;
}

WarningSet default_warnings() {
  WarningSet set;
  for (Warning w : {Warning::Deprecated, Warning::Glob, Warning::Severe, Warning::Debugging,
                    Warning::Inplace, Warning::Internal, Warning::Malloc, Warning::Locale})
    set.set(static_cast<std::size_t>(w));
  for (auto n = static_cast<std::size_t>(Warning::Experimental);
       n < static_cast<std::size_t>(Warning::Count); ++n)
    set.set(n);
  return set;
}

namespace {

VM& vm_of(Call& call) { return static_cast<VM&>(call.engine); }

std::size_t category_bit(VM& vm, std::string_view name) {
  std::optional<std::size_t> bit = vm.service<WarningCategories>().find(name);
  if (!bit) croak(vm, "Unknown warnings category '" + std::string(name) + "'");
  return *bit;
}

// --- import -------------------------------------------------------------------------------------

// Words of `use warnings LIST`: FATAL and NONFATAL count for the categories behind them.
struct WarningRequest {
  WarningSet on, fatal, not_fatal;
  bool any_fatal = false;
};

WarningRequest read_request(Call& call) {
  VM& vm = vm_of(call);
  WarningRequest request;
  std::vector<std::string> words;
  for (std::size_t n = 1; n < call.count; ++n) words.push_back(call.text(n));
  bool only_mode = words.size() == 1 && (words[0] == "FATAL" || words[0] == "NONFATAL");
  if (words.empty() || only_mode) words.push_back("all");
  enum { Plain, Fatal, NotFatal } mode = Plain;
  for (const std::string& word : words) {
    if (word == "FATAL") {
      mode = Fatal;
      continue;
    }
    if (word == "NONFATAL") {
      mode = NotFatal;
      continue;
    }
    WarningSet bits = vm.service<WarningCategories>().bits_of(category_bit(vm, word));
    request.on |= bits;
    if (mode == Fatal) request.fatal |= bits, request.not_fatal &= ~bits;
    if (mode == NotFatal) request.not_fatal |= bits, request.fatal &= ~bits;
  }
  return request;
}

void start_from_default(VM& vm, Hints& hints) {
  if (hints.warnings_given) return;
  hints.warnings = vm.dash_w ? WarningSet().set() : default_warnings();
  hints.warnings_given = true;
}

Value warnings_import(Call& call) {
  VM& vm = vm_of(call);
  WarningRequest request = read_request(call);
  Hints* hints = compiling_hints_for_update(vm);
  if (!hints) return {};
  start_from_default(vm, *hints);
  hints->warnings |= request.on;
  hints->fatal_warnings |= request.fatal;
  hints->fatal_warnings &= ~request.not_fatal;
  return {};
}

Value warnings_unimport(Call& call) {
  VM& vm = vm_of(call);
  WarningRequest request = read_request(call);
  Hints* hints = compiling_hints_for_update(vm);
  if (!hints) return {};
  start_from_default(vm, *hints);
  hints->warnings &= ~request.on;
  hints->fatal_warnings &= ~request.on;
  if (hints->warnings.none()) hints->fatal_warnings.reset();
  return {};
}

// --- questions of modules -----------------------------------------------------------------------

bool trusts(VM& vm, std::string_view a, std::string_view b) {
  if (a == b) return true;
  Stash* x = vm.stash(a, false);
  Stash* y = vm.stash(b, false);
  return (x && vm.stash_isa(x, b) && b != "UNIVERSAL") ||
         (y && vm.stash_isa(y, a) && a != "UNIVERSAL");
}

std::string_view package_of(const LineEntry* entry) {
  if (!entry || !entry->info || entry->info->package.empty()) return "main";
  return entry->info->package;
}

// Where the running package was entered from: the innermost call from a package that it does not
// trust (perldoc Carp).
const LineEntry* entry_site(VM& vm) {
  std::string_view package = package_of(vm.line_entry(vm.frame()));
  for (std::uint32_t n = vm.depth(); n > 1; --n) {
    const LineEntry* site = vm.line_entry(*vm.frame_at(n - 1));
    if (!site) return nullptr;
    if (!trusts(vm, package_of(site), package)) return site;
    package = package_of(site);
  }
  return nullptr;
}

// The first statement that used the object: outermost of the running calls that got it first.
const LineEntry* object_site(VM& vm, Stash* stash) {
  const LineEntry* site = nullptr;
  for (std::uint32_t n = vm.depth(); n > 1; --n) {
    Frame& f = *vm.frame_at(n);
    if (f.kind != FrameSub) continue;
    Value first;
    if (f.args_array && f.args_array->size()) first = rvalue((*f.args_array)[0]);
    else if (f.nargs) first = rvalue(f.args[0]);
    bool same = first.is_ref() && static_cast<Referent*>(first.o)->stash() == stash;
    // A method that has shifted its object away still shows the object's class as its own package.
    if (!same && f.code && f.code->home == stash) same = true;
    if (!same) break;
    site = vm.line_entry(*vm.frame_at(n - 1));
  }
  return site;
}

struct Question {
  std::size_t bit = 0;
  const LineEntry* site = nullptr;
  std::string message;
};

enum class Arity { Category, CategoryMessage, CategoryLevel, CategoryLevelMessage };

[[noreturn]] void die_usage(Call& call, Arity arity) {
  std::string name = "warnings::" + std::string(call.code->name_glob->name->view());
  switch (arity) {
    case Arity::Category: name += "([category])"; break;
    case Arity::CategoryMessage: name += "([category,] 'message')"; break;
    case Arity::CategoryLevel: name += "([category,] level)"; break;
    case Arity::CategoryLevelMessage: name += "([category,] level, 'message')"; break;
  }
  croak(vm_of(call), "Usage: " + name);
}

Question read_question(Call& call, Arity arity) {
  VM& vm = vm_of(call);
  vm.require_file("Carp.pm");  // as perl's warnings does for its questions
  std::size_t needed = arity == Arity::Category ? 0 : arity == Arity::CategoryLevelMessage ? 2 : 1;
  if (call.count < needed || call.count > needed + 1) die_usage(call, arity);
  Question q;
  bool with_message = arity == Arity::CategoryMessage || arity == Arity::CategoryLevelMessage;
  if (with_message) q.message = call.text(call.count - 1);
  Stash* object = nullptr;
  if (call.count == needed + 1) {
    Value category = call[0];
    if (category.is_ref() && (object = static_cast<Referent*>(category.o)->stash())) {
      std::optional<std::size_t> bit = vm.service<WarningCategories>().find(object->name);
      if (!bit) croak(vm, "package '" + object->name + "' not registered for warnings");
      q.bit = *bit;
    } else {
      q.bit = category_bit(vm, call.text(0));
    }
  } else {
    std::string package(package_of(vm.line_entry(vm.frame())));
    std::optional<std::size_t> bit = vm.service<WarningCategories>().find(package);
    if (!bit) croak(vm, "package '" + package + "' not registered for warnings");
    q.bit = *bit;
  }
  if (arity == Arity::CategoryLevel || arity == Arity::CategoryLevelMessage) {
    std::int64_t level = call.integer(call.count - (with_message ? 2 : 1));
    std::int64_t frame = static_cast<std::int64_t>(vm.depth()) - 1 - level;
    q.site = frame > 0 ? vm.line_entry(*vm.frame_at(static_cast<std::uint32_t>(frame))) : nullptr;
  } else {
    q.site = object ? object_site(vm, object) : entry_site(vm);
  }
  return q;
}

bool is_enabled(VM& vm, const Question& q) {
  if (vm.dash_X) return false;
  if (vm.dash_W) return true;
  const Hints* hints = q.site && q.site->info ? q.site->info->hints : nullptr;
  if (!hints) return false;
  if (!hints->warnings_given) return vm.dash_w || default_warnings().test(q.bit);
  return hints->warnings.test(q.bit);
}

bool is_fatal(const Question& q) {
  const Hints* hints = q.site && q.site->info ? q.site->info->hints : nullptr;
  return hints && hints->warnings_given && hints->fatal_warnings.test(q.bit);
}

void deliver(VM& vm, const Question& q) {
  CallerInfo here = vm.caller_info();
  if (q.site && q.site->info) here = {package_of(q.site), q.site->info->file, q.site->line};
  std::string text = q.message + location_text(vm, here.file, here.line);
  if (is_fatal(q)) vm.die_value(Value::string(text));
  vm.warn_value(Value::string(text));
}

Value warnings_enabled(Call& call) {
  return Value::integer(is_enabled(vm_of(call), read_question(call, Arity::Category)));
}
Value warnings_enabled_at_level(Call& call) {
  return Value::integer(is_enabled(vm_of(call), read_question(call, Arity::CategoryLevel)));
}
Value warnings_fatal_enabled(Call& call) {
  return Value::integer(is_fatal(read_question(call, Arity::Category)));
}
Value warnings_fatal_enabled_at_level(Call& call) {
  return Value::integer(is_fatal(read_question(call, Arity::CategoryLevel)));
}
Value warnings_warn(Call& call) {
  deliver(vm_of(call), read_question(call, Arity::CategoryMessage));
  return {};
}
Value warnings_warn_at_level(Call& call) {
  deliver(vm_of(call), read_question(call, Arity::CategoryLevelMessage));
  return {};
}
Value warnings_warnif(Call& call) {
  Question q = read_question(call, Arity::CategoryMessage);
  if (is_enabled(vm_of(call), q)) deliver(vm_of(call), q);
  return {};
}
Value warnings_warnif_at_level(Call& call) {
  Question q = read_question(call, Arity::CategoryLevelMessage);
  if (is_enabled(vm_of(call), q)) deliver(vm_of(call), q);
  return {};
}

Value warnings_register_categories(Call& call) {
  for (std::size_t n = 0; n < call.count; ++n)
    vm_of(call).service<WarningCategories>().add(call.text(n));
  return {};
}

// use warnings::register LIST: the package, and PACKAGE::word for each word.
Value register_import(Call& call) {
  VM& vm = vm_of(call);
  std::string package(vm.caller_info().package);
  auto& categories = vm.service<WarningCategories>();
  categories.add(package);
  for (std::size_t n = 1; n < call.count; ++n) categories.add(package + "::" + call.text(n));
  return {};
}

// warnings::bits(LIST): as ${^WARNING_BITS} holds them.
Value warnings_bits(Call& call) {
  WarningRequest request;
  VM& vm = vm_of(call);
  bool fatal = false;
  for (std::size_t n = 0; n < call.count; ++n) {
    std::string word = call.text(n);
    if (word == "FATAL") {
      fatal = true;
      continue;
    }
    WarningSet bits = vm.service<WarningCategories>().bits_of(category_bit(vm, word));
    request.on |= bits;
    if (fatal) request.fatal |= bits;
  }
  return Value::string(pack_warning_bits(request.on, request.fatal));
}

}  // namespace

// --- ${^WARNING_BITS} ---------------------------------------------------------------------------

namespace {
// Places in the string, two bits each: as perl 5.36 numbers its categories.
constexpr std::string_view kOffsets[] = {"all",
                                         "closure",
                                         "deprecated",
                                         "exiting",
                                         "glob",
                                         "io",
                                         "closed",
                                         "exec",
                                         "layer",
                                         "newline",
                                         "pipe",
                                         "unopened",
                                         "misc",
                                         "numeric",
                                         "once",
                                         "overflow",
                                         "pack",
                                         "portable",
                                         "recursion",
                                         "redefine",
                                         "regexp",
                                         "severe",
                                         "debugging",
                                         "inplace",
                                         "internal",
                                         "malloc",
                                         "signal",
                                         "substr",
                                         "syntax",
                                         "ambiguous",
                                         "bareword",
                                         "digit",
                                         "parenthesis",
                                         "precedence",
                                         "printf",
                                         "prototype",
                                         "qw",
                                         "reserved",
                                         "semicolon",
                                         "taint",
                                         "threads",
                                         "uninitialized",
                                         "unpack",
                                         "untie",
                                         "utf8",
                                         "void",
                                         "imprecision",
                                         "illegalproto",
                                         "non_unicode",
                                         "nonchar",
                                         "surrogate",
                                         "experimental",
                                         "experimental::lexical_subs",
                                         "experimental::regex_sets",
                                         "experimental::smartmatch",
                                         "experimental::postderef",
                                         "experimental::signatures",
                                         "syscalls",
                                         "experimental::bitwise",
                                         "experimental::const_attr",
                                         "experimental::re_strict",
                                         "experimental::refaliasing",
                                         "locale",
                                         "missing",
                                         "redundant",
                                         "experimental::declared_refs",
                                         "experimental::alpha_assertions",
                                         "experimental::script_run",
                                         "shadow",
                                         "experimental::private_use",
                                         "experimental::uniprop_wildcards",
                                         "experimental::vlb",
                                         "experimental::isa",
                                         "experimental::try",
                                         "experimental::args_array_with_signatures",
                                         "experimental::builtin",
                                         "experimental::defer",
                                         "experimental::extra_paired_delimiters",
                                         "experimental::for_list",
                                         "scalar"};
constexpr std::size_t kBytes = std::size(kOffsets) / 4;

// Bit in a WarningSet of every place; registered categories follow the core ones.
std::size_t set_bit(std::size_t place) {
  if (place >= std::size(kOffsets))
    return std::min(static_cast<std::size_t>(Warning::Count) + place - std::size(kOffsets),
                    WarningSet().size() - 1);
  Warning w = find_warning(kOffsets[place].data(), kOffsets[place].size());
  return w == Warning::Count ? WarningSet().size() - 2 : static_cast<std::size_t>(w);
}
std::size_t places() {
  return std::size(kOffsets) + WarningSet().size() - static_cast<std::size_t>(Warning::Count);
}
}  // namespace

std::string pack_warning_bits(const WarningSet& on, const WarningSet& fatal) {
  std::string out(kBytes, '\0');
  bool everything = on.all();
  std::size_t end = everything ? std::size(kOffsets) : places();
  for (std::size_t place = 0; place < end; ++place) {
    std::size_t bit = set_bit(place);
    unsigned value = (on.test(bit) ? 1u : 0u) | (fatal.test(bit) ? 2u : 0u);
    if (!value) continue;
    if (place / 4 >= out.size()) out.resize(place / 4 + 1, '\0');
    out[place / 4] =
        static_cast<char>(static_cast<unsigned char>(out[place / 4]) | value << (place % 4 * 2));
  }
  return out;
}

void unpack_warning_bits(std::string_view bytes, WarningSet* on, WarningSet* fatal) {
  on->reset();
  fatal->reset();
  for (std::size_t place = 0; place < places() && place / 4 < bytes.size(); ++place) {
    unsigned value = static_cast<unsigned char>(bytes[place / 4]) >> (place % 4 * 2) & 3u;
    if (value & 1) on->set(set_bit(place));
    if (value & 2) fatal->set(set_bit(place));
  }
  // With "all" the categories to come are included.
  if (on->test(static_cast<std::size_t>(Warning::All))) {
    WarningSet core;
    for (std::size_t place = 0; place < std::size(kOffsets); ++place) core.set(set_bit(place));
    if ((*on & core) == core) on->set();
  }
}

void install_warnings_pragma(VM& vm) {
  struct Row {
    const char* name;
    NativeFunction function;
  };
  static constexpr Row rows[] = {{"import", warnings_import},
                                 {"unimport", warnings_unimport},
                                 {"enabled", warnings_enabled},
                                 {"enabled_at_level", warnings_enabled_at_level},
                                 {"fatal_enabled", warnings_fatal_enabled},
                                 {"fatal_enabled_at_level", warnings_fatal_enabled_at_level},
                                 {"warn", warnings_warn},
                                 {"warn_at_level", warnings_warn_at_level},
                                 {"warnif", warnings_warnif},
                                 {"warnif_at_level", warnings_warnif_at_level},
                                 {"bits", warnings_bits},
                                 {"_bits", warnings_bits},
                                 {"register_categories", warnings_register_categories},
                                 {"register::import", register_import}};
  for (const Row& row : rows) define_native(vm, std::string("warnings::") + row.name, row.function);
  set_scalar(vm, "warnings::VERSION", Value::string("1.58"));
  set_scalar(vm, "warnings::register::VERSION", Value::string("1.04"));
}

}  // namespace perlipc
