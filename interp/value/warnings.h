// Warning categories of `use warnings` (perldoc warnings). Order is ours.
#pragma once
#include <cstdint>

namespace perlipc {

// clang-format off
#define PERLIPC_WARNING_CATEGORIES(W) \
  W(all, All) W(closure, Closure) W(deprecated, Deprecated) W(exiting, Exiting) W(glob, Glob) \
  W(io, Io) W(closed, Closed) W(exec, Exec) W(layer, Layer) W(newline, Newline) W(pipe, Pipe) \
  W(unopened, Unopened) W(syscalls, Syscalls) W(misc, Misc) W(numeric, Numeric) W(once, Once) \
  W(overflow, Overflow) W(pack, Pack) W(portable, Portable) W(recursion, Recursion) \
  W(redefine, Redefine) W(regexp, Regexp) W(severe, Severe) W(debugging, Debugging) \
  W(inplace, Inplace) W(internal, Internal) W(malloc, Malloc) W(signal, Signal) W(substr, Substr) \
  W(syntax, Syntax) W(ambiguous, Ambiguous) W(bareword, Bareword) W(digit, Digit) \
  W(parenthesis, Parenthesis) W(precedence, Precedence) W(printf, Printf) W(prototype, Prototype) \
  W(qw, Qw) W(reserved, Reserved) W(semicolon, Semicolon) W(illegalproto, Illegalproto) \
  W(taint, Taint) W(threads, Threads) W(uninitialized, Uninitialized) W(unpack, Unpack) \
  W(untie, Untie) W(utf8, Utf8) W(surrogate, Surrogate) W(nonchar, Nonchar) \
  W(non_unicode, NonUnicode) W(void, Void) W(imprecision, Imprecision) W(redundant, Redundant) \
  W(missing, Missing) W(locale, Locale) W(shadow, Shadow) W(scalar, Scalar) W(experimental, Experimental) \
  W(experimental__signatures, ExpSignatures) W(experimental__try, ExpTry) \
  W(experimental__smartmatch, ExpSmartmatch) W(experimental__refaliasing, ExpRefaliasing) \
  W(experimental__declared_refs, ExpDeclaredRefs) W(experimental__const_attr, ExpConstAttr) \
  W(experimental__defer, ExpDefer) W(experimental__for_list, ExpForList) \
  W(experimental__builtin, ExpBuiltin) W(experimental__vlb, ExpVlb) \
  W(experimental__args_array_with_signatures, ExpArgsArray) \
  W(experimental__regex_sets, ExpRegexSets) W(experimental__uniprop_wildcards, ExpUniprop) \
  W(experimental__extra_paired_delimiters, ExpPaired) W(experimental__script_run, ExpScriptRun)
// clang-format on

enum class Warning : std::uint8_t {
#define W(name, id) id,
  PERLIPC_WARNING_CATEGORIES(W)
#undef W
      Count
};

// "experimental__try" in the list stands for "experimental::try". Null when id is out of range.
const char* warning_name(Warning id);
// Looks a category up by its perl name; Count when unknown.
Warning find_warning(const char* name, unsigned long length);
// The category that contains this one (All for top-level ones).
Warning warning_parent(Warning id);

}  // namespace perlipc
