# A single-process select server with several concurrent clients, partial lines and departures.
use strict;
use warnings;
use Socket;
use POSIX ();
alarm 30;
socket(my $s, PF_INET, SOCK_STREAM, 0);
bind $s, sockaddr_in(0, INADDR_LOOPBACK);
listen $s, 20;
my $name = getsockname $s;
my @kids;
for my $i (1 .. 8) {
    my $pid = fork // die;
    if (!$pid) {
        close $s;
        socket(my $c, PF_INET, SOCK_STREAM, 0);
        connect $c, $name or POSIX::_exit(9);
        { my $o = select $c; $| = 1; select $o }
        my $ok = 0;
        for my $m (1 .. 10) {
            syswrite $c, "par";
            syswrite $c, "tial $i $m\n";
            my $l = <$c>;
            $ok++ if $l eq "echo partial $i $m\n";
        }
        POSIX::_exit($ok == 10 ? 0 : 1);
    }
    push @kids, $pid;
}
my (%c, %buf);
my ($lines, $accepted, $left) = (0, 0, 0);
while ($left < 8) {
    my $rin = '';
    vec($rin, fileno $_, 1) = 1 for $s, map { $_->[0] } values %c;
    my $n = select my $ro = $rin, undef, undef, 10;
    die "timeout" unless $n > 0;
    if (vec $ro, fileno $s, 1) {
        accept(my $h, $s) or die;
        $c{ fileno $h }   = [$h];
        $buf{ fileno $h } = '';
        $accepted++;
    }
    for my $fd (grep { vec $ro, $_, 1 } keys %c) {
        my $h = $c{$fd}[0];
        my $k = sysread $h, $buf{$fd}, 4096, length $buf{$fd};
        if (!$k) { delete $c{$fd}; close $h; $left++; next }
        while ($buf{$fd} =~ s/^(.*)\n//) { $lines++; syswrite $h, "echo $1\n" }
    }
}
print "accepted $accepted lines $lines left $left\n";
my $bad = 0;
for (@kids) { waitpid $_, 0; $bad++ if $? }
print "bad clients $bad\n";
