# Math::BigInt and Math::BigFloat (which tie a variable when they are loaded), autodie, Pod::Usage.
use strict;
use warnings;
use Math::BigInt;
use Math::BigFloat;

my $n = Math::BigInt->new('123456789012345678901234567890');
print $n * 2, "\n", $n + 1, "\n", $n - '99999999999', "\n", -$n, "\n";
print $n / 7, ' ', $n % 7, ' ', Math::BigInt->new(2)**100, "\n";
print Math::BigInt->new(30)->bfac, ' ', Math::BigInt->new(1000)->bsqrt, "\n";
print Math::BigInt->new('0x1f'), ' ', Math::BigInt->new('abc'), ' ', Math::BigInt->binf, "\n";
print $n > 5 ? 1 : 0, $n == $n->copy ? 1 : 0, Math::BigInt->new(12)->bgcd(18), "\n";
my $i = Math::BigInt->new(9);
$i++;
$i *= 5;
print "$i ", $i <=> 50, "\n";
print Math::BigFloat->new('1.5') * 3, ' ', Math::BigFloat->new(2)->bsqrt(30), "\n";
print Math::BigFloat->new(1) / 3, "\n", Math::BigFloat->new('3.14159')->bfround(-2), "\n";
print Math::BigFloat->bpi(40), "\n";

eval {
    use autodie;
    open my $in, '<', '/nonexistent/file';
};
print ref $@, ' ', $@->function, ' ', $@->errno ? 1 : 0, ' ', $@->matches('open') ? 1 : 0, "\n";
print $@ =~ m{^Can't open '/nonexistent/file' for reading: } ? 1 : 0, "\n";
eval {
    use autodie qw(:default);
    close STDERR;
    unlink '/nonexistent/file';
};
print ref $@ ? $@->function : "none: $@", "\n";
use Pod::Usage ();
print Pod::Usage->can('pod2usage') ? 1 : 0, "\n";
