# floor, ceil, fmod, pow, strtol, strtod, ldexp, frexp, modf and the C99 functions.
use strict;
use warnings;
use POSIX;
use POSIX qw(:math_h_c99);
print join(' ',
    floor(3.7),  floor(-3.2),  ceil(3.2),    ceil(-3.7), floor(5),
    fmod(10, 3), fmod(-10, 3), fmod(5.5, 2), pow(2, 10), fabs(-2.5)),
    "\n";
print join('|', strtol('0x1f', 16)), " ", join('|', strtol('777', 8)), " ",
    join('|', strtol('12abc', 10)), " ", join('|', strtol('zz',   36)), " ",
    join('|', strtol('',      10)), " ", join('|', strtol('0b11', 0)),  " ",
    join('|', strtol(' -42 ', 0)),  "\n";
print join('|', strtod('3.14abc')), " ", join('|', strtod('1e3')), " ", scalar(strtod('2.5')),
    " ", join('|', strtoul('4294967295', 10)), "\n";
print join('|', frexp(8)), " ", ldexp(0.5, 4), " ", join('|', modf(3.25)), " ",
    join('|', modf(-1.5)), "\n";
print join(' ',
    map { sprintf '%.6f', $_ } tan(1),
    asin(1), acos(0), atan(1), sinh(1), cosh(1), tanh(1), log10(1000), exp(1), sqrt(2)),
    "\n";
print join(' ',
    map { sprintf '%.4f', $_ } cbrt(27),
    expm1(0.5), log1p(0.5), log2(8), hypot(3, 4),
    tgamma(5),  lgamma(5),  erf(1)),
    "\n";
print join(' ',
    round(2.5), round(-2.5),     trunc(2.7), trunc(-2.7), lround(3.5), rint(2.5),
    rint(3.5),  copysign(3, -1), fmax(1, 2), fmin(1, 2),  fdim(5, 3),  remainder(5, 3)),
    "\n";
print join(' ',
    isnan(NAN)      ? 1 : 0,
    isinf(INFINITY) ? 1 : 0,
    isfinite(1)     ? 1 : 0,
    signbit(-1)     ? 1 : 0),
    "\n";
print DBL_MAX, " ", DBL_EPSILON, " ", DBL_DIG, " ", FLT_RADIX, " ", LONG_MAX, " ", LONG_MIN, "\n";
print join(' ', POSIX::abs(-3), POSIX::strstr('hello', 'lo'), POSIX::strstr('hello', 'z')), "\n";
eval { POSIX::nosuchfunc() };
print $@ =~ s/ at .*//sr, "\n";
eval { POSIX::strcpy() };
print $@ =~ s/ at .*//sr, "\n";
eval { POSIX::isalpha('a') };
print $@ =~ s/ at .*//sr, "\n";
