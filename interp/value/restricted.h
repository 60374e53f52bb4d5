// Restricted hashes (perldoc Hash::Util, Hash::ReadOnly here): the keys each of them may get besides
// those it has. Kept apart from the hashes, of which hardly any is restricted. Safe from all threads.
#pragma once
#include "interp/value/hash.h"

#include <string>
#include <vector>

namespace perlipc::restricted {

struct Key {
  std::string text;
  bool utf8 = false;
};

void allow(const Hash* hash, const String* key);
bool allows(const Hash* hash, const String* key);
// The hash gets the key: it is no longer one that is merely allowed. False: it is not allowed.
bool take(const Hash* hash, const String* key);
// All of them, in order of the alphabet.
std::vector<Key> allowed_keys(const Hash* hash);
// No key beyond those it has: it is no longer restricted, or is gone.
void forget(const Hash* hash);

}  // namespace perlipc::restricted
