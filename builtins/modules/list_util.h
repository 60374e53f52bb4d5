// What the halves of List::Util share.
#pragma once
#include "builtins/modules/native.h"

namespace perlipc::builtin {

// The sub that is the first argument. Dies when there is none, or it is no code.
Code* block_argument(Call& call);

// $_ as an alias of one element after the other; put back at the end.
class TopicAlias {
 public:
  explicit TopicAlias(Engine& engine);
  TopicAlias(const TopicAlias&) = delete;
  ~TopicAlias();
  void set(Value& element);

 private:
  Engine& engine_;
  Value* before_ = nullptr;   // the engine moves $_ itself
  Scalar* scalar_ = nullptr;  // otherwise its value is swapped
  Value saved_;
};

// $a and $b of the calling package standing for other scalars; put back at the end.
class PairAlias {
 public:
  explicit PairAlias(Engine& engine);
  PairAlias(const PairAlias&) = delete;
  ~PairAlias();
  // The scalars are aliased (a count is added).
  void set(Scalar* a, Scalar* b);

 private:
  static void point(Glob* glob, Scalar* to);
  Glob* a_;
  Glob* b_;
  Scalar* saved_a_;
  Scalar* saved_b_;
};

// Functions of list_util_pairs.cpp and list_util_uniq.cpp.
Value lu_pairs(Call& call);
Value lu_unpairs(Call& call);
Value lu_pairkeys(Call& call);
Value lu_pairvalues(Call& call);
Value lu_pairmap(Call& call);
Value lu_pairgrep(Call& call);
Value lu_pairfirst(Call& call);
Value lu_pair_key(Call& call);
Value lu_pair_value(Call& call);
Value lu_pair_json(Call& call);
Value lu_zip_longest(Call& call);
Value lu_zip_shortest(Call& call);
Value lu_mesh_longest(Call& call);
Value lu_mesh_shortest(Call& call);
Value lu_uniq(Call& call);
Value lu_uniqnum(Call& call);
Value lu_uniqint(Call& call);
Value lu_uniqstr(Call& call);

}  // namespace perlipc::builtin
