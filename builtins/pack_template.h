// Templates of pack and unpack, compiled once and kept by text (perlfunc pack).
#pragma once
#include "interp/value/engine.h"
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace perlipc::builtin {

enum class PackCount : std::uint8_t { None, Number, Star };

struct PackItem {
  char type = 0;  // '(' for a group
  bool bang = false;
  bool big = false;  // '>' here or around
  PackCount count_kind = PackCount::None;
  bool slash = false;  // this item gives the length of the next one
  std::int64_t count = 1;
  std::vector<PackItem> group;
};

struct PackTemplate {
  std::vector<PackItem> items;
  bool starts_with_u = false;
  bool has_comma = false;  // a comma is skipped with a warning
};

// Bytes of a fixed-size type; 0 for others.
std::size_t pack_size(char type, bool bang);

// Compiled templates of one interpreter.
class PackTemplates {
 public:
  static constexpr std::size_t kServiceSlot = 1;
  explicit PackTemplates(Engine&) {}
  // function is "pack" or "unpack". Dies on malformed templates.
  const PackTemplate& get(Engine& engine, const String* text, const char* function);

 private:
  struct Last {
    const String* text = nullptr;  // an immortal one: its address stands for its content
    const PackTemplate* compiled = nullptr;
  };
  Last last_[2];
  std::unordered_map<std::string, std::unique_ptr<PackTemplate>> cache_[2];
};

}  // namespace perlipc::builtin
