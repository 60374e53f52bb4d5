# Calls of pack and sprintf with constant operands: computed when compiled unless they warn or die.
use strict;
use warnings;
use constant NOWAIT => 04000;
for (1..2) { my $x = pack('s!3', 0, -1, NOWAIT); print unpack('H*', $x), "\n"; $x .= "z"; print length($x), "\n"; }
print join(",", map { sprintf("%05.1f|%s", 3.14159, "a") } 1..2), "\n"; my @l = (pack("N", 1), sprintf("%d", 7)); print scalar(@l), unpack("H*", $l[0]), $l[1], "\n";
print sprintf("%d", "3x"), "\n"; eval { my $y = pack("Q!Z", 1); }; print "E: $@"; eval { my $z = sprintf("%z") }; print "x\n"; print pack("A3", "x") eq "x  " ? "ok\n" : "no\n"; for my $e (pack("n",5)) { eval { $e .= "x" }; print $@ || "fine\n" } sub f { $_[0] = 1 } eval { f(pack("n",5)) }; print $@ || "fine\n"; my $r = \pack("n",1); eval { $$r = 3 }; print $@||"fine\n"; print "" . pack("C", 300), "\n";
printf("%s %s\n", sprintf("%s", 1e15), sprintf("%.0f", 0.5));
