# Recursion: mutual, deep, tree walking, warnings about depth.
use strict; use warnings;
sub fib { my $n = shift; $n < 2 ? $n : fib($n - 1) + fib($n - 2) }
print fib(18), "\n";
sub ack { my ($m, $n) = @_; $m == 0 ? $n + 1 : $n == 0 ? ack($m - 1, 1) : ack($m - 1, ack($m, $n - 1)) }
print ack(2, 3), "\n";
sub even { my $n = shift; $n == 0 ? 1 : odd($n - 1) }
sub odd { my $n = shift; $n == 0 ? 0 : even($n - 1) }
print even(50), odd(50), "\n";
sub hanoi { my ($n, $f, $t, $v, $c) = @_; return 0 unless $n; return hanoi($n - 1, $f, $v, $t) + 1 + hanoi($n - 1, $v, $t, $f) }
print hanoi(8, 'A', 'C', 'B'), "\n";
sub perm { my ($done, $rest, $out) = @_; unless (@$rest) { push @$out, join "", @$done; return } for my $i (0 .. $#$rest) { my @r = @$rest; my ($x) = splice @r, $i, 1; perm([@$done, $x], \@r, $out) } }
my @o;
perm([], ['a' .. 'd'], \@o);
print scalar(@o), "$o[0]$o[-1]\n";
{ no warnings 'recursion'; sub deep { my $n = shift; $n ? 1 + deep($n - 1) : 0 } print deep(20000), "\n"; } { local $SIG{__WARN__} = sub { print "W: $_[0]" }; sub d2 { my $n = shift; return 0 unless $n; return 1 + d2($n - 1) } print d2(98), "\n"; print d2(120), "\n"; my $an; $an = sub { my $n = shift; $n ? 1 + $an->($n - 1) : 0 }; print $an->(120), "\n"; }
sub flat { map { ref $_ ? flat(@$_) : $_ } @_ }
print join(",", flat(1, [2, [3, [4]], 5])), "\n";
sub locals { my $n = shift; my @mine = ($n) x 2; locals($n - 1) if $n; push @mine, $n; "@mine" }
print locals(3), "\n";
sub gcd { my ($x, $y) = @_; $y ? gcd($y, $x % $y) : $x }
print gcd(1071, 462), "\n";
use feature 'current_sub';
my $f = sub { my $n = shift; $n < 2 ? 1 : $n * __SUB__->($n - 1) };
print $f->(8), "\n";
sub qs { return () unless @_; my $p = shift; (qs(grep { $_ < $p } @_), $p, qs(grep { $_ >= $p } @_)) }
print join(",", qs(3, 1, 4, 1, 5, 9, 2, 6)), "\n";
{ our $depth = 0; sub dyn { local $depth = $depth + 1; $depth < 4 ? dyn() : $depth } print dyn(), $depth, "\n"; }
