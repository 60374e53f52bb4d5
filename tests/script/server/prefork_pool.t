# Preforked workers accepting on one shared listening socket, replaced when they end, stopped by TERM.
use strict;
use warnings;
use Socket;
use POSIX ':sys_wait_h';
alarm 30;
socket(my $s, PF_INET, SOCK_STREAM, 0);
bind $s, sockaddr_in(0, INADDR_LOOPBACK) or die;
listen $s, 64;
my $name = getsockname $s;
my %w;
my $spawned = 0;
sub spawn {
    my $p = fork // die;
    if (!$p) {
        $SIG{TERM} = $SIG{CHLD} = 'DEFAULT';
        my $n = 0;
        while ($n < 5 and accept my $c, $s) {
            my $l = <$c>;
            $n++;
            syswrite $c, "worker reply " . uc $l;
            close $c;
        }
        POSIX::_exit($n == 5 ? 0 : 1);
    }
    $w{$p} = 1;
    $spawned++;
}
spawn() for 1 .. 3;
my $ok = 0;
for my $i (1 .. 30) {
    while ((my $p = waitpid -1, WNOHANG) > 0) { delete $w{$p}; spawn() }
    spawn() while keys %w < 3;
    socket(my $c, PF_INET, SOCK_STREAM, 0);
    until (connect $c, $name) { select undef, undef, undef, 0.01 }
    syswrite $c, "request $i\n";
    local $SIG{ALRM} = sub { die "stuck at $i\n" };
    my $l;
    while (!defined $l) {
        my $rin = '';
        vec($rin, fileno $c, 1) = 1;
        if (select my $ro = $rin, undef, undef, 0.05) { $l = <$c> }
        else {
            while ((my $p = waitpid -1, WNOHANG) > 0) { delete $w{$p}; spawn() }
        }
    }
    $ok++ if $l eq "worker reply REQUEST $i\n";
}
kill TERM => keys %w;
1 while wait != -1;
print "answered $ok, at least 6 workers used ", $spawned >= 6 ? 1 : 0, "\n";
