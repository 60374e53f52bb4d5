# Refused arguments, declarations and operators, part 6.
use strict; use warnings;
for my $c (
    'lock 5',
    'prototype',
    'tie',
    'tie()',
    'read(F)',
    'sysread F, $x',
    'seek(F)',
    'binmode',
    'binmode()',
    'printf',
    'print {',
    'print {$x'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
