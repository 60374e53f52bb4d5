// Descriptors: close-on-exec at birth, inheritance by number, ownership.
#include "runtime/fd.h"

#include "tests/unit/runtime/support.h"

#include <fcntl.h>

namespace perlipc::rt {
namespace {

TEST(Fd, PipeIsBornCloseOnExec) {
  const Result<PipeEnds> pipe = make_pipe();
  ASSERT_TRUE(pipe.ok());
  EXPECT_TRUE(is_cloexec(pipe->read.get()).value());
  EXPECT_TRUE(is_cloexec(pipe->write.get()).value());
  ASSERT_TRUE(write_some(pipe->write.get(), "ab", 2).ok());
  char data[4];
  EXPECT_EQ(read_some(pipe->read.get(), data, 4).value(), 2u);
}

TEST(Fd, DestructorAndCloseGiveTheNumberBack) {
  int number;
  {
    UniqueFd fd(::open("/dev/null", O_RDONLY));
    number = fd.get();
    UniqueFd moved = std::move(fd);
    EXPECT_FALSE(fd);
    EXPECT_TRUE(is_open(number));
  }
  EXPECT_FALSE(is_open(number));
  UniqueFd none;
  EXPECT_EQ(none.close().error(), EBADF);
}

TEST(Fd, DupCloexecStartsAtTheLowestNumberAsked) {
  const UniqueFd fd(::open("/dev/null", O_RDONLY));
  const Result<UniqueFd> copy = dup_cloexec(fd.get(), 100);
  ASSERT_TRUE(copy.ok());
  EXPECT_GE(copy->get(), 100);
  EXPECT_TRUE(is_cloexec(copy->get()).value());
  EXPECT_EQ(dup_cloexec(-1).error(), EBADF);
}

TEST(Fd, DupToSameNumberOnlySetsTheFlag) {
  const UniqueFd fd(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  ASSERT_TRUE(dup_to(fd.get(), fd.get(), Inheritable::Yes).ok());
  EXPECT_FALSE(is_cloexec(fd.get()).value());
  ASSERT_TRUE(dup_to(fd.get(), fd.get(), Inheritable::No).ok());
  EXPECT_TRUE(is_cloexec(fd.get()).value());
}

TEST(Fd, InheritanceFollowsTheLimit) {
  const UniqueFd fd(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  ASSERT_TRUE(make_inheritable_upto(fd.get(), fd.get()).ok());
  EXPECT_FALSE(is_cloexec(fd.get()).value());
  ASSERT_TRUE(make_inheritable_upto(fd.get(), fd.get() - 1).ok());
  EXPECT_TRUE(is_cloexec(fd.get()).value());
}

TEST(Fd, NonblockingIsReported) {
  const Result<PipeEnds> pipe = make_pipe();
  EXPECT_FALSE(is_nonblocking(pipe->read.get()).value());
  ASSERT_TRUE(set_nonblocking(pipe->read.get(), true).ok());
  EXPECT_TRUE(is_nonblocking(pipe->read.get()).value());
  char byte;
  EXPECT_EQ(read_some(pipe->read.get(), &byte, 1).error(), EAGAIN);
}

Result<int> doubled(Result<int> in) { return 2 * RT_TRY(std::move(in)); }

TEST(Result, TryPassesValueAndError) {
  EXPECT_EQ(doubled(21).value(), 42);
  EXPECT_EQ(doubled(Errno{EDOM}).error(), EDOM);
}

}  // namespace
}  // namespace perlipc::rt
