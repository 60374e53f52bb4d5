# UDP: send with and without address, recv's return address, connected sockets, order on loopback.
use strict;
use warnings;
use Socket;
alarm 20;
socket(my $srv, PF_INET, SOCK_DGRAM, getprotobyname 'udp') or die;
bind $srv, sockaddr_in(0, INADDR_LOOPBACK) or die;
my $name = getsockname $srv;
socket(my $cl, PF_INET, SOCK_DGRAM, 0) or die;
bind $cl, sockaddr_in(0, INADDR_LOOPBACK);
print "sent ", send($cl, "ping", 0, $name), "\n";
my $from = recv($srv, my $buf, 1000, 0) // die;
my ($port, $ip) = sockaddr_in $from;
print "got $buf from ", inet_ntoa($ip), " the client ", $from eq getsockname $cl ? 1 : 0, "\n";
print "reply ", send($srv, "pong " . length $buf, 0, $from), "\n";
recv $cl, $buf, 1000, 0;
print "client got $buf\n";
connect $cl, $name or die;
print "connected send ", send($cl, "no address", 0), "\n";
recv $srv, $buf, 4, 0;
print "truncated $buf\n";
send $cl, "m$_", 0 for 1 .. 5;
print join(',', map { recv $srv, $buf, 10, 0; $buf } 1 .. 5), "\n";
syswrite $cl, "by syswrite";
recv $srv, $buf, 100, 0;
print "$buf\n";
print "zero ", send($cl, '', 0), "\n";
my $f = recv $srv, $buf, 10, 0;
print "empty [", $buf, "] ", length $f, "\n";
my $pid = fork // die;
if (!$pid) {
    for (1 .. 3) { my $p = recv $srv, my $m, 100, 0; send $srv, scalar reverse($m), 0, $p }
    exit 0;
}
for (qw(abc def ghi)) { send $cl, $_, 0; recv $cl, $buf, 100, 0; print "$_ -> $buf\n" }
waitpid $pid, 0;
print "too long: ", defined send($cl, 'x' x 70_000, 0) ? 1 : $!{EMSGSIZE} ? 'EMSGSIZE' : $!, "\n";
print "peek ", do {
    send $cl, 'zz', 0;
    recv $srv, $buf, 10, MSG_PEEK;
    my $a = $buf;
    recv $srv, $buf, 10, 0;
    "$a$buf";
}, "\n";
