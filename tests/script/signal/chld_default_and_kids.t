# CHLD default and with a handler that waits once per signal; children killed by signals.
use strict;
use warnings;
alarm 20;
pipe my $r, my $w;
my @got;
$SIG{CHLD} = sub { my $p = wait; push @got, [$p, $?] if $p > 0 };
my $pid = fork // die;
if (!$pid) { exit 9 }
my $n = 0;
select undef, undef, undef, 0.02 while !@got && $n++ < 500;
print "one: ", $got[0][0] == $pid ? 1 : 0, " ", $got[0][1] >> 8, "\n";
@got = ();
$pid = fork // die;
if (!$pid) { $SIG{CHLD} = 'DEFAULT'; sleep 20; exit }
kill TERM => $pid;
$n = 0;
select undef, undef, undef, 0.02 while !@got && $n++ < 500;
print "killed: ", $got[0][1] & 127, "\n";
@got       = ();
$SIG{CHLD} = 'DEFAULT';
$pid       = fork // die;
if (!$pid) { exit 2 }
waitpid $pid, 0;
print "default: ", $? >> 8, " handler calls ", scalar(@got), "\n";
my $stops = 0;
$SIG{CHLD} = sub { $stops++ };
$pid = fork // die;
if (!$pid) { $SIG{CHLD} = 'DEFAULT'; kill STOP => $$; exit 5 }
use POSIX ':sys_wait_h';
waitpid $pid, WUNTRACED;
print "stop notified ", $stops >= 1 ? 1 : 0, " stopped ", WIFSTOPPED($?) ? 1 : 0, "\n";
kill CONT => $pid;
waitpid $pid, 0;
print "exit ", $? >> 8, "\n";
