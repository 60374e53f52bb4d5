# f d F, U W C0 U0, w BER integers.
use strict; use warnings;
for my $v (0, 1, -1.5, 3.14159, 1e10, 1e-10) { print "$v: ", unpack("H*", pack "d<", $v), " ", unpack("H*", pack "f>", $v), " ", unpack("d", pack "d", $v), " ", unpack("f", pack "f", $v), " ", unpack("F", pack "F", $v), "\n" }
print unpack("H*", pack "w*", 0, 127, 128, 16383, 16384, 1e9), " ", join(",", unpack "w*", pack "w*", 1, 300, 70000), "\n";
eval { my $x = pack "w", -1 };
print $@;
my $u = pack "U*", 65, 0xe9, 0x263a;
print length $u, utf8::is_utf8($u) ? "u" : "b", join(",", unpack "U*", $u), "\n";
my $w = pack "W*", 65, 0xe9, 0x263a;
print length $w, join(",", unpack "W*", $w), "\n";
my $c = pack "C0U*", 0xe9;
print length $c, " ", length pack("U0C*", 0xc3, 0xa9), "\n";
print join(",", unpack "C*", pack "U0U*", 0xe9), "|", join(",", unpack "U0C*", "\x{e9}"), "|", join(",", unpack "C0U*", "\xc3\xa9"), "|", join(",", unpack "U0U*", "\xc3\xa9"), "\n";
print join(",", unpack "a1 U a1", "x\x{e9}y"), "\n" eq "" ? 1 : "\n";
{ no warnings; print unpack("H*", pack "C", 300), unpack("H*", pack "d>", 9**9**9), unpack("H*", pack "d>", -9**9**9), "\n" }
printf "%s\n", unpack("d>", pack "H16", "7ff8000000000000");
printf "%.10g %.10g\n", unpack("f<", "\x00\x00\x80\x7f"), unpack "d<", pack "d<", 0.1;
print length pack("U", 300), length(pack "C0 U", 300), "\n";
