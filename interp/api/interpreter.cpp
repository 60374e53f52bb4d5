// perlipc::Interpreter on top of the VM: setting up variables, running code and programs, and
// turning Perl's errors into the host's.
#include "builtins/io_hooks.h"
#include "builtins/native_module.h"
#include "builtins/perl_config.h"
#include "interp/api/interpreter_impl.h"
#include "interp/handle_names.h"
#include "interp/source_file.h"
#include <cerrno>
#include <cstring>
#include <sys/random.h>

extern char** environ;

namespace perlipc {

namespace {

std::vector<std::string> split_colons(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    const std::size_t colon = list.find(':');
    out.emplace_back(list.substr(0, colon));
    list = colon == list.npos ? std::string_view() : list.substr(colon + 1);
  }
  return out;
}

// Hash order must differ from process to process (perlsec "Algorithmic Complexity Attacks").
void seed_hashes() {
  static const bool done = [] {
    std::uint64_t words[2] = {static_cast<std::uint64_t>(::time(nullptr)),
                              static_cast<std::uint64_t>(::getpid())};
    // Never waits and is complete up to 256 bytes once the kernel's pool is ready.
    (void)::getrandom(words, sizeof words, GRND_NONBLOCK);
    Hash::seed(words[0], words[1]);
    return true;
  }();
  (void)done;
}

Policy seeded(Policy policy) {
  seed_hashes();
  return policy;
}

std::string qualified(std::string_view name) {
  return name.find("::") == name.npos ? "main::" + std::string(name) : std::string(name);
}

std::string read_whole_file(const std::string& path) {
  std::string text;
  if (read_source(path, &text)) return text;
  const char* why = std::strerror(errno);
  throw Error(Error::Kind::Die, "Can't open perl script \"" + path + "\": " + why, {}, 2, nullptr);
}

// In front of @INC: asks the host's loader (perlfunc require, hooks).
Value ask_loader(Call& call) {
  auto* impl = static_cast<detail::Impl*>(call.code->native_data);
  const std::optional<std::string> source = impl->host.loader(call.text(1));
  if (!source) return {};
  return Value::adopt_ref(Scalar::make(Value::string(*source)));
}

void add_loader(detail::Impl& impl) {
  Code* code = Code::make();
  code->native = ask_loader;
  code->native_data = &impl;
  impl.vm.glob("main::INC", true)->array()->push(Value::adopt_ref(code));
}

// ${^GLOBAL_PHASE} and what else asks the VM itself.
class PhaseMagic final : public Magic {
 public:
  explicit PhaseMagic(VM& vm) : vm_(vm) {}
  Value get(Scalar&) override {
    static const char* const names[] = {"START", "CHECK", "INIT", "RUN", "END", "DESTRUCT"};
    return Value::string(names[vm_.phase_]);
  }
  void set(Scalar&, const Value&) override {
    vm_.die("Modification of a read-only value attempted");
  }

 private:
  VM& vm_;
};

// An element of an %ENV that the policy keeps as it is.
class FixedVariable final : public Magic {
 public:
  FixedVariable(VM& vm, Value value) : vm_(vm), value_(std::move(value)) {}
  Value get(Scalar&) override { return value_; }
  void set(Scalar&, const Value&) override { vm_.deny("changing %ENV"); }

 private:
  VM& vm_;
  Value value_;
};

void lock_environment(VM& vm) {
  Hash* environment = vm.glob("main::ENV", true)->hash();
  std::size_t position = 0;
  while (Hash::Entry* entry = environment->next(position)) {
    Value value = rvalue(entry->value);
    entry->value = Value::adopt_boxed(Scalar::with_magic(new FixedVariable(vm, std::move(value))));
  }
  environment->bits |= Hash::ReadOnly;
  vm.locked_env_ = environment;
}

void set_default(VM& vm, const std::string& name, Value value) {
  Scalar* s = vm.glob("main::" + name, true)->scalar();
  if (s->plain() && s->value.is_undef()) s->value = std::move(value);
}

}  // namespace

Host detail::process_streams() {
  Host host;
  host.in.fd = 0;
  host.out.fd = 1;
  host.err.fd = 2;
  return host;
}

std::vector<std::string> detail::system_folders() { return split_colons(PERLIPC_SYSTEM_INC); }

Host Host::process() {
  Host host = detail::process_streams();
  for (char** entry = environ; entry && *entry; ++entry) {
    const std::string_view text(*entry);
    const std::size_t equals = text.find('=');
    if (equals != text.npos && equals > 0)
      host.env.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  host.include = detail::system_folders();
  return host;
}

namespace detail {

Impl::Impl(Policy p, Host h) : policy(seeded(p)), host(std::move(h)), owner(::getpid()) {}

void Impl::start() {
  vm.script_name_ = host.name;
  vm.library_folder_ = system_folders().front();
  // Bit 0 of the VM's mask is Capability::None, which Cap has no bit for.
  vm.allowed_ = static_cast<std::uint32_t>(policy.caps) << 1 | 1u;
  if (!inherits_environment) {
    Hash* env = vm.glob("main::ENV", true)->hash();
    for (const auto& [name, value] : host.env) env->fetch(name) = Value::string(value);
  }
  builtin::install_special_variables(vm);
  vm.install_match_variables();
  install_handle_names(vm);
  vm.signal_word_ = builtin::signal_word(vm);
  connect_streams(vm, host);
  Array* argv = vm.glob("main::ARGV", true)->array();
  for (const std::string& argument : host.args) argv->push(Value::string(argument));
  if (!vm.is_allowed(builtin::Capability::EnvWrite)) lock_environment(vm);
  if (host.loader) add_loader(*this);
  Array* inc = vm.glob("main::INC", true)->array();
  for (const std::string& folder : host.include) inc->push(Value::string(folder));
  char path[4096];
  const ssize_t length = ::readlink("/proc/self/exe", path, sizeof path);
  set_default(vm, "\x18",
              Value::string(length > 0 ? std::string_view(path, static_cast<std::size_t>(length))
                                       : std::string_view(host.name)));
  set_default(vm,
              "\x14"
              "AINT",
              Value::integer(0));
  set_default(vm, "\x15NICODE", Value::integer(0));
  Glob* phase = vm.glob("main::\x07LOBAL_PHASE", true);
  if (phase->scalar()->plain()) {
    phase->scalar()->magic = new PhaseMagic(vm);
    phase->scalar()->bits |= Scalar::HasMagic;
  }
}

Var Impl::hold(const Value& v) {
  Value plain = rvalue(v);
  if (plain.is_undef()) return {};
  return wrap(std::make_shared<Held>(Held{shared_from_this(), std::move(plain)}));
}
Value Impl::take(const Var& v) { return v.held_ ? v.held_->value : Value(); }
std::vector<Value> Impl::take_all(std::span<const Var> args) {
  std::vector<Value> out;
  out.reserve(args.size());
  for (const Var& v : args) out.push_back(take(v));
  return out;
}
std::vector<Var> Impl::hold_all(const std::vector<Value>& values) {
  std::vector<Var> out;
  out.reserve(values.size());
  for (const Value& v : values) out.push_back(hold(v));
  return out;
}

// --- errors
// -------------------------------------------------------------------------------------------

std::string Impl::message_of(const Value& value) {
  try {
    const perlipc::Text text(vm, value);
    return std::string(text.view());
  } catch (PerlDie&) { return reference_text(value); }
}

Error Impl::make_error(Error::Kind kind, const Value& value) {
  std::exception_ptr cause;
  if (value.is_string()) {
    if (vm.denied_.is_string() && vm.denied_.s == value.s) kind = Error::Kind::Denied;
    if (host_error_text.is_string() && host_error_text.s == value.s) {
      kind = Error::Kind::Host;
      cause = host_error;
    }
  }
  return Error(kind, message_of(value), hold(value), die_status(), std::move(cause));
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
  } catch (PerlDie&) {  // a tied STDERR that dies has nobody left to tell
    return false;
  }
}

void Impl::report(const Value& error) {
  const int saved = vm.errno_;
  std::string text = message_of(error);
  // Code of -M and -n stands on line 0, which perl does not mention.
  const std::string nowhere = " at " + vm.script_name_ + " line 0.\n";
  for (std::size_t at; (at = text.find(nowhere)) != text.npos;)
    text.replace(at, nowhere.size(), ".\n");
  if (write_error(text)) vm.errno_ = saved;
}

void Impl::leave_child(int status) {
  if (::getpid() == owner) return;
  ::_exit(finish(status));
}

// --- running
// ------------------------------------------------------------------------------------------

int Impl::finish(int status) {
  ended = true;
  vm.finish(&status);
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
    const perlipc::Text text(vm, d.value);
    d.value = Value::string(std::string(text.view()) + name + " failed--call queue aborted.\n",
                            text.utf8());
    throw;
  }
}

}  // namespace

int Impl::run_program(const Program& program) {
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
    report(d.value);
    status = die_status();  // behind the message: $! says why it could not be written
  } catch (PerlExit&) {
    status = vm.child_status_;  // which destructors may have changed since
  } catch (std::bad_alloc&) {
    status = 1;
    write_error("Out of memory!\n");
  } catch (LoopExit&) {
    status = 255;
    write_error("Can't leave a loop outside of the running code\n");
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

// A Perl call of a host function. Its exceptions become dies; an Error of Perl's goes on unchanged.
Value call_host_function(Call& call) {
  auto* bound = static_cast<Impl::Bound*>(call.code->native_data);
  Impl& impl = *bound->impl;
  std::string message;
  try {
    std::vector<Var> args;
    for (std::size_t n = 0; n < call.count; ++n) args.push_back(impl.hold(call[n]));
    const std::vector<Var> results = bound->function(args);
    if (call.want != Want::List) return results.empty() ? Value() : Impl::take(results.back());
    for (const Var& v : results) call.push(Impl::take(v));
    return call.list();
  } catch (const Error& error) {
    if (error.kind() == Error::Kind::Exit) impl.vm.exit(error.exit_status());
    if (error.value().defined()) throw PerlDie{Impl::take(error.value())};
    impl.host_error = std::current_exception();
    message = error.what();
  } catch (const std::exception& error) {
    impl.host_error = std::current_exception();
    message = error.what();
  }
  try {
    impl.vm.die(std::move(message));
  } catch (PerlDie& d) {
    impl.host_error_text = d.value;
    throw;
  }
}

}  // namespace detail

// --- Interpreter
// ----------------------------------------------------------------------------------------

Interpreter::Interpreter(Policy policy, Host host)
    : impl_(std::make_shared<detail::Impl>(policy, std::move(host))) {
  impl_->start();
}
Interpreter::Interpreter(Interpreter&&) noexcept = default;
Interpreter& Interpreter::operator=(Interpreter&& other) noexcept {
  std::swap(impl_, other.impl_);
  return *this;
}
Interpreter::~Interpreter() {
  if (!impl_ || impl_->ended) return;
  try {
    impl_->finish(0);
  } catch (...) {  // nothing may leave a destructor; finish() has reported what died
  }
}

void Interpreter::load(std::string_view source, std::string_view name) {
  impl_->load(source, std::string(name));
}
void Interpreter::load_file(const std::string& path) { impl_->load(read_whole_file(path), path); }
void Interpreter::require_module(std::string_view module) {
  std::string path(module);
  for (std::size_t at; (at = path.find("::")) != path.npos;) path.replace(at, 2, "/");
  impl_->guarded(Error::Kind::Die, [&] { impl_->vm.require_file(path + ".pm"); });
}

ExitStatus Interpreter::run(std::string_view source, std::string_view name) {
  if (impl_->ended) throw Error(Error::Kind::Die, "The interpreter has ended");
  const int code = impl_->run_program({.text = source, .name = std::string(name), .prefix = {}});
  if (::getpid() != impl_->owner) ::_exit(code);
  return {code};
}
ExitStatus Interpreter::run_file(const std::string& path) {
  return run(read_whole_file(path), path);
}

namespace {
constexpr Want kWants[] = {Want::Void, Want::Scalar, Want::List};
}

std::vector<Var> Interpreter::call_named(std::string_view sub, std::span<const Var> args,
                                         Context context) {
  const std::string name = qualified(sub);
  return impl_->guarded(Error::Kind::Die, [&] {
    Glob* glob = impl_->vm.glob(name, false);
    if (!glob || !glob->code()) impl_->vm.die("Undefined subroutine &" + name + " called");
    const Value keep = Value::ref(glob->code());
    return impl_->hold_all(
        impl_->vm.call(glob->code(), impl_->take_all(args), kWants[static_cast<int>(context)]));
  });
}
std::vector<Var> Interpreter::call_code(const Var& code, std::span<const Var> args,
                                        Context context) {
  return impl_->guarded(Error::Kind::Die, [&] {
    Code* sub = impl_->vm.code_of(detail::Impl::take(code));
    if (!sub) impl_->vm.die("Not a CODE reference");
    const Value keep = Value::ref(sub);
    return impl_->hold_all(
        impl_->vm.call(sub, impl_->take_all(args), kWants[static_cast<int>(context)]));
  });
}
std::vector<Var> Interpreter::call_object(const Var& object, std::string_view method,
                                          std::span<const Var> args, Context context) {
  return impl_->guarded(Error::Kind::Die, [&] {
    return impl_->hold_all(impl_->vm.call_method(detail::Impl::take(object), method,
                                                 impl_->take_all(args),
                                                 kWants[static_cast<int>(context)]));
  });
}
std::vector<Var> Interpreter::eval_text(std::string_view source, Context context) {
  return impl_->guarded(Error::Kind::Die, [&] {
    impl_->vm.compile_failed_ = false;
    return impl_->hold_all(impl_->vm.run_file_text(source, false, "(eval)",
                                                   kWants[static_cast<int>(context)], FrameFile));
  });
}
bool Interpreter::has_sub(std::string_view name) const {
  Glob* glob = impl_->vm.glob(qualified(name), false);
  return glob && glob->code() && (glob->code()->defined() || (glob->code()->bits & Code::Const));
}

Var Interpreter::get_var(std::string_view name) const {
  const char sigil = name.empty() ? '\0' : name[0];
  return impl_->guarded(Error::Kind::Die, [&]() -> Var {
    Glob* glob = impl_->vm.glob(qualified(name.substr(sigil ? 1 : 0)), true);
    switch (sigil) {
      case '$': return impl_->hold(impl_->vm.glob_scalar(glob)->get());
      case '@': return impl_->hold(Value::ref(glob->array()));
      case '%': return impl_->hold(Value::ref(glob->hash()));
      default:
        throw Error(Error::Kind::Type, "\"" + std::string(name) + "\" names no variable: no sigil");
    }
  });
}
void Interpreter::set_var(std::string_view name, const Var& var) {
  const char sigil = name.empty() ? '\0' : name[0];
  const Value value = detail::Impl::take(var);
  impl_->guarded(Error::Kind::Die, [&] {
    Glob* glob = impl_->vm.glob(qualified(name.substr(sigil ? 1 : 0)), true);
    if (sigil == '$') {
      Value place = Value::boxed(impl_->vm.glob_scalar(glob));
      impl_->vm.assign(place, value);
    } else if (sigil == '@' && var.kind() == Var::Kind::Array) {
      const Array& from = *static_cast<Array*>(value.o);
      std::vector<Value> items;
      for (const Value& v : from) items.push_back(v.tag == kInternal ? Value() : rvalue(v));
      glob->array()->clear();
      for (Value& v : items) glob->array()->push(std::move(v));
    } else if (sigil == '%' && var.kind() == Var::Kind::Hash) {
      const auto items = var.items();
      glob->hash()->clear();
      for (const auto& [key, item] : items) glob->hash()->fetch(key) = detail::Impl::take(item);
    } else {
      throw Error(Error::Kind::Type, "\"" + std::string(name) + "\" cannot be set to this value");
    }
  });
}

void Interpreter::bind_list(std::string_view name, HostFunction function) {
  impl_->functions.push_back({impl_.get(), std::move(function)});
  Code* code = Code::make();
  code->native = detail::call_host_function;
  code->native_data = &impl_->functions.back();
  Glob* glob = impl_->vm.glob(qualified(name), true);
  code->name_glob = glob;
  code->home = glob->stash;
  glob->set_code(code);
  code->release();
}

}  // namespace perlipc
