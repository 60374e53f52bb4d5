# Refused arguments, declarations and operators, part 11.
use strict; use warnings;
for my $c (
    'y',
    'tr',
    'qx',
    '__PACKAGE__ = 1',
    '__LINE__++',
    'use constant; A = 1',
    '1..',
    '..1',
    '1 .. 2 .. 3',
    '$x ? $y',
    'not',
    'and 1'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
