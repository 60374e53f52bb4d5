// The secure hash algorithms (FIPS 180-4), bit by bit if need be.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace perlipc::builtin {

class Sha {
 public:
  // 1, 224, 256, 384, 512, 512224 or 512256.
  static bool known(std::int64_t algorithm);
  explicit Sha(int algorithm);

  int algorithm() const { return algorithm_; }
  std::size_t digest_size() const;                              // bytes
  std::size_t block_size() const { return wide() ? 128 : 64; }  // bytes
  void rewind();                                                // to the state of a new one
  void add(std::string_view bytes) { add_bits(bytes, std::uint64_t{bytes.size()} * 8); }
  void add_bits(std::string_view bytes, std::uint64_t bits);
  // Of what was added; nothing can be added after it.
  std::string finish();

  // Digest::SHA's record of the state: the words, the block, how many of its bits are used, the length in bits
  // (128 of them), every number high byte first.
  std::string state() const;
  bool set_state(std::string_view record);
  std::size_t state_size() const { return (wide() ? 64 : 32) + block_size() + 20; }

 private:
  bool wide() const { return algorithm_ > 256; }
  void full_block();

  int algorithm_;
  std::array<std::uint64_t, 8> words_{};
  std::array<unsigned char, 128> block_{};
  std::uint32_t used_ = 0;  // bits of the block
  std::uint64_t length_ = 0;
};

}  // namespace perlipc::builtin
