# Refused arguments, declarations and operators, part 7.
use strict; use warnings;
for my $c (
    'return return 1',
    'require',
    'require 5 6',
    'use',
    'use;',
    'use "Foo"',
    'use Foo Bar Baz',
    'no',
    'package',
    'package Foo Bar',
    'sub',
    'sub foo'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
