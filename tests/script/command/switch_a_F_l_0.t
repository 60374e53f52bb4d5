# -a, -F, -l and -0 in their spellings.
use strict;
use warnings;
$| = 1;
sub put { open my $o, '>', 'in' or die; print $o $_[0]; close $o }
sub run { print "> @_\n"; system $^X, @_, 'in' }
put("a b  c\n x y\n");
run('-ane',  'print "$F[1]|", scalar(@F), "\n"');
run('-lane', 'print $F[-1]');
put("a:b:c\nd:e\n");
run('-F:',     '-ane',  'print $F[1], "\n"');
run('-F:',     '-e',    'print "implied $F[0]\n"');
run('-F/[:]/', '-lane', 'print "@F"');
run('-F,',     '-lane', 'print scalar @F');
run('-F',      '-lane', 'print "$#F $F[1]"');
run('-lpe',    '$_ .= "!"');
run('-l072',   '-ne', 'print');
print "\n";
run('-ln0e', 'print length');
put("x\0y\0z");
run('-0', '-ne', 'chomp; print "$_;"');
print "\n";
run('-0ne', 'print length, " "');
print "\n";
run('-l', '-0', '-ne', 'print');
run('-0', '-l', '-ne', 'print');
print "\n";
put("p1\np1\n\n\np2\n");
run('-00', '-ne', 'print "[", length, "]"');
print "\n";
run('-0777', '-ne', 'print length, "\n"');
run('-054',  '-ne', 'print length, "\n"');
put("a,b,c");
run('-0x2c', '-ne', 'print "<$_>"');
print "\n";
run('-l012', '-0054', '-ne', 'print');
run('-le', 'print 1; print 2; print $\ eq "\n" ? 1 : 0');
