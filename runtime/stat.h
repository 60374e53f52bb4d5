// What stat(2) says about a file, as a value, and the permission questions that can be answered
// from it.
#pragma once

#include "runtime/result.h"

#include <cstdint>
#include <string>
#include <sys/stat.h>
#include <sys/types.h>

namespace perlipc::rt {

struct FileTime {
  int64_t seconds = 0;
  int64_t nanoseconds = 0;
  double as_double() const {
    return static_cast<double>(seconds) + static_cast<double>(nanoseconds) * 1e-9;
  }
};

struct FileStat {
  dev_t device = 0;
  ino_t inode = 0;
  mode_t mode = 0;
  nlink_t links = 0;
  uid_t uid = 0;
  gid_t gid = 0;
  dev_t special_device = 0;
  int64_t size = 0;
  FileTime accessed, modified, changed;
  int64_t block_size = 0;
  int64_t blocks = 0;

  bool is_regular() const { return S_ISREG(mode); }
  bool is_directory() const { return S_ISDIR(mode); }
  bool is_symlink() const { return S_ISLNK(mode); }
  bool is_fifo() const { return S_ISFIFO(mode); }
  bool is_socket() const { return S_ISSOCK(mode); }
  bool is_block_device() const { return S_ISBLK(mode); }
  bool is_character_device() const { return S_ISCHR(mode); }
};

Result<FileStat> stat_path(const char* path);
Result<FileStat> stat_link(const char* path);
Result<FileStat> stat_fd(int fd);

enum class Permission : uint8_t { Read = 4, Write = 2, Execute = 1 };
enum class WhichIds : uint8_t { Effective, Real };

// By mode bits, owner, group and the supplementary groups (perlfunc -X). The superuser may read and
// write everything and execute directories and what anybody may execute.
bool mode_permits(const FileStat& stat, Permission permission, WhichIds ids);
// perlfunc -o and -O.
bool is_owned(const FileStat& stat, WhichIds ids);
// faccessat(2): access control lists and read-only file systems included.
Result<void> may_access(const char* path, Permission permission, WhichIds ids);

}  // namespace perlipc::rt
