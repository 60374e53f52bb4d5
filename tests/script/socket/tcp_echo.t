# socket, bind, listen, accept, connect by hand: echo over loopback with a forked server.
use strict;
use warnings;
use Socket;
use IO::Handle;
alarm 20;
socket(my $s, PF_INET, SOCK_STREAM, getprotobyname('tcp')) or die "socket: $!";
setsockopt($s, SOL_SOCKET, SO_REUSEADDR, pack 'l', 1)      or die;
bind($s, sockaddr_in(0, INADDR_LOOPBACK))                  or die;
listen($s, SOMAXCONN)                                      or die;
my ($port, $addr) = sockaddr_in(getsockname $s);
print "bound to ", inet_ntoa($addr), " port ", $port > 1023 ? 1 : 0, "\n";
my $pid = fork // die;
if (!$pid) {
    for (1 .. 3) {
        my $peer = accept(my $c, $s) or die;
        my ($pp, $pa) = sockaddr_in($peer);
        print $c "hello ", inet_ntoa($pa), " ", $pp > 0 ? 1 : 0, "\n";
        $c->autoflush(1);
        while (my $l = <$c>) { print $c "echo: $l" }
        close $c;
    }
    exit 6;
}
for my $i (1 .. 3) {
    socket(my $c, PF_INET, SOCK_STREAM, 0)                       or die;
    connect($c, pack_sockaddr_in($port, inet_aton('localhost'))) or die "connect: $!";
    $c->autoflush(1);
    print "greeting ", scalar <$c>;
    my ($p2, $a2) = unpack_sockaddr_in(getpeername $c);
    print "peer is the server ", $p2 == $port ? 1 : 0, "\n";
    print $c "message $i\n";
    print "answer ", scalar <$c>;
    shutdown $c, 1;
    print "eof ", defined(my $x = <$c>) ? 0 : 1, "\n";
    close $c;
}
waitpid $pid, 0;
print "server ", $? >> 8, "\n";
close $s;
