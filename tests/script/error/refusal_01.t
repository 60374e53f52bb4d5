# Refused arguments, declarations and operators, part 1.
use strict; use warnings;
for my $c (
    'push 1, 2',
    'push @$x',
    'lc 1, 2; lc(1, 2)',
    'substr("abc")',
    'substr()',
    'index("a")',
    'splice()',
    'splice(1)',
    'keys 1',
    'each $x',
    'defined',
    'defined @a'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
