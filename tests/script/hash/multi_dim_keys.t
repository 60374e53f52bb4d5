# $h{1,2} joins with $; and slices do not.
use strict; use warnings;
my %h;
$h{1, 2} = 'x';
$h{'a', 'b', 'c'} = 'y';
print join(",", map { s/\x1c/;/gr } sort keys %h), "\n";
my ($i, $j) = (1, 2);
print $h{$i, $j}, $h{"1$;2"}, $h{join $;, 1, 2}, "\n";
my @k = split /$;/, (sort keys %h)[1];
print "@k\n";
{ local $; = '|'; $h{p, q => } = 'z' if 0; $h{'p', 'q'} = 'z'; print exists $h{'p|q'} ? "pipe\n" : "no\n"; }
my @s = @h{1, 2};
print scalar(@s), defined $s[0] ? "d" : "u", "\n";
my @idx = (1, 2);
print exists $h{$idx[0], $idx[1]} ? "found\n" : "no\n";
{ no feature "multidimensional"; print eval q[$h{1, 2}; 1] ? "ok" : $@; }
my $r = \%h;
print $r->{1, 2}, $$r{1, 2}, "\n";
print exists $h{1, 2} ? 1 : 0, delete $h{1, 2}, exists $h{1, 2} ? 1 : 0, "\n";
my %g = ("@idx" => 'sp');
print $g{"@idx"}, "\n";
