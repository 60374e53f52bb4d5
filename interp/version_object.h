// Version numbers (perldoc version): parsing, comparison and the objects of package version.
#pragma once
#include "interp/vm.h"

namespace perlipc {

struct Version {
  std::string original;
  bool dotted = false;  // "qv": v1.2.3
  bool alpha = false;
  std::vector<std::int64_t> parts;

  std::string normal() const;  // v1.2.3
  std::string numify() const;  // 1.002003
  // <0, 0, >0; missing parts count as 0.
  int compare(const Version& other) const;
};

// A version as written in the source: a v-string or a number.
Value version_literal(std::string_view text);
// Dies with "Invalid version format (...)".
Version parse_version(VM& vm, std::string_view text);
// Of a string, number, v-string or version object.
Version version_of(VM& vm, const Value& value);
// A new object blessed into package.
Value make_version_object(VM& vm, const Version& version, std::string_view package);

}  // namespace perlipc
