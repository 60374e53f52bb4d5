// Digest::MD5 (perldoc Digest::MD5; RFC 1321).
#include "builtins/io_handle.h"
#include "builtins/modules/digest_text.h"
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

namespace perlipc::builtin {

namespace {

constexpr const char* kClass = "Digest::MD5";

class Md5 {
 public:
  void add(std::string_view bytes) {
    size_ += bytes.size();
    if (!pending_.empty()) {
      const std::size_t more = std::min(bytes.size(), kBlock - pending_.size());
      pending_.append(bytes.substr(0, more));
      bytes.remove_prefix(more);
      if (pending_.size() < kBlock) return;
      transform(pending_.data());
      pending_.clear();
    }
    for (; bytes.size() >= kBlock; bytes.remove_prefix(kBlock)) transform(bytes.data());
    pending_.assign(bytes);
  }

  std::string finish() {
    const std::uint64_t bits = size_ * 8;
    std::string padding("\x80", 1);
    padding.resize(1 + (kBlock + 55 - size_ % kBlock) % kBlock);
    padding.append(reinterpret_cast<const char*>(&bits), sizeof bits);
    add(padding);
    return state();
  }

  std::string state() const {
    return std::string(reinterpret_cast<const char*>(state_.data()), sizeof state_);
  }
  std::uint64_t blocks() const { return size_ / kBlock; }
  const std::string& rest() const { return pending_; }

  // Everything as bytes and back.
  std::string save() const {
    return state() + std::string(reinterpret_cast<const char*>(&size_), sizeof size_) + pending_;
  }
  static Md5 restore(std::string_view bytes) {
    Md5 md5;
    if (bytes.size() < sizeof md5.state_ + sizeof md5.size_) return md5;
    std::memcpy(md5.state_.data(), bytes.data(), sizeof md5.state_);
    std::memcpy(&md5.size_, bytes.data() + sizeof md5.state_, sizeof md5.size_);
    md5.pending_ = bytes.substr(sizeof md5.state_ + sizeof md5.size_);
    return md5;
  }
  static Md5 resume(std::uint64_t blocks, std::string_view state, std::string_view rest) {
    Md5 md5;
    if (state.size() == sizeof md5.state_)
      std::memcpy(md5.state_.data(), state.data(), sizeof md5.state_);
    md5.size_ = blocks * kBlock;
    md5.add(rest);
    return md5;
  }

  static_assert(std::endian::native == std::endian::little);
  static constexpr std::size_t kBlock = 64;

 private:
  // RFC 1321, 3.4: four rounds of sixteen steps; the constants are the sines of 1..64.
  void transform(const char* block) {
    static const std::array<std::uint32_t, 64> sines = [] {
      std::array<std::uint32_t, 64> table;
      for (std::size_t i = 0; i < 64; ++i) {
        table[i] = static_cast<std::uint32_t>(std::abs(std::sin(static_cast<double>(i + 1))) *
                                              4294967296.0);
      }
      return table;
    }();
    std::uint32_t words[16];
    std::memcpy(words, block, sizeof words);
    State s = state_;
    using U = std::uint32_t;
    round<0, 1, 7, 12, 17, 22>(s, words, &sines[0],
                               [](U b, U c, U d) { return d ^ (b & (c ^ d)); });
    round<1, 5, 5, 9, 14, 20>(s, words, &sines[16],
                              [](U b, U c, U d) { return c ^ (d & (b ^ c)); });
    round<5, 3, 4, 11, 16, 23>(s, words, &sines[32], [](U b, U c, U d) { return b ^ c ^ d; });
    round<0, 7, 6, 10, 15, 21>(s, words, &sines[48], [](U b, U c, U d) { return c ^ (b | ~d); });
    for (std::size_t i = 0; i < s.size(); ++i) state_[i] += s[i];
  }

  using State = std::array<std::uint32_t, 4>;
  // Sixteen steps, written out: the words from First on, every Step-th one.
  template <unsigned First, unsigned Step, int... Shifts, class Mix>
  static void round(State& state, const std::uint32_t* words, const std::uint32_t* sines, Mix mix) {
    State s = state;  // stays in registers
    constexpr int kShifts[] = {Shifts...};
    const auto step = [&]<std::size_t I>(std::integral_constant<std::size_t, I>) {
      std::uint32_t &a = s[(16 - I) % 4], b = s[(17 - I) % 4], c = s[(18 - I) % 4],
                    d = s[(19 - I) % 4];
      a = b +
          std::rotl(a + mix(b, c, d) + sines[I] + words[(First + Step * I) % 16], kShifts[I % 4]);
    };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (step(std::integral_constant<std::size_t, I>()), ...);
    }
    (std::make_index_sequence<16>());
    state = s;
  }

  std::array<std::uint32_t, 4> state_{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  std::uint64_t size_ = 0;
  std::string pending_;
};

template <DigestForm F> Value formatted(std::string_view digest) {
  return text_value(digest_text(digest, F));
}

template <DigestForm F> Value digest_of_arguments(Call& call) {
  Md5 md5;
  for (std::size_t i = 0; i < call.count; ++i) md5.add(digest_bytes(call, i));
  return formatted<F>(md5.finish());
}

// --- objects: a blessed string that holds the state of the computation ------------------------------------------

Scalar* self(Call& call) { return object_scalar(call, 0, "context", kClass); }

Md5 load(Scalar* object) {
  return object->value.is_string() ? Md5::restore(object->value.s->view()) : Md5();
}
void store(Scalar* object, const Md5& md5) { object->value = Value::string(md5.save()); }

Value object_new(Call& call) {
  if (call.count < 1) die_usage(call, "xclass");
  if (!call[0].is_ref())
    return bless_new(call.engine, Scalar::make(Value::string(Md5().save())), call.text(0));
  store(self(call), Md5());
  return call[0];
}

Value object_clone(Call& call) {
  expect(call, 1, 1, "self");
  Scalar* object = self(call);
  return bless_new(call.engine, Scalar::make(Value::string(load(object).save())),
                   object->stash()->name);
}

Value object_add(Call& call) {
  if (call.count < 1) die_usage(call, "self, ...");
  Scalar* object = self(call);
  Md5 md5 = load(object);
  for (std::size_t i = 1; i < call.count; ++i) md5.add(digest_bytes(call, i));
  store(object, md5);
  return call[0];
}

Value object_addfile(Call& call) {
  expect(call, 2, 2, "self, fh");
  Scalar* object = self(call);
  const HandleArg arg = handle_arg(call, 1);
  if (!arg.open())
    call.engine.die(arg.handle ? "Reading from filehandle failed" : "No filehandle passed");
  Md5 md5 = load(object);
  std::string data(rt::Stream::kBufferSize, '\0');
  for (;;) {
    const rt::ReadOutcome got = arg.io->stream->read_exact(data.data(), data.size());
    md5.add(std::string_view(data).substr(0, got.size));
    if (got.error == EINTR) {
      call.engine.run_pending_signals();
      continue;
    }
    store(object, md5);
    if (got.error != 0) call.engine.die("Reading from filehandle failed");
    if (got.size < data.size()) return call[0];
  }
}

// (blocks, state, rest): what has been computed; given as arguments it is taken over.
Value object_context(Call& call) {
  if (call.count < 1) die_usage(call, "ctx, ...");
  Scalar* object = self(call);
  if (call.count > 2) {
    const std::string rest = call.has(3) ? call.text(3) : std::string();
    store(object, Md5::resume(static_cast<std::uint64_t>(call.integer(1)), call.text(2), rest));
    return call[0];
  }
  const Md5 md5 = load(object);
  call.push(Value::integer(static_cast<std::int64_t>(md5.blocks())));
  call.push(text_value(md5.state()));
  if (!md5.rest().empty()) call.push(text_value(md5.rest()));
  return call.list();
}

template <DigestForm F> Value object_digest(Call& call) {
  expect(call, 1, 1, "context");
  Scalar* object = self(call);
  Md5 md5 = load(object);
  store(object, Md5());
  return formatted<F>(md5.finish());
}

const NativeRow kFunctions[] = {
    {"add", object_add, nullptr},
    {"addfile", object_addfile, nullptr},
    {"b64digest", object_digest<DigestForm::Base64>, nullptr},
    {"clone", object_clone, nullptr},
    {"context", object_context, nullptr},
    {"digest", object_digest<DigestForm::Binary>, nullptr},
    {"hexdigest", object_digest<DigestForm::Hex>, nullptr},
    {"md5", digest_of_arguments<DigestForm::Binary>, nullptr},
    {"md5_base64", digest_of_arguments<DigestForm::Base64>, nullptr},
    {"md5_hex", digest_of_arguments<DigestForm::Hex>, nullptr},
    {"new", object_new, nullptr},
    {"reset", object_new, nullptr},
};

}  // namespace

const NativeModule& digest_md5_module() {
  static const NativeModule module{.package = "Digest::MD5",
                                   .functions = kFunctions,
                                   .constants = {},
                                   .optional_exports = "md5 md5_hex md5_base64",
                                   .version = "2.58"};
  return module;
}

}  // namespace perlipc::builtin
