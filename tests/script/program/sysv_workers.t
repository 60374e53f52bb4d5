# Producer and consumers over a SysV queue; totals kept in shared memory behind a semaphore.
use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID IPC_NOWAIT IPC_STAT SETVAL GETVAL S_IRUSR S_IWUSR ftok);
use IPC::Msg;
use IPC::Semaphore;

my $perm = S_IRUSR | S_IWUSR | IPC_CREAT;
my $q    = IPC::Msg->new(IPC_PRIVATE, $perm)           or die "msg: $!";
my $sem  = IPC::Semaphore->new(IPC_PRIVATE, 2, $perm)  or die "sem: $!";
my $shm  = shmget(IPC_PRIVATE, 64, $perm)              // die "shm: $!";
END { if (defined $shm && !$main::child) { shmctl $shm, IPC_RMID, 0; $q->remove; $sem->remove } }
our $child = 0;

$sem->setall(1, 0);
print "initial: ", join(',', $sem->getall), "\n";
shmwrite $shm, pack('NNN', 0, 0, 0), 0, 12 or die "shmwrite: $!";

sub locked {
    my $code = shift;
    $sem->op(0, -1, 0) or die "P: $!";
    my @r = $code->();
    $sem->op(0, 1, 0) or die "V: $!";
    return @r;
}

my %type = (job => 1, stop => 2);
my @pids;
for my $w (1 .. 3) {
    my $pid = fork // die;
    if (!$pid) {
        $child = 1;
        $SIG{ALRM} = 'DEFAULT';
        alarm 10;
        $sem->op(1, 1, 0);
        my $done = 0;
        while (1) {
            my $type = $q->rcv(my $msg, 256, -2) or die "rcv: $!";
            last if $type == $type{stop};
            my ($n, $text) = unpack 'n a*', $msg;
            locked(sub {
                shmread $shm, my $buf, 0, 12 or die;
                my ($count, $total, $chars) = unpack 'NNN', $buf;
                shmwrite $shm, pack('NNN', $count + 1, $total + $n * $n, $chars + length $text), 0, 12;
            });
            $done++;
        }
        POSIX::_exit($done > 255 ? 255 : $done) if defined &POSIX::_exit;
        exit $done;
    }
    push @pids, $pid;
}
$sem->op(1, -3, 0) or die;
print "all consumers ready\n";
$q->snd($type{job}, pack('n a*', $_, 'x' x ($_ % 5)), 0) or die "snd: $!" for 1 .. 60;
$q->snd($type{stop}, 'stop', 0) for @pids;
my $done = 0;
for (@pids) { waitpid $_, 0; $done += $? >> 8 }
shmread $shm, my $buf, 0, 12 or die;
printf "jobs %d, total %d, chars %d, done %d\n", unpack('NNN', $buf), $done;

my $st = $q->stat;
printf "queue: %d messages, mode %03o\n", $st->qnum, $st->mode & 0777;
my $again = $q->rcv(my $m, 100, 0, IPC_NOWAIT);
print "empty: ", defined $again ? 'got' : $!{ENOMSG} ? 'ENOMSG' : "$!", "\n";
my $r = $sem->op(1, -1, IPC_NOWAIT);
print "semaphore would block: ", $r ? 'no' : $!{EAGAIN} ? 'EAGAIN' : "$!", "\n";
my $timed = eval { local $SIG{ALRM} = sub { die "timed out\n" }; alarm 1; $sem->op(1, -1, 0); alarm 0; 'passed' };
print "blocking op: ", $timed // $@;
print "queue too long: ", ($q->snd(1, 'y' x 200_000, IPC_NOWAIT) ? 'sent' : $!{EINVAL} ? 'EINVAL' : "$!"), "\n";
print "ncnt ", $sem->getncnt(1), " val ", $sem->getval(0), "\n";
