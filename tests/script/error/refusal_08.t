# Refused arguments, declarations and operators, part 8.
use strict; use warnings;
for my $c (
    'sub foo(',
    'sub foo : bar { }',
    'my $x : Foo = 1',
    'my ($x, 5)',
    'my ($x + $y)',
    'my $x{a}',
    'my $x->[0]',
    'my $Foo::x',
    'our $Foo::x',
    'local $x',
    'for (1;2) { }',
    'for (1;2;3;4) { }'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
