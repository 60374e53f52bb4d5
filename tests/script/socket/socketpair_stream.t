# socketpair AF_UNIX stream: both directions, shutdown, eof, fork, buffering.
use strict;
use warnings;
use Socket;
use IO::Handle;
alarm 20;
socketpair(my $a, my $b, AF_UNIX, SOCK_STREAM, PF_UNSPEC) or die "socketpair: $!";
$_->autoflush(1) for $a, $b;
print $a "to b\n";
print "b got ", scalar <$b>;
print $b "to a\n";
print "a got ", scalar <$a>;
print "is socket ", -S $a ? 1 : 0, "\n";
my $pid = fork // die;
if (!$pid) {
    close $a;
    while (my $l = <$b>) { print $b uc $l }
    exit 4;
}
close $b;
print $a "echo $_\n" for 1 .. 3;
print scalar <$a> for 1 .. 3;
shutdown($a, 1) or die;
print "after shutdown: ", scalar(my @r = <$a>), " lines\n";
waitpid $pid, 0;
print "child ", $? >> 8, "\n";
close $a;
socketpair($a, $b, AF_UNIX, SOCK_STREAM, 0);
close $b;
{
    local $SIG{PIPE} = 'IGNORE';
    my $n = syswrite $a, 'x';
    print "peer closed: ", defined $n ? $n : "undef $!", "\n";
}
print "read: ", sysread($a, my $buf, 10), "\n";
print "bad domain: ", socketpair(my $x, my $y, AF_INET, SOCK_STREAM, 0) ? 1 : "no $!", "\n";
socketpair(X, Y, AF_UNIX, SOCK_STREAM, 0) or die;
syswrite X, "bareword";
sysread Y, $buf, 20;
print "$buf\n";
