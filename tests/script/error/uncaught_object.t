# exit: 255
# An uncaught exception object is stringified on stderr.
use strict;
use warnings;
package E { use overload '""' => sub { "stringified error\n" } }
package main;
print "before\n"; $! = 0; die bless {}, 'E';
