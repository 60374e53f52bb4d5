# Iterative and recursive walks with next/last, stack and queue, early return.
use strict; use warnings;
my %g = (a => [qw(b c)], b => ['d'], c => [qw(d e)], d => ['f'], e => ['f'], f => []);
my (@q, %seen, @order) = ();
@q = ('a');
while (defined(my $n = shift @q)) { next if $seen{$n}++; push @order, $n; push @q, @{$g{$n}} }
print "@order\n";
sub path { my ($f, $t, @p) = @_; return [@p, $f] if $f eq $t; for my $n (@{$g{$f}}) { my $r = path($n, $t, @p, $f); return $r if $r } return }
print "@{path('a', 'f')}\n";
print defined path('f', 'a') ? "found" : "none", "\n";
my ($depth, $max) = (0, 0);
for my $c (split //, "((a)(b(c)))") { if ($c eq '(') { $depth++; $max = $depth if $depth > $max } elsif ($c eq ')') { $depth-- } else { next } }
print "$depth $max\n";
ROW: for my $r ([1, 2, 3], [4, -1, 6], [7, 8, 9]) { for my $v (@$r) { next ROW if $v < 0; last ROW if $v == 8; print $v } }
print "\n";
my @m = ([5, 1], [4, 2]);
my $found;
SEARCH: for my $i (0 .. $#m) { for my $j (0 .. $#{$m[$i]}) { if ($m[$i][$j] == 4) { $found = "$i,$j"; last SEARCH } } }
print $found // 'none', "\n";
my $n = 27;
my $steps = 0;
until ($n == 1) { $n = $n % 2 ? 3 * $n + 1 : $n / 2; $steps++ }
print "$steps\n";
my @sieve = (1) x 30;
@sieve[0, 1] = (0, 0);
for (my $i = 2; $i * $i < 30; $i++) { next unless $sieve[$i]; for (my $j = $i * $i; $j < 30; $j += $i) { $sieve[$j] = 0 } }
print join(",", grep { $sieve[$_] } 0 .. 29), "\n";
my @a = (5, 2, 9, 1);
for my $i (0 .. $#a - 1) { for my $j (0 .. $#a - $i - 1) { @a[$j, $j + 1] = @a[$j + 1, $j] if $a[$j] > $a[$j + 1] } }
print "@a\n";
my ($lo, $hi) = (0, $#a);
while ($lo <= $hi) { my $mid = int(($lo + $hi) / 2); if ($a[$mid] < 5) { $lo = $mid + 1 } elsif ($a[$mid] > 5) { $hi = $mid - 1 } else { print "at $mid\n"; last } }
my $i = 0;
{ $i++; redo if $i < 5 }
print "$i\n";
