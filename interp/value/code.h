// Code values: a Perl sub (shared bytecode + captured cells) or a native function.
#pragma once
#include "interp/value/value.h"
#include <vector>

namespace perlipc {

class Glob;
struct Call;
struct FuncProto;  // bytecode, interp/program.h

using NativeFunction = Value (*)(Call&);

class Code : public Referent {
 public:
  enum Bits : std::uint8_t {
    Lvalue = 1,
    Method = 2,
    HasPrototype = 4,
    Declared = 8 /* no body */,
    Const = 16,
    NamedByUse = 32  // a constant that messages know by the name it is called with
  };
  Code() : Referent(Type::Code) {}
  ~Code();
  static Code* make() { return new (heap::allocate(sizeof(Code))) Code(); }
  bool defined() const { return proto || native; }

  FuncProto* proto = nullptr;  // counted by intrusive_ops below
  NativeFunction native = nullptr;
  void* native_data = nullptr;  // not owned
  std::vector<Value> captures;  // Boxed, ArrayVar, HashVar
  Value constant;               // bits & Const: inlinable value
  std::string prototype;
  Stash* home = nullptr;      // package it was compiled in
  Glob* name_glob = nullptr;  // where it was first installed (not owned), for caller
  int depth = 0;              // running activations
  // How the VM counts FuncProtos; set by interp at start of the library.
  static void (*retain_proto)(FuncProto*);
  static void (*release_proto)(FuncProto*);
};

}  // namespace perlipc
