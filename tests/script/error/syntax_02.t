# Messages of broken programs, through string eval, part 2.
use strict; use warnings;
for my $c (
    'sub {',
    'if 1 { }',
    'else { }',
    'for my $i 1..3 { }',
    'while { }',
    'my $x = 1 +* 2;',
    '$x = = 1;',
    'print "a" "b";',
    '@a = [1,2',
    'use strict; $undeclared = 1;',
    'use strict; my $y = $undecl2 + @arr3;',
    'use strict; my $x = bareword;'
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no warnings; $c";
    (my $show = $c) =~ s/\n/\\n/g;
    print "--- $show\n", $@ eq "" ? "accepted\n" : $@;
}
