# $$ $< $> $( $) getppid getpgrp setpgrp getpriority times time: relations, not values.
use strict;
use warnings;
no warnings 'numeric';
use POSIX ();
print "pid ", $$ == POSIX::getpid() ? 1 : 0, " ppid ", getppid == POSIX::getppid() ? 1 : 0, "\n";
print "uid ", $< == (POSIX::getuid()) ? 1 : 0, $> == POSIX::geteuid() ? 1 : 0, "\n";
print "gid ", $( + 0 == POSIX::getgid() ? 1 : 0, $) + 0 == POSIX::getegid() ? 1 : 0, " list ",
    $( =~ /^\d+( \d+)*$/ ? 1 : 0, $) =~ /^\d+( \d+)*$/ ? 1 : 0, "\n";
my $pg = getpgrp;
print "pgrp ", $pg == getpgrp(0) ? 1 : 0, $pg == POSIX::getpgrp() ? 1 : 0, "\n";
my $pid = fork // die;
if (!$pid) { print "setpgrp ", setpgrp ? 1 : 0, " leader ", getpgrp == $$ ? 1 : 0, "\n"; exit 0 }
waitpid $pid, 0;
$pid = fork // die;
if (!$pid) {
    my $s = POSIX::setsid();
    print "setsid ", $s == $$ ? 1 : 0, " pgrp ", getpgrp == $$ ? 1 : 0, "\n";
    exit;
}
waitpid $pid, 0;
print "no such ", defined(getpgrp 999999999) ? 1 : "undef $!", "\n";
{
    no warnings;
    my $r = eval { getpgrp(-1) };
    print "negative ", defined $r && $r != -1 ? 1 : "fails $!", "\n";
}
print "priority ", getpriority(0, 0), " ", getpriority(0, $$), "\n";
$pid = fork // die;
if (!$pid) { setpriority(0, 0, 5) or die; print "lowered ", getpriority(0, 0), "\n"; exit }
waitpid $pid, 0;
my @t = times;
print scalar(@t), " times, non-negative ", (grep { $_ < 0 } @t) ? 0 : 1, "\n";
my $x = 0;
$x += $_ for 1 .. 300_000;
print "user grows ", (times)[0] >= $t[0] ? 1 : 0, "\n";
print "start time ", $^T <= time && $^T > time - 100 ? 1 : 0, "\n";
print "pid is cached right in child: ";
$pid = fork // die;
if (!$pid) { print $$ == POSIX::getpid() ? 1 : 0, "\n"; exit }
waitpid $pid, 0;
print "string $$" =~ /^string \d+$/ ? 1 : 0, "\n";
