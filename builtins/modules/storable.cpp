// The native half of Storable (perldoc Storable), whose Perl half comes with the installed perl.
#include "builtins/modules/storable.h"
#include "builtins/io_handle.h"
#include "builtins/modules/registry.h"

namespace perlipc::builtin {

namespace storable {

Value setting(Engine& engine, std::string_view name) {
  Glob* glob = engine.glob("Storable::" + std::string(name), false);
  return glob && glob->body->scalar ? glob->body->scalar->get() : Value();
}

Value helper(Engine& engine, std::string_view name, std::span<const Value> arguments) {
  engine.require_file("PerlIPC/Storable.pm");
  Code* code = engine.glob("PerlIPC::Storable::" + std::string(name), true)->code();
  return code ? engine.call_scalar(code, arguments) : Value();
}

}  // namespace storable

namespace {

using storable::Progress;

// Sets what is_storing and is_retrieving tell while an operation lasts.
class Operation {
 public:
  Operation(Engine& engine, bool storing, bool network_order)
      : progress_(engine.service<Progress>()), before_(progress_) {
    progress_.storing = storing;
    progress_.retrieving = !storing;
    progress_.network_order = network_order;
  }
  ~Operation() {
    progress_.storing = before_.storing;
    progress_.retrieving = before_.retrieving;
  }
  Operation(const Operation&) = delete;

 private:
  Progress& progress_;
  Progress before_;
};

Referent* root_argument(Call& call, std::size_t n) {
  const Value root = call[n];
  if (!root.is_ref()) call.engine.die("Not a reference");
  return static_cast<Referent*>(root.o);
}

template <bool Network> Value memory_store(Call& call) {
  expect(call, 1, 1, "obj");
  Referent* root = root_argument(call, 0);
  const Operation operation(call.engine, true, Network);
  return text_value(storable::store(call.engine, root, Network, 0));
}

template <bool Network> Value file_store(Call& call) {
  expect(call, 2, 2, "f, obj");
  Referent* root = root_argument(call, 1);
  const HandleArg arg = handle_arg(call, 0);
  const Operation operation(call.engine, true, Network);
  const std::string image =
      std::string(storable::kFileMagic) + storable::store(call.engine, root, Network, 0);
  if (!arg.open()) return call.fail(EBADF);
  if (!arg.io->stream->write(image.data(), image.size())) return call.fail(arg.io->stream->error());
  return yes_no(true);
}

std::int64_t flags_argument(Call& call, std::size_t n) {
  return call.defined(n) ? call.integer(n) : storable::kBlessOk | storable::kTieOk;
}

Value memory_retrieve(Call& call) {
  expect(call, 1, 2, "frozen, flag = 6");
  if (!call.defined(0)) return {};
  const Text frozen(call.engine, call[0]);
  const Text bytes(frozen.utf8() ? downgrade(frozen.get()) : String::make(frozen.view()));
  if (!bytes.get()) call.engine.die("Frozen string corrupt - contains characters outside 0-255");
  const Operation operation(call.engine, false, false);
  storable::TextSource source(bytes.view());
  return storable::retrieve(call.engine, source, false, flags_argument(call, 1), 0);
}

class FileSource final : public storable::Source {
 public:
  FileSource(Engine& engine, rt::Stream& stream) : engine_(engine), stream_(stream) {}
  bool read(char* out, std::size_t size) override {
    while (size > 0) {
      const rt::ReadOutcome got = stream_.read_exact(out, size);
      out += got.size;
      size -= got.size;
      if (size == 0) break;
      if (got.error != EINTR) return false;
      engine_.run_pending_signals();
    }
    return true;
  }

 private:
  Engine& engine_;
  rt::Stream& stream_;
};

Value file_retrieve(Call& call) {
  expect(call, 1, 2, "f, flag = 6");
  const HandleArg arg = handle_arg(call, 0);
  if (!arg.open()) return call.fail(EBADF);
  const Operation operation(call.engine, false, false);
  FileSource source(call.engine, *arg.io->stream);
  return storable::retrieve(call.engine, source, true, flags_argument(call, 1), 0);
}

Value deep_clone(Call& call) {
  expect(call, 1, 1, "sv");
  Referent* root = root_argument(call, 0);
  std::string image;
  {
    const Operation operation(call.engine, true, false);
    image = storable::store(call.engine, root, false, storable::kCloning);
  }
  const Operation operation(call.engine, false, false);
  storable::TextSource source(image);
  return storable::retrieve(call.engine, source, false, storable::kBlessOk | storable::kTieOk,
                            storable::kCloning);
}

Value is_storing(Call& call) { return yes_no(call.engine.service<Progress>().storing); }
Value is_retrieving(Call& call) { return yes_no(call.engine.service<Progress>().retrieving); }
Value last_in_network_order(Call& call) {
  return yes_no(call.engine.service<Progress>().network_order);
}
Value nothing(Call& call) { return no_value(call); }

const NativeRow kFunctions[] = {
    {"dclone", deep_clone, "$"},
    {"init_perinterp", nothing, ""},
    {"is_retrieving", is_retrieving, ""},
    {"is_storing", is_storing, ""},
    {"last_op_in_netorder", last_in_network_order, ""},
    {"mretrieve", memory_retrieve, "$;$"},
    {"mstore", memory_store<false>, "$"},
    {"net_mstore", memory_store<true>, "$"},
    {"net_pstore", file_store<true>, "$$"},
    {"pretrieve", file_retrieve, "$;$"},
    {"pstore", file_store<false>, "$$"},
};
const NativeConstant kConstants[] = {
    {"BIN_MAJOR", storable::kMajor},
    {"BIN_MINOR", storable::kMinor},
    {"BIN_WRITE_MINOR", storable::kMinor},
    {"CAN_FLOCK", 1},
    {"stack_depth", 512},
    {"stack_depth_hash", 256},
};

}  // namespace

const NativeModule& storable_module() {
  static const NativeModule module{
      .package = "Storable", .functions = kFunctions, .constants = kConstants};
  return module;
}

}  // namespace perlipc::builtin
