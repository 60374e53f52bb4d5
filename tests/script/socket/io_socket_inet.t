# IO::Socket::INET: constructor forms, methods, timeouts, errors in $@.
use strict;
use warnings;
use IO::Socket::INET;
alarm 20;
my $s = IO::Socket::INET->new(
    LocalAddr => '127.0.0.1',
    LocalPort => 0,
    Proto     => 'tcp',
    Listen    => 5,
    ReuseAddr => 1
) or die $@;
print ref $s, " host ", $s->sockhost, " port ", $s->sockport > 0 ? 1 : 0, "\n";
my $port = $s->sockport;
my $pid  = fork // die;
if (!$pid) {
    for (1 .. 2) {
        my $c = $s->accept or die;
        print $c "hello ", $c->peerhost, "\n";
        my $l = <$c>;
        print $c "you said $l" if defined $l;
        close $c;
    }
    exit 0;
}
my $c = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $port, Proto => 'tcp')
    or die $@;
print "connected ", $c->connected ? 1 : 0, " peer ", $c->peerhost, " ",
    $c->peerport == $port ? 1 : 0, "\n";
print scalar <$c>;
print $c "one\n";
print scalar <$c>;
print "autoflush is on by default\n";
$c->close;
$c = IO::Socket::INET->new("localhost:$port") or die $@;
print $c->getline;
$c->print("two\n");
print $c->getline;
print "eof ", $c->eof ? 1 : 0, " atmark ", eval { $c->atmark } ? 1 : 0, "\n";
waitpid $pid, 0;
print "protocol ", $s->protocol, " domain ", $s->sockdomain == AF_INET ? 1 : 0, " type ",
    $s->socktype == SOCK_STREAM ? 1 : 0, "\n";
print "opt ", $s->sockopt(SO_REUSEADDR) ? 1 : 0, "\n";
$s->close;
print "closed ", defined $s->fileno ? 1 : 0, "\n";
my $f = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $port, Timeout => 5);
print defined $f ? 'connected' : "failed: $@", " ", $!{ECONNREFUSED} ? 'ECONNREFUSED' : $!, "\n";
$f = IO::Socket::INET->new(PeerAddr => 'no-such-host.invalid', PeerPort => 1);
print defined $f ? 1 : "bad host: $@", "\n";
$f = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Proto => 'nosuchproto');
print defined $f ? 1 : "bad proto: $@", "\n";
my $l  = IO::Socket::INET->new(Listen   => 1,           LocalAddr => '127.0.0.1');
my $c2 = IO::Socket::INET->new(PeerHost => '127.0.0.1', PeerPort  => $l->sockport);
my ($a, $paddr) = $l->accept;
print "list accept ", length $paddr, "\n";
print "timeout accept ", defined do { $l->timeout(0.05); $l->accept }
    ? 1 : "undef: $@", "\n";
