# Refused arguments, declarations and operators, part 10.
use strict; use warnings;
for my $c (
    's/(/x/',
    'qr/[/',
    'tr/a-z-9//',
    'm/a/z',
    's/a/b/z',
    'tr/a/b/z',
    'm/a/gg',
    '/a/ee',
    'q',
    'qw',
    'm',
    's'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
