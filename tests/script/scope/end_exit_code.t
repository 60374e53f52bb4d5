# exit: 3
# exit runs END blocks, which may change $?.
use strict; use warnings; $| = 1;
END { print "status $?\n"; $? = 3 if $? == 7 } END { print "first END sees $?\n" }
print "before\n";
sub leave { eval { exit 7 }; print "not reached\n" } leave();
