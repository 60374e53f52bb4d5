# Messages of broken programs, through string eval, part 1.
use strict; use warnings;
for my $c (
    'my $x = ;',
    'if (1) { print 1',
    'foo(;',
    '1 2',
    '"unterminated',
    "'unterminated",
    'my ($a, $b',
    '}',
    ')',
    ']',
    '{ ( }',
    'my @a = (1,2;'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no warnings; $c";
    (my $show = $c) =~ s/\n/\\n/g;
    print "--- $show\n", $@ eq "" ? "accepted\n" : $@;
}
