// The native half of Digest::SHA (perldoc Digest::SHA).
#include "builtins/io_handle.h"
#include "builtins/modules/digest_text.h"
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"
#include "builtins/modules/sha.h"

#include <optional>

namespace perlipc::builtin {

namespace {

constexpr const char* kClass = "Digest::SHA";

// --- functions ----------------------------------------------------------------------------------

template <int Algorithm, DigestForm F> Value digest_of_arguments(Call& call) {
  Sha sha(Algorithm);
  for (std::size_t i = 0; i < call.count; ++i) sha.add(digest_bytes(call, i));
  return text_value(digest_text(sha.finish(), F));
}

// The last argument is the key (RFC 2104).
template <int Algorithm, DigestForm F> Value keyed_digest(Call& call) {
  Sha inner(Algorithm), outer(Algorithm);
  std::string key = call.count > 0 ? digest_bytes(call, call.count - 1) : std::string();
  if (key.size() > inner.block_size()) {
    Sha shortened(Algorithm);
    shortened.add(key);
    key = shortened.finish();
  }
  key.resize(inner.block_size());
  const auto masked = [&](char mask) {
    std::string text = key;
    for (char& c : text) c = static_cast<char>(c ^ mask);
    return text;
  };
  inner.add(masked(0x36));
  for (std::size_t i = 0; i + 1 < call.count; ++i) inner.add(digest_bytes(call, i));
  outer.add(masked(0x5c));
  outer.add(inner.finish());
  return text_value(digest_text(outer.finish(), F));
}

// --- objects: a blessed string, the algorithm's number and the state ----------------------------------

Scalar* self(Call& call) {
  const Value value = call[0];
  const bool ours = is_object(call.engine, value, kClass) && value.o->type == Type::Scalar;
  return ours ? static_cast<Scalar*>(value.o) : nullptr;
}

Value record_of(const Sha& sha) {
  return text_value(std::to_string(sha.algorithm()) + ":" + sha.state());
}

std::optional<Sha> load(Call& call) {
  const Scalar* object = self(call);
  if (!object || !object->value.is_string()) return std::nullopt;
  const std::string_view record = object->value.s->view();
  const int algorithm = std::atoi(record.data());
  if (!Sha::known(algorithm)) return std::nullopt;
  Sha sha(algorithm);
  sha.set_state(record.substr(record.find(':') + 1));
  return sha;
}
void store(Call& call, const Sha& sha) { self(call)->value = record_of(sha); }

Value object_new(Call& call) {
  expect(call, 2, 2, "classname, alg");
  if (!Sha::known(call.integer(1))) return {};
  return bless_new(call.engine, Scalar::make(record_of(Sha(static_cast<int>(call.integer(1))))),
                   call.text(0));
}

Value object_clone(Call& call) {
  expect(call, 1, 1, "self");
  const std::optional<Sha> sha = load(call);
  if (!sha) return {};
  return bless_new(call.engine, Scalar::make(record_of(*sha)), self(call)->stash()->name);
}

Value object_init(Call& call) {
  expect(call, 2, 2, "s, alg");
  if (!load(call) || !Sha::known(call.integer(1))) return Value::integer(0);
  store(call, Sha(static_cast<int>(call.integer(1))));
  return Value::integer(1);
}

Value object_rewind(Call& call) {
  expect(call, 1, 1, "s");
  if (std::optional<Sha> sha = load(call)) {
    sha->rewind();
    store(call, *sha);
  }
  return no_value(call);
}

// (bytes, bits, state): how many bits were taken.
Value object_write(Call& call) {
  expect(call, 3, 3, "bitstr, bitcnt, s");
  const std::string bytes = digest_bytes(call, 0);
  const std::int64_t wanted = call.integer(1);
  Value arguments[] = {call[2]};
  Call inner{call.engine, arguments, 1, Want::Scalar, 0, call.code, false, call.results};
  std::optional<Sha> sha = load(inner);
  if (!sha || wanted <= 0) return Value::integer(0);
  const std::uint64_t bits =
      std::min<std::uint64_t>(static_cast<std::uint64_t>(wanted), std::uint64_t{bytes.size()} * 8);
  sha->add_bits(bytes, bits);
  store(inner, *sha);
  return Value::integer(static_cast<std::int64_t>(bits));
}

Value object_add(Call& call) {
  if (call.count < 1) die_usage(call, "self, ...");
  std::optional<Sha> sha = load(call);
  if (!sha) return no_value(call);
  for (std::size_t i = 1; i < call.count; ++i) sha->add(digest_bytes(call, i));
  store(call, *sha);
  return call[0];
}

template <DigestForm F> Value object_digest(Call& call) {
  expect(call, 1, 1, "self");
  std::optional<Sha> sha = load(call);
  if (!sha) return {};
  const std::string digest = sha->finish();
  sha->rewind();
  store(call, *sha);
  return text_value(digest_text(digest, F));
}

Value object_hash_size(Call& call) {
  expect(call, 1, 1, "self");
  const std::optional<Sha> sha = load(call);
  return sha ? Value::integer(static_cast<std::int64_t>(sha->digest_size() * 8)) : Value();
}
Value object_algorithm(Call& call) {
  expect(call, 1, 1, "self");
  const std::optional<Sha> sha = load(call);
  return sha ? Value::integer(sha->algorithm()) : Value();
}

Value object_get_state(Call& call) {
  expect(call, 1, 1, "self");
  const std::optional<Sha> sha = load(call);
  return sha ? text_value(sha->state()) : Value();
}
Value object_put_state(Call& call) {
  expect(call, 2, 2, "self, packed_state");
  std::optional<Sha> sha = load(call);
  if (!sha || !sha->set_state(digest_bytes(call, 1))) return {};
  store(call, *sha);
  return call[0];
}

// --- files --------------------------------------------------------------------------------------

// Line ends of any kind become "\n".
class LineEnds {
 public:
  std::string unify(std::string_view data) {
    std::string out;
    for (const char c : data) {
      if (c == '\n' && after_return_) {
        after_return_ = false;
        continue;
      }
      after_return_ = c == '\r';
      out += after_return_ ? '\n' : c;
    }
    return out;
  }

 private:
  bool after_return_ = false;
};

template <bool Universal> Value object_add_file(Call& call) {
  expect(call, 2, 2, "self, f");
  std::optional<Sha> sha = load(call);
  const HandleArg arg = handle_arg(call, 1);
  if (!sha || !arg.open()) return no_value(call);
  std::string data(rt::Stream::kBufferSize, '\0');
  LineEnds ends;
  for (;;) {
    const rt::ReadOutcome got = arg.io->stream->read_exact(data.data(), data.size());
    const std::string_view part = std::string_view(data).substr(0, got.size);
    if (Universal) sha->add(ends.unify(part));
    else sha->add(part);
    if (got.error == EINTR) {
      call.engine.run_pending_signals();
      continue;
    }
    if (got.size < data.size()) break;
  }
  store(call, *sha);
  return call[0];
}

Value nothing(Call& call) { return no_value(call); }

const NativeRow kFunctions[] = {
    {"DESTROY", nothing, "$"},
    {"_addfilebin", object_add_file<false>, "$$"},
    {"_addfileuniv", object_add_file<true>, "$$"},
    {"_getstate", object_get_state, "$"},
    {"_putstate", object_put_state, "$$"},
    {"add", object_add, "$;@"},
    {"algorithm", object_algorithm, "$"},
    {"b64digest", object_digest<DigestForm::Base64>, "$"},
    {"clone", object_clone, "$"},
    {"digest", object_digest<DigestForm::Binary>, "$"},
    {"hashsize", object_hash_size, "$"},
    {"hexdigest", object_digest<DigestForm::Hex>, "$"},
    {"newSHA", object_new, "$$"},
    {"shainit", object_init, "$$"},
    {"sharewind", object_rewind, "$"},
    {"shawrite", object_write, "$$$"},
};

// sha1, sha1_hex, sha1_base64 and the same with "hmac_" for one algorithm.
template <int Algorithm> void add_functions(std::vector<NativeRow>& rows) {
  static const std::string plain = "sha" + std::to_string(Algorithm), hex = plain + "_hex",
                           base64 = plain + "_base64";
  static const std::string keyed = "hmac_" + plain, keyed_hex = "hmac_" + hex,
                           keyed_base64 = "hmac_" + base64;
  rows.push_back({plain.c_str(), digest_of_arguments<Algorithm, DigestForm::Binary>, ";@"});
  rows.push_back({hex.c_str(), digest_of_arguments<Algorithm, DigestForm::Hex>, ";@"});
  rows.push_back({base64.c_str(), digest_of_arguments<Algorithm, DigestForm::Base64>, ";@"});
  rows.push_back({keyed.c_str(), keyed_digest<Algorithm, DigestForm::Binary>, ";@"});
  rows.push_back({keyed_hex.c_str(), keyed_digest<Algorithm, DigestForm::Hex>, ";@"});
  rows.push_back({keyed_base64.c_str(), keyed_digest<Algorithm, DigestForm::Base64>, ";@"});
}

std::vector<NativeRow> all_functions() {
  std::vector<NativeRow> rows(std::begin(kFunctions), std::end(kFunctions));
  add_functions<1>(rows);
  add_functions<224>(rows);
  add_functions<256>(rows);
  add_functions<384>(rows);
  add_functions<512>(rows);
  add_functions<512224>(rows);
  add_functions<512256>(rows);
  return rows;
}

}  // namespace

const NativeModule& digest_sha_module() {
  static const std::vector<NativeRow> functions = all_functions();
  static const NativeModule module{
      .package = "Digest::SHA", .functions = functions, .constants = {}};
  return module;
}

}  // namespace perlipc::builtin
