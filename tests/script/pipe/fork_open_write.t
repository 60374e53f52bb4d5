# open '|-' without command: the child's STDIN is the pipe.
use strict;
use warnings;
$| = 1;
my $pid = open(my $k, '|-') // die;
if (!$pid) {
    while (<STDIN>) { print "child got $_" }
    print "child eof\n";
    exit 2;
}
print $k "l1\nl2\n";
print "close ", close($k) ? 1 : 0, " exit ", $? >> 8, "\n";
$pid = open(TO, '|-') // die;
if (!$pid) { exec 'tr', 'a-z', 'A-Z' or die }
print TO "upper me\n";
close TO;
print "status $?\n";
$pid = open(TO, '|-') // die;
if (!$pid) { my $n = 0; $n++ while <STDIN>; exit $n }
print TO "x\n" x 7;
close TO;
print "count ", $? >> 8, "\n";
{
    my $out = open(my $h, '|-') // die;
    if (!$out) { local $/; my $d = <STDIN>; print "nested: ", length $d, "\n"; exit }
    print $h 'z' x 100_000;
    close $h;
}
$pid = open($k, '|-') // die;
if (!$pid) { open my $in, '<&', \*STDIN or die; print "dup: ", scalar <$in>; exit }
print $k "through dup\n";
close $k;
$pid = open($k, '|-') // die;
unless ($pid) { exit 0 }
{
    local $SIG{PIPE} = 'IGNORE';
    print $k 'x' x 100_000;
    my $ok = close $k;
    print "reader gone: ", $ok ? 1 : 0, "\n";
}
