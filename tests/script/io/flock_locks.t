# flock between two processes and two handles: shared, exclusive, non-blocking, unlock, inherited locks.
use strict;
use warnings;
use Fcntl qw(:flock);
alarm 20;
open my $a, '+>', 'lock' or die;
open my $b, '+<', 'lock' or die;
print "ex ", flock($a, LOCK_EX) ? 1 : 0, "\n";
$! = 0;
print "second nb ",  flock($b, LOCK_EX | LOCK_NB) ? 1 : "no ($!)", "\n";
print "wouldblock ", $!{EWOULDBLOCK}              ? 1 : 0,         "\n";
flock $a, LOCK_UN;
print "after unlock ", flock($b, LOCK_EX | LOCK_NB) ? 1 : 0, "\n";
print "downgrade ", flock($b, LOCK_SH) ? 1 : 0, " both shared ",
    flock($a, LOCK_SH | LOCK_NB) ? 1 : 0, " upgrade ", flock($a, LOCK_EX | LOCK_NB) ? 1 : 0, "\n";
close $b;
flock $a, LOCK_EX;
pipe my $r, my $w;
my $pid = fork // die;
if (!$pid) {
    close $r;
    open my $c, '+<', 'lock' or die;
    syswrite $w, flock($c, LOCK_EX | LOCK_NB) ? 'got' : 'busy';
    close $a;
    flock $c, LOCK_EX;
    syswrite $w, ' then got';
    exit 0;
}
close $w;
sysread $r, my $m, 4;
print "child $m\n";
flock $a, LOCK_UN;
waitpid $pid, 0;
sysread $r, $m, 20;
print "child$m\n";
print $a "data";
print "size before ", -s 'lock', "\n";
flock $a, LOCK_EX;
print "flock flushes ", -s 'lock', "\n";
pipe my $p, my $q;
$! = 0;
print "pipe ", flock($p, LOCK_EX | LOCK_NB) ? 1 : "no $!", "\n";
$! = 0;
print "bad op ", flock($a, 64) ? 1 : "no $!", "\n";
print LOCK_SH, LOCK_EX, LOCK_NB, LOCK_UN, "\n";
