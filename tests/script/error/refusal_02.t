# Refused arguments, declarations and operators, part 2.
use strict; use warnings;
for my $c (
    'defined %h',
    'delete $x',
    'exists $x',
    'local 5',
    'my 5',
    'chop 1',
    'chomp "x"',
    'join',
    'join()',
    'reverse(',
    'sprintf',
    'sprintf()'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
