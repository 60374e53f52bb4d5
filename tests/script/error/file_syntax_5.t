# exit: 255
# A heredoc whose terminator never comes.
use strict; use warnings;
print "start\n";
my $t = <<END_OF_TEXT;
some text
 END_OF_TEXT
print $t;
