# exit: 255
# An unterminated string names the line where it may have started.
use strict; use warnings;
my $a = "first";
my $b = "second;
my $c = "third";
print "x\n";
