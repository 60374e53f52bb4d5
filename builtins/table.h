// The table of builtins (table.def) as C++: ids, rows and lookup by name.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace perlipc::builtin {

// k_NAME for every row, in the order of the table (sorted by name).
enum class BuiltinId : std::uint16_t {
#define BUILTIN(name, implementation, parse, operands, flags, capability, summary) k_##name,
#include "builtins/table.def"
#undef BUILTIN
  Count
};

enum class BuiltinParse : std::uint8_t { Nullary, Unary, ListOp, Special };

// Bits of BuiltinRow::flags; table.def explains them.
struct BuiltinFlag {
  enum Bits : std::uint32_t {
    None = 0,
    Blocks = 1,
    DefaultsToTopic = 2,
    LvalueOperands = 4,
    NotOverridable = 8
  };
};

// What a builtin needs to be allowed to do; checked by the dispatcher before the call.
enum class Capability : std::uint8_t {
  None,
  FsRead,
  FsWrite,
  Exec,
  Fork,
  NetConnect,
  NetListen,
  SysVIpc,
  Kill,
  Signals,
  EnvWrite,
  EvalString,
  LoadNative
};

// The capability column, for constant tables.
inline constexpr Capability kBuiltinCapabilities[] = {
#define BUILTIN(name, implementation, parse, operands, flags, capability, summary)                 \
  Capability::capability,
#include "builtins/table.def"
#undef BUILTIN
};

struct BuiltinRow {
  std::string_view name;
  BuiltinParse parse;
  std::string_view operands;
  std::uint32_t flags;
  Capability capability;
  std::string_view summary;
  bool inline_op;  // the compiler emits its own code; there is no bi_NAME
};

const BuiltinRow& builtin_row(BuiltinId id);
inline bool may_wait(BuiltinId id) { return (builtin_row(id).flags & BuiltinFlag::Blocks) != 0; }

// The builtin of that name; none when there is no such row. Features (say, fc) are not looked at.
std::optional<BuiltinId> find_builtin(std::string_view name);

}  // namespace perlipc::builtin
