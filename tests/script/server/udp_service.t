# A UDP service with several clients, retransmission after a lost reply and a time-out by select.
use strict;
use warnings;
use Socket;
use POSIX ();
alarm 30;
socket(my $s, PF_INET, SOCK_DGRAM, 0);
bind $s, sockaddr_in(0, INADDR_LOOPBACK);
my $name = getsockname $s;
my $srv  = fork // die;
if (!$srv) {
    my %seen;
    while (1) {
        my $from = recv $s, my $m, 1000, 0;
        next unless defined $from;
        last if $m eq 'stop';
        my ($id, $op, @n) = split ' ', $m;
        next if $op eq 'lossy' && !$seen{$id}++;
        my $r = 0;
        $r += $_ for @n;
        send $s, "$id $r", 0, $from;
    }
    POSIX::_exit(3);
}
sub ask {
    my ($id, $op, @n) = @_;
    socket(my $c, PF_INET, SOCK_DGRAM, 0);
    my $tries = 0;
    while ($tries++ < 20) {
        send $c, "$id $op @n", 0, $name;
        my $rin = '';
        vec($rin, fileno $c, 1) = 1;
        next unless select my $ro = $rin, undef, undef, $op eq 'lossy' && $tries == 1 ? 0.1 : 5;
        recv $c, my $m, 1000, 0;
        return "$m after $tries";
    }
    'gave up';
}
print ask(1, 'sum', 1, 2, 3), "\n";
print ask(2, 'sum', 10),      "\n";
print ask(3, 'lossy', 4, 5),  "\n";
print ask(4, 'sum', 1 .. 50), "\n";
socket(my $c, PF_INET, SOCK_DGRAM, 0);
send $c, 'stop', 0, $name;
waitpid $srv, 0;
print "service ", $? >> 8, "\n";
