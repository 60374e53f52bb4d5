# The daemon recipe of the manual: detach, pid file, TERM clean-up, HUP re-reading configuration.
use strict;
use warnings;
use POSIX ();
alarm 30;
open my $cf, '>', 'conf';
print $cf "v1\n";
close $cf;
pipe my $r, my $w or die;
my $first = fork // die;
if (!$first) {
    close $r;
    POSIX::setsid() or die;
    my $second = fork // die;
    POSIX::_exit(0) if $second;
    open STDIN,  '<',  '/dev/null';
    open STDOUT, '>',  'out.log' or die;
    open STDERR, '>&', \*STDOUT;
    $| = 1;
    open my $pf, '>', 'pidfile';
    print {$pf} "$$";
    close $pf;
    sub conf { open my $c, '<', 'conf'; chomp(my $v = <$c>); $v }
    my ($stop, $reload) = (0, 0);
    $SIG{TERM} = sub { $stop = 1 };
    $SIG{HUP}  = sub { $reload++ };
    my $cfg = conf();
    print "started with $cfg\n";
    syswrite $w, "ready\n";
    until ($stop) {
        select undef, undef, undef, 0.2;  # a signal just before it is not missed for long
        if ($reload) {
            $reload = 0;
            $cfg    = conf();
            print "reloaded $cfg\n";
            syswrite $w, "reloaded\n";
        }
    }
    print "stopping\n";
    unlink 'pidfile';
    syswrite $w, "bye\n";
    POSIX::_exit(0);
}
close $w;
waitpid $first, 0;
print "parent of daemon $?\n";
print "got ", scalar <$r>;
open my $pf, '<', 'pidfile';
my $pid = <$pf>;
close $pf;
print "alive ", kill(0, $pid), " own session ", getpgrp($pid) != getpgrp() ? 1 : 0, "\n";
open $cf, '>', 'conf';
print $cf "v2\n";
close $cf;
kill HUP => $pid;
print "got ", scalar <$r>;
kill TERM => $pid;
print "got ",      scalar <$r>;
print "eof ",      defined(my $x = <$r>) ? 0 : 1, "\n";
print "pid file ", -e 'pidfile'          ? 1 : 0, "\n";
open my $l, '<', 'out.log';
print "log: $_" while <$l>;
