// stat(2) as a value; see stat.h.
#include "runtime/stat.h"

#include "runtime/process.h"

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace perlipc::rt {

namespace {

FileTime to_file_time(const timespec& time) { return {time.tv_sec, time.tv_nsec}; }

FileStat to_file_stat(const struct stat& raw) {
  FileStat stat;
  stat.device = raw.st_dev;
  stat.inode = raw.st_ino;
  stat.mode = raw.st_mode;
  stat.links = raw.st_nlink;
  stat.uid = raw.st_uid;
  stat.gid = raw.st_gid;
  stat.special_device = raw.st_rdev;
  stat.size = raw.st_size;
  stat.accessed = to_file_time(raw.st_atim);
  stat.modified = to_file_time(raw.st_mtim);
  stat.changed = to_file_time(raw.st_ctim);
  stat.block_size = raw.st_blksize;
  stat.blocks = raw.st_blocks;
  return stat;
}

bool is_member(gid_t group, gid_t own) {
  if (group == own) return true;
  const Result<std::vector<gid_t>> groups = supplementary_groups();
  return groups && std::find(groups->begin(), groups->end(), group) != groups->end();
}

}  // namespace

Result<FileStat> stat_path(const char* path) {
  struct stat raw;
  if (::stat(path, &raw) == -1) return Errno::last();
  return to_file_stat(raw);
}

Result<FileStat> stat_link(const char* path) {
  struct stat raw;
  if (::lstat(path, &raw) == -1) return Errno::last();
  return to_file_stat(raw);
}

Result<FileStat> stat_fd(int fd) {
  struct stat raw;
  if (::fstat(fd, &raw) == -1) return Errno::last();
  return to_file_stat(raw);
}

bool mode_permits(const FileStat& stat, Permission permission, WhichIds ids) {
  const bool real = ids == WhichIds::Real;
  const uid_t uid = real ? ::getuid() : ::geteuid();
  const auto bit = static_cast<mode_t>(permission);
  if (uid == 0) {
    if (permission != Permission::Execute) return true;
    return (stat.mode & 0111) != 0 || stat.is_directory();
  }
  if (stat.uid == uid) return (stat.mode & (bit << 6)) != 0;
  if (is_member(stat.gid, real ? ::getgid() : ::getegid())) return (stat.mode & (bit << 3)) != 0;
  return (stat.mode & bit) != 0;
}

bool is_owned(const FileStat& stat, WhichIds ids) {
  return stat.uid == (ids == WhichIds::Real ? ::getuid() : ::geteuid());
}

Result<void> may_access(const char* path, Permission permission, WhichIds ids) {
  return check(::faccessat(AT_FDCWD, path, static_cast<int>(permission),
                           ids == WhichIds::Effective ? AT_EACCESS : 0));
}

}  // namespace perlipc::rt
