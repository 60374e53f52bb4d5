# A timeout by die in accept, connect-less recv, flock, open of a FIFO and opendir loops.
use strict;
use warnings;
use Time::HiRes ();
use Socket;
use Fcntl ':flock';
use POSIX ();
sub try {
    my ($name, $code) = @_;
    my $ok = eval {
        local $SIG{ALRM} = sub { die "timeout\n" };
        Time::HiRes::alarm(0.1);
        $code->();
        1;
    };
    Time::HiRes::alarm(0);
    print "$name: ", $ok ? "finished\n" : $@;
}
socket(my $s, PF_INET, SOCK_STREAM, 0) or die;
bind $s, sockaddr_in(0, INADDR_LOOPBACK) or die;
listen $s, 5;
try('accept', sub { accept my $c, $s });
socket(my $u, PF_INET, SOCK_DGRAM, 0) or die;
bind $u, sockaddr_in(0, INADDR_LOOPBACK);
try('recv', sub { recv $u, my $b, 100, 0 });
socketpair my $x, my $y, AF_UNIX, SOCK_STREAM, 0 or die;
try('readline socket', sub { my $l = <$x> });
try(
    'send',
    sub {
        while (1) { send $x, 'z' x 65536, 0 }
    });
open my $l1, '>', 'lock';
flock $l1, LOCK_EX;
open my $l2, '>', 'lock';
try('flock', sub { flock $l2, LOCK_EX });
POSIX::mkfifo('ff', 0600);
try('open fifo',             sub { open my $f, '<', 'ff' });
try('open fifo for writing', sub { open my $f, '>', 'ff' });
try('sysopen fifo',          sub { use Fcntl; sysopen my $f, 'ff', O_RDONLY });
try('socketpair eof',        sub { close $y;  my $l = <$x>; 1 });
print "lock still held by us: ", flock($l2, LOCK_EX | LOCK_NB) ? 0 : 1, "\n";
