# Refused arguments, declarations and operators, part 3.
use strict; use warnings;
for my $c (
    'open()',
    'close(1,2)',
    'shift 1',
    'shift "a"',
    'unshift 5, 1',
    'pop 1',
    'sort { ',
    'map { $_',
    'grep',
    'map',
    'bless',
    'bless()'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
