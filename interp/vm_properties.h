// Character properties that the regex layer has no data for: subs of the program, and blocks.
#pragma once
#include "interp/regex/regex.h"
#include "interp/vm.h"

namespace perlipc {

// For one compilation. `package` is where names without :: are looked up; empty: the running one.
class VmProperties final : public PropertySource {
 public:
  explicit VmProperties(VM& vm, std::string_view package = {}) : vm_(vm), package_(package) {}
  Answer user_defined(const std::string& name, bool caseless, Ranges& ranges,
                      std::string& text) override;
  bool standard(const std::string& name, Ranges& ranges) override;

 private:
  bool expand(std::string_view definition, bool caseless, Ranges& ranges, std::string& text);
  bool combine(std::string_view line, bool caseless, Ranges& ranges, std::string& text);

  VM& vm_;
  std::string_view package_;
  int depth_ = 0;
};

}  // namespace perlipc
