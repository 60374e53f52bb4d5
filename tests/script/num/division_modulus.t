# % and / with every sign, big operands, fractions and zero.
use strict; use warnings;
for my $pair ([7, 3], [-7, 3], [7, -3], [-7, -3], [6, 3], [-6, 3], [0, 5], [7.9, 3.9], [-7.9, 3.9],
              [18446744073709551615, 10], [-9223372036854775808, 3], [1e20, 7], [5, 1e20], [-5, 1e20],
              [5, -18446744073709551615], [9223372036854775808, -3]) {
    my ($x, $y) = @$pair;
    print "$x % $y = ", $x % $y, "\n";
}
{
    use integer;
    print join(" ", 7 / 2, -7 / 2, 7 % -3, -7 % 3, -7 % -3, 10.9 + 1.9, 2 ** 3, 9223372036854775807 + 1, -5 >> 1), "\n";
    my $z = 10; $z /= 3; print "$z\n"; $z %= 2; print "$z\n";
}
for my $code ('1 / 0', '1 % 0', '1 / "0.0"', '5 % 0.5', '0 / 0', 'use integer; 1 / 0', 'use integer; 1 % 0') {
    my $zero = 0;
    (my $runtime = $code) =~ s/ 0$/ \$zero/;
    my $r = eval $runtime;
    print defined $r ? "$code gives $r\n" : "$code: $@";
}
print 2 ** 0.5, " ", 2 ** -1, " ", 0 ** 0, " ", (-8) ** (1/3), " ", -2 ** 2, "\n";
