# Refused arguments, declarations and operators, part 9.
use strict; use warnings;
for my $c (
    'foreach $x { }',
    'foreach my $x, (1) { }',
    'foreach my (1) { }',
    'if () { }',
    'while () { last }',
    'unless () { }',
    'until (1) { } else { }',
    'goto &',
    'do',
    'do;',
    'eval }',
    'm/(/'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c\n", $@ eq "" ? "accepted\n" : $@;
}
