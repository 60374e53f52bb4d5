// Least-recently-used bookkeeping; the key is the modifiers as two bytes and the pattern text.

#include "interp/regex/pattern_cache.h"

namespace perlipc {
namespace {

void make_key(std::string& key, std::string_view pattern, bool utf8, const RegexFlags& flags) {
  unsigned bits = static_cast<unsigned>(flags.i) | static_cast<unsigned>(flags.m) << 1 |
                  static_cast<unsigned>(flags.s) << 2 | static_cast<unsigned>(flags.x) << 3 |
                  static_cast<unsigned>(flags.xx) << 4 | static_cast<unsigned>(flags.n) << 5 |
                  static_cast<unsigned>(flags.p) << 6 | static_cast<unsigned>(utf8) << 7;
  key.clear();
  key += static_cast<char>(bits);
  key += static_cast<char>(flags.charset);
  key += pattern;
}

}  // namespace

PatternCache::PatternCache(size_t capacity) : capacity_(capacity == 0 ? 1 : capacity) {}

PatternCache::~PatternCache() { clear(); }

Regex* PatternCache::get(std::string_view pattern, bool utf8, const RegexFlags& flags,
                         RegexError& error, bool* fresh, PropertySource* properties) {
  make_key(key_, pattern, utf8, flags);
  if (fresh != nullptr) *fresh = false;
  if (!entries_.empty() && entries_.front().key == key_) return entries_.front().regex;
  if (auto found = index_.find(key_); found != index_.end()) {
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->regex;
  }
  Regex* regex = Regex::compile(pattern, utf8, flags, error, {{}, properties});
  if (regex == nullptr) return nullptr;
  if (fresh != nullptr) *fresh = true;
  if (entries_.size() >= capacity_) {
    index_.erase(entries_.back().key);
    entries_.back().regex->release();
    entries_.pop_back();
  }
  entries_.push_front({key_, regex});
  index_.emplace(entries_.front().key, entries_.begin());
  return regex;
}

void PatternCache::clear() {
  index_.clear();
  for (const Entry& entry : entries_) entry.regex->release();
  entries_.clear();
}

}  // namespace perlipc
