// perlipc::Interpreter on top of the VM: setting up variables, running code and programs, and
// turning Perl's errors into the host's.
#include "builtins/io_hooks.h"
#include "builtins/native_module.h"
#include "builtins/perl_config.h"
#include "interp/api/interpreter_impl.h"
#include "interp/handle_names.h"
#include "interp/source_file.h"
#include <algorithm>
#include <cctype>
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

// "$main::x" taken apart; Error when it is no variable's name.
struct VariableName {
  explicit VariableName(std::string_view text) : sigil(text.empty() ? '\0' : text[0]) {
    const std::string_view name = text.substr(sigil ? 1 : 0);
    if (std::string_view("$@%").find(sigil) == std::string_view::npos || !is_name(name))
      throw Error(Error::Kind::Type, "\"" + std::string(text) + "\" names no variable");
    // "^W" is perl's way to write a control character.
    const bool control = name.size() > 1 && name[0] == '^';
    qualified =
        perlipc::qualified(control ? static_cast<char>(name[1] ^ 64) + std::string(name.substr(2))
                                   : std::string(name));
  }
  char sigil;
  std::string qualified;

 private:
  // Words with :: between them, a punctuation character, or ^ and a word.
  static bool is_name(std::string_view name) {
    const auto is_word = [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == ':' || (c & 0x80);
    };
    if (name.size() == 1)
      return std::isgraph(static_cast<unsigned char>(name[0])) || (name[0] & 0x80);
    if (name.starts_with('^')) name.remove_prefix(1);
    return !name.empty() && std::all_of(name.begin(), name.end(), is_word);
  }
};

std::string read_whole_file(const std::string& path) {
  std::string text;
  if (read_source(path, &text)) return text;
  const char* why = std::strerror(errno);
  throw Error(Error::Kind::Die, "Can't open perl script \"" + path + "\": " + why, {}, 2, nullptr);
}

void add_loader(detail::Impl& impl) {
  Code* code = Code::make();
  code->native = detail::ask_loader;
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
  environment->bits =
      static_cast<std::uint8_t>((environment->bits & ~Hash::Signals) | Hash::ReadOnly);
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
  connect_streams(*this);
  Array* argv = vm.glob("main::ARGV", true)->array();
  for (const std::string& argument : host.args) argv->push(Value::string(argument));
  if (!vm.is_allowed(builtin::Capability::EnvWrite)) lock_environment(vm);
  if (policy.call_depth) vm.limit_depth(*policy.call_depth);
  if (policy.wall_time || policy.cpu_time) watch();
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

}  // namespace detail

// --- Interpreter
// ----------------------------------------------------------------------------------------

Interpreter::Interpreter(Policy policy, Host host)
    : impl_(std::make_shared<detail::Impl>(policy, std::move(host))) {
  impl_->start();
}
Interpreter::Interpreter(Interpreter&&) noexcept = default;
Interpreter& Interpreter::operator=(Interpreter&& other) noexcept {
  if (this != &other) {
    end();
    impl_ = std::move(other.impl_);
  }
  return *this;
}
Interpreter::~Interpreter() { end(); }

void Interpreter::end() noexcept {
  if (!impl_ || impl_->ended) return;
  if (impl_->running > 0) {
    impl_->abandoned = true;  // ~Running ends it
    return;
  }
  try {
    impl_->finish(0);
  } catch (...) {  // nothing may leave a destructor; finish() has reported what died
  }
}

detail::Impl& Interpreter::live() const {
  if (!impl_) throw Error(Error::Kind::Die, "The interpreter has been moved from");
  return *impl_;
}

Interrupt Interpreter::interrupt() {
  detail::Impl& impl = live();
  impl.watch();
  Interrupt result;
  result.watchdog_ = impl.watchdog;
  return result;
}
void Interrupt::stop() const noexcept {
  if (watchdog_) watchdog_->request();
}

void Interpreter::load(std::string_view source, std::string_view name) {
  live().load(source, std::string(name));
}
void Interpreter::load_file(const std::string& path) { live().load(read_whole_file(path), path); }
void Interpreter::require_module(std::string_view module) {
  detail::Impl& impl = live();
  std::string path(module);
  for (std::size_t at; (at = path.find("::")) != path.npos;) path.replace(at, 2, "/");
  impl.guarded(Error::Kind::Die, [&] { impl.vm.require_file(path + ".pm"); });
}

ExitStatus Interpreter::run(std::string_view source, std::string_view name) {
  detail::Impl& impl = live();
  impl.check_alive();
  if (impl.running > 0)
    throw Error(Error::Kind::Die, "A whole program cannot run inside of what the interpreter runs");
  const detail::Impl::Running running_now(impl);
  const int code = impl.run_program({.text = source, .name = std::string(name), .prefix = {}});
  if (::getpid() != impl.owner) ::_exit(code);
  std::optional<Error> failure = impl.take_stream_failure();
  if (impl.stopped) throw impl.stop_error(*impl.stopped);
  if (impl.uncaught) throw Error(*impl.uncaught);
  if (failure) throw std::move(*failure);
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
  detail::Impl& impl = live();
  const std::string name = qualified(sub);
  return impl.guarded(Error::Kind::Die, [&] {
    Glob* glob = impl.vm.glob(name, false);
    if (!glob || !glob->code()) impl.vm.die("Undefined subroutine &" + name + " called");
    const Value keep = Value::ref(glob->code());
    return impl.hold_all(
        impl.vm.call(glob->code(), impl.take_all(args), kWants[static_cast<int>(context)]));
  });
}
std::vector<Var> Interpreter::call_code(const Var& code, std::span<const Var> args,
                                        Context context) {
  detail::Impl& impl = live();
  return impl.guarded(Error::Kind::Die, [&] {
    Code* sub = impl.vm.code_of(impl.take(code));
    if (!sub) impl.vm.die("Not a CODE reference");
    const Value keep = Value::ref(sub);
    return impl.hold_all(impl.vm.call(sub, impl.take_all(args), kWants[static_cast<int>(context)]));
  });
}
std::vector<Var> Interpreter::call_object(const Var& object, std::string_view method,
                                          std::span<const Var> args, Context context) {
  detail::Impl& impl = live();
  return impl.guarded(Error::Kind::Die, [&] {
    return impl.hold_all(impl.vm.call_method(impl.take(object), method, impl.take_all(args),
                                             kWants[static_cast<int>(context)]));
  });
}
std::vector<Var> Interpreter::eval_text(std::string_view source, Context context) {
  detail::Impl& impl = live();
  return impl.guarded(Error::Kind::Die, [&] {
    impl.vm.compile_failed_ = false;
    return impl.hold_all(impl.vm.run_file_text(source, false, "(eval)",
                                               kWants[static_cast<int>(context)], FrameFile));
  });
}
bool Interpreter::has_sub(std::string_view name) const {
  Glob* glob = live().vm.glob(qualified(name), false);
  return glob && glob->code() && (glob->code()->defined() || (glob->code()->bits & Code::Const));
}

Var Interpreter::get_var(std::string_view name) const {
  detail::Impl& impl = live();
  const VariableName variable(name);
  return impl.guarded(Error::Kind::Die, [&]() -> Var {
    Glob* glob = impl.vm.glob(variable.qualified, true);
    switch (variable.sigil) {
      case '$': return impl.hold(impl.vm.glob_scalar(glob)->get());
      case '@': return impl.hold(Value::ref(glob->array()));
      default: return impl.hold(Value::ref(glob->hash()));
    }
  });
}
void Interpreter::set_var(std::string_view name, const Var& var) {
  detail::Impl& impl = live();
  const VariableName variable(name);
  const Value value = impl.take(var);
  const bool fits = variable.sigil == '$' ||
                    var.kind() == (variable.sigil == '@' ? Var::Kind::Array : Var::Kind::Hash);
  if (!fits)
    throw Error(Error::Kind::Type, "\"" + std::string(name) + "\" cannot be set to this value");
  impl.guarded(Error::Kind::Die, [&] {
    VM& vm = impl.vm;
    Glob* glob = vm.glob(variable.qualified, true);
    if (variable.sigil == '$') {
      Value place = Value::boxed(vm.glob_scalar(glob));
      return vm.assign(place, value);
    }
    Value* const base = vm.sp_;
    if (variable.sigil == '@') {
      vm.push_array(static_cast<Array*>(value.o), 0, 0);
      vm.array_assign(glob->array(), base);
    } else {
      vm.push_hash(static_cast<Hash*>(value.o), false);
      vm.hash_assign(glob->hash(), base, vm.sp_);
      vm.pop_to(base);
    }
  });
}

void Interpreter::bind_list(std::string_view name, HostFunction function) {
  detail::Impl& impl = live();
  impl.check_alive();
  impl.functions.push_back({&impl, std::move(function)});
  Code* code = Code::make();
  code->native = detail::call_host_function;
  code->native_data = &impl.functions.back();
  Glob* glob = impl.vm.glob(qualified(name), true);
  code->name_glob = glob;
  code->home = glob->stash;
  glob->set_code(code);
  code->release();
}

}  // namespace perlipc
