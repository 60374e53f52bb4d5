# goto LABEL, computed goto, out of blocks and loops.
use strict; use warnings; no warnings 'deprecated';
my $i = 0;
AGAIN: $i++;
goto AGAIN if $i < 5;
print "$i\n";
for my $x (1 .. 3) { goto DONE if $x == 2; print "x$x " } DONE: print "done\n";
my $n = 0;
TOP: { $n++; goto TOP if $n < 3 }
print "$n\n";
my $label = "COMPUTED";
goto $label;
print "skipped\n";
COMPUTED: print "computed\n";
goto ("L1", "L2")[1];
L1: print "l1\n";
L2: print "l2\n";
sub jump { goto INNER; print "no\n"; INNER: return "inner" }
print jump(), "\n";
eval { goto NOWHERE; 1 } or print $@;
eval { goto ""; 1 } or print $@;
my $c = 0;
while (1) { $c++; if ($c > 2) { goto OUT } } OUT: print "out $c\n";
if (1) { goto SKIP }
print "never\n";
SKIP: print "skip\n";
my $u;
{ no warnings; eval { goto $u; 1 } or print $@; } 
