# & | ^ ~ << >> on numbers and strings, with and without the bitwise feature.
use strict; use warnings;
no feature 'bitwise';
print 12 & 10, " ", 12 | 10, " ", 12 ^ 10, " ", ~0, " ", ~5, " ", -1 & 255, " ", ~0 >> 60, "\n";
print 1 << 63, " ", 1 << 64, " ", 1 << 70, " ", 255 >> 4, " ", -8 >> 1, " ", 1 << -1, " ", 4 >> -1, "\n";
print 3.9 & 2.9, " ", "3" & 6, " ", -5.7 | 0, " ", 1e20 & 255, " ", 1e20 | 0, "\n";
print "AB" | "  ", " ", "ab" & "_~", " ", "ab" ^ "  ", " ", "abc" | "a", " ", "12" | "3", " ", 12 | "3", "\n";
printf "%vd %vd %vd\n", "AB" & "\x0f\x0f\x0f", "AB" ^ "\x01", ~"AB";
{ use integer; print ~0, " ", ~5, " ", -8 >> 1, " ", 1 << 63, " ", -1 & 255, " ", -16 >> 2, "\n"; }
{
    use feature 'bitwise';
    print "12" | "3", " ", "12" |. "3", " ", "AB" ^. "  ", " ", 5 &. 6, " ", ~"5", "\n";
    printf "%vd\n", ~."AB";
    my $s = "AB";
    $s |.= "  ";
    print "$s\n";
    $s &.= "__";
    $s ^.= " ";
    print "$s\n";
    my $n = "12"; $n |= "1"; print "$n\n"; $n <<= 2; $n >>= 1; $n ^= 1; $n &= 30; print "$n\n";
}
my $r = eval { "\x{100}" | "a" }; print defined $r ? "ok" : $@;
$r = eval { ~"\x{100}" }; print defined $r ? "ok" : $@;
my $n = 6; $n &= 3; print $n; $n |= 8; print " $n"; $n ^= 15; print " $n\n";
my $u; { no warnings; $u |= 4; } print "$u\n";
