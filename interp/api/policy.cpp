// What a policy refuses: the check before every builtin, and which capabilities open() needs.
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

void VM::deny(std::string_view what) {
  try {
    die("Permission denied: " + std::string(what) + " is not allowed here");
  } catch (PerlDie& d) {
    origin_ = {d.value, static_cast<int>(Error::Kind::Denied), nullptr};
    throw;
  }
}

namespace {

constexpr std::uint32_t bit(Capability c) { return 1u << static_cast<unsigned>(c); }
constexpr std::uint32_t kRead = bit(Capability::FsRead), kWrite = bit(Capability::FsWrite);

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
    text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
    text.remove_suffix(1);
  return text;
}

// perlfunc open: the mode, in an operand of its own or in front of the name.
std::uint32_t needs_of_open(const Call& call) {
  if (call.count < 2) return kRead | kWrite;
  const std::string operand = call.text(1);
  std::string_view mode = trimmed(operand);
  const bool separate = call.count > 2;
  if (mode.starts_with('|') || mode.ends_with('|') || mode == "-|" || mode == "|-") {
    const bool forks = mode == "-|" || mode == "|-" || mode == "-" ||
                       (separate && call.count == 3 && call.text(2) == "-");
    return bit(Capability::Exec) | (forks ? bit(Capability::Fork) : 0);
  }
  if (!separate && mode == "-") return 0;
  std::uint32_t needs = kRead;
  if (mode.starts_with("+<") || mode.starts_with("+>")) needs = kRead | kWrite;
  else if (mode.starts_with('>')) needs = kWrite;
  if (const std::size_t dup = mode.find('&'); dup != mode.npos) {
    // A duplicate of what is open already; by number it may be the host's.
    std::string named(trimmed(mode.substr(dup + 1)));
    if (separate) named = call[2].is_ref() || call[2].is_glob() ? "" : call.text(2);
    if (named.starts_with('=')) named.erase(0, 1);
    const std::string_view target = trimmed(named);
    return !target.empty() && std::isdigit(static_cast<unsigned char>(target[0])) ? needs : 0;
  }
  if (!separate && (mode == ">-" || mode == "<-")) return 0;
  // open my $fh, '<', \$string: memory; undef: a temporary file.
  if (separate && call[2].is_ref()) return 0;
  return needs;
}

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
  if (id == BuiltinId::k_open) needs = needs_of_open(call);
  if (id == BuiltinId::k_sysopen) needs = needs_of_sysopen(call);
  if (needs & ~allowed_) deny(row.name);
}

}  // namespace perlipc
