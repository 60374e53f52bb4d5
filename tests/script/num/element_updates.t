# Elements changed in place, scalars assigned in parallel, division, int, sqrt: plain numbers and all
# that is none.
use strict;
use warnings;
local $SIG{__WARN__} = sub { my $m = $_[0]; print "W: $m" };
my @a = (1, 2.5, "3", "x", undef);
my %h = (i => 1, d => 2.5, s => "3", w => "x", u => undef);
my ($i, $u) = (1, undef);
$a[0] += 2; $a[1] += 2; $a[2] += 2; $a[3] += 2; $a[4] += 2; $a[7] += 1; $a[-1] += 1;
print join(",", map { defined ? $_ : 'undef' } @a), "\n";
$a[0] -= "2"; $a[1] *= 2; $a[2] -= 0.5; $a[4] *= $a[1]; $a[$i] += $u;
$a[$u] += 1;
$a["1"] += 1;
$a[1.9] += 1;
print join(",", map { defined ? $_ : 'undef' } @a), "\n";
$h{i} += 9223372036854775807; $h{d} -= 1; $h{s} *= 3; $h{w} += 1; $h{u} += 1; $h{new} += 5;
$h{$u} += 1;
$h{none} *= 2;
$h{$i} -= 1;
print join(",", map { "$_=$h{$_}" } sort keys %h), "\n";
my (@c, %n);
$c[2]++; $c[0]--; $c[2]++; $n{a}++; $n{b}--; $n{z} = "az"; $n{z}++; $n{z}++; $n{f} = 1.5; $n{f}++;
$n{m} = 9223372036854775807; $n{m}++;
$n{x} = "abc"; $n{x}--;
$c[-9]++ if 0;
eval { $c[-9]++ }; print $@;
eval { $c[-9] += 1 }; print $@;
print join(",", map { defined ? $_ : 'undef' } @c), " ", join(",", map { "$_=$n{$_}" } sort keys %n), "\n";
my $r = {};
$r->{list}[2] += 4; $r->{n}{m}++; $r->{list}[2]--; $$r{q} -= 1; $r->{s} .= "t"; $r->{k}++ for 1 .. 3;
print "$r->{list}[2] $r->{n}{m} $r->{q} $r->{s} $r->{k} @{[scalar @{$r->{list}}]}\n";
{ use integer; my @z = (7.9); $z[0] += 1.9; print "$z[0]\n"; my %y = (k => -7); $y{k} += 0.5; print "$y{k}\n" }
my @al = (1, 2);
for my $e (@al) { my $p = \$e; $al[0] += 10; $$p += 1 }
print "@al\n";
my $ro = \ "5"; eval { for my $x (5) { $x += 1 } }; print $@;

{
    package Num;
    use overload '+' => sub { Num->new($_[0]{v} + (ref $_[1] ? $_[1]{v} : $_[1])) },
        '+=' => sub { $_[0]{v} += ref $_[1] ? $_[1]{v} : $_[1]; $_[0] },
        '++' => sub { $_[0]{v} += 100; $_[0] }, '=' => sub { Num->new($_[0]{v}) },
        'sqrt' => sub { "root" }, 'abs' => sub { "abs" }, 'int' => sub { "int" },
        '<=>' => sub { my ($l, $r, $s) = @_; my $d = $l->{v} <=> (ref $r ? $r->{v} : $r); $s ? -$d : $d },
        '""' => sub { "N$_[0]{v}" }, '/' => sub { "quotient" };
    sub new { bless {v => $_[1]}, $_[0] }
    sub DESTROY { print "gone $_[0]{v}\n" }
}
my @o = (Num->new(1));
$o[0] += 4; $o[0]++; print "$o[0] ", sqrt($o[0]), abs($o[0]), int($o[0]), $o[0] / 2, 2 / $o[0], "\n";
my $keep = $o[0]; $o[0]++; print "$keep $o[0]\n";
my $sum = ($keep + 1) + 2; print "after $sum\n";
print "less\n" if $keep < 1000; print "more\n" unless $keep > 1000; print "eq\n" if $keep == 105;
undef $_ for @o, $keep, $sum;

my ($x, $y) = (1, 2);
($x, $y) = ($y, $x);
print "$x $y\n";
($x, $y) = ($x + $y, $x - $y);
print "$x $y\n";
($x, $x) = ($x + 1, $x + 2);
print "$x\n";
my ($p, $q) = ($x, $x * 2);
($a[0], $y) = ($p, $q);
{ my ($x, $y) = ($y, $x); print "$x $y\n"; }
for my $k (1 .. 2) { my ($m, $l) = ($k, [$k]); $m += 1; print "$m @$l\n" }
my ($t1, $t2) = ($u, "s"); print defined $t1 ? 1 : 0, "$t2\n";
my @cl;
for my $k (1, 2) { my ($m, $l) = ($k, $k * 2); push @cl, sub { $m++ . $l++ } }
print $_->(), " " for @cl, @cl; print "\n";
($x, $y) = ("a", $h{nope}); print defined $y ? 1 : 0, "\n";
my ($w1, $w2) = ($u + 1, "$u");

print 7 / 2, " ", 6 / 2, " ", -6 / 3, " ", -7 / 2, " ", 6 / -3, " ", 1e20 / 1e10, " ", 9223372036854775807 / 3, " ", 10 / 4 * 2, " ", 2**53 / 3, "\n";
my ($ten, $zero, $f) = (10, 0, 0.0);
for my $d ($zero, $f, "0") { eval { my $z = $ten / $d }; print $@ }
print int(7.9), int(-7.9), " ", int(-0.5), " ", int(1e15 + 0.5), " ", int("12abc"), " ", int(1e20), "\n";
print sqrt(16), " ", sqrt(2), " ", abs(-3), " ", abs(-2.5), " ", abs("-4"), " ", sin(0), cos(0), exp(0), "\n";
eval { my $neg = -1; my $z = sqrt($neg) }; print $@;
my $e = sqrt($u); $e = abs($u);
print 1 == 1.0 ? "same " : "", 9007199254740993 == 9007199254740992.0 ? "same" : "other", " ", 3 < 3.5 ? 1 : 0, "\n";
my ($big, $bigd) = (9007199254740993, 9007199254740992.0);
print "big\n" if $big == $bigd; print "bigger\n" if $big > $bigd;
