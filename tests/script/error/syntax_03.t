# Messages of broken programs, through string eval, part 3.
use strict; use warnings;
for my $c (
    'use strict; %h = ();',
    'my $1 = 5;',
    'my $x y;',
    'sub 1abc { }',
    '$a{ = 1',
    'my $h = { a => 1, ;',
    's/a/b',
    'm/abc',
    'tr/a/b',
    'qw(a b',
    '<<EOT . "x"' . "\nno end\n",
    'elsif (1) { }'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no warnings; $c";
    (my $show = $c) =~ s/\n/\\n/g;
    print "--- $show\n", $@ eq "" ? "accepted\n" : $@;
}
