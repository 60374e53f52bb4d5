// select(2) by the system call itself: the C library's fd_set ends at 1024 descriptors, the
// kernel's bit vectors do not.
#include "runtime/select.h"

#include "runtime/interruptible.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <ctime>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace perlipc::rt {

namespace {

// Bit n%8 of byte n/8 is bit n of the kernel's array of longs only on such machines.
static_assert(std::endian::native == std::endian::little);

// What pselect6 takes as its sixth argument (select(2), "The pselect6 system call").
struct MaskArgument {
  const sigset_t* mask;
  size_t size;
};
constexpr size_t kKernelMaskSize = 8;

// One set in whole longs, as the kernel reads and writes it.
class KernelSet {
 public:
  KernelSet(const std::optional<std::string>& bits, size_t longs) {
    if (!bits || longs == 0) return;
    if (longs > few_.size()) many_.resize(longs);
    words_ = many_.empty() ? few_.data() : many_.data();
    std::memset(words_, 0, longs * sizeof(long));
    std::memcpy(words_, bits->data(), bits->size());
  }
  KernelSet(const KernelSet&) = delete;
  KernelSet& operator=(const KernelSet&) = delete;
  long* data() { return words_; }
  void copy_to(std::optional<std::string>& bits) const {
    if (words_ != nullptr) std::memcpy(bits->data(), words_, bits->size());
  }

 private:
  long* words_ = nullptr;
  std::array<long, 32> few_;  // 2048 descriptors without asking for memory
  std::vector<long> many_;
};

}  // namespace

Result<SelectOutcome> select_bits(SelectSets& sets, std::optional<std::chrono::nanoseconds> timeout,
                                  const sigset_t* mask) {
  const auto size = [](const std::optional<std::string>& bits) { return bits ? bits->size() : 0; };
  const size_t bytes = std::max({size(sets.read), size(sets.write), size(sets.except)});
  const size_t longs = (bytes + sizeof(long) - 1) / sizeof(long);
  KernelSet read(sets.read, longs), write(sets.write, longs), except(sets.except, longs);

  timespec left{};
  if (timeout) {
    if (timeout->count() < 0) return Errno{EINVAL};
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(*timeout);
    left = {static_cast<time_t>(seconds.count()), static_cast<long>((*timeout - seconds).count())};
  }
  const MaskArgument mask_argument{mask, kKernelMaskSize};
  const long ready =
      RT_TRY(interruptible(SYS_pselect6, longs * sizeof(long) * 8, read.data(), write.data(),
                           except.data(), timeout ? &left : nullptr, &mask_argument));
  read.copy_to(sets.read);
  write.copy_to(sets.write);
  except.copy_to(sets.except);
  SelectOutcome outcome{static_cast<int>(ready), {}};
  if (timeout) {
    outcome.time_left = std::chrono::seconds(left.tv_sec) + std::chrono::nanoseconds(left.tv_nsec);
  }
  return outcome;
}

}  // namespace perlipc::rt
