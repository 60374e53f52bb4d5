// The secure hash algorithms; FIPS 180-4 has the functions and where the constants come from.
#include "builtins/modules/sha.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace perlipc::builtin {

namespace {

// The first 64 bits of the fractional parts of the cube roots of the first eighty primes; SHA-256 uses the
// upper halves of the first sixty-four.
constexpr std::array<std::uint64_t, 80> kCubeRoots = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
    0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
    0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
    0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
    0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
    0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
    0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
    0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
    0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
    0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
    0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
    0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
    0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
    0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
    0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
    0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
    0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817};
// The same of the square roots of the first eight primes and of the eight after them.
constexpr std::array<std::uint64_t, 8> kStart512 = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
constexpr std::array<std::uint64_t, 8> kStart384 = {
    0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
    0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4};
constexpr std::array<std::uint64_t, 8> kStart1 = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476,
                                                  0xc3d2e1f0};

// A number whose high byte comes first.
template <class Word> Word load(const unsigned char* bytes) {
  static_assert(std::endian::native == std::endian::little);
  Word word;
  std::memcpy(&word, bytes, sizeof word);
  if constexpr (sizeof word == 8) return __builtin_bswap64(word);
  else return __builtin_bswap32(word);
}
void store(std::string& out, std::uint64_t value, std::size_t size) {
  for (std::size_t i = size; i > 0; --i) out += static_cast<char>(value >> 8 * (i - 1));
}

// SHA-512/t starts from what a changed SHA-512 gives for the algorithm's name.
std::array<std::uint64_t, 8> start_of_truncated(const char* name) {
  Sha sha(512);
  std::string record;
  for (const std::uint64_t word : kStart512) store(record, word ^ 0xa5a5a5a5a5a5a5a5, 8);
  record.resize(sha.state_size());
  sha.set_state(record);
  sha.add(name);
  const std::string digest = sha.finish();
  std::array<std::uint64_t, 8> words;
  for (std::size_t i = 0; i < words.size(); ++i)
    words[i] = load<std::uint64_t>(reinterpret_cast<const unsigned char*>(digest.data()) + 8 * i);
  return words;
}

std::array<std::uint64_t, 8> start_of(int algorithm) {
  std::array<std::uint64_t, 8> words{};
  switch (algorithm) {
    case 1: return kStart1;
    case 224:
      for (std::size_t i = 0; i < 8; ++i) words[i] = kStart384[i] & 0xffffffff;
      return words;
    case 256:
      for (std::size_t i = 0; i < 8; ++i) words[i] = kStart512[i] >> 32;
      return words;
    case 384: return kStart384;
    case 512224: {
      static const std::array<std::uint64_t, 8> start = start_of_truncated("SHA-512/224");
      return start;
    }
    case 512256: {
      static const std::array<std::uint64_t, 8> start = start_of_truncated("SHA-512/256");
      return start;
    }
    default: return kStart512;
  }
}

// SHA-256 and SHA-512 differ in the width of their words, in the shifts and in the number of rounds.
struct Shifts {
  int big_a[3], big_e[3], small_0[3], small_1[3];
};
constexpr Shifts kShifts32 = {{2, 13, 22}, {6, 11, 25}, {7, 18, 3}, {17, 19, 10}};
constexpr Shifts kShifts64 = {{28, 34, 39}, {14, 18, 41}, {1, 8, 7}, {19, 61, 6}};

template <class Word>
void transform_words(std::array<std::uint64_t, 8>& state, const unsigned char* block) {
  constexpr bool kIsWide = sizeof(Word) == 8;
  constexpr Shifts kShifts = kIsWide ? kShifts64 : kShifts32;
  constexpr std::size_t kRounds = kIsWide ? 80 : 64;
  const auto big = [](Word x, const int(&n)[3]) {
    return static_cast<Word>(std::rotr(x, n[0]) ^ std::rotr(x, n[1]) ^ std::rotr(x, n[2]));
  };
  const auto small = [](Word x, const int(&n)[3]) {
    return static_cast<Word>(std::rotr(x, n[0]) ^ std::rotr(x, n[1]) ^ (x >> n[2]));
  };
  Word w[kRounds];
  for (std::size_t i = 0; i < 16; ++i) w[i] = load<Word>(block + i * sizeof(Word));
  for (std::size_t i = 16; i < kRounds; ++i) {
    w[i] = static_cast<Word>(small(w[i - 2], kShifts.small_1) + w[i - 7] +
                             small(w[i - 15], kShifts.small_0) + w[i - 16]);
  }
  Word s[8];
  for (std::size_t i = 0; i < 8; ++i) s[i] = static_cast<Word>(state[i]);
  for (std::size_t i = 0; i < kRounds; ++i) {
    const auto k = static_cast<Word>(kIsWide ? kCubeRoots[i] : kCubeRoots[i] >> 32);
    const auto t1 = static_cast<Word>(s[7] + big(s[4], kShifts.big_e) +
                                      ((s[4] & s[5]) ^ (~s[4] & s[6])) + k + w[i]);
    const auto t2 = static_cast<Word>(big(s[0], kShifts.big_a) +
                                      ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])));
    s[7] = s[6], s[6] = s[5], s[5] = s[4], s[4] = static_cast<Word>(s[3] + t1);
    s[3] = s[2], s[2] = s[1], s[1] = s[0], s[0] = static_cast<Word>(t1 + t2);
  }
  for (std::size_t i = 0; i < 8; ++i) state[i] = static_cast<Word>(state[i] + s[i]);
}

void transform_sha1(std::array<std::uint64_t, 8>& state, const unsigned char* block) {
  std::uint32_t w[80];
  for (std::size_t i = 0; i < 16; ++i) w[i] = load<std::uint32_t>(block + 4 * i);
  for (std::size_t i = 16; i < 80; ++i)
    w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  std::uint32_t s[5];
  for (std::size_t i = 0; i < 5; ++i) s[i] = static_cast<std::uint32_t>(state[i]);
  const auto twenty_steps = [&](std::size_t from, std::uint32_t k, auto mix) {
    for (std::size_t i = from; i < from + 20; ++i) {
      const std::uint32_t next = std::rotl(s[0], 5) + mix(s[1], s[2], s[3]) + s[4] + k + w[i];
      s[4] = s[3], s[3] = s[2], s[2] = std::rotl(s[1], 30), s[1] = s[0], s[0] = next;
    }
  };
  using U = std::uint32_t;
  const auto choose = [](U a, U b, U c) { return (a & b) | (~a & c); };
  const auto parity = [](U a, U b, U c) { return a ^ b ^ c; };
  const auto majority = [](U a, U b, U c) { return (a & b) | (a & c) | (b & c); };
  twenty_steps(0, 0x5a827999, choose);
  twenty_steps(20, 0x6ed9eba1, parity);
  twenty_steps(40, 0x8f1bbcdc, majority);
  twenty_steps(60, 0xca62c1d6, parity);
  for (std::size_t i = 0; i < 5; ++i) state[i] = (state[i] + s[i]) & 0xffffffff;
}

}  // namespace

bool Sha::known(std::int64_t algorithm) {
  constexpr std::int64_t kAll[] = {1, 224, 256, 384, 512, 512224, 512256};
  return std::find(std::begin(kAll), std::end(kAll), algorithm) != std::end(kAll);
}

Sha::Sha(int algorithm) : algorithm_(algorithm) { rewind(); }

void Sha::rewind() {
  words_ = start_of(algorithm_);
  block_.fill(0);
  used_ = 0;
  length_ = 0;
}

std::size_t Sha::digest_size() const {
  switch (algorithm_) {
    case 1: return 20;
    case 512224: return 28;
    case 512256: return 32;
    default: return static_cast<std::size_t>(algorithm_) / 8;
  }
}

void Sha::full_block() {
  if (algorithm_ == 1) transform_sha1(words_, block_.data());
  else if (wide()) transform_words<std::uint64_t>(words_, block_.data());
  else transform_words<std::uint32_t>(words_, block_.data());
  used_ = 0;
}

void Sha::add_bits(std::string_view bytes, std::uint64_t bits) {
  length_ += bits;
  const std::size_t size = block_size();
  std::size_t at = 0;
  // Whole bytes as long as the block ends with one.
  while (used_ % 8 == 0 && bits >= 8) {
    const std::size_t room = size - used_ / 8;
    const std::size_t count = std::min<std::size_t>(room, bits / 8);
    std::memcpy(block_.data() + used_ / 8, bytes.data() + at, count);
    at += count;
    bits -= 8 * count;
    used_ += static_cast<std::uint32_t>(8 * count);
    if (used_ == 8 * size) full_block();
  }
  for (std::uint64_t i = 0; i < bits; ++i) {
    const bool bit = bytes[at + i / 8] >> (7 - i % 8) & 1;
    const auto mask = static_cast<unsigned char>(0x80 >> used_ % 8);
    unsigned char& byte = block_[used_ / 8];
    byte = static_cast<unsigned char>(bit ? byte | mask : byte & ~mask);
    if (++used_ == 8 * size) full_block();
  }
}

std::string Sha::finish() {
  const std::uint64_t length = length_;
  const std::size_t size = block_size(), length_size = wide() ? 16 : 8;
  add_bits("\x80", 1);
  static const std::string zeros(128, '\0');
  const std::size_t place = 8 * (size - length_size);
  if (used_ > place) add_bits(zeros, 8 * size - used_);
  add_bits(zeros, place - used_);
  std::string ending(length_size - 8, '\0');
  store(ending, length, 8);
  add(ending);
  std::string digest;
  for (const std::uint64_t word : words_) store(digest, word, wide() ? 8 : 4);
  digest.resize(digest_size());
  return digest;
}

std::string Sha::state() const {
  std::string record;
  for (const std::uint64_t word : words_) store(record, word, wide() ? 8 : 4);
  record.append(reinterpret_cast<const char*>(block_.data()), block_size());
  store(record, used_, 4);
  store(record, 0, 8);
  store(record, length_, 8);
  return record;
}

bool Sha::set_state(std::string_view record) {
  if (record.size() != state_size()) return false;
  const auto* at = reinterpret_cast<const unsigned char*>(record.data());
  for (std::uint64_t& word : words_) {
    word = wide() ? load<std::uint64_t>(at) : load<std::uint32_t>(at);
    at += wide() ? 8 : 4;
  }
  std::memcpy(block_.data(), at, block_size());
  at += block_size();
  used_ = static_cast<std::uint32_t>(load<std::uint32_t>(at)) %
          static_cast<std::uint32_t>(8 * block_size());
  length_ = load<std::uint64_t>(at + 12);
  return true;
}

}  // namespace perlipc::builtin
