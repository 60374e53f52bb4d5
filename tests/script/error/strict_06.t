# strict and dereference errors, method calls on the wrong things, part 6.
use strict; use warnings;
for my $c (
    'xx + 1',
    '(xx)',
    'print xx . "a"',
    'my %h = (a => xx)',
    'my @l = (xx, yy)',
    'xx::yy',
    'my $h = {}; $h->{a b}',
    'no strict "vars"; $xx = 1; "novars"',
    'no strict "refs"; my $n = "nr"; $$n = 5; ${"nr"}',
    'no strict "subs"; my $y = xx; $y',
    'use strict "foo"; 1',
    'no strict "bar", "refs"; 1'
) {
    my $r = eval "no warnings; $c";
    my $e = $@ =~ s/\(0x[0-9a-f]+\)/(ADDR)/gr;
    print "$c\n    ", $e eq "" ? "=> " . (defined $r ? ref $r || $r : "undef") . "\n" : $e;
}
