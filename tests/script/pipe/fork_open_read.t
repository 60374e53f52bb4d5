# open '-|' without command: the child's STDOUT is the pipe, its return value 0.
use strict;
use warnings;
$| = 1;
my $pid = open(my $k, '-|') // die "fork: $!";
if (!$pid) { print "child line\n"; print STDERR "child err\n"; exit 4 }
my @l = <$k>;
print "parent got @l";
print "close ", close($k) ? 1 : 0, " exit ", $? >> 8, "\n";
$pid = open(KID, '-|');
if (!$pid) { $| = 0; print "buffered "; print "data\n"; exit }
print "bareword: ", <KID>;
close KID;
print "status $?\n";
$pid = open(KID, '-|') // die;
if (!$pid) { exec $^X, '-e', 'print "exec in child: @ARGV\n"', 1, 2 or die }
print <KID>;
close KID;
$pid = open($k, "-|") // die;
unless ($pid) { die "child dies\n" }
print "eof at once: ", eof($k) ? 1 : 0, "\n";
close $k;
print "die status ", $? >> 8, "\n";
print "unflushed";
$pid = open($k, '-|') // die;
if (!$pid) { print "k"; exit }
my $got = <$k>;
print " then $got\n";
close $k;
$pid = open($k, '-|') // die;
if (!$pid) { kill KILL => $$; }
$got = <$k>;
print defined $got ? 1 : 'undef', "\n";
close $k;
print "signal ", $? & 127, "\n";
print "two-arg form: ", (open(my $z, "-|") || (print("x"), exit)) ? 1 : 0, "\n";
