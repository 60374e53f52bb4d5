// Program text on disk.
#pragma once
#include <string>

namespace perlipc {

// Reads the whole file. False with errno when it cannot be read; a directory cannot (EISDIR).
bool read_source(const std::string& path, std::string* text);

}  // namespace perlipc
