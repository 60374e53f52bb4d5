# Refused arguments, declarations and operators, part 5.
use strict; use warnings;
for my $c (
    'undef f()',
    'scalar',
    'scalar(1,2)',
    'scalar()',
    'atan2(1)',
    'vec(1,2)',
    'pack',
    'pack()',
    'unpack()',
    'crypt("a")',
    'sprintf(@a)',
    'x()'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
