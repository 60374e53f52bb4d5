# socketpair datagrams keep message borders; MSG_PEEK, truncation, send and recv results.
use strict;
use warnings;
use Socket;
alarm 20;
socketpair(my $a, my $b, AF_UNIX, SOCK_DGRAM, 0) or die $!;
print "send ", send($a, "first", 0), "\n";
print "send ", send($a, "",      0), " empty\n";
send $a, "third message", 0;
my $buf;
my $from = recv $b, $buf, 100, MSG_PEEK;
print "peek [$buf]\n";
$from = recv $b, $buf, 100, 0;
print "recv [$buf] from [", defined $from ? length $from : 'undef', "]\n";
recv $b, $buf, 100, 0;
print "empty [$buf]\n";
recv $b, $buf, 5, 0;
print "cut [$buf]\n";
$! = 0;
my $r = recv $b, $buf, 10, MSG_DONTWAIT;
print "nothing: ", defined $r ? 'def' : 'undef', " ", $!{EAGAIN} ? 'EAGAIN' : $!, "\n";
send $b, "sys", 0;
print "sysread ", sysread($a, $buf, 10), " $buf\n";
syswrite $a, "written";
print "recv ", do { recv $b, $buf, 20, 0; $buf }, "\n";
close $b;
$! = 0;
$r = send $a, "x", 0;
print "closed peer: ", defined $r ? $r : 'undef', " $!\n";
{
    no warnings;
    $! = 0;
    $r = send NEVER, "x", 0;
    print "unopened: ", defined $r ? $r : 'undef', " $!\n";
    $r = recv NEVER, $buf, 1, 0;
    print defined $r ? 1 : 'undef', "\n";
}
eval { recv $a, $buf, -1, 0 };
print $@ =~ s/ at .*//sr, "\n";
