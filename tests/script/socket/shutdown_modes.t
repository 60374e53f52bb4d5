# shutdown 0, 1 and 2 seen from both sides, half-closed conversations, names and values.
use strict;
use warnings;
use Socket;
alarm 20;
$SIG{PIPE} = 'IGNORE';
sub pair { socketpair my $a, my $b, AF_UNIX, SOCK_STREAM, 0 or die; ($a, $b) }
my ($a, $b) = pair;
syswrite $a, "before";
print "shutdown write ", shutdown($a, SHUT_WR) ? 1 : 0, "\n";
sysread $b, my $buf, 100;
print "pending data $buf then ", sysread($b, $buf, 1),               "\n";
print "own write: ",             defined syswrite($a, 'x') ? 1 : $!, "\n";
syswrite $b, "other way";
sysread $a, $buf, 100;
print "$buf\n";
($a, $b) = pair;
syswrite $b, "unread";
print "shutdown read ", shutdown($a, 0)           ? 1 : 0,  "\n";
print "peer's write: ", defined syswrite($b, 'x') ? 1 : $!, "\n";
($a, $b) = pair;
shutdown $a, 2;
print "both: read ", sysread($a, $buf, 1), " write ", defined syswrite($a, 'x') ? 1 : $!, "\n";
print "peer read ",  sysread($b, $buf, 1), "\n";
print "bad how ",    shutdown($b, 9) ? 1 : $!, "\n";
($a, $b) = pair;
my $pid = fork // die;
if (!$pid) { close $a; my @l = <$b>; print $b "lines ", scalar(@l), "\n"; exit 0 }
close $b;
print $a "1\n2\n3\n";
$a->flush if $a->can('flush');
{ my $o = select $a; $| = 1; select $o }
shutdown $a, 1;
print "half-closed: ", <$a>;
waitpid $pid, 0;
print "shutdown flushes? ";
($a, $b) = pair;
print $a "buffered";
{ no warnings; shutdown $a, 1 }
my $n = sysread $b, $buf, 100;
print defined $n ? $n : 'undef', "\n";
print SHUT_RD, SHUT_WR, SHUT_RDWR, "\n";
