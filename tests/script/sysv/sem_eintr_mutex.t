# A semaphore as a mutex between four children, and semop interrupted by a handler and by removal.
use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID SETVAL GETVAL);
use Time::HiRes 'ualarm';
use POSIX ();
alarm 25;
our $owner = $$;
our $id    = semget(IPC_PRIVATE, 1, IPC_CREAT | 0600);
die $! unless defined $id;
END { semctl($id, 0, IPC_RMID, 0) if $$ == $owner && defined $id }
semctl $id, 0, SETVAL, 1;
open my $o, '>', 'count';
print $o 0;
close $o;
my @p = map {
    my $p = fork // die;
    if (!$p) {
        for (1 .. 50) {
            semop $id, pack 's!3', 0, -1, 0 or POSIX::_exit(1);
            open my $f, '+<', 'count';
            my $n = <$f>;
            seek $f, 0, 0;
            print $f $n + 1;
            close $f;
            semop $id, pack 's!3', 0, 1, 0;
        }
        POSIX::_exit(0);
    }
    $p
} 1 .. 4;
my $bad = 0;
for (@p) { waitpid $_, 0; $bad += $? }
open my $f, '<', 'count';
print "count ", <$f>, " bad $bad\n";
semctl $id, 0, SETVAL, 0;
my $n = 0;
{
    local $SIG{ALRM} = sub { $n++ };
    ualarm 50_000;
    print "interrupted ", semop($id, pack 's!3', 0, -1, 0) ? 1 : $!{EINTR} ? 'EINTR' : $!,
        " calls $n\n";
    local $SIG{ALRM} = sub { die "timeout\n" };
    ualarm 50_000;
    eval { semop $id, pack 's!3', 0, -1, 0 };
    print "die $@";
}
alarm 25;
my $pid = fork // die;
if (!$pid) {
    my $ok = semop $id, pack 's!3', 0, -1, 0;
    POSIX::_exit($ok ? 1 : $!{EIDRM} || $!{EINVAL} ? 7 : 2);
}
semctl $id, 0, IPC_RMID, 0;
waitpid $pid, 0;
print "removed while waiting ", $? >> 8, "\n";
undef $id;
