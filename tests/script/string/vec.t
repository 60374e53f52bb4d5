# vec as value and lvalue for every width.
use strict; use warnings;
my $v = '';
vec($v, 0, 32) = 0x5065726C;
print "$v ", length $v, "\n";
vec($v, 2, 16) = 0x5065;
vec($v, 3, 16) = 0x726c;
vec($v, 1, 64) = 0x4142434445464748;
print "$v\n";
print join(" ", map { vec($v, $_, 8) } 0 .. 3), " ", vec($v, 0, 4), vec($v, 1, 4), " ", vec($v, 100, 8), "\n";
my $b = '';
vec($b, $_, 1) = 1 for 1, 3, 5, 20;
print unpack("b*", $b), " ", length $b, " ", unpack("%32b*", $b), "\n";
vec($b, 3, 1) = 0;
vec($b, 0, 2) = 3;
vec($b, 5, 4) = 0xF;
print unpack("b*", $b), "\n";
vec($b, 0, 8) += 1;
print vec($b, 0, 8), "\n";
vec($b, 0, 8) |= 64;
print vec($b, 0, 8), "\n";
my $r = \vec($b, 1, 8);
$$r = 255;
print unpack("H*", $b), "\n";
for (vec($b, 2, 8)) { $_ = 17 }
print unpack("H*", $b), "\n";
for my $c ('vec($b, 0, 3)', 'vec($b, 0, 0)', 'vec($b, -1, 8)', 'vec($b, -1, 8) = 1', 'vec($b, 0, 128)', 'my $w = "\x{100}"; vec($w, 0, 8)') { my @w; local $SIG{__WARN__} = sub { push @w, @_ }; my $x = eval $c; print "$c: ", $x // "undef $@", @w, "\n"; }
print vec("abc", 1, 8), vec("", 0, 8), " ", vec("\xff\xff", 3, 2), "\n";
my $n = '';
vec($n, 3, 8) = 300;
print unpack("H*", $n), "\n";
my @bits = grep { vec("\x05\x80", $_, 1) } 0 .. 15;
print "@bits\n";
