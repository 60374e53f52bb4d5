// Guards the stack that C++ runs on. Whatever recurses with the program's text or data (calls of
// Perl from native code, the parser, walks over nested data) asks before it goes deeper, so that the
// program dies with a message instead of the process with a signal.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace perlipc {

class NativeStack {
 public:
  // Whether only what a native function needs for itself is left.
  bool is_low() const {
    return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)) < floor_;
  }

  bool has_room(std::size_t bytes) const {
    return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)) >= floor_ + bytes ||
           floor_ == 0;
  }

  // The stack below `high` down to `low` may be used from now on; 0: without a check.
  void set_range(std::uintptr_t low, std::uintptr_t high) {
    const std::size_t reserve = std::min<std::size_t>(kReserve, (high - low) / 4);
    floor_ = low ? low + reserve : 0;
    step_ = reserve / 2;
  }

  // Gives what cleans up after an error a part of the reserve.
  class Reserve {
   public:
    explicit Reserve(NativeStack& stack) : stack_(stack), before_(stack.step_) {
      stack_.floor_ -= before_;
      stack_.step_ = 0;
    }
    ~Reserve() {
      stack_.floor_ += before_;
      stack_.step_ = before_;
    }
    Reserve(const Reserve&) = delete;
    Reserve& operator=(const Reserve&) = delete;

   private:
    NativeStack& stack_;
    std::size_t before_;
  };

 private:
  // Functions of the system (names of hosts and users) take up to about 100 KiB.
  static constexpr std::size_t kReserve = std::size_t{256} << 10;
  std::uintptr_t floor_ = 0;  // below it the stack is low
  std::size_t step_ = 0;      // how far Reserve lowers it
};

}  // namespace perlipc
