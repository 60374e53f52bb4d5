# UDP ping: numbered datagrams, a server that loses some, retries with a deadline per packet.
use strict;
use warnings;
use Socket qw(:DEFAULT inet_ntoa pack_sockaddr_in unpack_sockaddr_in);
use Time::HiRes qw(time);

socket my $srv, PF_INET, SOCK_DGRAM, getprotobyname('udp') or die "socket: $!";
bind $srv, pack_sockaddr_in(0, INADDR_LOOPBACK) or die "bind: $!";
my ($port, $ip) = unpack_sockaddr_in(getsockname $srv);
print "server on ", inet_ntoa($ip), "\n";

my $pid = fork // die "fork: $!";
if (!$pid) {
    $SIG{ALRM} = sub { exit 9 };
    alarm 10;
    my %seen;
    while (1) {
        my $from = recv $srv, my $data, 1500, 0;
        next unless defined $from;
        my ($seq, $sent, $payload) = unpack 'N d a*', $data;
        last if $payload eq 'stop';
        $seen{$seq}++;
        next if $seq % 3 == 0 && $seen{$seq} < 2;
        next if $seq == 7;
        send $srv, pack('N d n a*', $seq, $sent, $seen{$seq}, uc $payload), 0, $from;
    }
    exit scalar keys %seen;
}

socket my $cli, PF_INET, SOCK_DGRAM, getprotobyname('udp') or die;
connect $cli, pack_sockaddr_in($port, inet_aton('127.0.0.1')) or die "connect: $!";
my %stat;
PACKET: for my $seq (1 .. 8) {
    for my $try (1 .. 3) {
        my $t0 = time;
        send $cli, pack('N d a*', $seq, $t0, "ping-$seq"), 0 or die "send: $!";
        my $deadline = $t0 + ($seq == 7 ? 0.05 : $seq % 3 || $try > 1 ? 3 : 0.2);
        while ((my $left = $deadline - time) > 0) {
            my $rin = '';
            vec($rin, fileno $cli, 1) = 1;
            my ($found) = select $rin, undef, undef, $left;
            next unless $found;
            defined recv $cli, my $answer, 1500, 0 or die "recv: $!";
            my ($n, $stamp, $count, $text) = unpack 'N d n a*', $answer;
            next if $n != $seq;
            my $rtt = time - $stamp;
            printf "seq=%d try=%d copies=%d %s rtt %s\n", $seq, $try, $count, $text,
                $rtt >= 0 && $rtt < 5 ? 'sane' : $rtt;
            $stat{ok}++;
            next PACKET;
        }
        $stat{timeout}++;
    }
    print "seq=$seq lost\n";
    $stat{lost}++;
}
send $cli, pack('N d a*', 0, 0, 'stop'), 0;
waitpid $pid, 0;
print "server saw ", $? >> 8, " numbers\n";
print join(' ', map { "$_=$stat{$_}" } sort keys %stat), "\n";
