# What a child shares and what it copies: variables, offsets, handles, $$, END blocks, buffered data.
use strict;
use warnings;
use POSIX ();
my $x = 1;
my %h = (k => 'v');
open my $f, '<', $0;
my $line = <$f>;
$| = 1;
my $parent = $$;
my $pid    = fork // die;
if (!$pid) {
    $x = 2;
    $h{k} = 'child';
    print "child pid differs ", $$ != $parent ? 1 : 0, " ppid ", getppid == $parent ? 1 : 0, "\n";
    POSIX::_exit(0);
}
waitpid $pid, 0;
print "parent keeps $x $h{k}\n";
open my $o, '+>', 'shared';
syswrite $o, 'parent ';
$pid = fork // die;
if (!$pid) { syswrite $o, 'child '; POSIX::_exit(0) }
waitpid $pid, 0;
syswrite $o, 'parent';
seek $o, 0, 0;
print "shared offset: ", <$o>, "\n";
{
    $| = 0;
    print "once ";
    $pid = fork // die;
    if (!$pid) { POSIX::_exit(0) }
    waitpid $pid, 0;
    print "flushed before fork\n";
    $| = 1;
}
END { print "END in pid ", $$ == $parent ? 'parent' : 'child', " status $?\n" }
$pid = fork // die;
if (!$pid) { exit 3 }
waitpid $pid, 0;
print "child END ran, status ", $? >> 8, "\n";
$pid = fork // die;
if (!$pid) {
    eval { die "x\n" };
    print "eval in child $@";
    exit 0;
}
waitpid $pid, 0;
package D {
    sub new     { bless {} }
    sub DESTROY { print "DESTROY\n" }
}
{
    my $d = D->new;
    $pid = fork // die;
    if (!$pid) { POSIX::_exit(0) }
    waitpid $pid, 0;
}
print "srand: ";
srand 5;
my $r1 = rand;
srand 5;
$pid = fork // die;
if (!$pid) { print rand == $r1 ? "same\n" : "other\n"; POSIX::_exit(0) }
waitpid $pid, 0;
