# Messages of broken programs, through string eval, part 4.
use strict; use warnings;
for my $c (
    'unless (1) { } elseif (2) { }',
    'package 1x;',
    'use 5.x;',
    'my $x = sub { 1 ',
    'return 1 if',
    '1 ? 2',
    '1 ? 2 :',
    '$x->',
    '$x->[',
    'my $x := 5',
    '%$',
    'local my $x = 1'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no warnings; $c";
    (my $show = $c) =~ s/\n/\\n/g;
    print "--- $show\n", $@ eq "" ? "accepted\n" : $@;
}
