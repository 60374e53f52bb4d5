// Answers of select(2) for descriptors that are asked about again and again: once the same sets
// have come often enough the kernel keeps them (epoll), and an answer costs what is ready instead of
// all that is watched. Rules are at the top of ready_set.cpp.
#pragma once

#include "runtime/select.h"

#include <cstdint>
#include <memory>
#include <sys/epoll.h>
#include <vector>

namespace perlipc::rt {

class ReadySet {
 public:
  ReadySet() = default;
  ~ReadySet() { forget(); }
  ReadySet(const ReadySet&) = delete;
  ReadySet& operator=(const ReadySet&) = delete;

  // What is ready now: the number, and the sets as select_bits leaves them. None when somebody has
  // to ask select_bits; the sets are unchanged then. `may_wait`: nothing ready is no answer.
  std::optional<int> ready_now(SelectSets& sets, bool may_wait);
  // To be called in the child after a fork: the parent's kept sets are not its own.
  void forget();

 private:
  bool same_as_before(const SelectSets& sets) const;
  void remember(const SelectSets& sets);
  bool keep();
  bool pays(int events);
  bool watch(int fd, std::uint32_t events);
  std::uint32_t wanted_events(std::size_t fd) const;
  int count_ready(int events) const;
  void store_ready(int events, SelectSets& sets) const;

  SelectSets before_;
  std::uint64_t generation_ = 0;  // of the process's descriptors
  unsigned repeats_ = 0;
  bool kept_ = false;
  bool refused_ = false;      // these sets cannot be kept
  std::size_t happened_ = 0;  // events in the last answers_
  std::size_t answers_ = 0;
  std::vector<epoll_event> events_;
};

// Whether the number belongs to a kept set: to the script it is not open.
bool is_private_fd(int fd);

}  // namespace perlipc::rt
