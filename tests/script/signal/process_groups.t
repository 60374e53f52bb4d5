# Signals to groups, setsid, orphaned handlers, SIGHUP to own group ignored while signalling (perlipc idiom).
use strict;
use warnings;
use POSIX ();
alarm 20;
$| = 1;
my $leader = fork // die;
if (!$leader) {
    setpgrp(0, 0);
    my @p;
    pipe my $r, my $w;
    for (1 .. 3) {
        my $p = fork // die;
        if (!$p) {
            local $SIG{TERM} = sub { POSIX::_exit(7) };
            syswrite $w, '.';
            sleep 15;
            POSIX::_exit(1);
        }
        push @p, $p;
    }
    my $n = 0;
    while ($n < 3) { $n += sysread $r, my $b, 3 }
    { local $SIG{TERM} = 'IGNORE'; print "group kill ", kill(TERM => -$$), "\n" }
    print join(',', map { waitpid $_, 0; $? >> 8 } @p), "\n";
    { local $SIG{HUP} = 'IGNORE'; kill HUP => -$$; print "survived HUP\n"; }
    exit 0;
}
waitpid $leader, 0;
print "leader $?\n";
pipe my $r, my $w;
my $pid = fork // die;
if (!$pid) { setpgrp; syswrite $w, '.'; sleep 15; exit }
sysread $r, my $b, 1;
print "group of child ", getpgrp($pid) == $pid ? 1 : 0, "\n";
print "negative name ",  kill('-KILL', $pid),           "\n";
waitpid $pid, 0;
print "signal ", $? & 127, "\n";
print "empty group ", kill('TERM', -$pid), " ", $!{ESRCH} ? 'ESRCH' : $!, "\n";
$pid = fork // die;
if (!$pid) { setpgrp 0, getppid or print "other group: ", $!{EPERM} ? 'EPERM' : $!, "\n"; exit }
waitpid $pid, 0;
