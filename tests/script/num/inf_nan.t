# Infinity and not-a-number: printing, comparing, conversions and refusals.
use strict; use warnings;
my $inf = 9**9**9; my $nan = $inf - $inf;
print "$inf ", -$inf, " ", $nan, "\n";
print "inf" + 0, " ", "-Infinity" + 0, " ", "nan" + 0, " ", "INF" * 2, " ", "infinity" + 1, "\n";
print $nan == $nan ? "eq" : "ne", " ", $nan != $nan ? "ne" : "eq", " ", defined($nan <=> 1) ? "def" : "undef", "\n";
print $inf == $inf + 1 ? "same" : "differ", " ", $inf <=> 1, " ", 1 <=> $inf, " ", $inf <=> $inf, "\n";
print 0 * $inf, " ", $inf / $inf, " ", 1 / $inf, " ", $inf ** 0, " ", 1 ** $nan, "\n";
print int($inf), " ", abs(-$inf), " ", sqrt($inf), " ", exp(-$inf), "\n";
print sprintf("%d|%s|%g|%e|%f|%5s|%+g|%i", $inf, $inf, $inf, -$inf, $nan, $inf, $inf, -$inf), "\n";
for my $code ('chr($inf)', 'sprintf "%c", $inf', 'sprintf "%x", $inf', '"a" x $inf', 'my @a = (1) x $inf; 0 + @a',
    'my @l = (1..$inf); 1', 'pack "C", $inf', '$inf % 3', '3 % $inf', '1 << 64', '1 << -1', '8 >> -1', 'my $z = $inf; ++$z', 'my $z = $nan; $z--; $z') {
    my @w; local $SIG{__WARN__} = sub { push @w, @_ };
    my $r = eval $code;
    print "$code: ", defined $r ? "'$r'" : "undef", " ", $@, @w, "\n";
}
print "infx" + 0, "\n";
