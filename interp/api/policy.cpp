// What a policy refuses: the check before every builtin.
#include "interp/api/interpreter_impl.h"
#include <fcntl.h>

namespace perlipc {

using builtin::BuiltinId;
using builtin::Capability;

Policy Policy::trusted() {
  return {.caps = Cap::FsRead | Cap::FsWrite | Cap::Exec | Cap::NetConnect | Cap::NetListen |
                  Cap::SysVIpc | Cap::Kill | Cap::EnvWrite | Cap::EvalString | Cap::LoadNative};
}
Policy Policy::process() { return {.caps = static_cast<Cap>(0xffffffffu)}; }

namespace {

[[noreturn]] void die_as(VM& vm, Error::Kind kind, std::string message) {
  try {
    vm.die(std::move(message));
  } catch (PerlDie& d) {
    vm.origin_ = {d.value, static_cast<int>(kind), nullptr};
    throw;
  }
}

}  // namespace

void VM::deny(std::string_view what) {
  die_as(*this, Error::Kind::Denied,
         "Permission denied: " + std::string(what) + " is not allowed here");
}

void VM::native_stack_is_low() {
  die_as(*this, Error::Kind::Limit, "Deep recursion: the stack of perlipc is exhausted");
}

namespace {

constexpr std::uint32_t bit(Capability c) { return 1u << static_cast<unsigned>(c); }
constexpr std::uint32_t kRead = bit(Capability::FsRead), kWrite = bit(Capability::FsWrite);

std::uint32_t needs_of_sysopen(const Call& call) {
  switch (call.integer(2) & O_ACCMODE) {
    case O_RDONLY: return (call.integer(2) & O_CREAT) ? kRead | kWrite : kRead;
    case O_WRONLY: return kWrite;
    default: return kRead | kWrite;
  }
}

}  // namespace

void VM::check_allowed(BuiltinId id, const Call& call) {
  const builtin::BuiltinRow& row = builtin::builtin_row(id);
  std::uint32_t needs = row.capability == Capability::None ? 0 : bit(row.capability);
  if (id == BuiltinId::k_open) return;  // it asks when it has taken its arguments apart
  if (id == BuiltinId::k_sysopen) needs = needs_of_sysopen(call);
  if (needs & ~allowed_) deny(row.name);
}

}  // namespace perlipc
