# use integer: operators, lexical extent, truncation, overflow wrap.
use strict; use warnings;
{ use integer; print 10 / 3, " ", -10 / 3, " ", 10 % -3, " ", -10 % 3, " ", 7.9 + 1.9, " ", 2.7 * 2, " ", 5.5 - 0.6, "\n"; print 9223372036854775807 + 1, " ", -9223372036854775807 - 2, " ", 4611686018427387904 * 2, " ", 3037000500 * 3037000500, "\n"; print 1 <=> 1.9, " ", 1.2 == 1.9 ? "eq" : "ne", " ", -1.5 < -1 ? 1 : 0, " ", ~0, " ", -5 >> 1, " ", 1 << 63, " ", -1 & 255, "\n"; my $x = 7; $x /= 2; print $x; $x *= 1.9; print $x; $x += 0.9; print $x; $x -= 0.5; print $x; $x %= 2; print "$x\n"; my $f = 3.7; $f++; print $f, " ", -$f, " ", -3.7, " ", +3.7, " ", sqrt(10), " ", 2 ** 3, " ", 2 ** -1, " ", "3.9" + "1.9", "\n"; { no integer; print 10 / 4, "\n" } print eval { 1 / 0 } // $@; print eval { 1 % 0 } // $@; }
print 10 / 4, " ", -7 / 2, " ", -7 % 3, "\n";
sub f { 7 / 2 } { use integer; print f(), " ", 7 / 2, " ", (sub { 9 / 2 })->(), "\n"; }
