# A forking server: 20 clients, children reaped by the handler, accept interrupted by SIGCHLD.
use strict;
use warnings;
use Socket;
use POSIX ':sys_wait_h';
alarm 30;
socket(my $s, PF_INET, SOCK_STREAM, 0);
bind $s, sockaddr_in(0, INADDR_LOOPBACK);
listen $s, 50;
my $name   = getsockname $s;
my $driver = fork // die;
if (!$driver) {
    close $s;
    my $ok = 0;
    for my $i (1 .. 20) {
        socket(my $c, PF_INET, SOCK_STREAM, 0);
        connect $c, $name or die;
        syswrite $c, "job $i\n";
        my $l = <$c>;
        $ok++ if $l eq 'done ' . $i * $i . "\n";
        close $c;
    }
    POSIX::_exit($ok);
}
my ($reaped, $sum) = (0, 0);
my $driver_status;
sub reap {
    local ($!, $?);
    while ((my $p = waitpid -1, WNOHANG) > 0) {
        if ($p == $driver) { $driver_status = $? >> 8 }
        else               { $reaped++; $sum += $? >> 8 }
    }
}
$SIG{CHLD} = \&reap;
my $served = 0;
while ($served < 20) {
    my $c;
    unless (accept $c, $s) { next if $!{EINTR}; die "accept: $!" }
    $served++;
    my $pid = fork // die;
    if (!$pid) {
        $SIG{CHLD} = 'DEFAULT';
        close $s;
        my $l = <$c>;
        my ($n) = $l =~ /(\d+)/;
        syswrite $c, 'done ' . $n * $n . "\n";
        POSIX::_exit($n);
    }
    close $c;
}
my $tries = 0;
select undef, undef, undef, 0.02
    while ($reaped < 20 || !defined $driver_status) && $tries++ < 500;
print "served $served reaped $reaped sum $sum driver $driver_status\n";
print "left ", waitpid(-1, WNOHANG), "\n";
