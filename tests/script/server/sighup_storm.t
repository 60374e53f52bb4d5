# A server that survives a storm of HUP and CHLD signals while serving, then a clean TERM.
use strict;
use warnings;
use Socket;
use POSIX ':sys_wait_h';
alarm 60;
socket(my $s, PF_INET, SOCK_STREAM, 0);
bind $s, sockaddr_in(0, INADDR_LOOPBACK);
listen $s, 128;
my $name = getsockname $s;
pipe my $ready, my $up or die;
my $srv = fork // die;
if (!$srv) {
    my ($hups, $kids, $stop) = (0, 0, 0);
    $SIG{HUP}  = sub { $hups++ };
    $SIG{CHLD} = sub {
        local ($!, $?);
        while (waitpid(-1, WNOHANG) > 0) { $kids++ }
    };
    $SIG{TERM} = sub { $stop = 1 };
    my $n = 0;
    syswrite $up, '.';
    until ($stop) {
        unless (accept my $c, $s) { next if $!{EINTR}; exit 9 }
        else {
            $n++;
            my $p = fork // exit 8;
            if (!$p) {
                $SIG{$_} = 'DEFAULT' for qw(CHLD TERM);
                $SIG{HUP} = 'IGNORE';
                my $l = <$c>;
                syswrite $c, "re: $l";
                POSIX::_exit(0);
            }
            close $c;
        }
    }
    select undef, undef, undef, 0.02 while $kids < $n;
    exit($n == 60 && $kids == 60 && $hups > 0 ? 7 : 6);
}
sysread $ready, my $go, 1;
my $storm = fork // die;
if (!$storm) {
    for (1 .. 2000) { kill HUP => $srv; select undef, undef, undef, 0.0005 if $_ % 20 == 0 }
    POSIX::_exit(0);
}
my $ok = 0;
for my $i (1 .. 60) {
    socket(my $c, PF_INET, SOCK_STREAM, 0);
    connect $c, $name or die $!;
    syswrite $c, "q$i\n";
    my $l = <$c>;
    $ok++ if defined $l && $l eq "re: q$i\n";
}
waitpid $storm, 0;
kill TERM => $srv;
my $tries = 0;
until (waitpid $srv, WNOHANG) {
    select undef, undef, undef, 0.05;
    kill TERM => $srv if $tries++ > 5;
}
print "answered $ok server ", $? >> 8, "\n";
