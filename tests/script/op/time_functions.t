# gmtime and localtime of fixed epochs, both contexts, negative and large values.
use strict; use warnings;
for my $t (0, 1, 86399, 86400, 951782400, 1e9, 1234567890, 2147483647, 2147483648, 4102444800, -1, -86400, 1.9, -1.5, 253402300800) { my @g = gmtime $t; print "$t: @g | ", scalar gmtime $t, "\n" }
my @l = localtime 0;
print "@l ", scalar(localtime 0), "\n";
my ($s, $m, $h, $d, $mo, $y, $wd, $yd, $dst) = gmtime 1709164800;
printf "%04d-%02d-%02d %d %d %d\n", $y + 1900, $mo + 1, $d, $wd, $yd, $dst;
print((gmtime 0)[5] + 1900, "\n");
{ local $SIG{__WARN__} = sub { print "W: $_[0]" }; my @x = gmtime("abc"); @x = gmtime(1e30); print scalar(@x), "\n"; my $r = gmtime undef; print "$r\n"; }
print time > 1e9 ? "ok" : "bad", " ", time - $^T < 100 ? "ok" : "bad", "\n";
print((times)[0] >= 0 ? "times\n" : "bad\n");
print scalar(() = times), "\n";
my $t0 = time;
print scalar(localtime($t0)) eq scalar(localtime) || 1 ? "now\n" : "x\n";
{ local $ENV{TZ} = "America/New_York"; require POSIX; POSIX::tzset(); my @n = localtime 1720000000; print "@n\n"; } POSIX::tzset();
print scalar localtime(1720000000), "\n";
print join(",", map { lc((split ' ', scalar gmtime($_ * 86400))[0]) } 0 .. 6), "\n";
