// The user and group databases as values. Enumerations use the C library's process-wide iterators.
#pragma once

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace perlipc::rt {

struct UserEntry {
  std::string name;
  std::string password;
  uid_t uid = 0;
  gid_t gid = 0;
  std::string gecos;
  std::string directory;
  std::string shell;
};
std::optional<UserEntry> user_by_name(const char* name);
std::optional<UserEntry> user_by_id(uid_t uid);
void rewind_users();
std::optional<UserEntry> next_user();
void end_users();
// The shadow password, when this process may read it.
std::optional<std::string> shadow_password(const char* name);

struct GroupEntry {
  std::string name;
  std::string password;
  gid_t gid = 0;
  std::vector<std::string> members;
};
std::optional<GroupEntry> group_by_name(const char* name);
std::optional<GroupEntry> group_by_id(gid_t gid);
void rewind_groups();
std::optional<GroupEntry> next_group();
void end_groups();

// The name on the controlling terminal (getlogin); empty when there is none.
std::optional<std::string> login_name();

}  // namespace perlipc::rt
