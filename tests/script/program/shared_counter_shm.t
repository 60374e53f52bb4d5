# A ring buffer in SysV shared memory guarded by semaphores with SEM_UNDO; crash of a holder; statistics through a pipe.
use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_EXCL IPC_RMID IPC_STAT IPC_NOWAIT SEM_UNDO S_IRUSR S_IWUSR GETALL SETALL GETVAL SETVAL GETPID GETNCNT GETZCNT ftok);
use POSIX ();

my $slots = 4;
my $size  = 8 + $slots * 16;
my $shm   = shmget(IPC_PRIVATE, $size, IPC_CREAT | S_IRUSR | S_IWUSR) // die "shmget: $!";
my $sem   = semget(IPC_PRIVATE, 3, IPC_CREAT | 0600) // die "semget: $!";
my $owner = $$;
END { if ($owner && $$ == $owner) { shmctl $shm, IPC_RMID, 0; semctl $sem, 0, IPC_RMID, 0 } }
my ($MUTEX, $FREE, $USED) = 0 .. 2;
semctl $sem, 0, SETALL, pack 's*', 1, $slots, 0 or die "setall: $!";
shmwrite $shm, "\0" x $size, 0, $size or die "shmwrite: $!";
sub op { my @ops = map { pack 's3', @$_ } @_; semop $sem, join '', @ops }
sub getall { my $buf = ''; semctl $sem, 0, GETALL, $buf or die; join ',', unpack 's*', $buf }
sub header { shmread $shm, my $b, 0, 8 or die; unpack 'NN', $b }
sub put {
    my $text = shift;
    op([$FREE, -1, 0]);
    op([$MUTEX, -1, SEM_UNDO]);
    my ($head, $tail) = header();
    shmwrite $shm, pack('n/a* @16', $text), 8 + ($head % $slots) * 16, 16;
    shmwrite $shm, pack('N', $head + 1), 0, 4;
    op([$MUTEX, 1, SEM_UNDO], [$USED, 1, 0]);
}
sub take {
    op([$USED, -1, 0]);
    op([$MUTEX, -1, SEM_UNDO]);
    my ($head, $tail) = header();
    shmread $shm, my $b, 8 + ($tail % $slots) * 16, 16;
    shmwrite $shm, pack('N', $tail + 1), 4, 4;
    op([$MUTEX, 1, SEM_UNDO], [$FREE, 1, 0]);
    return unpack 'n/a*', $b;
}
print "start: ", getall(), "\n";
pipe my $r, my $w or die;
my @kids;
for my $p (1 .. 2) {
    my $pid = fork // die;
    if (!$pid) { alarm 9; put("p$p-$_") for 1 .. 15; put('end'); POSIX::_exit(0) }
    push @kids, $pid;
}
for my $c (1 .. 2) {
    my $pid = fork // die;
    if (!$pid) {
        alarm 9;
        my @got;
        while ((my $item = take()) ne 'end') { push @got, $item }
        syswrite $w, "@got\n";
        POSIX::_exit(scalar @got > 30 ? 1 : 0);
    }
    push @kids, $pid;
}
close $w;
my (%last, $total, $order);
my @lines = <$r>;
for my $line (@lines) {
    my %l;
    for (split ' ', $line) { my ($p, $n) = /^(p\d)-(\d+)$/ or die "bad item '$_'"; $total++; $order++ if $n <= ($l{$p} // 0); $l{$p} = $n }
}
waitpid $_, 0 for @kids;
print "items $total, out of order ", $order // 0, ", state ", getall(), ' head/tail ', join('/', header()), "\n";

# A holder that crashes: SEM_UNDO gives the mutex back.
my $pid = fork // die;
if (!$pid) { op([$MUTEX, -1, SEM_UNDO]); kill KILL => $$; sleep 5 }
waitpid $pid, 0;
print "crash: signal ", $? & 127, ", mutex ", semctl($sem, $MUTEX, GETVAL, 0), "\n";
$pid = fork // die;
if (!$pid) { op([$MUTEX, -1, 0]); POSIX::_exit(0) }
waitpid $pid, 0;
print "without undo: mutex ", semctl($sem, $MUTEX, GETVAL, 0) + 0, " last pid is the child's: ", (semctl($sem, $MUTEX, GETPID, 0) == $pid ? 1 : 0), "\n";
print "nowait: ", (op([$MUTEX, -1, IPC_NOWAIT]) ? 'got' : $!{EAGAIN} ? 'EAGAIN' : "$!"), "\n";
semctl $sem, $MUTEX, SETVAL, 5;
print "setval ", semctl($sem, $MUTEX, GETVAL, 0), " wait for zero: ", (op([$MUTEX, 0, IPC_NOWAIT]) ? 'zero' : 'not zero'), " atomic: ", (op([$MUTEX, -2, 0], [$USED, -1, IPC_NOWAIT]) ? 'both' : 'neither'), ' still ', semctl($sem, $MUTEX, GETVAL, 0), "\n";
my $zero = semctl $sem, $USED, GETVAL, 0;
print "zero is true: ", ($zero ? 'yes' : 'no'), " [$zero]\n";
shmctl $shm, IPC_STAT, my $ds = '' or die;
print "stat has bytes: ", (length $ds > 0 ? 1 : 0), "\n";
print "bounds: ", (shmwrite($shm, 'x', $size, 1) ? 'written' : $!{EFAULT} ? 'EFAULT' : "$!"), ' ', (shmread($shm, my $buf, -1, 1) ? 'read' : $!{EFAULT} ? 'EFAULT' : "$!"), "\n";
shmwrite $shm, 'abc', 0, 6;
shmread $shm, $buf, 0, 8;
print "padded: ", unpack('H*', $buf), "\n";
print "exclusive: ", (defined shmget(ftok('.') // 1, 10, IPC_CREAT | IPC_EXCL | 0600) ? do { shmctl shmget(ftok('.') // 1, 10, 0), IPC_RMID, 0; 'created' } : "$!"), "\n";
print "bad id: ", (shmread(-1, $buf, 0, 1) ? 'read' : $!{EINVAL} ? 'EINVAL' : "$!"), ' ', (semop(-1, pack 's3', 0, 1, 0) ? 'done' : $!{EINVAL} ? 'EINVAL' : "$!"), ' ', (msgsnd(-1, pack('l! a*', 1, 'x'), 0) ? 'sent' : $!{EINVAL} ? 'EINVAL' : "$!"), "\n";
