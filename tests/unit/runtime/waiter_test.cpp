// BlockingWaiter: readiness, deadlines, children, and that no signal slips through before a wait.
#include "runtime/waiter.h"

#include "runtime/signal.h"
#include "tests/unit/runtime/support.h"

#include <csignal>
#include <sys/time.h>

namespace perlipc::rt {
namespace {

using namespace std::chrono_literals;

class WaiterTest : public ::testing::Test {
 protected:
  WaiterTest()
      : table(SignalTable::acquire({&word, 1}).value()), waiter(table.get()),
        pipe(make_pipe().value()) {}
  void catch_signal(int signal) {
    ASSERT_TRUE(table->set_disposition(signal, Disposition::Catch).ok());
  }
  void alarm_in(std::chrono::microseconds delay) {
    ASSERT_TRUE(set_timer(ITIMER_REAL, {delay, {}}).ok());
  }

  std::atomic<uint32_t> word{0};
  std::unique_ptr<SignalTable> table;
  BlockingWaiter waiter;
  PipeEnds pipe;
};

TEST_F(WaiterTest, ReadinessAndDeadline) {
  const int fd = pipe.read.get();
  EXPECT_EQ(waiter.readable(fd, Clock::now() + 5ms).error(), ETIMEDOUT);
  EXPECT_EQ(waiter.readable(fd, Clock::now() - 1s).error(), ETIMEDOUT);
  EXPECT_TRUE(waiter.writable(pipe.write.get()).ok());
  ASSERT_TRUE(write_some(pipe.write.get(), "x", 1).ok());
  EXPECT_TRUE(waiter.readable(fd).ok());
  catch_signal(SIGUSR1);
  EXPECT_TRUE(waiter.readable(fd).ok());
}

TEST_F(WaiterTest, SignalBeforeTheWaitEndsIt) {
  catch_signal(SIGUSR1);
  ::raise(SIGUSR1);
  const int fd = pipe.read.get();
  EXPECT_EQ(waiter.readable(fd).error(), EINTR);
  EXPECT_EQ(waiter.before_read(fd).error(), EINTR);
  EXPECT_EQ(waiter.sleep(1h).error(), EINTR);
  EXPECT_EQ(waiter.pause().error(), EINTR);
  SelectSets sets{std::string(1, '\0'), {}, {}};
  EXPECT_EQ(waiter.select(sets, {}).error(), EINTR);
  EXPECT_EQ(table->take_pending(), signal_bit(SIGUSR1));
}

TEST_F(WaiterTest, SignalDuringTheWaitEndsIt) {
  catch_signal(SIGALRM);
  alarm_in(20ms);
  EXPECT_EQ(waiter.readable(pipe.read.get()).error(), EINTR);
  (void)table->take_pending();
  alarm_in(20ms);
  EXPECT_EQ(waiter.pause().error(), EINTR);
  (void)table->take_pending();
  alarm_in(20ms);
  const Clock::time_point start = Clock::now();
  EXPECT_EQ(waiter.sleep(10s).error(), EINTR);
  EXPECT_LT(Clock::now() - start, 5s);
}

// A timer fires at ever shifting moments around the start of the wait; a lost one would hang until
// the deadline.
TEST_F(WaiterTest, NoWakeUpIsLost) {
  catch_signal(SIGALRM);
  for (int i = 1; i <= 400; ++i) {
    alarm_in(std::chrono::microseconds(i % 60 + 1));
    ASSERT_EQ(waiter.readable(pipe.read.get(), Clock::now() + 10s).error(), EINTR);
    ASSERT_EQ(table->take_pending(), signal_bit(SIGALRM));
  }
}

TEST_F(WaiterTest, BeforeReadLetsNonblockingThrough) {
  catch_signal(SIGUSR1);
  ASSERT_TRUE(set_nonblocking(pipe.read.get(), true).ok());
  EXPECT_TRUE(waiter.before_read(pipe.read.get()).ok());
}

TEST_F(WaiterTest, ChildIsReportedAndLeavesSigchldAlone) {
  catch_signal(SIGUSR1);
  testing::Child child([] { return ::usleep(20'000), 4; });
  const ChildChange change = waiter.child(child.pid(), 0).value();
  EXPECT_EQ(change.pid, child.pid());
  EXPECT_EQ(change.status.exit_code(), 4);
  struct sigaction action;
  ::sigaction(SIGCHLD, nullptr, &action);
  EXPECT_EQ(action.sa_handler, SIG_DFL);
  EXPECT_EQ(SignalTable::pending(), 0u);
}

TEST_F(WaiterTest, ChildWinsOverItsOwnSignal) {
  catch_signal(SIGCHLD);
  testing::Child child([] { return ::usleep(10'000), 4; });
  EXPECT_EQ(waiter.child(-1, 0)->pid, child.pid());
  EXPECT_EQ(table->take_pending(), signal_bit(SIGCHLD));
  EXPECT_EQ(waiter.child(-1, 0).error(), ECHILD);
}

TEST_F(WaiterTest, AnotherSignalInterruptsWaitingForAChild) {
  catch_signal(SIGALRM);
  testing::Child child([] { return ::pause(); });
  alarm_in(20ms);
  EXPECT_EQ(waiter.child(child.pid(), 0).error(), EINTR);
  (void)table->take_pending();
  EXPECT_EQ(waiter.child(child.pid(), WNOHANG)->pid, 0);
}

TEST_F(WaiterTest, IgnoredChildrenEndInEchild) {
  catch_signal(SIGUSR1);
  ASSERT_TRUE(table->set_disposition(SIGCHLD, Disposition::Ignore).ok());
  testing::Child child([] { return ::usleep(20'000), 0; });
  EXPECT_EQ(waiter.child(child.pid(), 0).error(), ECHILD);
}

TEST_F(WaiterTest, BlockedSigchldDoesNotHang) {
  catch_signal(SIGCHLD);
  const SignalBits before = change_mask(MaskChange::Block, signal_bit(SIGCHLD)).value();
  testing::Child child([] { return ::usleep(20'000), 0; });
  EXPECT_EQ(waiter.child(child.pid(), 0)->pid, child.pid());
  ASSERT_TRUE(change_mask(MaskChange::Set, before).ok());
}

TEST_F(WaiterTest, StreamReadThroughTheWaiterIsInterrupted) {
  catch_signal(SIGALRM);
  const Ref<Stream> stream = Stream::adopt(std::move(pipe.read), {});
  stream->set_waiter(&waiter);
  ::raise(SIGALRM);
  EXPECT_EQ(stream->getc(), -2);
  EXPECT_EQ(stream->error(), EINTR);
  (void)table->take_pending();
  ASSERT_TRUE(write_some(pipe.write.get(), "z", 1).ok());
  EXPECT_EQ(stream->getc(), 'z');
}

}  // namespace
}  // namespace perlipc::rt
