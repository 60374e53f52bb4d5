// Comparators that only compare keys found in the two items, as
// `$a->{n} <=> $b->{n} or lc $a->{s} cmp lc $b->{s}`: each key is read once and no code runs.
#pragma once
#include "interp/ast.h"
#include "interp/value/glob.h"
#include <string>
#include <vector>

namespace perlipc {

class VM;

struct SortPlan {
  // One step of the way from an item to its key.
  struct Step {
    enum Kind : std::uint8_t {
      HashKey,     // ->{text}
      ArrayIndex,  // ->[index]
      ScalarRef,   // $$x
      Lookup,      // the value is the key of the hash in slot `index` of the frame ...
      LookupRef,   // ... or of the hash that the scalar there refers to
      Lower,
      Upper,
      Length
    };
    Kind kind;
    Value text;  // a constant byte string
    std::int64_t index = 0;
    bool operator==(const Step& o) const {
      return kind == o.kind && index == o.index && text.tag == o.text.tag &&
             (text.tag != kStr || text.s->view() == o.text.s->view());
    }
  };
  struct Key {
    bool number = false, descending = false;
    std::vector<Step> path;
  };
  std::vector<Key> keys;  // the first that tells two items apart decides
  std::string package;    // whose $a and $b these are

  // Sorts plain rvalues as the comparator would. False, with nothing done, when some key is not a
  // plain defined value that converts without a message, or reading it could run code or make
  // something: then the comparator has to run.
  bool sort(VM& vm, Value* items, std::size_t count, Value* slots) const;
};

}  // namespace perlipc
