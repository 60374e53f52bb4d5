# A a Z with counts, padding and stripping; H h B b.
use strict; use warnings;
sub h { join " ", map { s/([^ -~])/sprintf "\\x%02x", ord $1/ger } @_ }
for my $t (qw(A a Z A5 a5 Z5 A* a* Z* A0 a0 Z0 A2 a2 Z2 Z3)) { print "$t: [", h(pack $t, "abc"), "]\n" }
for my $t (qw(A* a* Z* A3 a3 Z3)) { print "$t: [", join("|", map { h($_) } unpack($t, "ab \0\n"), unpack($t, "a\0b  "), unpack($t, "  x")), "]\n" }
for my $t (qw(H H2 H3 H4 H* h h2 h4 h* B B8 B4 B12 B* b b8 b4 b*)) { print "$t: ", unpack("H*", pack $t, $t =~ /b/i ? "1011011100" : "1fa9c"), " ", unpack($t, "\xA5\x0f\xff"), "\n" }
print pack("A3 A3 x2 A1", "abcdef", "g", "h") =~ s/\0/0/gr, "|\n";
print join("|", unpack "A2 x A2 X2 A1 \@0 A3", "abcdefgh"), "\n";
print unpack("H*", pack "H", "7"), unpack("H*", pack "H3", "abc"), "\n";
print join(",", unpack "(A2)*", "aabbc"), "\n";
print length pack("x5"), length pack("A5 x!8", "a"), length pack("a X a", "b", "c"), "\n";
