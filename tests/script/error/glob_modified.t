# What may not be done to a glob or to a sub named in exists.
use strict;
use warnings;
no strict 'refs';
our ($x, @l) = ('h');
for my $code ('*foo += 1', '*foo .= 1', '*foo++', '--*foo', '*foo ||= 1', '*foo =~ s/a/b/', '*$x x= 2',
    '*foo =~ tr/a/b/', 'read STDIN, *foo, 1', '(*foo) = \1; ${*foo}', '*foo = \2; $main::foo', 'local *foo = \3; ${*foo}',
    'exists &foo', 'exists &foo()', 'exists foo()', 'defined &foo', 'sub foo; exists &foo', 'exists &$x', '(*foo, @l) = (\4, 5); "@l"') {
    my $r = eval $code;
    print "$code: ", $@ || (defined $r ? $r : 'undef'), "\n";
}
for my $code ('read STDIN,5,1; print 2;', 'sysread(STDIN, "a", 3); 1;', 'recv(STDIN, lc $x, 3, 4);1', 'read(STDIN,$x+1,1) or die; 2;') {
    eval $code;
    print "$code: $@";
}
