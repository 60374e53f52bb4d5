// Recursion through native code, and data and programs nested deep, on stacks of every size: Perl
// dies, the host's process does not.
#include "interp/api/perlipc.hpp"
#include <functional>
#include <gtest/gtest.h>
#include <pthread.h>
#include <thread>
#include <ucontext.h>

namespace {

using perlipc::Cap;
using perlipc::Error;
using perlipc::Host;
using perlipc::Interpreter;
using perlipc::Policy;
using perlipc::Var;

#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t kScale = 8;  // instrumented frames are larger
#else
constexpr std::size_t kScale = 1;
#endif

void on_stack_of(std::size_t bytes, std::function<void()> body) {
  pthread_attr_t attributes;
  ASSERT_EQ(pthread_attr_init(&attributes), 0);
  ASSERT_EQ(pthread_attr_setstacksize(&attributes, bytes * kScale), 0);
  pthread_t thread;
  const auto run = [](void* f) -> void* {
    (*static_cast<std::function<void()>*>(f))();
    return nullptr;
  };
  ASSERT_EQ(pthread_create(&thread, &attributes, run, &body), 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
}

struct Recursion {
  const char* name;
  const char* code;  // goes on for ever
};
constexpr Recursion kRecursions[] = {
    {"sort", "sub f { my @x = sort { f(); $a <=> $b } 2, 1; 1 } f()"},
    {"plus", "package O; use overload '+' => sub { $_[0] + 1 }; (bless []) + 1"},
    {"text", "package O; use overload '\"\"' => sub { \"$_[0]\" }; '' . bless []"},
    {"compare", "package O; use overload '<=>' => sub { $_[0] <=> 1 }; (bless []) <=> 1"},
    {"array", "package O; use overload '@{}' => sub { \\@{$_[0]} };"
              " my $o = bless {}, 'O'; my @x = @$o"},
    {"code", "package O; use overload '&{}' => sub { \\&{$_[0]} }; (bless [])->()"},
    {"sprintf", "package O; use overload '\"\"' => sub { sprintf '%s', $_[0] }; '' . bless []"},
    {"fetch", "package T; sub TIEARRAY { bless [] } sub FETCH { $main::t[$_[1] + 1] }"
              " tie @main::t, 'T'; $main::t[0]"},
    {"pattern", "use re 'eval'; sub f { 'a' =~ /a(?{ f() })/ } f()"},
    {"text of code", "sub f { eval 'f(); 1' or die $@ } f()"},
    {"first", "use List::Util 'first'; sub f { first { f() } 1 } f()"},
    {"reduce", "use List::Util 'reduce'; sub f { reduce { f() } 1, 2 } f()"},
    {"require", "my $n = 0; unshift @INC, sub { $n++; my $t = \"require Q$n; 1\"; \\$t };"
                " require Q0"},
    {"destroy", "sub O::DESTROY { f() } sub f { my @x = sort { f(); $a <=> $b } 2, 1; 1 }"
                " { my $o = bless [], 'O' } die 'deep'"},
    {"chain", "my $n = 0; sub O::DESTROY { $n++ } my $o; $o = bless [$o], 'O' for 1 .. 1e5;"
              " undef $o; die \"deep $n\""},
    {"warn", "$SIG{__WARN__} = sub { local $SIG{__WARN__} = $SIG{__WARN__}; f() };"
             " sub f { my @x = sort { warn 'x'; f() } 1, 2 } f()"},
    {"expression", "eval '(' x 1e5 . 1 . ')' x 1e5; die $@"},
    {"row", "eval join('+', ('$x') x 3e4) . ';1' or die $@"},
    {"blocks", "eval '{;' x 1e5 . 1 . '}' x 1e5; die $@"},
    {"store", "use Storable 'freeze'; $Storable::recursion_limit = -1; my $d;"
              " $d = [$d] for 1 .. 1e6; freeze($d)"},
};

// The code dies, eval catches it, and the interpreter goes on.
void expect_refused(const Recursion& recursion) {
  Policy policy = Policy::pure();
  policy.caps = Cap::EvalString | Cap::FsRead | Cap::Signals;
  Host host;
  host.include = Host::process().include;
  Interpreter perl(policy, host);
  perl.set("$code", recursion.code);
  try {
    perl.eval<void>("no warnings; local $SIG{__WARN__} = sub {}; eval $code; die $@");
    ADD_FAILURE() << recursion.name;
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("eep"), std::string::npos)
        << recursion.name << ": " << error.what();
  }
  EXPECT_EQ(perl.eval<std::string>("join ',', sort { $a <=> $b } 3, 1, 2"), "1,2,3")
      << recursion.name;
}

class Stack : public testing::TestWithParam<Recursion> {};

TEST_P(Stack, RecursionThroughNativeCodeDies) {
  for (const std::size_t kilobytes : {192, 256, 1024})
    on_stack_of(kilobytes << 10, [] { expect_refused(GetParam()); });
}
INSTANTIATE_TEST_SUITE_P(Recursions, Stack, testing::ValuesIn(kRecursions),
                         [](const auto& info) { return "n" + std::to_string(info.index); });

TEST(Stack, UncaughtItIsALimit) {
  on_stack_of(512 << 10, [] {
    Interpreter perl;
    perl.load("sub f { my @x = sort { f(); 0 } 1, 2; 1 }");
    const auto result = perl.try_call<void>("f");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind(), Error::Kind::Limit);
    EXPECT_STREQ(result.error().what(),
                 "Deep recursion: the stack of perlipc is exhausted at -e line 1.");
  });
}

TEST(Stack, HostFunctionsComeBackToPerlOnTheSameStack) {
  on_stack_of(512 << 10, [] {
    Interpreter perl;
    perl.bind("again", [&] { perl.call<void>("f"); });
    perl.load("sub f { again(); 1 }");
    const auto result = perl.try_call<void>("f");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind(), Error::Kind::Limit);
  });
}

TEST(Stack, AThreadMayTakeTheInterpreterOver) {
  Interpreter perl;
  perl.load("sub f { my @x = sort { f(); 0 } 1, 2; 1 } sub g { 7 }");
  for (int n = 0; n < 3; ++n)
    on_stack_of(256 << 10, [&] {
      EXPECT_FALSE(perl.try_call<void>("f"));
      EXPECT_EQ(perl.call<int>("g"), 7);
    });
  perl.bind("elsewhere",
            [&] { on_stack_of(256 << 10, [&] { EXPECT_FALSE(perl.try_call<void>("f")); }); });
  EXPECT_TRUE(perl.try_call<void>("elsewhere"));
  EXPECT_EQ(perl.call<int>("g"), 7);
}

TEST(Stack, NestedDataIsCopiedIntoAnotherInterpreter) {
  on_stack_of(256 << 10, [] {
    Interpreter from, to;
    const Var deep = from.eval("my $d = 'core'; $d = [$d] for 1 .. 1e5; $d");
    to.load("sub core { my $d = shift; my $n = 0; $n++, $d = $d->[0] while ref $d; \"$d $n\" }");
    EXPECT_EQ(to.call<std::string>("core", deep), "core 100000");
    const Var circle = from.eval("my $c = { name => 'c' }; $c->{me} = [$c, \\'x']; $c");
    EXPECT_EQ(to.call<std::string>(to.eval("sub { my $c = shift; $c->{me}[0] == $c ? "
                                           "${$c->{me}[1]} . $c->{name} : 'other' }"),
                                   circle),
              "xc");
  });
}

#if !defined(__SANITIZE_ADDRESS__)  // which would have to be told of the fiber
struct Fiber {
  ucontext_t caller, own;
  std::function<void()> body;
};
Fiber* fiber = nullptr;

TEST(Stack, AFiberSaysHowMuchItHas) {
  static char stack[512 << 10];
  Fiber it;
  fiber = &it;
  it.body = [] {
    Host host;
    host.stack_bytes = 256 << 10;
    Interpreter perl(Policy::pure(), host);
    perl.load("sub f { my @x = sort { f(); 0 } 1, 2; 1 }");
    const auto result = perl.try_call<void>("f");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind(), Error::Kind::Limit);
  };
  getcontext(&it.own);
  it.own.uc_stack.ss_sp = stack;
  it.own.uc_stack.ss_size = sizeof stack;
  it.own.uc_link = &it.caller;
  makecontext(
      &it.own, [] { fiber->body(); }, 0);
  swapcontext(&it.caller, &it.own);
}
#endif

}  // namespace
