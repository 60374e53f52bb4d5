// A host with one interpreter that may only compute, and a function of the host for it to call.
#include "perlipc/perlipc.hpp"
#include <iostream>

int main() {
  perlipc::Host host;
  host.out.write = [](std::string_view text) { std::cout << "perl says: " << text; };
  perlipc::Interpreter perl(perlipc::Policy::pure(), host);  // may compute, nothing else
  perl.bind("main::tax", [](double net) { return net * 0.19; });
  perl.load("sub gross { my ($net) = @_; print \"net $net\\n\"; $net + tax($net) }");
  std::cout << perl.call<double>("gross", 100) << '\n';
  try {
    perl.load("fork");
  } catch (const perlipc::Error& error) {
    std::cout << error.what() << '\n';  // Permission denied: fork is not allowed here at -e line 1.
  }
}
