# opendir, readdir in both contexts, rewind, telldir/seekdir, closedir and errors.
use strict;
use warnings;
no warnings 'once';
mkdir 'd';
for (qw(a b c .h)) { open my $o, '>', "d/$_"; close $o }
opendir my $d, 'd' or die;
my @n = sort readdir $d;
print "@n\n";
print "at end ", defined readdir $d ? 1 : 'undef', " list ", scalar(my @e = readdir $d), "\n";
rewinddir $d;
my $c = 0;
$c++ while readdir $d;
print "while sets topic: $c\n";
rewinddir $d;
my $pos   = telldir $d;
my $first = readdir $d;
readdir $d;
seekdir $d, $pos;
print "seekdir back ", readdir($d) eq $first ? 1 : 0, "\n";
print "closedir ",     closedir $d           ? 1 : 0, "\n";
opendir(D, 'd') or die;
my @f = grep { -f "d/$_" } readdir D;
print scalar(@f), " files\n";
closedir D;
$! = 0;
print "missing ", opendir(my $x, 'none') ? 1 : "no: $!", "\n";
$! = 0;
print "not a dir ", opendir($x, 'd/a') ? 1 : "no: $!", "\n";
{
    no warnings;
    $! = 0;
    print "closed ", defined readdir $d ? 1 : "undef $!", "\n";
    print defined(closedir $d) ? 1 : "undef $!", "\n";
}
opendir D, 'd';
print eval { open D, '<', 'd/a'; 1 } ? "opened\n" : $@ =~ s/ at .*//sr, "\n";
open my $both, '<', 'd/a';
print eval { opendir $both, 'd'; 1 } ? "opened\n" : $@ =~ s/ at .*//sr, "\n";
print "dir handle still usable ", scalar(my @q = readdir D), "\n";
{ opendir my $s, 'd' }
print "scope ok\n";
while (my $e = readdir D) { print 'never' }
rewinddir D;
my $n = 0;
while (defined(my $e = readdir D)) { $n++ }
print "$n\n";
