# fork, wait, waitpid: return values, statuses, order, no children, WNOHANG.
use strict;
use warnings;
use POSIX ':sys_wait_h';
$| = 1;
print "no child: wait ", wait, " \$? $? ", $!{ECHILD} ? 'ECHILD' : $!, "\n";
my $pid = fork // die;
if (!$pid) { exit 7 }
print "waitpid ", waitpid($pid, 0) == $pid ? 1 : 0, " exit ", $? >> 8, "\n";
print "again ", waitpid($pid, 0), " $?\n";
my @p = map {
    my $n = $_;
    my $p = fork // die;
    if (!$p) { exit $n }
    $p
} 1 .. 3;
print join(',', map { waitpid $_, 0; $? >> 8 } reverse @p), "\n";
@p = map {
    my $n = $_;
    my $p = fork // die;
    if (!$p) { exit $n }
    $p
} 4 .. 6;
my %got;
while ((my $w = wait) > 0) { $got{$w} = $? >> 8 }
print join(',', map { $got{$_} } @p), " then \$? $?\n";
pipe my $r, my $w;
$pid = fork // die;
if (!$pid) { close $w; sysread $r, my $b, 1; exit 0 }
close $r;
print "nohang running ", waitpid($pid, WNOHANG), " \$? $?\n";
close $w;
waitpid $pid, 0;
print "done $?\n";
$pid = fork // die;
if (!$pid) { kill TERM => $$; exit }
waitpid -1, 0;
print "signal ", WIFSIGNALED($?) ? WTERMSIG($?) : 'none', " exited ", WIFEXITED($?) ? 1 : 0, "\n";
$pid = fork // die;
if (!$pid) { exit 256 + 3 }
wait;
print "modulo ", WEXITSTATUS($?), "\n";
$pid = fork // die;
if (!$pid) { exit -1 }
wait;
print "minus one ", $? >> 8, "\n";
$pid = fork // die;
if (!$pid) { exit '5abc' }
wait;
print "string ",     $? >> 8,                 "\n";
print "group wait ", waitpid(0, WNOHANG),     "\n";
print "native ",     ${^CHILD_STATUS_NATIVE}, "\n";
