# return where there is no sub: the main program dies, what has a value of its own does not.
use strict;
use warnings;
open my $f, '>', 'part.pl' or die;
print $f "return 5; print 'never';\n1;\n";
close $f;
print do('./part.pl'), eval('return 4'), eval { return 3 }, "\n";
my @x = sort { return $a <=> $b } 2, 1;
print "@x\n";
for my $code ('return 1; print 2', 'print "a\n"; return; print 2', 'sub f { return 3 } print f(); if (1) { return 5 }',
    'eval { return 1 }; print "b\n"; map { return 1 } 1', 'BEGIN { return 3 } print "q\n"; return print "w\n"',
    'do { return 3 }; print 4', 'for (1) { return }', 'print "x\n" or return; 1 and return 7') {
    my $out = do { open my $p, '-|', $^X, '-e', "open STDERR, '>&', \\*STDOUT; \$| = 1; $code" or die; local $/; <$p> };
    print "$code: $out", $? >> 8, "\n";
}
