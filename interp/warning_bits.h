// Sets of warning categories: the core's and those that programs register.
#pragma once
#include "interp/vm.h"

namespace perlipc {

using WarningSet = Hints::WarningSet;

// The categories of one interpreter by name; a service of the VM.
class WarningCategories {
 public:
  explicit WarningCategories(Engine&) {}
  // Registers a category (a package name); returns its bit.
  std::size_t add(const std::string& name);
  std::optional<std::size_t> find(std::string_view name) const;
  WarningSet bits_of(std::size_t bit) const;

 private:
  std::unordered_map<std::string, std::size_t> names_;
};

// What is on where neither `use warnings` nor -w says anything (severe warnings, perldiag).
WarningSet default_warnings();
// ${^WARNING_BITS}, and field 9 of caller.
std::string pack_warning_bits(const WarningSet& on, const WarningSet& fatal);
void unpack_warning_bits(std::string_view bytes, WarningSet* on, WarningSet* fatal);

}  // namespace perlipc
