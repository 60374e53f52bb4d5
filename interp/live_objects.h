// The objects whose class has a destructor, for the one thing that must find them all: the end of
// the program (perlobj "Global Destruction"). Open addressing, since every bless of such an object
// comes through here.
#pragma once
#include "interp/value/value.h"
#include <vector>

namespace perlipc {

class LiveObjects {
 public:
  bool empty() const { return count_ == 0; }

  // An object that is in already stays in once.
  void insert(Referent* object) {
    if (count_ * 2 >= table_.size()) grow();
    std::size_t at = home(object);
    while (table_[at] && table_[at] != object) at = next(at);
    if (!table_[at]) ++count_;
    table_[at] = object;
  }

  void erase(const Referent* object) {
    if (count_ == 0) return;
    std::size_t hole = home(object);
    while (table_[hole] != object) {
      if (!table_[hole]) return;
      hole = next(hole);
    }
    --count_;
    // What stands behind moves up, unless that would take it before its home.
    for (std::size_t at = next(hole); table_[at]; at = next(at)) {
      const std::size_t wanted = home(table_[at]);
      if (((at - wanted) & mask()) < ((at - hole) & mask())) continue;
      table_[hole] = table_[at];
      hole = at;
    }
    table_[hole] = nullptr;
  }

  std::vector<Referent*> all() const {
    std::vector<Referent*> out;
    for (Referent* object : table_)
      if (object) out.push_back(object);
    return out;
  }

 private:
  std::size_t mask() const { return table_.size() - 1; }
  std::size_t next(std::size_t at) const { return (at + 1) & mask(); }
  std::size_t home(const Referent* object) const {
    const auto bits = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(object));
    return static_cast<std::size_t>(bits * 0x9e3779b97f4a7c15u >> 32) & mask();
  }
  void grow() {
    std::vector<Referent*> old(table_.empty() ? 64 : table_.size() * 2);
    old.swap(table_);
    count_ = 0;
    for (Referent* object : old)
      if (object) insert(object);
  }

  std::vector<Referent*> table_;
  std::size_t count_ = 0;
};

}  // namespace perlipc
