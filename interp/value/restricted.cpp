// Restricted hashes: the table of keys that are allowed but absent.
#include "interp/value/restricted.h"

#include <mutex>
#include <set>
#include <unordered_map>

namespace perlipc::restricted {

namespace {

using Keys = std::set<std::pair<std::string, bool>>;

struct Table {
  std::mutex mutex;
  std::unordered_map<const Hash*, Keys> keys;
};

// Never destroyed: hashes of static objects may go after it.
Table& table() {
  static Table* const all = new Table;
  return *all;
}

std::pair<std::string, bool> name_of(const String* key) {
  return {std::string(key->view()), key->utf8()};
}

}  // namespace

void allow(const Hash* hash, const String* key) {
  Table& all = table();
  const std::lock_guard lock(all.mutex);
  all.keys[hash].insert(name_of(key));
}

bool allows(const Hash* hash, const String* key) {
  Table& all = table();
  const std::lock_guard lock(all.mutex);
  const auto found = all.keys.find(hash);
  return found != all.keys.end() && found->second.contains(name_of(key));
}

bool take(const Hash* hash, const String* key) {
  Table& all = table();
  const std::lock_guard lock(all.mutex);
  const auto found = all.keys.find(hash);
  return found != all.keys.end() && found->second.erase(name_of(key)) > 0;
}

std::vector<Key> allowed_keys(const Hash* hash) {
  Table& all = table();
  const std::lock_guard lock(all.mutex);
  std::vector<Key> keys;
  if (const auto found = all.keys.find(hash); found != all.keys.end()) {
    for (const auto& [text, utf8] : found->second) keys.push_back({text, utf8});
  }
  return keys;
}

void forget(const Hash* hash) {
  Table& all = table();
  const std::lock_guard lock(all.mutex);
  all.keys.erase(hash);
}

}  // namespace perlipc::restricted
