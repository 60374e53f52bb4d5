// Limits of a policy, and stopping from another thread.
#include "tests/unit/api/support.h"
#include <chrono>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;
using perlipc::Cap;
using perlipc::Error;
using perlipc::Interpreter;
using perlipc::Var;

const char* const kEndless[] = {
    "while (1) {}",
    "for (;;) { my $x = 1; $x++ }",
    "my $n = 0; until ($n < 0) { $n += 1 }",
    "sub f { 1 } f() while 1",
    "while (1) { eval { while (1) {} } }",
    "{ redo }",
    "AGAIN: goto AGAIN",
    "my @x = map { 1 while 1 } 1",
    "my @x = sort { 1 while 1 } 2, 1",
    "my $x = 'a'; $x =~ s/a/1 while 1/e",
    "sleep 1000",
    "select undef, undef, undef, 1000",
    "local $_ = 'x'; tr/x/y/ while 1",
    "my $s = sub { __SUB__->() }; use feature 'current_sub'; my $t = sub { goto __SUB__ }; $t->()",
};

TEST(Limits, OfWallTimeEndWhateverRuns) {
  for (const char* code : kEndless) {
    Interpreter perl({.wall_time = 100ms});
    const Error error = error_of([&] { perl.load(code, "job.pl"); });
    EXPECT_EQ(error.kind(), Error::Kind::Limit) << code << ": " << error.what();
    EXPECT_STREQ(error.what(), "Limit of time reached at job.pl line 1.") << code;
    EXPECT_EQ(perl.eval<int>("6 * 7"), 42) << "usable afterwards";
  }
}

TEST(Limits, OfTimeAreForEachCall) {
  Interpreter perl({.wall_time = 20s, .cpu_time = 100ms});
  for (int round = 0; round < 5; ++round) perl.eval<void>("select undef, undef, undef, 0.03");
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(error_of([&] { perl.load("1 while 1"); }).kind(), Error::Kind::Limit);
  EXPECT_LT(std::chrono::steady_clock::now() - before, 20s)
      << "the processor's time, not the wall's";
}

TEST(Limits, DestructorsAndEndBlocksAreBoundedToo) {
  Captured captured;
  {
    Interpreter perl({.wall_time = 250ms}, captured.host());
    perl.load("package Stubborn; sub DESTROY { print 'destroyed '; 1 while 1 }"
              "package main; our $kept = bless [], 'Stubborn';"
              "END { print 'never' } END { print 'end '; 1 while 1 }");
    EXPECT_EQ(error_of([&] { perl.load("my $o = bless [], 'Stubborn'; 1 while 1"); }).kind(),
              Error::Kind::Limit);
  }
  EXPECT_EQ(captured.out, "destroyed end destroyed ");
}

TEST(Limits, OfNestedCallsCannotBeTrapped) {
  Interpreter perl({.call_depth = 50});
  perl.load("no warnings 'recursion'; our $deepest = 0;"
            "sub down { my $n = shift; $deepest = $n; $n == 0 or down($n - 1) }"
            "sub forever { $deepest++; eval { forever() }; 1 }");
  EXPECT_EQ(perl.call<int>("down", 40), 1);
  const Error error = error_of([&] { perl.call("forever"); });
  EXPECT_EQ(error.kind(), Error::Kind::Limit);
  EXPECT_EQ(std::string(error.what()).find("Limit of nested calls reached at "), 0u);
  EXPECT_GT(perl.get<int>("$deepest"), 40);
  EXPECT_LE(perl.get<int>("$deepest"), 50);
  EXPECT_EQ(perl.call<int>("down", 40), 1);
}

TEST(Interrupt, StopsWhatRunsOnAnotherThread) {
  for (const char* code : kEndless) {
    Interpreter perl;
    const perlipc::Interrupt interrupt = perl.interrupt();
    std::thread other([interrupt] {
      std::this_thread::sleep_for(10ms);
      interrupt.stop();
    });
    const Error error = error_of([&] { perl.load(code, "job.pl"); });
    other.join();
    EXPECT_EQ(error.kind(), Error::Kind::Interrupted) << code << ": " << error.what();
    EXPECT_EQ(perl.eval<int>("6 * 7"), 42);
  }
}

TEST(Interrupt, EndsCallsThatWait) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  perlipc::Host host;
  host.in.fd = ends[0];
  Interpreter perl({.caps = Cap::Fork | Cap::Exec | Cap::Kill}, host);
  perl.load("$child = fork; if (!$child) { sleep 30 }");
  const perlipc::Interrupt interrupt = perl.interrupt();
  for (const char* code :
       {"my $line = <STDIN>", "sysread STDIN, my $x, 1", "getc STDIN",
        "my $in = ''; vec($in, fileno STDIN, 1) = 1; select $in, undef, undef, 1000",
        "waitpid $child, 0", "1 while wait != -1"}) {
    std::thread other([interrupt] {
      std::this_thread::sleep_for(10ms);
      interrupt.stop();
    });
    EXPECT_EQ(error_of([&] { perl.load(code); }).kind(), Error::Kind::Interrupted) << code;
    other.join();
  }
  EXPECT_EQ(perl.eval<int>("kill 'KILL', $child; waitpid($child, 0) == $child ? 1 : 0"), 1);
  ::close(ends[0]);
  ::close(ends[1]);
}

// Children and what only waits for them do not keep the host waiting.
TEST(Limits, OfTimeDoNotWaitForChildren) {
  Interpreter perl({.caps = Cap::Exec | Cap::Fork | Cap::FsRead, .wall_time = 100ms});
  for (const char* code :
       {"open my $p, '-|', 'exec sleep 1000' or die; my $line = <$p>",
        "{ open my $p, '-|', 'exec sleep 1000' or die; } 1 for 1 .. 10; sleep 1",
        "open our $p, '-|', 'exec sleep 1000' or die; close $p",
        "open my $p, '|-', 'exec sleep 1000' or die; print $p 'x' x 1_000_000; close $p",
        "{ open my $p, '|-', 'exec sleep 1000' or die; print $p 'x' x 1_000; } sleep 1000",
        "open my $p, '-|', 'trap \"\" TERM; sleep 1 & wait; sleep 1' or die; 1 while 1",
        "system 'exec sleep 1000'", "my $x = `exec sleep 1000`", "my $x = `exec yes`"}) {
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(error_of([&] { perl.load(code, "job.pl"); }).kind(), Error::Kind::Limit) << code;
    EXPECT_LT(std::chrono::steady_clock::now() - before, 3s) << code;
  }
  // They have been told to end.
  int ended = 0;
  for (int rounds = 0; rounds < 500 && ended != -1; ++rounds) {
    ended = ::waitpid(-1, nullptr, WNOHANG);
    if (ended == 0) std::this_thread::sleep_for(10ms);
  }
  EXPECT_EQ(ended, -1) << "a child goes on";
}

TEST(Limits, OfTimeEndWhatReads) {
  const std::string folder = ::testing::TempDir() + "limits_" + std::to_string(::getpid());
  const std::string fifo = folder + "/Fifo.pm";
  ASSERT_EQ(::mkdir(folder.c_str(), 0700), 0);
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  perlipc::Host host;
  host.include = {folder};
  Interpreter perl(
      {.caps = Cap::FsRead | Cap::FsWrite | Cap::Fork | Cap::NetConnect | Cap::NetListen,
       .wall_time = 100ms},
      host);
  perl.set("$fifo", fifo);
  for (const char* code :
       {"require Fifo", "do $fifo", "open my $f, '<', $fifo", "sysopen my $f, $fifo, 0",
        "open my $f, '<', '/dev/zero' or die; my $line = <$f>",
        "open my $f, '<', '/dev/zero' or die; local $/ = \\4; while (<$f>) {}",
        "open my $f, '<', '/dev/zero' or die; my $x; 1 while sysread $f, $x, 100",
        "open my $f, '<', '/dev/zero' or die; read $f, my $x, 1e11",
        "use Socket; socketpair my $a, my $b, AF_UNIX, SOCK_STREAM, 0 or die; recv $a, my $x, 9, 0",
        "use Socket; socket my $s, PF_INET, SOCK_STREAM, 0 or die; listen $s, 1; accept my $c, $s",
        "my $s = 'a' x 40 . 'b'; $s =~ /^(?:a|a)*$/ while 1",
        "my $s = 'a' x 60 . 'b'; $s =~ /^(a|aa|a)+$/; 1 while 1"}) {
    const auto before = std::chrono::steady_clock::now();
    const Error error = error_of([&] { perl.load(code, "job.pl"); });
    EXPECT_EQ(error.kind(), Error::Kind::Limit) << code << ": " << error.what();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 3s) << code;
  }
  ::unlink(fifo.c_str());
  ::rmdir(folder.c_str());
}

TEST(Interrupt, WaitsForTheNextCallAndOutlivesTheInterpreter) {
  perlipc::Interrupt interrupt;
  interrupt.stop();  // of nothing
  {
    Interpreter perl;
    interrupt = perl.interrupt();
    interrupt.stop();
    EXPECT_EQ(error_of([&] { perl.eval<void>("1 for 1 .. 10"); }).kind(), Error::Kind::Interrupted);
    EXPECT_EQ(perl.eval<int>("1"), 1);
  }
  interrupt.stop();
}

TEST(Interrupt, GoesThroughFunctionsOfTheHost) {
  Interpreter perl;
  const perlipc::Interrupt interrupt = perl.interrupt();
  int after = 0;
  perl.bind("nested", [&] { perl.load("stop(); 1 for 1 .. 10"); });
  perl.bind("stop", [&] { interrupt.stop(); });
  perl.bind("after", [&] { ++after; });
  const Error error = error_of([&] { perl.load("eval { nested() }; after()", "job.pl"); });
  EXPECT_EQ(error.kind(), Error::Kind::Interrupted);
  EXPECT_EQ(after, 0);
}

TEST(Interrupt, EndsAWholeProgram) {
  Captured captured;
  Interpreter perl({}, captured.host());
  const perlipc::Interrupt interrupt = perl.interrupt();
  perl.bind("stop", [&] { interrupt.stop(); });
  const Error error =
      error_of([&] { (void)perl.run("END { print 'end' } stop(); 1 while 1", "job.pl"); });
  EXPECT_EQ(error.kind(), Error::Kind::Interrupted);
  EXPECT_EQ(captured.out, "end");
}

TEST(Interrupt, OneOfManyInterpreters) {
  Interpreter inner, outer;
  const perlipc::Interrupt interrupt = inner.interrupt();
  (void)outer.interrupt();
  outer.bind("inner", [&] { inner.load("1 while 1", "inner.pl"); });
  std::thread other([interrupt] {
    std::this_thread::sleep_for(10ms);
    interrupt.stop();
  });
  EXPECT_EQ(outer.eval<std::string>("eval { inner() }; $@"),
            "Interrupted at inner.pl line 1. at (eval) line 1.\n");
  other.join();
}

}  // namespace
