// Expands table.def into the array of rows and a hash index over the names.
#include "builtins/table.h"

#include <array>

namespace perlipc::builtin {
namespace {

using enum BuiltinParse;

constexpr bool is_inline(std::string_view implementation) { return implementation == "inline_op"; }

#define BUILTIN(name, implementation, parse, operands, flags, capability, summary)                 \
  BuiltinRow{#name,                                                                                \
             parse,                                                                                \
             operands,                                                                             \
             flag_bits([] {                                                                        \
               using enum BuiltinFlag::Bits;                                                       \
               return std::uint32_t{flags};                                                        \
             }),                                                                                   \
             Capability::capability,                                                               \
             summary,                                                                              \
             is_inline(#implementation)},

template <class F> constexpr std::uint32_t flag_bits(F bits) { return bits(); }

constexpr BuiltinRow rows[] = {
#include "builtins/table.def"
};
#undef BUILTIN

constexpr std::size_t row_count = std::size(rows);
constexpr std::size_t index_size = 1024;

constexpr std::uint32_t hash_name(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15);
}

// Open addressing; 0 is empty, otherwise row number + 1.
constexpr std::array<std::uint16_t, index_size> make_index() {
  std::array<std::uint16_t, index_size> index{};
  for (std::size_t row = 0; row < row_count; ++row) {
    std::size_t at = hash_name(rows[row].name) % index_size;
    while (index[at] != 0) at = (at + 1) % index_size;
    index[at] = static_cast<std::uint16_t>(row + 1);
  }
  return index;
}

constexpr auto name_index = make_index();

}  // namespace

const BuiltinRow& builtin_row(BuiltinId id) { return rows[static_cast<std::size_t>(id)]; }

std::optional<BuiltinId> find_builtin(std::string_view name) {
  for (std::size_t at = hash_name(name) % index_size; name_index[at] != 0;
       at = (at + 1) % index_size) {
    std::size_t row = name_index[at] - 1U;
    if (rows[row].name == name) return static_cast<BuiltinId>(row);
  }
  return std::nullopt;
}

}  // namespace perlipc::builtin
