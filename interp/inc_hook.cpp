// Asking the hooks of @INC; what they may return is described in perlfunc require.
#include "interp/inc_hook.h"
#include "builtins/io.h"
#include "builtins/io_handle.h"

namespace perlipc {

namespace {

bool is_text_reference(VM& vm, const Value& v) {
  return v.is_ref() && static_cast<Referent*>(v.o)->type == Type::Scalar && !vm.glob_of(v, false);
}

Code* code_of(const Value& v) {
  const bool code = v.is_ref() && static_cast<Referent*>(v.o)->type == Type::Code;
  return code ? static_cast<Code*>(static_cast<Referent*>(v.o)) : nullptr;
}

// Adds the line that a generator or filter left in $_.
void take_line(VM& vm, std::string* out) {
  const Value line = rvalue(*vm.topic_);
  if (!line.is_undef()) out->append(Text(vm, line).view());
}

}  // namespace

std::vector<Value> IncHook::call() {
  auto* object = static_cast<Referent*>(entry_.o);
  Value arguments[2] = {entry_, Value::string(file_)};
  if (object->stash() && vm_.find_method(object->stash(), "INC"))
    return vm_.call_method(entry_, "INC", {arguments + 1, 1}, Want::List);
  Value code = entry_;
  if (object->type == Type::Array && !object->stash()) {
    Value* first = static_cast<Array*>(object)->find(0);
    code = first ? rvalue(*first) : Value();
  }
  Code* sub = vm_.callable(code, false);
  if (!sub && !code.is_undef() && !code.is_ref())
    vm_.die("Undefined subroutine &main::" + std::string(Text(vm_, code).view()) + " called");
  if (!sub) vm_.die("Not a CODE reference");
  return vm_.call(sub, arguments, Want::List);
}

bool IncHook::source(std::string* out) {
  std::vector<Value> results = call();
  for (Value& v : results) v = rvalue(v);
  std::size_t n = 0;
  bool any = false;
  if (n < results.size() && is_text_reference(vm_, results[n])) {
    const Text text(vm_, static_cast<Scalar*>(static_cast<Referent*>(results[n++].o))->get());
    out->append(text.view());
    any = true;
  }
  Glob* input = nullptr;
  if (n < results.size() && (results[n].is_glob() || (results[n].is_ref() && !code_of(results[n]))))
    input = vm_.glob_of(results[n], false);
  if (input) ++n;
  Code* code = n < results.size() ? code_of(results[n]) : nullptr;
  if (code) {
    if (n + 1 < results.size()) state_ = std::move(results[n + 1]);
    if (input) filter(code, input, out);
    else generate(code, out);
  } else if (input) {
    std::vector<Value> lines;
    builtin::read_lines(vm_, input, lines);
    for (Value& line : lines) out->append(Text(vm_, line).view());
  }
  return any || input || code;
}

// perlfunc require: a meaningless zero comes in front of the state.
Value IncHook::call_filter(Code* filter) {
  Value arguments[2] = {Value::integer(0), Value::slot_pointer(&state_)};
  return vm_.call_scalar(filter, {arguments, state_.is_undef() ? 1u : 2u});
}

// Each call leaves a line in $_ and returns whether there may be more.
void IncHook::generate(Code* generator, std::string* out) {
  const auto height = static_cast<std::uint32_t>(vm_.saves_.size());
  vm_.local_topic();
  for (bool more = true; more;) {
    vm_.store(*vm_.topic_, Value::string(""));
    const Value result = call_filter(generator);
    take_line(vm_, out);
    more = vm_.to_bool(result);
  }
  vm_.restore_to(height);
}

// Lines of the handle pass through the filter in $_; it sees the empty text at the end.
void IncHook::filter(Code* filter, Glob* input, std::string* out) {
  const auto height = static_cast<std::uint32_t>(vm_.saves_.size());
  std::vector<Value> lines;
  builtin::read_lines(vm_, input, lines);
  lines.push_back(Value::string(""));
  vm_.local_topic();
  for (Value& line : lines) {
    vm_.store(*vm_.topic_, std::move(line));
    const Value result = call_filter(filter);
    take_line(vm_, out);
    if (!vm_.to_bool(result)) break;
  }
  vm_.restore_to(height);
}

}  // namespace perlipc
