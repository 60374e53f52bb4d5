// The public interface as a host uses it: values, calls, errors, streams, modules, policies and
// whole programs.
#include "interp/api/perlipc.hpp"
#include "tests/unit/api/support.h"
#include <fcntl.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using perlipc::Cap;
using perlipc::Error;
using perlipc::Interpreter;
using perlipc::Policy;
using perlipc::Var;

TEST(Interpreter, CallsSubsWithConvertedValues) {
  Interpreter perl;
  perl.load("sub total { my $t = 0; $t += $_ for @_; $t } sub swap { reverse @_ }");
  EXPECT_EQ(perl.call<int>("total", 1, 2, 3), 6);
  EXPECT_DOUBLE_EQ(perl.call<double>("main::total", 1.5, "2"), 3.5);
  EXPECT_EQ((perl.call<std::vector<std::string>>("swap", "a", std::string("b"), 3)),
            (std::vector<std::string>{"3", "b", "a"}));
  const auto [first, second] = perl.call<std::pair<int, std::string>>("swap", "x", 7);
  EXPECT_EQ(first, 7);
  EXPECT_EQ(second, "x");
  EXPECT_TRUE(perl.has_sub("total"));
  EXPECT_FALSE(perl.has_sub("missing"));
}

TEST(Interpreter, ContextFollowsTheResultType) {
  Interpreter perl;
  perl.load("our $seen; sub ctx { $seen = wantarray; wantarray ? ('list') x 2 : 'scalar' }");
  EXPECT_EQ(perl.call<std::vector<std::string>>("ctx").size(), 2u);
  EXPECT_EQ(perl.call<std::string>("ctx"), "scalar");
  perl.call<void>("ctx");
  EXPECT_FALSE(perl.get("$seen").defined());
}

TEST(Interpreter, EvaluatesText) {
  Interpreter perl;
  EXPECT_EQ(perl.eval<int>("6 * 7"), 42);
  EXPECT_EQ((perl.eval<std::vector<int>>("map { $_ * 2 } 1 .. 3")), (std::vector<int>{2, 4, 6}));
  EXPECT_EQ((perl.eval<std::map<std::string, int>>("+{ a => 1, b => 2 }")),
            (std::map<std::string, int>{{"a", 1}, {"b", 2}}));
}

TEST(Interpreter, GlobalsAreReadAndSet) {
  Interpreter perl;
  perl.set("$main::x", 5);
  perl.set("@list", std::vector<int>{3, 1, 2});
  perl.set("%Conf::table", std::map<std::string, std::string>{{"host", "here"}});
  EXPECT_EQ(perl.eval<std::string>("join ',', $x, (sort @list), $Conf::table{host}"),
            "5,1,2,3,here");
  perl.eval<void>("push @list, 9; $y = 'text'");
  EXPECT_EQ(perl.get<std::vector<int>>("@list"), (std::vector<int>{3, 1, 2, 9}));
  EXPECT_EQ(perl.get<std::string>("$y"), "text");
  EXPECT_EQ(perl.get("%Conf::table")["host"].to_string(), "here");
  EXPECT_EQ(error_of([&] { perl.get("plain"); }).kind(), Error::Kind::Type);
  EXPECT_EQ(error_of([&] { perl.set("@list", 3); }).kind(), Error::Kind::Type);
}

TEST(Interpreter, ValuesThatDoNotFitAreErrors) {
  Interpreter perl;
  EXPECT_EQ(error_of([&] { perl.eval<int>("'abc'"); }).kind(), Error::Kind::Type);
  EXPECT_EQ(error_of([&] { perl.eval<signed char>("300"); }).kind(), Error::Kind::Type);
  EXPECT_EQ(error_of([&] { perl.eval<std::string>("undef"); }).kind(), Error::Kind::Type);
  EXPECT_EQ(perl.eval<std::optional<int>>("undef"), std::nullopt);
  EXPECT_FALSE((perl.eval<Var>("[1]").get<std::map<std::string, int>>()));
}

TEST(Interpreter, IntegersFitUpToTheLastOne) {
  Interpreter perl;
  EXPECT_EQ(perl.eval<std::int64_t>("9223372036854775807"), INT64_MAX);
  EXPECT_EQ(perl.eval<std::int64_t>("-2**63"), INT64_MIN);
  EXPECT_EQ(perl.eval<std::uint64_t>("'18446744073709551615'"), UINT64_MAX);
  EXPECT_EQ(perl.eval<std::uint32_t>("2**32-1"), UINT32_MAX);
  EXPECT_THROW(perl.eval<std::int64_t>("2**63"), Error);
  EXPECT_THROW(perl.eval<std::uint64_t>("2.0**64"), Error);
  EXPECT_THROW(perl.eval<std::uint64_t>("-1"), Error);
  EXPECT_THROW(perl.eval<std::uint32_t>("2**32"), Error);
}

TEST(Interpreter, CharactersAndBytes) {
  Interpreter perl;
  perl.load("sub len { length $_[0] }");
  EXPECT_EQ(perl.call<int>("len", "\xc3\xa9"), 2);
  EXPECT_EQ(perl.call<int>("len", u8"\u00e9"), 1);
  EXPECT_EQ(perl.eval<std::string>("chr 0x20ac"), "\xe2\x82\xac");
}

TEST(Interpreter, DieCarriesTextObjectAndStatus) {
  Interpreter perl;
  perl.load("sub fail { die \"no luck\\n\" } sub object { die { code => 17 } }", "job.pl");
  const Error text = error_of([&] { perl.call<void>("fail"); });
  EXPECT_EQ(text.kind(), Error::Kind::Die);
  EXPECT_STREQ(text.what(), "no luck");
  EXPECT_EQ(text.value().to_string(), "no luck\n");
  const Error object = error_of([&] { perl.call<void>("object"); });
  EXPECT_EQ(object.value()["code"].as<int>(), 17);
  const auto result = perl.try_call<int>("missing");
  ASSERT_FALSE(result);
  EXPECT_NE(std::string(result.error().what()).find("Undefined subroutine &main::missing"),
            std::string::npos);
  EXPECT_EQ(perl.eval<int>("1 + 1"), 2) << "usable after errors";
}

TEST(Interpreter, SyntaxErrorsAndExitHaveKinds) {
  Interpreter perl;
  const Error syntax = error_of([&] { perl.load("my $x = ;", "bad.pl"); });
  EXPECT_EQ(syntax.kind(), Error::Kind::Syntax);
  EXPECT_NE(std::string(syntax.what()).find("bad.pl line 1"), std::string::npos);
  const Error exit = error_of([&] { perl.load("exit 3"); });
  EXPECT_EQ(exit.kind(), Error::Kind::Exit);
  EXPECT_EQ(exit.exit_status(), 3);
}

TEST(Interpreter, OutputAndInputAreTheHosts) {
  Captured captured;
  auto host = captured.host();
  std::string input = "one\ntwo\n";
  host.in.read = [&](std::span<char> into) {
    const std::size_t n = std::min<std::size_t>(into.size(), input.size());
    input.copy(into.data(), n);
    input.erase(0, n);
    return n;
  };
  Interpreter perl({}, host);
  perl.load("while (my $l = <STDIN>) { print \"got $l\" } warn \"w\\n\"; print STDERR 'e'");
  EXPECT_EQ(captured.out, "got one\ngot two\n");
  EXPECT_EQ(captured.err, "w\ne");
}

TEST(Interpreter, WithoutAHostNothingIsOpen) {
  Interpreter perl;
  EXPECT_EQ(perl.eval<std::string>("defined fileno(STDIN) ? 'open' : 'closed'"), "closed");
  EXPECT_EQ(perl.eval<int>("scalar(keys %ENV) + @ARGV + @INC"), 0);
}

TEST(Interpreter, ArgumentsAndEnvironment) {
  Captured captured;
  auto host = captured.host({"a", "b c"});
  host.env = {{"COLOUR", "red"}};
  Interpreter perl({}, host);
  EXPECT_EQ(perl.eval<std::string>("join '|', @ARGV, $ENV{COLOUR}, keys %ENV"), "a|b c|red|COLOUR");
}

TEST(Interpreter, LoaderGivesModules) {
  perlipc::Host host;
  std::vector<std::string> asked;
  host.loader = [&](std::string_view path) -> std::optional<std::string> {
    asked.emplace_back(path);
    if (path != "My/Mod.pm") return std::nullopt;
    return "package My::Mod; sub answer { 42 } 1;";
  };
  Interpreter perl({}, host);
  perl.load("use My::Mod;");
  EXPECT_EQ(perl.call<int>("My::Mod::answer"), 42);
  EXPECT_EQ(asked, std::vector<std::string>{"My/Mod.pm"});
  EXPECT_EQ(error_of([&] { perl.require_module("No::Such"); }).kind(), Error::Kind::Die);
}

TEST(Interpreter, BoundFunctionsConvertTheirArguments) {
  Interpreter perl;
  int calls = 0;
  perl.bind("Host::add", [&](int a, int b) {
    ++calls;
    return a + b;
  });
  perl.bind("Host::count", [](std::span<const Var> all) { return all.size(); });
  perl.bind("Host::pair", [](std::string s, std::optional<int> n) {
    return std::vector<std::string>{s, n ? "n" : "-"};
  });
  perl.bind("Host::size", [](std::string_view s, std::size_t n) { return s.size() + n; });
  perl.bind("Host::nothing", [&] { ++calls; });
  EXPECT_EQ(perl.eval<int>("Host::size('abc', 4) + Host::size(12345, 0)"), 12);
  EXPECT_EQ(perl.eval<int>("Host::add(2, '3')"), 5);
  EXPECT_EQ(perl.eval<int>("Host::count(1 .. 4, undef)"), 5);
  EXPECT_EQ(perl.eval<std::string>("join '+', Host::pair('x'), Host::pair('y', 1)"), "x+-+y+n");
  EXPECT_EQ(perl.eval<int>("scalar(my @none = Host::nothing())"), 0);
  EXPECT_EQ(calls, 2);
  const Error few = error_of([&] { perl.eval<void>("Host::add(1)"); });
  EXPECT_STREQ(few.what(), "Too few arguments (got 1; expected 2) in a call of Host::add at (eval)"
                           " line 1.");
  EXPECT_EQ(few.kind(), Error::Kind::Type);
}

TEST(Interpreter, HostExceptionsDieInPerlAndKeepTheirCause) {
  Interpreter perl;
  perl.bind("boom", []() -> int { throw std::runtime_error("disk on fire"); });
  EXPECT_EQ(perl.eval<std::string>(
                "eval { boom(); 1 } ? 'no' : $@ =~ /^disk on fire at / ? 'caught' : $@"),
            "caught");
  const Error error = error_of([&] { perl.eval<void>("boom()"); });
  EXPECT_EQ(error.kind(), Error::Kind::Host);
  ASSERT_TRUE(error.cause());
  EXPECT_THROW(std::rethrow_exception(error.cause()), std::runtime_error);
}

TEST(Interpreter, HostFunctionsMayCallBack) {
  Interpreter perl;
  perl.load("sub twice { 2 * $_[0] } sub bad { die \"inner\\n\" }");
  perl.bind("up", [&](int n) { return perl.call<int>("twice", n) + 1; });
  perl.bind("apply", [&](Var code) { return perl.call<int>(code, 10); });
  perl.bind("down", [&] { perl.call<void>("bad"); });
  EXPECT_EQ(perl.eval<int>("up(4)"), 9);
  EXPECT_EQ(perl.eval<int>("my $k = 3; apply(sub { $_[0] + $k })"), 13);
  EXPECT_EQ(perl.eval<std::string>("eval { down() }; $@"), "inner\n");
}

TEST(Interpreter, ObjectsAndMethods) {
  Interpreter perl;
  perl.load("package Counter; sub new { bless { n => $_[1] }, $_[0] } sub add { $_[0]{n} += $_[1] }"
            " our $gone = 0; sub DESTROY { $gone++ }");
  {
    const Var counter = perl.call_method<Var>(Var::bytes("Counter"), "new", 5);
    EXPECT_EQ(counter.package(), "Counter");
    EXPECT_EQ(perl.call_method<int>(counter, "add", 2), 7);
    EXPECT_EQ(counter["n"].as<int>(), 7);
    EXPECT_EQ(perl.get<int>("$Counter::gone"), 0);
  }
  EXPECT_EQ(perl.get<int>("$Counter::gone"), 1);
}

TEST(Interpreter, PolicyRefusesByName) {
  Interpreter perl;
  const Error fork = error_of([&] { perl.load("\n\nfork();", "job.pl"); });
  EXPECT_EQ(fork.kind(), Error::Kind::Denied);
  EXPECT_STREQ(fork.what(), "Permission denied: fork is not allowed here at job.pl line 3.");
  for (const char* code :
       {"system 'true'", "open my $f, '<', '/etc/passwd'", "open my $f, '/etc/passwd'",
        "open my $f, '>', '/tmp/x'", "open my $f, '-|', 'true'", "unlink 'x'", "kill 0, $$",
        "opendir my $d, '/'", "my $x = `true`", "my @x = </*>", "@ARGV = '/etc/passwd'; my $l = <>",
        "do '/etc/passwd'", "require '/etc/passwd'", "-e '/'", "stat '/'"})
    EXPECT_EQ(error_of([&] { perl.eval<void>(code); }).kind(), Error::Kind::Denied) << code;
  EXPECT_EQ(perl.eval<std::string>("open my $f, '<', \\'in memory' or die; scalar <$f>"),
            "in memory");
  EXPECT_EQ(perl.eval<std::string>("eval { fork(); 1 } ? 'yes' : 'no'"), "no");
}

TEST(Interpreter, PolicyAllowsWhatItNames) {
  Interpreter reader({.caps = Cap::FsRead});
  EXPECT_EQ(reader.eval<int>("open(my $f, '<', '/dev/null') ? 1 : 0"), 1);
  EXPECT_EQ(error_of([&] { reader.eval<void>("open my $f, '>', '/dev/null'"); }).kind(),
            Error::Kind::Denied);
}

TEST(Interpreter, PolicyCoversNativeFunctions) {
  Interpreter perl;
  perl.load("use POSIX (); use Time::HiRes (); use Socket (); use Cwd (); use File::Glob ();"
            "use IPC::SysV (); use IO::File ();");
  const Error open = error_of([&] { perl.load("POSIX::open('/etc/passwd')", "job.pl"); });
  EXPECT_EQ(open.kind(), Error::Kind::Denied);
  EXPECT_STREQ(open.what(), "Permission denied: POSIX::open is not allowed here at job.pl line 1.");
  for (const char* code : {"POSIX::read(0, my $x, 1)",
                           "POSIX::write(1, 'x', 1)",
                           "POSIX::close(1)",
                           "POSIX::dup2(0, 1)",
                           "POSIX::kill($$, 0)",
                           "POSIX::raise(1)",
                           "POSIX::_exit(3)",
                           "POSIX::abort()",
                           "POSIX::fork()",
                           "POSIX::system('true')",
                           "POSIX::unlink('x')",
                           "POSIX::remove('x')",
                           "POSIX::opendir('/')",
                           "POSIX::stat('/')",
                           "POSIX::alarm(1)",
                           "POSIX::pause()",
                           "POSIX::setsid()",
                           "POSIX::sigprocmask(0, POSIX::SigSet->new)",
                           "Time::HiRes::ualarm(1)",
                           "Time::HiRes::stat('/')",
                           "Socket::getaddrinfo('localhost', 80)",
                           "Cwd::getcwd()",
                           "Cwd::abs_path('/')",
                           "File::Glob::bsd_glob('/*')",
                           "IPC::SysV::ftok('/')",
                           "IO::File->new_tmpfile",
                           "open my $f, '<&=0'",
                           "open my $f, '>&', 1"})
    EXPECT_EQ(error_of([&] { perl.eval<void>(code); }).kind(), Error::Kind::Denied) << code;
  EXPECT_EQ(perl.eval<double>("POSIX::floor(1.5)"), 1);
  EXPECT_EQ(perl.eval<std::string>("Socket::inet_ntoa(pack 'C4', 127, 0, 0, 1)"), "127.0.0.1");
  Interpreter killer({.caps = Cap::Kill});
  EXPECT_EQ(killer.eval<int>("use POSIX (); POSIX::kill($$, 0)"), 1);
}

TEST(Interpreter, PolicyCoversSignalsEnvironmentAndEval) {
  Captured captured;
  perlipc::Host host = captured.host({});
  host.env = {{"HOME", "/home/x"}};
  Interpreter perl({}, host);
  for (const char* code :
       {"$SIG{USR1} = sub {}", "$SIG{PIPE} = 'IGNORE'", "local $SIG{CHLD} = 'DEFAULT'",
        "%SIG = (INT => 'IGNORE')", "$ENV{NEW} = 1", "$ENV{HOME} = 1", "local $ENV{HOME} = 1",
        "delete $ENV{HOME}", "%ENV = ()", "undef %ENV", "local %ENV", "*ENV = {}", "eval '1'",
        "my $x = 'a'; $x =~ s/a/1/ee", "CORE::evalbytes '1'"})
    EXPECT_EQ(error_of([&] { perl.eval<void>(code); }).kind(), Error::Kind::Denied) << code;
  EXPECT_EQ(perl.eval<std::string>("$ENV{HOME}"), "/home/x");
  EXPECT_EQ(perl.eval<std::string>("join ',', %ENV"), "HOME,/home/x");
  EXPECT_EQ(perl.eval<int>("defined $ENV{NEW} ? 1 : 0"), 0);
  EXPECT_EQ(perl.eval<std::string>("local $SIG{__DIE__} = sub { die \"<$_[0]>\" };"
                                   "eval { die \"x\\n\" }; $@"),
            "<x\n> at (eval) line 1.\n");
  Interpreter free({.caps = Cap::EnvWrite | Cap::EvalString | Cap::Signals}, host);
  EXPECT_EQ(free.eval<int>("$ENV{NEW} = 1; local $SIG{USR1} = 'IGNORE'; eval '$ENV{NEW} + 1'"), 2);
}

TEST(Interpreter, RunIsAWholeProgram) {
  Captured captured;
  Interpreter perl({}, captured.host({"x"}));
  const auto status =
      perl.run("print \"@ARGV\\n\"; END { print \"end $?\\n\"; $? = 4 } die \"over\\n\"", "job.pl");
  EXPECT_EQ(captured.out, "x\nend 255\n");
  EXPECT_EQ(captured.err, "over\n");
  EXPECT_EQ(status.code, 4);
  EXPECT_THROW(perl.eval<int>("1"), Error);
}

TEST(Interpreter, EndBlocksRunWhenItGoes) {
  Captured captured;
  {
    Interpreter perl({}, captured.host());
    perl.load("END { print 'bye' }");
    EXPECT_EQ(captured.out, "");
  }
  EXPECT_EQ(captured.out, "bye");
}

TEST(Interpreter, ManyAreIndependentAndMovable) {
  Interpreter a, b;
  a.set("$x", 1);
  b.set("$x", 2);
  Interpreter c = std::move(a);
  EXPECT_EQ(c.get<int>("$x"), 1);
  EXPECT_EQ(b.get<int>("$x"), 2);
  b = std::move(c);
  EXPECT_EQ(b.eval<int>("$x + 10"), 11);
}

TEST(Interpreter, ValuesMayOutliveTheInterpreter) {
  std::optional<Interpreter> perl(std::in_place);
  const Var list = perl->eval<Var>("[1, 'two', { three => 3 }]");
  perl.reset();
  EXPECT_EQ(list.size(), 3u);
  EXPECT_EQ(list[1].to_string(), "two");
  EXPECT_EQ(list[2]["three"].as<int>(), 3);
}

TEST(Interpreter, LeavesTheStandardDescriptorsToTheProcess) {
  for (int round = 0; round < 2; ++round) {
    Interpreter perl(perlipc::Policy::process(), perlipc::Host::process());
    perl.load("print STDERR ''; my $text = ''; open my $file, '>', \\$text; print $file 1");
  }
  for (int fd = 0; fd <= 2; ++fd) EXPECT_NE(::fcntl(fd, F_GETFD), -1) << fd;
}

TEST(Interpreter, ForkedChildNeverReturnsToTheHost) {
  Interpreter perl({.caps = Cap::Fork});
  const pid_t parent = getpid();
  const int pid = perl.eval<int>("my $p = fork; exit 7 if !$p; $p");
  if (getpid() != parent) _exit(99);
  int status = 0;
  ASSERT_EQ(waitpid(pid, &status, 0), pid);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 7);
}

}  // namespace
