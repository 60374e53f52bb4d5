# IO::Socket::IP on numeric loopback addresses.
use strict;
use warnings;
use IO::Socket::IP;
alarm 20;
my $s = IO::Socket::IP->new(
    LocalHost => '127.0.0.1',
    LocalPort => 0,
    Listen    => 5,
    Type      => SOCK_STREAM
) or die $@;
print "host ", $s->sockhost, " service ", $s->sockport > 0 ? 1 : 0, " family ",
    $s->sockdomain == AF_INET ? 1 : 0, "\n";
my $pid = fork // die;
if (!$pid) { my $c = $s->accept or die; print $c "from ", $c->peerhost, "\n"; exit 0 }
my $c =
    IO::Socket::IP->new(PeerHost => '127.0.0.1', PeerPort => $s->sockport, Type => SOCK_STREAM)
    or die $@;
print scalar <$c>;
my ($h, $p) = $c->peerhost_service(1);
print "$h ", $p == $s->sockport ? 1 : 0, "\n";
waitpid $pid, 0;
my $port = $s->sockport;
close $s;
my $f = IO::Socket::IP->new(PeerHost => '127.0.0.1', PeerPort => $port, Type => SOCK_STREAM);
print $f ? 1 : "refused: $!", "\n";
print join('|', IO::Socket::IP->split_addr('host:80')), " ",
    join('|', IO::Socket::IP->split_addr('[::1]:443')), " ", IO::Socket::IP->join_addr('::1', 5),
    "\n";
