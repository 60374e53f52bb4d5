# A megabyte through TCP with short reads and writes, checksummed both ways.
use strict;
use warnings;
use Socket;
alarm 30;
socket(my $s, PF_INET, SOCK_STREAM, 0) or die;
bind $s, sockaddr_in(0, INADDR_LOOPBACK) or die;
listen $s, 1;
my $name = getsockname $s;
my $pid  = fork // die;
if (!$pid) {
    socket(my $c, PF_INET, SOCK_STREAM, 0);
    connect $c, $name or die;
    my $data = join '', map { chr($_ * 7 % 256) } 1 .. 1_000_000;
    my $off  = 0;
    while ($off < length $data) {
        my $n = syswrite $c, $data, 70_001, $off;
        die unless $n;
        $off += $n;
    }
    shutdown $c, SHUT_WR;
    my ($sum, $got) = (0, 0);
    while (my $n = sysread $c, my $b, 30_000) { $got += $n; $sum += unpack '%32C*', $b }
    print "client sent $off got back $got sum $sum\n";
    exit 0;
}
accept(my $c, $s) or die;
my ($sum, $got, $all) = (0, 0, '');
while (my $n = sysread $c, my $b, 65536) { $got += $n; $sum += unpack '%32C*', $b; $all .= $b }
$| = 1;
print "server got $got sum $sum\n";
print $c $all;
close $c;
waitpid $pid, 0;
print "status $?\n";
