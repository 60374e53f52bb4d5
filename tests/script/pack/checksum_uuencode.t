# Checksums, uuencode and round trips of random-looking data.
use strict; use warnings;
my $d = join "", map chr(($_ * 37 + 11) % 256), 0 .. 99;
print unpack("%32C*", $d), " ", unpack("%16n*", $d), " ", unpack("%8C*", $d), " ", unpack("%32b*", $d), "\n";
my $u = pack "u", $d;
print $u;
print unpack("u", $u) eq $d ? "round\n" : "broken\n";
print pack("u9", "short lines here"), unpack("H*", unpack "u", pack "u", "\0\xff"), "\n";
print unpack("H*", $d) eq join("", map { sprintf "%02x", ord } split //, $d) ? "hex\n" : "no\n";
print pack("b*", unpack "b*", $d) eq $d ? "bits\n" : "no\n";
print pack("H*", unpack "H*", $d) eq $d ? "nibbles\n" : "no\n";
my @n = unpack "N*", $d;
print scalar(@n), " $n[0] ", pack("N*", @n) eq $d ? "longs\n" : "no\n";
my @w = unpack "(a7)*", $d;
print scalar(@w), length $w[-1], "\n";
print join(",", unpack "x3 C x!4 C", $d), "\n";
my ($a, $b) = unpack "a10 x10 a5", $d;
print length $a, length $b, "\n";
