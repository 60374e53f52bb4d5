# | & ^ << >> and their assignment forms at the edges of IV and UV, plain and under use integer.
use strict; use warnings;
my @n = (0, 1, 5, -1, -7, 63, 64, 65, 1 << 62, 9223372036854775807, -9223372036854775808, 18446744073709551615,
    1.9, -1.9, 1e19, "12", "0x1f", "abc");
local $SIG{__WARN__} = sub { print "W:", $_[0] =~ s/ at .*//sr, "\n" };
for my $l (@n) {
    for my $r (@n) {
        my ($or, $and, $xor, $sl, $sr) = ($l) x 5;
        $or |= $r; $and &= $r; $xor ^= $r; $sl <<= $r; $sr >>= $r;
        print join(' ', map { unpack 'H*', $_ } $l | $r, $l & $r, $l ^ $r, $l << $r, $l >> $r, $or, $and, $xor, $sl, $sr), "\n";
        use integer;
        ($or, $and, $xor, $sl, $sr) = ($l) x 5;
        $or |= $r; $and &= $r; $xor ^= $r; $sl <<= $r; $sr >>= $r;
        print join(' ', map { unpack 'H*', $_ } $l | $r, $l & $r, $l ^ $r, $l << $r, $l >> $r, $or, $and, $xor, $sl, $sr), "\n";
        print join(' ', map { eval { $_->() } // $@ =~ s/ at .*//sr } sub { $l / $r }, sub { $l % $r }, sub { $l + $r },
            sub { $l - $r }, sub { $l * $r }, sub { $l <=> $r }, sub { $l < $r ? 1 : 0 }), "\n";
    }
}
my ($u, $v);
{ no warnings; $u |= 3; $v = undef; $v ^= 5; print "$u $v ", undef() | 2, " ", 8 >> undef, "\n" }
my @a = (6, 3); $_ <<= 1 for @a; $a[0] |= $a[1]; print "@a\n";
sub alias { $_[0] ^= 1; $_[1] >>= 1 } alias($a[0], $a[1]); print "@a\n";
