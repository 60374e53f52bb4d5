// Conversions between C++ and Perl values for perlipc.hpp, and the templates of Interpreter.
// Specialise Convert for types of your own.
#pragma once
#include "interp/api/perlipc.hpp"
#include <array>
#include <cmath>
#include <concepts>
#include <limits>
#include <tuple>
#include <type_traits>
#include <unordered_map>

namespace perlipc {

// static Var to_perl(const T&); static T from_perl(const Var&), which throws Error on a misfit.
template <class T> struct Convert;

namespace detail {
[[noreturn]] void throw_misfit(const Var& value, const char* wanted);

template <class T> Var to_var(const T& value) { return Convert<std::decay_t<T>>::to_perl(value); }

// Types that ask for a list: std::vector, std::tuple, std::pair.
template <class T> inline constexpr bool is_list = false;
template <class T, class A> inline constexpr bool is_list<std::vector<T, A>> = true;
template <class... T> inline constexpr bool is_list<std::tuple<T...>> = true;
template <class A, class B> inline constexpr bool is_list<std::pair<A, B>> = true;

template <class T> struct ListResult;
template <class T, class A> struct ListResult<std::vector<T, A>> {
  static std::vector<T, A> take(const std::vector<Var>& results) {
    std::vector<T, A> out;
    out.reserve(results.size());
    for (const Var& v : results) out.push_back(v.as<T>());
    return out;
  }
};
inline Var item(const std::vector<Var>& results, std::size_t n) {
  return n < results.size() ? results[n] : Var();
}
template <class... T> struct ListResult<std::tuple<T...>> {
  template <std::size_t... N>
  static std::tuple<T...> take_each(const std::vector<Var>& results, std::index_sequence<N...>) {
    return {item(results, N).template as<T>()...};
  }
  static std::tuple<T...> take(const std::vector<Var>& results) {
    return take_each(results, std::index_sequence_for<T...>{});
  }
};
template <class A, class B> struct ListResult<std::pair<A, B>> {
  static std::pair<A, B> take(const std::vector<Var>& results) {
    return {item(results, 0).template as<A>(), item(results, 1).template as<B>()};
  }
};

// What an argument is converted to for the length of a call: a view needs a string that owns.
template <class T>
using Kept = std::conditional_t<std::is_same_v<T, std::string_view>, std::string, T>;

// The signature of anything callable.
template <class F> struct Signature : Signature<decltype(&F::operator())> {};
template <class R, class... A> struct Signature<R(A...)> {
  using Return = R;
  using Arguments = std::tuple<Kept<std::decay_t<A>>...>;
};
template <class R, class... A> struct Signature<R (*)(A...)> : Signature<R(A...)> {};
template <class R, class C, class... A> struct Signature<R (C::*)(A...)> : Signature<R(A...)> {};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...) const> : Signature<R(A...)> {};
template <class R, class... A> struct Signature<R (*)(A...) noexcept> : Signature<R(A...)> {};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...) noexcept> : Signature<R(A...)> {};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...) const noexcept> : Signature<R(A...)> {};

template <class T> inline constexpr bool is_optional = false;
template <class T> inline constexpr bool is_optional<std::optional<T>> = true;

[[noreturn]] void throw_too_few(std::size_t got, std::size_t wanted);

// Of the arguments, those up to the last one that is not optional.
template <class... A> consteval std::size_t needed() {
  std::size_t n = 0, needed = 0;
  ((++n, needed = is_optional<A> ? needed : n), ...);
  return needed;
}
template <class T> T argument(std::span<const Var> args, std::size_t n) {
  if constexpr (is_optional<T>) {
    if (n >= args.size()) return std::nullopt;
  }
  return args[n].as<T>();
}

template <class F, class Arguments> struct Invoke;
template <class F> struct Invoke<F, std::tuple<std::span<const Var>>> {
  static decltype(auto) call(F& f, std::span<const Var> args) { return f(args); }
};
template <class F, class... A> struct Invoke<F, std::tuple<A...>> {
  template <std::size_t... N>
  static decltype(auto) spread(F& f, [[maybe_unused]] std::span<const Var> args,
                               std::index_sequence<N...>) {
    if (args.size() < needed<A...>()) throw_too_few(args.size(), needed<A...>());
    return f(argument<A>(args, N)...);
  }
  static decltype(auto) call(F& f, std::span<const Var> args) {
    return spread(f, args, std::index_sequence_for<A...>{});
  }
};

template <class F> HostFunction wrap(F function) {
  using Return = typename Signature<F>::Return;
  using Caller = Invoke<F, typename Signature<F>::Arguments>;
  return [f = std::move(function)](std::span<const Var> args) mutable -> std::vector<Var> {
    if constexpr (std::is_void_v<Return>) {
      Caller::call(f, args);
      return {};
    } else if constexpr (is_list<std::decay_t<Return>>) {
      std::vector<Var> out;
      const auto made = Caller::call(f, args);
      if constexpr (requires { made.begin(); }) {
        for (const auto& item : made) out.push_back(to_var(item));
      } else {
        std::apply([&](const auto&... item) { (out.push_back(to_var(item)), ...); }, made);
      }
      return out;
    } else {
      return {to_var(Caller::call(f, args))};
    }
  };
}
}  // namespace detail

template <> struct Convert<Var> {
  static Var to_perl(const Var& v) { return v; }
  static Var from_perl(const Var& v) { return v; }
};
template <> struct Convert<bool> {
  static Var to_perl(bool b) { return Var::boolean(b); }
  static bool from_perl(const Var& v) { return static_cast<bool>(v); }
};
// Numbers: undef and text that is no number do not fit, nor do numbers outside of the type.
template <std::integral T>
requires(!std::same_as<T, bool>) struct Convert<T> {
  static Var to_perl(T n) {
    if constexpr (std::is_signed_v<T>) return Var::integer(n);
    else return Var::unsigned_integer(n);
  }
  static T from_perl(const Var& v) {
    if (!v.looks_like_number()) detail::throw_misfit(v, "integer");
    const double d = v.to_number();
    // The first number above the type. Integers just below it may round to it, too.
    const double beyond = std::ldexp(1.0, std::numeric_limits<T>::digits);
    bool fits = d >= static_cast<double>(std::numeric_limits<T>::min()) && d < beyond;
    if (d == beyond) {
      const std::uint64_t n = v.to_unsigned();
      fits = n <= static_cast<std::uint64_t>(std::numeric_limits<T>::max()) &&
             v.to_string() == std::to_string(n);
    }
    if (!fits) detail::throw_misfit(v, "integer of this size");
    if constexpr (std::is_signed_v<T>) return static_cast<T>(v.to_integer());
    else return static_cast<T>(v.to_unsigned());
  }
};
template <std::floating_point T> struct Convert<T> {
  static Var to_perl(T n) { return Var::number(static_cast<double>(n)); }
  static T from_perl(const Var& v) {
    if (!v.looks_like_number()) detail::throw_misfit(v, "number");
    const double d = v.to_number();
    if (std::isfinite(d) && std::fabs(d) > std::numeric_limits<T>::max())
      detail::throw_misfit(v, "number of this size");
    return static_cast<T>(d);
  }
};
// std::string is bytes on the way in; text with characters comes out as UTF-8. char8_t is
// characters.
template <> struct Convert<std::string> {
  static Var to_perl(const std::string& s) { return Var::bytes(s); }
  static std::string from_perl(const Var& v) {
    if (!v.defined()) detail::throw_misfit(v, "string");
    return v.to_string();
  }
};
template <> struct Convert<std::string_view> {
  static Var to_perl(std::string_view s) { return Var::bytes(s); }
};
template <> struct Convert<const char*> {
  static Var to_perl(const char* s) { return Var::bytes(s); }
};
template <> struct Convert<char*> : Convert<const char*> {};
template <> struct Convert<std::u8string> {
  static Var to_perl(const std::u8string& s) {
    return Var::characters({reinterpret_cast<const char*>(s.data()), s.size()});
  }
};
template <> struct Convert<const char8_t*> {
  static Var to_perl(const char8_t* s) { return Var::characters(reinterpret_cast<const char*>(s)); }
};
template <> struct Convert<char8_t*> : Convert<const char8_t*> {};
template <> struct Convert<std::nullopt_t> {
  static Var to_perl(std::nullopt_t) { return {}; }
};
template <class T> struct Convert<std::optional<T>> {
  static Var to_perl(const std::optional<T>& v) { return v ? detail::to_var(*v) : Var(); }
  static std::optional<T> from_perl(const Var& v) {
    if (!v.defined()) return std::nullopt;
    return v.as<T>();
  }
};
template <class T, class A> struct Convert<std::vector<T, A>> {
  static Var to_perl(const std::vector<T, A>& list) {
    std::vector<Var> items;
    items.reserve(list.size());
    for (const auto& v : list) items.push_back(detail::to_var(static_cast<const T&>(v)));
    return Var::array(items);
  }
  static std::vector<T, A> from_perl(const Var& v) {
    if (v.kind() != Var::Kind::Array) detail::throw_misfit(v, "array reference");
    std::vector<T, A> out;
    for (std::size_t n = 0; n < v.size(); ++n) out.push_back(v[n].as<T>());
    return out;
  }
};

namespace detail {
template <class Map> struct ConvertMap {
  static Var to_perl(const Map& map) {
    std::vector<std::pair<std::string, Var>> items;
    for (const auto& [key, value] : map) items.emplace_back(key, to_var(value));
    return Var::hash(items);
  }
  static Map from_perl(const Var& v) {
    if (v.kind() != Var::Kind::Hash) throw_misfit(v, "hash reference");
    Map out;
    for (const auto& [key, value] : v.items())
      out.emplace(key, value.template as<typename Map::mapped_type>());
    return out;
  }
};
}  // namespace detail
template <class T, class C, class A>
struct Convert<std::map<std::string, T, C, A>>
    : detail::ConvertMap<std::map<std::string, T, C, A>> {};
template <class T, class H, class E, class A>
struct Convert<std::unordered_map<std::string, T, H, E, A>>
    : detail::ConvertMap<std::unordered_map<std::string, T, H, E, A>> {};

template <class T> T Var::as() const { return Convert<T>::from_perl(*this); }
template <class T> std::optional<T> Var::get() const noexcept {
  try {
    return as<T>();
  } catch (const Error&) { return std::nullopt; }
}

template <class R> constexpr Interpreter::Context Interpreter::context() {
  if constexpr (std::is_void_v<R>) return Context::Void;
  else return detail::is_list<R> ? Context::List : Context::Scalar;
}
template <class R> R Interpreter::convert_results(std::vector<Var> results) {
  if constexpr (std::is_void_v<R>) return;
  else if constexpr (detail::is_list<R>) return detail::ListResult<R>::take(results);
  else return (results.empty() ? Var() : results.back()).template as<R>();
}
template <class R> R Interpreter::eval(std::string_view source) {
  return convert_results<R>(eval_text(source, context<R>()));
}
template <class R, class... A> R Interpreter::call(std::string_view sub, A&&... args) {
  const std::array<Var, sizeof...(A)> list{detail::to_var(args)...};
  return convert_results<R>(call_named(sub, list, context<R>()));
}
template <class R, class... A> Result<R> Interpreter::try_call(std::string_view sub, A&&... args) {
  try {
    if constexpr (std::is_void_v<R>) {
      call<R>(sub, std::forward<A>(args)...);
      return {};
    } else {
      return call<R>(sub, std::forward<A>(args)...);
    }
  } catch (const Error& error) { return error; }
}
template <class R, class... A> R Interpreter::call(const Var& code, A&&... args) {
  const std::array<Var, sizeof...(A)> list{detail::to_var(args)...};
  return convert_results<R>(call_code(code, list, context<R>()));
}
template <class R, class... A>
R Interpreter::call_method(const Var& object, std::string_view method, A&&... args) {
  const std::array<Var, sizeof...(A)> list{detail::to_var(args)...};
  return convert_results<R>(call_object(object, method, list, context<R>()));
}
template <class T> T Interpreter::get(std::string_view name) const {
  return get_var(name).template as<T>();
}
template <class T> void Interpreter::set(std::string_view name, const T& value) {
  set_var(name, detail::to_var(value));
}
template <class F> void Interpreter::bind(std::string_view name, F&& function) {
  bind_list(name, detail::wrap<std::decay_t<F>>(std::forward<F>(function)));
}

}  // namespace perlipc
