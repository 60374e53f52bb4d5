// Helpers for native halves of modules: argument checks with perl's messages, results of system
// calls, definition of subs and objects.
#pragma once
#include "builtins/native_module.h"
#include "interp/value/convert.h"
#include "runtime/result.h"

#include <initializer_list>
#include <string>

namespace perlipc::builtin {

// --- arguments ----------------------------------------------------------------------------------
// Dies with "Usage: Package::name(ARGUMENTS)".
[[noreturn]] void die_usage(Call& call, const char* arguments);
inline void expect(Call& call, std::size_t least, std::size_t most, const char* arguments) {
  if (call.count < least || call.count > most) [[unlikely]]
    die_usage(call, arguments);
}
// Name of the running native sub: "floor", and "POSIX::floor".
std::string_view native_name(const Call& call);
std::string native_full_name(const Call& call);
// Text of argument n; downgraded to bytes where possible.
std::string byte_text(Call& call, std::size_t n);
// Dies with the text + " at FILE line N" and no full stop, as the constant functions of modules do.
[[noreturn]] void die_without_stop(Engine& engine, const std::string& text);

// --- results ------------------------------------------------------------------------------------
// -1: undef and $!; 0: "0 but true"; else the number (what POSIX functions give).
Value sys_number(Call& call, std::int64_t n);
Value sys_result(Call& call, const rt::Result<void>& result);
template <class T> Value sys_result(Call& call, const rt::Result<T>& result) {
  if (!result) return call.fail(result.error());
  return sys_number(call, static_cast<std::int64_t>(*result));
}
inline Value text_value(std::string_view text) { return Value::string(text); }
inline Value yes_no(bool b) { return Value::boolean(b); }
// What a function without a result gives: undef, the empty list in list context.
inline Value no_value(Call& call) { return call.want == Want::List ? call.list() : Value(); }
// A failed list function: undef + $! in scalar context, the empty list in list context.
Value fail_list(Call& call, int error);

// --- definitions --------------------------------------------------------------------------------
// `name` is qualified: "POSIX::floor". Counts stay with the symbol table.
Code* define_native(Engine& engine, std::string_view name, NativeFunction function,
                    const char* prototype = nullptr, void* data = nullptr);
// A sub with prototype "" that the compiler may replace by its value.
Code* define_constant(Engine& engine, std::string_view name, Value value);
void set_scalar(Engine& engine, std::string_view name, Value value);
void push_words(Engine& engine, std::string_view array, std::string_view words);
// Makes SUB of the first name known under the second one too.
void alias_sub(Engine& engine, std::string_view existing, std::string_view name);

// --- objects ------------------------------------------------------------------------------------
// A reference to a new scalar, hash or array blessed into the package.
Value bless_new(Engine& engine, HeapObject* adopt, std::string_view package);
// The scalar behind an object of the class or one derived from it; dies with
// "PREFIXname is not of type CLASS" otherwise.
Scalar* object_scalar(Call& call, std::size_t n, const char* what, const char* package);
bool is_object(Engine& engine, const Value& value, const char* package);

// --- data tables --------------------------------------------------------------------------------
std::vector<std::string_view> split_words(std::string_view words);
// Natives for names that exist in the documentation only.
Value missing_macro(Call& call);  // "Your vendor has not defined M macro X, used at ..."
Value invalid_macro(Call& call);  // "X is not a valid M macro at ..."
// AUTOLOAD of modules with constants: reports the name in $AUTOLOAD as invalid_macro does.
Value autoload_macro(Call& call);

}  // namespace perlipc::builtin
