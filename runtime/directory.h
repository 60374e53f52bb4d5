// An open directory being listed.
#pragma once

#include "runtime/ref.h"
#include "runtime/result.h"

#include <dirent.h>
#include <optional>
#include <string>

namespace perlipc::rt {

class Directory final : public RefCounted {
 public:
  static Result<Ref<Directory>> open(const char* path);

  bool is_open() const { return handle_ != nullptr; }
  int fd() const;
  // The next name ("." and ".." included), empty at the end. EBADF after close, as for all below.
  Result<std::optional<std::string>> read();
  Result<long> tell();
  Result<void> seek(long position);
  Result<void> rewind();
  Result<void> close();

 private:
  explicit Directory(DIR* handle) : handle_(handle) {}
  ~Directory() override;
  DIR* handle_;
};

}  // namespace perlipc::rt
