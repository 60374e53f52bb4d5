# IO::Socket::UNIX: server, client, paths, datagrams, errors.
use strict;
use warnings;
use IO::Socket::UNIX;
use Socket;
alarm 20;
my $s = IO::Socket::UNIX->new(Type => SOCK_STREAM, Local => 'u.sock', Listen => 5) or die $@;
print ref $s, " ", $s->hostpath, " ", -S 'u.sock' ? 1 : 0, "\n";
my $pid = fork // die;
if (!$pid) {
    my $c = $s->accept;
    while (my $l = <$c>) { last if $l =~ /quit/; print $c scalar reverse(substr $l, 0, -1), "\n" }
    exit 3;
}
my $c = IO::Socket::UNIX->new(Type => SOCK_STREAM, Peer => 'u.sock') or die $@;
print "peer ", $c->peerpath, " own ", $c->hostpath // 'undef', "\n";
for (qw(abc hello)) { print $c "$_\n"; print scalar <$c> }
print $c "quit\n";
waitpid $pid, 0;
print "exit ", $? >> 8, "\n";
my $again = IO::Socket::UNIX->new(Local => 'u.sock', Listen => 1);
print "in use ", $again ? 1 : $!, "\n";
close $s;
unlink 'u.sock';
my $none = IO::Socket::UNIX->new('u.sock');
print "missing ", $none ? 1 : $!, "\n";
my $d = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => 'd.sock') or die;
my $e = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Peer  => 'd.sock') or die;
$e->send('datagram');
$d->recv(my $b, 100);
print "$b\n";
my ($x, $y) = IO::Socket->socketpair(AF_UNIX, SOCK_STREAM, PF_UNSPEC) or die;
print ref $x, "\n";
$x->autoflush(1);
print $x "pair\n";
print $y->getline;
$x->shutdown(1);
print defined $y->getline ? 1 : 'eof', "\n";
unlink 'd.sock';
