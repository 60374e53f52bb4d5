# Refused arguments, declarations and operators, part 4.
use strict; use warnings;
for my $c (
    'ref(1,2)',
    'die(',
    'wantarray 5',
    'time 5',
    'time(5)',
    'rand(1,2)',
    'int(1,2)',
    'ord(1,2)',
    'pos(1)',
    'pos @a',
    'undef 5',
    'undef $x + 1'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
