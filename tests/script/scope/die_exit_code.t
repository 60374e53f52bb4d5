# exit: 9
# die at top level: END still runs, status comes from $!, then $? >> 8, then 255.
use strict; use warnings; $| = 1;
END { print "end with $?\n" } $! = 9; die "fatal with errno\n";
