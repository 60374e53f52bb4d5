# % with negative operands, also beyond the integers' range (perlop "Multiplicative Operators").
use strict;
use warnings;
for my $right (3, -3, 1e19, -1e19, 4e19, -4e19) {
    print join(' ', map { $_ % $right } 0, 1, -1, 7, -7, 5.9, -5.9), "\n";
}
