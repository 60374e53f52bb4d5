# strict and dereference errors, method calls on the wrong things, part 4.
use strict; use warnings;
for my $c (
    'foo(1)',
    '&foo',
    'my $n = \1; $$n = 2',
    'my $n = \"x"; @$n',
    'my $n = []; %$n',
    'my $n = {}; @$n',
    'my $n = []; &$n',
    'my $n = sub { }; %$n',
    'my $n = \my @a; $$n',
    'my $n = {}; $n->[0]',
    'my $n = []; $n->{a}',
    'my $n = qr/x/; @$n'
) {
    my $r = eval "no warnings; $c";
    my $e = $@ =~ s/\(0x[0-9a-f]+\)/(ADDR)/gr;
    print "$c\n    ", $e eq "" ? "=> " . (defined $r ? ref $r || $r : "undef") . "\n" : $e;
}
