# Leaving do-while loops through an outer bare block, next through an inner one.
use strict; use warnings;
my $i = 0; { do { $i++; last if $i == 3; } while ($i < 10); } print "$i\n";
$i = 0; do {{ $i++; next if $i == 2; print "i$i " }} until $i >= 4; print "\n";
my @l; LOOP: { do { push @l, $i--; next LOOP if $i == 1; } while ($i > 0) } print "@l $i\n";
$i = 0;
{ $i++; redo if $i < 3; }
print "$i\n";
OUT: for my $x (1 .. 3) { do { next OUT if $x == 2; print "x$x " } while (0) }
print "\n";
my $n = 0;
{ last if $n > 0; $n++; print "once\n" }
if (1) {{ last; print "never" }}
print "after if block\n";
my $r = do { 5 }
while 0;
print "r $r\n";
