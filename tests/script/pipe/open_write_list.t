# open '|-' with a list: data reaches the child's stdin, close waits, status and errors.
use strict;
use warnings;
$| = 1;
open my $p, '|-', $^X, '-ne', 'print "got: $_"' or die;
print $p "line $_\n" for 1 .. 3;
print "close ", close($p) ? 1 : 0, " $?\n";
open $p, '|-', $^X, '-e', 'my @l = <STDIN>; exit scalar @l' or die;
print $p "a\nb\n";
print "close ", close($p) ? 1 : 0, " exit ", $? >> 8, "\n";
open $p, "| cat" or die;
print $p "two-arg\n";
close $p;
open $p, "|$^X -e 'print scalar <STDIN>' | tr a-z A-Z" or die;
print $p "shell\n";
close $p;
open(P, '|cat') or die;
{ my $o = select P; $| = 1; select $o }
print P "unbuffered\n";
close P;
my $r = open $p, '|-', '/nonexistent/x', 'y';
print "missing: ", defined $r ? $r : 'undef', " $!\n";
{
    local $SIG{PIPE} = 'IGNORE';
    open $p, '|-', $^X, '-e', 'close STDIN; exit 0' or die;
    waitpid 0, 0 if 0;
    print $p 'x' x 100000;
    my $ok = close $p;
    print "broken pipe close ", $ok ? 1 : 0, "\n";
}
{ open my $q, '|-', $^X, '-e', 'print scalar(<STDIN>); exit 5' or die; print $q "scope\n" }
print "scope exit sets \$?: ", $? >> 8, "\n";
open $p, '|-:utf8', $^X, '-e', 'binmode STDIN; print unpack("H*", <STDIN>), "\n"' or die;
print $p "\x{20ac}";
close $p;
