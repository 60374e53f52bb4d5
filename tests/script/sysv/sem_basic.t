# Semaphores: SETVAL, GETVAL, SETALL, GETALL, semop with IPC_NOWAIT, waiting, errors.
use strict;
use warnings;
use IPC::SysV
    qw(IPC_PRIVATE IPC_CREAT IPC_RMID IPC_NOWAIT SETVAL GETVAL SETALL GETALL GETPID GETNCNT IPC_STAT SEM_UNDO);
alarm 20;
our $owner = $$;
our $id    = semget(IPC_PRIVATE, 3, IPC_CREAT | 0600);
die "semget: $!" unless defined $id;
END { semctl($id, 0, IPC_RMID, 0) if $$ == $owner && defined $id }
print "initial ", semctl($id, 0, GETVAL, 0), "\n";
print "setval ",  semctl($id, 1, SETVAL, 5), " get ", semctl($id, 1, GETVAL, 0), "\n";
print "setall ",  semctl($id, 0, SETALL, pack 's!*', 1, 2, 3), "\n";
my $all = '';
semctl($id, 0, GETALL, $all) or die;
print join(',', unpack 's!*', $all), "\n";
print "op ", semop($id, pack 's!3', 1, -2, 0) ? 1 : 0, " value ", semctl($id, 1, GETVAL, 0), "\n";
print "nowait ", semop($id, pack 's!3', 1, -1, IPC_NOWAIT) ? 1 : $!{EAGAIN} ? 'EAGAIN' : $!, "\n";
print "wait for zero ", semop($id, pack 's!3', 1, 0, 0)    ? 1 : 0, "\n";
print "two at once ", semop($id, pack('s!3', 0, 1, 0) . pack('s!3', 2, -3, 0)) ? 1 : 0, " ",
    semctl($id, 0, GETVAL, 0), semctl($id, 2, GETVAL, 0), "\n";
print "pid ", semctl($id, 0, GETPID, 0) == $$ ? 1 : 0, " waiting ", semctl($id, 0, GETNCNT, 0),
    "\n";
my $pid = fork // die;
if (!$pid) {
    semop $id, pack 's!3', 1, -1, 0;
    print "child released\n";
    semop $id, pack 's!3', 2, 1, 0;
    exit 0;
}
semop $id, pack 's!3', 1, 1,  0;
semop $id, pack 's!3', 2, -1, 0;
waitpid $pid, 0;
print "parent continues\n";
$pid = fork // die;
if (!$pid) { semop $id, pack 's!3', 0, -1, SEM_UNDO; exit 0 }
waitpid $pid, 0;
print "undone ",     semctl($id, 0, GETVAL, 0), "\n";
print "bad number ", semop($id, pack 's!3', 9, 1, 0)         ? 1 : $!, "\n";
print "bad ctl ",    defined semctl($id, 9, GETVAL, 0)       ? 1 : $!, "\n";
print "odd size ",   semop($id, 'abc')                       ? 1 : $!, "\n";
print "too large ",  defined semctl($id, 0, SETVAL, 100_000) ? 1 : $!, "\n";
my $st = '';
print "stat ", semctl($id, 0, IPC_STAT, $st) ? 1 : 0, "\n";
print "remove ", semctl($id, 0, IPC_RMID, 0), " then ",
    defined semctl($id, 0, GETVAL, 0) ? 1 : $!, "\n";
undef $id;
