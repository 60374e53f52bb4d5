# Refused arguments, declarations and operators, part 12.
use strict; use warnings;
for my $c (
    'or',
    '!',
    '-',
    '\\',
    '=~ /x/',
    '$x =~',
    '$x !~ s/a/b/r',
    '$x !~ tr/a/b/r',
    '1 => ',
    '=> 1',
    ',',
    ';;'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
