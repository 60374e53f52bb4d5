// Opening files and acting on the file system. Paths are NUL-terminated; the caller has refused
// names with a NUL inside.
#pragma once

#include "runtime/fd.h"
#include "runtime/stat.h"
#include "runtime/stream.h"

#include <optional>
#include <string>
#include <string_view>

namespace perlipc::rt {

// --- opening -------------------------------------------------------------------------------------

// "<", ">", ">>", "+<", "+>", "+>>" as open(2) flags, without O_CLOEXEC; empty when it is none of
// them (perlfunc open).
std::optional<int> flags_for_mode(std::string_view mode);
StreamOptions stream_options_for(int flags);
// open(2) with O_CLOEXEC added. The new descriptor stands at the end when O_APPEND is given.
Result<UniqueFd> open_file(const char* path, int flags, mode_t permissions = 0666);
// A file without a name, open for reading and writing, gone with its last descriptor.
Result<UniqueFd> open_temporary();

// --- by descriptor -------------------------------------------------------------------------------

Result<int64_t> seek_fd(int fd, int64_t offset, Whence whence);
Result<void> truncate_fd(int fd, int64_t size);
Result<void> truncate_path(const char* path, int64_t size);
// LOCK_SH, LOCK_EX, LOCK_UN, LOCK_NB as in flock(2); EINTR is reported.
Result<void> lock_file(int fd, int operation);
Result<void> sync_fd(int fd);
// Third argument an integer, or a pointer to memory the kernel reads and writes.
Result<int> fcntl_number(int fd, int command, long argument);
Result<int> fcntl_buffer(int fd, int command, void* argument);
Result<int> ioctl_number(int fd, unsigned long request, long argument);
Result<int> ioctl_buffer(int fd, unsigned long request, void* argument);
// Size of the structure an ioctl request moves, as far as its encoding tells; at least 256.
size_t ioctl_buffer_size(unsigned long request);
Result<std::string> tty_name(int fd);

// --- by name -------------------------------------------------------------------------------------

Result<void> change_mode(const char* path, mode_t mode);
Result<void> change_mode_fd(int fd, mode_t mode);
// -1 keeps that id.
Result<void> change_owner(const char* path, uid_t uid, gid_t gid);
Result<void> change_owner_fd(int fd, uid_t uid, gid_t gid);
// Empty: now.
struct AccessTimes {
  FileTime accessed, modified;
};
Result<void> set_times(const char* path, const std::optional<AccessTimes>& times);
Result<void> set_times_fd(int fd, const std::optional<AccessTimes>& times);
Result<void> rename_path(const char* from, const char* to);
Result<void> make_link(const char* existing, const char* link);
Result<void> make_symlink(const char* target, const char* link);
Result<std::string> read_link(const char* path);
// unlink(2); a directory is refused with EISDIR whatever the user's rights.
Result<void> remove_file(const char* path);
Result<void> make_directory(const char* path, mode_t mode);
Result<void> remove_directory(const char* path);
Result<void> make_fifo(const char* path, mode_t mode);
Result<void> change_directory(const char* path);
Result<void> change_directory_fd(int fd);
Result<void> change_root(const char* path);
Result<std::string> current_directory();
// Returns the old mask.
mode_t set_umask(mode_t mask);
// Reads the mask; there is no call for that, so it is set twice.
mode_t current_umask();
Result<std::string> real_path(const char* path);

}  // namespace perlipc::rt
