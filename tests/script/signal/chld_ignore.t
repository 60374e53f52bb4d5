# $SIG{CHLD} = 'IGNORE': automatic reaping, wait, system, qx, pipe close; inherited by exec.
use strict;
use warnings;
$| = 1;
alarm 20;
$SIG{CHLD} = 'IGNORE';
pipe my $r, my $w;
my $pid = fork // die;
if (!$pid) { exit 3 }
close $w;
my $x = <$r>;
print "wait ",   wait,                        " \$? $? ", $!{ECHILD} ? 'ECHILD' : $!, "\n";
print "system ", system($^X, '-e', 'exit 3'), " $?\n";
print "qx ",     `echo hi`,                   "status $?\n";
open my $p, '-|', 'echo pipe';
print <$p>;
print "close ", close $p ? 1 : 0, " $?\n";
print "child sees ";
{
    no warnings;
    system $^X, '-e',
        'print $SIG{CHLD} // "undef", "\n"; my $s = system "true"; print "system in child $s\n"';
}
$SIG{CHLD} = 'DEFAULT';
print "system default ", system($^X, '-e', 'exit 3') >> 8, "\n";
{
    local $SIG{CHLD} = 'IGNORE';
    my $p2 = fork // die;
    if (!$p2) { exit 1 }
    print "waitpid ", waitpid($p2, 0), " $?\n";
}
print "CLD alias: ";
$SIG{CLD} = 'IGNORE';
$pid = fork // die;
if (!$pid) { exit 0 }
print wait, "\n";
