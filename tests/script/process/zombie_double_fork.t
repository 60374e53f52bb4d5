# Double fork, orphan adoption seen through a pipe, and daemon start-up steps.
use strict;
use warnings;
use POSIX ();
alarm 20;
$| = 1;
pipe my $r, my $w;
my $pid = fork // die;
if (!$pid) {
    my $g = fork // die;
    if ($g) { POSIX::_exit(0) }
    close $r;
    POSIX::setsid();
    chdir '/';
    open STDIN,  '<',  '/dev/null';
    open STDOUT, '>&', $w;
    open STDERR, '>&', \*STDOUT;
    use Cwd;
    print "daemon in ", getcwd, " session ", getpgrp == $$ ? 'leader' : 'member', "\n";
    print STDERR "stderr too\n";
    close $w;
    POSIX::_exit(0);
}
close $w;
waitpid $pid, 0;
print "middle $?\n";
print while <$r>;
print "daemon ended\n";
print "no children ", wait, "\n";
{
    pipe my $r2, my $w2;
    $pid = fork // die;
    if (!$pid) { exit 0 }
    my $k = kill 0, $pid;
    print "zombie or live counts $k\n";
    waitpid $pid, 0;
    print "reaped counts ", kill(0, $pid) + 0, " ", $!{ESRCH} ? 'ESRCH' : $!, "\n";
}
