// Running code for the host: whole programs, loaded code, the end, and what becomes of errors.
#include "builtins/io_handle.h"
#include "interp/api/interpreter_impl.h"
#include "interp/messages.h"

namespace perlipc::detail {

namespace {

constexpr std::uint32_t kWatchdogBit = 2;  // of the safepoint word; signals have 1
constexpr int kStoppedStatus = 255;
constexpr int kStopsAtEnd = 10;  // each of them leaves less to do

}  // namespace

// --- errors
// -------------------------------------------------------------------------------------------

std::string Impl::message_of(const Value& value) {
  return std::string(death_text(vm, value).s->view());
}

void Impl::check_alive() const {
  if (ended) throw Error(Error::Kind::Die, "The interpreter has ended");
}

Error Impl::own_error(Error::Kind kind, std::string message, int exit_status, Var value,
                      std::exception_ptr cause) const {
  Error error(kind, std::move(message), std::move(value), exit_status, std::move(cause));
  auto data = std::make_shared<ErrorData>(*error.data_);
  data->owner = this;
  error.data_ = std::move(data);
  return error;
}

Error Impl::make_error(Error::Kind kind, const Value& value) {
  std::exception_ptr cause;
  if (vm.origin_.raised(value)) {
    kind = static_cast<Error::Kind>(vm.origin_.kind);
    cause = vm.origin_.cause;
  }
  return own_error(kind, message_of(value), die_status(), hold(value), std::move(cause));
}

Error Impl::stop_error(const PerlStop& stop) const {
  if (stop.cause) return own_error(Error::Kind::Host, stop.message, kStoppedStatus, {}, stop.cause);
  return own_error(stop.interrupted ? Error::Kind::Interrupted : Error::Kind::Limit, stop.message);
}

// A stream cannot let exceptions through: the script ends at its next safepoint.
void Impl::stream_failed() noexcept {
  try {
    const std::exception_ptr cause = std::current_exception();
    PerlStop stop{false, what_of(cause) + vm.location(), cause};
    try {
      std::rethrow_exception(cause);
    } catch (const Error& error) {
      if (error.data_->owner == this && error.kind() == Error::Kind::Interrupted)
        stop = {true, error.what()};
      else if (error.data_->owner == this && error.kind() == Error::Kind::Limit)
        stop = {false, error.what()};
    } catch (...) {}
    stream_failure = stop;
    throw stop;
  } catch (...) { vm.leave_later(); }
}

std::optional<Error> Impl::take_stream_failure() {
  const std::optional<PerlStop> stop = std::exchange(stream_failure, std::nullopt);
  if (!stop) return std::nullopt;
  vm.leaving_ = nullptr;
  return stop_error(*stop);
}

int Impl::die_status() const {
  if (const int status = vm.errno_ & 0xff) return status;
  const int child = (vm.child_status_ >> 8) & 0xff;
  return child ? child : 255;
}

bool Impl::write_error(std::string_view text) {
  Glob* glob = vm.glob("main::STDERR", true);
  try {
    return builtin::print_text(vm, glob->io(), glob, Value::string(text), "warn");
  } catch (PerlDie&) {  // there is nobody left to tell
    return false;
  }
}

bool Impl::report(const Value& error) {
  std::string text = message_of(error);
  // Code of -M and -n stands on line 0, which perl does not mention.
  const std::string nowhere = " at " + vm.script_name_ + " line 0.\n";
  for (std::size_t at; (at = text.find(nowhere)) != text.npos;)
    text.replace(at, nowhere.size(), ".\n");
  return tell_death(vm, Value::string(text, error.is_string() && error.s->utf8()));
}

void Impl::leave_child(int status) {
  if (::getpid() == owner) return;
  ::_exit(finish(status));
}

// --- running
// ------------------------------------------------------------------------------------------

Impl::Running::Running(Impl& impl)
    : impl_(impl.shared_from_this()), outer_stack_(impl.stack),
      outer_guard_(impl.vm.native_stack()) {
  find_stack();
  if (impl.running++ == 0 && impl.watchdog)
    impl.watchdog->start({.wall = impl.policy.wall_time, .cpu = impl.policy.cpu_time});
}
// A host may come back to Perl on another stack than the one it was called on.
void Impl::Running::find_stack() {
  const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  rt::StackRange& stack = impl_->stack;
  if (impl_->running > 0 && stack.contains(here)) return;
  const std::size_t given = impl_->host.stack_bytes;
  if (given != 0) stack = {here - std::min<std::uintptr_t>(here, given), here};
  else stack = rt::stack_here();
  impl_->vm.native_stack().set_range(stack.low, stack.high);
}

Impl::Running::~Running() {
  impl_->stack = outer_stack_;
  impl_->vm.native_stack() = outer_guard_;
  if (--impl_->running > 0) return;
  if (impl_->watchdog) impl_->watchdog->finish();
  if (!impl_->abandoned || impl_->ended) return;
  try {
    impl_->finish(0);
  } catch (...) {  // nothing may leave a destructor; finish() has reported what died
  }
}

Impl::~Impl() {
  if (watchdog) watchdog->detach();
}

void Impl::watch() {
  if (watchdog) return;
  watchdog = std::make_shared<rt::Watchdog>(
      rt::SafepointWord{&builtin::io_table(vm).signal_word, kWatchdogBit});
  builtin::io_table(vm).is_stopping = [this] {
    return ::getpid() == owner && watchdog->is_stopping();
  };
  vm.stop_check_ = [this] {
    switch (watchdog->take()) {
      case rt::Watchdog::Verdict::GoOn: break;
      case rt::Watchdog::Verdict::Requested: throw PerlStop{true, "Interrupted" + vm.location()};
      case rt::Watchdog::Verdict::TimeIsOver:
        throw PerlStop{false, "Limit of time reached" + vm.location()};
    }
  };
  // Asked for by a function of the host: the call in progress is the first to be watched.
  if (running > 0) watchdog->start({});
}

int Impl::finish(int status) {
  const Running running_now(*this);
  ended = true;
  // A stop leaves out what is left of the END blocks; the destructors are still due.
  for (int stops = 0; stops < kStopsAtEnd; ++stops) {
    try {
      vm.finish(&status);
      break;
    } catch (PerlStop& stop) {
      stopped = stop;
      status = kStoppedStatus;
      vm.end_blocks_.clear();
    }
  }
  return status & 0xff;
}

namespace {

struct ProtoHold {
  FuncProto* proto;
  ~ProtoHold() { proto->release(); }
};

void run_phase(VM& vm, int phase, std::vector<Code*>& blocks, bool reverse, const char* name) {
  vm.phase_ = phase;
  try {
    vm.run_blocks(blocks, reverse);
  } catch (PerlDie& d) {
    if (d.value.is_ref()) throw;
    d.value = vm.lengthened_error(d.value, std::string(name) + " failed--call queue aborted.\n");
    throw;
  }
}

}  // namespace

int Impl::run_program(const Program& program) {
  const Running running_now(*this);
  int status = 0;
  try {
    const ProtoHold unit{
        vm.compile_text(program.text, false, program.name, FrameMain, "main", program.prefix)};
    vm.errno_ = 0;
    if (program.compiled) program.compiled();
    run_phase(vm, 1, vm.check_blocks_, true, "CHECK");
    if (program.check_only) {
      write_error(program.name + " syntax OK\n");
    } else {
      run_phase(vm, 2, vm.init_blocks_, false, "INIT");
      vm.phase_ = 3;
      vm.run_proto(unit.proto, Want::Void, FrameMain);
    }
  } catch (PerlDie& d) {
    const bool told = report(d.value);
    if (vm.origin_.raised(d.value) && vm.origin_.cause)
      uncaught = make_error(Error::Kind::Host, d.value);
    status = told ? die_status()
                  : vm.child_status_;  // behind the message: $! says why it could not be written
  } catch (PerlExit&) {
    status = vm.child_status_;  // which destructors may have changed since
  } catch (std::bad_alloc&) {
    status = 1;
    write_error("Out of memory!\n");
  } catch (LoopExit&) {
    status = 255;
    write_error("Can't leave a loop outside of the running code\n");
  } catch (PerlStop& stop) {
    status = kStoppedStatus;
    stopped = stop;
  }
  if (program.check_only) vm.end_blocks_.clear();
  return finish(status);
}

void Impl::load(std::string_view source, const std::string& name) {
  FuncProto* proto =
      guarded(Error::Kind::Syntax, [&] { return vm.compile_text(source, false, name, FrameFile); });
  const ProtoHold unit{proto};
  guarded(Error::Kind::Die, [&] {
    run_phase(vm, 1, vm.check_blocks_, true, "CHECK");
    run_phase(vm, 2, vm.init_blocks_, false, "INIT");
    vm.phase_ = 3;
    vm.run_proto(proto, Want::Void, FrameFile);
  });
}

}  // namespace perlipc::detail
