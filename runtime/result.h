// Result<T>: a value or an errno. Every fallible function of the runtime returns one; nothing here
// throws except std::bad_alloc.
#pragma once

#include <cassert>
#include <cerrno>
#include <type_traits>
#include <utility>
#include <variant>

namespace perlipc::rt {

// An error number on its way into a Result. `code` is never 0.
struct Errno {
  int code = 0;
  static Errno last() { return Errno{errno}; }
};

template <class T> class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Errno failure) : state_(std::in_place_index<1>, failure) { assert(failure.code != 0); }

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // The errno, or 0 when there is a value.
  int error() const { return ok() ? 0 : std::get_if<1>(&state_)->code; }
  Errno failure() const { return Errno{error()}; }

  // Calling these on a failed result is our own bug.
  T& value() & { return assert(ok()), *std::get_if<0>(&state_); }
  const T& value() const& { return assert(ok()), *std::get_if<0>(&state_); }
  T&& value() && { return assert(ok()), std::move(*std::get_if<0>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T value_or(T fallback) const { return ok() ? value() : std::move(fallback); }

 private:
  std::variant<T, Errno> state_;
};

template <> class [[nodiscard]] Result<void> {
 public:
  using value_type = void;

  Result() = default;
  Result(Errno failure) : code_(failure.code) { assert(failure.code != 0); }

  bool ok() const { return code_ == 0; }
  explicit operator bool() const { return ok(); }
  int error() const { return code_; }
  Errno failure() const { return Errno{code_}; }
  void value() const { assert(ok()); }

 private:
  int code_ = 0;
};

// For the classic "-1 and errno" system calls.
inline Result<void> check(int status) {
  if (status == -1) return Errno::last();
  return {};
}
template <class T> Result<T> check_value(T value) {
  if (value == T(-1)) return Errno::last();
  return value;
}

}  // namespace perlipc::rt

// The value of a Result expression; returns its errno from the enclosing function on failure.
#define RT_TRY(expression)                                                                         \
  __extension__({                                                                                  \
    auto rt_try_result = (expression);                                                             \
    if (!rt_try_result.ok()) return rt_try_result.failure();                                       \
    std::move(rt_try_result).value();                                                              \
  })
