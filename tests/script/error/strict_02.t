# strict and dereference errors, method calls on the wrong things, part 2.
use strict; use warnings;
for my $c (
    'my $n = "foo"; $#{$n}',
    'my $n = "foo"; for (@$n) { }',
    'my $n = "foo"; keys %$n',
    'my $n = "a" x 50; $$n',
    'my $n = ""; $$n',
    'my $n = ""; @$n',
    'my $n = 5; $$n',
    'my $n = 1.5; @$n',
    'my $n = "a\nb"; $$n',
    'my $n; $$n',
    'my $n; @$n',
    'my $n; my @x = @$n'
) {
    my $r = eval "no warnings; $c";
    my $e = $@ =~ s/\(0x[0-9a-f]+\)/(ADDR)/gr;
    print "$c\n    ", $e eq "" ? "=> " . (defined $r ? ref $r || $r : "undef") . "\n" : $e;
}
