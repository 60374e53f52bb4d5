# A ring buffer in shared memory guarded by semaphores between producer and consumer.
use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID SETALL);
use POSIX     ();
alarm 25;
our $owner = $$;
our ($shm, $sem);
END {
    if ($$ == $owner) {
        shmctl($shm, IPC_RMID, 0)    if defined $shm;
        semctl($sem, 0, IPC_RMID, 0) if defined $sem;
    }
}
$shm = shmget(IPC_PRIVATE, 8 * 16, IPC_CREAT | 0600) // die;
$sem = semget(IPC_PRIVATE, 2, IPC_CREAT | 0600)      // die;
semctl $sem, 0, SETALL, pack 's!2', 8, 0;
my $pid = fork // die;
if (!$pid) {
    for my $i (1 .. 200) {
        semop $sem, pack 's!3', 0, -1, 0 or POSIX::_exit(1);
        shmwrite $shm, pack('A16', "item $i"), $i % 8 * 16, 16;
        semop $sem, pack 's!3', 1, 1, 0;
    }
    POSIX::_exit(0);
}
my ($n, $bad) = (0, 0);
for my $i (1 .. 200) {
    semop $sem, pack 's!3', 1, -1, 0 or die;
    shmread $shm, my $b, $i % 8 * 16, 16;
    $n++;
    $bad++ if unpack('A16', $b) ne "item $i";
    semop $sem, pack 's!3', 0, 1, 0;
}
waitpid $pid, 0;
print "items $n bad $bad producer $?\n";
