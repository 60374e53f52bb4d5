# close on pipes: $? and $! for exit codes, signals, already reaped children and dup'd handles.
use strict;
use warnings;
sub show {
    my ($l, $ok) = @_;
    printf "%-10s ok=%d status=%d errno=%d\n", $l, $ok ? 1 : 0, $?, $! + 0;
}
for my $code (0, 1, 42, 255) {
    open my $p, '-|', $^X, '-e', "exit $code";
    () = <$p>;
    $! = 0;
    my $ok = close $p;
    show("exit$code", $ok);
}
for my $s (9, 15) {
    open my $p, '-|', $^X, '-e', "kill $s, \$\$";
    () = <$p>;
    $! = 0;
    my $ok = close $p;
    show("sig$s", $ok);
}
my $pid = open my $p, '-|', $^X, '-e', 'exit 7';
() = <$p>;
waitpid $pid, 0;
print "reaped by hand ", $? >> 8, "\n";
$! = 0;
my $ok = close $p;
show('reaped', $ok);
$pid = open $p, '-|', $^X, '-e', 'exit 6';
my $first = wait;
print "wait got it ", $first == $pid ? 1 : 0, "\n";
$!  = 0;
$ok = close $p;
show('waited', $ok);
open $p, '-|', $^X, '-e', 'exit 5';
open my $d, '<&', $p;
() = <$p>;
$!  = 0;
$ok = close $p;
show('original', $ok);
$?  = 0;
$!  = 0;
$ok = close $d;
show('dup', $ok);
$? = 99;
open my $f, '<', $0;
close $f;
print "plain file close leaves $?\n";
open $p, '-|', $^X, '-e', 'print 1 for 1 .. 1000000; exit 3';
my $c = getc $p;
{ local $SIG{PIPE} = 'DEFAULT'; $ok = close $p }
print "early close: false ", $ok ? 0 : 1, " signal ", $? & 127, "\n";
{ local $? = 55; open my $q, '-|', $^X, '-e', 'exit 2'; close $q; print "inner ", $? >> 8, "\n" }
print "outer ", $? & 127, "\n";
local $SIG{CHLD} = 'IGNORE';
open $p, '-|', $^X, '-e', 'exit 2';
() = <$p>;
$!  = 0;
$ok = close $p;
show('ignored', $ok);
