// Policies: every builtin that needs a capability is refused without it, and the rest of what reaches
// out of the interpreter.
#include "builtins/table.h"
#include "tests/unit/api/support.h"
#include <map>
#include <unistd.h>

namespace {

using perlipc::Cap;
using perlipc::Error;
using perlipc::Interpreter;
using perlipc::builtin::BuiltinId;
using perlipc::builtin::BuiltinRow;
using perlipc::builtin::Capability;

// A call of each builtin that has a capability in the table.
const std::map<std::string_view, const char*> kCalls = {
    {"accept", "accept my $a, STDIN"},
    {"alarm", "alarm 0"},
    {"bind", "bind STDIN, ''"},
    {"chdir", "chdir '/'"},
    {"chmod", "chmod 0, '/nowhere'"},
    {"chown", "chown 0, 0, '/nowhere'"},
    {"chroot", "chroot '/nowhere'"},
    {"connect", "connect STDIN, ''"},
    {"eval", "eval '1'"},
    {"evalbytes", "CORE::evalbytes('1')"},
    {"exec", "exec '/nowhere'"},
    {"fcntl", "fcntl STDIN, 1, 0"},
    {"flock", "flock STDIN, 8"},
    {"fork", "fork"},
    {"gethostbyaddr", "gethostbyaddr 'abcd', 2"},
    {"gethostbyname", "gethostbyname 'localhost'"},
    {"glob", "my @x = glob '/*'"},
    {"ioctl", "ioctl STDIN, 1, 0"},
    {"kill", "kill 0, 1"},
    {"link", "link '/nowhere', '/neither'"},
    {"listen", "listen STDIN, 1"},
    {"lstat", "lstat '/'"},
    {"mkdir", "mkdir '/nowhere/x'"},
    {"msgctl", "msgctl 0, 0, 0"},
    {"msgget", "msgget 0, 0"},
    {"msgrcv", "msgrcv 0, my $x, 1, 0, 0"},
    {"msgsnd", "msgsnd 0, 'x', 0"},
    {"open", "open my $f, '<', '/nowhere'"},
    {"opendir", "opendir my $d, '/'"},
    {"pipe", "pipe my $r, my $w"},
    {"readdir", "readdir STDIN"},
    {"readlink", "readlink '/nowhere'"},
    {"readpipe", "readpipe 'true'"},
    {"rename", "rename '/nowhere', '/neither'"},
    {"require", "require '/nowhere'"},
    {"rmdir", "rmdir '/nowhere'"},
    {"semctl", "semctl 0, 0, 0, 0"},
    {"semget", "semget 0, 0, 0"},
    {"semop", "semop 0, ''"},
    {"setpgrp", "setpgrp 0, 0"},
    {"setpriority", "setpriority 0, 0, 0"},
    {"shmctl", "shmctl 0, 0, 0"},
    {"shmget", "shmget 0, 0, 0"},
    {"shmread", "shmread 0, my $x, 0, 1"},
    {"shmwrite", "shmwrite 0, 'x', 0, 1"},
    {"socket", "socket my $s, 1, 1, 0"},
    {"socketpair", "socketpair my $a, my $b, 1, 1, 0"},
    {"stat", "stat '/'"},
    {"symlink", "symlink '/nowhere', '/nowhere/x'"},
    {"syscall", "syscall 39"},
    {"sysopen", "sysopen my $f, '/nowhere', 0"},
    {"system", "system '/nowhere'"},
    {"truncate", "truncate '/nowhere', 0"},
    {"umask", "umask 022"},
    {"unlink", "unlink '/nowhere'"},
    {"utime", "utime 0, 0, '/nowhere'"},
    {"wait", "wait"},
    {"waitpid", "waitpid -1, 1"},
};
// Refused when they are compiled, whatever the policy.
bool is_unsupported(std::string_view name) { return name.starts_with("dbm"); }

TEST(Policy, EveryCapabilityOfTheTableIsAsked) {
  for (std::size_t n = 0; n < static_cast<std::size_t>(BuiltinId::Count); ++n) {
    const BuiltinRow& row = perlipc::builtin::builtin_row(static_cast<BuiltinId>(n));
    if (row.capability == Capability::None || is_unsupported(row.name)) continue;
    const auto call = kCalls.find(row.name);
    ASSERT_NE(call, kCalls.end()) << row.name << " has no call in this test";
    Interpreter perl;
    const Error error = error_of([&] { perl.eval<void>(call->second); });
    EXPECT_EQ(error.kind(), Error::Kind::Denied) << row.name << ": " << error.what();
  }
}

TEST(Policy, WhatBelongsToTheProcessIsNotTheScripts) {
  Interpreter perl;
  for (const char* code : {"$> = 1", "$< = 1", "$( = 1", "$) = '1 1'", "($<, $>) = (1, 1)",
                           "$0 = 'other'", "use POSIX (); POSIX::setlocale(POSIX::LC_ALL(), 'C')"})
    EXPECT_EQ(error_of([&] { perl.eval<void>(code); }).kind(), Error::Kind::Denied) << code;
  EXPECT_EQ(perl.eval<int>("$<"), static_cast<int>(::getuid()));
  EXPECT_EQ(perl.eval<std::string>("$0"), "perlipc");
  EXPECT_TRUE(perl.eval<bool>("defined POSIX::setlocale(POSIX::LC_ALL())")) << "a question";
  Interpreter native({.caps = Cap::LoadNative});
  EXPECT_EQ(native.eval<std::string>("use POSIX (); POSIX::setlocale(POSIX::LC_ALL(), 'C')"), "C");
}

TEST(Policy, OpenAsksForWhatItsModeNeeds) {
  const std::pair<const char*, Cap> cases[] = {
      {"open my $f, '<', '/dev/null'", Cap::FsRead},
      {"open my $f, '</dev/null'", Cap::FsRead},
      {"open my $f, '>', '/dev/null'", Cap::FsWrite},
      {"open my $f, '>>/dev/null'", Cap::FsWrite},
      {"open my $f, '+<', '/dev/null'", Cap::FsRead | Cap::FsWrite},
      {"open my $f, '+>', undef", Cap::FsWrite},
      {"open my $f, '|-', 'cat >/dev/null'", Cap::Exec},
      {"open my $f, 'true |'", Cap::Exec},
      {"my $p = open my $f, '-|'; exit if defined $p && !$p", Cap::Fork},
      {"open my $f, '<&=', 0", Cap::FsRead},
      {"open my $f, '>&1'", Cap::FsWrite},
      {"@ARGV = '/dev/null'; my $l = <>", Cap::FsRead},
      {"@ARGV = '/dev/null'; my @l = <>", Cap::FsRead},
      {"@ARGV = '/dev/null'; eof()", Cap::FsRead},
      {"@ARGV = '/dev/null'; my $l = <<>>", Cap::FsRead},
      {"@ARGV = 'true |'; my $l = <>", Cap::Exec},
      {"sysopen my $f, '/dev/null', 1", Cap::FsWrite},
  };
  for (const auto& [code, needed] : cases) {
    const auto all = static_cast<std::uint32_t>(perlipc::Policy::process().caps);
    Interpreter with({.caps = needed}),
        without({.caps = static_cast<Cap>(all & ~static_cast<std::uint32_t>(needed))});
    EXPECT_NO_THROW(with.load(code)) << code;
    EXPECT_EQ(error_of([&, source = code] { without.load(source); }).kind(), Error::Kind::Denied)
        << code;
  }
}

TEST(Policy, TheHostsInputNeedsNoCapability) {
  std::string input = "one\ntwo\n";
  perlipc::Host host;
  host.in.read = [&](std::span<char> into) {
    const std::size_t n = std::min<std::size_t>(into.size(), input.size());
    input.copy(into.data(), n);
    input.erase(0, n);
    return n;
  };
  Interpreter perl({}, host);
  EXPECT_EQ(perl.eval<std::string>("my $all = ''; $all .= $_ while <>; $all"), "one\ntwo\n");
}

TEST(Policy, ARefusalIsKnownThroughBeginUseAndRequire) {
  perlipc::Host host;
  host.loader = [](std::string_view) { return std::string("package Forks; fork; 1;"); };
  for (const char* code : {"BEGIN { fork }", "use Forks;", "require Forks;", "UNITCHECK { fork } 1",
                           "INIT { fork } 1"}) {
    Interpreter perl({}, host);
    const Error error = error_of([&] { perl.load(code, "job.pl"); });
    EXPECT_EQ(error.kind(), Error::Kind::Denied) << code << ": " << error.what();
  }
  Interpreter perl;
  EXPECT_EQ(error_of([&] { perl.load("BEGIN { die 'no' }"); }).kind(), Error::Kind::Syntax);
  EXPECT_EQ(error_of([&] { perl.load("eval { fork }; die 'other'"); }).kind(), Error::Kind::Die);
}

}  // namespace
