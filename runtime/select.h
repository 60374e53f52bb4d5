// select(2) on bit vectors kept in byte strings of any length: descriptor n is bit n%8 of byte n/8
// (perlfunc vec with 1 bit). Descriptors beyond FD_SETSIZE work.
#pragma once

#include "runtime/result.h"

#include <chrono>
#include <csignal>
#include <optional>
#include <string>

namespace perlipc::rt {

// A set that is not given is not watched. After success each given set keeps its length and holds
// the ready descriptors; after failure it is unchanged.
struct SelectSets {
  std::optional<std::string> read;
  std::optional<std::string> write;
  std::optional<std::string> except;
};

struct SelectOutcome {
  int ready = 0;
  std::chrono::nanoseconds time_left{0};  // of the timeout; 0 when there was none
};

// No timeout: for ever. `mask`, when given, is the signal mask during the wait (pselect).
Result<SelectOutcome> select_bits(SelectSets& sets, std::optional<std::chrono::nanoseconds> timeout,
                                  const sigset_t* mask = nullptr);

}  // namespace perlipc::rt
