# Messages of broken programs, through string eval, part 7.
use strict; use warnings;
for my $c (
    '$#{',
    '@{',
    '$$'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no warnings; $c";
    (my $show = $c) =~ s/\n/\\n/g;
    print "--- $show\n", $@ eq "" ? "accepted\n" : $@;
}
