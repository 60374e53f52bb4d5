// The argument view every native function and table builtin receives.
//   Value function(Call& call)
// Scalar result: return it. List result (call.want == Want::List): push() each and return
// call.list(). Arguments may be aliases; operator[] reads through them.
#pragma once
#include "interp/value/engine.h"

namespace perlipc {

struct Call {
  Engine& engine;
  Value* args;  // on the VM stack; do not keep
  std::size_t count;
  Want want;
  std::uint16_t id = 0;  // BuiltinId, or 0
  Code* code = nullptr;  // the native sub being called (native_data)
  bool is_list = false;
  std::vector<Value>* results;  // scratch of the VM

  Value operator[](std::size_t n) const { return n < count ? rvalue(args[n]) : Value(); }
  // Argument n in place, where reading it runs no code and copies nothing; null when it is missing or
  // has magic. Stays good until Perl code runs.
  const Value* peek(std::size_t n) const {
    if (n >= count) return nullptr;
    const Value* v = &args[n];
    if (v->tag == kSlotPtr) v = v->p;
    if (!v->is_boxed()) return v;
    return v->box->plain() ? &v->box->value : nullptr;
  }
  // The caller's variable behind argument n when assigning to it is just storing a value; else null.
  Value* variable(std::size_t n) const {
    if (n >= count || !args[n].is_alias()) return nullptr;
    auto* v = const_cast<Value*>(peek(n));
    return v != nullptr && (v->tag <= kDouble || v->tag == kStr) ? v : nullptr;
  }
  bool has(std::size_t n) const { return n < count; }
  // Given and defined.
  bool defined(std::size_t n) const { return n < count && !rvalue(args[n]).is_undef(); }
  std::string text(std::size_t n) const;      // bytes as perl sees them (utf8 text stays encoded)
  String* string(std::size_t n) const;        // owned count
  std::int64_t integer(std::size_t n) const;  // IV conversion
  double number(std::size_t n) const;
  bool truth(std::size_t n) const;
  void assign(std::size_t n, const Value& v) const {
    if (Value* place = variable(n)) *place = v;
    else engine.assign(args[n], v);
  }
  void push(Value v) { results->push_back(std::move(v)); }
  // Ends a list result. In scalar context perl functions returning lists give what their page says;
  // that is the function's business: return the scalar instead of calling list().
  Value list() {
    is_list = true;
    return {};
  }
  // undef + $! = e (empty list where perl returns the empty list: use fail_list).
  Value fail(int e) const {
    engine.set_errno(e);
    return {};
  }
};

}  // namespace perlipc
