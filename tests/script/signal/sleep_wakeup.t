# pause, sleep and select woken by another process; nothing lost between check and block with sigsuspend.
use strict;
use warnings;
use POSIX qw(:signal_h pause);
alarm 20;
my $flag = 0;
$SIG{USR1} = sub { $flag++ };
my $set = POSIX::SigSet->new(SIGUSR1);
my $ok  = 0;
for (1 .. 20) {
    $flag = 0;
    sigprocmask(SIG_BLOCK, $set);
    my $pid = fork // die;
    if (!$pid) { kill USR1 => getppid; POSIX::_exit(0) }
    until ($flag) { sigsuspend(POSIX::SigSet->new) }
    sigprocmask(SIG_UNBLOCK, $set);
    $ok++;
    waitpid $pid, 0;
}
print "suspended and woken $ok times\n";
sub later {
    my $p = fork // die;
    if (!$p) {
        $SIG{USR1} = 'DEFAULT';
        for (1 .. 100) { select undef, undef, undef, 0.05; kill USR1 => getppid or last }
        POSIX::_exit(0);
    }
    $p;
}
$flag = 0;
my $p = later();
pause();
print "pause woken ", $flag > 0 ? 1 : 0, " $!\n";
kill KILL => $p;
waitpid $p, 0;
$flag = 0;
$p    = later();
my $t = time;
sleep 15;
print "sleep woken ", $flag > 0 && time - $t < 10 ? 1 : 0, "\n";
kill KILL => $p;
waitpid $p, 0;
$flag = 0;
$p    = later();
my $n = select undef, undef, undef, 15;
print "select woken $n ", $!{EINTR} ? 'EINTR' : $!, "\n";
kill KILL => $p;
waitpid $p, 0;
