// Fork hooks, waiting, ids, priority, timers, names.
#include "runtime/process.h"

#include "tests/unit/runtime/support.h"

#include <csignal>
#include <sys/resource.h>
#include <sys/time.h>

namespace perlipc::rt {
namespace {

using namespace std::chrono_literals;

TEST(Process, ForkRunsItsHooks) {
  std::string log;
  const ForkHooks hooks{&log, [](void* text) { *static_cast<std::string*>(text) += "before "; },
                        [](void* text) { *static_cast<std::string*>(text) += "parent"; },
                        [](void* text) { *static_cast<std::string*>(text) += "child"; }};
  const Result<pid_t> pid = fork_process(hooks);
  ASSERT_TRUE(pid.ok());
  if (*pid == 0) exit_now(log == "before child" ? 5 : 6);
  EXPECT_EQ(log, "before parent");
  EXPECT_EQ(testing::reap(*pid).exit_code(), 5);
}

TEST(Process, WaitWithoutChildren) { EXPECT_EQ(wait_child(-1, 0).error(), ECHILD); }

TEST(Process, WaitNoHangSaysNothingYet) {
  testing::Child child([] { return ::pause(); });
  EXPECT_EQ(wait_child(child.pid(), WNOHANG)->pid, 0);
  ASSERT_TRUE(send_signal(child.pid(), SIGSTOP).ok());
  const ChildChange stopped = wait_child(child.pid(), WUNTRACED).value();
  EXPECT_TRUE(stopped.status.stopped());
  EXPECT_EQ(stopped.status.stop_signal(), SIGSTOP);
}

TEST(Process, SignalToNobody) {
  EXPECT_EQ(send_signal(999'999'999, 0).error(), ESRCH);
  EXPECT_EQ(send_signal(current_pid(), 99).error(), EINVAL);
}

TEST(Process, GroupsAndIds) {
  testing::Child child([] {
    if (!set_process_group(0, 0)) return 1;
    if (process_group(0).value() != current_pid()) return 2;
    return parent_pid() > 0 && user_ids().real == ::getuid() ? 0 : 3;
  });
  EXPECT_EQ(child.wait().exit_code(), 0);
  EXPECT_TRUE(supplementary_groups().ok());
}

TEST(Process, MinusOneIsAValidPriority) {
  testing::Child child([] {
    if (!set_priority(PRIO_PROCESS, 0, 5)) return 1;
    if (priority(PRIO_PROCESS, 0).value_or(-99) != 5) return 2;
    return priority(PRIO_PROCESS, 999'999'999).error() == ESRCH ? 0 : 3;
  });
  EXPECT_EQ(child.wait().exit_code(), 0);
}

TEST(Process, TimerReportsWhatWasSet) {
  const TimerValue wanted{10s, 20s};
  ASSERT_TRUE(set_timer(ITIMER_PROF, wanted).ok());
  const TimerValue before = set_timer(ITIMER_PROF, {}).value();
  EXPECT_EQ(before.interval, 20s);
  EXPECT_GT(before.value, 9s);
  EXPECT_EQ(timer(ITIMER_PROF)->value, 0s);
  set_alarm(100);
  EXPECT_GE(set_alarm(0), 99u);
}

TEST(Process, SleepRefusesNegative) {
  EXPECT_EQ(sleep_for(-1s).error(), EINVAL);
  EXPECT_TRUE(sleep_for(1ms).ok());
}

TEST(Process, NamesAndTimes) {
  EXPECT_EQ(host_name().value(), system_name()->node);
  EXPECT_EQ(system_name()->system, "Linux");
  EXPECT_GT(process_times().elapsed, 0);
}

TEST(Process, EnvironmentIsPublished) {
  const std::string value = "x=y";
  publish_environment_variable("PERLIPC_RT_TEST", &value);
  bool found = false;
  for (const std::string& entry : initial_environment()) found |= entry == "PERLIPC_RT_TEST=x=y";
  EXPECT_TRUE(found);
  publish_environment_variable("PERLIPC_RT_TEST", nullptr);
  EXPECT_EQ(::getenv("PERLIPC_RT_TEST"), nullptr);
}

}  // namespace
}  // namespace perlipc::rt
