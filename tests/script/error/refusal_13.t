# Refused arguments, declarations and operators, part 13.
use strict; use warnings;
for my $c (
    '{;}',
    '{,}',
    '[,]',
    '(,)',
    '[1,,2]',
    '&',
    '*',
    '%',
    '@',
    '$',
    '->',
    '::'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
