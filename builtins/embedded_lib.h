// The Perl halves of our modules (builtins/lib/*.pm), embedded in the binary as text. The table itself is
// generated at build time by scripts/embed_lib.py.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace perlipc::builtin {

struct EmbeddedModule {
  std::string_view path;  // as `require` spells it: "IO/Socket.pm"
  std::string_view text;  // the source, as in builtins/lib
};

// The source of the module with this path, or nothing when it is not one of ours. The text lives as long
// as the program.
std::optional<std::string_view> embedded_module(std::string_view path);

// All of them, sorted by path.
std::span<const EmbeddedModule> embedded_modules();

}  // namespace perlipc::builtin
