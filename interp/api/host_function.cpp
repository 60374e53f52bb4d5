// Functions of the host called by Perl, and how what they throw goes on as Perl's errors.
#include "interp/api/interpreter_impl.h"
#include <cxxabi.h>

namespace perlipc::detail {

namespace {

// Dies with what a function of the host said; the host will know the error again.
[[noreturn]] void die_for_host(VM& vm, Error::Kind kind, std::string message) {
  const std::exception_ptr cause = std::current_exception();
  try {
    vm.die(std::move(message));
  } catch (PerlDie& d) {
    vm.origin_ = {d.value, static_cast<int>(kind), cause};
    throw;
  }
}

}  // namespace

// An Error of this interpreter has come through the host and goes on as what it was. One of another
// interpreter is news here.
void Impl::throw_into_perl(const Error& error, const std::string& function) {
  const Impl* const from = error.data_->owner;
  if (from && from != this) die_for_host(vm, Error::Kind::Host, error.what());
  switch (error.kind()) {
    case Error::Kind::Exit: vm.exit(error.exit_status());
    case Error::Kind::Interrupted:
    case Error::Kind::Limit: throw PerlStop{error.kind() == Error::Kind::Interrupted, error.what()};
    default: break;
  }
  if (error.value().defined()) {
    const PerlDie die{take(error.value())};
    vm.origin_ = {die.value, static_cast<int>(error.kind()), error.cause()};
    throw die;
  }
  std::string message = error.what();
  if (error.kind() == Error::Kind::Type) message += " in a call of " + function;
  die_for_host(vm, error.kind(), std::move(message));
}

namespace {

// Calls what the host has written; `name` is what the script calls it.
template <class F> Value call_host(Impl& impl, const Code& code, F&& function) {
  try {
    return function();
  } catch (const Error& error) {
    impl.throw_into_perl(error, code.name_glob ? code.name_glob->full_name() : "the loader");
  } catch (const std::exception& error) {
    die_for_host(impl.vm, Error::Kind::Host, error.what());
  } catch (abi::__forced_unwind&) {
    throw;  // the thread is being cancelled
  } catch (...) { die_for_host(impl.vm, Error::Kind::Host, what_of(std::current_exception())); }
}

}  // namespace

std::string what_of(const std::exception_ptr& exception) {
  try {
    std::rethrow_exception(exception);
  } catch (const std::exception& error) { return error.what(); } catch (...) {
    return "Unknown exception of the host";
  }
}

Value call_host_function(Call& call) {
  auto* bound = static_cast<Impl::Bound*>(call.code->native_data);
  Impl& impl = *bound->impl;
  return call_host(impl, *call.code, [&]() -> Value {
    std::vector<Var> args;
    args.reserve(call.count);
    for (std::size_t n = 0; n < call.count; ++n) args.push_back(impl.hold(call[n]));
    const std::vector<Var> results = bound->function(args);
    if (call.want != Want::List) return results.empty() ? Value() : impl.take(results.back());
    for (const Var& v : results) call.push(impl.take(v));
    return call.list();
  });
}

Value ask_loader(Call& call) {
  auto* impl = static_cast<Impl*>(call.code->native_data);
  const std::string path(call.text(1));
  return call_host(*impl, *call.code, [&]() -> Value {
    const std::optional<std::string> source = impl->host.loader(path);
    if (!source) return {};
    return Value::adopt_ref(Scalar::make(Value::string(*source)));
  });
}

}  // namespace perlipc::detail
