// What a stream reads from and writes to when that is not a descriptor: a script's string, a host's
// callback. Also the record of the process behind a pipe open.
#pragma once

#include "runtime/process_types.h"
#include "runtime/ref.h"
#include "runtime/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace perlipc::rt {

enum class Whence { Start, Current, End };

// Same contract as the system calls: short counts are allowed, 0 from read is end of file, EINTR
// asks the caller to run signal handlers and come again.
class StreamEnd {
 public:
  virtual ~StreamEnd() = default;
  virtual Result<size_t> read(char* data, size_t size) = 0;
  virtual Result<size_t> write(const char* data, size_t size) = 0;
  virtual Result<int64_t> seek(int64_t, Whence) { return Errno{ESPIPE}; }
  // How far the position moves by these bytes when they are read; an end that converts has other
  // bytes behind them.
  virtual int64_t extent(std::span<const char> bytes) const {
    return static_cast<int64_t>(bytes.size());
  }
  virtual Result<void> truncate(int64_t) { return Errno{EINVAL}; }
  virtual Result<void> close() { return {}; }
  // False while a write is under way that may come back here: bytes are kept for later.
  virtual bool accepts_writes() const { return true; }
  // Another end of the same thing, as dup(2) makes it of a descriptor. Null: there is none.
  virtual std::unique_ptr<StreamEnd> duplicate() const { return nullptr; }
  // False when written bytes must be visible at once: the stream then keeps no write buffer.
  virtual bool buffers_writes() const { return true; }
  // Whether there is nothing to read because what should be read does not exist.
  virtual bool is_missing() const { return false; }
  // Whether others may change what there is to read.
  virtual bool changes() const { return false; }
  // For an end that changes: false when `unread`, what the stream has read ahead, is not what stands
  // in front of the position any more.
  virtual bool still_has(std::span<const char> /*unread*/) { return true; }
};

// The child behind a pipe open. All duplicates of the handle share one record, so that the status
// is collected once and every close can report it.
class ChildRecord final : public RefCounted {
 public:
  explicit ChildRecord(pid_t pid) : pid_(pid) {}
  pid_t pid() const { return pid_; }
  const std::optional<ExitStatus>& status() const { return status_; }
  void set_status(ExitStatus status) { status_ = status; }

 private:
  pid_t pid_;
  std::optional<ExitStatus> status_;
};

}  // namespace perlipc::rt
