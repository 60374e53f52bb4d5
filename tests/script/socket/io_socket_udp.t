# IO::Socket::INET with UDP: send, recv, peer of the last datagram, connected pairs.
use strict;
use warnings;
use IO::Socket::INET;
alarm 20;
my $s = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Proto    => 'udp') or die $@;
my $c = IO::Socket::INET->new(PeerAddr  => '127.0.0.1', PeerPort => $s->sockport, Proto => 'udp')
    or die $@;
print "sent ", $c->send("hello"), "\n";
my $b;
$s->recv($b, 100);
print "got $b from ", $s->peerhost, " ", $s->peerport == $c->sockport ? 1 : 0, "\n";
print "reply ", $s->send("to last sender"), "\n";
$c->recv($b, 5);
print "cut $b\n";
print $c "print works\n";
$c->flush;
$s->recv($b, 100);
print $b;
print "type ", $s->socktype == SOCK_DGRAM ? 1 : 0, " listen is refused ", $s->listen(5) ? 0 : 1,
    "\n";
$s->blocking(0);
print "empty ", defined $s->recv($b, 10) ? 1 : $!{EAGAIN} ? 'EAGAIN' : $!, "\n";
my $u = IO::Socket::INET->new(Proto => 'udp');
eval { $u->send('x') };
print $@ ? $@ =~ s/ at \S+ line.*//sr . "\n" : "no error: $!\n";
print "explicit ", $u->send('direct', 0, pack_sockaddr_in($s->sockport, inet_aton '127.0.0.1')),
    "\n";
my $n = 0;
until (defined $s->recv($b, 20)) { select undef, undef, undef, 0.01; last if $n++ > 200 }
print "$b\n";
