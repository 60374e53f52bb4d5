# exit: 29
# die inside END: the other END blocks still run.
use strict; use warnings; $| = 1;
END { print "last END\n" } END { $! = 0; $? = 29 << 8; print "dying\n"; die "in END\n" } END { print "first END\n" }
print "main\n";
