# A TCP proxy joining two connections with select in both directions, with half-closes passed on.
use strict;
use warnings;
use Socket;
use POSIX ();
alarm 30;
sub listener {
    socket(my $s, PF_INET, SOCK_STREAM, 0);
    bind $s, sockaddr_in(0, INADDR_LOOPBACK) or die;
    listen $s, 5;
    $s;
}
my ($back, $front) = (listener(), listener());
my ($bname, $fname) = (getsockname $back, getsockname $front);
my $b = fork // die;
if (!$b) {
    accept(my $c, $back) or die;
    my $all = '';
    while (sysread $c, my $buf, 4096) { $all .= $buf }
    my $out =
        "got " . length($all) . " sum " . unpack('%32C*', $all) . "\n" . 'z' x 50_000 . "\n";
    my $off = 0;
    while ($off < length $out) { $off += syswrite $c, $out, length($out) - $off, $off }
    POSIX::_exit(0);
}
my $p = fork // die;
if (!$p) {
    accept(my $c, $front) or die;
    socket(my $u, PF_INET, SOCK_STREAM, 0);
    connect $u, $bname or die;
    my %to = (fileno($c) => [$c, $u], fileno($u) => [$u, $c]);
    while (%to) {
        my $rin = '';
        vec($rin, $_, 1) = 1 for keys %to;
        select my $ro = $rin, undef, undef, 10 or last;
        for my $fd (grep { vec $ro, $_, 1 } keys %to) {
            my ($from, $dst) = @{ $to{$fd} };
            my $n = sysread $from, my $buf, 8192;
            if (!$n) { shutdown $dst, 1; delete $to{$fd}; next }
            my $off = 0;
            while ($off < $n) { $off += syswrite $dst, $buf, $n - $off, $off }
        }
    }
    POSIX::_exit(0);
}
close $_ for $back, $front;
socket(my $c, PF_INET, SOCK_STREAM, 0);
connect $c, $fname or die;
my $data = join '', map { chr 65 + $_ % 26 } 1 .. 200_000;
my $off  = 0;
while ($off < length $data) { $off += syswrite $c, $data, 50_000, $off }
shutdown $c, 1;
my $first = <$c>;
print $first;
my $rest = <$c>;
print "body ", length $rest,                  "\n";
print "eof ",  defined(my $x = <$c>) ? 0 : 1, "\n";
for ($b, $p) { waitpid $_, 0; print "exit $?\n" }
