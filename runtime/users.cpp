// The user and group databases; see users.h.
#include "runtime/users.h"

#include <grp.h>
#include <pwd.h>
#include <shadow.h>
#include <unistd.h>

namespace perlipc::rt {

namespace {

std::string text_or_empty(const char* text) { return text != nullptr ? text : ""; }

std::optional<UserEntry> to_entry(const passwd* raw) {
  if (raw == nullptr) return std::nullopt;
  return UserEntry{text_or_empty(raw->pw_name),
                   text_or_empty(raw->pw_passwd),
                   raw->pw_uid,
                   raw->pw_gid,
                   text_or_empty(raw->pw_gecos),
                   text_or_empty(raw->pw_dir),
                   text_or_empty(raw->pw_shell)};
}

std::optional<GroupEntry> to_entry(const group* raw) {
  if (raw == nullptr) return std::nullopt;
  GroupEntry entry{text_or_empty(raw->gr_name), text_or_empty(raw->gr_passwd), raw->gr_gid, {}};
  for (char** member = raw->gr_mem; member != nullptr && *member != nullptr; ++member) {
    entry.members.emplace_back(*member);
  }
  return entry;
}

}  // namespace

std::optional<UserEntry> user_by_name(const char* name) { return to_entry(::getpwnam(name)); }
std::optional<UserEntry> user_by_id(uid_t uid) { return to_entry(::getpwuid(uid)); }
void rewind_users() { ::setpwent(); }
std::optional<UserEntry> next_user() { return to_entry(::getpwent()); }
void end_users() { ::endpwent(); }

std::optional<std::string> shadow_password(const char* name) {
  const spwd* entry = ::getspnam(name);
  if (entry == nullptr || entry->sp_pwdp == nullptr) return std::nullopt;
  return std::string(entry->sp_pwdp);
}

std::optional<GroupEntry> group_by_name(const char* name) { return to_entry(::getgrnam(name)); }
std::optional<GroupEntry> group_by_id(gid_t gid) { return to_entry(::getgrgid(gid)); }
void rewind_groups() { ::setgrent(); }
std::optional<GroupEntry> next_group() { return to_entry(::getgrent()); }
void end_groups() { ::endgrent(); }

std::optional<std::string> login_name() {
  const char* name = ::getlogin();
  if (name == nullptr) return std::nullopt;
  return std::string(name);
}

}  // namespace perlipc::rt
