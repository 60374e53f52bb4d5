# Unix-domain datagrams: bound and anonymous senders, replies, missing receivers.
use strict;
use warnings;
use Socket;
alarm 20;
sub dg {
    my ($n) = @_;
    socket(my $s, AF_UNIX, SOCK_DGRAM, 0) or die;
    if ($n) { bind $s, pack_sockaddr_un($n) or die "bind $n: $!" }
    $s;
}
my $srv  = dg('srv');
my $cl   = dg('cl');
my $anon = dg();
print send($cl, "named", 0, sockaddr_un 'srv'), "\n";
my $from = recv $srv, my $b, 100, 0;
print "$b from ", unpack_sockaddr_un($from), "\n";
print send($srv, "back", 0, $from), "\n";
recv $cl, $b, 100, 0;
print "$b\n";
send $anon, "anonymous", 0, sockaddr_un 'srv';
$from = recv $srv, $b, 100, 0;
print "$b from [", length($from) > 2 ? unpack_sockaddr_un($from)       : '', "]\n";
print "missing: ", defined send($cl, 'x', 0, sockaddr_un 'nobody') ? 1 : $!, "\n";
connect $anon, sockaddr_un 'srv' or die;
print "connected ", send($anon, 'c', 0), "\n";
recv $srv, $b, 10, 0;
print "$b\n";
close $srv;
print "refused: ", defined send($anon, 'x', 0) ? 1 : $!, "\n";
my $abs = pack_sockaddr_un("\0perlipc-test-$$");
socket(my $a, AF_UNIX, SOCK_DGRAM, 0);
print "abstract ", bind($a, $abs) ? 1 : 0, " no file ", scalar(my @f = glob '*perlipc*'), "\n";
print send($cl, 'to abstract', 0, $abs), "\n";
recv $a, $b, 50, 0;
print "$b\n";
unlink 'srv', 'cl';
