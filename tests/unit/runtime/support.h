// What several runtime tests need: temporary directories, children that are always reaped, signals
// by timer, streams over scripted ends.
#pragma once

#include "runtime/fd.h"
#include "runtime/process.h"
#include "runtime/stream.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace perlipc::rt::testing {

// A directory of its own, removed with its contents.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name = "/tmp/perlipc_rt_XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~TemporaryDirectory() { std::filesystem::remove_all(path_); }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// A forked child running `body`, whose result is the exit code; killed and reaped at the end.
class Child {
 public:
  explicit Child(const std::function<int()>& body) : pid_(::fork()) {
    if (pid_ == 0) ::_exit(body());
  }
  ~Child() {
    if (pid_ > 0) ::kill(pid_, SIGKILL), wait();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  pid_t pid() const { return pid_; }
  ExitStatus wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) == -1 && errno == EINTR) {}
    pid_ = -1;
    return ExitStatus(status);
  }

 private:
  pid_t pid_;
};

inline ExitStatus reap(pid_t pid) {
  for (;;) {
    const Result<ChildChange> change = wait_child(pid, 0);
    if (change.ok()) return change->status;
    if (change.error() != EINTR) return ExitStatus(-1);
  }
}

inline std::string read_all(int fd) {
  std::string text;
  char buffer[4096];
  for (;;) {
    const ssize_t count = ::read(fd, buffer, sizeof buffer);
    if (count == -1 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(buffer, static_cast<size_t>(count));
  }
}

inline std::string file_contents(const std::string& path) {
  const UniqueFd fd(::open(path.c_str(), 0));
  return fd ? read_all(fd.get()) : "(no file)";
}

// Reads `source` in steps of at most `step` bytes; every `interrupt_every`th call fails with EINTR.
// Collects what is written in the same way.
class ScriptedEnd final : public StreamEnd {
 public:
  explicit ScriptedEnd(std::string source, size_t step = SIZE_MAX, int interrupt_every = 0)
      : source_(std::move(source)), step_(step), interrupt_every_(interrupt_every) {}

  Result<size_t> read(char* data, size_t size) override {
    if (const int error = next_error()) return Errno{error};
    const size_t count = std::min({size, step_, source_.size() - position_});
    source_.copy(data, count, position_);
    position_ += count;
    return count;
  }
  Result<size_t> write(const char* data, size_t size) override {
    if (const int error = next_error()) return Errno{error};
    const size_t count = std::min(size, step_);
    written.append(data, count);
    return count;
  }
  bool buffers_writes() const override { return buffered; }

  std::string written;
  int fail_with = 0;
  bool buffered = true;
  int calls = 0;

 private:
  int next_error() {
    ++calls;
    if (fail_with != 0) return fail_with;
    return interrupt_every_ > 0 && calls % interrupt_every_ == 0 ? EINTR : 0;
  }

  std::string source_;
  size_t position_ = 0;
  size_t step_;
  int interrupt_every_;
};

// All records of a stream, each read to its end through interruptions.
inline std::vector<std::string> all_records(Stream& stream, const Separator& separator) {
  std::vector<std::string> records;
  for (;;) {
    std::string record;
    RecordProgress progress;
    ReadStatus status;
    do {
      status = stream.read_record(
          separator, progress, [&](const char* data, size_t size) { record.append(data, size); });
    } while (status == ReadStatus::Interrupted);
    if (status != ReadStatus::Record) return records;
    records.push_back(record);
  }
}

}  // namespace perlipc::rt::testing
