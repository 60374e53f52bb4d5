// spawn and exec: redirections, PATH, failures through errno, signals of the child, inheritance.
#include "runtime/process.h"

#include "runtime/file.h"
#include "tests/unit/runtime/support.h"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>

namespace perlipc::rt {
namespace {

using testing::reap;
using testing::TemporaryDirectory;

SpawnPlan shell(const std::string& command) {
  return {.program = "/bin/sh",
          .arguments = {"sh", "-c", command},
          .environment = initial_environment()};
}

void make_program(const std::string& path, const std::string& text) {
  std::ofstream(path) << text;
  ASSERT_EQ(::chmod(path.c_str(), 0755), 0);
}

// What the plan's standard output says.
std::string output_of(SpawnPlan plan) {
  Result<PipeEnds> pipe = make_pipe();
  plan.dup(pipe->write.get(), 1);
  const Result<pid_t> pid = spawn(plan);
  if (!pid) return "errno " + std::to_string(pid.error());
  (void)pipe->write.close();
  const std::string text = testing::read_all(pipe->read.get());
  EXPECT_EQ(reap(*pid), ExitStatus(0));
  return text;
}

TEST(Spawn, RunsAndReportsTheStatus) {
  const Result<pid_t> pid = spawn(shell("exit 7"));
  ASSERT_TRUE(pid.ok());
  const ExitStatus status = reap(*pid);
  EXPECT_TRUE(status.exited());
  EXPECT_EQ(status.exit_code(), 7);
  const Result<pid_t> killed = spawn(shell("kill -TERM $$"));
  EXPECT_EQ(reap(killed.value()).signal(), SIGTERM);
}

TEST(Spawn, ReportsExecFailureAndLeavesNoChild) {
  SpawnPlan plan = shell("");
  plan.program = "/nonexistent/program";
  EXPECT_EQ(spawn(plan).error(), ENOENT);
  plan.program = "perlipc-no-such-program";
  EXPECT_EQ(spawn(plan).error(), ENOENT);
  plan.program = "/tmp";
  EXPECT_EQ(spawn(plan).error(), EACCES);
  plan.program = "";
  EXPECT_EQ(spawn(plan).error(), ENOENT);
  EXPECT_EQ(wait_child(-1, WNOHANG).error(), ECHILD);
}

TEST(Spawn, FollowsRedirectionsInOrder) {
  TemporaryDirectory directory;
  const UniqueFd file = open_file((directory / "out").c_str(), O_CREAT | O_WRONLY).value();
  SpawnPlan plan = shell("echo out; echo err >&2");
  plan.dup(file.get(), 2);
  plan.dup(2, 1);
  EXPECT_EQ(reap(spawn(plan).value()), ExitStatus(0));
  EXPECT_EQ(testing::file_contents(directory / "out"), "out\nerr\n");
}

TEST(Spawn, BadRedirectionFailsTheSpawn) {
  SpawnPlan plan = shell("true");
  plan.dup(999, 1);
  EXPECT_EQ(spawn(plan).error(), EBADF);
}

TEST(Spawn, InheritsOnlyWhatIsNotCloseOnExec) {
  const UniqueFd hidden = dup_cloexec(0, 50).value();
  const UniqueFd shown = dup_cloexec(0, 60).value();
  ASSERT_TRUE(set_cloexec(shown.get(), false).ok());
  const std::string command = "test -e /proc/self/fd/" + std::to_string(shown.get()) +
                              " && test ! -e /proc/self/fd/" + std::to_string(hidden.get());
  EXPECT_EQ(reap(spawn(shell(command)).value()), ExitStatus(0));
}

TEST(Spawn, SameNumberRedirectionMakesInheritable) {
  const UniqueFd fd = dup_cloexec(0, 50).value();
  SpawnPlan plan = shell("test -e /proc/self/fd/" + std::to_string(fd.get()));
  plan.dup(fd.get(), fd.get());
  EXPECT_EQ(reap(spawn(plan).value()), ExitStatus(0));
  EXPECT_TRUE(is_cloexec(fd.get()).value()) << "the parent's flag must not change";
}

TEST(Spawn, CloseActionClosesInTheChildOnly) {
  SpawnPlan plan = shell("test ! -e /proc/self/fd/0");
  plan.close(0);
  EXPECT_EQ(reap(spawn(plan).value()), ExitStatus(0));
  EXPECT_TRUE(is_open(0));
}

TEST(Spawn, ScriptWithoutInterpreterGoesToTheShell) {
  TemporaryDirectory directory;
  make_program(directory / "script", "echo \"$1-$2\"\n");
  EXPECT_EQ(output_of({.program = directory / "script", .arguments = {"ignored", "a", "b"}}),
            "a-b\n");
}

TEST(Spawn, SearchesPathOfTheGivenEnvironment) {
  TemporaryDirectory directory;
  ASSERT_EQ(::mkdir((directory / "one").c_str(), 0755), 0);
  ASSERT_EQ(::mkdir((directory / "two").c_str(), 0755), 0);
  std::ofstream(directory / "one/tool") << "not executable";
  make_program(directory / "two/tool", "#!/bin/sh\necho two\n");
  const std::string path = "PATH=" + (directory / "one") + ":" + (directory / "two");
  EXPECT_EQ(output_of({.program = "tool", .arguments = {"tool"}, .environment = {path}}), "two\n");
  const std::string only_one = "PATH=" + (directory / "one");
  EXPECT_EQ(spawn({.program = "tool", .arguments = {"tool"}, .environment = {only_one}}).error(),
            EACCES);
}

TEST(Spawn, CandidatesOfPath) {
  EXPECT_EQ(exec_candidates("x", {"PATH=/a::/b"}), (std::vector<std::string>{"/a/x", "x", "/b/x"}));
  EXPECT_EQ(exec_candidates("./x", {"PATH=/a"}), std::vector<std::string>{"./x"});
  EXPECT_EQ(exec_candidates("x", {}), (std::vector<std::string>{"/bin/x", "/usr/bin/x"}));
}

TEST(Spawn, EnvironmentAndDirectoryAreThePlans) {
  SpawnPlan plan = {.program = "/bin/sh",
                    .arguments = {"sh", "-c", "echo $ONLY:$HOME; pwd"},
                    .environment = {"ONLY=this"}};
  plan.directory = "/";
  EXPECT_EQ(output_of(plan), "this:\n/\n");
}

extern "C" void do_nothing(int) {}

TEST(Spawn, CaughtSignalsAreDefaultIgnoredStayIgnoredMaskIsKept) {
  const auto usr1 = ::signal(SIGUSR1, do_nothing);
  const auto usr2 = ::signal(SIGUSR2, SIG_IGN);
  EXPECT_TRUE(reap(spawn(shell("kill -USR1 $$; exit 3")).value()).signaled());
  EXPECT_EQ(reap(spawn(shell("kill -USR2 $$; exit 3")).value()).exit_code(), 3);
  ::signal(SIGUSR1, usr1);
  ::signal(SIGUSR2, usr2);
  SpawnPlan plan = shell("grep SigBlk /proc/self/status");
  EXPECT_EQ(output_of(plan), "SigBlk:\t0000000000000000\n");
}

TEST(Spawn, ProcessGroupAndSession) {
  SpawnPlan plan = shell("sleep 30");
  plan.process_group = 0;
  const pid_t pid = spawn(plan).value();
  EXPECT_EQ(process_group(pid).value(), pid);
  ASSERT_TRUE(send_signal(-pid, SIGKILL).ok());
  EXPECT_EQ(reap(pid).signal(), SIGKILL);
  plan.process_group = -1;
  plan.new_session = true;
  const pid_t leader = spawn(plan).value();
  EXPECT_EQ(session_of(leader).value(), leader);
  ASSERT_TRUE(send_signal(leader, SIGKILL).ok());
  (void)reap(leader);
}

TEST(Spawn, ManyInARow) {
  for (int i = 0; i < 50; ++i) {
    ASSERT_EQ(reap(spawn(shell("exit " + std::to_string(i))).value()).exit_code(), i);
  }
}

TEST(Exec, FailureReturnsErrnoAndSuccessReplaces) {
  EXPECT_EQ(exec("perlipc-no-such-program", {"x"}, {"PATH=/bin"}).code, ENOENT);
  testing::Child child([] {
    exec("sh", {"sh", "-c", "exit 9"}, {"PATH=/usr/bin:/bin"});
    return 1;
  });
  EXPECT_EQ(child.wait().exit_code(), 9);
}

}  // namespace
}  // namespace perlipc::rt
