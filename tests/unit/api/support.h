// What the tests of the public interface share.
#pragma once
#include "interp/api/perlipc.hpp"
#include <gtest/gtest.h>

// The Error that f throws; none is a failure.
template <class F> perlipc::Error error_of(F&& f) {
  try {
    f();
  } catch (const perlipc::Error& error) { return error; }
  ADD_FAILURE() << "no Error was thrown";
  return perlipc::Error(perlipc::Error::Kind::Type, "none");
}

// An interpreter whose output lands in strings.
struct Captured {
  std::string out, err;
  perlipc::Host host(std::vector<std::string> args = {}) {
    perlipc::Host h;
    h.out.write = [this](std::string_view s) { out += s; };
    h.err.write = [this](std::string_view s) { err += s; };
    h.args = std::move(args);
    return h;
  }
};
