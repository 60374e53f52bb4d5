// A bounded cache from pattern text and modifiers to compiled patterns, for patterns that are put
// together at run time (m/$x/, split $x).
#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "interp/regex/regex.h"

namespace perlipc {

// Owned by an interpreter. Least recently used patterns leave first; a pattern handed out stays
// alive as long as its receiver has retained it.
class PatternCache {
 public:
  explicit PatternCache(size_t capacity = 512);
  ~PatternCache();
  PatternCache(const PatternCache&) = delete;
  PatternCache& operator=(const PatternCache&) = delete;

  // The compiled pattern, borrowed: retain() it to keep it beyond the next call. Null and `error`
  // when it does not compile (failures are not cached). `fresh`, when given, tells whether the
  // pattern was compiled by this call, so that its warnings are reported once.
  Regex* get(std::string_view pattern, bool utf8, const RegexFlags& flags, RegexError& error,
             bool* fresh = nullptr, PropertySource* properties = nullptr);

  size_t size() const { return entries_.size(); }
  void clear();

 private:
  struct Entry {
    std::string key;
    Regex* regex;
  };

  size_t capacity_;
  std::list<Entry> entries_;  // most recently used first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> index_;  // views into entries_
  std::string key_;                                                         // scratch
};

}  // namespace perlipc
