# Overloaded classes: vectors, exact fractions, big integers by hand, intervals, a matrix with bool and <=>.
use strict;
use warnings;

package Vec;
use overload
    '+' => \&add, '-' => sub { my ($a, $b, $swap) = @_; ($a, $b) = ($b, $a) if $swap; Vec->new(map { (ref $a ? $a->[$_] : $a) - (ref $b ? $b->[$_] : $b) } 0 .. $#{ $_[0] }) },
    '*' => sub { my ($a, $b) = @_; ref $b ? do { my $s = 0; $s += $a->[$_] * $b->[$_] for 0 .. $#$a; $s } : Vec->new(map $_ * $b, @$a) },
    'x' => sub { my ($a, $b) = @_; Vec->new(map { my ($i, $j) = (($_ + 1) % 3, ($_ + 2) % 3); $a->[$i] * $b->[$j] - $a->[$j] * $b->[$i] } 0 .. 2) },
    'neg' => sub { Vec->new(map -$_, @{ $_[0] }) }, 'abs' => sub { sqrt($_[0] * $_[0]) },
    '==' => sub { "$_[0]" eq "$_[1]" }, '""' => sub { '(' . join(', ', @{ $_[0] }) . ')' }, 'bool' => sub { !!grep $_, @{ $_[0] } },
    '<=>' => sub { my ($a, $b, $s) = @_; my $r = abs($a) <=> abs($b); $s ? -$r : $r };
sub new { my $class = shift; bless [@_], $class }
sub add { my ($a, $b) = @_; Vec->new(map { $a->[$_] + (ref $b ? $b->[$_] : $b) } 0 .. $#$a) }

package Frac;
use overload '+' => sub { op(@_, sub { ($_[0] * $_[3] + $_[2] * $_[1], $_[1] * $_[3]) }) }, '*' => sub { op(@_, sub { ($_[0] * $_[2], $_[1] * $_[3]) }) },
    '-' => sub { op(@_, sub { ($_[0] * $_[3] - $_[2] * $_[1], $_[1] * $_[3]) }) }, '/' => sub { op(@_, sub { ($_[0] * $_[3], $_[1] * $_[2]) }) },
    '**' => sub { my ($s, $n) = @_; $n < 0 ? Frac->new($s->{d} ** -$n, $s->{n} ** -$n) : Frac->new($s->{n} ** $n, $s->{d} ** $n) },
    '<=>' => sub { my ($a, $b, $s) = (Frac::from($_[0]), Frac::from($_[1]), $_[2]); ($s ? -1 : 1) * ($a->{n} * $b->{d} <=> $b->{n} * $a->{d}) },
    '0+' => sub { $_[0]{n} / $_[0]{d} }, '""' => sub { $_[0]{d} == 1 ? $_[0]{n} : "$_[0]{n}/$_[0]{d}" }, '=' => sub { bless { %{ $_[0] } }, ref $_[0] },
    '++' => sub { $_[0]{n} += $_[0]{d}; $_[0] }, 'int' => sub { int($_[0]{n} / $_[0]{d}) };
sub gcd { my ($x, $y) = @_; ($x, $y) = ($y, $x % $y) while $y; abs $x }
sub new { my ($class, $n, $d) = (@_, 1); die "zero denominator\n" if !$d; my $g = gcd($n, $d) * ($d < 0 ? -1 : 1); bless { n => $n / $g, d => $d / $g }, $class }
sub from { my $x = shift; ref $x ? $x : Frac->new($x) }
sub op { my ($a, $b, $swap, $f) = @_; ($a, $b) = map from($_), $swap ? ($b, $a) : ($a, $b); Frac->new($f->(@$a{qw(n d)}, @$b{qw(n d)})) }

package BigNat;
use overload '+' => \&plus, '*' => \&times, '<=>' => sub { my ($a, $b, $s) = @_; $b = BigNat->new($b) unless ref $b; my $r = @$a <=> @$b || do { my $c = 0; for (reverse 0 .. $#$a) { last if $c = $a->[$_] <=> $b->[$_] } $c }; $s ? -$r : $r },
    '**' => sub { my ($b, $n) = @_; my $r = BigNat->new(1); while ($n) { $r = $r * $b if $n & 1; $b = $b * $b; $n >>= 1 } $r }, '""' => sub { my ($h, @t) = reverse @{ $_[0] }; join '', $h, map { sprintf '%04d', $_ } @t };
sub new { my ($class, $text) = @_; my @d; while ($text =~ s/(\d{1,4})$//) { push @d, $1 + 0 } pop @d while @d > 1 && !$d[-1]; bless \@d, $class }
sub plus { my ($a, $b) = @_; $b = BigNat->new($b) unless ref $b; my ($c, @r) = 0; for (0 .. ($#$a > $#$b ? $#$a : $#$b)) { my $s = ($a->[$_] // 0) + ($b->[$_] // 0) + $c; push @r, $s % 10000; $c = int $s / 10000 } push @r, $c if $c; bless \@r, ref $a }
sub times { my ($a, $b) = @_; $b = BigNat->new($b) unless ref $b; my @r = (0) x (@$a + @$b); for my $i (0 .. $#$a) { my $c = 0; for my $j (0 .. $#$b) { my $t = $r[$i + $j] + $a->[$i] * $b->[$j] + $c; $r[$i + $j] = $t % 10000; $c = int $t / 10000 } $r[$i + @$b] += $c } pop @r while @r > 1 && !$r[-1]; bless \@r, ref $a }

package main;
my ($v, $w) = (Vec->new(1, 2, 3), Vec->new(4, 5, 6));
print "v+w=", $v + $w, " v-w=", $v - $w, " 10-v=", 10 - $v, " v*w=", $v * $w, " 2*v=", 2 * $v, " vxw=", $v x $w, " -v=", -$v, "\n";
print "abs ", abs(Vec->new(3, 4)), ' ', ($v == Vec->new(1, 2, 3) ? 'equal' : 'differ'), ' ', (Vec->new(0, 0) ? 'true' : 'false'), "\n";
print "sorted: @{[sort { $a <=> $b } $w, Vec->new(0, 9, 0), $v]}\n";
my $x = $v;
$x += $w;
print "x=$x v=$v\n";
$x *= 2;
print "x=$x\n";
my $sum = Frac->new(0);
$sum += Frac->new(1, $_) for 1 .. 10;
print "harmonic: $sum = ", 0 + $sum, ' int ', int($sum), "\n";
my $f = Frac->new(3, -6);
my $g = $f;
$g++;
print "f=$f g=$g f-g=", $f - $g, ' 1/f=', 1 / $f, ' f**-3=', $f ** -3, ' f*4=', $f * 4, ' 1-f=', 1 - $f, "\n";
print join(' ', sort { $a <=> $b } map Frac->new(@$_), [1, 2], [2, 3], [-1, 3], [3, 5]), "\n";
print $f < 0 ? 'negative' : 'positive', ' ', $f == Frac->new(-1, 2) ? 'same' : 'other', ' ', sprintf('%.3f', $f + 1), "\n";
eval { 1 / ($f - $f) };
print "error: $@";
my $fact = BigNat->new(1);
$fact *= $_ for 2 .. 40;
print "40! = $fact\n", "2**200 = ", BigNat->new(2) ** 200, "\n";
my ($p, $q) = (BigNat->new(0), BigNat->new(1));
($p, $q) = ($q, $p + $q) for 1 .. 150;
print "fib 150 = $p ", ($p > '1' . '0' x 30 ? 'big' : 'small'), ' ', ($p < $q ? 'less' : 'not less'), "\n";
print "length ", length($fact), ' ', "$fact" =~ /0{8}$/ ? 'ends in zeros' : 'no', ' ', BigNat->new('000') + 9999 + 1, "\n";
