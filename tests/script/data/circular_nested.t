# Self references, deep recursion over data, copying structures.
use strict; use warnings;
my @c = (1);
push @c, \@c;
print $c[1][1][1][0], "\n";
@c = ();
my $h = {};
$h->{self} = $h;
print $h->{self}{self}{self} == $h ? "self\n" : "no\n";
delete $h->{self};
my $l;
$l = { v => $_, next => $l }
for reverse 1 .. 5;
my @o;
for (my $n = $l; $n; $n = $n->{next}) { push @o, $n->{v} }
print "@o\n";
my ($p, $prev);
for (my $n = $l; $n;) { my $nx = $n->{next}; $n->{next} = $prev; $prev = $n; $n = $nx }
@o = ();
for (my $n = $prev; $n; $n = $n->{next}) { push @o, $n->{v} }
print "@o\n";
sub clone { my $d = shift; ref $d eq 'HASH' ? { map { $_ => clone($d->{$_}) } keys %$d } : ref $d eq 'ARRAY' ? [map { clone($_) } @$d] : $d }
my $d = { a => [1, { b => 2 }], c => undef };
my $e = clone($d);
$e->{a}[1]{b} = 9;
print $d->{a}[1]{b}, $e->{a}[1]{b}, "\n";
sub dump_it { my $v = shift; !defined $v ? 'undef' : ref $v eq 'HASH' ? "{" . join(",", map { "$_:" . dump_it($v->{$_}) } sort keys %$v) . "}" : ref $v eq 'ARRAY' ? "[" . join(",", map { dump_it($_) } @$v) . "]" : $v }
print dump_it($e), "\n";
my $deep;
my $cur = \$deep;
for (1 .. 1000) { $$cur = []; $cur = \$$cur->[0] }
my $n = 0;
for (my $x = $deep; ref $x; $x = $x->[0]) { $n++ }
print "$n\n";
my $rr = \\\\"deep";
print $$$$$rr, ref $rr, ref $$$$rr, "\n";
my @aoa = ([1 .. 3], [4 .. 6]);
my @t;
for my $r (0 .. 1) { for my $q (0 .. 2) { $t[$q][$r] = $aoa[$r][$q] } }
print dump_it(\@t), "\n";
print join(",", map { join "", @$_ } sort { $a->[1] <=> $b->[1] } [1, 3], [2, 1]), "\n";
my %tree;
for my $path (qw(a/b/c a/b/d a/e f)) { my $r = \%tree; $r = $r->{$_} //= {} for split m{/}, $path }
print dump_it(\%tree), "\n";
undef $deep;
print "done\n";
my ($x, $y) = (\my @arr, \my %hh);
push @$x, 1;
$y->{k} = 1;
print scalar(@arr), scalar(%hh), "\n";
