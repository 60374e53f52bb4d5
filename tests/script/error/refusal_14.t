# Refused arguments, declarations and operators, part 14.
use strict; use warnings;
for my $c (
    '::foo',
    "'",
    '`',
    '#',
    '~',
    '^',
    '|',
    '?',
    '<',
    '>',
    '/'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
