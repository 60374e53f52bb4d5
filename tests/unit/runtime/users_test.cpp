// User and group databases, as far as every machine has them.
#include "runtime/users.h"

#include <gtest/gtest.h>

namespace perlipc::rt {
namespace {

TEST(Users, RootByNameAndNumber) {
  const std::optional<UserEntry> root = user_by_name("root");
  ASSERT_TRUE(root);
  EXPECT_EQ(root->uid, 0u);
  EXPECT_EQ(user_by_id(0)->name, "root");
  EXPECT_FALSE(user_by_name("no-such-user-here"));
  EXPECT_EQ(group_by_id(0)->name, "root");
  EXPECT_EQ(group_by_name("root")->gid, 0u);
}

TEST(Users, EnumerationFindsRootAgainAfterRewind) {
  for (int round = 0; round < 2; ++round) {
    rewind_users();
    bool found = false;
    while (const std::optional<UserEntry> user = next_user()) found |= user->uid == 0;
    EXPECT_TRUE(found);
    rewind_groups();
    found = false;
    while (const std::optional<GroupEntry> group = next_group()) found |= group->gid == 0;
    EXPECT_TRUE(found);
  }
  end_users();
  end_groups();
}

}  // namespace
}  // namespace perlipc::rt
