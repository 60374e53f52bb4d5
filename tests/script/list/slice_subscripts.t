# Subscripts behind a list slice: the arrow between them may be left out.
use strict; use warnings;
my @l = ([1, 2], [3, 4]);
print +(@l)[1][0], "\n";
my $x = (@l)[1][1]; print "$x\n";
sub f { [5, [6, 7]] }
print +(f())[0][1][0], " ", (f())[0]->[1][1], "\n";
print +(sub { "called @_" })[0](1, 2), "\n";
print +({ x => 1 }, { x => 2 })[1]{x}, "\n";
print +(map { { v => $_ } } 1 .. 3)[2]{v}, "\n";
print +(@l)[0, 1][0], "\n";
print "@{[(1, 2, 3)[1, 2]]}\n";
print exists +({ a => 1 })[0]{a} ? 1 : 0, delete +({ a => 1 })[0]{a}, defined +({ a => 1 })[0]{b} ? 1 : 0, "\n";
my $h = {}; +($h)[0]{a}{b} = 5; print $h->{a}{b}, "\n";
sub hint { (caller 0)[10]{myp} } print eval { hint() } // $@;
{ BEGIN { $^H{myp} = 'here' } print hint(), "\n" }
for my $c ('print +(1, 2)[0] [0]', 'print qw(a b)[1]{k}', '((@l)[0][0])++; print $l[0][0]', 
    'print +([1, 2])[0]->@*', '(1, 2)[0] = 3', 'my @e = ()[0, 1]; print scalar(@e)', 'print +(1, [2])[1] ->[0]',
    'print +(localtime(0))[5][0]', 'no strict "refs"; our @z = (7); print +("z")[0][0]')
{
    print "--- $c\n"; eval "$c; print qq{\\n}; 1" or print $@ =~ s/HASH\(.*?\)/HASH/r;
}
