// select on bit vectors, descriptors beyond 1024 included.
#include "runtime/select.h"

#include "tests/unit/runtime/support.h"

namespace perlipc::rt {
namespace {

using namespace std::chrono_literals;

std::string bits_of(std::initializer_list<int> fds) {
  std::string bits;
  for (const int fd : fds) {
    const auto byte = static_cast<size_t>(fd / 8);
    if (bits.size() <= byte) bits.resize(byte + 1);
    bits[byte] = static_cast<char>(bits[byte] | 1 << fd % 8);
  }
  return bits;
}

TEST(Select, FindsTheReadyOnes) {
  const PipeEnds idle = make_pipe().value();
  const PipeEnds full = make_pipe().value();
  ASSERT_TRUE(write_some(full.write.get(), "x", 1).ok());
  SelectSets sets;
  sets.read = bits_of({idle.read.get(), full.read.get()});
  sets.write = bits_of({idle.write.get()});
  const size_t read_size = sets.read->size();
  const SelectOutcome outcome = select_bits(sets, 10s).value();
  EXPECT_EQ(outcome.ready, 2);
  EXPECT_GT(outcome.time_left, 5s);
  std::string expected = bits_of({full.read.get()});
  expected.resize(read_size);
  EXPECT_EQ(*sets.read, expected);
  EXPECT_EQ(*sets.write, bits_of({idle.write.get()}));
}

TEST(Select, TimeoutClearsTheSets) {
  const PipeEnds idle = make_pipe().value();
  SelectSets sets;
  sets.read = bits_of({idle.read.get()});
  const SelectOutcome outcome = select_bits(sets, 5ms).value();
  EXPECT_EQ(outcome.ready, 0);
  EXPECT_EQ(outcome.time_left, 0ns);
  EXPECT_EQ(*sets.read, std::string(sets.read->size(), '\0'));
}

TEST(Select, DescriptorsBeyondTheLibrarysLimit) {
  PipeEnds pipe = make_pipe().value();
  const Result<UniqueFd> high = dup_cloexec(pipe.read.get(), 3000);
  if (!high) GTEST_SKIP() << "the descriptor limit is too low here";
  ASSERT_TRUE(write_some(pipe.write.get(), "x", 1).ok());
  SelectSets sets;
  sets.read = bits_of({high->get()});
  const std::string asked = *sets.read;
  EXPECT_EQ(select_bits(sets, 10s)->ready, 1);
  EXPECT_EQ(*sets.read, asked);
}

TEST(Select, ClosedDescriptorIsAnErrorAndLeavesTheSets) {
  int number;
  { number = make_pipe()->read.get(); }
  SelectSets sets;
  sets.read = bits_of({number});
  const std::string asked = *sets.read;
  EXPECT_EQ(select_bits(sets, 0s).error(), EBADF);
  EXPECT_EQ(*sets.read, asked);
}

TEST(Select, NoSetsIsASleepAndEmptySetsAreFine) {
  SelectSets none;
  EXPECT_EQ(select_bits(none, 1ms)->ready, 0);
  SelectSets empty{std::string(), std::string(), {}};
  EXPECT_EQ(select_bits(empty, 1ms)->ready, 0);
  EXPECT_EQ(select_bits(none, -1ms).error(), EINVAL);
}

}  // namespace
}  // namespace perlipc::rt
