// Opening and the calls on names, permission questions, locks.
#include "runtime/file.h"

#include "tests/unit/runtime/support.h"

#include <fcntl.h>
#include <grp.h>
#include <sys/file.h>

namespace perlipc::rt {
namespace {

using testing::TemporaryDirectory;

TEST(File, ModesAreOpenFlags) {
  EXPECT_EQ(flags_for_mode("<"), O_RDONLY);
  EXPECT_EQ(flags_for_mode("+<"), O_RDWR);
  EXPECT_EQ(flags_for_mode("+>>"), O_RDWR | O_CREAT | O_APPEND);
  EXPECT_EQ(flags_for_mode("r"), std::nullopt);
  EXPECT_EQ(stream_options_for(O_RDWR | O_APPEND).access, Access::ReadWrite);
  EXPECT_TRUE(stream_options_for(O_WRONLY | O_APPEND).append);
}

TEST(File, OpenIsCloseOnExec) {
  TemporaryDirectory directory;
  const UniqueFd fd = open_file((directory / "f").c_str(), O_CREAT | O_WRONLY).value();
  EXPECT_TRUE(is_cloexec(fd.get()).value());
  EXPECT_EQ(open_file((directory / "no/f").c_str(), O_RDONLY).error(), ENOENT);
}

TEST(File, TemporaryHasNoName) {
  const UniqueFd fd = open_temporary().value();
  EXPECT_EQ(stat_fd(fd.get())->links, 0u);
  ASSERT_TRUE(write_some(fd.get(), "abc", 3).ok());
  EXPECT_EQ(seek_fd(fd.get(), 0, Whence::End).value(), 3);
}

TEST(File, NamesComeAndGo) {
  TemporaryDirectory directory;
  const std::string a = directory / "a", b = directory / "b", c = directory / "c";
  (void)open_file(a.c_str(), O_CREAT | O_WRONLY);
  ASSERT_TRUE(rename_path(a.c_str(), b.c_str()).ok());
  EXPECT_EQ(stat_path(a.c_str()).error(), ENOENT);
  ASSERT_TRUE(make_link(b.c_str(), a.c_str()).ok());
  EXPECT_EQ(stat_path(b.c_str())->links, 2u);
  const std::string target(700, 'x');
  ASSERT_TRUE(make_symlink(target.c_str(), c.c_str()).ok());
  EXPECT_EQ(read_link(c.c_str()).value(), target);
  EXPECT_TRUE(stat_link(c.c_str())->is_symlink());
  ASSERT_TRUE(remove_file(c.c_str()).ok());
  ASSERT_TRUE(make_directory(c.c_str(), 0755).ok());
  EXPECT_EQ(remove_file(c.c_str()).error(), EISDIR);
  ASSERT_TRUE(remove_directory(c.c_str()).ok());
  ASSERT_TRUE(make_fifo(c.c_str(), 0600).ok());
  EXPECT_TRUE(stat_path(c.c_str())->is_fifo());
}

TEST(File, TimesAndSize) {
  TemporaryDirectory directory;
  const std::string path = directory / "f";
  const UniqueFd fd = open_file(path.c_str(), O_CREAT | O_RDWR).value();
  ASSERT_TRUE(set_times(path.c_str(), AccessTimes{{1000, 5}, {2000, 500'000'000}}).ok());
  const FileStat stat = stat_path(path.c_str()).value();
  EXPECT_EQ(stat.accessed.seconds, 1000);
  EXPECT_DOUBLE_EQ(stat.modified.as_double(), 2000.5);
  ASSERT_TRUE(set_times_fd(fd.get(), std::nullopt).ok());
  EXPECT_GT(stat_fd(fd.get())->modified.seconds, 1'000'000);
  ASSERT_TRUE(truncate_fd(fd.get(), 10).ok());
  EXPECT_EQ(stat_fd(fd.get())->size, 10);
}

TEST(File, PermissionsFromModeBits) {
  FileStat stat;
  stat.uid = ::geteuid() + 1;
  stat.gid = 0x7fffff01;
  stat.mode = S_IFREG | 0604;
  const bool root = ::geteuid() == 0;
  EXPECT_TRUE(mode_permits(stat, Permission::Read, WhichIds::Effective));
  EXPECT_EQ(mode_permits(stat, Permission::Write, WhichIds::Effective), root);
  EXPECT_FALSE(mode_permits(stat, Permission::Execute, WhichIds::Effective));
  EXPECT_FALSE(is_owned(stat, WhichIds::Effective));
  stat.mode = S_IFREG | 0100;
  EXPECT_EQ(mode_permits(stat, Permission::Execute, WhichIds::Real), root);
}

TEST(File, PermissionsOfAnOrdinaryUser) {
  if (::geteuid() != 0) GTEST_SKIP() << "only the superuser can become another user";
  testing::Child child([] {
    if (::setgroups(0, nullptr) != 0 || ::setresgid(1234, 1234, 1234) != 0 ||
        ::setresuid(1234, 1234, 1234) != 0) {
      return 1;
    }
    FileStat stat;
    stat.uid = 1234;
    stat.gid = 1234;
    stat.mode = S_IFREG | 0072;  // the owner's bits decide for the owner
    if (mode_permits(stat, Permission::Read, WhichIds::Effective)) return 2;
    stat.uid = 1;
    if (!mode_permits(stat, Permission::Execute, WhichIds::Effective)) return 3;
    stat.gid = 1;
    if (mode_permits(stat, Permission::Execute, WhichIds::Effective)) return 4;
    return mode_permits(stat, Permission::Write, WhichIds::Real) ? 0 : 5;
  });
  EXPECT_EQ(child.wait().exit_code(), 0);
}

TEST(File, LocksExcludeOtherDescriptions) {
  TemporaryDirectory directory;
  const std::string path = directory / "f";
  const UniqueFd a = open_file(path.c_str(), O_CREAT | O_RDWR).value();
  const UniqueFd b = open_file(path.c_str(), O_RDWR).value();
  ASSERT_TRUE(lock_file(a.get(), LOCK_EX).ok());
  EXPECT_EQ(lock_file(b.get(), LOCK_EX | LOCK_NB).error(), EWOULDBLOCK);
  ASSERT_TRUE(lock_file(a.get(), LOCK_UN).ok());
  EXPECT_TRUE(lock_file(b.get(), LOCK_EX | LOCK_NB).ok());
}

TEST(File, FcntlTakesNumbersAndStructures) {
  const UniqueFd fd = open_temporary().value();
  EXPECT_EQ(fcntl_number(fd.get(), F_GETFD, 0).value(), FD_CLOEXEC);
  struct flock lock {};
  lock.l_type = F_WRLCK;
  ASSERT_TRUE(fcntl_buffer(fd.get(), F_GETLK, &lock).ok());
  EXPECT_EQ(lock.l_type, F_UNLCK);
  EXPECT_GE(ioctl_buffer_size(0x5401), 256u);
}

TEST(File, UmaskAndDirectory) {
  const mode_t before = set_umask(027);
  EXPECT_EQ(current_umask(), 027u);
  set_umask(before);
  testing::Child child([] {
    if (!change_directory("/")) return 1;
    return current_directory().value_or("") == "/" && real_path("tmp/..").value_or("") == "/" ? 0
                                                                                              : 2;
  });
  EXPECT_EQ(child.wait().exit_code(), 0);
}

}  // namespace
}  // namespace perlipc::rt
