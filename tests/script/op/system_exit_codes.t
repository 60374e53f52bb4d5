# exit: 2
# exit with a computed code, sub calls in the exit expression, code masked to a byte.
use strict; use warnings;
$| = 1;
my @codes = map { system($^X, "-e", "exit $_"); $? >> 8 } 0, 1, 255, 256, 257;
print "@codes\n";
system $^X, "-e", 'kill 9, $$';
print $? & 127, " ", $? >> 8, "\n";
my $r = system "exit 3";
print $r >> 8, "\n";
system($^X, "-e", 'die "x\n"') if open(STDERR, ">", "/dev/null");
print $? >> 8, "\n";
system($^X, "-e", '$! = 5; die "x\n"');
print $? >> 8, "\n";
print system("true"), system("/nonexistent/cmd"), " ", $! + 0, "\n";
sub code { return 1 + 1 }
print "exiting\n";
exit code();
