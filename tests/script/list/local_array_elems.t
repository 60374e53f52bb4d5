# local on elements and slices of lexical and package arrays and hashes, with exceptions and nesting.
use strict; use warnings;
my @l = (1, 2, 3);
our @p = (4, 5, 6);
my %h = (a => 1);
our %g = (b => 2);
{ local $l[1] = 'x'; local $p[-1] = 'y'; local $h{a} = 'z'; local $g{new} = 'n'; print "@l @p $h{a} $g{new}\n" }
print "@l @p $h{a} ", exists $g{new} ? 1 : 0, "\n";
eval { local @p[0, 1] = ('e', 'f'); die "x\n" };
print "@p\n";
sub f { local $h{a} = $h{a} + 1; $h{a} < 4 ? f() : $h{a} }
print f(), $h{a}, "\n";
{ local $l[5] = 'far'; print scalar(@l), "\n" }
print scalar(@l), "\n";
{ local @h{qw(a c)} = (7, 8); print join(",", map { "$_$h{$_}" } sort keys %h), "\n" }
print join(",", map { "$_$h{$_}" } sort keys %h), "\n";
my $r = { deep => { k => 'orig' } };
{ local $r->{deep}{k} = 'tmp'; local $r->{other} = 1; print $r->{deep}{k}, "\n" }
print $r->{deep}{k}, exists $r->{other} ? 1 : 0, "\n";
{ local $l[0] = $l[0] . "!"; print $l[0], "\n" }
print $l[0], "\n";
{ delete local $h{a}; print exists $h{a} ? 1 : 0 }
print exists $h{a} ? 1 : 0, "\n";
for my $i (0 .. 1) { local $p[$i] = "loop"; print "@p;" }
print "@p\n";
{ local $p[0]; print defined $p[0] ? 1 : 0, "\n" }
print $p[0], "\n";
