# exit: 255
# Several strict errors are collected before compilation gives up.
use strict; use warnings;
$one = 1;
my $ok = 1;
@two = (1, 2);
print $three{x}, $ok;
print "never\n";
