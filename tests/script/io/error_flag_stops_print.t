# A handle whose error flag is set still prints the first item of a list, and print returns false.
use strict;
use warnings;
no warnings 'io';
open my $h, '>', 'f' or die;
print "before: ", (print $h 'a', 'b') ? 1 : 0, "\n";
my $l = <$h>;
print "read: ", defined $l ? 1 : 'undef', " $!\n";
print "after: ", (print $h 'c', 'd', 'e') ? 1 : 0, "\n";
print "printf: ", (printf $h '%s%s', 'x', 'y') ? 1 : 0, "\n";
use IO::Handle;
print "error ", $h->error ? 1 : 0, "\n";
$h->clearerr;
print "cleared ", $h->error ? 1 : 0, " ", (print $h 'f', 'g') ? 1 : 0, "\n";
print "close ", close($h) ? 1 : 0, "\n";
open $h, '<', 'f';
print "file ", <$h>, "\n";
