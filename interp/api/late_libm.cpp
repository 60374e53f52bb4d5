// The command's mathematical functions: libm is loaded by the first call of one of them, since most
// programs never compute a logarithm and finding and mapping a library is a good part of starting a
// process. Linked as needed, the library does not appear among what the command depends on then.
// Not in the libraries: a host keeps the linkage it has.
#if __has_include(<gnu/lib-names.h>)
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <gnu/lib-names.h>

namespace {
void* libm_function(const char* name) {
  static void* const library = ::dlopen(LIBM_SO, RTLD_NOW | RTLD_LOCAL);
  if (void* const found = library ? ::dlsym(library, name) : nullptr) return found;
  std::fprintf(stderr, "perlipc: %s\n", ::dlerror());
  std::abort();
}
}  // namespace

#define LATE(result, name, parameters, arguments)                                                  \
  extern "C" result name parameters {                                                              \
    using Function = result(*) parameters;                                                         \
    static const auto function = reinterpret_cast<Function>(libm_function(#name));                 \
    return function arguments;                                                                     \
  }
#define LATE_1(name) LATE(double, name, (double x), (x))
#define LATE_2(name) LATE(double, name, (double x, double y), (x, y))

LATE_1(acos)
LATE_1(acosh)
LATE_1(asin)
LATE_1(asinh)
LATE_1(atan)
LATE_1(atanh)
LATE_1(cbrt)
LATE_1(cos)
LATE_1(cosh)
LATE_1(erf)
LATE_1(erfc)
LATE_1(exp)
LATE_1(exp2)
LATE_1(expm1)
LATE_1(j0)
LATE_1(j1)
LATE_1(lgamma)
LATE_1(log)
LATE_1(log10)
LATE_1(log1p)
LATE_1(log2)
LATE_1(logb)
LATE_1(nearbyint)
LATE_1(round)
LATE_1(sin)
LATE_1(sinh)
LATE_1(sqrt)
LATE_1(tan)
LATE_1(tanh)
LATE_1(tgamma)
LATE_1(y0)
LATE_1(y1)
LATE_2(atan2)
LATE_2(fdim)
LATE_2(fmax)
LATE_2(fmin)
LATE_2(fmod)
LATE_2(hypot)
LATE_2(nextafter)
LATE_2(pow)
LATE_2(remainder)
LATE(double, fma, (double x, double y, double z), (x, y, z))
LATE(double, jn, (int n, double x), (n, x))
LATE(double, yn, (int n, double x), (n, x))
LATE(double, nexttoward, (double x, long double y), (x, y))
LATE(double, remquo, (double x, double y, int* quotient), (x, y, quotient))
LATE(int, ilogb, (double x), (x))
LATE(int, fegetround, (), ())
LATE(int, fesetround, (int mode), (mode))
#endif
