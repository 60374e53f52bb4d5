# exit: 2
# use of a module that does not exist, with a controlled @INC.
use strict; use warnings;
BEGIN { @INC = ("/nonexistent/a", "/nonexistent/b"); print "begin\n" }
use No::Such::Module qw(x);
print "never\n";
