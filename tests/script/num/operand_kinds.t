# Arithmetic, comparisons and loops whose operands are variables, small constants, texts that look
# like numbers, undef, aliases and captured variables.
use strict;
use warnings;
my @log;
local $SIG{__WARN__} = sub { push @log, $_[0] };
my $u;
my $z = 5;
my $r = $u + 1;
$r = $u - 3;
$r = $u * 2;
$r = 3 - $u;
$r = $z + $u;
$r = $u % 3;
$r = $u & 7;
$z += $u;
my $v; $v += 2;
my $w; $w -= $z;
my $q; $q *= 3;
print "undef is less\n" if $u < 3;
print "undef is not 1\n" unless $u == 1;
my $word = "abc";
print "a word is 0\n" if $word == 0;
$r = $word + 1;
my $big = 9223372036854775807;
print $big + 1, "\n", $big - (-1), "\n", $big * 2, "\n";
$big += 1;
print "$big\n";
my $neg = -7;
print $neg % 3, " ", $neg & 7, " ", $neg & 0xFFFFFFFF, "\n";
my $d = 1.5;
print $d * 2, " ", $d + 1, " ", $d - 1, " ", 1e15 + $d, " ", $d * 1e15, "\n";
$d *= 2; print "$d\n";
$d += 1; print "$d\n";
for my $i (reverse 1 .. 3) { $i *= 2; print $i }
for (my $i = "1"; $i < "4"; $i++) { print $i }
print "\n";

# A text used as a number, then changed in place.
my $n = "10";
my $count = 0;
for (my $i = 0; $i < $n; $i++) { $count += $n }
print "$count $n\n";
$n .= "0";
print $n + 1, "\n";
substr($n, 0, 1) = "2";
print $n + 1, " ", $n < 150 ? 1 : 0, "\n";
chop $n;
print $n * 2, "\n";
$n =~ tr/0/7/;
print $n + 0, "\n";
$n =~ s/2/4/;
print $n - 1, "\n";
vec($n, 0, 8) = 57;
print $n + 0, "\n";
$n = "12";
utf8::upgrade($n);
print $n + 1, length $n, "\n";

OUTER: for my $i (1 .. 5) {
    for my $j (1 .. 5) {
        next OUTER if $j == 3;
        last OUTER if $i == 4;
        print "$i$j ";
    }
}
print "\n";
for my $x (1 .. 3) { next if $x == 2; print $x } continue { print "c$x" }
print "\n";
our $g;
my $again = 0;
for $g (1 .. 3) { print $g; if ($g == 2 && !$again++) { redo } }
print "\n";
my @a = (1, 2, 3);
for (@a) { $_ *= 2; last if $_ > 3 }
print "@a\n";
my @e;
$e[0] = 1; $e[1] = 'x'; $e[3] = 4;
print scalar(@e), " ", defined $e[2] ? 1 : 0, exists $e[2] ? 1 : 0, "\n";
my $i = 0;
while ($i < 3) { $i++ }
until ($i == 0) { $i-- }
do { $i++ } while ($i < 10);
print "$i\n";
{
    use integer;
    my $k = -7;
    print $k / 2, ' ', $k % 3, "\n";
    my $m = 9223372036854775807;
    $m += 1;
    print "$m\n";
}
my @counters;
for my $p (1 .. 3) { push @counters, sub { $p++ } }
print map({ $_->() } @counters), map({ $_->() } @counters), "\n";
my ($x1, $y1) = (3, 4);
my $f = sub { $x1 += $y1; $x1 *= 2; $x1 };
print $f->(), "\n";
print $f->() < 100 ? "lt" : "ge", "\n";
my $nan = 9**9**9 / 9**9**9;
print "neither\n" if !($nan < 1) && !($nan >= 1);
if ($nan != $nan) { print "ne\n" }
unless ($nan < $d) { print "not less\n" }
eval { for my $t (1 .. 3) { die "at $t\n" if $t > 1 } };
print $@;
eval { my $o = 1; $o = $o % 0; };
print $@;
sub where { push @log, (caller)[2] . "\n" }
foreach my $l (1, 2, 3) {
    where($l);
}
for my $l ("a" .. "c", "x") { print $l }
for (my $k = 3; $k > 0; $k -= 1) { print $k }
print "\n";
print "W: $_" for @log;

# A signal is delivered between two iterations of any loop.
my $got = 0;
local $SIG{USR1} = sub { $got++ };
for my $k (1 .. 3) { kill USR1 => $$ if $k == 1 }
my @list = (1, 2);
for my $k (@list) { kill USR1 => $$ if $k == 1 }
for (my $k = 0; $k < 2; $k++) { kill USR1 => $$ if $k == 0 }
my $k = 0;
while ($k < 2) { kill USR1 => $$ if !$k++ }
for my $m (7, 8) { kill USR1 => $$ if $m == 7 }
print "$got\n";
