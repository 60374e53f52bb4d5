# What is true, what is false, and what the operators return.
use strict; use warnings;
for my $v (0, 1, "", "0", "00", "0.0", "0E0", " ", "a", 0.0, "0\n", -0.0, undef, [], "\0", 1e-320) {
    no warnings 'uninitialized';
    my $shown = ref $v ? "REF" : defined $v ? "'$v'" : "undef";
    $shown =~ s/\n/\\n/;
    $shown =~ s/\0/\\0/;
    print "$shown ", ($v ? "true" : "false"), " not:'", !$v, "' notnot:'", !!$v, "'\n";
}
my @e; my %e; my @z = (0);
print @e ? "t" : "f", %e ? "t" : "f", @z ? "t" : "f", (() ? "t" : "f"), "\n";
print "[", (1 == 2), "] [", (1 == 1), "] [", !1, "] [", !0, "] [", !!1 + 0, "] [", !1 + 0, "] [", length(!1), "] [", defined(!1) ? "def" : "undef", "]\n";
print "[", ("a" && 0), "] [", (0 || "x"), "] [", (undef // "d"), "] [", (0 // "d"), "] [", ("" || 0 || "last"), "] [", (1 && "two" && "three"), "]\n";
my $x = 5; my $y = ($x > 3 and $x < 10); print "$y\n"; $y = not $x; print "[$y]\n";
print "xor:", (1 xor 1) ? 1 : 0, (1 xor 0) ? 1 : 0, (0 xor 0) ? 1 : 0, "\n";
my ($a1, $b1, $c1) = (0, undef, 7); $a1 ||= 3; $b1 //= 4; $c1 &&= 9; print "$a1 $b1 $c1\n";
my $calls = 0;
my $f = sub { $calls++; 1 };
0 && $f->();
1 || $f->();
0 // $f->();
print "calls $calls\n";
print "unless\n" unless 0; print "list: ", join(",", (1, 2, 3) && (4, 5)), "\n";
my @l = (0, 0) || (1, 2); print "@l\n"; @l = @e || (8, 9); print "@l\n";
