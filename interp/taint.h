// Taint checks (perlsec), on with -T and -t. How a taint travels:
//
// - At rest a tainted scalar is a boxed one with a TaintMagic. Every fast path asks for plain places,
//   so reading it ends in TaintMagic::get, which notes in the engine that something tainted was read
//   (perl's PL_tainted; a statement begins by forgetting it). Without -T none of this exists.
// - A value that get() gave out has kTainted in its spare word, and so have its copies: on the stack,
//   in C++ containers, in results of subs.
// - The compiler adds instructions (compiler_taint.cpp) that settle what an instruction has written:
//   a copy is tainted when the value was (kTainted); the result of an operator when anything tainted
//   was read in the statement. Truth values, undef and references are never tainted.
#pragma once
#include "interp/value/engine.h"

namespace perlipc {

class TaintMagic final : public Magic {
 public:
  TaintMagic(Engine& engine) : engine_(engine) {}
  Value get(Scalar& scalar) override;
  // As perl has it: what is assigned while the statement has seen tainted values is tainted, unless
  // settle() finds that this was a copy of something clean.
  void set(Scalar& scalar, const Value& value) override;
  void stay() { on_ = given_tainted_ = true; }
  void copied() { on_ = given_tainted_; }  // what was assigned last was a copy

 private:
  Engine& engine_;
  bool on_ = true;
  bool given_tainted_ = true;  // the value assigned last was tainted itself
};

// Texts and numbers can be tainted.
inline bool taintable(const Value& v) {
  return v.tag == kStr || v.tag == kInt || v.tag == kUInt || v.tag == kDouble || v.tag == kDual;
}

}  // namespace perlipc
