# exit: 13
# die with a message and errno: status is errno.
use strict; use warnings; print "start\n"; $! = 13; sub inner { die "uncaught from sub" } inner();
