# Order of buffered output between parent, system, fork, die and END on one pipe.
use strict;
use warnings;
print "1 buffered\n";
system 'echo 2 system';
print "3 buffered\n";
my $o = `echo 4 qx`;
print $o;
print "5\n";
my $p = fork // die;
if (!$p) { print "6 child\n"; exit }
waitpid $p, 0;
print "7 after child\n";
open my $q, '|-', 'cat' or die;
print $q "8 pipe\n";
close $q;
print "9\n";
open $q, '-|', 'echo 10 read' or die;
print <$q>;
close $q;
print STDERR "err now\n";
print "11\n";
{ local $| = 1; print "12 unbuffered\n" }
my $pid = fork // die;
if (!$pid) { exec 'echo', '13 exec' }
waitpid $pid, 0;
open my $dup, '>&', \*STDOUT;
print $dup "14 dup\n";
close $dup;
print "15\n";
warn "warned\n";
syswrite STDOUT, "sys before buffered 16\n";
print "16\n";
END { print "17 end\n" }
