# next, last and redo with labels across nested loops of every kind.
use strict; use warnings;
OUTER: for my $i (1 .. 3) { for my $j (1 .. 3) { next OUTER if $j == 2; last OUTER if $i == 3; print "$i$j " } }
print "\n";
my $n = 0; A: while (1) { B: { $n++; next A if $n < 3; last A } } print "$n\n";
my $tries = 0; for my $x (1 .. 2) { $tries++; redo if $tries < 4; print "$x:$tries " } print "\n";
W: while ($n--) { until (0) { next W if $n > 1; last W } } print "$n\n";
OUT: { print "in "; { last OUT; } print "never" }
print "out\n";
{ print "bare "; last; print "never" }
print "after\n";
{ my $c = 0; { $c++; redo if $c < 3; } print "redo block $c\n"; }
my $i = 0;
LINE: for (;;) { last LINE if ++$i > 5; next LINE if $i % 2; print $i }
print "\n";
L1: for my $a (1 .. 2) { L2: for my $b (1 .. 2) { L3: for my $c (1 .. 2) { next L2 if $c == 2; print "$a$b$c " } } }
print "\n";
SAME: for (1 .. 2) { SAME: for (1 .. 2) { next SAME } print "s" }
print "\n";
my @l = (1 .. 3);
for (@l) { last if $_ == 2 } continue { print "cont$_ " }
print "\n";
eval { last NOWHERE; 1 } or print $@;
eval { next; 1 } or print $@;
sub f { no warnings; last SUBL } SUBL: for (1 .. 3) { f(); print "never" }
print "left via sub\n";
my $lab = "DYN";
DYN: for (1 .. 2) { for (1) { next $lab if 0; next DYN } }
eval { redo XX; 1 } or print $@;
