# strict and dereference errors, method calls on the wrong things, part 3.
use strict; use warnings;
for my $c (
    'my $n; %$n',
    'my $n; my %x = %$n',
    'my $n; &$n',
    'my $n; $n->()',
    'my $n; $n->m',
    'my $n = ""; $n->m',
    'my $n = "x y"; $n->m',
    'my $n = []; $n->m',
    'my $n = sub { }; $n->m',
    '"Foo"->bar',
    'Foo->bar',
    'Foo::bar()'
) {
    my $r = eval "no warnings; $c";
    my $e = $@ =~ s/\(0x[0-9a-f]+\)/(ADDR)/gr;
    print "$c\n    ", $e eq "" ? "=> " . (defined $r ? ref $r || $r : "undef") . "\n" : $e;
}
