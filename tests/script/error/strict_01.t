# strict and dereference errors, method calls on the wrong things, part 1.
use strict; use warnings;
for my $c (
    'my $n = "foo"; $$n',
    'my $n = "foo"; @$n',
    'my $n = "foo"; %$n',
    'my $n = "foo"; &$n',
    'my $n = "foo"; $n->()',
    'my $n = "foo"; *$n',
    'my $n = "foo"; $$n[0]',
    'my $n = "foo"; $n->[0]',
    'my $n = "foo"; $n->{k}',
    'my $n = "foo"; push @$n, 1',
    'my $n = "foo"; @{$n}{qw(a)}',
    'my $n = "foo"; $#$n'
) {
    my $r = eval "no warnings; $c";
    my $e = $@ =~ s/\(0x[0-9a-f]+\)/(ADDR)/gr;
    print "$c\n    ", $e eq "" ? "=> " . (defined $r ? ref $r || $r : "undef") . "\n" : $e;
}
