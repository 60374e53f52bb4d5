# exit: 255
# A syntax error in the file: messages on stderr, nothing runs, status 255.
use strict; use warnings;
BEGIN { print "begin runs\n" }
print "never printed\n";
my $x = 5;
my $y = $x +;
print "more\n";
END { print "END does not run\n" }
