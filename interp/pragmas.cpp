// The small lexical pragmas: strict, integer, bytes, utf8, locale, less, sort, re, open, filetest,
// overloading (perldoc of each).
#include "builtins/io_hooks.h"
#include "builtins/native_module.h"
#include "interp/compile_unit.h"
#include "interp/natives.h"
#include <algorithm>
#include <cstring>

namespace perlipc {
namespace {

VM& vm_of(Call& call) { return static_cast<VM&>(call.engine); }

void set_bit(VM& vm, std::uint32_t bit, bool on) {
  Hints* hints = compiling_hints_for_update(vm);
  if (!hints) return;
  if (on) hints->bits |= bit;
  else hints->bits &= ~bit;
}

template <std::uint32_t Bit, bool On> Value set_hint(Call& call) {
  set_bit(vm_of(call), Bit, On);
  return {};
}

std::vector<std::string> words_of(Call& call, std::size_t from = 1) {
  std::vector<std::string> words;
  for (std::size_t n = from; n < call.count; ++n) words.push_back(call.text(n));
  return words;
}

// --- strict -------------------------------------------------------------------------------------

struct StrictTag {
  std::string_view name;
  std::uint32_t bit;
  std::int64_t hint;  // as $^H has it: the bit and the mark that it was asked for
};
constexpr StrictTag kStrictTags[] = {{"refs", Hints::StrictRefs, 0x22},
                                     {"subs", Hints::StrictSubs, 0x240},
                                     {"vars", Hints::StrictVars, 0x480}};

const StrictTag* find_tag(std::string_view name) {
  for (const StrictTag& tag : kStrictTags)
    if (tag.name == name) return &tag;
  return nullptr;
}

[[noreturn]] void die_unknown_tags(VM& vm, const std::vector<std::string>& words) {
  std::string unknown;
  for (const std::string& word : words)
    if (!find_tag(word)) unknown += (unknown.empty() ? "" : " ") + word;
  croak(vm, "Unknown 'strict' tag(s) '" + unknown + "'");
}

std::uint32_t strict_bits(VM& vm, const std::vector<std::string>& words) {
  if (words.empty()) return Hints::StrictRefs | Hints::StrictSubs | Hints::StrictVars;
  std::uint32_t bits = 0;
  for (const std::string& word : words) {
    const StrictTag* tag = find_tag(word);
    if (!tag) die_unknown_tags(vm, words);
    bits |= tag->bit;
  }
  return bits;
}

Value strict_import(Call& call) {
  set_bit(vm_of(call), strict_bits(vm_of(call), words_of(call)) | Hints::ExplicitStrict, true);
  return {};
}
Value strict_unimport(Call& call) {
  std::uint32_t bits = strict_bits(vm_of(call), words_of(call));
  set_bit(vm_of(call), bits, false);
  set_bit(vm_of(call), Hints::ExplicitStrict, true);
  return {};
}
Value strict_bits_function(Call& call) {
  std::int64_t bits = 0;
  std::vector<std::string> words = words_of(call, 0);
  strict_bits(vm_of(call), words);
  for (const std::string& word : words) bits |= find_tag(word)->hint;
  return Value::integer(bits);
}

// --- utf8, bytes --------------------------------------------------------------------------------

template <bool On> Value utf8_pragma(Call& call) {
  VM& vm = vm_of(call);
  set_bit(vm, Hints::UseUtf8, On);
  if (vm.unit_) vm.unit_->parser()->set_utf8_source(On);
  return {};
}

// The argument's bytes as a string without the utf8 flag.
Value as_bytes(Call& call, std::size_t n) {
  Text text(call.engine, call[n]);
  return Value::string(text.view());
}

Value bytes_length(Call& call) {
  if (!call.defined(0)) return {};
  Text text(call.engine, call[0]);
  return Value::integer(static_cast<std::int64_t>(text.size()));
}
Value bytes_ord(Call& call) {
  Text text(call.engine, call[0]);
  return Value::integer(text.size() ? static_cast<unsigned char>(text.view()[0]) : 0);
}
Value bytes_chr(Call& call) {
  char c = static_cast<char>(call.integer(0));
  return Value::string({&c, 1});
}

std::size_t clamp_position(std::int64_t at, std::size_t size) {
  return at < 0 ? 0 : std::min(static_cast<std::size_t>(at), size);
}
Value bytes_index(Call& call) {
  Text text(call.engine, call[0]), wanted(call.engine, call[1]);
  std::size_t from = call.defined(2) ? clamp_position(call.integer(2), text.size()) : 0;
  std::size_t at = text.view().find(wanted.view(), from);
  return Value::integer(at == std::string_view::npos ? -1 : static_cast<std::int64_t>(at));
}
Value bytes_rindex(Call& call) {
  Text text(call.engine, call[0]), wanted(call.engine, call[1]);
  std::size_t from = call.defined(2) ? clamp_position(call.integer(2), text.size()) : text.size();
  std::size_t at = text.view().rfind(wanted.view(), from);
  return Value::integer(at == std::string_view::npos ? -1 : static_cast<std::int64_t>(at));
}
Value bytes_substr(Call& call) {
  Value whole = as_bytes(call, 0);
  std::string_view text = whole.s->view();
  auto size = static_cast<std::int64_t>(text.size());
  std::int64_t from = call.integer(1);
  if (from < 0) from += size;
  std::int64_t end = size;
  if (call.defined(2)) {
    std::int64_t length = call.integer(2);
    end = length < 0 ? size + length : from + length;
  }
  if (from > size || (from < 0 && end < 0)) {
    call.engine.warn(Warning::Substr, "substr outside of string");
    return {};
  }
  from = std::max<std::int64_t>(from, 0);
  end = std::clamp<std::int64_t>(end, from, size);
  if (call.count > 3) {
    Text replacement(call.engine, call[3]);
    std::string changed(text.substr(0, static_cast<std::size_t>(from)));
    changed.append(replacement.view()).append(text.substr(static_cast<std::size_t>(end)));
    call.assign(0, Value::string(changed));
  }
  return Value::string(
      text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(end - from)));
}

// --- less, sort, locale, filetest, overloading --------------------------------------------------

template <bool On> Value less_pragma(Call& call) {
  std::string wanted;
  for (const std::string& word : words_of(call)) wanted += (wanted.empty() ? "" : ",") + word;
  if (wanted.empty()) wanted = "please";
  set_user_hint(vm_of(call), "less", On ? wanted : std::string());
  return {};
}
Value less_of(Call& call) {
  const Hints* hints = vm_of(call).current_hints();
  auto known =
      hints ? hints->user.find("less") : std::map<std::string, std::string>::const_iterator();
  bool any = hints && known != hints->user.end();
  if (call.count < 2) return Value::boolean(any);
  std::string list = any ? "," + known->second + "," : "";
  for (const std::string& word : words_of(call))
    if (list.find("," + word + ",") != std::string::npos) return Value::boolean(true);
  return Value::boolean(false);
}

Value sort_pragma(Call& call) {
  if (call.count <= 1) call.engine.die("sort pragma requires arguments");
  for (const std::string& word : words_of(call))
    if (word != "stable" && word != "defaults")
      call.engine.die("sort: unknown subpragma '" + word + "'");
  return {};
}

Value locale_import(Call& call) {
  for (const std::string& word : words_of(call)) {
    static constexpr std::string_view known[] = {"characters", "collate",  "ctype", "monetary",
                                                 "numeric",    "messages", "time"};
    std::string_view name(word);
    const bool category = name.starts_with(':');
    if (category) name.remove_prefix(1);
    if (name.starts_with('!')) name.remove_prefix(1);
    else if (name.starts_with("not_")) name.remove_prefix(4);
    if (!category || std::find(std::begin(known), std::end(known), name) == std::end(known))
      croak(vm_of(call), "Unknown parameter '" + word + "' to 'use locale'");
  }
  set_bit(vm_of(call), Hints::Locale, true);
  return {};
}

template <bool On> Value filetest_pragma(Call& call) {
  if (call.text(1) != "access")
    call.engine.die("filetest: the only implemented subpragma is 'access'.\n");
  set_bit(vm_of(call), Hints::FiletestAccess, On);
  return {};
}

// Only all conversions at once.
template <bool On> Value overloading_pragma(Call& call) {
  if (call.count > 1)
    call.engine.die("overloading of single operators is not supported by perlipc");
  set_bit(vm_of(call), Hints::NoOverloading, !On);
  return {};
}

// --- re -----------------------------------------------------------------------------------------

bool is_charset(char c) { return c == 'a' || c == 'u' || c == 'd' || c == 'l'; }

// Of the characters sets only one may be given, a twice.
void check_charsets(VM& vm, std::string_view seen) {
  for (std::size_t n = 1; n < seen.size(); ++n) {
    std::string last(1, seen[n - 1]), now(1, seen[n]);
    if (last != now) vm.warn_always("The \"" + last + "\" and \"" + now + "\" flags are exclusive");
    else if (now != "a") vm.warn_always("The \"" + now + "\" flag may not appear twice");
    else if (n == 2) vm.warn_always("The \"a\" flag may only appear a maximum of twice");
  }
}

// Default flags are kept with %^H, as "msix" plus the character set.
void change_flags(VM& vm, std::string_view letters, bool on) {
  const Hints* hints = compiling_hints(vm);
  if (!hints) return;
  auto known = hints->user.find("reflags");
  std::string flags = known == hints->user.end() ? "" : known->second;
  std::string charset;
  auto blanks = std::count(letters.begin(), letters.end(), 'x');
  for (char c : letters) {
    if (!std::strchr("msixnpaudl", c)) {
      vm.warn_always(std::string("Unknown regular expression flag \"") + c + "\"");
      continue;
    }
    if (is_charset(c)) {
      charset += c;
      continue;
    }
    if (c == 'x') continue;
    std::erase(flags, c);
    if (on) flags += c;
  }
  if (blanks > 0) {
    auto before = std::erase(flags, 'x');
    bool stays = !on && blanks == 1 && before > 1;
    if (on) flags += blanks > 1 || before > 1 ? "xx" : "x";
    else if (stays) flags += 'x';
  }
  if (!charset.empty()) {
    check_charsets(vm, charset);
    std::erase_if(flags, is_charset);
    if (on) flags += charset.ends_with("aa") ? "aa" : std::string(1, charset.back());
  }
  set_user_hint(vm, "reflags", flags);
}

template <bool On> Value re_pragma(Call& call) {
  VM& vm = vm_of(call);
  if (call.count <= 1) vm.warn(Warning::Misc, "Useless use of \"re\" pragma");
  std::vector<Value> exports;
  for (std::size_t n = 1; n < call.count; ++n) {
    std::string word = call.text(n);
    if (word == "taint" && vm.taint_mode() != 0) set_user_hint(vm, "retaint", On ? "1" : "");
    if (word == "eval") set_bit(vm, Hints::ReEval, On);
    if (On && word == "strict")
      vm.warn(Warning::Experimental, "\"use re 'strict'\" is experimental");
    if (word == "eval" || word == "taint" || word == "strict") continue;
    if (word.starts_with('/')) change_flags(vm, std::string_view(word).substr(1), On);
    else if (word == "debug" || word == "debugcolor" || word == "Debug")
      vm.die("use re '" + word + "' is not supported by perlipc");
    else if (Glob* g = vm.glob("re::" + word, false); g && g->code()) exports.push_back(call[n]);
    else
      vm.warn_always("Unknown \"re\" subpragma '" + word +
                     "' (known ones are: 'debug', 'debugcolor', 'eval', 'taint')");
  }
  std::string into(vm.caller_info().package);
  for (const Value& name : exports) {
    Text text(vm, name);
    Glob* target = vm.glob(into + "::" + std::string(text.view()), true);
    target->set_code(vm.glob("re::" + std::string(text.view()), true)->code());
    target->bits |= Glob::ImportedCode;
  }
  return {};
}

// --- open ---------------------------------------------------------------------------------------

void set_standard_layers(VM& vm, const Hints& hints) {
  NativeFunction binmode = builtin_function(builtin::BuiltinId::k_binmode);
  auto set = [&](const char* name, const std::string& layers) {
    if (layers.empty()) return;
    Value args[2] = {Value::glob(vm.glob(name, true)), Value::string(layers)};
    std::vector<Value> results;
    Call call{vm,
              args,
              2,
              Want::Scalar,
              static_cast<std::uint16_t>(builtin::BuiltinId::k_binmode),
              nullptr,
              false,
              &results};
    binmode(call);
  };
  set("main::STDIN", hints.open_in);
  set("main::STDOUT", hints.open_out);
  set("main::STDERR", hints.open_out);
}

Value open_import(Call& call) {
  VM& vm = vm_of(call);
  if (call.count <= 1) croak(vm, "open: needs explicit list of PerlIO layers");
  Hints* hints = compiling_hints_for_update(vm);
  if (!hints) return {};
  bool standard = false;
  std::vector<std::string> words = words_of(call);
  for (std::size_t n = 0; n < words.size(); ++n) {
    std::string word = words[n];
    if (word == ":std") {
      standard = true;
      continue;
    }
    bool in = word == "IN" || word == ":IN" || word == "IO",
         out = word == "OUT" || word == ":OUT" || word == "IO";
    if (!in && !out) {
      static constexpr std::string_view layers[] = {":utf8", ":raw",    ":bytes", ":crlf",
                                                    ":unix", ":perlio", ":locale"};
      bool layer = word.starts_with(":encoding(") ||
                   std::any_of(std::begin(layers), std::end(layers),
                               [&](std::string_view l) { return word.starts_with(l); });
      if (!layer) croak(vm, "Unknown PerlIO layer class '" + word + "' (need IN, OUT or IO)");
      in = out = true;
    } else if (++n < words.size()) {
      word = words[n];
    } else {
      croak(vm, "open: needs explicit list of PerlIO layers");
    }
    if (word.find(":locale") != std::string::npos)
      vm.die("use open ':locale' is not supported by perlipc");
    if (in) hints->open_in = word;
    if (out) hints->open_out = word;
  }
  if (standard) set_standard_layers(vm, *hints);
  return {};
}

// --- installation -------------------------------------------------------------------------------

struct Row {
  const char* name;
  NativeFunction function;
  const char* prototype = nullptr;
};
constexpr Row kRows[] = {
    {"strict::import", strict_import},
    {"strict::unimport", strict_unimport},
    {"strict::bits", strict_bits_function},
    {"integer::import", set_hint<Hints::Integer, true>},
    {"integer::unimport", set_hint<Hints::Integer, false>},
    {"bytes::import", set_hint<Hints::Bytes, true>},
    {"bytes::unimport", set_hint<Hints::Bytes, false>},
    {"bytes::length", bytes_length, "_"},
    {"bytes::ord", bytes_ord, "_"},
    {"bytes::chr", bytes_chr, "_"},
    {"bytes::index", bytes_index, "$$;$"},
    {"bytes::rindex", bytes_rindex, "$$;$"},
    {"bytes::substr", bytes_substr, "$$;$$"},
    {"utf8::import", utf8_pragma<true>},
    {"utf8::unimport", utf8_pragma<false>},
    {"less::import", less_pragma<true>},
    {"less::unimport", less_pragma<false>},
    {"less::of", less_of},
    {"sort::import", sort_pragma},
    {"sort::unimport", sort_pragma},
    {"locale::import", locale_import},
    {"locale::unimport", set_hint<Hints::Locale, false>},
    {"filetest::import", filetest_pragma<true>},
    {"filetest::unimport", filetest_pragma<false>},
    {"overloading::import", overloading_pragma<true>},
    {"overloading::unimport", overloading_pragma<false>},
    {"re::import", re_pragma<true>},
    {"re::unimport", re_pragma<false>},
    {"open::import", open_import},
};

struct PragmaVersion {
  std::string_view name;
  const char* version;  // null: set where the pragma is installed
};
constexpr PragmaVersion kPragmas[] = {{"strict", "1.12"},
                                      {"warnings", nullptr},
                                      {"warnings::register", nullptr},
                                      {"feature", nullptr},
                                      {"experimental", nullptr},
                                      {"integer", "1.01"},
                                      {"bytes", "1.08"},
                                      {"utf8", "1.24"},
                                      {"less", "0.03"},
                                      {"sort", "2.05"},
                                      {"re", "0.43"},
                                      {"locale", "1.10"},
                                      {"open", "1.13"},
                                      {"filetest", "1.03"},
                                      {"overloading", "0.02"},
                                      {"version", nullptr},
                                      {"UNIVERSAL", "1.14"}};

}  // namespace

void install_pragma(VM& vm, std::string_view package) {
  const std::string prefix = std::string(package) + "::";
  for (const Row& row : kRows)
    if (std::string_view(row.name).starts_with(prefix))
      define_native(vm, row.name, row.function, row.prototype);
  for (const PragmaVersion& pragma : kPragmas)
    if (pragma.version && pragma.name == package)
      set_scalar(vm, prefix + "VERSION", Value::string(pragma.version));
  if (package == "bytes") set_scalar(vm, "bytes::hint_bits", Value::integer(8));
}

bool is_native_pragma(std::string_view module) {
  return std::any_of(std::begin(kPragmas), std::end(kPragmas),
                     [&](const PragmaVersion& pragma) { return pragma.name == module; });
}

}  // namespace perlipc
