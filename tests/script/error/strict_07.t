# strict and dereference errors, method calls on the wrong things, part 7.
use strict; use warnings;
for my $c (
    'use warnings "nocat"; 1',
    'no warnings "nocat2"; 1',
    'use feature "nofeat"; 1',
    'use feature; 1',
    'no feature "nf"; 1'
) {
    my $r = eval "no warnings; $c";
    my $e = $@ =~ s/\(0x[0-9a-f]+\)/(ADDR)/gr;
    print "$c\n    ", $e eq "" ? "=> " . (defined $r ? ref $r || $r : "undef") . "\n" : $e;
}
