// The parser's record of one infix operator; private to the parser_*.cpp files.
#pragma once
#include "interp/parser.h"

namespace perlipc {

struct Parser::Operator {
  enum Kind : std::uint8_t {
    Infix,
    Compare,
    LogicAnd,
    LogicOr,
    LogicDor,
    LogicXor,
    Assign,
    OpAssignment,
    LogicAssign,
    Bind,
    NotBind,
    RangeOp,
    Conditional,
    CommaOp,
    Repetition
  };
  Kind kind = Infix;
  int level = 0;
  int length = 0;
  Op op = Op::Add;
  char logic = 0;      // '&' '|' '/' of &&= ||= //=
  bool dots = false;   // ...
  bool chains = true;  // comparison that may be chained
};

}  // namespace perlipc
