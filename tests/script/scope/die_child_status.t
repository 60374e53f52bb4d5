# exit: 4
# die with $! zero uses $? >> 8.
use strict; use warnings;
END { print "end with $?\n" } $! = 0; $? = 4 << 8; $! = 0; die "from child status\n";
