# hex(), oct() and literals, with their warnings.
use strict; use warnings;
print join(" ", hex("ff"), hex("0xFF"), hex("xff"), hex(""), hex("DEAD_BEEF"), oct("755"), oct("0x1f"), oct("x1f"), oct("0b101"),
    oct("b101"), oct("0o17"), oct("o17"), oct(" 12 "), oct("789"), oct("0xfg")), "\n";
print hex("FFFFFFFFFFFFFFFF"), "\n";
print hex("10000000000000000"), "\n";
print hex("12G"), " ", oct("0b12"), " ", oct("8"), " ", hex("1__2"), "\n";
print 0xff, " ", 0XFF, " ", 0b1111_0000, " ", 0B11, " ", 0777, " ", 0o777, " ", 0xFFFF_FFFF_FFFF_FFFF, " ", 01_2, "\n";
for my $code ('08', '0b12', '0xG', '1__000', '0x', '0b', '1_', '0xFFFFFFFFFFFFFFFFF', '019', '1.5.', '0o8', '0x1_', '1e', '1e+') {
    my @w; local $SIG{__WARN__} = sub { push @w, @_ };
    my $r = eval $code;
    print "$code: ", defined $r ? $r : "undef", " ", $@, @w, "\n";
}
print "0x1A" + 0, " ", "0b11" + 0, " ", "012" + 0, " ", "1_000" + 0, "\n";
