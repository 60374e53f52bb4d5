// Program text on disk.
#pragma once
#include <functional>
#include <string>

namespace perlipc {

// Reads the whole file. False with errno when it cannot be read; a directory cannot (EISDIR).
// A signal that comes while a named pipe is waited for is met with `interrupted`, which may throw.
bool read_source(const std::string& path, std::string* text,
                 const std::function<void()>& interrupted = {});

}  // namespace perlipc
