# strict and dereference errors, method calls on the wrong things, part 5.
use strict; use warnings;
for my $c (
    'my $n = \*STDOUT; @$n; 1',
    'my $n = bless [], "Foo"; %$n',
    'my $n = bless [], "Foo"; $n->nope',
    '$xx',
    '@xx',
    '%xx',
    '$xx[0]',
    '$xx{a}',
    '@xx[0]',
    '@xx{a}',
    '$#xx',
    'my $y = xx'
) {
    my $r = eval "no warnings; $c";
    my $e = $@ =~ s/\(0x[0-9a-f]+\)/(ADDR)/gr;
    print "$c\n    ", $e eq "" ? "=> " . (defined $r ? ref $r || $r : "undef") . "\n" : $e;
}
