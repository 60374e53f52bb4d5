# close: true and false results, $! for closed handles, $. reset, implicit close by reopen keeps $. .
use strict;
use warnings;
no warnings 'once';
no warnings 'unopened', 'closed';
open my $h, '>', 'f' or die;
print $h "1\n2\n3\n";
print "close ", close($h) ? 1 : 0, "\n";
$! = 0;
print "again ", close($h) ? 1 : 0, " $!\n";
open $h, '<', 'f';
<$h>;
<$h>;
print "dot $.\n";
close $h;
print "dot after close $.\n";
open $h, '<', 'f';
<$h>;
open $h, '<', 'f';
<$h>;
print "dot after reopen $.\n";
close $h;
$! = 0;
print "never opened ", close(NEVER) ? 1 : 0, " $!\n";
if (-e '/dev/full') {
    open my $full, '>', '/dev/full' or die;
    print "print to full: ", (print $full "data") ? 1 : 0, "\n";
    $! = 0;
    print "close full: ", close($full) ? 1 : 0, " $!\n";
    open $full, '>', '/dev/full';
    { my $o = select $full; $| = 1; select $o }
    $! = 0;
    print "unbuffered full: ", (print $full "data") ? 1 : 0, " $!\n";
    $! = 0;
    print "close keeps the error: ", close($full) ? 1 : 0, "\n";
    open $full, '>', '/dev/full';
    $! = 0;
    my $n = syswrite $full, 'x';
    print "syswrite full: ", defined $n ? $n : 'undef', " $!\n";
    print "close after syswrite: ", close($full) ? 1 : 0, "\n";
}
open my $w, '>', 'g';
print $w "buffered";
print "before ", -s 'g', "\n";
close $w;
print "after ", -s 'g', "\n";
{ open my $s, '>', 's'; print $s "scope"; }
print "scope exit closes ", -s 's', "\n";
{ open my $s, '>', 's'; print $s "undef"; undef $s; print "undef closes ", -s 's', "\n"; }
$! = 0;
open STDIN, '<', 'f' or die;
print "stdin number ", fileno(STDIN), " ", scalar <STDIN>;
close STDIN;
open my $first, '<', 'f';
print "lowest free ", fileno($first), "\n";
