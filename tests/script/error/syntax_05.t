# Messages of broken programs, through string eval, part 5.
use strict; use warnings;
for my $c (
    '5 = 6',
    '"a" = 1',
    'my $x = 5; $x + 1 = 2',
    'foo() = 1',
    '(1, 2) = (3, 4)',
    'undef = 1',
    '++5',
    '"abc"++',
    'my @a; @a++',
    '\$x = 5 + ',
    'q{',
    'y/a/'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no warnings; $c";
    (my $show = $c) =~ s/\n/\\n/g;
    print "--- $show\n", $@ eq "" ? "accepted\n" : $@;
}
