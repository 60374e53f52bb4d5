// Signal names, dispositions, the pending set and masks.
#include "runtime/signal.h"

#include "runtime/process.h"
#include "tests/unit/runtime/support.h"

namespace perlipc::rt {
namespace {

TEST(SignalNames, FollowTheOrderOfNumbers) {
  const auto names = signal_names();
  ASSERT_EQ(names.size(), 68u);
  for (int number = 0; number < kSignalCount; ++number) {
    EXPECT_EQ(names[static_cast<size_t>(number)].number, number);
  }
  EXPECT_EQ(names[0].name, "ZERO");
  EXPECT_EQ(signal_name(SIGCHLD), "CHLD");
  EXPECT_EQ(signal_name(34), "RTMIN");
  EXPECT_EQ(signal_name(33), "NUM33");
  EXPECT_EQ(signal_name(64), "RTMAX");
  EXPECT_EQ(signal_name(65), "");
  EXPECT_EQ(signal_number("CLD"), SIGCHLD);
  EXPECT_EQ(signal_number("NUM63"), 63);
  EXPECT_EQ(signal_number("SIGINT"), -1);
}

class SignalTableTest : public ::testing::Test {
 protected:
  SignalTableTest() : table(SignalTable::acquire({&word, 4}).value()) {}
  std::atomic<uint32_t> word{0};
  std::unique_ptr<SignalTable> table;
};

TEST_F(SignalTableTest, HasOneOwner) {
  EXPECT_EQ(SignalTable::acquire({}).error(), EBUSY);
  table.reset();
  EXPECT_TRUE(SignalTable::acquire({}).ok());
}

TEST_F(SignalTableTest, CaughtSignalsBecomePendingOnce) {
  ASSERT_TRUE(table->set_disposition(SIGUSR1, Disposition::Catch).ok());
  ASSERT_TRUE(table->set_disposition(SIGUSR2, Disposition::Catch).ok());
  EXPECT_EQ(table->caught(), signal_bit(SIGUSR1) | signal_bit(SIGUSR2));
  ::raise(SIGUSR1);
  ::raise(SIGUSR1);
  ::raise(SIGUSR2);
  EXPECT_EQ(word.load(), 4u);
  EXPECT_EQ(SignalTable::pending(), table->caught());
  EXPECT_EQ(table->take_pending(), signal_bit(SIGUSR1) | signal_bit(SIGUSR2));
  EXPECT_EQ(table->take_pending(), 0u);
}

TEST_F(SignalTableTest, BlockedCallsComeBackWithEintr) {
  ASSERT_TRUE(table->set_disposition(SIGALRM, Disposition::Catch).ok());
  const Result<PipeEnds> pipe = make_pipe();
  ASSERT_TRUE(set_timer(ITIMER_REAL, {std::chrono::milliseconds(20), {}}).ok());
  char byte;
  EXPECT_EQ(read_some(pipe->read.get(), &byte, 1).error(), EINTR);
  EXPECT_EQ(table->take_pending(), signal_bit(SIGALRM));
}

TEST_F(SignalTableTest, DestructionRestoresWhatWasFound) {
  struct sigaction before, after;
  ::sigaction(SIGUSR1, nullptr, &before);
  ASSERT_TRUE(table->set_disposition(SIGUSR1, Disposition::Ignore).ok());
  EXPECT_EQ(table->disposition(SIGUSR1), Disposition::Ignore);
  EXPECT_EQ(table->initial_disposition(SIGUSR1), Disposition::Default);
  table.reset();
  ::sigaction(SIGUSR1, nullptr, &after);
  EXPECT_EQ(before.sa_handler, after.sa_handler);
}

TEST_F(SignalTableTest, RefusesWhatTheKernelRefuses) {
  EXPECT_EQ(table->set_disposition(SIGKILL, Disposition::Catch).error(), EINVAL);
  EXPECT_EQ(table->set_disposition(0, Disposition::Catch).error(), EINVAL);
  EXPECT_EQ(table->set_disposition(65, Disposition::Catch).error(), EINVAL);
}

TEST_F(SignalTableTest, MaskDefersAndSuspendDelivers) {
  ASSERT_TRUE(table->set_disposition(SIGUSR1, Disposition::Catch).ok());
  const SignalBits before = change_mask(MaskChange::Block, signal_bit(SIGUSR1)).value();
  ::raise(SIGUSR1);
  EXPECT_EQ(SignalTable::pending(), 0u);
  EXPECT_EQ(blocked_pending().value(), signal_bit(SIGUSR1));
  EXPECT_EQ(suspend(before).error(), EINTR);
  EXPECT_EQ(table->take_pending(), signal_bit(SIGUSR1));
  EXPECT_EQ(current_mask().value(), before | signal_bit(SIGUSR1));
  ASSERT_TRUE(change_mask(MaskChange::Set, before).ok());
}

TEST_F(SignalTableTest, HoldKeepsSignalsAway) {
  ASSERT_TRUE(table->set_disposition(SIGUSR1, Disposition::Catch).ok());
  {
    const SignalHold hold;
    ::raise(SIGUSR1);
    EXPECT_EQ(SignalTable::pending(), 0u);
    EXPECT_EQ(::sigismember(&hold.waiting_mask(), SIGUSR1), 0);
  }
  EXPECT_EQ(table->take_pending(), signal_bit(SIGUSR1));
}

TEST_F(SignalTableTest, RaisePendingInjects) {
  SignalTable::raise_pending(signal_bit(SIGHUP));
  EXPECT_EQ(word.load(), 4u);
  EXPECT_EQ(table->take_pending(), signal_bit(SIGHUP));
}

TEST(SignalBits, RoundTrip) {
  const SignalBits bits = signal_bit(1) | signal_bit(17) | signal_bit(64);
  EXPECT_EQ(from_sigset(to_sigset(bits)), bits);
}

}  // namespace
}  // namespace perlipc::rt
