// Listing directories.
#include "runtime/directory.h"

#include "tests/unit/runtime/support.h"

#include <fstream>
#include <set>

namespace perlipc::rt {
namespace {

std::set<std::string> rest_of(Directory& directory) {
  std::set<std::string> names;
  for (;;) {
    const std::optional<std::string> name = directory.read().value();
    if (!name) return names;
    names.insert(*name);
  }
}

TEST(Directory, ListsRewindsAndSeeks) {
  testing::TemporaryDirectory temporary;
  for (const char* name : {"a", "b", "c"}) std::ofstream(temporary / name) << name;
  const Ref<Directory> directory = Directory::open(temporary.path().c_str()).value();
  EXPECT_TRUE(is_cloexec(directory->fd()).value());
  const std::set<std::string> all{".", "..", "a", "b", "c"};
  EXPECT_EQ(rest_of(*directory), all);
  ASSERT_TRUE(directory->rewind().ok());
  (void)directory->read();
  const long position = directory->tell().value();
  const std::set<std::string> rest = rest_of(*directory);
  EXPECT_EQ(rest.size(), 4u);
  ASSERT_TRUE(directory->seek(position).ok());
  EXPECT_EQ(rest_of(*directory), rest);
}

TEST(Directory, ErrorsAndClosing) {
  EXPECT_EQ(Directory::open("/nonexistent").error(), ENOENT);
  EXPECT_EQ(Directory::open("/dev/null").error(), ENOTDIR);
  const Ref<Directory> directory = Directory::open("/").value();
  ASSERT_TRUE(directory->close().ok());
  EXPECT_EQ(directory->close().error(), EBADF);
  EXPECT_EQ(directory->read().error(), EBADF);
  EXPECT_EQ(directory->tell().error(), EBADF);
}

}  // namespace
}  // namespace perlipc::rt
