# sort: default order, numeric, named subs, references, reverse, stability, in place.
use strict; use warnings;
my @w = qw(pear Apple fig 10 9 banana);
print join(" ", sort @w), "\n";
print join(" ", sort { lc $a cmp lc $b } @w), "\n";
my @n = (10, 9, 2, 33, -1, 1.5);
print join(" ", sort { $a <=> $b } @n), "|", join(" ", sort { $b <=> $a } @n), "|", join(" ", reverse sort { $a <=> $b } @n), "|", join(" ", sort @n), "\n";
sub by_num { $a <=> $b }
print join(" ", sort by_num @n), "\n";
my $by = sub { $b <=> $a };
print join(" ", sort $by @n), "\n";
my $name = "by_num";
{ no strict 'refs'; print join(" ", sort $name @n), "\n"; }
sub proto($$) { my ($x, $y) = @_; $x <=> $y }
print join(" ", sort proto @n), "\n";
my @recs = map { { n => $_->[0], k => $_->[1] } } ["a", 2], ["b", 1], ["c", 2], ["d", 1], ["e", 2];
print join(" ", map $_->{n}, sort { $a->{k} <=> $b->{k} } @recs), "\n";
print join(" ", map $_->{n}, sort { $b->{k} <=> $a->{k} } @recs), "\n";
print join(" ", map $_->{n}, reverse sort { $a->{k} <=> $b->{k} } @recs), "\n";
print join(" ", map $_->{n}, sort { $a->{k} <=> $b->{k} or $b->{n} cmp $a->{n} } @recs), "\n";
@n = sort { $a <=> $b }
@n;
print "@n\n";
@n = reverse @n;
print "@n\n";
my %h = (x => 3, y => 1, z => 2);
print join(" ", sort { $h{$a} <=> $h{$b} } keys %h), "\n";
print join(" ", map { $_->[0] } sort { $a->[1] <=> $b->[1] || $a->[0] cmp $b->[0] } map { [$_, length] } @w), "\n";
print join(" ", sort { $a <=> $b } grep { $_ > 0 } @n), "\n";
my @copy = sort @{["b", "a"]};
print "@copy\n";
print join(",", sort(map { $_ * 2 } 1 .. 6)), "\n";
print join(",", sort +(3, 1, 2)), "|", join(",", sort(by_num 3, 1, 2)), "\n";
my ($min, $max) = (sort { $a <=> $b } 5, 3, 9)[0, -1];
print "$min $max\n";
$_++ for sort { $a <=> $b }
my @inc = (2, 1);
print "@inc\n";
print join(" ", sort { $a <=> $b } (1) x 3, 0), "\n";
{ package Other; our ($a, $b); my @o = sort { $b <=> $a } 1 .. 3; print "@o\n"; sub cmpo { $a <=> $b } }
print join(" ", sort Other::cmpo 1, 2), "\n";
print join(" ", sort { my $r = $a <=> $b; return $r } 3, 2, 1), "\n";
