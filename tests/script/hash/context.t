# A hash in boolean, scalar and list context; delete inside each.
use strict; use warnings;
my %h;
print %h ? "true" : "false", scalar(%h), !%h ? "empty" : "full", "\n";
%h = (a => 1, b => 2, c => 3);
print %h ? "true" : "false", scalar(%h), " ", %h + 0, " ", scalar(keys %h), "\n";
if (%h) { print "if\n" }
unless (!%h) { print "unless\n" }
print "and\n" if %h && 1;
my @l = %h;
print scalar(@l), "\n";
my $n = () = %h;
print "$n\n";
my ($c) = scalar %h;
print "$c\n";
print "str: ${\ scalar %h}\n";
my $count = %h = (x => 1, y => 2);
print "$count\n";
while (my ($k, $v) = each %h) { delete $h{$k} }
print scalar(%h), "\n";
sub ret { my %r = (a => 1); return %r }
my %got = ret();
print $got{a}, "\n";
my $s = ret();
print "$s\n";
print "num: ", scalar(my %t = (1, 2, 3, 4)), "\n";
for my $k (sort keys %{{ z => 1, y => 2 }}) { print $k }
print "\n";
print join(",", map { "$_->[0]$_->[1]" } sort { $a->[0] cmp $b->[0] } map { [$_, $got{$_}] } keys %got), "\n";
my $cnt = keys %{{ map { $_ => 1 } qw(a b a) }};
print "$cnt\n";
keys(%h) = 200;
print scalar(%h), "\n";
print "each on empty: ", defined(my $e = each %h) ? "d" : "u", "\n";
