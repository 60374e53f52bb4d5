// Hooks in @INC (perlfunc require): code, an array that starts with code, or an object with a method
// INC, asked for the source of a file.
#pragma once
#include "interp/vm.h"

namespace perlipc {

class IncHook {
 public:
  // `entry` is the reference in @INC, `file` what was asked for.
  IncHook(VM& vm, const Value& entry, const std::string& file)
      : vm_(vm), entry_(entry), file_(file) {}
  // Calls the hook; false when it has nothing. Dies when it dies, or is no code.
  bool source(std::string* out);

 private:
  std::vector<Value> call();
  Value call_filter(Code* filter);
  void generate(Code* generator, std::string* out);
  void filter(Code* filter, Glob* input, std::string* out);

  VM& vm_;
  const Value entry_;
  const std::string& file_;
  Value state_;  // what a generator or filter gets as its argument
};

}  // namespace perlipc
