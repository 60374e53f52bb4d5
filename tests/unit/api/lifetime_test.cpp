// Interpreters that move, end inside of a call, nest or exchange values; exceptions and streams
// across the border.
#include "tests/unit/api/support.h"
#include <csignal>
#include <fcntl.h>
#include <memory>
#include <stdexcept>
#include <thread>
#include <unistd.h>

namespace {

using perlipc::Cap;
using perlipc::Error;
using perlipc::Interpreter;
using perlipc::Policy;
using perlipc::Var;

TEST(Lifetime, AMovedFromInterpreterThrowsAndCanBeAssigned) {
  Captured captured;
  Interpreter perl({}, captured.host());
  perl.load("END { print 'end ' }");
  Interpreter other = std::move(perl);
  for (const auto& use : std::vector<std::function<void()>>{
           [&] { perl.load("1"); }, [&] { perl.eval<void>("1"); }, [&] { perl.call("f"); },
           [&] { perl.get("$x"); }, [&] { perl.set("$x", 1); }, [&] { perl.bind("f", [] {}); },
           [&] { (void)perl.run("1"); }, [&] { (void)perl.has_sub("f"); },
           [&] { perl.require_module("M"); }, [&] { (void)perl.interrupt(); }})
    EXPECT_STREQ(error_of(use).what(), "The interpreter has been moved from");
  perl = Interpreter();
  EXPECT_EQ(perl.eval<int>("6 * 7"), 42);
  EXPECT_EQ(captured.out, "");
  other = std::move(perl);
  EXPECT_EQ(captured.out, "end ") << "what is assigned over ends at once";
  EXPECT_EQ(other.eval<int>("6 * 7"), 42);
}

TEST(Lifetime, MayGoInAFunctionOfTheHost) {
  Captured captured;
  auto perl = std::make_unique<Interpreter>(Policy{}, captured.host());
  perl->load("END { print 'end' }");
  perl->bind("go", [&] { perl.reset(); });
  perl->load("go(); print 'after '");
  EXPECT_EQ(captured.out, "after end");
}

TEST(Lifetime, AWholeProgramDoesNotRunInsideOfItself) {
  Interpreter perl;
  perl.bind("again", [&] { (void)perl.run("1"); });
  EXPECT_EQ(perl.eval<std::string>("eval { again() }; $@"),
            "A whole program cannot run inside of what the interpreter runs at (eval) line 1.\n");
  EXPECT_EQ(perl.eval<int>("6 * 7"), 42);
}

TEST(Lifetime, AnythingAFunctionThrowsDies) {
  Interpreter perl;
  perl.bind("number", []() -> int { throw 5; });
  EXPECT_EQ(perl.eval<std::string>("eval { number() }; $@"),
            "Unknown exception of the host at (eval) line 1.\n");
  const Error error = error_of([&] { perl.load("BEGIN { number() }"); });
  EXPECT_EQ(error.kind(), Error::Kind::Host);
  EXPECT_THROW(std::rethrow_exception(error.cause()), int);
  perl.bind("refuse", []() -> int { throw Error(Error::Kind::Die, "not today\n"); });
  EXPECT_EQ(error_of([&] { perl.eval<void>("refuse()"); }).kind(), Error::Kind::Die);
  perl.bind("leave", []() -> int { throw Error(Error::Kind::Exit, "", {}, 7, nullptr); });
  EXPECT_EQ(error_of([&] { perl.eval<void>("eval { leave() }"); }).exit_status(), 7);
}

TEST(Lifetime, ErrorsKeepTheirKindOnTheWayThroughTheHost) {
  Interpreter perl;
  perl.bind("run_text", [&](std::string text) { perl.load(text, "inner.pl"); });
  const auto kind = [&](const char* text) {
    return error_of([&] { perl.call<void>("run_text", text); }).kind();
  };
  EXPECT_EQ(kind("my $x = ;"), Error::Kind::Syntax);
  EXPECT_EQ(kind("fork"), Error::Kind::Denied);
  EXPECT_EQ(kind("die"), Error::Kind::Die);
  EXPECT_EQ(kind("exit 3"), Error::Kind::Exit);
}

TEST(Lifetime, AnotherInterpretersEndIsAnErrorHere) {
  Interpreter inner, outer;
  outer.bind("inner", [&](std::string text) { inner.load(text, "inner.pl"); });
  const Error exit = error_of([&] { outer.eval<void>("inner('exit 3')"); });
  EXPECT_EQ(exit.kind(), Error::Kind::Host);
  EXPECT_STREQ(exit.what(), "exit 3 at (eval) line 1.");
  ASSERT_TRUE(exit.cause());
  EXPECT_THROW(std::rethrow_exception(exit.cause()), Error);
  EXPECT_EQ(outer.eval<std::string>("eval { inner('die { code => 1 }') }; ref \\$@"), "SCALAR");
}

TEST(Values, OfAnotherInterpreterAreCopied) {
  Interpreter from, to;
  from.load("our $list = [1, 'two', { three => [3], utf => \"\\x{20ac}\" }, \\'ref'];"
            "push @$list, $list; our $object = bless [], 'Some'; sub code { }");
  const Var list = from.get("$list");
  to.set("$copy", list);
  EXPECT_EQ(to.eval<std::string>("join ',', @$copy[0, 1], $copy->[2]{three}[0], ${$copy->[3]},"
                                 " length $copy->[2]{utf}, $copy->[4] == $copy ? 'same' : 'other'"),
            "1,two,3,ref,1,same");
  to.eval<void>("$copy->[0] = 'changed'");
  EXPECT_EQ(list[0].to_string(), "1");
  for (const char* name : {"$object"}) {
    const Error error = error_of([&] { to.set("$x", from.get(name)); });
    EXPECT_EQ(error.kind(), Error::Kind::Type);
    EXPECT_STREQ(error.what(), "an object belongs to another interpreter");
  }
  EXPECT_STREQ(error_of([&] { to.set("$x", from.eval<Var>("\\&code")); }).what(),
               "a sub belongs to another interpreter");
  EXPECT_EQ(to.call<std::string>(to.eval<Var>("sub { \"@{$_[0]}[0, 1]\" }"), list), "1 two");
}

TEST(Values, OfOneInterpreterAreShared) {
  Interpreter perl;
  const Var made = Var::array({});
  perl.set("$list", made);
  perl.eval<void>("push @$list, 1, 2");
  EXPECT_EQ(made.size(), 2u);
  const Var outer = Var::array(std::vector<Var>{made, perl.get("$list")});
  EXPECT_EQ(perl.call<bool>(perl.eval<Var>("sub { $_[0][0] == $_[0][1] }"), outer), true);
}

TEST(Values, OfTwoInterpretersMeetInOneArray) {
  Var mixed;
  {
    Interpreter a, b;
    mixed = Var::array(std::vector<Var>{a.eval<Var>("['a']"), b.eval<Var>("['b']")});
    b.eval<void>("1");
  }
  EXPECT_EQ(mixed[0][0].to_string() + mixed[1][0].to_string(), "ab");
}

TEST(Values, OfTiedVariablesAreAskedFor) {
  Interpreter perl;
  perl.load("package Doubles; sub TIEARRAY { bless [] } sub FETCHSIZE { 3 } sub FETCH { $_[1] * 2 }"
            "sub CLEAR { $stored = '' } sub EXTEND { } sub STORE { $stored .= \"$_[1]=$_[2];\" }"
            "package Letters; sub TIEHASH { bless {} } sub FETCH { \"<$_[1]>\" }"
            "sub FIRSTKEY { 'a' } sub NEXTKEY { $_[1] eq 'a' ? 'b' : undef }"
            "package main; tie @doubles, 'Doubles'; tie %letters, 'Letters'");
  EXPECT_EQ(perl.get<std::vector<int>>("@doubles"), (std::vector<int>{0, 2, 4}));
  EXPECT_EQ(perl.get("@doubles")[5].to_integer(), 10);
  EXPECT_EQ((perl.get<std::map<std::string, std::string>>("%letters")),
            (std::map<std::string, std::string>{{"a", "<a>"}, {"b", "<b>"}}));
  EXPECT_EQ(perl.get("%letters").size(), 2u);
  EXPECT_EQ(perl.get("%letters")["z"].to_string(), "<z>");
  perl.set("@doubles", std::vector<int>{7, 8});
  EXPECT_EQ(perl.get<std::string>("$Doubles::stored"), "0=7;1=8;");
}

TEST(Values, OfVariablesThatAreNamedRightly) {
  Interpreter perl;
  for (const char* name : {"", "x", "&f", "$x[0]", "$h{k}", "$", "$x y", "@a-b", "*g"}) {
    EXPECT_EQ(error_of([&] { perl.get(name); }).kind(), Error::Kind::Type) << name;
    EXPECT_EQ(error_of([&] { perl.set(name, 1); }).kind(), Error::Kind::Type) << name;
  }
  perl.set("$^W", 1);
  EXPECT_EQ(perl.eval<int>("$^W"), 1);
  perl.set("$;", "sep");
  EXPECT_EQ(perl.eval<std::string>("$;"), "sep");
  perl.set("@Some::Where::list", std::vector<int>{1});
  perl.set("@Some::Where::list", perl.get("@Some::Where::list"));
  EXPECT_EQ(perl.eval<int>("scalar @Some::Where::list"), 1);
  EXPECT_EQ(perl.get<std::string>("$^GLOBAL_PHASE"), "START") << "nothing has been loaded";
}

TEST(Values, ObjectsAreNumbersOnlyWhenTheySaySo) {
  Interpreter perl;
  perl.load("package Number; use overload '0+' => sub { 5 }, fallback => 1;");
  EXPECT_EQ(perl.eval<int>("bless [], 'Number'"), 5);
  EXPECT_EQ(error_of([&] { perl.eval<int>("bless [], 'Plain'"); }).kind(), Error::Kind::Type);
  EXPECT_EQ(error_of([&] { perl.eval<int>("qr/x/"); }).kind(), Error::Kind::Type);
  EXPECT_EQ(error_of([&] { perl.eval<float>("1e300"); }).kind(), Error::Kind::Type);
}

TEST(Signals, ThatCameBeforeACallAreHandledFirst) {
  Interpreter perl({.caps = Cap::Signals});
  perl.load("$SIG{USR1} = sub { $got++ }");
  ::raise(SIGUSR1);
  EXPECT_EQ(perl.eval<int>("$got"), 1);
  perl.set("%SIG", std::map<std::string, std::string>{{"USR1", "IGNORE"}});
  ::raise(SIGUSR1);
  EXPECT_EQ(perl.eval<int>("$got"), 1);
}

TEST(Streams, DuplicatesOfTheHostsHandlesShareThem) {
  Captured captured;
  Interpreter perl({}, captured.host());
  perl.load("open my $copy, '>&', \\*STDOUT or die $!; print $copy 'one '; close $copy;"
            "open my $error, '>&STDERR' or die $!; print $error 'error'; print 'two '");
  EXPECT_EQ(captured.out, "one two ");
  EXPECT_EQ(captured.err, "error");
  captured.out.clear();
  perl.load("open my $saved, '>&', \\*STDOUT or die; close STDOUT; my $text = '';"
            "open STDOUT, '>', \\$text or die; print 'kept'; close STDOUT;"
            "open STDOUT, '>&', $saved or die; print \"back with $text\"");
  EXPECT_EQ(captured.out, "back with kept");
  captured.out.clear();
  perl.load("use Test::More tests => 1; ok(1, 'works in a host')");
  EXPECT_EQ(captured.out, "1..1\nok 1 - works in a host\n");
}

TEST(Streams, ProgramsGetTheHostsDescriptors) {
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  {
    perlipc::Host host;
    host.out.fd = ends[1];
    Interpreter perl({.caps = Cap::Exec | Cap::Fork | Cap::FsWrite}, host);
    perl.load("$| = 1; print 'perl '; system 'printf system-'; print `printf captured`, ' ';"
              "open my $p, '|-', 'cat' or die; print $p 'piped '; close $p;"
              "my $pid = fork; if (!$pid) { exec 'printf', 'exec ' } waitpid $pid, 0;"
              "exec '/no/such/program'; print 'still';");
  }
  ::close(ends[1]);
  char text[100];
  const ssize_t size = ::read(ends[0], text, sizeof text);
  ::close(ends[0]);
  ASSERT_GT(size, 0);
  EXPECT_EQ(std::string(text, static_cast<std::size_t>(size)),
            "perl system-captured piped exec still");
}

TEST(Streams, AReaderIsSharedByItsDuplicates) {
  std::string input = "one\ntwo\n";
  perlipc::Host host;
  host.in.read = [&](std::span<char> into) {
    const std::size_t n = std::min<std::size_t>({into.size(), input.size(), 4});
    input.copy(into.data(), n);
    input.erase(0, n);
    return n;
  };
  Interpreter perl({}, host);
  EXPECT_EQ(perl.eval<std::string>("my $a = <STDIN>; open my $in, '<&', \\*STDIN or die;"
                                   "my $b = <$in>; $a . $b"),
            "one\ntwo\n");
}

struct Disconnected : std::runtime_error {
  Disconnected() : std::runtime_error("client gone") {}
};

void expect_disconnected(const Error& error) {
  EXPECT_EQ(error.kind(), Error::Kind::Host);
  EXPECT_EQ(std::string(error.what()).find("client gone"), 0u) << error.what();
  ASSERT_TRUE(error.cause());
  EXPECT_THROW(std::rethrow_exception(error.cause()), Disconnected);
}

TEST(Streams, WhatACallbackThrowsArrivesAtTheCaller) {
  perlipc::Host host;
  bool fails = true;
  std::string out;
  host.out.write = [&](std::string_view text) {
    if (fails) throw Disconnected();
    out += text;
  };
  host.in.read = [](std::span<char>) -> std::size_t { throw Disconnected(); };
  for (const char* code :
       {"print 'x'", "$| = 1; eval { print 'x'; 1 for 1 .. 3; go_on() }; go_on()",
        "for (1 .. 3) { print 'x' x 100_000; } go_on()",
        "my $line = <STDIN>; 1 for 1 .. 3; go_on()", "1 while 1 + sysread STDIN, my $x, 1"}) {
    fails = true;
    Interpreter perl({}, host);
    perl.load("our $went_on = 0; sub go_on { $went_on = 1 }");
    expect_disconnected(error_of([&] { perl.load(code, "job.pl"); }));
    EXPECT_EQ(perl.get<int>("$went_on"), 0) << code;
    fails = false;
    out.clear();
    perl.load("print 'usable'");
    EXPECT_NE(out.find("usable"), out.npos) << code;
    fails = true;
    expect_disconnected(error_of([&] { (void)perl.run("print 'at the end'"); }));
  }
}

TEST(Streams, WhatTheLoaderThrowsIsADieOfRequire) {
  perlipc::Host host;
  std::string messages;
  host.err.write = [&](std::string_view text) { messages += text; };
  host.loader = [](std::string_view path) -> std::optional<std::string> {
    if (path == "Gone.pm") throw Disconnected();
    if (path == "Odd.pm") throw 3;
    return "1;";
  };
  Interpreter perl({}, host);
  expect_disconnected(error_of([&] { perl.require_module("Gone"); }));
  expect_disconnected(error_of([&] { perl.load("require Gone"); }));
  EXPECT_EQ(perl.eval<std::string>("eval { require Gone; 1 } ? 'loaded' : $@"),
            "client gone at (eval) line 1.\n");
  EXPECT_EQ(error_of([&] { perl.load("require Odd"); }).kind(), Error::Kind::Host);
  perl.load("require Fine");
  expect_disconnected(error_of([&] { (void)perl.run("END { warn 'end' } require Gone", "p"); }));
  EXPECT_EQ(messages, "client gone at p line 1.\nend at p line 1.\n");
}

TEST(Streams, WhatABoundFunctionThrowsEndsAProgramToo) {
  Captured captured;
  Interpreter perl({}, captured.host());
  perl.bind("leave", [] { throw Disconnected(); });
  expect_disconnected(error_of([&] { (void)perl.run("eval { leave() }; print 1; leave()"); }));
  EXPECT_EQ(captured.out, "1");
}

TEST(Streams, ACallbackMayRunPerlThatPrints) {
  std::unique_ptr<Interpreter> perl;
  std::string out;
  int depth = 0, deepest = 0;
  perlipc::Host host;
  host.out.write = [&](std::string_view text) {
    deepest = std::max(deepest, ++depth);
    out += text;
    if (text.find('!') != text.npos) perl->eval<void>("print 'x' x 100_000, '.'");
    --depth;
  };
  perl = std::make_unique<Interpreter>(Policy{}, host);
  perl->load("$| = 1; print 'a!'; print 'b'");
  EXPECT_EQ(out, "a!" + std::string(100'000, 'x') + ".b");
  EXPECT_EQ(deepest, 1);
  out.clear();
  perl->load("$| = 0; print '-' x 70_000, '!'");
  EXPECT_EQ(out, std::string(70'000, '-') + "!" + std::string(100'000, 'x') + ".");
}

TEST(Threads, EachMayHaveItsOwnInterpreter) {
  std::vector<std::thread> threads;
  std::vector<std::string> results(4);
  for (std::size_t n = 0; n < results.size(); ++n)
    threads.emplace_back([n, &results] {
      Interpreter perl({.caps = Cap::EvalString});
      perl.set("$n", n);
      results[n] = perl.eval<std::string>(
          "use List::Util 'sum'; use POSIX 'floor'; my %h; $h{$_ % 7} .= \"$_,\" for 1 .. 2000;"
          "my @w = sort { $a <=> $b } map { (my $t = $_) =~ s/(\\d+)/$1 + $n/ge; $t } 1 .. 200;"
          "my $e = 0; $e += eval \"$_ + $n\" for 1 .. 50;"
          "join ' ', scalar keys %h, sum(@w), $e, sprintf('%.3f', floor(2.7)), lc 'ABC'");
    });
  for (std::thread& thread : threads) thread.join();
  for (std::size_t n = 0; n < results.size(); ++n)
    EXPECT_EQ(results[n], "7 " + std::to_string(20100 + 200 * n) + " " +
                              std::to_string(1275 + 50 * n) + " 2.000 abc");
}

}  // namespace
