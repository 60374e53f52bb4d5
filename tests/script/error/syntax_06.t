# Messages of broken programs, through string eval, part 6.
use strict; use warnings;
for my $c (
    'no strict; &$',
    'continue { }',
    'do { 1 ',
    'eval {',
    'goto',
    'last 5 6',
    'my',
    'our',
    'my $x if',
    'x x x',
    '=cut',
    'print <'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no warnings; $c";
    (my $show = $c) =~ s/\n/\\n/g;
    print "--- $show\n", $@ eq "" ? "accepted\n" : $@;
}
