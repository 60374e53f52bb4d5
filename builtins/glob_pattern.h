// File name patterns (perldoc File::Glob): what glob and bsd_glob share.
#pragma once
#include "interp/value/engine.h"
#include <string>
#include <vector>

namespace perlipc::builtin {

// The numbers scripts see as GLOB_ERR and so on.
struct GlobFlag {
  enum : unsigned {
    Err = 4,
    Mark = 8,
    NoCheck = 16,
    NoSort = 32,
    AltDirFunc = 64,
    Brace = 128,
    NoMagic = 512,
    Quote = 1024,
    Tilde = 2048,
    NoCase = 4096,
    AlphaSort = 8192,
    Limit = 16384,
    Csh = Brace | NoMagic | Quote | Tilde | AlphaSort
  };
};
constexpr int kGlobAborted = -2;  // GLOB_ABEND

// Whether a pattern has no NUL but one at its end; else a warning that names `op`, and ENOENT.
bool glob_pattern_is_clean(Engine& engine, std::string_view pattern, const char* op);
// Appends what matches the pattern: alternatives in their order, the names of each sorted. $! tells
// why the last folder or file was passed over. Returns 0, or kGlobAborted with GLOB_ERR.
int expand_glob(Engine& engine, const std::string& pattern, unsigned flags,
                std::vector<std::string>& out);

}  // namespace perlipc::builtin
